"""Names of countries, states and cities, with what they lie in; from GeoNames (CC BY 4.0), see
``training/gazetteer.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

PlaceSort = Literal["continent", "country", "state", "capital", "city", "other"]

_CONTINENTS = {
    "AF": "Africa", "AS": "Asia", "EU": "Europe", "NA": "North America", "SA": "South America", "OC": "Oceania",
    "AN": "Antarctica",
}  # fmt: skip
_ALSO = """
United States: U.S.|US|U.S.A.|USA|America|United States of America|the States
United Kingdom: U.K.|UK|Britain|Great Britain|England|Scotland|Wales|Northern Ireland
United Arab Emirates: UAE|U.A.E.|Emirates
Russia: Russian Federation|Soviet Union
North Korea: DPRK|N. Korea
South Korea: Republic of Korea|S. Korea
Democratic Republic of the Congo: DR Congo|DRC|Congo
Ivory Coast: Côte d'Ivoire
Myanmar: Burma
Czechia: Czech Republic
North Macedonia: Macedonia
Eswatini: Swaziland
Cabo Verde: Cape Verde
Timor Leste: East Timor
Palestinian Territory: Palestine|West Bank|Gaza|Gaza Strip
Netherlands: Holland
Vatican: Holy See
Bosnia and Herzegovina: Bosnia
Kyiv: Kiev
New York: NYC|New York City|Manhattan|Brooklyn|Queens|Bronx
Washington: D.C.|DC|Washington D.C.|Capitol Hill
Los Angeles: L.A.|Hollywood
Mumbai: Bombay
Kolkata: Calcutta
Chennai: Madras
Yangon: Rangoon
Ho Chi Minh City: Saigon
Nur-Sultan: Astana
Sanaa: Sana'a
"""
"""Other names, and parts that are spoken of by themselves."""
_PARTS = frozenset(
    "England|Scotland|Wales|Northern Ireland|West Bank|Gaza|Gaza Strip|Manhattan|Brooklyn|Queens|Bronx|Capitol Hill"
    "|Hollywood".split("|")
)
_STATE_FORMS = """
AL Ala.|AK Alaska|AZ Ariz.|AR Ark.|CA Calif. Cal.|CO Colo.|CT Conn.|DE Del.|FL Fla.|GA Ga.|HI Hawaii|ID Idaho|IL Ill.
IN Ind.|IA Iowa|KS Kan.|KY Ky.|LA La.|ME Maine|MD Md.|MA Mass.|MI Mich.|MN Minn.|MS Miss.|MO Mo.|MT Mont.|NE Neb.
NV Nev.|NH N.H.|NJ N.J.|NM N.M.|NY N.Y.|NC N.C.|ND N.D.|OH Ohio|OK Okla.|OR Ore.|PA Pa. Penn.|RI R.I.|SC S.C.|SD S.D.
TN Tenn.|TX Tex.|UT Utah|VT Vt.|VA Va.|WA Wash.|WV W.Va.|WI Wis.|WY Wyo.
"""


@dataclass(frozen=True, slots=True)
class Known:
    """A place of the gazetteer.

    :param name: as it is called here, whatever the text calls it.
    :param sort: what it is.
    :param within: what it lies in, nearest first.
    :param thousands: of inhabitants; 0 where not held.
    """

    name: str
    sort: PlaceSort
    within: tuple[str, ...]
    thousands: int = 0


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places by name.

    :param known: by name in lower case without full stops; the place that is meant most often.
    :param states: abbreviations that news puts behind a city, such as "Ga." and "TX".
    :param words_max: the most words that a name has.
    """

    known: dict[str, Known]
    states: dict[str, Known]
    words_max: int

    def find(self, name: str) -> Known | None:
        """Find a place by any of its names."""
        return self.known.get(key_of(name))


def key_of(name: str) -> str:
    """Give the form in which names of places are compared."""
    return name.lower().replace(".", "").replace("’", "'").replace("-", " ")


@cache
def gazetteer() -> Gazetteer:
    """Read the gazetteer that ships; once a process, 20 ms."""
    rows = [
        line.split("\t")
        for line in (files("sayso.claims") / "gazetteer.tsv").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    countries = {code: name for sort, name, code, _, _ in rows if sort == "country"}
    continents = {code: _CONTINENTS.get(part, "") for sort, _, code, part, _ in rows if sort == "country"}
    state_names = {code: name for sort, name, _, code, _ in rows if sort == "state"}
    known: dict[str, Known] = {
        key_of(name): Known(name, "continent", ()) for name in (*_CONTINENTS.values(), "Middle East", "Latin America")
    }
    for sort, name, code, part, thousands in sorted(rows, key=_order):
        within: tuple[str, ...] = () if sort == "country" else (countries.get(code, ""),)
        if sort == "country" and part in _CONTINENTS:
            within = (_CONTINENTS[part],)
        elif code == "US" and part in state_names and sort != "state":
            within = (state_names[part], *within)
        if sort != "country":
            within = (*within, continents.get(code, ""))
        place = Known(name, sort, tuple(filter(None, within)), int(thousands))  # type: ignore[arg-type]
        known.setdefault(key_of(name), place)
    for line in _ALSO.strip().splitlines():
        name, _, forms = line.partition(": ")
        place = known[key_of(name)]
        for form in forms.split("|"):
            part_of = Known(form, "state", (place.name, *place.within)) if form in _PARTS else place
            known[key_of(form)] = part_of
    states: dict[str, Known] = {}
    for group in _STATE_FORMS.strip().replace("\n", "|").split("|"):
        short, *longer = group.split()
        for form in (short, *longer):
            states[form] = known[key_of(state_names[short])]
    return Gazetteer(known, states, max(name.count(" ") + 1 for name in known))


def _order(row: list[str]) -> tuple[int, int]:
    """Sort so that the place meant most often by a name comes first."""
    rank = {"capital": 2, "country": 1, "state": 1, "city": 3}[row[0]]
    if row[0] == "state":
        rank = 0  # "Georgia"
    if row[0] == "capital" and int(row[4]) < 500 and row[1] != "Washington":
        rank = 3  # Jamestown, Hamilton, Victoria, Kingston
    if row[1] in ("Washington", "New York", "Mexico City"):
        rank = -1  # the city rather than the state
    return rank, -int(row[4])
