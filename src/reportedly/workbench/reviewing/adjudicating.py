"""Two coders' sheets of one article side by side: which of their events are the same, where they differ; and how far they agree over all articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.measuring import evaluate
from reportedly.measuring.agreement import Agreement, retyped
from reportedly.measuring.codings import compare
from reportedly.measuring.disagreements import find_disagreements
from reportedly.measuring.matching import match
from reportedly.records import CodedArticle, Span
from reportedly.workbench.reviewing.codes import sentence_of, sentences_of
from reportedly.workbench.reviewing.gold import entries_in_order, gold_of
from reportedly.workbench.reviewing.sheets import Entry, Sheet


@dataclass(frozen=True)
class Pair:
    """One event as both coders see it, or as only one of them does; ``differs`` names the fields."""

    one: Entry | None
    other: Entry | None
    differs: tuple[str, ...]
    sentence: Span

    @property
    def record(self) -> str:
        """The record under which the adjudicated event is kept."""
        entry = self.one or self.other
        return entry.record if entry else ""


def pairs_of(coded: CodedArticle, one: Sheet, other: Sheet) -> list[Pair]:
    """Return the events of two sheets, paired as `reportedly evaluate` pairs them, in text order."""
    matched = match(compare(gold_of(one, coded), gold_of(other, coded)))
    compared = matched.compared
    entries: dict[int, Entry] = {}
    for coding, sheet in ((compared.gold, one), (compared.coded, other)):
        entries |= {id(event): entry for event, entry in zip(coding.events, entries_in_order(sheet), strict=True)}
    differs: dict[tuple[int, int], list[str]] = defaultdict(list)
    for found in find_disagreements(matched):
        differs[id(found.gold), id(found.coded)].append(found.kind)
    both = [*matched.events, *retyped(matched)]
    used = {id(event) for pair in both for event in pair}
    sides = [(id(a), id(b)) for a, b in both]
    sides += [(id(event), id(None)) for event in compared.gold.events if id(event) not in used]
    sides += [(id(None), id(event)) for event in compared.coded.events if id(event) not in used]
    sentences = sentences_of(coded)
    pairs = [Pair(entries.get(a), entries.get(b), tuple(differs[a, b]), _sentence(entries.get(a) or entries.get(b), sentences)) for a, b in sides]
    return sorted(pairs, key=lambda p: (p.sentence, _start(p.one or p.other), p.record))


def agreement_of(articles: Iterable[tuple[CodedArticle, Sheet, Sheet]]) -> tuple[Agreement, ...]:
    """Return how far two coders agree on each field, over the articles both have finished; see docs/evaluate.md for the units."""
    return evaluate([compare(gold_of(one, coded), gold_of(other, coded)) for coded, one, other in articles]).agreement


def _sentence(entry: Entry | None, sentences: tuple[Span, ...]) -> Span:
    n = sentence_of(sentences, _start(entry))
    return sentences[n] if n is not None else (0, 0)


def _start(entry: Entry | None) -> int:
    return entry.code.trigger[0] if entry and entry.code else 0
