"""The truth tables: how many passages come out exactly right, table by table, with a floor under each that cannot sink silently."""

from __future__ import annotations

from pathlib import Path

import pytest

import truth_tables
from reportedly.coder import Coder

# Passages of each table that must come out right in every record. Raise a floor when its table improves.
FLOORS: dict[str, int] = {"accuse": 108, "agency": 81, "agree": 60, "aid": 118, "assault": 274, "attitudes": 63, "broadcast": 54, "coerce": 200, "communiques": 156, "concede": 62, "consult": 106, "cooperate": 65, "dealings": 46, "deeds": 58, "doers": 40, "ency": 92, "foretold": 105, "frames": 96, "known": 96, "long": 73, "military": 98, "ministry": 316, "mixed": 40, "mobilize": 99, "news": 91, "news_agency": 267, "news_politics": 183, "news_regions": 99, "news_world": 135, "nouns": 139, "paired": 99, "parties": 326, "partisan": 115, "passages": 97, "protest": 112, "reject": 66, "relations": 153, "releases": 168, "request": 117, "retreat": 116, "sanction": 87, "says": 223, "shapes": 230, "speeches": 61, "status": 220, "sufferers": 42, "support": 69, "threaten": 91, "verbs": 117, "voices": 238, "where": 271, "whowhere": 162, "wiki": 216, "wires": 151, "words": 62}


@pytest.mark.parametrize("table", sorted(p.stem for p in truth_tables.FOLDER.glob("*.txt")))
def test_no_table_sinks_below_its_floor(coder: Coder, table: str) -> None:
    passages = list(truth_tables.read([truth_tables.FOLDER / f"{table}.txt"]))
    wrong = {p.where: found for p in passages if (found := truth_tables.check(coder, p))}
    right = len(passages) - len(wrong)
    listed = "\n".join(f"{where}: {'; '.join(found)}" for where, found in wrong.items())
    assert right >= FLOORS[table], f"{right} of {len(passages)} right, the floor is {FLOORS[table]}:\n{listed}"
    assert right <= FLOORS[table] + 3, f"{right} of {len(passages)} right: raise the floor of {table}"


def test_there_are_six_hundred_passages_with_near_misses() -> None:
    passages = list(truth_tables.read(sorted(truth_tables.FOLDER.glob("*.txt"))))
    assert len(passages) >= 600
    assert len({p.text for p in passages}) == len(passages)
    assert sum(p.events == [] for p in passages) >= 60
    statuses = [row.status for p in passages for row in p.events or []]
    assert all(statuses.count(status) >= 20 for status in ("actual", "future", "demanded", "hypothetical", "denied"))


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("  none\n", "t.txt:1: a record without a passage"),
        ("Rebels left.\n", "t.txt:1: a passage without records"),
        ("Rebels left.\n  LEAVE | | | actual |\n", "t.txt:2: type"),
        ("Rebels left.\n  RETREAT | rebels | | maybe |\n", "t.txt:2: type"),
        ("Rebels left.\n  says | rebels\n", "t.txt:2: says"),
        ("Rebels left.\n  at | left | Gao\n", "t.txt:2: at"),
    ],
)
def test_a_mistake_in_a_table_is_named(tmp_path: Path, lines: str, problem: str) -> None:
    path = tmp_path / "t.txt"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(ValueError, match=problem.replace("|", r"\|")):
        list(truth_tables.read([path]))
