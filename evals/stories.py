"""The constructed stories: articles, their readings, and the answers that were written down first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.claims.copies import copy_of
from sayso.claims.house_credits import credit_of
from sayso.claims.families import Families, families_of
from sayso.claims.statements import statements_of
from sayso.config import Profile
from sayso.paragraphs import paragraphs_of
from sayso.pipeline import attribute
from sayso.schema import Article, Copy, Entry, Reading, Statement

STORIES = Path(__file__).parent / "stories"


@dataclass(frozen=True)
class Story:
    """One story.

    :param articles: as the corpus would hold them, by id, with the readings.
    :param answer: see the readme of the stories.
    """

    name: str
    entries: dict[str, Entry]
    readings: dict[str, Reading]
    statements: dict[str, list[Statement]]
    copies: list[Copy]
    families: Families
    answer: dict[str, Any]

    @property
    def credits(self) -> dict[str, str]:
        """Give the agencies that articles say they are from."""
        publishers = {entry.publisher for entry in self.entries.values() if entry.publisher}
        found = {id: credit_of(e, self.readings[id].article.text, publishers) for id, e in self.entries.items()}
        return {id: credit for id, credit in found.items() if credit}

    def members(self, marks: Sequence[dict[str, str]]) -> list[Statement]:
        """Give the statements that hold the marked words.

        Several may: an attribution, and one nested in it.
        """
        found = {}
        for mark in marks:
            text = self.readings[mark["article"]].article.text
            start = text.index(mark["words"])
            end = start + len(mark["words"])
            for statement in self.statements[mark["article"]]:
                held = sum(max(0, min(end, s.end) - max(start, s.start)) for s in statement.content)
                if held >= 0.9 * (end - start):
                    found[statement.id] = statement
        return list(found.values())


def names() -> list[str]:
    """Give the names of the stories."""
    return sorted(path.parent.name for path in STORIES.glob("*/answer.json"))


def article_of(row: dict[str, Any]) -> Article:
    """Give an article of a story."""
    fields = {key: row[key] for key in ("id", "url", "title", "publisher", "author", "published", "text")}
    return Article(**fields, paragraphs=paragraphs_of(row["text"]))


def rows_of(name: str) -> list[dict[str, Any]]:
    """Give the articles of a story as they are written down."""
    return [json.loads(line) for line in (STORIES / name / "articles.jsonl").read_text("utf-8").splitlines()]


def story(name: str, profile: Profile) -> Story:
    """Read a story with one of the shipped taggers."""
    answer = json.loads((STORIES / name / "answer.json").read_text("utf-8"))
    readings = {row["id"]: attribute(article_of(row), profile=profile) for row in rows_of(name)}
    entries = {
        id: Entry(
            id=id,
            page=id,
            version=1,
            current=True,
            title=r.article.title,
            url=r.article.url,
            publisher=r.article.publisher,
            author=r.article.author,
            section=None,
            published=r.article.published,
            language="en",
            added="2026-01-01T00:00:00+00:00",
            words=len(r.article.text.split()),
            profile=profile,
        )
        for id, r in readings.items()
    }
    ids = sorted(entries)
    found = (
        copy_of(entries[a], readings[a].article.text, entries[b], readings[b].article.text)
        for i, a in enumerate(ids)
        for b in ids[i + 1 :]
    )
    return Story(
        name=name,
        entries=entries,
        readings=readings,
        statements={id: statements_of(entries[id], readings[id]) for id in entries},
        copies=[copy for copy in found if copy],
        families=families_of(answer["families"].items()),
        answer=answer,
    )
