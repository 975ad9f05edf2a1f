"""The guard in front of every screen: right host, right origin, a session, a bounded body; and headers that leave a page nothing but our own files."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.limits import UPLOAD_BYTES
from reportedly.workbench.sessions import Session, Sessions
from reportedly.workbench.settings import Settings
from reportedly.workbench.users import Users

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with "no-referrer" a browser sends no origin with its forms either
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_log = logging.getLogger("uvicorn.error")
_OPEN = ("/static/", "/open", "/login")  # without a session: the style sheet, and the doors
_FORM_SLACK = 64 * 1024  # what a form adds to the file in it
NO_SESSION = "This page is shown only to whoever started the workbench. Open the address that `reportedly serve` printed; it lets one browser in."


class Guard:
    """ASGI middleware; see the module. The session is left in ``scope["session"]``, None on the pages that need none."""

    def __init__(self, app: ASGIApp, settings: Settings, sessions: Sessions, failed: Callable[[Request], Response], users: Users | None = None) -> None:
        self.app, self.settings, self.sessions, self.failed, self.users = app, settings, sessions, failed, users

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        begun = False

        async def send_headed(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if not scope["path"].startswith("/static/"):
                    headers["cache-control"] = "no-store"
            await send(message)

        try:
            refusal = self._refuse(scope) or await self._refuse_member(scope)
            await (refusal or self.app)(scope, receive if refusal else _bounded(receive), send_headed)
        except Exception:  # a fault of ours: the terminal has the traceback, the browser a page under the same policy
            if begun:
                raise
            _log.exception("%s %s", scope["method"], scope["path"])
            await self.failed(Request(scope))(scope, receive, send_headed)

    def _refuse(self, scope: Scope) -> Response | None:
        """Return the answer to a request that goes no further."""
        headers = Headers(scope=scope)
        if headers.get("host") not in self.settings.hosts:
            return PlainTextResponse(f"This workbench answers only at {self.settings.origin}", 400)
        if scope["method"] not in ("GET", "HEAD"):
            if headers.get("origin") not in self.settings.origins or headers.get("sec-fetch-site", "same-origin") != "same-origin":
                return PlainTextResponse("A form of another site was sent here; it is not answered.", 403)
            length = headers.get("content-length", "0")
            if not length.isascii() or not length.isdigit() or int(length) > UPLOAD_BYTES.default + _FORM_SLACK:
                return PlainTextResponse(f"More than {UPLOAD_BYTES.default} bytes; it was not read.", 413)
        scope["session_key"] = Request(scope).cookies.get(self.settings.cookie, "")
        scope["session"] = self.sessions.find(scope["session_key"])
        if scope["session"] is None and not scope["path"].startswith(_OPEN):
            return RedirectResponse("/login", 303) if self.settings.team else PlainTextResponse(NO_SESSION, 403)
        return None

    async def _refuse_member(self, scope: Scope) -> Response | None:
        """Return the answer to somebody who is no longer in the team; take up a role that was changed."""
        session: Session | None = scope["session"]
        if self.users is None or session is None:
            return None
        role = await run_in_threadpool(self.users.role_of, session.name)
        if role is None:
            self.sessions.close_all(session.name)
            return RedirectResponse("/login", 303)
        scope["session"] = replace(session, role=role)
        return None


def _bounded(receive: Receive) -> Receive:
    """Return a receive that ends a body which says nothing of its length and goes on for too long."""
    read = 0

    async def counted() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > UPLOAD_BYTES.default + _FORM_SLACK:
            raise HTTPException(413, f"More than {UPLOAD_BYTES.default} bytes; the rest was not read.")
        return message

    return counted
