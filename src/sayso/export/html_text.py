"""The report in the HTML view: its words, marked where somebody says it, and where nobody answers for it."""

from __future__ import annotations

from sayso.export.glance import Bare, Glance
from sayso.export.harmless import for_html
from sayso.export.layers import Mark, Paragraph, Segment, paragraphs
from sayso.export.rows import Row
from sayso.schema import Form, Reading

_KEY: dict[Form, str] = {
    "direct": "“direct quotation”",
    "indirect": "in the writer’s words",
    "mixed": "“partly” quoted",
    "fragment": "“quoted scrap”",
}


def text(reading: Reading, seen: Glance, page: str) -> str:
    """Give the key and the paragraphs."""
    return _key(reading) + "".join(_paragraph(paragraph, reading, seen, page) for paragraph in paragraphs(reading))


def _key(reading: Reading) -> str:
    used = {a.form for a in reading.attributions}
    forms = [form for form in _KEY if form in used]
    key = "".join(f'<span><span class="c {form}">{_KEY[form]}</span></span> ' for form in forms)
    if forms:
        key += "<span><b>who says it</b></span> <span><i>the words that say so</i></span> "
    if reading.unsourced:
        key += '<span><span class="bare">on nobody’s word</span></span> '
    if not key:
        return ""
    hint = "<small>Tap or point at marked words to see which belong together.</small>" if forms else ""
    return f'<p class="key">{key}{hint}</p>\n'


def _paragraph(paragraph: Paragraph, reading: Reading, seen: Glance, page: str) -> str:
    words = reading.article.text
    return f'<p class="text" dir="auto">{"".join(_segment(s, words, seen, page) for s in paragraph.segments)}</p>\n'


def _segment(segment: Segment, words: str, seen: Glance, page: str) -> str:
    shown = for_html(segment.span.of(words))
    if not segment.marks:
        return shown
    before = "".join(_sign(mark, seen, page) for mark in segment.opens)
    contents = [mark.number for mark in segment.marks if mark.role == "content"]
    classes, data = [], []
    if contents:
        classes += ["c", seen.rows[contents[-1] - 1].attribution.form] + (["deep"] if len(contents) > 1 else [])
        data.append(f' data-c="{_list(contents)}"')
    for role, letter in (("source", "s"), ("cue", "q")):
        found = [mark.number for mark in segment.marks if mark.role == role]
        if found:
            classes.append(letter)
            data.append(f' data-{letter}="{_list(found)}"')
    if any(mark.role == "bare" for mark in segment.marks):
        classes.append("bare")
    return f'{before}<span class="{" ".join(classes)}"{"".join(data)}>{shown}</span>'


def _list(numbers: list[int]) -> str:
    return " ".join(str(number) for number in numbers)


def _sign(mark: Mark, seen: Glance, page: str) -> str:
    if mark.role == "content":
        return _number(mark, seen.rows[mark.number - 1], page)
    return _nobody(mark, seen.bare[mark.number - 1], page) if mark.role == "bare" else ""


def _nobody(mark: Mark, bare: Bare, page: str) -> str:
    anchor = f' id="{page}u{bare.number}"' if mark.span.start == bare.span.start else ' tabindex="-1"'
    what = f": {bare.sort}" if bare.sort else ""
    return (
        f'<a class="nil" href="#{page}b{bare.number}"{anchor} title="On nobody’s word{what}"'
        f' aria-label="On nobody’s word{what}">no source</a>'
    )


def _number(mark: Mark, row: Row, page: str) -> str:
    # The anchor belongs to the first piece; the others only repeat the number.
    first = row.attribution.content and mark.span.start == row.attribution.content[0].start
    anchor = f' id="{page}t{row.number}"' if first else ' tabindex="-1"'
    label = for_html(f"Statement {row.number}, {row.form}: {row.telling.words}")
    return (
        f'<a class="no {row.attribution.form}" href="#{page}a{row.number}"{anchor} data-n="{row.number}"'
        f' aria-label="{label}">{row.number}</a>'
    )
