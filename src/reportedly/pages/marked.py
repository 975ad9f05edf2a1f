"""The article's text with its spans marked, as HTML that nests nowhere: cut at every span boundary, one element a piece."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from reportedly.records import CodedArticle, Span

# Layer names in the order in which they are drawn, strongest last; the page's style sheet and legend use the same names.
LAYERS = ("content", "place", "time", "actor", "framing", "toll", "cue", "trigger")


@dataclass(slots=True)
class _Mark:
    span: Span
    layer: str
    record: str  # id of the record the words belong to
    anchor: bool = False  # the first words of a record: what its card links to


@dataclass(slots=True)
class _Piece:
    start: int
    end: int
    marks: list[_Mark] = field(default_factory=list)


def marked_text(coded: CodedArticle, prefix: str) -> str:
    """Return the article's text as paragraphs of HTML; ids and record references begin with ``prefix``."""
    text = coded.article.text
    marks = _marks(coded)
    out: list[str] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            tag = "h3" if not out else "p"
            out.append(f'<{tag} dir="auto">{"".join(_piece(text, p, prefix) for p in _pieces(marks, at, at + len(line)))}</{tag}>')
        at += len(line) + 1
    return "\n".join(out)


def _marks(coded: CodedArticle) -> list[_Mark]:
    marks = [_Mark(span, "actor", a.id) for a in coded.actors for span in a.mentions]
    marks += [_Mark(span, "place", p.id) for p in coded.places for span in p.mentions]
    marks += [_Mark(t.span, "time", t.id) for t in coded.times]
    for said in coded.statements:
        marks.append(_Mark(said.content, "content", said.id, anchor=True))
        marks += [_Mark(said.cue, "cue", said.id)] if said.cue else []
    for event in coded.events:
        marks.append(_Mark(event.trigger, "trigger", event.id, anchor=True))
        marks += [_Mark(toll.span, "toll", event.id) for toll in event.toll]
    marks += [_Mark(f.span, "framing", f.event or "framing") for f in coded.framing]
    return [m for m in marks if m.span[0] < m.span[1]]


def _pieces(marks: list[_Mark], start: int, end: int) -> list[_Piece]:
    here = [m for m in marks if m.span[0] < end and m.span[1] > start]
    cuts = sorted({start, end, *(c for m in here for c in m.span if start < c < end)})
    pieces = [_Piece(a, b) for a, b in zip(cuts, cuts[1:], strict=False)]
    for mark in here:
        for piece in pieces:
            if mark.span[0] <= piece.start and piece.end <= mark.span[1]:
                piece.marks.append(mark)
    return pieces


def _piece(text: str, piece: _Piece, prefix: str) -> str:
    words = escape(text[piece.start : piece.end])
    if not piece.marks:
        return words
    layers = [layer for layer in LAYERS if any(m.layer == layer for m in piece.marks)]
    records = " ".join(dict.fromkeys(prefix + m.record for m in piece.marks))
    begun = [m for m in piece.marks if m.anchor and m.span[0] == piece.start]
    anchors = "".join(f'<a class="n" id="{prefix}{m.record}-text" href="#{prefix}{m.record}" aria-label="to record {m.record}">{m.record}</a>' for m in begun)
    return f'{anchors}<span class="{" ".join(layers)}" data-r="{records}" tabindex="-1">{words}</span>'
