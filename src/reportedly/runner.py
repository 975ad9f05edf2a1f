"""The runner: articles in, records out; it, and only it, catches, so that one bad article never ends a run and is never silent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportedly.coder import Coder
from reportedly.errors import InputError
from reportedly.reading import Read
from reportedly.records import CodedArticle, SetAside


def code_all(coder: Callable[[], Coder], reads: Iterable[Read]) -> Iterator[CodedArticle | SetAside]:
    """Yield a CodedArticle or a SetAside for every input, in order. The coder is made when the first article needs it."""
    made: Coder | None = None
    for read in reads:
        if isinstance(read, SetAside):
            yield read
            continue
        article, file, record = read
        made = made or coder()
        try:
            yield made.code(article)
        except InputError as error:
            yield SetAside(file=file, record=record, reason=error.reason)
        except Exception as error:  # a fault of ours on one article; the rest goes on
            yield SetAside(file=file, record=record, reason=f"could not be coded: {type(error).__name__}: {error}")
