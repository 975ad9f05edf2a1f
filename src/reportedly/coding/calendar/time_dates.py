"""Written dates: months with days, ISO and numeric dates, years and decades."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.coding.calendar.calendar_rules import Context, Day, Interval, month_day, one_day, years
from reportedly.coding.calendar.time_view import Found, Resolve, View

_DAYS = re.compile(r"([0-3]?\d)[\u2013\u2014/]([0-3]?\d)$")
_YEARS = re.compile(r"(1[0-9]\d\d|20\d\d)[\u2013\u2014/](\d\d|1\d\d\d|20\d\d)$")
_MID_YEAR = re.compile(r"mid-(\d{4})(s?)$")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])")
_NUMERIC = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})$")
_DECADE = re.compile(r"(1[5-9]\d0|20\d0|\d0)s$")
_RANGE = frozenset({"-", "\u2013", "\u2014", "to", "through", "until", "and", "&"})
DASH = frozenset({"-", "\u2013", "\u2014"})


@dataclass(slots=True)
class Date:
    """A date as written: where it ends, and its parts; ``other`` is the end of a range in another month."""

    end: int
    month: int
    first: int
    last: int
    year: int | None
    other: Date | None = None


def read_date(view: View, i: int) -> Date | None:
    """Read a date with a day that begins at a token: "Feb. 12, 2024", "12th of February", "5-10 November", "May 28 to June 2"."""
    return read_month_first(view, i) or _day_first(view, i)


def read_month_first(view: View, i: int) -> Date | None:
    month = view.month(i)
    if month is None:
        return None
    at = view.after_dot(i)
    at += view.low(at) == "the"
    span = _days(view, at)
    if span is None or _counts_something(view, i, at):
        return None
    first, last, end = span
    date = Date(end, month, first, last, None)
    _read_year(view, date)
    if last == first and _joins_dates(view, i, date.end + 1) and (other := read_month_first(view, date.end + 2)):
        date.other, date.end = other, other.end
    return date


def _day_first(view: View, i: int) -> Date | None:
    span = _days(view, i)
    if span is None:
        return None
    first, last, end = span
    at = end + 1 + (view.low(end + 1) == "of")
    month = view.month(at)
    if month is None:
        return None
    if view.low(at + 1) == "." and view.tokens[at].text[-1] != "." and view.year(at + 2):
        at += 1
    date = Date(at, month, first, last, None)
    _read_year(view, date)
    if _joins_dates(view, i, date.end + 1) and (other := _day_first(view, date.end + 2)):
        date.other, date.end = other, other.end
    return date


def _joins_dates(view: View, first: int, at: int) -> bool:
    """Whether a word joins two dates to a range: "May 28 to June 2", "between 4 August and 19 September"."""
    return view.low(at) in _RANGE and (view.low(at) != "and" or view.low(first - 1) == "between")


def _days(view: View, i: int) -> tuple[int, int, int] | None:
    """Read a day of the month or a range of them: first, last, index of the last token."""
    if match := _DAYS.match(view.low(i)):
        return int(match[1]), int(match[2]), i
    first = view.day(i)
    if first is None:
        return None
    last = view.day(i + 2) if view.low(i + 1) in _RANGE else None
    if last is None or last <= first:
        return first, first, i
    counts = view.low(i + 1) not in DASH and view.tokens[i + 2].dep == "nummod" and view.tokens[i + 2].head.tag == "NNS"  # "on May 5 and 20 people died"
    return (first, first, i) if counts else (first, last, i + 2)


def _counts_something(view: View, i: int, at: int) -> bool:
    """Whether the figure after a month counts what follows: "in May 15 people died", "in March 20 percent"."""
    following = view.low(at + 1)
    if following in view.words.lists["no year after"] - {"of"} or (following in (":", "%") and view.day(at + 2) is not None):
        return True
    token = view.tokens[at]
    return view.low(i - 1) in ("in", "since") and token.dep == "nummod" and token.head.i == at + 1 and token.head.tag == "NNS"


def _read_year(view: View, date: Date) -> None:
    at = date.end + 1 + (view.low(date.end + 1) in (",", "of"))
    year = view.year(at)
    if year is not None and not (at == date.end + 1 and view.low(at + 1) in DASH and view.low(at + 2).isdecimal() and len(view.low(at + 2)) > 4):
        date.year, date.end = year, at


def resolve_date(view: View, date: Date, weekday: int | None = None) -> Resolve:
    """Return how to date a written date; a range over two months takes a missing year from its other end."""
    famous = view.words.names["famous"].get(f"{date.month:02}-{date.first:02}") if view.is_in(date.end + 1, "deed") else None

    def resolve(context: Context) -> Interval | None:
        if famous and date.year is None and (context.reference is None or context.reference.isoformat() >= famous):
            return one_day(Day.fromisoformat(famous))
        if date.other is None:
            return month_day(date.month, date.first, date.last, year=date.year, weekday=weekday, context=context)
        end = month_day(date.other.month, date.other.first, date.other.first, year=date.other.year, weekday=None, context=context)
        year = date.year or (end[0].year - (date.month > date.other.month) if end else None)
        start = month_day(date.month, date.first, date.first, year=year, weekday=weekday, context=context)
        return (start[0], end[1]) if start and end and start[0] <= end[1] else None

    return resolve


def match_digit(view: View, i: int) -> Found | None:
    """Match what begins with a figure: ISO and numeric dates, "12 February 2024", decades and bare years."""
    word = view.low(i)
    if len(word) == 4 and view.low(i + 1) == "-" and (iso := _ISO.match(view.text, view.tokens[i].start)):
        last = i
        while last + 1 < view.end and view.tokens[last + 1].start < iso.end():
            last += 1
        year, month, day = (int(part) for part in iso.groups())
        return Found(i, last, "ISO date", lambda _: one_day(Day(year, month, day)))
    if date := _day_first(view, i):
        first = i - (view.low(i - 1) == "the")
        return Found(first, date.end, "date", resolve_date(view, date))
    if numeric := _NUMERIC.match(word):
        return Found(i, i, "numeric date", _numeric(numeric))
    if famous := view.words.names["famous"].get(word):
        return Found(i, i, "day known by its date", lambda _: one_day(Day.fromisoformat(famous)))
    if decade := _DECADE.match(word):
        return _decade(view, i, int(decade[1]))
    return _bare_year(view, i)


def _numeric(match: re.Match[str]) -> Resolve:
    a, b, year = int(match[1]), int(match[3]), int(match[4])

    def resolve(context: Context) -> Interval | None:
        if match[2] == "." or a > 12 or a == b:
            return one_day(Day(year, b, a))
        if b > 12:
            return one_day(Day(year, a, b))
        # Day or month first? Only closeness to the publication day can tell; otherwise abstain.
        near = [d for d in (Day(year, a, b), Day(year, b, a)) if context.reference and abs((d - context.reference).days) <= 31]
        return one_day(near[0]) if len(near) == 1 else None

    return resolve


def _decade(view: View, i: int, value: int) -> Found | None:
    first = i
    if value < 100:
        if view.low(i - 1) in ("'", "\u2019"):
            first -= 1
        elif value == 0 or view.low(i - 1) not in ("the", "early", "late", "mid"):
            return None
        if view.low(first - 1) in ("his", "her", "their", "its", "my"):
            return None  # an age
        value += 1900
    return _part_of_decade(view, first, i, value)


def _part_of_decade(view: View, first: int, last: int, value: int) -> Found:
    low, high = 0, 9
    at = first - 1 - (view.low(first - 1) == "-")
    third = view.value(at, "third")
    if third is not None and view.low(at) in ("early", "mid", "late"):
        first = at
        low, high = ((0, 3), (4, 6), (7, 9))[third - 1]
    first -= view.low(first - 1) == "the"
    return Found(first, last, "decade", lambda _: years(value + low, value + high))


def match_decade_word(view: View, i: int) -> Found | None:
    """Match "the nineties", but not somebody's."""
    value = view.value(i, "decade")
    if value is None or view.low(i - 1) not in ("the", "early", "late", "mid", "-") or (view.low(i - 1) == "-" and view.low(i - 2) != "mid"):
        return None
    return _part_of_decade(view, i, i, value)


