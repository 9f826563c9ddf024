"""When, in a statement: "Monday", "last week", "on March 3", "by 2030", as days counted from the day of publication.

A grammar of our own. dateparser 1.5 reads one expression in about a millisecond and finds them in a sentence in ten; it
takes "may" and "sun" for dates and turns "2015" into a day of that year. What is needed here is an interval and how wide
it is.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sayso.claims.numerals import FEW, TENS, UNITS
from sayso.claims.tokens import Tokens, tokens_of
from sayso.schema import Span

Granularity = Literal["hour", "day", "week", "month", "season", "year", "decade", "century"]
Bound = Literal["in", "by", "before", "since", "after", "until", "for"]
"""How what is said lies to the time that is named: ``in`` it, ``by`` its end, ``before``, ``since``, ``after``, ``until``
it; ``for`` where it lasts as long."""

WEEKDAYS = {
    form: number
    for number, forms in enumerate(
        "monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|sunday sun".split(
            "|"
        )
    )
    for form in forms.split()
}
MONTHS = {
    form: number
    for number, forms in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
        "|november nov|december dec".split("|"),
        start=1,
    )
    for form in forms.split()
}
_WORDS_TOO = frozenset("mon tue wed thu fri sat sun jan mar apr may march jun jul aug sep oct nov dec feb".split())
"""Short forms and months that are words or names as well; they count beside a number or a word such as "in" only."""
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first month of each."""
_UNITS: dict[str, tuple[Granularity, int]] = {
    "day": ("day", 1), "days": ("day", 1), "week": ("week", 7), "weeks": ("week", 7), "month": ("month", 30),
    "months": ("month", 30), "year": ("year", 365), "years": ("year", 365), "decade": ("decade", 3652),
    "decades": ("decade", 3652), "hour": ("hour", 0), "hours": ("hour", 0), "minutes": ("hour", 0),
    "century": ("century", 36525), "centuries": ("century", 36525), "weekend": ("week", 7), "fortnight": ("week", 14),
    "night": ("day", 1), "nights": ("day", 1), "quarter": ("season", 91), "morning": ("day", 1), "evening": ("day", 1),
    "afternoon": ("day", 1),
}  # fmt: skip
_LAST = frozenset("last past previous".split())
_NEXT = frozenset("next coming following upcoming".split())
_DAYS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "nowadays": 0,
}  # fmt: skip
_BOUNDS: dict[str, Bound] = {
    "by": "by", "before": "before", "since": "since", "after": "after", "until": "until", "till": "until",
    "through": "until", "from": "since", "for": "for",
}  # fmt: skip
_OPENS = frozenset(
    "in on of by since until till before after during from through between to early late mid earlier later last next this"
    " the every each around about and or , ( this past".split()
)
_AHEAD = frozenset(
    "will would shall 'll going next coming upcoming scheduled plans expected expects due set must".split()
)
_PAST = frozenset("was were had did said told went came took made gave got left met saw found began held".split())
AHEAD_REACH = 10
"""How many words before a time its verb is sought."""
_CENTURIES = dict(zip("sixteenth seventeenth eighteenth nineteenth twentieth".split(), range(16, 21), strict=True)) | {
    "twenty-first": 21
}
_TRIGGERS = frozenset(
    {*WEEKDAYS, *MONTHS, *SEASONS, *_DAYS, *_UNITS, "noon", "midnight", "ago", "century", *_CENTURIES}
)
_FIRST_YEAR, _LAST_YEAR = 1400, 2199


@dataclass(frozen=True, slots=True)
class When:
    """One time that a statement names.

    :param span: where its words stand.
    :param words: those words.
    :param start, end: first and last day; ``None`` where the day of publication would have to be known.
    :param granularity: how wide it is.
    :param bound: how what is said lies to it.
    :param key: the expression without what only grammar asks, so that two that were not resolved can be compared.
    :param clock: minutes after midnight, for hours; ``None`` for the rest.
    :param relative: whether it was counted from the day of publication.
    """

    span: Span
    words: str
    start: date | None
    end: date | None
    granularity: Granularity
    bound: Bound = "in"
    key: str = ""
    clock: int | None = None
    relative: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    last: int
    granularity: Granularity
    key: str
    days: tuple[date, date] | None = None
    clock: int | None = None
    relative: bool = False
    first: int = -1


