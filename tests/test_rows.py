"""Rows for tables: one an event, every column filled and documented, as pandas and polars take them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import click
import pandas
import polars
import pytest

from reportedly.cli import cli
from reportedly.limits import LIMITS
from reportedly.records import Article, CodedArticle, TollKind
from reportedly.rows import COLUMNS, event_rows

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_one_row_an_event_with_every_column(demo: list[CodedArticle]) -> None:
    for coded in demo:
        rows = coded.to_rows()
        assert rows == event_rows(coded)
        assert [r["event"] for r in rows] == [e.id for e in coded.events]
        assert all(list(r) == list(COLUMNS) for r in rows)


def test_rows_say_what_the_records_say(demo: list[CodedArticle]) -> None:
    for coded in demo:
        names = {a.id: a.name for a in coded.actors}
        for event, row in zip(coded.events, coded.to_rows(), strict=True):
            assert row["sources"] == "; ".join(names[i] for i in event.sources)
            assert row["trigger"] == coded.article.text[row["trigger_start"] : row["trigger_end"]]
            assert (row["status"], row["type"], row["mode"], row["incident"]) == (event.status, event.type, event.mode, event.incident)
            assert [(row[f"{t.kind}_low"], row[f"{t.kind}_high"]) for t in event.toll] == [(t.low, t.high) for t in event.toll]


def test_no_event_no_row() -> None:
    assert CodedArticle(article=Article(text="x")).to_rows() == []


def test_every_kind_of_toll_has_its_columns() -> None:
    assert {f"{kind}_{bound}" for kind in get_args(TollKind) for bound in ("low", "high")} <= set(COLUMNS)


def test_pandas_and_polars_take_the_rows(demo: list[CodedArticle]) -> None:
    rows = [row for coded in demo for row in coded.to_rows()]
    frame = pandas.DataFrame(rows)
    assert list(frame.columns) == list(COLUMNS) and len(frame) == len(rows)
    table = polars.DataFrame(rows, infer_schema_length=None)
    assert table.columns == list(COLUMNS) and table.height == len(rows)
    assert table.filter(polars.col("status") == "denied").height == int((frame["status"] == "denied").sum())


def test_every_column_is_documented() -> None:
    for column, meaning in COLUMNS.items():
        assert re.search(rf"^\| `{column}` \| {re.escape(meaning)} \|$", README, re.MULTILINE), f"README.md: column {column}"


def test_every_limit_is_documented() -> None:
    for limit in LIMITS:
        assert re.search(rf"^\| {limit.name} \| {limit.default:,} {limit.unit} \| {re.escape(limit.help)} \|$", README, re.MULTILINE), f"README.md: limit {limit.name}"


@pytest.mark.parametrize("command", cli.commands.values(), ids=lambda c: c.name or "")
def test_every_command_and_option_is_documented(command: click.Command) -> None:
    assert f"`reportedly {command.name}" in README
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, f"{command.name} {option.opts}: no help"
            assert f"`{option.opts[0]}" in README, f"README.md: {command.name} {option.opts[0]}"
