import pytest

from sayso.config import Settings
from sayso.pages.language import code_of, language_of
from sayso.pages.page import article_of
from sayso.schema import Article, Rejected

SETTINGS = Settings()
REPORT = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The harbour board of Vellmouth said on Tuesday that the east pier would stay closed until the spring.",
        "“We are not going to send anybody out there before the divers have been,” said Ottoline Marsh, who heads it.",
        "Fishermen said that they had been told nothing, and that the ice house would be empty by the end of the month.",
        "The board uses cookies on its site, and its page was not found by many who looked for news in the night.",
    )
)


def page(body: str, title: str = "Pier closed", head: str = "") -> str:
    return f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def refused(html: str, settings: Settings = SETTINGS) -> Rejected:
    result = article_of(html, settings=settings)
    assert isinstance(result, Rejected), result.text
    assert len(result.detail) > 30
    return result


def test_a_report_is_not_refused_for_its_words() -> None:
    assert isinstance(article_of(page(f"<article>{REPORT}</article>"), settings=SETTINGS), Article)


@pytest.mark.parametrize(
    "html", ["", " \n\t\u200b\ufeff ", "<html></html>", "<!-- nothing -->", page("<img src=a.png>")]
)
def test_empty(html: str) -> None:
    assert refused(html).reason == "empty"


def test_too_short() -> None:
    result = refused(
        page(
            "<h1>Pier closed</h1><p>The east pier of Vellmouth is closed, the harbour board said on Tuesday in a note to the town.</p>"
        )
    )
    assert result.reason == "too short"
    assert str(SETTINGS.words_min) in result.detail


@pytest.mark.parametrize(
    ("html", "named"),
    [
        (
            page("<h1>404</h1><p>Sorry, the page you are looking for could not be found.</p>", "404 Not Found"),
            "error page",
        ),
        (
            page(
                "<h1>Oops!</h1><p>We can’t find that page. It may have moved, or it may never have been. Try the front page.</p>"
            ),
            "error page",
        ),
        (
            page(
                "<p>Checking your browser before you go on. Please verify you are human.</p><div id=captcha></div>",
                "Just a moment...",
            ),
            "check for robots",
        ),
        (
            page(
                "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript><script>1</script>"
            ),
            "JavaScript",
        ),
        (
            page(
                "<h2>Before you continue</h2><p>We and our 812 partners use cookies to store and read data on your device.</p><button>Accept all</button>"
            ),
            "cookie wall",
        ),
        (
            page(
                "<h1>Log in</h1><form><input name=u><input type=password></form><p>Forgotten your password? Create an account to keep reading.</p>"
            ),
            "log-in wall",
        ),
    ],
)
def test_walls(html: str, named: str) -> None:
    result = refused(html)
    assert result.reason == "not an article"
    assert named in result.detail


def test_a_front_page() -> None:
    cards = "".join(
        f'<div class="card"><h2><a href="/{n}">Council of village number {n} votes on its bridge</a></h2><p><a href="/{n}">It is the third vote this year, and the last.</a></p></div>'
        for n in range(40)
    )
    result = refused(page(f"<main>{cards}</main>", "The Vellmouth Bell"))
    assert result.reason == "not an article"
    assert "front page" in result.detail.lower()


def test_another_language() -> None:
    german = (
        "<p>Die Hafenverwaltung von Wellmund teilte am Dienstag mit, dass die östliche Mole bis zum Frühjahr gesperrt bleibt, weil der Sturm "
        "der vergangenen Woche ein Drittel der Planken fortgerissen hat.</p><p>Die Fischer sagten, man habe ihnen nichts gesagt, und das Eis "
        "werde nur noch bis zum Ende des Monats reichen. Eine Sprecherin wollte sich dazu nicht äußern.</p>"
    )
    result = refused(page(f"<article>{german}</article>"))
    assert result.reason == "language"
    assert "German" in result.detail
    assert isinstance(
        article_of(page(f"<article>{german}</article>"), settings=Settings(languages=("en", "de"))), Article
    )


def test_too_large_before_anything_is_made_of_it() -> None:
    small = Settings(size_max_bytes=1_000)
    for big in ("x" * 1_001, b"x" * 1_001, "ü" * 501):
        result = article_of(big, settings=small)
        assert isinstance(result, Rejected)
        assert result.reason == "too large"
        assert "1,000" in result.detail


@pytest.mark.parametrize(
    ("text", "claimed", "expected"),
    [
        (
            "The minister said on Monday that the bridge would be closed and that nobody was to blame for it in the least.",
            "de",
            "en",
        ),
        (
            "Le ministre a déclaré lundi que le pont serait fermé tout l’hiver et que personne n’y pouvait rien. " * 3,
            "en",
            "fr",
        ),
        ("Pier shut", "en", "en"),
        ("", "en", "en"),
        ("12 34 56", None, None),
    ],
)
def test_languages(text: str, claimed: str | None, expected: str | None) -> None:
    found = language_of(text, claimed).code
    assert found == expected or (expected is None and found is not None)


@pytest.mark.parametrize(
    ("tag", "code"), [("en-GB", "en"), ("pt_BR", "pt"), ("ENG", "en"), ("", None), (None, None), ("1", None)]
)
def test_language_tags(tag: str | None, code: str | None) -> None:
    assert code_of(tag) == code


def test_headlines_with_their_teasers_are_a_front_page() -> None:
    teasers = [
        (
            f"The pier of town {i} is shut for good",
            f"The board of town {i} said on Tuesday that its pier was past mending.",
        )
        for i in range(10)
    ]
    cards = "".join(
        f"<div><h2><a href=/{i}>{head}</a></h2><p>{text}</p></div>" for i, (head, text) in enumerate(teasers)
    )
    assert refused(page(cards, "The Vellmouth Bell")).detail.startswith("A front page")
    chapters = "".join(f"<h2>{head}</h2><p>{text}</p>" for head, text in teasers)
    assert isinstance(article_of(page(f"<article>{chapters}</article>"), settings=SETTINGS), Article)
