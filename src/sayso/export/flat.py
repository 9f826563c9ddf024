"""Tables of plain values: CSV for spreadsheets, Parquet for data frames, JSON lines for pipes.

A cell is text, a number, a truth value or nothing; each row has the same columns.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.export.csv import guard
from sayso.export.harmless import encodable
from sayso.export.json import dumps
from sayso.store.arrow import arrow

Cell = str | int | float | bool | None
Row = Mapping[str, Cell]


def csv_of(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """Give a table with its header, in UTF-8, with the line ends of RFC 4180; no cell can be taken for a formula."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return lines.getvalue()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return guard(value) if isinstance(value, str) else str(value)


def parquet_of(columns: Mapping[str, type], rows: Iterable[Row]) -> bytes:
    """Give a table as one Parquet file.

    :param columns: name and type (str, int, float, bool) of each.
    :raises ConfigError: if pyarrow is not installed.
    """
    pyarrow, parquet = arrow()
    kinds = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    schema = pyarrow.schema([(name, kinds[kind]) for name, kind in columns.items()])
    values = [{name: _stored(row.get(name)) for name in columns} for row in rows]
    out = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(values, schema=schema), out, compression="zstd")
    return out.getvalue()


def _stored(value: Cell) -> Cell:
    return encodable(value) if isinstance(value, str) else value


def json_of(record: object, *, indent: int | None = 2) -> str:
    """Give a record, or a list of them, as JSON with the names of its fields."""
    return dumps(msgspec.to_builtins(record), indent=indent)


def jsonl_of(records: Iterable[object]) -> str:
    """Give records one a line."""
    return "".join(json_of(record, indent=None) + "\n" for record in records)
