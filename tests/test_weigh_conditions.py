"""The script that weighs conditions: every truth test of a module is found, and forcing one changes what the module does."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SOURCE = '''
def may_act(word, known) -> bool:
    return word in known and not word.islower()

def pick(words, known):
    if any(may_act(w, known) for w in words if w):
        return [w for w in words if w in known or w == "Gao"]
    return []
'''


@pytest.fixture(scope="module")
def script() -> ModuleType:
    path = Path(__file__).parent.parent / "scripts" / "weigh_conditions.py"
    spec = importlib.util.spec_from_file_location("weigh_conditions", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def forcing(script: ModuleType) -> Any:
    return script.Forcing()


def _compiled(script: ModuleType, forcing: Any, answer: Callable[[int, object], object]) -> Callable[[list[str], set[str]], list[str]]:
    tree = script.Instrument("m", forcing).visit(ast.parse(SOURCE))
    names: dict[str, Any] = {"_truth": answer}
    exec(compile(ast.fix_missing_locations(tree), "m", "exec"), names)
    found: Callable[[list[str], set[str]], list[str]] = names["pick"]
    return found


def test_every_truth_test_is_found_with_its_place(script: ModuleType, forcing: Any) -> None:
    _compiled(script, forcing, forcing.watch)
    assert {(t.function, t.part, t.words) for t in forcing.tests} == {
        ("may_act", "and", "word in known"), ("may_act", "not", "word.islower()"), ("may_act", "return", "word in known and (not word.islower())"),
        ("pick", "for if", "w"), ("pick", "any", "may_act(w, known)"), ("pick", "if", "any((may_act(w, known) for w in words if w))"),
        ("pick", "or", "w in known"), ("pick", "or", "w == 'Gao'"), ("pick", "for if", "w in known or w == 'Gao'"),
    }  # fmt: skip


def test_outcomes_are_seen_and_nothing_changes_unforced(script: ModuleType, forcing: Any) -> None:
    pick = _compiled(script, forcing, forcing.watch)
    assert pick(["Kano", "Gao", "oslo"], {"Kano"}) == ["Kano", "Gao"]
    seen = {t.words: (n in forcing.true, n in forcing.false) for n, t in enumerate(forcing.tests)}
    assert seen["w == 'Gao'"] == (True, True) and seen["word.islower()"] == (False, True)


@pytest.mark.parametrize(("words", "value", "found"), [("w == 'Gao'", False, ["Kano"]), ("w in known", True, ["Kano", "Gao", "oslo"]), ("word.islower()", True, [])])
def test_a_forced_test_has_the_forced_value(script: ModuleType, forcing: Any, words: str, value: bool, found: list[str]) -> None:
    pick = _compiled(script, forcing, forcing.force)
    forcing.forced = next(n for n, t in enumerate(forcing.tests) if t.words == words), value
    assert pick(["Kano", "Gao", "oslo"], {"Kano"}) == found
