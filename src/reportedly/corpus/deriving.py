"""From one coded article to its reports: what it says of each occurrence, filled in from the rest of the article.

A pure function of the record and the lexicons. The coder numbers the mentions of an article that it is sure are one occurrence; here these groups are
brought together further, by the same features that compare reports of different articles.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from reportedly.corpus.comparing import ONE_STORY, Traits, compare_inside, prepare
from reportedly.corpus.model import Figure, Report, Spot, Telling
from reportedly.corpus.names import name_words
from reportedly.corpus.parties import describing_words, make_party
from reportedly.lexicons.actors import ActorLexicon, load_actors
from reportedly.lexicons.loader import data_root, read_table
from reportedly.records import CodedArticle, Event, Place, Statement

HAPPENED = frozenset({"actual", "denied"})
HARMING = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "REJECT"})  # what a threat is carried out by
_WORD = re.compile(r"[^\W\d_]{4,}")
_SENTENCE_END = re.compile(r"[.!?][\"\u201d]?\s+|\n+")
_PLAIN = frozenset("""about after again against ahead also amid among another anyone area around asked away back been before being between both came city come could country
day days dead died down during each early earlier east eastern ever every four from gave given group have held here hours house into just killed killing last late later least
left made make many more most much must near next north northern only other over part people place police reported reports said same says second several shall should since some
south southern state statement still such take taken than that their them then there these they this those three through time told took town under until very village week were
west western what when where which while will with without would year years yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june
july august september october november december spokesman spokeswoman according officials official""".split())  # fmt: skip


@dataclass(frozen=True)
class Knowledge:
    """The lexicons that deriving reads."""

    actors: ActorLexicon
    apart: dict[str, tuple[str, tuple[str, ...]]]
    settled: frozenset[str]  # nouns that mean a settlement ("village")


def load_knowledge(roots: Sequence[Traversable | Path] = (), actors: ActorLexicon | None = None) -> Knowledge:
    """Read the words that tell occurrences apart, below our data folder and the roots given, and the actor lexicon unless it is given, too."""
    roots = [data_root(), *roots]
    apart: dict[str, tuple[str, tuple[str, ...]]] = {}
    for root in roots:
        for entry in read_table(root, "telling_apart.tsv", ("word", "class", "near"), required=("word", "class")):
            apart[entry["word"].lower()] = entry["class"], tuple(entry.many("near"))
    places = (e for root in roots for e in read_table(root, "place_words.tsv", ("word", "class", "note")))
    return Knowledge(actors or load_actors(roots), apart, frozenset(e["word"].lower() for e in places if e["class"] == "settled"))


def derive_reports(coded: CodedArticle, key: str, knowledge: Knowledge) -> tuple[Report, ...]:
    """Return an article's reports in the order of its text. ``key`` is the article's key in the corpus."""
    return _Deriver(coded, key, knowledge).reports()


class _Deriver:
    """One article's records by id, while its reports are made."""

    def __init__(self, coded: CodedArticle, key: str, knowledge: Knowledge) -> None:
        self.coded, self.key, self.knowledge = coded, key, knowledge
        self.text = coded.article.text
        names = frozenset(name_words(p.name) for p in coded.places)
        self.parties = {a.id: make_party(a, knowledge.actors, names, knowledge.settled) for a in coded.actors}
        self.places = {p.id: p for p in coded.places}
        self.times = {t.id: t for t in coded.times}
        self.statements = {s.id: s for s in coded.statements}
        self.context = tuple(sorted({g for p in coded.places for g in (p.gazetteer, p.country, " ".join(name_words(p.name))) if g}))
        points = [p for p in coded.places if p.precision not in ("country", "region")]
        most = max((len(p.mentions) for p in points), default=0)
        first = self.text.partition("\n")[0]
        self.headline = len(first) if len(first) < len(self.text) and first[-1:] not in ".!?" else -1  # a headline may sum up several occurrences
        ends = [m.end() for m in _SENTENCE_END.finditer(self.text)]
        self.line = {e.id: bisect_right(ends, e.sentence[0]) for e in coded.events}
        self.setting = tuple(_spot(p) for p in points if len(p.mentions) == most)[:2]
        self.tellings = {e.id: self._telling(e) for e in coded.events}
        self.happened = {e.id: e.status in HAPPENED or self.tellings[e.id].stance == "retracts" for e in coded.events}  # what is taken back was told as done
        self.hours = {e.id: tuple(self._hours(e)) for e in coded.events}

    def reports(self) -> tuple[Report, ...]:
        groups: dict[str, list[Event]] = {}
        for event in self.coded.events:
            groups.setdefault(f"{event.incident or event.id} {event.type} {self.happened[event.id]}", []).append(event)
        stories: list[Traits] = []
        for group in groups.values():
            traits = prepare(self._report(group))
            at = self._told_before(traits, stories)
            if at is None:
                stories.append(traits)
            else:
                mentions = {t.event for s in (traits, stories[at]) for t in s.report.tellings}
                stories[at] = prepare(self._report([e for e in self.coded.events if e.id in mentions]))
        return tuple(self._with_threats([s.report for s in stories]))

    def _told_before(self, traits: Traits, stories: list[Traits]) -> int | None:
        """Return which of the stories so far a group of mentions belongs to: the one that fits best, of equals the latest."""
        report = traits.report
        alike = [(i, told) for i, told in enumerate(stories) if (told.report.type, told.report.happened) == (report.type, report.happened)]
        fits = [(score, i) for i, told in alike if (score := compare_inside(told, traits, self._nearness(told.report, report))) is not None]
        best, at = max(fits, default=(0.0, -1))
        return at if best >= ONE_STORY else None

    def _nearness(self, one: Report, other: Report) -> int:
        """Return how many sentences lie between two reports' nearest mentions, plus one; 0 in one sentence."""
        return min(abs(self.line[t.event] - self.line[u.event]) for t in one.tellings for u in other.tellings)

    def _report(self, events: list[Event]) -> Report:
        tellings = tuple(self.tellings[e.id] for e in events)
        ids = {i for t in tellings for i in (*t.sources, *t.actors, *t.recipients)}
        dated = sorted((t.end or "", t.start or "") for t in tellings if t.start)
        sentences = sorted({e.sentence for e in events})
        words = _telling_words(" ".join(self.text[slice(*s)] for s in sentences))
        hours = {w for e in events for w in self.hours[e.id]}
        told = [t for t in tellings if t.span[0] > self.headline] or tellings
        return Report(
            key=f"{self.key}:{events[0].id}", article=self.key, type=events[0].type, happened=self.happened[events[0].id], published=self.coded.article.published,
            modes=tuple(sorted({e.mode for e in events if e.mode})), start=dated[0][1] if dated else None, end=dated[0][0] if dated else None,
            spots=tuple(dict.fromkeys(s for t in tellings for s in self._spots(t))), actors=_unique(i for t in told for i in t.actors) or _unique(i for t in tellings for i in t.actors),
            recipients=_unique(i for t in told for i in t.recipients) or _unique(i for t in tellings for i in t.recipients), words=words, hours=tuple(sorted(hours)),
            apart=self._is_set_apart(events[0]), context=self.context, setting=self.setting, tellings=tellings, parties=tuple(self.parties[i] for i in sorted(ids)),
        )  # fmt: skip

    def _telling(self, event: Event) -> Telling:
        said = self.statements.get(event.statement or "")
        time, said_at = self.times.get(event.time or ""), self.times.get(said.time or "") if said else None
        place = self.places.get(event.place or "")
        scope = "; ".join(self.parties[i].name for i in event.recipients)
        return Telling(
            event=event.id, status=event.status, stance=self._stance(said), sources=event.sources, actors=event.actors, recipients=event.recipients,
            span=event.trigger, sentence=" ".join(self.text[slice(*event.sentence)].split()), clause=_telling_words(self._clause(event)), cue=self.text[slice(*said.cue)] if said and said.cue else None,
            entry=next((e.entry for e in said.evidence if e.field == "content"), None) if said else None, statement=event.statement,
            start=time.start if time else None, end=time.end if time else None, said=said_at.start if said_at else None, spot=_spot(place) if place and not _is_described(place) else None,
            figures=tuple(Figure(kind=t.kind, low=t.low, high=t.high, words=self.text[slice(*t.span)], scope=scope) for t in event.toll),
        )  # fmt: skip

    def _stance(self, said: Statement | None) -> str:
        """Return what the speaker does, also by a statement around this one: "retracted its claim that" takes back what the claim says."""
        stance, around = (said.stance if said else "says"), said
        while around is not None and around.parent in self.statements:
            around = self.statements[around.parent]
            if around.stance == "retracts" and said is not None and set(around.speakers) & set(said.speakers):
                return "retracts"
        return stance

    def _spots(self, telling: Telling) -> Iterable[Spot]:
        """Yield where a mention says the act was, and the place its recipient is named after ("Kassala fuel depot")."""
        if telling.spot is not None:
            yield telling.spot
            return
        words = {w for i in telling.recipients for w in describing_words(self.parties[i].name)}
        for place in self.coded.places:
            if place.precision not in ("country", "region") and (name := describing_words(place.name)) and name <= words:
                yield _spot(place)

    def _hours(self, event: Event) -> Iterable[str]:
        """Yield the parts of the day named in the clause of an act: between the commas and "and"s around its trigger."""
        for word in re.findall(r"[\w-]+", self._clause(event).casefold()):
            class_, near = self.knowledge.apart.get(word, ("another", ()))
            if class_ not in ("another", "fulfilled"):
                yield from (class_, *near)

    def _is_set_apart(self, event: Event) -> bool:
        """Whether the words before an act, or those for its parties, set it apart ("a second strike", "arrested another man")."""
        start = max(event.sentence[0], event.trigger[0] - 40)
        before = re.findall(r"[\w-]+", self.text[start : event.trigger[1]].casefold())[-4:]
        before += [w for i in (*event.actors, *event.recipients) for w in self.parties[i].name.casefold().split()]
        return any(self.knowledge.apart.get(w, ("",))[0] == "another" for w in before)

    def _clause(self, event: Event) -> str:
        start, end = event.sentence
        before = re.split(r"[;:]|, and | and (?=\w+ the (?:evening|morning|afternoon))|while ", self.text[start : event.trigger[0]])[-1]
        after = re.split(r"[;:]|, and | and in the |while ", self.text[event.trigger[0] : end])[0]
        return before + after

    def _with_threats(self, reports: list[Report]) -> Iterable[Report]:
        """Give each deed the threats of one of its doers that the same sentence says it carries out ("three days after it threatened to")."""
        by_id = {e.id: e for e in self.coded.events}
        threats = [(r, by_id[t.event]) for r in reports if r.type == "THREATEN" for t in r.tellings]
        for report in reports:
            sentences = {by_id[t.event].sentence for t in report.tellings}
            beside = [
                r.key for r, threat in threats
                if report.type in HARMING and report.happened and threat.sentence in sentences and set(r.actors) & set(report.actors) and self._is_fulfilled(threat)
            ]  # fmt: skip
            yield msgspec.structs.replace(report, beside=_unique(beside)) if beside else report

    def _is_fulfilled(self, threat: Event) -> bool:
        before = re.findall(r"[\w-]+", self.text[threat.sentence[0] : threat.trigger[0]].casefold())[-5:]
        return any(self.knowledge.apart.get(w, ("",))[0] == "fulfilled" for w in before)


def _telling_words(text: str) -> tuple[str, ...]:
    return tuple(sorted(set(_WORD.findall(text.casefold())) - _PLAIN))


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _is_described(place: Place) -> bool:
    """Whether a place is only described, which tells no two acts apart: "outside the courthouse"."""
    return place.lat is None and place.gazetteer is None and place.name[:1].islower()


def _spot(place: Place) -> Spot:
    return Spot(name=place.name.title() if place.name.isupper() and len(place.name) > 3 else place.name, country=place.country, lat=place.lat, lon=place.lon, gazetteer=place.gazetteer, precision=place.precision)

