"""A corpus of the demo's articles for the tests of exports and comparisons."""

from __future__ import annotations

import pytest

from reportedly.coder import Coder
from reportedly.corpus.build import build
from reportedly.corpus.corpus import Corpus
from reportedly.corpus.store import describe_model
from reportedly.records import CodedArticle


@pytest.fixture(scope="session")
def corpus(demo: list[CodedArticle], coder: Coder, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("exports") / "corpus"
    build(folder, ((c.article, "demo", c.article.id) for c in demo), lambda: coder, model=describe_model(None))  # type: ignore[arg-type]
    return Corpus(folder)
