"""SQL over a corpus: one SELECT over its tables, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.corpus import querying
from reportedly.corpus.corpus import Corpus
from reportedly.corpus.tables import TABLES
from reportedly.errors import CorpusError


def test_every_table_can_be_asked(gold_corpus: Corpus) -> None:
    sql = " UNION ALL ".join(f"SELECT '{t}' AS name, count(*) AS n FROM {t}" for t in TABLES)
    assert {row["name"]: row["n"] for row in gold_corpus.query(sql).to_pylist()} == {t: gold_corpus.table(t).num_rows for t in TABLES}


def test_lists_and_joins_work(gold_corpus: Corpus) -> None:
    found = gold_corpus.query("WITH who AS (SELECT unnest(actors) AS name, status FROM incidents) SELECT name, count(*) AS n FROM who GROUP BY name ORDER BY n DESC, name LIMIT 3")
    assert found.column_names == ["name", "n"]
    assert found.num_rows == 3


@pytest.mark.parametrize(
    "sql",
    [
        "COPY incidents TO '{out}'",
        "COPY (SELECT 1) TO '{out}' (FORMAT parquet)",
        "EXPORT DATABASE '{out}'",
        "ATTACH '{out}' AS other",
        "CREATE TABLE mine AS SELECT 1",
        "INSERT INTO incidents SELECT * FROM incidents",
        "DROP VIEW incidents",
        "SELECT 1; SELECT 2",
        "SET enable_external_access = true",
        "PRAGMA enable_external_access",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM read_csv('{secret}')",
        "SELECT * FROM read_text('{secret}')",
        "SELECT * FROM '{secret}'",
        "SELECT * FROM glob('{folder}/*')",
        "SELECT * FROM read_parquet('{folder}/*.parquet')",
        "SELECT * FROM sqlite_scan('{state}', 'article')",
        "SELECT * FROM read_csv('https://example.org/x.csv')",
        "SELECT * FROM query('SELECT * FROM read_text(''{secret}'')')",
        "SELECT * FROM duckdb_secrets()",
        "SELECT * FROM schema",
        "SELECT getenv('PATH')",
        "SELECT",
        "",
    ],
)
def test_what_reads_or_writes_anything_else_is_refused(sql: str, gold_corpus: Corpus, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n1,2\n")
    with pytest.raises(CorpusError):
        gold_corpus.query(sql.format(out=tmp_path / "out", secret=secret, folder=tmp_path, state=gold_corpus.folder / "state.sqlite"))
    assert [p.name for p in tmp_path.iterdir()] == ["secret.csv"]


def test_a_query_that_never_ends_is_ended(gold_corpus: Corpus) -> None:
    with pytest.raises(CorpusError, match="ended"):
        gold_corpus.query("SELECT max(sin(range)) FROM range(1000000000000)", seconds=1)


@pytest.mark.parametrize("sql", ["SELECT list(range) FROM range(1000000000)", "SELECT length(repeat('x', 2000000000))"])
def test_a_query_that_eats_memory_is_ended(sql: str, gold_corpus: Corpus) -> None:
    with pytest.raises(CorpusError, match=r"[Mm]emory|MB"):
        gold_corpus.query(sql, megabytes=128)


def test_the_clock_runs_from_when_the_child_is_ready(gold_corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(querying, "_CHILD", "import time; time.sleep(3); " + querying._CHILD)
    assert gold_corpus.query("SELECT 1 AS n", seconds=1).to_pylist() == [{"n": 1}]


def test_too_long_an_answer_is_refused(gold_corpus: Corpus) -> None:
    with pytest.raises(CorpusError, match="LIMIT"):
        gold_corpus.query("SELECT * FROM range(1000001)")
