"""Articles of our own, coded by hand before the coder saw them: a floor under its accuracy.

Rules were mended since against the sets a and c, the odd passages of d and of the sets by genre (e and f), and the even ones of encyclopedia, ministry and partisan prose in e;
against b after its errors were read once; never against the even ones of d, of military and newspaper prose in e, and of all of f. Of the seventh set (g: 363 passages in the
manner of eight kinds of outlet; all persons and events in them are invented) the odd passages were read, the even ones never.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.coder import Coder
from reportedly.measuring import compare, decode_gold, evaluate
from reportedly.records import Article

FOLDER = Path(__file__).parent / "gold"
# F1 over the sets, a little below what was measured when they were set. Raise them when the coder improves.
FLOORS = {
    "articles_[a-f]*.jsonl": {"detected": 0.855, "triple": 0.635, "qualified": 0.59, "status": 0.96, "actors": 0.85, "recipients": 0.805, "place": 0.745, "statements": 0.85},
    "articles_g_*.jsonl": {"detected": 0.68, "triple": 0.38, "qualified": 0.315, "status": 0.9, "actors": 0.73, "recipients": 0.66, "place": 0.61},
}
WITHOUT_STATEMENTS = "articles_c.jsonl"  # a set coded for events only, as is the seventh


def figures(coder: Coder, sets: str) -> dict[str, float]:
    compared, spoken = [], []
    for path in sorted(FOLDER.glob(sets)):
        for line in path.read_bytes().splitlines():
            gold = decode_gold(line)
            found = compare(gold, coder.code(Article(id=gold.id, text=gold.text, published=json.loads(line)["published"], outlet=gold.outlet)))
            compared.append(found)
            if path.name != WITHOUT_STATEMENTS:
                spoken.append(found)
    scores = [s for s in evaluate(compared, samples=0).scores if s.measure != "statements"] + [s for s in evaluate(spoken, samples=0).scores if s.measure == "statements"]
    return {s.measure: s.f1 or 0.0 for s in scores if s.table == "overall"}


@pytest.mark.parametrize("sets", FLOORS)
def test_accuracy_on_prose_of_our_own_does_not_sink(coder: Coder, sets: str) -> None:
    found = figures(coder, sets)
    sunk = {measure: (round(found[measure], 3), floor) for measure, floor in FLOORS[sets].items() if found[measure] < floor}
    assert not sunk, f"F1 and its floor: {sunk}"
