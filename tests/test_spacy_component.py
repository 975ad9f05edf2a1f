"""The coder inside a spaCy pipeline gives the records on the doc and leaves the doc's own annotation alone."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import reportedly.spacy_component  # registers the factory, as spaCy's entry point does when the package is installed
from reportedly.language import load_model
from reportedly.records import CodedArticle

TEXT = 'The army denied on Monday that soldiers had shelled the town of Gao. "We fired on nobody," its spokesman said.'


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = load_model()
    nlp.add_pipe("reportedly", last=True)
    return nlp


def test_entry_point_names_the_factory() -> None:
    found = entry_points(group="spacy_factories", name="reportedly")
    if not found:
        pytest.skip("the package is not installed")
    assert next(iter(found)).load() is reportedly.spacy_component.make_component


def test_records_are_on_the_doc(nlp: Language) -> None:
    doc = nlp(TEXT)
    coded = doc._.reportedly
    assert isinstance(coded, CodedArticle) and coded.article.text == TEXT
    assert doc._.events == coded.events and doc._.statements == coded.statements
    assert ("ASSAULT", "denied") in {(e.type, e.status) for e in doc._.events}
    assert doc._.statements
    for event in doc._.events:
        span = doc.char_span(event.trigger[0], event.trigger[1], alignment_mode="expand")
        assert span is not None and TEXT[slice(*event.trigger)] in span.text


def test_published_resolves_relative_days(nlp: Language) -> None:
    for published, expected in ((None, None), ("2025-03-20", "2025-03-17"), ("March 20, 2025", "2025-03-17")):
        doc = nlp.make_doc(TEXT)
        doc._.published = published
        doc = nlp(doc)
        assert [t.start for t in doc._.reportedly.times] == [expected]


def test_streams_and_odd_docs_pass(nlp: Language) -> None:
    docs = list(nlp.pipe([TEXT, "", "   ", "Yes.", TEXT]))
    assert [len(d._.events) for d in docs[1:4]] == [0, 0, 0]
    assert docs[0]._.events == docs[4]._.events != ()


def test_a_doc_that_never_passed_has_no_records(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["Troops", "left"])
    assert doc._.reportedly is None and doc._.events == () and doc._.statements == ()


def test_the_doc_itself_is_not_changed(nlp: Language) -> None:
    with nlp.select_pipes(disable=["reportedly"]):
        before = nlp(TEXT)
    after = nlp(TEXT)
    assert [(t.text, t.dep_, t.tag_, t.ent_type_, t.head.i) for t in before] == [(t.text, t.dep_, t.tag_, t.ent_type_, t.head.i) for t in after]
