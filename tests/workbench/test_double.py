"""Two coders: blind to each other, measured field by field, adjudicated into gold."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from deciding import fields, sheet_of
from harmless import assert_harmless
from staging import HOSTILE, ORIGIN
from starlette.testclient import TestClient

from reportedly.measuring.gold import decode_gold
from reportedly.workbench.bench import Bench
from reportedly.workbench.reviewing.codes import Code, code_of

Enter = Callable[[str], TestClient]


@pytest.fixture
def enter(client: TestClient, bench: Bench) -> Enter:
    """Let somebody in under a name."""

    def let_in(name: str) -> TestClient:
        made = TestClient(client.app, base_url=ORIGIN, headers={"origin": ORIGIN})
        made.get(f"/open?token={bench.sessions.token}")
        made.post("/name", data={"name": name})
        return made

    return let_in


def add(client: TestClient, key: str, code: Code, **changes: str) -> None:
    assert client.post(f"/double/code/{key}", data=fields(code, action="add", version="0", **changes)).status_code == 200


def finish(client: TestClient, key: str, desk: str = "code") -> int:
    return client.post(f"/double/{desk}/{key}/article", data={"action": "finish", "version": "0"}).status_code


@pytest.fixture
def codes(bench: Bench, keys: dict[str, str]) -> list[Code]:
    coded = bench.library.index.corpus.coded(keys["sahel-wire-1"])
    assert coded is not None
    return [code_of(coded, event) for event in coded.events]


def test_a_coder_begins_with_the_bare_text_and_sees_nobody_else(enter: Enter, keys: dict[str, str], codes: list[Code]) -> None:
    ada, bo, key = enter("Ada"), enter("Bo"), keys["sahel-wire-1"]
    page = ada.get(f"/double/code/{key}").text
    assert 'data-r="' not in page and "Events of this article (0)" in page
    add(ada, key, codes[0], actors="Someone only Ada saw")
    assert "Someone only Ada saw" in ada.get(f"/double/code/{key}?add=1").text
    assert finish(ada, key) == 200
    for path in (f"/double/code/{key}", "/double", f"/double/code/{key}?add=1"):
        assert "Someone only Ada saw" not in bo.get(path).text


def test_the_next_article_is_one_another_coder_has_finished(enter: Enter, keys: dict[str, str]) -> None:
    ada, bo = enter("Ada"), enter("Bo")
    key = keys["harbour-1"]
    assert finish(ada, key) == 200
    assert bo.get("/double/next", follow_redirects=False).headers["location"] == f"/double/code/{key}?add=1"
    assert key not in ada.get("/double/next", follow_redirects=False).headers["location"]


def test_agreement_and_adjudication(enter: Enter, bench: Bench, keys: dict[str, str], codes: list[Code]) -> None:
    ada, bo, key = enter("Ada"), enter("Bo"), keys["sahel-wire-1"]
    for n, code in enumerate(codes[1:4]):
        add(ada, key, code)
        add(bo, key, code, **({"status": "future"} if n == 1 else {}))
    add(bo, key, codes[4])
    assert ada.get(f"/double/final/{key}").status_code == 404  # not finished by two
    assert finish(ada, key) == finish(bo, key) == 200
    page = ada.get("/double?one=Ada&other=Bo").text
    assert "1 article finished by both" in page
    status = page[page.index('scope="row">status') :][:200]
    assert "0.67" in status and "<td>3</td>" in status
    page = ada.get(f"/double/final/{key}?one=Ada&other=Bo").text
    assert "4 events of" in page and "status (differs)" in page and "has no such event" in page
    assert_harmless(page)
    assert ada.post(f"/double/final/{key}?one=Ada&other=Bo", data={"action": "agreed"}).status_code == 200
    assert len(sheet_of(bench, key, "final").entries) == 2
    only_bo = next(e for e in sheet_of(bench, key, "coder Bo").entries if e.code and e.code.trigger == codes[4].trigger)
    differing = next(e for e in sheet_of(bench, key, "coder Ada").entries if e.code and e.code.trigger == codes[2].trigger)
    for record, action in ((only_bo.record, "neither"), (differing.record, "other")):
        assert ada.post(f"/double/final/{key}?one=Ada&other=Bo", data={"action": action, "record": record, "version": "0"}).status_code == 200
    sheet = sheet_of(bench, key, "final")
    taken = sheet.entry(differing.record)
    assert taken and taken.code and taken.code.status == "future"
    rejected = sheet.entry(only_bo.record)
    assert rejected and not rejected.is_coded
    # Decided by somebody else in the meantime: told, not overwritten.
    assert bo.post(f"/double/final/{key}?one=Ada&other=Bo", data={"action": "one", "record": differing.record, "version": "0"}).status_code == 409
    assert finish(ada, key, "final") == 200
    gold = decode_gold(ada.get("/double/gold.jsonl").content)
    assert len(gold.events) == 3
    # What is adjudicated stays as it was coded.
    assert bo.post(f"/double/code/{key}", data=fields(codes[5], action="add", version="0")).status_code == 403


def test_a_hostile_article_is_text_on_the_desk(enter: Enter, bench: Bench, keys: dict[str, str]) -> None:
    ada, bo, key = enter("<b>Ada</b>"), enter('"><script>alert(1)</script>'), keys[HOSTILE.id]
    coded = bench.library.index.corpus.coded(key)
    assert coded is not None
    for coder in (ada, bo):
        add(coder, key, code_of(coded, coded.events[0]), actors="<img src=x onerror=alert(1)>")
        assert finish(coder, key) == 200
    for path in (f"/double/code/{key}", "/double", f"/double/final/{key}"):
        assert_harmless(ada.get(path).text)
    assert assert_harmless(ada.get(f"/double/code/{key}").text).text == HOSTILE.text
