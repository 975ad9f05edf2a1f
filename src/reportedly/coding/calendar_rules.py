"""Calendar rules: patterns of English date expressions and the days they mean, counted from a reference day.

A day, week (ISO, Monday to Sunday), month, quarter, season or year is an interval of days, both inclusive. Relative expressions need the day of
publication; without one they stay unresolved. After the ideas of HeidelTime (Strötgen and Gertz 2013), rewritten for one document date.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

Day = datetime.date
Interval = tuple[Day, Day]

MONTHS = {name: n for n, names in enumerate(
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec".split("|"), 1
) for name in names.split()}  # fmt: skip
WEEKDAYS = {name: n for n, names in enumerate("monday mon|tuesday tues tue|wednesday wed|thursday thurs thur thu|friday fri|saturday sat|sunday sun".split("|")) for name in names.split()}
NUMBERS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split())}
NUMBERS |= {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "couple of": 2, "a couple of": 2, "several": 0, "a few": 0, "few": 0, "many": 0, "some": 0, "half a": 0}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
HOLIDAYS = {"christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25), "new year's day": (1, 1), "new year's eve": (12, 31), "independence day": (7, 4), "halloween": (10, 31), "valentine's day": (2, 14)}
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}
_THIRDS = {"early": (1, 10), "mid": (11, 20), "middle": (11, 20), "late": (21, 31)}
_YEAR_THIRDS = {"early": (1, 4), "mid": (5, 8), "middle": (5, 8), "late": (9, 12)}
_PASSED = 7  # days after which a bare month of this year that lies ahead is taken for last year's


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is counted from: publication day, the last day the text named, and whether its clause looks ahead."""

    reference: Day | None
    anchor: Interval | None
    future: bool


Resolve = Callable[[re.Match[str], Context], Interval | None]


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    pattern: re.Pattern[str]
    resolve: Resolve


def month_of(year: int, month: int) -> Interval:
    return Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1])


def week_of(day: Day) -> Interval:
    monday = day - datetime.timedelta(days=day.weekday())
    return monday, monday + datetime.timedelta(days=6)


def year_of(year: int) -> Interval:
    return Day(year, 1, 1), Day(year, 12, 31)


