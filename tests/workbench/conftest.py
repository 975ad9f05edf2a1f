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
from reportedly.records import Article, CodedArticle
from reportedly.workbench.app import make_app
from reportedly.workbench.bench import Bench
from reportedly.workbench.example import read_example
from reportedly.workbench.library import Library
from reportedly.workbench.reviewing.store import Store
from reportedly.workbench.sessions import Sessions
from reportedly.workbench.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

sys.path.insert(0, str(Path(__file__).parent))
from browsing import CHROMIUM, MISSING, ON_CI, served

ORIGIN = "http://127.0.0.1:8765"
MARKUP = '<script>alert("x")</script><img src=x onerror=alert(1)>'
SVG = '<svg onload=alert(4)><img src=x onerror=alert(1)><!-- '  # an article with more tags than this is set aside as HTML
LONG = "The army denied on Monday that soldiers had shelled the village of Tessit. " * 1200
HOSTILE = Article(
    id='h"><script>alert(2)</script>',
    title=f"Army {MARKUP} denies attack",
    outlet=f"Wire </title><b>{MARKUP}",
    url="javascript:alert(3)",
    published="2025-03-19",
    text=(
        f"Army {MARKUP} denies attack\r\n"
        f'The army denied on Monday that soldiers of General "{SVG}" had shelled the village of Tessit, killing 4 people.\n'
        "\U0001f6a9\U0001f6a9 \u0642\u0627\u0644 \u0627\u0644\u062c\u064a\u0634 \u202eThe rebels attacked\u202c the army in Gao on Tuesday, \U0001f468\u200d\U0001f469\u200d\U0001f467 General Omar Seydou said.\n"
        f"{LONG}\n&lt;b&gt; {{{{ 7*7 }}}} police arrested two protesters."
    ),
)  # fmt: skip
# Coding a megabyte takes a minute, and showing it is what is tested: this one has no records.
ENDLESS = Article(id="endless", title="A line of a megabyte", published="2025-03-20", text="\U0001f6a9 \u0642\u0627\u0644 and so on <b>and</b> on " * 35_000 + "The end")


class CodesNothing:
    """A coder that finds nothing."""

    def code(self, article: Article) -> CodedArticle:
        return CodedArticle(article=article)


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


class Visitor:
    """A fresh browser that has come in; it keeps what its pages complained of."""

    def __init__(self, browser: Browser, live: tuple[str, Bench], **options: object) -> None:
        self.origin, self.bench = live
        self.context: BrowserContext = browser.new_context(**options)  # type: ignore[arg-type]
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text) if message.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append("a dialog"), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(f"{self.origin}/open?token={self.bench.sessions.renew_token()}")

    def go(self, path: str) -> None:
        self.page.goto(self.origin + path)


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
