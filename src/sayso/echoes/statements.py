"""The statements of a report, and which of them has the words of a fragment."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.attributions.marks import Quotations, merged
from sayso.echoes.differences import differences_of
from sayso.echoes.passages import Match, Passages
from sayso.echoes.words import OTHER, Lexis, Words, is_negation, key_of
from sayso.schema import Article, Attribution, Difference, Span, Verdict

SCORE_MIN = 0.7
"""Least score of words that are an echo with alterations; swept 0.5-0.9 on evals/echo_pairs.json: no false ones from
0.7 on, and each step above loses true ones."""
SCORE_MIN_JOINED = 0.55
"""The same for two scraps run into one, whose words between them are the reporter's."""
CLAIM_SCORE_MIN = 0.3
"""The same for claims, which are put in words of their own; keeps out those scattered over a long passage."""
TITLE_MAX, TOP = 400, 4
"""A longer title, in characters, is none: only so much of it is read. Repeated, it stands in so many paragraphs."""
EVIDENCE_MIN, SHARE_MIN = 3, 0.65
"""A claim rests on a passage with so many of its content words in order, and such a share of all with the moved ones at
half; swept on evals/echo_pairs.json."""
LEAD, LEAD_BONUS = 2, 0.06
"""A headline sums up the first paragraphs: a passage there is given so much on top of what it shares."""
NESTED_NEAR = 8
"""So many nested statements that begin before the words of a fragment are asked whether they hold them."""
NEAR = 0.03
"""Matches this close to the best are as good; the one within quotation marks is taken, then the first."""

