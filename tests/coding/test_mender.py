"""Menders: which of them a token reaches, and in what order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.analysis import Token
from reportedly.coder import Coder
from reportedly.coding.repair import Repair
from reportedly.coding.repairs.mender import Choice, Mender, Menders, Step


def _mended(*steps: Step, **shape: str) -> Token:
    token = Token(0, shape.pop("text", "stormed"), 0, **{"pos": "VERB", "tag": "VBD", "dep": "ROOT", "lemma": "storm", **shape})
    Menders(steps)(token, [token])
    return token


def _note(letter: str, **changes: str) -> Callable[[Token], None]:
    """Return a mender that leaves a letter behind in the word's lemma, and changes what else is given."""

    def mend(token: Token) -> None:
        token.lemma += letter
        for name, value in changes.items():
            setattr(token, name, value)

    return mend


@pytest.mark.parametrize(
    ("guard", "reached"),
    [
        ({}, True),
        ({"deps": "ccomp ROOT"}, True),
        ({"deps": "ccomp"}, False),
        ({"tags": "VBD", "parts": "VERB"}, True),
        ({"tags": "VBD", "parts": "AUX"}, False),
        ({"words": "stormed"}, True),
        ({"words": {"storm"}}, False),
        ({"lemmas": "storm"}, True),
        ({"lemmas": "stormed"}, False),
        ({"when": lambda t: t.i == 0}, True),
        ({"when": lambda t: t.i > 0}, False),
    ],
)
def test_a_token_reaches_what_could_mend_it(guard: dict[str, object], reached: bool) -> None:
    assert _mended(Mender(_note("-a"), **guard)).lemma == ("storm-a" if reached else "storm")  # type: ignore[arg-type]


def test_menders_come_in_order_and_see_what_those_before_them_made() -> None:
    steps = (
        Mender(_note("-a"), tags="VBN"),
        Mender(_note("-b", tag="VBN"), tags="VBD"),
        Mender(_note("-c"), tags="VBD"),
        Mender(_note("-d"), tags="VBN"),
    )
    assert _mended(*steps).lemma == "storm-b-d"


def test_of_a_choice_only_the_first_that_fits_is_reached() -> None:
    choice = Choice(Mender(_note("-a"), lemmas="shell"), Mender(_note("-b", dep="acl"), when=lambda t: t.tag == "VBD"), Mender(_note("-c"), deps="acl"))
    assert _mended(choice, Mender(_note("-d"))).lemma == "storm-b-d"


def test_a_mender_among_others_is_handed_the_tokens_of_the_article() -> None:
    handed: list[object] = []
    token = _mended(Mender(lambda *given: handed.extend(given), among=True))
    assert handed == [token, [token]]


def test_guards_name_what_the_model_gives(coder: Coder) -> None:
    """A dependency or tag that is misspelt in a guard would leave its mender unreached for ever."""
    (repair,) = [c for c in coder.components if isinstance(c, Repair)]
    rows = [mender for menders in (repair._mend, repair._mend_late) for _, mender in menders._rows]
    deps, tags = set(coder.nlp.get_pipe("parser").labels), set(coder.nlp.get_pipe("tagger").labels)  # type: ignore[attr-defined]
    assert set().union(*(m.deps for m in rows)) <= deps
    assert set().union(*(m.tags for m in rows)) <= tags
    assert set().union(*(m.parts for m in rows)) <= {"ADJ", "ADP", "ADV", "AUX", "NOUN", "PROPN", "SCONJ", "VERB"}
    assert set().union(*(m.words for m in rows)) == {w.lower() for m in rows for w in m.words}
