"""Which outlets belong to one publisher, and which are agencies: a table that ships, and what users add to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from sayso.claims.folded import folded

NAME_MAX = 200
"""Letters of an outlet's name that are looked at."""
_HOST = re.compile(r"(?:https?://)?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24})(?:[/:?#].*)?", re.DOTALL)
_SECOND_LEVEL = frozenset("co com org net gov ac edu".split())
_LETTERS = re.compile(r"[^\W_]+")


class Known(NamedTuple):
    """One row of the table that ships.

    :param outlet: as it calls itself.
    :param owner: of the outlet, as commonly known.
    :param agency: whether other outlets print what it writes.
    :param others: further names and domains that it goes by.
    """

    outlet: str
    owner: str
    agency: bool
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Families:
    """Who owns whom, by the keys that ``outlet_key`` gives.

    :param same: other names of an outlet, to its key.
    :param sites: domains of its pages, to its key: "abc.net.au" is not "abc.com".
    :param owners: outlet to the name of its owner.
    :param agencies: those whose texts other outlets print.
    """

    same: Mapping[str, str]
    sites: Mapping[str, str]
    owners: Mapping[str, str]
    agencies: frozenset[str]

    def outlet(self, name: str) -> str:
        """Give one key for all names of an outlet, domains among them; empty for a name without letters."""
        site = _site_in(name)
        while site:
            if site in self.sites:
                return self.sites[site]
            site = site.partition(".")[2]
        key = outlet_key(name)
        return self.same.get(key, key)

    def owner(self, name: str) -> str | None:
        """Give the owner of an outlet; ``None`` where none is known."""
        return self.owners.get(self.outlet(name))

    def family(self, name: str) -> str:
        """Give one key for all outlets of one owner: outlets without a known owner are a family of their own."""
        outlet = self.outlet(name)
        return outlet_key(self.owners.get(outlet, outlet)) or outlet

    def knows(self, name: str) -> bool:
        """Tell whether an outlet stands in the table."""
        return self.outlet(name) in self.owners


def _site_in(name: str) -> str:
    """Give the host in an address or domain; empty for other names."""
    found = _HOST.fullmatch(folded(" ".join(name[:NAME_MAX].split())))
    return found[1].removeprefix("www.") if found else ""


def outlet_key(outlet: str) -> str:
    """Give a name without case, spaces, marks and "The"; of a domain, the part that is registered.

    "The Harbour Post" and "www.harbourpost.example" are both ``"harbourpost"``.
    """
    name = folded(" ".join(outlet[:NAME_MAX].split()))
    if (host := _HOST.fullmatch(name)) and not name.endswith("."):
        labels = host[1].split(".")[:-1]
        while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
            labels.pop()
        return labels[-1].replace("-", "")
    words = _LETTERS.findall(name)
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@cache
def shipped() -> tuple[Known, ...]:
    """Read the table that ships with the package, which says itself where it is from."""
    table = files("sayso.claims").joinpath("families.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return tuple(
        Known(row[0], row[1], row[2] == "agency", tuple(o for o in row[3].split("; ") if o) if len(row) > 3 else ())
        for row in rows
    )


def families_of(added: Iterable[tuple[str, str]] = (), *, known: Iterable[Known] | None = None) -> Families:
    """Put the table together; what users add comes before what ships.

    :param added: outlet and owner; an outlet that is its own owner belongs to nobody else.
    :param known: instead of the table that ships.
    """
    same: dict[str, str] = {}
    sites: dict[str, str] = {}
    owners: dict[str, str] = {}
    agencies = set()
    for row in shipped() if known is None else known:
        key = outlet_key(row.outlet)
        owners[key] = row.owner
        for other in row.others:
            if site := _site_in(other):
                sites[site] = key
            else:
                same[outlet_key(other)] = key
        if row.agency:
            agencies.add(key)
    found = Families(same=same, sites=sites, owners=owners, agencies=frozenset(agencies))
    for outlet, owner in added:
        if key := found.outlet(outlet):
            owners[key] = owner
    return found
