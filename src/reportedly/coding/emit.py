"""Emit: turn a finished analysis into the records that leave the coder, with ids in text order."""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Entity, Said
from reportedly.records import Actor, CodedArticle, Event, Evidence, Span, Statement


def emit(analysis: Analysis) -> CodedArticle:
    """Return the records of an analysis: actors that are named or play a part, statements, events and the rest."""
    _number(analysis)
    actors = tuple(_actor(e) for e in analysis.entities if e.id)
    return CodedArticle(
        article=analysis.article,
        actors=actors,
        places=tuple(analysis.places),
        times=tuple(analysis.times),
        statements=tuple(_statement(s) for s in analysis.statements),
        events=tuple(_event(d) for d in analysis.events),
        framing=tuple(analysis.framing),
    )


def _number(analysis: Analysis) -> None:
    parts: set[int] = set()
    for draft in analysis.events:
        parts |= {id(e) for e in (*draft.actors, *draft.recipients, *draft.sources)}
    for said in analysis.statements:
        parts |= {id(e) for e in said.speakers}
        if said.channel is not None:
            parts.add(id(said.channel))
    kept = [e for e in analysis.entities if e.mentions and (id(e) in parts or _is_named(e))]
    kept.sort(key=lambda e: min(m.span for m in e.mentions))
    for n, entity in enumerate(kept, 1):
        entity.id = f"a{n}"


def _is_named(entity: Entity) -> bool:
    return any(m.kind == "name" and m.rule not in ("place", "lexicon-adjective", "loose") for m in entity.mentions)


def _actor(entity: Entity) -> Actor:
    spans: tuple[Span, ...] = tuple(sorted({m.span for m in entity.mentions}))
    first = entity.mentions[0]
    evidence = [Evidence(field="name", rule=first.rule, span=first.span, entry=first.entry.at if first.entry else None), *entity.evidence]
    return Actor(
        id=entity.id, name=entity.name, kind="person" if entity.person else "group", country=entity.country, sector=entity.sector,
        role=entity.role if entity.person else None, affiliation=entity.affiliation if entity.person else None, mentions=spans, evidence=tuple(evidence),
    )  # fmt: skip


def _ids(entities: list[Entity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.id for e in entities if e.id))


def _statement(said: Said) -> Statement:
    return Statement(
        id=said.id, speakers=_ids(said.speakers), speaker_spans=tuple(said.speaker_spans), cue=said.cue, content=said.content, kind=said.kind, stance=said.stance,
        channel=said.channel.id if said.channel is not None else None, time=said.time.id if said.time else None,
        parent=said.parent.id if said.parent else None, evidence=tuple(said.evidence),
    )  # fmt: skip


def _event(draft: Draft) -> Event:
    return Event(
        id=draft.id, type=draft.type, mode=draft.mode,  # type: ignore[arg-type]  # checked by the lexicon loader
        trigger=(min(w.start for w in draft.words), max(w.end for w in draft.words)) if _is_contiguous(draft) else draft.head.span,
        sentence=draft.head.sent.span, actors=_ids(draft.actors), recipients=_ids(draft.recipients), status=draft.status,  # type: ignore[arg-type]
        sources=_ids(draft.sources), statement=draft.said.id if draft.said else None, time=draft.time.id if draft.time else None,
        place=draft.place.id if draft.place else None, toll=tuple(draft.toll), incident=draft.incident, code=draft.code, confidence=draft.confidence,
        evidence=tuple(draft.evidence),
    )  # fmt: skip


def _is_contiguous(draft: Draft) -> bool:
    indices = sorted(w.i for w in draft.words)
    return indices[-1] - indices[0] <= len(indices)
