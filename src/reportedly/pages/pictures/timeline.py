"""Incidents over time by status: stacked bars by day, week or month."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from reportedly.pages.marked import as_text
from reportedly.pages.pictures.parts import FAMILIES, FAMILY_OF, Leads, Row, css_class, figure, led, legend, role

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 960, 260, 40, 40, 12
_LABELS = 10
_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}  # enough to get from the first day of a period into the next
_MOST = 130  # bars; more would be hairs


def timeline(incidents: Sequence[Row], leads: Leads | None = None) -> str:
    """Return the picture of incidents (rows of the table) over time. An incident without a day of its own stands at its first report."""
    days = {row["incident"]: datetime.date.fromisoformat(day) for row in incidents if (day := row["start"] or row["first"]) and row["status"] in FAMILY_OF}
    undated = sum(1 for row in incidents if not row["start"])
    if not days:
        return figure("time", "Over time", "No incident has a day.", "", ("period",), ())
    unit = _unit(min(days.values()), max(days.values()))
    counts: dict[datetime.date, Counter[str]] = {}
    for row in incidents:
        if row["incident"] in days:
            counts.setdefault(_begin(days[row["incident"]], unit), Counter())[FAMILY_OF[row["status"]]] += 1
    periods = _all_periods(min(counts), max(counts), unit)
    cut = periods[-_MOST] if len(periods) > _MOST else periods[0]
    before = sum(sum(c.values()) for period, c in counts.items() if period < cut)
    periods = [p for p in periods if p >= cut]
    about = f"Each bar is a {unit}; its parts are statuses."
    about += f" {undated:,} of {len(incidents):,} incidents have no day of their own and stand at the day of their first report." if undated else ""
    about += f" {before} lie before the first bar." if before else ""
    about += " A bar leads to the incidents whose days touch it, which may be more." if leads else ""
    used = [f for f in FAMILIES if any(c[f] for c in counts.values())]
    rows = [(_led(as_text(_label(p, unit)), p, counts[p], unit, leads), *(counts[p][f] or None for f in used)) for p in periods if p in counts]
    picture = legend((css_class(f), f) for f in used) + _draw(periods, counts, unit, leads)
    return figure("time", "Over time", about, picture, (f"{unit} from" if unit == "week" else unit, *used), rows)


def _draw(periods: list[datetime.date], counts: dict[datetime.date, Counter[str]], unit: str, leads: Leads | None) -> str:
    most = max(sum(c.values()) for c in counts.values())
    step = (WIDTH - LEFT - 8) / len(periods)
    scale = (HEIGHT - TOP - BOTTOM) / most
    parts = [f'<svg class="time" viewBox="0 0 {WIDTH} {HEIGHT}" role="{role(leads)}" aria-label="Incidents by {unit} and status">']
    for value in _ticks(most):
        y = HEIGHT - BOTTOM - value * scale
        parts.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - 8}"/><text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value}</text>')
    every = -(-len(periods) // _LABELS)
    for i, period in enumerate(periods):
        x, y = LEFT + i * step, float(HEIGHT - BOTTOM)
        bar = ""
        for family in FAMILIES:
            if count := counts.get(period, Counter())[family]:
                y -= count * scale
                bar += f'<rect class="{css_class(family)}" x="{x + step * 0.1:.1f}" y="{y:.1f}" width="{max(step * 0.8, 1):.1f}" height="{count * scale:.1f}"><title>{as_text(f"{_label(period, unit)}: {count} {family}")}</title></rect>'
        if bar:
            parts.append(_led(bar, period, counts[period], unit, leads))
        if i % every == 0:
            parts.append(f'<text x="{x + step / 2:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{_label(period, unit)}</text>')
    return "".join(parts) + "</svg>"


def _led(mark: str, period: datetime.date, counts: Counter[str], unit: str, leads: Leads | None) -> Markup:
    after = period.toordinal() + _DAYS[unit]
    until = datetime.date.max if after > datetime.date.max.toordinal() else _begin(datetime.date.fromordinal(after), unit) - datetime.timedelta(days=1)
    told = f"{_label(period, unit)}: " + ", ".join(f"{counts[f]} {f}" for f in FAMILIES if counts[f])
    return led(mark, told, leads, since=period.isoformat(), until=until.isoformat())


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
        out.append(_begin(out[-1] + datetime.timedelta(days=_DAYS[unit]), unit))
    return out


def _label(day: datetime.date, unit: str) -> str:
    return f"{day:%Y}" if unit == "year" else f"{day:%b %Y}" if unit == "month" else f"{day.day} {day:%b %Y}"


def _ticks(most: int) -> list[int]:
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10**4, 10**5, 10**6) if most / s <= 5)
    return list(range(step, most + 1, step))
