"""What a file of event data is, told by its header, or by its shape where it is published without one."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.exchange.conflict import UCDP
from reportedly.exchange.gdelt import EVENTS, MENTIONS

Layout = Literal["GDELT", "GDELT mentions", "ICEWS", "POLECAT", "ACLED", "UCDP"]
_NO_ADM2 = tuple(c for c in EVENTS if not c.endswith("ADM2Code"))
_BARE = {len(EVENTS): EVENTS, len(_NO_ADM2): _NO_ADM2, len(_NO_ADM2) - 1: _NO_ADM2[:-1]}  # GDELT 2.0, 1.0 daily, 1.0 historical
_NAMED: tuple[tuple[Layout, frozenset[str]], ...] = (
    ("GDELT mentions", frozenset({"globaleventid", "mentiontimedate"})),
    ("GDELT", frozenset({"globaleventid", "sqldate", "eventcode"})),
    ("ICEWS", frozenset({"event id", "event date", "cameo code"})),
    ("POLECAT", frozenset({"event id", "event date", "event type", "actor name", "recipient name"})),
    ("ACLED", frozenset({"event_date", "event_type", "actor1"})),
    ("UCDP", frozenset({"type_of_violence", "date_start", "best"})),
)
# Names that a column had in other years or in other people's copies.
_RENAMED = {"event intensity": "intensity", "data_id": "event_id_cnty", "event_id_no_cnty": "event_id_cnty", "iso3": "iso"}


@dataclass(frozen=True)
class Shape:
    """How the lines of a file are read. ``names``: lower-case names of its cells; ``bare``: it has no header row, so its first line is data."""

    layout: Layout
    delimiter: str
    names: tuple[str, ...]
    bare: bool

    @property
    def quoted(self) -> bool:
        """Whether cells can stand in quotation marks; GDELT, ICEWS and POLECAT never write any that mean something."""
        return self.layout in ("ACLED", "UCDP") or self.delimiter != "\t"


def recognise(line: str) -> Shape | None:
    """Return the shape that a file's first line shows; None for anything else."""
    for delimiter in "\t,;":
        cells = line.rstrip("\r\n").split("\t") if delimiter == "\t" else _quoted(line, delimiter)
        names = _names(cells)
        for layout, needed in _NAMED:
            if needed <= set(names):
                return Shape(layout, delimiter, names, bare=False)
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) in _BARE and re.fullmatch(r"\d+", cells[0]) and re.fullmatch(r"\d{8}", cells[1]):
        return Shape("GDELT", "\t", tuple(c.lower() for c in _BARE[len(cells)]), bare=True)
    if len(cells) == len(MENTIONS) and all(re.fullmatch(r"\d+", c) for c in cells[:2]) and len(cells[2]) == 14:
        return Shape("GDELT mentions", "\t", tuple(c.lower() for c in MENTIONS), bare=True)
    cells = _quoted(line, ",")
    if len(cells) == len(UCDP) and _is_ucdp(dict(zip(UCDP, cells, strict=True))):  # Candidate 24.0.1 was published without a header
        return Shape("UCDP", ",", UCDP, bare=True)
    return None


def _quoted(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line of CSV; none when it is no CSV."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _names(cells: Sequence[str]) -> tuple[str, ...]:
    made = [" ".join(c.strip().strip('"').lower().split()) for c in cells]
    while made and not made[-1]:  # some POLECAT files end each line in empty columns
        made.pop()
    known = set(made)
    return tuple(_RENAMED[c] if c in _RENAMED and _RENAMED[c] not in known else c for c in made)


def _is_ucdp(row: dict[str, str]) -> bool:
    return row["type_of_violence"] in ("1", "2", "3") and all(re.match(r"\d{4}-\d\d-\d\d", row[c]) for c in ("date_start", "date_end")) and row["best"].isdigit()
