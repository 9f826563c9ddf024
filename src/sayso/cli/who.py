"""``sayso who``: everything that somebody is reported to have said."""

from __future__ import annotations

from collections.abc import Sequence
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
from sayso.export.harmless import for_terminal, one_line
from sayso.export.look import Look
from sayso.schema import Account, Filters, Identity

WHO_EXAMPLES = """\b
NAME is a name or a part of one, an office, an id such as P1a2b3c4d5e, or a speaker of an article.
Formats: terminal, json, jsonl, csv, parquet.
\b
Examples:
  sayso who
  sayso who "Mara Voss" --since 2031-03
  sayso who "the harbour minister" --about "dredging costs"
  sayso who P1a2b3c4d5e --about 9f3a0c12ab34#A7
  sayso who 9f3a0c12ab34#S2 --format csv --limit 0"""
_FORMATS = ("terminal", "json", "jsonl", "csv", "parquet")
_MOST_QUOTED = 20


def who(
    name: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]", help="Who; without it, those who are quoted most.")
    ] = None,
    about: Annotated[
        str | None,
        typer.Option("--about", metavar="WORDS|STATEMENT", help="On a subject; or on a statement's, before it."),
    ] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="2031-03-05, 2031-03 or 2031.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="The last day, month or year.")] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="As this publisher has it, or part of its name.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", "-n", min=0, metavar="N", help="At most so many things said; 0 for all.")
    ] = None,
    output: FormatOption = None,
    out: OutOption = None,
    width: WidthOption = None,
    no_color: NoColourOption = False,
    store: StoreOption = None,
) -> None:
    """Show everything that somebody is reported to have said, in time order, wordings side by side."""
    from sayso.store import said, who

    form = format_name(output, out, _FORMATS)
    look = look_of(width, no_color=no_color, out=out)
    asked = " ".join(name or ()).strip()
    with open_store(store) as opened:
        if not asked:
            most = who.most_quoted(opened, _MOST_QUOTED if limit is None else limit or 1_000_000)
            _write_list(most, form, out, look)
            return
        found = who.find(opened, asked, speakers=form == "json")
        filters = Filters(outlet=outlet or None, since=since or None, until=until or None)
        wanted = said.Asked(about or None, filters, 50 if limit is None else limit)
        account = said.said(opened, found[0], wanted)
    _write_account(account, found[1:], form, out, look)


def _write_account(account: Account, namesakes: Sequence[Identity], form: str, out: Path | None, look: Look) -> None:
    if form == "terminal":
        from sayso.export import who_terminal

        write(who_terminal.render(account, look, namesakes=namesakes), out, encoding=look.encoding)
        return
    from sayso.export import flat, who_rows

    if namesakes:
        # Rows of one speaker must not be taken for all that the name may mean.
        others = ", ".join(f"{one.id} {one_line(one.name)}" for one in namesakes[:5])
        more = f" and {len(namesakes) - 5} more" if len(namesakes) > 5 else ""
        message = (
            f"this is {account.identity.id} {one_line(account.identity.name)}; others of that name: {others}{more}"
        )
        typer.echo(f"sayso: {for_terminal(message)}", err=True)
    if form == "json":
        write(flat.json_of(account) + "\n", out)
    else:
        write_rows(form, account.sayings, who_rows.COLUMNS, who_rows.rows_of(account), out)


def _write_list(found: Sequence[Identity], form: str, out: Path | None, look: Look) -> None:
    if form == "terminal":
        from sayso.export import who_terminal

        write(who_terminal.render_list(found, look), out, encoding=look.encoding)
        return
    from sayso.export import who_rows

    write_rows(form, found, who_rows.IDENTITY_COLUMNS, who_rows.identity_rows(found), out)
