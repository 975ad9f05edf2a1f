"""The example corpus: five invented articles, built once into the user's cache folder, so that a newcomer sees every screen at work."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from reportedly.coder import Coder
from reportedly.corpus.build import build
from reportedly.corpus.store import describe_making, describe_model
from reportedly.gazetteer import cache_folder
from reportedly.records import Article


def read_example() -> tuple[Article, ...]:
    """Return the invented articles that come with the workbench."""
    lines = Path(__file__).with_name("example.jsonl").read_bytes().splitlines()
    return tuple(msgspec.json.decode(line, type=Article) for line in lines if line.strip())


def build_example(coder: Callable[[], Coder]) -> Path:
    """Return the folder of the example corpus, building it when this version, model and lexicon have not done so yet."""
    making = describe_making(describe_model(None), ())
    folder = cache_folder() / f"example-{hashlib.sha256(msgspec.json.encode(making)).hexdigest()[:12]}"
    if not (folder / "tables" / "index.json").is_file():
        folder.parent.mkdir(parents=True, exist_ok=True)
        build(folder, ((a, "example", a.id) for a in read_example()), coder, model=describe_model(None))
    return folder
