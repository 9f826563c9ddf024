from __future__ import annotations

from pathlib import Path

import pytest

import sayso
from sayso.errors import InputError, NoSuchFile
from sayso.schema import Article, Reading, Rejected, Span

PAGE = Path(__file__).parent.parent / "examples" / "court-arson.html"


def test_a_path_bytes_and_text_of_one_page_give_one_reading() -> None:
    by_path, by_bytes = sayso.read(PAGE), sayso.read(PAGE.read_bytes())
    assert isinstance(by_path, Reading)
    assert isinstance(by_bytes, Reading)
    assert by_path.attributions == by_bytes.attributions
    assert by_path.article.id == str(PAGE)


def test_a_refusal_names_its_page(tmp_path: Path) -> None:
    page = tmp_path / "empty.html"
    page.write_bytes(b"")
    refused = sayso.read(page)
    assert isinstance(refused, Rejected)
    assert (refused.reason, refused.page) == ("empty", str(page))


@pytest.mark.parametrize("name", ["page.html", str(PAGE), "ftp://news.example/page", "file:///etc/passwd"])
def test_a_str_that_names_a_file_is_a_mistake_and_said_so(name: str) -> None:
    with pytest.raises(InputError, match=r"expected .* found"):
        sayso.read(name)


def test_a_missing_file() -> None:
    with pytest.raises(NoSuchFile):
        sayso.read(Path("no-such-page.html"))


@pytest.mark.parametrize("wrong", [None, 3, ["a"]])
def test_other_types(wrong: object) -> None:
    with pytest.raises(InputError):
        sayso.read(wrong)  # type: ignore[arg-type]
    with pytest.raises(InputError):
        sayso.attribute(wrong)  # type: ignore[arg-type]


def test_an_articles_own_paragraphs_are_kept() -> None:
    text = "The mayor said\nthe pier was shut."
    reading = sayso.attribute(Article(text=text, paragraphs=(Span(0, len(text)),)))
    assert [reading.text_of(a.content) for a in reading.attributions] == ["the pier was shut"]


def test_every_attribution_has_its_speaker_and_the_reason() -> None:
    reading = sayso.attribute(
        "Mayor Ana Pell said the pier was shut. Later she said it was open.\n\nPell denied that it was shut."
    )
    assert [speaker.name for speaker in reading.speakers] == ["Ana Pell"]
    assert all(reading.speaker(a) is not None for a in reading.attributions)
    assert [c.attribution for c in reading.choices] == [a.id for a in reading.attributions]