def day_of(published: str | None) -> date | None:
    """Read the day of publication; ``None`` for what is no date, or none that news has."""
    if not published:
        return None
    try:
        day = date.fromisoformat(published.strip()[:10])
    except ValueError:
        return None
    return day if 1600 <= day.year <= 2199 else None


def dates_in(text: str | Tokens, published: str | None = None) -> list[When]:
    """Find the times that a statement names, in order; they never overlap.

    :param published: the day of publication, ISO 8601; other forms are as good as none.
    """
    tokens = tokens_of(text)
    words = tokens.words
    if _TRIGGERS.isdisjoint(words) and not any(word[0].isdecimal() for word in words):
        return []
    today = day_of(published)
    out: list[When] = []
    place = 0
    while place < len(words):
        found = _found_at(tokens, place, today, looks_ahead(tokens, place))
        if found is None:
            place += 1
            continue
        first = found.first if found.first >= 0 else place
        bound, begin = _bound(tokens, first)
        span = tokens.span(begin, found.last)
        days = found.days
        out.append(
            When(
                span, span.of(tokens.text), days[0] if days else None, days[1] if days else None, found.granularity,
                bound, found.key, found.clock, found.relative,
            )
        )  # fmt: skip
        place = found.last + 1
    return out


def looks_ahead(tokens: Tokens, place: int) -> bool:
    """Say whether the verb nearest before a time is one of what is to come: "will leave on Friday"."""
    for here in range(place - 1, max(-1, place - AHEAD_REACH), -1):
        word = tokens.words[here]
        if word in _AHEAD:
            return True
        if word.endswith("ed") or word in _PAST:
            return False
    return False


def _bound(tokens: Tokens, first: int) -> tuple[Bound, int]:
    place = first - 1
    if tokens.word(place) == "the":
        place -= 1
    word = tokens.word(place)
    if word in _BOUNDS:
        return _BOUNDS[word], place
    if word in ("in", "on", "during", "at"):
        return "in", place
    return "in", first


def _found_at(tokens: Tokens, place: int, today: date | None, ahead: bool) -> _Found | None:
    word = tokens.words[place]
    if word[0].isdecimal():
        return _from_number(tokens, place, today, ahead)
    if word in _DAYS:
        return _single(place, "day", word, today, _DAYS[word])
    if word in WEEKDAYS:
        return _weekday(tokens, place, today, ahead)
    if word in MONTHS:
        return _month(tokens, place, today, ahead)
    if word in SEASONS:
        return _season(tokens, place, today)
    if word in _LAST or word in _NEXT or word in ("this", "earlier", "later"):
        return _around(tokens, place, today)
    if word in ("noon", "midnight"):
        return _Found(place, "hour", word, clock=720 if word == "noon" else 0)
    if word in UNITS or word in TENS or word in FEW or word in ("a", "an"):
        return _ago(tokens, place, today)
    if word in _CENTURIES and tokens.word(place + 1) == "century":
        return _century(place + 1, _CENTURIES[word])
    return None


def _single(last: int, granularity: Granularity, key: str, today: date | None, shift: int) -> _Found:
    day = _shifted(today, shift)
    return _Found(last, granularity, key, (day, day) if day else None, relative=True)


def _shifted(day: date | None, days: int) -> date | None:
    if day is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _from_number(tokens: Tokens, place: int, today: date | None, ahead: bool) -> _Found | None:
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
    if after in _UNITS:
        return _ago(tokens, place, today)
    return None


def _clock(tokens: Tokens, place: int, hour: int) -> _Found | None:
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
    return _Found(last, "hour", f"{hour:02}:{minutes:02}", clock=hour * 60 + minutes)


def _iso(tokens: Tokens, place: int) -> _Found | None:
    if tokens.words[place + 1 : place + 2] != ("-",) or tokens.word(place + 3) != "-" or not tokens.joined(place + 1):
        return None
    day = day_of("-".join((tokens.words[place], tokens.word(place + 2), tokens.word(place + 4))))
    return _Found(place + 4, "day", day.isoformat(), (day, day)) if day else None


