"""One quotation in many wordings: laid side by side, with what was cut, joined, changed, and what alters the sense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.claims.alterations import alterations
from sayso.claims.laid_out import Laid, lay
from sayso.claims.one_quotation import THRESHOLD, Likeness, likeness, most_likely
from sayso.claims.wording import Wording, wording_of
from sayso.claims.wording_edits import Step, steps_of
from sayso.schema import Statement
from sayso.schema.matches import Alteration, Edit, Rewording, Variant

WORDS_MIN = 4
"""Fewer words are a scrap that may be anybody's."""
UNQUOTED = 0.7
"""What a word outside quotation marks is worth, beside 1 inside, when the fullest wording is sought."""
FRAME_MAX = 1.3
"""How much content a report may put around the words it quotes and still only shorten them."""
MEMBERS_MAX = 400
"""How many wordings are held against one another at once; more of one quotation change nothing in what is shown."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """One quotation in its wordings.

    :param fullest: the statement that has most of its words.
    :param variants: the others, fullest first.
    """

    fullest: Statement
    variants: tuple[Variant, ...]


def variant_of(left: Statement, right: Statement) -> Variant | None:
    """Hold two statements against each other; the same whichever comes first.

    :return: how the one with fewer words stands to the fuller one; ``None`` if they are not one quotation.
    """
    return _variant(wording_of(left), wording_of(right))


def likeness_of(left: Statement, right: Statement) -> Likeness:
    """Measure what speaks for two statements being one quotation; the same whichever comes first."""
    less, full = sorted(map(wording_of, (left, right)), key=_fullness)
    return likeness(less, full, lay(less, full))


def variants_of(statements: Sequence[Statement]) -> list[Wordings]:
    """Group statements by quotation, fullest wording first; those that share theirs with no other are left out.

    Each wording is held against the fullest of its group, never against its neighbours, so groups do not drift. Takes
    the number of groups times the number of statements; past ``MEMBERS_MAX`` statements the least full are left out.
    """
    wordings = sorted(map(wording_of, statements), key=_fullness, reverse=True)[:MEMBERS_MAX]
    out: list[Wordings] = []
    while wordings:
        fullest, *others = wordings
        found = [(other, _variant(other, fullest)) for other in others]
        variants = tuple(variant for _, variant in found if variant is not None)
        if variants:
            out.append(Wordings(fullest.statement, variants))
        wordings = [other for other, variant in found if variant is None]
    return out


def wordings_of(one: Statement, others: Sequence[Statement]) -> Wordings | None:
    """Find the other wordings of one statement's quotation; the same whatever the order of the others.

    The fullest wording is sought among those that are one quotation with the statement; all that are one with that make
    the group. Takes time linear in the number of others.

    :return: ``None`` if it has no other wording.
    """
    own = wording_of(one)
    held = {other.id: wording_of(other) for other in others if other.id != one.id}
    alike = [other for other in held.values() if _variant(own, other) is not None]
    if not alike:
        return None
    fullest = max((own, *alike), key=_fullness)
    ranked = sorted((own, *held.values()), key=_fullness, reverse=True)
    found = [_variant(other, fullest) for other in ranked if other is not fullest]
    kept = tuple(variant for variant in found if variant is not None and variant.fullest == fullest.statement.id)
    return Wordings(fullest.statement, kept)


def _fullness(wording: Wording) -> tuple[float, int, str]:
    """Say how much of a quotation a wording has, [inserted] words aside; ties are broken by id, so that order does not
    matter.
    """
    told = sum(
        weight * (1.0 if quoted else UNQUOTED)
        for weight, quoted, inserted in zip(wording.weights, wording.quoted, wording.inserted, strict=True)
        if not inserted
    )
    return round(told, 6), -sum(wording.inserted), wording.statement.id


def _variant(left: Wording, right: Wording) -> Variant | None:
    less, full = sorted((left, right), key=_fullness)
    if len(less) < WORDS_MIN or most_likely(less, full) < THRESHOLD:
        return None
    laid = lay(less, full)
    if likeness(less, full, laid).probability < THRESHOLD:
        return None
    steps = steps_of(less, full, laid)
    altered = alterations(less, full, steps)
    edits = tuple(
        Edit(step.kind, less.text(*step.here), full.text(*step.there), found[0] if found else None)
        for step, found in zip(steps, altered, strict=True)
    )
    every: tuple[Alteration, ...] = ("negation", "number", "name", "certainty", "quantity")
    seen = {one for found in altered for one in found}
    return Variant(
        less.statement.id,
        full.statement.id,
        _rewording(less, full, laid, steps),
        edits,
        tuple(one for one in every if one in seen),
        _score(less, laid),
    )


def _score(less: Wording, laid: Laid) -> float:
    total = sum(less.weights)
    return min(1.0, sum(less.weights[i] for i, _ in (*laid.pairs, *laid.moved)) / total) if total else 0.0


def _rewording(less: Wording, full: Wording, laid: Laid, steps: list[Step]) -> Rewording:
    matched = [index for index, step in enumerate(steps) if step.kind in ("kept", "shifted")]
    shifted = sum(step.kind == "shifted" for step in steps)
    changed = False
    for index, step in enumerate(steps):
        if step.kind not in ("changed", "added"):
            continue
        inner = matched[0] < index < matched[-1]
        if inner or not _is_frame(less, step.here, before=index < matched[0]):
            changed = True
    if changed or shifted:
        indirect = shifted and _told(less, full, steps)
        return "indirect" if indirect else "reworded" if changed else "same" if len(steps) == 1 else "shortened"
    if laid.moved:
        return "joined"
    dropped = [index for index, step in enumerate(steps) if step.kind == "dropped" and not _is_link(full, step.there)]
    if any(matched[0] < index < matched[-1] and steps[index].here[0] in less.gaps for index in dropped):
        return "joined"
    return "shortened" if dropped or any(step.kind == "changed" for step in steps) else "same"


def _is_frame(less: Wording, words: tuple[int, int], *, before: bool) -> bool:
    """Say whether words at an end are the report's frame around a quotation, or sentences of their own."""
    first, stop = words
    if stop in less.gaps if before else first in less.gaps:
        return True
    if all(not less.quoted[place] for place in range(first, stop)):
        return sum(less.weights[first:stop]) <= FRAME_MAX or not any(less.quoted)
    return stop - 1 in less.ends if before else first - 1 in less.ends or first in less.gaps


def _is_link(full: Wording, words: tuple[int, int]) -> bool:
    """Say whether words are only what ties a quotation into its sentence: "that", "it was"."""
    return not any(full.quoted[slice(*words)]) and any(full.quoted) and sum(full.weights[slice(*words)]) < FRAME_MAX


def _told(less: Wording, full: Wording, steps: list[Step]) -> bool:
    """Say whether a wording tells in the third person what the fullest has in the first."""
    return any(
        not less.quoted[i] and full.quoted[j]
        for step in steps
        if step.kind == "shifted"
        for i, j in zip(range(*step.here), range(*step.there), strict=True)
    )
