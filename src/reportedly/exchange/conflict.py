"""ACLED-shaped and UCDP-shaped tables from the incidents of a corpus, with the figures of the chosen policy."""

from __future__ import annotations

import csv
import datetime
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from reportedly.exchange.cells import cell
from reportedly.exchange.countries import country_name, iso_number
from reportedly.exchange.losses import Losses
from reportedly.lexicons.loader import read_table

ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
UCDP = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id",
    "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec", "where_coordinates",
    "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
HAPPENED = frozenset({"reported", "confirmed by both sides", "claimed by one side only", "contested"})
_STATE, _ARMED = frozenset({"MIL", "GOV", "COP", "SPY"}), frozenset({"REB", "UAF", "PRM", "CRM"})
_INTER = {"MIL": "State forces", "GOV": "State forces", "COP": "State forces", "SPY": "State forces", "REB": "Rebel group", "UAF": "Political militia", "PRM": "Political militia", "CRM": "Political militia"}

Row = dict[str, Any]


def write_acled(incidents: Iterable[Row], actors: dict[str, Row], out: Path, losses: Losses) -> None:
    """Write incidents as ACLED shapes them. ``incidents``: rows of the corpus table; ``actors``: its actors by id."""
    with out.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ACLED, restval="", lineterminator="\n")
        writer.writeheader()
        for row in incidents:
            kind = _acled_kind(row)
            if (reason := _why_not(row)) or kind is None:
                losses.left_out[reason or f"{row['type']}: no ACLED type"] += 1
                continue
            losses.written += 1
            writer.writerow({k: cell(v, losses) for k, v in _acled(row, kind, actors).items()})


def _acled(row: Row, kind: tuple[str, str, str], actors: dict[str, Row]) -> Row:
    sides = [[(name, _sector(id_, actors)) for name, id_ in zip(row[c], row[f"{c[:-1]}_ids"], strict=True)] for c in ("actors", "recipients")]
    event_type, sub_type, disorder = kind
    civilians = any(sector not in _STATE | _ARMED for _, sector in sides[1]) and row["type"] == "ASSAULT"
    if row["type"] == "ASSAULT" and not row["modes"] and sides[0] and sides[1] and not civilians:
        event_type, sub_type = "Battles", "Armed clash"
    killed = row["killed_low"] if row["killed_low"] is not None else row["killed_high"]
    return {
        "event_id_cnty": row["incident"], "event_date": row["start"], "year": row["start"][:4], "time_precision": _acled_days(row), "disorder_type": disorder, "event_type": event_type, "sub_event_type": sub_type,
        "actor1": sides[0][0][0] if sides[0] else "", "assoc_actor_1": "; ".join(n for n, _ in sides[0][1:]), "inter1": _inter(sides[0]), "actor2": sides[1][0][0] if sides[1] else "",
        "assoc_actor_2": "; ".join(n for n, _ in sides[1][1:]), "inter2": _inter(sides[1]), "interaction": "-".join(filter(None, (_inter(sides[0]), _inter(sides[1])))), "civilian_targeting": "Civilian targeting" if civilians else "",
        "iso": iso_number(row["country"]), "country": country_name(row["country"]),
        **_divisions(row, "admin1", "admin2"), "location": row["place"],
        "latitude": row["lat"], "longitude": row["lon"], "geo_precision": {"site": 1, "city": 1, "district": 2, "province": 3}.get(row["precision"] or "", 3), "source": "; ".join(row["outlets"]),
        "notes": f"{row['status']}: {row['status_reason']}. {' '.join(row['reasons'])}", "fatalities": killed if killed is not None else 0, "tags": f"policy {row['policy']}",
    }  # fmt: skip


def _inter(side: list[tuple[str, str | None]]) -> str:
    return _INTER.get(side[0][1] or "", "Civilians" if side[0][1] else "External/Other") if side else ""


