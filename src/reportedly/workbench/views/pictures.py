"""Pictures of a search: when, by status; where; and who acts on whom. Every mark, row and number leads to its incidents, under the same filters."""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from reportedly.corpus.incidents import DEFAULT_POLICY
from reportedly.pages.pictures.network import network
from reportedly.pages.pictures.parts import patterns
from reportedly.pages.pictures.timeline import timeline
from reportedly.pages.pictures.worldmap import worldmap
from reportedly.workbench.bench import bench_of
from reportedly.workbench.rendering import render
from reportedly.workbench.views.incidents import asking

_DRAWN = ["incident", "start", "first", "status", "actors", "recipients", "pairs", "place", "country", "lat", "lon", "precision"]


def pictures(request: Request) -> Response:
    """Show the timeline, the map and the network of the incidents asked for, beside the filters of the table."""
    index = bench_of(request).library.index
    asked, found, values = asking(request)
    needed = found.select(_DRAWN) if asked.policy == DEFAULT_POLICY else found
    rows = [row for row in index.resolved(needed.to_pylist(), asked.policy) if row["status"] != "superseded"]

    def leads(**filters: str) -> str:
        return asked.link(**filters)

    def both(*, actor: str, recipient: str) -> str:
        return asked.link(actor=actor, q=recipient)

    drawn = Markup(patterns() + timeline(rows, leads) + worldmap(rows, leads) + network(rows, leads, both))  # made of escaped text
    return render(request, "pictures.html", asked=asked, drawn=drawn, superseded=found.num_rows - len(rows), citation=index.cite(asked, found.num_rows), **values)


ROUTES = (Route("/incidents/pictures", pictures),)
