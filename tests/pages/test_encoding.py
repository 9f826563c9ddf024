import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.pages.decode_bytes import decode_page
from sayso.schema import Rejected

LINE = "“Niemand”, sagte Frau Grünwäld – für 5 €, naïve café"
RUSSIAN = "<p>Причал закрыт до весны, сообщили в порту. Рыбаки недовольны.</p>" * 4
JAPANESE = "<p>桟橋は春まで閉鎖されると港湾局が火曜日に発表した。漁師たちは何も聞いていないと話した。</p>" * 4


def html(charset: str, text: str = LINE) -> str:
    return f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'


def test_utf_8() -> None:
    assert decode_page(html("utf-8").encode()) == html("utf-8")


@pytest.mark.parametrize(("codec", "mark"), [("utf-8-sig", b""), ("utf-16", b""), ("utf-32", b"")])
def test_a_mark_decides(codec: str, mark: bytes) -> None:
    assert decode_page(mark + LINE.encode(codec), charset="latin-1") == LINE


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(codec: str) -> None:
    text = html("utf-16", "The pier is closed.")
    assert decode_page(text.encode(codec)) == text


@pytest.mark.parametrize("name", ["windows-1252", "iso-8859-1", "latin1", "ISO-8859-15", "us-ascii"])
def test_the_webs_latin_1_is_windows_1252(name: str) -> None:
    assert decode_page(html(name).encode("cp1252")) == html(name)


def test_the_header_counts_where_the_page_says_nothing() -> None:
    assert decode_page(RUSSIAN.encode("koi8-r"), charset="KOI8-R") == RUSSIAN


def test_utf_8_wins_over_a_wrong_claim() -> None:
    assert decode_page(html("iso-8859-1").encode(), charset="windows-1251") == html("iso-8859-1")


def test_a_slip_of_windows_1252_in_utf_8_is_repaired() -> None:
    data = html("utf-8", "It’s fine. " * 50).encode() + b"<p>\x93No,\x94 she said \x96 twice.</p>"
    text = decode_page(data)
    assert isinstance(text, str)
    assert text.endswith("<p>“No,” she said – twice.</p>")
    assert "\ufffd" not in text


def test_utf_8_that_is_damaged_and_names_no_encoding_stays_utf_8() -> None:
    text = decode_page(LINE.encode() + b" cut \xe2\x80 here \xed\xa0\x80")
    assert isinstance(text, str)
    assert text.startswith(LINE)


def test_text_encoded_twice_is_mended() -> None:
    twice = "“No,” she said – it’s Grünwäld’s café…".encode().decode("cp1252", "ignore")
    assert decode_page(f"<p>{twice}</p>".encode()) == "<p>“No,â€ she said – it’s Grünwäld’s café…</p>"


@pytest.mark.parametrize(
    ("text", "codec"), [(RUSSIAN, "cp1251"), (JAPANESE, "cp932"), (JAPANESE, "euc_jp"), (LINE * 5, "cp1252")]
)
def test_an_encoding_that_nothing_names_is_detected(text: str, codec: str) -> None:
    assert decode_page(text.encode(codec)) == text


@pytest.mark.parametrize("name", ["hex", "zip", "punycode", "unicode_escape", "utf-7", "nonsense", "", "rot13"])
def test_a_name_that_is_no_charset_is_passed_over(name: str) -> None:
    assert decode_page(html(name).encode(), charset=name) == html(name)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (gzip.compress(b"<p>x</p>"), "gzip"),
        (bytes(range(256)) * 50, "control characters"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, named: str) -> None:
    refused = decode_page(data)
    assert isinstance(refused, Rejected)
    assert refused.reason == "undecodable"
    assert named in refused.detail


@given(st.binary(max_size=400), st.none() | st.text(max_size=12))
def test_any_bytes_give_text_or_a_refusal(data: bytes, charset: str | None) -> None:
    assert isinstance(decode_page(data, charset=charset), str | Rejected)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_text_comes_back_from_utf_8(text: str) -> None:
    decoded = decode_page(text.encode())
    if not set(text) & set("ÂÃâ\ufeff"):
        assert decoded == text
