"""The runner: articles in, records out; it, and only it, catches, so that one bad article never ends a run and is never silent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Protocol, TypeVar

from reportedly.errors import InputError
from reportedly.reading import Read
from reportedly.records import Article, SetAside

T = TypeVar("T")
Made_co = TypeVar("Made_co", covariant=True)


class Codes(Protocol[Made_co]):
    """What makes something of an article: the coder, or a step built on it."""

    def code(self, article: Article) -> Made_co: ...


def code_all(coder: Callable[[], Codes[T]], reads: Iterable[Read]) -> Iterator[T | SetAside]:
    """Yield what the coder makes, or a SetAside, for every input, in order. The coder is made when the first article needs it."""
    made: Codes[T] | None = None
    for read in reads:
        if isinstance(read, SetAside):
            yield read
            continue
        made = made or coder()
        yield code_one(made, read)


def code_one(coder: Codes[T], read: tuple[Article, str, str]) -> T | SetAside:
    """Return what the coder makes of one article, or why it makes nothing."""
    article, file, record = read
    try:
        return coder.code(article)
    except InputError as error:
        return SetAside(file=file, record=record, reason=error.reason, component="checks")
    except MemoryError:
        return SetAside(file=file, record=record, reason="needed more memory than it may take", component="memory limit")
    except Exception as error:  # a fault of ours on one article; the rest goes on
        return SetAside(file=file, record=record, reason=f"could not be coded: {type(error).__name__}: {error}", component=_component(error.__traceback__))


def _component(trace: TracebackType | None) -> str:
    """Return the module of ours in which an error arose, the outermost below the coder ("coding.places")."""
    while trace is not None:
        name = str(trace.tb_frame.f_globals.get("__name__", "")).removeprefix("reportedly.")
        if name.startswith(("coding.", "language", "corpus.deriving")):
            return name
        trace = trace.tb_next
    return "coder"
