"""``html``: one file that needs nothing else, to read on a phone or a desk, on paper, with or without its script.

The page's words are hostile until escaped: they only ever become text and quoted attribute values. The content
security policy allows the one style sheet and the one script below, by their digests, and no request at all.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from sayso.export.dates import spoken
from sayso.export.harmless import disarm, one_line
from sayso.export.identity import web_address
from sayso.export.layers import Mark, Paragraph, Segment, paragraphs
from sayso.export.rows import Row, rows
from sayso.schema import Reading

_STATIC = files("sayso.export") / "static"
_STYLE = (_STATIC / "view.css").read_text(encoding="utf-8")
_SCRIPT = (_STATIC / "view.js").read_text(encoding="utf-8")
# A language tag of BCP 47, well-formed enough to be an attribute.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}\Z")


def _safe(text: str) -> str:
    return escape(disarm(text), quote=True)


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
        f"<title>{_safe(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
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
    table = list(rows(reading))
    return (
        f'<article class="reading" id="{page}">\n<div class="report"{lang}>\n{_header(reading)}'
        + "".join(_paragraph(paragraph, reading, table, page) for paragraph in paragraphs(reading))
        + f"</div>\n{_aside(reading, table, page)}</article>\n"
    )


def _header(reading: Reading) -> str:
    article = reading.article
    parts = [f'<h1 dir="auto">{_safe(one_line(article.title))}</h1>\n'] if article.title else []
    facts = [f"<span>{_safe(one_line(f))}</span>" for f in (article.publisher, article.author) if f]
    if article.published:
        facts.append(f"<span>{_safe(one_line(spoken(article.published)))}</span>")
    if article.section:
        facts.append(f"<span>{_safe(one_line(article.section))}</span>")
    if facts:
        parts.append(f'<p class="facts" dir="auto">{" · ".join(facts)}</p>\n')
    address = web_address(article.url)
    if address is not None:
        link = f'<a href="{_safe(address)}" rel="noopener noreferrer nofollow">{_safe(address)}</a>'
        parts.append(f'<p class="where">{link}</p>\n')
    elif article.id:
        parts.append(f'<p class="where" dir="auto">{_safe(one_line(article.id))}</p>\n')
    forms = sorted({a.form for a in reading.attributions}, key=_FORMS.index)
    if forms:
        key = "".join(f'<span><span class="c {form}">{_KEY[form]}</span></span> ' for form in forms)
        parts.append(
            f'<p class="key">{key}<span><b>who says it</b></span> <span><i>the words that say so</i></span>'
            " <small>Tap or point at marked words to see which belong together.</small></p>\n"
        )
    return f"<header>\n{''.join(parts)}</header>\n"


_FORMS = ("direct", "indirect", "mixed", "fragment")
_KEY = {
    "direct": "“direct quotation”",
    "indirect": "in the writer’s words",
    "mixed": "“partly” quoted",
    "fragment": "“quoted scrap”",
}


def _paragraph(paragraph: Paragraph, reading: Reading, table: list[Row], page: str) -> str:
    text = reading.article.text
    return f'<p class="text" dir="auto">{"".join(_segment(s, text, table, page) for s in paragraph.segments)}</p>\n'


def _segment(segment: Segment, text: str, table: list[Row], page: str) -> str:
    words = _safe(segment.span.of(text))
    if not segment.marks:
        return words
    numbers = "".join(_number(mark, table, page) for mark in segment.opens if mark.role == "content")
    contents = [mark.number for mark in segment.marks if mark.role == "content"]
    classes, data = [], []
    if contents:
        classes += ["c", table[contents[-1] - 1].attribution.form] + (["deep"] if len(contents) > 1 else [])
        data.append(f'data-c="{_list(contents)}"')
    for role, letter in (("source", "s"), ("cue", "q")):
        found = [mark.number for mark in segment.marks if mark.role == role]
        if found:
            classes.append(letter)
            data.append(f'data-{letter}="{_list(found)}"')
    return f'{numbers}<span class="{" ".join(classes)}" {" ".join(data)}>{words}</span>'


def _list(numbers: list[int]) -> str:
    return " ".join(str(number) for number in numbers)


def _number(mark: Mark, table: list[Row], page: str) -> str:
    row = table[mark.number - 1]
    # The anchor belongs to the first piece; the others only repeat the number.
    first = row.attribution.content and mark.span.start == row.attribution.content[0].start
    anchor = f' id="{page}t{row.number}"' if first else ' tabindex="-1"'
    label = _safe(f"Statement {row.number}, {row.form}: {row.who or 'nobody named'}, {row.cue or 'no cue'}")
    return (
        f'<a class="no {row.attribution.form}" href="#{page}a{row.number}"{anchor} data-n="{row.number}"'
        f' aria-label="{label}">{row.number}</a>'
    )


def _aside(reading: Reading, table: list[Row], page: str) -> str:
    count = f"{len(table)} statement{'s' if len(table) != 1 else ''}"
    items = "".join(_item(row, page) for row in table)
    listed = (
        f'<ol class="said">\n{items}</ol>\n' if table else '<p class="none">Nobody is said to say anything here.</p>\n'
    )
    model = f"{reading.model.name} {reading.model.version}".strip()
    made = f"Read by Sayso {_safe(reading.sayso)} with {_safe(model)}. It shows who says what, not what is true."
    sure = f'<p class="made">“% sure”: {_SURE}.</p>\n' if table else ""
    return (
        f'<aside aria-labelledby="{page}said"><div class="panel">\n'
        f'<h2 id="{page}said">Who says what <small>{count}</small></h2>\n{listed}\n'
        f'{sure}<p class="made">{made}</p>\n</div></aside>\n'
    )


def _item(row: Row, page: str) -> str:
    a = row.attribution
    inside = f" in in{min(row.depth, 2)}" if row.depth else ""
    name = f' <span class="name">({_safe(one_line(row.name))})</span>' if row.name else ""
    source = f'<b class="s">{_safe(row.who)}</b>' if row.who else '<span class="none">(nobody named)</span>'
    cue = f' <i class="q">{_safe(row.cue)}</i>' if row.cue else ""
    return (
        f'<li class="item {a.form}{inside}" id="{page}a{row.number}" data-n="{row.number}">'
        f'<a class="no {a.form}" href="#{page}t{row.number}" data-n="{row.number}"'
        f' aria-label="Show statement {row.number} in the text">{row.number}</a>'
        f'<p class="who" dir="auto">{source}{name}{cue}</p>'
        f'<blockquote dir="auto">{_safe(row.content)}</blockquote>'
        f'<p class="tags">{"".join(_tags(row, page))}</p></li>\n'
    )


_SURE = "how often an attribution as sure as this one was right on test articles"


def _sure(confidence: float) -> str:
    """Say how sure the tagger is; never "100%", which nothing read by a machine is."""
    percent = round(confidence * 100)
    return "over 99% sure" if percent > 99 else "under 1% sure" if percent < 1 else f"{percent}% sure"


def _tags(row: Row, page: str) -> Iterator[str]:
    a = row.attribution
    yield f'<span class="tag {a.form}">{a.form}</span>'
    if a.act != "statement":
        yield f'<span class="tag turn">{a.act}</span>'
    if a.polarity != "affirmed":
        yield f'<span class="tag turn">{a.polarity}</span>'
    yield f'<span title="{_SURE}">{_sure(a.confidence)}</span>'
    if row.parent is not None:
        yield f'<a href="#{page}a{row.parent}" data-n="{row.parent}">told inside {row.parent}</a>'
