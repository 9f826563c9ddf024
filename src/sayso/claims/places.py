"""Where, in a statement: places by name, known ones with what they lie in, others by the words before them.

A capital after "in", "near", "from" is a place even if no gazetteer has it. A city that shares its name with people and
things (Jackson, Mobile, Reading) is a place only behind such a word or before its state.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.claims.gazetteer import Gazetteer, Known, PlaceSort, gazetteer
from sayso.claims.numerals import UNITS
from sayso.claims.tokens import Tokens, tokens_of
from sayso.schema import Span

_LOCATIVE = frozenset(
    "in at near outside inside around across throughout into toward towards from leaving reached entered"
    " visiting visited"
    " of to through over within via north south east west off".split()
)
_STRONG = frozenset("in at near outside inside throughout across into around".split())
"""Words after which a capital is a place, known or not."""
_NO_PLACES = frozenset(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday congress parliament senate house court twitter facebook instagram youtube google
    english french god christ islam allah christmas easter ramadan english arabic russian spanish german chinese latin
    hebrew i we he she islam christianity judaism the a an this that these those his her their our my your its it
    republican republicans democrat democrats democratic iraqi syrian american americans israeli palestinian british
    european african asian south north east west mr mrs ms dr sir president senator gen
    """.split()
)
_PEOPLE_TOO = frozenset(
    "washington jordan chad israel georgia victoria florence charlotte jackson lincoln madison austin houston dallas"
    " jersey guinea turkey man male nice reading bath mobile orange split hope".split()
)
_NAMES_GO_ON = frozenset("of de la el al del the da do au aux sur upon on and".split())
_THINGS = frozenset(
    "times post university college street avenue journal tribune herald state guard police bank inc corp school high"
    " church party airlines airport hospital center centre prize accord agreement summit treaty act county".split()
)
_NAME_MAX = 6
_LARGE = 1000
"""How many thousands of inhabitants make a city's name mean the city wherever it stands."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a statement names.

    :param span: where its words stand, with those of the state or country behind a comma.
    :param words: those words.
    :param name: what it is called here: "United States" for "U.S."; its own words where the gazetteer has none.
    :param sort: what it is; ``other`` for what no gazetteer has.
    :param within: what it lies in, nearest first.
    :param locative: whether it says where something is or goes, and not merely what it belongs to.
    """

    span: Span
    words: str
    name: str
    sort: PlaceSort
    within: tuple[str, ...]
    locative: bool


def places_in(text: str | Tokens) -> list[Place]:
    """Find the places that a statement names, in order; they never overlap."""
    tokens = tokens_of(text)
    names = gazetteer()
    out: list[Place] = []
    place = 0
    while place < len(tokens):
        first = tokens.text[tokens.starts[place]]
        if first.isupper():
            last = _name_end(tokens, place)
            found = _place(tokens, names, place, last)
            if found is not None:
                out.append(found[0])
                place = found[1]
        place += 1
    return out


def _name_end(tokens: Tokens, place: int) -> int:
    """Give the last token of the run of capitals that begins at one, with "of" and hyphens inside it."""
    last = place
    while last + 1 < len(tokens) and last - place < _NAME_MAX:
        after = tokens.text[tokens.starts[last + 1]]
        if after.isupper():
            last += 1
        elif tokens.words[last + 1 : last + 4 : 2] == ("-", "-") and tokens.surface(last + 4)[:1].isupper():
            last += 4
        elif (
            last + 2 < len(tokens)
            and last + 2 - place < _NAME_MAX
            and (tokens.words[last + 1] in _NAMES_GO_ON or (after == "-" and tokens.joined(last + 1)))
            and tokens.text[tokens.starts[last + 2]].isupper()
        ):
            last += 2
        elif after == "." and tokens.joined(last + 1) and tokens.words[last] in ("st", "ft", "mt"):
            last += 1
        else:
            break
    return last


