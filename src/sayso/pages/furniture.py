"""Tell by its words alone what kind of furniture a line of a pasted page is.

Only what is plain from the line itself; ``sayso.pages.report`` weighs the rest by shape and place. A sentence of
the report must never be taken: nearly every rule asks for the whole line, and none looks at a line longer than
``_LENGTH_MAX``. All patterns are anchored and without nested repeats, so each line costs time linear in its length.
"""

from __future__ import annotations

import re

from sayso.pages.furniture_words import (
    ADVERT,
    BIO,
    BYLINE_NOTE,
    CAPTION,
    COMMENTS,
    CONSENT,
    CONTACT,
    CONTACT_SIGN,
    COOKIE,
    COOKIE_SIGN,
    CREDIT_END,
    CREDIT_ONLY,
    END,
    END_CHARS_MAX,
    FOOTER,
    MENU,
    NEWSLETTER,
    PLEA,
    RELATED,
    RELATED_LINK,
    SHARE_SPLIT,
    SHARE_STRONG,
    SHARE_WORDS,
    SHORTCODE,
    SKIP,
    SUBSCRIBE,
    TAGS,
    TOOL,
    VIDEO,
)

_LENGTH_MAX = 700

_RULES: tuple[tuple[str, re.Pattern[str], int], ...] = (
    ("end mark", END, END_CHARS_MAX),
    ("skip link", SKIP, 90),
    ("advert", ADVERT, 90),
    ("shortcode", SHORTCODE, _LENGTH_MAX),
    ("comment link", COMMENTS, 180),
    ("video player", VIDEO, 180),
    ("cookie note", CONSENT, 600),
    ("related list", RELATED, 110),
    ("newsletter form", NEWSLETTER, 420),
    ("subscribe prompt", SUBSCRIBE, 220),
    ("reader tools", TOOL, 120),
    ("footer", FOOTER, 420),
    ("tags", TAGS, 300),
    ("menu", MENU, 80),
)
_CREDIT_SIGNS = ("photo", "image", "picture", "credit", "pic:", "/", "|", " via ", "(", "[")
_AGENCY_ENDS = frozenset(
    "press ap afp epa reuters images getty shutterstock alamy bloomberg xinhua tass wire pa rex istock anadolu "
    "nurphoto imago dpa zuma wireimage istockphoto times photo file pool".split()
)
_QUOTED = re.compile('[“”"«»]')
_READER = re.compile(r"\b(?:you|your|us|our|we|here|now|today|newsletter|inbox)\b|!", re.IGNORECASE)
_NEVER_SENTENCES = frozenset({"related list", "menu", "tags", "reader tools"})
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\Z")


def kind_of(line: str) -> str | None:
    """Give the kind of furniture that ``line`` is by its words, or ``None`` where they do not say.

    >>> kind_of("Leave a Comment")
    'comment link'
    """
    length = len(line)
    if length > _LENGTH_MAX:
        return None
    if "\n" in line or "\r" in line:  # broken at a column, as mail is
        line = " ".join(line.split())
    if length <= 160 and _is_share_bar(line):
        return "share bar"
    sentence = _SENTENCE_END.search(line, max(0, length - 4)) is not None and any(c.isalpha() for c in line)
    for kind, pattern, length_max in _RULES:
        # What ends as a sentence is furniture only by the rules made for sentences: "No." may be an answer.
        if length > length_max or (sentence and kind in _NEVER_SENTENCES):
            continue
        if pattern.match(line):
            return kind
    if length <= 220 and RELATED_LINK.match(line) and not sentence:
        return "related link"
    if COOKIE.search(line) and COOKIE_SIGN.search(line):
        return "cookie note"
    if length <= 400 and BYLINE_NOTE.match(line):
        return "byline"
    if is_caption(line):
        return "caption"
    if length <= 360 and CONTACT.match(line) and CONTACT_SIGN.search(line):
        return "contact line"
    # A plea in a sentence: the page speaks to its reader, in a few words and without a quotation.
    if length <= 330 and not _QUOTED.search(line) and PLEA.search(line) and _READER.search(line):
        return "newsletter form"
    if length >= 36 and line.isupper() and line.count(" ") >= 6 and sentence is False:
        return "related link"  # links inside the report, in capitals throughout; subheads are shorter
    return None


def is_caption(line: str) -> bool:
    """Say whether a line is a picture's credit, or a caption that ends in one."""
    length = len(line)
    if length > 420:
        return False
    if length <= 160 and CAPTION.match(line) and not (length > 90 and line[-1] in ".!?"):
        return True
    if not length:
        return False
    if length <= 70 and CREDIT_ONLY.match(line):
        return True
    end = line[-130:].lower()
    # Cheap and first: the credit's pattern may start anywhere in the line's end.
    if not any(sign in end for sign in _CREDIT_SIGNS) and end.rsplit(None, 1)[-1].strip(".)") not in _AGENCY_ENDS:
        return False
    return CREDIT_END.search(line, max(0, length - 130)) is not None


def is_biography(line: str) -> bool:
    """Say whether a line tells who the author is ("Ann Vell is a reporter in ...")."""
    return len(line) <= _LENGTH_MAX and BIO.match(line) is not None


def _is_share_bar(line: str) -> bool:
    strong = False
    for word in SHARE_SPLIT.split(line.lower()):
        plain = word.strip("()[]·•.:-–!")
        if plain in SHARE_STRONG:
            strong = True
        elif plain and plain not in SHARE_WORDS and not plain.isdigit():
            return False
    return strong
