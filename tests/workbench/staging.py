"""What the workbench's tests share: a hostile article, one with an endless line, and a visitor with a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.records import Article, CodedArticle
from reportedly.workbench.bench import Bench

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

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
