"""Which of day and month comes first in "03/04/2024", as far as a page tells.

In this order: another date of the page that only one reading agrees with; other dates in figures that leave no choice
("13/04/2024"); the language and country that the page names, as long as they agree. Else nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.pages.datelines import Order
from sayso.pages.timestamps import timestamp

_FIGURES = re.compile(r"(?<![\d/.\-])(\d\d?)([/\-])(\d\d?)\2(?:(?:19|20)\d\d|\d\d)(?![\d/])")
_DAY_FIRST_ENGLISH = frozenset("gb uk ie au nz in pk bd lk za ng ke gh tz ug zw mt jm tt sg my hk".split())
_DAY_FIRST = frozenset("de fr es it pt nl da nb no nn sv fi pl cs sk ro el ru uk tr id ms vi th".split())
_COUNTRIES = frozenset("uk ie au nz in za ng ke de fr es it pt nl dk no se fi pl be at ch".split())
"""Country domains whose pages write the day first. ``io``, ``co`` and the like are no countries' any more."""
_MONTH_FIRST_DOMAINS = frozenset(("us", "gov", "mil"))
_ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)(?:[/-](\d\d?))?(?=[/\-]|\Z)")
_BOTH: tuple[Order, Order] = ("day first", "month first")


@dataclass(frozen=True, slots=True)
class DayReader:
    """Reads times of one page.

    :param order: what the page's other dates in figures, its language and its country say.
    :param changed: when it was last changed, as ISO 8601; empty where that is not known.
    :param address: "2024-04" or "2024-04-03" out of its address, or empty.
    """

    order: Order | None = None
    changed: tuple[str, ...] = ()
    address: str = ""

    def read(self, value: str) -> str | None:
        """Read one time, as ``timestamp`` does."""
        sure = timestamp(value)
        if sure is not None:
            return sure
        first, second = (timestamp(value, order) for order in _BOTH)
        if first is None or second is None or first == second:
            return None
        known = [day[:10] for day in self.changed] + [self.address] * bool(self.address)
        agree = [one for one in (first, second) if any(one.startswith(day) for day in known)]
        if len(agree) == 1:
            return agree[0]
        # What is published after its last change is not.
        possible = [one for one in (first, second) if not self.changed or one[:10] <= max(self.changed)[:10]]
        if len(possible) == 1:
            return possible[0]
        return None if self.order is None else (first if self.order == "day first" else second)


def order_of(texts: Iterable[str], locales: Sequence[str], host: str) -> Order | None:
    """Say which comes first.

    :param texts: lines and values of the page that may hold dates in figures.
    :param locales: "en-GB", "en_US", as the page gives them.
    :param host: where it stands on the web, or an empty text.
    """
    said = {order for text in texts for order in _orders_in(text)}
    if not said:
        said = {order for locale in locales if (order := _of_locale(locale)) is not None}
        end = host.rsplit(".", 1)[-1].lower()
        if end in _COUNTRIES:
            said.add("day first")
        elif end in _MONTH_FIRST_DOMAINS:
            said.add("month first")
    return said.pop() if len(said) == 1 else None


def address_day(address: str) -> str:
    """Give the month or day that an address holds, as ISO 8601, else an empty text."""
    found = _ADDRESS_DAY.search(address)
    if found is None or not 1 <= int(found[2]) <= 12:
        return ""
    month = f"{found[1]}-{int(found[2]):02}"
    return f"{month}-{int(found[3]):02}" if found[3] and 1 <= int(found[3]) <= 31 else month


def _orders_in(text: str) -> Iterable[Order]:
    for found in _FIGURES.finditer(text[:400]):
        first, second = int(found[1]), int(found[3])
        if first > 12 >= second > 0:
            yield "day first"
        elif second > 12 >= first > 0 and second <= 31:
            yield "month first"


def _of_locale(locale: str) -> Order | None:
    language, _, country = locale.strip().lower().replace("_", "-").partition("-")
    country = country.split("-")[-1].split(".")[0]
    if language == "en":
        return "month first" if country == "us" else "day first" if country in _DAY_FIRST_ENGLISH else None
    return "day first" if language in _DAY_FIRST and country != "us" else None
