"""The corpus commands: thin, with examples, formats, exit codes, and a stranger's text made harmless."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from reportedly.cli import cli
from reportedly.corpus.corpus import Corpus
from reportedly.corpus.store import describe_model, read_manifest

NOUNS = ("incidents", "claims", "statements", "actors")


@pytest.fixture
def ask(gold_corpus: Corpus) -> Callable[..., Result]:
    def asked(*words: str) -> Result:
        return CliRunner().invoke(cli, [*words, "--corpus", str(gold_corpus.folder)])

    return asked


@pytest.mark.parametrize("command", ["build", *NOUNS, "show", "query"])
def test_help_gives_examples_and_exit_codes(command: str) -> None:
    told = CliRunner().invoke(cli, [command, "--help"]).output
    assert f"reportedly {command}" in told.split("Examples:")[1]
    assert "Exit codes" in told


@pytest.mark.parametrize("noun", NOUNS)
def test_formats_hold_the_same(noun: str, ask: Callable[..., Result], tmp_path: Path) -> None:
    lines = [json.loads(line) for line in ask(noun, "--type", "ASSAULT", "--format", "jsonl").output.splitlines()]
    rows = list(csv.DictReader(io.StringIO(ask(noun, "--type", "ASSAULT", "--format", "csv").output)))
    assert ask(noun, "--type", "ASSAULT", "--format", "parquet", "--out", str(tmp_path / "x.parquet")).exit_code == 0
    table = pq.read_table(tmp_path / "x.parquet")
    assert len(lines) == len(rows) == table.num_rows > 0
    assert list(lines[0]) == list(rows[0]) == table.column_names
    assert ask(noun, "--type", "ASSAULT", "--format", "table").exit_code == 0


def test_parquet_needs_a_file(ask: Callable[..., Result]) -> None:
    assert ask("incidents", "--format", "parquet").exit_code == 2


def test_show_tells_claims_figures_and_silence(ask: Callable[..., Result], gold_corpus: Corpus) -> None:
    (incident,) = [r["incident"] for r in gold_corpus.incidents(place="Kassala").to_pylist() if "fuel depot" in r["recipients"]]
    told = ask("show", incident[:8]).output
    for words in ("6 reports, 4 independent", "who did it  (contested)", "denies: Rapid Support Forces", "figures over time", "killed at least 20", "values by policy range"):
        assert words in told
    silent = next(r for r in gold_corpus.incidents().to_pylist() if r["silent"])
    assert f"no statement found from {silent['silent'][0]}" in ask("show", silent["incident"]).output


def test_policy_is_told(ask: Callable[..., Result]) -> None:
    rows = [json.loads(line) for line in ask("incidents", "--policy", "lowest", "--format", "jsonl").output.splitlines()]
    assert {r["policy"] for r in rows} == {"lowest"}
    assert any("lowest of" in reason for r in rows for reason in r["reasons"])


@pytest.mark.parametrize("words", [("show", "nothing"), ("incidents", "--since", "soon"), ("incidents", "--policy", "mean"), ("query", "DROP VIEW incidents")])
def test_wrong_use_is_one_line(words: tuple[str, ...], ask: Callable[..., Result]) -> None:
    from reportedly.errors import CorpusError

    assert isinstance(ask(*words).exception, CorpusError)  # main() makes one line and exit code 2 of it


def test_build_says_what_it_did_and_exits_1_when_something_was_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Police arrested two men in Lyon on Monday, the prosecutor said.", "published": "2025-03-19"}\n{"text": ""}\n')
    words = ["build", str(tmp_path / "a.jsonl"), "--corpus", str(tmp_path / "c")]
    first, second = CliRunner().invoke(cli, words), CliRunner().invoke(cli, words)
    assert (first.exit_code, second.exit_code) == (1, 1)
    assert "1 added, 0 there already, 1 set aside" in first.output
    assert "0 added, 1 there already, 0 set aside, 1 set aside before" in second.output
    assert "line 2: $.text: the text is empty" in first.output
    assert read_manifest(tmp_path / "c")["model"] == describe_model(None)


def test_words_of_articles_cannot_drive_a_terminal_or_a_spreadsheet(tmp_path: Path) -> None:
    text = "Police arrested two men in Lyon on Monday, the \x1b[31mprosecutor said."
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text, "published": "2025-03-19", "outlet": "=cmd()\x1b]0;x\x07"}) + "\n")
    CliRunner().invoke(cli, ["build", str(tmp_path / "a.jsonl"), "--corpus", str(tmp_path / "c")])
    (row,) = Corpus(tmp_path / "c").incidents(type="COERCE").to_pylist()
    for words in (("show", row["incident"]), ("claims", "--format", "table"), ("incidents", "--format", "table")):
        assert "\x1b" not in CliRunner().invoke(cli, [*words, "--corpus", str(tmp_path / "c")]).output
    cells = [cell for line in csv.reader(io.StringIO(CliRunner().invoke(cli, ["claims", "--format", "csv", "--corpus", str(tmp_path / "c")]).output)) for cell in line]
    assert not any(cell.startswith("=") for cell in cells)
