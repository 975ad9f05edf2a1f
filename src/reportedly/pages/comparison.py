"""Two codings side by side: each sentence in which they differ, with both triggers marked and a row for each event or statement that differs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportedly.measuring.codings import EventCode, StatementCode, sentence_of
from reportedly.measuring.disagreements import Disagreement
from reportedly.measuring.evaluation import PassageReport
from reportedly.measuring.gold import Gold
from reportedly.pages.cards import bdi
from reportedly.pages.marked import as_text, marked_words
from reportedly.records import Span

Code = EventCode | StatementCode
_HEAD = '<thead><tr><th scope="col">what differs</th><th scope="col">gold</th><th scope="col">coded</th></tr></thead>'


class _Row(NamedTuple):
    """All differences of one pair, or of what only one coder has."""

    gold: Code | None
    coded: Code | None
    found: list[Disagreement]


def differing_passage(report: PassageReport, key: str) -> str:
    """Return a passage's sentences with differences as a section; nothing when the codings agree."""
    if not report.disagreements:
        return ""
    passage = report.compared.passage
    rows: dict[int, list[_Row]] = {}
    for row in _rows(report):
        rows.setdefault(_sentence(row, passage), []).append(row)
    about = " &middot; ".join(bdi(part) for part in (passage.outlet, f"id {passage.id}") if part)
    first = bdi(" ".join(passage.text.split("\n", 1)[0].split())[:120])
    sentences = "".join(_in_sentence(passage, s, rows[s], f"{key}-s{s}") for s in sorted(rows))
    return f'<section class="passage" id="{key}"><h3>{first}</h3><p class="about">{about}</p>{sentences}</section>'


def _rows(report: PassageReport) -> Iterator[_Row]:
    """Yield the differences of a passage, those of one pair together."""
    rows: dict[tuple[int, int], _Row] = {}
    for found in report.disagreements:
        rows.setdefault((id(found.gold), id(found.coded)), _Row(found.gold, found.coded, [])).found.append(found)
    yield from rows.values()


def _sentence(row: _Row, passage: Gold) -> int:
    """Return the number of a row's sentence; the one before for words that lie between sentences, 0 before the first."""
    code = row.gold or row.coded
    if isinstance(code, EventCode) and code.s is not None:
        return code.s
    span = code.content if isinstance(code, StatementCode) else (code and code.trigger) or (0, 0)
    found = sentence_of(passage, span)
    return found if found is not None else max(0, sum(start <= span[0] for start, _ in passage.sentences) - 1)


def _in_sentence(passage: Gold, s: int, rows: list[_Row], key: str) -> str:
    span = passage.sentences[s] if passage.sentences else (0, len(passage.text))
    marks = [mark for row in rows for mark in (*_marks(row.gold, "gold-words"), *_marks(row.coded, "coded-words"))]
    words = marked_words(passage.text, span, marks)
    body = "".join(_row(row, passage.text) for row in sorted(rows, key=_place))
    return f'<article class="differs" id="{key}"><p class="words" dir="auto">{words}</p><div class="scroll" tabindex="0" role="region" aria-label="both codings"><table>{_HEAD}<tbody>{body}</tbody></table></div></article>'


def _place(row: _Row) -> tuple[bool, Span]:
    code = row.gold or row.coded
    if isinstance(code, StatementCode):
        return True, code.content
    return False, (code and code.trigger) or (0, 0)


def _marks(code: Code | None, layer: str) -> list[tuple[Span, str]]:
    """Return what is marked of a code: the trigger of an event; a statement's words are too many."""
    return [(code.trigger, layer)] if isinstance(code, EventCode) and code.trigger else []


def _row(row: _Row, text: str) -> str:
    kinds = [found.kind for found in row.found]
    why = "".join(f"<li><b>{found.kind}</b>{f' <small>{as_text(found.cause)}</small>' if found.cause else ''}</li>" for found in row.found)
    keys = " ".join(kind.replace(" ", "-") for kind in kinds)
    return f'<tr data-kinds="{keys}"><th scope="row"><ul>{why}</ul></th><td>{_code(row.gold, kinds, text)}</td><td>{_code(row.coded, kinds, text)}</td></tr>'


def _code(code: Code | None, kinds: list[str], text: str) -> str:
    if code is None:
        return '<span class="none">nothing</span>'
    facts = _event(code, text) if isinstance(code, EventCode) else _statement(code, text)
    return f"<dl>{''.join(_fact(name, value, differs=name in kinds) for name, value in facts)}</dl>"


def _fact(name: str, value: str, *, differs: bool) -> str:
    return f"<dt>{name}</dt><dd>{f'<mark>{value}</mark>' if differs else value}</dd>"


def _event(event: EventCode, text: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of an event, those of the deed always, the others when there is something to say."""
    yield "words", f'<q dir="auto">{as_text(text[slice(*event.trigger)])}</q>' if event.trigger else "-"
    yield "type", as_text(event.type)
    yield "mode", as_text(event.mode or "-")
    yield from ((field, _names(getattr(event, field))) for field in ("actors", "recipients"))
    yield "status", as_text(event.status)
    yield "sources", _names(event.sources) if event.sources else "the article itself"
    if event.date:
        yield "date", as_text(event.date[0] if event.date[0] == event.date[1] else f"{event.date[0]} to {event.date[1]}")
    if event.place:
        yield "place", bdi(event.place)
    if event.toll:
        yield "toll", as_text(", ".join(f"{kind} {'?' if low is None else low} to {'?' if high is None else high}" for kind, low, high in sorted(event.toll, key=str)))
    if event.record is not None:
        yield "confidence", f"{event.record.confidence:.2f}"


def _statement(said: StatementCode, text: str) -> Iterator[tuple[str, str]]:
    words = " ".join(text[slice(*said.content)].split())
    yield "speaker", _names(said.speakers)
    yield "says", f'<q dir="auto">{as_text(words if len(words) <= 220 else words[:219] + chr(0x2026))}</q>'


def _names(names: tuple[str, ...]) -> str:
    return "; ".join(bdi(name, "name") for name in names) or "-"
