"""Two statements compared: the same, related, different or conflicting, and why.

Two steps. Numbers (``features.py``) say how likely two statements speak of the same thing, by logistic regression.
Where that is not out of the question, a model reads both together (``cross_encoder.py``), and a second regression
weighs what it says with the first chance. Both are fitted on labelled pairs (``training/claims.py``). Whether what they
say can both be so is decided by rules, aspect by aspect: a statement that is vaguer never contradicts.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from sayso.claims.cross_encoder import Read
from sayso.claims.facts import Facts
from sayso.claims.features import Held, features_of, held
from sayso.schema.matches import Agreement, Aspect, Comparison, Matter

WORDS_MAX = 8
"""Words that an aspect shows of each side."""
TOLD_MIN = 1.5
"""How much the words of the shorter statement must tell for it to be about something: "it might not work" tells 0.5. Of
the design pairs that are the same, one in fifty tells less."""
READ_MIN = 0.05
"""The chance of a match from which two statements are read together; of labelled pairs that are the same it loses one
in forty."""
ONE_ARTICLE_MIN = 0.7
"""The chance of a match from which two statements of one article are the same. The decision was fitted on pairs of
different articles, for which a common day and subject mean something."""
UNRELATED = 0.35
"""The cosine below which nothing is held to be related: no labelled pair lies there, so nothing could be fitted."""
CONFLICT_OVERLAP = 0.5
"""Part of the longer statement's words that both must have for a contradiction to count: two figures in sentences that
share little else are hardly ever of one thing."""
DOER_OVERLAP = 0.9
"""How much of the words beside the names must be shared for another name to be another doer of the same."""
DOER_WEIGHT = 3.0
"""And how much these words must tell."""


@dataclass(frozen=True, slots=True)
class Line:
    """A logistic regression: weights by feature, and what is added."""

    weights: Mapping[str, float]
    offset: float

    def chance(self, features: Mapping[str, float]) -> float:
        """Give the probability."""
        total = self.offset + sum(weight * features[name] for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Decision:
    """What was fitted.

    :param match: whether two statements assert something of the same thing, be it the same or the contrary.
    :param related: of those that do not, whether they are about one matter.
    :param same_min: the chance of a match from which they are the same.
    :param conflict_min: the chance of a match from which a contradiction counts as one.
    :param same: whether two statements that were read together are the same.
    :param read_same_min: the chance from which these are.
    """

    match: Line
    related: Line
    same_min: float
    conflict_min: float
    same: Line
    read_same_min: float


@lru_cache(maxsize=1)
def fitted() -> Decision:
    """Load the decision that ships with the package."""
    return decision_of(json.loads((files("sayso") / "models" / "meaning" / "decision.json").read_text("utf8")))


def decision_of(card: Mapping[str, Mapping[str, object]]) -> Decision:
    """Read a decision from its JSON."""
    match, related, same = (
        Line(card[name]["weights"], card[name]["offset"])  # type: ignore[arg-type]
        for name in ("match", "related", "same")
    )
    bounds: Mapping[str, float] = card["bounds"]  # type: ignore[assignment]
    return Decision(match, related, bounds["same"], bounds["conflict"], same, bounds["read same"])


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two statements after the first step.

    :param chance: that they assert something of the same thing, by numbers alone.
    :param matters: in what they cannot both be so, if they do.
    """

    both: Held
    features: Mapping[str, float]
    chance: float
    matters: tuple[Matter, ...]

    @property
    def worth_reading(self) -> bool:
        """Whether reading both together can change the result, and is needed for it."""
        alike = self.both.left.tokens.words == self.both.right.tokens.words
        return says_something(self.both) and self.chance >= READ_MIN and not alike and not self.contradicts

    @property
    def contradicts(self) -> bool:
        """Whether both surely speak of the same thing, and cannot both be so."""
        sure = self.chance >= fitted().conflict_min and self.features["overlap"] >= CONFLICT_OVERLAP
        return bool(self.matters) and sure


def weigh(left: Facts, right: Facts, similarity: float) -> Weighed:
    """Take the first step; the same whichever statement comes first.

    :param similarity: cosine of their vectors.
    """
    if left.statement > right.statement:
        left, right = right, left
    both = held(left, right, similarity)
    features = features_of(both)
    return Weighed(both, features, fitted().match.chance(features), matters_of(both))


def features_read(chance: float, read: Read) -> Mapping[str, float]:
    """Give what the second step is decided from: log-odds of the first chance and of what the model said."""
    return {
        "first": _log_odds(chance),
        "same": _log_odds(read.same),
        "related": _log_odds(read.related),
        "different": _log_odds(read.different),
        "conflicting": _log_odds(read.conflicting),
    }


def _log_odds(chance: float) -> float:
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(chance / (1 - chance))


