"""Event data that remembers who said so.

>>> import reportedly
>>> coder = reportedly.load()
>>> coded = coder("The minister denied that troops had shelled the village.")
>>> [(e.type, e.status) for e in coded.events]
[('ASSAULT', 'denied')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportedly.errors import CorpusError, InputError, LexiconError, ModelError, PipelineError, ReportedlyError
from reportedly.records import Actor, Article, CodedArticle, Event, Evidence, Framing, Place, SetAside, Statement, Time, Toll

if TYPE_CHECKING:
    from reportedly.coder import Coder, load
    from reportedly.corpus.corpus import Corpus
    from reportedly.corpus.corpus import open_corpus as open

__version__ = "0.1.0"
__all__ = [
    "Actor", "Article", "CodedArticle", "Coder", "Corpus", "CorpusError", "Event", "Evidence", "Framing", "InputError", "LexiconError", "ModelError", "PipelineError", "Place",
    "ReportedlyError", "SetAside", "Statement", "Time", "Toll", "load", "open",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import the coder and the corpus only when they are asked for, so that ``import reportedly`` stays fast."""
    if name in ("Coder", "load"):
        from reportedly import coder

        return getattr(coder, name)
    if name in ("Corpus", "open"):
        from reportedly.corpus import corpus

        return corpus.Corpus if name == "Corpus" else corpus.open_corpus
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
