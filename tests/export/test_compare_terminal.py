"""Two articles side by side in a terminal."""

from __future__ import annotations

from sayso.export.compare_terminal import render
from sayso.export.look import Look
from sayso.schema import ComparisonView, Counterpart, Entry, Span, Statement, Teller

MARA = Teller("S1", "Mara Voss", "person", True)
RADEK = Teller("S2", "Jon Radek", "person", True)


def entry(id: str) -> Entry:
    return Entry(
        id, id, 1, True, f"Title {id}", None, f"Outlet {id}", None, None, "2031-03-04", "en", "2032", 99, "fast"
    )


def said(article: str, label: str, who: Teller, text: str, place: tuple[int, int] = (0, 50)) -> Statement:
    return Statement(f"{article}#{label}", article, (Span(*place),), text, "indirect", chain=(who,))


def shown(*same: Counterpart, only: tuple[Statement, ...] = ()) -> str:
    return render(ComparisonView(entry("a"), entry("b"), same=same, only_left=only), Look(80))


def test_the_same_words_of_one_speaker_are_shown_once() -> None:
    left, right = said("a", "A1", MARA, "the dam broke"), said("b", "A4", MARA, "the  dam broke")
    assert "  both  “the dam broke” Mara Voss · a#A1, b#A4\n" in shown(Counterpart(left, right, "same"))


def test_the_same_words_of_two_speakers_are_shown_with_each() -> None:
    left, right = said("a", "A1", MARA, "the dam broke"), said("b", "A4", RADEK, "the dam broke")
    found = shown(Counterpart(left, right, "same"))
    assert "  left  “the dam broke” Mara Voss · a#A1\n" in found
    assert "  right “the dam broke” Jon Radek · b#A4\n" in found


def test_pairs_are_apart_by_one_line() -> None:
    pair = Counterpart(said("a", "A1", MARA, "the dam broke"), said("b", "A1", MARA, "the dam broke"), "same")
    other = Counterpart(said("a", "A2", MARA, "boats sank"), said("b", "A2", MARA, "boats sank"), "same")
    found = shown(pair, other, only=(said("a", "A3", RADEK, "bread is dear"),))
    assert "\n\n\n" not in found
    assert found.count("\n\n") == 3


def test_what_stands_inside_what_one_has_alone_is_under_it() -> None:
    outer = said("a", "A1", MARA, "Radek says that bread is dear", (0, 40))
    inner = Statement("a#A2", "a", (Span(20, 40),), "bread is dear", "indirect", chain=(MARA, RADEK), nested_in="a#A1")
    found = shown(only=(outer, inner))
    assert "  Mara Voss: “Radek says that bread is dear” a#A1\n" in found
    assert "    inside it, Jon Radek: “bread is dear” a#A2\n" in found