def match_mid_year(view: View, i: int) -> Found | None:
    """Match "mid-2003" and "mid-1990s", which the tokenizer keeps whole."""
    match = _MID_YEAR.match(view.low(i))
    if match is None:
        return None
    value = int(match[1])
    return Found(i, i, "decade", lambda _: years(value + 4, value + 6)) if match[2] else Found(i, i, "year", lambda _: years(value, value))


def _bare_year(view: View, i: int) -> Found | None:
    if pair := _YEARS.match(view.low(i)):
        low, high = int(pair[1]), pair[2]
        return _years(i, i, low, int(high) if len(high) == 4 else low // 100 * 100 + int(high))
    year = view.year(i)
    if year is None or not _is_year(view, i):
        return None
    if view.low(i + 1) in DASH and (match := re.match(r"(\d\d|1\d{3}|20\d\d)$", view.low(i + 2))):
        return _years(i, i + 2, year, int(match[1]) if len(match[1]) == 4 else year // 100 * 100 + int(match[1]))
    if spans(view, i) and (end := view.year(i + 2)) is not None:
        return _years(i, i + 2, year, end)
    first = i
    if view.low(i - 1) == "fiscal" or (view.low(i - 1) == "year" and view.low(i - 2) == "fiscal") or view.low(i - 1) == "fy":
        first -= 1 + (view.low(i - 1) == "year")
        return Found(first, i, "fiscal year", lambda _: years(year, year))
    if view.low(i - 1) in ("early", "late", "mid") or (view.low(i - 1) == "-" and view.low(i - 2) == "mid"):
        first -= 1 + (view.low(i - 1) == "-")
    return Found(first, i, "year", lambda _: years(year, year))


def spans(view: View, i: int) -> bool:
    """Whether a year or month is the first of two that a span lies between: "from 1932 to 1935", "between March and June"."""
    before, after = view.low(i - 1), view.low(i + 1)
    return (before == "from" and after in ("to", "until", "till", "through")) or (before == "between" and after == "and")


def _years(first: int, last: int, low: int, high: int) -> Found | None:
    return Found(first, last, "years", lambda _: years(low, high)) if low < high else None


def _is_year(view: View, i: int) -> bool:
    """Whether four figures are a year: by the word before, or as what a definite occasion is called after ("a 2008 raid")."""
    before, after, token = view.low(i - 1), view.low(i + 1), view.tokens[i]
    if token.sent.block is not None and token.sent.block.kind == "date":
        return True  # an entry of a chronology begins with it
    if view.is_in(i - 1, "no year before") or (view.is_in(i + 1, "no year after") and not (after in ("of", "others") and before in ("in", "since"))):
        return False
    if before in ("#", "$") or (after in (":", "/") and view.low(i + 2).isdecimal()):
        return False
    counted = token.dep == "nummod" and token.head.i == i + 1
    occasion = after in view.words.lists["year noun"]
    if before in ("in", "since", "during", "until", "till", "early", "late", "mid", "fiscal", "born", "spring", "summer", "autumn", "fall", "winter"):
        return not (counted and token.head.tag == "NNS" and before in ("during", "until")) or occasion
    if view.is_in(i - 1, "year before"):
        return not counted or occasion or token.head.tag not in ("NNS", "NNPS")
    if before in ("a", "an", "the", "'s", "\u2019s", "his", "her", "their", "its", "this", "our"):
        if before == "the" and token.dep in ("nummod", "compound", "nmod", "amod"):
            return occasion or token.head.tag not in ("NNS",) or token.head.i > i + 1
        return occasion or (token.head is not token and token.head.tag == "NN" and token.head.i > i)
    if before == "(" or (before in DASH and view.low(i - 2) == "mid"):
        return True
    if before in (",", "") and ((after in (",", ")") and _lists_years(view, i)) or (before == "" and after in (",", "was", "saw", "will", "is", "began"))):
        return True
    return token.dep == "npadvmod" and token.head.pos == "VERB"


def _lists_years(view: View, i: int) -> bool:
    """Whether a figure after a comma goes on a list of years: "in 1994, 1997 and 2001"."""
    return i - 2 >= view.sentence and view.is_year_word(i - 2)
