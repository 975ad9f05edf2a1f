"""A build on a Ray cluster: the nodes read and code the inputs and compare the reports that meet in a block; this machine keeps the corpus.

Ray Data does the scheduling, and does again what a lost node was at. What is coded lies in shards on storage that every node reaches, each named
after its articles, so that a build that was ended codes nothing twice. The corpus's rows and tables are made from them as anywhere else.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from reportedly.batch.inputs import how_read
from reportedly.batch.steps import code_batch, compare_partition, name_of, read_batch, reports_of
from reportedly.batch.storage import Storage, below, is_uri, known_as
from reportedly.corpus.adding import make_preparer
from reportedly.corpus.build import SHARD_ARTICLES, Built, Input, note_done
from reportedly.corpus.linking import link
from reportedly.corpus.parts import publish
from reportedly.corpus.shards import Outcome, forget_unread, outcome, record_outcomes, to_bytes
from reportedly.corpus.state import State
from reportedly.corpus.store import describe_making, open_folder
from reportedly.errors import ReportedlyError
from reportedly.reading import Options, Read, fill_in, find_files
from reportedly.reading.dispatch import read_source
from reportedly.reading.source import Source, buffered
from reportedly.records import Article, CodedArticle, SetAside
from reportedly.runner import Codes
from reportedly.workers import Limits, Pool

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class Cluster:
    """Where it runs: the cluster's address (None: one is started here), and the storage that all nodes reach (None: the corpus's folder)."""

    address: str | None = None
    shared: str | None = None


def build_on_ray(
    folder: Path, names: Sequence[str], coder: Callable[[], Codes[CodedArticle]], *, model: dict[str, str], lexicons: Sequence[Path], defaults: Article, options: Options,
    limits: Limits, tell: Callable[[Built], None], cluster: Cluster,
) -> Built:  # fmt: skip
    """Add the articles of files and folders (paths, or URIs that pyarrow knows) to a corpus, coding and comparing on a cluster; return what was done."""
    open_folder(folder, describe_making(model, lexicons))
    storage = Storage(below(cluster.shared or str(folder), "coded"))
    state, built = State(folder / "state.sqlite"), Built()
    try:
        with _connected(cluster.address):
            _code(state, storage, names, partial(make_preparer, coder, lexicons), defaults, options, limits, built, tell)
            built.step = "linking"
            tell(built)
            with _compared(storage) as known:
                link(state, known=known)
        built.step = "writing tables"
        tell(built)
        publish(state, folder / "tables")
        storage.clear()
    finally:
        state.close()
    return built


@contextlib.contextmanager
def _connected(address: str | None) -> Iterator[None]:
    try:
        import ray
        from ray.data import DataContext
        from ray.data.context import ShuffleStrategy
    except ImportError:
        raise ReportedlyError("--on ray needs Ray; install it with: pip install 'reportedly[ray]'") from None
    started = not ray.is_initialized()
    if started:
        ray.init(address=address, log_to_driver=False)
    context = DataContext.get_current()
    context.shuffle_strategy = ShuffleStrategy.SORT_SHUFFLE_PULL_BASED  # made of tasks alone, which a lost node's are done again of
    context.enable_progress_bars = False
    try:
        yield
    finally:
        if started:
            ray.shutdown()


# coding ------------------------------------------------------------------------------------------------------------------------------


def _code(
    state: State, storage: Storage, names: Sequence[str], preparer: Callable[[], Codes[bytes]], defaults: Article, options: Options, limits: Limits, built: Built,
    tell: Callable[[Built], None],
) -> None:  # fmt: skip
    """Have the inputs read and coded on the cluster, and record each shard in the state as it is ready."""
    import ray

    number = int(state.meta("builds", "0")) + 1
    done = {path: (sha256, articles) for path, sha256, how, articles in state.all("SELECT path, sha256, how, articles FROM input") if how == how_read(defaults, options)}
    places = [found for name in names for found in _places(name)]
    built.aside += [place for place in places if isinstance(place, SetAside)]
    with state.transaction():
        record_outcomes(state, [outcome(aside, aside) for aside in built.aside], number)
    files = [{"place": p} for p in places if isinstance(p, str)]
    if not files:
        return
    pool = ray.data.ActorPoolStrategy(min_size=1, max_size=max(1, int(ray.cluster_resources().get("CPU", 1))))  # each leaves a quarter of its core to reading
    read = partial(_read, _Reading(defaults, dict(options.columns), options.encoding, done))
    shards = ray.data.from_items(files, override_num_blocks=len(files)).map_batches(read, batch_size=1, batch_format="pyarrow", num_cpus=0.25)
    coded = shards.map_batches(_CodeShards, fn_constructor_args=(storage, preparer, limits), batch_size=1, batch_format="pyarrow", compute=pool, num_cpus=0.75)
    inputs: dict[str, Input] = {}
    for row in coded.iter_rows():
        entry = msgspec.msgpack.decode(row["input"], type=Input)
        if row["shard"] is None:
            note_done(state, entry, built)
        else:
            _record(state, storage, row["shard"], number, built)
        articles = inputs[entry.path].articles if entry.path in inputs else 0
        inputs[entry.path] = replace(entry, articles=articles + entry.articles)
        tell(built)
    told = {outcome(aside, aside).key for aside in built.aside if aside.component == "reading"}
    with state.transaction():
        for entry in inputs.values():
            if not entry.skipped:
                forget_unread(state, entry.path, told)
        rows = ((i.path, i.size, i.sha256, i.how, i.articles) for i in inputs.values())
        state.many("INSERT OR REPLACE INTO input VALUES (?, ?, ?, ?, ?)", rows)


def _places(name: str) -> Iterator[str | SetAside]:
    if is_uri(name):
        yield from Storage(name).list_files()
        return
    for found in find_files(name):
        yield found if isinstance(found, SetAside) else str(found)


def _record(state: State, storage: Storage, shard: str, number: int, built: Built) -> None:
    import pyarrow.parquet as pq

    outcomes = [Outcome(**row) for row in pq.read_table(io.BytesIO(storage.read(shard))).to_pylist()]
    with state.transaction():
        new = record_outcomes(state, outcomes, number)
    aside = [SetAside(file=o.file, record=o.record, reason=o.error or "", component=o.component or "") for o in outcomes if o.rows is None]
    built.added += new
    built.known += len(outcomes) - new - len(aside)
    built.aside += aside


@dataclass(frozen=True)
class _Reading:
    """How inputs are read, in a shape that travels to the nodes; ``done``: hash and number of articles of the inputs that the corpus has."""

    defaults: Article
    columns: dict[str, str]
    encoding: str | None
    done: dict[str, tuple[str, int]]


def _read(reading: _Reading, rows: pa.Table) -> Iterator[pa.Table]:
    """Read inputs on a node, into batches of articles of a shard's size; one that the corpus has already gives only its line of the manifest."""
    import pyarrow as pa

    schema = pa.schema([("input", pa.binary()), ("batch", pa.binary())])
    for place in rows.column("place").to_pylist():
        for entry, reads in _read_input(reading, place):
            yield pa.Table.from_pylist([{"input": msgspec.msgpack.encode(entry), "batch": _packed(reads) if reads else None}], schema=schema)


