"""Fixtures for corpora: the gold built once, and a helper that builds articles into a folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from reportedly.coder import Coder
from reportedly.corpus.build import Built, build
from reportedly.corpus.corpus import Corpus
from reportedly.corpus.store import describe_model
from reportedly.records import Article, CodedArticle

sys.path.insert(0, str(Path(__file__).parent))
from gold_reading import Builder, Gold, read_gold


class Remembering:
    """A coder that codes the same article once a run; building in many orders then costs linking alone."""

    def __init__(self, coder: Coder) -> None:
        self.code: Callable[[Article], CodedArticle] = cache(coder.code)


@pytest.fixture(scope="session")
def build_corpus(coder: Coder) -> Builder:
    """Build articles into a folder with the shared coder."""
    remembering = Remembering(coder)

    def built(folder: Path, articles: Iterable[Article]) -> Built:
        return build(folder, ((a, "test", a.id) for a in articles), lambda: remembering, model=describe_model(None))  # type: ignore[arg-type,return-value]

    return built


@pytest.fixture(scope="session")
def gold() -> Gold:
    return read_gold("tune", "held")


@pytest.fixture(scope="session")
def gold_corpus(gold: Gold, build_corpus: Builder, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("gold") / "corpus"
    assert build_corpus(folder, gold.articles).added == len(gold.articles)
    return Corpus(folder)
