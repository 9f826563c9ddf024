import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.config import Settings
from sayso.pages.page import article_of, is_html
from sayso.schema import Article, Rejected

SENTENCES = [
    "The harbour board of Vellmouth said on Tuesday that the east pier would stay closed until the spring of next year.",
    "“We are not going to send anybody out there before the divers have been,” said Ottoline Marsh, who heads the board.",
    "Fishermen said that they had been told nothing, and that the ice house would be empty by the end of the month.",
]
HTML = (
    "<!doctype html><html lang=en><head><meta charset=utf-8></head><body><h1>Pier closed</h1>"
    + "".join(f"<p>{s}</p>" for s in SENTENCES)
    + "</body></html>"
)


@pytest.mark.parametrize(
    "text",
    [
        HTML,
        "\ufeff\n  <HTML><BODY>x</BODY></HTML>",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'></html>",
        "<!-- saved --><!DOCTYPE html><p>x",
        "<p>One.</p><p>Two.</p>",
        "<article>x</article>",
        "Some words <b>bold</b> and <p>a paragraph</p> of a fragment",
    ],
)
def test_markup(text: str) -> None:
    assert is_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "The price fell < 5 and > 3.",
        "Home > News > Coast\nPier closed\n" + "\n\n".join(SENTENCES),
        "He wrote <p> on the wall. " * 3 + "Nothing more. " * 200,
        "\n\n".join(SENTENCES) + "\n<form id=x>[contact-form-7 id=12]</form>\n" + "word " * 2000,
        "<3 is a heart",
        "a <b and c> d",
    ],
)
def test_plain_text(text: str) -> None:
    assert not is_html(text)


def test_bytes_and_text_give_the_same() -> None:
    from_text = article_of(HTML, settings=Settings())
    assert isinstance(from_text, Article)
    for data, charset in (
        (HTML.encode(), None),
        (HTML.encode("utf-16"), None),
        (HTML.replace("utf-8", "cp1252").encode("cp1252"), "iso-8859-1"),
    ):
        assert article_of(data, charset=charset, settings=Settings()) == from_text


def test_pasted_text_goes_to_its_own_reader() -> None:
    article = article_of("Pier closed\n\n" + "\n\n".join(SENTENCES), settings=Settings())
    assert isinstance(article, Article)
    assert all(sentence in article.text for sentence in SENTENCES)


def test_the_address_completes_the_facts() -> None:
    article = article_of(HTML, url="https://bell.example/coast/pier", settings=Settings())
    assert isinstance(article, Article)
    assert article.url == "https://bell.example/coast/pier"


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_no_change_of_bytes_breaks_the_reader(data: st.DataObject) -> None:
    raw = bytearray(HTML.encode())
    for _ in range(data.draw(st.integers(0, 20))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    result = article_of(
        bytes(raw), charset=data.draw(st.sampled_from([None, "utf-8", "shift_jis", "bad"])), settings=Settings()
    )
    if isinstance(result, Rejected):
        assert result.detail
    else:
        assert result.text == "\n\n".join(span.of(result.text) for span in result.paragraphs)
