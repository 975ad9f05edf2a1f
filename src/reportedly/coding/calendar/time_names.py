"""Names of the calendar: months, weekdays, seasons and holidays with the words beside them."""

from __future__ import annotations

import re

from reportedly.analysis import Token
from reportedly.coding.calendar.calendar_rules import (
    Context,
    Interval,
    holiday_of,
    month_near,
    month_of,
    nearest,
    one_day,
    season_of,
    third_of,
    week_of,
    weekday_near,
)
from reportedly.coding.calendar.time_dates import read_date, read_month_first, resolve_date, spans
from reportedly.coding.calendar.time_view import Found, Resolve, View

_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?$|(?:a|p)\.?m\.?$|(?:gmt|est|edt|et|pt|utc|bst|cet)$|noon$|midnight$")
_ALSO_NAMES = frozenset({"march", "may", "april", "june", "august"})
_DATING = frozenset({"in", "since", "by", "until", "till", "from", "to", "during", "before", "after", "of", "and", "through", "between", "for", "this", "last", "next"})
_SEASON_BEFORE = frozenset({"in", "during", "over", "since", "by", "until", "throughout", "this", "of"})


def match_month(view: View, i: int) -> Found | None:
    """Match what a month begins or stands in: "Feb. 12", "early February 2024", "last October", "October this year"."""
    month = view.month(i)
    if month is None:
        return None
    if date := read_month_first(view, i):
        return Found(i, date.end, "date", resolve_date(view, date))
    if spans(view, i) and (last := view.month(i + 2)) is not None and read_month_first(view, i + 2) is None:
        return _months(view, i, month, last)
    if view.words.holidays.get(view.low(i)) and (holiday := match_holiday(view, i)) is not None:
        return holiday  # "May Day"
    end, year, which = _month_tail(view, i)
    if year is None and which is None:
        year = _listed_year(view, i, month)
    first, third = _third_before(view, i)
    if which is None and (found := _which_before(view, first if third is None else i)) is not None and view.low(first - 1) in view.words.numbers["which"]:
        which, first = found, first - 1
    if year is None and which is None and not _is_month_name(view, i, is_led=third is not None):
        return None
    resolve = _month_resolver(month, year, which, third)
    return Found(first, end, "month and year" if year and end > i else "month", resolve)


def _listed_year(view: View, i: int, month: int) -> int | None:
    """Return the year that the last of several months names for all: "in March, April and May 2013"."""
    at = i + 1
    for _ in range(3):
        at += view.low(at) == ","
        at += view.low(at) in ("and", "or", "&")
        following = view.month(at) if at > i + 1 else None
        if following is None or read_month_first(view, at) is not None:
            return None
        _, year, _ = _month_tail(view, at)
        if year is not None:
            return year - (month > following)
        at += 1
    return None


def _months(view: View, i: int, month: int, last: int) -> Found:
    """Date a span of months by the year of its last: "from November to March 2014"."""
    end, year, which = _month_tail(view, i + 2)
    of_last = _month_resolver(last, year, which, None)

    def resolve(context: Context) -> Interval | None:
        interval = of_last(context)
        if interval is None:
            return None
        start = interval[0].replace(year=interval[0].year - (month > last), month=month)
        return start, interval[1]

    return Found(i, end, "months", resolve)


def _month_tail(view: View, i: int) -> tuple[int, int | None, int | None]:
    """Read a year or "this year" after a month: the last token, the year, and which year is meant."""
    at = view.after_dot(i) if view.tokens[i].text[-1] != "." and view.year(view.after_dot(i)) else i + 1
    at += view.low(at) in (",", "of") and view.year(at + 1) is not None
    if (year := view.year(at)) is not None:
        return at, year, None
    at = i + 1 + (view.low(i + 1) == "of")
    if (which := view.value(at, "which")) is not None and view.low(at + 1) == "year":
        return at + 1, None, 10 + which  # a year, not the month, is counted
    at += view.low(at) == "the"
    if (count := view.value(at, "anchored")) is not None and view.low(at) != "that" and view.low(at + 1) == "year" and view.low(i + 1) == "of":
        return at + 1, None, 30 + count  # "in October of the following year"
    return i, None, None


