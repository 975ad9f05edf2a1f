"""Invented articles as two files, coded once by the real coder, and the hashes of a corpus's tables."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from remembering import Remembered

from reportedly.batch.inputs import Inputs
from reportedly.coder import Coder
from reportedly.corpus.build import build, done_inputs
from reportedly.corpus.store import describe_model
from reportedly.reading import Options
from reportedly.records import Article, CodedArticle
from reportedly.runner import Codes

sys.path.append(str(Path(__file__).parent.parent / "corpus"))
from gold_reading import read_gold

MODEL = describe_model(None)


class Staged:
    """A folder of inputs and what codes them."""

    def __init__(self, folder: Path, coder: Coder) -> None:
        self.inputs, self.coded = folder / "inputs", folder / "coded.jsonl"
        self.inputs.mkdir()
        articles = read_gold("tune").articles
        half = len(articles) // 2
        for name, part in (("a.jsonl", articles[:half]), ("b.jsonl", articles[half:])):
            (self.inputs / name).write_bytes(b"\n".join(msgspec.json.encode(a) for a in part))
        self.coded.write_bytes(b"\n".join(msgspec.json.encode(coder.code(a)) for a in articles))
        self.articles = articles

    def coder(self, pace: float = 0.0) -> Callable[[], Codes[CodedArticle]]:
        return partial(Remembered, self.coded, pace)

    def reads(self, corpus: Path | None = None, *more: str) -> Inputs:
        return Inputs([str(self.inputs), *more], defaults=Article(text=""), options=Options(), done=done_inputs(corpus) if corpus else None)

    def build(self, folder: Path) -> Path:
        build(folder, self.reads(), self.coder(), model=MODEL)
        return folder


def tables(folder: Path) -> dict[str, str]:
    """Return a hash of every file of a corpus's tables, and of its manifest."""
    files = [folder / "manifest.json", *(p for p in (folder / "tables").rglob("*") if p.is_file())]
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}
