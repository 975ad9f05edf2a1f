"""The coder: the ordered list of components, what each needs and makes, and an article through them."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from reportedly.analysis import Analysis
from reportedly.coding.actors import Actors
from reportedly.coding.adversaries import Adversaries
from reportedly.coding.arguments import Arguments
from reportedly.coding.circumstances import Circumstances
from reportedly.coding.codes import Codes
from reportedly.coding.confidence import Confidence, load_confidence
from reportedly.coding.emit import emit
from reportedly.coding.framing import Framing, load_framing
from reportedly.coding.incidents import Incidents
from reportedly.coding.linking import Linking
from reportedly.coding.places import Places
from reportedly.coding.predicates import Predicates
from reportedly.coding.recalling import Recalling
from reportedly.coding.repair import Repair
from reportedly.coding.roles import Roles
from reportedly.coding.statements import Statements
from reportedly.coding.status import Status
from reportedly.coding.structure import Structure
from reportedly.coding.times import Times
from reportedly.coding.two_layers import TwoLayers
from reportedly.coding.voices import FirstPersons, Sources
from reportedly.errors import PipelineError
from reportedly.gazetteer import open_gazetteer
from reportedly.language import Parser, load_model
from reportedly.lexicons.actors import ActorLexicon, load_actors
from reportedly.lexicons.codebook import load_codebook
from reportedly.lexicons.cues import load_cues
from reportedly.lexicons.loader import data_root
from reportedly.lexicons.predicates import PredicateLexicon, load_predicates
from reportedly.reading.article import checked
from reportedly.records import Article, CodedArticle

if TYPE_CHECKING:
    from spacy.language import Language


class Component(Protocol):
    """One step of the coder: says which layers it reads and writes, and changes nothing else."""

    @property
    def reads(self) -> tuple[str, ...]: ...
    @property
    def writes(self) -> tuple[str, ...]: ...

    def __call__(self, analysis: Analysis) -> None: ...


class Coder:
    """Code articles: ``coder(text, published="2024-02-12")`` gives a CodedArticle, ``coder.pipe(articles)`` a stream of them."""

    def __init__(self, nlp: Language, *, lexicons: Sequence[Path] = ()) -> None:
        roots = [data_root(), *lexicons]
        self.actors = actors = load_actors(roots)
        predicates = load_predicates(roots)
        self.nlp = nlp
        self.structure, self.parse = Structure(), Parser(nlp, common_words(actors, predicates))
        places = Places(open_gazetteer(), roots=roots)
        self.components: tuple[Component, ...] = (
            Repair(actors, predicates),
            Actors(actors),
            Roles(actors),
            Linking(actors),
            Statements(load_cues(roots)),
            FirstPersons(actors),
            Times(),
            places,
            Predicates(predicates),
            Arguments(predicates),
            TwoLayers(predicates),
            Status(predicates),
            Adversaries(actors),
            Recalling(),
            Sources(actors),
            Circumstances(places),
            Codes(load_codebook(roots)),
            Incidents(),
            Framing(load_framing(roots)),
            Confidence(load_confidence(roots)),
        )
        check_order(self.components)

    def __call__(self, text: str, **metadata: str | None) -> CodedArticle:
        """Code one text; keywords are the other fields of Article. Raise InputError when it cannot be coded."""
        return self.code(Article(text=text, **metadata))  # type: ignore[arg-type]

    def code(self, article: Article) -> CodedArticle:
        """Code one article. Raise InputError when it cannot be coded."""
        analysis = Analysis(checked(article))
        self.structure(analysis)
        self.parse(analysis)
        return self.finish(analysis)

    def finish(self, analysis: Analysis) -> CodedArticle:
        """Run every component over a parsed article and return its records."""
        for component in self.components:
            component(analysis)
        return emit(analysis)

    def pipe(self, articles: Iterable[Article | str | dict[str, Any]]) -> Iterator[CodedArticle]:
        """Code a stream of articles, texts or dicts with the keys of Article, in order."""
        for item in articles:
            if isinstance(item, str):
                yield self.code(Article(text=item))
            else:
                yield self.code(msgspec.convert(item, Article) if isinstance(item, dict) else item)


def common_words(actors: ActorLexicon, predicates: PredicateLexicon) -> Callable[[str], bool]:
    """Return a test for words the lexicons know as common ones, in any regular inflection."""
    known = {head for head, _ in (*predicates.by_head, *predicates.embedding)} | set(predicates.light) | set(predicates.classes_of) | set(actors.nouns)

    def is_common(word: str) -> bool:
        return word in known or (word.endswith("men") and word[:-2] + "an" in known) or any(word.endswith(end) and (word[: -len(end)] in known or word[: -len(end)] + "e" in known) for end in ("s", "es", "ed", "d", "ing"))

    return is_common


_GIVEN = frozenset({"article", "blocks", "quotations", "tokens", "sentences", "ents"})  # by Structure and the parser


def check_order(components: Sequence[Component]) -> None:
    """Raise PipelineError when a component reads a layer that nothing before it writes."""
    made = set(_GIVEN)
    for component in components:
        if missing := set(component.reads) - made:
            raise PipelineError(f"{type(component).__name__} needs {', '.join(sorted(missing))}, which no component before it makes")
        made |= set(component.writes)


def load(*, model: str | None = None, lexicons: Iterable[str | Path] = ()) -> Coder:
    """Return a coder with the bundled language model and lexicons.

    ``model``: another spaCy model's package or folder. ``lexicons``: folders that add to or override the lexicons.
    Raise ModelError or LexiconError when something is wrong with them.
    """
    with _no_collecting():
        return Coder(load_model(model), lexicons=[Path(folder) for folder in lexicons])


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the garbage collector away: of the many things made here nearly all stay, and looking through them again and again takes half as long as making them."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
