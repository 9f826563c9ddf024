"""Which of two articles took the shared words from the other, as far as something tells.

Evidence, strongest first: an article that says so ("first published by …"); for one outlet's articles about different
things, that the words are its standing text; agencies that publish or are credited; an outlet named right beside the
shared words as their source; words that stand as somebody's in both; an outlet named elsewhere; the order of
publication. What speaks for both sides, or for neither, is left open, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from sayso.claims.citing import first_by, site_of, tellings, third_named, told_by
from sayso.claims.credits import Credit, credits_of
from sayso.claims.moments import Moment, later_by, moment_of
from sayso.claims.one_outlet import one_outlet
from sayso.claims.quoted import part_inside, quoted_in
from sayso.claims.standing_text import is_list, speak_of_others
from sayso.schema import Entry, Span
from sayso.schema.matches import Direction

QUOTED, QUOTED_LEAST = 0.6, 0.4
"""So large a part of the shared letters in quotation marks, on average of both and in each, and they are somebody's
words, not an outlet's. Words that only one of them quotes may be the other's own."""
BESIDE = 200
"""Letters before and behind shared words in which a source that is named is theirs."""
RERUN = 0.5
"""So large a part of an article in another one, and the later one is made from the earlier, however much later."""
SOON = timedelta(days=14)
"""Less than that, and the later one is thought to be made from the earlier for so long; outlets and authors repeat
background and notes on themselves for years."""
FOLLOWED = timedelta(days=3)
"""Less than that, and an outlet's later article is thought to go on from its earlier one, whatever little they share.
On the design half all such pairs were a day apart."""
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
        """Where words stand as somebody's."""
        return quoted_in(self.text)

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
    return judged(left, right, passages)[:2]


def judged(left: Side, right: Side, passages: Passages) -> tuple[Direction, str, bool]:
    """Say the same as ``direction_of``, and whether the agencies that are credited decided it."""
    judges = (_stated, _standing, _agencies, _cited_beside, _speaker, _cited, _order)
    judge, found = next((judge, found) for judge in judges if (found := judge(left, right, passages)) is not None)
    return *found, judge is _agencies


def _stated(left: Side, right: Side, _: Passages) -> Verdict:
    """One says that its text, or its news, was the other's first; or both say that of one third."""
    here, there = first_by(left.text, right.entry), first_by(right.text, left.entry)
    if (found := _by_words(left, right, here, there, "says that {} had it first")) is not None:
        return found
    named_here, named_there = third_named(left.text), third_named(right.text)
    if named := next((name for name in named_here if name in named_there), None):
        return "from a third", f"Both name another as first: “{named_here[named]}”."
    return None


def _standing(left: Side, right: Side, passages: Passages) -> Verdict:
    """One outlet's articles about different things share what the outlet has standing, and no report."""
    if not one_outlet(left.entry, right.entry) or _quoted_part(left, right, passages):
        return None
    here, there = [p[0] for p in passages], [p[1] for p in passages]
    outlet = left.name if left.name == right.name else site_of(left.entry.url)
    if is_list(left.text, here) and is_list(right.text, there):
        return "from a third", f"Both are by {outlet}, and the shared words are a list: its own."
    if speak_of_others(left.text, here, right.text, there):
        return "from a third", f"Both are by {outlet} and speak of different things: the words are its standing text."
    return None


def _cited_beside(left: Side, right: Side, passages: Passages) -> Verdict:
    """One names the other as a source right beside most of the shared words."""
    return _by_words(
        left,
        right,
        _named_beside(left, right.entry, [p[0] for p in passages]),
        _named_beside(right, left.entry, [p[1] for p in passages]),
        "names {} as a source beside the shared words",
    )


def _named_beside(side: Side, other: Entry, spans: Sequence[Span]) -> str | None:
    near = [Span(max(0, at.start - BESIDE), at.end + BESIDE) for at in tellings(side.text, other)]
    beside = [span for span in spans if any(at.start < span.end and span.start < at.end for at in near)]
    if 2 * sum(span.end - span.start for span in beside) < sum(span.end - span.start for span in spans):
        return None
    return told_by(side.text, other)


def _cited(left: Side, right: Side, passages: Passages) -> Verdict:
    """One names the other as a source somewhere; what the other has from a speaker itself is not meant by that."""
    here = told_by(left.text, right.entry) if _inside(right, [p[1] for p in passages]) < QUOTED else None
    there = told_by(right.text, left.entry) if _inside(left, [p[0] for p in passages]) < QUOTED else None
    return _by_words(left, right, here, there, "names {} as a source")


def _by_words(left: Side, right: Side, here: str | None, there: str | None, says: str) -> Verdict:
    """Judge by the words with which each names the other; ``None`` where it does not."""
    if one_outlet(left.entry, right.entry):  # an outlet that names itself says nothing about two of its articles
        return None
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
            if other is not None and ((credit.whole and other.whole) or not one_outlet(left.entry, right.entry)):
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
    """Most of what they share stands as somebody's words: both have it from whoever said it."""
    part = _quoted_part(left, right, passages)
    if not part:
        return None
    percent = round(100 * part)
    return "from a third", f"{percent} % of the shared words stand in quotation marks in both: they are a speaker's."


def _order(left: Side, right: Side, passages: Passages) -> Verdict:
    """One was surely published before the other, soon or with most of it, and nothing else is named."""
    most = max(_part(left, [p[0] for p in passages]), _part(right, [p[1] for p in passages])) >= RERUN
    same = one_outlet(left.entry, right.entry)
    named = _named(left, right)
    for copier, source in ((left, right), (right, left)):
        gap = _surely_later(source, copier)
        if gap is None:
            continue
        if same:
            if most or _within(source, copier, FOLLOWED):
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


def _surely_later(earlier: Side, later: Side) -> str | None:
    """Say by how much the second was published later; ``None`` if it need not have been."""
    if earlier.moment is None or later.moment is None:
        return None
    days = (later.moment.middle.date() - earlier.moment.middle.date()).days
    if earlier.moment.day_only and later.moment.day_only and one_outlet(earlier.entry, later.entry):
        # One outlet goes by one clock: its next day is later.
        return f"{days} day{'s' * (days != 1)}" if days > 0 else None
    gap = later_by(earlier.moment, later.moment)
    if gap is None or gap < TOGETHER:
        return None
    if earlier.moment.day_only or later.moment.day_only or gap.days >= 2:
        return f"{days} day{'s' * (days != 1)}"
    minutes = int(gap.total_seconds()) // 60
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"


def _within(earlier: Side, later: Side, time: timedelta) -> bool:
    return bool(earlier.moment and later.moment and later.moment.middle - earlier.moment.middle <= time)


def _inside(side: Side, spans: Sequence[Span]) -> float:
    return part_inside(side.marks, spans)


def _quoted_part(left: Side, right: Side, passages: Passages) -> float:
    """Say what part of the shared letters stands as somebody's words, on average of both; 0 if that is not most."""
    parts = _inside(left, [p[0] for p in passages]), _inside(right, [p[1] for p in passages])
    return sum(parts) / 2 if sum(parts) >= 2 * QUOTED and min(parts) >= QUOTED_LEAST else 0.0


def _part(side: Side, spans: Sequence[Span]) -> float:
    return sum(span.end - span.start for span in spans) / max(1, len(side.text))
