"""The command: it prints an address that works, listens on this machine only, ends on Ctrl-C, and says in one line what is wrong."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import httpx2
from browsing import serving

from reportedly.workbench.example import read_example
from reportedly.workbench.reviewing.store import Store

ROOT = Path(__file__).parent.parent.parent


def test_the_printed_address_lets_in_and_a_decision_outlives_the_server(bench_folder: Path, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'kept.sqlite'}"
    with serving(str(bench_folder), "--database", database) as (process, address):
        origin = address.partition("/open")[0]
        with httpx2.Client(base_url=origin, headers={"origin": origin}, follow_redirects=True, timeout=60) as client:
            assert client.get("/review").status_code == 403
            assert client.get(address).status_code == 200
            assert process.stderr is not None and "open http" in process.stderr.readline()  # the next one
            key, record = str(client.get("/review/next").url.path).split("/")[2:]
            assert client.post(f"/review/{key}/{record}", data={"action": "accept", "version": "0"}).status_code == 200
        process.kill()  # without a warning
    with serving(str(bench_folder), "--database", database) as (process, address):
        origin = address.partition("/open")[0]
        with httpx2.Client(base_url=origin, follow_redirects=True, timeout=60) as client:
            client.get(address)
            assert "accepted" in client.get(f"/review/{key}/{record}").text
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


def test_a_server_killed_amid_saves_loses_nothing_it_answered(bench_folder: Path, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'kept.sqlite'}"
    answered: list[str] = []
    with serving(str(bench_folder), "--database", database) as (process, address):
        origin = address.partition("/open")[0]
        with httpx2.Client(base_url=origin, headers={"origin": origin}, timeout=60) as client:
            client.get(address)
            key, record = client.get("/review/next").headers["location"].partition("?")[0].split("/")[2:]

            def save() -> None:
                with suppress(httpx2.TransportError):
                    while True:
                        words = f"remark {len(answered)}"
                        if client.post(f"/review/{key}/{record}", data={"action": "comment", "comment": words, "version": str(len(answered))}).status_code != 303:
                            break
                        answered.append(words)

            saving = threading.Thread(target=save)
            saving.start()
            while len(answered) < 20 and saving.is_alive():
                time.sleep(0.01)
            process.kill()  # while the next one is being saved
            saving.join(60)
    assert len(answered) >= 20
    store = Store(database)
    kept = store.decisions("review", key, record)
    assert [d.comment for d in kept][: len(answered)] == answered and len(kept) - len(answered) in (0, 1)
    assert [d.version for d in kept] == list(range(1, len(kept) + 1))
    store.close()


def test_only_this_machine_is_listened_to(bench_folder: Path, tmp_path: Path) -> None:
    with serving(str(bench_folder), "--database", f"sqlite:///{tmp_path / 'r.sqlite'}") as (_, address):
        match = re.search(r"127\.0\.0\.1:(\d+)", address)
        assert match
        other = [found[4][0] for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET) if not str(found[4][0]).startswith("127.")]
        for host in other[:1]:
            with socket.socket() as made:
                made.settimeout(2)
                assert made.connect_ex((host, int(match[1]))) != 0


def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "reportedly", "serve", *arguments], capture_output=True, text=True, check=False, timeout=60, env=os.environ | more)


def test_what_is_wrong_is_one_line(tmp_path: Path, bench_folder: Path) -> None:
    for arguments, words in (
        ([str(tmp_path)], "no corpus"), ([str(bench_folder), "--origin", "https://a.example"], "--team"), ([str(bench_folder), "--team", "--origin", "http://a.example"], "https://"),
        ([str(bench_folder), "--database", "mysql://x"], "sqlite:"), ([str(bench_folder), "--team", "--database", f"sqlite:///{tmp_path / 't.sqlite'}"], "nobody may sign in"),
    ):  # fmt: skip
        done = run(*arguments)
        assert done.returncode == 2 and words in done.stderr and "Traceback" not in done.stderr, done.stderr
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run(str(bench_folder), "--port", str(taken.getsockname()[1]))
        assert done.returncode != 0 and "Traceback" not in done.stderr and "in use" in done.stderr.lower()


def test_the_example_is_the_demo() -> None:
    import msgspec

    from reportedly.records import Article

    lines = (ROOT / "demo" / "articles.jsonl").read_bytes().splitlines()
    assert read_example() == tuple(msgspec.json.decode(line, type=Article) for line in lines)