def _read_input(reading: _Reading, place: str) -> Iterator[tuple[Input, list[Read]]]:
    options = Options(columns=reading.columns, encoding=reading.encoding)
    how, name = how_read(reading.defaults, options), known_as(place)
    try:
        with Storage(place).open() as stream:
            sha256 = hashlib.sha256()
            while piece := stream.read(1 << 20):
                sha256.update(piece)
            entry = Input(name, stream.tell(), sha256.hexdigest(), how, 0)
            before = reading.done.get(name)
            if before is not None and before[0] == entry.sha256:
                yield replace(entry, articles=before[1], skipped=True), []
                return
            stream.seek(0)
            reads = read_source(Source(name, buffered(stream), file=stream), options)
            while some := [fill_in(read, reading.defaults) for read in islice(reads, SHARD_ARTICLES)]:
                yield replace(entry, articles=sum(not isinstance(read, SetAside) for read in some)), some
    except OSError as error:
        yield Input(name, 0, "", how, 0), [SetAside(file=name, record="file", reason=f"cannot be read: {error.strerror or error}")]


def _packed(reads: list[Read]) -> bytes:
    import pyarrow.parquet as pq

    buffer = io.BytesIO()
    pq.write_table(read_batch(reads), buffer)
    return buffer.getvalue()


class _CodeShards:
    """Codes batches on a node, in a process of its own that an article may bring down, and writes each as a shard."""

    def __init__(self, storage: Storage, preparer: Callable[[], Codes[bytes]], limits: Limits) -> None:
        self.storage, self.preparer, self.pool = storage, preparer, Pool(1, limits)

    def __call__(self, rows: pa.Table) -> pa.Table:
        import pyarrow as pa
        import pyarrow.parquet as pq

        names: list[str | None] = []
        for data in rows.column("batch").to_pylist():
            names.append(None)
            if data is not None:
                batch = pq.read_table(io.BytesIO(data))
                names[-1] = name = name_of(batch)
                if not self.storage.has(name):
                    self.storage.write(name, to_bytes(code_batch(partial(self.pool.code, self.preparer), batch)))
        return pa.table({"input": rows.column("input"), "shard": pa.array(names, type=pa.string())})


# comparing ---------------------------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _compared(storage: Storage) -> Iterator[Callable[[str, str], tuple[float | None] | None] | None]:
    """Have the reports of the shards compared on the cluster, partition by partition of their blocks; give what knows the scores."""
    import ray

    shards = [place for place in storage.list_files() if known_as(place).endswith(".parquet")]
    if not shards:
        yield None
        return
    reports = ray.data.from_items([{"shard": s} for s in shards], override_num_blocks=min(len(shards), 200)).flat_map(_reports_of_shard)
    scores = reports.groupby("partition").map_groups(compare_partition, batch_format="pyarrow")
    with tempfile.TemporaryDirectory() as folder:
        found = State(Path(folder) / "scores.sqlite")  # may be more than memory holds
        found.db.execute("CREATE TABLE scored (a TEXT, b TEXT, score REAL, PRIMARY KEY (a, b)) WITHOUT ROWID")
        for batch in scores.iter_batches(batch_size=None, batch_format="pyarrow"):
            with found.transaction():
                found.many("INSERT OR REPLACE INTO scored VALUES (?, ?, ?)", zip(*(batch.column(c).to_pylist() for c in ("a", "b", "score")), strict=True))

        def known(a: str, b: str) -> tuple[float | None] | None:
            row = found.all("SELECT score FROM scored WHERE a = ? AND b = ?", a, b)
            return row[0] if row else None

        try:
            yield known
        finally:
            found.close()


def _reports_of_shard(row: dict[str, Any]) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    with Storage(row["shard"]).open() as stream:
        return list(reports_of(pq.read_table(stream, columns=["rows"])))
