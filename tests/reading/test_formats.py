"""Each format as its publishers write it: what is read from it, and that its name plays no part."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from samples import NEWS, PAGE, SAMPLES, http, pdf, read, read_bytes, record, tarred, zipped

from reportedly.reading.article import checked
from reportedly.records import Article

# What stands in each sample: headline, day, outlet, author, some words of the text, number set aside.
TABLE = [
    ("page.html", "Dockers end blockade of Port Velar & return to work", "2025-03-18", "The Coastal Register", "Ilse Marrow; T. Oduya", "agreed to reopen talks", 0),
    ("rss.xml", "Ceasefire monitors enter Oro valley", "2025-02-09", "Highland Tribune - World", "Petra Lund", "entered the Oro valley on Sunday & met", 1),
    ("atom.xml", "Navy & coastguard escort tanker", "2025-05-03", "Strait Dispatch", "Noor Salim", "after gunmen threatened its crew", 0),
    ("feed.json", "Farmers block the dam road", "2025-07-02", "River Province Monitor", "Monitor staff", "with tractors", 1),
    ("ninjs-3.json", "Aid convoy turned back at Kessel crossing", "2025-09-14", "Meridian Agency", "Sol Abara", "had no permits", 0),
    ("ninjs-1.json", "Students occupy town hall in Brenn", "2016-04-05", "Lowland Wire", "By our correspondent", "withdraw its order", 0),
    ("newsarticle.json", "Union calls off rail strike", "2025-11-06", "Evening Beacon", "Lena Quist", "offered new talks", 0),
    ("articles.csv", 'Militia frees "guests"', "2024-10-31", "Basin Courier", None, "their company said.\r\nIt had paid", 1),
]


@pytest.mark.parametrize(("name", "title", "day", "outlet", "author", "words", "aside"), TABLE, ids=[row[0] for row in TABLE])
def test_sample_is_read(tmp_path: Path, name: str, title: str, day: str, outlet: str, author: str | None, words: str, aside: int) -> None:
    for articles, left in (read(SAMPLES / name), read_bytes(tmp_path, (SAMPLES / name).read_bytes(), "misleading.txt")):
        first = checked(articles[0])
        assert (first.title, first.published, first.outlet, first.author) == (title, day, outlet, author)
        assert words in first.text and len(left) == aside
        assert name == "articles.csv" or first.text.startswith(title + "\n")


def test_page_keeps_its_hash_and_says_what_was_corrected() -> None:
    ((article,), _) = read(SAMPLES / "page.html")
    assert article.digest == f"sha256:{hashlib.sha256(PAGE).hexdigest()}"
    assert article.modified == "2025-03-20T09:00:00Z"
    assert article.notes == ("Correction: An earlier version of this article gave the number of ships as nine.", "The number of ships was first given as nine.")
    assert article.url == "https://register.example/2025/03/dockers-end-blockade"
    for elsewhere in ("Most read", "mugs", "World", "Copyright"):
        assert elsewhere not in article.text


def test_page_is_the_same_whatever_day_it_is_read() -> None:
    """A page with a date in the future keeps it: the clock of the reader's machine plays no part."""
    page = PAGE.replace(b"2025-03-18T23", b"2093-03-18T23")
    from reportedly.reading.html import extract

    assert extract(page.decode(), url=None, digest="").published == "2093-03-18T23:10:00-05:00"
    assert extract(page.decode().replace("application/ld+json", "text/x"), url=None, digest="").published == "2093-03-18"


def test_versions_and_ids_of_feeds() -> None:
    articles, left = read(SAMPLES / "rss.xml")
    assert [a.id for a in articles] == ["tribune-88412", "https://tribune.example/world/governor"]
    assert [a.modified for a in articles] == [None, None]
    assert checked(articles[1]).published == "2025-02-10"  # a year of two digits
    assert left[0].record == "entry 3"
    assert read(SAMPLES / "atom.xml")[0][0].modified == "2025-05-04T10:00:00Z"
    assert read(SAMPLES / "ninjs-3.json")[0][0].notes == ("CORRECTION: corrects the number of lorries in paragraph 2",)


