"""Names and pairs: when two names are one actor, which events are held against each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import event, passage, said

from reportedly.measuring import Gold, compare
from reportedly.measuring.matching import Matched, is_qualified, is_triple, match, overlap
from reportedly.measuring.names import agrees, pair_names, same_name
from reportedly.measuring.scores import source_kind

NAMES = [
    ("Inka Morrow", "Inka Morrow", True),
    ("Inka Morrow", "Morrow", True),
    ("President Inka Morrow", "Minister Inka Morrow", True),  # half of the words, one of them telling
    ("President Morrow", "Inka Morrow", False),  # a third
    ("President Morrow", "President Sallis", False),
    ("the rebel group", "rebel", True),
    ("rebel group", "armed group", False),
    ("government forces", "government", False),  # only general words in common
    ("government", "the government", True),
    ("al-Wadi Brigade", "Wadi brigade", True),
    ("US forces", "American forces", True),
    ("U.S.", "United States of America", True),
    ("Britain", "the UK", True),
    ("Daesh", "ISIS", True),
    ("Zoë Ångström", "Zoe Angstrom", True),
    ("Morrow's allies", "Morrow allies", True),
    ("Valdane Fishers Union", "Valdane Harbour Board", False),
    ("", "Morrow", False),
    ("the", "the", False),
]


@pytest.mark.parametrize(("one", "other", "same"), NAMES)
def test_same_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same_name(other, one) is same


@given(st.lists(st.sampled_from(["Morrow", "Inka Morrow", "guards", "Sallis", "army"])), st.lists(st.sampled_from(["Morrow", "Sallis", "guards", "fleet"])))
def test_pairs_of_names_use_every_name_once(gold: list[str], coded: list[str]) -> None:
    pairs, missed, extra = pair_names(gold, coded)
    assert sorted([g for g, _ in pairs] + missed) == sorted(gold)
    assert sorted([c for _, c in pairs] + extra) == sorted(coded)
    assert all(same_name(*pair) for pair in pairs)


def test_lists_agree_when_both_are_empty_or_share_a_name() -> None:
    assert agrees([], []) and agrees(["guards", "fleet"], ["fleet"])
    assert not agrees([], ["fleet"]) and not agrees(["fleet"], [])


WORDS = "Guards raided and shelled the pier, and raided it again."


def matched(gold: Gold, coded: Gold) -> Matched:
    return match(compare(gold, coded))


def test_events_pair_inside_sentence_and_type() -> None:
    gold = passage(WORDS, WORDS, events=[event("COERCE", 0), event("ASSAULT", 1)])
    coded = passage(WORDS, WORDS, events=[event("ASSAULT", 0), event("COERCE", 0), event("ASSAULT", 0)])
    assert [(g.type, g.s, c.s) for g, c in matched(gold, coded).events] == [("COERCE", 0, 0)]


def test_of_two_alike_the_one_that_agrees_more_is_paired() -> None:
    one, other = event(actors=("fleet",), status="denied"), event(actors=("guards",), recipients=("pier",))
    found = matched(passage(WORDS, events=[one, other]), passage(WORDS, events=[other, one])).events
    assert all(g.actors == c.actors for g, c in found) and len(found) == 2


@pytest.mark.parametrize(
    ("gold", "coded", "triple", "qualified"),
    [
        ({}, {}, True, True),
        ({"actors": ("guards",)}, {"actors": ("Coast guards", "fleet")}, True, True),
        ({"actors": ("guards",)}, {}, False, False),
        ({}, {"recipients": ("pier",)}, False, False),
        ({}, {"status": "denied"}, True, False),
        ({"sources": ("Morrow",)}, {}, True, False),
        ({"sources": ("Morrow",)}, {"sources": ("Inka Morrow",)}, True, True),
    ],
)
def test_what_is_right(gold: dict[str, tuple[str, ...]], coded: dict[str, tuple[str, ...]], triple: bool, qualified: bool) -> None:
    (pair,) = matched(passage(WORDS, events=[event(**gold)]), passage(WORDS, events=[event(**coded)])).events
    assert (is_triple(*pair), is_qualified(*pair)) == (triple, qualified)


def test_statements_pair_by_half_of_their_words() -> None:
    text = "She said that the pier was lost and the fleet gone."
    gold = passage(text, statements=[said("the pier was lost and the fleet gone")])
    near, far = passage(text, statements=[said("the pier was lost and")]), passage(text, statements=[said("the pier")])
    assert len(matched(gold, near).statements) == 1 and not matched(gold, far).statements


def test_overlap() -> None:
    assert overlap((0, 10), (5, 15)) == pytest.approx(1 / 3)
    assert overlap((0, 5), (5, 9)) == 0 and overlap((3, 3), (3, 3)) == 0


@pytest.mark.parametrize(("sources", "kind"), [([], "own voice"), (["residents", "Morrow"], "described"), (["US officials"], "described"), (["Inka Morrow"], "named")])
def test_kind_of_source(sources: list[str], kind: str) -> None:
    gold = passage(WORDS)
    assert source_kind(sources, compare(gold, gold)) == kind
