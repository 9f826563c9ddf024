"""``sayso read``: pages in, who says what out."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.output import look_of
from sayso.config import PROFILES, Profile, Settings
from sayso.export.formats import NAMES, FormatName, format_of

# A second process costs about half a second to start, which only pays for more pages than this.
PAGES_IN_ONE_PROCESS = 8
_BY_SUFFIX: dict[str, FormatName] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".jsonld": "jsonld",
    ".provn": "prov-n",
    ".ann": "brat",
    ".txt": "terminal",
}


def read(
    pages: Annotated[
        list[str],
        typer.Argument(
            metavar="PAGE", help="A file, folder or URL, - for standard input, or .jsonl[.gz] or .warc[.gz]."
        ),
    ],
    form: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help=f"{', '.join(NAMES)}. [default: terminal; jsonl in a pipe]"
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE|FOLDER",
            help="Write here; a folder (or a name ending in /) gets a file per page.",
        ),
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option("--explain", metavar="ID", help="Say why attribution ID (as A7) has its speaker and its chain."),
    ] = None,
    profile: Annotated[
        str,
        typer.Option("--profile", "-p", metavar="PROFILE", help="accurate, or fast for masses of pages."),
    ] = "accurate",
    as_is: Annotated[bool, typer.Option("--as-is", help="The input is the report's text itself, not a page.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, metavar="N", help="Processes. [default: one per core; one for up to 8 pages]"
        ),
    ] = None,
    rejected: Annotated[
        Path | None, typer.Option("--rejected", metavar="FILE", help="Write refused pages and why here, as JSONL.")
    ] = None,
    width: Annotated[
        int | None, typer.Option("--width", min=20, max=1000, metavar="N", help="Columns of the terminal view.")
    ] = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours; NO_COLOR does the same.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and local addresses too.")
    ] = False,
) -> None:
    """Show who says what in news pages, with the words as evidence.

    Results go to standard output in the order of the pages; refused pages are named on standard error, and the rest go
    on. Exit code 0: every page read; 1: a page refused or failed; 2: misuse.
    """
    from sayso.cli import pool, tasks
    from sayso.cli.log import Log, Refusals
    from sayso.cli.sink import Folder, Sink, Stream, same_file
    from sayso.cli.work import Plan

    if pages.count("-") > 1:
        raise typer.BadParameter("standard input can be read only once", param_hint="PAGE")
    many = tasks.names_many(pages)
    place = Path(out) if out is not None else None
    if explain is not None and form not in (None, "terminal"):
        raise typer.BadParameter("an explanation is text for people: leave out --format", param_hint="--explain")
    name = "terminal" if explain is not None else _format_name(form, place)
    to_folder = out is not None and (os.path.isdir(out) or out.endswith(("/", os.sep)))
    if place is not None and not to_folder and any(same_file(place, page) for page in pages):
        raise typer.BadParameter(f"{place} is a page to read", param_hint="--out")
    if name == "brat" and many and not to_folder:
        raise typer.BadParameter("brat needs a folder for several pages: add --out FOLDER/", param_hint="--format")
    total = tasks.count_pages(pages)
    if jobs is None:
        jobs = 1 if total is not None and total <= PAGES_IN_ONE_PROCESS else pool.cores()
    look = look_of(width, no_color=no_color, out=place)
    settings = Settings(private_addresses=allow_private)
    plan = Plan(
        name, look, settings, whole=to_folder or not many, as_is=as_is, explain=explain, profile=profile_of(profile)
    )
    failed = 0
    with ExitStack() as stack:
        log = stack.enter_context(Log(total, bar=many and (out is not None or not sys.stdout.isatty())))
        refusals = stack.enter_context(Refusals(rejected))
        encoding = look.encoding if name == "terminal" else "utf-8"
        stream = Stream(None if to_folder else place, format_of(name), whole=plan.whole, encoding=encoding)
        sink: Sink = Folder(place) if place is not None and to_folder else stream
        stack.enter_context(sink)
        for done in pool.run(tasks.tasks(pages, settings, log.say), plan, jobs=min(jobs, total or jobs)):
            sink.put(done)
            failed += not done.files
            refusals.put(done)
            log.tell(done)
        if many:
            log.summarise()
    if failed:
        raise typer.Exit(1)


def profile_of(asked: str) -> Profile:
    """Give the profile of this name.

    :raises typer.BadParameter: if there is none.
    """
    for name in PROFILES:
        if asked == name:
            return name
    raise typer.BadParameter(f"{asked!r} is none of: {', '.join(PROFILES)}", param_hint="--profile")


def _format_name(asked: str | None, out: Path | None) -> FormatName:
    """Give the format asked for, or the one that the output's name or kind suggests."""
    for name in NAMES:
        if asked == name:
            return name
    if asked is not None:
        raise typer.BadParameter(f"{asked!r} is none of: {', '.join(NAMES)}", param_hint="--format")
    if out is not None and out.name.lower().endswith(".prov.json"):
        return "prov-json"
    if out is not None:
        return _BY_SUFFIX.get(out.suffix.lower(), "jsonl")
    return "terminal" if sys.stdout.isatty() else "jsonl"
