"""``sayso claim``: what is claimed, on whose word, who had it when."""

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

CLAIM_EXAMPLES = """\b
ID is a claim's (C1a2b3c4d5e), its first letters, or that of a statement in it (9f3a0c12ab34#A7).
Formats: terminal, json, jsonl and csv and parquet (a line a report), svg (the picture of its spread),
jsonld, prov-json, prov-n.
\b
Examples:
  sayso claim
  sayso claim C1a2b
  sayso claim C1a2b --all
  sayso claim 9f3a0c12ab34#A7 --format csv
  sayso claim C1a2b3c4d5e --out spread.svg"""
_FORMATS = ("terminal", "json", "jsonl", "csv", "parquet", "svg", "jsonld", "prov-json", "prov-n")


def claim(
    id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Which one; without it, those that most articles have.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="Of the list: so many.")] = 20,
    every: Annotated[
        bool, typer.Option("--all", help="In a terminal: each page with its words, copies too.", show_default=False)
    ] = False,
    output: FormatOption = None,
    out: OutOption = None,
    width: WidthOption = None,
    no_color: NoColourOption = False,
    store: StoreOption = None,
) -> None:
    """Show a claim: its reports, on how many independent origins they rest, and how it spread."""
    from sayso.export import claim_rows, flat
    from sayso.store import views

    form = format_name(output, out, _FORMATS)
    look = look_of(width, no_color=no_color, out=out)
    with open_store(store) as opened:
        if id is None:
            lines = views.claim_lines(opened, limit=limit)
        else:
            view = views.claim_view(opened, id)
    if id is None:
        if form not in ("terminal", "json", "jsonl", "csv", "parquet"):
            raise typer.BadParameter(f"{form} shows one claim: name it", param_hint="--format")
        if form == "terminal":
            from sayso.export.claim_terminal import render_list

            write(render_list(lines, look), out, encoding=look.encoding)
        else:
            write_rows(form, lines, claim_rows.LINE_COLUMNS, claim_rows.line_rows(lines), out)
        return
    wording = next(one.text for one in view.statements if one.id == view.claim.wording)
    match form:
        case "terminal":
            from sayso.export.claim_terminal import render

            write(render(view, look, every=every), out, encoding=look.encoding)
        case "svg":
            from sayso.export import spread_svg

            write(spread_svg.render(view.spread, wording, view.origins), out)
        case "jsonld":
            from sayso.export import claim_jsonld

            write(claim_jsonld.render(view), out)
        case "prov-json" | "prov-n":
            from sayso.export import claim_prov

            write(claim_prov.render(view, form), out)
        case "json":
            write(flat.json_of(view) + "\n", out)
        case _:
            write_rows(form, view.statements, claim_rows.COLUMNS, claim_rows.rows_of(view), out)
