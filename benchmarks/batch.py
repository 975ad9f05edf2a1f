"""What a build costs: throughput, scaling, memory, resuming, and the coder beside spaCy alone and a plain subject-verb-object extraction with the same model.

    python benchmarks/batch.py --json batch.json --svg docs/images/batch.svg
    python benchmarks/batch.py --quick

Builds run as a user runs them, `reportedly build` in a process of its own. What is compared with each other runs in turn, several rounds, as other
work on the machine slows all alike. `benchmarks/linking.py` goes on to 100,000 articles for what a corpus costs, `benchmarks/throughput.py` into the coder.
"""

from __future__ import annotations

import os

# ruff: noqa: E402 - the next lines must run before numpy is imported
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_name] = "1"

import argparse
import json
import platform
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from prose import make_articles

import reportedly
from reportedly.coder import Coder
from reportedly.corpus.build import build
from reportedly.corpus.store import describe_model
from reportedly.records import Article, CodedArticle

NEWSPAPER = 0.75  # share of background: an event in some 40 words, as in a newspaper
DAY, WORDS = 200_000, 500  # the world's English news of a day: articles, and words of each
SUBJECTS, OBJECTS = ("nsubj", "nsubjpass"), ("dobj", "obj", "pobj", "attr")


def run_build(inputs: Path, corpus: Path, workers: int, kill_at: float = 1.0) -> dict[str, Any]:
    """Build as a user does; return seconds, those of coding alone, and the peak memory of all its processes. ``kill_at``: share of the input after which it is killed."""
    command = [sys.executable, "-m", "reportedly", "build", str(inputs), "--corpus", str(corpus), "--workers", str(workers), "--progress", "json"]
    start = time.perf_counter()
    child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    peak, coding = {"all": 0.0, "caller": 0.0, "worker": 0.0}, 0.0
    assert child.stderr is not None
    for line in child.stderr:
        if not line.startswith("{"):
            continue
        state = json.loads(line)
        coding = state["seconds"] if state["step"] in ("coding", "linking") else coding
        memory = _memory(child.pid)
        peak = {"all": max(peak["all"], sum(memory)), "caller": max(peak["caller"], memory[0] if memory else 0), "worker": max(peak["worker"], *memory[1:], 0.0)}
        if state["added"] and state["read"] >= kill_at and kill_at < 1:
            os.killpg(child.pid, signal.SIGKILL)
            break
    child.wait()
    return {"seconds": time.perf_counter() - start, "coding_seconds": coding, "peak_mb": peak}


def _memory(pid: int) -> list[float]:
    """Return the MB that a process and those below it hold, pages that several share counted once (Linux)."""
    pids = [pid, *(int(p) for p in _read(f"/proc/{pid}/task/{pid}/children").split())]
    found = [[int(line.split()[1]) for line in _read(f"/proc/{p}/smaps_rollup").splitlines() if line.startswith("Pss:")] for p in pids]
    return [sum(kb) / 1000 for kb in found if kb]


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""


def extract_triples(coder: Coder, articles: Sequence[Article]) -> int:
    """Return how many subject-verb-object triples a plain walk over the same model's parse finds."""
    count = 0
    for doc in coder.nlp.pipe([a.text for a in articles]):
        for token in doc:
            if token.pos_ == "VERB":
                subjects = [c for c in token.children if c.dep_ in SUBJECTS]
                objects = [c for c in token.children if c.dep_ in OBJECTS]
                count += len(subjects) * len(objects)
    return count


class Remembered:
    """A coder that has coded already: what is left is the corpus."""

    def __init__(self, coder: Coder, coded: Sequence[CodedArticle]) -> None:
        self.actors = coder.actors
        self.of = {c.article.text: c for c in coded}

    def code(self, article: Article) -> CodedArticle:
        return self.of[article.text]


def compare_tools(coder: Coder, articles: Sequence[Article], rounds: int) -> dict[str, Any]:
    """Return CPU seconds of spaCy alone, triples, the coder, and bringing what is coded into a corpus, all in this process."""
    coded = [coder.code(a) for a in articles]

    def bring_in() -> None:
        with tempfile.TemporaryDirectory() as folder:
            reads = [(a, "made", str(n)) for n, a in enumerate(articles)]
            build(Path(folder) / "corpus", reads, lambda: Remembered(coder, coded), model=describe_model(None))

    tools: dict[str, Callable[[], object]] = {
        "spaCy alone": lambda: sum(1 for _ in coder.nlp.pipe([a.text for a in articles])),
        "subject-verb-object": lambda: extract_triples(coder, articles),
        "coder": lambda: [coder.code(a) for a in articles],
        "corpus": bring_in,
    }
    seconds: dict[str, list[float]] = {name: [] for name in tools}
    for _ in range(rounds):
        for name, tool in tools.items():
            start = time.process_time()
            tool()
            seconds[name].append(time.process_time() - start)
    middle = {name: statistics.median(times) for name, times in seconds.items()}
    words, events = sum(len(a.text.split()) for a in articles), sum(len(c.events) for c in coded)
    return {"articles": len(articles), "words_an_event": words / events, "cpu_seconds": middle, "corpus_share_of_coding": middle["corpus"] / middle["coder"], "coder_to_spacy": middle["coder"] / middle["spaCy alone"]}


