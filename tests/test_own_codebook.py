"""A user's own codebook and PETRARCH's dictionaries: codes are given as the folder says, mistakes are named, published files' faults are survived."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reportedly
from reportedly.errors import LexiconError
from reportedly.lexicons.actors import load_actors
from reportedly.lexicons.checking import look_into
from reportedly.lexicons.codebook import load_codebook
from reportedly.lexicons.loader import data_root
from reportedly.lexicons.petrarch import Agent, Fault, Named, country_and_sector, read_actors, read_agents
from reportedly.lexicons.predicates import load_predicates

BOOK = '[codes.POLL-ATTACK]\ntype = "ASSAULT"\n\n[codes.SEIZED-BALLOTS]\ntype = "COERCE"\nmode = "seize"\n'
RULES = "code,type,mode,actor,recipient,words,example,note\n"
HEAD = "phrase,pos,mode,actor,recipient,if,example\n"


def folder(path: Path, **files: str) -> Path:
    for name, text in files.items():
        target = path / name.replace("__", "/").replace("_dot_", ".")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return path


def test_codes_by_word_by_rule_and_not_at_all(tmp_path: Path) -> None:
    """A code's own words win; rules look at type, parties and sentence; the rest has no code, or is left out where the codebook stands alone."""
    rules = RULES + "POLL-ATTACK,ASSAULT,,REB|youth,voter|polling,,,\nSEIZED-BALLOTS,COERCE,seize,,,ballot,,\n"
    files = {"codebook_dot_toml": BOOK, "codes_dot_csv": rules, "predicates__seized-ballots_words_dot_csv": HEAD + 'cart,verb,,subj,obj,"obj=ballot,box",Soldiers carted ballots away.\n'}
    text = (
        "Rebels attacked voters in Gao. Soldiers attacked voters in Gao. Rebels attacked a convoy in Gao. Soldiers carted the ballots away. Police seized ballot papers. Youths attacked the voters."
    )
    found = [(e.code, e.type, e.mode) for e in reportedly.load(lexicons=[folder(tmp_path, **files)])(text).events]
    assert found == [
        ("POLL-ATTACK", "ASSAULT", None), (None, "ASSAULT", None), (None, "ASSAULT", None), ("SEIZED-BALLOTS", "COERCE", "seize"), ("SEIZED-BALLOTS", "COERCE", "seize"), ("POLL-ATTACK", "ASSAULT", None)
    ]  # fmt: skip
    alone = folder(tmp_path / "alone", **files | {"codebook_dot_toml": "only = true\n" + BOOK})
    coded = reportedly.load(lexicons=[alone])(text)
    assert [e.code for e in coded.events] == [code for code, _, _ in found if code]
    assert [row["code"] for row in coded.to_rows()] == [e.code for e in coded.events]
    assert [e.entry for e in coded.events[0].evidence if e.field == "code"] == ["codes.csv:2"]


