"""Claim matrix: incidents by parties, each cell what the party does: says, denies, is silent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from reportedly.pages.marked import as_text
from reportedly.pages.pictures.parts import Row, event_line, shortened

MOST_INCIDENTS, MOST_PARTIES = 40, 14
MARKS = {"says": "●", "confirms": "●", "alleges": "◐", "denies": "✕", "retracts": "↩", "silent": "○"}


def matrix(incidents: Sequence[Row], claims: Sequence[Row]) -> str:
    """Return the table of the incidents most spoken of against those who speak most of them. Rows of the two tables."""
    cells = _cells(incidents, claims)
    spoken = Counter(party for (_, party), stances in cells.items() if stances != ("silent",))
    shown = sorted((r for r in incidents if any(key[0] == r["incident"] for key in cells)), key=lambda r: (-len(r["contested"]), -r["independent"], -r["reports"], r["incident"]))[:MOST_INCIDENTS]
    ids = {r["incident"] for r in shown}
    weight = Counter(party for incident, party in cells if incident in ids)
    parties = sorted(weight, key=lambda p: (-spoken[p], -weight[p], p))[:MOST_PARTIES]
    about = f"Who says ({MARKS['says']}), alleges ({MARKS['alleges']}), denies ({MARKS['denies']}), takes back ({MARKS['retracts']}) that it happened or who did it, or is a party of whom no statement was found ({MARKS['silent']}). Outlets' own voices are left out. {len(shown)} of {len(incidents)} incidents, {len(parties)} of {len(weight)} claimants."
    if not parties:
        return f'<section id="matrix"><h2>Who says what</h2><p class="about">{as_text(about)}</p></section>'
    head = "".join(f'<th scope="col" dir="auto" title="{as_text(p)}">{as_text(shortened(p, 24))}</th>' for p in parties)
    body = ""
    for row in shown:
        line = f'{row["start"] or row["first"] or ""} {event_line(row)}'
        marks = "".join(_cell(cells.get((row["incident"], party), ())) for party in parties)
        about_it = f'{row["status"]} · {row["reports"]} reports, {row["independent"]} independent · {row["incident"]}'
        body += f'<tr><th scope="row" dir="auto">{as_text(shortened(line, 90))}<br><small>{as_text(about_it)}</small></th>{marks}</tr>'
    return (
        f'<section id="matrix"><h2>Who says what</h2><p class="about">{as_text(about)}</p><div class="scroll" tabindex="0"><table class="matrix">'
        f'<thead><tr><th scope="col">incident</th>{head}</tr></thead><tbody>{body}</tbody></table></div></section>'
    )


def _cells(incidents: Sequence[Row], claims: Sequence[Row]) -> dict[tuple[str, str], tuple[str, ...]]:
    stances: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        if claim["current"] and not claim["own_voice"] and claim["question"] in ("happened", "actor") and claim["stance"] in MARKS:
            stances[claim["incident"], claim["claimant"]].add(claim["stance"])
    for row in incidents:
        for party in row["silent"]:
            stances.setdefault((row["incident"], party), {"silent"})
    return {key: tuple(s for s in MARKS if s in found) for key, found in stances.items()}


def _cell(stances: tuple[str, ...]) -> str:
    if not stances:
        return "<td></td>"
    words = ", ".join(stances)
    return f'<td class="mark" title="{words}"><span aria-hidden="true">{"".join(dict.fromkeys(MARKS[s] for s in stances))}</span><span class="unseen">{words}</span></td>'
