"""Watching: what comes into a folder is in the corpus soon after, half-written files and other people's feeds included."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import msgspec
from batch_staging import MODEL, Staged, tables

from reportedly.batch.watching import Watched, read_feed_at, watch
from reportedly.corpus.build import Built, Input, build
from reportedly.corpus.corpus import Corpus
from reportedly.fetching import Rules
from reportedly.reading import Read
from reportedly.records import SetAside


class Watching:
    """A watch in a thread, with what it told."""

    def __init__(self, corpus: Path, watched: Watched, staged: Staged) -> None:
        self.told: list[Built] = []
        self.stop = threading.Event()

        def add(reads: Sequence[Read | Input]) -> Built:
            return build(corpus, reads, staged.coder(), model=MODEL)

        self.thread = threading.Thread(target=watch, args=(corpus, watched, add, self.stop, self.told.append))

    def __enter__(self) -> Watching:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        self.thread.join(30)

    def until(self, happened: Callable[[], bool]) -> None:
        for _ in range(3600):  # three minutes: a busy machine may keep it waiting
            if happened():
                return
            time.sleep(0.05)
        raise AssertionError("it did not come")


def test_a_corpus_is_kept_current_and_goes_on_where_it_was(staged: Staged, one_worker: dict[str, str], tmp_path: Path) -> None:
    incoming, corpus = tmp_path / "incoming", tmp_path / "c"
    incoming.mkdir()
    half = len(staged.articles) // 2
    with Watching(corpus, Watched((incoming,)), staged) as watching:
        (incoming / "a.jsonl").write_bytes((staged.inputs / "a.jsonl").read_bytes())
        watching.until(lambda: sum(b.added for b in watching.told) == half)
        assert len(Corpus(corpus).table("articles")) == half
        one = msgspec.json.encode(staged.articles[half])
        with (incoming / "one.jsonl").open("wb") as stream:  # a slow writer: nothing of it is taken for broken
            for i in range(0, len(one), len(one) // 12 + 1):
                stream.write(one[i : i + len(one) // 12 + 1])
                stream.flush()
                time.sleep(0.05)
        watching.until(lambda: sum(b.added for b in watching.told) == half + 1)
    (incoming / "b.jsonl").write_bytes((staged.inputs / "b.jsonl").read_bytes())  # while nobody watches
    with Watching(corpus, Watched((incoming,)), staged) as watching:
        watching.until(lambda: sum(b.added for b in watching.told) == half - 1 + len(staged.articles) % 2)
    assert not any(b.aside for b in watching.told)
    assert tables(corpus) == one_worker


def test_a_feed_that_cannot_be_had_is_told_and_harms_nothing(staged: Staged, tmp_path: Path) -> None:
    with Watching(tmp_path / "c", Watched((), ("http://192.0.2.1/feed.xml",)), staged) as watching:
        watching.until(lambda: bool(watching.told))
    assert [(a.component, a.reason) for a in watching.told[0].aside] == [("fetching", "only https addresses are fetched")]


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Gao Post</title>
<item><guid>g1</guid><title>Army leaves Gao</title><description>{text}</description></item></channel></rss>"""


def test_a_feed_is_read_where_it_lies(staged: Staged, tmp_path: Path) -> None:
    """From a server on this machine, which only a test may ask."""

    class Feed(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            there = self.path == "/feed.xml"
            self.send_response(200 if there else 404)
            self.send_header("Content-Type", "application/rss+xml")
            self.end_headers()
            self.wfile.write(FEED.format(text=staged.articles[0].text).encode() if there else b"")

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Feed) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/feed.xml"
        reads = read_feed_at(address, Watched((), (address,), rules=Rules(schemes=("http",), private=True, delay=0.0)))
        server.shutdown()
    assert [r[0].id for r in reads if not isinstance(r, SetAside)] == ["g1"]
    assert not any(isinstance(r, SetAside) for r in reads)
