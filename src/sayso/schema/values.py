"""The words that fields of records may hold, and what each means."""

from __future__ import annotations

from typing import Literal

Form = Literal["direct", "indirect", "mixed", "fragment"]
"""From which parts of the content stand in quotation marks.

- ``direct``: all of it.
- ``indirect``: none of it.
- ``mixed``: some of it.
- ``fragment``: a quoted scrap that has no cue of its own, as in standfirsts: an echo of a fuller statement.
"""
Act = Literal["statement", "thought", "plan"]
"""What the source does with the content.

- ``statement``: says, writes or shows it.
- ``thought``: believes, knows, wants or fears it.
- ``plan``: intends or decides it.
"""
Polarity = Literal["affirmed", "denied", "questioned"]
"""Whether the source stands behind the content.

- ``affirmed``: it does, or nothing says that it does not.
- ``denied``: it rejects the content, or withholds it ("declined to say").
- ``questioned``: it asks or doubts.
"""
Kind = Literal["person", "organisation", "group", "document", "other"]
"""What a speaker is.

- ``person``: one human being.
- ``organisation``: a company, ministry, court, newspaper and the like.
- ``group``: several people without an organisation, such as residents.
- ``document``: a report, letter, study or file.
- ``other``: anything else that is said to speak.
"""
Verdict = Literal["verbatim", "altered", "not found"]
"""Whether the body has the words that a fragment or the headline repeats.

- ``verbatim``: word for word.
- ``altered``: with other words in place of some.
- ``not found``: not at all.
"""
Channel = Literal[
    "tweet",
    "Facebook",
    "Telegram",
    "Instagram",
    "social media",
    "interview",
    "statement",
    "speech",
    "rally",
    "debate",
    "press conference",
    "TV",
    "radio",
    "email",
    "letter",
    "report",
    "poll",
    "court filing",
    "book",
    "ad",
    "website",
    "phone",
    "document",
]
"""The medium that the text states for a statement.

- ``tweet``: a post on Twitter or X.
- ``Facebook``: a post on Facebook.
- ``Telegram``: a post or message on Telegram.
- ``Instagram``: a post on Instagram.
- ``social media``: a post on another network, or on one that is not named.
- ``interview``: an answer to somebody who asks, in private or on the air.
- ``statement``: words given out, written or not.
- ``speech``: words to an audience.
- ``rally``: a speech at a rally.
- ``debate``: words to an opponent.
- ``press conference``: words to several journalists.
- ``TV``: words on television.
- ``radio``: words on the radio or in a podcast.
- ``email``: an e-mail.
- ``letter``: a letter or memo.
- ``report``: a report, study or article.
- ``poll``: answers to a poll or survey.
- ``court filing``: papers of a court, or words in court.
- ``book``: a book.
- ``ad``: an advertisement.
- ``website``: a web page or blog.
- ``phone``: a call or text message.
- ``document``: another paper or file.
"""
Knowing = Literal["saw it", "was told", "was there", "document"]
"""How the origin of a statement knows, where the text says so.

- ``saw it``: with their own eyes or ears.
- ``was told``: by somebody, named or not.
- ``was there``: present, or taking part, without saying what they saw.
- ``document``: from something written or recorded.
"""
Hand = Literal["first hand", "second hand", "third hand"]
"""How far the article stands from the origin.

- ``first hand``: the speaker told the article.
- ``second hand``: one teller stands between.
- ``third hand``: two or more stand between.
"""
Voice = Literal["attributed", "partly attributed", "own"]
"""Whose word a sentence is.

- ``attributed``: a source's.
- ``partly attributed``: some of it is a source's.
- ``own``: the report's.
"""
Sort = Literal["figure", "event", "motive", "superlative", "scene", "background", "question"]
"""What a sentence of the report's own voice does.

The first four assert something that could be checked; the others do not, or anybody can look them up.

- ``figure``: gives a number.
- ``event``: says that something happened or is so.
- ``motive``: says why somebody did something, or what they think.
- ``superlative``: says that something is the most, the first, the only one.
- ``scene``: sets the scene, or leads over to the next part.
- ``background``: what everybody knows or can look up.
- ``question``: asks.
"""
DifferenceKind = Literal["dropped", "added", "changed", "moved"]
"""How repeated words differ from the statement that they repeat.

- ``dropped``: the statement has words that the repetition leaves out.
- ``added``: the repetition has words that the statement has not.
- ``changed``: other words in the same place.
- ``moved``: the same words in another place.
"""
Lost = Literal["source", "hedge"]
"""What a headline leaves out of the statement that it rests on.

- ``source``: that it is somebody's word; the headline has it as a fact.
- ``hedge``: that it is doubtful, such as "may" or "alleged".
"""
Reason = Literal[
    "empty",
    "too short",
    "not an article",
    "language",
    "undecodable",
    "too large",
    "refused address",
    "forbidden by robots.txt",
    "fetch failed",
    "unreadable",
    "bad line",
]
"""Why a page was refused. One word each, so that refusals can be counted.

- ``empty``: it holds no words.
- ``too short``: the report in it has fewer words than ``Settings.words_min``.
- ``not an article``: a front page, a wall (log-in, cookies, robots, scripts), an error page, or not text at all.
- ``language``: no shipped model reads the language of the report.
- ``undecodable``: the bytes are no text in any encoding, such as a picture.
- ``too large``: more bytes than ``Settings.size_max_bytes``, or more tags than are read.
- ``refused address``: not http or https, or at a private, loopback or link-local address.
- ``forbidden by robots.txt``: the site asks programs not to read it.
- ``fetch failed``: the server was not reached, was too slow, or answered with an error.
- ``unreadable``: a damaged file or a folder that cannot be opened.
- ``bad line``: a line of a ``.jsonl`` file that is not an article.
"""
