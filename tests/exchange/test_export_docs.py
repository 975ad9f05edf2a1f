"""docs/exports.md has a line for every format, and the command knows them all."""

from __future__ import annotations

from pathlib import Path

from reportedly.cli.export import export as command
from reportedly.exchange.export import FORMATS

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def test_every_format_has_its_line_and_its_choice() -> None:
    (to,) = [p for p in command.params if p.name == "to"]
    assert list(to.type.choices) == list(FORMATS)  # type: ignore[attr-defined]
    for name, chosen in FORMATS.items():
        assert f"| `{name}` | {chosen.about} |" in PAGE
        for subject, what in chosen.cannot.items():
            assert f"{subject}: {what}" in PAGE
