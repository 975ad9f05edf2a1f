"""Other people's event data of the user's own (GDELT, ICEWS, POLECAT, ACLED, UCDP), read to be laid beside ours."""

from __future__ import annotations

from reportedly.exchange.datasets.model import Listed, Side
from reportedly.exchange.datasets.reading import Report, read_datasets

__all__ = ["Listed", "Report", "Side", "read_datasets"]
