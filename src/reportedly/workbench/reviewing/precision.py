"""Precision so far: of the coder's events that people decided on, the share that is right as it stands; with an interval, by type and status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from reportedly.measuring.bootstrap import Interval, draw, figure, interval, ratio
from reportedly.workbench.reviewing.codes import FIELDS
from reportedly.workbench.reviewing.store import Decision

SAMPLES = 1000


@dataclass(frozen=True)
class Share:
    """Right ones of those decided on; the interval is that of a bootstrap over articles, None below five articles."""

    table: str
    group: str
    right: int
    decided: int
    share: float | None
    interval: Interval | None


@dataclass(frozen=True)
class Precision:
    """The shares, and how many of the records came from the random queue: only of these the shares speak for the corpus."""

    shares: tuple[Share, ...]
    decided: int
    random: int


def measure_precision(first: Iterable[Decision], latest: Iterable[Decision]) -> Precision:
    """Return the precision of the coder's events from the first decision on each record, which saw the coder's own code, and the last, which stands."""
    coded = {(d.article, d.record): d.before.code for d in first}
    counts: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    decided = random = 0
    for decision in latest:
        base, verdict = coded.get((decision.article, decision.record)), decision.after.verdict
        if base is None or verdict not in ("accepted", "corrected", "rejected"):
            continue
        decided += 1
        random += decision.queue == "random"
        for group in (("all", "all events"), ("type", base.type), ("status", base.status)):
            _count(counts[group][decision.article], right=verdict == "accepted")
        if verdict != "rejected":
            for field in FIELDS:
                _count(counts["field", field][decision.article], right=getattr(base, field) == getattr(decision.after.code, field))
    order = {name: n for n, name in enumerate(("all", "type", "status", "field"))}
    shares = [_share(group, by_article) for group, by_article in sorted(counts.items(), key=lambda item: (order[item[0][0]], FIELDS.index(item[0][1]) if item[0][0] == "field" else 0, item[0][1]))]
    return Precision(tuple(shares), decided, random)


def _count(cell: list[int], *, right: bool) -> None:
    cell[0] += right
    cell[1] += 1


def _share(group: tuple[str, str], by_article: Mapping[str, list[int]]) -> Share:
    counts = np.array([by_article[key] for key in sorted(by_article)], dtype=float)
    drawn = draw(len(counts), samples=SAMPLES if len(counts) > 1 else 0, seed=0)
    sampled = drawn @ counts
    right, total = (int(n) for n in counts.sum(axis=0))
    return Share(
        table=group[0], group=group[1], right=right, decided=total, share=figure(float(ratio(counts[:, 0].sum(), counts[:, 1].sum()))),
        interval=interval(ratio(sampled[:, 0], sampled[:, 1]), passages=len(counts)),
    )  # fmt: skip
