"""``jsonl``: one reading per line, in the documented form, and nothing else; refused pages are never among them."""

from __future__ import annotations

from sayso.encode import to_json
from sayso.export.json import dumps
from sayso.schema import Reading

SUFFIX = ".jsonl"
HEAD = ""
BETWEEN = ""
TAIL = ""


def render(reading: Reading) -> str:
    """Give one reading as one line."""
    try:
        return to_json(reading).decode() + "\n"
    except UnicodeEncodeError:  # half a surrogate pair in the text
        return dumps(reading.to_dict()) + "\n"


def part(reading: Reading, number: int) -> str:
    """Give one reading as one line."""
    return render(reading)
