"""Exports: headers as published, what each carries and loses, and files that their consumers read."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import msgspec
import pandas
import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.coder import Coder
from reportedly.corpus.corpus import Corpus
from reportedly.errors import InputError
from reportedly.exchange.cameo import actor_code, code_of
from reportedly.exchange.cells import cell
from reportedly.exchange.coded import read_coded
from reportedly.exchange.datasets import Listed, Report, read_datasets
from reportedly.exchange.export import FORMATS, export
from reportedly.exchange.fold import Folded, fold
from reportedly.exchange.gdelt import mentions_file
from reportedly.exchange.losses import Losses
from reportedly.records import Actor, Article, CodedArticle, Event, Place, SetAside, Time, Toll
from reportedly.rows import COLUMNS, event_rows

# As published; written down here apart from the code.
POLECAT = (
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,"
    "Recipient Name,Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,Placename,City,District,Province,Country,"
    "Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version"
).split(",")
ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,"
    "admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
).split(",")
SUB_EVENTS = {
    "Armed clash", "Excessive force against protesters", "Protest with intervention", "Peaceful protest", "Violent demonstration", "Mob violence", "Chemical weapon", "Air/drone strike", "Suicide bomb",
    "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade", "Sexual violence", "Attack", "Abduction/forced disappearance", "Agreement", "Arrests", "Change to group/activity",
    "Disrupted weapons use", "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other",
}  # fmt: skip


def made(demo: list[CodedArticle], corpus: Corpus, to: str, folder: Path) -> tuple[Path, Losses]:
    out = folder / f"e{FORMATS[to].suffix}"
    return out, export(corpus if FORMATS[to].corpus else demo, to, out)


@pytest.mark.parametrize("to", FORMATS)
def test_every_format_writes_the_same_bytes_and_its_losses(to: str, demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    contents = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        out, losses = made(demo, corpus, to, tmp_path / name)
        files = sorted(p for p in out.parent.rglob("*") if p.is_file())
        contents.append([(p.relative_to(tmp_path / name), p.read_bytes()) for p in files])
        beside = json.loads(out.with_name(out.name + ".loss.json").read_text(encoding="utf-8"))
        assert losses.written > 0 and beside["written"] == losses.written and beside["format"] == to
    assert contents[0] == contents[1]


def test_tables_hold_the_rows_for_pandas_polars_and_duckdb(demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    rows = [row for coded in demo for row in event_rows(coded)]
    table, _ = made(demo, corpus, "csv", tmp_path)
    assert list(pandas.read_csv(table).columns) == list(COLUMNS) and len(polars.read_csv(table)) == len(rows)
    parquet, _ = made(demo, corpus, "parquet", tmp_path)
    assert polars.read_parquet(parquet).to_dicts() == rows
    assert duckdb.sql(f"SELECT count(*) FROM '{parquet}' WHERE status = 'denied'").fetchall()[0][0] == sum(r["status"] == "denied" for r in rows)


def test_jsonl_comes_back_as_it_was(demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    out, _ = made(demo, corpus, "jsonl", tmp_path)
    with out.open("rb") as stream:
        assert list(read_coded(stream, "x")) == demo


def test_only_chooses_statuses(demo: list[CodedArticle], tmp_path: Path) -> None:
    losses = export(demo, "jsonl", tmp_path / "d.jsonl", only=frozenset({"denied"}))
    assert losses.written == sum(e.status == "denied" for c in demo for e in c.events) > 0


def test_geojson_is_points_in_range(demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    out, losses = made(demo, corpus, "geojson", tmp_path)
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["type"] == "FeatureCollection" and len(found["features"]) == losses.written
    for feature in found["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        assert feature["type"] == "Feature" and feature["geometry"]["type"] == "Point" and -180 <= lon <= 180 and -90 <= lat <= 90 and feature["properties"]["status"]
    assert losses.left_out["no coordinates"] > 0


def test_polecat_has_its_forty_columns(demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    out, _ = made(demo, corpus, "polecat", tmp_path)
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == POLECAT and all(line.count("\t") == 39 for line in lines)
    assert pandas.read_csv(out, sep="\t", dtype=str)["Event Type"].notna().all()


def test_gdelt_has_its_columns_and_no_header(demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    out, _ = made(demo, corpus, "gdelt", tmp_path)
    events = pandas.read_csv(out, sep="\t", header=None, dtype=str, quoting=csv.QUOTE_NONE)
    mentions = pandas.read_csv(mentions_file(out), sep="\t", header=None, dtype=str, quoting=csv.QUOTE_NONE)
    assert events.shape[1] == 61 and mentions.shape[1] == 16 and list(events[0]) == list(mentions[0])
    assert events[1].str.fullmatch(r"\d{8}").all() and events[26].str.fullmatch(r"\d{2,4}").all() and events[29].isin(list("1234")).all()
    texts = {c.article.id: c.article.text for c in demo}
    triggers = {f"{c.article.id}#{e.id}": e.trigger[0] for c in demo for e in c.events}
    assert all(int(offset) == triggers[key] < len(texts[key.split("#")[0]]) for offset, key in zip(mentions[9], mentions[15], strict=True))


def test_cameo_codes_keep_their_zeros(demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    out, _ = made(demo, corpus, "cameo", tmp_path)
    rows = list(csv.DictReader(out.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert all(row["CAMEOCode"].startswith(row["RootCode"]) and len(row["RootCode"]) == 2 for row in rows)
    assert code_of("RETREAT", "release").code == "0841" and code_of("AID", "no such mode").code == "070"


def test_acled_and_ucdp_are_shaped_as_published(demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    out, losses = made(demo, corpus, "acled", tmp_path)
    rows = list(csv.DictReader(out.open(encoding="utf-8")))
    assert list(rows[0]) == ACLED and {r["sub_event_type"] for r in rows} <= SUB_EVENTS and all(r["time_precision"] in "123" and r["geo_precision"] in "123" for r in rows)
    (strike,) = [r for r in rows if r["sub_event_type"] == "Air/drone strike"]
    assert strike["fatalities"] == "11" and "reported by 4 independent outlets" in strike["notes"] and strike["country"] == "Mali" and any("not told as done" in reason for reason in losses.left_out)
    out, _ = made(demo, corpus, "ucdp", tmp_path)
    (row,) = csv.DictReader(out.open(encoding="utf-8"))
    assert len(row) == 49 and (row["low"], row["best"], row["high"]) == ("11", "11", "23") and row["type_of_violence"] in "123" and row["date_start"] == "2025-03-17"


def test_huridocs_links_every_source_to_an_event(demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    out, _ = made(demo, corpus, "huridocs", tmp_path)
    read = {p.stem: list(csv.DictReader(p.open(encoding="utf-8-sig"))) for p in out.glob("*.csv")}
    assert set(read) == {"events", "acts", "persons_groups", "sources", "links"}
    events, actors, sources = ({r[key] for r in read[name]} for name, key in (("events", "event"), ("persons_groups", "actor"), ("sources", "source")))
    assert {r["event"] for r in read["acts"]} == events and {r["perpetrator"] for r in read["acts"]} - {""} <= actors
    assert {r["source"] for r in read["links"]} == sources and {r["event"] for r in read["links"]} <= events


def test_claim_reviews_do_not_rate(demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    out, _ = made(demo, corpus, "claimreview", tmp_path)
    for line in out.read_text(encoding="utf-8").splitlines():
        review = json.loads(line)
        assert review["@type"] == "ClaimReview" and review["reviewRating"]["ratingValue"] is None and review["itemReviewed"]["author"]["name"] and review["claimReviewed"]


def test_brat_marks_the_words_they_say(demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    out, _ = made(demo, corpus, "brat", tmp_path)
    declared = {line.split("\t")[0] for line in (out / "annotation.conf").read_text(encoding="utf-8").splitlines()}
    for n, coded in enumerate(demo, 1):
        (path,) = out.glob(f"{n:05}-*.ann")
        text = path.with_suffix(".txt").read_bytes().decode()
        assert text == coded.article.text
        marks, events = {}, 0
        for line in path.read_text(encoding="utf-8").splitlines():
            key, rest = line.split("\t", 1)
            if key[0] == "T":
                label, words = rest.split("\t")
                pieces = [tuple(map(int, p.split())) for p in label.split(" ", 1)[1].split(";")]
                assert " ".join(text[a:b] for a, b in pieces) == words
                marks[key] = pieces
                assert label.split(" ")[0] in declared
            elif key[0] == "E":
                events += 1
                assert all(argument.split(":")[1] in marks for argument in rest.split())
        assert events == len(coded.events) + len(coded.statements)


def test_web_annotations_select_by_position_and_quote(demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    out, _ = made(demo, corpus, "web-annotation", tmp_path)
    texts = {c.article.id: c.article.text for c in demo}
    for line in out.read_text(encoding="utf-8").splitlines():
        annotation = json.loads(line)
        position, quote = annotation["target"]["selector"]
        text = texts[annotation["id"].split(":")[2]]
        assert text[position["start"] : position["end"]] == quote["exact"] and quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_attribution_has_source_cue_and_content(demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    out, losses = made(demo, corpus, "attribution", tmp_path)
    relations = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(relations) == losses.written == sum(len(c.statements) for c in demo) and any(r["source"] and r["cue"] for r in relations)


def event(status: str, type_: str, *, sources: tuple[str, ...] = ("a1",), actors: tuple[str, ...] = ("a1",)) -> Event:
    return Event(id="e1", type=type_, mode=None, trigger=(0, 1), sentence=(0, 1), actors=actors, recipients=("a2",), status=status, sources=sources, incident="i1", confidence=0.5)  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "type_", "mode"), [
    (event("actual", "ASSAULT"), "ASSAULT", None), (event("future", "AID"), "AGREE", None), (event("future", "RETREAT"), "CONCEDE", None), (event("future", "ASSAULT"), "THREATEN", "violence"),
    (event("demanded", "RETREAT", sources=("a3",)), "REQUEST", "yield"), (event("demanded", "AID", sources=("a3",)), "REQUEST", "assist"),
])  # fmt: skip
def test_a_status_is_folded_as_plover_says(one: Event, type_: str, mode: str | None) -> None:
    made = fold(one)
    assert isinstance(made, Folded) and (made.type, made.mode) == (type_, mode)


@pytest.mark.parametrize("one", [event("denied", "ASSAULT"), event("hypothetical", "ASSAULT"), event("future", "ASSAULT", sources=("a9",)), event("demanded", "AID", sources=())])
def test_what_did_not_happen_and_fits_nowhere_is_left_out(one: Event) -> None:
    assert isinstance(fold(one), str)


def test_what_has_no_day_is_left_out_where_a_day_is_needed(coder: Coder, tmp_path: Path) -> None:
    undated, dated = coder("Rebels attacked the army."), coder("Rebels attacked the army on Monday.", published="2025-03-18")
    for to in ("plover", "polecat", "gdelt"):
        losses = export([undated, dated], to, tmp_path / to)
        assert (losses.written, losses.left_out["no day, of the act or of publication"]) == (1, 1)
    fraction = (tmp_path / "gdelt").read_text(encoding="utf-8").split("\t")[4]
    assert fraction == "2025.2110"  # 17 March: two months of 30 days and 17 days of 365, as GDELT counts


@given(st.text())
def test_no_cell_is_a_formula_or_leaves_its_line(words: str) -> None:
    made = str(cell(words, Losses("x", {})))
    assert not re.match(r"[=+\-@\t\r]", made) and not re.search("[\n\r\t\u2028\u2029\u202a-\u202e\u2066-\u2069]", made)


def test_hostile_names_are_neutralised_and_counted() -> None:
    losses = Losses("x", {})
    assert cell("=cmd|' /C calc'!A0", losses) == "'=cmd|' /C calc'!A0" and cell("a\u202eb\nc", losses) == "ab c" and cell(-1.5, losses) == -1.5
    assert sum(losses.changed.values()) == 3


def test_a_bad_line_is_set_aside_and_the_rest_goes_on(demo: list[CodedArticle], tmp_path: Path) -> None:
    broken = msgspec.to_builtins(demo[0])
    broken["events"][0]["actors"] = ["a999"]
    lines = [msgspec.json.encode(demo[0]), b"{not json", b'{"article": 1}', msgspec.json.encode(broken), msgspec.json.encode(demo[1])]
    found = list(read_coded(lines, "f.jsonl"))
    assert [isinstance(f, SetAside) for f in found] == [False, True, True, True, False] and found[1].record == "line 2" and "a999" in found[3].reason  # type: ignore[union-attr]
    path = tmp_path / "f.jsonl"
    path.write_bytes(b"\n".join(lines) + b"\n")
    done = subprocess.run([sys.executable, "-m", "reportedly", "export", str(path), "--to", "csv"], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1 and done.stderr.count("set aside") == 3 and done.stdout.lstrip("\ufeff").startswith("article,published")


def test_formats_of_incidents_need_a_corpus(demo: list[CodedArticle], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="corpus"):
        export(demo, "acled", tmp_path / "x")


def test_conllu_is_a_forest_over_the_text(demo: list[CodedArticle], corpus: Corpus, tmp_path: Path) -> None:
    """Ten columns; forms and spaces give the sentence; one root, no cycle; offsets lead to the form; brackets of actors close; every event is there."""
    out, losses = made(demo, corpus, "conllu", tmp_path)
    texts, at, events = {c.article.id: c.article.text for c in demo}, "", 0
    assert out.read_text(encoding="utf-8").startswith("# global.Entity = eid-etype\n# newdoc id = ")
    for block in out.read_text(encoding="utf-8").removesuffix("\n\n").split("\n\n"):
        comments = dict(line[2:].split(" = ", 1) for line in block.splitlines() if line.startswith("# "))
        at = comments.get("newdoc id", at)
        rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
        assert all(len(row) == 10 and all(row) for row in rows) and [row[0] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
        misc = [dict(part.split("=", 1) for part in row[9].split("|")) for row in rows]
        assert "".join(row[1] + ("" if "SpaceAfter" in m else " ") for row, m in zip(rows, misc, strict=True)).rstrip() == comments["text"]
        heads = {int(row[0]): int(row[6]) for row in rows}
        assert list(heads.values()).count(0) == 1 and all((row[6] == "0") == (row[7] == "root") for row in rows)
        for word in heads:
            above = word
            for _ in heads:
                above = heads.get(above, 0)
            assert above == 0
        for row, m in zip(rows, misc, strict=True):
            start, end = map(int, m["TokenRange"].split(":"))
            assert texts[at][start:end] == row[1]
            events += len(m["Event"].split(",")) if "Event" in m else 0
        entities = "".join(m.get("Entity", "") for m in misc)
        assert entities.count("(") == entities.count(")")
    assert events == losses.written == sum(len(c.events) for c in demo)


def test_bodies_and_sectors_have_cameo_names() -> None:
    assert [actor_code(Actor(id="a1", name="x", kind="group", country=c, sector=s)) for c, s in (("IGO", None), ("MLI", "JRN"), (None, "MED"), ("ISM", "REB"), ("MLI", "MIL"))] == ["IGO", "MLIMED", "HLH", "IMG", "MLIMIL"]


_NAMES = st.text(min_size=1, max_size=30).filter(lambda s: bool(s.strip()))


@st.composite
def coded_articles(draw: st.DrawFn) -> CodedArticle:
    """Articles whose names are anything at all: formulas, tabs, line breaks, marks of direction."""
    text = draw(st.text(min_size=5, max_size=60))
    span = st.integers(0, len(text) - 1).flatmap(lambda a: st.tuples(st.just(a), st.integers(a + 1, len(text))))
    article = Article(text=text, id=draw(st.from_regex(r"[a-z0-9]{1,9}", fullmatch=True)), published="2025-03-18", outlet=draw(st.none() | _NAMES), url=draw(st.none() | _NAMES), title=draw(st.none() | _NAMES))
    actors = tuple(Actor(id=f"a{n}", name=draw(_NAMES), kind="group", country="MLI", sector="MIL", mentions=(draw(span),)) for n in (1, 2))
    place = Place(id="p1", name=draw(_NAMES), country="MLI", lat=draw(st.floats(-90, 90)), lon=draw(st.floats(-180, 180)), precision="city", mentions=(draw(span),))
    time = Time(id="t1", span=draw(span), start="2025-03-17", end="2025-03-17")
    toll = (Toll(kind="killed", low=draw(st.integers(0, 99)), high=None, span=draw(span)),)
    one = Event(
        id="e1", type="ASSAULT", mode=None, trigger=draw(span), sentence=(0, len(text)), actors=("a1",), recipients=("a2",), status="actual", sources=("a2",), time="t1", place="p1", toll=toll, incident="i1",
        code=draw(st.none() | st.just("POLL-ATTACK")), confidence=draw(st.floats(0, 1)),
    )  # fmt: skip
    return CodedArticle(article=article, actors=actors, places=(place,), times=(time,), events=(one,))


@settings(max_examples=50, deadline=None)
@given(coded_articles())
def test_what_can_come_back_does(tmp_path_factory: pytest.TempPathFactory, coded: CodedArticle) -> None:
    """JSONL and Parquet give the same records and rows. A hostile name breaks no line of a table, and comes back as the cell that was written."""
    folder = tmp_path_factory.mktemp("r")
    export([coded], "jsonl", folder / "a.jsonl")
    with (folder / "a.jsonl").open("rb") as stream:
        assert list(read_coded(stream, "x")) == [coded]
    export([coded], "parquet", folder / "a.parquet")
    assert polars.read_parquet(folder / "a.parquet").to_dicts() == event_rows(coded)
    losses = Losses("x", {})
    export([coded], "csv", folder / "a.csv")
    with (folder / "a.csv").open(encoding="utf-8-sig", newline="") as table:
        (row,) = csv.DictReader(table)
    assert row["actors"] == cell(coded.actors[0].name, losses) and row["place"] == cell(coded.places[0].name, losses) and row["code"] == (coded.events[0].code or "")
    for to, name in (("polecat", "a.tsv"), ("gdelt", "b.csv")):
        export([coded], to, folder / name)
        found = list(read_datasets([folder / name], Report()))
        assert len(found) == 1 and isinstance(found[0], Listed) and found[0].start == "2025-03-17" and found[0].country == "MLI" and (found[0].lat, found[0].lon) == (coded.places[0].lat, coded.places[0].lon)
        said, wrote = found[0].actors[0].name, str(cell(coded.actors[0].name.upper() if to == "gdelt" else coded.actors[0].name, losses)).strip()
        assert said == wrote or (said == "" and wrote in ("", "NA", "N/A", "NULL", "None", "nan", "-"))
    export([coded], "geojson", folder / "a.geojson")
    (feature,) = json.loads((folder / "a.geojson").read_text(encoding="utf-8"))["features"]
    assert feature["geometry"]["coordinates"] == [coded.places[0].lon, coded.places[0].lat] and feature["properties"]["actors"] == [coded.actors[0].name]


@pytest.mark.parametrize("mark", ["\u061c", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\ufeff", "\x00"])
def test_marks_of_direction_are_taken_out(mark: str) -> None:
    losses = Losses("x", {})
    assert cell(f"Ga{mark}o", losses) == "Gao" and losses.changed["control characters taken out"] == 1
    assert cell(f"{mark}=1+1", losses) == "'=1+1"  # nor do they hide a formula
    assert cell("می‌روم", losses) == "می‌روم"  # a joiner that Persian needs stays
