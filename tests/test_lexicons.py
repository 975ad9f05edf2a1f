"""Lexicons: a mistake is reported with file and line; a user's folder adds to and overrides ours; every table of ours loads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reportedly
from reportedly.coding.framing import load_framing
from reportedly.errors import LexiconError
from reportedly.lexicons.actors import fold, load_actors
from reportedly.lexicons.loader import data_root, read_table
from reportedly.lexicons.predicates import load_predicates
from reportedly.lexicons.word_lists import read_lists


def _folder(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return tmp_path


_HEAD = "phrase\tpos\tmode\tactor\trecipient\tif\texample\n"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("predicates/assault.tsv", _HEAD + "maul\tverb\tbiting\t\t\t\t\n", "assault.tsv:2: mode"),
        ("predicates/assault.tsv", _HEAD + "maul\tvrb\t\t\t\t\t\n", "assault.tsv:2: pos"),
        ("predicates/assault.tsv", _HEAD + "# a comment\n\nmaul\tverb\t\t\t\tobj:nosuchclass\t\n", "assault.tsv:4: if: unknown noun class"),
        ("predicates/quarrel.tsv", _HEAD + "squabble\tverb\t\t\t\t\t\n", "none of the sixteen types"),
        ("predicates/assault.tsv", "phrase\tkind\nmaul\tverb\n", "assault.tsv:1: unknown column"),
        ("embedding.tsv", "phrase\tpos\tslot\teffect\tnote\nmull\tverb\tto\tperhaps\t\n", "embedding.tsv:2: effect"),
        ("light_verbs.tsv", "phrase\trole\teffect\nwage\tdoer\t\n", "light_verbs.tsv:2: role"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, name: str, text: str, words: str) -> None:
    with pytest.raises(LexiconError, match=words.replace(".", r"\.")):
        load_predicates([data_root(), _folder(tmp_path, name, text)])


def test_bytes_that_are_not_utf8_name_their_line(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "nouns.tsv").write_bytes(b"noun\tkind\tsector\tnumber\tnote\nsentry\tperson\tMIL\t\t\ncaf\xe9\tgroup\t\t\t\n")
    with pytest.raises(LexiconError, match=r"nouns\.tsv:3"):
        load_actors([tmp_path])


def test_a_user_folder_adds_and_overrides(tmp_path: Path) -> None:
    _folder(tmp_path, "predicates/protest.tsv", _HEAD + "banner\tverb\tdemo\tsubj\t-\t\tThey bannered at dawn.\n")
    _folder(tmp_path, "actors/groups/own.tsv", "name\tcountry\tsector\tvariants\tnote\nLamplighters\tMLI\tCVL\tLamp Movement\t\n")
    coder = reportedly.load(lexicons=[tmp_path])
    coded = coder("The Lamp Movement attacked the mayor of Gao.")
    lamp = next(a for a in coded.actors if a.name == "Lamp Movement")
    assert (lamp.country, lamp.sector) == ("MLI", "CVL")


def test_a_user_line_replaces_ours(tmp_path: Path) -> None:
    """Country of a group, type of a phrase, position of a place: the user's word counts."""
    _folder(tmp_path, "actors/groups/own.tsv", "name\tcountry\tsector\tvariants\tnote\nHezbollah\tLBN\tPTY\t\t\n")
    _folder(tmp_path, "predicates/accuse.tsv", _HEAD + "lambast\tverb\tallege\t\t\t\tShe lambasted him.\n")
    _folder(tmp_path, "places.tsv", "name\tcountry\tlat\tlon\tprecision\tvariants\tnote\nGreen Zone\tIRQ\t1.0\t2.0\tdistrict\t\t\n")
    coder = reportedly.load(lexicons=[tmp_path])
    coded = coder("Hezbollah lambasted the minister in the Green Zone on Monday.")
    assert [(a.country, a.sector) for a in coded.actors if a.name == "Hezbollah"] == [("LBN", "PTY")]
    assert [(e.type, e.mode) for e in coded.events] == [("ACCUSE", "allege")]
    assert [(p.lat, p.lon) for p in coded.places] == [(1.0, 2.0)]


def test_our_tables_are_as_broad_as_promised() -> None:
    predicates = load_predicates([data_root()])
    assert sum(len(found) for found in predicates.by_head.values()) >= 1500
    assert sum(len(phrases) for phrases in predicates.embedding.values()) >= 150
    assert sum(1 for _ in read_table(data_root(), "cues.tsv", ("phrase", "pos", "slots", "stance", "voice", "if", "note"))) >= 250
    actors = load_actors([data_root()])
    assert len(actors.states) >= 195
    assert len(actors.offices) >= 1000
    assert len(load_framing([data_root()])) >= 150


@pytest.mark.parametrize(("text", "words"), [("al-Sudani", ("al", "sudani")), ("U.S.", ("us",)), ("Doğan’s", ("dogans",)), ("Abou-Bakr", ("abou", "bakr"))])
def test_folded_names_compare(text: str, words: tuple[str, ...]) -> None:
    assert fold(text) == words


@pytest.mark.parametrize(("lines", "words"), [("a.b\tshell|bomb|shell\t\n", "word_lists.tsv:2: twice"), ("a.b\tshell\t\na.b\tbomb\t\n", "word_lists.tsv:3: a second list")])
def test_mistakes_in_word_lists_name_file_and_line(tmp_path: Path, lines: str, words: str) -> None:
    with pytest.raises(LexiconError, match=words.replace(".", r"\.")):
        read_lists(_folder(tmp_path, "word_lists.tsv", "list\twords\tnote\n" + lines))


def test_every_word_list_is_asked_for() -> None:
    """A list nobody asks for is left over from a rule that went; one asked for under another name fails on import."""
    asked: dict[str, set[str]] = {}
    known = read_lists(data_root())
    for path in Path(reportedly.__file__).parent.rglob("*.py"):
        for formatted, name in re.findall(r'word_list\((f?)"([^"]+)"\)', path.read_text(encoding="utf-8")):
            several = re.compile(re.sub(r"\\\{.*?\\\}", ".+", re.escape(name)))  # one of several, by what they are for: f"means.{mode}"
            for one in (n for n in known if several.fullmatch(n)) if formatted else (name,):
                asked.setdefault(one, set()).add(path.stem)
    assert set(asked) == set(known)
    assert all(len(modules) > 1 if "." not in name else modules == {name.split(".")[0]} for name, modules in asked.items())
