"""Scores: the figures of passages worked out by hand."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import as_coded, event, harbour, passage, said

from reportedly.measuring import Gold, compare, evaluate
from reportedly.measuring.bootstrap import draw, interval
from reportedly.measuring.gold import GoldEvent, GoldToll
from reportedly.measuring.scores import MEASURES, Score

TEXT = ("Soldiers shelled Tamrit and blocked the ford.", "Villagers fled, a nurse said.", "The council condemned the shelling.")
GOLD = passage(
    *TEXT,
    id="ford",
    outlet="Ford Post (invented)",
    events=[
        event("ASSAULT", 0, trigger="shelled", mode="heavy-weapons", actors=("Soldiers",), recipients=("villagers", "herders"), place="Tamrit", toll=(GoldToll(kind="killed", low=3, high=3), GoldToll(kind="injured", low=4))),
        event("COERCE", 0, trigger="blocked", mode="restrict", actors=("Soldiers",), status="future", date=("2031-01-02", "2031-01-02")),
        event("ACCUSE", 2, trigger="condemned", mode="disapprove", actors=("council",), recipients=("Soldiers",)),
        event("ASSAULT", 2, trigger="shelling", actors=("Soldiers",), status="actual", sources=("council",)),
    ],
    statements=[said("Villagers fled", 1, ["nurse"]), said("the shelling", 2, ["council"])],
)
CODED = msgspec.structs.replace(
    GOLD,
    events=(
        # right but for one of two recipients, one of two counts, and the place
        event("ASSAULT", 0, trigger="shelled", mode="heavy-weapons", actors=("Soldiers",), recipients=("villagers",), toll=(GoldToll(kind="killed", low=3, high=3), GoldToll(kind="injured", low=5))),
        # the wrong doer, status and mode; right date
        event("COERCE", 0, trigger="blocked", mode="curfew", actors=("fleet",), status="actual", date=("2031-01-02", "2031-01-02")),
        # the right triple without its source
        event("ASSAULT", 2, trigger="shelling", actors=("soldiers",)),
        # not in the gold
        event("RETREAT", 1, trigger="fled", actors=("Villagers",)),
    ),
    statements=(said("Villagers fled", 1, ["a nurse"]), said("condemned", 2, ["council"])),
)
EXPECTED = {  # right, gold, coded, counted by hand
    "detected": (3, 4, 4),
    "triple": (2, 4, 4),
    "qualified": (1, 4, 4),
    "actors": (2, 3, 3),
    "recipients": (1, 2, 1),
    "sources": (0, 1, 0),
    "status": (2, 3, 3),
    "status, not actual": (0, 1, 0),
    "mode": (1, 2, 2),
    "date": (1, 1, 1),
    "place": (0, 1, 0),
    "toll": (1, 2, 2),
    "statements": (1, 2, 2),
    "statements+speaker": (1, 2, 2),
}


def scores(*pairs: tuple[Gold, Gold], samples: int = 0) -> dict[tuple[str, str, str], Score]:
    found = evaluate([compare(*pair) for pair in pairs], samples=samples).scores
    return {(s.table, s.group, s.measure): s for s in found}


@pytest.mark.parametrize("measure", EXPECTED)
def test_overall(measure: str) -> None:
    found = scores((GOLD, CODED))["overall", "", measure]
    right, gold, coded = EXPECTED[measure]
    assert (found.right, found.gold, found.coded) == (right, gold, coded)
    assert found.precision == (round(right / coded, 6) if coded else None)
    assert found.recall == round(right / gold, 6)
    assert found.f1 == round(2 * right / (gold + coded), 6)


def test_every_measure_is_expected() -> None:
    assert EXPECTED.keys() == MEASURES.keys()


def test_a_coding_against_itself_is_right_throughout() -> None:
    for coded in (harbour(), as_coded(harbour())):
        found = evaluate([compare(harbour(), coded)])
        assert all(s.right == s.gold == s.coded for s in found.scores)
        assert found.errors == ()


def test_by_type_status_source_and_outlet() -> None:
    found = scores((GOLD, CODED), (harbour(), harbour()))
    figures = {key: (s.right, s.gold, s.coded) for key, s in found.items()}
    assert figures["type", "ASSAULT", "detected"] == (4, 4, 4)
    assert figures["type", "RETREAT", "detected"] == (0, 0, 1)
    # "blocked" was detected, but in no status is it right: future in the gold, actual as coded
    assert figures["status", "future", "detected"] == (1, 2, 1)
    assert figures["status", "actual", "detected"] == (5, 6, 7)
    assert figures["source", "own voice", "qualified"] == (3, 5, 6)
    assert figures["source", "described", "detected"] == (2, 3, 2)
    assert figures["source", "named", "qualified"] == (1, 1, 1)
    assert figures["outlet", "Ford Post (invented)", "qualified"] == (1, 4, 4)
    for measure in ("detected", "triple", "qualified"):
        total = found["overall", "", measure]
        for table in ("type", "status", "source", "outlet"):
            groups = [s for key, s in found.items() if key[0] == table and key[2] == measure]
            assert sum(s.gold for s in groups) == total.gold and sum(s.coded for s in groups) == total.coded


def test_sources_are_told_apart_by_the_coded_actors() -> None:
    groups = {s.group for s in evaluate([compare(harbour(), as_coded(harbour()))]).scores if s.table == "source"}
    assert groups == {"own voice", "described", "named person"}


def test_nothing_coded_has_no_precision() -> None:
    empty = scores((GOLD, msgspec.structs.replace(GOLD, events=(), statements=())))["overall", "", "detected"]
    assert (empty.precision, empty.recall, empty.f1) == (None, 0.0, 0.0)


EVENTS = st.lists(
    st.builds(
        lambda type_, s, status, actors, sources: event(type_, s, status=status, actors=tuple(actors), sources=tuple(sources)),
        st.sampled_from(["ASSAULT", "COERCE"]), st.integers(0, 2), st.sampled_from(["actual", "denied"]),
        st.lists(st.sampled_from(["Soldiers", "council", "Omar Seydou"]), max_size=2), st.lists(st.sampled_from(["Seydou", "nurse"]), max_size=1),
    ),
    max_size=6,
)  # fmt: skip


@given(EVENTS, EVENTS)
def test_whatever_is_coded_no_more_is_right_than_there_is(gold: list[GoldEvent], coded: list[GoldEvent]) -> None:
    one, other = passage(*TEXT, events=gold), passage(*TEXT, events=coded)
    found = scores((one, other))
    assert all(0 <= s.right <= min(s.gold, s.coded) for s in found.values())
    here = [found["overall", "", measure].right for measure in ("detected", "triple", "qualified")]
    assert here == sorted(here, reverse=True)
    assert {key: s.right for key, s in scores((one, one)).items() if key[2] == "qualified"} == {key: s.gold for key, s in scores((one, one)).items() if key[2] == "qualified"}


def test_no_passages_have_no_figures() -> None:
    found = evaluate([])
    assert all(s.f1 is None for s in found.scores) and found.calibration is None


def many(n: int) -> list[tuple[Gold, Gold]]:
    return [(msgspec.structs.replace(g, id=f"{k}"), msgspec.structs.replace(c, id=f"{k}")) for k in range(n) for g, c in (((GOLD, CODED) if k % 3 else (harbour(), harbour())),)]


def test_intervals_hold_the_figure_and_depend_only_on_the_seed() -> None:
    passages = [compare(*pair) for pair in many(12)]
    one, again, *others = (evaluate(passages, samples=200, seed=seed) for seed in (3, 3, 4, 5, 6, 7))
    assert one == again and any(one.scores != other.scores for other in others)
    for s in one.scores:
        if s.f1_interval is not None and s.f1 is not None:
            assert s.f1_interval[0] <= s.f1 <= s.f1_interval[1]
    assert one.scores[0].f1_interval not in (None, (1.0, 1.0))


@pytest.mark.parametrize(("passages", "given"), [(4, False), (5, True)])
def test_from_fewer_than_five_passages_no_interval_is_given(passages: int, given: bool) -> None:
    found = scores(*many(passages), samples=100)
    assert (found["overall", "", "detected"].f1_interval is not None) is given


def test_without_samples_there_are_no_intervals() -> None:
    found = evaluate([compare(*pair) for pair in many(8)], samples=0)
    assert found.samples == 0 and all(s.f1_interval is None for s in found.scores)


def test_each_sample_draws_as_many_passages_as_there_are() -> None:
    drawn = draw(7, samples=50, seed=1)
    assert drawn.shape == (50, 7) and set(drawn.sum(axis=1)) == {7.0}
    assert not np.array_equal(drawn, draw(7, samples=50, seed=2))


def test_an_interval_leaves_out_samples_in_which_the_figure_is_not_defined() -> None:
    values = np.array([np.nan] * 40 + [0.5] * 60)
    assert interval(values, passages=9) == (0.5, 0.5)
    assert interval(values[:70], passages=9) is None
    assert interval(np.arange(101) / 100, passages=9) == (0.025, 0.975)
