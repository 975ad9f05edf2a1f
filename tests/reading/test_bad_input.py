"""Bad input of every format: the file and member are named, what stands around it is read, and memory stays bounded."""

from __future__ import annotations

import gzip
import io
import json
import os
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import NEWS, PAGE, SAMPLES, http, pdf, read, read_bytes, record, tarred, zipped

from reportedly.limits import CELL_CHARACTERS, DEPTH, FREE_BYTES, MEMBER_RATIO
from reportedly.reading import packed, source, tables
from reportedly.reading.dispatch import Options, read_source
from reportedly.reading.source import Source, buffered
from reportedly.records import SetAside

LINES = b"".join(json.dumps({"text": f"The army left town number {n}."}).encode() + b"\n" for n in range(50_000))
ZEROS = b" " * (FREE_BYTES.default + 5_000_000)


def arrow(data: bytes, codec: str) -> bytes:
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, codec) as out:
        out.write(data)
    return bytes(sink.getvalue())


PACKERS: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "zstd": lambda data: arrow(data, "zstd"), "in.br": lambda data: arrow(data, "brotli")}


@pytest.mark.parametrize("name", PACKERS)
def test_cut_stream_is_read_up_to_the_cut(tmp_path: Path, name: str) -> None:
    """Nothing before the cut is lost, and the cut is said."""
    data = PACKERS[name](LINES)
    articles, left = read_bytes(tmp_path, data[: len(data) // 2], name)
    assert len(articles) > 15_000
    assert [a.text for a in articles] == [f"The army left town number {n}." for n in range(len(articles))]
    assert left[-1].file == str(tmp_path / name) and "cut off" in left[-1].reason


def test_cut_lines_with_a_bad_first_one(tmp_path: Path) -> None:
    data = gzip.compress(b'{"text": \n' + LINES)
    articles, left = read_bytes(tmp_path, data[: len(data) // 2])
    assert len(articles) > 15_000 and left[0].record == "line 1" and "cut off" in left[-1].reason


def test_a_flipped_bit_in_gzip_is_said(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(LINES))
    data[-6] ^= 1  # in the check sum
    articles, left = read_bytes(tmp_path, bytes(data))
    assert len(articles) == 50_000 and "CRC" in left[-1].reason


@pytest.mark.parametrize("name", PACKERS)
def test_bomb_is_stopped(tmp_path: Path, name: str) -> None:
    """More than the ratio: set aside; a member beside it is read; the same bytes not compressed are no bomb."""
    bomb = PACKERS[name](b'{"text": "' + ZEROS * 2)
    assert len(bomb) * MEMBER_RATIO.default < 2 * len(ZEROS)
    _, left = read_bytes(tmp_path, bomb, name)
    assert any("decompression bomb" in s.reason for s in left)
    (article,), left = read_bytes(tmp_path, tarred({name: bomb, "news": NEWS}))
    assert article.text == NEWS.decode() and any("bomb" in s.reason and s.file.endswith(f"> {name}") for s in left)


def test_ratio_below_at_and_above_its_limit(tmp_path: Path) -> None:
    ratio = packed.Ratio(source.Budget(), packed=FREE_BYTES.default // 100)
    ratio.gave(FREE_BYTES.default * 2)
    with pytest.raises(Exception, match="bomb"):
        ratio.gave(1 + FREE_BYTES.default // 100 * MEMBER_RATIO.default - FREE_BYTES.default * 2)


def test_zip_bombs(tmp_path: Path) -> None:
    """By its entry alone, and when the entry lies about the size."""
    honest = zipped({"bomb": ZEROS, "news.txt": NEWS})
    (article,), (left,) = read_bytes(tmp_path, honest)
    assert article.text == NEWS.decode() and left.file.endswith("> bomb") and "bomb" in left.reason
    lying = honest.replace(struct.pack("<I", len(ZEROS)), struct.pack("<I", 100))
    (article,), (left,) = read_bytes(tmp_path, lying)
    assert article.text == NEWS.decode() and left.file.endswith("> bomb")


def test_gzip_in_warc_bomb(tmp_path: Path) -> None:
    bomb = record("response", "https://a.example/bomb", http(gzip.compress(b"<p>" + ZEROS), Content_Encoding="gzip"))
    good = record("response", "https://a.example/good", http(PAGE))
    (article,), (left,) = read_bytes(tmp_path, bomb + good)
    assert article.url == "https://a.example/good" and left.file.endswith("> https://a.example/bomb")


def test_all_layers_share_one_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "UNPACKED_BYTES", source.UNPACKED_BYTES.__class__("x", 3 * len(NEWS) + 3000, "bytes", ""))
    data = tarred({f"{n}.gz": gzip.compress(NEWS) for n in range(40)})
    articles, left = read_bytes(tmp_path, data)
    assert 0 < len(articles) < 40 and "bytes unpacked" in left[0].reason
    assert len(articles) + len(left) >= 40


def test_depth(tmp_path: Path) -> None:
    data = NEWS
    for n in range(DEPTH.default):
        data = zipped({str(n): data})
    assert len(read_bytes(tmp_path, data)[0]) == 1
    articles, (left,) = read_bytes(tmp_path, zipped({"top": data}))
    assert articles == [] and "layers deep" in left.reason and left.file.count(" > ") == DEPTH.default + 1


OUTSIDE = ["../../etc/passwd", "/etc/passwd", "a/../../b.txt", "C:\\windows\\x.txt", "..\\x.txt", "\\\\server\\x"]


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_that_lead_out(tmp_path: Path, name: str, pack: Callable[[dict[str, bytes]], bytes]) -> None:
    (article,), (left,) = read_bytes(tmp_path, pack({name: NEWS, "in..side.txt": NEWS}))
    assert left.file.endswith(f"> {name}") and "leads out" in left.reason
    assert os.listdir(tmp_path) == ["input"] and article.text == NEWS.decode()


def test_links_devices_locks_and_hidden_members(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (("link", tarfile.SYMTYPE), ("device", tarfile.CHRTYPE), ("pipe", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("._news.txt")
        archive.addfile(info)
    _, left = read_bytes(tmp_path, out.getvalue())
    assert [s.file.rsplit(" ")[-1] for s in left[:3]] == ["link", "device", "pipe"] and left[3].record == "hidden files"
    locked = bytearray(zipped({"a.txt": NEWS, "__MACOSX/._a.txt": b"x"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + place] |= 1
    _, left = read_bytes(tmp_path, bytes(locked))
    assert "password" in left[0].reason and "__MACOSX" in left[1].reason


def test_damaged_member_does_not_spoil_the_next(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": PAGE, "b.txt": NEWS}))
    data[60:80] = b"\xff" * 20
    (article,), (left,) = read_bytes(tmp_path, bytes(data))
    assert article.text == NEWS.decode() and left.file.endswith("> a.html")


def test_cut_archives(tmp_path: Path) -> None:
    members = {f"{n}.txt": NEWS * 20 for n in range(9)}
    assert "no readable zip" in read_bytes(tmp_path, zipped(members)[:-40])[1][0].reason
    articles, left = read_bytes(tmp_path, tarred(members)[:7000])
    assert len(articles) == 2 and "damaged" in left[-1].reason


def test_tar_headers_are_bounded(tmp_path: Path) -> None:
    header = tarfile.TarInfo("x")
    header.type, header.size = tarfile.GNUTYPE_LONGNAME, 1 << 33
    _, (left,) = read_bytes(tmp_path, tarred({"n": NEWS})[:1024] + header.tobuf(tarfile.GNU_FORMAT) + bytes(4096))[0:2]
    assert "header of" in left.reason


def test_warc_cut_in_the_middle(tmp_path: Path) -> None:
    """A page cut in two is no article; the pages before it are read. Cut packed files are read up to the cut."""
    pages = [record("response", f"https://a.example/{n}", http(PAGE)) for n in range(3)]
    whole = b"".join(pages)
    articles, (left,) = read_bytes(tmp_path, whole[:-600])
    assert len(articles) == 2 and left.file.endswith("> https://a.example/2") and "bytes are missing" in left.reason
    packed_pages = b"".join(gzip.compress(page) for page in pages)
    articles, left_of_packed = read_bytes(tmp_path, packed_pages[:-600])
    assert len(articles) == 2 and "cut off" in left_of_packed[-1].reason


def test_warc_with_wrong_lengths_and_headers(tmp_path: Path) -> None:
    page = record("response", "https://a.example/1", http(PAGE))
    short = page.replace(f"Content-Length: {len(http(PAGE))}".encode(), b"Content-Length: 700")
    endless = b"WARC/1.1\r\nWARC-Type: response\r\nX: " + b"y" * (2 << 20)
    no_http = record("response", "https://a.example/2", b"\x00\x01\x02")
    articles, left = read_bytes(tmp_path, short + no_http + page + b"WARC/9.9\r\n\r\n" + page + endless)
    assert len(articles) >= 2
    reasons = " | ".join(s.reason for s in left)
    for words in ("belong to none", "HTTP", "no readable WARC header"):
        assert words in reasons


BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<rss version="2.0"><channel><title>x</title><item><title>&c;</title><description>&c;</description></item></channel></rss>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entity_bomb_and_foreign_entity(tmp_path: Path, encoding: str) -> None:
    for text in (BOMB, BOMB.replace('"ha"', 'SYSTEM "file:///etc/passwd"')):
        articles, (left,) = read_bytes(tmp_path, text.encode(encoding))
        assert articles == [] and "entities" in left.reason


def test_entities_in_a_page_are_not_expanded(tmp_path: Path) -> None:
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]>' + PAGE.split(b"\n", 1)[1].replace(b"Eleven ships", b"&x; &y; Eleven ships")
    (article,), _ = read_bytes(tmp_path, page)
    assert "root:" not in article.text and "Eleven ships" in article.text


def test_wrong_charsets(tmp_path: Path) -> None:
    """What says UTF-8 and is not is set aside when its text is hurt, and only then; what says Latin-1 and is UTF-8 is read as UTF-8."""
    hurt = PAGE.replace("“No".encode(), b"\x93No")
    articles, (left,) = read_bytes(tmp_path, hurt)
    assert articles == [] and "cannot be decoded" in left.reason
    assert len(read_bytes(tmp_path, PAGE.replace(b"Most read", b"Most r\xe9ad"))[0]) == 1
    (article,), _ = read_bytes(tmp_path, PAGE.replace(b"utf-8", b"iso-8859-1"))
    assert "“No such order" in article.text
    (article,), _ = read_bytes(tmp_path, PAGE.decode().replace("utf-8", "iso-8859-1").encode("cp1252"))
    assert "“No such order" in article.text
    (article,), _ = read_bytes(tmp_path, PAGE.replace(b"utf-8", b"unicode_escape"))
    assert "“No such order" in article.text


def test_wrong_encoding_of_text_and_table_names_the_option(tmp_path: Path) -> None:
    data = "id,text,day\n1,The army left Curaçao.,2024-05-06\n2,Rebels came.,2024-05-07\n".encode("latin-1")
    articles, (left,) = read_bytes(tmp_path, data)
    assert [a.id for a in articles] == ["2"] and left.record == "line 2" and "--encoding" in left.reason
    assert len(read_bytes(tmp_path, data, encoding="latin-1")[0]) == 2
    _, (left,) = read_bytes(tmp_path, "The army left Curaçao.".encode("latin-1"))
    assert "not UTF-8: byte 0xe7" in left.reason and "--encoding" in left.reason
    assert read_bytes(tmp_path, "The army left Curaçao.".encode("latin-1"), encoding="latin-1")[0][0].text == "The army left Curaçao."


MISLABELLED = {
    "page.pdf": PAGE, "feed.html": (SAMPLES / "rss.xml").read_bytes(), "news.json": NEWS, "table.xml": (SAMPLES / "articles.csv").read_bytes(),
    "a.zip": pdf("The army left Anda."), "a.csv": zipped({"x": NEWS}), "a.txt": gzip.compress(NEWS), "a.jsonl": (SAMPLES / "feed.json").read_bytes(),
}  # fmt: skip


@pytest.mark.parametrize("name", MISLABELLED)
def test_names_are_not_believed(tmp_path: Path, name: str) -> None:
    assert read_bytes(tmp_path, MISLABELLED[name], name)[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n", "an image"), (b"BZh91AY", "bzip2"), (b"\xfd7zXZ\x00", "xz"), (b"\xd0\xcf\x11\xe0", "Office"), (zipped({"[Content_Types].xml": b"x"}), "Office"),
        (b'<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "XML of a kind"), (b"PAR1 not really", "Parquet"), (b"%PDF-1.7 nothing", "PDF"),
        (b"<html><body></body></html>", "no article"), (b"<!doctype html>", "no "), (b"<rss></rss>", "no article"), (b"<rss version='2.0'><channel/></rss>", "no article"), (b'{"@type": "NewsArticle"}', "articleBody"),
        (b'{"@graph": []}', "without an article"), (b"[]x", "not JSON"), (b"[{" + b'"a":[{' * 100_000, "not JSON"), (b'{"@type":' * 100_000, "not JSON"), (b"id,text\n", "no article"), (b"PK\x05\x06", "zip"), (b"\x1f\x8b", "cut off"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_what_it_is(tmp_path: Path, data: bytes, words: str) -> None:
    articles, left = read_bytes(tmp_path, data)
    assert articles == [] and words in left[0].reason


def test_markup_in_names_is_gone(tmp_path: Path) -> None:
    item = {"@type": "NewsArticle", "articleBody": "The army left.", "headline": "<i>Army</i> &amp; navy", "author": {"name": "<script>x</script>Ann <b>Dee</b>"}}
    (article,), _ = read_bytes(tmp_path, json.dumps(item).encode())
    assert (article.title, article.author) == ("Army & navy", "Ann Dee")


def test_rows_that_are_none_do_not_spoil_the_rest(tmp_path: Path) -> None:
    """A wrong quotation mark, a row too short, a cell too long, each named by the line where it begins."""
    long = b"x" * (CELL_CHARACTERS.default + 10)
    data = b'id,text,day\n1,"The army" left,2024-01-01\n2,Rebels came.,2024-01-02\n3,short\n4,' + long + b',2024-01-03\n5,Police left.,2024-01-04\n6,"never closed,2024-01-05\n'
    articles, left = read_bytes(tmp_path, data)
    assert [a.id for a in articles] == ["2", "5"]
    assert [s.record for s in left] == ["line 2", "line 4", "line 5", "line 7"]


class Counted(io.RawIOBase):
    """An endless table, and how far it was read ahead of what was taken from it."""

    def __init__(self, row: bytes) -> None:
        self._row, self.given = row, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        first = b"id,text\n" if not self.given else b""
        data = (first + self._row * (size // len(self._row) + 1))[:size] if self.given == 0 else (self._row * (size // len(self._row) + 2))[(self.given - 8) % len(self._row) :][:size]
        self.given += len(data)
        return data


def test_a_table_is_never_in_memory() -> None:
    """By construction: of an endless table no more is read than two buffers beyond the rows taken."""
    row = b'1,"' + b"The army left Anda on Monday. " * 30 + b'"\n'
    endless = Counted(row)
    rows = read_source(Source("endless", buffered(endless)), Options())
    for n in range(1, 2_000):
        assert isinstance(next(rows), tuple)
        assert endless.given <= 8 + n * len(row) + 3 * source.BUFFER


def test_huge_files_are_left(tmp_path: Path) -> None:
    for data in (b"<html>" + b"x" * 8_000_000, b"<rss>" + b"x" * 8_000_000, b"[{" + b" " * 8_000_000, b"x " * 4_000_001):
        articles, (left,) = read_bytes(tmp_path, data)
        assert articles == [] and "more than 8000000 bytes" in left.reason


SEEDS = [
    *(path.read_bytes() for path in sorted(SAMPLES.iterdir())), gzip.compress(PAGE), zipped({"a.html": PAGE, "b.csv": (SAMPLES / "articles.csv").read_bytes()}),
    tarred({"a.html": PAGE, "b.txt": NEWS}), tarred({"a.txt": NEWS}, "w:gz"), record("response", "https://a.example/", http(gzip.compress(PAGE), Content_Encoding="gzip")) * 2,
    pdf("The army left Anda."), arrow(PAGE, "zstd"),
]  # fmt: skip


def check(data: bytes, name: str = "x") -> None:
    """Read bytes as a file; whatever happens is an article or a SetAside."""
    for found in read_source(Source(name, buffered(io.BytesIO(data))), Options()):
        assert isinstance(found, tuple) or (isinstance(found, SetAside) and found.file.startswith(name) and found.reason)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600), st.sampled_from([b"", b"\x1f\x8b\x08\x00", b"PK\x03\x04", b"%PDF-1.4\n", b"PAR1", b"WARC/1.1\r\n", b"<html><p>", b"<rss>", b"{", b"[{", b"id,text\n", b"(\xb5/\xfd"]))
def test_arbitrary_bytes_raise_nothing(data: bytes, begin: bytes) -> None:
    check(begin + data)
    check(begin + data, "x.br")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_samples_raise_nothing(data: st.DataObject) -> None:
    """Each sample cut anywhere, or with a few bytes overwritten anywhere."""
    sample = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(0, 4))):
        sample[data.draw(st.integers(0, len(sample) - 1))] = data.draw(st.integers(0, 255))
    missing = data.draw(st.one_of(st.just(0), st.integers(0, 40), st.integers(0, len(sample))))
    check(bytes(sample[: len(sample) - missing]))


def test_a_fault_of_a_library_ends_one_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("unheard of")

    monkeypatch.setattr(tables, "read_table", broken)
    (article,), (left,) = read_bytes(tmp_path, zipped({"a": b"id,text\n1,x\n", "b": NEWS}))
    assert article.text == NEWS.decode() and "RuntimeError: unheard of" in left.reason and left.file.endswith("> a")


def test_unreadable_zip_methods(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": NEWS, "b.txt": NEWS}))
    data[data.index(b"PK\x03\x04") + 8] = 99
    data[data.index(b"PK\x01\x02") + 10] = 99
    (_,), (left,) = read_bytes(tmp_path, bytes(data))
    assert left.file.endswith("> a.txt") and zipfile.is_zipfile(io.BytesIO(data))


def test_missing_and_forbidden_files() -> None:
    assert "cannot be read" in read("no/such/file")[1][0].reason
