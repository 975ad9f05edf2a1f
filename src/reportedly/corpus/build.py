"""Building a corpus: code what is new, add it, link it, publish the tables. Each step can be ended at any moment and taken up again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from reportedly.corpus.adding import article_key, make_preparer
from reportedly.corpus.linking import link
from reportedly.corpus.parts import publish
from reportedly.corpus.shards import Outcome, count_failures, failed_reads, forget_unread, input_of, outcome, read_shard, record_outcomes, write_shard
from reportedly.corpus.state import State
from reportedly.corpus.store import describe_making, open_folder
from reportedly.reading import Read
from reportedly.records import CodedArticle, SetAside
from reportedly.runner import Codes, code_all

Coding = Callable[[Callable[[], Codes[bytes]], Iterable[Read]], Iterator[bytes | SetAside]]
SHARD_ARTICLES = 50  # what is lost when a build is ended is coded again


@dataclass(frozen=True)
class Input:
    """A file of a build, by its path, with what it held and how it was read. Among the articles it says that they are all read."""

    path: str
    size: int
    sha256: str
    how: str  # hash of the options it was read with
    articles: int
    skipped: bool = False  # an earlier build has it


@dataclass
class Built:
    """What a build did: articles added, those there already (or set aside before), those set aside, and of these the ones tried again."""

    added: int = 0
    known: int = 0
    failed_before: int = 0
    aside: list[SetAside] = field(default_factory=list)
    step: str = "coding"

    @property
    def seen(self) -> int:
        """Articles that are done with."""
        return self.added + self.known + self.failed_before + len(self.aside)


def build(
    folder: Path, reads: Iterable[Read | Input], coder: Callable[[], Codes[CodedArticle]], *, model: dict[str, str], lexicons: Sequence[Path] = (),
    coding: Coding = code_all, tell: Callable[[Built], None] = lambda built: None, retry: bool = False,
) -> Built:  # fmt: skip
    """Add articles to the corpus in ``folder``, making it first when there is none; return what was done.

    ``coder`` is called when the first new article needs it; ``model`` describes it for the manifest. ``coding`` codes here or in worker processes, in order.
    ``tell`` is called after each article. ``retry``: code again what was set aside before. An ``Input`` among the reads is recorded as done with its last article.
    Raise CorpusError when the corpus was made with another version, model, lexicon or setting, saying which.
    """
    open_folder(folder, describe_making(model, lexicons))
    built = Built()
    state = State(folder / "state.sqlite")
    try:
        recorder = Recorder(state, folder / "shards")
        _code(state, recorder, reads, partial(make_preparer, coder, lexicons), coding, built, tell, retry)
        built.step = "linking"
        tell(built)
        link(state)
        built.step = "writing tables"
        tell(built)
        publish(state, folder / "tables")
    finally:
        state.close()
    return built


def _code(
    state: State, recorder: Recorder, reads: Iterable[Read | Input], preparer: Callable[[], Codes[bytes]], coding: Coding, built: Built, tell: Callable[[Built], None], retry: bool,
) -> None:  # fmt: skip
    """Code what is not in the state yet, shard by shard."""
    begun: deque[tuple[str, Read | Input]] = deque()  # given to the coder, not back yet; inputs when all before is back
    under_way: set[str] = set()

    def fresh() -> Iterator[Read]:
        if retry:
            for again in failed_reads(state):
                begun.append((article_key(again[0]), again))
                under_way.add(begun[-1][0])
                yield again
        for read in reads:
            if isinstance(read, Input):
                begun.append(("", read))
                if read.skipped:
                    note_done(state, read, built)
                    tell(built)
                continue
            key = "" if isinstance(read, SetAside) else article_key(read[0])
            if key and (key in under_way or state.one("SELECT 1 FROM article WHERE key = ?", key) is not None):
                built.known += 1
                tell(built)
            elif key and state.one("SELECT 1 FROM failure WHERE key = ?", key) is not None:
                built.failed_before += 1
                tell(built)
            else:
                begun.append((key, read))
                under_way.add(key)
                yield read

    def finish_inputs() -> None:
        while begun and isinstance(begun[0][1], Input):
            recorder.inputs.append(begun.popleft()[1])  # type: ignore[arg-type]

    for result in coding(preparer, fresh()):
        finish_inputs()
        _, read = begun.popleft()
        assert not isinstance(read, Input)
        recorder.outcomes.append(outcome(read, result))
        if isinstance(result, SetAside):
            built.aside.append(result)
        else:
            built.added += 1
        finish_inputs()
        if len(recorder.outcomes) >= SHARD_ARTICLES:
            under_way -= {o.key for o in recorder.outcomes}
            recorder.record()
        tell(built)
    finish_inputs()
    recorder.record()


def note_done(state: State, done: Input, built: Built) -> None:
    """Count what an input holds that an earlier build is done with: articles that are there, and those that it set aside."""
    uncoded, unread = count_failures(state, done.path)
    built.known += max(0, done.articles - uncoded)
    built.failed_before += uncoded + unread


class Recorder:
    """Coded articles on their way into the state: a shard's file first, then the state, then the file goes."""

    def __init__(self, state: State, folder: Path) -> None:
        self.state, self.folder = state, folder
        self.number = int(state.meta("builds", "0")) + 1
        self.outcomes: list[Outcome] = []
        self.inputs: list[Input] = []
        self.unread: dict[str, set[str]] = {}  # by input: keys of what could not be read of it
        for path in sorted(folder.glob("*")):  # left by a build that was ended
            if path.suffix == ".parquet":
                with state.transaction():
                    record_outcomes(state, read_shard(path), self.number)
            path.unlink()

    def record(self) -> None:
        """Make the shard that has gathered, and the inputs that end in it, part of the corpus."""
        for found in self.outcomes:
            if found.rows is None and found.data is None:
                self.unread.setdefault(input_of(found.file), set()).add(found.key)
        path = write_shard(self.folder, self.outcomes) if self.outcomes else None
        with self.state.transaction():
            record_outcomes(self.state, self.outcomes, self.number)
            for done in self.inputs:
                if not done.skipped:
                    forget_unread(self.state, done.path, self.unread.pop(done.path, set()))
                self.state.db.execute("INSERT OR REPLACE INTO input VALUES (?, ?, ?, ?, ?)", (done.path, done.size, done.sha256, done.how, done.articles))
        if path is not None:
            path.unlink()
        self.outcomes.clear()
        self.inputs.clear()


def done_inputs(folder: Path) -> dict[str, Input]:
    """Return the inputs that a corpus has, by path; none when there is no corpus yet."""
    if not (folder / "state.sqlite").is_file():
        return {}
    state = State(folder / "state.sqlite")
    try:
        return {path: Input(path, size, sha256, how, articles) for path, size, sha256, how, articles in state.all("SELECT * FROM input")}
    finally:
        state.close()
