"""Who wrote a report, from the lines that a page shows beside it: "Nora Halvorsen | Staff | May 12, 2024"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.pages.bylines import byline, names
from sayso.pages.datelines import date_line

_LENGTH_MAX = 200
SPLIT = re.compile(r"\s*[|·•●–—]+\s*|\s+[/-]\s+")
_ROLE = re.compile(
    r"\W*(?:(?:[A-Za-z&]+[ \-]){0,4}(?:reporter|correspondent|editor|(?:staff|feature|features) writer|columnist|"
    r"contributor|journalist|critic|bureau chief)|staff)\b(?P<rest>[^.!?]{0,40})\Z",
    re.IGNORECASE,
)
_SMALL = frozenset("for at of in and the on".split())
# What may follow the names: a bar, a comma, a date that was cut out, a role, where or for whom.
_TAIL = re.compile(r"\W*(?:(?:on|at|in|for|posted|published|updated|and)\b|[A-Z@\d]|\Z)")


def credit(line: str) -> tuple[str, ...]:
    """Give whom one line names as the writer: by "By", by "Words:", or by a role beside the name and a date.

    >>> credit("Nora Halvorsen | Staff | May 12, 2024")
    ('Nora Halvorsen',)
    """
    if len(line) > _LENGTH_MAX:
        return ()
    dated = date_line(line)
    text = dated.undated if dated is not None else line
    found = _named(text)
    return found or (named_by_role(SPLIT.split(text)) if dated is not None else ())


def _named(text: str) -> tuple[str, ...]:
    """Read a line that says itself that it names the writer."""
    starts = [0, *(match.end() for match in re.finditer(r"\|+\s*", text))]
    for start in starts[:6]:
        part = text[start:].rstrip(" |")
        found = byline(part)
        if found is not None and _TAIL.match(part[found.end :]):
            return found.names
    return ()


def named_by_role(parts: Sequence[str]) -> tuple[str, ...]:
    """Read a name that a role follows: "Nora Halvorsen, Harbour Correspondent", "Nora Halvorsen | Staff"."""
    parts = [part for part in parts if part.strip(" |,")]
    if not parts:
        return ()
    first = parts[0].strip(" |,")
    found = names(first)
    if not found.names or any(" " not in name for name in found.names):
        return ()
    rest = first[found.end :].strip(" ,")
    if rest:
        return found.names if _is_role(rest) else ()
    return found.names if len(parts) > 1 and _is_role(parts[1]) else ()


def _is_role(text: str) -> bool:
    """Say whether a text is a writer's role: "Editor at The Bell", not "editor of the market's newsletter"."""
    found = _ROLE.match(text)
    words = re.findall(r"[^\W\d_][\w’'&-]*", found["rest"]) if found is not None else []
    return found is not None and all(word[0].isupper() or word in _SMALL for word in words)
