"""The rest of the sentence that a statement stands in: what it speaks of, and whether it is affirmed there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.schema import Span

BEFORE_MAX = 100
AFTER_MAX = 50
"""Code points that are looked at on each side."""
_END = re.compile(r"""[.!?…][”"’')\]]*\s|\n""")
_FIRST_END = re.compile(r"""[.!?…][”"’')\]]*(?=\s|$)|\n""")
_ENDED = re.compile(r"""[.!?…]["”’')]*$""")


def around(text: str, content: Sequence[Span]) -> tuple[str, str]:
    """Give the words of its sentence before and after a content, white space made single.

    :param text: of the article.
    :param content: in order.
    :return: both empty for what is a sentence by itself; cut to whole words where the sentence is long.
    """
    start, end = content[0][0], content[-1][1]
    before = text[max(0, start - BEFORE_MAX) : start]
    ends = [found.end() for found in _END.finditer(before)]
    if ends:
        before = before[ends[-1] :]
    elif start > BEFORE_MAX:
        before = before.partition(" ")[2]
    after = text[end : end + AFTER_MAX]
    first = _FIRST_END.search(after)
    if first is not None:
        after = after[: first.end()]
    elif len(text) > end + AFTER_MAX:
        after = after.rpartition(" ")[0]
    if after[:1].isspace() and _ENDED.search(text[start:end].rstrip()):
        after = ""
    return " ".join(before.split()), " ".join(after.split())
