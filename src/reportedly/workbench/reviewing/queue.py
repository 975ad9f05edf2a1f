"""The queue: which of the coder's events comes next, the uncertain ones first or a random sample."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Order = Literal["uncertain", "random"]


@dataclass(frozen=True)
class Waiting:
    """One of the coder's events that can be decided on."""

    article: str
    event: str
    type: str
    status: str
    confidence: float

    @property
    def key(self) -> tuple[str, str]:
        """Article and event."""
        return self.article, self.event


def in_order(waiting: Sequence[Waiting], order: Order) -> list[Waiting]:
    """Return the events in a queue's order. The random one is the same for everyone and every time: the order of the hashes of their keys."""
    if order == "random":
        return sorted(waiting, key=lambda w: hashlib.sha256(f"{w.article} {w.event}".encode()).digest())
    return sorted(waiting, key=lambda w: (w.confidence, w.article, w.event))


def still_open(ordered: Sequence[Waiting], decided: Collection[tuple[str, str]], *, type_: str = "", status: str = "") -> Iterator[Waiting]:
    """Yield those nobody has decided on, of a type and status when these are given."""
    for one in ordered:
        if one.key not in decided and type_ in ("", one.type) and status in ("", one.status):
            yield one
