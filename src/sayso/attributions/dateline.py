"""The dateline that agency copy opens with: "ZELNIK, June 21 (Concord) - ". It is no part of what anybody says."""

from __future__ import annotations

import re

from sayso.schema import Span

_DATELINE = re.compile(
    r"[A-Z][A-Z.'’\- /]{2,40}(?:,\s[A-Z][\w. ]{1,24})?"  # place, and state or country
    r"(?:,\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2})?"
    r"\s?(?:\([A-Z][\w .&/-]{1,40}\))?\s?[-–—]{1,2}\s"
)


def after_dateline(text: str, paragraph: Span) -> Span:
    """Give the paragraph without its dateline."""
    match = _DATELINE.match(text, paragraph.start, paragraph.end)
    return paragraph if match is None else Span(match.end(), paragraph.end)
