"""Voices: whose "we" a text without quotation marks is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import CodedArticle


def actors_of(coded: CodedArticle, type_: str) -> list[str]:
    names = {a.id: a.name for a in coded.actors}
    return [names[i] for e in coded.events if e.type == type_ for i in e.actors]


@pytest.mark.parametrize(
    ("outlet", "text", "who"),
    [
        ("Peruvian Ministry of Foreign Affairs", "Rebels stormed a clinic in Mali. The rebels shot two nurses. We condemn these attacks.", ["Peru"]),
        ("Peruvian Ministry of Foreign Affairs", "Peru has been told of it. Rebels shot two nurses. Rebels burned a clinic. We condemn these attacks.", ["Peru"]),
        ("White House", "Mali\n\nThe United States is a friend of Mali. We condemn these attacks.", ["United States"]),
        ("US State Department", "Mali\n\nPress Statement\nWashington, DC\n\nWe condemn these attacks.", ["United States"]),
        (None, "We, the foreign ministers of Chad and Togo, met in Lomé. Benin was absent. Benin left. We condemn the coup.", ["foreign ministers of Chad and Togo"]),
        (None, "The union met in Lomé. Oxfam called on the rebels to stop. We condemn these attacks.", ["Oxfam"]),
    ],
)
def test_we_are_who_issued_the_text(code: Callable[..., CodedArticle], outlet: str | None, text: str, who: list[str]) -> None:
    assert actors_of(code(text, outlet=outlet), "ACCUSE") == who


def test_the_headline_before_a_name_gives_no_country(code: Callable[..., CodedArticle]) -> None:
    coded = code("Minister comments on Chad ceasefire\n\nMinister Ana Ruiz has welcomed the ceasefire.")
    assert [a.country for a in coded.actors if a.name == "Ana Ruiz"] == [None]
