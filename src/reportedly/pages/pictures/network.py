"""Who acts on whom: the actors of most incidents on a circle, an arrow from each to those it acts on."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from reportedly.corpus.model import ARROW
from reportedly.pages.marked import as_text
from reportedly.pages.pictures.parts import Row, figure, shortened

MOST = 22
WIDTH, HEIGHT, RADIUS = 960, 620, 210


def network(incidents: Sequence[Row]) -> str:
    """Return the picture of who acts on whom in incidents (rows of the table): the pairs that some mention tells, never one account's doers with another's recipients."""
    edges: Counter[tuple[str, str]] = Counter()
    for row in incidents:
        edges.update((a, b) for a, _, b in (pair.partition(ARROW) for pair in row["pairs"]))
    weight: Counter[str] = Counter()
    for (a, b), n in edges.items():
        weight[a] += n
        weight[b] += n
    names = sorted(weight, key=lambda n: (-weight[n], n))[:MOST]
    shown = {pair: n for pair, n in edges.items() if pair[0] in names and pair[1] in names}
    about = f"An arrow runs from who acts to whom, thicker for more incidents of any status and type; what is denied is left out. {len(names)} of {len(weight)} actors; the table has all."
    rows = [(a, b, n) for (a, b), n in sorted(edges.items(), key=lambda item: (-item[1], item[0]))]
    return figure("network", "Who acts on whom", about, _draw(sorted(names), shown) if names else "", ("actor", "recipient", "incidents"), rows)


def _draw(names: list[str], edges: dict[tuple[str, str], int]) -> str:
    spot = {}
    for i, name in enumerate(names):
        angle = 2 * math.pi * i / len(names) - math.pi / 2
        spot[name] = WIDTH / 2 + RADIUS * math.cos(angle), HEIGHT / 2 + RADIUS * math.sin(angle), angle
    parts = [f'<svg class="network" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="Network of actors"><defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>']
    for (a, b), count in sorted(edges.items()):
        (x, y, _), (x2, y2, _) = spot[a], spot[b]
        mx, my = (x + x2) / 2, (y + y2) / 2
        cx, cy = WIDTH / 2 + (mx - WIDTH / 2) * 0.35 + (y2 - y) * 0.08, HEIGHT / 2 + (my - HEIGHT / 2) * 0.35 - (x2 - x) * 0.08
        parts.append(f'<path class="edge" d="M{x:.0f} {y:.0f}Q{cx:.0f} {cy:.0f} {x2:.0f} {y2:.0f}" stroke-width="{min(1 + math.log2(count), 6):.1f}" marker-end="url(#arrow)"><title>{as_text(f"{a} → {b}: {count}")}</title></path>')
    for name in names:
        x, y, angle = spot[name]
        side = "start" if math.cos(angle) > 0.05 else "end" if math.cos(angle) < -0.05 else "middle"
        tx, ty = x + 12 * math.cos(angle), y + 14 * math.sin(angle) + 4
        parts.append(f'<circle class="node" cx="{x:.0f}" cy="{y:.0f}" r="5"/><text x="{tx:.0f}" y="{ty:.0f}" text-anchor="{side}">{as_text(shortened(name, 34))}<title>{as_text(name)}</title></text>')
    return "".join(parts) + "</svg>"
