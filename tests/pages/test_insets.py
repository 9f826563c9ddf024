from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.config import Settings
from sayso.pages.extract import article_from_html
from sayso.schema import Article

LEAD = (
    "The harbour board of Vellmouth said on Tuesday that the east pier would stay closed until the spring, because the storm "
    "of last week had torn away a third of its planks and the divers had not yet looked at the piles below."
)
QUOTE = "“We are not going to send anybody out there before the divers have been,” said Ottoline Marsh, who heads the board."
CLOSE = "Fishermen said that they had been told nothing, and that the ice house would be empty by the end of the month."


def read(body: str) -> list[str]:
    html = f"<!doctype html><html lang=en><head><title>Pier closed</title></head><body><h1>Pier closed</h1><article>{body}</article></body></html>"
    article = article_from_html(html, None, Settings())
    assert isinstance(article, Article), article
    assert all(left.end <= right.start for left, right in pairwise(article.paragraphs))
    return [span.of(article.text) for span in article.paragraphs]


@pytest.mark.parametrize(
    "inset",
    [
        "<div class='pull-quote'><p>“We are not going to send anybody out there”</p></div>",
        "<blockquote class='article__pullquote'>We are not going to send anyone out there before the divers have been</blockquote>",
        "<p>“We are not going to send anybody out there before the divers have been”</p>",
        "<table><tr><th>Planks lost</th><td>412</td></tr><tr><th>Piles</th><td>36</td></tr></table>",
        "<p>Vellmouth (4-3-3): Oake; Marsh, Pell, Quill, Tarn (Moss 61); Brask, Vell, Odd; Rusk, Lund, Wick.</p>",
        "<p>18+. Bet £10 and get £30 in free bets. Gamble responsibly.</p>",
    ],
)
def test_an_inset_is_no_paragraph(inset: str) -> None:
    assert read(f"<p>{LEAD}</p><p>{QUOTE}</p>{inset}<p>{CLOSE}</p>") == [LEAD, QUOTE, CLOSE]
    assert read(f"<p>{LEAD}</p>{inset}<p>{QUOTE}</p><p>{CLOSE}</p>") == [LEAD, QUOTE, CLOSE]


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p>“Nobody has looked at the piles since the war, nobody at all.”</p>",
        "<blockquote class='pullquote'>The sea gives and the sea takes, as my father used to say.</blockquote>",
        "<p>“We are not going.”</p>",
        "<p>Those who came: the mayor, two divers, a priest, the man from the ice house, and a dog that belonged to nobody, Marsh said.</p>",
        "<p>The firm was fined for telling its customers to “gamble responsibly” in letters too small to read, the court heard.</p>",
        "<table><tr><td>The board met twice in March and once in April, and agreed on nothing.</td></tr></table>",
    ],
)
def test_what_only_looks_like_an_inset_stays(paragraph: str) -> None:
    assert len(read(f"<p>{LEAD}</p><p>{QUOTE}</p>{paragraph}<p>{CLOSE}</p>")) == 4


@pytest.mark.parametrize("mark", ["ENDS", "- Ends -", "# # #", "-30-", "Notes to editors", "Media contact:"])
def test_a_press_release_ends_at_its_mark(mark: str) -> None:
    notes = "<h3>About us</h3><p>The board has looked after the harbour since 1851 and has nine members.</p><p>Tel: 0700 900 0123</p>"
    assert read(f"<p>{LEAD}</p><p>{QUOTE}</p><p>{CLOSE}</p><p>{mark}</p>{notes}") == [LEAD, QUOTE, CLOSE]


def test_an_end_mark_at_the_top_ends_nothing() -> None:
    assert read(f"<p>Ends</p><p>{LEAD}</p><p>{QUOTE}</p><p>{CLOSE}</p>")[-3:] == [LEAD, QUOTE, CLOSE]


def test_an_agency_s_report_ends_with_its_credits() -> None:
    rest = "<p>Reporting by Ann Vell; Editing by Tor Brask</p><p>Our rules: the Vellmouth book of good conduct.</p>"
    assert read(f"<p>{LEAD}</p><p>{QUOTE}</p><p>{CLOSE}</p>{rest}") == [LEAD, QUOTE, CLOSE]


def test_a_second_report_below_the_credits_stays() -> None:
    second = f"<p>Reporting by Ann Vell; Editing by Tor Brask</p><p>{QUOTE}</p><p>{CLOSE}</p>"
    assert read(f"<p>{LEAD}</p>{second}") == [LEAD, QUOTE, CLOSE]


def test_headlines_listed_before_the_report_are_out_and_sentences_stay() -> None:
    points = "<ul><li>East pier shut until spring</li><li>Fishermen fear for the ice house</li></ul>"
    assert read(f"{points}<p>By Ann Vell</p><p>{LEAD}</p><p>{QUOTE}</p><p>{CLOSE}</p>") == [LEAD, QUOTE, CLOSE]
    told = points.replace("</li>", ", the board said.</li>")
    assert len(read(f"{told}<p>{LEAD}</p><p>{QUOTE}</p><p>{CLOSE}</p>")) == 5


def test_a_report_that_is_a_list_stays() -> None:
    assert read(f"<ol><li>{LEAD}</li><li>{QUOTE}</li><li>{CLOSE}</li></ol>") == [LEAD, QUOTE, CLOSE]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from([LEAD, QUOTE, CLOSE, "ENDS", "“We left.”", "Oake; Vell: A, B, C, D, E, F, G, H"])))
def test_nothing_is_made_up(lines: list[str]) -> None:
    html = f"<article><p>{LEAD}</p>{''.join(f'<blockquote class=pullquote>{line}</blockquote>' for line in lines)}</article>"
    article = article_from_html(html, None, Settings())
    if isinstance(article, Article):
        assert {span.of(article.text) for span in article.paragraphs} <= {LEAD, *lines}
