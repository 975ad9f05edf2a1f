"""Times: calendar expressions and the days they mean, counted from Wednesday 14 February 2024."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import CodedArticle

TABLE = [
    ("Troops left on Monday.", "Monday", "2024-02-12", "2024-02-12"),
    ("Troops left on Wednesday.", "Wednesday", "2024-02-14", "2024-02-14"),
    ("Troops will leave on Friday.", "Friday", "2024-02-16", "2024-02-16"),
    ("The army attacked last Friday.", "last Friday", "2024-02-09", "2024-02-09"),
    ("They met yesterday.", "yesterday", "2024-02-13", "2024-02-13"),
    ("They will meet tomorrow.", "tomorrow", "2024-02-15", "2024-02-15"),
    ("They met last week.", "last week", "2024-02-05", "2024-02-11"),
    ("They met last October.", "last October", "2023-10-01", "2023-10-31"),
    ("They met in January.", "January", "2024-01-01", "2024-01-31"),
    ("The talks ended in December.", "December", "2023-12-01", "2023-12-31"),
    ("Talks will be held in March.", "March", "2024-03-01", "2024-03-31"),
    ("Earlier this month they met.", "Earlier this month", "2024-02-01", "2024-02-29"),
    ("They met on 3 May 2019.", "3 May 2019", "2019-05-03", "2019-05-03"),
    ("They met on May 3, 2019.", "May 3, 2019", "2019-05-03", "2019-05-03"),
    ("They met on Dec. 6th.", "Dec. 6th", "2023-12-06", "2023-12-06"),
    ("The 2003 invasion of Iraq was a mistake.", "2003", "2003-01-01", "2003-12-31"),
    ("Clashes began in early November 2005.", "early November 2005", "2005-11-01", "2005-11-10"),
    ("The group was founded in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31"),
    ("It happened two days ago.", "two days ago", "2024-02-12", "2024-02-12"),
    ("Prices rose in the third quarter of 2022.", "the third quarter of 2022", "2022-07-01", "2022-09-30"),
    ("It happened on 2024-01-05.", "2024-01-05", "2024-01-05", "2024-01-05"),
    ("The battle lasted from 5-10 November 2005.", "5-10 November 2005", "2005-11-05", "2005-11-10"),
    ("The army retook the town in the summer of 2014.", "the summer of 2014", "2014-06-01", "2014-08-31"),
    ("He resigned on 31 February 2020.", "31 February 2020", None, None),
]
NONE = [
    "The minister may resign.",
    "Soldiers march through the town.",
    "The siege lasted four days.",
    "Some 2003 people were displaced.",
    "Resolution 2254 was adopted.",
    "He is a 22-year-old student.",
]


@pytest.mark.parametrize(("text", "words", "start", "end"), TABLE)
def test_finds_and_dates(code: Callable[..., CodedArticle], text: str, words: str, start: str | None, end: str | None) -> None:
    coded = code(text, published="2024-02-14")
    assert [(text[slice(*t.span)], t.start, t.end) for t in coded.times] == [(words, start, end)]


@pytest.mark.parametrize("text", NONE)
def test_near_misses_are_no_dates(code: Callable[..., CodedArticle], text: str) -> None:
    assert code(text, published="2024-02-14").times == ()


def test_without_a_published_date_nothing_relative_is_guessed(code: Callable[..., CodedArticle]) -> None:
    coded = code("Troops left on Monday. Talks began last month. The treaty was signed in 2019.")
    assert [(t.start, t.end) for t in coded.times] == [(None, None), (None, None), ("2019-01-01", "2019-12-31")]


def test_a_day_after_a_named_day_counts_from_it(code: Callable[..., CodedArticle]) -> None:
    coded = code("Rebels took the town on 4 June 2013. The following day they left.")
    assert [t.start for t in coded.times] == ["2013-06-04", "2013-06-05"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Monday, rebels attacked the town and burned the market.", "2024-02-12"),
        ("Rebels attacked the town on Monday, the governor said.", "2024-02-12"),
        ("The governor said on Monday that rebels had attacked the town.", None),
        ("The army carried out air strikes on Monday against rebels.", "2024-02-12"),
        ("Yesterday's attack on the town was the third.", "2024-02-13"),
    ],
)
def test_an_event_takes_the_time_of_its_own_clause(code: Callable[..., CodedArticle], text: str, day: str | None) -> None:
    coded = code(text, published="2024-02-14")
    times = {t.id: t.start for t in coded.times}
    event = next(e for e in coded.events if e.type == "ASSAULT")
    assert times.get(event.time or "") == day
