"""Whom pronouns mean (tests/pronouns.txt), and what bodies, states and armed groups are called (tests/names.txt), in passages of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.analysis import Analysis, Mention, Token
from reportedly.coder import Coder
from reportedly.records import Article

FOLDER = Path(__file__).parent.parent
MARKED = re.compile(r"\[([^\]=]+)=([^\]]*)\]")
FLOORS = {"pronouns.txt": 340, "names.txt": 852}


def passages(file: str) -> Iterator[tuple[str, list[tuple[int, str, list[str]]]]]:
    """Yield each text without its marks, and offset, word and names of each pronoun."""
    for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
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


def mention_at(analysis: Analysis, at: int, end: int) -> Mention | None:
    """Return the mention whose head stands between two offsets and hangs on none of the others."""
    inside = [m for m in analysis.mentions if at <= m.head.start < end and m.entities]
    return next((m for m in inside if not any(hangs_on(m.head, o.head) for o in inside)), None)


def hangs_on(token: Token, other: Token) -> bool:
    while token.head is not token:
        token = token.head
        if token is other:
            return True
    return False


@pytest.mark.parametrize("file", FLOORS)
def test_no_name_sinks_below_the_floor(coder: Coder, file: str) -> None:
    """At least as many words as before mean whom they should."""
    wrong, total = [], 0
    for text, marks in passages(file):
        analysis = meant(coder, text)
        for at, word, names in marks:
            total += 1
            mention = mention_at(analysis, at, at + len(word))
            found = [e.name for e in mention.entities] if mention is not None else []
            if len(found) != len(names) or not all(any(n.casefold() in f.casefold() for f in found) for n in names):
                wrong.append(f"{word}: {found}, not {names}: {text[max(0, at - 60) : at + 20]}")
    listed, floor = "\n".join(wrong), FLOORS[file]
    assert total - len(wrong) >= floor, f"{total - len(wrong)} of {total} right, the floor is {floor}:\n{listed}"
    assert total - len(wrong) <= floor + 3, f"{total - len(wrong)} of {total} right: raise the floor"
