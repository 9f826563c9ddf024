"""Numbers as news writes them, in figures and letters: 5,000, five thousand, 1.2 million, a dozen, two-thirds.

Rules of our own. text2num 3.1 (MIT, 3 µs a sentence) reads plain cardinals only: no dozens, fractions, ``1/2``, ``5k``
or "thousands", and it makes figures of the *one* in "no one" and of "nineteen eighty". quantulum3 0.10 (MIT, 2 ms)
knows units of measure, but not what is counted; it reads "5k people" as five kelvin and passes over "thousands".
number-parser takes 1 ms and was last released in 2023, word2number in 2017.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from sayso.claims.tokens import Tokens

_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
UNITS = {word: float(value) for value, word in enumerate(f"{_SMALL} seventeen eighteen nineteen".split())}
TENS = {
    word: float(value)
    for word, value in zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True
    )
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
}  # fmt: skip
SUFFIXES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12, "million": 1e6,
    "billion": 1e9,
}  # fmt: skip
VAGUE = {
    "tens": (15.0, 199.0), "dozens": (24.0, 199.0), "scores": (40.0, 199.0), "hundreds": (150.0, 2e3),
    "thousands": (1.5e3, 1e5), "millions": (1.5e6, 1e9), "billions": (1.5e9, 1e12), "trillions": (1.5e12, 1e15),
}  # fmt: skip
"""What "thousands" and the like may stand for; "tens of thousands" takes ten times as much at both ends."""
FEW = {"couple": (2.0, 3.0), "few": (2.0, 10.0), "several": (3.0, 12.0), "handful": (2.0, 12.0)}
ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1
    )
}
_PARTS = {
    "half": 2.0,
    "third": 3.0,
    "quarter": 4.0,
    "fourth": 4.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "eighth": 8.0,
    "tenth": 10.0,
}
PARTS = {**_PARTS, **{word + "s": value for word, value in _PARTS.items()}, "halves": 2.0}
_FRACTIONS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75}
PART_STEP = 5.0
"""How roughly "half" and "a third" are meant, in percent: 52 percent may be called a half."""
DIGITS_MAX = 18
"""A longer run of digits is a code, no number."""

NUMBER_WORDS = frozenset({*UNITS, *TENS, *SCALES, *VAGUE, *FEW, *ORDINALS, *PARTS, *_FRACTIONS})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text, before it is known what it counts.

    :param first, last: its tokens, both counted in.
    :param low, high: what it may stand for; the same for a plain number.
    :param share: whether it is a part of a whole, such as a half.
    :param rank: whether it is an ordinal.
    :param plain: whether it stands in figures without mark or scale, as years, ages and scores do.
    :param round_to: the place that it is given to: 100 for 4,900, 0.1 for 2.5, 100,000 for 1.2 million.
    """

    first: int
    last: int
    low: float
    high: float
    share: bool = False
    rank: bool = False
    plain: bool = False
    round_to: float = 1.0


def numeral_at(tokens: Tokens, place: int) -> Numeral | None:
    """Read the number that begins at a token; ``None`` if none does."""
    word = tokens.words[place]
    if word[0].isdecimal():
        return _in_figures(tokens, place)
    if word in _FRACTIONS:
        return Numeral(place, place, _FRACTIONS[word] * 100, _FRACTIONS[word] * 100, share=True, round_to=PART_STEP)
    if word in ("a", "an"):
        return _after_article(tokens, place)
    if word not in NUMBER_WORDS:
        return None
    if word in VAGUE:
        return _vague(tokens, place)
    if word in FEW:
        return _few(tokens, place, place)
    if word in UNITS or word in TENS:
        return _in_letters(tokens, place)
    if word == "half":
        return _half(tokens, place)
    if word in ORDINALS:
        return Numeral(place, place, ORDINALS[word], ORDINALS[word], rank=True)
    return None


def value_of(word: str) -> float | None:
    """Give the value of a number in figures; ``None`` for what is no number, or a code of many digits."""
    digits = "".join(c for c in word if c not in ",\u00a0\u2009\u202f")
    if len(digits) > DIGITS_MAX:
        return None
    try:
        return float(digits)
    except ValueError:
        return None


