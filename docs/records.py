"""What the records of ``sayso.schema`` say of themselves: fields with their types and meanings, values with theirs."""

from __future__ import annotations

import ast
import inspect
import itertools
import re
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from types import ModuleType
from typing import Any, Literal, get_args, get_origin

from sayso.schema import asking, corpus, matches, values, who

_PARAM = re.compile(r"^:(?:param )?(?P<name>[\w., ]+): (?P<words>.*?)(?=^:|\Z)", re.MULTILINE | re.DOTALL)
_VALUE = re.compile(r"^- (?P<values>``[^`]+``(?:, ``[^`]+``)*): (?P<words>.*?)(?=^- ``|\Z)", re.MULTILINE | re.DOTALL)


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

    Values whose names say all have no meaning beside them.
    """
    meanings = {
        value: markdown(one_line(match["words"]))
        for match in _VALUE.finditer(_below(name))
        for value in re.findall("``([^`]+)``", match["values"])
    }
    held = next(vars(m)[name] for m in (values, corpus, matches, asking, who) if name in vars(m))
    return {value: meanings.get(value, "") for value in get_args(held)}


def summary_of(name: str) -> str:
    """Give the first sentence or so of the string below a name of the schema."""
    return markdown(one_line(_below(name).split("\n\n")[0]))


def _below(name: str) -> str:
    for module in (values, corpus, matches, asking, who):
        for here, after in itertools.pairwise(ast.parse(inspect.getsource(module)).body):
            if isinstance(here, ast.Assign) and isinstance(here.targets[0], ast.Name) and here.targets[0].id == name:
                assert isinstance(after, ast.Expr), f"nothing says what {name} means"
                assert isinstance(after.value, ast.Constant)
                return inspect.cleandoc(str(after.value.value))
    raise KeyError(name)


def records_of(module: ModuleType) -> list[type]:
    """Give the records that a module of the schema defines, in its order."""
    found = [thing for thing in vars(module).values() if is_dataclass(thing) and isinstance(thing, type)]
    return [record for record in found if record.__module__ == module.__name__]


def literals_of(module: ModuleType) -> list[str]:
    """Give the names of the values that a module of the schema defines, in its order."""
    body = ast.parse(inspect.getsource(module)).body
    names = [n.targets[0].id for n in body if isinstance(n, ast.Assign) and isinstance(n.targets[0], ast.Name)]
    return [name for name in names if get_origin(getattr(module, name)) is Literal]


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
