"""Stories and their articles as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.export.cited import outlet_words
from sayso.export.flat import Cell
from sayso.schema import StoryLine, StoryView

COLUMNS: dict[str, type] = {
    "story": str, "article": str, "published": str, "outlet": str, "title": str, "url": str, "author": str,
    "words": int, "copies": int,
}  # fmt: skip
LINE_COLUMNS: dict[str, type] = {
    "story": str, "title": str, "articles": int, "first": str, "last": str, "outlets": str,
}  # fmt: skip


def rows_of(view: StoryView) -> Iterator[dict[str, Cell]]:
    """Give one row an article; ``copies`` counts the articles of the story that it shares text with."""
    for entry in view.entries:
        yield {
            "story": view.story.id,
            "article": entry.id,
            "published": entry.published,
            "outlet": outlet_words(entry),
            "title": entry.title,
            "url": entry.url,
            "author": entry.author,
            "words": entry.words,
            "copies": sum(entry.id in (copy.left, copy.right) for copy in view.copies),
        }


def line_rows(lines: Sequence[StoryLine]) -> Iterator[dict[str, Cell]]:
    """Give one row a story."""
    for line in lines:
        yield {
            "story": line.story.id,
            "title": line.story.title,
            "articles": len(line.story.articles),
            "first": line.story.first,
            "last": line.story.last,
            "outlets": "; ".join(line.outlets),
        }
