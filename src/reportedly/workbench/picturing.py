"""Counts for the pictures of a search: incidents over time by status, and who acts on whom."""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_MOST = 60  # columns of the timeline
_LONGEST = {"day": 60, "month": 60 * 30}  # days up to which a step is taken
PARTIES = 12  # rows and columns of the matrix


@dataclass(frozen=True)
class Period:
    """One column of the timeline; both days inclusive."""

    name: str
    since: str
    until: str
    counts: tuple[tuple[str, int], ...]  # by status

    @property
    def total(self) -> int:
        """All incidents of the period."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True)
class Timeline:
    """The periods in order, those without incidents included; ``undated`` have no day of their own and no report with one."""

    step: str
    periods: tuple[Period, ...]
    statuses: tuple[str, ...]
    undated: int
    before: int  # incidents left of the first period shown

    @property
    def highest(self) -> int:
        """The tallest column."""
        return max((p.total for p in self.periods), default=0)


@dataclass(frozen=True)
class Matrix:
    """Who acts on whom: the parties with most incidents, and how many incidents each cell has."""

    doers: tuple[str, ...]
    receivers: tuple[str, ...]
    counts: dict[tuple[str, str], int]


def timeline_of(rows: Iterable[dict[str, Any]]) -> Timeline:
    """Return the timeline of some incidents by their first day, else that of the first report: by day, month or year as the time they span needs."""
    dated: list[tuple[datetime.date, str]] = []
    undated = 0
    for row in rows:
        day = _day(row["start"]) or _day(row["first"])
        if day is None:
            undated += 1
        else:
            dated.append((day, row["status"]))
    if not dated:
        return Timeline("day", (), (), undated, 0)
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    span = (last - first).days + 1
    step = next((name for name, longest in _LONGEST.items() if span <= longest), "year")
    shown = [_period_at(n, step) for n in range(max(_number(first, step), _number(last, step) - _MOST + 1), _number(last, step) + 1)]
    counts: dict[str, Counter[str]] = {name: Counter() for name, _, _ in shown}
    before = 0
    for day, status in dated:
        if (name := _period_at(_number(day, step), step)[0]) in counts:
            counts[name][status] += 1
        else:
            before += 1
    statuses = tuple(status for status, _ in Counter(status for _, status in dated).most_common())
    periods = tuple(Period(name, since, until, tuple((s, counts[name][s]) for s in statuses)) for name, since, until in shown)
    return Timeline(step, periods, statuses, undated, before)


def matrix_of(rows: Iterable[dict[str, Any]]) -> Matrix:
    """Return who acts on whom in some incidents, by the names the default policy gives."""
    pairs: Counter[tuple[str, str]] = Counter()
    for row in rows:
        pairs.update((doer, receiver) for doer in set(row["actors"]) for receiver in set(row["recipients"]))
    doers, receivers = (_most(pairs, n) for n in (0, 1))
    return Matrix(doers, receivers, {pair: count for pair, count in pairs.items() if pair[0] in doers and pair[1] in receivers})


def _most(pairs: Counter[tuple[str, str]], side: int) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for pair, count in pairs.items():
        counts[pair[side]] += count
    ordered: Sequence[tuple[str, int]] = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(name for name, _ in ordered[:PARTIES])


def _day(words: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(words or "")
    except ValueError:
        return None


def _number(day: datetime.date, step: str) -> int:
    """Return the number of the period a day is in."""
    return day.toordinal() if step == "day" else day.year * 12 + day.month - 1 if step == "month" else day.year


def _period_at(number: int, step: str) -> tuple[str, str, str]:
    """Return the name, first and last day of a period by its number."""
    if step == "day":
        name = datetime.date.fromordinal(number).isoformat()
        return name, name, name
    if step == "month":
        year, month = divmod(number, 12)
        name = f"{year:04}-{month + 1:02}"
        return name, f"{name}-01", f"{name}-{calendar.monthrange(year, month + 1)[1]}"
    return f"{number:04}", f"{number:04}-01-01", f"{number:04}-12-31"
