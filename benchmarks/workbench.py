"""Measure the workbench over a made-up corpus of 10,000 articles and incidents: each screen's first answer without anything prepared and the ones after it, and,
where chromium is installed, when a fresh browser first paints it (first contentful paint) after the command was started.

    python benchmarks/workbench.py [--articles N] [--json FILE]

The tables are written directly, as coding so many articles takes a quarter of an hour and only the reader and the pages of sources look at records.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.parquet as pq
from starlette.testclient import TestClient

from reportedly.corpus.store import describe_making, describe_model
from reportedly.corpus.tables import TABLES, to_arrow
from reportedly.workbench.app import make_app
from reportedly.workbench.bench import Bench
from reportedly.workbench.library import Library
from reportedly.workbench.reviewing.store import Store
from reportedly.workbench.sessions import Sessions
from reportedly.workbench.settings import Settings

ORIGIN = "http://127.0.0.1:8765"
EMPTY: dict[str, Any] = {"text": None, "texts": [], "count": None, "yes/no": False, "number": None}
ROUNDS = 5
_PAINT = """() => new Promise((done) => new PerformanceObserver((list) => {
  const found = list.getEntriesByName("first-contentful-paint");
  if (found.length) done(found[0].startTime);
}).observe({ type: "paint", buffered: true }))"""


def write_corpus(folder: Path, articles: int) -> str:
    """Write a corpus of that many articles and incidents; return the id of an incident."""
    draw = random.Random(7)
    names = [f"{draw.choice(['Northern', 'River', 'Salt', 'Copper', 'Hill'])} {draw.choice(['Front', 'Guard', 'Union', 'Council', 'Army'])} {n}" for n in range(400)]
    places, outlets, types = [f"Town {n}" for n in range(600)], [f"Outlet {n}" for n in range(60)], ["ASSAULT", "COERCE", "THREATEN", "REQUEST", "CONSULT"]
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}

    def row(table: str, **values: Any) -> None:
        rows[table].append({name: values.get(name, EMPTY[kind]) for name, (kind, _) in TABLES[table].items()})

    for n in range(articles):
        key, incident = f"{n:016x}", f"i{n:012x}"
        day = f"2025-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        actor, recipient, place, outlet, type_ = draw.choice(names), draw.choice(names), draw.choice(places), draw.choice(outlets), draw.choice(types)
        words = f"The {actor} moved against the {recipient} near {place}, a spokesman said on Tuesday, adding that more would follow."
        row("articles", article=key, id=key, outlet=outlet, title=f"{actor} near {place}", published=day, language="en", sha256=key, copies=key, current=True, text=words * 8)
        row("incidents", incident=incident, status=draw.choice(["reported", "denied", "contested", "planned"]), status_reason="said", type=type_, actors=[actor], actor_ids=[actor], recipients=[recipient],
            recipient_ids=[recipient], start=day, end=day, place=place, country="MLI", lat=12 + int(place[5:]) / 60, lon=-10 + int(place[5:]) % 37 / 3, precision="province" if n % 7 == 0 else "city", policy="range", reasons=["actor: all"], contested=["toll"] if n % 9 == 0 else [], sources=[actor], outlets=[outlet],
            mentions=6, reports=1, independent=1, first=day, last=day)  # fmt: skip
        for m in range(6):
            row("mentions", article=key, published=day, outlet=outlet, event=f"e{m}", status="actual", sources=[actor], type=type_, actors=[actor], recipients=[recipient], trigger="moved", trigger_start=4, trigger_end=9,
                place=place, confidence=draw.random(), sentence=words, incident=incident, source_ids=[actor], actor_ids=[actor], recipient_ids=[recipient], current=True)  # fmt: skip
        for question in ("happened", "actor", "place", "toll"):
            row("claims", claim=f"{incident}{question}", incident=incident, question=question, value="yes", stance="says", claimant=actor, own_voice=False, words=words, first=day, last=day, article=key, event="e0",
                low=3, high=3, indicator="killed" if question == "toll" else None, carried_by=[outlet], articles=[key], reports=1, independent=1, current=True, standing=True)  # fmt: skip
        row("statements", article=key, published=day, outlet=outlet, statement="s1", speakers=[actor], speaker_ids=[actor], cue="said", stance="says", content=words, kind="indirect", current=True)
    index = {}
    for name, made in rows.items():
        target = folder / "tables" / name
        target.mkdir(parents=True)
        pq.write_table(to_arrow(name, made), target / "0.parquet", compression="zstd")
        index[name] = {"0": "0.parquet"}
    (folder / "tables" / "index.json").write_text(json.dumps(index))
    (folder / "manifest.json").write_bytes(msgspec.json.encode(describe_making(describe_model(None), ())))
    return f"i{articles // 2:012x}"


def measure(folder: Path, incident: str) -> dict[str, tuple[float, float]]:
    """Return for each screen the seconds to the first answer of a fresh workbench, and the median of the next ones."""
    paths = {
        "incidents": "/incidents", "words": "/incidents?q=copper+spokesman", "filters": "/incidents?actor=union&since=2025-06-01&type=ASSAULT", "last page, another policy": "/incidents?page=200&policy=median",
        "pictures": "/incidents/pictures", "pictures, another policy": "/incidents/pictures?policy=median", "one incident": f"/incidents/{incident}", "articles": "/articles?q=river", "sources": "/sources", "next in the queue": "/review/next?queue=uncertain", "CSV of all": "/incidents/export.csv",
    }  # fmt: skip
    out = {}
    for name, path in paths.items():
        bench = Bench(library=Library(folder, lambda: None), store=Store(f"sqlite:///{folder / 'review.sqlite'}"), sessions=Sessions(), settings=Settings(origin=ORIGIN))  # type: ignore[arg-type,return-value]
        app = make_app(bench)
        app.state.announce = lambda token: None
        client = TestClient(app, base_url=ORIGIN)
        client.cookies.set(bench.settings.cookie, bench.sessions.open("bench", "adjudicator"))
        times = []
        for _ in range(ROUNDS + 1):
            began = time.perf_counter()
            answer = client.get(path, follow_redirects=False)
            times.append(time.perf_counter() - began)
            assert answer.status_code in (200, 303), answer.text
        out[name] = times[0], statistics.median(times[1:])
        bench.library.close()
    return out


def paint(folder: Path, incident: str) -> dict[str, tuple[float, float]]:
    """Return for each screen the seconds to the first paint in a fresh browser: on the first visit after the start, and the median of the next ones."""
    chromium = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    if chromium is None:
        print("no chromium: first paint is not measured")
        return {}
    from playwright.sync_api import sync_playwright

    process = subprocess.Popen([sys.executable, "-m", "reportedly", "serve", "--port", "0", str(folder)], stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        line = ""
        while "open http" not in line:
            line = process.stderr.readline()
        address = line.split()[-1]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(address, timeout=60_000)  # the first screen waits for the language model
            out = {}
            for name, path in {"paste": "/", "incidents": "/incidents", "pictures": "/incidents/pictures", "words": "/incidents?q=copper", "one incident": f"/incidents/{incident}",
                               "articles": "/articles", "sources": "/sources", "review": "/review", "two coders": "/double"}.items():  # fmt: skip
                times = []
                for _ in range(ROUNDS + 1):
                    page.goto(address.partition("/open")[0] + path)
                    times.append(page.evaluate(_PAINT) / 1000)
                out[name] = times[0], statistics.median(times[1:])
            browser.close()
        return out
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    """Print a table of the measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        incident = write_corpus(Path(folder), asked.articles)
        found = {"answer": measure(Path(folder), incident), "first paint": paint(Path(folder), incident)}
    for what, screens in found.items():
        print(f"{what}, {asked.articles:,} articles and incidents, seconds\n{'screen':28}{'first':>8}{'then':>8}")
        for name, (first, then) in screens.items():
            print(f"{name:28}{first:8.2f}{then:8.2f}")
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
