"""``sayso watch``: feeds into the corpus, round after round."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.log import echo
from sayso.cli.store_option import StoreOption, open_store

if TYPE_CHECKING:
    from sayso.cli.adding import Intake
    from sayso.cli.rounds import Manners, Round
    from sayso.store.store import Store
    from sayso.store.watching import Watched

WATCH_EXAMPLES = """\b
A feed is RSS, Atom, JSON Feed, a site map, or a list of feeds: OPML, or a
file with an address a line. What is named once is remembered.
\b
Examples:
  sayso watch https://news.example/feed.xml feeds.opml
  sayso watch --every 30
  sayso watch --list
  sayso watch --forget https://news.example/feed.xml
  */15 * * * *  sayso watch --once          (in a crontab)"""
_SLEEP_MAX_S = 60.0


def watch(
    feeds: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FEED",
            help="An address, or a file that lists some. [default: those remembered]",
            show_default=False,
        ),
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="One round over the feeds that are due, then stop.")] = False,
    every: Annotated[
        int, typer.Option("--every", min=1, max=10_080, metavar="MINUTES", help="Between two looks at a feed.")
    ] = 15,
    items: Annotated[
        int, typer.Option("--items", min=1, metavar="N", help="Of one feed in one round; the rest wait for the next.")
    ] = 100,
    pause: Annotated[
        float,
        typer.Option("--pause", min=0.0, max=3_600.0, metavar="SECONDS", help="Between two requests to a host."),
    ] = 1.0,
    list_feeds: Annotated[bool, typer.Option("--list", help="Show the feeds that are remembered, and stop.")] = False,
    forget: Annotated[
        list[str] | None,
        typer.Option("--forget", metavar="FEED", help="Follow it no longer; its articles stay.", show_default=False),
    ] = None,
    store: StoreOption = None,
    profile: Annotated[
        str, typer.Option("--profile", "-p", metavar="PROFILE", help="fast, or accurate, which takes longer.")
    ] = "fast",
    match: Annotated[bool, typer.Option("--match/--no-match", help="Hold what is new against the rest.")] = True,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and local addresses too.")
    ] = False,
) -> None:
    """Follow feeds: ask them now and then, and add what they name that is new or has changed.

    Servers are asked whether there is anything new, not sooner than they wish, one page at a time. A feed that fails is
    asked again later and later; the others go on.

    Exit code of --once: 0: every feed that was due was had; 1: some were not; 2: misuse.
    """
    from sayso.cli.adding import Intake
    from sayso.cli.read import profile_of
    from sayso.cli.rounds import Manners, addresses_of
    from sayso.config import Settings
    from sayso.errors import InputError
    from sayso.store import watching

    intake = Intake(Settings(private_addresses=allow_private), store, profile_of(profile))
    named = addresses_of(feeds or [])
    with open_store(store, create=bool(named)) as opened:
        if forget:
            _forget(opened, addresses_of(forget))
            if not named and not once and not list_feeds:
                return
        with opened.writing() as connection:
            watching.remember(connection, named)
            known = watching.watched(connection)
        if list_feeds:
            _list(known)
            return
        if not known:
            raise InputError("no feed is remembered", hint="name one: sayso watch https://…/feed.xml")
        manners = Manners(pause, items, 0 if once else every * 60)
        if once:
            problems = _round(opened, intake, manners, match=match)
            if problems:
                raise typer.Exit(1)
            return
        _follow(opened, intake, manners, match=match)


def _follow(store: Store, intake: Intake, manners: Manners, *, match: bool) -> None:
    from sayso.errors import StoreBusy, StoreUnreachable

    echo("Ctrl-C stops; `sayso watch` goes on where it was.", err=True)
    try:
        while True:
            try:
                _round(store, intake, manners, match=match)
            except (StoreBusy, StoreUnreachable) as error:
                echo(f"sayso: {error.message}; the next round tries again", err=True)
                time.sleep(_SLEEP_MAX_S)
            _sleep(store)
    except KeyboardInterrupt:
        echo("sayso: stopped", err=True)
        raise


def _round(store: Store, intake: Intake, manners: Manners, *, match: bool) -> bool:
    """Go round once, and say what came of it.

    :return: whether there were problems.
    """
    from sayso.cli.add import match_waiting
    from sayso.cli.progress import Bar
    from sayso.cli.rounds import Round

    bar = Bar("Fetching")
    one = Round(store, intake, manners, bar.tell)
    try:
        with bar:
            one.run()
    finally:
        _say(one)
    if match:
        match_waiting(store)
    return bool(one.report.problems)


def _say(one: Round) -> None:
    for url, problem in one.report.problems:
        echo(f"sayso: {url}: {problem}", err=True)
    for name, added in one.tally.versions:
        entry = added.entry
        echo(f"{name}: version {entry.version}, now {entry.id}")
    when = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    for number, line in enumerate(one.summary()):
        echo(f"{when if number == 0 else '':{len(when)}}  {line}")


def _sleep(store: Store) -> None:
    """Wait until the next feed is due, and look now and then whether that has changed."""
    from sayso.store import watching

    while True:
        with store.reading_connection() as connection:
            due = watching.next_due(connection)
        if due is None:
            echo("sayso: no feed is followed any more", err=True)
            raise typer.Exit(1)
        left_s = (datetime.fromisoformat(due) - datetime.now(UTC)).total_seconds() if due else 0.0
        if left_s <= 0:
            return
        time.sleep(min(left_s + 0.5, _SLEEP_MAX_S))


def _forget(store: Store, urls: list[str]) -> None:
    from sayso.errors import NotFound
    from sayso.store import watching

    with store.writing() as connection:
        for url in urls:
            if not watching.forget(connection, url):
                raise NotFound(f"{url} is not remembered", hint="`sayso watch --list` shows what is")
    for url in urls:
        echo(f"{url} is followed no longer; its articles stay.")


def _list(known: list[Watched]) -> None:
    for one in known:
        echo(one.url)
        state = f"last asked {one.checked}" if one.checked else "not asked yet"
        echo(f"    {one.title}; {state}" if one.title else f"    {state}")
        if one.problem:
            echo(f"    problem: {one.problem}")
    echo(f"{len(known)} feed{'' if len(known) == 1 else 's'}")
