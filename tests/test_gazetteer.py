"""The gazetteer: folding, lookups, and compiling it safely."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import gazetteer as module
from reportedly.gazetteer import Gazetteer, cache_folder, fold, fold_bare, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Al Ḩasakah", "al hasakah"),
        ("al-Hasakah", "al hasakah"),
        ("U.S.", "us"),
        ("Val-d’Or", "val dor"),
        ("São Paulo", "sao paulo"),
        ("N'Djamena", "ndjamena"),
        ("Ürümqi", "urumqi"),
        ("BAGHDAD", "baghdad"),
        ("Diyarbakır", "diyarbakir"),
    ],
)
def test_names_are_folded_alike_however_they_are_spelled(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(alphabet="al -'Baghd", max_size=30))
def test_a_bare_name_is_the_end_of_the_folded_one(name: str) -> None:
    assert fold(name).endswith(fold_bare(fold(name)))


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("mosul", "IRQ", "city"),
        ("al hasakah", "SYR", "city"),
        ("hasakah", "SYR", "province"),
        ("anbar", "IRQ", "province"),
        ("texas", "USA", "province"),
        ("harris county", "USA", "district"),
        ("kenya", "KEN", "country"),
        ("nairobi", "KEN", "city"),
    ],
)
def test_a_name_has_the_place_among_its_candidates(gazetteer: Gazetteer, name: str, country: str, kind: str) -> None:
    assert any(c.country == country and c.kind == kind for c in gazetteer.lookup(name))


def test_an_unknown_name_has_no_candidates_and_is_remembered(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("qqqq") == ()
    assert gazetteer.lookup("qqqq") is gazetteer.lookup("qqqq")


def test_candidates_of_one_kind_come_most_populous_first(gazetteer: Gazetteer) -> None:
    people = [c.population for c in gazetteer.lookup("paris") if c.kind == "city"]
    assert people == sorted(people, reverse=True) and len(people) > 3


def test_mechanical_transliterations_and_airport_codes_are_left_out(gazetteer: Gazetteer) -> None:
    assert not any(c.name == "Soldeu" for c in gazetteer.lookup("swldw"))
    assert not any(c.name == "Los Angeles" for c in gazetteer.lookup("lax"))


def test_a_country_is_found_by_its_code(gazetteer: Gazetteer) -> None:
    country = gazetteer.country("IRQ")
    assert country is not None and country.name == "Iraq" and country.geonames == 99237
    assert gazetteer.country("ZZZ") is None


def test_every_country_has_one_capital_at_most(gazetteer: Gazetteer) -> None:
    capitals = [c for name in ("washington", "paris", "london", "baghdad") for c in gazetteer.lookup(name) if c.capital]
    assert sorted(c.country for c in capitals) == ["FRA", "GBR", "IRQ", "USA"]


@pytest.mark.parametrize(
    ("variable", "expected"), [("REPORTEDLY_CACHE", ""), ("XDG_CACHE_HOME", "reportedly")]
)
def test_the_cache_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str, expected: str) -> None:
    monkeypatch.delenv("REPORTEDLY_CACHE", raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    assert cache_folder() == tmp_path / expected


def _few() -> object:
    yield (1, "Testville", 1.0, 2.0, "TST", 0, 5000, 3, False), {"testville": True}


def test_compiling_tells_once_and_opening_again_is_silent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "_gather", _few)
    told: list[str] = []
    first = open_gazetteer(told.append, folder=tmp_path)
    second = open_gazetteer(told.append, folder=tmp_path)
    assert len(told) == 1 and first.path == second.path
    assert second.lookup("testville")[0].geonames == 1


def test_a_compile_that_fails_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken() -> object:
        yield from _few()  # type: ignore[misc]
        raise OSError("disk full")

    monkeypatch.setattr(module, "_gather", broken)
    with pytest.raises(OSError, match="disk full"):
        open_gazetteer(folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_replaced_by_the_temporary_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "_gather", _few)
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setattr(module.tempfile, "gettempdir", lambda: str(tmp_path))
    opened = open_gazetteer(folder=blocked / "below")
    assert opened.path.is_relative_to(tmp_path) and opened.lookup("testville")
    assert stat.S_IMODE(opened.path.parent.stat().st_mode) == 0o700


def test_two_processes_may_compile_at_once(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from reportedly import gazetteer as g\n"
        "g._gather = lambda: ((((n, f'Town {n}', 0.0, 0.0, 'TST', 0, n, 3, False), {f'town {n}': True})) for n in range(30000))\n"
        "print(g.open_gazetteer(folder=Path(sys.argv[1])).lookup('town 29999')[0].geonames)"
    )
    runs = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [run.communicate()[0].strip() for run in runs] == ["29999"] * 3
    assert len(list(tmp_path.iterdir())) == 1
