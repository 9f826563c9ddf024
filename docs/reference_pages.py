"""The pages of ``docs/reference/``, made from the code."""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import msgspec
from corpus_page import corpus_page
from records import doc_of, fields_of, functions_of, markdown, one_line, summary_of, values_of
from reference_parts import NOTE, function, joined, rows

import sayso
from sayso import config, errors, pipeline, schema
from sayso.export.formats import NAMES, format_of, module_of
from sayso.pages import lines

RECORDS = (
    schema.Reading, schema.Article, schema.Attribution, schema.Speaker, schema.Choice, schema.Hop, schema.Echo,
    schema.HeadlineCheck, schema.Difference, schema.Sentence, schema.Shares,
    schema.Found, schema.Furniture, schema.ModelName,
)  # fmt: skip
HERE = Path(__file__).parent / "reference"
VALUES = (
    "Form", "Act", "Polarity", "Kind", "Verdict", "Channel", "Knowing", "Hand", "Voice", "Sort", "DifferenceKind", "Lost",
)  # fmt: skip
COMMANDS = (
    "read", "add", "watch", "status", "remove", "search", "who", "claim", "story", "compare", "note", "link", "unlink", "family",
    "export", "import", "db", "db migrate", "db check", "db rematch", "db backup",
)  # fmt: skip
"""In the order in which a reader needs them."""
_NAMES = {record.__name__ for record in RECORDS}


def pages() -> dict[str, str]:
    """Give every page of the reference by file name."""
    return {
        "json.md": json_page(),
        "reading.schema.json": json.dumps(msgspec.json.schema(schema.Reading), indent=1) + "\n",
        "python.md": python_page(),
        "corpus.md": corpus_page(),
        "cli.md": cli_page(),
        "errors.md": errors_page(),
    }


def json_page() -> str:
    """The contract."""
    parts = [
        "# The JSON of a reading",
        NOTE,
        "`reading.to_dict()`, `sayso read --format json` and each line of `--format jsonl` hold one reading: one object of "
        "the form below. The same as a JSON Schema: [reading.schema.json](reading.schema.json).",
        "- Names and types stay as they are; fields may be added. Pass over those that you do not know.\n"
        "- Every field is always there. What is not known is `null` or an empty array.\n"
        "- A **span** is `[start, end]`: offsets in Unicode code points, from 0, the end not included. In Python, "
        "`text[start:end]` is the evidence. JavaScript, Java and C# count UTF-16 units: turn offsets over, or text outside "
        'the Basic Multilingual Plane (emoji) will shift them. In JavaScript, `Array.from(text).slice(start, end).join("")`.\n'
        "- Spans point into `article.text`, but for `furniture` and `origins`, which point into the pasted page, and "
        "`headline`, which points into the title.",
    ]
    for record in RECORDS:
        parts += [f"## {record.__name__}", markdown(doc_of(record).words), _table(record)]
    parts.append("## Values")
    for name in VALUES:
        parts += [f"### {name}", summary_of(name), _list(values_of(name))]
    parts += [
        "## Refused pages",
        "Refused pages are never among the readings. `sayso read --rejected FILE` writes them as lines of their own, "
        "with three strings: `page` (its path, address, or file and line), `reason` "
        "([one of a short list](errors.md#refused-pages), or `failed` for an error) and `detail` (what was found, what was "
        "expected, what to do).",
    ]
    return joined(parts)


def python_page() -> str:
    """The public names."""
    parts = [
        "# Python",
        NOTE,
        "`import sayso` gives these names. It takes no model and no heavy library until the first reading.",
        "## Functions",
    ]
    for public in (sayso.read, sayso.attribute, sayso.attribute_many):
        parts += function(f"sayso.{public.__name__}", public)
    parts += ["## Records", "Records are frozen. Their fields are [the JSON's](json.md), with tuples for arrays."]
    for record in (schema.Reading, schema.Article, schema.Attribution, schema.Speaker, schema.Span, schema.Rejected):
        parts += [f"### sayso.{record.__name__}", markdown(doc_of(record).words)]
        if record is schema.Rejected:
            parts.append(_table(record))
        for name, method in functions_of(record):
            parts += function(f"{record.__name__}.{name}", method, level=4)
    parts += [
        "## Beyond the package's own names",
        "These are documented too, but may change before 1.0.",
        "### sayso.config.Settings",
        markdown(doc_of(config.Settings).words),
        _settings(),
    ]
    parts += function("sayso.pipeline.article_of", pipeline.article_of)
    parts += function("sayso.pages.lines.read_lines", lines.read_lines)
    parts += function("sayso.pages.lines.articles_in", lines.articles_in)
    parts += [
        "### sayso.export",
        "Each format is a module with `render(reading) -> str`, which gives a whole document for one reading: "
        + ", ".join(f"`{module_of(name)}`" for name in NAMES)
        + ". `sayso.export.brat.files(reading)` gives the three files that brat wants.",
    ]
    return joined(parts)


