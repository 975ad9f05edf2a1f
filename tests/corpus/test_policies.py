"""Policies: each chooses as it says, tells its reason, and merges nothing silently. Statuses: each from the claims that make it."""

from __future__ import annotations

import pytest

from reportedly.corpus.model import Claim
from reportedly.corpus.policies import POLICIES, choose
from reportedly.corpus.statuses import STATUSES, decide_status
from reportedly.errors import CorpusError


def claim(claimant: str, value: str = "yes", stance: str = "says", *, question: str = "happened", side: str | None = None, own: bool = False, first: str = "2025-01-01",
          low: int | None = None, high: int | None = None, independent: int = 1, standing: bool | None = None, current: bool = True) -> Claim:  # fmt: skip
    stands = current and stance not in ("denies", "retracts") if standing is None else standing
    return Claim(
        claim=f"c-{claimant}-{question}-{value}-{first}", incident="i1", question=question, value=value, stance=stance, claimant=claimant, claimant_id=None, own_voice=own, side=side,
        words="...", first=first, last=first, article="x", event="e1", indicator="killed" if question == "toll" else None, low=low, high=high, independent=independent,
        standing=stands, current=current,
    )  # fmt: skip


def toll(claimant: str, low: int | None, high: int | None, first: str = "2025-01-01", independent: int = 1, standing: bool = True) -> Claim:
    return claim(claimant, f"killed {low}..{high}", question="toll", low=low, high=high, first=first, independent=independent, standing=standing)


TOLLS = [toll("army", 9, 9), toll("hospital", 14, 14, "2025-01-02"), toll("rebels", 30, 30, "2025-01-03"), toll("Wire", 14, 14, "2025-01-02", independent=3)]


@pytest.mark.parametrize(
    ("policy", "priority", "low", "high"),
    [
        ("range", (), 9, 30),
        ("lowest", (), 9, 9),
        ("highest", (), 30, 30),
        ("median", (), 14, 14),
        ("latest", (), 30, 30),
        ("majority", (), 14, 14),
        ("priority", ("un", "Hospital", "army"), 14, 14),
        ("priority", ("un",), None, None),
        ("undecided", (), None, None),
    ],
)
def test_figures(policy: str, priority: tuple[str, ...], low: int | None, high: int | None) -> None:
    chosen = choose(TOLLS, policy, priority)
    assert (chosen.low, chosen.high) == (low, high)
    assert chosen.reason


def test_every_policy_has_a_test_and_a_docstring() -> None:
    assert set(POLICIES) == {"range", "lowest", "highest", "median", "latest", "majority", "priority", "undecided"}
    assert all(policy.__doc__ for policy in POLICIES.values())


@pytest.mark.parametrize("policy", POLICIES)
def test_the_reason_names_those_who_differ(policy: str) -> None:
    reason = choose(TOLLS, policy, ("army",)).reason
    assert "army" in reason or "rebels" in reason or "hospital" in reason


@pytest.mark.parametrize("policy", POLICIES)
def test_what_does_not_stand_decides_nothing(policy: str) -> None:
    assert choose([toll("army", 9, 9, standing=False)], policy, ("army",)).reason == "no claim stands"
    assert choose([toll("army", 9, 9, standing=False), toll("army", 12, 12)], policy, ("army",)).low == 12


def test_at_least_leaves_the_range_open_only_at_its_top() -> None:
    assert choose([toll("a", 9, None), toll("b", 5, 5)], "range").high is None
    assert choose([toll("a", 9, None), toll("b", 12, 12)], "range").high == 12


@pytest.mark.parametrize(("policy", "expected"), [("range", ("army", "rebels")), ("majority", ("rebels",)), ("latest", ("army",)), ("priority", ("rebels",)), ("undecided", ()), ("median", ()), ("lowest", ())])
def test_names(policy: str, expected: tuple[str, ...]) -> None:
    claims = [claim("front", "army", question="actor", first="2025-01-02"), claim("ministry", "rebels", question="actor", independent=2)]
    assert choose(claims, policy, ("ministry",)).values == expected


def test_days() -> None:
    claims = [claim("a", "2025-01-01", question="date"), claim("b", "2025-01-02", question="date")]
    assert choose(claims, "lowest").values == ("2025-01-01",)
    assert choose(claims, "highest").values == ("2025-01-02",)


def test_a_draw_is_no_majority() -> None:
    assert choose([toll("a", 1, 1), toll("b", 2, 2)], "majority").low is None


def test_an_unknown_policy_is_named_with_those_there_are() -> None:
    with pytest.raises(CorpusError, match="undecided"):
        choose(TOLLS, "average")


@pytest.mark.parametrize(
    ("status", "claims"),
    [
        ("confirmed by both sides", [claim("army", side="actor"), claim("rebels", side="recipient")]),
        ("claimed by one side only", [claim("army", side="actor")]),
        ("reported", [claim("army", side="actor"), claim("Wire", own=True)]),
        ("reported", [claim("police")]),
        ("contested", [claim("army", side="actor"), claim("rebels", stance="denies", side="recipient")]),
        ("denied", [claim("army", stance="denies", side="actor")]),
        ("denied", [claim("army", "army", "denies", question="actor", side="actor")]),
        ("retracted", [claim("ministry", standing=False), claim("ministry", stance="retracts", first="2025-01-03")]),
        ("planned", [claim("rebels", "planned"), claim("Wire", "possible", own=True)]),
        ("demanded", [claim("bishops", "demanded")]),
        ("possible", [claim("analyst", "possible")]),
        ("superseded", [claim("Wire", own=True, current=False)]),
    ],
)
def test_statuses(status: str, claims: list[Claim]) -> None:
    found, reason = decide_status(claims, 2)
    assert (found, bool(reason)) == (status, True)
    assert found in STATUSES


def test_a_denial_that_no_current_article_carries_contests_nothing() -> None:
    assert decide_status([claim("Wire", own=True), claim("army", stance="denies", current=False)], 1)[0] == "reported"


def test_how_many_independent_outlets_report_it_is_said() -> None:
    assert "3 independent outlets" in decide_status([claim("Wire", own=True)], 3)[1]