def place_of(value: float, decimals: int = 0) -> float:
    """Give the place that a number is given to: that of its last digit that is not 0, or of its last decimal."""
    if decimals:
        return 10.0**-decimals
    if not value or not math.isfinite(value) or value != int(value):
        return 1.0
    whole, out = int(value), 1
    while whole % 10 == 0:
        whole //= 10
        out *= 10
    return float(out)


def _in_figures(tokens: Tokens, place: int) -> Numeral | None:
    word = tokens.words[place]
    value = value_of(word)
    if value is None:
        return None
    decimals = len(word.partition(".")[2])
    after = tokens.word(place + 1)
    if after == "/" and tokens.joined(place + 1) and tokens.joined(place + 2):
        return _slash(tokens, place, value)
    if after and tokens.joined(place + 1):
        if after in ("st", "nd", "rd", "th"):
            return Numeral(place, place + 1, value, value, rank=True)
        if after in SUFFIXES:
            value *= SUFFIXES[after]
            step = place_of(value) if not decimals else SUFFIXES[after] * 10.0**-decimals
            return Numeral(place, place + 1, value, value, round_to=step)
        if after in _FRACTIONS:
            return Numeral(place, place + 1, value + _FRACTIONS[after], value + _FRACTIONS[after], round_to=0.25)
    return _scaled(tokens, place, place, value, decimals)


def _scaled(tokens: Tokens, first: int, last: int, value: float, decimals: int) -> Numeral:
    """Add the scale behind a number, as in "1.2 million" and "5-million"."""
    scale, here = 1.0, last
    while True:
        next_one = here + 2 if tokens.word(here + 1) == "-" else here + 1
        factor = SCALES.get(tokens.word(next_one))
        if factor is None or (scale > 1 and factor < scale):
            break
        scale *= factor
        here = next_one
    if scale == 1.0:
        return Numeral(
            first, last, value, value, plain="," not in tokens.words[last], round_to=place_of(value, decimals)
        )
    step = scale * 10.0**-decimals if decimals else place_of(value * scale)
    return Numeral(first, here, value * scale, value * scale, round_to=step)


def _slash(tokens: Tokens, place: int, above: float) -> Numeral | None:
    """Read "1/2"; "3/16" is as likely a day, so only the parts that people speak of count."""
    below = value_of(tokens.words[place + 2]) if tokens.words[place + 2][0].isdecimal() else None
    if below not in (2, 3, 4, 5) or above >= below or tokens.word(place + 3) == "/":
        return None
    share = above / below * 100
    return Numeral(place, place + 2, share, share, share=True, round_to=PART_STEP)


def _in_letters(tokens: Tokens, place: int) -> Numeral | None:
    """Read a cardinal in letters: units, tens, hundreds and scales, with "and" between them."""
    total, group, last, spoken = 0.0, 0.0, place - 1, False
    here, low_word = place, 1e18
    while here < len(tokens):
        word = tokens.words[here]
        if word in UNITS or word in TENS:
            value = UNITS.get(word, TENS.get(word, 0.0))
            # "twenty five" goes on, "five six" and "nineteen eighty" do not.
            if group and value >= low_word:
                break
            group += value
            low_word = 10.0 if value >= 20 else 1.0
        elif word in SCALES:
            factor = SCALES[word]
            if factor == 100.0 or factor == 12.0:
                group = (group or 1.0) * factor
                low_word = 100.0
            else:
                total += (group or 1.0) * factor
                group, low_word = 0.0, factor
        elif word == "-" or (word == "and" and spoken):
            here += 1
            continue
        else:
            break
        spoken = word in SCALES
        last = here
        here += 1
    if last < place:
        return None
    value = total + group
    fraction = _fraction_behind(tokens, last, value)
    if fraction is not None:
        return Numeral(place, fraction[0], fraction[1], fraction[1], share=fraction[2], round_to=fraction[3])
    return Numeral(place, last, value, value, round_to=place_of(value))


