"""Outlets and speakers: what they claim, of whom, in which status, and which words an outlet uses for whom. Counts of what is in the tables and records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportedly.coding.reference.stand_ins import PRONOUNS
from reportedly.records import CodedArticle, Span

if TYPE_CHECKING:
    from reportedly.workbench.index import Index

_SHOWN = 20
_PARTIES = 40
READ = 300  # articles of an outlet or a speaker whose words are looked through, the latest


@dataclass(frozen=True)
class Judging:
    """A judging word, the party it bears on as doer or as the one acted on, and how often."""

    word: str
    kind: str
    party: str
    role: str
    times: int


@dataclass(frozen=True)
class Profile:
    """What one voice says: how often in which status, of which types, of whom."""

    events: int
    statuses: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]
    doers: tuple[tuple[str, int], ...]
    receivers: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Naming:
    """A party, and the words somebody uses for it with how often."""

    party: str
    times: int
    words: tuple[tuple[str, int], ...]


def profile_of(mentions: Iterable[dict[str, Any]]) -> Profile:
    """Return the profile of some mentions."""
    rows = list(mentions)
    return Profile(
        events=len(rows), statuses=_most(r["status"] for r in rows), types=_most(r["type"] for r in rows), doers=_most(n for r in rows for n in r["actors"]),
        receivers=_most(n for r in rows for n in r["recipients"]), sources=_most(n for r in rows for n in r["sources"] or ["the article itself"]),
    )  # fmt: skip


def outlets_of(index: Index) -> list[tuple[str, int, int]]:
    """Return every outlet with its current articles and events, the largest first."""
    articles = Counter(index.titles[key][1] for key in index.current)
    events = Counter(index.titles[key][1] for key, count in index.events.items() for _ in range(count))
    return sorted(((name, count, events[name]) for name, count in articles.items() if name), key=lambda row: (-row[1], row[0]))


def judging_words(coded: Iterable[CodedArticle]) -> tuple[list[Judging], Counter[str]]:
    """Return the judging words of some articles with the parties of the events they bear on, and how often each kind occurs in all."""
    counts: Counter[tuple[str, str, str, str]] = Counter()
    kinds: Counter[str] = Counter()
    for article in coded:
        names = {a.id: a.name for a in article.actors}
        events = {e.id: e for e in article.events}
        for word in article.framing:
            kinds[word.kind] += 1
            said = " ".join(article.article.text[slice(*word.span)].casefold().split())
            event = events.get(word.event or "")
            for role, ids in (("does it", event.actors), ("acted on", event.recipients)) if event else ():
                for name in (names[i] for i in ids):
                    counts[said, word.kind, name, role] += 1
            if event is None or not (event.actors or event.recipients):
                counts[said, word.kind, "", ""] += 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Judging(*key, times) for key, times in ordered[:60]], kinds


def naming_of(coded: Iterable[CodedArticle], parties: Mapping[str, str], *, speaker: str | None = None) -> list[Naming]:
    """Return the words for every party, pronouns left out: those of the articles' own voice, or with a ``speaker`` those in the speech quoted from them directly."""
    used: dict[str, Counter[str]] = {}
    for article in coded:
        speech = [s.content for s in article.statements if speaker is None or (s.kind == "direct" and speaker in _names(article, s.speakers))]
        for actor in article.actors:
            party = parties.get(actor.name, actor.name)
            for span in actor.mentions:
                words = " ".join(article.article.text[slice(*span)].split())
                if not _is_pronoun(words) and _inside(span, speech) == (speaker is not None):
                    used.setdefault(party, Counter())[words] += 1
    made = [Naming(party, words.total(), _ordered(words)[:_SHOWN]) for party, words in used.items()]
    return sorted(made, key=lambda n: (-n.times, n.party))[:_PARTIES]


def _names(article: CodedArticle, ids: Iterable[str]) -> set[str]:
    names = {a.id: a.name for a in article.actors}
    return {names[i] for i in ids if i in names}


def _is_pronoun(words: str) -> bool:
    return words.lower() in PRONOUNS and (len(words) == 1 or not words.isupper())  # "US" is a country


def _inside(span: Span, others: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _most(values: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    return _ordered(Counter(v for v in values if v))[:_SHOWN]


def _ordered(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
