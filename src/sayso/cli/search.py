"""``sayso search``: statements by words and meaning."""

from __future__ import annotations

from typing import Annotated, Any, get_args

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
from sayso.schema import Act, Filters, Kind, StatementForm

SEARCH_EXAMPLES = """\b
Words, "a phrase", -left out, this OR that. Formats: terminal, json, jsonl, csv, parquet.
\b
Examples:
  sayso search flood Ostrel OR Calder
  sayso search '"no danger" -drill' --since 2031-03 --outlet gazette
  sayso search --speaker "Mara Voss" --form direct --format csv
  sayso search dam burst --unsourced"""
_FORMATS = ("terminal", "json", "jsonl", "csv", "parquet")


def search(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="What to look for, in words and in meaning.")
    ] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", metavar="NAME", help="Whose word: a name, or an id such as P1a2b3c4d5e.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help=f"Of speaker: {', '.join(get_args(Kind))}.")
    ] = None,
    named: Annotated[
        bool | None, typer.Option("--named/--anonymous", help="Speakers with a name only, or without one.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="The publisher, or part of it.")
    ] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="2031-03-05, 2031-03 or 2031.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="The last day, month or year.")] = None,
    act: Annotated[str | None, typer.Option("--act", metavar="ACT", help=f"{', '.join(get_args(Act))}.")] = None,
    form: Annotated[
        str | None, typer.Option("--form", metavar="FORM", help=f"{', '.join(get_args(StatementForm))}.")
    ] = None,
    unsourced: Annotated[bool, typer.Option("--unsourced", help="Only what stands on nobody's word.")] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=10_000, metavar="N", help="At most so many.")] = 20,
    offset: Annotated[int, typer.Option("--offset", min=0, metavar="N", help="Leave out the first N.")] = 0,
    output: FormatOption = None,
    out: OutOption = None,
    width: WidthOption = None,
    no_color: NoColourOption = False,
    store: StoreOption = None,
) -> None:
    """Find statements by words and meaning; without words, all that pass the filters, the latest first."""
    from sayso.export import hits
    from sayso.store.search import search as find

    name = format_name(output, out, _FORMATS)
    if unsourced and form not in (None, "unsourced"):
        raise typer.BadParameter("an unsourced sentence has no other form: leave out --form", param_hint="--unsourced")
    filters = Filters(
        speaker=speaker or None,
        kind=_one_of(kind, Kind, "--kind"),
        named=named,
        outlet=outlet or None,
        since=since or None,
        until=until or None,
        act=_one_of(act, Act, "--act"),
        form="unsourced" if unsourced else _one_of(form, StatementForm, "--form"),
    )
    with open_store(store) as opened:
        answer = find(opened, _typed(words or []), filters=filters, limit=limit, offset=offset)
    rows = (hits.row_of(hit, rank) for rank, hit in enumerate(answer.hits, offset + 1))
    if name == "terminal":
        look = look_of(width, no_color=no_color, out=out)
        text = hits.render(answer.hits, look, first=offset + 1, more=answer.more, capped=answer.capped)
        write(text, out, encoding=look.encoding)
    else:
        write_rows(name, answer.hits, hits.COLUMNS, rows, out)


def _one_of(asked: str | None, values: Any, option: str) -> Any:
    """Give back a value of a list, or nothing."""
    if asked is not None and asked not in get_args(values):
        raise typer.BadParameter(f"{asked!r} is none of: {', '.join(get_args(values))}", param_hint=option)
    return asked


def _typed(words: list[str]) -> str:
    """Join arguments to one query; one that a shell's quotation marks kept together is taken as it was typed."""
    return " ".join(words)
