"""Clauses that a semicolon parts: the parser, given both at once, often makes one of them a phrase of the other."""

from __future__ import annotations

import re

from reportedly.lexicons.word_lists import word_list

_FINITE = word_list("semicolons.finite")
# By its look, a clause of its own: a finite verb behind a subject, at its beginning nothing that goes on with a list or with the clause before.
_CLAUSE = re.compile(
    r"\s*(?!(?:and|or|nor|including|of|from|who|whom|which|whose|that|where|with|for|to)\b)[\w'\"(-]+,?(?:\s+[\w'\".,()/-]+)*?\s+(?:" + "|".join(sorted(_FINITE)) + r"|[a-z]{2,}ed)\b"
)
_SENTENCE = re.compile(r"[.!?;](?:\s|$)")


def clause_starts(text: str) -> set[int]:
    """Return the offsets inside sentences at which a clause begins behind a semicolon, with one before it: "A court jailed two; [a] third was freed"."""
    starts = set()
    for mark in re.finditer(r";\s+", text):
        before = _SENTENCE.split(text[max(0, mark.start() - 300) : mark.start()])[-1]
        after = _SENTENCE.split(text[mark.end() : mark.end() + 200])[0]
        if _CLAUSE.match(before) and _CLAUSE.match(after):
            starts.add(mark.end())
    return starts
