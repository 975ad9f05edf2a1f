"""The same article gives the same bytes whatever stands around it, and every span shows words of its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.coder import Coder, load
from reportedly.records import Article, CodedArticle, Span

SENTENCES = (
    "Soldiers attacked a village in northern Mozambique on Monday, killing at least four people, police said.",
    'The army denied the charge. "We have never fired on civilians," said its spokesman, Colonel Ousmane Traoré-Keïta.',
    "Dakar - Thousands marched against the new election law, and six people were hurt when police fired tear gas.",
    "If the talks fail, the rebels will resume their offensive, their leader warned in an interview with Radio Delta.",
    "He also demanded that France withdraw its troops by March 3, 2025.",
    "\u201cWe will not go,\u201d the minister told reporters; \u201cnot now, not ever.",
    "A U.S. drone strike destroyed two depots near al-Qaim, according to the Iraqi Ministry of Defence.",
    "The so-called deal was rejected by both sides.",
    "They met again last week; nothing came of it!",
    "\u0642\u0627\u0644 the envoy \U0001f54a wrote: peace\u2026",
    "BREAKING: 12 killed, 30+ injured",
    "Photo: A convoy leaves the town of Gao [Reuters]",
    "- a truce, - the release of 40 prisoners",
    "the union and the employers and the ministry and the court and and and",
    "\u200f\u00a0  ",
    '"',
)


def encoded(coded: CodedArticle) -> bytes:
    return msgspec.json.encode(coded)


def spans(coded: CodedArticle) -> Iterator[tuple[str, Span]]:
    """Yield every span of every record, with where it stands in the record."""

    def walk(value: object, path: str) -> Iterator[tuple[str, Span]]:
        if isinstance(value, msgspec.Struct):
            for name in value.__struct_fields__:
                yield from walk(getattr(value, name), f"{path}.{name}")
        elif isinstance(value, tuple) and len(value) == 2 and all(isinstance(v, int) for v in value):
            yield path, value
        elif isinstance(value, tuple):
            for n, item in enumerate(value):
                yield from walk(item, f"{path}[{n}]")

    yield from walk(coded, "$")


def check_spans(coded: CodedArticle) -> None:
    text = coded.article.text
    for path, (start, end) in spans(coded):
        assert 0 <= start < end <= len(text), path
        assert text[start:end].strip(), path
    for event in coded.events:
        assert event.sentence[0] <= event.trigger[0] and event.trigger[1] <= event.sentence[1], event


@pytest.fixture(scope="module")
def articles(demo: list[CodedArticle]) -> list[Article]:
    return [c.article for c in demo]


def test_order_and_company_change_nothing(coder: Coder, articles: list[Article], demo: list[CodedArticle]) -> None:
    expected = {c.article.id: encoded(c) for c in demo}
    for order in (articles[::-1], articles[2:] + articles[:2], [articles[3]] * 2):
        assert [encoded(c) for c in coder.pipe(order)] == [expected[a.id] for a in order]


def test_a_fresh_coder_gives_the_same_bytes(articles: list[Article], demo: list[CodedArticle]) -> None:
    assert encoded(load().code(articles[1])) == encoded(demo[1])


def test_pipe_takes_articles_dicts_and_texts(coder: Coder, articles: list[Article]) -> None:
    article = Article(text=articles[0].text)
    assert len({encoded(c) for c in coder.pipe([article, {"text": article.text}, article.text])}) == 1


def test_spans_show_words_of_the_text(demo: list[CodedArticle]) -> None:
    for coded in demo:
        check_spans(coded)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", "\n", "\n\n", "\r\n", ""])), min_size=1, max_size=9), st.sampled_from([None, "2025-03-18"]))
def test_any_mixture_of_sentences_is_coded_the_same_twice(coder: Coder, parts: list[tuple[str, str]], published: str | None) -> None:
    text = "".join(sentence + gap for sentence, gap in parts)
    article = Article(text="Officials said on Monday that the government had agreed to the talks. " + text, published=published)
    coded = coder.code(article)
    assert coded.article.text == article.text
    check_spans(coded)
    assert encoded(coder.code(article)) == encoded(coded)


def test_evidence_is_given_for_every_event(demo: list[CodedArticle], code: Callable[..., CodedArticle]) -> None:
    for coded in demo:
        for event in coded.events:
            fields = {e.field for e in event.evidence}
            assert {"type", "actors", "recipients", "status", "sources", "time", "place"} <= fields, (event.id, fields)
