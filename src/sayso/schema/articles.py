"""A page that was read: the article, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sayso.schema.values import Reason


class Span(NamedTuple):
    """Half-open code-point offsets. A tuple rather than a dataclass: it sorts, and encodes as ``[start, end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words this span covers in ``text``."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Part of a page that is not the report.

    ``span`` points into the page as it was given (pasted text), never into ``article.text``.

    :param kind: what it is in a word or two, for example ``"share bar"`` or ``"related list"``.
    :param span: where it stands in the page as given.
    :param text: its words.
    """

    kind: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where one fact about an article came from, for example ``Found("published", "json-ld")``.

    :param fact: the name of a field of the article.
    :param where: the part of the page that gave it.
    """

    fact: str
    where: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news text and what its page says about it.

    :param text: the report: paragraphs joined by blank lines; fixed after reading.
    :param paragraphs: spans into ``text``, in order, without the blank lines.
    :param title: the headline.
    :param url: the address the page gives itself, else the one it was fetched from.
    :param publisher: the outlet.
    :param author: names joined by ``"; "``.
    :param section: the part of the outlet, such as "World News".
    :param published: ISO 8601, with time and offset only when the page gives them.
    :param language: ISO 639-1.
    :param id: what the caller names the article by; a line of a ``.jsonl`` file without one gets file and line.
    :param found: for each fact above, where it came from.
    :param furniture: what was left out of a pasted page.
    :param origins: for a pasted page, each paragraph's span in the page as given; else empty.
    """

    text: str
    paragraphs: tuple[Span, ...]
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    section: str | None = None
    published: str | None = None
    language: str | None = None
    id: str | None = None
    found: tuple[Found, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    origins: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A page we refuse, as a value: counted and explained, never an exception or ``None``.

    :param reason: one of a short list, to be counted by.
    :param detail: what was found, what was expected and, where there is one, what to do.
    :param page: the name, path or URL of the page, when it has one.
    """

    reason: Reason
    detail: str
    page: str | None = None
