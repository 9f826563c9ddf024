"""Which of two articles took the shared words from the other, as far as something tells.

Evidence, strongest first: an article that says so ("first published by …"); agencies that publish or are credited;
words that stand in quotation marks in both; an outlet named as a source; the order of publication. What speaks for
both sides, or for neither, is left open, with the reason.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from sayso.claims.citing import first_by, site_of, third_named, told_by
from sayso.claims.credits import Credit, credits_of
from sayso.claims.moments import Moment, later_by, moment_of
from sayso.schema import Entry, Span
from sayso.schema.matches import Direction

QUOTED = 0.8
"""So large a part of the shared letters in quotation marks, in both, and they are somebody's words, not an outlet's."""
RERUN = 0.5
"""So large a part of an article in another one, and the later one is made from the earlier, however much later."""
SOON = timedelta(days=14)
"""Less than that, and the later one is thought to be made from the earlier for so long; outlets and authors repeat
background and notes on themselves for years."""
TOGETHER = timedelta(minutes=5)
"""Articles published within so short a time are not told apart by it: agencies send to many at once."""

Passages = Sequence[tuple[Span, Span]]
Verdict = tuple[Direction, str] | None


@dataclass(frozen=True)
class Side:
    """One of two articles that share words, with what says where it has them from.

    :param entry: the article.
    :param text: its text.
    """

    entry: Entry
    text: str

    @cached_property
    def credits(self) -> tuple[Credit, ...]:
        """The agencies that it credits."""
        return credits_of(self.entry, self.text)

    @cached_property
    def own_agency(self) -> str | None:
        """The agency that publishes it; ``None`` if no agency does."""
        return next((c.agency for c in self.credits if c.where in ("publisher", "address")), None)

    @cached_property
    def moment(self) -> Moment | None:
        """When it was published."""
        return moment_of(self.entry)

    @cached_property
    def marks(self) -> list[Span]:
        """Where words stand in quotation marks."""
        return _quoted(self.text)

    @cached_property
    def authors(self) -> frozenset[str]:
        """Who signs it."""
        names = re.split(r"[;,|/]| and ", (self.entry.author or "")[:500])
        return frozenset(plain for name in names if " " in (plain := " ".join(name.split()).casefold()))

    @property
    def name(self) -> str:
        """What to call it in a sentence."""
        written = " ".join((self.entry.publisher or "").split())[:80]
        return written or site_of(self.entry.url) or f"article {self.entry.id}"

    def crediting(self, agency: str | None = None) -> Credit | None:
        """Give its credit to an agency, or to the first; its own publisher is none."""
        found = (c for c in self.credits if c.where in ("text", "byline") and c.agency != self.own_agency)
        return next((c for c in found if agency in (None, c.agency)), None)


def direction_of(left: Side, right: Side, passages: Passages) -> tuple[Direction, str]:
    """Say which of two articles has the shared words from the other.

    :param passages: the shared stretches, as they stand in ``left`` and in ``right``.
    :return: the direction, and why in a plain sentence.
    """
    judges = (_stated, _agencies, _speaker, _cited, _order)
    return next(found for judge in judges if (found := judge(left, right, passages)) is not None)


def _stated(left: Side, right: Side, _: Passages) -> Verdict:
    """One says that its text, or its news, was the other's first; or both say that of one third."""
    if (found := _by_words(left, right, first_by, "says that {} had it first")) is not None:
        return found
    here, there = third_named(left.text), third_named(right.text)
    if named := next((name for name in here if name in there), None):
        return "from a third", f"Both name another as first: “{here[named]}”."
    return None


def _cited(left: Side, right: Side, _: Passages) -> Verdict:
    """One names the other as a source."""
    return _by_words(left, right, told_by, "names {} as a source")


def _by_words(left: Side, right: Side, find: Callable[[str, Entry], str | None], says: str) -> Verdict:
    if _same_publisher(left, right):  # an outlet that names itself says nothing about two of its articles
        return None
    here, there = find(left.text, right.entry), find(right.text, left.entry)
    if here and there:
        return "not known", f"Each names the other: {left.name} has “{here}”, {right.name} has “{there}”."
    if not here and not there:
        return None
    copier, source = (left, right) if here else (right, left)
    reason = f"{copier.name} {says.format(source.name)}: “{here or there}”."
    if (gap := _surely_later(copier, source)) is not None:
        return "not known", f"{reason} But {source.name} was published {gap} later."
    return _taken(copier is left), reason


def _agencies(left: Side, right: Side, _: Passages) -> Verdict:
    """One is an agency that the other credits; or both credit one; or one credits one, which leaves it open."""
    for copier, source in ((left, right), (right, left)):
        agency = source.own_agency
        credit = copier.crediting(agency) if agency and copier.own_agency is None else None
        if credit is not None:
            reason = f"{copier.name} credits {agency} (“{credit.words[:80]}”), which publishes the other."
            return _taken(copier is left), reason
    if left.own_agency is None and right.own_agency is None:
        for credit in left.credits:
            other = right.crediting(credit.agency)
            # "The AP contributed" under two texts of one outlet says nothing of the words that they share.
            if other is not None and ((credit.whole and other.whole) or not _same_publisher(left, right)):
                by = f"{left.name} by “{credit.words[:80]}”, {right.name} by “{other.words[:80]}”"
                return "from a third", f"Both credit {credit.agency}: {by}."
    for one, neighbour in ((left, right), (right, left)):
        credit = one.crediting()
        if credit is not None and credit.whole and not neighbour.credits:
            reason = (
                f"{one.name} credits {credit.agency} for its text (“{credit.words[:80]}”); {neighbour.name} credits"
                " nobody and may have the words from the agency or from the other."
            )
            return "not known", reason
    return None


