"""Agreement: kappa and alpha against the worked examples of those who published them, and the units of each field."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import event, harbour, passage

from reportedly.measuring import Gold, compare, evaluate
from reportedly.measuring.agreement import FIELDS, Agreement, _agreement, retyped
from reportedly.measuring.bootstrap import draw
from reportedly.measuring.matching import match

NONE = draw(1, samples=0, seed=0)


def of(one: str, other: str) -> Agreement:
    return _agreement("field", [list(zip(one, other, strict=True))], NONE)


def test_cohen_1960_table_of_two_hundred() -> None:
    """Cohen (1960): 88 10 2 / 14 40 6 / 18 10 12; observed .70, expected .41, kappa .492."""
    table = {"aa": 88, "ab": 10, "ac": 2, "ba": 14, "bb": 40, "bc": 6, "ca": 18, "cb": 10, "cc": 12}
    units = [tuple(cell) for cell, n in table.items() for _ in range(n)]
    found = _agreement("field", [units], NONE)  # type: ignore[list-item]
    assert (found.units, found.agreed) == (200, 140)
    assert found.kappa == pytest.approx(0.29 / 0.59, abs=1e-6)


def test_krippendorff_2011_binary_data() -> None:
    """Krippendorff (2011), section A: ten units, two observers, alpha .095."""
    assert of("0100000010", "1110010000").alpha == pytest.approx(0.095, abs=0.0005)


def test_krippendorff_2011_nominal_data() -> None:
    """Krippendorff (2011), section B: twelve units, five values, alpha .692."""
    assert of("aabbdcccedda", "babbbccceddd").alpha == pytest.approx(0.692, abs=0.0005)


def test_full_agreement_and_agreement_by_chance() -> None:
    assert of("abab", "abab").kappa == of("abab", "abab").alpha == 1
    assert of("aabb", "abab").kappa == 0
    assert of("aabb", "bbaa").kappa == -1


def test_one_value_only_says_nothing() -> None:
    assert of("aaa", "aaa").kappa is None and of("aaa", "aaa").alpha is None
    assert of("", "").kappa is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2, max_size=30))
def test_the_order_of_coders_does_not_matter(units: list[tuple[str, str]]) -> None:
    one, other = (_agreement("field", [list(u)], NONE) for u in (units, [(b, a) for a, b in units]))
    assert one == other
    assert one.kappa is None or -1 <= one.kappa <= 1


TEXT = "Troops took and burned the mill."


def both(gold: Gold, coded: Gold) -> dict[str, Agreement]:
    return {a.field: a for a in evaluate([compare(gold, coded)]).agreement}


def test_every_field_has_its_units() -> None:
    found = both(harbour(), harbour())
    assert list(found) == list(FIELDS)
    assert {a.units for a in found.values()} == {3, 5, 1}
    assert found["event in sentence"].units == 3 and found["speakers"].units == 1
    assert all(a.agreed == a.units for a in found.values())


def test_type_differs_where_both_saw_the_same_words() -> None:
    gold = passage(TEXT, TEXT, events=[event("ASSAULT", trigger="took"), event("ASSAULT", trigger="burned"), event("ASSAULT", 1)])
    coded = passage(TEXT, TEXT, events=[event("COERCE", trigger="took"), event("ASSAULT", trigger="burned")])
    found = both(gold, coded)
    assert (found["type"].units, found["type"].agreed) == (2, 1)
    assert [(g.type, c.type) for g, c in retyped(match(compare(gold, coded)))] == [("ASSAULT", "COERCE")]
    assert (found["event in sentence"].units, found["event in sentence"].agreed) == (2, 1)


def test_names_agree_as_whole_lists_of_the_same_actors() -> None:
    def field(gold: tuple[str, ...], coded: tuple[str, ...]) -> bool:
        return bool(both(passage(TEXT, events=[event(actors=gold)]), passage(TEXT, events=[event(actors=coded)]))["actors"].agreed)

    assert field(("Inka Morrow", "fleet"), ("the fleet", "Morrow"))
    assert not field(("Inka Morrow", "fleet"), ("Morrow",))
    assert field((), ()) and not field((), ("fleet",))


def test_intervals_come_from_whole_passages() -> None:
    one = passage(TEXT, events=[event(status="denied")])
    pairs = [compare(msgspec.structs.replace(one, id=str(n)), passage(TEXT, id=str(n), events=[event(status="denied" if n % 4 else "future")])) for n in range(12)]
    other = [compare(p := msgspec.structs.replace(passage(TEXT, events=[event()]), id=f"b{n}"), p) for n in range(6)]
    status = next(a for a in evaluate([*pairs, *other]).agreement if a.field == "status")
    assert status.kappa is not None and status.kappa_interval is not None
    assert status.kappa_interval[0] < status.kappa < status.kappa_interval[1]
