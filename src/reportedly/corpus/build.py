"""Building a corpus: code what is new, add it, link it, publish the tables. Each step can be ended at any moment and taken up again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.coder import Coder
from reportedly.corpus.adding import Derived, add, article_key, derive
from reportedly.corpus.deriving import Knowledge, load_knowledge
from reportedly.corpus.linking import link
from reportedly.corpus.parts import publish
from reportedly.corpus.state import State
from reportedly.corpus.store import describe_making, open_folder
from reportedly.reading import Read
from reportedly.records import CodedArticle, SetAside
from reportedly.runner import code_all

Coding = Callable[[Callable[[], Coder], Iterable[Read]], Iterator[CodedArticle | SetAside]]
COMMIT_EVERY = 20  # articles; what is lost when a build is ended is coded again


@dataclass
class Built:
    """What a build did: articles added, articles that were there already, and those set aside."""

    added: int = 0
    known: int = 0
    aside: list[SetAside] = field(default_factory=list)


def build(
    folder: Path, reads: Iterable[Read], coder: Callable[[], Coder], *, model: dict[str, str], lexicons: Sequence[Path] = (),
    coding: Coding = code_all, tell: Callable[[Built], None] = lambda built: None,
) -> Built:  # fmt: skip
    """Add articles to the corpus in ``folder``, making it first when there is none; return what was done.

    ``coder`` is called when the first new article needs it; ``model`` describes it for the manifest. ``coding`` codes here or in worker processes, in order.
    ``tell`` is called after each article. Raise CorpusError when the corpus was made with another version, model, lexicon or setting, saying which.
    """
    open_folder(folder, describe_making(model, lexicons))
    built = Built()
    state = State(folder / "state.sqlite")
    try:
        knowledge: Knowledge | None = None
        number = int(state.meta("builds", "0")) + 1
        waiting: dict[str, Derived] = {}
        begun: deque[tuple[str, Read]] = deque()  # given to the coder, not back yet

        def fresh() -> Iterator[Read]:
            for read in reads:
                key = "" if isinstance(read, SetAside) else article_key(read[0])
                if key and (key in waiting or any(key == k for k, _ in begun) or state.one("SELECT 1 FROM article WHERE key = ?", key) is not None):
                    built.known += 1
                    tell(built)
                else:
                    begun.append((key, read))
                    yield read

        for result in coding(coder, fresh()):
            key, read = begun.popleft()
            if isinstance(result, SetAside):
                built.aside.append(result)
            elif not isinstance(read, SetAside):
                knowledge = knowledge or load_knowledge(lexicons)
                waiting[key] = derive(read[0], result, knowledge)
                built.added += 1
            if len(waiting) >= COMMIT_EVERY:
                _commit(state, waiting, number)
            tell(built)
        _commit(state, waiting, number)
        link(state)
        publish(state, folder / "tables")
    finally:
        state.close()
    return built


def _commit(state: State, waiting: dict[str, Derived], number: int) -> None:
    with state.transaction():
        for derived in waiting.values():
            add(state, derived, number)
    waiting.clear()
