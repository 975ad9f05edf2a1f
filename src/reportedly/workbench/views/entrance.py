"""The doors: the printed address, which lets one browser in; for a team, name and password."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from reportedly.errors import InputError
from reportedly.workbench.bench import bench_of, posted, visitor, words
from reportedly.workbench.rendering import render
from reportedly.workbench.sessions import HOURS

NAME = 60  # characters of a name


def enter(request: Request, key: str) -> Response:
    """Return the answer that leaves a session's key with the browser."""
    settings = bench_of(request).settings
    answer = RedirectResponse("/", 303)
    answer.set_cookie(settings.cookie, key, max_age=HOURS * 3600, httponly=True, samesite="strict", secure=settings.is_encrypted, path="/")
    return answer


def open_(request: Request) -> Response:
    """Let in whoever holds the token; each token lets in one browser, and the next is printed then."""
    bench = bench_of(request)
    if request.scope["session"] is not None:
        return RedirectResponse("/", 303)
    if bench.settings.team or not bench.sessions.use_token(request.query_params.get("token", "")):
        raise HTTPException(403, "This address was used before or is not the printed one. Each lets in one browser; the next one stands in the terminal.")
    request.app.state.announce(bench.sessions.renew_token())
    return enter(request, bench.sessions.open("reviewer", "adjudicator"))


def sign_in(request: Request) -> Response:
    """Ask a member of the team for name and password."""
    if not bench_of(request).settings.team:
        return RedirectResponse("/open", 303)
    return render(request, "login.html", name="", problem="")


def check(request: Request, form: FormData) -> Response:
    """Let in a member of the team."""
    users = bench_of(request).users
    if users is None:
        raise HTTPException(404)
    name = words(form, "name", NAME)
    password = form.get("password")
    try:
        role = users.check(name, password if isinstance(password, str) else "")
    except InputError as error:
        return render(request, "login.html", status=429, name=name, problem=error.reason)
    if role is None:
        return render(request, "login.html", status=403, name=name, problem="No member of this name has this password.")
    return enter(request, bench_of(request).sessions.open(name, role))


def rename(request: Request, form: FormData) -> Response:
    """Take the name under which decisions are kept from now on."""
    bench = bench_of(request)
    visitor(request)
    if bench.settings.team:
        raise HTTPException(403, "In a team everyone goes by the name they sign in with.")
    if not (name := words(form, "name", NAME)) or not name.isprintable():
        raise HTTPException(400, "name: empty, or with characters that cannot be shown")
    bench.sessions.rename(request.scope["session_key"], name)
    return RedirectResponse("/review", 303)


def leave(request: Request, form: FormData) -> Response:
    """End the session."""
    bench = bench_of(request)
    bench.sessions.close(request.scope["session_key"])
    return RedirectResponse("/login" if bench.settings.team else "/open", 303)


ROUTES = (
    Route("/open", open_), Route("/login", sign_in), Route("/login", posted(check), methods=["POST"]),
    Route("/name", posted(rename), methods=["POST"]), Route("/leave", posted(leave), methods=["POST"]),
)  # fmt: skip
