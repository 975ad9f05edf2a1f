"""Samples of formats that are no text, made byte by byte as their specifications have them, and short ways to read things."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from reportedly.reading import Options, read_inputs
from reportedly.records import Article, SetAside

SAMPLES = Path(__file__).parent / "samples"
PAGE = (SAMPLES / "page.html").read_bytes()
NEWS = b"Rebels leave Anda\nThe rebels left the town of Anda on Monday, its mayor said.\n"


def read(path: Path | str, **options: object) -> tuple[list[Article], list[SetAside]]:
    """Return the articles of an input and what was set aside."""
    found = list(read_inputs([str(path)], options=Options(**options)))  # type: ignore[arg-type]
    return [f[0] for f in found if isinstance(f, tuple)], [f for f in found if isinstance(f, SetAside)]


def read_bytes(folder: Path, data: bytes, name: str = "input", **options: object) -> tuple[list[Article], list[SetAside]]:
    """Write a file and return what it holds; its name says nothing on purpose."""
    path = folder / name
    path.write_bytes(data)
    return read(path, **options)


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def record(kind: str, uri: str, block: bytes, *, content_type: str = "application/http; msgtype=response", **more: str) -> bytes:
    """Return one WARC 1.1 record; ``more`` are further headers, underscores for hyphens."""
    lines = [
        "WARC/1.1", f"WARC-Type: {kind}", "WARC-Record-ID: <urn:uuid:0b6c1d2e-1111-4c4c-9b2a-3f7d5a9e0c01>", "WARC-Date: 2025-03-21T06:30:00Z",
        *([f"WARC-Target-URI: {uri}"] if uri else []), f"Content-Type: {content_type}", *(f"{k.replace('_', '-')}: {v}" for k, v in more.items()),
        f"Content-Length: {len(block)}",
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def http(body: bytes, *, status: str = "200 OK", content_type: str = "text/html; charset=utf-8", **more: str) -> bytes:
    """Return an HTTP answer as a crawler stores it."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", *(f"{k.replace('_', '-')}: {v}" for k, v in more.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def pdf(*lines: str, pages: int = 1) -> bytes:
    """Return a small PDF 1.4 whose pages show the lines; without lines, empty pages."""
    stream = ("BT /F1 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET").encode() if lines else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {pages} /Kids [{'5 0 R ' * pages}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
