"""Two statements held against each other in numbers: what a comparison is decided from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from sayso.claims import certainty, date_agreement, figure_agreement, place_agreement, polarity
from sayso.claims.facts import Facts
from sayso.schema.matches import Agreement

FAR_DAYS = 30


@dataclass(frozen=True, slots=True)
class Held:
    """Two statements, and how they compare aspect by aspect.

    :param shared: weight of the words that both have.
    :param left_only, right_only: weight of the words that one has.
    """

    left: Facts
    right: Facts
    similarity: float
    shared: float
    left_only: float
    right_only: float
    figures: Agreement
    times: Agreement
    places: Agreement
    polarity: Agreement
    certainty: Agreement
    speaker: Agreement
    names: Agreement


def held(left: Facts, right: Facts, similarity: float) -> Held:
    """Compare two statements in every aspect; turned round if the arguments are."""
    both = left.weights.keys() & right.weights.keys()
    return Held(
        left,
        right,
        similarity,
        shared=sum(left.weights[word] for word in both),
        left_only=sum(weight for word, weight in left.weights.items() if word not in both),
        right_only=sum(weight for word, weight in right.weights.items() if word not in both),
        figures=figure_agreement.agree_all(list(left.figures), list(right.figures)),
        times=date_agreement.agree_all(left.times, right.times),
        places=place_agreement.agree_all(left.places, right.places),
        polarity=_polarity(left, right),
        certainty=certainty.agree(left.certainty, right.certainty),
        speaker=_names(left.speaker, right.speaker),
        names=_names(left.names, right.names),
    )


def _polarity(left: Facts, right: Facts) -> Agreement:
    """Compare words and denials: a denial of what is said not to be so affirms it.

    Only clauses assert: "what it means" and "to run" are neither so nor not so.
    """
    if not (left.clause and right.clause):
        return "unclear"
    words = polarity.agree(left.tokens, right.tokens)
    if "questioned" in (left.polarity, right.polarity):
        return "unclear"
    if left.polarity == right.polarity:
        return words
    return {"contrary": "equal", "equal": "contrary"}.get(words, words)  # type: ignore[return-value]


def _names(left: frozenset[str], right: frozenset[str]) -> Agreement:
    if not left or not right:
        return "equal" if left == right else "unclear"
    if left == right:
        return "equal"
    if left <= right or right <= left:
        return "vaguer"
    return "compatible" if left & right else "apart"


def features_of(held: Held) -> Mapping[str, float]:
    """Give what the decision is made from; the same whichever statement comes first.

    Whether two statements contradict each other is no part of it: what is asked is whether they speak of the same
    thing, and how sure that is.
    """
    left, right = held.left, held.right
    less, more = sorted((held.left_only, held.right_only))
    small, large = sorted((held.shared + held.left_only, held.shared + held.right_only))
    run = LCSseq.similarity(left.words, right.words)
    shortest = min(len(left.words), len(right.words))
    apart = None if left.day is None or right.day is None else abs(left.day - right.day)
    names = len(left.names | right.names)
    return {
        "similarity": held.similarity,
        "similar": max(0.0, held.similarity - 0.8),
        "contained": held.shared / small if small else 0.0,
        "overlap": held.shared / large if large else 0.0,
        "missing": min(less, 6.0),
        "more": min(more, 12.0),
        "shared": min(held.shared, 8.0),
        "long run": min(run, 12) / 12,
        "short": 1 / (1 + shortest),
        "same speaker": float(held.speaker in ("equal", "vaguer", "compatible") and bool(left.speaker)),
        "names shared": len(left.names & right.names) / names if names else 0.0,
        "names apart": float(held.names in ("apart", "compatible")),
        "days": 1.0 if apart is None else min(apart, FAR_DAYS) / FAR_DAYS,
        "times equal": float(held.times in ("equal", "vaguer") and bool(left.times)),
        "certainty equal": float(held.certainty == "equal"),
        "alike and close": held.similarity * (1.0 if apart is None else 1 - min(apart, FAR_DAYS) / FAR_DAYS),
        "alike in both": held.similarity * (held.shared / large if large else 0.0),
        "finite alike": float(left.finite == right.finite),
        "both quoted": float(left.form in ("direct", "mixed") and right.form in ("direct", "mixed")),
        "questioned": float("questioned" in (left.polarity, right.polarity)),
    }
