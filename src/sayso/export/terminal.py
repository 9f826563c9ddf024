"""``terminal``: the report with its statements marked in place, then a table (or list) of who says what.

Every mark has a sign as well as a colour, so the view reads the same in a pipe, on paper or to the colour-blind:
``⟦¹what is said⟧``, ``{¹who says it}``, ``‹¹the words that say so›``; in ASCII ``[1:…]``, ``{1:…}``, ``<1:…>``.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.export.dates import spoken
from sayso.export.harmless import for_terminal, one_line
from sayso.export.layers import Mark, Role, paragraphs
from sayso.export.rows import Row, rows, shorten
from sayso.schema import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

SUFFIX = ".txt"
HEAD = ""
BETWEEN = "\n"
TAIL = ""

# A line of prose longer than this is hard to read, however wide the window is.
_PROSE_COLUMNS_MAX = 100
_WIDE_COLUMNS = 100
# In fewer, five columns would break words.
_TABLE_COLUMNS_MIN = 68
_STYLES: dict[Role, str] = {"content": "green", "source": "bold magenta", "cue": "italic cyan"}
_SIGNS: dict[Role, tuple[str, str]] = {"content": ("⟦", "⟧"), "source": ("{", "}"), "cue": ("‹", "›")}
_SIGNS_ASCII: dict[Role, tuple[str, str]] = {"content": ("[", "]"), "source": ("{", "}"), "cue": ("<", ">")}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Look:
    """What the terminal can show.

    :param width: in columns.
    :param encoding: as Python names it; anything but UTF-8 gets ASCII signs.
    """

    width: int = 80
    colour: bool = False
    encoding: str = "utf-8"

    @property
    def plain(self) -> bool:
        """Whether only ASCII signs can be shown."""
        try:
            return codecs.lookup(self.encoding).name not in {"utf-8", "utf-16", "utf-32"}
        except LookupError:
            return True


def render(reading: Reading, *, look: Look | None = None) -> str:
    """Give the whole view as text, with colour codes if the look has colour."""
    return part(reading, 1, look=look)


def part(reading: Reading, number: int, *, look: Look | None = None) -> str:
    """Give one reading's view; ``number`` counts the readings of one output."""
    look = look or Look()
    return draw(view(reading, look), look)


def draw(renderables: list[RenderableType], look: Look) -> str:
    """Turn renderables into text, whatever the environment says about colours."""
    import io

    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=max(look.width, 20),
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        no_color=not look.colour,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    with console.capture() as capture:
        for renderable in renderables:
            console.print(renderable, crop=False)
    # Rich pads every line of a table to the full width.
    return "".join(line.rstrip(" ") + "\n" for line in capture.get().split("\n")[:-1])


def view(reading: Reading, look: Look) -> list[RenderableType]:
    """Give the parts of the view, top to bottom."""
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.text import Text

    article = reading.article
    table_rows = list(rows(reading))
    parts: list[RenderableType] = []
    prose = min(look.width, _PROSE_COLUMNS_MAX)

    def add(renderable: RenderableType, *, above: int = 0) -> None:
        parts.append(Padding(renderable, (above, max(0, look.width - prose), 0, 0)))

    if article.title:
        add(Text(_fit(article.title, look), style="bold"))
    dot = " | " if look.plain else " · "
    published = spoken(article.published) if article.published else None
    facts = [f for f in (article.publisher, article.author, published, article.section) if f]
    if facts:
        add(Text(dot.join(_fit(fact, look) for fact in facts)))
    if place := article.url or article.id:
        add(Text(_fit(place, look), style="dim"))
    for index, text in enumerate(_prose(reading, look)):
        add(text, above=1 if index or parts else 0)
    parts.append(Text(""))
    parts.append(Rule(characters="-" if look.plain else "─", style="dim"))
    if table_rows:
        parts.append(Text(f"{_summary(table_rows)}.\n{_key(look)}", style="dim"))
        parts.append(Text(""))
        parts.append(_table(table_rows, look) if look.width >= _TABLE_COLUMNS_MIN else _stack(table_rows, look))
    else:
        parts.append(Text("No statement is attributed to anybody in this text."))
    return parts


def _prose(reading: Reading, look: Look) -> list[Text]:
    """Give the marked paragraphs."""
    from rich.text import Text

    signs = _SIGNS_ASCII if look.plain else _SIGNS
    text_of = reading.article.text
    result = []
    for paragraph in paragraphs(reading):
        text = Text()
        inner: set[Mark] = set()  # contents that begin or end inside another: their closing sign needs its number
        for segment in paragraph.segments:
            contents = [mark for mark in segment.marks if mark.role == "content"]
            if len(contents) > 1:
                inner.update(contents)
            for mark in segment.opens:
                text.append(_numbered(signs[mark.role][0], mark.number, look), style=_sign_style(mark.role))
            style = " ".join(_STYLES[role] for role in _ROLES if any(mark.role == role for mark in segment.marks))
            if len(contents) > 1:
                style += " underline"
            text.append(for_terminal(segment.span.of(text_of), encoding=look.encoding), style=style)
            for mark in segment.closes:
                sign = signs[mark.role][1]
                if mark in inner:
                    sign = f"{mark.number}{sign}" if look.plain else str(mark.number).translate(_SUPERSCRIPT) + sign
                text.append(sign, style=_sign_style(mark.role))
        if text.plain.strip():
            result.append(text)
    return result


