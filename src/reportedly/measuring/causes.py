"""Causes: a guess at why a coding of ours differs from the gold, from what the record and the lexicons show.

The guesses say where to look first. A wrong parse leaves no trace of its own in a record: it is behind many of "known word, not coded here" and
"in the sentence, not taken".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from reportedly.lexicons import data_root, read_table
from reportedly.lexicons.predicates import PredicateLexicon, load_predicates
from reportedly.measuring.codings import Compared, EventCode, StatementCode
from reportedly.measuring.disagreements import Disagreement
from reportedly.measuring.matching import overlap
from reportedly.measuring.names import pair_names, same_name
from reportedly.records import Evidence, Span

Lemmas = Callable[[str], Iterable[str]]  # a word to the base forms it may have
_CUES = ("phrase", "pos", "slots", "stance", "voice", "if", "note")


class Causes:
    """Guess the causes of disagreements from the lexicons below ``roots`` (ours when none are given)."""

    def __init__(self, lemmas: Lemmas, roots: Sequence[Traversable | Path] = ()) -> None:
        self._lemmas, self._roots = lemmas, tuple(roots) or (data_root(),)

    def __call__(self, found: Disagreement, compared: Compared) -> Disagreement:
        """Return a disagreement with its cause; without one when the coding is not ours."""
        if compared.coded.article is None:
            return found
        return msgspec.structs.replace(found, cause=self._cause(found, compared))

    def _cause(self, found: Disagreement, compared: Compared) -> str:
        gold, coded = found.gold, found.coded
        if isinstance(gold, StatementCode) or isinstance(coded, StatementCode):
            return self._of_statement(found, compared)
        if gold is None:
            assert coded is not None
            return f"{_part_of_speech(coded)} taken for an act"
        if coded is None:
            return self._of_word(gold, compared)
        if found.kind == "type":
            return "the right type is among the word's lexicon lines" if gold.type in self._types(gold, compared) else "the word's lexicon lines lack the right type"
        return _of_field(found.kind, gold, coded, compared)

    def _of_word(self, gold: EventCode, compared: Compared) -> str:
        """Say what the lexicon knows of the trigger of a missed event."""
        if gold.trigger is None:
            return "the gold names no trigger"
        if any(event.trigger and overlap(event.trigger, gold.trigger) for event in compared.coded.events):
            return "its words are part of another event"
        types = self._types(gold, compared)
        if gold.type in types:
            return "known word, not coded here"
        if types - {""}:
            return "known only as another type"
        return "listed as a near miss" if types else "no lexicon entry"

    def _types(self, gold: EventCode, compared: Compared) -> set[str]:
        """Return the types of all predicates whose words are among the trigger's; empty for near misses."""
        if gold.trigger is None:
            return set()
        forms = self._forms(compared.passage.text[slice(*gold.trigger)])
        heads = (self._lexicon.by_head.get((form, pos), ()) for form in forms for pos in ("verb", "noun", "adj"))
        return {predicate.type for found in heads for predicate in found if forms.issuperset(predicate.words)}

    def _of_statement(self, found: Disagreement, compared: Compared) -> str:
        gold, coded = found.gold, found.coded
        if isinstance(gold, StatementCode) and isinstance(coded, StatementCode):
            return _of_names(gold.speakers, coded.speakers, gold.content, compared)
        sides = (compared.coded, gold) if isinstance(gold, StatementCode) else (compared.gold, coded)
        assert isinstance(sides[1], StatementCode)
        if any(overlap(said.content, sides[1].content) for said in sides[0].statements):
            return "found with other bounds"
        cue = sides[1].cue
        if not cue:
            return "no cue is given"
        if coded is not None:
            return "taken for a cue"
        forms = self._forms(cue)
        return "known cue, not taken here" if any(forms.issuperset(phrase) for phrase in self._cues) else "no cue entry"

    def _forms(self, words: str) -> set[str]:
        found = {word for part in words.lower().split() for word in (part, *part.split("-"))}
        found = {word.strip(".,;:'\"\u2018\u2019\u201c\u201d()") for word in found}
        return found | {lemma for word in found for lemma in self._lemmas(word)}

    @cached_property
    def _lexicon(self) -> PredicateLexicon:
        return load_predicates(self._roots)

    @cached_property
    def _cues(self) -> set[tuple[str, ...]]:
        return {tuple(entry["phrase"].lower().split()) for root in self._roots for entry in read_table(root, "cues.tsv", _CUES)}


def _of_field(kind: str, gold: EventCode, coded: EventCode, compared: Compared) -> str:
    """Say what may be behind one differing field of a pair."""
    article = compared.coded.article
    assert article is not None
    sentence = compared.passage.sentences[gold.s] if gold.s is not None else (0, 0)
    if kind in ("actors", "recipients"):
        return _of_names(getattr(gold, kind), getattr(coded, kind), sentence, compared)
    if kind == "sources":
        if not coded.sources and gold.sources:
            return "in a statement without its speaker" if coded.record and coded.record.statement else "in no statement"
        return "taken from a statement, the article speaks" if not gold.sources else _of_names(gold.sources, coded.sources, sentence, compared)
    if kind == "status":
        return "by a lexicon line or rule" if any(_decides(e) for e in _evidence(coded, "status")) else "no sign of it was seen"
    if kind == "mode":
        return "the lexicon line gives no mode" if not coded.mode else "a mode where the gold has none" if not gold.mode else "another mode"
    spans = {"place": [s for p in article.places for s in p.mentions], "date": [t.span for t in article.times], "toll": ()}[kind]
    right, given = (getattr(event, kind) for event in (gold, coded))
    if given:
        return f"another {kind}" if right else f"a {kind} where the gold has none"
    return "in the sentence, not taken" if _any_inside(spans, sentence, compared) else "none found in the sentence"


def _of_names(gold: Sequence[str], coded: Sequence[str], around: Span, compared: Compared) -> str:
    """Say whether the first name that is missing was known where it was needed, elsewhere in the article, or not at all."""
    _, missed, _ = pair_names(gold, coded)
    if not missed:
        return "one too many"
    article = compared.coded.article
    assert article is not None
    actors = [actor for actor in article.actors if same_name(actor.name, missed[0])]
    if _any_inside([span for actor in actors for span in actor.mentions], around, compared):
        return "in the sentence, not taken"
    return "known elsewhere in the article, not linked here" if actors else "never found as an actor"


def _any_inside(spans: Iterable[Span], around: Span, compared: Compared) -> bool:
    """Whether any span of the article begins inside a span of the gold's text."""
    return any(around[0] <= span[0] + compared.coded.shift < around[1] for span in spans)


def _part_of_speech(coded: EventCode) -> str:
    rule = next((evidence.rule for evidence in _evidence(coded, "type")), "")
    return {"verb": "a verb", "noun": "a noun", "adj": "an adjective"}.get(rule.split(" ", 1)[0], "a word")


def _evidence(coded: EventCode, field: str) -> Iterator[Evidence]:
    return (evidence for evidence in (coded.record.evidence if coded.record else ()) if evidence.field == field)


def _decides(evidence: Evidence) -> bool:
    return evidence.entry is not None or evidence.span is not None
