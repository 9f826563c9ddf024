"""``sayso export`` and ``sayso import``: a whole corpus out and in."""

from __future__ import annotations

import gzip
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO, cast

import typer

from sayso.cli.store_option import StoreOption, open_store
from sayso.errors import InputError, NoSuchFile
from sayso.export.harmless import for_terminal

EXPORT_EXAMPLES = """\b
PLACE.jsonl or PLACE.jsonl.gz: one line a thing. - : the same to standard output.
A folder, or a name that ends in /: Parquet tables.
\b
Examples:
  sayso export news.jsonl.gz
  sayso export news/ --store postgresql://me@localhost/news
  sayso export - | ssh desk sayso import -"""
IMPORT_EXAMPLES = """\b
Examples:
  sayso import news.jsonl.gz --store copy.sqlite
  sayso import news/ --store postgresql://me@localhost/news"""


def export(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="A .jsonl[.gz] file, a folder, or -.")],
    store: StoreOption = None,
) -> None:
    """Write the whole corpus: articles with their pages and readings, all versions, judgements, owners, feeds.

    What was found between articles is found again from these; the Parquet tables hold it too, for other programs.
    """
    from sayso.store import transfer

    with open_store(store) as opened:
        if _is_folder(place):
            from sayso.store.transfer_parquet import export_folder

            counts = export_folder(opened, Path(place))
            typer.echo(", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in counts.items()), err=True)
            return
        count = 0
        with _writing(place) as file:
            for line in transfer.export_lines(opened):
                file.write(line)
                count += line.startswith(b'{"sort":"article"')
        if place != "-":
            typer.echo(f"{count:,} articles written to {for_terminal(place)}.", err=True)


def import_(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="What `sayso export` wrote.")],
    match: Annotated[
        bool,
        typer.Option("--match/--no-match", help="Hold what is new against the rest, or leave that to `sayso add`."),
    ] = True,
    store: StoreOption = None,
) -> None:
    """Add what another corpus exported. What is there already stays as it is."""
    from sayso.cli.add import match_waiting
    from sayso.store import transfer

    with open_store(store, create=True) as opened:
        if place != "-" and Path(place).is_dir():
            from sayso.store.transfer_parquet import import_folder

            counts = import_folder(opened, Path(place))
        else:
            with _reading(place) as file:
                counts = transfer.import_lines(opened, file)
        others = "".join(f", {count:,} {sort.replace('_', ' ')}s" for sort, count in sorted(counts.others.items()))
        others = others.replace("familys", "families")
        typer.echo(f"{counts.articles:,} articles added, {counts.there:,} there already{others}.", err=True)
        if match:
            match_waiting(opened)


def _is_folder(place: str) -> bool:
    if place == "-" or place.lower().endswith((".jsonl", ".jsonl.gz")):
        return False
    if os.path.isdir(place) or place.endswith(("/", os.sep)) or "." not in Path(place).name:
        return True
    raise typer.BadParameter(f"expected NAME.jsonl, NAME.jsonl.gz, a folder or -, found {place}", param_hint="PLACE")


@contextmanager
def _writing(place: str) -> Iterator[BinaryIO]:
    """Give a stream to write to; a file appears when it is complete."""
    if place == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(place)
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as raw:
            if place.lower().endswith(".gz"):
                with gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as packed:
                    yield cast(BinaryIO, packed)
            else:
                yield raw
        part.replace(path)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise InputError(f"cannot write {place}: {error.strerror or error}", hint="name another place") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _reading(place: str) -> Iterator[BinaryIO]:
    if place == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(place).open("rb") as raw:
            if raw.read(2) == b"\x1f\x8b":
                raw.seek(0)
                with gzip.GzipFile(fileobj=raw) as packed:
                    yield cast(BinaryIO, packed)
            else:
                raw.seek(0)
                yield raw
    except FileNotFoundError as error:
        raise NoSuchFile(f"there is no file {place}") from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError(f"{place} is damaged: {error}", hint="export it again") from error
    except OSError as error:
        raise NoSuchFile(f"cannot read {place}: {error.strerror or error}") from error
