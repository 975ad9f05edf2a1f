"""The reader: an article with its layers, and each record as a sentence that lights its words."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from reportedly.pages.article import headline
from reportedly.pages.marked import marked_text
from reportedly.records import CodedArticle
from reportedly.workbench.bench import bench_of
from reportedly.workbench.rendering import render
from reportedly.workbench.telling import Telling

LAYERS = (
    ("actor", "actors"), ("content", "statements"), ("trigger", "events"), ("place", "places"), ("time", "times"), ("framing", "framing words"),
)  # fmt: skip


def reading(coded: CodedArticle, **more: Any) -> dict[str, Any]:
    """Return what `reading.html` shows of an article. The marked text is escaped where it is made (`pages.marked`)."""
    return {"coded": coded, "article": coded.article, "title": headline(coded), "telling": Telling(coded), "marked": Markup(marked_text(coded, "r-")), "layers": LAYERS, **more}


def article(request: Request) -> Response:
    """Show an article of the corpus."""
    key = request.path_params["key"]
    if (coded := bench_of(request).library.index.corpus.coded(key)) is None:
        raise HTTPException(404, "There is no such article in this corpus.")
    return render(request, "reader.html", **reading(coded), key=key)


ROUTES = (Route("/articles/{key}", article),)
