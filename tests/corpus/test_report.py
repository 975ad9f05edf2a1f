"""The report of a corpus: one page that loads nothing, shows what the tables hold, and takes hostile names as text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from reportedly.corpus.corpus import Corpus
from reportedly.corpus.statuses import STATUSES
from reportedly.pages.pictures.matrix import matrix
from reportedly.pages.pictures.network import network
from reportedly.pages.pictures.parts import FAMILY_OF
from reportedly.pages.pictures.shapes import countries
from reportedly.pages.pictures.timeline import timeline
from reportedly.pages.pictures.tolls import tolls
from reportedly.pages.pictures.worldmap import worldmap
from reportedly.pages.report import report_page

EVIL = "<script>alert(1)</script>\"'&"


@pytest.fixture(scope="module")
def page(gold_corpus: Corpus) -> str:
    return report_page(gold_corpus)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "xlink:href", "action")]


def test_the_page_loads_nothing_and_runs_nothing(page: str) -> None:
    tags = Tags()
    tags.feed(page)
    assert all(address.startswith("#") for address in tags.addresses)
    assert not {"img", "iframe", "link", "object"} & set(tags.names)
    assert "default-src 'none'" in page and not re.search(r"url\((?!#)", page)


def test_every_picture_is_there_with_its_figures(page: str, gold_corpus: Corpus) -> None:
    for name in ("time", "map", "matrix", "tolls", "network", "outlets"):
        assert f'<section id="{name}">' in page
    assert f"{gold_corpus.incidents().num_rows:,} incidents" in page
    assert page.count("<details>") >= 5


def test_the_same_corpus_gives_the_same_page(page: str, gold_corpus: Corpus) -> None:
    assert report_page(Corpus(gold_corpus.folder)) == page


def test_filters_narrow_the_page(gold_corpus: Corpus) -> None:
    fewer = gold_corpus.incidents(type="PROTEST").num_rows
    assert 0 < fewer < gold_corpus.incidents().num_rows
    assert f"{fewer:,} incidents" in report_page(gold_corpus, type="PROTEST")


def test_names_with_markup_are_text(gold_corpus: Corpus) -> None:
    rows = gold_corpus.incidents().to_pylist()
    for row in rows:
        row.update(actors=[EVIL], recipients=[EVIL + "2"], pairs=[f"{EVIL} → {EVIL}2"], place=EVIL, silent=[EVIL])
    claims = [{**row, "claimant": EVIL, "words": EVIL} for row in gold_corpus.table("claims").to_pylist()]
    made = timeline(rows) + worldmap(rows) + matrix(rows, claims) + tolls(rows, claims) + network(rows)
    assert "<script" not in made and "&lt;script&gt;" in made


def test_an_empty_corpus_has_empty_pictures() -> None:
    for made in (timeline([]), worldmap([]), matrix([], []), tolls([], []), network([])):
        assert made.startswith("<section")


def test_a_province_is_no_dot() -> None:
    base = {"incident": "i1", "status": "reported", "place": "Anbar", "country": "IRQ", "lat": 33.0, "lon": 42.0, "type": "ASSAULT", "modes": [], "start": None, "first": None, "actors": [], "recipients": []}
    assert 'class="ring"' in worldmap([{**base, "precision": "province"}]) and 'class="dot' not in worldmap([{**base, "precision": "province"}])
    assert 'class="dot' in worldmap([{**base, "precision": "city"}])
    assert 'class="count"' in worldmap([{**base, "precision": "country", "lat": None, "lon": None}])


def test_every_status_is_drawn() -> None:
    assert set(FAMILY_OF) == set(STATUSES) - {"superseded"}


def test_shapes_are_where_the_countries_are() -> None:
    _, rings = countries()["MLI"]
    assert any(min(p[0] for p in r) < -4 < max(p[0] for p in r) and min(p[1] for p in r) < 17 < max(p[1] for p in r) for r in rings)
    assert len(countries()) > 200
