"""A statement of the corpus in a few words: who says it, through whom it came, where and when it stood."""

from __future__ import annotations

from urllib.parse import urlsplit

from sayso.export.dates import spoken
from sayso.export.harmless import one_line
from sayso.export.look import Look
from sayso.export.rows import shorten
from sayso.export.tellers import AUTHOR, NOBODY
from sayso.schema import Entry, Statement, Teller

OWN_WORD = "the report’s own word"


def teller_words(teller: Teller) -> str:
    """Name a teller with role and affiliation, and say so where there is no name."""
    if teller.name == AUTHOR:
        return "the author"
    words = [one_line(teller.name)]
    if not teller.named:
        words.append("unnamed")
    for fact in (teller.role, teller.affiliation):
        if fact and one_line(fact).casefold() not in ", ".join(words).casefold():
            words.append(one_line(fact))
    return ", ".join(words)


def speaker_words(statement: Statement) -> str:
    """Say whose word a statement is."""
    if statement.speaker is not None:
        return teller_words(statement.speaker)
    return OWN_WORD if statement.form == "unsourced" else NOBODY


def chain_words(statement: Statement) -> list[str]:
    """Give the way from the origin to the outlet, one teller a step, with the channel in brackets."""
    steps = [speaker_words(statement)] if not statement.chain else []
    for number, teller in enumerate(reversed(statement.chain)):
        words = teller_words(teller) if number == 0 else one_line(teller.name)
        steps.append(f"{words} ({teller.channel})" if teller.channel else words)
    outlet = outlet_words(statement)
    return steps if steps and steps[-1] == outlet else [*steps, outlet]


def quoted(text: str, look: Look, most: int) -> str:
    """Give the words of a statement in quotation marks, unless it brings its own.

    :param most: characters; what is longer is cut at a word.
    """
    words = look.fit(text)
    if any(mark in words for mark in '“”"„«»'):
        return shorten(words, most)
    return ('"{}"' if look.plain else "“{}”").format(shorten(words, most))


def outlet_words(of: Statement | Entry) -> str:
    """Name the outlet: the publisher, or the host of the page."""
    if of.publisher and of.publisher.strip():
        return one_line(of.publisher)
    try:
        host = urlsplit(of.url or "").hostname
    except ValueError:
        host = None
    return host.removeprefix("www.") if host else "a page without outlet"


def date_words(published: str | None) -> str:
    """Give the date for people, or say that there is none."""
    return spoken(published.strip()) if published and published.strip() else "undated"