def start_up(rounds: int) -> float:
    """Return the seconds from the command to the record of one sentence."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "reportedly", "code", "--format", "jsonl"], input=b"The army shelled the village.", capture_output=True, check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def measure(count: int, rounds: int, workers: Sequence[int]) -> dict[str, Any]:
    """Run everything and return the figures."""
    articles = make_articles(count, background=NEWSPAPER)
    words = sum(len(a.text.split()) for a in articles)
    found: dict[str, Any] = {"articles": count, "words": words, "machine": f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores", "start_up_seconds": start_up(rounds)}
    print(f"start-up {found['start_up_seconds']:.2f} s", flush=True)
    coder = reportedly.load()
    found["tools"] = compare_tools(coder, articles[: min(count, 100)], rounds)
    found["dense"] = compare_tools(coder, make_articles(min(count, 100)), rounds)  # an event in 12 words
    del coder
    print(json.dumps({"tools": found["tools"], "dense": found["dense"]}, indent=1), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "in.jsonl"
        inputs.write_bytes(b"".join(msgspec.json.encode(a) + b"\n" for a in articles))
        runs: dict[int, list[dict[str, Any]]] = {n: [] for n in workers}
        for turn in range(rounds):
            for n in workers:
                runs[n].append(run_build(inputs, Path(folder) / f"c{turn}-{n}", n))
                print(n, runs[n][-1], flush=True)
        best = {n: min(times, key=lambda r: r["seconds"]) for n, times in runs.items()}
        found["builds"] = {str(n): r | {"articles_per_second": count / r["seconds"], "words_per_second": words / r["seconds"]} for n, r in best.items()}
        found["scaling"] = {str(n): best[workers[0]]["coding_seconds"] / r["coding_seconds"] for n, r in best.items()}
        killed = run_build(inputs, Path(folder) / "killed", workers[-1], kill_at=0.5)
        resumed = run_build(inputs, Path(folder) / "killed", workers[-1])
        again = run_build(inputs, Path(folder) / "killed", workers[-1])
        found["resume"] = {"whole": best[workers[-1]]["seconds"], "killed_and_resumed": killed["seconds"] + resumed["seconds"], "nothing_to_do": again["seconds"]}
    a_second = max(r["words_per_second"] for r in found["builds"].values())
    found["day_hours"] = {"this machine": DAY * WORDS / a_second / 3600, "a core": DAY * WORDS * (os.cpu_count() or 1) / a_second / 3600}
    return found


def draw(found: dict[str, Any]) -> str:
    """Return the figures as an SVG of bars."""
    tools = found["tools"]["cpu_seconds"]
    bars = [(f"{name}: CPU seconds", value, max(tools.values())) for name, value in tools.items()]
    rates = {n: r["articles_per_second"] for n, r in found["builds"].items()}
    bars += [(f"build, {n} worker{'s' * (n != '1')}: articles a second", value, max(rates.values())) for n, value in rates.items()]
    peaks = {n: r["peak_mb"]["all"] for n, r in found["builds"].items()}
    bars += [(f"build, {n} worker{'s' * (n != '1')}: MB at most", value, max(peaks.values())) for n, value in peaks.items()]
    bars += [(f"resuming, {name.replace('_', ' ')}: seconds", value, max(found["resume"].values())) for name, value in found["resume"].items()]
    height = 26 * len(bars) + 20
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 {height}" font-family="sans-serif" font-size="13" role="img"><title>What a build costs</title><rect width="720" height="{height}" fill="#fff"/>']
    for i, (name, value, most) in enumerate(bars):
        y = 10 + 26 * i
        parts.append(f'<text x="290" y="{y + 15}" text-anchor="end">{name}</text><rect x="300" y="{y + 2}" width="{value / most * 330:.0f}" height="18" fill="#1b6ca8"/>')
        parts.append(f'<text x="{306 + value / most * 330:.0f}" y="{y + 15}">{value:.1f}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few articles, one round")
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, os.cpu_count() or 1])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--svg", type=Path)
    words = parser.parse_args()
    found = measure(60, 1, words.workers) if words.quick else measure(words.articles, words.rounds, words.workers)
    print(json.dumps(found, indent=1))
    if words.json:
        words.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    if words.svg:
        words.svg.write_text(draw(found), encoding="utf-8")


if __name__ == "__main__":
    main()
