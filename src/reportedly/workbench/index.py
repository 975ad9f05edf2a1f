"""A corpus as the screens ask it: narrowed, searched, counted and cut into pages, without reading a table twice."""

from __future__ import annotations

from reportedly.corpus.corpus import Corpus


class Index:
    """An open corpus and what is worked out from it once."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
