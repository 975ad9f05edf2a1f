"""Read the linking gold: articles with marked words, and measures of links against it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path

from reportedly.corpus.build import Built
from reportedly.records import Article

Builder = Callable[[Path, Iterable[Article]], Built]  # builds articles into a folder: the fixture ``build_corpus``
GOLD = Path(__file__).parent / "gold"
_MARK = re.compile(r"\{([\w-]+):([^}]*)\}")
_END = re.compile(r'[.!?]"?\s|\n')


@dataclass(frozen=True)
class Marked:
    """Words of an article that report an occurrence; ``line`` numbers its sentence."""

    article: str
    start: int
    end: int
    line: int
    label: str


@dataclass(frozen=True)
class Gold:
    articles: tuple[Article, ...]
    marks: tuple[Marked, ...]
    copies: dict[str, str]  # article -> name of its text
    threats: frozenset[tuple[str, str]]  # labels of threat and deed

    def mentions(self) -> dict[tuple[str, int, str], list[Marked]]:
        """Return the marks by mention: those of one occurrence in one sentence."""
        out: dict[tuple[str, int, str], list[Marked]] = {}
        for mark in self.marks:
            out.setdefault((mark.article, mark.line, mark.label), []).append(mark)
        return out


def read_gold(*names: str) -> Gold:
    """Read gold files by name, together."""
    articles, marks, copies, threats = [], [], {}, set()
    for name in names:
        for chunk in re.split(r"^@ ", (GOLD / f"{name}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            head, _, body = chunk.partition("\n")
            for line in re.findall(r"^# (.+)$", body, re.MULTILINE):
                threats.add(tuple(line.split(" -> ")))
            body = re.sub(r"^#.*\n?", "", body, flags=re.MULTILINE).strip()
            id_, outlet, published, *rest = (cell.strip() for cell in head.split("|"))
            more = dict(cell.split("=", 1) for cell in rest)
            text, at = "", 0
            for found in _MARK.finditer(body):
                text += body[at : found.start()]
                marks.append((id_, len(text), len(text) + len(found[2]), found[1]))
                text, at = text + found[2], found.end()
            text += body[at:]
            articles.append(Article(text=text, id=id_, outlet=outlet, published=published, url=more.get("url")))
            if "copy" in more:
                copies[id_] = more["copy"]
    texts = {a.id: a.text for a in articles}
    marked = tuple(Marked(i, s, e, len(_END.findall(texts[i][:s])), label) for i, s, e, label in marks)
    return Gold(tuple(articles), marked, copies, frozenset(threats))


def pairwise(items: Iterable[tuple[Hashable, Hashable]], *, apart: Callable[[int, int], bool] = lambda i, j: True) -> tuple[float, float, float]:
    """Return precision, recall and F1 over pairs of (gold, found) labels; ``apart`` says which pairs (by position) count."""
    items = list(items)
    both = found = gold = 0
    for i, j in itertools.combinations(range(len(items)), 2):
        if apart(i, j):
            same, linked = items[i][0] == items[j][0], items[i][1] == items[j][1]
            both, found, gold = both + (same and linked), found + linked, gold + same
    return _f1(both / found if found else 1.0, both / gold if gold else 1.0)


def b_cubed(items: Iterable[tuple[Hashable, Hashable]]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 of (gold, found) labels."""
    items = list(items)
    gold, found, both = Counter(g for g, _ in items), Counter(f for _, f in items), Counter(items)
    precision = sum(both[i] / found[i[1]] for i in items) / len(items)
    recall = sum(both[i] / gold[i[0]] for i in items) / len(items)
    return _f1(precision, recall)


def _f1(precision: float, recall: float) -> tuple[float, float, float]:
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
