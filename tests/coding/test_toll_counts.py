"""Tolls: how many were harmed, how, and the words that say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.analysis import Analysis
from reportedly.coder import Coder
from reportedly.coding.tolls.tolls import tolls_for
from reportedly.errors import LexiconError
from reportedly.lexicons.toll_words import load_tolls
from reportedly.records import Article, Toll

Analyse = Callable[[str], Analysis]


@pytest.fixture(scope="session")
def analyse(coder: Coder) -> Analyse:
    """Return a function that parses a text."""

    def run(text: str) -> Analysis:
        analysis = Analysis(Article(text=text))
        coder.structure(analysis)
        coder.parse(analysis)
        return analysis

    return run


def shown(text: str, tolls: list[Toll]) -> str:
    """Return tolls as "kind low-high words; ..."."""
    return "; ".join(f"{t.kind} {'' if t.low is None else t.low}-{'' if t.high is None else t.high} {text[slice(*t.span)]}" for t in tolls)


TABLE = [
    # plain numbers, active and passive
    ("kills", "A blast kills 12 in the capital.", "killed 12-12 12"),
    ("killed", "The army killed two soldiers.", "killed 2-2 two"),
    ("killed", "Forty-one people were killed.", "killed 41-41 Forty-one"),
    ("killed", "The strikes killed two hundred fighters.", "killed 200-200 two hundred"),
    ("killed", "The strikes killed about 2,500 fighters.", "killed 2500-2500 about 2,500"),
    ("killed", "1.5 million people were killed.", "killed 1500000-1500000 1.5 million"),
    ("killed", "Only two were killed.", "killed 2-2 Only two"),
    ("executed", "The group executed 17 hostages.", "killed 17-17 17"),
    # bounds and ranges
    ("killed", "At least 12 people were killed in the blast.", "killed 12- At least 12"),
    ("killed", "More than 60 people were killed.", "killed 60- More than 60"),
    ("killed", "Up to 40 fighters were killed.", "killed -40 Up to 40"),
    ("killed", "The blast killed as many as 15 people.", "killed -15 as many as 15"),
    ("killed", "Between 10 and 12 people were killed.", "killed 10-12 Between 10 and 12"),
    ("killed", "The blast killed 10 to 12 people.", "killed 10-12 10 to 12"),
    ("massacred", "Fighters massacred over 1,000 villagers.", "killed 1000- over 1,000"),
    # vague numbers
    ("killed", "Gunmen killed dozens of villagers.", "killed 24- dozens"),
    ("killed", "Hundreds of people were killed.", "killed 200- Hundreds"),
    ("killed", "The strikes killed tens of thousands of people.", "killed 20000- tens of thousands"),
    ("killed", "The strikes killed several fighters.", "killed 3-9 several"),
    ("killed", "The strikes killed a few fighters.", "killed 3-5 a few"),
    ("killed", "The blast killed half a dozen people.", "killed 6-6 half a dozen"),
    # people named or described one by one
    ("killed", "Gunmen killed a civilian.", "killed 1-1 a civilian"),
    ("killed", "Troops killed Ahmed Rashid on Monday.", "killed 1-1 Ahmed Rashid"),
    ("killed", "He was killed in a raid.", "killed 1-1 He"),
    ("killed", "Police killed two men and a woman.", "killed 3-3 two men and a woman"),
    ("attack", "The attack killed 13 women and children.", "killed 13-13 13"),
    ("shot", "A man was shot dead in the market.", "killed 1-1 A man"),
    ("shot", "Soldiers shot dead two teenagers.", "killed 2-2 two"),
    # clauses below the act, and the verb that carries a noun
    ("attack", "He condemned an attack that killed 13.", "killed 13-13 13"),
    ("strike", "A strike hit the camp, killing three and wounding 20.", "killed 3-3 three; injured 20-20 20"),
    ("bombing", "The bombing left six dead and 20 wounded.", "killed 6-6 six; injured 20-20 20"),
    ("clashes", "Clashes left three people dead, five injured and two missing.", "killed 3-3 three; injured 5-5 five; missing 2-2 two"),
    ("bombed", "Jets bombed the town, leaving 12 dead and scores homeless.", "killed 12-12 12; displaced 40- scores"),
    ("bombing", "The bombing claimed 12 lives.", "killed 12-12 12"),
    ("attack", "The attack resulted in the deaths of 12 people.", "killed 12-12 12"),
    ("attack", "The death toll from the attack rose to 41.", "killed 41-41 41"),
    ("attack", "It was a cruel attack, with at least ten people killed.", "killed 10- at least ten"),
    ("attack", "Forty-one people died in the attack.", "killed 41-41 Forty-one"),
    ("killed", "Six people were killed and 20 wounded.", "killed 6-6 Six; injured 20-20 20"),
    ("killed", "Ten people were killed and dozens were injured.", "killed 10-10 Ten; injured 24- dozens"),
    ("killed", "Bombs killed 12 and wounded 30.", "killed 12-12 12; injured 30-30 30"),
    # nouns and other harms
    ("massacre", "The massacre of 300 villagers shocked them.", "killed 300-300 300"),
    ("assassination", "The assassination of a senior commander angered them.", "killed 1-1 a senior commander"),
    ("arrest", "The arrest of three journalists caused anger.", "detained 3-3 three"),
    ("arrests", "Police made more than 15 arrests.", "detained 15- more than 15"),
    ("rounded", "Police rounded up 40 suspects.", "detained 40-40 40"),
    ("fled", "Thousands of people fled the town.", "displaced 2000- Thousands"),
    ("displaced", "The fighting displaced 5,000 families.", "displaced 5000- 5,000"),
    ("disappeared", "Forty-three students disappeared.", "missing 43-43 Forty-three"),
    # near misses
    ("killed", "No one was killed.", ""),
    ("killed", "Nobody was killed.", ""),
    ("killed", "Not a single person was killed.", ""),
    ("killed", "Civilians were killed.", ""),
    ("killed", "The group was killed off.", ""),
    ("killed", "The president killed the bill.", ""),
    ("killed", "The strike killed 3,000 cattle.", ""),
    ("killed", "Two-thirds of the herd were killed.", ""),
    ("killed", "Rebels killed or injured 30 people.", ""),  # one number for two harms
    ("killed", "More than 60 civilians were killed and injured.", ""),
    ("arrested", "Police arrested a man.", "detained 1-1 a man"),
    ("arrested", "Police arrested the man.", ""),  # of those told of before, nobody is counted
    ("seized", "Troops seized two bridges.", ""),
]


@pytest.mark.parametrize(("word", "text", "expected"), TABLE)
def test_tolls_and_their_words(analyse: Analyse, word: str, text: str, expected: str) -> None:
    analysis = analyse(text)
    head = next(t for t in analysis.tokens if t.lower == word)
    type_ = "COERCE" if "detained" in expected or word == "arrested" else "ASSAULT"
    assert shown(text, tolls_for(analysis, head, type_)) == expected


def test_an_act_that_harms_nobody_has_no_toll(analyse: Analyse) -> None:
    analysis = analyse("Ministers met after 12 people were killed.")
    assert tolls_for(analysis, analysis.tokens[1], "CONSULT") == []


def test_which_harm_counts_depends_on_the_type(analyse: Analyse) -> None:
    text = "Gunmen killed two men and abducted nine."
    analysis = analyse(text)
    killed, abducted = (next(t for t in analysis.tokens if t.text == word) for word in ("killed", "abducted"))
    assert shown(text, tolls_for(analysis, killed, "ASSAULT")) == "killed 2-2 two"
    assert shown(text, tolls_for(analysis, abducted, "ASSAULT", "abduct")) == "detained 9-9 nine"


def test_verbs_that_unfold_an_event_lend_it_their_toll(analyse: Analyse) -> None:
    text = "There was a bombing; it killed nine people."
    analysis = analyse(text)
    bombing, killed = (next(t for t in analysis.tokens if t.text == word) for word in ("bombing", "killed"))
    assert shown(text, tolls_for(analysis, bombing, "ASSAULT", None, [killed])) == "killed 9-9 nine"


def test_a_table_with_an_unknown_harm_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "tolls.tsv").write_text("word\tkind\tvalue\ntickle\tobject\tamused\n")
    with pytest.raises(LexiconError, match="amused"):
        load_tolls([tmp_path])


VOCABULARY = """
the a at least more than up to 12 40 2,500 1.5 - and or between two dozen dozens hundreds of thousands million people soldiers killed wounded were was leaving dead
left in attack that Omar Hadi a child arrested no not , half forty one 10–12 families with several few died fled toll death rose claimed lives
"""
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=20))
def test_any_words_give_ordered_bounds_inside_the_text(analyse: Analyse, words: list[str]) -> None:
    text = " ".join(words)
    analysis = analyse(text)
    for token in analysis.tokens:
        for toll in tolls_for(analysis, token, "ASSAULT"):
            assert 0 <= toll.span[0] < toll.span[1] <= len(text)
            assert toll.low is None or toll.low > 0
            assert toll.low is None or toll.high is None or toll.low <= toll.high
