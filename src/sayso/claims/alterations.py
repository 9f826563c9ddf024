"""Which differences between two wordings alter the sense, apart from trims and rewordings that leave it.

What is told apart: words left out in the middle of a clause, or right before it in the same clause, act on what is
kept: a dropped "not" turns it round. Whole clauses and sentences that are left out do not, but for a condition: "we
will leave" is another promise than "we will leave if the bridge holds".
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.claims.figure_agreement import ROUNDED_MAX, agree
from sayso.claims.figures import Figure, figures_in
from sayso.claims.gazetteer import gazetteer
from sayso.claims.polarity import OPPOSITES
from sayso.claims.wording import Wording, code_of
from sayso.claims.wording_edits import Step
from sayso.echoes.inflection import STOP, stem
from sayso.schema.matches import Alteration

REACH = 8
"""How many words before what is kept a negation or a "may" still acts on it, in the same clause."""
AROUND = 80
"""How many letters around some words are searched for figures that they are part of."""
TAIL_MAX = 4
"""How many words at the end may stand for others there; longer ones are another text."""
GAP_REACH = 2
"""The same where an ellipsis shows that something is left out."""
QUANTITY_REACH = 3
"""The longest run of words in which a quantity at any place counts."""
CLAUSE_MIN = 4
"""How many words a part has at least to be a clause by itself, whose loss alters nothing of the rest."""
NAMES_MAX = 6
"""How many words may stand on either side of a change for the names in it to stand for each other."""
_NOT = frozenset(
    "not never no none nobody nothing nor neither without hardly scarcely refuse deny decline fail".split()
)
_NOT_STEMS = frozenset(map(stem, _NOT)) - {"no"} | {"no"}
_PREFIXES = ("un", "in", "im", "ir", "il", "non", "dis", "mis")
_MODALS = {
    **dict.fromkeys("may might could can perhaps maybe possibly possible potentially potential".split(), "possible"),
    **dict.fromkeys("likely probably probable presumably seem appear apparently".split(), "likely"),
    **dict.fromkeys("alleged allegedly reportedly purported purportedly supposedly suspected".split(), "alleged"),
    **dict.fromkeys("will would shall".split(), "will"),
    **dict.fromkeys("should ought".split(), "should"),
    **dict.fromkeys("must certainly definitely undoubtedly surely".split(), "must"),
}
_ABLE = frozenset("able ability capable".split())
_QUANTITIES = frozenset(
    "all some most only every each many few several nearly almost both always often sometimes mostly entirely half"
    " majority everyone everybody least barely merely solely rarely".split()
)
_FINITE = frozenset(
    "am is are was were has have had do does did will would can could may might must should shall said went"
    " came".split()
)
_CONDITIONS = frozenset("unless if until except provided assuming otherwise".split())
_LINKS = frozenset("but because although though while whereas since so which who whose".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(
    "january february march april june july august september october november december".split()
)  # "May" is told by its capital
_TITLES = frozenset(
    "mr mrs ms dr sir president vice senator sen rep gov governor secretary minister prime general gen judge justice"
    " speaker chief the i republican republicans democrat democrats".split()
)
_NO_NAMES = _TITLES | _WEEKDAYS | _MONTHS | STOP


@dataclass(frozen=True, slots=True)
class _Region:
    """Words of both wordings between two matches, as far as they act on what is kept."""

    here: tuple[int, int]
    there: tuple[int, int]
    inner: bool


def alterations(less: Wording, full: Wording, steps: list[Step]) -> list[tuple[Alteration, ...]]:
    """Say for each step what of the sense it alters."""
    return [_of_step(less, full, steps, index) for index in range(len(steps))]


def _of_step(less: Wording, full: Wording, steps: list[Step], index: int) -> tuple[Alteration, ...]:
    step = steps[index]
    if step.kind == "kept":
        return _hedged(less, full, step)
    if step.kind == "shifted":
        return ()
    region = _region(less, full, steps, index)
    if region is None:
        return ("certainty",) if _drops_condition(less, full, steps, index) else ()
    out: list[Alteration] = []
    if _turned(less, full, region) or _opposite(less, full, region):
        out.append("negation")
    if _numbers_differ(less, full, region):
        out.append("number")
    if _names_differ(less, full, region):
        out.append("name")
    asserts = region.inner or step.kind != "dropped" or _asserts(less)
    if (asserts and _certainties_differ(less, full, region)) or _drops_condition(less, full, steps, index):
        out.append("certainty")
    if _quantities(less, _touching(region.here)) != _quantities(full, _touching(region.there)):
        out.append("quantity")
    return tuple(out)


def _turned(less: Wording, full: Wording, region: _Region) -> bool:
    """Say whether one wording denies what the other says."""
    here, there = _negations(less, region.here), _negations(full, region.there)
    if not region.inner:
        # A cue that denies stands outside the content: "he denied that …", "I don't think …".
        here += less.statement.polarity == "denied"
        there += full.statement.polarity == "denied"
        if not _asserts(less):
            return False
    return here % 2 != there % 2


def _asserts(wording: Wording) -> bool:
    """Say whether a wording is more than a phrase: whether it has a finite verb, as far as its form shows."""
    if wording.keys and wording.keys[0] == "to":
        return False
    return any(key in _FINITE or (key.endswith("ed") and len(key) > 4) for key in wording.keys)


def _matched(step: Step) -> bool:
    return step.kind in ("kept", "shifted")


def _region(less: Wording, full: Wording, steps: list[Step], index: int) -> _Region | None:
    """Give the words of a step that act on what is kept; ``None`` if none do."""
    step = steps[index]
    before = any(_matched(other) for other in steps[:index])
    after = any(_matched(other) for other in steps[index + 1 :])
    if before and after:
        if not step.here[1] - step.here[0] and _is_clause(full, step.there):
            return None
        if step.here[0] in less.gaps and step.kind == "dropped":
            # Behind an ellipsis the rest stands by itself, but for what stood right before it.
            there = _reaching(full, step.there)
            return _Region(step.here, (max(there[0], there[1] - GAP_REACH), there[1]), True)
        return _Region(_near(less, step.here), _near(full, step.there), True)
    if after:
        there = _reaching(full, step.there)
        return _Region(_reaching(less, step.here), _said(full, there) if step.kind == "dropped" else there, False)
    if (
        before
        and step.kind != "dropped"
        and max(step.here[1] - step.here[0], step.there[1] - step.there[0]) <= TAIL_MAX
    ):
        return _Region(_reached(less, step.here), _reached(full, step.there), False)
    return None


def _said(full: Wording, words: tuple[int, int]) -> tuple[int, int]:
    """Leave out what is the report's frame around a quotation, not the speaker's words."""
    first, stop = words
    if full.statement.form != "mixed" or any(full.quoted[first:stop]):
        return words
    return stop, stop


def _near(wording: Wording, words: tuple[int, int]) -> tuple[int, int]:
    """Give what of a long run between two matches lies in one clause with the one behind it."""
    return words if words[1] - words[0] <= REACH else _reaching(wording, words)


def _is_clause(full: Wording, words: tuple[int, int]) -> bool:
    """Say whether words left out are one or more whole clauses: they begin and end where clauses do."""
    first, stop = words
    begins = first - 1 in full.clauses or first in full.gaps or full.keys[first] in _LINKS
    ends = stop - 1 in full.clauses
    crosses = any(place in full.ends for place in range(first, stop))
    return (begins and ends and stop - first >= CLAUSE_MIN) or crosses


def _reaching(wording: Wording, words: tuple[int, int]) -> tuple[int, int]:
    """Give the end of a run of words that lies in one clause with what follows it."""
    first, stop = words
    here = stop
    while here > max(first, stop - REACH):
        if here - 1 in wording.clauses or here in wording.gaps or wording.keys[here - 1] in _LINKS:
            break
        here -= 1
    return here, stop


def _reached(wording: Wording, words: tuple[int, int]) -> tuple[int, int]:
    """Give the beginning of a run of words that lies in one clause with what precedes it."""
    first, stop = words
    here = first
    if first and first - 1 in wording.clauses:
        return first, first
    while here < min(stop, first + REACH):
        if here in wording.gaps or wording.keys[here] in _LINKS:
            break
        here += 1
        if here - 1 in wording.clauses:
            break
    return first, here


def _drops_condition(less: Wording, full: Wording, steps: list[Step], index: int) -> bool:
    """Say whether words left out hold the condition of what is kept, in the same sentence."""
    step = steps[index]
    first, stop = step.there
    if full.statement.form == "mixed" and not any(full.quoted[first:stop]):
        return False
    if first == stop or any(key in _CONDITIONS for key in less.keys[slice(*step.here)]):
        return False
    if index and _matched(steps[index - 1]):
        # "…, unless X": right behind what is kept.
        return first - 1 not in full.ends and full.keys[first] in _CONDITIONS
    if index + 1 < len(steps) and _matched(steps[index + 1]):
        # "If X, …": from the beginning of the sentence up to what is kept.
        begin = stop
        while begin > first and begin - 1 not in full.ends:
            begin -= 1
        opens = begin < stop and full.keys[begin] in _CONDITIONS
        return opens and stop - 1 in full.clauses and stop - 1 not in full.ends
    return False


def _negations(wording: Wording, words: tuple[int, int]) -> int:
    return sum(code_of(key) in _NOT_STEMS or key in _NOT for key in wording.keys[slice(*words)])


def _opposite(less: Wording, full: Wording, region: _Region) -> bool:
    """Say whether one word stands in the place of its opposite: "insubordinate" for "subordinate"."""
    here = [key for key in less.keys[slice(*region.here)] if key not in STOP]
    there = [key for key in full.keys[slice(*region.there)] if key not in STOP]
    if not here or not there or len(here) > 3 or len(there) > 3:
        return False
    for one in here:
        for other in there:
            if any(one == prefix + other or other == prefix + one for prefix in _PREFIXES):
                return True
            if stem(other) in OPPOSITES.get(stem(one), ()):
                return True
    return False


def _numbers_differ(less: Wording, full: Wording, region: _Region) -> bool:
    if max(region.here[1] - region.here[0], region.there[1] - region.there[0]) > 2 * NAMES_MAX:
        return False
    for days in (_WEEKDAYS, _MONTHS):
        ours, theirs = days & set(less.keys[slice(*region.here)]), days & set(full.keys[slice(*region.there)])
        if ours and theirs and not ours & theirs:
            return True
    left, right = _numbers(less, region.here), _numbers(full, region.there)
    if left and right:
        if any(abs(one - other) <= ROUNDED_MAX * max(one, other) for one in left for other in right):
            return False
        pairs = [(a, b) for a in _figures(less, region.here) for b in _figures(full, region.there)]
        # "More than 4,000" for 5,000 is vaguer; "more than 4,000" for "more than 5,000" is another number.
        return not any(a.exact != b.exact and agree(a, b) in ("equal", "vaguer", "compatible") for a, b in pairs)
    figures = _figures(less, region.here), _figures(full, region.there)
    return all(figures) and all(agree(one, other) == "contrary" for one in figures[0] for other in figures[1])


def _numbers(wording: Wording, words: tuple[int, int]) -> set[float]:
    """Give the numbers in a run of words, whatever they count."""
    keys = (key for key in wording.keys[slice(*words)] if key[0] == "#")
    return {float(key.lstrip("#r%")) for key in keys}


def _figures(wording: Wording, words: tuple[int, int]) -> list[Figure]:
    """Give the figures of a statement that stand in a run of words."""
    if words[0] >= words[1]:
        return []
    start, end = wording.spans[words[0]].start, wording.spans[words[1] - 1].end
    begin = max(0, start - AROUND)
    return [
        figure
        for figure in figures_in(wording.statement.text[begin : end + AROUND])
        if figure.sort != "rank" and begin + figure.span.start < end and start < begin + figure.span.end
    ]


def _hedged(less: Wording, full: Wording, step: Step) -> tuple[Alteration, ...]:
    """Say whether a figure that both have is a bound in one and plain in the other: "at least 20" and "20"."""
    if not any(key[0] == "#" for key in less.keys[slice(*step.here)]):
        return ()
    left, right = _figures(less, step.here), _figures(full, step.there)
    for one in left:
        for other in right:
            bound = one.exact != other.exact and (one.low == other.low or one.high == other.high)
            if bound and (one.high > 2 * other.high or other.high > 2 * one.high or not one.low or not other.low):
                return ("quantity",)
    return ()


def _names_differ(less: Wording, full: Wording, region: _Region) -> bool:
    if max(region.here[1] - region.here[0], region.there[1] - region.there[0]) > NAMES_MAX:
        return False
    ours, theirs = _names(less, region.here), _names(full, region.there)
    return bool(ours and theirs) and not any(_same_name(one, other) for one in ours for other in theirs)


def _names(wording: Wording, words: tuple[int, int]) -> list[str]:
    """Give the words with a capital that are no beginning of a sentence, title or day."""
    out = []
    for place in range(*words):
        surface = wording.statement.text[wording.spans[place].start : wording.spans[place].end]
        opens = place == 0 or place - 1 in wording.ends or place in wording.gaps
        key = wording.keys[place]
        inside = not opens or (place + 1 < words[1] and _capital(wording, place + 1))
        if inside and surface[:1].isupper() and key not in _NO_NAMES:
            out.append(surface)
    return out


def _capital(wording: Wording, place: int) -> bool:
    return wording.statement.text[wording.spans[place].start].isupper()


def _same_name(one: str, other: str) -> bool:
    """Say whether two words may be of one name: two names of a place, an acronym and its words, Syria and Syrian."""
    left, right = one.lower().replace(".", ""), other.lower().replace(".", "")
    if left == right or left.startswith(right[:4]) or right.startswith(left[:4]):
        return True
    if left[0] == right[0] and (one.isupper() or other.isupper()):
        return True
    known = gazetteer().find(one), gazetteer().find(other)
    return known[0] is not None and known[1] is not None and known[0].name == known[1].name


def _certainties_differ(less: Wording, full: Wording, region: _Region) -> bool:
    here, there = _modals(less, region.here), _modals(full, region.there)
    if here == there:
        return False
    if here and there:
        return True
    alone = (here | there) - {"will"}  # "will" by itself comes and goes with tense
    paraphrased = not _ABLE.isdisjoint((*less.keys[slice(*region.here)], *full.keys[slice(*region.there)]))
    return bool(alone) and not (paraphrased and alone == {"possible"})


def _modals(wording: Wording, words: tuple[int, int]) -> set[str]:
    return {_MODALS[key] for key in wording.keys[slice(*words)] if key in _MODALS}


def _quantities(wording: Wording, words: tuple[int, int]) -> frozenset[str]:
    return frozenset(
        key
        for place, key in enumerate(wording.keys[slice(*words)], start=words[0])
        if key in _QUANTITIES and not (key in ("most", "least") and _superlative(wording, place))
    )


def _touching(words: tuple[int, int]) -> tuple[int, int]:
    """Give the end of a long run of words: a quantity there belongs to what follows: "some of | the bridges"."""
    first, stop = words
    return (first, stop) if stop - first <= QUANTITY_REACH else (stop - 2, stop)


def _superlative(wording: Wording, place: int) -> bool:
    """Say whether "most" belongs to an adjective: "the most powerful"."""
    after = wording.keys[place + 1] if place + 1 < len(wording) else ""
    return wording.keys[place - 1] == "the" or not (after == "of" or after.endswith("s"))
