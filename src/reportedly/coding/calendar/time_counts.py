"""Counted time: days and units counted from the publication day or from what the text named before."""

from __future__ import annotations

import re

from reportedly.coding.calendar.calendar_rules import (
    Context,
    Interval,
    days_from,
    half_of,
    moved,
    nearest,
    one_day,
    quarter_of,
    stretch,
    third_of,
    unit_around,
    week_of,
    years,
)
from reportedly.coding.calendar.time_dates import DASH, read_date, resolve_date
from reportedly.coding.calendar.time_names import clock_before, match_weekday, week_around
from reportedly.coding.calendar.time_view import Found, Resolve, View

_OVER = frozenset({"in", "over", "for", "during", "within", "throughout"})


def _unknown(_: Context) -> None:
    return None


def _from_publication(count: int) -> Resolve:
    return lambda context: one_day(days_from(context.reference, count)) if context.reference else None


def _from_anchor_day(count: int) -> Resolve:
    return lambda context: one_day(days_from(context.anchor_day, count)) if context.anchor_day else None


def match_near(view: View, i: int) -> Found | None:
    """Match "yesterday", "late tomorrow evening"."""
    count = view.value(i, "near") or 0
    first = clock_before(view, i)
    first -= view.is_in(first - 1, "softener")
    return Found(first, i + view.is_in(i + 1, "part"), "near day", _from_publication(count))


def match_part(view: View, i: int) -> Found | None:
    """Match a part of a day that says which: "this morning", "last night", "the next morning", "the night before"."""
    before = view.low(i - 1)
    if before == "last" and view.low(i) in ("night", "evening"):
        return Found(i - 1 - (view.is_in(i - 2, "softener")), i, "near day", _from_publication(-1))
    if before == "this" and view.low(i) in ("morning", "afternoon", "evening"):
        return Found(i - 1 - (view.is_in(i - 2, "softener")), i, "near day", _from_publication(0))
    if (count := view.value(i - 1, "anchored")) is not None and (before == "that" or view.low(i - 2) == "the"):
        return Found(i - 1 - (before != "that"), i, "next to a named day", _from_anchor_day(count))
    if before == "the" and (count := view.value(i + 1, "beside")) is not None and _stands_alone(view, i + 1):
        return Found(i - 1, i + 1, "next to a named day", _from_anchor_day(count))
    return None


def _stands_alone(view: View, i: int) -> bool:
    """Whether "before", "after", "earlier" at a token governs nothing: "the day before, police said" but not "before the vote"."""
    token = view.tokens[i]
    if any(child.i > i for child in token.children) or (i + 1 < view.end and token.dep == "mark"):
        return False
    return i + 1 >= view.end or view.tokens[i + 1].pos in ("PUNCT", "VERB", "AUX", "ADP", "CCONJ", "SCONJ") or view.low(i + 1) in ("that", "'s", "in", "on", "at")


def match_weekend(view: View, i: int) -> Found | None:
    """Match "last weekend", "over the weekend", "weekend clashes"."""
    which = view.value(i - 1, "which")
    token = view.tokens[i]
    bare = which is None and view.low(i - 1) not in ("the", "a", "each", "every") and token.dep in ("compound", "nmod") and token.head.tag == "NNS" and token.head.dep in ("pobj", "nsubj", "nsubjpass")
    if which is None and view.low(i - 1) != "the" and not bare:
        return None
    first = i if bare else i - 1 - (which is not None and view.low(i - 2) in ("the", "this"))
    past = which == -1 and view.low(i - 1) == "past"

    def resolve(context: Context) -> Interval | None:
        if context.reference is None:
            return None
        here = context.reference
        saturday = days_from(week_of(here)[0], 5)
        if which == 1 or (which != -1 and context.tense == "future"):
            shift = 7 if which == 1 and here >= saturday else 0
        elif which == 0 and context.tense != "past":
            shift = 0
        else:
            shift = -7 if saturday > here or (which == -1 and not past) else 0
        return days_from(saturday, shift), days_from(saturday, shift + 1)

    return Found(first, i, "weekend", resolve)


def match_unit(view: View, i: int) -> Found | None:
    """Match "last week", "two days ago", "three years later", "the past month", "the second quarter", "the day before", "the week of March 6"."""
    if (view.low(i + 1) in DASH and view.tokens[i + 1].start == view.tokens[i].end) or (view.low(i - 1) in DASH and view.low(i) != "year"):
        return None  # "22-year-old", "two-day"
    unit = view.words.names["unit"][view.low(i)]
    plural = view.low(i).endswith("s")
    if (found := _ordinal_unit(view, i, unit)) or unit == "half":
        return found
    return _numbered_unit(view, i, unit, plural=plural) or (None if plural else _which_unit(view, i, unit) or _day_beside(view, i, unit))