# Later styles win, so the cue inside a content shows as a cue.
_ROLES: tuple[Role, ...] = ("content", "source", "cue")


def _sign_style(role: Role) -> str:
    return _STYLES[role].split()[-1]


def _numbered(sign: str, number: int, look: Look) -> str:
    return f"{sign}{number}:" if look.plain else sign + str(number).translate(_SUPERSCRIPT)


def _key(look: Look) -> str:
    if look.plain:
        return "Marks: [1:what is said] {1:who says it} <1:the words that say so>"
    return "Marks: ⟦¹what is said⟧ {¹who says it} ‹¹the words that say so›"


def _summary(table_rows: list[Row]) -> str:
    counts: dict[str, int] = {}
    for row in table_rows:
        counts[row.attribution.form] = counts.get(row.attribution.form, 0) + 1
    number = len(table_rows)
    forms = ", ".join(f"{n} {form}" for form, n in sorted(counts.items(), key=lambda item: -item[1]))
    return f"{number} statement{'s' if number != 1 else ''}: {forms}"


@dataclass(frozen=True, slots=True)
class _Cells:
    """A row as the terminal shows it."""

    number: str
    who: str
    cue: str
    form: str
    content: str
    within: str


def _cells(row: Row, look: Look) -> _Cells:
    who = f"{row.who} ({row.name})" if row.name and row.who else row.name or row.who
    return _Cells(
        number=str(row.number),
        who=_fit(shorten(who, 60), look),
        cue=_fit(shorten(row.cue, 40), look),
        form=row.form,
        content=_fit(shorten(row.content, 140 if look.width >= _WIDE_COLUMNS else 90), look),
        within=f"in {row.parent}" if row.parent else "",
    )


def _who(cells: _Cells, look: Look) -> Text:
    from rich.text import Text

    if not cells.who:
        return Text("nobody named", style="dim")
    return Text(cells.who, style=_STYLES["source"] if look.colour else "")


def _table(table_rows: list[Row], look: Look) -> Table:
    """Give a row per statement; names and cues get the columns that their longest words need."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    ruled = box.Box(str(box.SIMPLE_HEAD).replace("─", "-"), ascii=True) if look.plain else box.SIMPLE_HEAD
    cells = [_cells(row, look) for row in table_rows]
    number = max(3, len(cells[-1].number))
    form = _column((c.form for c in cells), least=8, most=17 if look.width >= 120 else 10)
    rest = look.width - number - form - 8  # two blanks between columns
    cue = _column((c.cue for c in cells), least=8, most=max(13, rest // 5))
    who = _column((c.who for c in cells), least=12, most=max(14, rest * 3 // 10))
    table = Table(box=ruled, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    table.add_column("No.", justify="right", no_wrap=True, width=number)
    table.add_column("Who", width=who, overflow="fold")
    table.add_column("Cue", width=cue, overflow="fold", style=_STYLES["cue"] if look.colour else "")
    table.add_column("Form", width=form, overflow="fold")
    table.add_column("What", width=rest - cue - who, overflow="fold")
    for c in cells:
        in_form = Text(f"{c.form}\n{c.within}" if c.within else c.form)
        table.add_row(c.number, _who(c, look), Text(c.cue or "-"), in_form, Text(c.content))
    return table


def _column(cells: Iterable[str], *, least: int, most: int) -> int:
    """Give the columns that cells need: all they would take, but no more than ``most``."""
    from rich.cells import cell_len

    return min(most, max(least, max(map(cell_len, cells))))


def _stack(table_rows: list[Row], look: Look) -> Table:
    """Give the rows one under the other, for a window too narrow for columns."""
    from rich.table import Table
    from rich.text import Text

    listed = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    width = len(str(len(table_rows)))
    listed.add_column(justify="right", no_wrap=True, width=width)
    listed.add_column(overflow="fold", width=look.width - width - 1)
    dot = " | " if look.plain else " · "
    for index, row in enumerate(table_rows):
        c = _cells(row, look)
        head = _who(c, look)
        if c.cue:
            head.append(" ").append(c.cue, style=_STYLES["cue"] if look.colour else "")
        if index:
            listed.add_row("", "")
        listed.add_row(c.number, head)
        listed.add_row("", Text(dot.join(word for word in (c.form, c.within) if word), style="dim"))
        listed.add_row("", Text(c.content))
    return listed


def _fit(text: str, look: Look) -> str:
    return for_terminal(one_line(text), encoding="utf-8" if not look.plain else look.encoding).strip()
