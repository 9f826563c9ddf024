"""The statements in the terminal view: for each the chain, in words and drawn, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.export.glance import Glance, counted
from sayso.export.look import STYLES, Look
from sayso.export.repeats import pieces
from sayso.export.rows import Row, shorten
from sayso.export.terminal_text import key
from sayso.export.terminal_top import edited
from sayso.schema import Reading

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

# In fewer columns, what is said stands under who says it, not beside.
_BESIDE_COLUMNS_MIN = 100


def listed(reading: Reading, seen: Glance, look: Look) -> Iterator[RenderableType]:
    """Give a summary, the key to the signs, and the statements in the order of the text."""
    from rich.text import Text

    if not seen.rows:
        yield Text("No statement is attributed to anybody in this text.")
        return
    yield Text(f"{_summary(seen)}.\n{key(reading, look)}\n{_shapes(look)}", style="dim")
    yield Text("")
    yield (_beside if look.width >= _BESIDE_COLUMNS_MIN else _under)(reading, seen, look)


def _shapes(look: Look) -> str:
    def mark(shape: str, named: bool) -> str:
        return look.mark(shape, named=named)  # type: ignore[arg-type]

    return (
        f"Chains: {mark('person', True)} person, {mark('organisation', True)} organisation or outlet,"
        f" {mark('document', True)} document; {mark('person', False)} {mark('organisation', False)}"
        f" {mark('document', False)} without a name; {mark('page', True)}{'' if look.plain else ' this page'}"
    )


def _summary(seen: Glance) -> str:
    counts: dict[str, int] = {}
    for row in seen.rows:
        counts[row.attribution.form] = counts.get(row.attribution.form, 0) + 1
    forms = ", ".join(f"{n} {form}" for form, n in sorted(counts.items(), key=lambda item: -item[1]))
    return f"{counted(len(seen.rows), 'statement')}: {forms}"


def _beside(reading: Reading, seen: Glance, look: Look) -> Table:
    """Give who and how on the left, what on the right."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    number = len(str(len(seen.rows)))
    left = (look.width - number - 4) * 9 // 20
    table.add_column(justify="right", no_wrap=True, width=number)
    table.add_column(width=left, overflow="fold")
    table.add_column(width=look.width - number - left - 4, overflow="fold")
    for row in seen.rows:
        who = Text("\n").join([_chain(row, look), _facts(row, look)])
        what = Text("\n").join([*_words(row, look), *_content(reading, row, seen, look, 420)])
        if row.number > 1:
            table.add_row("", "", "")
        table.add_row(str(row.number), who, what)
    return table


def _under(reading: Reading, seen: Glance, look: Look) -> Table:
    """Give everything one under the other."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    number = len(str(len(seen.rows)))
    table.add_column(justify="right", no_wrap=True, width=number)
    table.add_column(width=max(1, look.width - number - 1), overflow="fold")
    for row in seen.rows:
        parts = [_chain(row, look), _facts(row, look), *_words(row, look), *_content(reading, row, seen, look, 280)]
        if row.number > 1:
            table.add_row("", "")
        table.add_row(str(row.number), Text("\n").join(parts))
    return table


def _chain(row: Row, look: Look) -> Text:
    from rich.text import Text

    first, *others = row.telling.steps
    arrow = " -> " if look.plain else " → "
    text = Text(look.fit(first) or "?", style="bold" if look.colour else "")
    for step in others:
        text.append(arrow, style="not bold dim").append(look.fit(step), style="not bold")
    return text


def _facts(row: Row, look: Look) -> Text:
    """Give the drawing, and in words what else there is to know about a statement."""
    from rich.text import Text

    words = [word for word in (row.hand, row.form) if word]
    if row.parent:
        words.append(f"in {row.parent}")
    if row.echo is not None:
        words.append(f"repeats {row.repeats}: {row.echo.verdict}" if row.repeats else row.echo.verdict)
    if row.knows:
        words.append(look.fit(shorten(row.knows, 80)))
    return Text(f"{look.drawing(row.telling.tellers)}  {look.dot.join(words)}", style="dim")


def _words(row: Row, look: Look) -> list[Text]:
    """Give the words of the text that name the source and say that something is said, if there are any."""
    from rich.text import Text

    text = Text()
    if row.who:
        text.append(look.fit(shorten(row.who, 60)), style=STYLES["source"] if look.colour else "")
    if row.cue:
        text.append(" " if row.who else "")
        text.append(look.fit(shorten(row.cue, 40)), style=STYLES["cue"] if look.colour else "")
    return [text] if text.plain.strip() else []


def _content(reading: Reading, row: Row, seen: Glance, look: Look, most: int) -> list[Text]:
    from rich.text import Text

    if row.echo is not None and row.echo.differences and row.repeats:
        statement = reading.text_of(seen.rows[row.repeats - 1].attribution.content)
        return [edited(pieces(reading.text_of(row.attribution.content), statement, row.echo.differences), look)]
    return [Text(look.fit(shorten(row.content, most)))]
