"""Read the date lines of news pages: "28th Feb 22 3:29 pm", "Updated: November 19, 2019 / 10:07 AM / CBS News".

A grammar of our own rather than ``dateparser`` (which trafilatura brings along), for three reasons: a date line
has to be told from a sentence that holds a date, which needs the tokens that are left over; a time or a zone that
the page does not give must not be made up; and ``dateparser`` takes a third of a second to import.

A date that can be read in two ways ("03/04/22") is a date line but gives no time, unless the caller knows which of day
and month comes first (``sayso.pages.day_order``): a wrong date is worse than none.
"12.11.2023" cannot: where dots are written, the day comes first.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import pairwise
from typing import Literal, NamedTuple

Order = Literal["day first", "month first"]
"""How "03/04/2024" is meant: 3 April or March 4th."""

_LENGTH_MAX = 160
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<month_number>\d\d?)-(?P<day>\d\d?)(?!\d)",
        rf"\b(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)?[ \-/.]?\s?{_MONTH},?[ \-/]?\s?"
        r"(?P<year>(?:19|20)\d\d|['’]?\d\d)(?![\d:])",
        rf"(?:\b|(?<=[a-z])){_MONTH} ?(?P<day>\d\d?)(?:st|nd|rd|th)?,? ?(?:at )?(?P<year>(?:19|20)\d\d)(?!\d)",
        rf"\b{_MONTH} ?(?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>['’]?\d\d)(?![\d:.]| ?[ap]\.?m)",
        r"\b(?P<year>(?:19|20)\d\d)[/.](?P<month_number>\d\d?)[/.](?P<day>\d\d?)(?!\d)",
        r"\b(?P<first>\d\d?)(?P<mark>[/.\-])(?P<second>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?!\d)",
        # Without a year: still a date line, though nothing to publish.
        rf"\b(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? {_MONTH}",
        rf"\b{_MONTH} ?(?P<day>\d\d?)(?:st|nd|rd|th)?(?!\d)",
        r"\b(?:\d+|an?|one|two|three|few) ?"
        r"(?:sec(?:ond)?s?|mins?|minutes?|hours?|hrs?|h|m|d|days?|weeks?|months?|years?) ago\b",
        r"\b(?:yesterday|today|just now)\b",
    )
)
_TIME = re.compile(
    r"(?<![\d:.])(?:(?P<hour>\d\d?)(?P<mark>[:.h])(?P<minute>\d\d)(?!\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"\s?(?P<half>[ap]\.?\s?m\b\.?)?|(?P<hour2>\d\d?)\s?(?P<half2>[ap]\.?m\b\.?))"
    r"(?:\s?(?P<zone>Z\b|[+\-]\d\d:?\d\d(?!\d)|\(?\b[A-Z]{2,4}\b(?:\s?[+\-]\s?\d\d?(?::\d\d)?)?))?",
    re.IGNORECASE,
)
_ISO_T = re.compile(r"(?<=\d)T(?=\d)")
_ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "wet": 0, "bst": 60, "wat": 60, "cet": 60, "cest": 120, "eet": 120, "cat": 120,
    "sast": 120, "eest": 180, "msk": 180, "eat": 180, "pkt": 300, "sgt": 480, "hkt": 480, "awst": 480, "jst": 540,
    "kst": 540, "acst": 570, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "est": -300, "edt": -240,
    "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "hst": -600,
}  # fmt: skip
"""Minutes east of Greenwich. IST (India, Ireland, Israel) and AST name several zones and give none."""
_DAYLIGHT = {"et": -300, "ct": -360, "mt": -420, "pt": -480}
"""US zones named without saying summer or winter: the date decides."""

_FILLER = frozenset(
    "published publish updated update posted post first last modified edited created added issued revised released "
    "live date time on at the of and by in as from to for since local ago am pm a m p "
    "st nd rd th min mins minute minutes read hours hour hrs h"
    " mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday"
    " admin administrator webmaster"
    " today yesterday just now noon midnight o'clock o clock".split()
)
# Cheap and first, since nearly every line of a page comes by here.
_MAY_HOLD_DATE = re.compile(
    r"\d[\W_]{0,3}(?:st|nd|rd|th)?[\W_]{0,3}(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\W{0,3}\d|"
    r"\d[/.\-]\d\d?[/.\-]\d|\bago\b|\A\W*(?:yesterday|today|just now)\W*\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’&.\-]*")
_LABEL = re.compile(r"\b(updated?|last|modified|revised|edited)\b", re.IGNORECASE)
_CHANGED = re.compile(r"(?:last )?(?:updated?|modified|revised|edited)\b", re.IGNORECASE)
_LABEL_FIRST = re.compile(r"\b(published|posted|created|first|issued|released)\b", re.IGNORECASE)


class DateLine(NamedTuple):
    """A line that says when the report was published or changed.

    :param published: ISO 8601, to the day or the minute, with an offset where the line gives one; or ``None``.
    :param updated: the line speaks of a change rather than of the first publication.
    :param undated: the line with bars in place of its date and time.
    """

    published: str | None
    updated: bool
    undated: str = ""


def date_line(line: str, order: Order | None = None) -> DateLine | None:
    """Read a line that is a date line, else give ``None``.

    :param order: which of day and month comes first where both are figures and may be either; ``None`` if not known.

    A line is one when it holds a date and every other word is a filler ("Updated", "at") or a name in capitals,
    eight names at most: "Reuters November 18, 2019 11:03 PM" is one, "He left on 18 November 2019." is not.
    """
    if len(line) > _LENGTH_MAX or not _MAY_HOLD_DATE.search(line):
        return None
    line = _ISO_T.sub(" ", line)
    # "Published 22:14, 19 July 2022 | Updated 22:31, 19 July 2022": the first part that holds a date counts.
    cuts = [0, *(label.start() for label in _CHANGED.finditer(line) if label.start() > 3), len(line)]
    dated = None
    start = end = 0
    for start, end in pairwise(cuts):
        dated = _first_date(line, start, end, order)
        if dated is not None:
            break
    if dated is None:
        return None
    match, day = dated
    time = _time_near(line, match, start, end)
    left = _blank(line, match, " ")
    undated = _blank(line, match, "|")
    if time is not None:
        left, undated = _blank(left, time, " "), _blank(undated, time, "|")
    left = _CHANGED.sub(lambda found: " " * len(found.group()), left)
    names = 0
    for word in _WORD.finditer(left):
        plain = word.group().strip(".'’-").lower()
        if plain in _FILLER or plain in _ZONES or plain in _DAYLIGHT or plain[:3] in _MONTHS:
            continue
        if not word.group()[0].isupper() and "." not in word.group():
            return None
        names += 1
    whole = line.rstrip()
    stopped = whole[-1] in ".!?" and (time is None or time.end() < len(whole))  # "11.08 a.m." ends no sentence
    if names > 8 or (names > 2 and stopped and not _LABEL_FIRST.search(line)):
        return None
    updated = _LABEL.search(line, start, match.start()) is not None and not _LABEL_FIRST.search(
        line, start, match.start()
    )
    return DateLine(_iso(day, time), updated, undated)


def of_publication(line: str) -> str:
    """Cut the date of a change that stands first: "Updated 13 May 2024 | Published 12 May 2024"."""
    later = _LABEL_FIRST.search(line, 8) if len(line) <= _LENGTH_MAX and _CHANGED.match(line) else None
    part = line if later is None else line[later.start() :]
    return part if later is not None and date_line(part) is not None else line


def _blank(line: str, match: re.Match[str], fill: str) -> str:
    return line[: match.start()] + fill * (match.end() - match.start()) + line[match.end() :]


def _first_date(line: str, start: int, end: int, order: Order | None) -> tuple[re.Match[str], date | None] | None:
    """Give the first date in ``line`` by the most telling form, with its day where that is certain."""
    for pattern in _DATES:
        match = pattern.search(line, start, end)
        if match is None:
            continue
        groups = match.groupdict()
        try:
            day = _day(groups, order)
        except ValueError:  # 31 February, month 13
            continue
        return match, day
    return None


def _day(groups: dict[str, str | None], order: Order | None) -> date | None:
    year_text = groups.get("year")
    if year_text is None:
        return None
    year_text = year_text.strip("'’")
    year = int(year_text) + (2000 if len(year_text) == 2 else 0)
    if (first := groups.get("first")) is not None:
        a, b = int(first), int(groups["second"] or 0)
        if a > 12:
            return date(year, b, a)
        if b > 12:
            return date(year, a, b)
        if groups["mark"] == "." and len(year_text) == 4:
            return date(year, b, a)  # where dots are written, the day comes first
        if a == b or order is not None:
            return date(year, a, b) if order == "month first" else date(year, b, a)
        return None
    named = groups.get("month")
    month = _MONTHS.index(named[:3].lower()) + 1 if named else int(groups["month_number"] or 0)
    return date(year, month, int(groups["day"] or 0))


def _time_near(line: str, day: re.Match[str], start: int, end: int) -> re.Match[str] | None:
    """Give the first time of day after the date, else the last before it."""
    before: re.Match[str] | None = None
    for match in _TIME.finditer(line, start, end):
        if match.start() < day.end() and match.end() > day.start():
            continue
        # "6.00" is a time only with am, pm or a zone beside it, or at the end of the line.
        if match["mark"] == "." and not (match["half"] or match["zone"] or not line[match.end() : end].strip()):
            continue
        if match.start() >= day.end():
            return match
        before = match
    return before


def _iso(day: date | None, time: re.Match[str] | None) -> str | None:
    if day is None:
        return None
    if time is None:
        return day.isoformat()
    hour, minute = int(time["hour"] or time["hour2"]), int(time["minute"] or 0)
    half = (time["half"] or time["half2"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 23 or minute > 59:
        return day.isoformat()
    moment = datetime(day.year, day.month, day.day, hour, minute)
    text = moment.isoformat(timespec="minutes")
    if time["second"] and int(time["second"]) < 60:
        text += f":{time['second']}"
    return text + _offset(time["zone"], day)


def _offset(zone: str | None, day: date) -> str:
    """Give "Z" or "+02:00" for a zone, and nothing for one that is not known or not certain."""
    if not zone:
        return ""
    zone = zone.strip("( ").replace(" ", "").lower()
    name = re.match(r"[a-z]*", zone)
    letters = name.group() if name else ""
    number = re.fullmatch(r"([+\-])(\d\d?):?(\d\d)?", zone[len(letters) :])
    if number is not None and letters in ("", "gmt", "utc"):
        sign = -1 if number[1] == "-" else 1
        minutes = sign * (int(number[2]) * 60 + int(number[3] or 0))
    elif letters in _ZONES:
        minutes = _ZONES[letters]
    elif letters in _DAYLIGHT:
        minutes = _DAYLIGHT[letters] + (60 if _us_summer(day) else 0)
    else:
        return ""
    if minutes == 0:
        return "Z"
    if abs(minutes) > 14 * 60:
        return ""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _us_summer(day: date) -> bool:
    """Second Sunday of March to first Sunday of November, the rule since 2007 (Energy Policy Act of 2005)."""
    march = next(d for d in (date(day.year, 3, n) for n in range(8, 15)) if d.weekday() == 6)
    november = next(d for d in (date(day.year, 11, n) for n in range(1, 8)) if d.weekday() == 6)
    return march <= day < november
