"""The first screen and the reader: text comes out as it went in, and a stranger's words stay words."""

from __future__ import annotations

import pytest
from harmless import assert_harmless
from staging import HOSTILE
from starlette.testclient import TestClient

from reportedly.limits import PASTE_CHARACTERS, UPLOAD_ARTICLES


def test_an_example_is_there_coded(client: TestClient) -> None:
    page = client.get("/").text
    assert "Events (" in page and "according to" in page and "Why?" in page
    assert_harmless(page)


def test_pasted_text_is_coded_and_shown_to_the_character(client: TestClient) -> None:
    text = "The army denied on Tuesday that its troops had shelled the village.\n\n  Rebels killed 14 people in Gao \U0001f6a9 on Monday, \u0642\u0627\u0644."
    page = client.post("/paste", data={"text": text, "published": "2025-03-19"})
    assert page.status_code == 200
    assert assert_harmless(page.text).text == text
    assert "denied" in page.text and "2025-03-17" in page.text


@pytest.mark.parametrize("text", ["", "   ", "Le ministre a dit hier que les soldats avaient quitté la ville et que la paix était revenue.", "The army\x00 left."])
def test_what_cannot_be_coded_is_said(client: TestClient, text: str) -> None:
    answer = client.post("/paste", data={"text": text})
    assert answer.status_code == 400 and 'role="alert"' in answer.text


def test_too_long_a_text_is_refused(client: TestClient) -> None:
    answer = client.post("/paste", data={"text": "The army left. " * (PASTE_CHARACTERS.default // 15 + 1)})
    assert answer.status_code == 400 and "limit" in answer.text


def test_a_file_is_read_as_the_command_reads_it(client: TestClient) -> None:
    html = b"<html><body><article><h1>Army leaves town</h1><p>The army left the town of Gao on Monday, residents said. It had arrested two men there, they added.</p></article></body></html>"
    answer = client.post("/paste", files={"file": ("page.html", html)})
    assert answer.status_code == 200 and "residents" in answer.text
    lines = b"\n".join(b'{"text": "Police arrested %d people in Gao, the army said."}' % n for n in range(2, UPLOAD_ARTICLES.default + 5))
    answer = client.post("/paste", files={"file": ("many.jsonl", lines + b"\n")})
    assert f"{UPLOAD_ARTICLES.default} articles" in answer.text and "Set aside" in answer.text


def test_a_hostile_file_name_is_text(client: TestClient) -> None:
    answer = client.post("/paste", files={"file": ("<img src=x onerror=alert(1)>.bin", bytes(range(256)) * 9)})
    assert answer.status_code == 400
    assert_harmless(answer.text)


def test_a_pasted_article_has_a_key_nobody_guesses(client: TestClient) -> None:
    assert client.get("/paste/AAAAAAAAAAAAAAAA").status_code == 404


def test_the_reader_shows_a_hostile_article_as_text(client: TestClient, keys: dict[str, str]) -> None:
    answer = client.get(f"/articles/{keys[HOSTILE.id]}")
    assert assert_harmless(answer.text).text == HOSTILE.text
    assert "{{ 7*7 }}" in answer.text


def test_no_such_article(client: TestClient) -> None:
    assert client.get("/articles/0000").status_code == 404
    assert client.get("/articles/%3Cscript%3E").status_code == 404