def shifted(day: Day, unit: str, count: int) -> Interval:
    """Return the day, week, month ... that lies ``count`` units from a day."""
    if unit == "day":
        there = day + datetime.timedelta(days=count)
        return there, there
    if unit == "week":
        return week_of(day + datetime.timedelta(weeks=count))
    if unit in ("month", "quarter"):
        months = day.year * 12 + day.month - 1 + count * (3 if unit == "quarter" else 1)
        if unit == "quarter":
            return quarter_of(months // 12, months % 12 // 3 + 1)
        return month_of(months // 12, months % 12 + 1)
    years = {"year": 1, "decade": 10, "century": 100}[unit]
    if unit == "year":
        return year_of(day.year + count)
    first = (day.year // years + count) * years
    return Day(first, 1, 1), Day(first + years - 1, 12, 31)


def quarter_of(year: int, quarter: int) -> Interval:
    return Day(year, quarter * 3 - 2, 1), month_of(year, quarter * 3)[1]


def season_of(year: int, season: str) -> Interval:
    first, last = SEASONS[season]
    return Day(year, first, 1), month_of(year + (last < first), last)[1]


def thirds_of(interval: Interval, part: str) -> Interval:
    """Return the early, mid or late part of a month or year."""
    start, end = interval
    if start.month == end.month:
        low, high = _THIRDS[part]
        return start.replace(day=low), start.replace(day=min(high, end.day))
    low, high = _YEAR_THIRDS[part]
    return Day(start.year, low, 1), month_of(start.year, high)[1]


def number(word: str) -> int | None:
    """Return the number a word or figure denotes; None for a vague one."""
    word = " ".join(word.lower().split())
    if word.isdigit():
        return int(word)
    if "-" in word:
        tens, _, ones = word.partition("-")
        return NUMBERS[tens] + NUMBERS[ones] if tens in NUMBERS and ones in NUMBERS else None
    return NUMBERS.get(word) or None


def nearest_year(month: int, day: int, context: Context) -> int | None:
    """Return the year of a date without one: the past unless its clause looks ahead or it lies only days away."""
    if context.anchor is not None and context.reference is None:
        return context.anchor[0].year
    if context.reference is None:
        return None
    here = context.reference
    this = (month, day)
    if this <= (here.month, here.day):
        return here.year + (context.future and this < (here.month, here.day))
    return here.year if context.future else here.year - 1


def _month_day(month: int, first: int, last: int, year: int | None, context: Context) -> Interval | None:
    year = year or nearest_year(month, first, context)
    return (Day(year, month, first), Day(year, month, last)) if year else None


# Patterns -------------------------------------------------------------------------------------------------------------

_M = r"(?P<m>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_Y = r"(?P<y>1[5-9]\d\d|20\d\d)(?![\d,]\d)\b"
_D = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|,\d|\.\d|:\d)"
_D2 = r"(?:\s?(?:-|\u2013|to|and|through)\s?(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|,\d|:\d))?"
_W = r"(?P<w>" + "|".join(sorted((w for w in WEEKDAYS if len(w) > 4 or w in ("friday",)), key=len, reverse=True)) + r"|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?=\.|,))s?\b\.?"
_N = r"(?P<n>\d{1,3}|a couple of|couple of|a few|half a|" + "|".join(k for k in NUMBERS if k.isalpha()) + r"|(?:twenty|thirty|forty|fifty)-[a-z]+)"
_U = r"(?P<u>day|week|month|year|decade|centur(?=y|ies)|quarter)(?:s|y|ies)?"
_PART = r"(?:\s+(?:morning|afternoon|evening|night|noon|midday|midnight))?"
_THIRD = r"(?P<t>early|mid|middle|late)(?:\s+in|\s+of|\s+on)?[\s-]+"


def _unit(match: re.Match[str]) -> str:
    return {"centur": "century"}.get(match["u"].lower(), match["u"].lower())


def _m(match: re.Match[str]) -> int:
    return MONTHS[match["m"].lower()]


def _y(match: re.Match[str]) -> int | None:
    return int(match["y"]) if match.groupdict().get("y") else None


def _full(match: re.Match[str], context: Context) -> Interval | None:
    first = int(match["d"])
    last = int(match["d2"]) if match.groupdict().get("d2") else first
    return _month_day(_m(match), first, max(first, last), _y(match), context)


def _month(match: re.Match[str], context: Context) -> Interval | None:
    month, year = _m(match), _y(match)
    word = (match.groupdict().get("which") or "").lower()
    if year is None and context.reference is not None and word in ("last", "next", "this", "past"):
        here = context.reference
        year = here.year if word == "this" else here.year - (month >= here.month) if word in ("last", "past") else here.year + (month <= here.month)
    if year is None and context.reference is not None:
        here = context.reference
        year = here.year if month <= here.month else here.year if context.future else here.year - 1
        if context.future and month < here.month:
            year += 1
    if year is None and context.anchor is not None and context.reference is None:
        year = context.anchor[0].year
    if year is None:
        return None
    found = month_of(year, month)
    return thirds_of(found, match["t"].lower()) if match.groupdict().get("t") else found


def _year(match: re.Match[str], _: Context) -> Interval | None:
    found = year_of(int(match["y"]))
    return thirds_of(found, match["t"].lower()) if match.groupdict().get("t") else found


def _decade(match: re.Match[str], _: Context) -> Interval | None:
    text = match["dec"].lower()
    first = 1900 + _DECADES[text] if text in _DECADES else int(text[-3:-1]) + 1900 if len(text) <= 4 else int(text[:4])
    third = match.groupdict().get("t")
    low, high = {None: (0, 9), "early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9)}[third.lower() if third else None]
    return Day(first + low, 1, 1), Day(first + high, 12, 31)


def _weekday(match: re.Match[str], context: Context) -> Interval | None:
    here = context.reference
    if here is None:
        return None
    ahead = (WEEKDAYS[match["w"].lower()] - here.weekday()) % 7
    which = (match.groupdict().get("which") or "").lower()
    if which in ("next", "coming"):
        offset = ahead or 7
    elif which in ("last", "past", "previous"):
        offset = ahead - 7
    elif context.future:
        offset = ahead
    else:
        offset = ahead - 7 if ahead else 0
    if match.groupdict().get("week"):
        offset += 7 if context.future else -7
    there = here + datetime.timedelta(days=offset)
    return there, there


_NEAR = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "last night": -1, "day before yesterday": -2, "day after tomorrow": 2}


def _near(match: re.Match[str], context: Context) -> Interval | None:
    word = re.sub(r"^the\s+|\s+(?:morning|afternoon|evening|night)$", "", " ".join(match[0].lower().split())) if not match[0].lower().startswith("last") else "last night"
    return shifted(context.reference, "day", _NEAR.get(word, 0)) if context.reference is not None else None


def _which_unit(match: re.Match[str], context: Context) -> Interval | None:
    if context.reference is None:
        return None
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}[match["which"].lower()]
    unit = _unit(match)
    if unit == "day":
        return None
    return shifted(context.reference, unit, step)


def _weekend(match: re.Match[str], context: Context) -> Interval | None:
    if context.reference is None:
        return None
    which = (match.groupdict().get("which") or "").lower()
    saturday = week_of(context.reference)[0] + datetime.timedelta(days=5)
    if which in ("last", "past") or (not which and not context.future and saturday > context.reference):
        saturday -= datetime.timedelta(days=7) if saturday > context.reference - datetime.timedelta(days=1) else datetime.timedelta()
    elif which == "next":
        saturday += datetime.timedelta(days=7)
    return saturday, saturday + datetime.timedelta(days=1)


def _ago(match: re.Match[str], context: Context) -> Interval | None:
    count = number(match["n"])
    return shifted(context.reference, _unit(match), -count) if count is not None and context.reference is not None else None


def _from_anchor(match: re.Match[str], context: Context) -> Interval | None:
    count = number(match["n"])
    sign = 1 if match["way"].lower() in ("later", "after", "afterwards", "afterward") else -1
    base = context.anchor[0] if context.anchor is not None else None
    if sign < 0 and base is None:
        base = context.reference
    return shifted(base, _unit(match), sign * count) if count is not None and base is not None else None


def _next_day(match: re.Match[str], context: Context) -> Interval | None:
    word = match["which"].lower()
    base = context.anchor[0] if context.anchor is not None else None
    if base is None:
        return None
    return shifted(base, _unit(match), {"following": 1, "next": 1, "same": 0, "previous": -1, "preceding": -1}[word])


def _quarter(match: re.Match[str], context: Context) -> Interval | None:
    year = _y(match) or (context.reference.year if context.reference is not None else None)
    if year is None:
        return None
    quarter = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}[match["q"].lower()]
    if not _y(match) and context.reference is not None and not context.future and quarter_of(year, quarter)[0] > context.reference:
        year -= 1
    return quarter_of(year, quarter)


