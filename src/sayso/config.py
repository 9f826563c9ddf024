"""One frozen ``Settings``, read once at the edge and passed on explicitly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.version import __version__

Profile = Literal["accurate", "fast"]
"""Which of the shipped taggers reads.

- ``accurate``: finds most, for single pages.
- ``fast``: reads several times as many words a second and finds a little less, for masses of them.
"""
PROFILES: tuple[Profile, ...] = get_args(Profile)
PROJECT_URL = "https://sayso.example/bot"


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits for what is read and fetched. Units are in the names.

    :param size_max_bytes: a page larger than this is rejected, and its download stopped.
    :param words_min: a shorter text is not a report.
    :param languages: ISO 639-1 codes that a shipped model reads.
    :param timeout_s: what one page may take from first to last, robots.txt and redirects included.
    :param redirects_max: more than so many redirects, and the page is refused.
    :param private_addresses: allow fetching from private, loopback and link-local addresses.
    :param robots: ask each site's robots.txt first, and heed it.
    :param user_agent: what servers are told, and the name that robots.txt is searched for.
    """

    size_max_bytes: int = 20_000_000
    words_min: int = 40
    languages: tuple[str, ...] = ("en",)
    timeout_s: float = 20.0
    redirects_max: int = 8
    private_addresses: bool = False
    robots: bool = True
    user_agent: str = f"sayso/{__version__} (+{PROJECT_URL})"
