"""Worker processes: order, limits, and that no article takes another with it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.cli import cli
from reportedly.errors import LexiconError, ReportedlyError
from reportedly.reading import Read
from reportedly.records import Article, CodedArticle, SetAside
from reportedly.workers import Limits, code_in_workers

ROOT = Path(__file__).parent.parent


class Moody:
    """A coder that does what the text says."""

    def code(self, article: Article) -> CodedArticle:
        if article.text == "hang":
            time.sleep(600)
        if article.text == "die":
            os._exit(7)
        if article.text == "eat":
            bytearray(30 * 10**9)
        if article.text == "late":
            time.sleep(0.5)
        return CodedArticle(article=article)


def mistaken() -> Moody:
    raise LexiconError("actors.tsv", 3, "no such country")


def _reads(*texts: str) -> Iterator[Read]:
    return ((Article(text=text), "in.jsonl", str(n)) for n, text in enumerate(texts, 1))


def _told(make: Callable[[], Moody], reads: Iterator[Read], workers: int, **limits: float) -> list[str]:
    results = code_in_workers(make, reads, workers, Limits(**limits))  # type: ignore[arg-type]
    return [f"{r.record}: {r.reason}" if isinstance(r, SetAside) else r.article.text for r in results]


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_the_order_of_the_articles(workers: int) -> None:
    texts = ["late", *(f"article {n}" for n in range(40)), "late", "last"]
    assert _told(Moody, _reads(*texts), workers) == texts


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bad_article_takes_no_other_with_it(workers: int) -> None:
    told = _told(Moody, _reads("one", "die", "two", "hang", "three", "eat", "four"), workers, seconds=1.5)
    assert told[:5:2] + told[6:] == ["one", "two", "three", "four"]
    assert told[1] == "2: brought its worker down (exit code 7)"
    assert told[3] == "4: took more than 1.5 seconds"
    assert told[5].startswith("6: needed more memory than it may take")


def test_what_was_set_aside_while_reading_keeps_its_place() -> None:
    aside = SetAside(file="in.jsonl", record="2", reason="no text")
    one, two = _reads("one", "two")
    assert _told(Moody, iter([one, aside, two]), 2) == ["one", "2: no text", "two"]


def test_a_coder_that_cannot_be_made_ends_the_run() -> None:
    with pytest.raises(ReportedlyError, match=r"actors\.tsv:3: no such country"):
        _told(mistaken, _reads("one", "two"), 2)


def test_no_article_no_process() -> None:
    assert _told(partial(os._exit, 1), iter(()), 2) == []


def test_any_number_of_workers_builds_the_same_tables(tmp_path: Path) -> None:
    tables = []
    for workers in ("1", "3"):
        folder = tmp_path / workers
        told = CliRunner().invoke(cli, ["build", str(ROOT / "demo" / "articles.jsonl"), "--corpus", str(folder), "--workers", workers])
        assert told.exit_code == 0, told.output
        tables.append({p.relative_to(folder): p.read_bytes() for p in sorted((folder / "tables").rglob("*")) if p.is_file()})
    assert tables[0]
    assert tables[0] == tables[1]


def test_an_article_over_its_time_is_named_and_the_rest_is_built(tmp_path: Path) -> None:
    inputs = tmp_path / "a.jsonl"
    long = "Gunmen attacked a village near Mopti on Monday, residents said. " * 4_000
    inputs.write_text(f'{{"id": "long", "text": "{long}"}}\n{{"id": "short", "text": "Gunmen attacked a village near Mopti on Monday, residents said."}}\n')
    told = CliRunner().invoke(cli, ["build", str(inputs), "--corpus", str(tmp_path / "c"), "--article-seconds", "1"])
    assert told.exit_code == 1
    assert "took more than 1 seconds" in told.output
    assert "1 added, 0 there already, 1 set aside" in told.output
