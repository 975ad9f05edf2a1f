"""What the screens read: the corpus, opened anew when a build has changed it, and the coder, which codes one article at a time in a thread of its own."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.coder import Coder
from reportedly.corpus.corpus import Corpus
from reportedly.errors import InputError
from reportedly.limits import PASTE_CHARACTERS
from reportedly.records import Article, CodedArticle, SetAside
from reportedly.runner import code_all
from reportedly.workbench.example import read_example

if TYPE_CHECKING:
    from reportedly.workbench.index import Index

_KEPT = 64  # pasted articles that can still be looked at


class Library:
    """The corpus in a folder and the coder. Safe to use from many threads."""

    def __init__(self, folder: Path, coder: Callable[[], Coder]) -> None:
        self.folder = folder
        self._make = coder
        self._coder: Coder | None = None
        self._one = ThreadPoolExecutor(1, thread_name_prefix="coder")  # the gazetteer's file belongs to the thread that opened it
        self._lock = threading.Lock()
        self._example: Future[CodedArticle] | None = None
        self._opened: tuple[int, Index] | None = None
        self._pasted: OrderedDict[str, CodedArticle] = OrderedDict()

    @property
    def index(self) -> Index:
        """The corpus as it is now. Raise CorpusError when the folder holds none."""
        from reportedly.workbench.index import Index

        path = self.folder / "tables" / "index.json"
        stamp = path.stat().st_mtime_ns if path.is_file() else 0
        with self._lock:
            if self._opened is None or self._opened[0] != stamp:
                self._opened = stamp, Index(Corpus(self.folder))
            return self._opened[1]

    def code(self, article: Article) -> CodedArticle:
        """Code one article. Raise InputError when it cannot be coded."""
        if len(article.text) > PASTE_CHARACTERS.default:
            raise InputError(f"{len(article.text)} characters; here the limit is {PASTE_CHARACTERS.default}. Longer ones: reportedly build")
        return self._one.submit(self._code, article).result()

    def prepare(self) -> Future[CodedArticle]:
        """Load the coder and code the example, in the background, so that the first screen is ready sooner."""
        with self._lock:
            if self._example is None:
                self._example = self._one.submit(self._code, read_example()[0])
            return self._example

    def warm(self) -> None:
        """Work out what the first screens need of the corpus, and read the shapes of the map, in the background."""
        from reportedly.pages.pictures.shapes import countries

        index = self.index
        for name, work in (("index", index.warm), ("shapes", countries)):
            threading.Thread(target=work, name=name, daemon=True).start()

    @property
    def example(self) -> CodedArticle:
        """The example of the first screen, coded."""
        return self.prepare().result()

    def keep(self, coded: CodedArticle) -> str:
        """Keep a pasted article for a while and return a key that nobody guesses."""
        key = secrets.token_urlsafe(12)
        with self._lock:
            self._pasted[key] = coded
            while len(self._pasted) > _KEPT:
                self._pasted.popitem(last=False)
        return key

    def kept(self, key: str) -> CodedArticle | None:
        """Return a pasted article, None when it is no longer kept."""
        with self._lock:
            return self._pasted.get(key)

    def close(self) -> None:
        """End the coder's thread."""
        self._one.shutdown(wait=False, cancel_futures=True)

    def _code(self, article: Article) -> CodedArticle:
        self._coder = self._coder or self._make()
        made = self._coder
        for result in code_all(lambda: made, [(article, "-", article.id)]):
            if isinstance(result, SetAside):
                raise InputError(result.reason)
            return result
        raise AssertionError("the runner gives one result an article")