@pytest.mark.parametrize(
    ("book", "rules", "words"),
    [
        ("[codes.A]\ntype = 'ASSAULT'\n[codes.B]\ntype = 'WAR'\n", "", "codebook.toml:3: code B: type"),
        ("[codes.A]\ntype = 'ASSAULT'\nmode = 'demo'\n", "", "codebook.toml:1: code A: 'demo' is no mode"),
        ("[codes.lower]\ntype = 'ASSAULT'\n", "", "codebook.toml:1: code 'lower'"),
        ("[codes.ASSAULT]\ntype = 'ASSAULT'\n", "", "is a PLOVER type"),
        ("name = 'x'\ntypes = 3\n", "", "codebook.toml:2: unknown key types"),
        ("[codes.A]\ntype = 'ASSAULT'\nkind = 'x'\n", "", "its keys are"),
        ("name = 'x'\n[codes\n", "", "codebook.toml:2"),
        ("only = 'yes'\n", "", "true or false"),
        (BOOK, RULES + "POLLS,ASSAULT,,,,,,\n", "codes.csv:2: code: 'POLLS' is not in codebook.toml"),
        (BOOK, RULES + "POLL-ATTACK,WAR,,,,,,\n", "codes.csv:2: type: WAR"),
        (BOOK, RULES + "POLL-ATTACK,ASSAULT,demo,,,,,\n", "codes.csv:2: mode: demo"),
        (BOOK, RULES + "POLL-ATTACK,,,,,,,\n", "would give its code to every event"),
        (BOOK, RULES + 'POLL-ATTACK,"ASSAULT\n",,,,,,\n', "codes.csv:2: no line of a CSV table"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, book: str, rules: str, words: str) -> None:
    made = folder(tmp_path, codebook_dot_toml=book, **({"codes_dot_csv": rules} if rules else {}))
    with pytest.raises(LexiconError) as error:
        load_codebook([data_root(), made])
    assert words in str(error.value)


def test_a_file_of_an_unknown_code_names_those_there_are(tmp_path: Path) -> None:
    made = folder(tmp_path, codebook_dot_toml=BOOK, predicates__polls_dot_csv=HEAD + "burn,verb,,,,,\n")
    with pytest.raises(LexiconError, match=r"polls\.csv:2.*POLL-ATTACK, SEIZED-BALLOTS"):
        load_predicates([data_root(), made])


def test_check_finds_what_is_wrong(tmp_path: Path) -> None:
    """Examples that another line codes, files that nothing reads, codes that nothing gives, faulty lines of dictionaries."""
    made = folder(
        tmp_path, codebook_dot_toml=BOOK, codes_dot_csv=RULES + "POLL-ATTACK,ASSAULT,,,voter,,Rebels attacked voters in Gao.,\n", predicates__poll_dot_txt="x", README_dot_md="about", my_dot_agents_dot_txt="OX [~AGR]\nBROKEN\n",
        predicates__assault_mine_dot_csv=HEAD + "boot,verb,,subj,obj,,The minister met the mayor.\n",
    )  # fmt: skip
    found = look_into(made)
    assert (found.unread, found.unused, [f.line for f in found.faults]) == (["predicates/poll.txt"], ["SEIZED-BALLOTS"], [2])
    assert found.tables == {"codebook.toml": 2, "codes.csv": 1, "my.agents.txt": 1, "predicates/assault_mine.csv": 1}
    done = subprocess.run([sys.executable, "-m", "reportedly", "check", str(made)], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1 and "2 examples, 4 to look at" in done.stdout
    assert "predicates/assault_mine.csv:2: its example is coded otherwise: The minister met the mayor. -> CONSULT" in done.stderr and "codes.csv" not in done.stderr


def test_our_own_lexicon_passes_its_check() -> None:
    """Nothing in the bundled folder is unread; its examples are tested elsewhere."""
    found = look_into(Path(str(data_root())))
    assert found.unread == [] and len(found.tables) > 30


ACTORS = """\
<!-- invented; a comment
over two lines -->
ORLAN_DUVESH_  ; a note
+O._DUVESH_    # another
\t[MLIGOV 200101-20240630]
\t[MLIOPP > 20240630]
LAMPLIGHTER_FRONT_ [MLIREBLMP]
+LFMO_
TARGA_REGION [---]
MALI_ [MLI]
SAM_TARGUI_ [MLI]
\t[MLIELI <990101]
BROKEN_ [~X
NOBODY_
ODD_ [MLIGOV 20209999-20210101]
"""
AGENTS = "!PERSON! = MAN, MEN\n\nLAMPLIGHTER [~UAF]\nSALT_TRADER [~BUSAGR] # note\nWATCH!PERSON! [~COP]\nOX {OXEN} [~AGR}\nWAR!NONE! [~MIL]\nEMPTY\n"


def test_petrarch_dictionaries_are_read_with_their_faults(tmp_path: Path) -> None:
    made = folder(tmp_path, x_dot_actors_dot_txt=ACTORS, actors__x_dot_agents_dot_txt=AGENTS)
    actors = list(read_actors(made, "x.actors.txt"))
    assert [a.names[0] for a in actors if isinstance(a, Named)] == ["ORLAN DUVESH", "LAMPLIGHTER FRONT", "MALI", "SAM TARGUI"]
    assert actors[0] == Named("x.actors.txt", 3, ["ORLAN DUVESH", "O. DUVESH"], [("MLIGOV", "2020-01-01", "2024-06-30"), ("MLIOPP", "2024-07-01", "")])
    assert [(a.line, a.reason.split(" ")[0]) for a in actors if isinstance(a, Fault)] == [(13, "no"), (14, "NOBODY"), (15, "[MLIGOV"), (15, "ODD")]
    agents = list(read_agents(made, "actors/x.agents.txt"))
    assert [(a.noun, a.code) for a in agents if isinstance(a, Agent)] == [("lamplighter", "UAF"), ("salt trader", "BUSAGR"), ("watchman", "COP"), ("watchmen", "COP"), ("ox", "AGR"), ("oxen", "AGR")]
    assert [a.line for a in agents if isinstance(a, Fault)] == [7, 8]
    lexicon = load_actors([data_root(), made])
    assert [lexicon.office("Orlan Duvesh", day)["sector"] for day in ("2019-05-01", "2020-01-01", "2024-06-30", "2024-07-01")] == ["", "GOV", "GOV", "OPP"]  # type: ignore[index]
    assert [lexicon.office("Sam Targui", day)["sector"] for day in ("1998-12-31", "1999-01-01")] == ["ELI", ""]  # type: ignore[index]
    assert lexicon.nouns["salt trader"]["sector"] == "BUS" and lexicon.states["MLI"].entry.file == "actors/states.tsv"


def test_petrarch_actors_are_coded_by_the_day(tmp_path: Path) -> None:
    coder = reportedly.load(lexicons=[folder(tmp_path, x_dot_actors_dot_txt=ACTORS, x_dot_agents_dot_txt=AGENTS)])
    for day, sector in (("2019-05-01", None), ("2023-05-01", "GOV"), ("2025-05-01", "OPP")):
        coded = coder("The Lamplighter Front attacked the watchmen in Gao. O. Duvesh condemned the attack.", published=day)
        actors = {a.name: (a.country, a.sector) for a in coded.actors}
        assert actors["Lamplighter Front"] == ("MLI", "REB") and actors["watchmen"][1] == "COP" and actors["O. Duvesh"] == ("MLI", sector)


@pytest.mark.parametrize(
    ("code", "made"), [("AFGREBTAL", ("AFG", "REB")), ("PSEREBHMS", ("PSE", "REB")), ("IMGMOSALQ", ("ISM", "REL")), ("IGOUNO", ("IGO", "")), ("MED", ("", "JRN")), ("WSBGOV", ("PSE", "GOV")), ("XQ", ("", ""))]
)
def test_parts_of_a_cameo_code(code: str, made: tuple[str, str]) -> None:
    assert country_and_sector(code, frozenset({"AFG", "PSE"})) == made


@given(st.lists(st.sampled_from(["A_ [MLI]", "+B_", "\t[MLIGOV <990101]", "[", "]", "{X}", "!P! = A, B", "C!P! [~COP]", "\t[X - ]", "[---]", "#", "+", "é"])).map("\n".join))
def test_any_dictionary_is_read(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    made = folder(tmp_path_factory.mktemp("d"), x_dot_actors_dot_txt=text, x_dot_agents_dot_txt=text)
    for item in (*read_actors(made, "x.actors.txt"), *read_agents(made, "x.agents.txt")):
        assert isinstance(item, Fault) or (item.names and item.codes if isinstance(item, Named) else item.noun and item.code)
