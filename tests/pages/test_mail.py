import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.config import Settings
from sayso.pages.mail import mail_header
from sayso.pages.pasted import article_from_pasted
from sayso.schema import Article

HEADER = "From: The Vellmouth Bell <news@vellmouthbell.example>\nTo: you\nDate: Tue, 2 Jan 2024 10:11:12 +0100\nSubject: Pier closed until spring\n"
BODY = (
    "The harbour board of Vellmouth said on Tuesday that the east pier would stay closed until the spring.\n\n"
    "“We are not going to send anybody out there before the divers have been,” said Ottoline Marsh, who heads the board.\n\n"
    "Fishermen said that they had been told nothing, and that the ice house would be empty by the end of the month.\n"
)


def read(text: str) -> Article:
    article = article_from_pasted(text, settings=Settings())
    assert isinstance(article, Article), article
    return article


def test_a_header_gives_subject_sender_and_date() -> None:
    header = mail_header(HEADER + "\n" + BODY)
    assert header is not None
    assert header.span.of(HEADER) == HEADER.rstrip("\n")
    assert (header.subject, header.sender) == ("Pier closed until spring", "The Vellmouth Bell")
    assert header.host == "vellmouthbell.example"
    assert header.outlet() == "The Vellmouth Bell"


@pytest.mark.parametrize(
    ("subject", "read"),
    [
        ("=?utf-8?q?Pier_closed_=E2=80=93_again?=", "Pier closed – again"),
        ("Pier closed\n until spring", "Pier closed until spring"),
        ("=?no-such?q?Pier?=", "=?no-such?q?Pier?="),
        ("=?utf-8?b?!!!?=", "=?utf-8?b?!!!?="),
    ],
)
def test_subjects_are_decoded(subject: str, read: str) -> None:
    header = mail_header(f"Subject: {subject}\nFrom: a@b.example\n\nThe text: it is here.")
    assert header is not None
    assert header.subject == read


@pytest.mark.parametrize(
    "text",
    [
        "Subject: to the mayor's approval, the pier will open.\n\nHe said so.",
        "From: here to the sea it is a mile.\nThe pier is shut.",
        "Q: Are you leaving?\nA: Yes.\nFrom: me\nSubject: x",
        "Harbour board: pier closed\nFrom: the Bell\nDate: today\n",
        "",
        "\n\n",
    ],
)
def test_other_lines_with_a_colon_are_no_header(text: str) -> None:
    assert mail_header(text) is None


def test_a_person_s_address_names_no_outlet() -> None:
    header = mail_header("From: Ann Vell <ann@bell.example>\nSubject: Pier\n\nText")
    assert header is not None
    assert header.outlet() is None


def test_a_mail_is_read_without_its_header_and_footer() -> None:
    footer = (
        "\nYou are receiving this e-mail because you signed up at\nvellmouthbell.example. Unsubscribe | Preferences\n"
    )
    article = read(f"{HEADER}\n{BODY}{footer}")
    assert [span.of(article.text) for span in article.paragraphs] == BODY.strip().split("\n\n")
    assert article.title == "Pier closed until spring"
    assert article.publisher == "The Vellmouth Bell"
    assert article.published == "2024-01-02T10:11:12+01:00"
    assert {(f.fact, f.where) for f in article.found} >= {
        ("title", "subject"),
        ("publisher", "sender"),
        ("published", "e-mail header"),
    }
    assert [piece.kind for piece in article.furniture] == ["e-mail header", "newsletter form"]
    assert article.section is None


def test_what_the_page_says_comes_before_the_header() -> None:
    article = read(f"{HEADER}\nDivers must look at the east pier first\n\nBy Ann Vell\n3 January 2024\n\n{BODY}")
    assert article.title == "Divers must look at the east pier first"
    assert article.published == "2024-01-03"


@given(st.lists(st.sampled_from(["From: a", "Subject: =?x?", " b", "\n", "\r", "Date:", "X-A: b", "é", "\ufeff"])))
def test_a_header_is_where_it_says(lines: list[str]) -> None:
    text = "\n".join(lines)
    header = mail_header(text)
    if header is not None:
        assert 0 <= header.span.start <= header.span.end <= len(text)
        assert header.span.of(text) == header.span.of(text).strip("\ufeff \n\r")
