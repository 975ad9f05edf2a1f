"""The coder as a spaCy pipeline component: ``nlp.add_pipe("reportedly")`` gives ``doc._.events`` and ``doc._.statements``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from reportedly.analysis import Analysis, Block, Sentence
from reportedly.coder import Coder
from reportedly.language import Parser
from reportedly.reading.article import read_day, text_id
from reportedly.records import Article, CodedArticle

if TYPE_CHECKING:
    from spacy.tokens import Doc


class ReportedlyComponent:
    """Code every doc that passes, over the parse the pipeline before it made; records are in ``doc._.reportedly``."""

    def __init__(self, nlp: Language) -> None:
        from spacy.tokens import Doc

        self.coder = Coder(nlp)
        self.parser = Parser(nlp)
        for name, getter in (("events", _events), ("statements", _statements)):
            if not Doc.has_extension(name):
                Doc.set_extension(name, getter=getter)
        for name in ("reportedly", "published"):
            if not Doc.has_extension(name):
                Doc.set_extension(name, default=None)

    def __call__(self, doc: Doc) -> Doc:
        article = Article(text=doc.text, id=text_id(doc.text), published=read_day(doc._.published))
        analysis = Analysis(article)
        self.coder.structure(analysis)
        sentences = self.parser.add(analysis, doc, [(t.idx, t.idx + len(t.text)) for t in doc])
        for sentence in sentences:
            sentence.block = _block_of(analysis, sentence)
            sentence.block.sentences.append(sentence)
        doc._.reportedly = self.coder.finish(analysis)
        return doc


def _block_of(analysis: Analysis, sentence: Sentence) -> Block:
    start = sentence.span[0]
    return next((b for b in analysis.blocks if b.start <= start < b.end), analysis.blocks[0])


def _events(doc: Doc) -> tuple[object, ...]:
    coded: CodedArticle | None = doc._.reportedly
    return coded.events if coded is not None else ()


def _statements(doc: Doc) -> tuple[object, ...]:
    coded: CodedArticle | None = doc._.reportedly
    return coded.statements if coded is not None else ()


@Language.factory("reportedly", requires=["token.dep", "token.tag", "doc.ents"])
def make_component(nlp: Language, name: str) -> ReportedlyComponent:
    """Return the component; spaCy's ``spacy_factories`` entry point loads this module, and the decorator is how spaCy learns the name."""
    return ReportedlyComponent(nlp)
