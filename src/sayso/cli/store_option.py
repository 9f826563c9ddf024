"""The option that names the corpus, the same for every command that uses one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sayso.store.store import Store

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="FILE|URL",
        help="The corpus: a file, or postgresql://…  [default: $SAYSO_STORE, else corpus.sqlite in your data folder]",
        show_default=False,
    ),
]


def open_store(where: str | None, *, create: bool = False) -> Store:
    """Open the corpus that a command is to work on; use it with ``with``.

    :param where: what the option says.
    :param create: make it if there is none: for commands that add.
    :raises StoreError: if it cannot be opened.
    """
    from sayso.store.store import Store

    return Store.open(where, create=create)
