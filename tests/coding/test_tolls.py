"""Tolls: counts of people harmed, as intervals with their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import CodedArticle

TABLE = [
    ("Rebels killed 12 soldiers in Goma.", [("killed", 12, 12, "12")]),
    ("The bomb killed at least 12 people in Kabul.", [("killed", 12, None, "at least 12")]),
    ("More than 60 civilians were killed in the shelling of the town.", [("killed", 60, None, "More than 60")]),
    ("Up to 40 villagers were killed by the army.", [("killed", None, 40, "Up to 40")]),
    ("Dozens of protesters were wounded by police.", [("injured", 24, None, "Dozens")]),
    ("Gunmen killed two soldiers and wounded five.", [("killed", 2, 2, "two"), ("injured", 5, 5, "five")]),
    ("An air strike hit the market, killing three people.", [("killed", 3, 3, "three")]),
    ("Rebels killed the governor of the province.", [("killed", 1, 1, "governor")]),
    ("Police arrested 40 protesters.", [("detained", 40, 40, "40")]),
    ("Several hundred fighters attacked the town.", []),
    ("The army did not kill 12 people.", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_reads_counts(code: Callable[..., CodedArticle], text: str, expected: list[tuple[str, int | None, int | None, str]]) -> None:
    coded = code(text)
    assert [(t.kind, t.low, t.high, text[slice(*t.span)]) for event in coded.events for t in event.toll] == expected
