"""What the vocabulary of a model remembers from article to article: common words, but no names, of which every article brings new ones."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language

_KEPT = 20_000  # words, some 10 MB


class Vocabulary:
    """The vocabulary of a pipeline over a stream of articles."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.kept: set[str] = set()

    def zone(self) -> contextlib.AbstractContextManager[Any]:
        """Return a context after which the words met inside are forgotten; one that the user has opened is taken as it is."""
        return contextlib.nullcontext() if self._is_in_zone() else self.nlp.memory_zone()

    def keep(self, words: Iterable[str]) -> None:
        """Remember the words written small for good, so that the next article need not make them again, which takes a twentieth of the model's time."""
        if len(self.kept) >= _KEPT or self._is_in_zone():
            return
        new = {word for word in words if word.islower() and word.isalpha()} - self.kept
        if new:
            self.kept |= new
            self.nlp.make_doc(" ".join(sorted(new)))

    def _is_in_zone(self) -> bool:
        return bool(cast(Any, self.nlp.vocab).in_memory_zone)
