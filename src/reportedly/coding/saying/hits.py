"""What the statement finders share while they read one article: the hits so far, the quotations, a cut."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from reportedly.analysis import Analysis, Mention, Token
from reportedly.coding.grammar.syntax import Range
from reportedly.coding.saying.quotations import Run
from reportedly.lexicons.cues import Cue, Cues
from reportedly.records import Span


@dataclass(slots=True, eq=False)
class Hit:
    """A statement while it is being found; ``content`` in characters, ``run`` when it is exactly a quotation."""

    cue: Cue | None
    tokens: list[Token]  # of the cue, head first
    speakers: list[Token]
    content: Span
    rule: str
    direct: bool = False
    core: Range | None = None  # tokens of a reporting clause that was inserted at the end of its sentence


@dataclass(slots=True, eq=False)
class Reading:
    """What the functions of this layer share while reading one article."""

    analysis: Analysis
    cues: Cues
    runs: list[Run]
    inside: dict[int, Run]  # token index -> the quotation around it
    hits: list[Hit] = field(default_factory=list)
    pending: dict[int, Hit] = field(default_factory=dict)  # sentence index -> a speech verb before a colon, its content still to come
    cover: dict[int, Mention] = field(default_factory=dict)  # token index -> a mention it is part of ("al" of "al-Haddad")

    def runs_in(self, span: Span) -> list[Run]:
        """Return the quotations that a span of characters touches, in text order."""
        return self.runs[bisect_right(self.runs, span[0], key=_end) : bisect_left(self.runs, span[1], key=_start)]

    def tokens_span(self, tokens: Range) -> Span:
        return self.analysis.tokens[tokens[0]].start, self.analysis.tokens[tokens[1]].end


def _start(run: Run) -> int:
    return run.start


def _end(run: Run) -> int:
    return run.end


def widen(reading: Reading, cue: Token, span: Span) -> Span:
    """Return a content with the quotations it cuts made whole; inside a quotation, cut to it."""
    around = reading.inside.get(cue.i)
    if around is not None:
        return max(span[0], around.start), min(span[1], around.end)
    for run in reading.runs_in(span):
        run.taken = True
        span = min(span[0], run.start), max(span[1], run.end)
    return span