def _fraction_behind(tokens: Tokens, last: int, value: float) -> tuple[int, float, bool, float] | None:
    """Read "two-thirds", "one in three" and "two and a half (million)" from their first number on."""
    here = last + 2 if tokens.word(last + 1) == "-" else last + 1
    if tokens.word(last + 1) == "in" and value == 1 and tokens.word(last + 2) in UNITS:
        of = UNITS[tokens.word(last + 2)]
        return (last + 2, 100 / of, True, PART_STEP) if of > 1 else None
    part = PARTS.get(tokens.word(here))
    if part is not None and value < part <= 10 and (value > 1) == tokens.word(here).endswith("s"):
        return here, value / part * 100, True, PART_STEP
    if tokens.words[last + 1 : last + 4] == ("and", "a", "half"):
        scale = SCALES.get(tokens.word(last + 4), 1.0)
        return last + (4 if scale > 1 else 3), (value + 0.5) * scale, False, 0.5 * scale
    return None


def _after_article(tokens: Tokens, place: int) -> Numeral | None:
    """Read "a dozen", "a hundred", "a few thousand", "a third of", "a half", "a quarter"."""
    after = tokens.word(place + 1)
    if after in SCALES:
        rest = _in_letters(tokens, place + 1)
        return None if rest is None else Numeral(place, rest.last, rest.low, rest.high, round_to=rest.round_to)
    if after in FEW:
        return _few(tokens, place, place + 1)
    if after == "half":
        half = _half(tokens, place + 1)
        return (
            None
            if half is None
            else Numeral(place, half.last, half.low, half.high, half.share, False, False, half.round_to)
        )
    if after in ("third", "quarter", "fifth", "tenth") and tokens.word(place + 2) == "of":
        return Numeral(place, place + 1, 100 / PARTS[after], 100 / PARTS[after], share=True, round_to=PART_STEP)
    return None


def _half(tokens: Tokens, place: int) -> Numeral | None:
    here = place + 1
    if tokens.word(here) in ("a", "an", "-"):
        here += 1
    scale = SCALES.get(tokens.word(here))
    if scale is not None:
        return Numeral(place, here, scale / 2, scale / 2, round_to=scale / 2)
    # "half of voters", "half the country", "half his men", "by half"; not "second half", "half an hour", "half-baked".
    if tokens.word(place - 1) in ("first", "second", "other", "better") or tokens.word(place + 1) in ("a", "an", "-"):
        return None
    if tokens.word(place + 1).endswith("ed"):
        return None
    return Numeral(place, place, 50.0, 50.0, share=True, round_to=PART_STEP)


def _vague(tokens: Tokens, place: int) -> Numeral | None:
    """Read "thousands", "tens of thousands", "hundreds of millions"."""
    word = tokens.words[place]
    low, high = VAGUE[word]
    last = place
    if tokens.word(place + 1) == "of" and tokens.word(place + 2) in VAGUE:
        scale = {"tens": 10.0, "dozens": 24.0, "scores": 40.0, "hundreds": 100.0, "thousands": 1e3}.get(word, 1e6)
        below, above = VAGUE[tokens.word(place + 2)]
        return Numeral(place, place + 2, below * scale, above * scale, round_to=0.0)
    if word == "tens" or (word == "scores" and tokens.word(place + 1) != "of"):
        return None
    return Numeral(place, last, low, high, round_to=0.0)


def _few(tokens: Tokens, first: int, place: int) -> Numeral | None:
    """Read "several", "a few", "a couple of", with the scale behind them; "few" alone says how little, not how many."""
    word = tokens.words[place]
    if (word in ("few", "couple", "handful") and first == place) and tokens.word(first - 1) not in (
        "last",
        "past",
        "next",
        "the",
    ):
        return None
    low, high = FEW[word]
    here = place + 2 if tokens.word(place + 1) == "of" else place + 1
    scale = SCALES.get(tokens.word(here))
    if scale is not None:
        return Numeral(first, here, low * scale, high * scale, round_to=0.0)
    return Numeral(first, place, low, high, round_to=0.0)
