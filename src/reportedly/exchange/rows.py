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


def told(articles: Iterable[CodedArticle], losses: Losses, keep: frozenset[str], *, folding: bool) -> Iterator[Told]:
    """Yield the events to write. ``keep``: the statuses chosen; with ``folding`` the rest is folded or left out with its reason."""
    for coded in articles:
        actors = {a.id: a for a in coded.actors}
        times, places, statements = ({x.id: x for x in layer} for layer in (coded.times, coded.places, coded.statements))
        for event in coded.events:
            if event.status not in keep:
                losses.left_out[f"{event.status}: not asked for"] += 1
                continue
            made = fold(event) if folding else Folded(event.type, event.mode, event.actors, event.recipients)
            if isinstance(made, str):
                losses.left_out[made] += 1
                continue
            if made.rule:
                losses.folded[made.rule] += 1
            losses.written += 1
            yield Told(
                coded, event, made, tuple(actors[i] for i in made.actors), tuple(actors[i] for i in made.recipients), tuple(actors[i] for i in event.sources),
                times.get(event.time or ""), places.get(event.place or ""), statements.get(event.statement or ""),  # type: ignore[arg-type]
            )  # fmt: skip
