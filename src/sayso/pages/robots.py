"""What a site's robots.txt lets us read.

Parsing and matching are Protego's (wildcards, longest match; linear in the file's size). What an answer means when it
is not a plain 200 is here. Source: RFC 9309, section 2.3.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protego import Protego

SIZE_MAX_BYTES = 512_000
"""What follows is not read; RFC 9309, section 2.5, asks for 500 KiB at least."""
REDIRECTS_MAX = 5
"""RFC 9309, section 2.3.1.2: at least five; after that the file counts as absent."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site.

    :param rules: ``None`` where one answer holds for every page.
    :param why: the reason for that one answer, or where the rules came from.
    """

    rules: Protego | None
    allows_all: bool
    why: str

    def allows(self, url: str, user_agent: str) -> bool:
        """Tell whether a page may be read by the product that a User-Agent header names first."""
        if self.rules is None:
            return self.allows_all
        return self.rules.can_fetch(url, product_of(user_agent))

    def delay_s(self, user_agent: str) -> float | None:
        """Give the pause between two requests that the site asks for, if it asks for one."""
        if self.rules is None:
            return None
        product = product_of(user_agent)
        rate = self.rules.request_rate(product)
        pauses = [self.rules.crawl_delay(product), rate.seconds / rate.requests if rate and rate.requests else None]
        return max((float(pause) for pause in pauses if pause is not None), default=None)


def robots_of(status: int, body: bytes, where: str) -> Robots:
    """Make the rules out of the answer to a request for robots.txt.

    :param status: the last answer's, after redirects.
    :param body: at most ``SIZE_MAX_BYTES``; only read for a 2xx.
    :param where: the address of the file, for messages.
    """
    if 200 <= status < 300:
        from protego import Protego

        return Robots(Protego.parse(body[:SIZE_MAX_BYTES].decode("utf-8-sig", "replace")), True, where)
    if 400 <= status < 500 or 300 <= status < 400:
        return Robots(None, True, f"{where} answered {status}, so there are no rules")
    return unreachable(f"{where} answered {status}")


def unreachable(why: str) -> Robots:
    """Forbid everything: a site whose rules cannot be had for now must be left alone (RFC 9309, section 2.3.1.4)."""
    return Robots(None, False, f"{why}, and a site whose rules cannot be read must be left alone")


def product_of(user_agent: str) -> str:
    """Give the product token that robots.txt groups are matched by: ``sayso`` for ``sayso/1.0 (+https://…)``."""
    token = re.match(r"[A-Za-z_-]+", user_agent)
    return token.group().lower() if token else "*"
