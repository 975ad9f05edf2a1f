"""The language model's rooms: the forms of words are those that the model's own rules give."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import threadpool_info, threadpool_limits

from reportedly.analysis import Analysis, Token
from reportedly.coder import Coder
from reportedly.language import Parser, load_model, word_forms
from reportedly.language.products import multiply_by_numpy, on_one_thread
from reportedly.language.word_forms import WordForms
from reportedly.reading.article import checked
from reportedly.records import Article

TEXT = """Ferries idle as Harbour Board talks fail

There is no fuel left in Port Vila, the board said. There were two tankers off the coast, and let's not pretend otherwise, its chairwoman told dockers.

"We ain't leaving," a docker said. "They're gonna have to carry us out. I've got to eat, y'all." He'd been there since May; his brothers had left.

The strike's leaders, who have met al-Hamdani twice, did not do what they were asked to. That the ministry does not know is what worries them.

Doin' nothin' was their answer. It's the worst that the island has seen, but not the last. Prices were cut; cut prices hurt. They saw the saw.
"""


def _tokens(parser: Parser, coder: Coder, text: str) -> list[tuple[str, ...]]:
    analysis = Analysis(checked(Article(text=text)))
    coder.structure(analysis)
    parser(analysis)
    return [_row(t) for t in analysis.tokens]


def _row(token: Token) -> tuple[str, ...]:
    return token.text, token.pos, token.lemma, token.tag, token.dep


@pytest.fixture(scope="module")
def asked_anew(coder: Coder) -> Parser:
    """A parser that asks the model's rules for each token."""
    parser = Parser(coder.nlp, coder.parse.is_common)
    parser.forms = None
    return parser


def test_remembered_forms_are_those_of_the_rules(coder: Coder, asked_anew: Parser) -> None:
    parser = Parser(coder.nlp, coder.parse.is_common)
    assert parser.forms is not None
    expected = _tokens(asked_anew, coder, TEXT)
    assert _tokens(parser, coder, TEXT) == expected
    assert parser.forms.openers  # some rules for several words were at stake
    assert _tokens(parser, coder, TEXT) == expected  # and once more, all of it remembered


def test_forgetting_changes_nothing(coder: Coder, asked_anew: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_forms, "_REMEMBERED", 20)
    parser = Parser(coder.nlp, coder.parse.is_common)
    assert _tokens(parser, coder, TEXT) == _tokens(asked_anew, coder, TEXT)
    assert parser.forms is not None
    assert len(parser.forms.known) < 100


def test_the_parse_is_that_of_the_model_as_shipped(coder: Coder) -> None:
    """Whoever multiplies its matrices."""
    shipped = spacy.load(coder.nlp.path, exclude=["senter"])
    shipped.tokenizer.token_match = coder.nlp.tokenizer.token_match
    assert _tokens(Parser(shipped, coder.parse.is_common), coder, TEXT) == _tokens(coder.parse, coder, TEXT)


def test_arithmetic_somebody_has_chosen_is_kept() -> None:
    """Such as a GPU's, or Apple's."""

    class Chosen(NumpyOps):
        pass

    nlp = spacy.blank("en")
    tagger = nlp.add_pipe("tagger")
    first, *others = tagger.model.walk()
    first.ops = Chosen()
    multiply_by_numpy(nlp)
    assert type(first.ops) is Chosen
    assert others
    assert not any(layer.ops.use_blis for layer in others)


def test_products_run_on_one_thread_and_the_callers_number_comes_back() -> None:
    def threads() -> list[int]:
        return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]

    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        with on_one_thread():
            assert set(threads()) <= {1}
        assert threads() == before


def test_another_pipeline_is_asked_itself() -> None:
    """Where a part of the user's may change or read forms, or decides them otherwise, nothing is remembered."""
    nlp = load_model()
    assert WordForms.of(nlp) is not None
    nlp.add_pipe("merge_noun_chunks")
    assert WordForms.of(nlp) is None
    bare: Language = load_model()
    bare.remove_pipe("lemmatizer")
    assert WordForms.of(bare) is None


def test_the_vocabulary_does_not_grow_with_every_name(coder: Coder) -> None:
    """A worker codes hundreds of thousands of articles, each with names that no other has."""
    strings = coder.nlp.vocab.strings
    coder.code(Article(text="Dockers met Orvandelle Quisterby in Port Vila on Monday."))
    before = len(strings)
    for name in ("Brimwaddle", "Costranque", "Dolmivere", "Estrolund", "Fennerquay"):
        assert "dockers" in {a.name.lower() for a in coder.code(Article(text=f"Dockers met Orvandelle {name} in Port {name}ville on Monday.")).actors}
    assert len(strings) == before


def test_common_words_stay_in_the_vocabulary_and_names_do_not(coder: Coder) -> None:
    nlp: Language = load_model()
    parser = Parser(nlp, coder.parse.is_common)
    _tokens(parser, coder, "Gulls mobbed Fennerquay.\n\nThe zealous chandlers of Quisterby left.")
    assert {"zealous", "chandlers"} <= parser.vocabulary.kept
    assert "chandlers" in nlp.vocab.strings
    assert "Quisterby" not in nlp.vocab.strings


def test_a_zone_of_the_user_is_taken_as_it_is(coder: Coder) -> None:
    with coder.nlp.memory_zone():
        assert coder.code(Article(text="Dockers met the harbour board in Port Vila on Monday.")).events


def test_a_word_is_never_hung_below_itself() -> None:
    top, middle, low = (Token(i, word, 10 * i) for i, word in enumerate(("envoy", "for", "Kenya")))
    middle.reattach(top, "prep")
    low.reattach(middle, "pobj")
    middle.reattach(low, "nmod")  # would be a ring, which whoever looks for the root walks for ever
    assert (middle.head, middle.dep, low.head) == (low, "nmod", top)
    assert top.children == [low] and low.children == [middle]
    top.reattach(low, "appos")
    assert low.head is low and top.head is low
