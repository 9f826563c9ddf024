"""What the commands that ask a corpus write, and where: text or bytes, to standard output or a file."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.sink import cannot_write
from sayso.export.harmless import encodable
from sayso.export.look import Look

if TYPE_CHECKING:
    from sayso.export.flat import Row

FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help="See below.  [default: terminal; jsonl in a pipe]", show_default=False
    ),
]
OutOption = Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write here.")]
WidthOption = Annotated[
    int | None, typer.Option("--width", min=20, max=1000, metavar="N", help="Columns of the terminal view.")
]
NoColourOption = Annotated[bool, typer.Option("--no-color", help="No colours; NO_COLOR does the same.")]
_BY_SUFFIX = {
    ".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".parquet": "parquet", ".svg": "svg", ".txt": "terminal",
    ".jsonld": "jsonld", ".provn": "prov-n",
}  # fmt: skip


def format_name(asked: str | None, out: Path | None, names: tuple[str, ...], *, piped: str = "jsonl") -> str:
    """Give the format asked for, or the one that the output's name or kind suggests.

    :param piped: the format for a pipe.
    """
    if asked is not None:
        if asked not in names:
            raise typer.BadParameter(f"{asked!r} is none of: {', '.join(names)}", param_hint="--format")
        found = asked
    elif out is not None:
        name = out.name.lower()
        by_name = "prov-json" if name.endswith(".prov.json") else _BY_SUFFIX.get(out.suffix.lower(), piped)
        found = by_name if by_name in names else piped
    else:
        found = "terminal" if sys.stdout.isatty() else piped
    if found == "parquet" and out is None and sys.stdout.isatty():
        raise typer.BadParameter("parquet is no text: add --out FILE", param_hint="--format")
    return found


def look_of(width: int | None, *, no_color: bool, out: Path | None) -> Look:
    """Find out what the terminal can show.

    Source: https://no-color.org; FORCE_COLOR is for pagers such as ``less -R``.
    """
    screen = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    wanted = screen or bool(os.environ.get("FORCE_COLOR"))
    colour = wanted and not no_color and not os.environ.get("NO_COLOR") and out is None
    encoding = "utf-8" if out is not None else sys.stdout.encoding or "utf-8"
    return Look(width or shutil.get_terminal_size((80, 24)).columns, colour, encoding)


def write(content: str | bytes, out: Path | None, *, encoding: str = "utf-8") -> None:
    """Write to standard output, or to a file that appears when it is complete.

    :raises InputError: if the file cannot be written.
    """
    data = content if isinstance(content, bytes) else encodable(content).encode(encoding, "replace")
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    temporary: str | None = None
    try:
        if out.exists() and not out.is_file():  # a device or a named pipe
            out.write_bytes(data)
            return
        descriptor, temporary = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name[:40]}.")
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, out)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise cannot_write(out, error) from error


def write_rows(
    name: str, records: Sequence[object], columns: Mapping[str, type], rows: Iterable[Row], out: Path | None
) -> None:
    """Write records as ``json`` or ``jsonl``, or the rows made of them as ``csv`` or ``parquet``."""
    from sayso.export import flat

    if name == "json":
        write(flat.json_of(list(records)) + "\n", out)
    elif name == "jsonl":
        write(flat.jsonl_of(records), out)
    elif name == "csv":
        write(flat.csv_of(tuple(columns), rows), out)
    else:
        write(flat.parquet_of(columns, rows), out)
