"""A corpus: versions, copies, claims over time, refusals, parts, tables."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pyarrow as pa
import pytest
from gold_reading import Builder

import reportedly
from reportedly.corpus import parts, store
from reportedly.corpus.corpus import Corpus
from reportedly.corpus.tables import TABLES, schema
from reportedly.errors import CorpusError
from reportedly.records import Article

WIRE = (
    "Gunmen attack army post near Agadez\nGunmen attacked an army post near Agadez on Monday, killing {n} soldiers, the defence ministry said.\n"
    "The post guards the road to the uranium mines, and traffic on it was stopped for the rest of the day while soldiers searched the hills on both sides."
)


def wire(n: int, published: str = "2025-03-18", outlet: str = "Meridian Wire", url: str | None = "https://example.org/1", id_: str = "") -> Article:
    return Article(text=WIRE.format(n=n), published=published, outlet=outlet, url=url, id=id_)


def incident_of_attack(corpus: Corpus) -> dict[str, object]:
    (row,) = corpus.incidents(type="ASSAULT").to_pylist()
    return row  # type: ignore[no-any-return]


def test_a_newer_version_supersedes_and_the_older_stays_visible(build_corpus: Builder, tmp_path: Path) -> None:
    build_corpus(tmp_path / "c", [wire(14)])
    build_corpus(tmp_path / "c", [wire(11, "2025-03-19")])
    corpus = Corpus(tmp_path / "c")
    old, new = sorted(corpus.articles().to_pylist(), key=lambda r: r["published"])
    assert (old["current"], old["superseded_by"]) == (False, new["article"])
    assert (new["current"], new["superseded_by"]) == (True, None)
    row = incident_of_attack(corpus)
    assert (row["reports"], row["independent"], row["killed_low"], row["killed_high"]) == (1, 1, 11, 11)
    figures = [c for c in corpus.claims().to_pylist() if c["question"] == "toll"]
    assert [(c["value"], c["current"], c["standing"]) for c in sorted(figures, key=lambda c: c["first"])] == [("killed 14", False, False), ("killed 11", True, True)]
    assert figures[-1]["replaces"] == figures[0]["claim"]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_latest_by_its_own_clock_is_current_whatever_came_first(order: tuple[int, ...], build_corpus: Builder, tmp_path: Path) -> None:
    versions = [wire(14, "2025-03-18T08:00:00Z"), wire(13, "2025-03-18T12:30:00+02:00"), wire(11, "2025-03-18T23:00:00Z")]
    for n in order:
        build_corpus(tmp_path / "c", [versions[n]])
    current = [r["text"] for r in Corpus(tmp_path / "c").articles().to_pylist() if r["current"]]
    assert current == [versions[2].text]


def test_on_one_day_the_version_added_by_the_later_build_is_the_newer(build_corpus: Builder, tmp_path: Path) -> None:
    for n in (14, 11, 12):
        build_corpus(tmp_path / "c", [wire(n)])
    assert [r["text"] for r in Corpus(tmp_path / "c").articles().to_pylist() if r["current"]] == [wire(12).text]


def test_an_id_makes_versions_only_within_an_outlet(build_corpus: Builder, tmp_path: Path) -> None:
    build_corpus(tmp_path / "c", [wire(14, url=None, id_="17"), wire(11, url=None, id_="17", outlet="Delta Herald")])
    assert all(r["current"] for r in Corpus(tmp_path / "c").articles().to_pylist())


def test_a_wire_text_in_many_outlets_is_one_independent_report(build_corpus: Builder, tmp_path: Path) -> None:
    outlets = [f"Paper {n}" for n in range(9)]
    build_corpus(tmp_path / "c", [wire(14, outlet=o, url=None) for o in outlets])
    row = incident_of_attack(Corpus(tmp_path / "c"))
    assert (row["reports"], row["independent"], row["outlets"]) == (9, 1, outlets)


def test_a_later_figure_of_the_same_claimant_replaces_its_earlier_one(build_corpus: Builder, tmp_path: Path) -> None:
    later = "Toll of Agadez attack rises\nThe attack on the army post near Agadez on Monday killed 17 soldiers, the defence ministry said, after three more died of their wounds."
    build_corpus(tmp_path / "c", [wire(14), Article(text=later, published="2025-03-20", outlet="Delta Herald")])
    corpus = Corpus(tmp_path / "c")
    figures = {c["value"]: c for c in corpus.claims().to_pylist() if c["question"] == "toll" and c["claimant"] == "defence ministry"}
    assert figures["killed 17"]["replaces"] == figures["killed 14"]["claim"]
    assert not figures["killed 14"]["standing"]
    assert incident_of_attack(corpus)["killed_low"] == 17


@pytest.mark.parametrize("change", ["model", "lexicons", "reportedly", "settings"])
def test_a_corpus_made_otherwise_is_refused_and_the_difference_named(change: str, build_corpus: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_corpus(tmp_path / "c", [wire(14)])
    path = tmp_path / "c" / "manifest.json"
    manifest = msgspec.json.decode(path.read_bytes())
    manifest[change] = "0.0.9" if change == "reportedly" else {**manifest[change], sorted(manifest[change])[0]: "something else"}
    path.write_bytes(msgspec.json.encode(manifest))
    with pytest.raises(CorpusError, match=f"made with other {change}"):
        build_corpus(tmp_path / "c", [wire(11)])


def test_a_folder_with_other_things_in_it_is_left_alone(build_corpus: Builder, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CorpusError, match="neither empty nor a corpus"):
        build_corpus(tmp_path, [wire(14)])
    with pytest.raises(CorpusError, match="no corpus"):
        reportedly.open(tmp_path)


def test_what_cannot_be_coded_is_set_aside_and_the_rest_added(build_corpus: Builder, tmp_path: Path) -> None:
    built = build_corpus(tmp_path / "c", [Article(text="   ", id="empty"), wire(14)])
    assert built.added == 1
    assert [(a.record, a.reason) for a in built.aside] == [("empty", "$.text: the text is empty")]


def test_parts_are_cut_and_joined_without_a_trace(build_corpus: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    towns = ("Agadez", "Gao", "Ménaka", "Tessit", "Djibo", "Niamey", "Bamako", "Kidal", "Mopti", "Ségou")
    articles = [Article(text=WIRE.replace("Agadez", t).format(n=n + 2), published=f"2025-03-{10 + n}", outlet="Delta Herald") for n, t in enumerate(towns)]
    build_corpus(tmp_path / "large", articles)
    monkeypatch.setattr(parts, "PART_ROWS", 3)
    for article in articles:
        build_corpus(tmp_path / "small", [article])
    large, small = Corpus(tmp_path / "large"), Corpus(tmp_path / "small")
    assert len(small.files("articles")) > len(large.files("articles")) == 1
    for table in TABLES:
        rows = [sorted(map(str, c.table(table).to_pylist())) for c in (large, small)]
        assert rows[0] == rows[1], table
        assert sorted(p.name for p in (small.folder / "tables" / table).iterdir()) == sorted(p.name for p in small.files(table)), "parts that nobody needs stay behind"


def test_the_tables_have_the_columns_they_say(gold_corpus: Corpus) -> None:
    for table in TABLES:
        assert gold_corpus.table(table).schema.equals(schema(table))
        assert gold_corpus.table(table).num_rows > 0


def test_ids_lead_from_table_to_table(gold_corpus: Corpus) -> None:
    incidents = set(gold_corpus.table("incidents")["incident"].to_pylist())
    actors = set(gold_corpus.table("actors")["actor"].to_pylist())
    articles = set(gold_corpus.table("articles")["article"].to_pylist())
    for row in gold_corpus.table("mentions").to_pylist():
        assert row["incident"] in incidents
        assert row["article"] in articles
        assert {*row["source_ids"], *row["actor_ids"], *row["recipient_ids"]} <= actors
        assert len(row["actors"]) == len(row["actor_ids"])
    for claim in gold_corpus.table("claims").to_pylist():
        assert claim["incident"] in incidents
        assert claim["article"] in claim["articles"]
        assert claim["claimant_id"] is None or claim["claimant_id"] in actors
    for row in gold_corpus.table("incidents").to_pylist():
        assert row["independent"] <= row["reports"] <= row["mentions"] or row["status"] == "superseded"


def test_one_actor_under_its_spellings(gold_corpus: Corpus) -> None:
    by_name = {name: row["actor"] for row in gold_corpus.actors().to_pylist() if row["named"] for name in row["names"]}
    assert len({by_name[n] for n in ("Youssef al-Harby", "Yusuf Al-Harbi", "Yousef el-Harbi")}) == 1
    assert len({by_name[n] for n in ("Mohammed Shia al-Sudani", "Mohammed Shiaa Al-Sudani", "Mohamed Shia Al Sudani")}) == 1
    assert len({by_name[n] for n in ("Abdulqader al-Mutairi", "Abdul Qadir al-Mutayri")}) == 1


def attack(gold_corpus: Corpus, place: str) -> dict[str, object]:
    return max(gold_corpus.incidents(type="ASSAULT", place=place).to_pylist(), key=lambda r: r["reports"])  # type: ignore[no-any-return]


def test_both_sides_blaming_each_other_are_kept_apart(gold_corpus: Corpus) -> None:
    row = attack(gold_corpus, "Nawnghkio")
    claims = gold_corpus.claims_of([row["incident"]])[row["incident"]]  # type: ignore[list-item,index]
    who = {(c.claimant, c.value) for c in claims if c.question == "actor" and c.stance != "denies"}
    assert ("Golden Hills Front", "army") in who
    assert any(value == "Golden Hills Front" for claimant, value in who if "Front" not in claimant)
    assert "actor" in row["contested"]  # type: ignore[operator]
    assert gold_corpus.incidents(policy="undecided", place="Nawnghkio", type="ASSAULT").to_pylist()[0]["actors"] == []


def test_a_retraction_takes_the_claim_back(gold_corpus: Corpus) -> None:
    row = attack(gold_corpus, "Marib")
    claims = gold_corpus.claims_of([row["incident"]])[row["incident"]]  # type: ignore[list-item,index]
    ministry = [c for c in claims if c.claimant == "Yemeni Defence Ministry"]
    assert {c.stance for c in ministry} == {"says", "retracts"}
    assert not any(c.standing for c in ministry)
    assert any(c.stance == "denies" and c.claimant == "Houthis" for c in claims)


def test_the_stance_has_its_line_in_the_lexicon(gold_corpus: Corpus) -> None:
    denials = [c for c in gold_corpus.claims().to_pylist() if c["stance"] == "denies" and c["cue"]]
    assert denials
    assert all(c["entry"].startswith("cues.tsv:") for c in denials)


@pytest.mark.parametrize("name", ["articles", "mentions", "statements", "actors", "incidents", "claims"])
def test_every_noun_takes_every_filter_it_can(name: str, gold_corpus: Corpus) -> None:
    noun = getattr(gold_corpus, name)
    whole = noun().num_rows
    for filters in ({"actor": "kassala"}, {"type": "ASSAULT"}, {"source": "police"}, {"place": "Kassala"}, {"outlet": "Delta"}, {"since": "2025-04-01"}, {"until": "2025-04-01"}, {"status": "denied"}):
        found = noun(**filters)
        assert isinstance(found, pa.Table)
        assert found.num_rows < whole, filters
    assert noun(type="ASSAULT", outlet="delta herald", since="2025-04-01", until="2025-04-30").num_rows > 0


def test_filters_say_what_is_wrong(gold_corpus: Corpus) -> None:
    with pytest.raises(CorpusError, match="no ISO day"):
        gold_corpus.incidents(since="last week")
    with pytest.raises(CorpusError, match="no filter colour"):
        gold_corpus.incidents(colour="red")


def test_a_corpus_from_elsewhere_with_a_foreign_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"format": 99}')
    with pytest.raises(CorpusError, match="format 99"):
        store.read_manifest(tmp_path)


def test_the_state_is_in_wal_mode(gold_corpus: Corpus) -> None:
    (mode,) = sqlite3.connect(gold_corpus.folder / "state.sqlite").execute("PRAGMA journal_mode").fetchone()
    assert mode == "wal"
