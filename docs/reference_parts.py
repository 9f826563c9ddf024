"""Parts that the pages of the reference are put together from."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import Any

from records import Doc, doc_of, markdown, one_line

NOTE = "<!-- Made by docs/generate.py from the code. Change the code, then run it again. -->\n"


def function(name: str, called: Any, *, level: int = 3) -> list[str]:
    """Describe a function: signature, words, parameters."""
    doc = doc_of(called)
    signature = str(inspect.signature(called)).replace("'", "")
    parts = [f"{'#' * level} {name}", f"```py\n{name.rpartition('.')[2]}{signature}\n```", markdown(_prose(doc))]
    listed = {_param(key): markdown(words) for key, words in doc.params.items()}
    if listed:
        parts.append("\n".join(f"- {key}: {words}" for key, words in listed.items()))
    return parts


def _param(key: str) -> str:
    if key == "return":
        return "gives"
    kind, _, name = key.partition(" ")
    return f"raises `{name}`" if kind == "raises" else f"`{key}`"


def _prose(doc: Doc) -> str:
    return "\n\n".join(one_line(paragraph) for paragraph in doc.words.split("\n\n"))


def rows(head: Iterable[str], body: Iterable[Iterable[str]]) -> str:
    """Make a table."""
    head = tuple(head)
    table = [head, ("---",) * len(head), *body]
    return "\n".join(f"| {' | '.join(row)} |" for row in table)


def joined(parts: Iterable[str]) -> str:
    """Put parts together, a blank line between them."""
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"
