"""The order in which statements were published, as far as their articles say."""

from __future__ import annotations

from datetime import UTC, datetime

from sayso.schema import Statement


def publication_order(statement: Statement) -> tuple[str, str, int, str]:
    """Give what sorts statements by time, those without a readable time last, and by place in their article.

    A time without a zone is taken as UTC, a day without a time as its noon.
    """
    start = min((span.start for span in statement.content), default=0)
    return _moment(statement.published), statement.article, start, statement.id


def _moment(published: str | None) -> str:
    written = (published or "").strip()[:40]
    try:
        found = datetime.fromisoformat(written)
        if len(written) == len("2024-01-31"):
            found = found.replace(hour=12)
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return "~"  # behind all digits
    return found.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")
