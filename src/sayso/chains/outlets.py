"""Outlets in a text, and the people who speak, ask or write for them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from sayso.chains.lexicon import ROLE_BEFORE, ROLES, TELLERS
from sayso.chains.outlet_names import (
    COMMON_WORDS,
    GENERIC_OUTLET,
    NAMED,
    SHAPE_LAST,
    SHORT,
    UNSURE_LAST,
    Medium,
)
from sayso.chains.words import Words
from sayso.schema import Channel, Span


@dataclass(frozen=True, slots=True)
class Teller:
    """One who passes on what others say: an outlet, somebody who works for one, or both ("Fox News host Ana Reyes").

    :param first: index of its first word, an article before it included.
    :param last: index of its last word.
    :param outlet: where the outlet is named; ``None`` where it is not known.
    :param person: where the person is named.
    :param medium: how the outlet reaches people.
    :param sure: false where it may be no outlet at all ("the Post", "the paper"), unless somebody tells it something.
    :param speaks: whether the person's own words come through the outlet: a correspondent's, not a host's.
    """

    first: int
    last: int
    outlet: Span | None
    person: Span | None = None
    medium: Medium = "other"
    sure: bool = True
    speaks: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """Who stands between, nearest to the article first."""
        return tuple(span for span in (self.outlet, self.person) if span is not None)


def _named() -> dict[str, list[tuple[tuple[str, ...], Medium, bool]]]:
    out: dict[str, list[tuple[tuple[str, ...], Medium, bool]]] = {}
    for name, medium in NAMED.items():
        words = tuple(word for word in name.replace("&", " ").split() if word != "the" or " " in name)
        out.setdefault(words[0], []).append((words, medium, name not in COMMON_WORDS))
    for names in out.values():
        names.sort(key=lambda entry: -len(entry[0]))
    return out


_NAMES = _named()
_TRAILING = frozenset(
    (
        "Service",
        "Agency",
        "Network",
        "Channel",
        "Radio",
        "Television",
        "Online",
        "Sunday",
        "Magazine",
        "Tonight",
        "Daily",
    )
)
NOT_NAMES = frozenset(
    """
    The A An In On At By For From But And Or When While After Before As If It He She They We I To Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
    November December According Last This That Mr Mrs Ms Sen Rep Gov President Former
    """.split()
)
_OF_PEOPLE = frozenset("Mr Mrs Ms Sen Rep Gov President".split())
_SHOW = frozenset(("show", "program", "programme", "podcast", "broadcast", "series", "newscast"))
_FIRST = frozenset(("Radio", "TV", "Kanal", "Canal", "Televisa"))
"""First words of broadcasters' names."""
_SMALL = frozenset(word for word in (*_NAMES, *SHAPE_LAST, *_FIRST) if not word[0].isupper())
_DOMAINS = frozenset((".com", ".org", ".net"))
_CALL_SIGN = frozenset("KW")


def tellers_of(words: Words, publisher: str | None = None) -> list[Teller]:
    """Find every outlet and journalist of a text, in order; linear in its length.

    :param publisher: whose page it is; a newspaper speaks of itself too ("told the Courier").
    """
    own = publisher.split()[-1] if publisher and not publisher.isspace() else ""
    found: list[Teller] = []
    full: set[str] = set()
    latest: Span | None = None
    for outlet in _outlets(words, own):
        if found and outlet.first <= found[-1].last:
            continue  # a show named with its outlet
        name = words.words[outlet.last]
        if outlet.sure:
            full.add(name)
            latest = outlet.outlet
        elif name in GENERIC_OUTLET and outlet.last == outlet.first + 1 and words.lower[outlet.first] == "the":
            outlet = replace(outlet, outlet=latest or outlet.outlet)  # "the paper" is the one named before
        elif name in full and name in SHORT:
            outlet = replace(outlet, sure=True)  # "the Post" after "the Ostrel Post"
        found.append(_with_person(words, outlet))
    found = sorted([*found, *_roles(words, found)], key=lambda t: t.first)
    return _again(words, found)


def on_air(words: Words, outlet: Span) -> Channel | None:
    """Say by what medium an outlet speaks where its own name says so: "Radio Ostrel", "VTV"."""
    for index in range(words.at(outlet.start), min(words.at(outlet.end - 1) + 1, len(words))):
        word = words.words[index]
        if word in ("Radio", "FM"):
            return "radio"
        if word == "Television" or (word.endswith("TV") and word.isupper()):
            return "TV"
    return None


