"""What is no report: refusals with what was found, what was expected and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.config import Settings
from sayso.schema import Rejected

LANGUAGE_NAMES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "ms": "Malay", "nl": "Dutch", "no": "Norwegian", "nb": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_SIGN_WORDS_MAX = 250
"""A text longer than this is not taken for a wall or an error page by its words: a report may speak of cookies."""

_SIGNS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (name, advice, re.compile(pattern, re.IGNORECASE))
    for name, advice, pattern in (
        (
            "an error page",
            "Check the address.",
            r"\b(?:(?:error )?(?:404|410|403|500|502|503)\b.{0,40}\b(?:not found|error|forbidden|unavailable|gone|bad gateway)|page (?:you.{0,60})?"
            r"(?:not found|(?:can(?:not|[’']t)|could(?: not|n[’']t)) be found|(?:does not|doesn[’']t|no longer) exists?)|(?:can[’']t|cannot|could(?: not|n[’']t)) find (?:the|that|this) page|"
            r"access denied|403 forbidden|service unavailable|internal server error|something went wrong)",
        ),
        (
            "a check for robots",
            "Open the page in a browser and save it, or paste its text.",
            r"\b(?:captcha|are you (?:a )?(?:human|robot)|not a (?:ro)?bot\b|verify(?:ing)? (?:that )?you are (?:a )?human|checking (?:if the site connection|your browser)|unusual traffic|"
            r"just a moment|attention required|enable javascript and cookies|ddos protection|pardon our interruption|press (?:&|and) hold)",
        ),
        (
            "a page that needs JavaScript",
            "Open the page in a browser and save it once it has loaded, or paste its text.",
            r"\b(?:(?:please )?(?:enable|turn on|activate|requires?|needs?|without) javascript|javascript (?:is (?:required|disabled|not enabled)|must be enabled|to run this app)|"
            r"your browser (?:is (?:out of date|not supported)|does(?: not|n[’']t) support))",
        ),
        (
            "a cookie wall",
            "Open the page in a browser, answer its question and save the page, or paste its text.",
            r"\b(?:(?:we|our partners|this (?:web)?site)\b.{0,80}\bcookies?\b|accept (?:all )?cookies|cookie (?:settings|preferences|consent)|"
            r"before you continue|consent to (?:the )?(?:use|processing)|your privacy (?:choices|matters)|manage (?:your )?(?:consent|preferences))",
        ),
        (
            "a log-in wall",
            "Log in with a browser and save the page, or paste its text.",
            r"\b(?:(?:log|sign) ?in to (?:continue|read|your account|view|access)|(?:subscribe|register|create an? (?:free )?account) (?:now )?to (?:continue|read|keep|unlock|access)|"
            r"forgot(?:ten)? (?:your )?password|already (?:a )?(?:subscriber|member)|to continue reading|subscribers? only|"
            r"you(?:[’']ve| have) (?:reached|read|used) .{0,40}(?:limit|free articles))",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What a page looks like apart from its report.

    :param title: the page's title.
    :param visible: the page's visible text, at most its first 20,000 characters.
    :param words: words of the report found.
    :param page_words: words of all blocks.
    :param linked_words: those of them that stand in blocks made of links.
    :param password: the page asks for a password.
    :param headlines: links that read like headlines (five words or more).
    :param sentences: sentences in the report found.
    :param typed_article: the page calls itself an article (JSON-LD or OpenGraph).
    """

    title: str
    visible: str
    words: int
    page_words: int
    linked_words: int
    password: bool
    headlines: int
    sentences: int
    typed_article: bool


def refusal(signs: Signs, settings: Settings) -> Rejected | None:
    """Say why a page is no report, or ``None`` where it may be one."""
    wall = _wall(signs)
    if wall is not None and signs.words < settings.words_min:
        return Rejected(
            "not an article",
            f"{wall[0][0].upper()}{wall[0][1:]}, with {_count(signs.words, 'word')} of text. {wall[1]}",
        )
    if signs.page_words == 0:
        return Rejected(
            "empty",
            "The page has no visible text; a news report is needed. If it is filled by scripts, save it from a browser.",
        )
    if _is_front_page(signs):
        return Rejected(
            "not an article",
            f"A front page or list of links: {signs.headlines} links read like headlines and the longest run of text has "
            f"{_count(signs.words, 'word')}. Give the address of one report.",
        )
    if wall is not None and signs.words < _SIGN_WORDS_MAX and not signs.typed_article and _wall_is_all(signs):
        return Rejected(
            "not an article", f"{wall[0][0].upper()}{wall[0][1:]} ({_count(signs.words, 'word')}). {wall[1]}"
        )
    if signs.words == 0:
        return Rejected(
            "not an article",
            f"No run of text that reads like a report among {_count(signs.page_words, 'word')} on the page.",
        )
    return too_short(signs.words, settings)


def too_short(words: int, settings: Settings) -> Rejected | None:
    """Refuse a text of fewer than ``settings.words_min`` words."""
    if words >= settings.words_min:
        return None
    return Rejected(
        "too short",
        f"The report has {_count(words, 'word')}; at least {settings.words_min} are needed. Paste the whole report if the page shows only its start.",
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
        f"The page has {size_bytes:,} bytes; the limit is {settings.size_max_bytes:,}. Raise size_max_bytes if it is meant to be read.",
    )


def _wall(signs: Signs) -> tuple[str, str] | None:
    text = f"{signs.title}\n{signs.visible[:4000]}"
    if signs.password:
        return "a log-in wall", "Log in with a browser and save the page, or paste its text."
    for name, advice, pattern in _SIGNS:
        if pattern.search(text):
            return name, advice
    return None


def _wall_is_all(signs: Signs) -> bool:
    """Tell whether the wall's own words are in the report found, or the page says in its title that it is one."""
    return any(pattern.search(signs.title) for _, _, pattern in _SIGNS) or signs.sentences < 4


def _is_front_page(signs: Signs) -> bool:
    if signs.typed_article and signs.words >= 100:
        return False
    return signs.headlines >= 20 and signs.linked_words > 2 * signs.words


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}" if number else f"no {noun}s"