_STOP_BETWEEN = re.compile(r"[.!?;:]")
_BRACKETS = re.compile(r"\[[^][]{1,100}\]")
_FIRST_PERSON = frozenset("i we us me".split())
_NO_SAYING = frozenset("is are was were be been being has have had that 's".split())


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that may repeat a statement.

    :param words: without quotation marks.
    :param negated: whether a negation stands right before them, so that none is lost.
    """

    words: Words
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Traced:
    """A fragment and the passage that it repeats.

    :param owner: index of the attribution; -1 for the report's own words.
    :param verdict: ``verbatim`` or ``altered``.
    :param match: where its words stand in the report.
    :param share: for a claim, how many of its content words it shares, of all; moved ones count half.
    """

    owner: int
    verdict: Verdict
    differences: tuple[Difference, ...]
    match: Match
    share: float = 0.0

    @property
    def score(self) -> float:
        """How much of the fragment the passage has, at most 1."""
        return self.match.alignment.score


class Statements:
    """What is said in an article, and what it says itself, to be asked for the words of a fragment.

    :param article: the report.
    :param attributions: of the report, without fragments.
    :param quotations: of the report.
    :param lexis: which has learnt every fragment that will be asked for.
    """

    def __init__(
        self, article: Article, attributions: Sequence[Attribution], quotations: Quotations, lexis: Lexis
    ) -> None:
        self.text = article.text
        self.attributions = attributions
        self.quotations = quotations
        self.lexis = lexis
        self.words = lexis.words(article.text)
        self._headings = self._repeats(article)
        self._lead = article.paragraphs[:LEAD][-1].end if article.paragraphs else 0
        said: list[tuple[int, list[tuple[int, int]]]] = []
        nested: dict[str, list[tuple[int, int]]] = {}
        for index, attribution in enumerate(attributions):
            if not attribution.content:
                continue
            if attribution.nested_in is None:
                if not any(h.start <= attribution.content[0].start < h.end for h in self._headings):
                    said.append((index, [words for piece in attribution.content for words in self._spoken(piece)]))
            else:
                nested.setdefault(attribution.nested_in, []).append((attribution.content[0].start, index))
        self._nested = {
            outer: ([start for start, _ in sorted(inner)], [index for _, index in sorted(inner)])
            for outer, inner in nested.items()
        }
        self._contents = [piece for a in attributions for piece in a.content] + self._headings
        self._said = Passages(self.words, said)

    def _spoken(self, piece: Span) -> Iterator[tuple[int, int]]:
        """Give the words of a piece of content without those in square brackets, which are the editor's."""
        start = piece.start
        for inserted in _BRACKETS.finditer(self.text, *piece):
            yield self.range(Span(start, inserted.start()))
            start = inserted.end()
        yield self.range(Span(start, piece.end))

    def _repeats(self, article: Article) -> list[Span]:
        """Find the paragraphs at the top that are the title again: it cannot rest on itself."""
        title = self.lexis.learn((article.title or "")[:TITLE_MAX]).codes
        top = article.paragraphs[:TOP] if title else ()
        return [span for span in top if self.words.codes[slice(*self.range(span))] == title]

    @cached_property
    def _own(self) -> Passages:
        """What is in no content."""
        return Passages(self.words, self._outside(self._contents))

    @cached_property
    def _plain(self) -> Passages:
        """What is in no content, nor between quotation marks."""
        return Passages(self.words, self._outside([*self._contents, *self.quotations.pieces]))

    def range(self, span: Span) -> tuple[int, int]:
        """Give the words of a span: from which up to which."""
        return bisect_left(self.words.starts, span.start), bisect_left(self.words.starts, span.end)

    def _outside(self, taken: Iterable[Span]) -> list[tuple[int, list[tuple[int, int]]]]:
        """Give the words that stand in none of some spans: one run for each gap between them."""
        out, place = [], 0
        for low, high in (*map(self.range, merged(taken)), (len(self.words), len(self.words))):
            if low > place:
                out.append((-1, [(place, low)]))
            place = max(place, high)
        return out

    def said(self, fragment: Fragment, least: float = SCORE_MIN) -> Traced | None:
        """Find the statement whose words a fragment repeats; ``None`` where none has enough of them."""
        best = self._best(self._said, fragment, least)
        return None if best is None else self._traced(best, fragment, self._innermost(best))

    def own(self, fragment: Fragment) -> Traced | None:
        """Find where the report has the words of a fragment without leaving them to anybody."""
        best = self._best(self._own, fragment, SCORE_MIN)
        return None if best is None else self._traced(best, fragment, -1)

    def rests_on(self, fragment: Fragment, bare: Set[int], *, own: bool = False) -> Traced | None:
        """Find the passage that a claim rests on: most of its content words, however the rest is put.

        :param bare: places of the words that count.
        :param own: look in the report's own words instead of in statements.
        """
        words, weights = fragment.words, self.lexis.weights
        content = {place for place in bare if weights[words.codes[place]] == 1.0}
        best: tuple[float, Match] | None = None
        for match in (self._own if own else self._said).matches(words, weights):
            found = match.alignment
            met = {i for i, _ in found.pairs} & content
            rest = {i for i, _ in found.moved} & content
            if not own:
                teller = self.attributions[match.owner]
                around = {
                    code for span in (*teller.source, *teller.cue) for code in self.words.cut(*self.range(span)).codes
                }
                rest |= {place for place in content - met if words.codes[place] in around}
            plain = sum(match.words.surfaces[j][0].islower() for i, j in (*found.pairs, *found.moved) if i in content)
            share = (len(met) + len(rest) / 2) / len(content)
            if match.words.starts[found.pairs[0][1]] < self._lead:
                share += LEAD_BONUS
            if (
                (len(met) >= EVIDENCE_MIN or (len(met) == 2 and len(rest) >= min(2, len(content - met)) > 0))
                and plain >= (2 if len(bare) == len(words) else 1)
                and share >= SHARE_MIN
                and found.score >= CLAIM_SCORE_MIN
                and (best is None or share > best[0])
            ):
                best = (share, match)
        if best is None:
            return None
        share, match = best
        return replace(self._traced(match, fragment, -1 if own else self._innermost(match)), share=share)

    def leading(self, words: Words) -> int:
        """Count the words at the beginning that some statement has, with no more than two others in between."""
        matches = self._said.matches(words, self.lexis.weights)
        size = 0
        for i, _ in matches[0].alignment.pairs if matches else ():
            if i > size + 2:
                break
            size = i + 1
        return size

    def common(self, words: Words) -> bool:
        """Say whether the report uses these words itself, in this order and outside quotation marks."""
        return self._plain.have(words)

    def unique(self, words: Words, traced: Traced) -> bool:
        """Say whether a single word stands in no statement but one, and there between quotation marks."""
        return self._said.count(words.codes) == 1 and self._quoted(traced.match)

    def named(self, words: Words) -> bool:
        """Say whether the report has these words as a name: quoted by themselves, with capitals throughout."""
        return words.codes in self._names

    @cached_property
    def _names(self) -> set[str]:
        pieces = (self.words.cut(*self.range(piece)) for piece in self.quotations.pieces)
        return {piece.codes for piece in pieces if OTHER not in piece.codes and self.lexis.capital(piece)}

    def _best(self, passages: Passages, fragment: Fragment, least: float) -> Match | None:
        """Choose among matches; those too weak are no echo."""
        matches = passages.matches(fragment.words, self.lexis.weights)
        good = [match for match in matches if self._enough(match, fragment.words, least)]
        near = [match for match in good if match.alignment.score >= good[0].alignment.score - NEAR]
        return min(near, key=lambda m: (not self._quoted(m), m.owner), default=None)

    def _enough(self, match: Match, words: Words, least: float) -> bool:
        content = self.lexis.content(words)
        found = match.alignment
        if content == 0:
            met = len(found.pairs)
            run = found.pairs[-1][1] - found.pairs[0][1] + 1 == met >= 3
            return run and (met == len(words) or (met == len(words) - 1 and self._quoted(match)))
        if len(words) == 1:
            return key_of(words.surfaces[0]) == key_of(match.words.surfaces[found.pairs[0][1]])
        if found.evidence < min(content, 2):
            return False
        return found.score >= least

    def _quoted(self, match: Match) -> bool:
        return self.quotations.covers(match.words.span(match.alignment.pairs[0][1]))

    def _traced(self, match: Match, fragment: Fragment, owner: int) -> Traced:
        differences = differences_of(fragment.words, match.words, match.alignment)
        lost = self._negation(match) if not fragment.negated else None
        if lost is not None and not (differences and lost in differences[0].there.split()):
            differences = (Difference("dropped", "", lost), *differences)
        return Traced(owner, "altered" if differences else "verbatim", differences, match)

    def _negation(self, match: Match) -> str | None:
        """Give the negation that stands right before the repeated words, if one does: "not yet safe" is not "safe"."""
        words, first = match.words, match.alignment.pairs[0][1]
        for place in range(first - 1, max(-1, first - 3), -1):
            if _STOP_BETWEEN.search(self.text, words.span(place).end, words.starts[place + 1]):
                return None
            if is_negation(key_of(words.surfaces[place])):
                return words.surfaces[place]
        return None

    def _innermost(self, match: Match) -> int:
        """Give the innermost statement that holds all matched words: theirs is the nearest mouth.

        Only saying hands words on. "An earlier report is that …" and "I think …" leave them to the one around.
        """
        index = match.owner
        spans = match.spans
        low, high = min(spans).start, max(spans).end
        while True:
            starts, children = self._nested.get(self.attributions[index].id, ((), ()))
            at = bisect_right(starts, low)
            for child in reversed(children[max(0, at - NESTED_NEAR) : at]):
                inner = self.attributions[child]
                holds = any(piece.start <= low and high <= piece.end for piece in inner.content)
                if holds and self._hands_on(inner):
                    index = child
                    break
            else:
                return index

    def _hands_on(self, inner: Attribution) -> bool:
        if inner.act != "statement" or not inner.source or inner.source[0].of(self.text).casefold() in _FIRST_PERSON:
            return False
        words = {key_of(word.group()) for cue in inner.cue for word in re.finditer(r"\w+|:", cue.of(self.text))}
        return bool(words - _NO_SAYING)