def write_ucdp(incidents: Iterable[Row], actors: dict[str, Row], out: Path, losses: Losses) -> None:
    """Write lethal ASSAULT incidents as UCDP GED shapes them. ``best`` is the policy's low figure, ``low`` and ``high`` the range of the policy."""
    with out.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, UCDP, restval="", lineterminator="\n")
        writer.writeheader()
        for row in incidents:
            low = row["killed_low"] if row["killed_low"] is not None else row["killed_high"]
            if reason := _why_not(row) or (None if row["type"] == "ASSAULT" else f"{row['type']}: no violence") or (None if low else "nobody is said to have been killed"):
                losses.left_out[reason] += 1
                continue
            losses.written += 1
            writer.writerow({k: cell(v, losses) for k, v in _ucdp(row, low, actors).items()})


def _ucdp(row: Row, low: int, actors: dict[str, Row]) -> Row:
    sectors = [{_sector(i, actors) for i in row[c]} for c in ("actor_ids", "recipient_ids")]
    civilians = not sectors[1] & (_STATE | _ARMED)
    violence = 3 if civilians else 1 if sectors[0] & _STATE or sectors[1] & _STATE else 2
    high = row["killed_high"] if row["killed_high"] is not None else low
    return {
        "id": int.from_bytes(hashlib.sha256(row["incident"].encode()).digest()[:4]), "relid": row["incident"], "year": row["start"][:4], "code_status": "Clear", "type_of_violence": violence,
        "dyad_name": " - ".join(filter(None, (_first(row["actors"]), "Civilians" if civilians else _first(row["recipients"])))), "side_a": _first(row["actors"]), "side_b": "Civilians" if civilians else _first(row["recipients"]),
        "number_of_sources": row["independent"], "source_office": "; ".join(row["outlets"]), "source_date": row["first"], "source_original": "; ".join(row["sources"]),
        "where_prec": {"site": 1, "city": 1, "district": 3, "province": 4, "region": 5, "country": 6}.get(row["precision"] or "", 6), "where_coordinates": row["place"], "where_description": row["place"], **_divisions(row, "adm_1", "adm_2"),
        "latitude": row["lat"], "longitude": row["lon"], "geom_wkt": f"POINT ({row['lon']} {row['lat']})" if row["lat"] is not None else "", "country": country_name(row["country"]), "event_clarity": 1, "date_prec": _ucdp_days(row),
        "date_start": row["start"], "date_end": row["end"], "deaths_civilians": low if civilians else 0, "deaths_unknown": 0 if civilians else low, "best": low, "high": max(high, low), "low": low,
    }  # fmt: skip


def _divisions(row: Row, province: str, district: str) -> Row:
    """Return the place as the division it is, under the names of the format's columns."""
    return {{"province": province, "district": district}[row["precision"]]: row["place"]} if row["precision"] in ("province", "district") else {}


def _why_not(row: Row) -> str | None:
    if row["status"] not in HAPPENED:
        return f"{row['status']}: not told as done"
    return None if row["start"] else "no day of its own"


@cache
def _acled_table() -> dict[tuple[str, str], tuple[str, str, str]]:
    columns = ("type", "mode", "event_type", "sub_event_type", "disorder_type")
    entries = read_table(files("reportedly.exchange").joinpath("data"), "acled.tsv", columns, required=("type", "event_type", "sub_event_type", "disorder_type"))
    return {(e["type"], e["mode"]): (e["event_type"], e["sub_event_type"], e["disorder_type"]) for e in entries}


def _acled_kind(row: Row) -> tuple[str, str, str] | None:
    table = _acled_table()
    return next((table[row["type"], mode] for mode in [*row["modes"], ""] if (row["type"], mode) in table), None)


def _span(row: Row) -> int:
    return (datetime.date.fromisoformat(row["end"]) - datetime.date.fromisoformat(row["start"])).days + 1


def _acled_days(row: Row) -> int:
    return 1 if _span(row) == 1 else 2 if _span(row) <= 7 else 3


def _ucdp_days(row: Row) -> int:
    days = _span(row)
    return 1 if days == 1 else 2 if days < 7 else 3 if days == 7 else 4 if days <= 31 else 5


def _sector(actor: str, actors: dict[str, Row]) -> str | None:
    return actors[actor]["sector"] if actor in actors else None


def _first(names: list[str]) -> str:
    return names[0] if names else ""
