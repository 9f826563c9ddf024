"""Who wrote a report, from all the lines that a page shows around it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.pages.authors import author_names
from sayso.pages.bylines import Byline, is_bare_by, names
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
    """Read a bare name near a date, when a role behind it, a "By" before it or its link says that it is a writer's."""
    line = lines[place]
    here = date_line(line.text)
    near = [other for other in lines[max(0, place - 2) : place + 4] if other is not line and not other.prose]
    if here is None and not any(date_line(other.text) for other in near):
        return ()
    after = lines[place + 1].text if place + 1 < len(lines) and not lines[place + 1].prose else ""
    if is_bare_by(line.text):
        return _whole(after).names
    parts = SPLIT.split(here.undated if here is not None else line.text)
    found = named_by_role([*parts, after])
    if found:
        return found
    first = parts[0].strip(" ,")
    return _whole(first).names if first in {name.strip(" ,") for name in line.credited} else ()


def _whole(text: str) -> Byline:
    """Read names that are the whole of a text, each of two words or more."""
    found = names(text)
    good = found.end == len(text) and all(" " in name for name in found.names)
    return found if good else Byline((), 0)
