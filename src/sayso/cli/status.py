"""``sayso status`` and ``sayso remove``: what the corpus holds, and taking something out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.log import echo
from sayso.cli.store_option import StoreOption, open_store

if TYPE_CHECKING:
    from sayso.schema import Entry
    from sayso.store.counting import Status
    from sayso.store.store import Store

STATUS_EXAMPLES = """\b
Examples:
  sayso status
  sayso status --format json
  sayso status --list --store news.sqlite"""
REMOVE_EXAMPLES = """\b
An id takes out one version of a page, an address all versions of the page
that is there. Judgements about what is removed are kept.
\b
Examples:
  sayso remove 9f3a0c12ab34
  sayso remove https://news.example/politics/bridge-closed --yes"""
_FORMATS = ("terminal", "json")
_FEED_PROBLEMS = 10
_LABEL = 14


def status(
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="terminal or json.", show_default=False),
    ] = None,
    list_articles: Annotated[bool, typer.Option("--list", help="Name every article, one a line, instead.")] = False,
    store: StoreOption = None,
) -> None:
    """Show what the corpus holds: how much, from whom, since when, and what is wrong with its feeds."""
    from sayso.store.counting import status_of

    if form not in (None, *_FORMATS):
        raise typer.BadParameter(f"{form!r} is none of: {', '.join(_FORMATS)}", param_hint="--format")
    with open_store(store) as opened:
        if list_articles:
            for entry in opened.entries():
                echo(json.dumps(asdict(entry)) if form == "json" else _line(entry))
            return
        found = status_of(opened)
    if form == "json":
        typer.echo(json.dumps(asdict(found), indent=1))
        return
    for line in _lines(found):
        echo(line)


def _lines(found: Status) -> Iterator[str]:
    size = "" if found.size_bytes is None else f"  ({_size(found.size_bytes)})"
    yield f"{found.place}{size}"
    yield ""
    beside = [f"{found.versions:,} earlier versions"] if found.versions else []
    beside += [f"{found.same_text:,} with the text of another"] if found.same_text else []
    yield _fact("Articles", found.articles, beside)
    yield _fact("Statements", found.statements, [f"{found.unsourced:,} on nobody's word"] if found.statements else [])
    yield _fact("Speakers", found.speakers)
    yield _fact("Claims", found.claims)
    yield _fact("Stories", found.stories)
    yield _fact("Copies", found.copies)
    yield _fact("Judgements", found.judgements, [f"{found.undone:,} undone"] if found.undone else [])
    if found.waiting:
        yield _fact("To match", found.waiting, ["`sayso add` does it"])
    if found.published is not None:
        undated = f", {found.undated:,} undated" if found.undated else ""
        yield f"{'Published':{_LABEL}}{found.published[0][:10]} to {found.published[1][:10]}{undated}"
    if found.added is not None:
        yield f"{'Added':{_LABEL}}{_minute(found.added[0])} to {_minute(found.added[1])}"
    if found.outlets:
        yield ""
        yield "Outlets with most articles"
        width = max(len(f"{count:,}") for _, count in found.outlets)
        for name, count in found.outlets:
            yield f"  {count:>{width},}  {_short(name, 60)}"
    if found.refused:
        yield ""
        yield "Pages refused: " + ", ".join(f"{count:,} {reason}" for reason, count in found.refused)
    if found.feeds:
        yield ""
        yield from _feeds(found)


def _feeds(found: Status) -> Iterator[str]:
    waiting = f", {found.items_waiting:,} of them still to be fetched" if found.items_waiting else ""
    last = max((feed.checked or "" for feed in found.feeds), default="")
    asked = f", last asked {_minute(last)}" if last else ", not asked yet"
    yield f"Feeds: {len(found.feeds):,}{asked}; {found.items:,} items{waiting}"
    bad = [feed for feed in found.feeds if feed.problem]
    for feed in bad[:_FEED_PROBLEMS]:
        times = f" ({feed.failures} times in a row)" if feed.failures > 1 else ""
        yield f"  {feed.url}{times}:"
        yield f"    {feed.problem}"
    if len(bad) > _FEED_PROBLEMS:
        yield f"  … and {len(bad) - _FEED_PROBLEMS:,} more with problems: `sayso watch --list`"


def _fact(label: str, number: int, beside: list[str] | None = None) -> str:
    return f"{label:{_LABEL}}{number:,}" + (f"  ({'; '.join(beside)})" if beside else "")


def _line(entry: Entry) -> str:
    """Show one article in a line."""
    date = (entry.published or "")[:10]
    words = f"{_short(entry.publisher or '', 20):20} {entry.title or entry.url or entry.page}"
    return f"{entry.id}  {date:10}  {words}"


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _minute(moment: str) -> str:
    return moment[:16].replace("T", " ")


def _size(count: int) -> str:
    return f"{count / 1e9:,.2f} GB" if count >= 1e9 else f"{count / 1e6:,.1f} MB"


def remove(
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE|URL", help="An article's id, or the address of its page.")
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask first.")] = False,
    store: StoreOption = None,
) -> None:
    """Take articles out of the corpus, with all that was found about them.

    Nothing is removed unless all that is named is there. Where an earlier version of the page is left, it is current
    again.
    """
    with open_store(store) as opened:
        found = [entry for one in articles for entry in _named(opened, one)]
        found = list({entry.id: entry for entry in found}.values())
        for entry in found:
            echo(_line(entry) + (f"  (version {entry.version})" if entry.version > 1 else ""))
        if not yes:
            if not sys.stdin.isatty():
                raise typer.BadParameter("nobody is there to be asked: add --yes", param_hint="ARTICLE")
            if not typer.confirm(f"Remove {len(found)} article{'' if len(found) == 1 else 's'}?", err=True):
                raise typer.Exit(1)
        for entry in found:
            opened.remove(entry.id)
        echo(f"{len(found)} article{'' if len(found) == 1 else 's'} removed.")


def _named(store: Store, name: str) -> list[Entry]:
    """Find the articles of an id or an address.

    :raises NotFound: if there is none.
    """
    from sayso.errors import NotFound
    from sayso.store.addresses import normalised
    from sayso.store.counting import versions_at

    address = normalised(name) if "://" in name else None
    if address is None:
        return [store.entry(name)]
    with store.reading_connection() as connection:
        ids = versions_at(connection, [address])
    if not ids:
        raise NotFound(f"there is no article from {name}", hint="`sayso status --list --format json` shows addresses")
    return [store.entry(id) for id in ids]
