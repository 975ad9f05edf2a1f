"""SQL over a corpus, read-only: DuckDB in a child process that may open no file, load nothing, change no setting, and is ended at its limits.

The child gets the tables as Arrow data sets that it has opened itself, and then shuts the door before it reads the query. One SELECT is run; it sees the
views named after the tables of docs/corpus.md.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from reportedly.errors import CorpusError
from reportedly.limits import QUERY_MEGABYTES, QUERY_ROWS, QUERY_SECONDS

if TYPE_CHECKING:
    import pyarrow as pa

    from reportedly.corpus.corpus import Corpus


def run_query(corpus: Corpus, sql: str, *, seconds: int = QUERY_SECONDS.default, megabytes: int = QUERY_MEGABYTES.default) -> pa.Table:
    """Return what a SELECT over the corpus tables gives. Raise CorpusError when it is refused, fails or passes a limit."""
    import pyarrow as pa

    from reportedly.corpus.tables import TABLES

    asked = {"sql": sql, "megabytes": megabytes, "seconds": seconds, "rows": QUERY_ROWS.default, "tables": {t: [str(p.resolve()) for p in corpus.files(t)] for t in TABLES}}
    environment = {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "PATH": os.environ.get("PATH", ""), "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")}
    try:
        done = subprocess.run(
            [sys.executable, "-c", "from reportedly.corpus.querying import answer; answer()"], input=json.dumps(asked).encode(), env=environment, capture_output=True,
            timeout=seconds + 2, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise CorpusError(f"the query took more than {seconds} seconds and was ended") from None
    if done.returncode == 3:
        raise CorpusError(done.stderr.decode("utf-8", "replace").strip())
    if done.returncode != 0:
        raise CorpusError(f"the query was ended: it passed its limit of {seconds} seconds or {megabytes} MB, or failed ({done.returncode})")
    with pa.ipc.open_stream(pa.BufferReader(done.stdout)) as stream:
        return stream.read_all()


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

    _limit_process(asked["seconds"], asked["megabytes"])
    settings = {
        "enable_external_access": "false", "autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "allow_community_extensions": "false",
        "memory_limit": f"{asked['megabytes']}MB", "threads": "2", "temp_directory": "", "python_enable_replacements": "false",
    }  # fmt: skip
    connection = duckdb.connect(":memory:", config=cast(Any, settings))
    for name, files in asked["tables"].items():
        connection.register(name, ds.dataset(files, format="parquet", schema=schema(name)) if files else schema(name).empty_table())
    connection.execute("SET lock_configuration = true")
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


def _limit_process(seconds: int, megabytes: int) -> None:
    """Let the operating system end the process at its limits, and refuse it every write to a file. Where there are no such limits the parent's clock remains."""
    with suppress(ImportError):
        import resource

        for kind, value in ((resource.RLIMIT_CPU, 2 * seconds), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_AS, (megabytes + 4096) << 20), (resource.RLIMIT_CORE, 0)):
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (value, value))