def _ordinal_unit(view: View, i: int, unit: str) -> Found | None:
    """Match "the third quarter of 2003", "the first half of the year", "the 19th century"."""
    at = i - 1 - (view.low(i - 1) in ("fiscal", "calendar"))
    match = re.match(r"(\d\d?)(?:st|nd|rd|th)$", view.low(at))
    number = int(match[1]) if match else view.value(at, "ordinal")
    if number is None or unit not in ("quarter", "half", "century"):
        return None
    first = at - (view.low(at - 1) == "the")
    if unit == "century":
        return Found(first, i, "century", lambda _: years(number * 100 - 99, number * 100))
    part = quarter_of if unit == "quarter" else half_of
    if number > (4 if unit == "quarter" else 2):
        return None
    last, year, which = i, None, None
    at = i + 1 + (view.low(i + 1) == "of")
    at += view.low(at) in ("fiscal", "the", "calendar")
    if (year := view.year(at)) is not None:
        last = at
    elif (which := view.value(at, "which")) is not None and view.low(at + 1) == "year":
        last = at + 1
    elif view.low(at) == "year":
        last, which = at, 0
    elif unit == "half" or view.low(i + 1) == "of":
        return None

    def resolve(context: Context) -> Interval | None:
        here = context.reference
        if year is not None or (here is not None and which is not None):
            return part(year or (here.year + (which or 0) if here else 0), number)
        return nearest([part(y, number) for y in (here.year - 1, here.year, here.year + 1)], context) if here else None

    return Found(first, last, "part of a year", resolve)


def _numbered_unit(view: View, i: int, unit: str, *, plural: bool) -> Found | None:
    """Match a number of units with its direction: "two days ago", "a year earlier", "in the past three weeks"."""
    at, count = _number_before(view, i)
    if at == i and not plural:
        return None
    if count is not None and at < i and (which := view.value(at - 1, "which")) and view.low(at - 2) in ("the", "in", "over", "these", "within", "for"):
        first = at - 1 - (view.low(at - 2) == "the")
        return Found(first, i, "stretch", _stretch(unit, which * count))
    last = i + 1
    if view.is_in(last, "ago") or (view.low(last) == "from" and view.low(last + 1) == "now"):
        sign = -1 if view.is_in(last, "ago") else 1
        last += sign > 0
        resolve: Resolve = (lambda c: moved(c.reference, unit, sign * count) if c.reference else None) if count is not None else _unknown
        return Found(_approximate(view, at), last, "ago" if sign < 0 else "from now", resolve)
    sign = 1 if view.is_in(last, "later") or view.low(last) == "after" else -1 if view.is_in(last, "earlier") or view.low(last) == "before" else 0
    if sign == 0 or unit == "hour" or view.low(last + 1) == "than" or (view.low(last) in ("before", "after") and not _stands_alone(view, last)):
        return None
    return Found(_approximate(view, at), last, "from a named day", _counted(unit, sign, count))


def _number_before(view: View, i: int) -> tuple[int, int | None]:
    """Read the number before a unit: its first token and value, None for a vague one; the unit's own index when there is none."""
    at = i - 1 - (view.low(i - 1) in ("more", "full", "whole"))
    if view.is_in(at, "vague"):
        return at - (view.low(at - 1) == "a"), None
    if view.low(at) == "of" and view.low(at - 1) == "couple":
        at -= 1
    if view.low(at) == "half" or view.low(at - 1) == "half":
        return at, None
    number = view.words.number(view.low(at))
    if number is None:
        return i, None
    if view.low(at) == "couple":
        at -= view.low(at - 1) == "a"
    return at, number


def _approximate(view: View, at: int) -> int:
    """Return where the words that soften a number begin: "more than two years ago"."""
    while view.is_in(at - 1, "approximate") and view.low(at - 1) != "at":
        at -= 1
    return at


def _stretch(unit: str, count: int) -> Resolve:
    return lambda context: stretch(context.reference, unit, count) if context.reference else None


