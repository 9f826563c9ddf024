"""What the records of ``sayso.schema`` say of themselves: fields with their types and meanings, values with theirs."""

from __future__ import annotations

import ast
import inspect
import itertools
import re
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Any, get_args

from sayso import schema
from sayso.schema import values

_PARAM = re.compile(r"^:(?:param )?(?P<name>[\w., ]+): (?P<words>.*?)(?=^:|\Z)", re.MULTILINE | re.DOTALL)
_VALUE = re.compile(r"^- ``(?P<value>[^`]+)``: (?P<words>.*?)(?=^- ``|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its name, its type as written, its default as written or ``None``, what it means."""

    name: str
    type: str
    default: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Doc:
    """A docstring: what stands before its first ``:param``, and each ``:name:`` with its words."""

    words: str
    params: dict[str, str]


def doc_of(thing: Any) -> Doc:
    """Read the docstring of a class or a function."""
    text = inspect.cleandoc(thing.__doc__ or "")
    first = re.search(r"^:", text, re.MULTILINE)
    params: dict[str, str] = {}
    for match in _PARAM.finditer(text):
        for name in match["name"].split(", "):
            params[name] = one_line(match["words"])
    return Doc((text[: first.start()] if first else text).strip(), params)


def fields_of(record: type) -> list[Field]:
    """Give the fields of a record.

    :raises KeyError: if the record's docstring does not say what a field means.
    """
    assert is_dataclass(record)
    params = doc_of(record).params
    return [
        Field(f.name, str(f.type), None if f.default is MISSING else _literal(f.default), markdown(params[f.name]))
        for f in fields(record)
    ]


def values_of(name: str) -> dict[str, str]:
    """Give each value of a ``Literal`` of the schema with its meaning, as the string below it says.

    :raises KeyError: if a value has no meaning.
    """
    meanings = {match["value"]: markdown(one_line(match["words"])) for match in _VALUE.finditer(_below(name))}
    return {value: meanings[value] for value in get_args(getattr(schema, name))}


def summary_of(name: str) -> str:
    """Give the first sentence or so of the string below a name of the schema."""
    return markdown(one_line(_below(name).split("\n\n")[0]))


def _below(name: str) -> str:
    body = ast.parse(inspect.getsource(values)).body
    for here, after in itertools.pairwise(body):
        if isinstance(here, ast.Assign) and isinstance(here.targets[0], ast.Name) and here.targets[0].id == name:
            assert isinstance(after, ast.Expr)
            assert isinstance(after.value, ast.Constant)
            return inspect.cleandoc(str(after.value.value))
    raise KeyError(name)


def functions_of(record: type) -> Iterator[tuple[str, Any]]:
    """Give the public methods of a record that it defines itself, in the order of the source."""
    for name, thing in vars(record).items():
        if not name.startswith("_") and (inspect.isfunction(thing) or isinstance(thing, classmethod)):
            yield name, getattr(record, name)


def markdown(text: str) -> str:
    """Turn the docstrings' ``code`` into `code`."""
    return re.sub(r"``(.+?)``", r"`\1`", text)


def one_line(text: str) -> str:
    """Give the text with every run of white space made one space."""
    return " ".join(text.split())


def _literal(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)
