"""The statements in the HTML view: for each the chain, in words and drawn, what is said, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export import html_drawing
from sayso.export.glance import Glance
from sayso.export.harmless import for_html, one_line
from sayso.export.repeats import Piece, pieces
from sayso.export.rows import SURE, Row
from sayso.schema import Reading


def listed(reading: Reading, seen: Glance, page: str) -> str:
    """Give the statements in the order of the text."""
    table = seen.rows
    items = "".join(_item(reading, row, seen, page) for row in table)
    shown = (
        f'<ol class="said">\n{items}</ol>\n' if table else '<p class="none">Nobody is said to say anything here.</p>\n'
    )
    model = f"{reading.model.name} {reading.model.version}".strip()
    made = f"Read by Sayso {for_html(reading.sayso)} with {for_html(model)}. It shows who says what, not what is true."
    sure = f'<p class="made">“% sure”: {SURE}.</p>\n' if table else ""
    count = f"{len(table)} in the text"
    return (
        f'<aside aria-labelledby="{page}said"><div class="panel">\n'
        f'<h2 id="{page}said">Statement by statement <small>{count}</small></h2>\n'
        f'{shown}\n{sure}<p class="made">{made}</p>\n</div></aside>\n'
    )


def marked(cut: tuple[Piece, ...] | list[Piece]) -> str:
    """Give words of the page with what they made of the statement: left out, put in, put in its place."""
    out = []
    for piece in cut:
        here, there = for_html(one_line_between(piece.here)), for_html(one_line(piece.there))
        if piece.kind is None:
            out.append(here)
        elif piece.kind == "moved":
            out.append(f'<ins class="moved" title="elsewhere in the statement">{here or there}</ins>')
        else:
            gone = f'<del title="in the statement only">{there}</del>' if there and piece.kind != "added" else ""
            new = f'<ins title="not in the statement">{here}</ins>' if here else ""
            out.append(" ".join(part for part in (gone, new) if part) + ("" if new else " "))
    return "".join(out)


def one_line_between(text: str) -> str:
    """Make runs of white space one space, but keep those at the ends."""
    inner = one_line(text)
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"


def _item(reading: Reading, row: Row, seen: Glance, page: str) -> str:
    a = row.attribution
    inside = f" in in{min(row.depth, 2)}" if row.depth else ""
    name = f' <span class="name">({for_html(one_line(row.name))})</span>' if row.name else ""
    source = f'<b class="s">{for_html(row.who)}</b>' if row.who else ""
    cue = f' <i class="q">{for_html(row.cue)}</i>' if row.cue else ""
    words = f'<p class="who" dir="auto">{source}{name if source else ""}{cue}</p>' if source or cue else ""
    first, *others = row.telling.steps
    origin = row.telling.tellers[0]
    name_of, _, about = first.partition(", ")
    about = f"<span>, {for_html(about)}</span>" if about else ""
    steps = "".join(f' <span class="step">→ {for_html(step)}</span>' for step in others)
    return (
        f'<li class="item {a.form}{inside}" id="{page}a{row.number}" data-n="{row.number}">'
        f'<a class="no {a.form}" href="#{page}t{row.number}" data-n="{row.number}"'
        f' aria-label="Show statement {row.number} in the text">{row.number}</a>'
        f'<p class="told" dir="auto">{html_drawing.mark(origin.shape, named=origin.named)}'
        f"<strong>{for_html(name_of)}</strong>{about}{steps}</p>"
        # What an echo repeats is drawn where it is said in full.
        f"{html_drawing.chain(row.telling) if row.repeats is None else ''}"
        f'<blockquote dir="auto">{_content(reading, row, seen)}</blockquote>'
        f"{words}"
        f'<p class="tags">{"".join(_tags(row, page))}</p></li>\n'
    )


def _content(reading: Reading, row: Row, seen: Glance) -> str:
    """Give what is said; for an echo, with what it made of the words that it repeats."""
    if row.echo is None or not row.echo.differences or row.repeats is None:
        return for_html(row.content)
    statement = reading.text_of(seen.rows[row.repeats - 1].attribution.content)
    return marked(pieces(reading.text_of(row.attribution.content), statement, row.echo.differences))


def _tags(row: Row, page: str) -> Iterator[str]:
    a = row.attribution
    if row.hand is not None:
        yield f'<span class="hand h{len(a.chain[:3])}">{row.hand}</span>'
    yield f'<span class="tag {a.form}">{a.form}</span>'
    if a.act != "statement":
        yield f'<span class="tag turn">{a.act}</span>'
    if a.polarity != "affirmed":
        yield f'<span class="tag turn">{a.polarity}</span>'
    if row.echo is not None:
        verdict = f'<span class="verdict {row.echo.verdict.replace(" ", "-")}">{row.echo.verdict}</span>'
        if row.repeats is None:
            yield verdict
        else:
            yield f'<a href="#{page}a{row.repeats}" data-n="{row.repeats}">repeats {row.repeats}</a>{verdict}'
    if row.knows:
        yield f'<span class="knows">{for_html(row.knows)}</span>'
    yield f'<span title="{SURE}">{row.sure}</span>'
    if row.parent is not None:
        yield f'<a href="#{page}a{row.parent}" data-n="{row.parent}">told inside {row.parent}</a>'
