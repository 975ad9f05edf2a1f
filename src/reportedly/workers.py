"""Worker processes: articles coded side by side, results in the order of the articles, and no article that can take another with it.

An article that takes too long or too much memory, or that brings its worker down, is set aside; a new worker takes the dead one's place and the
articles that waited for it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from reportedly.errors import ReportedlyError
from reportedly.limits import CODING_MEGABYTES, CODING_SECONDS
from reportedly.reading import Read
from reportedly.records import Article, SetAside
from reportedly.runner import Codes, code_one

AHEAD = 16  # articles per worker read before the oldest is done; bounds the memory of the caller
WAITING = 4  # articles that lie in a worker's pipe, so that it need not wait for its caller
PIPE_CHARACTERS = 12_000  # of these; a pipe that is full would block the caller
T = TypeVar("T")
Given = tuple[Article, str, str]


@dataclass(frozen=True)
class Limits:
    """What one article may take: seconds by the clock, and MB of address space of its worker (the model and gazetteer included)."""

    seconds: float = CODING_SECONDS.default
    megabytes: int = CODING_MEGABYTES.default


def code_in_workers(coder: Callable[[], Codes[T]], reads: Iterable[Read], workers: int, limits: Limits) -> Iterator[T | SetAside]:
    """Yield what ``code_all`` yields, made by up to ``workers`` processes that end with the last article."""
    with contextlib.closing(Pool(workers, limits)) as pool:
        yield from pool.code(coder, reads)


class Pool:
    """Up to ``workers`` processes, started as articles need them, kept until ``close``."""

    def __init__(self, workers: int, limits: Limits) -> None:
        self.size, self.limits = workers, limits
        self.workers: list[_Worker] = []

    def code(self, coder: Callable[[], Codes[T]], reads: Iterable[Read]) -> Iterator[T | SetAside]:
        """Yield what ``code_all`` yields. ``coder`` is called in each process and must pickle. Raise what it raises there, when that is an error of ours."""
        source = iter(reads)
        again: deque[tuple[int, Given]] = deque()  # to be given next: read last, or lost with a worker that has died
        done: dict[int, Any] = {}
        taken = given = 0
        more = True
        try:
            while more or given < taken:
                while again or (more and taken - given < AHEAD * self.size):
                    if not again:
                        read = next(source, None)
                        if read is None:
                            more = False
                            continue
                        if isinstance(read, SetAside):
                            done[taken] = read
                        else:
                            again.append((taken, read))
                        taken += 1
                    elif (worker := self._free(coder, again[0][1])) is not None:
                        worker.begin(*again.popleft())
                    else:
                        break
                for worker in self._ended():
                    number, done[number] = worker.take()
                    if worker.dead:
                        self.workers.remove(worker)
                        again.extend(worker.waiting)
                while given in done:
                    yield done.pop(given)
                    given += 1
        finally:
            if given < taken:  # left in the middle: what is under way answers to nobody
                self.close()

    def warm(self, coder: Callable[[], Codes[Any]]) -> None:
        """Start every process and wait until all are loaded, so that the first articles find them ready."""
        while len(self.workers) < self.size:
            self.workers.append(_Worker(coder, self.limits))
        for worker in self.workers:
            worker.loaded = worker.loaded or worker.says_loaded()

    def close(self) -> None:
        """End the processes."""
        while self.workers:
            self.workers.pop().end()

    def _free(self, coder: Callable[[], Codes[Any]], read: Given) -> _Worker | None:
        """Return an idle worker for an article, else a new one, else the one with the fewest articles waiting; None when all have enough."""
        least = min(self.workers, key=lambda w: len(w.waiting), default=None)
        if (least is None or least.waiting) and len(self.workers) < self.size:
            least = _Worker(coder, self.limits)
            self.workers.append(least)
        return least if least is not None and least.has_room(read) else None

    def _ended(self) -> list[_Worker]:
        """Wait until some busy worker has answered, died or used up its time; return these."""
        busy = [w for w in self.workers if w.waiting]
        if not busy:
            return []
        ready = wait([w.pipe for w in busy], timeout=max(0.0, min(w.until for w in busy) - time.monotonic()))
        ended = []
        for worker in busy:
            if worker.pipe in ready and not worker.loaded and worker.says_loaded():
                worker.loaded, worker.until = True, time.monotonic() + self.limits.seconds  # loading is not the article's time
            elif worker.pipe in ready or (worker.loaded and time.monotonic() >= worker.until):
                ended.append(worker)
            elif time.monotonic() >= worker.until:
                worker.until = time.monotonic() + self.limits.seconds
        return ended


class _Worker:
    """A process and the articles given to it: the first is being coded, the others wait in its pipe."""

    def __init__(self, coder: Callable[[], Codes[Any]], limits: Limits) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would take over threads and open databases
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, coder, limits.megabytes), daemon=True)
        self.process.start()
        theirs.close()
        self.limits = limits
        self.waiting: deque[tuple[int, Given]] = deque()
        self.loaded = self.dead = False
        self.until = 0.0

    def has_room(self, read: Given) -> bool:
        """Whether an article may be sent without waiting: an idle worker takes any, another what its pipe holds."""
        return not self.waiting or (len(self.waiting) < WAITING and sum(len(r[0].text) for r in (read, *(w for _, w in self.waiting))) < PIPE_CHARACTERS)

    def begin(self, number: int, read: Given) -> None:
        if not self.waiting:
            self.until = time.monotonic() + self.limits.seconds
        self.waiting.append((number, read))
        with contextlib.suppress(OSError):  # it has died, which ``take`` will say
            self.pipe.send(read)

    def take(self) -> tuple[int, Any]:
        """Return the number of the first article and what became of it."""
        number, (_, file, record) = self.waiting.popleft()
        self.until = time.monotonic() + self.limits.seconds
        try:
            if self.pipe.poll():
                return number, self.pipe.recv()
            reason, component = f"took more than {self.limits.seconds:g} seconds", "time limit"
        except (EOFError, OSError):
            self.process.join(5)
            reason, component = f"brought its worker down (exit code {self.process.exitcode})", "worker"
        self.end()
        return number, SetAside(file=file, record=record, reason=reason, component=component)

    def says_loaded(self) -> bool:
        try:
            answer = self.pipe.recv()
        except (EOFError, OSError):
            return False
        if isinstance(answer, ReportedlyError):
            raise answer
        return bool(answer == _LOADED)

    def end(self) -> None:
        self.dead = True
        self.pipe.close()
        self.process.kill()
        self.process.join()


_LOADED = "loaded"


def _serve(pipe: Connection, coder: Callable[[], Codes[Any]], megabytes: int) -> None:
    """What a worker does: load the coder once, then an article at a time until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the caller, who ends its workers
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
            pipe.send(code_one(made, pipe.recv()))
        except (EOFError, OSError, KeyboardInterrupt):
            return
