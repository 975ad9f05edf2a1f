"""What linking costs as a corpus grows: made-up coded articles, 1,000 to 100,000, brought into corpora of their own; time and memory of each step.

    python benchmarks/linking.py --json linking.json --svg docs/linking.svg
    python benchmarks/linking.py --quick

The articles are records made from a seed, as the coder would write them, so that only the corpus is measured: half of them tell of an occurrence that
others tell of too, with other words, tolls and outlets; one in ten is a copy. The span of time grows with their number, as it does in an archive, and so does
the number of people named. Seconds are those of the processor, so that what else the machine does counts little.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SIZES, QUICK = (1_000, 10_000, 100_000), (500, 2_000)
A_DAY = 200  # articles
TOWNS = 400
_STEMS = "bar kel tam dur gao mir sab lon pet vas nor qim hel ost ari und".split()
_SITES = "market depot bakery school bridge clinic checkpoint barracks convoy village mosque station mine harbour farm plant".split()
_GROUPS = "Front Movement Brigade Council League Union Guard Army".split()
_OFFICES = "governor mayor minister colonel spokesman prefect".split()
_FILL = "smoke morning river families road witness children shop fire ambulance wall tent queue lorry field hill guard driver teacher doctor trader herder roof door".split()


def make_articles(count: int) -> Iterator[tuple[Any, Any]]:
    """Yield (article, coded) pairs."""
    from reportedly.records import Actor, Article, CodedArticle, Event, Evidence, Place, Statement, Time, Toll

    rng = random.Random(count)
    towns = [f"{rng.choice(_STEMS)}{rng.choice(_STEMS)}{rng.choice(_STEMS)}".capitalize() + str(n) for n in range(TOWNS)]
    groups = [f"{rng.choice(towns)[:6].capitalize()} {rng.choice(_GROUPS)} {n}" for n in range(200)]
    people: list[tuple[str, str]] = []
    told: list[tuple[int, str, str, str, str, int]] = []
    days = max(5, count // A_DAY)
    last: tuple[str, str] | None = None
    for n in range(count):
        day = n * days // count
        recent = told[-A_DAY:]
        if recent and rng.random() < 0.5:
            then, town, site, group, type_, toll = rng.choice(recent)
        else:
            then, town, site, group, type_, toll = day, rng.choice(towns), rng.choice(_SITES), rng.choice(groups), rng.choice(("ASSAULT", "ASSAULT", "COERCE", "PROTEST")), rng.randint(1, 40)
            told.append((then, town, site, group, type_, toll))
        published, date = _iso(day), _iso(then)
        if not people or rng.random() < 0.2:
            people.append((" ".join("".join(rng.choices(_STEMS, k=2)).capitalize() for _ in range(2)), rng.choice(_OFFICES)))
        speaker, office = people[int(len(people) * rng.random() ** 2)]  # some are named far more often than others
        verb = {"ASSAULT": "attacked", "COERCE": "raided", "PROTEST": "picketed"}[type_]
        toll = max(1, toll + rng.choice((0, 0, 0, 1, -1)))
        if last is not None and rng.random() < 0.1:
            published, text = last
        else:
            fill = " ".join(rng.choices(_FILL, k=60))
            text = f"News from {town}\n{group} {verb} the {site} in {town} on {date}, killing {toll} people, {office} {speaker} said. {fill}."
        last = published, text
        article = Article(text=text, published=published, outlet=f"Outlet {rng.randint(1, 60)}", id=f"n{n}")

        def span(words: str, text: str = text) -> tuple[int, int]:
            start = max(text.find(words), 0)
            return start, start + len(words)

        sentence = text.index("\n") + 1, text.find("said.") + 5 if "said." in text else len(text)
        evidence = (Evidence(field="name", rule="noun"),)
        yield article, CodedArticle(
            article=article,
            actors=(
                Actor(id="a1", name=group, kind="group", sector="REB"), Actor(id="a2", name=site, kind="group", evidence=evidence),
                Actor(id="a3", name="police", kind="group", sector="COP", evidence=evidence), Actor(id="a4", name=speaker, kind="person", role=office, country="MLI", sector="GOV"),
            ),
            places=(Place(id="p1", name=town, country="MLI", lat=15 + (hash_of(town) % 900) / 100, lon=(hash_of(town) // 900 % 900) / 100, gazetteer=f"hand:{town}", precision="city", mentions=(span(town),)),),
            times=(Time(id="t1", span=span(date), start=date, end=date),),
            statements=(Statement(id="s1", speakers=("a4",), speaker_spans=(span(speaker),), cue=span("said"), content=sentence, kind="indirect"),),
            events=(
                Event(id="e1", type=type_, mode=None, trigger=span(verb), sentence=sentence, actors=("a1",), recipients=("a2",), status="actual", sources=("a4",), statement="s1",
                      time="t1", place="p1", toll=(Toll(kind="killed", low=toll, high=toll, span=span(str(toll))),), incident="i1", confidence=0.7),
                Event(id="e2", type="ACCUSE", mode=None, trigger=span("News"), sentence=sentence, actors=("a3",), recipients=("a1",), status="actual", sources=(), incident="i2", confidence=0.5),
            ),
        )  # fmt: skip


def hash_of(words: str) -> int:
    """Return a number that is the same in every process."""
    return int.from_bytes(words.encode()[-4:], "big") * 2654435761 % 2**32


def _iso(day: int) -> str:
    import datetime

    return (datetime.date(2020, 1, 1) + datetime.timedelta(days=day)).isoformat()


def measure(count: int) -> dict[str, Any]:
    """Return the seconds of each step for a corpus of ``count`` articles, made in this process."""
    from reportedly.corpus.adding import add, derive, prepare_rows
    from reportedly.corpus.deriving import load_knowledge
    from reportedly.corpus.linking import link
    from reportedly.corpus.parts import publish
    from reportedly.corpus.state import State

    knowledge = load_knowledge()
    articles = make_articles(count + 1)
    with tempfile.TemporaryDirectory() as folder:
        state = State(Path(folder) / "state.sqlite")
        clock = [time.process_time()]
        with state.transaction():
            for article, coded in itertools.islice(articles, count):
                add(state, prepare_rows(derive(article, coded, knowledge)), 1)
        clock.append(time.process_time())
        link(state)
        clock.append(time.process_time())
        publish(state, Path(folder) / "tables")
        clock.append(time.process_time())
        with state.transaction():
            add(state, prepare_rows(derive(*next(articles), knowledge)), 2)
        link(state)
        publish(state, Path(folder) / "tables")
        clock.append(time.process_time())
        pairs = state.one("SELECT count(*) FROM edge")
        found, actors = state.one("SELECT count(*) FROM incident"), state.one("SELECT count(*) FROM actor")
        state.close()
    add_, link_, publish_, more = (round(b - a, 3) for a, b in itertools.pairwise(clock))
    peak = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return {"articles": count, "add_s": add_, "link_s": link_, "publish_s": publish_, "one_more_s": more, "linked_pairs": pairs, "actors": actors, "incidents": found, "peak_mb": peak}


def draw(results: list[dict[str, Any]]) -> str:
    """Return an SVG of seconds by articles, both logarithmic, with n log n through the first point."""
    width, height, left, bottom = 640, 380, 70, 50
    xs = [r["articles"] for r in results]
    lines = {name: [r[key] for r in results] for name, key in (("add", "add_s"), ("link", "link_s"), ("write tables", "publish_s"))}
    lines["n log n"] = [lines["link"][0] * x * math.log(x) / (xs[0] * math.log(xs[0])) for x in xs]
    values = [v for line in lines.values() for v in line if v > 0]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def at(x: float, y: float) -> tuple[float, float]:
        across = (math.log10(x) - math.log10(xs[0])) / max(1e-9, math.log10(xs[-1]) - math.log10(xs[0]))
        return left + across * (width - left - 130), height - bottom - (math.log10(max(y, 10**low)) - low) / (high - low) * (height - bottom - 20)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13" role="img">', "<title>Seconds by number of articles</title>",
             f'<rect width="{width}" height="{height}" fill="#fff"/>']  # fmt: skip
    for power in range(low, high + 1):
        _, y = at(xs[0], 10**power)
        parts.append(f'<path d="M{left} {y:.0f}H{width - 130}" stroke="#ddd"/><text x="{left - 8}" y="{y + 4:.0f}" text-anchor="end">{10**power:g} s</text>')
    for x in xs:
        parts.append(f'<text x="{at(x, 1)[0]:.0f}" y="{height - bottom + 22}" text-anchor="middle">{x:,}</text>')
    for (name, line), (colour, dash) in zip(lines.items(), (("#1b6ca8", ""), ("#b3372f", ""), ("#3b7d3b", ""), ("#777", "5 4")), strict=True):
        points = [at(x, y) for x, y in zip(xs, line, strict=True)]
        parts.append(f'<polyline points="{" ".join(f"{x:.0f},{y:.0f}" for x, y in points)}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>')
        parts.append(f'<text x="{points[-1][0] + 8:.0f}" y="{points[-1][1] + 4:.0f}" fill="{colour}">{name}</text>')
    parts.append(f'<text x="{(width - 60) / 2:.0f}" y="{height - 8}" text-anchor="middle">articles</text></svg>')
    return "\n".join(parts) + "\n"


def main() -> None:
    """Measure each size in a process of its own and write the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small sizes")
    parser.add_argument("--sizes", type=int, nargs="+")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--svg", type=Path)
    words = parser.parse_args()
    if words.one:
        print(json.dumps(measure(words.one)))
        return
    results = []
    for size in words.sizes or (QUICK if words.quick else SIZES):
        done = subprocess.run([sys.executable, __file__, "--one", str(size)], capture_output=True, text=True, check=True)
        results.append(json.loads(done.stdout))
        print(results[-1], flush=True)
    first, last = results[0], results[-1]
    growth = (last["link_s"] / first["link_s"]) / (last["articles"] * math.log(last["articles"]) / (first["articles"] * math.log(first["articles"])))
    print(f"linking from {first['articles']:,} to {last['articles']:,} articles grew {growth:.2f} times as fast as n log n")
    if words.json:
        words.json.write_text(json.dumps({"linking": results, "against_n_log_n": growth}, indent=1) + "\n")
    if words.svg:
        words.svg.write_text(draw(results), encoding="utf-8")


if __name__ == "__main__":
    main()
