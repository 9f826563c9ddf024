"""Nouns and audiences that state a channel: "at a rally", "in a letter", "on his website", "told the crowd"."""

from __future__ import annotations

from sayso.chains.lexicon import AUDIENCE, BEFORE, CARRIERS, ISSUING, OCCASION, POSTS, SPEAKING, TELLING
from sayso.chains.occasion import Occasion
from sayso.chains.words import Words
from sayso.schema import Channel

LOOK_BACK = 7
"""How many words back a preposition or verb may stand."""


_BREAK = frozenset(
    """
    and or but that which who whom is was are were be been has have had will would could not if when while because
    than said says say told since about against between until like as into onto over ahead heading used uses using fact
    """.split()
)
_PART = frozenset(
    """end start beginning opening portion part course series couple pair number middle day taping broadcast edition
    episode installment minutes version copy one some many most transcript spate flurry string clip""".split()
)
_DETERMINERS = frozenset("a an the his her its their our my this that these those one another each".split())
_TO = frozenset(
    """
    took take takes taking turned turning turns spoke speaking speaks speech address remarks posted posting wrote
    message appeared talking talked comments
    """.split()
)
_INDEFINITE = frozenset("a an another recent televised this that".split())
_COURTS = frozenset("court legal lawsuit bankruptcy".split())
_SHOWS = frozenset("his her the tv television chat breakfast".split())
_NEW_TWITTER = frozenset("wrote writing posted posting post posts said message statement account video thread".split())


def stated_by_nouns(words: Words) -> list[Occasion]:
    """Find the occasions that a noun names, in order; linear in the text."""
    out = []
    for index, low in enumerate(words.lower):
        if low not in _TRIGGERS:
            continue
        channel = _channel_at(words, index, low)
        if channel is None:
            continue
        first = _begin(words, index, channel)
        if first is not None:
            out.append(Occasion(words.span(first, index), channel))
    return out


_MATTERS = frozenset(
    """
    probe investigation scandal server servers controversy case practices use list inquiry saga address addresses
    preparation preparations prep moderator moderators host hosts anchor ratings star stars executive executives
    """.split()
)
"""What an occasion's noun may describe instead: "the email probe", "television stars"."""
_TRIGGERS = (
    frozenset(OCCASION)
    | POSTS
    | frozenset(
        """
    conference conferences release releases stop event appearance hall call message media social show program programme
    air on-air documents papers x interviewed
    """.split()
    )
)


def _channel_at(words: Words, index: int, low: str) -> Channel | None:
    """Say which channel a word names, seen with its neighbours; ``None`` for most words."""
    if low in OCCASION:
        after = words.lower[index + 1] if words.joined(index + 1) else ""
        if after in OCCASION or after in _MATTERS or (low in ("phone", "telephone") and after in ("number", "numbers")):
            return None  # "a telephone interview", "a radio ad": the next word names it
        if OCCASION[low] == "report" and words.capital(index):
            return None  # "Article 33", "the Colbert Report"
        if low in ("tv", "television", "radio") and _describes_next(words, index):
            return None  # "a TV doctor"
        if low == "debate" and after in ("over", "about", "on", "within", "among"):
            return None  # a public quarrel
        if low in ("filing", "filings") and words.lower[max(0, index - 1)] not in _COURTS:
            return "document"
        return OCCASION[low]
    before = words.lower[index - 1] if words.joined(index) else ""
    if low in ("conference", "conferences"):
        return "press conference" if before in ("news", "press") else None
    if low in ("release", "releases"):
        return "statement" if before in ("news", "press") else None
    if low in ("stop", "event", "appearance"):
        return "rally" if before == "campaign" else None
    if low == "hall":
        indefinite = _INDEFINITE.intersection(words.lower[max(0, index - 5) : index])
        return "speech" if before == "town" and indefinite else None  # else the building
    if low == "call" and before in ("phone", "telephone", "conference"):
        return "phone"
    if low == "message" and before == "text":
        return "phone"
    if low == "media" and before == "social":
        return "social media"
    if low == "social" and before == "truth":
        return "social media"
    if low in POSTS and before:
        if before == "blog":
            return "website"
        return None if before in OCCASION or words.capital(index) else "social media"
    if low in ("show", "program", "programme") and not words.possessive[index]:
        if before in ("radio", "talk"):
            return "radio"
        return "TV" if before in (_SHOWS if low == "show" else ("tv", "television")) else None
    if low == "on-air" or (low == "air" and before == "on"):
        return "TV"
    if low == "interviewed":
        asked = not words.joined(index) or before == "when"
        return "interview" if asked else None
    if low in ("documents", "papers"):
        return "court filing" if before in ("court", "legal") else None
    if words.words[index] == "X" and before in ("on", "to"):
        near = words.lower[max(0, index - 5) : index - 1]
        return "tweet" if not _NEW_TWITTER.isdisjoint(near) else None
    return None


