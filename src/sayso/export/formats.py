"""The formats by name. Each is a module of this package with the same few names, loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Literal, Protocol, cast, get_args

from sayso.schema import Reading

FormatName = Literal[
    "terminal", "json", "jsonl", "html", "csv", "jsonld", "webannotation", "prov-json", "prov-n", "brat"
]
NAMES: tuple[FormatName, ...] = get_args(FormatName)


class Format(Protocol):
    """One format. Several readings in one output are ``HEAD``, the parts with ``BETWEEN`` between them, and ``TAIL``.

    ``SUFFIX`` ends the name of a file in this format.
    """

    SUFFIX: str
    HEAD: str
    BETWEEN: str
    TAIL: str

    def render(self, reading: Reading) -> str:
        """Give a whole document for one reading."""
        ...

    def part(self, reading: Reading, number: int) -> str:
        """Give one reading's part of a document for several; ``number`` counts them from 1."""
        ...


def format_of(name: FormatName) -> Format:
    """Load a format."""
    return cast(Format, import_module(module_of(name)))


def module_of(name: FormatName) -> str:
    """Name the module of a format."""
    return f"sayso.export.{name.replace('-', '_')}"


def files_of(name: FormatName, reading: Reading) -> dict[str, str]:
    """Give the files of one reading by suffix, the main one first."""
    if name == "brat":
        from sayso.export import brat

        return brat.files(reading)
    form = format_of(name)
    return {form.SUFFIX: form.render(reading)}
