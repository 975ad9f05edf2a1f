"""Calendar arithmetic: days, weeks, months and years as intervals, and which of several readings of a date is meant.

An interval is a pair of days, both inclusive; weeks are ISO weeks, Monday to Sunday. Nothing here looks at tokens.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

Day = datetime.date
Interval = tuple[Day, Day]

_THIRDS = ((1, 10), (11, 20), (21, 31))
# A date without a year that passed longer ago than this is taken for the coming one when that is near: papers write the year of old dates.
_OLD, _NEAR = 240, 100
_JUST_AHEAD = 3  # days: "Oct. 26" printed on the 25th is tomorrow's date whatever the tense


class Looks(Protocol):
    """Tells where the clause of an expression looks: "past", "future" or "" when it does not say."""

    def __call__(self) -> str: ...


@dataclass
class Context:
    """What an expression is counted from: the publication day, what the text named before, and the tense of its clause (asked for only when needed)."""

    reference: Day | None
    anchor: Interval | None  # the last interval of any size the text named
    anchor_day: Day | None  # the last single day
    beside: Interval | None  # the last interval of the same sentence
    looks: Looks
    told_of: int | None = None  # the year of a date without one, in a text that tells of years past

    @cached_property
    def tense(self) -> str:
        return self.looks()


def one_day(day: Day) -> Interval:
    return day, day


def days_from(day: Day, count: int) -> Day:
    return day + datetime.timedelta(days=count)


def week_of(day: Day) -> Interval:
    monday = days_from(day, -day.weekday())
    return monday, days_from(monday, 6)


def month_of(year: int, month: int) -> Interval:
    return Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1])


def third_of(interval: Interval, third: int) -> Interval:
    """Return the early, mid or late part (1, 2, 3) of a month: days 1-10, 11-20, 21 to the end."""
    first, last = _THIRDS[third - 1]
    return interval[0].replace(day=first), interval[0].replace(day=min(last, interval[1].day))


def quarter_of(year: int, quarter: int) -> Interval:
    return Day(year, quarter * 3 - 2, 1), month_of(year, quarter * 3)[1]


def half_of(year: int, half: int) -> Interval:
    return Day(year, half * 6 - 5, 1), month_of(year, half * 6)[1]


def season_of(year: int, months: str) -> Interval:
    """Return a season of the northern year from its first and last month ("12-2"); winter begins in the year it is named for."""
    first, last = (int(part) for part in months.split("-"))
    return Day(year, first, 1), month_of(year + (last < first), last)[1]


def years(first: int, last: int) -> Interval:
    return Day(first, 1, 1), Day(last, 12, 31)


def moved(day: Day, unit: str, count: int) -> Interval:
    """Return the day, week, month ... ``count`` units from a day; decades and centuries give the year they lead to."""
    if unit == "hour":
        return one_day(days_from(day, round(count / 24)))
    if unit == "day":
        return one_day(days_from(day, count))
    if unit in ("week", "fortnight"):
        return week_of(days_from(day, count * (14 if unit == "fortnight" else 7)))
    if unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + count
        return quarter_of(quarters // 4, quarters % 4 + 1)
    if unit == "month":
        months = day.year * 12 + day.month - 1 + count
        return month_of(months // 12, months % 12 + 1)
    year = day.year + count * {"year": 1, "decade": 10, "century": 100}[unit]
    return years(year, year)


def stretch(day: Day, unit: str, count: int) -> Interval:
    """Return the days between a day and the one ``count`` units away: "the past three weeks"."""
    if unit in ("month", "quarter", "half", "year", "decade", "century"):
        size = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit]
        months = day.year * 12 + day.month - 1 + count * size
        first = month_of(months // 12, months % 12 + 1)
        there = first[0].replace(day=min(day.day, first[1].day))
    else:
        there = days_from(day, round(count * {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14}[unit]))
    return (there, day) if there <= day else (day, there)


def unit_around(day: Day, unit: str, count: int = 0) -> Interval:
    """Return the calendar unit ``count`` after the one that holds a day: "last month", "this decade"."""
    if unit == "decade":
        first = (day.year // 10 + count) * 10
        return years(first, first + 9)
    if unit == "century":
        first = ((day.year - 1) // 100 + count) * 100 + 1
        return years(first, first + 99)
    if unit == "half":
        halves = day.year * 2 + (day.month > 6) + count
        return half_of(halves // 2, halves % 2 + 1)
    return moved(day, unit, count)


def easter(year: int) -> Day:
    """Return Easter Sunday of the western churches (the anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return Day(year, month, day + 1)


def holiday_of(year: int, value: str) -> Day:
    """Return the day of a holiday in a year; ``value`` as in ``times.tsv``."""
    if value.startswith("easter"):
        return days_from(easter(year), int(value[6:]))
    if value == "election":  # the Tuesday after the first Monday of November
        return days_from(_nth_weekday(year, 11, 1, 0), 1)
    parts = value.replace("--", "-~").split("-")
    month, second = int(parts[0]), int(parts[1].replace("~", "-"))
    return _nth_weekday(year, month, second, int(parts[2])) if len(parts) == 3 else Day(year, month, second)


def _nth_weekday(year: int, month: int, n: int, weekday: int) -> Day:
    first, last = month_of(year, month)
    if n < 0:
        return days_from(last, -((last.weekday() - weekday) % 7) + 7 * (n + 1))
    return days_from(first, (weekday - first.weekday()) % 7 + 7 * (n - 1))


_LONG_GONE = 2  # years: a month after a year that near may be this year's


# Which of several days is meant -----------------------------------------------------------------------------------------


def nearest(candidates: list[Interval], context: Context, *, at_hand: int = _JUST_AHEAD) -> Interval | None:
    """Return the reading of a yearly date that its clause means: the last one past, or the coming one.

    The coming one when the clause looks ahead, when it is at hand, or when the last one is long past and the tense does not speak for it.
    """
    here = context.reference
    if here is None:
        return None
    past = max((c for c in candidates if c[0] <= here), default=None)
    ahead = min((c for c in candidates if c[0] > here), default=None)
    if past is None or ahead is None:
        return past or ahead
    if past[1] >= here:  # it is that month, or that day, now
        return past
    away, since = (ahead[0] - here).days, (here - past[1]).days
    if context.tense == "future":
        return past if away > 300 and since <= 30 else ahead  # a deadline just missed
    if away <= at_hand and ahead[0] == ahead[1]:
        return ahead
    if since > _OLD and away <= _NEAR and context.tense != "past":
        return ahead
    return past


def month_day(month: int, first: int, last: int, *, year: int | None, weekday: int | None, context: Context) -> Interval | None:
    """Return the days of a date; without a year the one its weekday, the context or the publication day gives."""
    if year is not None:
        return Day(year, month, first), Day(year, month, last)
    here = context.reference
    if context.told_of is not None:
        return Day(context.told_of, month, first), Day(context.told_of, month, last)
    if here is None:
        return _beside(month, first, last, weekday, context)
    if (told := _told_with(month, first, last, weekday, context)) is not None:
        return told
    found: list[Interval] = []
    for y in (here.year - 1, here.year, here.year + 1):
        if first <= month_of(y, month)[1].day and last <= month_of(y, month)[1].day:
            found.append((Day(y, month, first), Day(y, month, last)))
    fitting = [f for f in found if f[0].weekday() == weekday] if weekday is not None else []
    return nearest(fitting or found, context)


def _beside(month: int, first: int, last: int, weekday: int | None, context: Context) -> Interval | None:
    """Return the date in the year of its own sentence, when that names a day or month before it and this one follows."""
    anchor = context.beside
    if anchor is None or (anchor[1] - anchor[0]).days > 31 or month < anchor[0].month:
        return None
    found = Day(anchor[0].year, month, first), Day(anchor[0].year, month, last)
    return found if weekday is None or found[0].weekday() == weekday else None


def _told_with(month: int, first: int, last: int, weekday: int | None, context: Context) -> Interval | None:
    """Return the date in the year of one named before in its sentence, where that is long gone: "in January 2019, ..., and in May"."""
    if context.beside is None or context.reference is None or context.beside[0].year > context.reference.year - _LONG_GONE or context.tense == "future":
        return None
    return _beside(month, first, last, weekday, context)


def weekday_near(weekday: int, context: Context, *, which: int | None = None, week: int | None = None) -> Interval | None:
    """Return the day a weekday means: the last one (today counts), the coming one when its clause looks ahead.

    ``which``: -1 "last", 0 "this", 1 "next"; ``week``: the week it is said to lie in, counted from this one.
    """
    here = context.reference
    if here is None:
        return None
    if week is not None:
        return one_day(days_from(week_of(here)[0], 7 * week + weekday))
    ahead = (weekday - here.weekday()) % 7
    if which == 1:
        return one_day(days_from(here, ahead or 7))
    if which == -1:
        return one_day(days_from(here, ahead - 7))
    if which == 0:
        return one_day(days_from(here, ahead - 7 if ahead and context.tense == "past" else ahead))
    return one_day(days_from(here, ahead if ahead == 0 or context.tense == "future" else ahead - 7))


def month_near(month: int, context: Context, *, which: int | None = None) -> Interval | None:
    """Return the month a name without a year means."""
    here = context.reference
    if which is None and context.told_of is not None:
        return month_of(context.told_of, month)
    if here is None:
        found = _beside(month, 1, 1, None, context)
        return month_of(found[0].year, month) if found else None
    if which is None and (told := _told_with(month, 1, 1, None, context)) is not None:
        return month_of(told[0].year, month)
    if which is None:
        return nearest([month_of(y, month) for y in (here.year - 1, here.year, here.year + 1)], context)
    if which == 0:
        return month_of(here.year, month)
    later = month > here.month if which < 0 else month < here.month
    same = month == here.month
    return month_of(here.year + which * (later or same), month)
