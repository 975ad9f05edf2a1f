"""Pictures of a search: when, by status; where; and who acts on whom. Every row and cell leads to its incidents, under the same filters."""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from reportedly.pages.pictures.network import network
from reportedly.pages.pictures.parts import patterns
from reportedly.pages.pictures.worldmap import worldmap
from reportedly.workbench.asking import read_asked
from reportedly.workbench.bench import bench_of
from reportedly.workbench.picturing import matrix_of, timeline_of
from reportedly.workbench.rendering import render


def pictures(request: Request) -> Response:
    """Show the timeline and the matrix of the incidents asked for."""
    index = bench_of(request).library.index
    asked = read_asked(request.query_params)
    found = index.find(asked)
    rows = found.select(["start", "first", "status", "actors", "recipients", "pairs", "place", "country", "lat", "lon", "precision"]).to_pylist()
    drawn = Markup(patterns() + worldmap(rows) + network(rows))  # made of escaped text
    return render(request, "pictures.html", asked=asked, total=len(rows), timeline=timeline_of(rows), matrix=matrix_of(rows), drawn=drawn, citation=index.cite(asked, len(rows)))


ROUTES = (Route("/incidents/pictures", pictures),)
