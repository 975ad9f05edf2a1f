"""Headlines of one and of two acts, whose verbs the parser takes for nouns or subordinates."""

from __future__ import annotations

import pytest

from reportedly.coder import Coder
from reportedly.records import Article

BODY = "\nThe weather was mild on the coast. Shops opened late."


@pytest.mark.parametrize(
    ("headline", "acts"),
    [
        ("Rebels attack army base, vow more strikes", ["actual ASSAULT Rebels", "actual THREATEN Rebels", "future ASSAULT Rebels"]),
        ("Iraqi militia targets US base, promises more strikes", ["actual ASSAULT Iraqi militia", "actual THREATEN Iraqi militia", "future ASSAULT Iraqi militia"]),
        ("UN condemns attack on convoy, urges probe", ["actual ACCUSE UN", "actual ASSAULT ", "actual REQUEST UN", "demanded ACCUSE "]),
        ("Militants abduct 30 villagers, torch homes", ["actual ASSAULT Militants", "actual ASSAULT Militants"]),
        ("Saudi Coalition Bombs Sanaa, Kills Five", ["actual ASSAULT Saudi Coalition", "actual ASSAULT Saudi Coalition"]),
        ("Resistance Repels Invaders, Destroys Two Tanks", ["actual ASSAULT Resistance", "actual ASSAULT Resistance"]),
        ("Top court jails ex-minister, bans party", ["actual SANCTION Top court", "actual COERCE Top court"]),
        ("Gunmen kill mayor, wound two guards", ["actual ASSAULT Gunmen", "actual ASSAULT Gunmen"]),
        ("Junta bars aid to flood survivors", ["actual COERCE Junta"]),
        ("Tunisia: Police Raid Party Office, Detain Leader", ["actual COERCE Police", "actual COERCE Police"]),
        ("Thousands march in Lima as toll mounts", ["actual PROTEST Thousands"]),
        ("Rebels attack army base, police station", ["actual ASSAULT Rebels"]),
        ("Police seize arms, cash in Juba", ["actual COERCE Police"]),
        ("Nigerian Parliament Votes to Expel Monitors", ["future SANCTION Nigerian Parliament"]),
        ("Movement praises leader killed in raid", ["actual SUPPORT Movement", "actual ASSAULT ", "actual ASSAULT "]),
        ("Junta orders peacekeepers to leave", ["actual REQUEST Junta", "demanded RETREAT peacekeepers"]),
        ("UN chief appeals for ceasefire in Sudan", ["actual REQUEST UN chief", "demanded RETREAT "]),
        ("Army retakes bridge as rebels retreat", ["actual ASSAULT Army", "actual RETREAT rebels"]),
        ("Rebels storm jail in Bamako, free 40 nurses", ["actual ASSAULT Rebels", "actual RETREAT Rebels"]),
        ("Soldiers burned farms, tortured captives", ["actual ASSAULT Soldiers", "actual ASSAULT Soldiers"]),
        ("Guards torched huts, armed men withdrew", ["actual ASSAULT Guards", "actual RETREAT armed men"]),
        ("Nurses in Harare strike over pay", ["actual PROTEST Nurses"]),
        ("Lima and Quito trade barbs over border", ["actual ACCUSE Lima; Quito"]),
        ("Ferry sinks as passengers sleep", []),
        ("Island tourism votes of thanks", []),
    ],
)
def test_each_act_of_a_headline_has_its_doer(coder: Coder, headline: str, acts: list[str]) -> None:
    coded = coder.code(Article(id="h", text=headline + BODY, published="2024-03-14"))
    names = {a.id: a.name for a in coded.actors}
    assert [f"{e.status} {e.type} {'; '.join(names[i] for i in e.actors)}" for e in coded.events] == acts
