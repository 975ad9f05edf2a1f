"""Fetching, against a server on this machine that the rules allow for the test alone; and all that the rules do not allow."""

from __future__ import annotations

import gzip
import http.server
import io
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import InputError
from reportedly.fetching import Fetched, Rules, fetch_all
from reportedly.fetching.addresses import check_address, is_public
from reportedly.reading import read_inputs

PAGE = (Path(__file__).parent / "reading" / "samples" / "page.html").read_bytes()


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by path; writes down what it was asked."""

    protocol_version = "HTTP/1.1"
    asked: list[str] = []  # noqa: RUF012 - emptied by the fixture
    agents: set[str] = set()  # noqa: RUF012
    robots: tuple[int, bytes] = (404, b"")

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"", length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.agents.add(self.headers["User-Agent"])
        base = f"http://{self.headers['Host']}"
        if self.path == "/robots.txt":
            self.answer(*self.robots)
        elif self.path == "/gzip":
            self.answer(200, gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip")
        elif self.path == "/moved":
            self.answer(302, Location="/page?q=1")
        elif self.path == "/loop":
            self.answer(301, Location=f"{base}/loop")
        elif self.path.startswith("/to/"):
            self.answer(307, Location=self.path.removeprefix("/to/"))
        elif self.path == "/large":
            self.answer(200, b"x" * 50_000)
        elif self.path == "/cut":
            self.answer(200, PAGE, length=len(PAGE) + 100)
        elif self.path == "/drip":
            self.drip()
        elif self.path == "/none":
            self.answer(404, b"gone")
        else:
            self.answer(200, PAGE, Content_Type="text/html; charset=utf-8")

    def drip(self) -> None:
        """Send a byte now and then, each soon enough for a socket's time limit."""
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(400):
                self.wfile.write(b"x")
                time.sleep(0.02)
            self.asked.append("dripped to the end")
        except OSError:
            pass
        self.close_connection = True


@pytest.fixture
def site() -> Iterator[str]:
    """A server on this machine."""
    Handler.asked, Handler.agents, Handler.robots = [], set(), (404, b"")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


LOCAL = Rules(schemes=("http",), private=True, delay=0.0, page_bytes=20_000)


def fetch(*urls: str, rules: Rules = LOCAL) -> tuple[list[Fetched], bytes]:
    out = io.BytesIO()
    return list(fetch_all(urls, out, rules=rules, sleep=lambda _: None)), out.getvalue()


def test_pages_are_stored_and_read_back(site: str, tmp_path: Path) -> None:
    pages, data = fetch(f"{site}/page", f"{site}/gzip", f"{site}/moved", f"{site}/page", f"{site}/none")
    assert [p.reason for p in pages] == [None, None, None, "HTTP status 404"]
    assert pages[2].found_at == f"{site}/page?q=1" and Handler.agents == {"reportedly"}
    (tmp_path / "pages").write_bytes(data)
    reads = list(read_inputs([str(tmp_path / "pages")]))
    assert [r[0].url for r in reads if isinstance(r, tuple)] == [f"{site}/page", f"{site}/gzip", f"{site}/page?q=1"]
    assert len({r[0].text for r in reads if isinstance(r, tuple)}) == 1


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/large", "more than 20000 bytes"), ("/cut", "100 bytes are missing"), ("/loop", "more than 5 redirects"), ("/to/ftp://a.example/x", "only http addresses"),
        ("/to/http://user:word@a.example/", "name or password"), ("/to/http://[x", "no address"), ("/to//a b", "no address"),
    ],
)  # fmt: skip
def test_what_is_not_stored_says_why(site: str, path: str, words: str) -> None:
    (page, good), data = fetch(site + path, f"{site}/page")
    assert page.reason is not None and words in page.reason and good.reason is None
    assert data.startswith(b"\x1f\x8b")


def test_a_page_that_drips_is_given_up(site: str) -> None:
    """No wait is longer than the socket's time limit, but all of them together are."""
    (page,), _ = fetch(f"{site}/drip", rules=Rules(schemes=("http",), private=True, delay=0.0, timeout=5, page_timeout=0.5))
    assert page.reason is not None and "too long" in page.reason
    assert "dripped to the end" not in Handler.asked


def test_a_machine_that_accepts_and_says_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://127.0.0.1:{silent.getsockname()[1]}/"
        (page,), _ = fetch(url, rules=Rules(private=True, delay=0.0, timeout=30, page_timeout=0.3))
    assert page.reason is not None and "too long" in page.reason


def test_robots_are_obeyed(site: str) -> None:
    Handler.robots = (200, b"User-agent: *\nDisallow: /\n\nUser-agent: reportedly\nDisallow: /private*.html$\nCrawl-delay: 7\n")
    slept: list[float] = []
    urls = [f"{site}/page", f"{site}/private/a.html", f"{site}/moved", f"{site}/to/{site}/private.html"]
    pages = list(fetch_all(urls, io.BytesIO(), rules=LOCAL, sleep=slept.append))
    assert [p.reason for p in pages] == [None, "its robots.txt does not allow it", None, "its robots.txt does not allow it"]
    assert Handler.asked.count("/robots.txt") == 1 and "/private/a.html" not in Handler.asked and "/private.html" not in Handler.asked
    assert slept and all(6 < seconds <= 28 for seconds in slept)
    (page,), _ = fetch(f"{site}/page", rules=Rules(schemes=("http",), private=True, delay=0.0, agent="other"))
    assert page.reason == "its robots.txt does not allow it"


