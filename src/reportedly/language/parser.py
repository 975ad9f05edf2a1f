"""The language model over the blocks of an article: its parse becomes our tokens, sentences and entities."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np

from reportedly.analysis import Analysis, Block, Ent, Sentence, Token
from reportedly.datelines import is_title_case
from reportedly.language.hyphens import COMPOUND_VERB, NAMES, WHOLE, is_name, shown
from reportedly.language.products import on_one_thread
from reportedly.language.semicolons import clause_starts
from reportedly.language.vocabulary import Vocabulary
from reportedly.language.word_forms import STEPS, Form, WordForms
from reportedly.lexicons.word_lists import word_list
from reportedly.records import Span
from reportedly.sentences import readable, sentence_starts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_QUOTES = frozenset({"'", '"', "\u2018", "\u2019", "\u201c", "\u201d"})


def _is_shouted(words: str) -> bool:
    """Whether words are all in capitals: "ARMY KILLS NINE REBELS"."""
    return len(re.findall(r"[A-Z]{3,}", words)) > 3 and words.upper() == words


def _around_one_word(words: list[str]) -> set[int]:
    """Return where the quotes stand that hold a single word."""
    return {j for i in range(1, len(words) - 1) if words[i].isalpha() and words[i - 1] in _QUOTES and words[i + 1] in _QUOTES for j in (i - 1, i + 1)}


_SMALL_WORDS = word_list("parser.small_words")
_BESIDE = "parataxis"
_RUNNING = frozenset({"paragraph", "list"})  # blocks written in sentences
_SMALL = re.compile(r"(?<![\w'-])[a-z]+(?![\w'-])")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][\w'-]*")  # inside a sentence
_HYPHENS = str.maketrans("\u2010\u2011", "--")  # that do not break, as offices write them: rules ask for the common one


class _Spelling(NamedTuple):
    """The words that a story writes small, those it writes with a capital inside a sentence, and these by what they are in capitals."""

    small: set[str]
    capital: set[str]
    names: dict[str, str]


def _spelled(story: str) -> _Spelling:
    capital = set(_CAPITAL.findall(story))
    return _Spelling(set(_SMALL.findall(story)), capital, {w.upper(): w for w in sorted(capital)})


class _Labels(dict[int, str]):
    """The strings of a vocabulary by their hashes, each looked up once."""

    def __init__(self, nlp: Language) -> None:
        super().__init__({0: ""})
        self.strings = nlp.vocab.strings

    def __missing__(self, key: int) -> str:
        self[key] = label = self.strings[key]
        return label


class Parser:
    """Run the language model over an article's blocks and write tokens, sentences and entities into its analysis.

    Reads blocks; writes tokens, sentences, ents. One article is one batch, so its parse never depends on its neighbours.
    """

    def __init__(self, nlp: Language, is_common: Callable[[str], bool] = lambda word: False) -> None:
        self.nlp, self.is_common = nlp, is_common
        self.forms, self.vocabulary = WordForms.of(nlp), Vocabulary(nlp)
        self._labels = _Labels(nlp)

    def __call__(self, analysis: Analysis) -> None:
        text = readable(analysis.text)
        blocks = [b for b in analysis.blocks if text[b.start : b.end].strip()]
        spelled = cache(lambda: _spelled("\n".join(words for b in blocks if b.kind in _RUNNING and not _is_shouted(words := text[b.start : b.end]))))  # read once, however many headlines there are
        with self.vocabulary.zone(), on_one_thread():
            made = [self._make_doc(self._sentence_case(text, b, spelled), b.start, headline=b.kind == "headline") for b in blocks]
            docs = self.nlp.pipe([doc for doc, _ in made], batch_size=64, disable=STEPS if self.forms is not None else ())
            for block, doc, (_, spans) in zip(blocks, docs, made, strict=True):
                sentences = self.add(analysis, doc, spans, self.forms(doc) if self.forms is not None else None)
                for sentence in sentences:
                    sentence.block = block
                block.sentences = sentences
        self.vocabulary.keep(t.text for t in analysis.tokens)

    def _sentence_case(self, text: str, block: Block, spelled: Callable[[], _Spelling]) -> str:
        """Return a block's text; a headline in title case, of the article or below it, loses the capitals of its common words, which mislead the parser.

        A word keeps its capital when the story writes it so inside a sentence, or never writes it small and the lexicons do not know it.
        """
        words = text[block.start : block.end]
        if _is_shouted(words):
            return self._unshouted(words, spelled())
        if block.kind not in ("headline", "caption") or not is_title_case(words):
            return words
        spelling = spelled()

        def lower(match: re.Match[str]) -> str:
            word = match[0]
            if match.start() == 0 or word in spelling.capital or not word[1:].islower():
                return word
            return word.lower() if word.lower() in spelling.small or self.is_common(word.lower()) else word

        return re.sub(r"[A-Z][\w'-]*", lower, words)

    def _unshouted(self, words: str, spelling: _Spelling) -> str:
        """Return a block all in capitals as the story would write it: names keep a capital, short words that nothing knows stay as they are."""
        def spell(match: re.Match[str]) -> str:
            word, first = match[0], match.start() == 0
            if word in spelling.names:
                return spelling.names[word]
            lower = word.lower()
            if lower in _SMALL_WORDS or lower in spelling.small or self.is_common(lower) or (first and "-" in lower):
                return lower.capitalize() if first else lower
            return word if len(word) < 5 else word.capitalize()

        return re.sub(r"[A-Z][A-Z'\u2019-]*[A-Z](?:'S|\u2019S)?|[A-Z]", spell, words)

    def _make_doc(self, text: str, offset: int, *, headline: bool = False) -> tuple[Doc, list[Span]]:
        """Return a doc for the model with its sentences marked, and where each of its tokens stands in the article.

        Of a headline the quotes around one word are left out: "Militants 'behead' reporter" is a sentence all the same.
        """
        from spacy.attrs import IDX, LENGTH, SENT_START
        from spacy.tokens import Doc

        doc = self.nlp.make_doc(text)
        places: Any = doc.to_array([IDX, LENGTH]).tolist()
        words = [text[start : start + length] for start, length in places]
        spans = [(offset + start, offset + start + length) for start, length in places]
        instead = {i: shown(w) for i, w in enumerate(words) if (("-" in w or w.endswith(".")) and WHOLE.match(w)) or (w in NAMES and is_name(w, words[i - 1] if i else ""))}
        quotes = _around_one_word(words) if headline else set()
        if instead or quotes:
            spaces = [text[start + length : start + length + 1] == " " for start, length in places]
            kept = [i for i in range(len(words)) if i not in quotes]
            doc = Doc(self.nlp.vocab, words=[instead.get(i, words[i]) for i in kept], spaces=[spaces[i] or i + 1 in quotes for i in kept])
            spans = [spans[i] for i in kept]
        starts = sentence_starts(text) | clause_starts(text)
        if headline:
            starts |= {mark.end() for mark in re.finditer(r";\s+(?=\S+\s\S)", text)}  # whose clauses seldom have a verb the rules for clauses know
        marks = np.array([1 if i == 0 or start - offset in starts else -1 for i, (start, _) in enumerate(spans)], dtype="int32").astype("uint64")
        doc.from_array([SENT_START], cast(Any, marks))
        return doc, spans

    def add(self, analysis: Analysis, doc: Doc, spans: list[Span], forms: list[Form] | None = None) -> list[Sentence]:
        """Append the doc's tokens (spaces left out), sentences and entities to the analysis; return the sentences.

        ``forms``: part of speech and base form of each token, where the doc does not hold them.
        """
        from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, ORTH, POS, SENT_START, TAG

        table: Any = doc.to_array([DEP, TAG, ENT_IOB, ENT_TYPE, SENT_START, ORTH, HEAD])
        rows, heads = table.tolist(), table[:, -1].astype("int64").tolist()
        text, strings, labels = analysis.text, self.nlp.vocab.strings, self._labels
        if forms is None:
            forms = [(strings[pos], strings[lemma]) for pos, lemma in cast(Any, doc.to_array([POS, LEMMA]).tolist())]
        first = len(analysis.tokens)
        made: list[Token | None] = []
        for (start, end), row, (pos, lemma) in zip(spans, rows, forms, strict=True):
            word = text[start:end]
            if not word.isascii():
                word = word.translate(_HYPHENS)
            if len(word) > 1 and word.isupper() and word != (seen := strings[row[5]]) and word.lower() == seen.lower():
                word = seen  # of a line all in capitals
            if word.isspace():
                made.append(None)
                continue
            kept = word[: word.rindex("-") + 1] if "-" in word and COMPOUND_VERB.match(word) else ""
            token = Token(
                len(analysis.tokens), word, start,
                lemma=(kept + lemma).lower() if pos != "PROPN" else word if word in NAMES else lemma, pos=pos, tag=labels[row[1]], dep=labels[row[0]],
            )  # fmt: skip
            analysis.tokens.append(token)
            made.append(token)
        for i, (dependent, distance) in enumerate(zip(made, heads, strict=True)):
            head = made[i + distance]
            if dependent is not None and head is not None and head is not dependent:
                dependent.head = head
                head.children.append(dependent)
        self._add_ents(analysis, made, rows)
        return self._add_sentences(analysis, analysis.tokens[first:], made, rows)

    def _add_ents(self, analysis: Analysis, made: list[Token | None], rows: list[list[int]]) -> None:
        current: Ent | None = None
        for token, row in zip(made, rows, strict=True):
            if token is None:
                continue
            if row[2] == 3:
                current = Ent(token.i, token.i, self._labels[row[3]])
                analysis.ents.append(current)
            elif row[2] == 1 and current is not None:
                current.last = token.i
            else:
                current = None
            token.ent = current

    def _add_sentences(self, analysis: Analysis, tokens: list[Token], made: list[Token | None], rows: list[list[int]]) -> list[Sentence]:
        starts = {t.i for t, row in zip(made, rows, strict=True) if t is not None and row[4] == 1}
        sentences: list[Sentence] = []
        for token, before in zip(tokens, [None, *tokens], strict=False):
            if not sentences or (token.i in starts and (before is None or before.text != ";")):  # a clause behind a semicolon is parsed alone
                sentences.append(Sentence(len(analysis.sentences), [], block=cast(Any, None)))
                analysis.sentences.append(sentences[-1])
            sentences[-1].tokens.append(token)
            token.sent = sentences[-1]
        for sentence in sentences:
            main, *further = [t for t in sentence.tokens if t.head is t]
            for root in further:
                root.reattach(main, _BESIDE)
        return sentences