def _third_before(view: View, i: int) -> tuple[int, int | None]:
    """Read "early", "mid-", "the end of" before a month: the first token and which third it is."""
    at = i - 1
    if view.low(at) == "-":
        at -= 1
    if (third := view.value(at, "third")) is not None and view.low(at) in ("early", "mid", "late"):
        return at, third
    if view.low(i - 1) == "of" and (third := view.value(i - 2, "third")) is not None:
        return i - 2 - (view.low(i - 3) == "the"), third
    return i, None


def _which_before(view: View, i: int) -> int | None:
    return view.value(i - 1, "which")


def _month_resolver(month: int, year: int | None, which: int | None, third: int | None) -> Resolve:
    def resolve(context: Context) -> Interval | None:
        if year is not None:
            found: Interval | None = month_of(year, month)
        elif which is not None and which > 25:
            found = month_of(context.anchor[0].year + which - 30, month) if context.anchor else None
        elif which is not None and which > 5:
            found = month_of(context.reference.year + which - 10, month) if context.reference else None
        else:
            found = month_near(month, context, which=which)
        return third_of(found, third) if found is not None and third is not None else found

    return resolve


def _is_month_name(view: View, i: int, *, is_led: bool) -> bool:
    """Whether a bare word is a month: no modal or verb, no part of a name, and no abbreviation without its stop."""
    token = view.tokens[i]
    if token.tag in ("MD", "VB", "VBD", "VBP", "VBZ") or (len(token.text) < 4 and token.lower != "may"):
        return False
    if is_led:
        return True
    if token.ent is not None and token.ent.label in ("PERSON", "ORG", "FAC") and token.ent.first != token.ent.last:
        return False
    if view.is_in(i - 1, "name before") or view.is_in(i + 1, "name after"):
        return False
    return token.lower not in _ALSO_NAMES or view.low(i - 1) in _DATING or _modifies(token)


def _modifies(token: Token) -> bool:
    """Whether a month that is also a name or a word stands before a common noun: "the March offensive", not "the March on Washington"."""
    return token.dep in ("compound", "nmod", "poss", "amod") and token.head.i > token.i and token.head.tag in ("NN", "NNS")


def match_weekday(view: View, i: int) -> Found | None:
    """Match a weekday with the date, part of day, clock or week beside it: "early on Monday", "Friday, Oct. 23", "Tuesday last week"."""
    token, weekday = view.tokens[i], view.value(i, "weekday")
    short = len(token.lower.rstrip(".")) < 6
    if weekday is None or not token.text[0].isupper() or view.is_in(i - 1, "name before") or (view.is_in(i + 1, "name after") and view.tokens[i + 1].text[0].isupper()):
        return None
    at = view.after_dot(i) if short else i + 1
    at += view.low(at) in (",", "(") and view.tokens[i].sent is view.tokens[at].sent
    if at < view.end and (date := read_date(view, at + (view.low(at) == "the"))):
        last = date.end + (view.low(at - 1) == "(" and view.low(date.end + 1) == ")")
        return Found(i, last, "date", resolve_date(view, date, weekday))
    if short and token.text[-1] != "." and view.low(i + 1) != ".":
        return None
    last = i + view.is_in(i + 1, "part")
    week = None
    at = last + 1 + (view.low(last + 1) == "of")
    if view.low(at + 1) == "week" and (week := view.value(at, "which")) is not None:
        last = at + 1
    first, which = clock_before(view, i), None
    if first == i:
        which = view.value(i - 1, "which")
        first = i - (which is not None)
        if view.low(first - 1) == "this" and which is not None:
            first -= 1
    if view.is_in(first - 1, "softener"):
        first -= 1
    return Found(first, last, "weekday", lambda context: weekday_near(weekday, context, which=which, week=week))


