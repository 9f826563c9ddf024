"""``sayso db``: the corpus as a database: bringing it up to date, checking and copying it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.progress import Bar
from sayso.cli.store_option import StoreOption, open_store
from sayso.export.harmless import for_terminal

app = typer.Typer(no_args_is_help=True, help="Bring a corpus up to date, check it, copy it.")


@app.command(epilog="Example: sayso db migrate --store news.sqlite")
def migrate(store: StoreOption = None) -> None:
    """Bring the tables of a corpus to what this version of Sayso uses. Make a copy first: `sayso db backup`."""
    from sayso.store.store import Store

    with Store.unchecked(store) as opened:
        before, after = opened.migrate()
        place = for_terminal(str(opened.place))
    if before == after:
        typer.echo(f"{place} is up to date (tables {after}).")
    else:
        typer.echo(f"{place} is now up to date (tables {before or 'none'} -> {after}).")


@app.command(epilog="Example: sayso db check")
def check(store: StoreOption = None) -> None:
    """Look at every article: is each one whole, and does every statement's span give its words?

    Others may go on using the corpus. Exit code 0: all is well; 1: there are problems, one a line.
    """
    from sayso.store.checking import check as look

    with open_store(store) as opened, Bar("Checking") as bar:
        report = look(opened, bar.tell)
        place = for_terminal(str(opened.place))
    for problem in report.problems:
        typer.echo(f"{for_terminal(problem.where)}: {for_terminal(problem.what)}")
    counted = f"{report.articles:,} articles, {report.statements:,} statements, {report.bodies:,} page bodies"
    if report.problems:
        typer.echo(f"{place}: {len(report.problems):,} problems in {counted}.", err=True)
        raise typer.Exit(1)
    typer.echo(f"{place}: {counted}: all is well.")
    if report.unmatched:
        typer.echo(
            f"{report.unmatched:,} articles have not been held against the rest yet; `sayso add` goes on with it."
        )


@app.command(epilog="Example: sayso db rematch")
def rematch(store: StoreOption = None) -> None:
    """Find copies, claims, speakers and stories anew, and make the index of words anew.

    For a corpus that an earlier version of Sayso matched, or whose index is damaged. Articles and judgements stay as
    they are. If it is interrupted, `sayso add` goes on with it.
    """
    with open_store(store) as opened, Bar("Matching") as bar:
        done = opened.rematch(bar.tell)
        place = for_terminal(str(opened.place))
    typer.echo(f"{place}: {done:,} articles matched anew.")


@app.command(epilog="Example: sayso db backup news-2024-05-01.sqlite")
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to; there may be no such file yet.")],
    store: StoreOption = None,
) -> None:
    """Copy a corpus to a file, while others may go on writing to it.

    The copy is a corpus like any other: `--store FILE` uses it.
    """
    from sayso.store.backup import backup as copy
    from sayso.store.store import Store

    with Store.unchecked(store) as opened:  # of an earlier version too, before it is migrated
        size = copy(opened, file)
        place = for_terminal(str(opened.place))
    typer.echo(f"Copied {place} to {for_terminal(str(file))} ({size / 1e6:,.1f} MB).")