def _speaker(left: Side, right: Side, passages: Passages) -> Verdict:
    """Nearly all that they share stands in quotation marks: both have it from whoever said it."""
    least = min(_inside(left.marks, [p[0] for p in passages]), _inside(right.marks, [p[1] for p in passages]))
    if least < QUOTED:
        return None
    percent = round(100 * least)
    return "from a third", f"{percent} % of the shared words stand in quotation marks in both: they are a speaker's."


def _order(left: Side, right: Side, passages: Passages) -> Verdict:
    """One was surely published before the other, soon or with most of it, and nothing else is named."""
    most = max(_part(left, [p[0] for p in passages]), _part(right, [p[1] for p in passages])) >= RERUN
    same = _same_publisher(left, right)
    named = _named(left, right)
    for copier, source in ((left, right), (right, left)):
        gap = _surely_later(source, copier)
        if gap is None:
            continue
        if same:
            if most:
                return _taken(copier is left), f"Both are by {left.name}; the later one, by {gap}, repeats the other."
            reason = f"Both are by {left.name}, {gap} apart; an outlet repeats its own sign-offs and background."
            return "not known", reason
        after = f"{copier.name} was published {gap} after {source.name}"
        if authors := left.authors & right.authors:
            return "not known", f"{after}, but both are signed by {min(authors).title()}."
        if named:
            return "not known", f"{after}, but {named}."
        if not most and not _within(source, copier, SOON):
            return "not known", f"{after}; so much later, and of so little, both may be from elsewhere."
        return _taken(copier is left), f"{after}, and neither names another source."
    if left.moment is not None and right.moment is not None:
        reason = "They were published too close together to tell by time"
    else:
        missing = " and ".join(dict.fromkeys(side.name for side in (left, right) if side.moment is None))
        reason = f"There is no usable time of publication for {missing}"
    reason = f"{reason}; {named}." if named else f"{reason}, and neither names a source."
    return "not known", f"{reason} Both are by {left.name}." if same else reason


def _named(left: Side, right: Side) -> str:
    """Say which agencies the two credit; empty if none."""
    found = [(side, credit) for side in (left, right) if (credit := side.crediting()) is not None]
    return " and ".join(f"{side.name} credits {credit.agency} (“{credit.words[:80]}”)" for side, credit in found)


def _taken(by_left: bool) -> Direction:
    return "left from right" if by_left else "right from left"


def _same_publisher(left: Side, right: Side) -> bool:
    return bool(left.entry.publisher) and left.entry.publisher == right.entry.publisher


def _surely_later(earlier: Side, later: Side) -> str | None:
    """Say by how much the second was published later; ``None`` if it need not have been."""
    if earlier.moment is None or later.moment is None:
        return None
    gap = later_by(earlier.moment, later.moment)
    if gap is None or gap < TOGETHER:
        return None
    if earlier.moment.day_only or later.moment.day_only or gap.days >= 2:
        days = (later.moment.middle.date() - earlier.moment.middle.date()).days
        return f"{days} day{'s' * (days != 1)}"
    minutes = int(gap.total_seconds()) // 60
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"


def _within(earlier: Side, later: Side, time: timedelta) -> bool:
    return bool(earlier.moment and later.moment and later.moment.middle - earlier.moment.middle <= time)


def _quoted(text: str) -> list[Span]:
    """Find what stands in double quotation marks; a paragraph ends one that is never closed."""
    out: list[Span] = []
    start = -1
    for match in re.finditer(r'["\u201c\u201d\u201e\u00ab\u00bb]|\n[ \t]*\n', text):
        mark = match.group()[0]
        if start < 0 and mark in '"\u201c\u201e\u00ab':
            start = match.start()
        elif start >= 0 and mark not in "\u201c\u201e\u00ab":
            out.append(Span(start, match.end()))
            start = -1
    if start >= 0:
        out.append(Span(start, len(text)))
    return out


def _inside(marks: Sequence[Span], spans: Sequence[Span]) -> float:
    """Say what part of the letters of some spans stands in quotation marks."""
    starts = [mark.start for mark in marks]
    inside = 0
    for span in spans:
        at = max(bisect_right(starts, span.start) - 1, 0)
        while at < len(marks) and marks[at].start < span.end:
            inside += max(0, min(span.end, marks[at].end) - max(span.start, marks[at].start))
            at += 1
    return inside / max(1, sum(span.end - span.start for span in spans))


def _part(side: Side, spans: Sequence[Span]) -> float:
    return sum(span.end - span.start for span in spans) / max(1, len(side.text))
