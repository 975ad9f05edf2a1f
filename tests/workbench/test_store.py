"""The store: decisions survive the death of the server, two writers at once, and folding them gives what stands."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.records import Article, CodedArticle, Event
from reportedly.workbench.reviewing.codes import Code, sentences_of
from reportedly.workbench.reviewing.sheets import REVIEW, Entry, Sheet, decide, read_sheet
from reportedly.workbench.reviewing.store import Conflict, Decision, State, Store

CODED = CodedArticle(
    article=Article(text="The army left Gao.\nIt had shelled it. \U0001f6a9 Rebels \u0642 fled.", id="a"),
    events=(Event(id="e1", type="RETREAT", mode="withdraw", trigger=(9, 13), sentence=(0, 18), actors=(), recipients=(), status="actual", sources=()),),
)


def a_decision(version: int, *, record: str = "e1", who: str = "a") -> Decision:
    return Decision(track=REVIEW, article="k", record=record, version=version, who=who, at="", kind="accept", before=State(), after=State(verdict="accepted"))


def test_of_many_writers_upon_one_state_one_is_kept(tmp_path: Path) -> None:
    stores = [Store(f"sqlite:///{tmp_path / 'r.sqlite'}") for _ in range(4)]

    def save(n: int) -> bool:
        try:
            stores[n % 4].save(a_decision(1, who=str(n)))
        except Conflict as error:
            assert error.latest.version == 1
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(save, range(24)))
    assert kept.count(True) == 1
    assert [d.who for d in stores[0].decisions(REVIEW, "k")] == [str(kept.index(True))]


def test_what_was_said_to_be_saved_outlives_a_killed_server(tmp_path: Path) -> None:
    """A process saves and says so, one decision after another, until it is killed; all that it said is there."""
    program = (
        "import sys\nfrom reportedly.workbench.reviewing.store import *\nstore = Store(sys.argv[1])\nn = 0\n"
        "while True:\n    n += 1\n    store.save(Decision(track='review', article='k', record='e1', version=n, who='a', at='', kind='accept', before=State(), after=State()))\n    print(n, flush=True)\n"
    )
    url = f"sqlite:///{tmp_path / 'r.sqlite'}"
    process = subprocess.Popen([sys.executable, "-c", program, url], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = [int(process.stdout.readline()) for _ in range(20)]
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    said += [int(line) for line in process.stdout.read().split()]
    kept = [d.version for d in Store(url).decisions(REVIEW, "k")]
    assert kept[: len(said)] == said and len(kept) <= len(said) + 1


@given(st.lists(st.sampled_from(["accept", "reject", "correct", "undo", "comment"]), max_size=12))
def test_a_sheet_is_what_its_decisions_fold_to(kinds: list[str]) -> None:
    """Against a plain model: a stack of states on which an undo pops."""
    store = Store("sqlite://")
    expected = ["open"]
    words = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}
    code = Code(trigger=(9, 13), type="RETREAT", status="denied")
    for n, kind in enumerate(kinds):
        sheet = read_sheet(store, REVIEW, "k", CODED)
        entry = sheet.entry("e1")
        assert entry is not None and entry.version == n and entry.state.verdict == expected[-1]
        store.save(decide(sheet, entry, kind, who="a", version=n, code=code, comment="c"))  # type: ignore[arg-type]
        if kind == "undo":
            expected = expected[:-1] or ["open"]
        elif kind != "comment":
            expected.append(words[kind])
    end = read_sheet(store, REVIEW, "k", CODED).entry("e1")
    assert end is not None and end.state.verdict == expected[-1] and len(end.history) == len(kinds)


def test_another_track_begins_empty() -> None:
    store = Store("sqlite://")
    assert [e.record for e in read_sheet(store, REVIEW, "k", CODED).entries] == ["e1"]
    assert read_sheet(store, "coder b", "k", CODED).entries == ()


@given(st.text(alphabet="Aa b.\n\"'\U0001f6a9\u0642!?", max_size=80))
def test_sentences_cover_every_word_once_in_order(text: str) -> None:
    spans = sentences_of(CodedArticle(article=Article(text=text)))
    assert all(0 <= a < b <= len(text) and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    covered = {i for a, b in spans for i in range(a, b)}
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())


def test_sentences_of_events_are_kept_as_the_coder_cut_them() -> None:
    assert sentences_of(CODED)[0] == (0, 18)


def test_an_entry_knows_what_counts() -> None:
    counts = {v: Entry("e1", State(verdict=v), 0, ()).is_coded for v in ("open", "accepted", "rejected", "corrected", "added", "absent")}  # type: ignore[arg-type]
    assert [v for v, coded in counts.items() if coded] == ["accepted", "corrected", "added"]
    assert not Sheet(REVIEW, "k", (), Entry("article", State(), 0, ())).is_finished


def test_a_store_is_for_corpora_made_one_way(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'r.sqlite'}"
    Store(url).bind("one")
    Store(url).bind("one")
    with pytest.raises(InputError, match="another version"):
        Store(url).bind("another")
