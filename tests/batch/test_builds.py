"""Whole builds: the same bytes with any number of workers and however often they are ended; failures kept and retried; inputs done are not read again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from batch_staging import MODEL, Staged, tables
from click.testing import CliRunner

import reportedly.corpus.build as building
from reportedly.batch.progress import Pace, as_words
from reportedly.cli import cli
from reportedly.corpus.build import Built, build
from reportedly.corpus.failures import failure_table
from reportedly.reading import Read
from reportedly.records import SetAside
from reportedly.runner import code_all
from reportedly.workers import Limits, code_in_workers


def test_eight_workers_give_the_bytes_of_one(staged: Staged, one_worker: dict[str, str], tmp_path: Path) -> None:
    coding = partial(code_in_workers, workers=8, limits=Limits())
    assert build(tmp_path / "c", staged.reads(), staged.coder(), model=MODEL, coding=coding).added == len(staged.articles)
    assert tables(tmp_path / "c") == one_worker


class Ended(BaseException):
    """A build ended from outside."""


def test_ended_and_resumed_twelve_times(staged: Staged, one_worker: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ended while coding, between a shard's file and its record, in linking and in writing: nothing recorded is coded again, and no byte differs."""
    monkeypatch.setattr(building, "SHARD_ARTICLES", 3)
    coded: list[str] = []
    folder = tmp_path / "c"

    def coding_until(limit: int) -> Any:
        def coding(coder: Any, reads: Iterable[Read]) -> Iterator[bytes | SetAside]:
            for n, read in enumerate(reads):
                if n == limit:
                    raise Ended
                assert not isinstance(read, SetAside)
                coded.append(read[0].id)
                yield from code_all(coder, [read])

        return coding

    def ended(*_: object, **__: object) -> None:
        raise Ended

    for n in range(12):
        with monkeypatch.context() as patch, pytest.raises(Ended):
            if n in (2, 5):
                patch.setattr(building, "record_outcomes", ended)
            if n >= 8:
                patch.setattr(building, "link" if n < 10 else "publish", ended)
            build(folder, staged.reads(folder), staged.coder(), model=MODEL, coding=coding_until(4 + n % 3 if n < 8 else 100))
        if n in (2, 5):
            assert list((folder / "shards").glob("*.parquet"))
    built = build(folder, staged.reads(folder), staged.coder(), model=MODEL, coding=coding_until(100))
    assert (built.added, built.known) == (0, len(staged.articles))
    assert tables(folder) == one_worker
    assert len(coded) <= len(staged.articles) + 8 * 3  # each time at most what its last shard had gathered
    assert not list((folder / "shards").glob("*"))


def test_inputs_that_are_done_are_not_read_again(staged: Staged, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "c"
    build(folder, staged.reads(), staged.coder(), model=MODEL)
    monkeypatch.setattr("reportedly.batch.inputs.read_file", lambda *_, **__: pytest.fail("read again"))
    assert build(folder, staged.reads(folder), staged.coder(), model=MODEL).known == len(staged.articles)


def test_failures_are_rows_and_are_tried_again(staged: Staged, tmp_path: Path) -> None:
    inputs, folder = tmp_path / "in.jsonl", tmp_path / "c"
    bad = [f"{word}: the army left the town of Gao on Monday, officials said." for word in ("fail", "die")]
    inputs.write_text("".join(f"{json.dumps({'id': text[:3], 'text': text})}\n" for text in bad) + "{broken\n")
    coding = partial(code_in_workers, workers=1, limits=Limits())
    built = build(folder, staged.reads(None, str(inputs)), staged.coder(), model=MODEL, coding=coding)
    assert (built.added, len(built.aside)) == (len(staged.articles), 3)
    rows = failure_table(folder).to_pylist()
    assert [(r["record"], r["article"], r["component"]) for r in rows] == [("line 1", "fai", "coder"), ("line 2", "die", "worker"), ("line 3", "", "reading")]
    assert all(r["file"] == str(inputs) and r["error"] for r in rows)
    assert [bool(r["sha256"]) for r in rows] == [True, True, False]
    told = CliRunner().invoke(cli, ["failures", "--corpus", str(folder), "--format", "csv"])
    assert told.exit_code == 0
    assert len(told.output.splitlines()) == 4

    inputs.write_text(inputs.read_text().replace("{broken\n", ""))
    built = build(folder, staged.reads(folder, str(inputs)), staged.coder(), model=MODEL)
    assert (built.added, built.failed_before, built.aside) == (0, 2, [])  # not tried again unasked; what was mended is forgotten
    assert len(failure_table(folder)) == 2
    built = build(folder, (), staged.coder(), model=MODEL, coding=partial(mended, staged), retry=True)
    assert built.added == 2
    assert len(failure_table(folder)) == 0


def mended(staged: Staged, coder: Any, reads: Iterable[Read]) -> Iterator[bytes | SetAside]:
    """Code as the coder would that has learnt the words."""
    made = coder()
    for read in reads:
        assert not isinstance(read, SetAside)
        made.coder.of[read[0].text.replace("fail", "Fail").replace("die", "Die")] = next(iter(made.coder.of.values()))
        made.coder.code = lambda article: next(iter(made.coder.of.values()))
        yield made.code(read[0])


def test_pace_tells_rate_and_what_is_left() -> None:
    now = [0.0]
    share = [0.0]
    pace = Pace(lambda: share[0], clock=lambda: now[0])
    now[0], share[0] = 10.0, 0.25
    state = pace.describe(Built(added=40, aside=[SetAside(file="a", record="1", reason="no text")], known=3))
    assert (state["articles_per_second"], state["remaining_seconds"], state["failed"], state["known"]) == (4.1, 30, 1, 3)
    assert as_words(state) == "coding: 40 added, 3 there already, 1 failed, 4.1 a second, about 30 s left"


def test_progress_is_told_as_json_lines(tmp_path: Path) -> None:
    inputs = tmp_path / "a.jsonl"
    inputs.write_text('{"id": "a", "text": "The army left the town of Gao on Monday, officials said."}')
    told = CliRunner().invoke(cli, ["build", str(inputs), "--corpus", str(tmp_path / "c"), "--workers", "1", "--progress", "json"])
    assert told.exit_code == 0
    states = [json.loads(line) for line in told.output.splitlines() if line.startswith("{")]
    assert [s["step"] for s in states][-2:] == ["linking", "writing tables"]
    assert states[-1]["added"] == 1
    assert "MB of memory" in told.output


@pytest.mark.parametrize(
    ("words", "reason"),
    [([], "no INPUTS given"), (["a.txt", "--address", "auto"], "go with --on ray"), (["-", "--on", "ray"], "takes files and folders")],
)
def test_what_does_not_go_together_is_refused(words: list[str], reason: str, tmp_path: Path) -> None:
    told = CliRunner().invoke(cli, ["build", *words, "--corpus", str(tmp_path / "c")])
    assert told.exit_code == 2
    assert reason in told.output
    assert not (tmp_path / "c").exists()
