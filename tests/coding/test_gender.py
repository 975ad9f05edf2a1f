"""Gender: a pronoun does not mean a person of whom the article says otherwise."""

from __future__ import annotations

import pytest

from reportedly.coder import Coder


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mr Dravec met Ms Olivo on Monday. She denied any wrongdoing.", "Olivo"),
        ("Mr Dravec met Ms Olivo on Monday. He denied any wrongdoing.", "Dravec"),
        ("The premier's brother visited the queen in May. He denied any wrongdoing.", "brother"),
    ],
)
def test_he_and_she_keep_apart(coder: Coder, text: str, speaker: str) -> None:
    coded = coder(text, published="2024-03-14")
    names = {a.id: a.name for a in coded.actors}
    (said,) = [s for s in coded.statements if text[slice(*s.cue)] == "denied"]
    assert [speaker in names[i] for i in said.speakers] == [True]
