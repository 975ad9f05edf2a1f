"""Serving: a socket on this machine, the application behind it, and the address that lets one browser in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from reportedly.coder import Coder
from reportedly.errors import InputError
from reportedly.workbench.app import make_app
from reportedly.workbench.bench import Bench
from reportedly.workbench.library import Library
from reportedly.workbench.reviewing.store import Store
from reportedly.workbench.sessions import Sessions
from reportedly.workbench.settings import Settings
from reportedly.workbench.users import Users

HOST = "127.0.0.1"


def store_address(folder: Path) -> str:
    """Return the address of the decisions that lie beside a corpus."""
    return f"sqlite:///{folder / 'review.sqlite'}"


def serve(folder: Path, coder: Callable[[], Coder], *, port: int, tell: Callable[[str], None], origin: str | None = None, database: str | None = None, team: bool = False) -> None:
    """Serve the workbench until it is interrupted. ``tell`` is given each address that lets a browser in; ``port`` 0 takes a free one.

    ``origin``: the public address of a proxy in front of it, which must pass on the Host header as it is. ``database``: SQLAlchemy's address of the
    decisions; without one they lie in ``review.sqlite`` beside the corpus.
    """
    socket = uvicorn.Config("", host=HOST, port=port, log_level="error").bind_socket()
    with socket:
        socket.listen()  # from here on a browser that is faster than we are waits instead of being refused
        settings = Settings(origin=(origin or f"http://{HOST}:{socket.getsockname()[1]}").rstrip("/"), team=team)
        library = Library(folder, coder)
        store = Store(database or store_address(folder))
        store.bind(hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest())
        users = Users(store.engine) if team else None
        if users is not None and not users.all():
            raise InputError("nobody may sign in yet; add somebody with: reportedly users --add NAME --role adjudicator")
        bench = Bench(library=library, store=store, sessions=Sessions(), settings=settings, users=users)
        app = make_app(bench)

        def announce(token: str) -> None:
            tell(f"{settings.origin}/open?token={token}")

        app.state.announce = announce
        library.warm()
        library.prepare()
        if team:
            tell(f"{settings.origin}/login")
        else:
            announce(bench.sessions.token)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False, ws="none", timeout_keep_alive=5)
        try:
            with suppress(KeyboardInterrupt):  # Ctrl-C is how it ends
                uvicorn.Server(config).run(sockets=[socket])
        finally:
            library.close()
            store.close()
