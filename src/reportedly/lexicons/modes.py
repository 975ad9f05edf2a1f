"""The modes of each PLOVER type, and which types are acts of speech."""

from __future__ import annotations

MODES: dict[str, frozenset[str]] = {
    type_: frozenset(modes.split())
    for type_, modes in {
        "CONSULT": "visit third-party multilateral phone",
        "RETREAT": "withdraw release return disarm ceasefire access resign",
        "REQUEST": "assist change yield meet",
        "ACCUSE": "disapprove investigate allege",
        "REJECT": "assist change yield meet",
        "THREATEN": "restrict ban arrest relations rights expel territory violence",
        "PROTEST": "demo riot strike hunger boycott obstruct",
        "SANCTION": "convict expel withdraw discontinue",
        "MOBILIZE": "troops weapons police militia",
        "COERCE": "seize restrict ban censor curfew arrest deport withhold misinformation cyber",
        "ASSAULT": "abduct beat torture execute sexual assassinate destroy primitive firearms explosives suicide-attack aerial drone "
        "heavy-weapons crowd-control cleansing massacre unconventional",
    }.items()
}

SPEECH_ACTS = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