def decide(pair: Weighed, read: Read | None) -> Comparison:
    """Take the second step.

    :param read: what the cross-encoder says of the two; ``None`` where they are not worth reading.
    """
    decision = fitted()
    both = pair.both
    aspects = tuple(aspect for build in _ASPECTS if (aspect := build(both)) is not None)
    ids = both.left.statement, both.right.statement
    similarity = round(both.similarity, 4)
    same = pair.chance if read is None else decision.same.chance(features_read(pair.chance, read))
    if not says_something(both):
        return Comparison(*ids, "different", round(1 - same, 4), similarity, aspects)
    if pair.contradicts:
        return Comparison(*ids, "conflicting", round(pair.chance, 4), similarity, aspects, pair.matters)
    least = decision.same_min if read is None else decision.read_same_min
    if both.left.article == both.right.article:
        least = max(least, ONE_ARTICLE_MIN)
    if same >= least and not pair.matters:
        return Comparison(*ids, "same", round(same, 4), similarity, aspects)
    related = _related(pair, read, decision)
    apart = 1 - same
    if related >= 0.5:
        return Comparison(*ids, "related", round(apart * related, 4), similarity, aspects)
    return Comparison(*ids, "different", round(apart * (1 - related), 4), similarity, aspects)


def _related(pair: Weighed, read: Read | None, decision: Decision) -> float:
    """Say how likely two statements that are not the same are about one matter."""
    if read is not None:
        return 1 - read.different
    return decision.related.chance(pair.features) if pair.both.similarity >= UNRELATED else 0.0


def says_something(both: Held) -> bool:
    """Say whether both statements say enough to be compared, and are what somebody says at all."""
    return told_by(both) >= TOLD_MIN and not (both.left.furniture or both.right.furniture)


def told_by(both: Held) -> float:
    """Say how much the words of the shorter statement tell."""
    return both.shared + min(both.left_only, both.right_only)


def matters_of(both: Held) -> tuple[Matter, ...]:
    """Give in what two statements cannot both be so, if they speak of the same."""
    found: list[Matter] = []
    for matter, agreement in (
        ("number", both.figures),
        ("time", both.times),
        ("place", both.places),
        ("polarity", both.polarity),
    ):
        if agreement == "contrary":
            found.append(matter)  # type: ignore[arg-type]
    if _other_doer(both):
        found.append("speaker")
    return tuple(found)


def _other_doer(both: Held) -> bool:
    """Say whether all is the same but for one name in the other's place."""
    left, right = both.left, both.right
    # Who "I" is follows from who is quoted; that is another question, and another conflict.
    ours, theirs = left.names - right.names - left.speaker, right.names - left.names - right.speaker
    if not ours or not theirs or both.places not in ("equal", "vaguer") or not (left.clause and right.clause):
        return False
    rest_left = {word: weight for word, weight in left.weights.items() if word not in left.names}
    rest_right = {word: weight for word, weight in right.weights.items() if word not in right.names}
    shared = sum(weight for word, weight in rest_left.items() if word in rest_right)
    most = max(sum(rest_left.values()), sum(rest_right.values()))
    return shared >= DOER_WEIGHT and shared >= DOER_OVERLAP * most


def _who(both: Held) -> Aspect | None:
    if not both.left.names and not both.right.names:
        return None
    return Aspect("who", both.names, _listed(both.left.names), _listed(both.right.names))


def _what(both: Held) -> Aspect:
    small = told_by(both)
    large = both.shared + max(both.left_only, both.right_only)
    contained, overlap = (both.shared / small, both.shared / large) if small and large else (0.0, 0.0)
    agreement: Agreement
    if overlap >= 0.8:
        agreement = "equal"
    elif contained >= 0.8:
        agreement = "vaguer"
    elif contained >= 0.4:
        agreement = "compatible"
    else:
        agreement = "unclear" if both.similarity >= 0.6 else "apart"
    return Aspect("what", agreement, *_own_words(both))


def _own_words(both: Held) -> tuple[str, str]:
    """Give the words that each side has alone, the most telling first."""
    out = []
    for ours, theirs in ((both.left, both.right), (both.right, both.left)):
        own = sorted(ours.weights.keys() - theirs.weights.keys(), key=lambda word: (-ours.weights[word], word))
        out.append(" ".join(own[:WORDS_MAX]))
    return out[0], out[1]


def _how_many(both: Held) -> Aspect | None:
    left, right = (", ".join(one.words for one in side.figures[:WORDS_MAX]) for side in (both.left, both.right))
    return Aspect("how many", both.figures, left, right) if left or right else None


def _when(both: Held) -> Aspect | None:
    left, right = (", ".join(one.words for one in side.times[:WORDS_MAX]) for side in (both.left, both.right))
    return Aspect("when", both.times, left, right) if left or right else None


def _where(both: Held) -> Aspect | None:
    left, right = (", ".join(one.words for one in side.places[:WORDS_MAX]) for side in (both.left, both.right))
    return Aspect("where", both.places, left, right) if left or right else None


def _polarity(both: Held) -> Aspect:
    return Aspect("polarity", both.polarity, both.left.polarity, both.right.polarity)


def _certainty(both: Held) -> Aspect:
    return Aspect("certainty", both.certainty, both.left.certainty, both.right.certainty)


_ASPECTS: tuple[Callable[[Held], Aspect | None], ...] = (
    _who, _what, _how_many, _where, _when, _polarity, _certainty,
)  # fmt: skip


def _listed(names: frozenset[str]) -> str:
    return " ".join(sorted(names)[:WORDS_MAX])
