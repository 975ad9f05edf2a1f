"""Worker processes: articles coded side by side, results in the order of the articles, and no article that can take another with it.

An article that takes too long or too much memory, or that brings its worker down, is set aside; a new worker takes the dead one's place.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait

from reportedly.coder import Coder
from reportedly.errors import ReportedlyError
from reportedly.limits import CODING_MEGABYTES, CODING_SECONDS
from reportedly.reading import Read
from reportedly.records import CodedArticle, SetAside
from reportedly.runner import code_all

AHEAD = 8  # articles per worker read before the oldest is done; bounds the memory of the caller
Result = CodedArticle | SetAside


@dataclass(frozen=True)
class Limits:
    """What one article may take: seconds by the clock, and MB of address space of its worker (the model and gazetteer included)."""

    seconds: float = CODING_SECONDS.default
    megabytes: int = CODING_MEGABYTES.default


def code_in_workers(coder: Callable[[], Coder], reads: Iterable[Read], workers: int, limits: Limits) -> Iterator[Result]:
    """Yield what ``code_all`` yields, made by up to ``workers`` processes, started as articles need them.

    ``coder`` is called in each process and must pickle. Raise what it raises there, when that is an error of ours.
    """
    pool: list[_Worker] = []
    source = iter(reads)
    done: dict[int, Result] = {}
    taken = given = 0
    more = True
    try:
        while more or given < taken:
            while more and taken - given < AHEAD * workers and (worker := _free(pool, workers, coder, limits)) is not None:
                read = next(source, None)
                if read is None:
                    more = False
                elif isinstance(read, SetAside):
                    done[taken] = read
                    taken += 1
                else:
                    worker.begin(taken, read)
                    taken += 1
            for worker in _ended(pool):
                done[worker.number] = worker.take(limits)
                if not worker.process.is_alive():
                    pool.remove(worker)
            while given in done:
                yield done.pop(given)
                given += 1
    finally:
        for worker in pool:
            worker.end()


class _Worker:
    def __init__(self, coder: Callable[[], Coder], limits: Limits) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would take over threads and open databases
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, coder, limits.megabytes), daemon=True)
        self.process.start()
        theirs.close()
        self.limit = limits.seconds
        self.loaded = False
        self.busy = False

    def begin(self, number: int, read: Read) -> None:
        self.number, self.read, self.busy = number, read, True
        self.until = time.monotonic() + self.limit
        with contextlib.suppress(OSError):  # it has died, which ``take`` will say
            self.pipe.send(self.read)

    def take(self, limits: Limits) -> Result:
        """Return what became of the article."""
        assert not isinstance(self.read, SetAside)
        _, file, record = self.read
        self.busy = False
        try:
            if self.pipe.poll():
                result: Result = self.pipe.recv()
                return result
            reason = f"took more than {limits.seconds:g} seconds"
        except (EOFError, OSError):
            self.process.join(5)
            reason = f"brought its worker down (exit code {self.process.exitcode})"
        self.end()
        return SetAside(file=file, record=record, reason=reason)

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


def _free(pool: list[_Worker], workers: int, coder: Callable[[], Coder], limits: Limits) -> _Worker | None:
    for worker in pool:
        if not worker.busy:
            return worker
    if len(pool) < workers:
        pool.append(_Worker(coder, limits))
        return pool[-1]
    return None


def _ended(pool: list[_Worker]) -> list[_Worker]:
    """Wait until some busy worker has answered, died or used up its time; return these."""
    busy = [w for w in pool if w.busy]
    if not busy:
        return []
    ready = wait([w.pipe for w in busy], timeout=max(0.0, min(w.until for w in busy) - time.monotonic()))
    ended = []
    for worker in busy:
        if worker.pipe in ready and not worker.loaded and _says_loaded(worker):
            worker.loaded, worker.until = True, time.monotonic() + worker.limit  # loading is not the article's time
        elif worker.pipe in ready or (worker.loaded and time.monotonic() >= worker.until):
            ended.append(worker)
        elif time.monotonic() >= worker.until:
            worker.until = time.monotonic() + worker.limit
    return ended


def _says_loaded(worker: _Worker) -> bool:
    try:
        answer = worker.pipe.recv()
    except (EOFError, OSError):
        return False
    if isinstance(answer, ReportedlyError):
        raise answer
    return bool(answer == _LOADED)


_LOADED = "loaded"


def _serve(pipe: Connection, coder: Callable[[], Coder], megabytes: int) -> None:
    """What a worker does: load the coder once, then an article at a time until the other end is closed."""
    try:
        made = coder()
    except ReportedlyError as error:
        pipe.send(ReportedlyError(str(error)))  # some of ours do not pickle
        return
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 10**6, megabytes * 10**6))
    except (ImportError, ValueError, OSError):
        pass  # a system without such limits
    pipe.send(_LOADED)
    while True:
        try:
            read = pipe.recv()
            (result,) = code_all(lambda: made, [read])
            pipe.send(result)
        except (EOFError, OSError, KeyboardInterrupt):
            return
