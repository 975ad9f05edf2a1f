"""HURIDOCS-like tables: events (incidents), acts (who did what to whom), persons and groups, sources, and the links between them, as CSV files in a folder."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from reportedly.exchange.cells import cell
from reportedly.exchange.losses import Losses

Row = dict[str, Any]
TABLES = {
    "events": ("event", "status", "type", "modes", "start", "end", "place", "country", "latitude", "longitude", "killed_low", "killed_high", "policy", "status_reason"),
    "acts": ("act", "event", "perpetrator", "violation", "victim", "contested"),
    "persons_groups": ("actor", "name", "kind", "named", "country", "sector", "roles", "names"),
    "sources": ("source", "name", "outlet", "article", "first", "words"),
    "links": ("source", "event", "question", "value", "stance"),
}


def write(incidents: Iterable[Row], claims: Sequence[Row], actors: dict[str, Row], out: Path, losses: Losses) -> None:
    """Write the five files into the folder ``out``. An act is one perpetrator, one type, one victim; an unknown one is empty."""
    out.mkdir(parents=True, exist_ok=True)
    tables: dict[str, list[Row]] = {name: [] for name in TABLES}
    used: set[str] = set()
    chosen = {}
    for row in incidents:
        chosen[row["incident"]] = row
        losses.written += 1
        tables["events"].append({**row, "event": row["incident"], "latitude": row["lat"], "longitude": row["lon"], "modes": "; ".join(row["modes"])})
        used |= {*row["actor_ids"], *row["recipient_ids"]}
        for n, (doer, victim) in enumerate(((d, v) for d in row["actor_ids"] or [""] for v in row["recipient_ids"] or [""]), 1):
            tables["acts"].append({"act": f"{row['incident']}.{n}", "event": row["incident"], "perpetrator": doer, "violation": "; ".join(f"{row['type']}/{m}" for m in row["modes"]) or row["type"], "victim": victim, "contested": "; ".join(row["contested"])})
    for claim in claims:
        if claim["incident"] in chosen:
            tables["sources"].append({"source": claim["claim"], "name": claim["claimant"], "outlet": "; ".join(claim["carried_by"]), "article": claim["article"], "first": claim["first"], "words": claim["words"]})
            tables["links"].append({"source": claim["claim"], "event": claim["incident"], "question": claim["question"], "value": claim["value"], "stance": claim["stance"]})
    tables["persons_groups"] = [{**actors[i], "roles": "; ".join(actors[i]["roles"]), "names": "; ".join(actors[i]["names"])} for i in sorted(used) if i in actors]
    for name, columns in TABLES.items():
        with (out / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\r\n")
            writer.writerow(columns)
            writer.writerows([cell(row.get(c), losses) for c in columns] for row in tables[name])
