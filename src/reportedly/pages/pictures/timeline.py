"""Incidents over time by status: stacked bars by day, week or month."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from reportedly.pages.marked import as_text
from reportedly.pages.pictures.parts import FAMILIES, FAMILY_OF, Row, css_class, figure, legend

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 960, 260, 40, 40, 12
_LABELS = 12


def timeline(incidents: Sequence[Row]) -> str:
    """Return the picture of incidents (rows of the table) over time. An incident without a day of its own stands at its first report."""
    days = {row["incident"]: datetime.date.fromisoformat(day) for row in incidents if (day := row["start"] or row["first"]) and row["status"] in FAMILY_OF}
    undated = sum(1 for row in incidents if not row["start"])
    if not days:
        return figure("time", "Over time", "No incident of this corpus has a day.", "", ("period",), ())
    unit = _unit(min(days.values()), max(days.values()))
    counts: dict[datetime.date, Counter[str]] = {}
    for row in incidents:
        if row["incident"] in days:
            counts.setdefault(_begin(days[row["incident"]], unit), Counter())[FAMILY_OF[row["status"]]] += 1
    periods = _all_periods(min(counts), max(counts), unit)
    about = f"Each bar is a {unit}; its parts are statuses. {undated} of {len(incidents)} incidents have no day of their own and stand at the day of their first report."
    rows = [(p.isoformat(), *(counts[p][f] or None for f in FAMILIES)) for p in periods if p in counts]
    used = [f for f in FAMILIES if any(counts[p][f] for p in counts)]
    picture = legend((css_class(f), f) for f in used) + _draw(periods, counts, unit)
    return figure("time", "Over time", about, picture, (f"{unit} from", *FAMILIES), rows)


def _draw(periods: list[datetime.date], counts: dict[datetime.date, Counter[str]], unit: str) -> str:
    most = max(sum(c.values()) for c in counts.values())
    step = (WIDTH - LEFT - 8) / len(periods)
    scale = (HEIGHT - TOP - BOTTOM) / most
    parts = [f'<svg class="time" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="Incidents by {unit} and status">']
    for value in _ticks(most):
        y = HEIGHT - BOTTOM - value * scale
        parts.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - 8}"/><text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value}</text>')
    every = -(-len(periods) // _LABELS)
    for i, period in enumerate(periods):
        x, y = LEFT + i * step, float(HEIGHT - BOTTOM)
        for family in FAMILIES:
            if count := counts.get(period, Counter())[family]:
                y -= count * scale
                parts.append(f'<rect class="{css_class(family)}" x="{x + step * 0.1:.1f}" y="{y:.1f}" width="{max(step * 0.8, 1):.1f}" height="{count * scale:.1f}"><title>{as_text(f"{period}: {count} {family}")}</title></rect>')
        if i % every == 0:
            parts.append(f'<text x="{x + step / 2:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{_label(period, unit)}</text>')
    return "".join(parts) + "</svg>"


def _unit(first: datetime.date, last: datetime.date) -> str:
    days = (last - first).days
    return "day" if days <= 45 else "week" if days <= 370 else "month" if days <= 3660 else "year"


def _begin(day: datetime.date, unit: str) -> datetime.date:
    if unit == "week":
        return day - datetime.timedelta(days=day.weekday())
    return day if unit == "day" else day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _all_periods(first: datetime.date, last: datetime.date, unit: str) -> list[datetime.date]:
    out = [first]
    while out[-1] < last:
        out.append(_begin(out[-1] + datetime.timedelta(days={"day": 1, "week": 7, "month": 31, "year": 366}[unit]), unit))
    return out


def _label(day: datetime.date, unit: str) -> str:
    return f"{day:%Y}" if unit == "year" else f"{day:%b %Y}" if unit == "month" else f"{day.day} {day:%b}"


def _ticks(most: int) -> list[int]:
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10**4, 10**5, 10**6) if most / s <= 5)
    return list(range(step, most + 1, step))
