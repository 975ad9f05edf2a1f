"""One row of another data set, in the terms in which ours can be compared with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Dataset = Literal["GDELT", "ICEWS", "POLECAT", "ACLED", "UCDP"]


@dataclass(frozen=True, slots=True)
class Side:
    """A party as the data set has it. ``sectors``: the PLOVER sectors it can be; empty: not said."""

    name: str
    country: str | None = None  # ISO 3166 alpha-3
    sectors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Listed:
    """A row that lists an event. Days are ISO days; ``reach`` is how far (km) from its point the place can be; a figure that is not given is None."""

    dataset: Dataset
    id: str
    at: str  # "acled.csv: line 17"
    start: str
    end: str
    kind: str  # type as the data set writes it
    types: frozenset[str]  # the PLOVER types it can be
    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()
    directed: bool = True  # False: which party did it is not said
    country: str | None = None
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    reach: float = 0.0
    killed_low: int | None = None
    killed: int | None = None
    killed_high: int | None = None
    source: str | None = None

    @property
    def once(self) -> bool:
        """Whether an event has one row, as researchers write it; else a row is a pair of parties in one story."""
        return self.dataset in ("ACLED", "UCDP")
