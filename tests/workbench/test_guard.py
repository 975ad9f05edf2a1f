"""The guard: who is let in, what is refused, and what every answer forbids the browser."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from reportedly.limits import UPLOAD_BYTES
from reportedly.workbench.bench import Bench
from reportedly.workbench.sessions import HOURS, Sessions
from reportedly.workbench.settings import Settings

SCREENS = ("/", "/review")


def test_nobody_is_let_in_without_the_token(stranger: TestClient) -> None:
    for path in (*SCREENS, "/nowhere"):
        assert stranger.get(path).status_code == 403
    assert stranger.get("/open").status_code == 403
    assert stranger.get("/open?token=guessed").status_code == 403


def test_the_token_lets_one_browser_in_and_the_next_is_printed(app: Starlette, stranger: TestClient, bench: Bench) -> None:
    token = bench.sessions.token
    answer = stranger.get(f"/open?token={token}", follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and "path=/" in cookie and answer.headers["location"] == "/"
    assert app.state.announced == [bench.sessions.token] != [token]
    other = TestClient(app, base_url=str(stranger.base_url))
    assert other.get(f"/open?token={token}").status_code == 403
    assert other.get("/review").status_code == 403
    assert stranger.get("/review").status_code == 200


def test_leaving_ends_the_session(client: TestClient) -> None:
    assert client.get("/review").status_code == 200
    client.post("/leave")
    assert client.get("/review").status_code == 403


def test_a_session_ends_after_its_hours() -> None:
    time = [0.0]
    sessions = Sessions(clock=lambda: time[0])
    key = sessions.open("a", "reader")
    assert sessions.find(key) is not None
    time[0] = HOURS * 3600 + 1
    assert sessions.find(key) is None


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:8765.evil.example", "", "localhost"])
def test_another_host_is_refused(client: TestClient, host: str) -> None:
    """A name that an attacker points at this machine (DNS rebinding) reaches nothing."""
    assert client.get("/review", headers={"host": host}).status_code == 400


def test_both_names_of_this_machine_are_answered(client: TestClient) -> None:
    assert client.get("/static/workbench.css", headers={"host": "localhost:8765"}).status_code == 200


@pytest.mark.parametrize("headers", [{"origin": "null"}, {"origin": "http://evil.example"}, {"origin": "http://127.0.0.1:9999"}, {"origin": ""}, {"sec-fetch-site": "cross-site"}])
def test_a_form_of_another_site_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/paste", data={"text": "x"}, headers=headers).status_code == 403
    assert client.post("/name", data={"name": "x"}, headers=headers).status_code == 403


def test_every_answer_forbids_what_we_do_not_use(client: TestClient, keys: dict[str, str]) -> None:
    for path in (*SCREENS, "/nowhere", "/static/workbench.css", f"/articles/{keys['sahel-wire-1']}"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy and "trusted-types 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
        assert ("no-store" in headers.get("cache-control", "")) == (not path.startswith("/static"))


def test_a_body_over_the_limit_is_refused(client: TestClient) -> None:
    assert client.post("/paste", headers={"content-length": str(UPLOAD_BYTES.default * 2)}, content=b"").status_code == 413
    assert client.post("/paste", headers={"content-length": "-1"}, content=b"").status_code == 413

    def endless() -> object:
        for _ in range(UPLOAD_BYTES.default // 500_000 + 2):
            yield b"text=" + b"a" * 500_000

    answer = client.post("/paste", content=endless(), headers={"content-type": "application/x-www-form-urlencoded"})  # type: ignore[arg-type]
    assert answer.status_code in (400, 413)


def test_websockets_and_other_methods_are_not_served(client: TestClient) -> None:
    assert client.put("/paste").status_code == 405
    assert client.delete("/review").status_code == 405


def test_nothing_but_static_files_can_be_fetched(client: TestClient) -> None:
    for path in ("/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static/article.py", "/static//etc/passwd"):
        assert client.get(path).status_code == 404


def test_settings_tell_the_hosts() -> None:
    assert Settings(origin="http://127.0.0.1:9000").hosts == {"127.0.0.1:9000", "localhost:9000"}
    team = Settings(origin="https://review.example.org", team=True)
    assert team.hosts == {"review.example.org"} and team.origins == {"https://review.example.org"} and team.is_encrypted


def test_a_fault_of_ours_is_a_page_under_the_same_policy(client: TestClient, bench: Bench, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a secret of the inside")

    monkeypatch.setattr(bench.store, "verdicts", fail)
    answer = client.get("/review")
    assert answer.status_code == 500 and "fault of the workbench" in answer.text and "secret" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"] and answer.headers["cache-control"] == "no-store"
    assert "a secret of the inside" in caplog.text  # where it was started
