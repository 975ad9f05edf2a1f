"""Gold files: every mistake is named with its file and line, and what can be compared is."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import as_coded, event, harbour, passage, said

from reportedly.errors import InputError
from reportedly.measuring import compare, decode_gold, evaluate, load_compared
from reportedly.measuring.codings import from_coded, from_gold


def line(**changes: Any) -> bytes:
    return json.dumps({**msgspec.to_builtins(harbour()), **changes}).encode()


def with_event(**changes: Any) -> bytes:
    first = {**msgspec.to_builtins(harbour().events[0]), **changes}
    return line(events=[{k: v for k, v in first.items() if v != "left out"}])


WRONG = [
    (b"{", "truncated"),
    (b"\xff{}", "invalid"),
    (b'{"x":' + b"[" * 200_000, "recursion"),
    (line(sentences=[[0, 60], [50, 99]]), "$.sentences: not in text order"),
    (line(sentences=[[0, 60], [61, 9999]]), "$.sentences[1]: [61, 9999] is no span"),
    (with_event(type="ASSAIL"), "$.events[0].type"),
    (with_event(status="maybe"), "$.events[0].status"),
    (with_event(actor=["guards"]), "unknown field `actor`"),
    (with_event(actors="left out"), "missing required field `actors`"),
    (with_event(s=7), "$.events[0].s: there is no sentence 7"),
    (with_event(s=-1), "$.events[0].s: there is no sentence -1"),
    (with_event(trigger="boarded"), "$.events[0].trigger: 'boarded' is not in sentence 0"),
    (with_event(mode="demo"), "$.events[0].mode: 'demo' is no mode of COERCE"),
    (with_event(date=["2031-05-06", "2031-05-05"]), "$.events[0].date"),
    (with_event(date=["May 5", "May 6"]), "$.events[0].date"),
    (with_event(recipients=["trawlers", " "]), "$.events[0].recipients: an empty name"),
    (line(statements=[{"s": 0, "speakers": [], "content": "they sank"}]), "$.statements[0].content: 'they sank' is not in the text"),
    (line(statements=[{"s": 9, "speakers": [], "content": "guards"}]), "$.statements[0].s: there is no sentence 9"),
]


@pytest.mark.parametrize(("data", "reason"), WRONG, ids=[reason for _, reason in WRONG])
def test_a_mistake_is_named_with_its_path(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        decode_gold(data)
    assert reason.lower() in str(caught.value).lower()


def test_all_mistakes_of_a_passage_are_named_at_once() -> None:
    with pytest.raises(InputError, match=r"trigger.*mode"):
        decode_gold(with_event(trigger="boarded", mode="demo"))


def test_keys_of_the_users_own_are_left_alone_and_notes_are_allowed() -> None:
    assert decode_gold(line(coder="IM", settled=True)).id == "harbour"
    assert decode_gold(with_event(note="weak noun")).events[0].note == "weak noun"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(InputError):
        decode_gold(data)


def test_the_coders_record_of_a_passage_is_the_gold_again() -> None:
    gold = harbour()
    ours, theirs = from_gold(gold), from_coded(as_coded(gold), gold)
    strip = [msgspec.structs.replace(e, record=None) for e in theirs.events]
    assert tuple(strip) == ours.events
    assert [s.content for s in theirs.statements] == [s.content for s in ours.statements]


def test_white_space_around_the_text_moves_the_spans() -> None:
    gold = harbour()
    coded = from_coded(as_coded(gold, lead="\n  "), gold)
    assert [e.trigger for e in coded.events] == [e.trigger for e in from_gold(gold).events]
    assert coded.shift == -3


def test_other_text_or_other_sentences_cannot_be_compared() -> None:
    gold = harbour()
    with pytest.raises(InputError, match="text differs"):
        compare(gold, as_coded(passage("Another text.", id="harbour")))
    with pytest.raises(InputError, match="sentences differ"):
        compare(gold, msgspec.structs.replace(gold, sentences=((0, len(gold.text)),)))


def test_an_actor_that_is_not_there_is_refused() -> None:
    coded = msgspec.structs.replace(as_coded(harbour()), actors=())
    with pytest.raises(InputError, match="no actor 'a1'"):
        compare(harbour(), coded)


def write(path: Path, *records: Any) -> str:
    path.write_bytes(b"".join((r if isinstance(r, bytes) else msgspec.json.encode(r)) + b"\n" for r in records))
    return str(path)


def test_what_cannot_be_compared_is_set_aside_and_the_rest_is_compared(tmp_path: Path) -> None:
    other = msgspec.structs.replace(harbour(), id="other")
    gold = write(tmp_path / "gold.jsonl", harbour(), b"", harbour(), b"{oops", msgspec.structs.replace(harbour(), id="missing"), other)
    coded = write(tmp_path / "coded.jsonl", as_coded(harbour()), as_coded(passage("Nobody asked.", id="stray")), as_coded(passage("Not this.", id="other")), b"[1]")
    loaded = load_compared(gold, coded)
    assert [c.passage.id for c in loaded.compared] == ["harbour", "missing"]
    named = [(Path(a.file).name, a.record, a.reason[:30]) for a in loaded.aside]
    assert named == [
        ("gold.jsonl", "line 3", "a second passage with the id '"),
        ("gold.jsonl", "line 4", named[1][2]),
        ("coded.jsonl", "line 2", "no gold passage has the id 'st"),
        ("coded.jsonl", "line 4", named[3][2]),
        ("gold.jsonl", "line 5 (missing)", f"not in {coded}: all of it"[:30]),
        ("coded.jsonl", "line 3 (other)", "the coded text differs from th"),
    ]


def test_what_was_not_coded_counts_as_missed(tmp_path: Path) -> None:
    """A coder that fails on an article must not score better for it."""
    gold = write(tmp_path / "gold.jsonl", harbour(), msgspec.structs.replace(harbour(), id="missing"))
    loaded = load_compared(gold, write(tmp_path / "coded.jsonl", as_coded(harbour())))
    detected = evaluate(loaded.compared).scores[0]
    assert (detected.right, detected.gold, detected.coded) == (5, 10, 5)


def test_files_in_the_wrong_order_are_named(tmp_path: Path) -> None:
    gold, coded = write(tmp_path / "gold.jsonl", harbour()), write(tmp_path / "coded.jsonl", as_coded(harbour()))
    assert "the gold file comes first" in load_compared(coded, gold).aside[0].reason


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl: cannot be read"):
        load_compared(str(tmp_path / "none.jsonl"), "-")


def test_coded_records_may_come_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold = write(tmp_path / "gold.jsonl", harbour())
    stdin = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + msgspec.json.encode(as_coded(harbour()))))
    monkeypatch.setattr("sys.stdin", stdin)
    assert len(load_compared(gold, "-").compared) == 1


def test_a_statement_is_found_before_its_sentence_when_it_begins_there() -> None:
    gold = passage('"We leave.', 'Now," he said.', statements=[said('"We leave. Now,"', 1)])
    assert from_gold(gold).statements[0].content == (0, 16)


def test_events_outside_the_golds_sentences_are_extra() -> None:
    gold = msgspec.structs.replace(harbour(), sentences=harbour().sentences[:1], events=harbour().events[:1], statements=())
    detected = evaluate([compare(gold, as_coded(harbour()))]).scores[0]
    assert (detected.right, detected.gold, detected.coded) == (1, 1, 5)
    assert event().s == 0
