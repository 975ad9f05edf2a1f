"""The article's text with its spans marked, as HTML that nests nowhere: cut at every span boundary, one element a piece.

The text content of what is returned is the article's text, character for character: labels are drawn by the style sheet.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from unicodedata import bidirectional

from reportedly.records import CodedArticle, Span

# Layer names in the order in which they are drawn, strongest last; the page's style sheet and legend use the same names.
LAYERS = ("content", "place", "time", "actor", "framing", "toll", "cue", "trigger")
_HEADLINE = 160  # a first line longer than this is no headline
_BLOCK = 4_000  # characters; a longer line is shown as several paragraphs


@dataclass(slots=True)
class _Mark:
    span: Span
    layer: str
    record: str  # id of the record the words belong to
    anchor: bool = False  # words that the record's card links to
    label: str = ""  # drawn before the words, and links to the card


@dataclass(slots=True)
class _Piece:
    start: int
    end: int
    marks: list[_Mark] = field(default_factory=list)


def marked_text(coded: CodedArticle, prefix: str) -> str:
    """Return the article's text as paragraphs of HTML; ids and record references begin with ``prefix``."""
    text = coded.article.text
    pieces = deque(_pieces(_marks(coded), text))
    done: set[str] = set()
    out: list[str] = []
    headline = True  # no line with words yet
    for start, end in _lines(text):
        line = text[start:end]
        while pieces and pieces[0].start < start:
            pieces.popleft()  # the line feed before it
        if not line.strip():
            out.append(as_text(line))
            continue
        tag = "h2" if headline and len(line) <= _HEADLINE and end < len(text) else "p"
        headline = False
        side = _direction(line)
        made = []
        for _, until in _blocks(text, start, end):
            here = []
            while pieces and pieces[0].start < until:
                here.append(_piece(text, pieces.popleft(), prefix, done))
            made.append(f'<{tag} dir="{side}">{"".join(here)}</{tag}>')
        out.append("".join(made))
    return "\n".join(out)


def marked_words(text: str, span: Span, marks: Iterable[tuple[Span, str]]) -> str:
    """Return the words of a span as HTML; ``marks`` are spans into the same text with the class of their element."""
    start, end = span
    inside = [_Mark((max(a, start) - start, min(b, end) - start), layer, "") for (a, b), layer in marks if a < end and b > start]
    words = text[start:end]
    out = []
    for piece in _pieces(inside, words):
        kinds = " ".join(sorted({mark.layer for mark in piece.marks}))
        part = as_text(words[piece.start : piece.end])
        out.append(f'<span class="{kinds}">{part}</span>' if kinds else part)
    return "".join(out)


def as_text(words: str) -> str:
    """Return words as HTML text that a browser reads back unchanged (a bare carriage return would become a line feed)."""
    return escape(words).replace("\r", "&#13;")


def _lines(text: str) -> Iterator[Span]:
    """Yield the lines of a text, without their line feeds."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)


def _blocks(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a line in blocks, cut behind a space: a browser lays out a paragraph as a whole, which takes seconds for one of a megabyte."""
    while end - start > _BLOCK:
        cut = text.rfind(" ", start, start + _BLOCK) + 1 or start + _BLOCK
        yield start, cut
        start = cut
    yield start, end


def _direction(line: str) -> str:
    """Return the direction most letters of a line have: an English sentence that begins with an Arabic name still runs from left to right."""
    rightward = sum(1 for c in line if bidirectional(c) == "L")
    return "rtl" if sum(1 for c in line if bidirectional(c) in ("R", "AL")) > rightward else "ltr"


def _marks(coded: CodedArticle) -> list[_Mark]:
    marks = [_Mark(span, "actor", a.id, anchor=True) for a in coded.actors for span in a.mentions]
    marks += [_Mark(span, "place", p.id, anchor=True) for p in coded.places for span in p.mentions]
    marks += [_Mark(t.span, "time", t.id, anchor=True) for t in coded.times]
    for said in coded.statements:
        marks.append(_Mark(said.content, "content", said.id, anchor=True, label=said.id))
        marks += [_Mark(said.cue, "cue", said.id)] if said.cue else []
    for event in coded.events:
        label = event.id if event.status == "actual" else f"{event.id} {event.status}"
        marks.append(_Mark(event.trigger, f"trigger {event.status}", event.id, anchor=True, label=label))
        marks += [_Mark(toll.span, "toll", event.id) for toll in event.toll]
    marks += [_Mark(f.span, "framing", f"f{n}", anchor=True) for n, f in enumerate(coded.framing, 1)]
    return [m for m in marks if m.span[0] < m.span[1]]


def _pieces(marks: list[_Mark], text: str) -> list[_Piece]:
    """Cut the text at every boundary of a mark, line or block; each piece knows the marks it lies in, found in one sweep."""
    breaks = [at for line in _lines(text) for block in _blocks(text, *line) for at in block]
    cuts = sorted({0, len(text), *breaks, *(c for m in marks for c in m.span)})
    waiting = sorted(marks, key=lambda m: m.span[0], reverse=True)
    active: list[_Mark] = []
    pieces = []
    for start, end in pairwise(cuts):
        active = [m for m in active if m.span[1] > start]
        while waiting and waiting[-1].span[0] <= start:
            active.append(waiting.pop())
        pieces.append(_Piece(start, end, list(active)))
    return pieces


def _piece(text: str, piece: _Piece, prefix: str, done: set[str]) -> str:
    words = as_text(text[piece.start : piece.end])
    if not piece.marks:
        return words
    layers = [m.layer for layer in LAYERS for m in piece.marks if m.layer.split()[0] == layer]
    records = " ".join(dict.fromkeys(prefix + m.record for m in piece.marks))
    begun = [m for m in piece.marks if m.anchor and m.record not in done]
    done |= {m.record for m in begun}
    anchors = "".join(_anchor(m, prefix + m.record) for m in begun)
    return f'{anchors}<span class="{" ".join(dict.fromkeys(layers))}" data-r="{records}">{words}</span>'


def _anchor(mark: _Mark, key: str) -> str:
    if not mark.label:
        return f'<span class="at" id="{key}-text"></span>'
    kind = mark.layer.split()[0]
    return f'<a class="n {kind}" id="{key}-text" href="#{key}" data-n="{mark.label}" data-r="{key}" aria-label="record {mark.label}"></a>'
