"""Circumstances: the time, place and toll that an act's own words state.

Reads events, statements, times, places; writes the time, place and toll of events and the time of statements, and adds to the times the spans that acts fill.
"""

from __future__ import annotations

from reportedly.analysis import Analysis
from reportedly.coding.places import Places
from reportedly.coding.time_spans import spread
from reportedly.coding.times import time_for
from reportedly.coding.tolls import tolls_for


class Circumstances:
    """Give every event its time, place and toll."""

    reads, writes = ("events", "arguments", "status", "times", "places"), ("circumstances",)

    def __init__(self, places: Places) -> None:
        self.places = places

    def __call__(self, analysis: Analysis) -> None:
        for said in analysis.statements:
            time = time_for(analysis, said.cue_tokens[0]) if said.cue_tokens else None
            if time is not None and not said.content[0] <= time.span[0] < said.content[1]:
                said.time = time
        for draft in analysis.events:
            draft.time = time_for(analysis, draft.head)
        spread(analysis)
        places = self.places.of_acts(analysis)
        for draft in analysis.events:
            draft.place = places.search(draft.head)
            draft.toll = tolls_for(analysis, draft.head, draft.type, draft.mode, draft.also)
            if draft.time is not None:
                draft.because("time", draft.time.rule or "calendar expression", draft.time.span)
            else:
                draft.because("time", "empty: no calendar expression in its clause")
            if draft.place is not None:
                draft.because("place", "named in the act's own words", draft.place.mentions[0] if draft.place.mentions else None)
            else:
                draft.because("place", "empty: no place named for the act itself")
            for toll in draft.toll:
                draft.because("toll", toll.kind, toll.span)
