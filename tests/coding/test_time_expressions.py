"""Times: which words are calendar expressions, the days they mean, and the acts they date."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.analysis import Analysis
from reportedly.coder import Coder
from reportedly.coding.calendar import calendar_rules as rules
from reportedly.coding.times import Times, time_for
from reportedly.errors import LexiconError
from reportedly.lexicons.time_words import load_times
from reportedly.records import Article

Analyse = Callable[..., Analysis]
PUBLISHED = "2024-02-12"  # a Monday


@pytest.fixture(scope="session")
def analyse(coder: Coder) -> Analyse:
    """Return a function that parses a text and finds its times."""
    times = Times()

    def run(text: str, published: str | None = PUBLISHED) -> Analysis:
        analysis = Analysis(Article(text=text, published=published))
        coder.structure(analysis)
        coder.parse(analysis)
        times(analysis)
        return analysis

    return run


def shown(analysis: Analysis) -> str:
    """Return the times as "words=start/end; ...", one day as "words=day", an unresolved one as "words=?"."""
    parts = []
    for time in analysis.times:
        days = "?" if time.start is None else time.start if time.start == time.end else f"{time.start}/{time.end}"
        parts.append(f"{analysis.text[slice(*time.span)]}={days}")
    return "; ".join(parts)


# Published Monday 12 February 2024.
TABLE = [
    # dates written out
    ("The envoy arrived on 12 Feb. 2024.", "12 Feb. 2024=2024-02-12"),
    ("The envoy arrived on Feb. 3.", "Feb. 3=2024-02-03"),
    ("The envoy arrived on January 9th, 2019, by ship.", "January 9th, 2019=2019-01-09"),
    ("The law passed in February 2024.", "February 2024=2024-02-01/2024-02-29"),
    ("The figures are from 2023-11-05 only.", "2023-11-05=2023-11-05"),
    ("The raid of 25/5/2005 failed.", "25/5/2005=2005-05-25"),
    ("The raid of 11/5/2005 failed.", "11/5/2005=?"),  # day or month first: nobody can tell
    ("The raid of 11.5.2005 failed.", "11.5.2005=2005-05-11"),
    ("The talks ran 5-10 November 2022 in Oslo.", "5-10 November 2022=2022-11-05/2022-11-10"),
    ("The talks ran 5–10 November 2022 in Oslo.", "5–10 November 2022=2022-11-05/2022-11-10"),
    ("The talks ran from Nov. 28 to Dec. 3, 2023 in Oslo.", "Nov. 28 to Dec. 3, 2023=2023-11-28/2023-12-03"),
    ("He left on the 12th of January.", "the 12th of January=2024-01-12"),
    ("He was shot on Dec. 26.", "Dec. 26=2023-12-26"),
    ("They met on 31 February 2020.", "31 February 2020=?"),
    ("After the Sept. 11 attacks, he fled.", "Sept. 11=2001-09-11"),
    ("The 9/11 attacks changed much.", "9/11=2001-09-11"),
    # years and decades
    ("He was jailed in 2003.", "2003=2003-01-01/2003-12-31"),
    ("In a 2008 raid, two men died.", "2008=2008-01-01/2008-12-31"),
    ("They have fought since 2011.", "2011=2011-01-01/2011-12-31"),
    ("Between 1994 and 1997 he was free.", "1994 and 1997=1994-01-01/1997-12-31"),
    ("The war lasted from 1932 to 1935.", "1932 to 1935=1932-01-01/1935-12-31"),
    ("The siege lasted from November to March 2014.", "November to March 2014=2013-11-01/2014-03-31"),
    ("The 2003-2011 war was long.", "2003-2011=2003-01-01/2011-12-31"),
    ("He was killed in a raid in October 2008.[1][2]", "October 2008=2008-10-01/2008-10-31"),
    ("In the 1990s, the party was banned.", "the 1990s=1990-01-01/1999-12-31"),
    ("In the early 1990s, the party was banned.", "the early 1990s=1990-01-01/1993-12-31"),
    ("By the mid-1990s the party had split.", "mid-1990s=1994-01-01/1996-12-31"),
    ("It was banned in the '80s.", "the '80s=1980-01-01/1989-12-31"),
    ("The party was banned in the nineties.", "the nineties=1990-01-01/1999-12-31"),
    ("The 19th century was peaceful.", "The 19th century=1801-01-01/1900-12-31"),
    ("Spending rose in fiscal 1998.", "fiscal 1998=1998-01-01/1998-12-31"),
    ("Profits fell in the third quarter of 2021.", "the third quarter of 2021=2021-07-01/2021-09-30"),
    ("Profits fell in the first quarter.", "the first quarter=2024-01-01/2024-03-31"),
    ("The first half of 2019 was calm.", "The first half of 2019=2019-01-01/2019-06-30"),
    # months and seasons
    ("The army attacked in early November 2005.", "early November 2005=2005-11-01/2005-11-10"),
    ("The army attacked in mid-March.", "mid-March=2023-03-11/2023-03-20"),
    ("The army attacked at the end of January.", "the end of January=2024-01-21/2024-01-31"),
    ("The army attacked in late February 2020.", "late February 2020=2020-02-21/2020-02-29"),
    ("The army attacked last October.", "last October=2023-10-01/2023-10-31"),
    ("The vote is due in October.", "October=2024-10-01/2024-10-31"),
    ("It was signed in October last year.", "October last year=2023-10-01/2023-10-31"),
    ("The March offensive failed.", "March=2023-03-01/2023-03-31"),
    ("The group formed in summer 2014.", "summer 2014=2014-06-01/2014-08-31"),
    ("They marched last winter.", "last winter=2022-12-01/2023-02-28"),
    ("They marched in the spring.", "spring=2023-03-01/2023-05-31"),
    # weekdays
    ("He spoke on Sunday.", "Sunday=2024-02-11"),
    ("He will speak on Sunday.", "Sunday=2024-02-18"),
    ("He spoke on Monday.", "Monday=2024-02-12"),
    ("The next meeting is to be held on Friday.", "Friday=2024-02-16"),
    ("They agreed to meet on Friday.", "Friday=2024-02-16"),
    ("A vote planned for Friday was put off.", "Friday=2024-02-16"),
    ("A ruling issued on Friday will free him.", "Friday=2024-02-09"),
    ("The hearing was postponed until Friday.", "Friday=2024-02-16"),
    ("Until Friday, they had held the town.", "Friday=2024-02-09"),
    ("They will meet next Sunday.", "next Sunday=2024-02-18"),
    ("They met last Monday.", "last Monday=2024-02-05"),
    ("Police said late Monday night that he fled.", "late Monday night=2024-02-12"),
    ("It began on Monday last week.", "Monday last week=2024-02-05"),
    ("At 10 p.m. Tuesday he left.", "10 p.m. Tuesday=2024-02-06"),
    ("On Friday, Jan. 26, he left.", "Friday, Jan. 26=2024-01-26"),
    # days and units counted from publication
    ("Rebels shelled the town yesterday.", "yesterday=2024-02-11"),
    ("The court will rule tomorrow.", "tomorrow=2024-02-13"),
    ("The day before yesterday he won.", "The day before yesterday=2024-02-10"),
    ("He spoke this morning and fled last night.", "this morning=2024-02-12; last night=2024-02-11"),
    ("It happened last week.", "last week=2024-02-05/2024-02-11"),
    ("Earlier this month he resigned.", "Earlier this month=2024-02-01/2024-02-29"),
    ("It ends next year.", "next year=2025-01-01/2025-12-31"),
    ("Troops entered the city over the weekend.", "the weekend=2024-02-10/2024-02-11"),
    ("The envoy left two days ago.", "two days ago=2024-02-10"),
    ("The envoy left two months ago.", "two months ago=2023-12-01/2023-12-31"),
    ("The envoy left more than a decade ago.", "more than a decade ago=2014-01-01/2014-12-31"),
    ("The envoy left several years ago.", "several years ago=?"),
    ("In the past three weeks, 40 people died.", "the past three weeks=2024-01-22/2024-02-12"),
    ("Over the last year, prices doubled.", "the last year=2023-02-12/2024-02-12"),
    ("The hearing is set for the week of March 6.", "the week of March 6=2024-03-04/2024-03-10"),
    ("By the end of the year, 300 had died.", "the end of the year=2024-01-01/2024-12-31"),
    # counted from what the text named before
    ("It was signed in 1998. Three years later it collapsed.", "1998=1998-01-01/1998-12-31; Three years later=2001-01-01/2001-12-31"),
    ("He was held on 3 March 2011. The following day he was freed.", "3 March 2011=2011-03-03; The following day=2011-03-04"),
    ("He was held on 3 March 2011 and freed the same day.", "3 March 2011=2011-03-03; the same day=2011-03-03"),
    ("He was held on 3 March 2011. Four days later, he died.", "3 March 2011=2011-03-03; Four days later=2011-03-07"),
    ("He was held in June 1998 and fled later that year.", "June 1998=1998-06-01/1998-06-30; later that year=1998-01-01/1998-12-31"),
    ("The following day he was freed.", "The following day=?"),
    ("Output fell from a year earlier.", "a year earlier=2023-01-01/2023-12-31"),
    # holidays
    ("He was elected on Christmas Eve.", "Christmas Eve=2023-12-24"),
    ("He was found on Thanksgiving Day.", "Thanksgiving Day=2023-11-23"),
    ("They prayed on Good Friday 2022.", "Good Friday 2022=2022-04-15"),
    ("Ramadan begins soon.", "Ramadan=?"),
    # near misses
    ("They fought for four days.", ""),
    ("The 22-year-old man died after a two-day trip.", ""),
    ("Some 2001 people fled.", ""),
    ("Of 1999 prisoners, 20 died.", ""),
    ("The town has 1990 residents.", ""),
    ("It cost $2004.", ""),
    ("Flight 1998 landed under Resolution 1701.", ""),
    ("A 1987 Chevrolet was found.", ""),
    ("May said the party may win.", ""),
    ("General August Pinochet ruled.", ""),
    ("They joined the March for Peace.", ""),
    ("The Sunday Times reported it.", ""),
    ("Since the fall of the city he has fled.", ""),
    ("Prices spring up and fall down every day.", ""),
    ("He served three years in prison.", ""),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_expressions_and_their_days(analyse: Analyse, text: str, expected: str) -> None:
    assert shown(analyse(text)) == expected


UNDATED = [
    ("He spoke on Sunday.", "Sunday=?"),
    ("He spoke yesterday, last week and two days ago.", "yesterday=?; last week=?; two days ago=?"),
    ("He died on Dec. 26.", "Dec. 26=?"),
    ("On Monday, Dec. 26, he died.", "Monday, Dec. 26=?"),
    ("He was held on 3 March 2011. The next day he fled.", "3 March 2011=2011-03-03; The next day=2011-03-04"),
    ("He was held in May 2011. On 5 June, he fled.", "May 2011=2011-05-01/2011-05-31; 5 June=?"),  # never guessed
    ("He was held on 3 March 2011 and freed on 5 June.", "3 March 2011=2011-03-03; 5 June=2011-06-05"),
    ("He left in 2003.", "2003=2003-01-01/2003-12-31"),
]


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_without_a_publication_day_relative_expressions_stay_unresolved(analyse: Analyse, text: str, expected: str) -> None:
    assert shown(analyse(text, None)) == expected


def test_a_dateline_is_a_time_and_ids_follow_the_text(analyse: Analyse) -> None:
    analysis = analyse("Shells hit the port\nFriday, August 21, 2015\nRebels shelled the port yesterday, on the orders of their leader, witnesses in the town said.", "2015-08-21")
    assert shown(analysis) == "Friday, August 21, 2015=2015-08-21; yesterday=2015-08-20"
    assert [t.id for t in analysis.times] == ["t1", "t2"]


ACTS = [
    # text, the act's word, its time
    ("On Friday, rebels attacked the port and soldiers raided a camp.", "attacked", "Friday"),
    ("On Friday, rebels attacked the port and soldiers raided a camp.", "raided", "Friday"),
    ("He condemned yesterday's raid.", "raid", "yesterday"),
    ("He condemned yesterday's raid.", "condemned", None),
    ("Two men were killed in a 2008 raid.", "raid", "2008"),
    ("Two men were killed in a 2008 raid.", "killed", "2008"),
    ("They held talks on Sunday in Oslo.", "talks", "Sunday"),
    ("Police said on Monday that rebels attacked the port.", "attacked", None),
    ("Police said on Monday that rebels attacked the port on Sunday.", "attacked", "Sunday"),
    ("Police said on Monday that rebels attacked the port on Sunday.", "said", "Monday"),
    ("In an interview in January, he urged a truce.", "urged", "January"),
    ("He was shot and killed in a raid conducted by the army in May 2009.", "killed", "May 2009"),
    ("A rocket hit the base on Tuesday, killing two soldiers.", "killing", "Tuesday"),
    ("Rebels who fled the port in 2015 attacked it again.", "attacked", None),
]


@pytest.mark.parametrize(("text", "word", "expected"), ACTS)
def test_the_time_of_an_act_comes_from_its_own_clause(analyse: Analyse, text: str, word: str, expected: str | None) -> None:
    analysis = analyse(text)
    time = time_for(analysis, next(t for t in analysis.tokens if t.text == word))
    assert (time and text[slice(*time.span)]) == expected


def test_a_cue_lends_its_time_only_when_asked(analyse: Analyse) -> None:
    text = "Police said on Monday that rebels attacked the port."
    analysis = analyse(text)
    attacked = next(t for t in analysis.tokens if t.text == "attacked")
    time = time_for(analysis, attacked, through_cue=True)
    assert time is not None
    assert text[slice(*time.span)] == "Monday"


def test_a_table_with_a_bad_value_is_refused_with_its_line(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "times.tsv").write_text("word\tkind\tvalue\nsmarch\tmonth\tthirteenth\n")
    with pytest.raises(LexiconError, match="whole number"):
        load_times([tmp_path])


DAYS = st.dates(datetime.date(2, 1, 1), datetime.date(9998, 12, 31))
VOCABULARY = """
the on in of to by Friday Feb. March May 2024 12 5 31 - , last next this week weeks month year years ago later earlier before after day early late mid Sunday morning night
two several a 1990s spring fall first quarter half century rebels attacked will weekend Christmas Easter Day that same following
Thanksgiving week past 11/5/2005 2024-02-30 '90s until . 9 a.m.
"""
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=120, deadline=None)
@given(words=st.lists(WORDS, min_size=1, max_size=25), published=st.none() | DAYS.map(datetime.date.isoformat))
def test_any_words_give_ordered_times_inside_the_text(analyse: Analyse, words: list[str], published: str | None) -> None:
    analysis = analyse(" ".join(words), published)
    end = 0
    for time in analysis.times:
        assert end <= time.span[0] < time.span[1] <= len(analysis.text)
        end = time.span[1]
        assert (time.start is None) == (time.end is None)
        assert time.start is None or time.end is None or time.start <= time.end


@given(day=st.dates(datetime.date(1500, 1, 1), datetime.date(2500, 1, 1)), unit=st.sampled_from(["day", "week", "month", "quarter", "half", "year", "decade", "century"]))
def test_the_present_unit_holds_the_day(day: datetime.date, unit: str) -> None:
    first, last = rules.unit_around(day, unit)
    assert first <= day <= last
    assert rules.unit_around(last, unit, 1)[0] == last + datetime.timedelta(days=1)


@pytest.mark.parametrize(("year", "month", "day"), [(1998, 4, 12), (2000, 4, 23), (2008, 3, 23), (2024, 3, 31), (2038, 4, 25)])
def test_easter(year: int, month: int, day: int) -> None:
    assert rules.easter(year) == datetime.date(year, month, day)
