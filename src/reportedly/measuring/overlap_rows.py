"""An overlap as rows for tables, and as the figures that sum it up."""

from __future__ import annotations

from collections import Counter
from typing import Any

from reportedly.exchange.datasets import Listed, Report
from reportedly.measuring.overlap import Agreement, Incident, Overlap, differences

# Every column with what it holds; docs/compare.md lists the same.
COLUMNS = {
    "found": "both, only theirs or only ours",
    "dataset": "GDELT, ICEWS, POLECAT, ACLED or UCDP",
    "row": "id of the row in its data set",
    "at": "file and line of the row",
    "incident": "id of the incident in the corpus",
    "agree": "what agrees: place, actors, recipients, day, killed",
    "differ": "where the two differ, in words",
    "days_apart": "days between them",
    "km": "kilometres between their points",
    "their_start": "first day of the row",
    "their_end": "last day of the row; a week or month where the data set knows no more",
    "their_type": "type as the data set writes it",
    "their_actors": "its actors",
    "their_recipients": "its recipients; the second side where it does not say who did it",
    "their_place": "its place",
    "their_country": "country of its place (ISO 3166 alpha-3)",
    "their_killed": "killed; UCDP's best",
    "their_source": "source as the data set writes it",
    "their_mentions": "rows of GDELT's Mentions for it, where that file is given",
    "first": "day of the incident's first report",
    "start": "first day of the incident",
    "end": "last day of the incident",
    "type": "PLOVER type",
    "status": "what the claims come to",
    "actors": "who did it",
    "recipients": "to whom",
    "place": "where",
    "country": "country of that place",
    "killed_low": "killed, low bound under the policy",
    "killed_high": "killed, high bound under the policy",
    "sources": "who makes claims about it",
    "contested": "questions on which the claims differ",
}


def overlap_rows(found: Overlap, read: Report) -> list[dict[str, Any]]:
    """Return one dict for each pair, each row and each incident that is alone, with the keys of COLUMNS."""
    pairs = sorted(found.pairs, key=lambda p: (p[1]["start"] or p[1]["first"], p[1]["incident"], p[0].dataset, p[0].id, p[0].at))
    theirs = sorted(found.theirs, key=lambda r: (r.start, r.dataset, r.id, r.at))
    ours = sorted(found.ours, key=lambda i: (i["start"] or i["first"], i["incident"]))
    made = [_both(*pair) | _theirs(pair[0], read) | _ours(pair[1]) for pair in pairs]
    made += [{"found": "only theirs"} | _theirs(row, read) for row in theirs]
    made += [{"found": "only ours"} | _ours(incident) for incident in ours]
    return [{column: row.get(column) for column in COLUMNS} for row in made]


def summary(found: Overlap, read: Report) -> dict[str, Any]:
    """Return the figures of an overlap."""
    matched = {i["incident"] for _, i, _ in found.pairs}
    figures = [p for p in found.pairs if p[0].killed is not None and p[1]["killed_low"] is not None]
    return {
        "rows": dict(sorted(read.rows.items())), "outside": dict(sorted(found.outside.items())), "rows matched": len(found.pairs), "rows only theirs": len(found.theirs),
        "incidents": len(matched) + len(found.ours) + found.undated, "incidents matched": len(matched), "incidents only ours": len(found.ours), "incidents without a day": found.undated,
        "status of the matched": dict(sorted(Counter(i["status"] for i in {i["incident"]: i for _, i, _ in found.pairs}.values()).items())),
        "pairs with figures of killed": len(figures), "of these, figures that meet": sum("killed" in made.on for _, _, made in figures),
        "mended": dict(sorted(read.mended.items())),
    }  # fmt: skip


def _both(row: Listed, incident: Incident, made: Agreement) -> dict[str, Any]:
    return {"found": "both", "agree": list(made.on), "differ": differences(row, incident, made), "days_apart": made.days_apart, "km": None if made.km is None else round(made.km, 1)}


def _theirs(row: Listed, read: Report) -> dict[str, Any]:
    return {
        "dataset": row.dataset, "row": row.id, "at": row.at, "their_start": row.start, "their_end": row.end, "their_type": row.kind, "their_actors": [s.name or s.country for s in row.actors],
        "their_recipients": [s.name or s.country for s in row.recipients], "their_place": row.place, "their_country": row.country, "their_killed": row.killed, "their_source": row.source,
        "their_mentions": read.mentions[row.id] if row.dataset == "GDELT" and read.mentions else None,
    }  # fmt: skip


def _ours(incident: Incident) -> dict[str, Any]:
    return {column: incident[column] for column in ("incident", "first", "start", "end", "type", "status", "actors", "recipients", "place", "country", "killed_low", "killed_high", "sources", "contested")}
