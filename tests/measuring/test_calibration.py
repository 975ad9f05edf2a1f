"""Calibration: bins, expected calibration error and precision at coverage, worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import as_coded, event, passage

from reportedly.measuring import compare, evaluate
from reportedly.measuring.calibration import Calibration

TEXT = "Guards shot at the ferry."


def calibrated(events: Sequence[tuple[float, bool]]) -> Calibration:
    """Return the calibration of events with a confidence that are right or wrong."""
    sentences = [TEXT] * len(events)
    gold = passage(*sentences, events=[event(s=n, trigger="shot", actors=("Guards",)) for n in range(len(events))])
    coded = passage(*sentences, events=[event(s=n, trigger="shot", actors=("Guards",), status="actual" if right else "denied") for n, (_, right) in enumerate(events)])
    found = evaluate([compare(gold, as_coded(coded, confidence=[c for c, _ in events]))], samples=0).calibration
    assert found is not None
    return found


def test_error_is_the_mean_gap_weighted_by_events() -> None:
    found = calibrated([(0.9, True), (0.95, False), (0.3, False), (0.35, True), (0.31, False), (0.32, False)])
    # [0.9, 1.0]: mean .925, half right; [0.3, 0.4): mean .32, a quarter right
    assert found.error == pytest.approx((2 * 0.425 + 4 * 0.07) / 6, abs=1e-6)
    filled = {(b.low, b.high): (b.events, b.confidence, b.right) for b in found.bins if b.events}
    assert filled == {(0.3, 0.4): (4, 0.32, 0.25), (0.9, 1.0): (2, 0.925, 0.5)}


@pytest.mark.parametrize(("confidence", "low"), [(0.0, 0.0), (0.1, 0.1), (0.3, 0.3), (0.57, 0.5), (0.6, 0.6), (0.7, 0.7), (0.99, 0.9), (1.0, 0.9)])
def test_a_bin_holds_its_lower_bound_and_the_last_one_1(confidence: float, low: float) -> None:
    assert [b.low for b in calibrated([(confidence, True)]).bins if b.events] == [low]


def test_perfect_confidence_has_no_error() -> None:
    assert calibrated([(1.0, True), (0.0, False)]).error == 0


def test_precision_of_the_most_confident() -> None:
    found = calibrated([(0.9, True), (0.8, True), (0.7, False), (0.6, False)])
    assert [c.precision for c in found.coverage] == [1, 1, pytest.approx(2 / 3, abs=1e-6), 0.5]
    assert [c.share for c in found.coverage] == [0.25, 0.5, 0.75, 1]


def test_among_equals_precision_is_that_of_a_random_choice() -> None:
    assert {c.precision for c in calibrated([(0.8, True), (0.8, False), (0.8, False), (0.8, True)]).coverage} == {0.5}


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=12))
def test_figures_are_shares_and_bins_hold_all_events(events: list[tuple[float, bool]]) -> None:
    found = calibrated(events)
    assert 0 <= found.error <= 1 and sum(b.events for b in found.bins) == found.events == len(events)
    assert all(0 <= c.precision <= 1 for c in found.coverage)
    assert found.coverage[-1].precision == pytest.approx(sum(right for _, right in events) / len(events), abs=1e-6)


def test_extra_events_are_wrong_and_gold_has_no_confidence() -> None:
    gold = passage(TEXT, events=[event(trigger="shot")])
    coded = passage(TEXT, events=[event(trigger="shot"), event("COERCE", trigger="shot")])
    found = evaluate([compare(gold, as_coded(coded, confidence=[0.5, 0.5]))]).calibration
    assert found is not None and found.coverage[-1].precision == 0.5
    assert evaluate([compare(gold, coded)]).calibration is None
