"""Figures in a statement: how many of what, as a range that the words allow.

"5,000 soldiers", "five thousand soldiers", "thousands", "at least 4,500", "10 to 20" become intervals with a unit,
which can be held against each other (``figure_agreement.py``). Years, dates and hours are no figures; see ``dates.py``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

from sayso.claims.counted import (
    COUNTED_OFTEN,
    CURRENCIES,
    CURRENCY_WORDS,
    FATES,
    MEASURES,
    MONTHS,
    PERCENT_WORDS,
    Counted,
    counted_behind,
)
from sayso.claims.numerals import NUMBER_WORDS, Numeral, numeral_at
from sayso.claims.tokens import Tokens, tokens_of
from sayso.schema import Span

Sort = Literal["count", "money", "share", "measure", "age", "rank", "score"]
"""What a figure tells: how many, how much money, what part, how long or far or heavy, how old, which place, which
score.
"""
HEDGED_MIN, HEDGED_MAX = 0.05, 0.15
"""How far "about" reaches at least and at most, as a part of the figure; between them, half its last digit that is not
0.

"About 5,000" is 4,500 to 5,500 and "about 4,870" is 4,626 to 5,114: round figures are meant more roughly.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, as the range that its words allow.

    :param span: where its words stand, hedges and unit with them.
    :param words: those words.
    :param low, high: the range; both the same for a plain figure, ``inf`` where nothing bounds it.
    :param exact: whether it is given plainly: without "about", "at least" and the like, and not as "thousands".
    :param unit: what is counted: the head noun, a currency, "percent", "years old"; "" where nothing is named.
    :param sort: what it tells.
    :param whole: what a share is of, such as "voters"; "" for other sorts.
    :param fate: what became of those counted, such as "dead" or "hurt", where it stands beside the figure.
    :param round_to: the place that it is given to: 1,000 for "5,000", 0.1 for "2.5"; 0 for "thousands".
    """

    span: Span
    words: str
    low: float
    high: float
    exact: bool
    unit: str
    sort: Sort = "count"
    whole: str = ""
    fate: str = ""
    round_to: float = 1.0


_AT_LEAST = (
    "at least", "more than", "over", "above", "upwards of", "upward of", "no fewer than", "no less than",
    "not less than", "not fewer than", "in excess of", "greater than", "exceeding", "exceeded", "exceeds", "north of",
    "a minimum of", "higher than", "well over", "surpassed", "topped", "larger than",
)  # fmt: skip
_AT_MOST = (
    "at most", "up to", "as many as", "as much as", "no more than", "not more than", "fewer than", "less than", "under",
    "below", "a maximum of", "lower than", "smaller than", "within", "as little as", "as few as", "only up to",
)  # fmt: skip
_ABOUT = (
    "about", "around", "roughly", "approximately", "some", "an estimated", "estimated", "circa", "close to", "or so",
    "approx", "somewhere around", "in the region of", "~", "near",
)  # fmt: skip
_NEARLY = ("nearly", "almost", "just under", "just short of", "slightly less than", "a little less than", "not quite")
_JUST_OVER = ("just over", "slightly more than", "a little more than", "a little over", "slightly over", "just above")
_Hedge = Literal["least", "most", "about", "nearly", "over"]
_HEDGES: dict[tuple[str, ...], _Hedge] = {
    **{tuple(phrase.split()): "least" for phrase in _AT_LEAST},
    **{tuple(phrase.split()): "most" for phrase in _AT_MOST},
    **{tuple(phrase.split()): "about" for phrase in _ABOUT},
    **{tuple(phrase.split()): "nearly" for phrase in _NEARLY},
    **{tuple(phrase.split()): "over" for phrase in _JUST_OVER},
}
_BEHIND: dict[tuple[str, ...], _Hedge] = {
    ("or", "more"): "least", ("and", "counting"): "least", ("or", "above"): "least", ("or", "over"): "least",
    ("or", "less"): "most", ("or", "fewer"): "most", ("or", "so"): "about", ("or", "under"): "most",
}  # fmt: skip
_NOT_ONE = frozenset("no any every some the this that which each only another a such 's not".split())
_NOT_ONE_BEFORE = frozenset(
    "of day thing another way side hand time who that to is was has can could would should or and but more may might in"
    ' for at on by with from , . ; : ? ! ’ ” " …'.split()
)
_OPENS_YEAR = frozenset(
    "in since by until till from during before after of early late mid the through to between and circa around for than"
    " as - – ( , spring summer autumn fall winter year fiscal elections election".split()
)
_NAMES = frozenset(
    "article articles chapter section title no number flight channel room route highway interstate page resolution item"
    " amendment class level phase stage district ward line group type model boeing airbus part act season episode week"
    " day game round verse lot block exhibit form rule order proposition prop".split()
)
_AGES_BEFORE = frozenset("aged age ages".split())


def figures_in(text: str | Tokens) -> list[Figure]:
    """Find the figures of a statement, in order; they never overlap."""
    tokens = tokens_of(text)
    words = tokens.words
    if NUMBER_WORDS.isdisjoint(words) and not any(word[0].isdecimal() for word in words):
        return []
    out: list[Figure] = []
    place = 0
    while place < len(words):
        found = _figure_at(tokens, place)
        if found is None:
            place += 1
        else:
            figure, last = found
            if figure is not None:
                out.append(figure)
            place = last + 1
    return out


def _figure_at(tokens: Tokens, place: int) -> tuple[Figure | None, int] | None:
    """Read a figure from a token on, and its end; ``None`` in its place for a year and what else counts nothing."""
    word = tokens.words[place]
    if not (word[0].isdecimal() or word in NUMBER_WORDS or word in ("a", "an")):
        return None
    number = numeral_at(tokens, place)
    if number is None:
        return None
    if _no_figure(tokens, number):
        return None, _end_of_no_figure(tokens, number)
    other, last = _other_end(tokens, number)
    if other is not None:
        return _range(tokens, number, other, last)
    return _complete(tokens, number, number.low, number.high, number.last, exact=number.low == number.high)


def _no_figure(tokens: Tokens, number: Numeral) -> bool:
    """Say whether a number is a year, a day, an hour, part of a name, or a mere "one"."""
    first, last = number.first, number.last
    before, after = tokens.word(first - 1), tokens.word(last + 1)
    if tokens.words[first] == "one" and first == last:
        if tokens.words[last + 1 : last + 5] == ("-", "and", "-", "a"):
            return True
        return before in _NOT_ONE or after in _NOT_ONE_BEFORE or not after
    if number.rank and tokens.words[first] in ("first", "second", "third") and not after.isalpha():
        return True
    if (
        before in MONTHS
        or (before == "." and tokens.word(first - 2) in MONTHS)
        or (after in MONTHS and tokens.surface(last + 1)[0].isupper())
    ):
        return True
    if before == "of" and tokens.word(first - 2) in MONTHS and number.low > 1000:
        return True
    if not number.plain and not number.rank:
        return False
    if tokens.joined(first) and (
        before[-1:].isalnum() or (before in "-–#_/:" and (before in "/:" or not _range_before(tokens, first)))
    ):
        return True
    if _is_hour(tokens, number):
        return True
    if number.rank:
        return (
            after in ("century", "centuries") or after in MONTHS or (after == "of" and tokens.word(last + 2) in MONTHS)
        )
    if before in _NAMES or (before == "." and tokens.word(first - 2) in ("no", "nos")):
        return True
    if 1400 <= number.low <= 2199 and number.round_to <= 1000 and len(tokens.words[last]) == 4:
        return not counts_something(tokens, first)
    if tokens.joined(last + 1) and after in ("s", "'", "’", ":", "/", "#"):
        return True
    if tokens.word(first - 1) in ("'", "’", "‘") and 10 <= number.low <= 99:
        return True
    # "Boeing 737", "Chapter 11": a capital before a bare number and nothing countable behind it.
    return (
        first > 0
        and tokens.surface(first - 1)[:1].isupper()
        and before.isalpha()
        and tokens.words[first][0].isdecimal()
        and not (after.endswith("s") or after in COUNTED_OFTEN or after in MEASURES)
        and after not in ("%", "-", "–", "percent")
    )


def _range_before(tokens: Tokens, first: int) -> bool:
    return first >= 2 and tokens.words[first - 2][0].isdecimal()


def _is_hour(tokens: Tokens, number: Numeral) -> bool:
    after = tokens.word(number.last + 1)
    if after in ("a.m.", "p.m.", "am", "pm", "o'clock", "gmt", "utc", "est", "et"):
        return True
    return after == ":" and tokens.joined(number.last + 1) and tokens.word(number.last + 2)[:1].isdecimal()


def counts_something(tokens: Tokens, place: int) -> bool:
    """Say whether four digits count something, by the hedge before them or the unit behind: else they are a year."""
    before, after = tokens.word(place - 1), tokens.word(place + 1)
    if _hedge_before(tokens, place)[0] in ("least", "most", "nearly", "over"):
        return before not in ("to", "of", "within", "before")
    return (
        before in CURRENCIES
        or before in ("about", "some")
        or after in PERCENT_WORDS
        or after in MEASURES
        or after in CURRENCY_WORDS
        or after in COUNTED_OFTEN
    )


def _end_of_no_figure(tokens: Tokens, number: Numeral) -> int:
    """Say where to go on behind a number that is no figure: past "2015-16", "3:30", "12/25/2015"."""
    last = number.last
    while (
        tokens.word(last + 1) in ("-", "–", "/", ":")
        and tokens.joined(last + 1)
        and tokens.joined(last + 2)
        and tokens.word(last + 2)[:1].isdecimal()
    ):
        last += 2
    return last


def _other_end(tokens: Tokens, number: Numeral) -> tuple[Numeral | None, int]:
    """Find the second number of a range or score: "10 to 20", "10-20", "between 10 and 20", "five or six"."""
    link = tokens.word(number.last + 1)
    if number.share or number.rank or number.low != number.high:
        return None, number.last
    skip = 2
    if link == "-" and tokens.word(number.last + 2) == "to" and tokens.word(number.last + 3) == "-":
        skip = 4
    elif link == "to" or link == "or":
        if tokens.word(number.first - 1) == "from" or (link == "or" and tokens.words[number.last][0].isdecimal()):
            return None, number.last
    elif link == "and":
        if tokens.word(number.first - 1) != "between" and tokens.word(number.first - 2) != "between":
            return None, number.last
    elif link not in ("-", "–", "—"):
        return None, number.last
    place = number.last + skip
    if tokens.word(place) in CURRENCIES:
        place += 1
    if place >= len(tokens) or tokens.words[place] in ("a", "an"):
        return None, number.last
    other = numeral_at(tokens, place)
    if other is None or other.share or other.rank or other.low != other.high:
        return None, number.last
    return other, other.last


def _range(tokens: Tokens, left: Numeral, right: Numeral, last: int) -> tuple[Figure | None, int]:
    low, high = left.low, right.high
    bare = left.plain and right.plain and tokens.word(left.last + 1) in ("-", "–", "—", "to")
    if low > high and bare:
        return _score(tokens, left, right)
    if low > high or (low < 100 and right.high >= 1000):
        # "10 to 20 million": the scale stands once.
        for factor in (1e12, 1e9, 1e6, 1e3, 1e2):
            if right.high >= factor and low * factor <= right.high:
                low *= factor
                break
    if bare and tokens.word(left.last + 1) in ("-", "–") and max(low, high) < 200 and _counts_nothing(tokens, last):
        return _score(tokens, left, right)
    if low > high:
        low, high = high, low
    step = max(left.round_to, right.round_to)
    return _complete(tokens, replace(left, round_to=step), low, high, last, exact=False)


def _counts_nothing(tokens: Tokens, last: int) -> bool:
    """Say whether nothing is counted behind two numbers: then they are a score or a vote."""
    after = tokens.word(last + 1)
    return not after.isalpha() or after in (
        "in on at to over against after for with and but as vote win loss victory defeat decision favor favour"
        " lead score"
        " record margin ruling opinion split party".split()
    )


def _score(tokens: Tokens, left: Numeral, right: Numeral) -> tuple[Figure, int]:
    low, high = sorted((left.low, right.low))
    span = tokens.span(left.first, right.last)
    return Figure(span, span.of(tokens.text), low, high, True, "score", "score"), right.last


def _complete(
    tokens: Tokens, number: Numeral, low: float, high: float, last: int, *, exact: bool
) -> tuple[Figure | None, int]:
    """Add hedges and unit to a number, and make its range from them."""
    first = number.first
    sort: Sort = "share" if number.share else "rank" if number.rank else "count"
    unit = "percent" if number.share else ""
    if tokens.word(first - 1) in CURRENCIES:
        first -= 1
        sort, unit = "money", CURRENCIES[tokens.words[first]]
        if tokens.word(first - 1) in ("us", "u.s.", "a", "c", "hk") and tokens.joined(first):
            first -= 1
    if tokens.word(last + 1) == "+" and tokens.joined(last + 1):
        last += 1
        high, exact = math.inf, False
    behind = _BEHIND.get((tokens.word(last + 1), tokens.word(last + 2)))
    if behind is not None:
        last += 2
    counted = counted_behind(tokens, last, ranked=number.rank, share=number.share)
    sort, unit, last = _with_unit(tokens, first, last, counted, sort, unit)
    if sort == "rank" and not unit:
        return None, last
    behind = behind or _BEHIND.get((tokens.word(last + 1), tokens.word(last + 2)))
    if tokens.word(last + 1) == "ago" or tokens.words[last + 1 : last + 3] == ("from", "now"):
        return None, last  # a time
    if tokens.words[number.first : last + 1] == ("one",):
        return None, last
    hedge, first = _hedge_before(tokens, first)
    hedge = hedge or behind
    if hedge is not None and sort != "rank":
        low, high = _widened(low, high, number.round_to, hedge)
        exact = False
    if sort == "share" and high == math.inf and low <= 100.0:
        high = 100.0
    span = tokens.span(first, last)
    whole = counted.whole if sort == "share" else ""
    figure = Figure(
        span, span.of(tokens.text), low, high, exact, unit, sort, whole, _fate(tokens, last), number.round_to
    )  # fmt: skip
    return figure, last


def _with_unit(tokens: Tokens, first: int, last: int, counted: Counted, sort: Sort, unit: str) -> tuple[Sort, str, int]:
    """Say what is counted, and where the words that say so end."""
    if tokens.word(first - 1) in _AGES_BEFORE and sort == "count":
        return "age", "years old", last
    if counted.age and sort == "count":
        return "age", "years old", counted.last
    if sort in ("money", "share") and not counted.percent:
        return sort, unit, last
    if counted.percent:
        return "share", "percent", counted.last
    if counted.currency:
        return "money", counted.currency, counted.last
    if counted.measure:
        return "measure", counted.measure, counted.last
    return sort, counted.noun, counted.last


def _hedge_before(tokens: Tokens, first: int) -> tuple[_Hedge | None, int]:
    """Find the hedge that ends right before a number, the longest one, and where it begins."""
    for length in (4, 3, 2, 1):
        if first >= length:
            hedge = _HEDGES.get(tokens.words[first - length : first])
            if hedge is not None:
                # "Ticked up to 8 percent" is no bound.
                moved = tokens.words[first - length] == "up" and _moves(tokens.word(first - length - 1))
                return (None, first) if moved else (hedge, first - length)
    return None, first


def _moves(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in (
        "go",
        "goes",
        "went",
        "rise",
        "rose",
        "climb",
        "jump",
        "gets",
        "got",
    )


def _widened(low: float, high: float, round_to: float, hedge: _Hedge) -> tuple[float, float]:
    near = min(max(round_to / 2, HEDGED_MIN * high), HEDGED_MAX * high) if math.isfinite(high) else 0.0
    if hedge == "least":
        return low, math.inf
    if hedge == "most":
        return 0.0, high
    if hedge == "nearly":
        return low - near, high
    if hedge == "over":
        return low, high + near
    return low - near, high + near


def _fate(tokens: Tokens, last: int) -> str:
    """Find what became of those counted within the four words behind them, in the same clause."""
    for word in tokens.words[last + 1 : last + 6]:
        fate = FATES.get(word)
        if fate is not None:
            return fate
        if word in (",", ".", ";", ":", "…", "and", "but"):
            return ""
    return FATES.get(tokens.words[last], "")


__all__ = ["HEDGED_MAX", "HEDGED_MIN", "Figure", "Sort", "figures_in"]