def test_a_site_whose_robots_cannot_be_had_is_left_alone(site: str) -> None:
    Handler.robots = (503, b"")
    (page,), _ = fetch(f"{site}/page")
    assert page.reason is not None and "HTTP status 503" in page.reason and "/page" not in Handler.asked


def test_this_machine_is_refused_by_default(site: str) -> None:
    """The same server, without the allowance: by scheme, by port, by address, and through a redirect."""
    for rules in (Rules(delay=0.0), Rules(delay=0.0, schemes=("http", "https"))):
        (page,), data = fetch(f"{site}/page", rules=rules)
        assert page.reason is not None and data == b"" and Handler.asked == []


ADDRESSES = [
    ("127.0.0.1", False), ("10.1.2.3", False), ("172.20.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False),
    ("224.0.0.1", False), ("255.255.255.255", False), ("198.18.0.1", False), ("::1", False), ("::", False), ("fe80::1%eth0", False), ("fc00::1", False),
    ("::ffff:127.0.0.1", False), ("::ffff:10.0.0.1", False), ("::127.0.0.1", False), ("2002:7f00:1::", False), ("64:ff9b::7f00:1", False), ("64:ff9b::a00:1", False),
    ("ff02::1", False), ("8.8.8.8", True), ("93.184.215.14", True), ("2606:4700:4700::1111", True), ("::ffff:8.8.8.8", False), ("64:ff9b::808:808", True),
]  # fmt: skip


@pytest.mark.parametrize(("machine", "public"), ADDRESSES)
def test_public_addresses(machine: str, public: bool) -> None:
    assert is_public(machine) is public


def _resolving(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> None:
    """Make names resolve to these addresses, one answer after the other."""
    left = list(answers)

    def resolve(host: str, port: int, **_: object) -> list[tuple[object, object, object, object, tuple[str, int]]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (machine, port)) for machine in (left.pop(0) if len(left) > 1 else left[0])]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://a.example/", "only https"), ("file:///etc/passwd", "only https"), ("https:///x", "without a host"), ("https://u@a.example/", "name or password"),
        ("https://a.example:8443/", "port 8443"), ("https://a.example:99999/", "no address"), ("https://a.example/\r\nX: y", "no address"), ("https://a.example/" + "x" * 3000, "no address"),
        ("https://b.example/", "127.0.0.1"), ("https://" + "a" * 70 + ".example/", "no name of a host"),
    ],
)  # fmt: skip
def test_addresses_that_are_refused(monkeypatch: pytest.MonkeyPatch, url: str, words: str) -> None:
    _resolving(monkeypatch, ["8.8.8.8", "127.0.0.1"])
    with pytest.raises(InputError, match=words):
        check_address(url, Rules())


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is public when checked and private when asked again is never connected to under its second face."""
    _resolving(monkeypatch, ["8.8.8.8"], ["8.8.8.8"], ["127.0.0.1"])
    connected: list[str] = []

    def refuse(address: tuple[str, int], *_: object, **__: object) -> None:
        connected.append(address[0])
        raise OSError("not in a test")

    monkeypatch.setattr(socket, "create_connection", refuse)
    (page,), _ = fetch("https://a.example/", rules=Rules(delay=0.0))
    assert connected == ["8.8.8.8"] and page.reason is not None
    assert "127.0.0.1" in (fetch("https://a.example/", rules=Rules(delay=0.0))[0][0].reason or "")


def test_addresses_are_written_in_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    _resolving(monkeypatch, ["8.8.8.8"])
    assert check_address("https://żółw.example/ó?q=ł%20&b#part", Rules()).url == "https://xn--w-uga1v8h.example/%C3%B3?q=%C5%82%20&b"


def test_a_certificate_must_be_trusted_and_fit_the_name(tmp_path: Path) -> None:
    if (openssl := shutil.which("openssl")) is None:
        pytest.skip("openssl is not installed")
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run([openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    Handler.robots = (404, b"")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        trusting = ssl.create_default_context(cafile=str(certificate))
        for host, context_, words in (("localhost", trusting, None), ("127.0.0.1", trusting, "mismatch"), ("localhost", None, "self-signed")):
            rules = Rules(private=True, delay=0.0, context=context_)
            (page,), _ = fetch(f"https://{host}:{server.server_port}/page", rules=rules)
            assert (page.reason is None) if words is None else (words in (page.reason or "")), page.reason
    finally:
        server.shutdown()
        server.server_close()


def test_the_command_has_no_way_round_the_rules(site: str, tmp_path: Path) -> None:
    out = tmp_path / "pages.warc.gz"
    done = subprocess.run([sys.executable, "-m", "reportedly", "fetch", "-", "--out", str(out)], input=f"# mine\n{site}/page\n\n".encode(), capture_output=True, check=False)
    assert done.returncode == 1 and b"only https" in done.stderr and b"0 stored, 1 not" in done.stderr and Handler.asked == []
    again = subprocess.run([sys.executable, "-m", "reportedly", "fetch", "-", "--out", str(out)], input=b"", capture_output=True, check=False)
    assert again.returncode == 2 and b"cannot be made" in again.stderr
