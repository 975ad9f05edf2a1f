"""The page of an evaluation: whole, loading nothing, showing strangers' words as words."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import msgspec
import pytest
from invented import as_coded, event, harbour, passage, said

from reportedly.measuring import compare, evaluate
from reportedly.measuring.calibration import Bin, Calibration
from reportedly.pages.evaluation import render_evaluation
from reportedly.pages.marked import marked_words
from reportedly.pages.reliability import reliability_picture

EVIL = '<script>alert(1)</script> & "quoted" \u202eevil'
VOID = {"meta", "input"}


class Page(HTMLParser):
    """What a browser would see: elements with attributes; every element must be closed in turn."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def html() -> str:
    evil = passage(
        f"Guards raided {EVIL} pier.", "Quiet.", id=EVIL, outlet=EVIL,
        events=[event("ASSAULT", trigger=EVIL, actors=(EVIL,), sources=(EVIL,), place=EVIL), event("COERCE", trigger="raided")], statements=[said(EVIL, 0, [EVIL])],
    )  # fmt: skip
    other = msgspec.structs.replace(evil, events=(event("ASSAULT", trigger="raided", mode="beat"), event("COERCE", trigger="raided", actors=("Guards",))), statements=())
    return render_evaluation(evaluate([compare(evil, as_coded(other)), compare(harbour(), as_coded(harbour()))]))


def test_the_page_is_whole_and_its_links_lead_somewhere(html: str) -> None:
    page = Page(html)
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    for _, attrs in page.elements:
        if "href" in attrs:
            assert attrs["href"][0] == "#" and attrs["href"][1:] in ids
        for target in attrs.get("aria-labelledby", "").split():
            assert target in ids


def test_strangers_words_stay_words(html: str) -> None:
    page = Page(html)
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert "<script>alert" not in html and "alert(1)" in page.text
    assert not any(name.startswith("on") for _, attrs in page.elements for name in attrs)


def test_the_page_loads_nothing_and_only_its_own_script_may_run(html: str) -> None:
    page = Page(html)
    assert not any({"src", "srcset", "action"} & attrs.keys() for _, attrs in page.elements)
    assert "url(" not in html and "@import" not in html
    script = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)[-1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in html


def test_each_difference_can_be_filtered_and_both_triggers_are_marked(html: str) -> None:
    page = Page(html)
    offered = {attrs["value"] for tag, attrs in page.elements if tag == "input"}
    kinds = {kind for _, attrs in page.elements for kind in attrs.get("data-kinds", "").split()}
    assert offered == kinds and {"actors", "mode", "sources", "statement-missed"} <= kinds
    assert 'class="coded-words"' in html and 'class="gold-words"' in html
    assert ("form", {"class": "filter", "hidden": ""}) in page.elements  # shown by the script that makes it work


def test_only_passages_that_differ_are_listed(html: str) -> None:
    sections = [attrs["id"] for tag, attrs in Page(html).elements if tag == "section" and attrs.get("class") == "passage"]
    assert sections == ["p1"]


def test_codings_that_agree_have_a_page_too() -> None:
    html = render_evaluation(evaluate([compare(harbour(), harbour())], samples=0))
    Page(html)
    assert "The two codings do not differ." in html and "<tr data-kinds" not in html and 'id="confidence"' not in html


def test_records_outside_every_sentence_have_a_place() -> None:
    gold = passage("First.", "Guards raided it.", "Last.", events=[])
    coded = as_coded(passage("First.", "Guards raided it.", "Last.", events=[event("COERCE", 1, trigger="raided")]))
    cut = msgspec.structs.replace(gold, sentences=(gold.sentences[0], gold.sentences[2]))
    Page(render_evaluation(evaluate([compare(cut, coded), compare(msgspec.structs.replace(gold, sentences=()), coded)])))


def test_marked_words_cut_where_marks_overlap() -> None:
    marked = marked_words("aa <bb> cc dd", (3, 10), [((0, 8), "one"), ((5, 99), "two")])
    assert marked == '<span class="one">&lt;b</span><span class="one two">b&gt; </span><span class="two">cc</span>'


def test_the_picture_puts_a_bin_where_its_figures_are() -> None:
    bins = (Bin(low=0.2, high=0.3, events=0, confidence=None, right=None), Bin(low=0.9, high=1.0, events=9, confidence=1.0, right=0.5, right_interval=(0.25, 0.75)))
    picture = reliability_picture(Calibration(events=9, error=0.5, error_interval=None, bins=bins, coverage=()))
    assert picture.count("<circle") == 1 and 'cx="332.0" cy="154.0"' in picture
    assert 'y1="224.0" x2="332.0" y2="84.0"' in picture
    assert "confidence 1.00: 0.50 right of 9" in picture
