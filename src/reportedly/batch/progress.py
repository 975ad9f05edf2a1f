"""How a build is getting on: what is done, at which pace, and how long the rest will take - for people and, as JSON lines, for programs."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from reportedly.corpus.build import Built

WINDOW = 60.0  # seconds over which the pace is taken
# MB promised while coding: the caller with its first worker, and each further worker. benchmarks/batch.py measured about half of either.
FIRST, FURTHER = 700, 300


class Pace:
    """Articles a second over the last minute, and the seconds left, by the share of the inputs' bytes that is read."""

    def __init__(self, share: Callable[[], float], clock: Callable[[], float] = time.monotonic) -> None:
        self.share, self.clock = share, clock
        self.start = clock()
        self.marks: deque[tuple[float, int, float]] = deque([(self.start, 0, 0.0)])

    def describe(self, built: Built) -> dict[str, Any]:
        """Return the state of a build as flat values; ``remaining_seconds`` is None while nothing tells."""
        now, share = self.clock(), self.share()
        coded = built.added + len(built.aside)
        self.marks.append((now, coded, share))
        while len(self.marks) > 2 and now - self.marks[1][0] > WINDOW:
            self.marks.popleft()
        then, coded_then, share_then = self.marks[0]
        span = max(now - then, 1e-9)
        left = (1 - share) * span / (share - share_then) if share > share_then and built.step == "coding" else None
        return {
            "step": built.step, "seconds": round(now - self.start, 1), "added": built.added, "known": built.known, "failed": len(built.aside) + built.failed_before,
            "articles_per_second": round((coded - coded_then) / span, 2), "read": round(share, 4), "remaining_seconds": None if left is None else round(left),
        }  # fmt: skip


def as_words(state: dict[str, Any]) -> str:
    """Return the state of a build in a line for people."""
    left = state["remaining_seconds"]
    parts = [f"{state['step']}: {state['added']} added", f"{state['known']} there already" if state["known"] else "", f"{state['failed']} failed" if state["failed"] else ""]
    parts += [f"{state['articles_per_second']:.1f} a second", f"about {as_time(left)} left" if left is not None else ""]
    return ", ".join(p for p in parts if p)


def as_time(seconds: float) -> str:
    """Return a span of time in the two units that tell most."""
    minutes, hours = int(seconds // 60), int(seconds // 3600)
    return f"{hours} h {minutes % 60} min" if hours else f"{minutes} min" if minutes > 1 else f"{int(seconds)} s"


def as_line(state: dict[str, Any]) -> str:
    """Return the state of a build as one line of JSON."""
    return json.dumps(state)


def memory_needed(workers: int) -> int:
    """Return how many MB a build with so many workers takes."""
    return FIRST + FURTHER * (workers - 1)
