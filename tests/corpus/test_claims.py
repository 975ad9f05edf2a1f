"""Claims: whose they are, what a denial denies, who is silent."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.corpus.actors import describe, designation, designation_key
from reportedly.corpus.claims import make_claims, may_speak_for
from reportedly.corpus.incidents import incident_row
from reportedly.corpus.model import Claim, Figure, Party, Report, Source, Telling

ARMY = Party(id="army", name="army", kind="group", named=False, sector="MIL")
FORCES = Party(id="forces", name="Malian Armed Forces", kind="group", named=True, known="Malian Armed Forces", country="MLI", sector="MIL")
FRONT = Party(id="front", name="Azawad Front", kind="group", named=True, sector="REB")
VILLAGERS = Party(id="villagers", name="villagers", kind="group", named=False, sector="CVL")
HERS = Party(id="hers", name="spokesman", kind="person", named=False, affiliation="Azawad Front")
THEIRS = Party(id="theirs", name="spokesman", kind="person", named=False, affiliation="Malian Armed Forces")
PARTIES = (ARMY, FORCES, FRONT, VILLAGERS, HERS, THEIRS)


def telling(event: str, sources: tuple[str, ...] = (), status: str = "actual", actors: tuple[str, ...] = ("forces",), recipients: tuple[str, ...] = ("front",), killed: int | None = None) -> Telling:
    figures = (Figure(kind="killed", low=killed, high=killed, words=str(killed), scope=""),) if killed else ()
    return Telling(event=event, status=status, stance="says", sources=sources, actors=actors, recipients=recipients, span=(int(event[1:]), int(event[1:]) + 1), sentence=f"Sentence {event}.", figures=figures)


def name_of(party: Party) -> tuple[str, str]:
    row = describe([designation(party)])
    return row["actor"], row["name"]


def made(*tellings: Telling, parties: tuple[Party, ...] = PARTIES) -> tuple[list[Claim], dict[str, Any]]:
    """Return the claims and the row of an incident that one article tells."""
    report = Report(key="a:e1", article="a", type="ASSAULT", happened=True, published="2025-03-18", tellings=tellings, parties=parties)
    sources = {"a": Source(article="a", outlet="Wire", published="2025-03-18", current=True, origin="Wire")}
    claims = make_claims("i1", [report], sources, name_of)
    return claims, incident_row("i1", [report], claims, sources, name_of, lambda key: None)


def test_two_bodies_spokesmen_are_two_claimants() -> None:
    assert designation_key(HERS) != designation_key(THEIRS)
    claims, _ = made(telling("e1", ("hers",), killed=14), telling("e2", ("theirs",), killed=11))
    assert {(c.claimant, c.low) for c in claims if c.question == "toll"} == {("spokesman (Azawad Front)", 14), ("spokesman (Malian Armed Forces)", 11)}
    assert {c.claimant: c.side for c in claims} == {"spokesman (Azawad Front)": "recipient", "spokesman (Malian Armed Forces)": "actor"}


def test_who_denies_a_part_does_not_deny_the_whole() -> None:
    claims, row = made(telling("e1", killed=11), telling("e2", status="denied", recipients=("villagers",)))
    assert [(c.question, c.value) for c in claims if c.stance == "denies"] == [("recipient", "villagers")]
    assert row["status"] == "reported"


def test_who_only_denies_denies_the_whole() -> None:
    claims, row = made(telling("e1", ("front",)), telling("e2", status="denied", recipients=("villagers",)))
    assert [(c.question, c.claimant) for c in claims if c.stance == "denies"] == [("happened", "Wire")]
    assert row["status"] == "contested"


def test_both_sides_confirm_nothing_while_one_denies_to_have_done_it() -> None:
    both = telling("e1", ("front",)), telling("e2", ("forces",))
    assert made(*both)[1]["status"] == "confirmed by both sides"
    assert made(*both, telling("e3", ("army",), status="denied", actors=("army",)))[1]["status"] != "confirmed by both sides"


def test_pairs_are_those_that_one_mention_tells() -> None:
    _, row = made(telling("e1", ("hers",), actors=("forces",), recipients=("villagers",)), telling("e2", ("theirs",), actors=("army",), recipients=("front",)), telling("e3", status="denied", actors=("forces",), recipients=("front",)))
    assert row["pairs"] == ["Malian Armed Forces \u2192 villagers", "army \u2192 Azawad Front"]


@pytest.mark.parametrize(
    ("claimant", "party", "may"),
    [
        (ARMY, FORCES, True),  # an army without a country may be this one
        (Party(id="x", name="army", kind="group", named=False, sector="MIL", country="NER"), FORCES, False),
        (Party(id="x", name="Salif Adamou", kind="person", named=True, sector="MIL"), FORCES, True),
        (Party(id="x", name="rebels", kind="group", named=False, sector="UAF"), FRONT, True),
        (Party(id="x", name="Golden Front", kind="group", named=True, sector="REB"), FRONT, False),
        (VILLAGERS, FRONT, False),
    ],
)
def test_silence_is_said_only_of_whom_nobody_may_have_spoken_for(claimant: Party, party: Party, may: bool) -> None:
    assert may_speak_for(claimant, party) is may
    told = telling("e1", ("who",), actors=("party",), recipients=())
    row = made(told, parties=(Party(**{**{f: getattr(claimant, f) for f in claimant.__struct_fields__}, "id": "who"}), Party(**{**{f: getattr(party, f) for f in party.__struct_fields__}, "id": "party"})))[1]
    assert (row["silent"] == []) is may
