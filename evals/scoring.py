"""Score predicted attributions against labelled ones, by words.

The measures are those that PolNeAR results are given in here, whatever the texts:

exact      a piece of a source, cue or content counts when its first and last word are right; punctuation at its edges
           does not count. Precision and recall over all distinct pieces of an article, F1 over all articles.
linked     an attribution counts when its content is paired (largest Jaccard overlap first, one to one, at least one
           half) and source and cue each share a word with the labelled ones, or are absent from both.

Attributions inside others and fragments without a cue are left out of both and counted by themselves. What a label
marks as optional is neither missed nor wrong.

Who tells it, by what way, what fragments and the headline repeat and what stands on nobody's word are counted in
``speakers.py``, ``chains.py``, ``echoes.py`` and ``unsourced.py``, over attributions paired by content alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

ROLES = ("source", "cue", "content")
OVERLAP_MIN = 0.5
_TOKEN = re.compile(r"\w+(?:[’'\-]\w+)*|[^\w\s]")

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as sets of word numbers; ``pieces`` holds each piece's first and last word for each role."""

    words: Mapping[str, Words]
    pieces: Mapping[str, frozenset[tuple[int, int]]]
    form: str
    act: str
    polarity: str
    parent: int | None
    must: bool = True

    @property
    def plain(self) -> bool:
        """Neither inside another attribution nor a fragment."""
        return self.parent is None and self.form != "fragment"


@dataclass(slots=True)
class Count:
    """How many were labelled, predicted and right."""

    labelled: int = 0
    predicted: int = 0
    right: int = 0

    def add(self, other: Count) -> None:
        """Take another text's count in."""
        self.labelled += other.labelled
        self.predicted += other.predicted
        self.right += other.right

    @property
    def f1(self) -> float | None:
        """F1 in percent; ``None`` where nothing was labelled and nothing predicted."""
        total = self.labelled + self.predicted
        return 200 * self.right / total if total else None

    @property
    def precision(self) -> float | None:
        """Right of predicted, in percent; ``None`` where nothing was predicted."""
        return 100 * self.right / self.predicted if self.predicted else None

    @property
    def share(self) -> float | None:
        """Right of labelled, in percent; ``None`` where nothing was labelled."""
        return 100 * self.right / self.labelled if self.labelled else None


MEASURES = ("source", "cue", "content", "linked", "form", "act", "polarity", "nested", "fragments", "body", "facts")
TELLER_MEASURES = ("strict", "lenient", "of found", "kind", "named", "role", "affiliation", "hops", "channel", "knows")
TRACE_MEASURES = ("echo of", "verdict", "headline", "rests on", "lost", "unsourced")
_F1 = (*ROLES, "linked", "fragments", "body", "role", "affiliation", *TELLER_MEASURES[-3:], "headline", "unsourced")


@dataclass(slots=True)
class Scores:
    """The counts of one text, or of several added up."""

    counts: dict[str, Count] = field(
        default_factory=lambda: {name: Count() for name in (*MEASURES, *TELLER_MEASURES, *TRACE_MEASURES)}
    )

    def add(self, other: Scores) -> None:
        """Take another text's counts in."""
        for name, count in other.counts.items():
            self.counts[name].add(count)

    def value(self, name: str) -> float | None:
        """F1 where something can be found that is not labelled, else the share of labelled ones that are right."""
        count = self.counts[name]
        return count.f1 if name in _F1 else count.share

    @property
    def mean_exact(self) -> float | None:
        """The mean of the three exact F1, the figure that a tagger is judged by."""
        values = [self.value(role) for role in ROLES]
        known = [value for value in values if value is not None]
        return sum(known) / len(known) if known else None


class WordIndex:
    """The words of a text, numbered.

    :param numbers: the number of each token (punctuation is numbered too); 0, 1, 2 … where not given.
    """

    def __init__(self, text: str, numbers: Sequence[int] | None = None) -> None:
        self.tokens = [match.group() for match in _TOKEN.finditer(text)]
        numbers = range(len(self.tokens)) if numbers is None else numbers
        self._owner: list[int | None] = [None] * (len(text) + 1)
        for number, match in zip(numbers, _TOKEN.finditer(text), strict=True):
            if re.match(r"\w", match.group()):
                self._owner[match.start() : match.end()] = [number] * (match.end() - match.start())

    def of(self, piece: Sequence[int]) -> list[int]:
        """Number the words that a half-open span touches, in reading order."""
        found = self._owner[max(0, piece[0]) : piece[1]]
        return list(dict.fromkeys(number for number in found if number is not None))


def aligned(expected: str, actual: str) -> list[int]:
    """Number the tokens of ``actual`` as the same tokens of ``expected``; others get numbers past its end."""
    left, right = WordIndex(expected).tokens, WordIndex(actual).tokens
    numbers = [len(left) + index for index in range(len(right))]
    for a, b, size in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        numbers[b : b + size] = range(a, a + size)
    return numbers


