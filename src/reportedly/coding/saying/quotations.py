"""Quotations as runs over sentences and paragraphs, and which tokens lie inside them."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.analysis import Analysis, Sentence, Token
from reportedly.records import Span

MARKS = "\"'\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019`"


@dataclass(slots=True, eq=False)
class Run:
    """One quotation, over several paragraphs when each opens with a mark again; ``tokens`` are those inside."""

    start: int
    end: int
    open: bool = False
    tokens: list[Token] = field(default_factory=list)
    joined: bool = False  # of several paragraphs
    taken: bool = False  # already the content of a statement, or part of one

    @property
    def first(self) -> Token:
        return self.tokens[0]

    @property
    def last(self) -> Token:
        return self.tokens[-1]

    def sentences(self) -> list[Sentence]:
        """Return the sentences it touches."""
        out: list[Sentence] = []
        for token in self.tokens:
            if not out or out[-1] is not token.sent:
                out.append(token.sent)
        return out


def find_runs(analysis: Analysis) -> list[Run]:
    """Return the runs with their tokens; an unclosed quotation joins the next when that opens the next paragraph.

    One that is never closed and joins nothing is kept only where it opens the last paragraph or after a colon or comma: elsewhere the mark
    is a slip or a sign for inches.
    """
    text, blocks = analysis.text, analysis.blocks
    runs: list[Run] = []
    number = 0
    for quotation in sorted(analysis.quotations, key=lambda q: q.start):
        while number + 1 < len(blocks) and blocks[number].end <= quotation.start:
            number += 1
        opens = not text[blocks[number].start : quotation.start].strip(MARKS + " \t\n")
        before = runs[-1] if runs else None
        if before is not None and before.open and opens and not text[before.end : quotation.start].strip(MARKS + " \t\r\n\u00a0"):
            before.end, before.open, before.joined = quotation.end, quotation.open, True
        else:
            runs.append(Run(quotation.start, quotation.end, quotation.open))
    _give_tokens(analysis, runs)
    return [r for r in runs if r.tokens and (not r.open or _is_trusted(analysis, r))]


def _give_tokens(analysis: Analysis, runs: list[Run]) -> None:
    tokens, n = analysis.tokens, 0
    for run in runs:
        while n < len(tokens) and tokens[n].start < run.start:
            n += 1
        while n < len(tokens) and tokens[n].end <= run.end:
            run.tokens.append(tokens[n])
            n += 1


def _is_trusted(analysis: Analysis, run: Run) -> bool:
    before = analysis.text[max(0, run.start - 40) : run.start].rstrip(MARKS + " \n")
    return run.joined or before.endswith((":", ",")) or (run.end >= analysis.blocks[-1].end and run.first.sent.block.start >= run.start - 1)


def trimmed(text: str, span: Span, *, marks: bool = True) -> Span:
    """Return the span without outer white space and, with ``marks``, without one pair of outer quotation marks."""
    start, end = span
    blank = " \t\r\n\u00a0" + (MARKS if marks else "")
    while start < end and text[start] in blank:
        start += 1
    while end > start and text[end - 1] in blank:
        end -= 1
    return start, end
