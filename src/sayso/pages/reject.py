"""What is no report: refusals with what was found, what was expected and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.config import Settings
from sayso.pages.walls import LOG_IN, SCRIPTS, Wall, wall_in
from sayso.schema import Rejected

LANGUAGE_NAMES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "ms": "Malay", "nb": "Norwegian",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip
RAISE_LIMIT = "To read it all the same, raise Settings(size_max_bytes=…) in Python."
WALL_WORDS_MAX = 250
"""A longer text is not taken for a wall or an error page by its words: a report may speak of cookies."""
WALL_SENTENCES_MAX = 6
HEADLINES_MIN = 12
"""Links that read like headlines; a report's page may have as many beside it, so a front page needs more signs."""
TEASERS_MIN = 6
_WALL_CHARS = 4_000


@dataclass(frozen=True, slots=True)
class Signs:
    """What a page looks like.

    :param title: the page's title.
    :param visible: what it shows, at least its start.
    :param unscripted: what it shows where scripts are off.
    :param report: the text taken for the report.
    :param words: words of the report; ``page_words``: of the whole page.
    :param linked_words: words of the page in blocks made of links; ``report_linked_words``: those in the report.
    :param report_blocks: paragraphs of the report; ``report_headlines``: links of five words or more
        among them, or heading them.
    :param headlines: blocks on the page that are links of five words or more.
    :param sentences: sentences in the report.
    :param password: the page asks for a password.
    :param typed_article: the page calls itself an article (JSON-LD or OpenGraph).
    """

    title: str
    visible: str
    unscripted: str
    report: str
    words: int
    page_words: int
    linked_words: int
    report_linked_words: int
    report_blocks: int
    report_headlines: int
    headlines: int
    sentences: int
    password: bool
    typed_article: bool


def refusal(signs: Signs, settings: Settings) -> Rejected | None:
    """Say why a page is no report, or ``None`` where it may be one."""
    if signs.page_words == 0:
        if wall_in(signs.unscripted) is SCRIPTS:
            return _walled(SCRIPTS, signs)
        return Rejected(
            "empty",
            "The page shows no text; a news report is needed. If scripts fill it, save it from a browser.",
        )
    if signs.words < settings.words_min:
        wall = LOG_IN if signs.password else wall_in(f"{signs.title}\n{signs.visible[:_WALL_CHARS]}")
        wall = wall or wall_in(signs.unscripted)
        if wall is not None:
            return _walled(wall, signs)
    elif signs.words < WALL_WORDS_MAX and not signs.typed_article:
        wall = wall_in(signs.title) or (wall_in(signs.report) if signs.sentences <= WALL_SENTENCES_MAX else None)
        if wall is None and signs.password and wall_in(signs.visible[:_WALL_CHARS]) is LOG_IN:
            wall = LOG_IN
        if wall is not None:
            return _walled(wall, signs)
    if _is_front_page(signs, settings):
        return Rejected(
            "not an article",
            f"A front page or list of links: {signs.headlines} links read like headlines, and the longest run of text "
            f"has {counted(signs.words, 'word')}. Give the address of one report.",
        )
    if signs.words == 0:
        return Rejected(
            "not an article",
            f"No run of text reads like a report among {counted(signs.page_words, 'word')} on the page. "
            "Give the address of one report, or paste its text.",
        )
    return too_short(signs.words, settings)


def too_short(words: int, settings: Settings) -> Rejected | None:
    """Refuse a text of fewer than ``settings.words_min`` words."""
    if words >= settings.words_min:
        return None
    return Rejected(
        "too short",
        f"The report has {counted(words, 'word')}; at least {settings.words_min} are needed. "
        "Paste the whole report if the page shows only its start.",
    )


def wrong_language(code: str | None, settings: Settings) -> Rejected | None:
    """Refuse a text in a language that no shipped model reads."""
    if code in settings.languages:
        return None
    found = LANGUAGE_NAMES.get(code or "", code) or "a language that could not be told"
    reads = ", ".join(LANGUAGE_NAMES.get(known, known) for known in settings.languages)
    return Rejected("language", f"The report is in {found}; there is a model for {reads} only.")


def too_large(size_bytes: int, settings: Settings) -> Rejected | None:
    """Refuse a page over the size limit, before anything is made of it."""
    if size_bytes <= settings.size_max_bytes:
        return None
    return Rejected(
        "too large",
        f"The page has {size_bytes:,} bytes; the limit is {settings.size_max_bytes:,}. {RAISE_LIMIT}",
    )


def _walled(wall: Wall, signs: Signs) -> Rejected:
    name = wall.name[0].upper() + wall.name[1:]
    return Rejected(
        "not an article",
        f"{name}, with {counted(signs.words, 'word')} of other text; a report is needed. {wall.advice}",
    )


def _is_front_page(signs: Signs, settings: Settings) -> bool:
    if signs.typed_article and signs.words >= settings.words_min:
        return False
    if signs.report_headlines >= TEASERS_MIN and 4 * signs.report_headlines >= signs.report_blocks:
        return True  # headlines that lead elsewhere, each with its teaser
    if signs.headlines < HEADLINES_MIN or (signs.typed_article and signs.words >= settings.words_min):
        return False
    # The text found is itself made of links, or the links outweigh it by far.
    return 2 * signs.report_linked_words > signs.words or signs.linked_words > 2 * signs.words


def counted(number: int, noun: str) -> str:
    """Give a number with its noun: ``no words``, ``1 word``, ``2,000 words``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}" if number else f"no {noun}s"
