"""What the statement finders share while they read one article: the hits so far, the quotations, a cut."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.analysis import Analysis, Mention, Token
from reportedly.coding.cues import Cue, Cues, Range
from reportedly.coding.quotations import Run
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
    cover: dict[int, Mention] = field(default_factory=dict)  # token index -> a mention it is part of ("al" of "al-Sudani")

    def tokens_span(self, tokens: Range) -> Span:
        return self.analysis.tokens[tokens[0]].start, self.analysis.tokens[tokens[1]].end


def widen(reading: Reading, cue: Token, span: Span) -> Span:
    """Return a content with the quotations it cuts made whole; inside a quotation, cut to it."""
    around = reading.inside.get(cue.i)
    if around is not None:
        return max(span[0], around.start), min(span[1], around.end)
    for run in reading.runs:
        if run.start < span[1] and span[0] < run.end:
            run.taken = True
            if not (run.start >= span[0] and run.end <= span[1]):
                span = min(span[0], run.start), max(span[1], run.end)
    return span
