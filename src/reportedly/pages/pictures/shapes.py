"""Shapes of countries from TopoJSON: rings of longitude and latitude, decoded once.

TopoJSON specification 1.0: arcs are delta-encoded integers under one transform; a negative index means an arc backwards.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

Ring = tuple[tuple[float, float], ...]


@cache
def countries() -> dict[str, tuple[str, tuple[Ring, ...]]]:
    """Return name and rings (longitude, latitude in degrees) of each country by its ISO 3166 alpha-3 code."""
    topology = json.loads(files("reportedly.pages.pictures").joinpath("countries-50m.json").read_text(encoding="utf-8"))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[list[tuple[float, float]]] = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy, *_ in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    out: dict[str, tuple[str, tuple[Ring, ...]]] = {}
    for n, shape in enumerate(topology["objects"]["countries"]["geometries"]):
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"] if shape["type"] == "MultiPolygon" else []
        rings = tuple(_ring(indices, arcs) for polygon in polygons for indices in polygon)
        code = shape["properties"].get("a3") or f"?{n}"
        name, before = out.get(code, (shape["properties"].get("name") or code, ()))
        out[code] = name, before + rings
    return out


def _ring(indices: list[int], arcs: list[list[tuple[float, float]]]) -> Ring:
    points: list[tuple[float, float]] = []
    for i in indices:
        arc = arcs[i] if i >= 0 else arcs[~i][::-1]
        points += arc[1:] if points else arc
    return tuple(points)
