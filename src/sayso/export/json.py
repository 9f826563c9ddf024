"""``json``: the documented form of a reading, set out for people. Many pages make an array."""

from __future__ import annotations

import json

from sayso.schema import Reading

SUFFIX = ".json"
HEAD = "[\n"
BETWEEN = ",\n"
TAIL = "\n]\n"


def render(reading: Reading) -> str:
    """Give one reading as an object."""
    return part(reading, 1) + "\n"


def part(reading: Reading, number: int) -> str:
    """Give one reading as an element of the array."""
    return dumps(reading.to_dict(), indent=2)


def dumps(value: object, *, indent: int | None = None) -> str:
    """Encode as JSON that is always valid UTF-8: half a surrogate pair is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, indent=indent)
    return text
