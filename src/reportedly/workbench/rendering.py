"""Templates to responses. Every value is escaped by Jinja; what a template shows of an article is text, never markup."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

import reportedly
from reportedly.pages.cards import LEAD
from reportedly.pages.marked import as_text
from reportedly.workbench.bench import bench_of

SCREENS = (("Paste", "/"), ("Incidents", "/incidents"), ("Articles", "/articles"), ("Sources", "/sources"), ("Review", "/review"), ("Two coders", "/double"))


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a screen. Every template sees who asks, the path and the list of screens."""
    bench = bench_of(request)
    return HTMLResponse(
        environment().get_template(template).render(
            session=request.scope.get("session"), path=request.url.path, screens=SCREENS, team=bench.settings.team, version=reportedly.__version__, **values
        ),
        status_code=status,
    )  # fmt: skip


@cache
def environment() -> Environment:
    """Return the templates with their filters."""
    made = Environment(loader=PackageLoader("reportedly.workbench"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {"exact": exact, "joined": "; ".join, "days": days, "count": count, "figure": figure}
    made.globals |= {"LEAD": LEAD}
    return made


def exact(words: str) -> Markup:
    """Return a text as HTML that a browser reads back to the character (it would make a bare carriage return a line feed)."""
    return Markup(as_text(words))


def days(start: str | None, end: str | None) -> str:
    """Return a period as words."""
    return "" if start is None else start if start == end or end is None else f"{start} to {end}"


def count(number: int, noun: str, nouns: str | None = None) -> str:
    """Return a number with its noun."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def figure(low: int | None, high: int | None) -> str:
    """Return bounds of a count as words."""
    if low is None and high is None:
        return ""
    return str(low) if low == high else f"{low} or more" if high is None else f"up to {high}" if low is None else f"{low} to {high}"


@cache
def static_text(name: str) -> str:
    """Return a static file of ours as text."""
    return files("reportedly.workbench").joinpath("static", name).read_text(encoding="utf-8")
