"""docs/corpus.md lists every table, column, status and policy as the code has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.corpus.policies import POLICIES
from reportedly.corpus.statuses import STATUSES
from reportedly.corpus.tables import TABLES

PAGE = (Path(__file__).parents[2] / "docs" / "corpus.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_documented(table: str) -> None:
    section = PAGE.split(f"\n### {table}\n")[1].split("\n### ")[0]
    for column, (kind, meaning) in TABLES[table].items():
        assert f"| `{column}` | {kind} | {meaning} |" in section


def test_every_status_and_policy_is_documented() -> None:
    for status, meaning in STATUSES.items():
        assert f"| {status} | {meaning} |" in PAGE
    for policy in POLICIES:
        assert f"| `{policy}` |" in PAGE
