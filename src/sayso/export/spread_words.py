"""How a claim spread, in words: for the picture's descriptions, and for the terminal."""

from __future__ import annotations

from collections import defaultdict

from sayso.export.cited import date_words
from sayso.export.harmless import one_line
from sayso.schema import Origins, Passing, Spread, Station


def summary_of(spread: Spread, origins: Origins | None = None) -> str:
    """Say how many pages have it, when, and on how many origins they may rest."""
    pages = spread.pages
    outlets = {page.label.casefold() for page in pages}
    facts = [f"{counted(len(pages), 'page')} from {counted(len(outlets), 'outlet')}"]
    dated = [page.published for page in pages if page.published]
    if dated:
        first, last = date_words(dated[0][:10]), date_words(dated[-1][:10])
        facts.append(first if first == last else f"{first} to {last}")
    if undated := len(pages) - len(dated):
        facts.append(f"{undated:,} undated")
    copies = len({one.target for one in spread.passings if one.how == "copied"})
    if copies:
        facts.append(f"{counted(copies, 'page')} with copied words")
    if against := sum(page.against for page in pages):
        facts.append(f"{counted(against, 'page')} against it")
    if origins is not None:
        facts.append(origins_words(origins))
    return " · ".join(facts)


def origins_words(origins: Origins) -> str:
    """Say how many independent origins there are."""
    if origins.least == origins.most:
        return counted(origins.least, "independent origin")
    return f"{origins.least:,} to {counted(origins.most, 'independent origin')}"


def counted(count: int, noun: str) -> str:
    """Give ``1 page``, ``1,200 pages``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def station_words(station: Station) -> str:
    """Describe a station in a line."""
    if station.kind == "page":
        facts = [station.label or "a page without outlet", one_line(station.note), date_words(station.published)]
        return ", ".join(fact for fact in facts if fact)
    words = one_line(station.label) + ("" if station.named else ", unnamed")
    return f"{words}, {one_line(station.note)}" if station.note else words


def reach_of(spread: Spread) -> dict[str, int]:
    """Count the pages that each station leads to, directly or through others."""
    out: defaultdict[str, list[str]] = defaultdict(list)
    for passing in spread.passings:
        out[passing.source].append(passing.target)
    pages = {page.id for page in spread.pages}
    found = {}
    for station in spread.stations:
        seen: set[str] = set()
        edge = list(out[station.id])
        while edge:
            id = edge.pop()
            if id not in seen:
                seen.add(id)
                edge += out[id]
        found[station.id] = len((seen & pages) - {station.id})
    return found


def page_source(spread: Spread, page: Station) -> tuple[str, str]:
    """Say in a few words from whom a page has the claim.

    :return: how (``told``, ``cited``, ``copied``; ``none`` where it does not say), and the words.
    """
    into = [one for one in spread.passings if one.target == page.id]
    if not into:
        return "none", "names no source"
    names = {station.id: station.label for station in spread.stations}
    for how, words in (("copied", "words of {}"), ("cited", "citing {}")):
        found = [one for one in into if one.how == how]
        if found:
            return how, words.format(one_line(names[found[0].source]) or "another page")
    channels = list(dict.fromkeys(one.channel for one in into if one.channel))
    return "told", ", ".join(channels)


def reasons_of(spread: Spread, origins: Origins | None = None) -> list[str]:
    """Tell the whole spread, a sentence a page."""
    found = [summary_of(spread, origins) + "."]
    names = {station.id: station for station in spread.stations}
    into: defaultdict[str, list[Passing]] = defaultdict(list)
    for passing in spread.passings:
        into[passing.target].append(passing)
    for page in spread.pages:
        ways = [way_words(passing, into, names) for passing in into[page.id]]
        when = date_words(page.published)
        found.append(f"{when}: {page.label or 'a page without outlet'} {'; '.join(ways) or 'names no source'}.")
    return found


def way_words(passing: Passing, into: dict[str, list[Passing]], names: dict[str, Station]) -> str:
    """Say from whom, and from whom that one has it, back to an origin or a page."""
    steps: list[str] = []
    seen = {passing.target}
    step: Passing | None = passing
    while step is not None and len(steps) < 8:
        station = names[step.source]
        words = one_line(station.label) or "a page without outlet"
        if station.kind != "page" and not station.named:
            words += ", unnamed"
        steps.append(f"{words} ({step.channel})" if step.channel else words)
        if station.kind == "page" or station.id in seen:
            break
        seen.add(station.id)
        step = next(iter(into[station.id]), None)
    verb = {"told": "has it from", "cited": "cites", "copied": "has words of"}[passing.how]
    return f"{verb} {', who has it from '.join(steps)}"
