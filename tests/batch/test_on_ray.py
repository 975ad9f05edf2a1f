"""A build on a Ray cluster of three nodes, one of them killed in the middle, gives the tables of one worker."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from batch_staging import MODEL, Staged, tables

from reportedly.batch.on_ray import Cluster, build_on_ray
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


def kill_a_busy_node(nodes: Any, shards: Path, killed: list[int]) -> None:
    """Wait until some shards are written and a node besides the head is coding; kill it."""
    from ray._private.state import available_resources_per_node

    while not killed:
        time.sleep(0.05)
        if (written := len(list(shards.glob("*.parquet"))) if shards.is_dir() else 0) < 2:
            continue
        idle = {node for node, free in available_resources_per_node().items() if free.get("CPU", 0) > 0.5}
        if busy := sorted((n for n in nodes.worker_nodes if n.node_id not in idle), key=lambda n: n.node_id):
            nodes.remove_node(busy[0], allow_graceful=False)
            killed.append(written)


def test_a_node_that_is_killed_changes_no_byte(three_nodes: Any, staged: Staged, one_worker: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.batch.on_ray.SHARD_ARTICLES", 2)
    killed: list[int] = []
    inputs = tmp_path / "inputs"
    shutil.copytree(staged.inputs, inputs)
    (inputs / "c.txt").write_text("fail: the coder knows nothing of it. The army left the town on Monday, officials said.")
    killer = threading.Thread(target=kill_a_busy_node, args=(three_nodes, tmp_path / "shared" / "coded", killed), daemon=True)
    killer.start()
    built = build_on_ray(
        tmp_path / "c", [f"file://{inputs}"], staged.coder(0.5), model=MODEL, lexicons=(), defaults=Article(text=""), options=Options(), limits=Limits(), tell=lambda built: None,
        cluster=Cluster(three_nodes.address, f"file://{tmp_path}/shared"),
    )  # fmt: skip
    assert killed
    assert killed[0] < len(staged.articles) // 2
    assert built.added == len(staged.articles)
    assert [aside.reason for aside in built.aside] == ["could not be coded: ValueError: no such word"]
    assert tables(tmp_path / "c") == one_worker
    assert not (tmp_path / "shared" / "coded").exists()
