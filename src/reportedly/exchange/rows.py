"""What every format of single events needs: events with their article, parties, place and day, folded where the format knows no status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.exchange.fold import Folded, fold
from reportedly.exchange.losses import Losses
from reportedly.records import Actor, CodedArticle, Event, Place, Statement, Time


@dataclass(frozen=True)
class Told:
    """One event with what it refers to. ``folded`` has the type, mode and parties to write."""

    coded: CodedArticle
    event: Event
    folded: Folded
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    sources: tuple[Actor, ...]
    time: Time | None
    place: Place | None
    statement: Statement | None

    @property
    def key(self) -> str:
        """Article and event, to find the record again."""
        return f"{self.coded.article.id}#{self.event.id}"

    @property
    def day(self) -> str | None:
        """The act's first day, or else that of the article."""
        return (self.time.start if self.time else None) or self.coded.article.published

    @property
    def sentence(self) -> str:
        return self.coded.article.text[slice(*self.event.sentence)]


def told(articles: Iterable[CodedArticle], losses: Losses, keep: frozenset[str], *, folding: bool, dated: bool = False) -> Iterator[Told]:
    """Yield the events to write. ``keep``: the statuses chosen; with ``folding`` the rest is folded or left out with its reason; ``dated``: the format needs a day."""
    for coded in articles:
        actors = {a.id: a for a in coded.actors}
        times, places, statements = {t.id: t for t in coded.times}, {p.id: p for p in coded.places}, {s.id: s for s in coded.statements}
        for event in coded.events:
            if event.status not in keep:
                losses.left_out[f"{event.status}: not asked for"] += 1
                continue
            made = fold(event) if folding else Folded(event.type, event.mode, event.actors, event.recipients)
            if isinstance(made, str):
                losses.left_out[made] += 1
                continue
            time = times.get(event.time or "")
            if dated and not (time and time.start) and not coded.article.published:
                losses.left_out["no day, of the act or of publication"] += 1
                continue
            if made.rule:
                losses.folded[made.rule] += 1
            losses.written += 1
            yield Told(
                coded, event, made, tuple(actors[i] for i in made.actors), tuple(actors[i] for i in made.recipients), tuple(actors[i] for i in event.sources),
                time, places.get(event.place or ""), statements.get(event.statement or ""),
            )  # fmt: skip
