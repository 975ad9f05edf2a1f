"""How fast the coder is, and what it adds to the language model alone: ``make bench``, or this file with --quick.

All run over exactly the same blocks of the same articles, in turn, several rounds in one process on one core, so that a busy machine slows
all alike; the ratio of a round is what counts. Made-up articles repeat their words, which the coder remembers: --input measures on articles of yours.
Loading and memory are measured in fresh processes. Nothing here is a test.
"""

from __future__ import annotations

import os

# ruff: noqa: E402 - the next lines must run before numpy is imported
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[_name] = "1"

import argparse
import json
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import spacy
from prose import make_articles
from spacy.language import Language

import reportedly
from reportedly.analysis import Analysis
from reportedly.coder import Coder
from reportedly.reading import read_inputs
from reportedly.reading.article import checked
from reportedly.records import Article, SetAside


class Timed:
    """A component with a stopwatch."""

    def __init__(self, component: Any) -> None:
        self.component, self.name, self.seconds = component, type(component).__name__, 0.0
        self.reads, self.writes = getattr(component, "reads", ()), getattr(component, "writes", ())

    def __call__(self, analysis: Analysis) -> None:
        start = time.perf_counter()
        self.component(analysis)
        self.seconds += time.perf_counter() - start


def time_model(nlp: Language, coder: Coder, articles: Sequence[Article]) -> float:
    """Return the seconds of the language model alone, all of its pipeline, over the blocks of the articles; nothing is read from its result."""
    seconds = 0.0
    for article in articles:
        analysis = Analysis(checked(article))
        coder.structure(analysis)
        texts = [article.text[b.start : b.end] for b in analysis.blocks if article.text[b.start : b.end].strip()]
        start = time.perf_counter()
        for _ in nlp.pipe(texts, batch_size=64):
            pass
        seconds += time.perf_counter() - start
    return seconds


def time_coder(coder: Coder, articles: Sequence[Article]) -> float:
    """Return the seconds of the whole coder, from Article to records."""
    start = time.perf_counter()
    for article in articles:
        coder.code(article)
    return time.perf_counter() - start


def measure(coder: Coder, articles: Sequence[Article], rounds: int) -> dict[str, Any]:
    """Run all in turn, each round in the other order, and return medians.

    The model is measured as its makers ship it, and once more with the matrix products that the coder has it use, which are faster.
    """
    shipped = spacy.load(coder.nlp.path, exclude=["senter"])
    runs: dict[str, Callable[[Coder, Sequence[Article]], float]] = {"model": partial(time_model, shipped), "model, our products": partial(time_model, coder.nlp), "coder": time_coder}
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    wall, cpu = time.perf_counter(), time.process_time()
    for n in range(rounds):
        for name in sorted(runs, reverse=n % 2 == 0):
            seconds[name].append(runs[name](coder, articles))
    load = (time.process_time() - cpu) / (time.perf_counter() - wall)
    words = sum(len(a.text.split()) for a in articles)
    whole = statistics.median(seconds["coder"])
    return {
        "articles": len(articles), "words": words, "rounds": rounds, "cpu_share": load, "seconds": seconds,
        "ratio": _ratio(seconds["coder"], seconds["model"]), "ratio_our_products": _ratio(seconds["coder"], seconds["model, our products"]),
        "articles_per_second": len(articles) / whole, "words_per_second": words / whole,
    }  # fmt: skip


def _ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def measure_components(coder: Coder, articles: Sequence[Article]) -> dict[str, float]:
    """Return the seconds of every component over the articles, in the order they run."""
    timed = [Timed(part) for part in (coder.structure, coder.parse, *coder.components)]
    emitting = checking = 0.0
    plain = coder.components
    coder.components = tuple(timed[2:])
    for article in articles:
        start = time.perf_counter()
        analysis = Analysis(checked(article))
        checking += time.perf_counter() - start
        timed[0](analysis)
        timed[1](analysis)
        before = sum(t.seconds for t in timed[2:])
        start = time.perf_counter()
        coder.finish(analysis)
        emitting += time.perf_counter() - start - (sum(t.seconds for t in timed[2:]) - before)
    coder.components = plain
    return {"checked": checking, **{t.name: t.seconds for t in timed}, "emit": emitting}


def in_fresh_process(child: str) -> float:
    """Return what a fresh process measures of itself: ``load`` seconds or ``memory`` in MiB."""
    done = subprocess.run([sys.executable, __file__, "--child", child], capture_output=True, check=True, text=True)
    return float(done.stdout)


def child(what: str) -> None:
    """Measure this process and print one number."""
    start = time.perf_counter()
    coder = reportedly.load()
    if what == "load":
        print(time.perf_counter() - start)
        return
    for article in make_articles(60):
        coder.code(article)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10))


def report(found: dict[str, Any]) -> str:
    """Return what was found as a table to read."""
    seconds = {name: statistics.median(runs) for name, runs in found["seconds"].items()}
    whole = sum(found["components"].values())
    lines = [
        f"{found['articles']} articles, {found['words']} words, {found['rounds']} rounds, one core ({found['cpu_share']:.0%} of it ours); {found['machine']}",
        "",
        f"coder / language model             {found['ratio']:.2f}   (median of rounds: {seconds['coder']:.2f} s / {seconds['model']:.2f} s; the model as its makers ship it)",
        f"coder / the same, our products     {found['ratio_our_products']:.2f}   ({seconds['coder']:.2f} s / {seconds['model, our products']:.2f} s; the model with the matrix products the coder has it use)",
        f"articles a second                  {found['articles_per_second']:.1f}",
        f"words a second                     {found['words_per_second']:.0f}",
        f"load time                          {found['load_seconds']:.2f} s",
        f"peak memory, 60 articles           {found['peak_mib']:.0f} MiB",
        "",
        "component          seconds   share of the coder",
        *(f"{name:<18} {value:7.2f}   {value / whole:7.1%}" for name, value in found["components"].items()),
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure, print, and write the figures as JSON when asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="60 articles instead of 400")
    parser.add_argument("--rounds", type=int, help="rounds to take the median of (default 3, with --quick 5)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here, too")
    parser.add_argument("--child", choices=("load", "memory"), help=argparse.SUPPRESS)
    parser.add_argument("--input", nargs="+", metavar="PATH", help="articles to code instead of made-up ones")
    options = parser.parse_args()
    if options.child:
        child(options.child)
        return
    articles = [r[0] for r in read_inputs(options.input) if not isinstance(r, SetAside)] if options.input else make_articles(60 if options.quick else 400)
    coder = reportedly.load()
    time_coder(coder, make_articles(10, seed=1))  # warm up
    found = measure(coder, articles, options.rounds or (5 if options.quick else 3))
    found["components"] = measure_components(coder, articles)
    found["load_seconds"] = statistics.median(in_fresh_process("load") for _ in range(3))
    found["peak_mib"] = in_fresh_process("memory")
    found["machine"] = f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}"
    print(report(found))
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
