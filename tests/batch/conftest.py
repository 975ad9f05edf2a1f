"""Fixtures for whole builds: articles staged as files, and the tables that one worker makes of them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reportedly.coder import Coder
from reportedly.corpus.build import build

# ruff: noqa: E402 - the helpers lie beside this file
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "corpus")]
from batch_staging import MODEL, Staged, tables


@pytest.fixture(scope="session")
def staged(coder: Coder, tmp_path_factory: pytest.TempPathFactory) -> Staged:
    return Staged(tmp_path_factory.mktemp("staged"), coder)


@pytest.fixture(scope="session")
def one_worker(staged: Staged, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("one") / "corpus"
    build(folder, staged.reads(), staged.coder(), model=MODEL)
    return tables(folder)