def _outlets(words: Words, own: str) -> list[Teller]:
    out: list[Teller] = []
    taken = -1
    for index, word in enumerate(words.words):
        if not (word[0].isupper() or words.lower[index] in GENERIC_OUTLET or word in _SMALL or word == own):
            continue  # as most words are
        if index <= taken:
            continue
        teller = None
        if word in _NAMES:
            teller = _named_at(words, index)
        if teller is None and word in SHAPE_LAST:
            teller = _shaped_at(words, index, taken)
        if teller is None and word == own and words.joined(index) and words.lower[index - 1] == "the":
            teller = Teller(index - 1, index, words.span(index, index), sure=False)
        if teller is None and word in _FIRST and words.joined(index + 1) and not words.possessive[index]:
            last = name_from(words, index + 1, 2)
            if last is not None:
                medium: Medium = "radio" if word == "Radio" else "TV"
                teller = Teller(_article(words, index), last, words.span(index, last), medium=medium)
        if teller is None and words.lower[index] in GENERIC_OUTLET and not words.capital(index):
            teller = _generic_at(words, index)
        if teller is None and word[0] in _CALL_SIGN and _is_call_sign(word):
            teller = Teller(index, index, words.span(index, index), sure=False)
        if teller is None and word[0].isupper() and words.text[words.ends[index] : words.ends[index] + 4] in _DOMAINS:
            last = min(index + 1, len(words) - 1)
            teller = Teller(index, last, words.span(index, last))
        if teller is None and word == "Channel" and words.joined(index + 1) and words.words[index + 1].isdigit():
            last = index + 1 + (words.joined(index + 2) and words.words[index + 2] == "News")
            teller = Teller(index, last, words.span(index, last), medium="TV")
        if teller is not None:
            out.append(teller)
            taken = teller.last
    return out


def _is_call_sign(word: str) -> bool:
    head = word.split("-")[0]
    return 3 <= len(head) <= 4 and head.isupper() and head.isalpha() and word != "WHO"


def _named_at(words: Words, index: int) -> Teller | None:
    for name, medium, sure in _NAMES[words.words[index]]:
        last = index + len(name) - 1
        if tuple(words.words[index : last + 1]) != name or not all(map(words.joined, range(index + 1, last + 1))):
            continue
        if words.joined(last + 1) and words.words[last + 1] in _TRAILING and not words.possessive[last]:
            last += 1
        if len(name) == 1 and words.joined(index) and words.capital(index - 1) and not words.possessive[index - 1]:
            sure = sure and words.words[index - 1] in NOT_NAMES - _OF_PEOPLE  # else somebody's last name
        return Teller(_article(words, index), last, words.span(index, last), medium=medium, sure=sure)
    return None


def _article(words: Words, index: int) -> int:
    """Take in "the" before a name."""
    return index - 1 if words.joined(index) and words.lower[index - 1] == "the" else index


def _shaped_at(words: Words, index: int, taken: int) -> Teller | None:
    first = index
    while (
        first - 1 > taken
        and index - first < 4
        and words.joined(first)
        and words.capital(first - 1)
        and not words.possessive[first - 1]
        and words.words[first - 1] not in NOT_NAMES
    ):
        first -= 1
    last = index
    if words.joined(last + 1) and words.words[last + 1] in _TRAILING and not words.possessive[last]:
        last += 1
    with_article = _article(words, first)
    if first == index and (with_article == index or words.words[index] not in SHORT):
        return None
    medium = SHAPE_LAST[words.words[index]]
    sure = first < index and words.words[index] not in UNSURE_LAST
    return Teller(with_article, last, words.span(first, last), medium=medium, sure=sure)


def _generic_at(words: Words, index: int) -> Teller | None:
    """Take "the paper", "state television", "French radio"."""
    first = index
    while (
        index - first < 3
        and words.joined(first)
        and (words.capital(first - 1) or words.lower[first - 1] in _GENERIC_BEFORE)
    ):
        first -= 1
    if words.joined(first) and words.lower[first - 1] in ("the", "a", "an"):
        first -= 1
    if first == index:
        return None
    name = first + (words.lower[first] in ("the", "a", "an"))
    return Teller(first, index, words.span(name, index), medium=GENERIC_OUTLET[words.lower[index]], sure=False)


_GENERIC_BEFORE = frozenset("state local national public regional private independent daily weekly news cable".split())


def _with_person(words: Words, teller: Teller) -> Teller:
    """Add who is named with an outlet: "CNN's Ana Reyes", "Fox News host Ana Reyes", "Ana Reyes of Fox News"."""
    return _person_after(words, teller) or _person_before(words, teller) or teller


def _person_after(words: Words, teller: Teller) -> Teller | None:
    index = teller.last + 1
    possessive = words.possessive[teller.last]
    role = None
    while words.joined(index) and index - teller.last < 7:
        low = words.lower[index]
        if low in ROLES:
            role = low
        elif low not in ROLE_BEFORE or words.capital(index):
            break
        index += 1
    if not words.joined(index) or (role is None and not possessive):
        return None
    if words.words[index] in _NAMES and possessive:
        show = _named_at(words, index)
        if show is not None:
            return replace(teller, last=show.last, medium=show.medium if teller.medium == "other" else teller.medium)
    quoted = words.text[words.starts[index] - 1] in "\"“‘'«"
    last = name_from(words, index)
    if quoted or last is None:
        return replace(teller, last=_show_end(words, index), medium=_on_air(teller)) if quoted and possessive else None
    if role is None and (last == index or words.lower[last] in _SHOW):
        return None
    speaks = role in TELLERS
    return replace(teller, last=last, person=words.span(index, last), speaks=speaks, sure=True)


def _on_air(teller: Teller) -> Medium:
    return "TV" if teller.medium == "other" and not teller.sure else teller.medium