# The keys that a sample may have by IPTC's JSON Schemas (1.5, 3.1), which allow no others; written down here apart from the code.
_NINJS = {
    "ninjs-1.json": "uri type mimetype representationtype profile version firstcreated versioncreated contentcreated embargoed pubstatus urgency copyrightholder copyrightnotice usageterms ednote language person organisation place "
    "subject event object infosource title byline headline slugline located charcount wordcount renditions associations altids trustindicator $standard genre expires rightsinfo body_xhtml body_text",
    "ninjs-3.json": "uri type representationType profile version firstCreated versionCreated contentCreated embargoedUntil pubStatus urgency copyrightHolder copyrightNotice usageTerms edNote language descriptions bodies headlines "
    "people organisations places subjects events eventDetails plannedCoverage objects infoSources title by slugline located renditions associations altIds trustIndicators standard genres expires rightsInfo digitalSourceType",
}


@pytest.mark.parametrize("name", _NINJS)
def test_ninjs_samples_keep_to_the_schema(name: str) -> None:
    item = json.loads((SAMPLES / name).read_text(encoding="utf-8"))
    assert set(item) <= set(_NINJS[name].split()) and item["uri"] and item["type"] == "text"


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_withdrawn_ninjs_is_set_aside(tmp_path: Path, status: str) -> None:
    data = (SAMPLES / "ninjs-3.json").read_bytes().replace(b'"usable"', f'"{status}"'.encode())
    assert status in read_bytes(tmp_path, data)[1][0].reason