def _year(tokens: Tokens, place: int, year: int) -> _Found | None:
    """Read four digits as a year; ``figures.py`` takes those beside a unit or hedge for a figure."""
    from sayso.claims.figures import counts_something

    if not _FIRST_YEAR <= year <= _LAST_YEAR or counts_something(tokens, place):
        return None
    if tokens.word(place + 1) in ("s", "'s") and tokens.joined(place + 1) and year % 10 == 0:
        return _decade(place + 1, year)
    if tokens.word(place + 1) in ("-", "–") and tokens.joined(place + 1) and tokens.joined(place + 2):
        other = tokens.words[place + 2]
        if other.isdecimal() and len(other) in (2, 4):
            until = int(other) if len(other) == 4 else year // 100 * 100 + int(other)
            if year < until <= _LAST_YEAR:
                return _Found(place + 2, "year", f"{year}-{until}", (date(year, 1, 1), date(until, 12, 31)))
    return _Found(place, "year", str(year), (date(year, 1, 1), date(year, 12, 31)))


def _decade(last: int, year: int) -> _Found:
    return _Found(last, "decade", f"{year}s", (date(year, 1, 1), date(year + 9, 12, 31)))


def _century(last: int, number: int) -> _Found | None:
    if not 1 <= number <= 22:
        return None
    days = (date(number * 100 - 99, 1, 1), date(number * 100, 12, 31))
    return _Found(last, "century", f"{number}th century", days)


def _slashes(tokens: Tokens, place: int, number: int, today: date | None, ahead: bool) -> _Found | None:
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


def _weekday(tokens: Tokens, place: int, today: date | None, ahead: bool) -> _Found | None:
    word = tokens.words[place]
    if word in _WORDS_TOO and not (tokens.word(place + 1) == "." and tokens.word(place - 1) in _OPENS):
        return None
    if not tokens.surface(place)[0].isupper():
        return None
    number = WEEKDAYS[word]
    name = next(key for key, value in WEEKDAYS.items() if value == number)
    before = tokens.word(place - 1)
    first = place - 1 if before in _LAST or before in _NEXT or before == "this" else place
    if tokens.word(place + 1) == "," and tokens.word(place + 2) in MONTHS:
        dated = _month(tokens, place + 2, today, ahead)
        if dated is not None and dated.granularity == "day":
            return _Found(dated.last, "day", dated.key, dated.days, relative=dated.relative, first=first)
    last = place + 1 if tokens.word(place + 1) in ("night", "morning", "afternoon", "evening") else place
    if today is None:
        return _Found(last, "day", name, relative=True, first=first)
    back = (today.weekday() - number) % 7
    later = before in _NEXT or (ahead and before not in _LAST)
    shift = (7 - back) % 7 if later else -back
    if back == 0 and before in _LAST:
        shift = -7
    elif shift == 0 and before in _NEXT:
        shift = 7
    day = _shifted(today, shift)
    return _Found(last, "day", name, (day, day) if day else None, relative=True, first=first)


def _month(tokens: Tokens, place: int, today: date | None, ahead: bool) -> _Found | None:
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
    if year.isdecimal() and len(year) == 4 and _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return _whole_month(year_at, int(year), month, relative=False)
    before = tokens.word(place - 1)
    if word in _WORDS_TOO and (before not in _OPENS or before in ("the", ",", "to")):
        return None
    first = place - 1 if before in _LAST or before in _NEXT or before == "this" else place
    if today is None:
        return _Found(last, "month", f"month {month}", first=first, relative=True)
    year_of = today.year
    if before in _NEXT or (ahead and before not in _LAST):
        year_of += month < today.month or (before in _NEXT and month == today.month)
    else:
        year_of -= month > today.month or (before in _LAST and month == today.month)
    return _whole_month(last, year_of, month, relative=True, first=first)