def _begin(words: Words, noun: int, channel: Channel) -> int | None:
    """Find where the words begin that put a statement on the occasion of a noun; ``None`` where nothing does.

    "at a large rally" has the preposition, "issued a brief statement" the verb.
    """
    allowed = BEFORE[channel]
    low = words.lower
    if low[noun] in ("on-air", "interviewed"):
        return noun
    index = noun
    while noun - index < LOOK_BACK and words.joined(index):
        index -= 1
        word = low[index]
        if word in allowed:
            if word == "to" and (not words.joined(index) or low[index - 1] not in _TO):
                return None
            if word == "by" and channel in ("statement", "letter", "Facebook", "tweet"):
                return None
            if _is_doing(low[index + 1]) and index + 1 < noun:
                return None  # "in offering a statement of principles"
            first = _with_verb(words, index)
            return None if low[noun] == "gathering" and first == index else first
        if word in ISSUING and (low[noun] in CARRIERS or channel in ("interview", "press conference")):
            relative = words.joined(index) and low[index - 1] in ("who", "that", "which")
            return None if relative or (word == "put" and low[index + 1] != "out") else index
        if (
            word in _BREAK
            or word in BEFORE["phone"]
            or word in ("at", "during", "to", "for", "after", "before", "with", "from")
        ):
            return None
        if word == "of" and (not words.joined(index) or low[index - 1] not in _PART):
            return None
    return None


_ON_AIR = frozenset(
    """
    appearance show program programme broadcast address station channel network audience special spot documentary that
    on in at last this to and as with when by from for after before during while but he she they it the a his her about
    of is was had has if yesterday today earlier shortly sunday monday tuesday wednesday thursday friday saturday
    """.split()
)


def _describes_next(words: Words, index: int) -> bool:
    after = index + 1
    return words.joined(after) and not words.capital(after) and words.lower[after] not in _ON_AIR


_ADJECTIVES = frozenset(
    """
    opening closing evening morning sweeping stirring rambling fundraising scathing blistering meeting ongoing leading
    upcoming existing outgoing incoming wide-ranging long-running far-reaching running moving rousing
    """.split()
)


def _is_doing(word: str) -> bool:
    return word.endswith("ing") and "-" not in word and word not in _ADJECTIVES


def _with_verb(words: Words, index: int) -> int:
    """Take in the verb before a preposition, as in "spoke at"."""
    return index - 1 if words.joined(index) and words.lower[index - 1] in SPEAKING else index


def stated_by_audiences(words: Words) -> list[Occasion]:
    """Find "told the crowd", "told a packed court"."""
    out = []
    for index, low in enumerate(words.lower):
        if low not in TELLING:
            continue
        place = index + 1
        while place - index < 6 and words.joined(place):
            word = words.lower[place]
            if word == "conference" and words.lower[place - 1] in ("news", "press"):
                out.append(Occasion(words.span(index, place), "press conference"))
                break
            if word in AUDIENCE and not (words.capital(place) and AUDIENCE[word] in ("radio", "TV")):
                out.append(Occasion(words.span(index, place), AUDIENCE[word], vague=AUDIENCE[word] == "speech"))
                break
            if word in _BREAK or word in ("he", "she", "they", "it", "i", "we", "you"):
                break
            place += 1
    return out
