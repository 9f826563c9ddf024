"""``sayso compare``: two articles side by side."""

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

COMPARE_EXAMPLES = """\b
Articles are named by their ids or the first letters of them.
Formats: terminal, json, jsonl, csv, parquet.
\b
Examples:
  sayso compare 9f3a0c12ab34 41d2e0b7c9aa
  sayso compare 9f3a 41d2 --format csv --out side-by-side.csv"""
_FORMATS = ("terminal", "json", "jsonl", "csv", "parquet")


def compare(
    left: Annotated[str, typer.Argument(metavar="ARTICLE", help="Id of an article.")],
    right: Annotated[str, typer.Argument(metavar="ARTICLE", help="Id of another.")],
    output: FormatOption = None,
    out: OutOption = None,
    width: WidthOption = None,
    no_color: NoColourOption = False,
    store: StoreOption = None,
) -> None:
    """Lay two articles side by side: shared text, what both report, where they disagree, what only one has."""
    from sayso.export import compare_rows, flat
    from sayso.store import views

    form = format_name(output, out, _FORMATS)
    look = look_of(width, no_color=no_color, out=out)
    with open_store(store) as opened:
        view = views.comparison_view(opened, left, right)
    if form == "terminal":
        from sayso.export.compare_terminal import render

        write(render(view, look), out, encoding=look.encoding)
    elif form == "json":
        write(flat.json_of(view) + "\n", out)
    else:
        pairs = (*view.conflicting, *view.same)
        write_rows(form, pairs, compare_rows.COLUMNS, compare_rows.rows_of(view), out)
