"""``sayso family``: which outlets belong to one publisher, so that they are counted once."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.store_option import StoreOption, open_store
from sayso.export.harmless import for_terminal

app = typer.Typer(
    no_args_is_help=True, help="Say which outlets belong to one publisher: they count once among a claim's origins."
)
Outlet = Annotated[str, typer.Argument(metavar="OUTLET", help="Its name, or the domain of its pages.")]


@app.command(epilog='Example: sayso family add "Skelby Echo" "Vale Media"')
def add(
    outlet: Outlet,
    owner: Annotated[str, typer.Argument(metavar="OWNER", help="Its publisher; itself, if it belongs to nobody else.")],
    store: StoreOption = None,
) -> None:
    """Say who owns an outlet. It comes before the table that ships."""
    from sayso.store.families import add_family

    with open_store(store, create=True) as opened, opened.writing() as connection:
        add_family(connection, outlet, owner)
    typer.echo(f"{for_terminal(outlet)} belongs to {for_terminal(owner)}.")


@app.command("list", epilog="Example: sayso family list --all")
def show(
    outlet: Annotated[str | None, typer.Argument(metavar="[OUTLET]", help="Only this one and its family.")] = None,
    every: Annotated[bool, typer.Option("--all", help="The table that ships, too.")] = False,
    store: StoreOption = None,
) -> None:
    """Show who owns which outlet: tab-separated, one a line."""
    from sayso.claims.families import outlet_key, shipped
    from sayso.store.families import added, families

    with open_store(store) as opened, opened.reading_connection() as connection:
        mine, known = added(connection), families(connection)
    theirs = {outlet_key(name) for name, _ in mine}
    rows = [(name, owner, "added") for name, owner in mine]
    if every or outlet:
        rows += [
            (row.outlet, row.owner, "agency" if row.agency else "")
            for row in shipped()
            if outlet_key(row.outlet) not in theirs
        ]
    if outlet:
        family = known.family(outlet)
        rows = [row for row in rows if known.family(row[0]) == family]
        if not rows:
            typer.echo(f"No owner of {for_terminal(outlet)} is known: it counts for itself.", err=True)
    for row in rows:
        typer.echo("\t".join(map(for_terminal, row)).rstrip())


@app.command(epilog='Example: sayso family remove "Skelby Echo"')
def remove(outlet: Outlet, store: StoreOption = None) -> None:
    """Take back what was added; the table that ships holds again."""
    from sayso.store.families import remove_family

    with open_store(store) as opened, opened.writing() as connection:
        remove_family(connection, outlet)
    typer.echo(f"Taken back: {for_terminal(outlet)}.")
