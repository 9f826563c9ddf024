"""Words of a page that stand among its sentences and are none of them: titles of videos, lists of links, appeals.

A page read from HTML has lost most of them on the way. Articles that come as text (from a file, a database, a paper's
own interface) often have them in the middle of a sentence, where they look like something that somebody said.
"""

from __future__ import annotations

import re

TEXT_MAX = 4000
_VIDEOS = re.compile(r"\b(?:JUST|MUST) WATCH(?:ED)?\b|\bReplay More Videos\b")
_GLUED = re.compile(r"\b([A-Z][a-z’'-]+)\s+(?:[A-Z(][\w.()’'-]*\s+){0,4}\1(?=[A-Z])")
"""A last name, a full name and, without a space, the first headline: "Ruud Jonas Erik RuudHarbour to close"."""
_MORE = re.compile(r"(?<=[a-z’'?!.”] )MORE\b(?=[’'\s(,.;)]|$)")
"""The link at the end of such a list …"""
_LIST_MIN = 40
"""… with so many code points before it, since people shout the word too."""
_APPEAL = re.compile(
    r"(?:Want to (?:support|read|know more)|Sign up|Subscribe|Click here|Read more|Follow (?:us|me|him|her|them) on)\b"
)


def is_furniture(text: str) -> bool:
    """Say whether a content holds words that belong to the page and not to what is said.

    >>> is_furniture("JUST WATCHED Ferry sinks off Pellam Replay More Videos ...")
    True
    """
    text = text[:TEXT_MAX]
    more = _MORE.search(text, _LIST_MIN)
    return bool(more or _VIDEOS.search(text) or _GLUED.search(text) or _APPEAL.match(text.lstrip(" “\"'")))
