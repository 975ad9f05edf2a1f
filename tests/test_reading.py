"""Reading: good input becomes articles, bad input is set aside with file, record and reason, and the rest goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.coder import Coder
from reportedly.errors import InputError
from reportedly.limits import ARTICLE_CHARACTERS, FILE_BYTES, LINE_BYTES
from reportedly.reading import read_inputs
from reportedly.reading.article import checked, guess_language
from reportedly.records import Article, CodedArticle, SetAside
from reportedly.runner import code_all

GOOD = {"text": "The senate approved the treaty on Monday and thanked the negotiators for their patience."}


def _write(tmp_path: Path, data: bytes, name: str = "in.jsonl") -> str:
    path = tmp_path / name
    path.write_bytes(data)
    return str(path)


def _lines(*items: object) -> bytes:
    return b"".join(json.dumps(i).encode() + b"\n" for i in items)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b'{"text": 5}', "$.text"),
        (b'{"text": "x", "published": 20240212}', "$.published"),
        (b'{"text": "x", "publishd": "2024-02-12"}', "$.publishd"),
        (b'{"title": "no text"}', "text"),
        (b'{"text": "x"', "not JSON"),
        (b'["text"]', "object"),
        (b'{"text": "caf\xe9"}', "not UTF-8: byte 0xe9"),
    ],
)
def test_wrong_line_is_set_aside_and_the_rest_goes_on(tmp_path: Path, line: bytes, words: str) -> None:
    """A wrong or unknown field names file, line and path; lines around it are read."""
    name = _write(tmp_path, _lines(GOOD) + line + b"\n\n" + _lines(GOOD))
    first, bad, last = list(read_inputs([name]))
    assert isinstance(first, tuple) and isinstance(last, tuple)
    assert isinstance(bad, SetAside) and bad.file == name and bad.record == "line 2" and words in bad.reason
    assert last[2] == "line 4"


def test_gold_lines_are_read_for_their_article_keys(tmp_path: Path) -> None:
    """A line that carries annotation layers is a gold record: what is not of the article is left aside."""
    name = _write(tmp_path, _lines({**GOOD, "id": "g1", "sentences": [[0, 5]], "coder": "b"}))
    ((article, _, _),) = [r for r in read_inputs([name]) if isinstance(r, tuple)]
    assert article.id == "g1" and article.text == GOOD["text"]


def test_coded_lines_are_read_back(tmp_path: Path, demo: list[CodedArticle]) -> None:
    """What `code` writes can be coded again."""
    import msgspec

    name = _write(tmp_path, msgspec.json.encode(demo[0]) + b"\n")
    ((article, _, _),) = [r for r in read_inputs([name]) if isinstance(r, tuple)]
    assert article == demo[0].article


def test_overlong_line_is_left_unread(tmp_path: Path) -> None:
    long = b'{"text": "' + b"a " * (LINE_BYTES.default // 2) + b'"}\n'
    found = list(read_inputs([_write(tmp_path, long + _lines(GOOD))]))
    assert isinstance(found[0], SetAside) and str(LINE_BYTES.default) in found[0].reason
    assert isinstance(found[1], tuple)


@pytest.mark.parametrize("size", [FILE_BYTES.default, FILE_BYTES.default + 1])
def test_plain_text_at_and_above_the_limit(tmp_path: Path, size: int) -> None:
    (found,) = read_inputs([_write(tmp_path, b"x" * size, "a.txt")])
    assert isinstance(found, SetAside) == (size > FILE_BYTES.default)


def test_plain_text_takes_metadata_and_keeps_its_text(tmp_path: Path) -> None:
    name = _write(tmp_path, b"\xef\xbb\xbfHeadline\r\nThe army left.", "a.txt")
    ((article, _, _),) = [r for r in read_inputs([name], defaults=Article(text="", published="2024-02-12", outlet="Herald")) if isinstance(r, tuple)]
    assert (article.text, article.published, article.outlet) == ("Headline\nThe army left.", "2024-02-12", "Herald")


@pytest.mark.parametrize(
    ("article", "words"),
    [
        (Article(text=""), "empty"),
        (Article(text=" \n\t"), "empty"),
        (Article(text="x" * (ARTICLE_CHARACTERS.default + 1)), "limit"),
        (Article(text="The minister spoke.\x00"), "NUL"),
        (Article(text="The minister \ud800 spoke."), "surrogate"),
        (Article(text="The army left the town.", published="2024-02-30"), "$.published"),
        (Article(text="The army left the town.", published="last week"), "$.published"),
        (Article(text="<html><body><p>The army left the town.</p></body></html>"), "HTML"),
        (Article(text="Der Minister sagte am Montag, die Regierung werde die Verhandlungen mit der Gewerkschaft nicht abbrechen."), "'de'"),
        (Article(text="قال الوزير يوم الاثنين إن الحكومة لن توقف المفاوضات مع النقابة."), "'ar'"),
        (Article(text="Правительство заявило, что переговоры с профсоюзом продолжатся на следующей неделе."), "'ru'"),
    ],
)
def test_unfit_article_says_why(article: Article, words: str) -> None:
    with pytest.raises(InputError, match=words.replace("$", r"\$")):
        checked(article)


@pytest.mark.parametrize(
    "text",
    ["Army leaves town", "Al-Shabaab attacks Baidoa", "The president of Kyrgyzstan met Uzbek and Tajik leaders in Osh.", "Protest.", "LAKES REGION, Aug. 20, 2024 \u2014 Lakes coalition forces conducted six strikes.\n-- Near Gao, two strikes destroyed nine trucks."],
)
def test_short_english_with_foreign_names_is_english(text: str) -> None:
    assert guess_language(text) == "en"


@pytest.mark.parametrize(
    "published",
    ["2024-02-12", "2024-02-12T08:30:00Z", "2024-02-12 08:30 ET", "8:30 AM ET, Mon February 12, 2024", "12 Feb 2024, 8:30am", "Feb. 12th 2024", "2024 FEB 12", "Mon Feb 12, 2024 | 8:30am EST"],
)
def test_published_keeps_its_day(published: str) -> None:
    assert checked(Article(text="The army left.", published=published)).published == "2024-02-12"


@pytest.mark.parametrize(("published", "day"), [("02/28/2024", "2024-02-28"), ("28/02/2024", "2024-02-28"), ("02/02/2024", "2024-02-02"), ("02/03/2024", None), ("2024", None), ("February 30, 2024", None)])
def test_published_in_numbers_must_be_unambiguous(published: str, day: str | None) -> None:
    if day is None:
        with pytest.raises(InputError, match="published"):
            checked(Article(text="The army left.", published=published))
    else:
        assert checked(Article(text="The army left.", published=published)).published == day


def test_id_defaults_to_a_hash_of_the_text() -> None:
    assert checked(Article(text="The army left.")).id == checked(Article(text="The army left.")).id != checked(Article(text="The navy left.")).id


def test_nothing_bad_ends_a_run(tmp_path: Path, coder: Coder) -> None:
    """Every kind of bad input in one file: each set aside by name, the good article coded."""
    lines = [{"text": ""}, {"text": "bad\x00byte in the middle of it"}, {"text": "The army left.", "published": "2024-13-01"}, GOOD]
    results = list(code_all(lambda: coder, read_inputs([str(tmp_path / "absent.txt"), _write(tmp_path, _lines(*lines) + b"\xff\xfe\n")])))
    assert [type(r) for r in results] == [SetAside, SetAside, SetAside, SetAside, CodedArticle, SetAside]


def test_headline_only(coder: Coder) -> None:
    coded = coder("Rebels attack army base")
    assert coded.article.text == "Rebels attack army base"


def test_fifty_thousand_words(coder: Coder) -> None:
    """A very long article is coded whole, in one piece and in bearable time."""
    paragraph = "Officials in the coastal province said on Monday that the army had withdrawn from the port. The union called for talks.\n"
    coded = coder(paragraph * 2400, published="2024-02-12")
    assert sum(e.type == "RETREAT" for e in coded.events) >= 2300
