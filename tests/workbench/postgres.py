"""A PostgreSQL server of the test's own, in a folder that goes away with it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MISSING = "no PostgreSQL server: team tests against one skipped; get it with: apt-get install postgresql"
_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def find_server() -> Path | None:
    """Return the folder with initdb and pg_ctl, which Debian keeps off the path."""
    found = shutil.which("initdb")
    candidates = [*([Path(found).parent] if found else []), *_FOLDERS]
    return next((folder for folder in candidates if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


@contextmanager
def running(programs: Path) -> Iterator[str]:
    """Run a server that listens on a socket file only; give the address of its database. PostgreSQL does not run as root: then it runs as `postgres`."""
    is_root = os.getuid() == 0
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp") as folder:
        if is_root:
            shutil.chown(folder, "postgres")

        def run(*command: str) -> None:
            done = subprocess.run([*(["runuser", "-u", "postgres", "--"] if is_root else []), *command], cwd=folder, capture_output=True, text=True, check=False, timeout=120)
            assert done.returncode == 0, done.stdout + done.stderr

        run(str(programs / "initdb"), "-D", f"{folder}/data", "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")
        run(str(programs / "pg_ctl"), "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", f"-k {folder} -c listen_addresses=''", "start")
        try:
            yield f"postgresql://tester@/postgres?host={folder}"
        finally:
            run(str(programs / "pg_ctl"), "-D", f"{folder}/data", "-w", "-m", "fast", "stop")
