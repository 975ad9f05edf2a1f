"""Places on shared storage: URIs keep their options at their end, and what a corpus and messages say of them holds no key."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.batch.storage import Storage, below, known_as


@pytest.mark.parametrize(
    ("place", "name", "expected"),
    [
        ("s3://news/2024", "a.jsonl", "s3://news/2024/a.jsonl"),
        ("s3://news/2024/?region=eu-west-1&scheme=http", "coded/a.parquet", "s3://news/2024/coded/a.parquet?region=eu-west-1&scheme=http"),
        ("/archive/2024", "a.jsonl", "/archive/2024/a.jsonl"),
        ("/archive/what?", "a.jsonl", "/archive/what?/a.jsonl"),  # a folder may be called so
    ],
)
def test_below_a_place(place: str, name: str, expected: str) -> None:
    assert below(place, name) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("s3://AKIA123:se%2Fcret@news/2024/a.jsonl?endpoint_override=localhost:9000", "s3://news/2024/a.jsonl"),
        ("gs://anonymous@news/a.jsonl", "gs://news/a.jsonl"),
        ("s3://news/2024/letters@home.jsonl", "s3://news/2024/letters@home.jsonl"),
        ("/archive/a@b.jsonl", "/archive/a@b.jsonl"),
    ],
)
def test_a_place_is_known_without_its_keys(place: str, expected: str) -> None:
    assert known_as(place) == expected


def test_files_below_a_uri_are_listed_and_read(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "a.jsonl").write_text("a")
    (tmp_path / "b.jsonl").write_text("b")
    (tmp_path / ".hidden").write_text("no")
    storage = Storage(f"file://{tmp_path}")
    assert storage.list_files() == [f"file://{tmp_path}/2024/a.jsonl", f"file://{tmp_path}/b.jsonl"]
    assert [Storage(place).open().read() for place in storage.list_files()] == [b"a", b"b"]
    assert Storage(storage.list_files()[0]).list_files() == storage.list_files()[:1]
