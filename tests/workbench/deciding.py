"""Helpers of the review tests: what a browser would send for an event."""

from __future__ import annotations

import msgspec

from reportedly.workbench.bench import Bench
from reportedly.workbench.reviewing.codes import Code, code_of
from reportedly.workbench.reviewing.sheets import REVIEW, Sheet, decide, new_entry, read_sheet


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


def fill(bench: Bench, key: str) -> None:
    """Let people have decided on an article: one accepted, one corrected, one rejected and remarked upon; and two coders who differ."""
    coded = bench.library.index.corpus.coded(key)
    assert coded is not None
    sheet = sheet_of(bench, key)
    for entry, kind in zip(sheet.entries, ("accept", "correct", "reject"), strict=False):
        assert entry.code is not None
        bench.store.save(decide(sheet, entry, kind, who="Ada", version=0, code=replace_type(entry.code), comment="<b>why</b>"))  # type: ignore[arg-type]
    codes = [code_of(coded, event) for event in coded.events[:3]]
    for name, made in (("Ada", codes[:2]), ("Bo", [replace_type(codes[0]), *codes[1:]])):
        track = f"coder {name}"
        for code in made:
            bench.store.save(decide(sheet_of(bench, key, track), new_entry(), "add", who=name, version=0, code=code))
        own = sheet_of(bench, key, track)
        bench.store.save(decide(own, own.whole, "finish", who=name, version=0))


def replace_type(code: Code) -> Code:
    """Return a code with another type."""
    return msgspec.structs.replace(code, type="AID" if code.type != "AID" else "COERCE", mode=None)
