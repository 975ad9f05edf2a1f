"""Incidents, articles and sources: narrowed, searched, paged, exported with a citation, copied as one file that leads nowhere."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from urllib.parse import parse_qsl

import pytest
from harmless import Page, assert_harmless
from hypothesis import given
from hypothesis import strategies as st
from staging import HOSTILE
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from reportedly.records import Article
from reportedly.workbench.account import figures_of, questions_of, reports_of
from reportedly.workbench.asking import ORDERS, PAGE, Asked, Pages, read_asked
from reportedly.workbench.bench import Bench
from reportedly.workbench.speaking import naming_of
from reportedly.workbench.views.incidents import policies

OUTLET, SPEAKER = "Voice of Azawad (invented)", "Moussa ag Rhissa"


def found(client: TestClient, query: str) -> int:
    match = re.search(r"<h1>([\d,]+) incident", client.get(f"/incidents{query}").text)
    assert match
    return int(match[1].replace(",", ""))


def test_filters_and_words_narrow_the_table(client: TestClient, bench: Bench) -> None:
    everything = bench.library.index.corpus.table("incidents").num_rows
    assert found(client, "") == everything
    assert 0 < found(client, "?type=ASSAULT") < everything
    assert 0 < found(client, "?q=tessit+market") <= found(client, "?q=tessit") < everything
    assert found(client, "?q=nosuchwordanywhere") == 0
    assert 0 < found(client, "?contested=1") < everything
    assert found(client, "?since=2999-01-01") == 0
    assert found(client, "?outlet=meridian&type=ASSAULT") <= found(client, "?outlet=meridian")


def test_facets_count_what_is_found(client: TestClient, bench: Bench) -> None:
    index = bench.library.index
    facets = index.facets(index.find(Asked()))
    for name, asks in (("type", "type"), ("status", "status")):
        for value, count in facets[name]:
            assert found(client, f"?{QueryParams({asks: value})}") == count


@pytest.mark.parametrize("query", ["since=yesterday", "until=2024-13-01"])
def test_a_wrong_day_is_said(client: TestClient, query: str) -> None:
    answer = client.get(f"/incidents?{query}")
    assert answer.status_code == 400 and "no ISO day" in answer.text


@pytest.mark.parametrize("query", ["page=0", "page=-1", "page=99999999999", "page=x", "policy=king", "order=up", "q=" + "x" * 5000, "nothing=1", "page=\u0663"])
def test_what_is_unknown_is_left_out(client: TestClient, query: str) -> None:
    assert client.get(f"/incidents?{query}").status_code == 200


@given(st.dictionaries(st.sampled_from(["q", "type", "actor", "place", "order", "policy", "contested", "page"]), st.text(max_size=20), max_size=6))
def test_a_question_survives_its_own_address(values: dict[str, str]) -> None:
    asked = read_asked(QueryParams(values))
    assert read_asked(QueryParams(asked.parameters())) == asked


@given(st.integers(0, 1000), st.integers(-3, 99))
def test_pages_cover_every_row_once(total: int, page: int) -> None:
    pages = [Pages(Asked(page=n), total) for n in range(1, Pages(Asked(), total).last + 1)]
    assert [i for p in pages for i in range(total)[p.rows]] == list(range(total))
    assert 1 <= Pages(Asked(page=max(1, page)), total).number <= max(1, -(-total // PAGE))


@pytest.mark.parametrize("order", ORDERS)
def test_orders_hold(bench: Bench, order: str) -> None:
    rows = bench.library.index.find(Asked(order=order)).to_pylist()
    days = [row["start"] or row["first"] or "" for row in rows]
    expected = {
        "latest": days == sorted(days, reverse=True), "earliest": days == sorted(days), "reports": [-r["independent"] for r in rows] == sorted(-r["independent"] for r in rows),
        "contested": [-len(r["contested"]) for r in rows] == sorted(-len(r["contested"]) for r in rows),
    }  # fmt: skip
    assert expected[order]


def test_an_incident_shows_who_says_denies_and_is_silent(client: TestClient, bench: Bench) -> None:
    index = bench.library.index
    row = max(index.corpus.table("incidents").to_pylist(), key=lambda r: r["reports"])
    claims = index.corpus.claims_of([row["incident"]])[row["incident"]]
    page = client.get(f"/incidents/{row['incident']}").text
    assert sum(len(side.claims) for q in questions_of(claims, row["contested"]) for side in q.sides) == len([c for c in claims if c.question in {q.name for q in questions_of(claims, [])}])
    assert "denies" in page and "contested" in page and "Figures over time" in page and "first report" in page
    assert all(f.tenths <= 10 for figures in figures_of(claims).values() for f in figures)
    assert client.get("/incidents/i0000").status_code == 404


def test_a_policy_is_chosen_and_shown(client: TestClient, bench: Bench) -> None:
    index = bench.library.index
    row = max((r for r in index.corpus.table("incidents").to_pylist() if r["killed_low"] is not None), key=lambda r: r["reports"])
    pages = {policy: client.get(f"/incidents/{row['incident']}?policy={policy}").text for policy in policies()}
    assert len(set(pages.values())) > 3
    for policy, page in pages.items():
        assert f"Policy <b>{policy}</b>" in page and f"policy: {policy};" in page
    lowest, highest = (index.corpus.under_policy([row], p)[0]["killed_low"] for p in ("lowest", "highest"))
    assert lowest <= highest


def test_copies_of_one_text_are_folded() -> None:
    mentions = [{"article": a, "published": "2025-01-01", "trigger_start": 0} for a in ("a", "b", "c", "a")]
    folded = reports_of(mentions, {"a": "a", "b": "a", "c": "c"})
    assert [(r.first, r.others, len(r.mentions)) for r in folded] == [("a", ("b",), 2), ("c", (), 1)]


def test_exports_hold_what_is_on_the_screen_with_where_it_comes_from(client: TestClient, bench: Bench) -> None:
    count = found(client, "?type=ASSAULT")
    text = client.get("/incidents/export.csv?type=ASSAULT&policy=lowest").text
    first, _, rest = text.partition("\n")
    assert first.startswith("# reportedly ") and "type='ASSAULT'" in first and "policy: lowest" in first and bench.library.index.name in first and first.endswith(f"incidents: {count}")
    rows = list(csv.DictReader(io.StringIO(rest)))
    assert len(rows) == count and {row["policy"] for row in rows} == {"lowest"}
    lines = client.get("/incidents/export.jsonl?type=ASSAULT").text.splitlines()
    assert "citation" in json.loads(lines[0]) and len(lines) == count + 1
    assert client.get("/incidents/export.jsonl?type=ASSAULT").text.splitlines() == lines  # the same bytes again


def test_what_a_source_says_can_be_taken_away(client: TestClient, bench: Bench) -> None:
    index = bench.library.index
    said, told = len(index.statements_of(SPEAKER)), len(index.mentions(outlet=OUTLET))
    assert said > 3 and told > 8
    for path, name, number in (("/sources/speaker.csv", SPEAKER, f"statements: {said}"), ("/sources/outlet.csv", OUTLET, f"mentions: {told}")):
        first, _, rest = client.get(path, params={"name": name}).text.partition("\n")
        assert first.startswith("# reportedly ") and repr(name) in first and first.endswith(number)
        assert len(list(csv.DictReader(io.StringIO(rest)))) == int(number.split()[1])
        assert client.get(path, params={"name": "no\none"}).status_code == client.get(path).status_code == 404


def test_a_cell_that_a_spreadsheet_would_run_is_quoted(bench: Bench) -> None:
    from reportedly.workbench.views.export import _cell

    assert [_cell(v) for v in ("=1+1", ["@a", "b"], "-x", "plain", 5, None)] == ["'=1+1", "'@a; b", "'-x", "plain", 5, None]


def test_a_copy_is_one_file_that_leads_nowhere_and_runs_nothing(client: TestClient, bench: Bench) -> None:
    row = max(bench.library.index.corpus.table("incidents").to_pylist(), key=lambda r: r["reports"])
    for path in (f"/incidents/{row['incident']}/copy.html", "/incidents/copy.html?q=army", "/incidents/copy.html"):
        answer = client.get(path)
        assert "attachment" in answer.headers["content-disposition"]
        page = Page(answer.text)
        assert not [a for tag, a in page.elements if tag in ("a", "img", "link", "form", "iframe") or "src" in a or "href" in a or any(n.startswith("on") for n in a)]
        assert "reportedly" in answer.text and "query: " in answer.text and "default-src 'none'" in answer.text


def test_searches_are_saved_for_everyone(client: TestClient, bench: Bench) -> None:
    assert client.post("/incidents/save", data={"name": "<b>Tessit</b>", "query": "q=tessit&type=ASSAULT&evil=1&page=3"}).status_code == 200
    saved = bench.store.searches()[0]
    assert (saved.name, saved.query, saved.who) == ("<b>Tessit</b>", "q=tessit&type=ASSAULT", "reviewer")
    page = client.get("/incidents").text
    assert_harmless(page)
    assert "&lt;b&gt;Tessit" in page
    assert client.post("/incidents/save", data={"name": "", "query": ""}).status_code == 400


def test_sources_tell_who_says_what_of_whom(client: TestClient, bench: Bench) -> None:
    index = bench.library.index
    page = client.get("/sources").text
    assert "Voice of Azawad" in page and "Moussa ag Rhissa" in page
    outlet = client.get("/sources/outlet", params={"name": OUTLET}).text
    assert "delegitimising" in outlet and "junta" in outlet and f"{len(index.mentions(outlet=OUTLET))} events" in outlet
    speaker = client.get("/sources/speaker", params={"name": SPEAKER}).text
    statuses = Counter(row["status"] for row in index.mentions(source=SPEAKER))
    assert f"{len(index.statements_of(SPEAKER))} statements" in speaker and all(f">{100 * n / statuses.total():.0f} %<" in speaker and status in speaker for status, n in statuses.items())
    for path in ("/sources/outlet", "/sources/speaker"):
        assert client.get(path, params={"name": "nobody at all"}).status_code == 404
        assert client.get(path).status_code == 404


def test_naming_tells_the_outlets_words_from_the_speakers(bench: Bench) -> None:
    text = 'Militants attacked the army in Gao. "The US occupiers must leave," said rebel leader Omar Seydou. He said the fighters of the Front would come.'
    coded = bench.library.code(Article(text=text, published="2025-03-19"))
    own = {words for n in naming_of([coded], {}) for words, _ in n.words}
    assert "Militants" in own and "army" in own and not own & {"He", "US occupiers", "US"}
    speaker = next(a.name for a in coded.actors if "Seydou" in a.name)
    said = {words for n in naming_of([coded], {}, speaker=speaker) for words, _ in n.words}
    assert said and said <= {"US occupiers", "US", "occupiers"}
    named = naming_of([coded, coded], {"army": "Malian Armed Forces"})
    assert [n.words for n in named if n.party == "Malian Armed Forces"] == [(("army", 2),)]


def test_every_screen_shows_a_hostile_article_as_text(client: TestClient, bench: Bench, keys: dict[str, str]) -> None:
    index = bench.library.index
    incidents = {row["incident"] for row in index.corpus.table("mentions").to_pylist() if row["article"] == keys[HOSTILE.id]}
    paths = ["/", "/incidents", "/incidents/pictures", "/incidents?q=%3Cscript%3E", f"/incidents?outlet={QueryParams({'a': HOSTILE.outlet or ''})}"[:400], "/articles", "/articles?q=army", "/sources", "/review", "/double"]
    paths += [f"/incidents/{i}" for i in sorted(incidents)[:5]]
    for path in paths:
        assert_harmless(client.get(path).text)
    assert_harmless(client.get("/sources/outlet", params={"name": HOSTILE.outlet or ""}).text)
    assert_harmless(client.get("/sources/speaker", params={"name": "<script>alert(1)</script>"}).text)


def test_articles_are_listed_and_found(client: TestClient) -> None:
    assert "7 articles" in client.get("/articles").text
    assert "1 article<" in client.get("/articles?q=junta").text


def test_a_corpus_that_was_built_further_is_opened_anew(bench: Bench) -> None:
    library = bench.library
    before = library.index
    assert library.index is before
    path = library.folder / "tables" / "index.json"
    stamp = path.stat()
    import os

    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns + 1_000_000_000))
    assert library.index is not before


def test_every_mark_of_the_pictures_leads_to_its_incidents(client: TestClient) -> None:
    """Bars, towns, countries, actors and pairs: each address keeps the filters, and finds at least as many incidents as the mark tells."""
    page = client.get("/incidents/pictures?type=ASSAULT").text
    assert_harmless(page)
    assert '<svg class="time"' in page and '<svg class="map"' in page and '<svg class="network"' in page
    marks = [attrs for tag, attrs in Page(page).elements if tag == "a" and "aria-label" in attrs]
    assert {name for attrs in marks for name, _ in parse_qsl(attrs["href"].partition("?")[2])} >= {"since", "until", "place", "actor", "q"}
    for attrs in marks:
        assert attrs["href"].startswith("/incidents?") and "type=ASSAULT" in attrs["href"]
        told = sum(int(n) for n in re.findall(r": (\d+)|, (\d+) ", attrs["aria-label"]) for n in n if n)
        assert found(client, attrs["href"].removeprefix("/incidents")) >= max(told, 1), attrs


def test_pictures_stand_under_the_filters_of_the_table_and_the_policy_chosen(client: TestClient) -> None:
    query = "?actor=army&q=market&policy=lowest&contested=1"
    for path, other in (("/incidents", "/incidents/pictures"), ("/incidents/pictures", "/incidents")):
        page = client.get(path + query).text
        links = [attrs["href"] for tag, attrs in Page(page).elements if tag == "a" and attrs.get("href", "").startswith(f"{other}?")]
        assert any(set(parse_qsl(link.partition("?")[2])) == set(parse_qsl(query[1:])) for link in links)
        assert "policy: lowest" in page and page.count("(take away)") == 3
