"""Part of speech and base form of every token, as the model's own rules give them, each worked out once.

In spaCy's English pipelines both follow from a token's word, tag and dependency: the attribute ruler looks at these, the lemmatizer at the word and at what
the ruler said of it. Asking the rules anew for every token takes a sixth of the model's time, though a word in its function comes back sooner or later.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

STEPS = ("attribute_ruler", "lemmatizer")  # of a pipeline, in this order
Use = tuple[int, int, int]  # word, tag, dependency: hashes by which the vocabulary knows strings
Form = tuple[str, str]  # part of speech, base form
_REMEMBERED = 60_000  # uses of words, some 50 MB
_APART_FROM_FORMS = frozenset({"tok2vec", "tagger", "parser", "ner"})  # parts of a pipeline that neither say nor ask what form a word has


class WordForms:
    """What the STEPS of a pipeline would say of the tokens of docs that they have not seen."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher

        self.vocab = nlp.vocab
        self.steps: list[Any] = [nlp.get_pipe(name) for name in STEPS]
        self.known: dict[Use, Form] = {}
        self.openers: set[Use] = set()  # known ones that a rule for several words may begin with ("there" of "there is")
        several = [pattern for rule in self.steps[0].patterns for pattern in rule["patterns"] if len(pattern) > 1]
        self._longest = max(map(len, several), default=1)
        self._opens = Matcher(nlp.vocab)
        if several:
            self._opens.add("opener", [pattern[:1] for pattern in several])

    @classmethod
    def of(cls, nlp: Language) -> WordForms | None:
        """Return those of a pipeline; None when it may decide otherwise than this module thinks."""
        from spacy.lang.en.lemmatizer import EnglishLemmatizer
        from spacy.pipeline import AttributeRuler

        parts = {name: part for name, part in nlp.pipeline if name not in _APART_FROM_FORMS}
        usual = tuple(parts) == STEPS and [type(part) for part in parts.values()] == [AttributeRuler, EnglishLemmatizer]
        return cls(nlp) if usual and getattr(parts["lemmatizer"], "mode", "") == "rule" else None

    def __call__(self, doc: Doc) -> list[Form]:
        """Return part of speech and base form of each token."""
        from spacy.attrs import DEP, ORTH, TAG

        rows: Any = doc.to_array([ORTH, TAG, DEP]).tolist()
        uses: list[Use] = [(word, tag, dep) for word, tag, dep in rows]
        if len(self.known) > _REMEMBERED:
            self.known.clear()
            self.openers.clear()
        try:
            forms = [self.known[use] for use in uses]
        except KeyError:
            self._learn(sorted({use for use in uses if use not in self.known}))
            forms = [self.known[use] for use in uses]
        if not self.openers.isdisjoint(uses):
            self._mend(uses, forms)
        return forms

    def _learn(self, uses: list[Use]) -> None:
        doc = self._make_doc([part for use in uses for part in (use, None)])
        self.openers.update(uses[start // 2] for _, start, _ in self._opens(doc) if start % 2 == 0)
        self.known.update(zip(uses, self._apply(doc)[::2], strict=True))

    def _mend(self, uses: list[Use], forms: list[Form]) -> None:
        """Give the words that rules for several may fit the forms that they have side by side."""
        beside = sorted({j for i, use in enumerate(uses) if use in self.openers for j in range(i, min(i + self._longest, len(uses)))})
        parts: list[tuple[int, Use | None]] = []
        for i in beside:
            if parts and parts[-1][0] != i - 1:
                parts.append((-1, None))
            parts.append((i, uses[i]))
        for (i, _), form in zip(parts, self._apply(self._make_doc([use for _, use in parts])), strict=True):
            if i >= 0:
                forms[i] = form

    def _make_doc(self, uses: list[Use | None]) -> Doc:
        """Return a doc of these words; None keeps its neighbours apart, so that no rule for several words fits."""
        from spacy.tokens import Doc

        strings = self.vocab.strings
        rows = [(".", ".", "punct") if use is None else (strings[use[0]], strings[use[1]], strings[use[2]]) for use in uses]
        words, tags, deps = ([row[i] for row in rows] for i in range(3))
        return Doc(self.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(rows))))

    def _apply(self, doc: Doc) -> list[Form]:
        from spacy.attrs import LEMMA, POS

        for step in self.steps:
            step(doc)
        forms: Any = doc.to_array([POS, LEMMA]).tolist()
        strings = self.vocab.strings
        return [(sys.intern(strings[pos]), sys.intern(strings[lemma])) for pos, lemma in forms]
