"""Proposals for the lexicons from what people corrected: words that were missed, given another type, or are no event. Somebody decides on each; nothing is learnt by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from reportedly.records import CodedArticle
from reportedly.workbench.reviewing.codes import sentence_of, sentences_of
from reportedly.workbench.reviewing.store import Decision

Why = Literal["missed", "another type", "no event"]


@dataclass(frozen=True)
class Proposal:
    """Some words with what people say of them; ``entry``: the lexicon line behind the coder's own type, when there was one."""

    why: Why
    words: str
    coder: str  # type and mode by the coder, empty when it missed the words
    people: str  # type and mode by people, empty when it is no event
    entry: str
    times: int
    example: str


def propose(first: Iterable[Decision], latest: Iterable[Decision], coded: Callable[[str], CodedArticle | None]) -> list[Proposal]:
    """Return the proposals that the decisions on the review track give, the most frequent first."""
    began = {(d.article, d.record): d.before.code for d in first}
    found: dict[tuple[Why, str, str, str, str], list[str]] = {}
    articles: dict[str, CodedArticle | None] = {}
    for decision in latest:
        base, after, verdict = began.get((decision.article, decision.record)), decision.after.code, decision.after.verdict
        why: Why | None = None
        if verdict == "added" and base is None:
            why = "missed"
        elif verdict == "rejected" and base is not None:
            why = "no event"
        elif verdict == "corrected" and base is not None and after is not None and (base.type, base.mode) != (after.type, after.mode):
            why = "another type"
        code = after or base
        if why is None or code is None:
            continue
        article = articles.setdefault(decision.article, coded(decision.article))
        if article is None:
            continue
        text, sentences = article.article.text, sentences_of(article)
        n = sentence_of(sentences, code.trigger[0])
        example = " ".join(text[slice(*sentences[n])].split())[:300] if n is not None else ""
        entry = next((e.entry or "" for event in article.events if event.id == decision.record for e in event.evidence if e.field == "type"), "")
        people = _kind(after.type, after.mode) if after is not None and why != "no event" else ""
        key = why, " ".join(text[slice(*code.trigger)].casefold().split()), _kind(base.type, base.mode) if base else "", people, entry
        found.setdefault(key, []).append(example)
    made = [Proposal(*key, times=len(examples), example=min(examples)) for key, examples in found.items()]
    return sorted(made, key=lambda p: (-p.times, p.why, p.words, p.people))


def _kind(type_: str, mode: str | None) -> str:
    return f"{type_}/{mode}" if mode else type_