def test_json_of_every_kind_may_stand_in_lines_and_lists(tmp_path: Path) -> None:
    items = [json.loads((SAMPLES / name).read_text()) for name in ("ninjs-3.json", "newsarticle.json", "ninjs-1.json", "feed.json")]
    own = {"text": "The army left the town."}
    lines = "\n".join(json.dumps(item) for item in [*items, own, 7]).encode()
    articles, left = read_bytes(tmp_path, lines)
    assert len(articles) == 5 and [s.record for s in left] == ["line 4, item 2", "line 6"]
    articles, left = read_bytes(tmp_path, json.dumps([*items, own, 7], indent=1).encode())
    assert len(articles) == 5 and [s.record for s in left] == ["item 4, item 2", "item 6"]
    assert len(read_bytes(tmp_path, json.dumps(own, indent=2).encode())[0]) == 1


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables_of_any_delimiter_and_encoding(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [["id", "body", "date"], ["1", '"The army left Łódź, then; the | bank\tof the river."', "2024-05-06"]]
    data = "\n".join(delimiter.join(row) for row in rows).encode(encoding)
    ((article,), left) = read_bytes(tmp_path, data)
    assert (article.id, article.published, left) == ("1", "2024-05-06", [])
    assert article.text == "The army left Łódź, then; the | bank\tof the river."


def test_columns_as_the_user_names_them(tmp_path: Path) -> None:
    data = b"nr,day,meldung,text\n4,2024-05-06,The army left Anda.,not this\n"
    ((article,), _) = read_bytes(tmp_path, data, columns={"text": "meldung", "published": "day", "id": "nr"})
    assert (article.text, article.published, article.id) == ("The army left Anda.", "2024-05-06", "4")
    for wrong, words in (({"text": "meldungen"}, "no column is named 'meldungen'"), ({"title": "x"}, "no column is named 'x'")):
        assert words in read_bytes(tmp_path, data, columns=wrong)[1][0].reason


def test_table_without_a_known_text_column_is_no_article(tmp_path: Path) -> None:
    articles, (left,) = read_bytes(tmp_path, b"nr,day,meldung\n1,2024-05-06,a b\n2,2024-05-07,c d\n")
    assert articles == [] and left.record == "header" and "--text-column" in left.reason and "'meldung'" in left.reason


@pytest.mark.parametrize(
    "text",
    [
        "Story, song and dance: festival opens in Dar\nThousands came, some from afar.\n",
        "Text of the accord\nThe parties, having met, agree, among other things, to a truce.\n",
        "Anda, Monday\nThe rebels left, the mayor said.\nThe army came, the mayor said.\n",
        "Body\nA body was found.\n",
    ],
)
def test_prose_with_commas_is_no_table(tmp_path: Path, text: str) -> None:
    ((article,), _) = read_bytes(tmp_path, text.encode())
    assert article.text == text


def test_parquet_by_column_names(tmp_path: Path) -> None:
    import datetime

    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table({
        "doc_id": [7, 8, None], "maintext": ["The army left Anda.", None, "Rebels came."], "publish_date": [datetime.datetime(2024, 5, 6, 23, 0), None, None],
        "authors": [["A. Ruo", "B. Sel"], None, []], "vector": [[0.5], None, [1.0]],
    })  # fmt: skip
    pq.write_table(table, tmp_path / "t", row_group_size=2, compression="zstd")
    articles, left = read(tmp_path / "t")
    assert left == [] and [a.text for a in articles] == ["The army left Anda.", "", "Rebels came."]
    assert (articles[0].id, articles[0].author, checked(articles[0]).published) == ("7", "A. Ruo; B. Sel", "2024-05-06")
    assert "column 'vector' holds" in read(tmp_path / "t", columns={"text": "vector"})[1][0].reason


def test_pdf(tmp_path: Path) -> None:
    data = pdf("Rebels leave Anda", "The rebels left the town of Anda on Monday, its mayor said.")
    ((article,), _) = read_bytes(tmp_path, data)
    assert article.text.startswith("Rebels leave Anda\nThe rebels left") and article.digest == f"sha256:{hashlib.sha256(data).hexdigest()}"
    assert "OCR" in read_bytes(tmp_path, pdf())[1][0].reason
    assert "2001 pages" in read_bytes(tmp_path, pdf("x", pages=2001))[1][0].reason
    assert "no readable PDF" in read_bytes(tmp_path, data[:200])[1][0].reason


WARC = b"".join([
    record("warcinfo", "", b"software: examplecrawler/1.0\r\nformat: WARC File Format 1.1\r\n", content_type="application/warc-fields", WARC_Filename="x.warc"),
    record("request", "https://register.example/dock", b"GET /dock HTTP/1.1\r\nHost: register.example\r\n\r\n", content_type="application/http; msgtype=request"),
    record("response", "https://register.example/dock", http(PAGE)),
    record("response", "https://register.example/gz", http(gzip.compress(PAGE), Content_Encoding="gzip")),
    record("response", "https://register.example/chunked", http(b"%x\r\n%s\r\n%x;a=b\r\n%s\r\n0\r\n\r\n" % (900, PAGE[:900], len(PAGE) - 900, PAGE[900:]), Transfer_Encoding="chunked")),
    record("response", "https://register.example/old", http(b"<p>gone", status="301 Moved Permanently", Location="https://register.example/dock")),
    record("response", "https://register.example/none", http(b"<p>no", status="404 Not Found")),
    record("response", "https://register.example/l.png", http(b"\x89PNG....", content_type="image/png")),
    record("revisit", "https://register.example/again", http(b""), WARC_Refers_To_Target_URI="https://register.example/dock", WARC_Refers_To_Date="2025-03-21T06:30:00Z"),
    record("response", "https://register.example/cut", http(PAGE), WARC_Truncated="length"),
    record("resource", "https://register.example/file", PAGE, content_type="text/html"),
    record("conversion", "https://register.example/plain", NEWS, content_type="text/plain"),
    record("metadata", "https://register.example/dock", b"fetchTimeMs: 12\r\n", content_type="application/warc-fields"),
])  # fmt: skip
WARC_ASIDE = {"old": "HTTP status 301", "none": "HTTP status 404", "again": "a revisit: the same page as https://register.example/dock", "cut": "WARC-Truncated: length"}


@pytest.mark.parametrize("packed", [lambda data: data, gzip.compress], ids=["plain", "gzip"])
def test_warc(tmp_path: Path, packed: Callable[[bytes], bytes]) -> None:
    """Pages are read whatever their coding; each page that is not is named, other media are counted."""
    articles, left = read_bytes(tmp_path, packed(WARC), "w")
    assert [(a.url or "").rsplit("/", 1)[1] for a in articles] == ["dock", "gz", "chunked", "file", "plain"]
    assert len({a.text for a in articles[:4]}) == 1
    for name, words in WARC_ASIDE.items():
        (found,) = [s for s in left if s.file == f"{tmp_path}/w > https://register.example/{name}"]
        assert words in found.reason
    assert [s.reason for s in left if s.record == "other records"] == ["no pages: 1 image/png"]
    assert len(left) == 5


def _wacz(warc: bytes, digest: str | None = None) -> bytes:
    resource = {"name": "data.warc", "path": "archive/data.warc", "hash": f"sha256:{digest or hashlib.sha256(warc).hexdigest()}", "bytes": len(warc)}
    package = {"profile": "data-package", "wacz_version": "1.1.1", "resources": [resource], "created": "2025-03-21T07:00:00Z"}
    pages = b'{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n{"id": "1", "url": "https://register.example/dock", "ts": "2025-03-21T06:30:00Z"}\n'
    return zipped({"datapackage.json": json.dumps(package).encode(), "archive/data.warc": warc, "indexes/index.cdx": b"x", "pages/pages.jsonl": pages})


def test_wacz(tmp_path: Path) -> None:
    articles, left = read_bytes(tmp_path, _wacz(WARC), "w")
    assert len(articles) == 5 and len(left) == 5
    assert left[0].file.startswith(f"{tmp_path}/w > archive/data.warc > https://")
    articles, left = read_bytes(tmp_path, _wacz(WARC, "0" * 64), "w")
    assert len(articles) == 5 and "SHA-256" in left[-1].reason


def test_archives_of_everything(tmp_path: Path) -> None:
    """A zip, a tar.gz and one inside the other: members in order, each named by its way in."""
    members = {"2024/a.html": PAGE, "b.txt": NEWS, "c/articles.csv": (SAMPLES / "articles.csv").read_bytes(), "d.pdf": pdf("The army left Anda.")}
    inner = zipped(members)
    for data, way in ((inner, "in"), (gzip.compress(tarred(members)), "in"), (tarred({"x.zip": inner}, "w:gz"), "in > x.zip")):
        articles, left = read_bytes(tmp_path, data, "in")
        assert [a.text.split()[0] for a in articles] == ["Dockers", "Rebels", "The", "Delegates", "The"]
        assert [s.file for s in left] == [f"{tmp_path}/{way} > c/articles.csv"]


@pytest.mark.parametrize("codec", ["zstd", "brotli"])
def test_zstd_and_brotli(tmp_path: Path, codec: str) -> None:
    import pyarrow as pa

    with pa.CompressedOutputStream(str(tmp_path / "a.br"), codec) as out:
        out.write(PAGE)
    assert read(tmp_path / "a.br")[0][0].title == TABLE[0][1]


def test_folder_in_order_of_names(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "2.txt").write_bytes(NEWS)
    (folder / "a.html").write_bytes(PAGE)
    (folder / "c.txt").write_bytes(b"The army left.")
    (folder / ".DS_Store").write_bytes(b"x")
    (tmp_path / "secret.txt").write_bytes(NEWS)
    (folder / "d.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "e").symlink_to(folder)
    articles, left = read(folder)
    assert [a.text.split()[0] for a in articles] == ["Dockers", "Rebels", "The"]
    assert [(Path(s.file).name, s.record) for s in left] == [("d.txt", "file"), ("e", "file"), ("in", "hidden files")]
    assert ".DS_Store" in left[2].reason


def test_docs_have_every_kind_and_column() -> None:
    from typing import get_args

    from reportedly.reading.columns import _GUESSES
    from reportedly.reading.kinds import Kind

    text = (Path(__file__).parent.parent.parent / "docs" / "inputs.md").read_text(encoding="utf-8")
    for kind in get_args(Kind):
        assert f"`{kind}`" in text, kind
    for field, names in _GUESSES.items():
        assert f"| `{field}` | {', '.join(names)} |" in text, field


def test_what_the_user_gives_fills_gaps_only() -> None:
    from reportedly.reading import read_inputs

    given = Article(text="", outlet="Given", url="https://given.example/")
    (found,) = read_inputs([str(SAMPLES / "newsarticle.json")], defaults=given)
    (other,) = read_inputs([str(SAMPLES / "ninjs-1.json")], defaults=given)
    assert isinstance(found, tuple) and isinstance(other, tuple)
    assert (found[0].outlet, found[0].url) == ("Evening Beacon", "https://beacon.example/rail")
    assert (other[0].outlet, other[0].url) == ("Lowland Wire", "https://given.example/")
