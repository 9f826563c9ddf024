"""Whose page each article of a claim is, and which tellers are outlets: whose own page may stand beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from sayso.chains.outlet_names import GENERIC_OUTLET, NAMED, SHAPE_LAST, UNSURE_LAST
from sayso.claims.families import Families, outlet_key
from sayso.claims.folded import folded
from sayso.claims.name_keys import words_of
from sayso.claims.observing import observed
from sayso.schema import Statement, Teller

REPORTERS: Final = frozenset(
    "reporter reporters journalist journalists correspondent correspondents photographer columnist editor".split()
)
OURSELVES: Final = frozenset("author authors reporter correspondent newspaper paper i we".split())
"""Nameless tellers that are the page itself."""
VAGUE: Final = frozenset(
    """
    reports report media press rumours rumors rumour story stories newspapers papers news outlets headlines websites
    sites it television tv internet reporting accounts word speculation
    """.split()
)
"""Last words of tellers that name nobody: "reports say", "local media reported"."""
_NO_OUTLET: Final = frozenset(
    """
    ministry department government police university institute company inc ltd plc corp council party union court
    office association foundation bank church hospital committee commission parliament senate brigade authority
    campaign embassy school college society club federation board inspectorate watchdog
    """.split()
)
_FRONT: Final = frozenset("radio tv channel télé".split())
_WITHIN: Final = frozenset("television broadcaster newspaper magazine newswire".split())


class Newsrooms:
    """The outlets of a claim: those whose pages report it, and those that the pages name.

    :param statements: of the claim.
    :param families: for other names and domains of outlets, and for owners.
    :param credits: by article, the agency whose text it says that it is.
    """

    def __init__(self, statements: Iterable[Statement], families: Families, credits: Mapping[str, str]) -> None:
        self._families = families
        self._page: dict[str, str] = {}
        self._writer: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        statements = list(statements)
        for statement in statements:
            article = statement.article
            if article in self._page:
                continue
            name = (statement.publisher or "").strip() or _site(statement.url)
            key = families.outlet(name) if name else ""
            self._page[article] = key or f"article:{article}"
            self._add(self._page[article], name or article)
            if credit := credits.get(article):
                self._writer[article] = families.outlet(credit) or self._page[article]
                self._add(self._writer[article], credit)
        # Outlets whose reporters are said to have been there.
        for statement in statements:
            if not statement.chain and (named := observed(statement.text)):
                self.add(named)
        # Fixed from here on, so that who is an outlet does not hang on who was asked about before.
        self._known_here = frozenset(self.names)
        self._by_end: dict[str, set[str]] = defaultdict(set)
        self._by_word: dict[str, set[str]] = defaultdict(set)
        self._by_initials: dict[str, str] = {}
        for key in sorted(self._words):
            words = self._words[key]
            for word in words:
                self._by_word[word].add(key)
            for i in range(1, len(words)):
                self._by_end[" ".join(words[i:])].add(key)
            if len(words) > 2:
                self._by_initials.setdefault("".join(word[0] for word in words), key)

    def _add(self, key: str, name: str) -> None:
        if key not in self.names:
            self.names[key] = name
            words = words_of(name)
            self._words[key] = tuple(words[1:] if words[:1] == ["the"] else words)

    def add(self, name: str) -> str:
        """Take up an outlet that a page names; give its key, empty for a name without letters."""
        key = self._families.outlet(name)
        if key:
            self._add(key, name)
        return key

    def page(self, article: str) -> str:
        """Give the key of the outlet whose page an article is."""
        return self._page[article]

    def writer(self, article: str) -> str:
        """Give the key of the outlet that wrote it: an agency, where the article says so."""
        return self._writer.get(article, self._page[article])

    def family(self, outlet: str) -> str:
        """Give the key of the publisher that an outlet belongs to."""
        return self._families.family(self.names.get(outlet, outlet)) if outlet in self.names else outlet

    def is_body(self, outlet: str) -> bool:
        """Tell whether a page's publisher is no news outlet but speaks for itself: a ministry, a firm."""
        return not _NO_OUTLET.isdisjoint(self._words.get(outlet, ())) and not self._families.knows(self.names[outlet])

    def outlet(self, teller: Teller, article: str) -> str | None:
        """Give the key of the outlet that a teller is, the article's own among them; ``None`` if it is none."""
        words = words_of(teller.name)
        words = words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words
        if not words:
            return None
        if words[-1] in REPORTERS or (teller.role and folded(teller.role.split()[-1]) in REPORTERS):
            of = " ".join(words[:-1]) if words[-1] in REPORTERS else ""
            return self._known(of or teller.affiliation or "", article) if of or teller.affiliation else None
        return self._known(teller.name, article, teller) or self._by_shape(teller, words)

    def is_part_of_several(self, teller: Teller) -> bool:
        """Tell whether one word is all of a teller, and stands in the names of several outlets: "Veldria reported"."""
        words = words_of(teller.name)
        return len(words) == 1 and not teller.role and len(self._by_word.get(words[0], ())) > 1

    def _known(self, name: str, article: str, teller: Teller | None = None) -> str | None:
        """Find an outlet by its whole name, its end ("the Post") or its initials; the page's own first.

        :param teller: who has the name: many outlets have names that others have too ("People", "Today").
        """
        words = words_of(name)
        words = words[1:] if len(words) > 1 and words[0] == "the" else words
        key = self._families.outlet(name)
        if not words or not key:
            return None
        mine = (self.writer(article), self.page(article))
        for own in mine:
            if key == own or self._words.get(own, ())[-len(words) :] == tuple(words):
                return own
        if key in self._known_here:
            return None if self.is_body(key) else key
        # "Veldria" is no short name for "Family Fun Veldria" beside "Veldria Today".
        ends = self._by_end.get(" ".join(words), set())
        if len(ends) == 1 and (len(words) > 1 or self._by_word[words[0]] == ends):
            return next(iter(ends))
        if len(words) == 1 and name.isupper() and words[0] in self._by_initials:
            return self._by_initials[words[0]]
        sure = teller is None or (teller.named and teller.kind in ("organisation", "other", None))
        if sure and self._families.knows(name):
            self._add(key, name)
            return key
        return None

    def _by_shape(self, teller: Teller, words: list[str]) -> str | None:
        if not teller.named or teller.kind == "document" or teller.role or not _NO_OUTLET.isdisjoint(words):
            return None
        last = teller.name.split()[-1]
        shaped = (
            words[0] in _FRONT
            or not _WITHIN.isdisjoint(words)
            or teller.name.removeprefix("The ").removeprefix("the ") in NAMED
            or (teller.kind != "person" and last in SHAPE_LAST and (len(words) > 1 or last not in UNSURE_LAST))
        )
        if not shaped:
            return None
        key = self._families.outlet(teller.name) or outlet_key(teller.name)
        if key:
            self._add(key, teller.name)
        return key or None


def is_ourselves(teller: Teller) -> bool:
    """Tell whether a nameless teller is the page itself: "this newspaper", the author's "I"."""
    words = words_of(teller.name)
    return (
        not teller.named and len(words) <= 2 and words[-1:] != [] and words[-1] in OURSELVES and words[0] != "another"
    )


def is_vague(teller: Teller) -> bool:
    """Tell whether a teller is nobody in particular: "reports", "local media", "the newspaper"."""
    words = words_of(teller.name)
    if not words or len(words) > 3 or (teller.named and len(words) > 1):
        return False
    return words[-1] in VAGUE or (teller.kind in ("organisation", None) and words[-1] in GENERIC_OUTLET)


def _site(url: str | None) -> str:
    from urllib.parse import urlsplit

    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:  # such as an unclosed bracket
        return ""
