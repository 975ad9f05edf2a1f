"""Fixtures of the workbench: a corpus with a hostile article in it, a bench over it, and a client that has come in by the door."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from reportedly.coder import Coder
from reportedly.corpus.build import build
from reportedly.corpus.store import describe_model
from reportedly.workbench.app import make_app
from reportedly.workbench.bench import Bench
from reportedly.workbench.example import read_example
from reportedly.workbench.library import Library
from reportedly.workbench.reviewing.store import Store
from reportedly.workbench.sessions import Sessions
from reportedly.workbench.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).parent))
from browsing import CHROMIUM, MISSING, ON_CI, served
from staging import ENDLESS, HOSTILE, ORIGIN, CodesNothing, Visitor


@pytest.fixture(scope="session")
def bench_folder(coder: Coder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's articles and the hostile one, built once."""
    folder = tmp_path_factory.mktemp("bench") / "corpus"
    built = build(folder, ((a, "test", a.id) for a in (*read_example(), HOSTILE)), lambda: coder, model=describe_model(None))
    assert built.added == 6 and not built.aside
    assert build(folder, [(ENDLESS, "test", ENDLESS.id)], CodesNothing, model=describe_model(None)).added == 1  # type: ignore[arg-type]
    return folder


@pytest.fixture
def bench(bench_folder: Path, coder: Coder, tmp_path: Path) -> Iterator[Bench]:
    """A bench over the corpus with a fresh store of decisions."""
    made = Bench(library=Library(bench_folder, lambda: coder), store=Store(f"sqlite:///{tmp_path / 'review.sqlite'}"), sessions=Sessions(), settings=Settings(origin=ORIGIN))
    yield made
    made.library.close()
    made.store.close()


@pytest.fixture
def app(bench: Bench) -> Starlette:
    made = make_app(bench)
    made.state.announced = []
    made.state.announce = made.state.announced.append
    return made


@pytest.fixture
def stranger(app: Starlette) -> Iterator[TestClient]:
    """A client that has not come in."""
    with TestClient(app, base_url=ORIGIN, headers={"origin": ORIGIN}, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def client(stranger: TestClient, bench: Bench) -> TestClient:
    """A client that has come in by the printed address."""
    assert stranger.get(f"/open?token={bench.sessions.token}").status_code == 200
    return stranger


@pytest.fixture
def keys(bench: Bench) -> dict[str, str]:
    """The key in the corpus of each article's id."""
    return {row["id"]: row["article"] for row in bench.library.index.corpus.table("articles").to_pylist()}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium; on CI it must be there."""
    if CHROMIUM is None:
        assert not ON_CI, MISSING
        pytest.skip(MISSING)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def live(bench: Bench) -> Iterator[tuple[str, Bench]]:
    """The bench behind a real socket."""
    with served(bench.library, bench.store) as found:
        yield found


@pytest.fixture
def visitor(browser: Browser, live: tuple[str, Bench]) -> Iterator[Visitor]:
    """One visitor; at the end nothing was complained of and nothing asked of another machine."""
    made = Visitor(browser, live)
    yield made
    made.context.close()
    assert made.complaints == []
    assert [url for url in made.requests if not url.startswith(made.origin)] == []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line what was skipped for want of a program, and how to get it."""
    reasons = {str(report.longrepr[2]).removeprefix("Skipped: ") for report in terminalreporter.stats.get("skipped", []) if isinstance(report.longrepr, tuple)}
    for reason in sorted(reasons):
        if "get it with" in reason:
            terminalreporter.write_line(reason)
