"""The HTML page: loads nothing, shows a stranger's words as words, and leads from record to words and back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html import escape, unescape
from html.parser import HTMLParser

import msgspec
import pytest

from reportedly.pages.article import render_fragment, render_page
from reportedly.pages.cards import LEAD
from reportedly.pages.marked import LAYERS, marked_text
from reportedly.records import Actor, Article, CodedArticle, Event, Framing, Statement

HOSTILE = (
    'Army <script>alert("1")</script> denies "attack" & \'raid\'\r\n'
    "\n"
    'The army denied on Monday that soldiers had shelled <img src=x onerror="alert(1)"> the village of Tessit, killing 4 people.\n'
    '   "We will strike <!-- </style> their bases \U0001f6a9 in Gao," said General Omar Seydou of '
    "\u202eevil\u202c \u0627\u0644\u062c\u064a\u0634 \u0627\u0644\u0648\u0637\u0646\u064a & co.\n"
    "&lt;b&gt; &amp;amp; \u2028 \U0001f468\u200d\U0001f469\u200d\U0001f467 police arrested two protesters.\x0b\n\n"
)
VOID = {"meta", "br", "img", "link", "input"}


class Page(HTMLParser):
    """What a browser would see: elements with attributes, and the text of the marked article."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if element[1].get("class") == "text":
            self.texts.append("")
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1][0] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if any(attrs.get("class") == "text" for _, attrs in self.open):
            self.texts[-1] += data

    def attributes(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.elements if name in attrs]


def well_linked(page: Page) -> None:
    """Assert that ids are unique and that every link leads to one of them."""
    ids = Counter(page.attributes("id"))
    assert [i for i, n in ids.items() if n > 1] == []
    for href in page.attributes("href"):
        assert href.startswith("#") and href[1:] in ids, href


@pytest.fixture(scope="module")
def hostile(code: Callable[..., CodedArticle]) -> CodedArticle:
    return code(HOSTILE, id='"><script>alert(2)</script>', title="<b>Title</b>", outlet="O'Neill & \"Sons\"", url="javascript:alert(3)", published="2025-03-18")


def test_page_of_the_demo_is_whole_and_linked(demo: list[CodedArticle]) -> None:
    page = Page(render_page(demo))
    assert page.open == []
    well_linked(page)
    assert page.texts == [c.article.text for c in demo]


def test_page_loads_nothing(demo: list[CodedArticle], hostile: CodedArticle) -> None:
    html = render_page([*demo, hostile])
    page = Page(html)
    assert page.attributes("src") == page.attributes("srcset") == page.attributes("action") == page.attributes("style") == []
    assert {tag for tag, _ in page.elements} & {"link", "img", "iframe", "object", "base", "form"} == set()
    assert not re.search(r"url\(|@import", html)
    policy = next(attrs["content"] for tag, attrs in page.elements if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'") and "script-src 'sha256-" in policy


def test_hostile_words_stay_words(hostile: CodedArticle) -> None:
    page = Page(render_page([hostile]))
    assert page.open == []
    well_linked(page)
    assert page.texts == [HOSTILE]
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]


def test_every_event_leads_to_its_words_and_back(demo: list[CodedArticle], hostile: CodedArticle) -> None:
    for coded in (*demo, hostile):
        page = Page(render_page([coded]))
        links = {attrs["id"]: attrs["href"] for tag, attrs in page.elements if tag == "a" and "id" in attrs}
        for record in [*(e.id for e in coded.events), *(s.id for s in coded.statements)]:
            assert links[f"d1-{record}-text"] == f"#d1-{record}"
            assert f"#d1-{record}-text" in page.attributes("href")


def test_words_of_a_trigger_are_marked_with_their_status(demo: list[CodedArticle]) -> None:
    for coded in demo:
        for event in coded.events:
            words = re.findall(rf'<span class="[^"]*trigger[^"]*{event.status}[^"]*" data-r="[^"]*\b(?:x{event.id})\b[^"]*">([^<]*)</span>', marked_text(coded, "x"))
            assert words, (event.id, event.status)


