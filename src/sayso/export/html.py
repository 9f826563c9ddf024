"""``html``: one file that needs nothing else, to read on a phone or a desk, on paper, with or without its script.

The answer to "on whose say-so?" stands on top, then the text with its statements marked, beside or above their list.

The page's words are hostile until escaped: they only ever become text and quoted attribute values. The content
security policy allows the one style sheet and the one script below, by their digests, and no request at all.
"""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files

from sayso.export.glance import glance
from sayso.export.harmless import for_html, one_line
from sayso.export.html_list import listed
from sayso.export.html_text import text
from sayso.export.html_top import header, top
from sayso.schema import Reading

_STATIC = files("sayso.export") / "static"
_STYLE = (_STATIC / "view.css").read_text(encoding="utf-8")
_SCRIPT = (_STATIC / "view.js").read_text(encoding="utf-8")
# A language tag of BCP 47, well-formed enough to be an attribute.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}\Z")


def _digest(code: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() + "'"


_DIGESTS = f"style-src {_digest(_STYLE)}; script-src {_digest(_SCRIPT)}"
POLICY = f"default-src 'none'; {_DIGESTS}; base-uri 'none'; form-action 'none'"


def _head(title: str) -> str:
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{for_html(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#p1said">Skip to who says what</a>\n<main>\n'
    )


SUFFIX = ".html"
HEAD = _head("Who says what")
BETWEEN = "\n"
TAIL = (
    (
        '</main>\n<div class="card" id="card" role="region" aria-label="Statement" hidden><div class="body"></div>'
        '<nav aria-label="Statements"><span class="count"></span>'
        '<button data-step="-1" aria-label="Statement before">‹</button>'
        '<button data-step="1" aria-label="Next statement">›</button>'
        f'<button aria-label="Close">×</button></nav></div>\n<script>{_SCRIPT}</script>\n</body>\n</html>\n'
    )
    .replace("‹", "&lsaquo;")
    .replace("›", "&rsaquo;")
    .replace("×", "&times;")
)


def render(reading: Reading) -> str:
    """Give a whole page for one reading."""
    title = one_line(reading.article.title or "")
    return _head(f"Who says what: {title}" if title else "Who says what") + part(reading, 1) + TAIL


def part(reading: Reading, number: int) -> str:
    """Give one article with its list; ``number`` keeps its anchors apart from those of others in the page."""
    page = f"p{number}"
    language = reading.article.language or ""
    lang = f' lang="{language}"' if _LANGUAGE.match(language) else ""
    seen = glance(reading)
    return (
        f'<article class="reading" id="{page}">\n{header(reading)}{top(reading, seen, page)}'
        f'<div class="report"{lang}>\n{text(reading, seen, page)}</div>\n{listed(reading, seen, page)}</article>\n'
    )
