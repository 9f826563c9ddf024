"""What people type, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.store.query import TERMS_MAX, Term, parse


def groups(typed: str) -> list[list[str]]:
    return [[" ".join(term.words) for term in group] for group in parse(typed).groups]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("flood Ostrel", [["flood"], ["ostrel"]]),
        ("flood Ostrel OR Calder", [["flood"], ["ostrel", "calder"]]),
        ('"no danger" drill', [["no danger"], ["drill"]]),
        ("“no danger”", [["no danger"]]),
        ('"never closed', [["never closed"]]),
        ("U.S. 5,000 don't café", [["u s"], ["5 000"], ["don t"], ["cafe"]]),
        ("OR flood OR", [["flood"]]),
        ("a OR b OR c", [["a", "b", "c"]]),
        ("or", [["or"]]),
        ("NEAR( * ^ : {text} -", [["near"], ["text"]]),
        ("", []),
        (" - -- *** ", []),
    ],
)
def test_words_phrases_and_either(typed: str, expected: list[list[str]]) -> None:
    assert groups(typed) == expected


def test_words_to_leave_out() -> None:
    query = parse('flood -drill -"fire brigade"')
    assert query.without == (Term(("drill",)), Term(("fire", "brigade"), True))
    assert query.text == "flood"
    assert query.exact


def test_only_words_to_leave_out_is_no_query() -> None:
    with pytest.raises(InputError, match="only words to leave out"):
        parse("-flood")


def test_words_alone_may_be_found_by_meaning() -> None:
    assert not parse("flood Ostrel OR Calder").exact
    assert parse('"flood"').exact


def test_a_pasted_page_is_cut() -> None:
    query = parse("word " * 100_000)
    assert len(query.groups) == TERMS_MAX


@given(st.text(max_size=200))
def test_whatever_is_typed_is_a_query(typed: str) -> None:
    try:
        query = parse(typed)
    except InputError:
        return
    for term in (*query.without, *(term for group in query.groups for term in group)):
        assert term.words
        assert all(word.isalnum() and word == word.lower() for word in term.words)