def test_status_and_source_come_before_the_deed(demo: list[CodedArticle]) -> None:
    for coded in demo:
        html = render_page([coded])
        for event in coded.events:
            card = html[html.index(f'id="d1-{event.id}"') :]
            status, voice, deed = card.index(f">{event.status}</b>"), card.index('class="voice"'), card.index('class="deed"')
            assert status < voice < deed
            said = re.sub("<[^>]+>", "", card[voice:deed])
            assert ("in the article's own voice" in said) == (not event.sources and event.statement is None)
            assert ("according to" in said) == bool(event.sources or event.statement)
            assert all(escape(a.name) in said for a in coded.actors if a.id in event.sources)


def test_every_status_and_layer_is_styled_and_explained(demo: list[CodedArticle]) -> None:
    html = render_page(demo[:1])
    style = html[html.index("<style>") : html.index("</style>")]
    legend = html[: html.index("<main>")]
    for status, meaning in LEAD.items():
        assert f".trigger.{status}" in style or status == "actual"
        assert meaning in legend
    for layer in LAYERS:
        assert f".{layer}" in style and (f'class="{layer}"' in legend or layer == "trigger")


def test_fragments_of_one_notebook_do_not_clash(demo: list[CodedArticle], hostile: CodedArticle) -> None:
    """Ids never come from an article's own id, which anyone may choose; the style reaches nothing outside the fragment."""
    twins = [msgspec.structs.replace(c, article=msgspec.structs.replace(c.article, id="article-same")) for c in demo[:2]]
    page = Page("".join(render_fragment(c) for c in (*twins, hostile)))
    assert page.open == []
    well_linked(page)
    style = re.sub(r"/\*.*?\*/", "", render_fragment(hostile).split("<style>")[1].split("</style>")[0], flags=re.DOTALL)
    for selector in re.findall(r"([^{}]+)\{", style):
        assert selector.strip().startswith("@") or all(".reportedly" in part for part in selector.split(",")), selector


def test_notebook_shows_the_marked_text(demo: list[CodedArticle]) -> None:
    assert Page(demo[0]._repr_html_()).texts == [demo[0].article.text]


def test_article_without_records_or_headline() -> None:
    coded = CodedArticle(article=Article(text="One line, nothing coded.", id="x"))
    html = render_page([coded])
    assert "No event was coded." in html and "<h2" not in html[html.index("<main>") :]
    assert Page(html).texts == ["One line, nothing coded."]


def test_spans_that_overlap_in_every_way_lose_no_letter() -> None:
    text = "abc\ndefghij\n\nklm nop"
    spans = [(0, 5), (2, 9), (4, 6), (4, 20), (12, 14), (13, 20), (0, 20)]
    coded = CodedArticle(
        article=Article(text=text, id="x"),
        actors=tuple(Actor(id=f"a{n}", name="A", kind="group", mentions=(span,)) for n, span in enumerate(spans)),
        statements=tuple(Statement(id=f"s{n}", speakers=(), speaker_spans=(), cue=None, content=span, kind="mixed") for n, span in enumerate(spans)),
        events=tuple(
            Event(id=f"e{n}", type="AID", mode=None, trigger=span, sentence=span, actors=("a1",), recipients=(), status="denied", sources=("a0",)) for n, span in enumerate(spans)
        ),
        framing=tuple(Framing(span=span, kind="evaluative", event="e1") for span in spans),
    )
    page = Page(render_page([coded]))
    well_linked(page)
    assert page.texts == [text]


@pytest.mark.parametrize(("line", "side"), [
    ("The army left Gao.", "ltr"), ("\U0001f6a9 12.", "ltr"), ("\u0642\u0627\u0644 \u0627\u0644\u062c\u064a\u0634: the army denied on Monday that it had left.", "ltr"),
    ("\u0642\u0627\u0644 \u0627\u0644\u062c\u064a\u0634 Gao", "rtl"),
])  # fmt: skip
def test_a_paragraph_runs_as_most_of_its_letters_do(line: str, side: str) -> None:
    assert f'<p dir="{side}">' in marked_text(CodedArticle(article=Article(text=f"Headline\n{line}")), "x")


def test_an_endless_line_is_shown_in_blocks_and_stays_the_same_text() -> None:
    line = "\u0642\u0627\u0644 word " * 3_000 + "x" * 9_000 + " end"
    made = marked_text(CodedArticle(article=Article(text=line)), "x")
    assert made.count("<p ") > 5 and unescape(re.sub(r"<[^>]*>", "", made)) == line
    assert all(len(block) <= 4_000 for block in re.findall(r">([^<]+)<", made))