def _whole_month(last: int, year: int, month: int, *, relative: bool, first: int = -1) -> _Found:
    days = (date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return _Found(last, "month", f"{year}-{month:02}", days, relative=relative, first=first)


def _day_and_month(tokens: Tokens, last: int, month: int, day: int, today: date | None, ahead: bool) -> _Found | None:
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
    if year.isdecimal() and len(year) == 4 and _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return _day(year_at, int(year), month, day, today, ahead, until)
    return _day(last, None, month, day, today, ahead, until)


def _day(
    last: int, year: int | None, month: int, day: int, today: date | None, ahead: bool, until: int = 0
) -> _Found | None:
    relative = year is None
    key = f"{month:02}-{day:02}"
    if year is None:
        if today is None:
            return _Found(last, "day", key) if day <= calendar.monthrange(2024, month)[1] else None
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
    return _Found(last, "day", key if relative else days[0].isoformat(), days, relative=relative)


def _season(tokens: Tokens, place: int, today: date | None) -> _Found | None:
    word, before = tokens.words[place], tokens.word(place - 1)
    year_at = place + 2 if tokens.word(place + 1) == "of" else place + 1
    year_word = tokens.word(year_at)
    named = year_word.isdecimal() and len(year_word) == 4 and _FIRST_YEAR <= int(year_word) < _LAST_YEAR
    if not named and not (before in _LAST or before in _NEXT or before == "this"):
        return None
    month = SEASONS[word]
    if named:
        return _Found(year_at, "season", f"{word} {year_word}", _season_days(int(year_word), month))
    if today is None:
        return _Found(place, "season", f"{before} {word}", relative=True, first=place - 1)
    year = today.year
    if before in _LAST and month + 2 >= today.month:
        year -= 1
    elif before in _NEXT and month < today.month:
        year += 1
    return _Found(place, "season", f"{word} {year}", _season_days(year, month), relative=True, first=place - 1)


def _season_days(year: int, month: int) -> tuple[date, date]:
    after = date(year + (month > 9), (month + 2) % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)


def _around(tokens: Tokens, place: int, today: date | None) -> _Found | None:
    """Read "last week", "this year", "next month", "the past two years", "earlier this week"."""
    word = tokens.words[place]
    if word in ("earlier", "later"):
        if tokens.word(place + 1) not in ("this", "last"):
            return None
        found = _around(tokens, place + 1, today)
        return found and _Found(found.last, found.granularity, found.key, found.days, None, True, place)
    count, here = _count(tokens, place + 1)
    unit = _UNITS.get(tokens.word(here))
    if unit is None or (count is None and tokens.word(here).endswith("s")):
        return None
    granularity, width = unit
    noun = tokens.words[here]
    side = "last" if word in _LAST else "next" if word in _NEXT else "this"
    key = f"{side} {noun}" if count is None else f"{side} {count:g} {noun}"
    if today is None or granularity == "hour":
        return _Found(here, granularity, key, relative=True)
    if count is not None:
        reach = int(min(count * width, 400_000))
        begin, end = (_shifted(today, -reach), today) if side == "last" else (today, _shifted(today, reach))
        return _Found(here, granularity, key, (begin, end) if begin and end else None, relative=True)
    step = {"last": -1, "next": 1}.get(side, 0)
    return _Found(here, granularity, key, _period(today, granularity, noun, step), relative=True)


def _count(tokens: Tokens, place: int) -> tuple[float | None, int]:
    """Read the number before a unit of time; the middle of the range for "few" and "several"."""
    word = tokens.word(place)
    if word in ("a", "an") and tokens.word(place + 1) in _UNITS:
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
        day = _shifted(today, step)
        return (day, day) if day else None
    if granularity == "week":
        monday = _shifted(today, 7 * step - today.weekday())
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
    begin, end = (_shifted(today, width * step), today) if step < 0 else (today, _shifted(today, width * max(step, 1)))
    return (begin, end) if begin and end else None


def _ago(tokens: Tokens, place: int, today: date | None) -> _Found | None:
    """Read "two years ago", "a week earlier", "in three days"; a mere duration is no time."""
    count, here = _count(tokens, place)
    unit = _UNITS.get(tokens.word(here))
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
        return _Found(last, "hour" if granularity == "hour" else granularity, f"{key} {after}",
                      (day, day) if day else None, relative=True, first=first)  # fmt: skip
    middle = _shifted(today, side * int(min(count * width, 700_000)))
    slack = {"day": 0, "week": 3, "month": 15, "year": 182, "decade": 1826}.get(granularity, 18262)
    if not FEW.keys().isdisjoint(tokens.words[place:here]):
        slack = max(slack, int(min(count * width, 700_000)) // 2)
    begin, end = _shifted(middle, -slack), _shifted(middle, slack)
    return _Found(
        last, granularity, f"{key} {after}", (begin, end) if begin and end else None, relative=True, first=first
    )
