"""Who wrote a report, from all the lines that a page shows around it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.pages.authors import author_names
from sayso.pages.bylines import Byline, names
from sayso.pages.credit_lines import SPLIT, credit, named_by_role
from sayso.pages.datelines import date_line
from sayso.pages.shown_lines import Line, Shown


def author_of_lines(shown: Shown, publisher: str | None) -> str | None:
    """Give the names that the lines around a report credit with it, joined by ``"; "``.

    :param publisher: as in ``author_names``.
    """
    for lines in (shown.below, shown.above, shown.end):
        for place, line in enumerate(lines):
            if line.prose:
                continue
            found = credit(line.text) or _beside_a_date(lines, place)
            if found and (known := author_names(found, publisher)):
                return known
    return None


def _beside_a_date(lines: Sequence[Line], place: int) -> tuple[str, ...]:
    """Read a bare name whose next lines in the same block, or whose link, show that it is a writer's."""
    line = lines[place]
    near = [other for other in lines[max(0, place - 2) : place + 4] if other is not line]
    mates = [other.text for other in near if other.block == line.block]
    here = date_line(line.text)
    text = here.undated if here is not None else line.text
    if here is None and not any(date_line(other.text) for other in near):
        return ()
    parts = SPLIT.split(text)
    after = [other.text for other in lines[place + 1 : place + 2] if other.block == line.block]
    if here is not None or any(date_line(text) for text in mates):
        found = named_by_role([*parts, *after])
        if found:
            return found
    whole = _whole(parts[0].strip(" ,"))
    linked = {name.strip(" ,") for name in line.credited}
    return whole.names if whole.names and parts[0].strip(" ,") in linked else ()


def _whole(text: str) -> Byline:
    """Read names that are the whole of a text, each of two words or more."""
    found = names(text)
    good = found.end == len(text) and all(" " in name for name in found.names)
    return found if good else Byline((), 0)
