"""The page of the reference on the corpus: the class that programs use, and the records that it gives."""

from __future__ import annotations

import re

from records import doc_of, fields_of, functions_of, literals_of, markdown, records_of, summary_of, values_of
from reference_parts import NOTE, function, joined, rows

from sayso.schema import asking, corpus, matches, who

MODULES = (corpus, matches, who, asking)
_RECORDS = {record.__name__ for module in MODULES for record in records_of(module)}
_VALUES = {name for module in MODULES for name in literals_of(module)}
_IN_JSON = {
    "Act", "Article", "Attribution", "Channel", "Difference", "Form", "Kind", "Knowing", "Polarity", "Reading", "Speaker",
}  # fmt: skip
_PLAIN = {"str": "string", "float": "number", "int": "number", "bool": "true or false", "Span": "span", "None": "null"}


def corpus_page() -> str:
    """What a corpus holds and gives."""
    from sayso.store import search, views
    from sayso.store import who as who_said
    from sayso.store.store import Store

    parts = [
        "# A corpus",
        NOTE,
        "What `--format json` of the commands about a corpus prints, and what the methods of `Store` give. A span points into "
        "the text of its article. Names and types may still change before 1.0; those of [one reading](json.md) do not.",
        "## Python",
        "### sayso.store.Store",
        markdown(doc_of(Store).words),
    ]
    for name, method in functions_of(Store):
        parts += function(f"Store.{name}", method, level=4)
    for module, names in ((search, ("search",)), (who_said, ("find", "said")), (views, ("claim_view", "story_view"))):
        for name in names:
            if hasattr(module, name):
                parts += function(f"{module.__name__}.{name}", getattr(module, name), level=4)
    for module in MODULES:
        words = (module.__doc__ or "").strip().rstrip(".")
        parts.append(f"## {words.splitlines()[0].rstrip('.')}")
        for record in records_of(module):
            table = rows(
                ("field", "type", "meaning"),
                ((f"`{f.name}`", _type(f.type), f.meaning.rstrip(".").replace("|", "\\|")) for f in fields_of(record)),
            )
            parts += [f"### {record.__name__}", markdown(doc_of(record).words), table]
    parts.append("## Values")
    for module in MODULES:
        for name in literals_of(module):
            listed = "\n".join(
                f"- `{value}`: {words}" if words else f"- `{value}`" for value, words in values_of(name).items()
            )
            parts += [f"### {name}", summary_of(name), listed]
    return joined(parts)


def _type(written: str) -> str:
    """Turn an annotation into words, with links to records and values."""
    options = [_one(part.strip()) for part in re.split(r"\|(?![^\[]*\])", written)]
    return " or ".join(options)


def _one(written: str) -> str:
    if many := re.fullmatch(r"tuple\[(.+), \.\.\.\]", written):
        words = _one(many[1])
        return f"array of {words}" + ("s" if many[1] in _PLAIN else "")
    if pair := re.fullmatch(r"tuple\[(.+)\]", written):
        return "array of " + " and ".join(_one(part) for part in pair[1].split(", "))
    if choice := re.fullmatch(r"Literal\[(.+)\]", written):
        return " or ".join(
            f"`{value.strip()}`" for value in choice[1].replace('"', "'").split("'") if value.strip(" ,")
        )
    if written in _PLAIN:
        return _PLAIN[written]
    if written in _RECORDS or written in _VALUES:
        return f"[{written}](#{written.lower()})"
    if written in _IN_JSON:
        return f"[{written}](json.md#{written.lower()})"
    return f"`{written}`"
