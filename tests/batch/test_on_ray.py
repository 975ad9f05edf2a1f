"""A build on a Ray cluster of three nodes, one of them killed in the middle, gives the tables of one worker."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from batch_staging import MODEL, Staged, tables

from reportedly.batch.on_ray import Cluster, build_on_ray
from reportedly.corpus.build import Built
from reportedly.reading import Options
from reportedly.records import Article
from reportedly.workers import Limits

ray = pytest.importorskip("ray", reason="needs Ray: pip install 'reportedly[ray]'")


@pytest.fixture
def three_nodes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from ray.cluster_utils import Cluster as Nodes

    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    monkeypatch.setenv("RAY_enable_metrics_collection", "0")
    nodes = Nodes(initialize_head=True, head_node_args={"num_cpus": 1, "object_store_memory": 100 * 2**20, "include_dashboard": False})
    for _ in range(2):
        nodes.add_node(num_cpus=1, object_store_memory=100 * 2**20)
    nodes.wait_for_nodes()
    yield nodes
    ray.shutdown()
    nodes.shutdown()


def test_a_node_that_is_killed_changes_no_byte(three_nodes: Any, staged: Staged, one_worker: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.batch.on_ray.SHARD_ARTICLES", 4)
    killed: list[int] = []

    def tell(built: Built) -> None:
        if built.added >= 4 and not killed:
            three_nodes.remove_node(three_nodes.worker_nodes[-1], allow_graceful=False)
            killed.append(built.added)

    (staged.inputs / "c.txt").write_text("fail: the coder knows nothing of it. The army left the town on Monday, officials said.")
    try:
        built = build_on_ray(
            tmp_path / "c", [f"file://{staged.inputs}"], staged.coder(0.2), model=MODEL, lexicons=(), defaults=Article(text=""), options=Options(), limits=Limits(), tell=tell,
            cluster=Cluster(three_nodes.address, f"file://{tmp_path}/shared"),
        )  # fmt: skip
    finally:
        (staged.inputs / "c.txt").unlink()
    assert killed
    assert killed[0] < len(staged.articles) == built.added
    assert [aside.reason for aside in built.aside] == ["could not be coded: ValueError: no such word"]
    assert tables(tmp_path / "c") == one_worker
    assert not (tmp_path / "shared" / "coded").exists()
