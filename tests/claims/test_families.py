"""Outlets of one publisher, by name and by domain."""

from __future__ import annotations

import pytest

from sayso.claims.families import families_of, outlet_key, shipped


@pytest.mark.parametrize(
    ("names", "one"),
    [
        (("The Harbour Post", "Harbour Post", "harbour post", "www.harbourpost.example", "https://harbourpost.example/a"), True),
        (("harbour-post.co.uk", "Harbour Post"), True),
        (("Harbour Post", "Harbour Mail"), False),
    ],
)  # fmt: skip
def test_one_key_for_all_ways_to_write_an_outlet(names: tuple[str, ...], one: bool) -> None:
    assert (len({outlet_key(name) for name in names}) == 1) == one


def test_the_shipped_table_is_whole() -> None:
    rows = shipped()
    assert len(rows) > 300
    assert all(row.outlet and row.owner and outlet_key(row.outlet) for row in rows)
    keys = [outlet_key(row.outlet) for row in rows]
    assert sorted(key for key in keys if keys.count(key) > 1) == []


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("The Sun", "The Times", True),
        ("thesun.co.uk", "Wall Street Journal", True),
        ("edition.cnn.com", "CNN", True),
        ("abc.net.au", "abcnews.go.com", False),
        ("independent.ie", "independent.co.uk", False),
        ("Reuters", "Associated Press", False),
    ],
)
def test_families_of_known_outlets(left: str, right: str, one: bool) -> None:
    known = families_of()
    assert (known.family(left) == known.family(right)) == one


def test_what_users_say_comes_first() -> None:
    known = families_of([("The Sun", "The Sun"), ("harbourpost.example", "Dock Media"), ("Quay Mail", "Dock Media")])
    assert known.family("The Sun") != known.family("The Times")
    assert known.family("Harbour Post") == known.family("quaymail.example")
    assert known.owner("Harbour Post") == "Dock Media"


@pytest.mark.parametrize("name", ["", " ", "…", "\x00", "https://[", "a" * 1_000_000, "U.S.", "."])
def test_odd_names_are_families_of_their_own(name: str) -> None:
    known = families_of()
    assert known.owner(name) is None
    assert known.family(name) == known.outlet(name)
