"""``sayso add``: pages into the corpus."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.log import echo
from sayso.cli.read import PAGES_IN_ONE_PROCESS, profile_of
from sayso.cli.store_option import StoreOption, open_store
from sayso.config import Settings

if TYPE_CHECKING:
    from sayso.cli.adding import Intake, Outcome
    from sayso.cli.log import Log, Refusals
    from sayso.cli.tally import Tally
    from sayso.store.store import Store

ADD_EXAMPLES = """\b
Examples:
  sayso add examples
  sayso add https://news.example/politics/bridge-closed
  sayso add crawl.warc.gz articles.jsonl.gz --jobs 8
  sayso add --store postgresql://me@localhost/news pages/*.html"""


def add(
    pages: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PAGE",
            help="A file, folder or URL, - for standard input, or .jsonl[.gz] or .warc[.gz].",
            show_default=False,
        ),
    ] = None,
    store: StoreOption = None,
    profile: Annotated[
        str, typer.Option("--profile", "-p", metavar="PROFILE", help="fast, or accurate, which takes longer.")
    ] = "fast",
    as_is: Annotated[bool, typer.Option("--as-is", help="The input is the report's text itself, not a page.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, metavar="N", help="Processes. [default: one per core; one for up to 8 pages]"
        ),
    ] = None,
    match: Annotated[
        bool,
        typer.Option(
            "--match/--no-match", help="Hold what is new against the rest, or leave that to the next `sayso add`."
        ),
    ] = True,
    rejected: Annotated[
        Path | None, typer.Option("--rejected", metavar="FILE", help="Write refused pages and why here, as JSONL.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and local addresses too.")
    ] = False,
) -> None:
    """Read pages and keep them in the corpus, with the bytes they came in.

    What is there already is not read again, so a run that was stopped simply goes on when it is started again. A page
    with another text than before becomes a new version beside the old. Without a PAGE, articles that wait to be held
    against the rest are.

    Exit code 0: every page added or there already; 1: a page refused or failed; 2: misuse.
    """
    from sayso.cli import pool, tasks
    from sayso.cli.adding import Intake
    from sayso.cli.log import Log, Refusals
    from sayso.cli.tally import Tally

    pages = pages or []
    if pages.count("-") > 1:
        raise typer.BadParameter("standard input can be read only once", param_hint="PAGE")
    intake = Intake(Settings(private_addresses=allow_private), store, profile_of(profile), as_is)
    total = tasks.count_pages(pages)
    if jobs is None:
        jobs = 1 if total is not None and total <= PAGES_IN_ONE_PROCESS else pool.cores()
    with ExitStack() as stack:
        opened = stack.enter_context(open_store(store, create=True))
        with Log(total, bar=bool(pages) and total != 1) as log, Refusals(rejected) as refusals:
            tally = Tally(opened, lambda outcome, _: _tell(outcome, log, refusals))
            _read(pages, intake, tally, log, jobs=min(jobs, total or jobs))
        _say(tally, pages)
        matched = match_waiting(opened) if match else None
        tell_where(opened, matched)
    if tally.bad:
        raise typer.Exit(1)


def _read(pages: list[str], intake: Intake, tally: Tally, log: Log, *, jobs: int) -> None:
    from sayso.cli import pool, tasks

    if not pages:
        return
    outcomes = pool.run(tasks.tasks(pages, intake.settings, log.say), intake, jobs=jobs)
    try:
        for outcome in outcomes:
            tally.put(outcome)
        tally.flush()
    except KeyboardInterrupt:
        tally.flush()
        log.say(f"sayso: stopped; {tally.in_all:,} pages are done. The same command goes on with the rest.")
        raise


def _tell(outcome: Outcome, log: Log, refusals: Refusals) -> None:
    log.tell(outcome)
    refusals.put(outcome)


def _say(tally: Tally, pages: list[str]) -> None:
    if not pages:
        return
    for name, added in tally.versions:
        entry = added.entry
        echo(f"{name}: version {entry.version}, now {entry.id}")
    for line in tally.summary():
        echo(line)


def match_waiting(store: Store) -> int:
    """Hold what was added against the rest, with a bar.

    :return: how many articles.
    """
    from sayso.cli.progress import Bar

    with Bar("Matching") as bar:
        try:
            return store.match(bar.tell)
        except KeyboardInterrupt:
            echo("sayso: stopped while matching; `sayso add` goes on with it.", err=True)
            raise


def tell_where(store: Store, matched: int | None) -> None:
    """Say what the corpus now holds, and what can be done with it."""
    from sayso.store.counting import waiting

    held, left = waiting(store)
    if matched:
        echo(f"{matched:,} held against the rest")
    if left:
        echo(f"{left:,} still to be held against the rest: `sayso add` does it")
    echo(f"{store.place!s} has {held:,} article{'' if held == 1 else 's'}.")
    if held:
        echo("Go on with: sayso search WORDS, sayso who NAME, sayso status")
