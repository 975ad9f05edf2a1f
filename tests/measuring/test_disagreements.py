"""Disagreements: each difference has its class, and a cause that the record and the lexicons bear out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from invented import HARBOUR, as_coded, event, harbour, passage, said

from reportedly.language import load_lemmas
from reportedly.lexicons import data_root
from reportedly.measuring import Causes, Gold, compare, evaluate
from reportedly.measuring.disagreements import CLASSES
from reportedly.measuring.gold import GoldEvent, GoldToll
from reportedly.records import CodedArticle, Evidence


@pytest.fixture(scope="module")
def causes() -> Causes:
    return Causes(load_lemmas())


@pytest.fixture(scope="module")
def differences(causes: Causes) -> Callable[[Gold, CodedArticle | Gold], list[tuple[str, str]]]:
    def found(gold: Gold, coded: CodedArticle | Gold) -> list[tuple[str, str]]:
        (report,) = evaluate([compare(gold, coded)], samples=0, guess=causes).passages
        return [(d.kind, d.cause) for d in report.disagreements]

    return found


def changed(n: int, **fields: Any) -> Gold:
    """Return the harbour passage with one event changed."""
    events = list(harbour().events)
    events[n] = msgspec.structs.replace(events[n], **fields)
    return harbour(events=tuple(events))


FIELDS = [
    (0, {"actors": ("fleet",)}, "actors", "in the sentence, not taken"),
    (0, {"recipients": ("trawlers", "sailors")}, "recipients", "one too many"),
    (3, {"actors": ()}, "actors", "in the sentence, not taken"),
    (2, {"recipients": ()}, "recipients", "known elsewhere in the article, not linked here"),
    (1, {"sources": ()}, "sources", "in no statement"),
    (0, {"sources": ("Inka Morrow",)}, "sources", "taken from a statement, the article speaks"),
    (2, {"status": "actual"}, "status", "no sign of it was seen"),
    (0, {"mode": None}, "mode", "the lexicon line gives no mode"),
    (0, {"mode": "ban"}, "mode", "another mode"),
    (3, {"type": "CONSULT", "mode": "visit"}, "type", "the right type is among the word's lexicon lines"),
    (0, {"date": None}, "date", "none found in the sentence"),
    (0, {"date": ("2031-05-06", "2031-05-06")}, "date", "another date"),
    (0, {"place": None}, "place", "none found in the sentence"),
    (1, {"place": "Port Valdane"}, "place", "a place where the gold has none"),
    (1, {"toll": (GoldToll(kind="injured", low=3, high=3),)}, "toll", "a toll where the gold has none"),
]


@pytest.mark.parametrize(("n", "fields", "kind", "cause"), FIELDS, ids=[f"{kind}: {cause}" for _, _, kind, cause in FIELDS])
def test_a_field_that_differs(differences: Callable[..., Any], n: int, fields: dict[str, Any], kind: str, cause: str) -> None:
    assert differences(harbour(), as_coded(changed(n, **fields))) == [(kind, cause)]


def test_an_actor_that_was_never_found(differences: Callable[..., Any]) -> None:
    gold, coded = (passage(*HARBOUR, events=[event("COERCE", trigger="seized", actors=actors)]) for actors in (("Coast guards",), ("trawlers",)))
    assert differences(gold, as_coded(coded)) == [("actors", "never found as an actor")]


def test_a_type_that_the_lexicon_does_not_give(differences: Callable[..., Any]) -> None:
    gold, coded = (passage(*HARBOUR, events=[event(type_, trigger="seized")]) for type_ in ("PROTEST", "COERCE"))
    assert differences(gold, as_coded(coded)) == [("type", "the word's lexicon lines lack the right type")]


MISSED = [
    ("seized", "COERCE", "known word, not coded here"),
    ("seized", "PROTEST", "known only as another type"),
    ("trawlers", "ASSAULT", "no lexicon entry"),
    ("", "ASSAULT", "the gold names no trigger"),
]


@pytest.mark.parametrize(("trigger", "type_", "cause"), MISSED)
def test_what_the_lexicon_knows_of_a_missed_trigger(differences: Callable[..., Any], trigger: str, type_: str, cause: str) -> None:
    gold = passage(*HARBOUR, events=[event(type_, trigger=trigger)])
    assert differences(gold, as_coded(passage(*HARBOUR))) == [("missed", cause)]


def test_a_near_miss_of_the_lexicon(tmp_path: Path) -> None:
    (tmp_path / "predicates").mkdir()
    (tmp_path / "predicates" / "none_extra.tsv").write_text("phrase\tpos\ntrawler\tnoun\n", encoding="utf-8")
    gold = passage(*HARBOUR, events=[event("ASSAULT", trigger="trawlers")])
    (report,) = evaluate([compare(gold, as_coded(passage(*HARBOUR)))], guess=Causes(load_lemmas(), (data_root(), tmp_path))).passages
    assert [d.cause for d in report.disagreements] == ["listed as a near miss"]


def test_words_that_went_into_another_event(differences: Callable[..., Any]) -> None:
    gold = passage(*HARBOUR, events=[event("AGREE", 2, trigger="promised"), event("CONSULT", 2, trigger="talks")])
    coded = passage(*HARBOUR, events=[event("AGREE", 2, trigger="promised talks")])
    assert differences(gold, as_coded(coded)) == [("missed", "its words are part of another event")]


@pytest.mark.parametrize(("rule", "cause"), [("verb seize", "a verb taken for an act"), ("noun talk", "a noun taken for an act"), ("adj jailed", "an adjective taken for an act"), ("", "a word taken for an act")])
def test_an_extra_event_says_what_word_it_was(differences: Callable[..., Any], rule: str, cause: str) -> None:
    extra: GoldEvent = event("ASSAULT", trigger="seized")
    coded = as_coded(passage(*HARBOUR, events=[extra]), evidence=[[Evidence(field="type", rule=rule)]])
    assert differences(passage(*HARBOUR), coded) == [("extra", cause)]


def test_a_status_that_a_rule_decided(differences: Callable[..., Any]) -> None:
    events = [event("COERCE", trigger="seized", status="future")]
    coded = as_coded(passage(*HARBOUR, events=events), evidence=[[Evidence(field="status", rule="plan to", span=(0, 5), entry="embedding.tsv:9")]])
    assert differences(passage(*HARBOUR, events=[event("COERCE", trigger="seized")]), coded) == [("status", "by a lexicon line or rule")]


STATEMENT = "the guards had beaten three sailors"
STATEMENTS = [
    ([said(STATEMENT, 1, ["Inka Morrow"], cue="said")], [], [("statement missed", "known cue, not taken here")]),
    ([said(STATEMENT, 1, ["Inka Morrow"], cue="Fishing")], [], [("statement missed", "no cue entry")]),
    ([said(STATEMENT, 1, ["Inka Morrow"])], [], [("statement missed", "no cue is given")]),
    ([], [said(STATEMENT, 1, ["Inka Morrow"], cue="said")], [("statement extra", "taken for a cue")]),
    ([said(STATEMENT, 1, ["Inka Morrow"])], [said("three sailors", 1, ["Inka Morrow"])], [("statement missed", "found with other bounds"), ("statement extra", "found with other bounds")]),
    ([said(STATEMENT, 1, ["ministry"])], [said(STATEMENT, 1, ["Inka Morrow"])], [("speaker", "never found as an actor")]),
]


@pytest.mark.parametrize(("gold", "coded", "expected"), STATEMENTS)
def test_statements(differences: Callable[..., Any], gold: list[Any], coded: list[Any], expected: list[tuple[str, str]]) -> None:
    assert differences(passage(*HARBOUR, statements=gold), as_coded(passage(*HARBOUR, statements=coded))) == expected


def test_two_people_have_differences_without_causes(differences: Callable[..., Any]) -> None:
    assert differences(harbour(), changed(2, status="actual")) == [("status", "")]


def test_errors_are_counted_by_class_in_order(causes: Causes) -> None:
    compared = [compare(harbour(), as_coded(changed(2, status="actual", recipients=()))), compare(harbour(), as_coded(passage(*HARBOUR)))]
    errors = evaluate(compared, guess=causes).errors
    assert [CLASSES.index(e.field) for e in errors] == sorted(CLASSES.index(e.field) for e in errors)
    assert sum(e.count for e in errors if e.field == "missed") == 5
    assert {(e.field, e.count) for e in errors if e.field in ("status", "recipients", "statement missed")} == {("status", 1), ("recipients", 1), ("statement missed", 1)}


@pytest.mark.parametrize(("word", "lemma"), [("struck", "strike"), ("killings", "killing"), ("shelled", "shell"), ("denies", "deny"), ("seizing", "seize")])
def test_lemmas(word: str, lemma: str) -> None:
    assert lemma in load_lemmas()(word)
