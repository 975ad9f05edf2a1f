"""Losses: what a format cannot carry and what became of each record, for the file beside an export."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec


@dataclass
class Losses:
    """Counts of one export. ``cannot``: what the format has no place for, by subject."""

    format: str
    cannot: dict[str, str]
    written: int = 0
    folded: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)

    def as_dict(self) -> dict[str, Any]:
        """Return the losses as they are written."""
        return {
            "format": self.format, "written": self.written, "folded": dict(sorted(self.folded.items())), "left_out": dict(sorted(self.left_out.items())),
            "changed": dict(sorted(self.changed.items())), "cannot_carry": self.cannot,
        }  # fmt: skip

    def write(self, export: Path) -> Path:
        """Write the losses beside an export; return the file."""
        path = export.with_name(export.name + ".loss.json")
        path.write_bytes(msgspec.json.format(msgspec.json.encode(self.as_dict()), indent=2) + b"\n")
        return path
