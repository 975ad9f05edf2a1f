"""The bench: all that the screens work with, in one object; and the few helpers every screen uses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from reportedly.workbench.library import Library
from reportedly.workbench.reviewing.store import Store
from reportedly.workbench.sessions import Session, Sessions
from reportedly.workbench.settings import Settings
from reportedly.workbench.users import Users

_FIELDS = 500  # of one form


@dataclass(frozen=True)
class Bench:
    """What a running workbench holds."""

    library: Library
    store: Store
    sessions: Sessions
    settings: Settings
    users: Users | None = None  # of a team


def bench_of(request: Request) -> Bench:
    """Return the bench that serves a request."""
    return cast(Bench, request.app.state.bench)


def visitor(request: Request) -> Session:
    """Return who asks; the guard has let nobody in without a session."""
    session: Session | None = request.scope["session"]
    if session is None:
        raise HTTPException(403)
    return session


def require(request: Request, role: str) -> Session:
    """Return who asks; answer 403 when they may not do what ``role`` may."""
    session = visitor(request)
    if not session.may(role):
        raise HTTPException(403, f"This needs the role {role}; yours is {session.role}.")
    return session


def posted(view: Callable[[Request, FormData], Response]) -> Callable[[Request], Awaitable[Response]]:
    """Return an endpoint that reads a form, then runs the view in a thread."""

    @wraps(view)
    async def endpoint(request: Request) -> Response:
        async with request.form(max_files=1, max_fields=_FIELDS, max_part_size=4_000_000) as form:
            return await run_in_threadpool(view, request, form)

    return endpoint


def words(form: FormData | Any, name: str, most: int = 10_000) -> str:
    """Return a field of a form as text without the space around it; answer 400 when it is longer than ``most`` characters."""
    value = form.get(name)
    text = value.replace("\r\n", "\n") if isinstance(value, str) else ""
    if len(text) > most:
        raise HTTPException(400, f"{name}: more than {most} characters")
    if "\x00" in text:
        raise HTTPException(400, f"{name}: a NUL character; this is no text")
    return text.strip()