def _place(tokens: Tokens, names: Gazetteer, first: int, last: int) -> tuple[Place, int] | None:
    """Read the place that a run of capitals begins with, or is."""
    before = tokens.word(first - 1)
    if before == "the":
        before = tokens.word(first - 2)
    compass = before in ("northern", "southern", "eastern", "western", "central", "downtown", "nearby", "rural")
    locative = before in _LOCATIVE or compass or (before in ("and", ",") and first > 1 and _listed(tokens, first))
    for end in range(last, first - 1, -1):
        known = names.known.get(_key(tokens, first, end))
        if known is None:
            continue
        key = _key(tokens, first, end)
        if not _is_meant(tokens, known, key, first, end, last, locative):
            return None
        return _with_state(tokens, names, first, end, known, locative)
    last = _without_and(tokens, first, last)
    if (before in _STRONG or compass) and not _NO_PLACES.intersection(tokens.words[first : last + 1]):
        word = tokens.words[first]
        ends = tokens.words[last]
        if ends.endswith(("'s", "s'")) or ends in _THINGS or word.removesuffix("'s") in _NO_PLACES:
            return None
        if len(word) < 2 or (before == "at" and first == last) or word in UNITS:
            return None
        own = " ".join(tokens.surface(place) for place in range(first, last + 1)).replace(" - ", "-")
        return _with_state(tokens, names, first, last, Known(own, "other", ()), True)
    return None


def _without_and(tokens: Tokens, first: int, last: int) -> int:
    """End the name of an unknown place before "and": it is one of two."""
    for place in range(first, last):
        if tokens.words[place] in ("and", "on"):
            return place - 1
    return last


def _key(tokens: Tokens, first: int, end: int) -> str:
    key = " ".join(tokens.words[first : end + 1]).replace(".", "").replace(" - ", " ").replace("  ", " ")
    return key.removesuffix("'s")


def _listed(tokens: Tokens, first: int) -> bool:
    """Say whether a name goes on a list of places: "in Iraq and Syria"."""
    here = first - 2
    return here >= 1 and tokens.surface(here)[:1].isupper() and tokens.word(here - 1) in _STRONG


def _is_meant(tokens: Tokens, known: Known, key: str, first: int, end: int, last: int, locative: bool) -> bool:
    """Say whether a name that is a place's stands for it, not for a person, paper or firm of the name."""
    if key in ("us", "la", "dc", "in", "or", "me") and not tokens.surface(first).isupper():
        return False
    after = tokens.word(end + 1)
    if end < last and known.sort in ("city", "capital", "state") and after not in (",", "and", "on"):
        # "Charlotte Brown", "Washington Post"
        return False
    if after in _THINGS and tokens.surface(end + 1)[:1].isupper():
        return False
    # A first name or title right before it: "Michael Jordan", "Mr. Jackson".
    named = first > 0 and tokens.surface(first - 1)[:1].isupper() and tokens.words[first - 1] not in _LOCATIVE
    if known.sort in ("city", "capital") and tokens.word(first - 1) == "the" and not key.startswith("the"):
        return False  # "the State of the Union"
    if named and (key in _PEOPLE_TOO or known.sort == "city"):
        return False
    return (
        locative
        or ((known.sort not in ("city", "other") or known.thousands >= _LARGE) and key not in _PEOPLE_TOO)
        or _state_behind(tokens, gazetteer(), end) is not None
    )


def _state_behind(tokens: Tokens, names: Gazetteer, end: int) -> tuple[Known, int] | None:
    """Read ", Ga." or ", Texas" or ", Syria" behind a place."""
    if tokens.word(end + 1) != ",":
        return None
    surface = tokens.surface(end + 2)
    if tokens.word(end + 3) == "." and tokens.joined(end + 3) and surface + "." in names.states:
        return names.states[surface + "."], end + 3
    if surface in names.states:
        return names.states[surface], end + 2
    for length in (3, 2, 1):
        words = tokens.words[end + 2 : end + 2 + length]
        if len(words) == length and tokens.surface(end + 2)[:1].isupper():
            known = names.known.get(" ".join(words).replace(".", ""))
            if known is not None and known.sort in ("country", "state"):
                return known, end + 1 + length
    return None


def _with_state(
    tokens: Tokens, names: Gazetteer, first: int, end: int, known: Known, locative: bool
) -> tuple[Place, int]:
    """Add the state behind a comma; it decides which of several cities of a name is meant."""
    within, sort = known.within, known.sort
    behind = _state_behind(tokens, names, end) if known.sort in ("city", "capital", "other", "state") else None
    if behind is not None and behind[0].name != known.name:
        within = (behind[0].name, *behind[0].within)
        sort = known.sort if known.sort != "capital" or within == known.within else "city"
        end = behind[1]
    elif tokens.word(end + 1) == "." and tokens.joined(end + 1) and tokens.words[end] in ("st", "ft"):
        end += 1
    span = tokens.span(first, end)
    return Place(span, span.of(tokens.text), known.name, sort, within, locative), end


__all__ = ["Place", "places_in"]