def _show_end(words: Words, index: int) -> int:
    """Find the last word of a quoted title that begins at a word."""
    last = index
    while last - index < 8 and words.joined(last + 1):
        gap = words.text[words.ends[last] : words.starts[last + 1]]
        if gap.strip():
            break
        last += 1
    return last


def name_from(words: Words, index: int, most: int = 4) -> int | None:
    """Find the last word of a name that begins at a word; ``None`` where none does."""
    if not words.capital(index) or words.words[index] in NOT_NAMES:
        return None
    last = index
    while (
        last - index < most - 1
        and words.joined(last + 1)
        and not words.possessive[last]
        and _name_goes_on(words, last + 1)
    ):
        last += 1
    return last


def _name_goes_on(words: Words, index: int) -> bool:
    word = words.words[index]
    return (words.capital(index) and word not in NOT_NAMES) or word in (
        "de",
        "van",
        "von",
        "der",
        "al",
        "bin",
        "da",
        "la",
    )


_OF = frozenset(("of", "for", "at", "from", "with"))


def _person_before(words: Words, teller: Teller) -> Teller | None:
    index = teller.first - 1
    if index < 1 or not words.joined(teller.first) or words.lower[index] not in _OF:
        return None
    index -= 1
    role = None
    while index > 0 and teller.first - index < 8:
        low = words.lower[index]
        if low in ROLES:
            role = low
        elif low not in ROLE_BEFORE and low not in ("a", "an", "the"):
            break
        index -= 1
    gap = words.text[words.ends[index] : words.starts[index + 1]]
    if role is None and (words.lower[teller.first - 1] not in ("of", "at") or gap != " "):
        return None
    if role is not None and gap.strip() not in ("", ","):
        return None
    first = index
    if not words.capital(index) or words.words[index] in NOT_NAMES:
        return None
    while (
        index - first < 3
        and words.joined(first)
        and words.capital(first - 1)
        and words.words[first - 1] not in NOT_NAMES
    ):
        first -= 1
        if index - first >= 3:
            break
    if first == index:
        return None
    return replace(teller, first=first, person=words.span(first, index), sure=True, speaks=role in TELLERS)


def _roles(words: Words, found: list[Teller]) -> list[Teller]:
    """Find people named with a role alone ("talk radio host Ana Reyes"); the outlet is unknown."""
    inside = [False] * (len(words) + 1)
    for teller in found:
        for index in range(teller.first, teller.last + 1):
            inside[index] = True
    out = []
    for index, low in enumerate(words.lower):
        if low not in ROLES or inside[index] or not words.joined(index + 1) or inside[index + 1]:
            continue
        last = name_from(words, index + 1)
        if last is None or last == index + 1:
            continue
        first = index
        while (
            index - first < 4
            and words.joined(first)
            and not inside[first - 1]
            and words.lower[first - 1] in ROLE_BEFORE
        ):
            first -= 1
        medium: Medium = "radio" if "radio" in words.lower[first:index] else "other"
        outlet = _whose(words, found, first) or _unknown(words, first)
        speaks = low in TELLERS
        out.append(Teller(_article(words, first), last, outlet, words.span(index + 1, last), medium, speaks=speaks))
    return out


def _unknown(words: Words, first: int) -> Span | None:
    """Take the two or more capitals before a role for an outlet: "Harbour One reporter Ana Reyes"."""
    start = first
    while first - start < 3 and words.joined(start) and words.capital(start - 1) and not words.possessive[start - 1]:
        start -= 1
    plain = first - start >= 2 and not NOT_NAMES.intersection(words.words[start:first])
    return words.span(start, first - 1) if plain else None


def _whose(words: Words, found: list[Teller], first: int) -> Span | None:
    """Find the outlet of "its reporter Ana Reyes": the last one before, in the same sentence."""
    if first < 1 or words.lower[first - 1] != "its":
        return None
    place = bisect_left(found, first, key=lambda t: t.first) - 1
    if place < 0 or first - found[place].last > 12:
        return None
    same = words.sentence(words.starts[first]) == words.sentence(words.starts[found[place].last])
    return found[place].outlet if same else None


def _again(words: Words, found: list[Teller]) -> list[Teller]:
    """Add the later mentions of these people by their last names."""
    known: dict[str, Teller] = {}
    for teller in found:
        if teller.person is not None:
            name = teller.person.of(words.text).split()[-1]
            if name not in known or known[name].outlet is None:
                known[name] = teller
    if not known:
        return found
    inside = {index for teller in found for index in range(teller.first, teller.last + 1)}
    more = []
    for index, word in enumerate(words.words):
        teller = known.get(word)  # type: ignore[assignment]
        if teller is None or index in inside:
            continue
        first = index
        given = teller.person.of(words.text).split()[0] if teller.person else ""
        if words.joined(index) and words.words[index - 1] == given:
            first -= 1
        elif words.joined(index) and words.capital(index - 1) and words.words[index - 1] not in NOT_NAMES:
            continue  # another of that name
        more.append(replace(teller, first=first, last=index, person=words.span(first, index)))
    return sorted([*found, *more], key=lambda t: t.first)