def _counted(unit: str, sign: int, count: int | None) -> Resolve:
    """Return how to count from what the text named before; only a reference as fine as the unit will do."""

    def resolve(context: Context) -> Interval | None:
        if count is None:
            return None
        base = context.anchor_day if unit in ("hour", "day", "week", "fortnight") else context.anchor[0] if context.anchor else None
        if base is None and sign < 0:
            base = context.reference  # "from a year earlier" in a report of this year
        return moved(base, unit, sign * count) if base else None

    return resolve


def _which_unit(view: View, i: int, unit: str) -> Found | None:
    """Match one unit and which: "earlier this month", "the past year", "that same day", "the following week", "the end of the year"."""
    which, anchored = view.value(i - 1, "which"), view.value(i - 1, "anchored")
    definite = view.low(i - 2) == "the"
    first = i - 1 - definite
    first -= view.is_in(first - 1, "softener")
    if anchored is not None and (view.low(i - 1) in ("that", "same") or definite) and not (view.low(i - 1) == "next" and unit != "day"):
        first -= view.low(i - 1) == "same" and view.low(i - 2) == "that"
        if view.low(i - 1) == "same" and not definite and view.low(i - 2) != "that":
            return None
        if view.low(i - 1) == "that" and view.tokens[i - 1].head.i != i:
            return None
        return Found(first, i, "next to a named day", _anchored(unit, anchored))
    if which is not None and definite and view.low(i - 1) == "next" and unit in ("week", "month", "year") and view.low(i - 3) not in _OVER:
        return Found(first, i, "this or last", _next_of(unit))
    if which is not None and unit == "day" and view.low(i - 1) in ("last", "past") and view.low(i - 2 - definite) in _OVER:
        return Found(first, i, "stretch", _stretch(unit, which))  # "over the past day"
    if which is not None and unit not in ("day", "hour"):
        rolling = definite and view.low(i - 1) in ("last", "past", "next", "coming") and view.low(i - 3) in _OVER
        if rolling or view.low(i - 1) == "past":
            return Found(first, i, "stretch", _stretch(unit, which))
        return Found(first, i, "this or last", lambda context: unit_around(context.reference, unit, which) if context.reference else None)
    if view.low(i - 1) == "the" and view.low(i - 2) == "of" and (third := view.value(i - 3, "third")) and unit in ("week", "month", "year"):
        at = i - 3 - (view.low(i - 4) == "the")
        return Found(at, i, "this or last", lambda context: _part_of(unit_around(context.reference, unit), unit, third) if context.reference else None)
    return None


def _part_of(interval: Interval, unit: str, third: int) -> Interval:
    """Return the part of a month that is meant: "at the end of the month" is its last ten days."""
    return third_of(interval, third) if unit == "month" else interval


def _next_of(unit: str) -> Resolve:
    """Return "the next year" counted from what was told before in the past ("resumed attacks the next year"), from publication in what is to come."""
    told = _anchored(unit, 1)

    def resolve(context: Context) -> Interval | None:
        found = told(context) if context.tense == "past" else None
        return found or (unit_around(context.reference, unit, 1) if context.reference else None)

    return resolve


def _anchored(unit: str, count: int) -> Resolve:
    def resolve(context: Context) -> Interval | None:
        fine = unit in ("day", "week", "hour")
        base = context.anchor_day if fine else context.anchor[0] if context.anchor else None
        if base is None or (unit == "month" and context.anchor and (context.anchor[1] - context.anchor[0]).days > 31):
            return None
        return unit_around(base, unit, count)

    return resolve


def _day_beside(view: View, i: int, unit: str) -> Found | None:
    """Match "the day before yesterday", "the day after", "the week of March 6"."""
    if view.low(i - 1) != "the" or unit == "hour":
        return None
    if unit == "week" and view.low(i + 1) == "of" and (date := read_date(view, i + 2)):
        return Found(i - 1, date.end, "week of a date", week_around(resolve_date(view, date)))
    count = view.value(i + 1, "beside")
    if count is None:
        return None
    if unit == "day" and (near := view.value(i + 2, "near")) is not None:
        return Found(i - 1, i + 2, "near day", _from_publication(near + count))
    if unit == "day" and view.value(i + 2, "which") is not None and (day := match_weekday(view, i + 3) if view.value(i + 3, "weekday") is not None else None):
        return Found(i - 1, day.last, "near day", _beside(day.resolve, count))
    return Found(i - 1, i + 1, "next to a named day", _anchored(unit, count)) if _stands_alone(view, i + 1) else None


def _beside(dated: Resolve, count: int) -> Resolve:
    def resolve(context: Context) -> Interval | None:
        found = dated(context)
        return one_day(days_from(found[0], count)) if found else None

    return resolve
