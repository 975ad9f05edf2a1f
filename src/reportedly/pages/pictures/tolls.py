"""Figures over time: what each source counts, for the incidents whose figures differ or change."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence

from reportedly.pages.marked import as_text
from reportedly.pages.pictures.parts import Row, event_line, figure, shortened

MOST = 12
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 620, 190, 40, 190, 14, 30
_SHAPES = ("circle", "square", "triangle", "diamond")


def tolls(incidents: Sequence[Row], claims: Sequence[Row]) -> str:
    """Return small pictures of figures by source and day, and all of them as a table. Rows of the two tables."""
    told: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for claim in claims:
        if claim["question"] == "toll" and claim["first"] and (claim["low"] if claim["low"] is not None else claim["high"]) is not None:
            told[claim["incident"], claim["indicator"]].append(claim)
    by_id = {r["incident"]: r for r in incidents}
    groups = [(key, sorted(found, key=lambda c: (c["first"], c["claimant"], c["claim"]))) for key, found in told.items() if key[0] in by_id]
    groups.sort(key=lambda g: (-len({c["value"] for c in g[1]}), -len(g[1]), g[0]))
    shown = [g for g in groups if len({c["value"] for c in g[1]}) > 1][:MOST]
    picture = "".join(f'<figure><figcaption dir="auto">{as_text(shortened(event_line(by_id[key[0]]), 80))}: {key[1]}</figcaption>{_draw(found)}</figure>' for key, found in shown)
    about = f"Each mark is a figure on the day it was first given; an open-ended one (\"at least\") has an arrow. Superseded figures are hollow. {len(shown)} of {len(groups)} tolls have more than one figure."
    rows = [(event_line(by_id[key[0]]), key[1], c["first"], c["claimant"], c["value"], "" if c["standing"] else "replaced, taken back or superseded", c["words"]) for key, found in groups for c in found]
    return figure("tolls", "Figures by source", about, f'<div class="small">{picture}</div>', ("incident", "of whom", "first given", "by", "figure", "standing", "in these words"), rows)


def _draw(claims: list[Row]) -> str:
    days = [datetime.date.fromisoformat(c["first"]).toordinal() for c in claims]
    first, span = min(days), max(max(days) - min(days), 1)
    most = max(max(c["high"] or 0, c["low"] or 0) for c in claims) or 1
    names = list(dict.fromkeys(c["claimant"] for c in claims))

    def at(day: int, count: int) -> tuple[float, float]:
        return LEFT + (day - first) / span * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - count / most * (HEIGHT - TOP - BOTTOM)

    parts = [f'<svg class="tolls" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="Figures by source"><path class="grid" d="M{LEFT} {TOP}V{HEIGHT - BOTTOM}H{WIDTH - RIGHT + 8}"/>']
    parts += [f'<text x="{LEFT - 6}" y="{at(first, value)[1] + 4:.1f}" text-anchor="end">{value}</text>' for value in sorted({0, most})]
    for day, anchor in sorted({min(days): "start", max(days): "end"}.items()) if max(days) > first else [(first, "start")]:
        parts.append(f'<text x="{at(day, 0)[0]:.1f}" y="{HEIGHT - 8}" text-anchor="{anchor}">{datetime.date.fromordinal(day):%d %b %Y}</text>')
    taken: list[float] = []
    for claim, day in zip(claims, days, strict=True):
        count = claim["low"] if claim["low"] is not None else claim["high"]
        x, y = at(day, count)
        hollow = "" if claim["standing"] else " hollow"
        told = as_text(f"{claim['first']}: {claim['claimant']}: {claim['value']}")
        mark = _shape(_SHAPES[names.index(claim["claimant"]) % len(_SHAPES)], x, y) + (_arrow(x, y) if claim["high"] is None else "")
        parts.append(f'<g class="point{hollow}"><title>{told}</title>{mark}</g>')
        label = y + 4
        while any(abs(label - other) < 13 for other in taken):
            label += 13
        taken.append(label)
        words = as_text(shortened(f"{count} {claim['claimant']}", 30))
        parts.append(f'<path class="lead" d="M{x + 6:.1f} {y:.1f}L{WIDTH - RIGHT + 10} {label - 4:.1f}"/><text x="{WIDTH - RIGHT + 14}" y="{label:.1f}">{words}</text>')
    return "".join(parts) + "</svg>"


def _shape(kind: str, x: float, y: float) -> str:
    if kind == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
    points = {"square": ((-5, -5), (5, -5), (5, 5), (-5, 5)), "triangle": ((0, -6), (6, 5), (-6, 5)), "diamond": ((0, -7), (7, 0), (0, 7), (-7, 0))}[kind]
    return '<polygon points="' + " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in points) + '"/>'


def _arrow(x: float, y: float) -> str:
    return f'<path class="arrow" d="M{x:.1f} {y - 6:.1f}v-8m-3 3l3 -3l3 3"/>'
