"""``sayso story``: articles about one event."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.output import (
    FormatOption,
    NoColourOption,
    OutOption,
    WidthOption,
    format_name,
    look_of,
    write,
    write_rows,
)
from sayso.cli.store_option import StoreOption, open_store

STORY_EXAMPLES = """\b
ID is a story's (E1a2b3c4d5e), its first letters, or that of an article in it.
Formats: terminal, json, jsonl, csv, parquet.
\b
Examples:
  sayso story
  sayso story E1a2b
  sayso story 9f3a0c12ab34 --format csv"""
_FORMATS = ("terminal", "json", "jsonl", "csv", "parquet")


def story(
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="Which one; without it, the latest.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="Of the list: so many.")] = 20,
    output: FormatOption = None,
    out: OutOption = None,
    width: WidthOption = None,
    no_color: NoColourOption = False,
    store: StoreOption = None,
) -> None:
    """Show articles about one event, in order of time, and what several of them report."""
    from sayso.export import flat, story_rows, story_terminal
    from sayso.store import views

    form = format_name(output, out, _FORMATS)
    look = look_of(width, no_color=no_color, out=out)
    with open_store(store) as opened:
        if id is None:
            lines = views.story_lines(opened, limit=limit)
        else:
            view = views.story_view(opened, id)
    if id is None and form == "terminal":
        write(story_terminal.render_list(lines, look), out, encoding=look.encoding)
    elif id is None:
        write_rows(form, lines, story_rows.LINE_COLUMNS, story_rows.line_rows(lines), out)
    elif form == "terminal":
        write(story_terminal.render(view, look), out, encoding=look.encoding)
    elif form == "json":
        write(flat.json_of(view) + "\n", out)
    else:
        write_rows(form, view.entries, story_rows.COLUMNS, story_rows.rows_of(view), out)
