"""Fixtures every test module shares: one coder for the whole run, as loading it takes seconds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.coder import Coder
from reportedly.records import CodedArticle

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def coder() -> Coder:
    return reportedly.load()


@pytest.fixture(scope="session")
def code(coder: Coder) -> Callable[..., CodedArticle]:
    return coder.__call__


@pytest.fixture(scope="session")
def demo(coder: Coder) -> list[CodedArticle]:
    """The demo's articles, coded."""
    from reportedly.reading import read_inputs

    reads = list(read_inputs([str(ROOT / "demo" / "articles.jsonl")]))
    return [coder.code(read[0]) for read in reads if isinstance(read, tuple)]


@pytest.fixture(scope="session")
def staged(coder: Coder, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Articles staged as files for whole builds."""
    from batch_staging import Staged

    return Staged(tmp_path_factory.mktemp("staged"), coder)


@pytest.fixture(scope="session")
def one_worker(staged: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The tables that one worker makes of the staged articles."""
    from batch_staging import tables

    return tables(staged.build(tmp_path_factory.mktemp("one") / "corpus"))
