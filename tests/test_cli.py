"""The command as a user runs it: formats, exit codes, stdin and stdout."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = "Soldiers attack village\nSoldiers attacked a village in northern Mozambique on Monday, killing four people, police said.\n"


def run(*args: str, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run([sys.executable, "-m", "reportedly", *args], input=data, capture_output=True, check=False)
    return subprocess.CompletedProcess(args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_stdin_to_jsonl_is_the_default_in_a_pipe() -> None:
    done = run("code", "--published", "2024-02-14", stdin=TEXT)
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert record["article"]["text"] == TEXT
    assert {"ASSAULT"} <= {e["type"] for e in record["events"]}


def test_some_set_aside_is_exit_1_and_named_on_stderr(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text(json.dumps({"text": TEXT}) + '\n{"text": ""}\n', encoding="utf-8")
    done = run("code", str(path))
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert f"{path}: line 2: $.text: the text is empty" in done.stderr


WRONG = [("code", "--format", "xml"), ("code", "--nonsense"), ("explain",), ("nothing",), ("code", "--model", "no_such_package", str(ROOT / "demo" / "articles.jsonl"))]


@pytest.mark.parametrize("args", WRONG)
def test_wrong_use_is_exit_2(args: tuple[str, ...]) -> None:
    assert run(*args).returncode == 2


def test_broken_lexicon_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "cues.tsv").write_text("phrase\tpos\tbogus\nsay\tverb\tx\n", encoding="utf-8")
    done = run("code", "--lexicon", str(tmp_path), stdin=TEXT)
    assert done.returncode == 2 and "cues.tsv:1" in done.stderr


def test_table_and_html(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT, encoding="utf-8")
    table = run("code", str(source), "--format", "table")
    assert table.returncode == 0 and "ASSAULT" in table.stdout and "police" in table.stdout
    page = tmp_path / "a.html"
    assert run("code", str(source), "--format", "html", "--out", str(page)).returncode == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_explain_names_words_rule_and_lexicon_line(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Gunmen attacked a convoy, police said.", encoding="utf-8")
    done = run("explain", str(source), "--published", "2024-02-14")
    assert done.returncode == 0
    assert "predicates/assault.tsv:" in done.stdout and '"attacked"' in done.stdout and "empty:" in done.stdout


def test_schema_is_json_schema_that_a_record_satisfies() -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert "Event" in schema["$defs"]


@pytest.mark.parametrize("command", ["code", "evaluate", "explain", "fetch", "schema"])
def test_help_has_an_example(command: str) -> None:
    assert "Example" in run(command, "--help").stdout
