"""Rows of each data set to ``Listed``, by column name, with the known faults of each."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from reportedly.errors import InputError
from reportedly.exchange.countries import country_code, country_of_fips
from reportedly.exchange.datasets.kinds import acled_types, cameo_types, sectors_of
from reportedly.exchange.datasets.model import Listed, Side
from reportedly.exchange.plover import SCORES

_EMPTY = frozenset({"", "NA", "N/A", "NULL", "None", "nan", "-"})
_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_GDELT_REACH = {"1": 1000.0, "2": 300.0, "5": 300.0}  # country, US state, state; else a city
_PRECISE = {"1": 10.0, "2": 50.0, "3": 200.0}
_UCDP_REACH = {"1": 5.0, "2": 25.0, "3": 60.0, "4": 200.0, "5": 300.0, "6": 1000.0, "7": 1000.0}


@dataclass(frozen=True, slots=True)
class Row:
    """One row by lower-case column name; what a data set writes for "nothing" is empty."""

    at: str
    cells: dict[str, str]

    def __getitem__(self, name: str) -> str:
        value = self.cells.get(name, "").strip()
        return "" if value in _EMPTY else value

    def number(self, name: str) -> float | None:
        """Return a cell as a number, None when it is empty. Raise InputError when it is none."""
        try:
            return float(self[name]) if self[name] else None
        except ValueError:
            raise InputError(f"{name}: {self[name]!r} is no number") from None

    def count(self, name: str) -> int | None:
        """Return a cell as a count of people."""
        value = self.number(name)
        if value is not None and not 0 <= value < 1e9:
            raise InputError(f"{name}: {self[name]!r} is no count")
        return None if value is None else int(value)

    def point(self, lat: str, lon: str) -> tuple[float | None, float | None]:
        """Return a position, nothing when half of it is missing or it lies off the map."""
        y, x = self.number(lat), self.number(lon)
        return (y, x) if y is not None and x is not None and abs(y) <= 90 and abs(x) <= 180 else (None, None)

    def day(self, name: str) -> str:
        """Return a cell as an ISO day: 2017-03-05, 3/5/2017 (ICEWS 2017), 5 March 2017 (older ACLED), 20170305 (GDELT), with or without an hour."""
        text = self[name]
        try:
            if made := re.match(r"(\d{4})-(\d\d?)-(\d\d?)", text) or re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text):
                return datetime.date(*(int(p) for p in made.groups())).isoformat()
            if made := re.match(r"(\d\d?)/(\d\d?)/(\d{4})", text):
                return datetime.date(int(made[3]), int(made[1]), int(made[2])).isoformat()
            if (made := re.match(r"(\d\d?)[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})", text)) and made[2].lower() in _MONTHS:
                return datetime.date(int(made[3]), _MONTHS[made[2].lower()], int(made[1])).isoformat()
        except ValueError:
            pass
        raise InputError(f"{name}: {text!r} is no day")


def _gdelt(row: Row) -> Listed:
    day, code = row.day("sqldate"), row["eventcode"]
    lat, lon = row.point("actiongeo_lat", "actiongeo_long")
    sides = [Side(row[f"{a}name"], country_code(row[f"{a}countrycode"]), sectors_of(row[f"{a}type{n}code"] for n in "123")) for a in ("actor1", "actor2")]
    return Listed(
        "GDELT", row["globaleventid"], row.at, day, day, code, cameo_types(code), _given(sides[0]), _given(sides[1]), True, country_of_fips(row["actiongeo_countrycode"]),
        row["actiongeo_fullname"].split(",")[0] if row["actiongeo_type"] != "1" else None, lat, lon, _GDELT_REACH.get(row["actiongeo_type"], 20.0), source=row["sourceurl"] or None,
    )  # fmt: skip


def _icews(row: Row) -> Listed:
    day, code = row.day("event date"), row["cameo code"]
    if code and len(code) < 3 and code.isdigit():
        code = code.zfill(3)  # read as a number somewhere, the zero before it is lost: 40 is 040
    lat, lon = row.point("latitude", "longitude")
    sides = [Side(row[f"{a} name"], country_code(row[f"{a} country"]), sectors_of(row[f"{a} sectors"].split(","))) for a in ("source", "target")]
    place = next((row[c] for c in ("city", "district", "province") if row[c]), None)
    reach = 20.0 if row["city"] else 60.0 if row["district"] else 200.0 if row["province"] else 1000.0
    return Listed("ICEWS", row["event id"], row.at, day, day, code, cameo_types(code), _given(sides[0]), _given(sides[1]), True, country_code(row["country"]), place, lat, lon, reach, source=row["publisher"] or None)


def _polecat(row: Row) -> Listed:
    day, kind = row.day("event date"), row["event type"].upper()
    lat, lon = row.point("latitude", "longitude")
    sides = [Side(row[f"{a} name"], country_code(row[f"{a} country"]), sectors_of([row[f"primary {a} sector"], *re.split(r"[;,|]", row[f"{a} sectors"])])) for a in ("actor", "recipient")]
    place = row["placename"] or row["city"] or row["province"] or None
    reach = 20.0 if row["city"] else 60.0 if row["district"] else 200.0 if row["province"] else 1000.0
    return Listed(
        "POLECAT", row["event id"], row.at, day, day, kind + (f"/{row['event mode']}" if row["event mode"] else ""), frozenset({kind}) & SCORES.keys(), _given(sides[0]), _given(sides[1]), True, country_code(row["country"]),
        place, lat, lon, reach, source=row["source"] or None,
    )  # fmt: skip


def _acled(row: Row) -> Listed:
    day, sub = row.day("event_date"), row["sub_event_type"]
    date = datetime.date.fromisoformat(day)
    slack = {"2": 6, "3": 30}.get(row["time_precision"], 0)  # the day is the first, or the middle, of a week or month
    lat, lon = row.point("latitude", "longitude")
    sides = [tuple(_acled_side(name, row[f"inter{n}"] if not i else "") for i, name in enumerate([row[f"actor{n}"], *row[f"assoc_actor_{n}"].split(";")]) if name.strip()) for n in "12"]
    killed = row.count("fatalities")
    return Listed(
        "ACLED", row["event_id_cnty"], row.at, (date - datetime.timedelta(slack)).isoformat(), (date + datetime.timedelta(slack)).isoformat(), f"{row['event_type']} / {sub}" if sub else row["event_type"],
        acled_types(row["event_type"], sub), sides[0], sides[1], False, country_code(row["iso"]) or country_code(row["country"]), row["location"] or None, lat, lon, _PRECISE.get(row["geo_precision"], 50.0),
        killed, killed, killed, row["source"] or None,
    )  # fmt: skip


def _acled_side(name: str, inter: str) -> Side:
    """Return a party of ACLED: "Military Forces of Mali (2021-)" is of Mali, and of the state."""
    name = name.strip()
    bare = re.sub(r"\s*\([^)]*\)$", "", name)
    within = re.search(r"\(([^)]*)\)$", name)
    country = country_code(within[1]) if within else None
    if country is None and (of := re.search(r"\bof (.+)$", bare)):
        country = country_code(of[1])
    return Side(bare, country, sectors_of([inter]) if inter else frozenset())


def _ucdp(row: Row) -> Listed:
    start, end = row.day("date_start"), row.day("date_end") if row["date_end"] else row.day("date_start")
    if end < start:
        raise InputError(f"date_end {end} lies before date_start {start}")
    lat, lon = row.point("latitude", "longitude")
    sides = [(_ucdp_side(row[f"side_{s}"]),) if row[f"side_{s}"] else () for s in "ab"]
    low, best, high = (row.count(c) for c in ("low", "best", "high"))
    where = row["where_coordinates"] or row["where_description"] or row["adm_2"] or row["adm_1"] or None
    kind = {"1": "state-based", "2": "non-state", "3": "one-sided"}.get(row["type_of_violence"], row["type_of_violence"])
    return Listed(
        "UCDP", row["id"], row.at, start, end, kind, frozenset({"ASSAULT"}), sides[0], sides[1], row["type_of_violence"] == "3", country_code(row["country"]), where, lat, lon,
        _UCDP_REACH.get(row["where_prec"], 50.0), low, best, high, row["source_original"] or row["source_office"] or row["source_article"] or None,
    )  # fmt: skip


def _ucdp_side(name: str) -> Side:
    if name.startswith("Government of "):
        return Side(name, country_code(name.removeprefix("Government of ")), sectors_of(["State forces"]))
    return Side(name, None, sectors_of(["Civilians" if name == "Civilians" else "Rebel group"]))


def _given(side: Side) -> tuple[Side, ...]:
    return (side,) if side.name or side.country or side.sectors else ()


ADAPTERS: dict[str, Callable[[Row], Listed]] = {"GDELT": _gdelt, "ICEWS": _icews, "POLECAT": _polecat, "ACLED": _acled, "UCDP": _ucdp}
