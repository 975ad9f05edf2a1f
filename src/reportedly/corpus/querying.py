"""SQL over a corpus, read-only: DuckDB in a child process that may open no file, load nothing, change no setting, and is ended at its limits.

The child gets the tables as Arrow data sets that it has opened itself, and then shuts the door before it reads the query. One SELECT is run; it sees the
views named after the tables of docs/corpus.md.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from reportedly.errors import CorpusError
from reportedly.limits import QUERY_MEGABYTES, QUERY_ROWS, QUERY_SECONDS

if TYPE_CHECKING:
    import pyarrow as pa

    from reportedly.corpus.corpus import Corpus


START_SECONDS = 600  # a child that has not answered by then is ended, whatever the limit of its query
_ROOM = 256  # MB beyond the limit, for the answer itself and the threads
_READY = b"ready\n"
_CHILD = "from reportedly.corpus.querying import answer; answer()"


def run_query(corpus: Corpus, sql: str, *, seconds: int = QUERY_SECONDS.default, megabytes: int = QUERY_MEGABYTES.default) -> pa.Table:
    """Return what a SELECT over the corpus tables gives. Raise CorpusError when it is refused, fails or passes a limit."""
    import pyarrow as pa

    from reportedly.corpus.tables import TABLES

    asked = {"sql": sql, "megabytes": megabytes, "seconds": seconds, "rows": QUERY_ROWS.default, "tables": {t: [str(p.resolve()) for p in corpus.files(t)] for t in TABLES}}
    environment = {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "PATH": os.environ.get("PATH", ""), "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")}
    with subprocess.Popen([sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as child, _ended_after(child, START_SECONDS):
        assert child.stdin is not None and child.stdout is not None
        child.stdin.write(json.dumps(asked).encode())
        child.stdin.close()
        child.stdin = None  # so that communicate does not write to it
        os.read(child.stdout.fileno(), len(_READY))  # not through the buffer, which communicate passes by; the clock of the query runs from here: starting may take long on a busy machine
        try:
            found, told = child.communicate(timeout=seconds + 1)
        except subprocess.TimeoutExpired:
            child.kill()
            raise CorpusError(f"the query took more than {seconds} seconds and was ended") from None
    if child.returncode == 3:
        raise CorpusError(told.decode("utf-8", "replace").strip())
    if child.returncode != 0:
        raise CorpusError(f"the query was ended: it passed its limit of {seconds} seconds or {megabytes} MB, or failed ({child.returncode})")
    with pa.ipc.open_stream(pa.BufferReader(found)) as stream:
        return stream.read_all()


@contextmanager
def _ended_after(child: subprocess.Popen[bytes], seconds: int) -> Iterator[None]:
    """End a child that is still there after a time, whatever happens."""
    timer = threading.Timer(seconds, child.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


# in the child ---------------------------------------------------------------------------------------------------------------------


def answer() -> None:
    """Run one query as asked on standard input and write an Arrow stream to standard output; a refusal is a line on stderr and exit code 3."""
    asked = json.loads(sys.stdin.buffer.read())
    try:
        table = _answer(asked)
    except _Refused as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(3)
    import pyarrow as pa

    with pa.ipc.new_stream(sys.stdout.buffer, table.schema) as stream:
        stream.write_table(table)


class _Refused(Exception):
    pass


def _answer(asked: dict[str, Any]) -> pa.Table:
    import duckdb
    import pyarrow.dataset as ds

    from reportedly.corpus.tables import schema

    settings = {
        "enable_external_access": "false", "autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "allow_community_extensions": "false",
        "memory_limit": f"{asked['megabytes']}MB", "threads": "2", "temp_directory": "", "python_enable_replacements": "false",
    }  # fmt: skip
    connection = duckdb.connect(":memory:", config=cast(Any, settings))
    for name, files in asked["tables"].items():
        connection.register(name, ds.dataset(files, format="parquet", schema=schema(name)) if files else schema(name).empty_table())
    connection.execute("SET lock_configuration = true")
    _limit_process(asked["seconds"], asked["megabytes"])
    sys.stdout.buffer.write(_READY)
    sys.stdout.buffer.flush()
    try:
        statements = connection.extract_statements(asked["sql"])
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise _Refused("only one SELECT may be asked")
        found: pa.Table = connection.execute(statements[0]).to_arrow_table()
    except duckdb.Error as error:
        raise _Refused(str(error)) from None
    except MemoryError:
        raise _Refused(f"the query needs more than {asked['megabytes']} MB") from None
    if found.num_rows > asked["rows"]:
        raise _Refused(f"the answer has {found.num_rows} rows, more than {asked['rows']}; narrow it, or add a LIMIT")
    return found


def _held() -> int:
    """Return the bytes of memory that the process holds for data already, as Linux counts them."""
    with suppress(OSError, StopIteration):
        return next(int(line.split()[1]) << 10 for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmData:"))
    return 4096 << 20


def _limit_process(seconds: int, megabytes: int) -> None:
    """Let the operating system end the process at its limits, and refuse it every write to a file. Where there are no such limits the parent's clock remains."""
    with suppress(ImportError):
        import resource

        for kind, value in ((resource.RLIMIT_CPU, math.ceil(time.process_time()) + 2 * seconds), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_AS, (megabytes + 4096) << 20), (resource.RLIMIT_DATA, _held() + (megabytes + _ROOM << 20)), (resource.RLIMIT_CORE, 0)):
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (value, value))
