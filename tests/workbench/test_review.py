"""Review: decisions are kept, undone, counted, exported as gold; of two people at one record the slower is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from deciding import fields, sheet_of
from harmless import assert_harmless
from staging import HOSTILE, ORIGIN
from starlette.testclient import TestClient

from reportedly.measuring import evaluate, load_compared
from reportedly.measuring.gold import decode_gold
from reportedly.workbench.bench import Bench
from reportedly.workbench.example import read_example
from reportedly.workbench.reviewing.sheets import REVIEW

HERE = next(a.text for a in read_example() if a.id == "sahel-wire-1")


def decide(client: TestClient, bench: Bench, key: str, record: str, action: str, **more: str) -> int:
    entry = sheet_of(bench, key).entry(record)
    assert entry is not None and entry.code is not None
    return client.post(f"/review/{key}/{record}", data=fields(entry.code, action=action, version=str(entry.version), **more)).status_code


@pytest.fixture
def key(keys: dict[str, str]) -> str:
    return keys["sahel-wire-1"]


def test_accept_reject_correct_and_undo(client: TestClient, bench: Bench, key: str) -> None:
    assert decide(client, bench, key, "e1", "accept") == 200
    assert decide(client, bench, key, "e2", "reject") == 200
    assert decide(client, bench, key, "e5", "correct", status="actual", comment="says so plainly") == 200
    sheet = sheet_of(bench, key)
    assert [sheet.entry(e).state.verdict for e in ("e1", "e2", "e5", "e6")] == ["accepted", "rejected", "corrected", "open"]  # type: ignore[union-attr]
    corrected = sheet.entry("e5")
    assert corrected and corrected.code and corrected.code.status == "actual" and corrected.base and corrected.base.status == "denied"
    kept = corrected.history[-1]
    assert (kept.who, kept.kind, kept.comment) == ("reviewer", "correct", "says so plainly")
    assert kept.before.code == corrected.base and kept.after.code == corrected.code
    assert decide(client, bench, key, "e5", "undo") == 200
    back = sheet_of(bench, key).entry("e5")
    assert back and back.is_open and back.code == back.base and len(back.history) == 2  # nothing is overwritten


def test_a_correction_that_changes_nothing_accepts(client: TestClient, bench: Bench, key: str) -> None:
    assert decide(client, bench, key, "e1", "correct") == 200
    entry = sheet_of(bench, key).entry("e1")
    assert entry and entry.state.verdict == "accepted"


def test_undo_takes_back_one_decision_after_another(client: TestClient, bench: Bench, key: str) -> None:
    decide(client, bench, key, "e1", "accept")
    decide(client, bench, key, "e1", "correct", status="future")
    decide(client, bench, key, "e2", "reject")
    verdicts = []
    for _ in range(4):
        client.post("/review/undo")
        sheet = sheet_of(bench, key)
        verdicts.append(tuple(e.state.verdict for e in sheet.entries[:2]))
    assert verdicts == [("corrected", "open"), ("accepted", "open"), ("open", "open"), ("open", "open")]


def test_a_comment_decides_nothing(client: TestClient, bench: Bench, key: str) -> None:
    assert decide(client, bench, key, "e1", "comment", comment="<b>is it?</b> \u202e") == 200
    entry = sheet_of(bench, key).entry("e1")
    assert entry and entry.is_open and entry.comments[0].comment == "<b>is it?</b> \u202e"
    assert_harmless(client.get(f"/review/{key}/e1").text)
    assert decide(client, bench, key, "e1", "comment", comment="") == 400


def test_the_slower_of_two_reviewers_is_told_and_keeps_what_was_typed(client: TestClient, bench: Bench, key: str) -> None:
    other = TestClient(client.app, base_url=ORIGIN, headers={"origin": ORIGIN})
    assert other.get(f"/open?token={bench.sessions.token}").status_code == 200
    other.post("/name", data={"name": "Second"})
    entry = sheet_of(bench, key).entry("e3")
    assert entry and entry.code
    assert other.post(f"/review/{key}/e3", data=fields(entry.code, action="reject", version="0")).status_code == 200
    answer = client.post(f"/review/{key}/e3", data=fields(entry.code, action="correct", version="0", actors="Army of Mali", comment="mine"))
    assert answer.status_code == 409
    assert "Second decided on e3 in the meantime" in answer.text and 'value="Army of Mali"' in answer.text and "mine</textarea>" in answer.text
    assert 'name="version" value="1"' in answer.text  # to be saved on top, knowingly
    now = sheet_of(bench, key).entry("e3")
    assert now and now.state.verdict == "rejected" and len(now.history) == 1
    assert client.post(f"/review/{key}/e3", data=fields(entry.code, action="correct", version="1", actors="Army of Mali")).status_code == 200


def test_a_missed_event_is_added_with_its_words(client: TestClient, bench: Bench, key: str) -> None:
    coded = bench.library.index.corpus.coded(key)
    assert coded is not None
    start = coded.article.text.index("counted nine bodies")
    form = {"action": "add", "version": "0", "start": str(start), "end": str(start + 7), "type": "ACCUSE", "mode": "allege", "status": "actual", "actors": "a trader;; a trader ; residents", "killed_low": "9"}
    assert client.post(f"/review/{key}", data=form).status_code == 200
    added = [e for e in sheet_of(bench, key).entries if e.base is None]
    assert len(added) == 1 and added[0].code and added[0].code.actors == ("a trader", "residents") and added[0].code.toll[0].low == 9
    assert client.post(f"/review/{key}/{added[0].record}", data={"action": "undo", "version": "1"}).status_code == 200
    assert not [e for e in sheet_of(bench, key).entries if e.base is None]


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": "", "end": ""}, {"start": "5", "end": "5"}, {"end": "99999999"}, {"start": "0", "end": "400"}, {"type": "FIGHT"}, {"status": "maybe"}, {"mode": "drone-ish"}, {"type": "AID"},
        {"date_start": "2025-02-30"}, {"date_start": "yesterday"}, {"date_start": "2025-03-02", "date_end": "2025-03-01"}, {"killed_low": "many"}, {"killed_low": "9", "killed_high": "3"},
        {"actors": "; ".join(f"n{i}" for i in range(50))}, {"actors": "x" * 400}, {"place": "x" * 400},
    ],
)  # fmt: skip
def test_what_is_no_code_is_refused_with_the_field(client: TestClient, bench: Bench, key: str, wrong: dict[str, str]) -> None:
    entry = sheet_of(bench, key).entry("e2")
    assert entry and entry.code
    answer = client.post(f"/review/{key}/e2", data=fields(entry.code, action="correct", version="0", mode="drone", comment="keep me") | wrong)
    assert answer.status_code == 400 and 'role="alert"' in answer.text
    assert sheet_of(bench, key).entry("e2").is_open  # type: ignore[union-attr]


def test_versions_and_actions_of_nobody_are_refused(client: TestClient, key: str) -> None:
    for form in ({"action": "accept", "version": "x"}, {"action": "drop table", "version": "0"}, {"version": "0"}, {"action": "accept"}):
        assert client.post(f"/review/{key}/e1", data=form).status_code == 400
    for path, action in ((f"/review/{key}", "accept"), (f"/review/{key}/article", "accept"), (f"/review/{key}/e1", "add"), (f"/review/{key}/e1", "finish")):
        assert client.post(path, data={"action": action, "version": "0"}).status_code == 400
    assert client.post(f"/review/{key}/e99", data={"action": "accept", "version": "0"}).status_code == 404


def test_the_queue_brings_the_uncertain_first_and_nothing_twice(client: TestClient, bench: Bench) -> None:
    seen: list[float] = []
    for _ in range(6):
        answer = client.get("/review/next?queue=uncertain", follow_redirects=False)
        key, record = answer.headers["location"].partition("?")[0].split("/")[2:]
        seen.append(next(w.confidence for w in bench.library.index.waiting if w.key == (key, record)))
        assert decide(client, bench, key, record, "accept", queue="uncertain") == 200
    assert seen == sorted(seen) == sorted(w.confidence for w in bench.library.index.waiting)[:6]
    assert len(bench.store.verdicts(REVIEW)) == 6


def test_the_random_queue_is_the_same_for_everyone_and_can_be_narrowed(client: TestClient, bench: Bench) -> None:
    index = bench.library.index
    assert index.queue("random") != index.queue("uncertain") and sorted(index.queue("random"), key=lambda w: w.key) == sorted(index.waiting, key=lambda w: w.key)
    answer = client.get("/review/next?queue=random&type=THREATEN", follow_redirects=False)
    key, record = answer.headers["location"].partition("?")[0].split("/")[2:]
    assert next(w.type for w in index.waiting if w.key == (key, record)) == "THREATEN"


def test_precision_counts_what_stood_as_it_was(client: TestClient, bench: Bench, key: str) -> None:
    decide(client, bench, key, "e1", "accept")
    decide(client, bench, key, "e2", "reject")
    decide(client, bench, key, "e5", "correct", status="actual")
    decide(client, bench, key, "e5", "correct", status="actual", actors="Army of Mali")
    page = client.get("/review").text
    assert "3 events of the coder decided on, 0 from the random queue" in page and "Not a random sample" in page
    from reportedly.workbench.reviewing.precision import measure_precision

    shares = {(s.table, s.group): (s.right, s.decided) for s in measure_precision(bench.store.first(REVIEW), bench.store.latest(REVIEW)).shares}
    assert shares["all", "all events"] == (1, 3)
    assert shares["status", "denied"] == (0, 1)  # by what the coder said
    assert shares["field", "status"] == (1, 2) and shares["field", "actors"] == (1, 2) and shares["field", "type"] == (2, 2)


def test_a_finished_article_is_gold_that_can_be_scored(client: TestClient, bench: Bench, key: str, tmp_path: Path) -> None:
    finish = {"action": "finish", "version": "0"}
    assert client.post(f"/review/{key}/article", data=finish).status_code == 400  # events are still open
    assert client.get("/review/gold.jsonl").text == ""
    for entry in sheet_of(bench, key).entries:
        assert decide(client, bench, key, entry.record, "reject" if entry.record == "e2" else "accept") == 200
    assert client.post(f"/review/{key}/article", data=finish).status_code == 200
    line = client.get("/review/gold.jsonl").content
    gold = decode_gold(line)
    coded = bench.library.index.corpus.coded(key)
    assert coded is not None and gold.id == "sahel-wire-1" and gold.text == coded.article.text and len(gold.events) == len(coded.events) - 1
    (tmp_path / "gold.jsonl").write_bytes(line)
    import msgspec

    (tmp_path / "coded.jsonl").write_bytes(msgspec.json.encode(coded) + b"\n")
    loaded = load_compared(str(tmp_path / "gold.jsonl"), str(tmp_path / "coded.jsonl"))
    assert not loaded.aside
    found = next(s for s in evaluate(loaded.compared, samples=0).scores if (s.table, s.measure) == ("overall", "qualified"))
    assert (found.right, found.gold, found.coded) == (len(coded.events) - 1, len(coded.events) - 1, len(coded.events))


def test_a_hostile_article_is_text_in_the_editor(client: TestClient, bench: Bench, keys: dict[str, str]) -> None:
    key = keys[HOSTILE.id]
    for entry in sheet_of(bench, key).entries[:3]:
        assert assert_harmless(client.get(f"/review/{key}/{entry.record}").text).text == HOSTILE.text
    assert decide(client, bench, key, "e1", "correct", actors='<script>alert(1)</script>; "><img src=x onerror=alert(1)>') == 200
    assert_harmless(client.get(f"/review/{key}/e1").text)
    assert_harmless(client.get("/review").text)


def test_corrections_propose_entries_for_the_lexicons(client: TestClient, bench: Bench, key: str) -> None:
    assert decide(client, bench, key, "e5", "correct", type="ACCUSE", mode="") == 200
    assert decide(client, bench, key, "e3", "reject") == 200
    assert decide(client, bench, key, "e6", "correct", actors="somebody") == 200  # no matter of the predicates
    entry = sheet_of(bench, key).entry("e7")
    assert entry and entry.code
    start = HERE.index("counted nine")
    assert client.post(f"/review/{key}", data=fields(entry.code, action="add", version="0", start=str(start), end=str(start + 7), type="COERCE", mode="")).status_code == 200
    from reportedly.workbench.reviewing.proposals import propose

    made = {(p.why, p.words, p.coder, p.people) for p in propose(bench.store.first(REVIEW), bench.store.latest(REVIEW), bench.library.index.corpus.coded)}
    assert {(why, words) for why, words, _, _ in made} == {("another type", "struck"), ("no event", "drone strike"), ("missed", "counted")}
    assert ("missed", "counted", "", "COERCE") in made
    page = client.get("/review/proposals").text
    assert "predicates/assault.tsv:" in page
    assert_harmless(page)