def clock_before(view: View, i: int) -> int:
    """Return where the clock time that ends before a weekday begins: "9 a.m. EST Tuesday"; the index itself when there is none."""
    first = i
    while i - first < 4 and _CLOCK.match(view.low(first - 1)):
        first -= 1
    has_half = any(view.low(k)[:2] in ("a.", "p.", "am", "pm") for k in range(first, i))
    return first if (view.low(first)[:1].isdigit() and has_half) or view.low(i - 1) in ("noon", "midnight") else i


def match_season(view: View, i: int) -> Found | None:
    """Match "summer 2014", "last fall", "in the spring"; not "spring up", "the fall of Rome"."""
    token, months = view.tokens[i], view.words.names["season"][view.low(i)]
    at = i + 1 + (view.low(i + 1) in ("of", ","))
    year, last = view.year(at), i
    first = i - (view.is_in(i - 1, "softener") and view.low(i - 1) in ("early", "late"))
    if year is not None and token.pos != "VERB":
        first -= view.low(first - 1) == "the"
        return Found(first, at, "season", lambda _: season_of(year, months))
    if (which := view.value(first - 1, "which")) is not None:
        first -= 1 + (view.low(first - 2) == "the")
    elif not _is_bare_season(view, i, first):
        return None

    def resolve(context: Context) -> Interval | None:
        here = context.reference
        if here is None:
            return None
        seasons = [season_of(y, months) for y in (here.year - 2, here.year - 1, here.year, here.year + 1)]
        if which is None or which == 0:
            now = [s for s in seasons if s[0] <= here <= s[1]]
            return now[0] if now else season_of(here.year, months) if which == 0 else nearest(seasons, context)
        return max(s for s in seasons if s[1] < here) if which < 0 else min(s for s in seasons if s[0] > here)

    return Found(first, last, "season", resolve)


def _is_bare_season(view: View, i: int, first: int) -> bool:
    """Whether a season with neither year nor "last" is one: "in the spring", but not "since the fall of Rome" or "the Arab Spring"."""
    token = view.tokens[i]
    led = view.low(first - 1) == "the" and view.low(first - 2) in _SEASON_BEFORE
    return led and view.low(i + 1) not in ("of", "-") and token.text.islower() and token.tag == "NN" and token.dep not in ("compound", "amod", "nmod")


def match_holiday(view: View, i: int) -> Found | None:
    """Match a holiday by its longest name, with "last" or a year beside it."""
    if not view.tokens[i].text[0].isupper():
        return None
    for parts, value in view.words.holidays[view.low(i)]:
        if all(view.low(i + k).replace("\u2019", "'") == part for k, part in enumerate(parts)):
            last = i + len(parts) - 1
            at = last + 1 + (view.low(last + 1) in (",", "of"))
            year = view.year(at)
            which = view.value(i - 1, "which")
            first = i - (which is not None)
            resolve = _holiday_resolver(value, year, which)
            if view.low(last + 1) == "week":
                return Found(first, last + 1, "week of a date", week_around(resolve))
            return Found(first, at if year else last, "holiday", resolve)
    return None


def _holiday_resolver(value: str, year: int | None, which: int | None) -> Resolve:
    def resolve(context: Context) -> Interval | None:
        here = context.reference
        if not value or (here is None and year is None):
            return None
        if year is not None:
            return one_day(holiday_of(year, value))
        assert here is not None
        found = [one_day(holiday_of(y, value)) for y in (here.year - 1, here.year, here.year + 1)]
        if which == 1:
            return min(f for f in found if f[0] > here)
        if which == -1:
            return max(f for f in found if f[0] < here)
        return nearest(found, context, at_hand=7)

    return resolve


def week_around(dated: Resolve) -> Resolve:
    def resolve(context: Context) -> Interval | None:
        found = dated(context)
        return week_of(found[0]) if found else None

    return resolve
