"""A corpus as the screens ask it: narrowed, searched, counted and cut into pages, without reading a table twice."""

from __future__ import annotations

from functools import cached_property

from reportedly.corpus.corpus import Corpus
from reportedly.workbench.reviewing.queue import Order, Waiting, in_order


class Index:
    """An open corpus and what is worked out from it once."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._queues: dict[Order, list[Waiting]] = {}

    @cached_property
    def waiting(self) -> list[Waiting]:
        """Every event of the coder in the current articles."""
        table = self.corpus.table("mentions").select(["article", "event", "type", "status", "confidence", "current"])
        return [Waiting(r["article"], r["event"], r["type"], r["status"], r["confidence"] or 0.0) for r in table.to_pylist() if r["current"]]

    def queue(self, order: Order) -> list[Waiting]:
        """Return the events in the order of a queue."""
        if order not in self._queues:
            self._queues[order] = in_order(self.waiting, order)
        return self._queues[order]

    @cached_property
    def titles(self) -> dict[str, tuple[str, str, str]]:
        """Headline, outlet and day of every article, by its key."""
        columns = ["article", "title", "text", "outlet", "published"]
        out = {}
        for row in self.corpus.table("articles").select(columns).to_pylist():
            first = row["title"] or row["text"].strip().split("\n", 1)[0]
            out[row["article"]] = (" ".join(first.split())[:120], row["outlet"] or "", row["published"] or "")
        return out
