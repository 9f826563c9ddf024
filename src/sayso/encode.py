"""Readings to plain JSON values and back. msgspec does both directions and checks types on the way in."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from sayso.errors import BadReading
from sayso.schema import Reading


def to_builtins(reading: Reading) -> dict[str, Any]:
    """Turn a reading into dicts, lists, strings and numbers, in the field order of the schema."""
    value = msgspec.to_builtins(reading)
    assert isinstance(value, dict)
    return value


def from_builtins(data: dict[str, Any]) -> Reading:
    """Check and rebuild a reading.

    :raises BadReading: naming the first field that does not fit.
    """
    try:
        return msgspec.convert(data, Reading)
    except msgspec.ValidationError as error:
        raise BadReading(f"not a reading: {error}", hint="compare with docs/reference/json.md") from error


def to_json(reading: Reading) -> bytes:
    """Encode one reading as one line of UTF-8 JSON, without the line end."""
    try:
        return msgspec.json.encode(reading)
    except UnicodeEncodeError:  # a lone surrogate is no UTF-8; JSON can still escape it
        return json.dumps(to_builtins(reading), separators=(",", ":")).encode("ascii")
