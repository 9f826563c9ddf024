"""The grammar of times: one expression read from a token on.

A grammar of our own. dateparser 1.5 takes 7 ms for an expression and 8 ms to find them in a sentence; it takes "may"
and "sun" for dates and turns "2015" into a day of that year. What is needed here is an interval and how wide it is.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.claims.date_words import (
    AHEAD,
    AHEAD_REACH,
    CENTURIES,
    DAYS,
    FIRST_YEAR,
    LAST,
    LAST_YEAR,
    MONTHS,
    NEXT,
    OPENS,
    PAST,
    PERIODS,
    SEASONS,
    WEEKDAYS,
    WORDS_TOO,
    Granularity,
)
from sayso.claims.days import date_of
from sayso.claims.numerals import FEW, TENS, UNITS
from sayso.claims.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Found:
    """One expression of time.

    :param last: its last token.
    :param granularity, key, clock, relative: as in ``When``.
    :param days: first and last day; ``None`` where the day of publication would have to be known.
    :param first: its first token where that is not the one it was found by; else -1.
    """

    last: int
    granularity: Granularity
    key: str
    days: tuple[date, date] | None = None
    clock: int | None = None
    relative: bool = False
    first: int = -1


def looks_ahead(tokens: Tokens, place: int) -> bool:
    """Say whether the verb nearest before a time is one of what is to come: "will leave on Friday"."""
    for here in range(place - 1, max(-1, place - AHEAD_REACH), -1):
        word = tokens.words[here]
        if word in AHEAD:
            return True
        if word.endswith("ed") or word in PAST:
            return False
    return False


def found_at(tokens: Tokens, place: int, today: date | None, ahead: bool) -> Found | None:
    """Read the time that begins at a token, or lies around it.

    :param today: the day of publication.
    :param ahead: whether the statement looks ahead there.
    """
    word = tokens.words[place]
    if word[0].isdecimal():
        return _from_number(tokens, place, today, ahead)
    if word in DAYS:
        return _single(place, "day", word, today, DAYS[word])
    if word in WEEKDAYS:
        return _weekday(tokens, place, today, ahead)
    if word in MONTHS:
        return _month(tokens, place, today, ahead)
    if word in SEASONS:
        return _season(tokens, place, today)
    if word in LAST or word in NEXT or word in ("this", "earlier", "later"):
        return _around(tokens, place, today)
    if word in ("noon", "midnight"):
        return Found(place, "hour", word, clock=720 if word == "noon" else 0)
    if word in UNITS or word in TENS or word in FEW or word in ("a", "an"):
        return _ago(tokens, place, today)
    if word in CENTURIES and tokens.word(place + 1) == "century":
        return _century(place + 1, CENTURIES[word])
    return None


def _single(last: int, granularity: Granularity, key: str, today: date | None, shift: int) -> Found:
    day = shifted(today, shift)
    return Found(last, granularity, key, (day, day) if day else None, relative=True)


def shifted(day: date | None, days: int) -> date | None:
    """Give the day so many days from another; ``None`` beyond the calendar."""
    if day is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _from_number(tokens: Tokens, place: int, today: date | None, ahead: bool) -> Found | None:
    word, after = tokens.words[place], tokens.word(place + 1)
    if not word.isdecimal() or len(word) > 4:
        return None
    number = int(word)
    if len(word) == 4:
        return _iso(tokens, place) or _year(tokens, place, number)
    if tokens.word(place - 1) in ("'", "’", "‘") and after == "s" and number < 100:
        return _decade(place + 1, 1900 + number)
    clock = _clock(tokens, place, number)
    if clock is not None:
        return clock
    if after == "/" and tokens.joined(place + 1):
        return _slashes(tokens, place, number, today, ahead)
    month = place + 1
    if after in ("st", "nd", "rd", "th") and tokens.joined(month):
        month += 1
        if tokens.word(month) in ("century", "centuries") and number <= 22:
            return _century(month, number)
    if tokens.word(month) == "of":
        month += 1
    if tokens.word(month) in MONTHS and tokens.surface(month)[0].isupper() and 1 <= number <= 31:
        return _day_and_month(tokens, month, MONTHS[tokens.word(month)], number, today, ahead)
    if after in PERIODS:
        return _ago(tokens, place, today)
    return None


def _clock(tokens: Tokens, place: int, hour: int) -> Found | None:
    minutes, last = 0, place
    if tokens.word(place + 1) == ":" and tokens.joined(place + 1) and tokens.joined(place + 2):
        if not tokens.words[place + 2].isdecimal() or int(tokens.words[place + 2][:4]) > 59:
            return None
        minutes, last = int(tokens.words[place + 2]), place + 2
    half = tokens.word(last + 1)
    if half in ("a.m.", "p.m.", "am", "pm") and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
        last += 1
    elif (half == "o'clock" or last > place) and hour <= 23:
        last += half == "o'clock"
    else:
        return None
    return Found(last, "hour", f"{hour:02}:{minutes:02}", clock=hour * 60 + minutes)


def _iso(tokens: Tokens, place: int) -> Found | None:
    if tokens.words[place + 1 : place + 2] != ("-",) or tokens.word(place + 3) != "-" or not tokens.joined(place + 1):
        return None
    day = date_of("-".join((tokens.words[place], tokens.word(place + 2), tokens.word(place + 4))))
    return Found(place + 4, "day", day.isoformat(), (day, day)) if day else None


def _year(tokens: Tokens, place: int, year: int) -> Found | None:
    """Read four digits as a year; ``figures.py`` takes those beside a unit or hedge for a figure."""
    from sayso.claims.figures import counts_something

    if not FIRST_YEAR <= year <= LAST_YEAR or counts_something(tokens, place):
        return None
    if tokens.word(place + 1) in ("s", "'s") and tokens.joined(place + 1) and year % 10 == 0:
        return _decade(place + 1, year)
    if tokens.word(place + 1) in ("-", "–") and tokens.joined(place + 1) and tokens.joined(place + 2):
        other = tokens.words[place + 2]
        if other.isdecimal() and len(other) in (2, 4):
            until = int(other) if len(other) == 4 else year // 100 * 100 + int(other)
            if year < until <= LAST_YEAR:
                return Found(place + 2, "year", f"{year}-{until}", (date(year, 1, 1), date(until, 12, 31)))
    return Found(place, "year", str(year), (date(year, 1, 1), date(year, 12, 31)))


def _decade(last: int, year: int) -> Found:
    return Found(last, "decade", f"{year}s", (date(year, 1, 1), date(year + 9, 12, 31)))


def _century(last: int, number: int) -> Found | None:
    if not 1 <= number <= 22:
        return None
    days = (date(number * 100 - 99, 1, 1), date(number * 100, 12, 31))
    return Found(last, "century", f"{number}th century", days)


def _slashes(tokens: Tokens, place: int, number: int, today: date | None, ahead: bool) -> Found | None:
    """Read "3/16" and "3/16/2017" the American way, and "9/11" as the day it names."""
    other = tokens.word(place + 2)
    if not (tokens.joined(place + 2) and other.isdecimal() and 1 <= number <= 12 and len(other) <= 2):
        return None
    day, last, year = int(other), place + 2, None
    if tokens.word(place + 3) == "/" and tokens.word(place + 4).isdecimal() and len(tokens.word(place + 4)) in (2, 4):
        year = int(tokens.words[place + 4])
        year, last = year if year > 99 else year + (2000 if year < 50 else 1900), place + 4
    elif (number, day) == (9, 11):
        year = 2001
    elif number < day <= 10:
        return None  # "3/4" is as likely three quarters
    return _day(last, year, number, day, today, ahead)


def _weekday(tokens: Tokens, place: int, today: date | None, ahead: bool) -> Found | None:
    word = tokens.words[place]
    if word in WORDS_TOO and not (tokens.word(place + 1) == "." and tokens.word(place - 1) in OPENS):
        return None
    if not tokens.surface(place)[0].isupper():
        return None
    number = WEEKDAYS[word]
    name = next(key for key, value in WEEKDAYS.items() if value == number)
    before = tokens.word(place - 1)
    first = place - 1 if before in LAST or before in NEXT or before == "this" else place
    if tokens.word(place + 1) == "," and tokens.word(place + 2) in MONTHS:
        dated = _month(tokens, place + 2, today, ahead)
        if dated is not None and dated.granularity == "day":
            return Found(dated.last, "day", dated.key, dated.days, relative=dated.relative, first=first)
    last = place + 1 if tokens.word(place + 1) in ("night", "morning", "afternoon", "evening") else place
    if today is None:
        return Found(last, "day", name, relative=True, first=first)
    back = (today.weekday() - number) % 7
    later = before in NEXT or (ahead and before not in LAST)
    shift = (7 - back) % 7 if later else -back
    if back == 0 and before in LAST:
        shift = -7
    elif shift == 0 and before in NEXT:
        shift = 7
    day = shifted(today, shift)
    return Found(last, "day", name, (day, day) if day else None, relative=True, first=first)


def _month(tokens: Tokens, place: int, today: date | None, ahead: bool) -> Found | None:
    word = tokens.words[place]
    if not tokens.surface(place)[0].isupper():
        return None
    month = MONTHS[word]
    last = (
        place + 1 if tokens.word(place + 1) == "." and len(word) <= 4 and word not in ("may", "june", "july") else place
    )
    after = tokens.word(last + 1)
    number = int(after) if after.isdecimal() and len(after) <= 4 else 0
    if 1 <= number <= 31 and len(after) <= 2:
        return _day_and_month(tokens, last + 1, month, number, today, ahead)
    year_at = last + 2 if after in (",", "of") else last + 1
    year = tokens.word(year_at)
    if year.isdecimal() and len(year) == 4 and FIRST_YEAR <= int(year) <= LAST_YEAR:
        return _whole_month(year_at, int(year), month, relative=False)
    before = tokens.word(place - 1)
    if word in WORDS_TOO and (before not in OPENS or before in ("the", ",", "to")):
        return None
    first = place - 1 if before in LAST or before in NEXT or before == "this" else place
    if today is None:
        return Found(last, "month", f"month {month}", first=first, relative=True)
    year_of = today.year
    if before in NEXT or (ahead and before not in LAST):
        year_of += month < today.month or (before in NEXT and month == today.month)
    else:
        year_of -= month > today.month or (before in LAST and month == today.month)
    return _whole_month(last, year_of, month, relative=True, first=first)


def _whole_month(last: int, year: int, month: int, *, relative: bool, first: int = -1) -> Found:
    days = (date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return Found(last, "month", f"{year}-{month:02}", days, relative=relative, first=first)


def _day_and_month(tokens: Tokens, last: int, month: int, day: int, today: date | None, ahead: bool) -> Found | None:
    """Read the year behind a day and a month, and the second day of "March 3-5"."""
    if tokens.word(last + 1) in ("st", "nd", "rd", "th") and tokens.joined(last + 1):
        last += 1
    until = day
    if tokens.word(last + 1) in ("-", "–") and tokens.joined(last + 1) and tokens.joined(last + 2):
        other = tokens.words[last + 2]
        if other.isdecimal() and len(other) <= 2 and day < int(other) <= 31:
            until, last = int(other), last + 2
    year_at = last + 2 if tokens.word(last + 1) in (",", "of") else last + 1
    year = tokens.word(year_at)
    if year.isdecimal() and len(year) == 4 and FIRST_YEAR <= int(year) <= LAST_YEAR:
        return _day(year_at, int(year), month, day, today, ahead, until)
    return _day(last, None, month, day, today, ahead, until)


def _day(
    last: int, year: int | None, month: int, day: int, today: date | None, ahead: bool, until: int = 0
) -> Found | None:
    relative = year is None
    key = f"{month:02}-{day:02}"
    if year is None:
        if today is None:
            return Found(last, "day", key) if day <= calendar.monthrange(2024, month)[1] else None
        year = today.year
        gap = (month, day) > (today.month, today.day)
        # Half a year ahead at most, and that only where the statement looks ahead or the day is near.
        if gap and not ahead and (month - today.month) > 1:
            year -= 1
        elif not gap and ahead and today.month - month > 6:
            year += 1
        elif gap and ahead and month - today.month > 9:
            year -= 1
    try:
        days = date(year, month, day), date(year, month, max(day, until))
    except ValueError:
        return None
    return Found(last, "day", key if relative else days[0].isoformat(), days, relative=relative)


def _season(tokens: Tokens, place: int, today: date | None) -> Found | None:
    word, before = tokens.words[place], tokens.word(place - 1)
    year_at = place + 2 if tokens.word(place + 1) == "of" else place + 1
    year_word = tokens.word(year_at)
    named = year_word.isdecimal() and len(year_word) == 4 and FIRST_YEAR <= int(year_word) < LAST_YEAR
    if not named and not (before in LAST or before in NEXT or before == "this"):
        return None
    month = SEASONS[word]
    if named:
        return Found(year_at, "season", f"{word} {year_word}", _season_days(int(year_word), month))
    if today is None:
        return Found(place, "season", f"{before} {word}", relative=True, first=place - 1)
    year = today.year
    if before in LAST and month + 2 >= today.month:
        year -= 1
    elif before in NEXT and month < today.month:
        year += 1
    return Found(place, "season", f"{word} {year}", _season_days(year, month), relative=True, first=place - 1)


def _season_days(year: int, month: int) -> tuple[date, date]:
    after = date(year + (month > 9), (month + 2) % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)


def _around(tokens: Tokens, place: int, today: date | None) -> Found | None:
    """Read "last week", "this year", "next month", "the past two years", "earlier this week"."""
    word = tokens.words[place]
    if word in ("earlier", "later"):
        if tokens.word(place + 1) not in ("this", "last"):
            return None
        found = _around(tokens, place + 1, today)
        return found and Found(found.last, found.granularity, found.key, found.days, None, True, place)
    count, here = _count(tokens, place + 1)
    unit = PERIODS.get(tokens.word(here))
    if unit is None or (count is None and tokens.word(here).endswith("s")):
        return None
    granularity, width = unit
    noun = tokens.words[here]
    side = "last" if word in LAST else "next" if word in NEXT else "this"
    key = f"{side} {noun}" if count is None else f"{side} {count:g} {noun}"
    if today is None or granularity == "hour":
        return Found(here, granularity, key, relative=True)
    if count is not None:
        reach = int(min(count * width, 400_000))
        begin, end = (shifted(today, -reach), today) if side == "last" else (today, shifted(today, reach))
        return Found(here, granularity, key, (begin, end) if begin and end else None, relative=True)
    step = {"last": -1, "next": 1}.get(side, 0)
    return Found(here, granularity, key, _period(today, granularity, noun, step), relative=True)


def _count(tokens: Tokens, place: int) -> tuple[float | None, int]:
    """Read the number before a unit of time; the middle of the range for "few" and "several"."""
    word = tokens.word(place)
    if word in ("a", "an") and tokens.word(place + 1) in PERIODS:
        return 1.0, place + 1
    if word in ("a", "an"):
        place += 1
        word = tokens.word(place)
    value = UNITS.get(word, TENS.get(word))
    if value is None and word.isdecimal() and len(word) <= 4:
        value = float(word)
    if value is None and word in FEW:
        value = sum(FEW[word]) / 2 if word != "couple" else 2.0
    if value is None:
        return None, place
    place += 1
    if word in TENS and tokens.word(place) == "-" and tokens.word(place + 1) in UNITS:
        value += UNITS[tokens.word(place + 1)]
        place += 2
    return value, place + (tokens.word(place) == "of")


def _period(today: date, granularity: Granularity, noun: str, step: int) -> tuple[date, date] | None:
    """Give the calendar day, week, month or year that lies so many steps from a day."""
    if granularity == "day":
        day = shifted(today, step)
        return (day, day) if day else None
    if granularity == "week":
        monday = shifted(today, 7 * step - today.weekday())
        if monday is None:
            return None
        return (monday + timedelta(days=4 if noun == "weekend" else 0), monday + timedelta(days=6))
    if granularity == "month":
        months = today.year * 12 + today.month - 1 + step
        year, month = divmod(months, 12)
        return date(year, month + 1, 1), date(year, month + 1, calendar.monthrange(year, month + 1)[1])
    if granularity == "year":
        return date(today.year + step, 1, 1), date(today.year + step, 12, 31)
    width = {"season": 91, "decade": 3652}.get(granularity, 36525)
    begin, end = (shifted(today, width * step), today) if step < 0 else (today, shifted(today, width * max(step, 1)))
    return (begin, end) if begin and end else None


def _ago(tokens: Tokens, place: int, today: date | None) -> Found | None:
    """Read "two years ago", "a week earlier", "in three days"; a mere duration is no time."""
    count, here = _count(tokens, place)
    unit = PERIODS.get(tokens.word(here))
    if count is None or unit is None:
        return None
    granularity, width = unit
    after = tokens.word(here + 1)
    key = f"{count:g} {tokens.words[here].rstrip('s')}"
    if after == "ago":
        side, last, first = -1, here + 1, place
    elif after == "from" and tokens.word(here + 2) == "now":
        side, last, first = 1, here + 2, place
    else:
        return None
    if today is None or granularity == "hour":
        day = today
        return Found(last, "hour" if granularity == "hour" else granularity, f"{key} {after}",
                      (day, day) if day else None, relative=True, first=first)  # fmt: skip
    middle = shifted(today, side * int(min(count * width, 700_000)))
    slack = {"day": 0, "week": 3, "month": 15, "year": 182, "decade": 1826}.get(granularity, 18262)
    if not FEW.keys().isdisjoint(tokens.words[place:here]):
        slack = max(slack, int(min(count * width, 700_000)) // 2)
    begin, end = shifted(middle, -slack), shifted(middle, slack)
    return Found(
        last, granularity, f"{key} {after}", (begin, end) if begin and end else None, relative=True, first=first
    )
