"""The application: the guard, the screens, the static files, and what is said when something is wrong."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from reportedly.errors import CorpusError, InputError
from reportedly.pages.frame import asset
from reportedly.workbench.bench import Bench
from reportedly.workbench.rendering import render
from reportedly.workbench.security import Guard
from reportedly.workbench.views import articles, double, entrance, export, incidents, paste, pictures, reader, review, sources

SCREENS = (entrance, paste, export, pictures, incidents, articles, reader, sources, review, double)


def make_app(bench: Bench) -> Starlette:
    """Return the workbench as an ASGI application."""
    static = StaticFiles(packages=[("reportedly.workbench", "static")])
    app = Starlette(
        routes=[*(route for screen in SCREENS for route in screen.ROUTES), Route("/static/page.css", _page_style), Route("/static/pictures.css", _picture_style), Mount("/static", static, name="static")],
        middleware=[Middleware(Guard, settings=bench.settings, sessions=bench.sessions, failed=_failed, users=bench.users)],
        exception_handlers={HTTPException: _refused, CorpusError: _refused, InputError: _refused},
    )
    app.state.bench = bench
    return app


def _page_style(request: Request) -> Response:
    """Give the style sheet of the pages: marks and cards look the same there and here."""
    return Response(asset("page.css"), media_type="text/css")


def _picture_style(request: Request) -> Response:
    """Give the style sheet of the pictures."""
    return Response(asset("pictures/pictures.css"), media_type="text/css")


def _refused(request: Request, error: Exception) -> Response:
    """Answer with what is wrong, as a page."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    reason = error.detail if isinstance(error, HTTPException) else str(error)
    return render(request, "refused.html", status=status, reason=reason)


def _failed(request: Request) -> Response:
    """Answer to a fault of ours."""
    return render(request, "refused.html", status=500, reason="This is a fault of the workbench. What happened is written where it was started.")
