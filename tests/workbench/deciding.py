"""Helpers of the review tests: what a browser would send for an event."""

from __future__ import annotations

from reportedly.workbench.bench import Bench
from reportedly.workbench.reviewing.codes import Code
from reportedly.workbench.reviewing.sheets import REVIEW, Sheet, read_sheet


def fields(code: Code, **changes: str) -> dict[str, str]:
    """Return the form of a code, with changes."""
    given = {
        "start": str(code.trigger[0]), "end": str(code.trigger[1]), "type": code.type, "mode": code.mode or "", "status": code.status, "actors": "; ".join(code.actors),
        "recipients": "; ".join(code.recipients), "sources": "; ".join(code.sources), "date_start": code.date[0] if code.date else "", "date_end": code.date[1] if code.date else "",
        "place": code.place or "",
    }  # fmt: skip
    for toll in code.toll:
        given |= {f"{toll.kind}_low": "" if toll.low is None else str(toll.low), f"{toll.kind}_high": "" if toll.high is None else str(toll.high)}
    return given | changes


def sheet_of(bench: Bench, key: str, track: str = REVIEW) -> Sheet:
    """Return an article's sheet as it stands."""
    coded = bench.library.index.corpus.coded(key)
    assert coded is not None
    return read_sheet(bench.store, track, key, coded)
