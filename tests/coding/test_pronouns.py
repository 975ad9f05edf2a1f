"""Whom pronouns mean, in passages of our own (tests/pronouns.txt)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reportedly.analysis import Analysis
from reportedly.coder import Coder
from reportedly.records import Article

PASSAGES = Path(__file__).parent.parent / "pronouns.txt"
MARKED = re.compile(r"\[([^\]=]+)=([^\]]*)\]")
FLOOR = 337


def passages() -> Iterator[tuple[str, list[tuple[int, str, list[str]]]]]:
    """Yield each text without its marks, and offset, word and names of each pronoun."""
    for line in PASSAGES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, marks, last = "", [], 0
        for mark in MARKED.finditer(line):
            text += line[last : mark.start()]
            marks.append((len(text), mark[1], [n for n in mark[2].split("+") if n]))
            text, last = text + mark[1], mark.end()
        yield text + line[last:], marks


def meant(coder: Coder, text: str) -> Analysis:
    analysis = Analysis(Article(text=text, published="2024-03-14"))
    coder.structure(analysis)
    coder.parse(analysis)
    for component in coder.components:
        component(analysis)
    return analysis


def test_no_pronoun_sinks_below_the_floor(coder: Coder) -> None:
    wrong, total = [], 0
    for text, marks in passages():
        analysis = meant(coder, text)
        for at, word, names in marks:
            total += 1
            token = analysis.token_at(at)
            mention = analysis.mention_at.get(token.i) if token is not None else None
            found = [e.name for e in mention.entities] if mention is not None else []
            if len(found) != len(names) or not all(any(n.casefold() in f.casefold() for f in found) for n in names):
                wrong.append(f"{word}: {found}, not {names}: {text[max(0, at - 60) : at + 20]}")
    listed = "\n".join(wrong)
    assert total - len(wrong) >= FLOOR, f"{total - len(wrong)} of {total} right, the floor is {FLOOR}:\n{listed}"
    assert total - len(wrong) <= FLOOR + 3, f"{total - len(wrong)} of {total} right: raise the floor"
