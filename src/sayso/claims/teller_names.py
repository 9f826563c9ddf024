"""Which named tellers of one claim are one: by identity where it is known, else by their names.

Within a claim names may be taken more loosely than in a whole corpus: who is called "Ilvesh" in one report of a claim
and "Dragan Ilvesh" in another is one man, unless two of that last name are in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.claims.callings import ANYBODY, calling_of, may_be_one
from sayso.claims.name_keys import NOT_IN_ACRONYMS, acronym_of, words_of
from sayso.claims.union import Union
from sayso.schema import Kind
from sayso.speakers.lexicon import HONORIFICS

_OF = frozenset("of at from in for to with".split())
_BY = frozenset("by from of".split())


class Called(NamedTuple):
    """A named teller, as one article has it; those that are equal are one.

    :param generic: whether it is a body without a name of its own: "police", "the ministry".
    :param apart: not 0 where a person says that it is none of the others of its name.
    """

    identity: str
    name: str
    kind: Kind | None
    role: str
    affiliation: str
    generic: bool = False
    apart: int = 0


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    number: int  # of the first of those that have it
    person: bool
    paper: bool
    generic: bool
    said: tuple[Called, ...]  # some of those that have it


def same_tellers(called: Sequence[Called]) -> list[int]:
    """Say which named tellers of a claim are one.

    :param called: in the order of publication.
    :return: for each the index of the first that it is one with.
    """
    first = {one: i for i, one in reversed(list(enumerate(called)))}
    ones = list(dict.fromkeys(called))
    union = Union(len(called))
    _by_identity(ones, first, union)
    by_words: dict[tuple[str, ...], list[Called]] = defaultdict(list)
    for one in ones:
        by_words[name_words(one.name)].append(one)
    names: dict[tuple[str, ...], list[_Name]] = {}
    for words, those in by_words.items():
        names[words] = [
            _Name(words, first[lot[0]], _is(lot, "person"), _is(lot, "document"), lot[0].generic, tuple(lot[:5]))
            for lot in _lots(those, first, union)
        ]
    told_apart = _told_apart(ones, first, union)
    for left, right in _alike(names, acronyms={name_words(o.name) for o in ones if acronym_of(o.name)}):
        if frozenset((union.find(left), union.find(right))) not in told_apart:
            union.join(left, right)
    for i, one in enumerate(called):
        union.join(first[one], i)
    return [union.find(i) for i in range(len(called))]


def name_words(name: str) -> tuple[str, ...]:
    """Give the words of a name, folded, without "the" and titles in front."""
    words = words_of(name)
    while len(words) > 1 and (words[0] in HONORIFICS or words[0] == "the"):
        words = words[1:]
    return tuple(words)


def _is(ones: Sequence[Called], kind: Kind) -> bool:
    return sum(1 if one.kind == kind else -1 for one in ones if one.kind) > 0


def _by_identity(ones: Sequence[Called], first: dict[Called, int], union: Union) -> None:
    known: dict[tuple[str, int], int] = {}
    for one in ones:
        if one.identity:
            union.join(known.setdefault((one.identity, one.apart), first[one]), first[one])


def _told_apart(ones: Sequence[Called], first: dict[Called, int], union: Union) -> set[frozenset[int]]:
    """Give pairs that have one name, and are two all the same: namesakes, or as a person says."""
    pairs: set[frozenset[int]] = set()
    by_words: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for one in ones:
        by_words[name_words(one.name)].add(union.find(first[one]))
    for those in by_words.values():
        # Many of one name are rare; among the first of them is enough to keep the rest from drawing them together.
        some = sorted(those)[:50]
        pairs.update(frozenset((a, b)) for a in some for b in some if a < b)
    return pairs


def _lots(those: Sequence[Called], first: dict[Called, int], union: Union) -> list[list[Called]]:
    """Split tellers of one name into those who can be one person: by identity, else by what they are said to be."""
    lots: list[list[Called]] = []
    # Those of whom most is said come first, so that the answer does not hang on who was published first.
    for one in sorted(those, key=lambda o: (not o.identity, not o.role, -len(o.affiliation), o)):
        for lot in lots:
            if all(_can_be_one(one, other) for other in lot[:20]):
                lot.append(one)
                union.join(first[lot[0]], first[one])
                break
        else:
            lots.append([one])
    for lot in lots:
        lot.sort(key=first.__getitem__)
    return sorted(lots, key=lambda lot: first[lot[0]])


def _can_be_one(one: Called, other: Called) -> bool:
    if one.apart != other.apart:
        return False
    if one.identity and other.identity:
        return one.identity == other.identity
    left, right = (calling_of(o.role) if o.role else ANYBODY for o in (one, other))
    return may_be_one(left, right) or not _said(one).isdisjoint(_said(other))


def _said(one: Called) -> set[str]:
    return {word for word in words_of(f"{one.role} {one.affiliation}") if word not in NOT_IN_ACRONYMS}


def _alike(names: dict[tuple[str, ...], list[_Name]], acronyms: set[tuple[str, ...]]) -> Iterable[tuple[int, int]]:
    """Give pairs of tellers whose names, though not equal, mean one."""
    by_last: dict[str, list[_Name]] = defaultdict(list)
    by_set: dict[frozenset[str], _Name] = {}
    by_initials: dict[str, _Name] = {}
    # In one order, whatever the order of publication.
    for words in sorted(names):
        head = names[words][0]
        if len(words) > 1 and not head.paper:
            by_last[words[-1]] += names[words]
        if len(words) > 2:
            by_initials.setdefault("".join(w[0] for w in words if w not in NOT_IN_ACRONYMS), head)
        same = by_set.setdefault(frozenset(w for w in words if w not in NOT_IN_ACRONYMS), head)
        if same is not head and not head.person:
            yield same.number, head.number
    for head in (head for words in sorted(names) for head in names[words]):
        words = head.words
        if len(words) == 1:
            if words in acronyms and (meant := by_initials.get(words[0])):
                yield meant.number, head.number
            elif full := [name for name in by_last.get(words[0], ()) if name.person or head.person]:
                yield _meant(head, full).number, head.number
            continue
        if len(words[0]) == 1:  # "J. Brel"
            full = [n for n in by_last.get(words[-1], ()) if n.words[0] != words[0] and n.words[0][0] == words[0]]
            if full:
                yield _meant(head, full).number, head.number
        for i in range(1, len(words)):
            if words[i:] in names and names[words[i:]][0].generic:
                yield names[words[i:]][0].number, head.number
        for part in _parts(words, head.paper):
            if part in names and (part != words[1:] or names[part][0].person):
                yield _meant(head, names[part]).number, head.number
                break


def _meant(head: _Name, candidates: Sequence[_Name]) -> _Name:
    """Give who is meant by part of a name: whom the same is said of, else who was named first."""
    said = set().union(*(_said(one) for one in head.said))

    def fits(name: _Name) -> bool:
        return any(not said.isdisjoint(_said(one)) for one in name.said)

    return min(candidates, key=lambda name: (not fits(name), name.number))


def _parts(words: tuple[str, ...], paper: bool) -> Iterable[tuple[str, ...]]:
    """Give names that a longer name may hold: "Ruta Venn" of Clean Ash, tweet by "Timo Reck"."""
    for i, word in enumerate(words):
        if word in _OF and i > 1:
            yield words[:i]
    if len(words) > 2:
        yield words[1:]
    if paper:
        for i, word in enumerate(words):
            if word in _BY:
                rest = words[i + 1 :]
                rest = rest[1:] if rest[:1] == ("the",) else rest
                for end in range(len(rest), 1, -1):
                    for start in range(end - 1):
                        yield rest[start:end]
        for end in range(len(words) - 1, 1, -1):
            yield words[:end]
