"""``sayso compare``: two articles side by side."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
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
from sayso.errors import InputError
from sayso.pipeline import is_url
from sayso.schema import ComparisonView

COMPARE_EXAMPLES = """\b
Articles are named by their ids or the first letters of them; two files or URLs are read on the spot.
Formats: terminal, json, jsonl, csv, parquet.
\b
Examples:
  sayso compare 9f3a0c12ab34 41d2e0b7c9aa
  sayso compare monday.html tuesday.html
  sayso compare 9f3a 41d2 --format csv --out side-by-side.csv"""
_FORMATS = ("terminal", "json", "jsonl", "csv", "parquet")


def compare(
    left: Annotated[str, typer.Argument(metavar="ARTICLE", help="Id of an article, or a page.")],
    right: Annotated[str, typer.Argument(metavar="ARTICLE", help="Another.")],
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
    pages = [page for page in (left, right) if _is_page(page)]
    if len(pages) == 1:
        raise typer.BadParameter(f"{pages[0]} is a page, the other is not: add it to the corpus first")
    if pages:
        view = _compared(left, right)
    else:
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


def _is_page(typed: str) -> bool:
    return is_url(typed) or Path(typed).is_file()


def _compared(left: str, right: str) -> ComparisonView:
    """Compare two pages in a corpus of their own, which is gone afterwards.

    :raises InputError: if one is refused, or both have the same text and address.
    """
    import sayso
    from sayso.schema import Rejected
    from sayso.store.store import Store
    from sayso.store.views import comparison_view

    with tempfile.TemporaryDirectory(prefix="sayso-") as folder, Store.open(Path(folder) / "two.sqlite") as opened:
        ids: list[tuple[str, str | None]] = []
        for page in (left, right):
            found = sayso.read(page if is_url(page) else Path(page), profile="fast")
            if isinstance(found, Rejected):
                raise InputError(f"{page} is refused: {found.reason}", hint=found.detail)
            # Two files may be two versions of one page; side by side they are two.
            apart = replace(found, article=replace(found.article, url=None))
            ids.append((opened.add(apart, address=f"https://page-{len(ids) + 1}.invalid/").entry.id, found.article.url))
        opened.match()
        view = comparison_view(opened, ids[0][0], ids[1][0])
        return replace(view, left=replace(view.left, url=ids[0][1]), right=replace(view.right, url=ids[1][1]))
