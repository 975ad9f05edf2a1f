"""Other people's event data: each format by its header as published, with its known faults, beside the incidents of a corpus."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from listed_samples import BATTLE, CODED, FILES, ICEWS, PAIR, STRIKE, comma, tabbed

from reportedly.cli.compare import _type
from reportedly.corpus.corpus import Corpus
from reportedly.exchange.conflict import ACLED, UCDP
from reportedly.exchange.countries import country_code
from reportedly.exchange.datasets import Listed, Report, read_datasets
from reportedly.exchange.datasets.kinds import acled_types, cameo_types
from reportedly.exchange.export import export
from reportedly.exchange.gdelt import mentions_file
from reportedly.exchange.plover import POLECAT
from reportedly.measuring.overlap import find_overlap
from reportedly.measuring.overlap_rows import COLUMNS, overlap_rows, summary
from reportedly.pages.overlap import overlap_page
from reportedly.records import SetAside


def read(folder: Path, data: bytes, name: str = "x.dat") -> tuple[list[Listed], list[SetAside], Report]:
    path, report = folder / name, Report()
    path.write_bytes(data)
    found = list(read_datasets([path], report))
    return [f for f in found if isinstance(f, Listed)], [f for f in found if isinstance(f, SetAside)], report


@pytest.mark.parametrize("name", [n for n in FILES if n != "GDELT mentions"])
def test_each_format_gives_the_same_event(tmp_path: Path, name: str) -> None:
    """One strike, invented, in the columns of all five; what they call it and how well they know the place differs."""
    (row,), aside, _ = read(tmp_path, FILES[name])
    assert aside == [] and row.dataset == name.split(maxsplit=1)[0] and row.start <= "2025-03-17" <= row.end
    assert "ASSAULT" in row.types and row.country == "MLI" and row.place is not None and "Tessit" in row.place and (row.lat, row.lon) == (15.2, 0.3)
    assert any(side.country == "MLI" and "MIL" in side.sectors for side in row.actors)
    assert row.recipients


def test_figures_keep_their_bounds(tmp_path: Path) -> None:
    (ucdp,), _, _ = read(tmp_path, FILES["UCDP"])
    (acled,), _, _ = read(tmp_path, FILES["ACLED"])
    assert (ucdp.killed_low, ucdp.killed, ucdp.killed_high, ucdp.end) == (25, 30, 35, "2025-03-18") and acled.killed == 11 and not acled.directed


def test_columns_are_found_by_name_in_any_order(tmp_path: Path) -> None:
    """UCDP reordered its columns and dropped some; POLECAT has files with one more, one fewer, and empty ones at the end."""
    older = tuple(reversed([c for c in UCDP if c not in ("relid", "code_status")]))
    assert read(tmp_path, comma(older, BATTLE))[0][0].killed_high == 35
    more = tabbed([*POLECAT, "Headline"], PAIR)
    fewer = tabbed([c if c != "Intensity" else "Event Intensity" for c in POLECAT if c != "Version"], PAIR)
    ending = FILES["POLECAT"].replace(b"\n", b"\t\t\n")
    for data in (more, fewer, ending):
        (row,), aside, _ = read(tmp_path, data)
        assert row.kind == "ASSAULT/aerial" and aside == []


def test_ucdp_without_its_header_is_known_by_its_shape(tmp_path: Path) -> None:
    (row,), _, report = read(tmp_path, comma(UCDP, BATTLE, bare=True))
    assert row.killed == 30 and any("without a header" in words for words in report.mended)


def test_latin_1_is_read_and_said(tmp_path: Path) -> None:
    (row,), _, report = read(tmp_path, FILES["POLECAT"].decode().encode("latin-1"))
    assert row.source == "Agence Lumière" and report.mended == {f"{tmp_path / 'x.dat'}: lines that are no UTF-8, read as Latin-1": 1}


@pytest.mark.parametrize(("day", "iso"), [("2017-03-05", "2017-03-05"), ("3/5/2017", "2017-03-05"), ("05 March 2017", "2017-03-05"), ("20170305", "2017-03-05"), ("2017-03-05 00:00:00.000", "2017-03-05")])
def test_days_in_every_shape(tmp_path: Path, day: str, iso: str) -> None:
    assert read(tmp_path, tabbed(ICEWS, CODED | {"Event Date": day}))[0][0].start == iso


def test_marks_of_quotation_in_icews_are_text(tmp_path: Path) -> None:
    (row, other), _, _ = read(tmp_path, tabbed(ICEWS, CODED, CODED | {"Target Name": '"', "CAMEO Code": "40", "Event ID": "2"}, missing="NA"))
    assert row.recipients[0].name == 'Villager "X" (Mali)' and other.recipients[0].name == '"'
    assert other.types == {"CONSULT"} and row.types == {"ASSAULT"}  # 40: the zero before it was lost on the way


def test_acled_of_all_years(tmp_path: Path) -> None:
    """inter was a number until 2024; a day of a month is any day of it; names with ";" are several; older files end in other columns, some are cut by ";"."""
    old = STRIKE | {"inter1": "1", "inter2": "7", "time_precision": "3", "assoc_actor_1": "Wagner Group; Military Forces of Niger (2023-)"}
    (row,), _, _ = read(tmp_path, comma(ACLED, old))
    assert "MIL" in row.actors[0].sectors and "CVL" in row.recipients[0].sectors and (row.start, row.end) == ("2025-02-15", "2025-04-16")
    assert [(s.name, s.country) for s in row.actors] == [("Military Forces of Mali", "MLI"), ("Wagner Group", None), ("Military Forces of Niger", "NER")]
    header = ("data_id", *(c for c in ACLED if c != "event_id_cnty"), "population_best")
    (row,), _, _ = read(tmp_path, comma(header, old | {"data_id": "77"}).replace(b'","', b'";"').replace(b",", b";"))
    assert row.id == "77"


def test_packed_files_and_their_faults(tmp_path: Path) -> None:
    """A zip of GDELT as it is published; a cut gzip is read up to the cut; rows that are none are named by line and the rest goes on."""
    with zipfile.ZipFile(tmp_path / "20250318.export.CSV.zip", "w") as archive:
        archive.writestr("20250318.export.CSV", FILES["GDELT"])
    report = Report()
    assert [r.at for r in read_datasets([tmp_path / "20250318.export.CSV.zip"], report)] == [f"{tmp_path}/20250318.export.CSV.zip > 20250318.export.CSV: line 1"]  # type: ignore[union-attr]
    many = tabbed(ICEWS, *(CODED | {"Event ID": str(n)} for n in range(4000)))
    rows, aside, _ = read(tmp_path, gzip.compress(many)[:-1000])
    assert len(rows) > 1000 and "cut off" in aside[-1].reason
    bad = [STRIKE | {"event_date": "soon"}, STRIKE | {"fatalities": "many"}, STRIKE | {"event_date": "2025-02-30"}, STRIKE]
    rows, aside, _ = read(tmp_path, comma(ACLED, *bad) + b"short,row\r\n" + comma(ACLED, STRIKE, bare=True))
    assert len(rows) == 2 and [a.record for a in aside] == ["line 2", "line 4", "line 6", "line 10"] and "no day" in aside[0].reason and "cells" in aside[3].reason
    for data in (b"", b"a,b\n1,2\n", b"PK\x03\x04 not really", b"\x00\x01\x02"):
        rows, aside, _ = read(tmp_path, data)
        assert rows == [] and len(aside) == 1


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_damaged_files_raise_nothing(tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject) -> None:
    sample = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(0, 6))):
        sample[data.draw(st.integers(0, len(sample) - 1))] = data.draw(st.integers(0, 255))
    rows, aside, report = read(tmp_path_factory.mktemp("d"), bytes(sample[: data.draw(st.integers(0, len(sample)))]))
    assert len(rows) + len(aside) + report.rows["GDELT mentions"] <= 4


def test_every_code_of_the_tables_is_a_type_of_ours() -> None:
    assert cameo_types("0871") == {"RETREAT", "AGREE", "CONCEDE"} and cameo_types("010") == frozenset() and cameo_types("195") == {"ASSAULT"} and cameo_types("") == frozenset()
    assert acled_types("Battles", "Armed clash") == {"ASSAULT"} and acled_types("Riots/Protests", "") == frozenset() and acled_types("Riots", "unheard of") == {"PROTEST", "ASSAULT"}


@pytest.mark.parametrize(("text", "code"), [("MLI", "MLI"), ("466", "MLI"), ("DR Congo (Zaire)", "COD"), ("Myanmar (Burma)", "MMR"), ("WSB", "PSE"), ("XYZ", None), ("", None), ("Narnia", None)])
def test_countries_by_code_number_and_name(text: str, code: str | None) -> None:
    assert country_code(text) == code


INCIDENT = {
    "incident": "i1", "type": "ASSAULT", "status": "contested", "start": "2025-03-17", "end": "2025-03-17", "first": "2025-03-18", "place": "Tessit", "country": "MLI", "lat": 15.2, "lon": 0.3, "precision": "site",
    "actors": ["army"], "actor_ids": ["a1"], "recipients": ["villagers"], "recipient_ids": ["a2"], "killed_low": 14, "killed_high": 23, "sources": ["Ministry"], "contested": ["toll"],
}  # fmt: skip
ACTORS = {"a1": {"name": "army", "known": None, "names": ["army"], "country": "MLI", "sector": "MIL"}, "a2": {"name": "villagers", "known": None, "names": ["villagers"], "country": None, "sector": "CVL"}}


@pytest.mark.parametrize(
    ("changed", "on"),
    [
        ({}, ("place", "actors", "recipients", "day")),
        ({"event_date": "2025-03-18"}, ("place", "actors", "recipients")),
        ({"event_date": "2025-03-19"}, None),
        ({"fatalities": "15"}, ("place", "actors", "recipients", "day", "killed")),
        ({"iso": "562", "country": "Niger"}, None),
        ({"location": "Ansongo", "latitude": "15.6", "longitude": "0.5"}, ("place", "actors", "recipients", "day")),  # 50 km
        ({"location": "Kayes", "latitude": "14.4", "longitude": "-11.4"}, None),
        ({"location": "Gao", "latitude": "", "longitude": ""}, ("actors", "recipients", "day")),
        ({"sub_event_type": "Peaceful protest", "event_type": "Protests"}, None),
        ({"actor1": "Civilians (Mali)", "inter1": "Civilians", "actor2": "Military Forces of Mali (2021-)", "inter2": "State forces"}, ("place", "actors", "recipients", "day")),  # not directed
        ({"actor1": "Military Forces of Niger (2023-)", "actor2": ""}, ("place", "day")),
        ({"actor1": "", "actor2": "", "location": "Gao", "latitude": "", "longitude": ""}, None),
    ],
)
def test_what_is_one_event(tmp_path: Path, changed: dict[str, str], on: tuple[str, ...] | None) -> None:
    rows, _, _ = read(tmp_path, comma(ACLED, STRIKE | changed))
    found = find_overlap(rows, [INCIDENT], ACTORS)
    assert [made.on for _, _, made in found.pairs] == ([on] if on else [])
    assert len(found.ours) == (0 if on else 1)


def test_differences_are_told_and_nothing_is_lost(tmp_path: Path) -> None:
    rows, _, report = read(tmp_path, comma(ACLED, STRIKE, STRIKE | {"event_id_cnty": "MLI30002"}, STRIKE | {"event_date": "2020-01-01"}, STRIKE | {"country": "Chad", "iso": "148"}))
    found = find_overlap(rows, [INCIDENT, INCIDENT | {"incident": "i2", "type": "CONSULT", "start": None}, INCIDENT | {"incident": "i3", "start": None, "first": None}], ACTORS)
    table = overlap_rows(found, report)
    assert [(r["found"], r["row"], r["incident"]) for r in table] == [("both", "MLI30001", "i1"), ("only theirs", "MLI30002", None), ("only ours", None, "i2")]
    assert table[0]["differ"] == ["status: listed as a fact, here contested", "killed: 11, here 14 to 23"] and list(table[0]) == list(COLUMNS)
    figures = summary(found, report)
    assert figures["outside"] == {"ACLED": 2} and figures["incidents without a day"] == 1 and figures["incidents"] == 3 and figures["of these, figures that meet"] == 0
    page = overlap_page(overlap_rows(find_overlap([rows[0]], [INCIDENT | {"place": "<b>T"}], ACTORS), report), figures)
    assert "&lt;b&gt;T" in page and "<b>T" not in page and "contested" in page


def test_an_act_without_a_day_lies_before_its_report(tmp_path: Path) -> None:
    rows, _, _ = read(tmp_path, comma(ACLED, STRIKE))
    for first, matched in (("2025-03-16", 1), ("2025-03-15", 0), ("2025-03-21", 1), ("2025-03-22", 0)):
        found = find_overlap(rows, [INCIDENT | {"start": None, "end": None, "first": first}], ACTORS)
        assert len(found.pairs) == matched, first


def test_our_exports_come_back_as_the_same_incidents(corpus: Corpus, tmp_path: Path) -> None:
    """What is exported in these formats is found again, each row with the incident that it was made of."""
    paths = [tmp_path / name for name in ("acled.csv", "ucdp.csv", "gdelt.csv", "polecat.tsv")]
    written = {p.stem: export(corpus, p.stem, p).written for p in paths}
    report = Report()
    found = find_overlap((r for r in read_datasets([*paths, mentions_file(paths[2])], report) if isinstance(r, Listed)), corpus.incidents().to_pylist(), {r["actor"]: r for r in corpus.table("actors").to_pylist()}, days=0)
    assert (report.rows["ACLED"], report.rows["UCDP"]) == (written["acled"], written["ucdp"]) and report.rows["GDELT"] == report.rows["GDELT mentions"] >= written["gdelt"]
    acled = {row.id: incident["incident"] for row, incident, _ in found.pairs if row.dataset == "ACLED"}
    assert len(acled) == written["acled"] and all(id_ == incident for id_, incident in acled.items())
    assert all("killed" in made.on for row, _, made in found.pairs if row.killed)


def test_the_command_writes_tables_and_a_page(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "acled.csv").write_bytes(comma(list(STRIKE), STRIKE | {"fatalities": "9"}) + b"short,row\n")
    words = ["compare", "--corpus", str(corpus.folder), "--with", str(tmp_path / "acled.csv"), "--format", "jsonl", "--html", str(tmp_path / "page.html")]
    done = subprocess.run([sys.executable, "-m", "reportedly", *words], capture_output=True, text=True, encoding="utf-8", check=False)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1 and "line 4: 2 cells" in done.stderr and "rows matched: 1" in done.stderr, done.stderr
    (both,) = [r for r in rows if r["found"] == "both"]
    assert both["row"] == "MLI30001" and any("killed" in d for d in both["differ"]) and both["type"] == "ASSAULT"
    assert "MLI30001" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert all(str(_type(c)) for c in COLUMNS)


def test_the_page_of_the_docs_has_every_column() -> None:
    page = (Path(__file__).parents[2] / "docs" / "compare.md").read_text(encoding="utf-8")
    for column, meaning in COLUMNS.items():
        assert f"| `{column}` | {meaning} |" in page