def _season(match: re.Match[str], context: Context) -> Interval | None:
    season, year = match["s"].lower(), _y(match)
    which = (match.groupdict().get("which") or "").lower()
    if year is None and context.reference is not None:
        here = context.reference
        year = here.year
        start = season_of(year, season)[0]
        if which == "last" or (which == "" and not context.future and start > here):
            year -= season_of(year, season)[1] >= here
        elif which == "next":
            year += start <= here
    return season_of(year, season) if year is not None else None


def _holiday(match: re.Match[str], context: Context) -> Interval | None:
    month, day = HOLIDAYS[" ".join(match["h"].lower().replace("\u2019", "'").split())]
    return _month_day(month, day, day, _y(match), context)


def _numeric(match: re.Match[str], _: Context) -> Interval | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["c"])
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    if a > 12:
        a, b = b, a
    there = Day(year, a, b)
    return there, there


def _iso(match: re.Match[str], _: Context) -> Interval | None:
    there = Day.fromisoformat(match[0][:10])
    return there, there


def _rule(name: str, pattern: str, resolve: Resolve) -> Rule:
    return Rule(name, re.compile(r"(?<![\w$-])" + pattern, re.I), resolve)


# In order: the first rule that claims a stretch keeps it.
RULES = (
    _rule("ISO date", r"\d{4}-\d{2}-\d{2}(?:T[\d:.Z+-]+)?\b", _iso),
    _rule("month, day, year", rf"(?:{_W},?\s+)?(?:the\s+)?{_M}\s+{_D}{_D2}(?:,?\s+{_Y})?", _full),
    _rule("day, month, year", rf"(?:{_W},?\s+)?(?:the\s+)?{_D}{_D2}\s+(?:of\s+)?{_M}(?:,?\s+{_Y})?", _full),
    _rule("numeric date", r"(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<c>\d{4}|\d{2})\b", _numeric),
    _rule("part of a month", rf"{_THIRD}(?:(?P<which>last|this|next)\s+)?{_M}(?:,?\s+{_Y})?", _month),
    _rule("month and year", rf"(?:(?P<which>last|this|next|past)\s+)?{_M}(?:,?\s+(?:of\s+)?{_Y})", _month),
    _rule("quarter", rf"(?:the\s+)?(?P<q>first|second|third|fourth|final)(?:[\s-](?:fiscal|calendar))?[\s-]quarter(?:\s+(?:of\s+)?(?:fiscal\s+)?{_Y})?", _quarter),
    _rule("season", rf"(?:the\s+)?(?:(?P<which>last|this|next|past)\s+)?(?:early\s+|late\s+)?(?P<s>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_Y}", _season),
    _rule("season", r"(?P<which>last|this|next|past)\s+(?P<s>spring|summer|autumn|fall|winter)\b", _season),
    _rule("part of a year", rf"{_THIRD}{_Y}", _year),
    _rule("decade", rf"(?:the\s+)?(?:{_THIRD})?(?P<dec>1[5-9]\d0s|20\d0s|['\u2019]\d0s|{'|'.join(_DECADES)})\b", _decade),
    _rule("holiday", rf"(?P<h>{'|'.join(h.replace(chr(39), '[' + chr(39) + chr(0x2019) + ']') for h in HOLIDAYS)})\b(?:,?\s+{_Y})?", _holiday),
    _rule("near day", rf"(?:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday|today|tomorrow|tonight|last\s+night){_PART}\b", _near),
    _rule("part of today", r"(?:earlier\s+|later\s+)?this\s+(?:morning|afternoon|evening)\b", _near),
    _rule("weekday", rf"(?:(?P<which>last|next|this|past|coming|previous)\s+)?(?:early\s+|late\s+)?{_W}{_PART}(?:\s+(?P<week>last|next)\s+week)?\b", _weekday),
    _rule("ago", rf"(?:(?:about|almost|nearly|more\s+than|over|only|just)\s+)?{_N}\s+{_U}\s+(?:ago|back)\b", _ago),
    _rule("from a named day", rf"{_N}\s+(?:more\s+)?{_U}\s+(?P<way>later|earlier|before|afterwards?|previously)\b(?!\s+(?:than|the|a|an|his|her|their|its|he|she|they|it)\b)", _from_anchor),
    _rule("weekend", r"(?:(?P<which>last|this|next|past|the\s+past)\s+|the\s+|over\s+the\s+)weekend\b", _weekend),
    _rule("next to a named day", r"(?:the|that)\s+(?P<which>following|next|same|previous|preceding)\s+(?P<u>day|week|month|year)\b", _next_day),
    _rule("this or last", r"(?:(?:earlier|later|early|late|sometime)\s+(?:in\s+)?)?(?:the\s+)?(?P<which>last|this|next|current|coming|previous)\s+(?P<u>week|month|year|quarter|decade|centur(?=y))y?(?![\w-])", _which_unit),
    _rule("month", rf"(?P<which>last|this|next|past)\s+{_M}", _month),
    _rule("month", rf"(?<=\b[a-z]{{2}} ){_M}(?=[\s,.;:)]|$)", _month),
    _rule("fiscal year", rf"(?:fiscal(?:\s+year)?\s+){_Y}", _year),
    _rule("year", _Y, _year),
)
