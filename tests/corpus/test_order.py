"""The same articles give the same bytes, in whatever order and portions they come, and however often a build is ended."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from gold_reading import Builder, Gold, read_gold
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.corpus.clustering import cluster, components
from reportedly.corpus.corpus import Corpus
from reportedly.corpus.state import State


def tables(folder: Path) -> dict[str, str]:
    """Return a hash of every file of a corpus's tables, and of its manifest."""
    files = [folder / "manifest.json", *(p for p in (folder / "tables").rglob("*") if p.is_file())]
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_three_orders_give_the_same_bytes(seed: int, gold: Gold, gold_corpus: Corpus, build_corpus: Builder, tmp_path: Path) -> None:
    build_corpus(tmp_path / "c", random.Random(seed).sample(gold.articles, len(gold.articles)))
    assert tables(tmp_path / "c") == tables(gold_corpus.folder)


@pytest.mark.parametrize("portions", [2, 7])
def test_portions_give_the_same_bytes_as_all_at_once(portions: int, gold: Gold, gold_corpus: Corpus, build_corpus: Builder, tmp_path: Path) -> None:
    mixed = random.Random(portions).sample(gold.articles, len(gold.articles))
    for n in range(portions):
        assert build_corpus(tmp_path / "c", mixed[n::portions]).known == 0
    assert tables(tmp_path / "c") == tables(gold_corpus.folder)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_few_articles_in_any_portions(data: st.DataObject, gold: Gold, build_corpus: Builder, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("few")
    few = data.draw(st.lists(st.sampled_from(gold.articles), min_size=2, max_size=8, unique_by=lambda a: a.id))
    cut = data.draw(st.integers(0, len(few)))
    build_corpus(folder / "once", few)
    build_corpus(folder / "parts", few[:cut][::-1])
    build_corpus(folder / "parts", few[cut:])
    assert tables(folder / "once") == tables(folder / "parts")


def test_the_same_articles_again_change_nothing(gold: Gold, gold_corpus: Corpus, build_corpus: Builder) -> None:
    before = tables(gold_corpus.folder)
    built = build_corpus(gold_corpus.folder, gold.articles)
    assert (built.added, built.known) == (0, len(gold.articles))
    assert tables(gold_corpus.folder) == before


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.sampled_from([2.6, 3.0, 4.0])), max_size=20), st.randoms())
def test_clusters_do_not_depend_on_the_order_of_pairs(pairs: list[tuple[int, int, float]], rng: random.Random) -> None:
    edges = {(f"n{min(a, b)}", f"n{max(a, b)}"): score for a, b, score in pairs if a != b}
    nodes = [f"n{i}" for i in range(10)]
    mixed = rng.sample(sorted(edges.items()), len(edges))
    assert components(nodes, edges) == components(nodes[::-1], [pair for pair, _ in mixed])
    assert cluster(nodes, edges, lambda a, b: edges.get((a, b))) == cluster(nodes[::-1], dict(mixed), lambda a, b: edges.get((a, b)))


_RUN = "import sys; from reportedly.cli import main; sys.argv = ['reportedly', 'build', {inputs!r}, '--corpus', {folder!r}]; main()"


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_build_that_is_killed_loses_nothing_and_repeats_nothing(build_corpus: Builder, tmp_path: Path) -> None:
    """Killed at random moments, while coding, linking and writing, until it is through: the same tables, and no committed article is coded again."""
    articles = read_gold("tune").articles[:12]
    inputs, folder = tmp_path / "a.jsonl", tmp_path / "killed"
    inputs.write_bytes(b"\n".join(msgspec.json.encode(a) for a in articles))
    rng, held = random.Random(7), 0
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = "import reportedly.corpus.build as b; b.SHARD_ARTICLES = 1; " + _RUN.format(inputs=str(inputs), folder=str(folder))
    for attempt in range(40):
        child = subprocess.Popen([sys.executable, "-c", program], env=environment, stderr=subprocess.PIPE)
        if attempt < 8:
            time.sleep(rng.uniform(0.2, 1.0) if attempt % 2 else rng.uniform(1.0, 2.5))
            child.send_signal(signal.SIGKILL)
        _, told = child.communicate()
        if (folder / "state.sqlite").is_file():
            state = State(folder / "state.sqlite")
            now = state.one("SELECT count(*) FROM article")
            assert now >= held
            if child.returncode == 0:
                assert f"{held} there already".encode() in told
            held = now
            state.close()
        if child.returncode == 0:
            break
    assert held == len(articles)
    build_corpus(tmp_path / "whole", articles)
    assert tables(folder) == tables(tmp_path / "whole")