def marked(rows: Iterable[Mapping[str, Any]], index: WordIndex) -> list[Marked]:
    """Read attributions in the form of a reading's JSON; labels add ``must``, and may lack form, act and polarity."""
    rows = list(rows)
    places = {row["id"]: place for place, row in enumerate(rows) if "id" in row}
    out = []
    for row in rows:
        pieces = {role: [found for piece in row.get(role) or () if (found := index.of(piece))] for role in ROLES}
        parent = row.get("nested_in")
        out.append(
            Marked(
                {role: frozenset(number for found in pieces[role] for number in found) for role in ROLES},
                {role: frozenset((found[0], found[-1]) for found in pieces[role]) for role in ROLES},
                row.get("form", ""),
                row.get("act", ""),
                row.get("polarity", ""),
                None if parent is None else places[parent],
                row.get("must", True),
            )
        )
    return out


def score(labelled: Sequence[Marked], predicted: Sequence[Marked]) -> Scores:
    """Score one text."""
    out = Scores()
    for role in ROLES:
        out.counts[role] = _exact(role, labelled, predicted)
    pairs = pair(labelled, predicted, lambda a: a.plain)
    wanted = sum(a.plain and a.must for a in labelled)
    spared = sum(not labelled[i].must for i in pairs)
    out.counts["linked"] = Count(
        wanted,
        sum(a.plain for a in predicted) - spared,
        sum(labelled[i].must and agree(labelled[i], predicted[j]) for i, j in pairs.items()),
    )
    inner = pair(labelled, predicted, lambda a: not a.plain)
    for name in ("form", "act", "polarity"):
        judged = [(labelled[i], predicted[j]) for i, j in (pairs | inner).items() if labelled[i].form != "fragment"]
        judged = [(a, b) for a, b in judged if getattr(a, name)]
        right = sum(getattr(a, name) == getattr(b, name) for a, b in judged)
        out.counts[name] = Count(len(judged), len(judged), right)
    out.counts["nested"] = _nested(labelled, predicted, inner)
    fragments = pair(labelled, predicted, lambda a: a.form == "fragment")
    out.counts["fragments"] = Count(
        sum(a.form == "fragment" and a.must for a in labelled),
        sum(a.form == "fragment" for a in predicted) - sum(not labelled[i].must for i in fragments),
        sum(labelled[i].must for i in fragments),
    )
    return out


def pair(labelled: Sequence[Marked], predicted: Sequence[Marked], among: Callable[[Marked], bool]) -> dict[int, int]:
    """Pair attributions one to one by content, the largest overlap first.

    :param among: which take part, on both sides.
    """
    scored = []
    for i, a in enumerate(labelled):
        for j, b in enumerate(predicted):
            common = a.words["content"] & b.words["content"]
            if common and among(a) and among(b):
                scored.append((len(common) / len(a.words["content"] | b.words["content"]), i, j))
    out: dict[int, int] = {}
    for overlap, i, j in sorted(scored, reverse=True):
        if overlap >= OVERLAP_MIN and i not in out and j not in out.values():
            out[i] = j
    return out


def pair_all(labelled: Sequence[Marked], predicted: Sequence[Marked]) -> dict[int, int]:
    """Pair whatever stands inside what: statements with statements, fragments with fragments."""
    statements = pair(labelled, predicted, lambda a: a.form != "fragment")
    return statements | pair(labelled, predicted, lambda a: a.form == "fragment")


def _exact(role: str, labelled: Sequence[Marked], predicted: Sequence[Marked]) -> Count:
    wanted = {piece for a in labelled if a.plain and a.must for piece in a.pieces[role]}
    spared = {piece for a in labelled if a.plain and not a.must for piece in a.pieces[role]} - wanted
    given = {piece for a in predicted if a.plain for piece in a.pieces[role]} - spared
    return Count(len(wanted), len(given), len(wanted & given))


def agree(a: Marked, b: Marked) -> bool:
    """Say whether two attributions' sources, and their cues, share a word or are both absent."""
    return all(a.words[role] & b.words[role] or not (a.words[role] or b.words[role]) for role in ("source", "cue"))


def _nested(labelled: Sequence[Marked], predicted: Sequence[Marked], inner: Mapping[int, int]) -> Count:
    """Count attributions found inside the right outer one, source and cue agreeing."""
    wanted = [i for i, a in enumerate(labelled) if a.parent is not None and a.must]
    right = 0
    for i in wanted:
        if i in inner and predicted[inner[i]].parent is not None and agree(labelled[i], predicted[inner[i]]):
            outer = labelled[labelled[i].parent or 0].words["content"]
            given = predicted[predicted[inner[i]].parent or 0].words["content"]
            right += 2 * len(outer & given) >= len(outer)
    return Count(len(wanted), sum(a.parent is not None for a in predicted), right)
