"""The command as a user runs it: figures in three formats, the page, what is set aside, exit codes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from invented import as_coded, harbour, passage

from reportedly.cli.evaluate import evaluate
from reportedly.errors import InputError


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    gold, coded = [], []
    for n in range(6):
        one = harbour(id=f"harbour-{n}")
        gold.append(one)
        coded.append(as_coded(msgspec.structs.replace(one, events=one.events[: 5 - n % 3]), confidence=[0.9, 0.8, 0.4, 0.3, 0.2]))
    for name, records in (("gold", gold), ("coded", coded)):
        (tmp_path / f"{name}.jsonl").write_bytes(b"".join(msgspec.json.encode(r) + b"\n" for r in records))
    return [str(tmp_path / "gold.jsonl"), str(tmp_path / "coded.jsonl")]


def run(*args: str) -> Result:
    return CliRunner().invoke(evaluate, args)


def test_tables(files: list[str]) -> None:
    done = run(*files)
    assert done.exit_code == 0, done.output
    for words in ("qualified", "F1 by type", "F1 by status", "F1 by kind of source", "F1 by outlet", "The Quay (invented)", "expected calibration error", "25%", "6 passages"):
        assert words in done.stdout
    assert "0.889 [" in done.stdout


def test_json_holds_the_same_figures(files: list[str]) -> None:
    figures = json.loads(run(*files, "--format", "json", "--samples", "50").stdout)
    assert figures["passages"] == 6 and figures["samples"] == 50
    detected = figures["scores"][0]
    assert (detected["measure"], detected["right"], detected["gold"], detected["coded"]) == ("detected", 24, 30, 24)
    assert figures["calibration"]["events"] == 24 and "agreement" not in figures
    assert json.loads(run(*files, "--format", "json", "--agreement", "--errors").stdout).keys() == {"passages", "samples", "seed", "agreement", "errors"}


def test_csv_is_one_table(files: list[str]) -> None:
    rows = list(csv.DictReader(run(*files, "--format", "csv").stdout.splitlines()))
    assert rows[0]["measure"] == "detected" and float(rows[0]["recall"]) == 0.8 and float(rows[0]["recall_low"]) < 0.8
    errors = list(csv.DictReader(run(*files, "--format", "csv", "--errors").stdout.splitlines()))
    assert {"field": "missed", "cause": "known word, not coded here", "count": "6"} in errors
    assert run(*files, "--format", "csv", "--errors", "--agreement").exit_code == 2


def test_same_arguments_same_bytes(files: list[str], tmp_path: Path) -> None:
    pages = []
    for name in ("a.html", "b.html"):
        assert run(*files, "--html", str(tmp_path / name), "--seed", "5").exit_code == 0
        pages.append((tmp_path / name).read_bytes())
    assert pages[0] == pages[1]
    assert run(*files, "--format", "json").stdout == run(*files, "--format", "json").stdout


def test_agreement_and_errors(files: list[str]) -> None:
    done = run(files[0], files[0], "--agreement")
    assert "Cohen's kappa" in done.stdout and "1.000" in done.stdout and done.exit_code == 0
    assert "known word, not coded here" in run(*files, "--errors").stdout


def test_what_is_set_aside_is_named_and_exit_code_1(files: list[str], tmp_path: Path) -> None:
    with Path(files[1]).open("ab") as stream:
        stream.write(msgspec.json.encode(as_coded(passage("Stray.", id="stray\x1b[2J"))) + b"\n")
    done = run(*files)
    assert done.exit_code == 1
    assert "coded.jsonl: line 7: no gold passage has the id 'stray\\x1b[2J'" in done.stderr
    assert "6 compared, 1 set aside" in done.stderr and "qualified" in done.stdout


def test_wrong_use(files: list[str], tmp_path: Path) -> None:
    assert run(files[0]).exit_code == 2
    assert run(*files, "--format", "xml").exit_code == 2
    assert run(*files, "--samples", "-1").exit_code == 2
    for wrong in ([files[1], files[0]], [str(tmp_path / "none.jsonl"), files[1]], [*files, "--html", str(tmp_path / "none" / "page.html")]):
        assert isinstance(run(*wrong).exception, InputError)  # which the command turns into one line and exit code 2
