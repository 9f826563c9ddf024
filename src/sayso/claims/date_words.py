"""The words by which news names times, and their values."""

from __future__ import annotations

from typing import Literal

Granularity = Literal["hour", "day", "week", "month", "season", "year", "decade", "century"]

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
WORDS_TOO = frozenset("mon tue wed thu fri sat sun jan mar apr may march jun jul aug sep oct nov dec feb".split())
"""Short forms and months that are words or names as well; they count beside a number or a word such as "in" only."""
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first month of each."""
PERIODS: dict[str, tuple[Granularity, int]] = {
    "day": ("day", 1), "days": ("day", 1), "week": ("week", 7), "weeks": ("week", 7), "month": ("month", 30),
    "months": ("month", 30), "year": ("year", 365), "years": ("year", 365), "decade": ("decade", 3652),
    "decades": ("decade", 3652), "hour": ("hour", 0), "hours": ("hour", 0), "minutes": ("hour", 0),
    "century": ("century", 36525), "centuries": ("century", 36525), "weekend": ("week", 7), "fortnight": ("week", 14),
    "night": ("day", 1), "nights": ("day", 1), "quarter": ("season", 91), "morning": ("day", 1), "evening": ("day", 1),
    "afternoon": ("day", 1),
}  # fmt: skip
LAST = frozenset("last past previous".split())
NEXT = frozenset("next coming following upcoming".split())
DAYS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "nowadays": 0,
}  # fmt: skip
OPENS = frozenset(
    "in on of by since until till before after during from through between to early late mid earlier later last"
    " next this"
    " the every each around about and or , ( this past".split()
)
AHEAD = frozenset(
    "will would shall 'll going next coming upcoming scheduled plans expected expects due set must".split()
)
PAST = frozenset("was were had did said told went came took made gave got left met saw found began held".split())
AHEAD_REACH = 10
"""How many words before a time its verb is sought."""
CENTURIES = dict(zip("sixteenth seventeenth eighteenth nineteenth twentieth".split(), range(16, 21), strict=True)) | {
    "twenty-first": 21
}
TRIGGERS = frozenset({*WEEKDAYS, *MONTHS, *SEASONS, *DAYS, *PERIODS, "noon", "midnight", "ago", "century", *CENTURIES})
FIRST_YEAR, LAST_YEAR = 1400, 2199
