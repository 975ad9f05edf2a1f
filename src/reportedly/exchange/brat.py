"""brat standoff: for each article its text and an annotation file, offsets in characters of that text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from reportedly.exchange.losses import Losses
from reportedly.records import CodedArticle, EventType, Span, Status

_LABEL = re.compile(r"[^A-Za-z0-9_-]")


def write(articles: Iterable[CodedArticle], out: Path, losses: Losses, keep: frozenset[str]) -> None:
    """Write ``N-ID.txt`` and ``N-ID.ann`` for each article into the folder ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "annotation.conf").write_text(_configuration(), encoding="utf-8", newline="\n")
    for n, coded in enumerate(articles, 1):
        name = f"{n:05}-{_LABEL.sub('_', coded.article.id)[:60]}"
        (out / f"{name}.txt").write_text(coded.article.text, encoding="utf-8", newline="")
        (out / f"{name}.ann").write_text("".join(f"{line}\n" for line in lines_of(coded, keep, losses)), encoding="utf-8", newline="\n")


def lines_of(coded: CodedArticle, keep: frozenset[str], losses: Losses) -> list[str]:
    """Return an article's lines: text-bound marks (T), events (E), attributes (A), references (N), notes (#)."""
    text = coded.article.text
    lines: list[str] = []
    marks: dict[tuple[str, Span], str] = {}

    def mark(label: str, span: Span) -> str:
        if (label, span) not in marks:
            marks[label, span] = f"T{len(marks) + 1}"
            pieces = _pieces(text, span)
            where, words = ";".join(f"{a} {b}" for a, b in pieces), " ".join(text[a:b] for a, b in pieces).replace("\t", " ")
            lines.append(f"{marks[label, span]}\t{label} {where}\t{words}")
        return marks[label, span]

    first = {a.id: mark("Actor", a.mentions[0]) for a in coded.actors if a.mentions}
    for actor in coded.actors:
        if len(names := [mark("Actor", s) for s in actor.mentions]) > 1:
            lines.append(f"*\tEquiv {' '.join(dict.fromkeys(names))}")
    for place in coded.places:
        for span in place.mentions:
            mark("Place", span)
    places = {p.id: mark("Place", p.mentions[0]) for p in coded.places if p.mentions}
    times = {t.id: mark("Time", t.span) for t in coded.times}
    events = [e for e in coded.events if e.status in keep]
    losses.written += len(events)
    for n, event in enumerate(events, 1):
        roles = [f"{event.type}:{mark(event.type, event.trigger)}"]
        for role, ids in (("Actor", event.actors), ("Recipient", event.recipients), ("Source", event.sources)):
            roles += [f"{role}{i + 1 if i else ''}:{first[a]}" for i, a in enumerate(ids) if a in first]
        roles += [f"Place:{places[event.place]}"] if event.place in places else []
        roles += [f"Time:{times[event.time]}"] if event.time in times else []
        lines.append(f"E{n}\t{' '.join(roles)}")
        lines.append(f"A{n}\tStatus E{n} {event.status}")
        lines.append(f"#{n}\tAnnotatorNotes E{n}\t{coded.article.id}#{event.id} confidence {event.confidence:.2f}")
    for n, said in enumerate(coded.statements, len(events) + 1):
        content = mark("Content", said.content)
        roles = [f"Statement:{mark('Statement', said.cue or said.content)}", f"Content:{content}"]
        roles += [f"Speaker{i + 1 if i else ''}:{first[a]}" for i, a in enumerate(said.speakers) if a in first]
        lines.append(f"E{n}\t{' '.join(roles)}")
    return lines


def _pieces(text: str, span: Span) -> list[Span]:
    """Return a span as brat has it: one piece a line of the text."""
    out, start = [], span[0]
    for line in text[slice(*span)].split("\n"):
        if line.strip():
            out.append((start, start + len(line)))
        start += len(line) + 1
    return out


def _configuration() -> str:
    """Return the annotation.conf that brat needs to show these folders."""
    parties = "Actor*:Actor, Recipient*:Actor, Source*:Actor, Place?:Place, Time?:Time"
    events = "".join(f"{type_}\t{parties}\n" for type_ in get_args(EventType))
    statuses = "|".join(get_args(Status))
    return f"[entities]\nActor\nPlace\nTime\nContent\n\n[relations]\n\n[events]\n{events}Statement\tContent:Content, Speaker*:Actor\n\n[attributes]\nStatus\tArg:<EVENT>, Value:{statuses}\n"
