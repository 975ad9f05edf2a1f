"""The browser for tests: Debian's chromium through Playwright; a workbench served on a free port, in a thread or by the command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from reportedly.workbench.app import make_app
from reportedly.workbench.bench import Bench
from reportedly.workbench.library import Library
from reportedly.workbench.reviewing.store import Store
from reportedly.workbench.sessions import Sessions
from reportedly.workbench.settings import Settings
from reportedly.workbench.users import Users

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
MISSING = "no chromium: browser tests skipped; get it with: apt-get install chromium"
ON_CI = os.environ.get("CI") == "1"


@contextmanager
def served(library: Library, store: Store, users: Users | None = None) -> Iterator[tuple[str, Bench]]:
    """Serve a bench in a thread, with ``users`` for a team; give its origin."""
    socket = uvicorn.Config("", host="127.0.0.1", port=0, log_level="error").bind_socket()
    origin = f"http://127.0.0.1:{socket.getsockname()[1]}"
    bench = Bench(library=library, store=store, sessions=Sessions(), settings=Settings(origin=origin, team=users is not None), users=users)
    app = make_app(bench)
    app.state.announce = lambda token: None
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    try:
        yield origin, bench
    finally:
        server.should_exit = True
        thread.join(10)
        socket.close()


@contextmanager
def serving(*arguments: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command; give the process and the address it prints."""
    process = subprocess.Popen([sys.executable, "-m", "reportedly", "serve", "--port", "0", *arguments], stderr=subprocess.PIPE, text=True, env=os.environ | environment)
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        while line and "open http" not in line:
            line = process.stderr.readline()
        yield process, line.split()[-1]
    finally:
        process.kill()
        process.wait()
