"""Which pages of a spread need a place of their own: forty copies of one page are one line, not forty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass

from sayso.claims.folded import folded
from sayso.schema import ClaimView, Passing, Station

COPIES_MIN = 3
"""Fewer pages with the words of another are shown one by one."""
PAGES_WHOLE = 8
"""If no more pages than this are left, each is shown with its words and reasons."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One page, and those that have its words and nothing else.

    :param page: the page.
    :param copies: in order of time; empty where there are few.
    :param brief: whether a line is enough: one of many pages that only repeat what others are counted for.
    """

    page: Station
    copies: tuple[Station, ...] = ()
    brief: bool = False


def grouped(view: ClaimView) -> list[Shown]:
    """Give the pages of a claim in order of time, those left out that only have another's words.

    A page is left out if it copied the words, all its reports repeat what is counted elsewhere, and the claim stands
    there in the same words; so nothing that counts, denies or differs is.
    """
    spread = view.spread
    reports = {one.statement: one.counts for one in view.origins.reports} if view.origins is not None else {}
    repeating = {
        page.id for page in spread.pages if all(reports.get(id) == "repeat" for id in page.statements) and reports
    }
    roots = _roots(view, repeating)
    copies: defaultdict[str, list[Station]] = defaultdict(list)
    for page in spread.pages:
        if roots[page.id] != page.id:
            copies[roots[page.id]].append(page)
    many = {id: tuple(those) for id, those in copies.items() if len(those) >= COPIES_MIN}
    left_out = {page.id for those in many.values() for page in those}
    left = [page for page in spread.pages if page.id not in left_out]
    brief = repeating - many.keys() if len(left) > PAGES_WHOLE else set()
    return [Shown(page, many.get(page.id, ()), page.id in brief) for page in left]


def ways_in(view: ClaimView) -> dict[str, list[Passing]]:
    """Give how the claim came to each station, by id."""
    found: defaultdict[str, list[Passing]] = defaultdict(list)
    for passing in view.spread.passings:
        found[passing.target].append(passing)
    return found


def _roots(view: ClaimView, repeating: Collection[str]) -> dict[str, str]:
    """Give for each page the one that has its words first; itself, where it has words or reports of its own."""
    ways = ways_in(view)
    pages = {page.id: page for page in view.spread.pages}
    same = _same_words(view)
    found: dict[str, str] = {}
    first_of: dict[str, str] = {}  # of a wire that no page of the corpus is from, the first page that has its words

    def root_of(id: str) -> str:
        """Follow copies of copies; pages that copied each other in a ring are each their own."""
        way: list[str] = []
        while id not in found:
            source = ways[id][0].source if len(ways[id]) == 1 and ways[id][0].how == "copied" else None
            if source is not None and source not in pages:
                source = first_of.setdefault(source, id)
            if source is None or source == id or id not in repeating or source in way or not same(id, source):
                found[id] = id
                break
            way.append(id)
            id = source
        for step in reversed(way):
            found[step] = found[id] if same(step, found[id]) else step
        return found[id]

    for id in pages:
        root_of(id)
    return found


def _same_words(view: ClaimView) -> Callable[[str, str], bool]:
    """Give what tells whether the claim stands on two pages in the same words, a dateline more or less."""
    inside = {one.statement for one in view.inside}
    texts = {one.id: _words(one.text) for one in view.statements if one.id not in inside}
    stating = {page.id: [texts[id] for id in page.statements if id in texts] for page in view.spread.pages}
    against = {page.id: page.against for page in view.spread.pages}

    def same(one: str, other: str) -> bool:
        return against[one] == against[other] and all(
            any(mine in theirs or theirs in mine for theirs in stating[other]) for mine in stating[one]
        )

    return same


def _words(text: str) -> str:
    return f" {' '.join(''.join(c if c.isalnum() else ' ' for c in folded(text)).split())} "