def cli_page() -> str:
    """The command line."""
    formats = {name: inspect.getdoc(sys.modules[type_name]) or "" for name, type_name in _format_modules()}
    listed = [(f"`{name}`", f"`{format_of(name).SUFFIX}`", _first(formats[name])) for name in NAMES]
    return joined(
        [
            "# The command line",
            NOTE,
            "## sayso",
            _help(),
            *(part for command in COMMANDS for part in (f"## sayso {command}", _help(*command.split()))),
            "## Formats",
            rows(("format", "file", "what it is"), listed),
            "Without `--format`, the name of the file after `--out` decides; without that, a terminal gets `terminal` and a "
            "pipe gets `jsonl`.",
            "## Where things go",
            "Results go to standard output, or where `--out` says. Messages and the progress bar go to standard error. A "
            "file named by `--out` appears when it is complete: a run that is broken off leaves the old one.",
            "## Exit codes",
            rows(
                ("code", "meaning"),
                (
                    ("0", "every page was read"),
                    ("1", "a page was refused or failed; the others were read"),
                    ("2", "misuse: an unknown option, a bad value; nothing was read"),
                    ("130", "interrupted"),
                    ("141", "whoever read the output closed it, such as `head`"),
                ),
            ),
            "## Environment",
            rows(
                ("variable", "what it does"),
                (
                    ("`NO_COLOR`", "set to anything: no colours"),
                    ("`FORCE_COLOR`", "set to anything: colours in a pipe too, for `less -R`"),
                    ("`COLUMNS`", "the width of the terminal view"),
                    ("`TERM=dumb`", "no colours"),
                ),
            ),
            "Proxies, passwords and certificates named in the environment are not used.",
        ]
    )


def errors_page() -> str:
    """The error tree and the reasons for refusals."""
    tree = inspect.cleandoc(errors.__doc__ or "").split("\n\n")[1]
    listed = [
        (f"`{name}`", f"`{thing.code}`", markdown(doc_of(thing).words))
        for name, thing in vars(errors).items()
        if inspect.isclass(thing) and issubclass(thing, errors.SaysoError)
    ]
    return joined(
        [
            "# Errors and refusals",
            NOTE,
            "## Errors",
            "What Sayso raises on purpose is a `SaysoError`. It has a `code` that stays the same, a `message` (what was "
            "expected, what was found) and often a `hint` (what to do). On the command line it becomes a message and exit "
            "code 1.",
            f"```text\n{tree}\n```",
            rows(("error", "code", "meaning"), listed),
            "## Refused pages",
            "A page that is refused is no error. `sayso.read` gives a `Rejected` in place of a reading: its `reason` is one of "
            "these, its `detail` says what was found, what was expected and what to do. Details are for people; their "
            "wording may change.",
            rows(("reason", "meaning"), ((f"`{value}`", words) for value, words in values_of("Reason").items())),
        ]
    )


def _format_modules() -> Iterator[tuple[str, str]]:
    for name in NAMES:
        format_of(name)
        yield name, module_of(name)


def _first(text: str) -> str:
    words = one_line(text.split("\n\n")[0]).partition(": ")[2]
    return markdown(words[0].upper() + words[1:])


def _help(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "sayso.cli.main", *command, "--help"],
        env={**os.environ, "COLUMNS": "80", "TERMINAL_WIDTH": "80", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    words = "\n".join(line.rstrip() for line in done.stdout.splitlines())
    return f"```text\n{words}\n```"


def _table(record: type) -> str:
    listed = ((f"`{f.name}`", _json_type(f.type), _in_json(_small(f.meaning))) for f in fields_of(record))
    return rows(("field", "type", "meaning"), listed)


def _settings() -> str:
    listed = ((f"`{f.name}`", f"`{f.type}`", f"`{f.default}`", _small(f.meaning)) for f in fields_of(config.Settings))
    return rows(("field", "type", "default", "meaning"), listed)


def _json_type(written: str) -> str:
    """Turn a Python annotation of the schema into words, with links to records and values."""
    optional = written.endswith(" | None")
    core = written.removesuffix(" | None")
    many = re.fullmatch(r"tuple\[(\w+), \.\.\.\]", core)
    name = many[1] if many else core
    plain = {"str": "string", "float": "number", "int": "number", "bool": "true or false", "Span": "span"}
    if name in plain:
        words = plain[name]
    elif name in _NAMES or name in VALUES:
        words = f"[{name}](#{name.lower()})"
    else:
        assert name == "Reason"
        assert get_args(schema.Reason)
        words = "[reason](errors.md#refused-pages)"
    words = f"array of {words}" + ("s" if many and name in plain else "") if many else words
    return words + (" or null" if optional else "")


def _small(text: str) -> str:
    text = text.rstrip(".")
    return text.replace("|", "\\|")


def _in_json(text: str) -> str:
    return text.replace("`None`", "`null`").replace("`False`", "`false`")


def _list(values: dict[str, str]) -> str:
    return "\n".join(f"- `{value}`: {words}" for value, words in values.items())
