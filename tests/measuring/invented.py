"""Invented passages coded by hand, and the same as our coder's records, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportedly.measuring.gold import Gold, GoldEvent, GoldStatement
from reportedly.records import Actor, Article, CodedArticle, Event, Evidence, Place, Span, Statement, Time, Toll

HARBOUR = (
    "Coast guards seized two trawlers off Port Valdane on Monday.",
    "Fishing leader Inka Morrow said the guards had beaten three sailors.",
    "The ministry denied the beatings and promised talks.",
)


def event(type_: str = "ASSAULT", s: int = 0, **fields: Any) -> GoldEvent:
    """Return an event with a minimum of fields."""
    return GoldEvent(**{"s": s, "type": type_, "status": "actual", "actors": (), "recipients": (), "sources": (), **fields})


def said(content: str, s: int = 0, speakers: Sequence[str] = (), **fields: Any) -> GoldStatement:
    return GoldStatement(s=s, speakers=tuple(speakers), content=content, **fields)


def passage(*sentences: str, events: Sequence[GoldEvent] = (), statements: Sequence[GoldStatement] = (), id: str = "p1", **fields: Any) -> Gold:
    """Return a passage of some sentences, joined by spaces."""
    spans, at = [], 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    return Gold(id=id, text=" ".join(sentences), sentences=tuple(spans), events=tuple(events), statements=tuple(statements), **fields)


def harbour(**fields: Any) -> Gold:
    """Return a passage with a seizure, a beating told by a person and denied by a ministry, and a promise."""
    events = (
        event("COERCE", 0, trigger="seized", mode="seize", actors=("Coast guards",), recipients=("trawlers",), date=("2031-05-05", "2031-05-05"), place="Port Valdane"),
        event("ASSAULT", 1, trigger="beaten", mode="beat", actors=("Coast guards",), recipients=("sailors",), sources=("Inka Morrow",)),
        event("ASSAULT", 2, trigger="beatings", mode="beat", status="denied", actors=("Coast guards",), recipients=("sailors",), sources=("ministry",)),
        event("AGREE", 2, trigger="promised", actors=("ministry",)),
        event("CONSULT", 2, trigger="talks", actors=("ministry",), status="future", sources=("ministry",)),
    )
    statements = (said("the guards had beaten three sailors", 1, ["Inka Morrow"], cue="said", kind="indirect"),)
    return passage(*HARBOUR, **{"events": events, "statements": statements, "id": "harbour", "outlet": "The Quay (invented)", **fields})


def as_coded(gold: Gold, *, confidence: Sequence[float] = (), evidence: Sequence[Sequence[Evidence]] = (), lead: str = "") -> CodedArticle:
    """Return a passage as our coder would write it if it read it as the gold does; ``lead`` is white space before the text."""
    actors: dict[str, Actor] = {}
    places: dict[str, Place] = {}
    times: dict[tuple[str, str], Time] = {}
    text = lead + gold.text

    def spot(words: str, s: int) -> Span:
        start = text.find(words, gold.sentences[s][0] + len(lead))
        start = text.find(words) if start < 0 else start
        return start, start + len(words)

    def ids(names: Sequence[str]) -> tuple[str, ...]:
        for name in names:
            at = text.find(name.split()[-1])
            kind = "person" if name.istitle() else "group"
            actors.setdefault(name, Actor(id=f"a{len(actors) + 1}", name=name, kind=kind, mentions=((at, at + len(name.split()[-1])),) if at >= 0 else ()))
        return tuple(actors[name].id for name in names)

    events = []
    for n, e in enumerate(gold.events):
        if e.place:
            places.setdefault(e.place, Place(id=f"p{len(places) + 1}", name=e.place, mentions=(spot(e.place, 0),)))
        if e.date:
            times.setdefault(e.date, Time(id=f"t{len(times) + 1}", span=(0, 0), start=e.date[0], end=e.date[1]))
        trigger = spot(e.trigger, e.s)
        events.append(
            Event(
                id=f"e{n + 1}", type=e.type, mode=e.mode, trigger=trigger, sentence=trigger, actors=ids(e.actors), recipients=ids(e.recipients), status=e.status,
                sources=ids(e.sources), time=times[e.date].id if e.date else None, place=places[e.place].id if e.place else None,
                toll=tuple(Toll(kind=t.kind, low=t.low, high=t.high, span=(0, 0)) for t in e.toll),
                confidence=confidence[n] if n < len(confidence) else 0.5, evidence=tuple(evidence[n]) if n < len(evidence) else (),
            )
        )  # fmt: skip
    statements = tuple(
        Statement(id=f"s{n + 1}", speakers=ids(s.speakers), speaker_spans=(), cue=spot(s.cue, s.s) if s.cue else None, content=spot(s.content, s.s), kind=s.kind or "indirect")
        for n, s in enumerate(gold.statements)
    )
    return CodedArticle(
        article=Article(id=gold.id, text=text), actors=tuple(actors.values()), places=tuple(places.values()), times=tuple(times.values()),
        statements=statements, events=tuple(events),
    )  # fmt: skip
