"""What a figure counts: the head noun behind it, a currency, a measure, a share of something, years of age."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.claims.tokens import Tokens

CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen", "₹": "rupees", "₽": "roubles", "₪": "shekels"}
CURRENCY_WORDS = {
    "dollar": "dollars", "dollars": "dollars", "usd": "dollars", "bucks": "dollars", "euro": "euros", "euros": "euros",
    "pound": "pounds", "pounds": "pounds", "yen": "yen", "yuan": "yuan", "rupee": "rupees", "rupees": "rupees",
    "rouble": "roubles", "roubles": "roubles", "ruble": "roubles", "rubles": "roubles", "peso": "pesos",
    "pesos": "pesos", "cent": "cents", "cents": "cents", "franc": "francs", "francs": "francs", "lira": "lira",
    "shekel": "shekels", "shekels": "shekels", "krona": "kronor", "kronor": "kronor",
}  # fmt: skip
PERCENT_WORDS = frozenset("% percent pct percentage".split())
_MEASURE_FORMS = """
miles mile mi|kilometres kilometre kilometer kilometers km kms|metres metre meter meters|feet foot ft|inches inch
yards yard|acres acre|hectares hectare|tonnes tonne tons ton|kilograms kilogram kg kilos kilo|ounces ounce
litres litre liter liters|gallons gallon|barrels barrel|degrees degree|mph|megawatts megawatt mw|gigawatts gigawatt
seconds second|minutes minute mins|hours hour hrs|days day|weeks week|months month|years year|decades decade
centuries century|points point|times
"""
MEASURES = {
    form: forms.split()[0] for forms in _MEASURE_FORMS.replace("\n", "|").split("|") if forms for form in forms.split()
}
"""The plural of each measure by its forms."""
_FATE_FORMS = """
dead killed died dies deaths fatalities slain murdered perished|hurt wounded injured injuries casualties
missing unaccounted disappeared|held arrested detained jailed imprisoned captured|displaced fled evacuated
rescued freed released|infected hospitalised hospitalized
"""
FATES = {
    form: forms.split()[0] for forms in _FATE_FORMS.strip().replace("\n", "|").split("|") for form in forms.split()
}
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec".split()
)
_PLURALS = frozenset(
    "people men women children police troops personnel staff cattle sheep percent dead wounded injured missing"
    " data media"
    " kids folk folks refugees lives wives aircraft species crew".split()
)
COUNTED_OFTEN = frozenset("people soldiers troops votes men women children deaths dead civilians".split())
"""Nouns that turn four digits before them into a figure: "2015 people"."""
_ENDS = frozenset(
    """
    a an the and or but nor of to in on at by for from with as that this these those is are was were be been being has
    have had do does did will would shall should can could may might must not no who whom whose which what when where
    why how if than then so because while until after before since during under over against between into onto out off
    up down about around through across along near without within per each every said says say told while it he she they
    we you i its his her their our your my him them us there here also only just even still already yet ago more less
    later earlier were alone apart away back behind inside outside upon via versus worth went came left died fled
    """.split()
)
_OF = frozenset("the these those our their its his her my all such registered likely american british eligible".split())
_NP_MAX = 6
"""How many words of a noun phrase are looked at behind a number."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What stands behind a number.

    :param last: the last token that belongs to it; that of the number itself where nothing does.
    :param noun: head noun, lower case; "" where there is none.
    :param currency, measure: its plural, such as "dollars" or "miles".
    :param percent: whether it is a share.
    :param whole: what a share is of.
    :param age: whether it is somebody's age.
    """

    last: int
    noun: str = ""
    currency: str = ""
    measure: str = ""
    percent: bool = False
    whole: str = ""
    age: bool = False


def counted_behind(tokens: Tokens, last: int, *, ranked: bool = False, share: bool = False) -> Counted:
    """Read what the number that ends at a token counts.

    :param ranked: whether the number is an ordinal, which takes a noun in the singular.
    :param share: whether it is a part of what stands behind "of".
    """
    place = last + 1
    if tokens.word(place) == "-":
        place += 1
    word = tokens.word(place)
    if word in PERCENT_WORDS or (word == "per" and tokens.word(place + 1) == "cent"):
        end = place + (1 if word == "per" or tokens.word(place + 1) in ("points", "point") else 0)
        return Counted(end, percent=True, whole=_whole(tokens, end))
    if word in ("year", "years", "yr") and _old_behind(tokens, place):
        return Counted(_old_behind(tokens, place), age=True)
    if word in CURRENCY_WORDS and not ranked:
        return Counted(place, currency=CURRENCY_WORDS[word])
    if word in ("u.s.", "us", "canadian", "australian") and tokens.word(place + 1) in ("dollar", "dollars"):
        return Counted(place + 1, currency="dollars")
    if word in ("square", "cubic", "nautical", "metric") and tokens.word(place + 1) in MEASURES:
        return Counted(place + 1, measure=f"{word} {MEASURES[tokens.word(place + 1)]}")
    if word in MEASURES and not ranked:
        return Counted(place, measure=MEASURES[word])
    if word == "of":
        if share:
            return Counted(last, whole=_whole(tokens, last))
        if tokens.word(place + 1) in MEASURES:
            return Counted(place + 1, measure=MEASURES[tokens.word(place + 1)])
        return _noun(tokens, last, place + 1 + (tokens.word(place + 1) in _OF), ranked)
    return _noun(tokens, last, place, ranked)


def _old_behind(tokens: Tokens, place: int) -> int:
    """Give the place of "old" in "years old", "year-old"; 0 where there is none."""
    here = place + (2 if tokens.word(place + 1) == "-" else 1)
    if tokens.word(here) in ("old", "olds"):
        return here
    return here + 1 if tokens.words[here : here + 3] == ("of", "age") else 0


def _whole(tokens: Tokens, last: int) -> str:
    """Read what a share is of: the head of "of the registered voters"."""
    place = last + 1
    if tokens.word(place) == "of":
        place += 1
    while tokens.word(place) in _OF or tokens.word(place) in ("a", "an"):
        place += 1
    return _noun(tokens, last, place, ranked=False).noun


def _noun(tokens: Tokens, last: int, place: int, ranked: bool) -> Counted:
    """Find the head of the noun phrase that begins at a token: its first plural, or its last word if there is none."""
    head, head_at = "", last
    for here in range(place, min(place + _NP_MAX, len(tokens))):
        word = tokens.words[here]
        if word in _ENDS or not word[0].isalpha():
            if word == "-" and here > place:
                continue
            break
        if word in FATES and head:
            break
        if word in _PLURALS or (
            word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "ous")) and len(word) > 3
        ):
            return Counted(here, noun=word)
        if not head or ranked or tokens.surface(here)[0].islower():
            head, head_at = word, here
        if ranked:
            break
    if not ranked and head.endswith(("ed", "ly", "ing")):
        return Counted(last)
    return Counted(head_at, noun=head)
