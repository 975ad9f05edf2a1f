"""The documents cannot lie: their examples run, and every type, field, component and lexicon column they should name is named."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from reportedly import records
from reportedly.coder import Coder
from reportedly.lexicons.actors import SECTORS
from reportedly.lexicons.loader import data_root, read_table
from reportedly.lexicons.predicates import MODES, TYPES
from reportedly.measuring.agreement import FIELDS
from reportedly.measuring.disagreements import CLASSES
from reportedly.measuring.gold import Gold, GoldEvent, GoldStatement, GoldToll
from reportedly.measuring.scores import MEASURES
from reportedly.records import CodedArticle, Record

ROOT = Path(__file__).parent.parent
DOCS = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))))}


def blocks(text: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def sessions(text: str) -> Iterator[tuple[str, str]]:
    """Yield each command of the console blocks with what it should print."""
    for block in blocks(text, "console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = part.partition("\n")
            yield command, printed


def unpadded(printed: str) -> list[str]:
    """Return the lines without trailing blanks; the numbers of lexicon lines move with every edit."""
    return [re.sub(r"(\.tsv):\d+", r"\1:N", line.rstrip()) for line in printed.strip().splitlines() if line.strip()]


@pytest.mark.parametrize("name", [name for name in DOCS if blocks(DOCS[name], "pycon")])
def test_python_examples_run(name: str) -> None:
    session = "\n".join(blocks(DOCS[name], "pycon"))
    test = doctest.DocTestParser().get_doctest(session, {}, name, name, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    report: list[str] = []
    runner.run(test, out=report.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(report)


@pytest.mark.parametrize("name", ["README.md", "docs/evaluate.md", "docs/lexicons.md", "docs/own-codebook.md"])
def test_console_examples_print_what_they_say(name: str, tmp_path: Path) -> None:
    for path, content in re.findall(r"^`([\w/.-]+\.(?:tsv|csv|toml))`[^\n]*:\n\n```(?:tsv|csv|toml)\n(.*?)^```$", DOCS[name], re.MULTILINE | re.DOTALL):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    for command, printed in sessions(DOCS[name]):
        words = shlex.split(command)
        if words[0] == "cat":
            (tmp_path / words[1]).write_text(printed, encoding="utf-8")
        elif words[0] == "reportedly":
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
            done = subprocess.run([sys.executable, "-m", *words], cwd=tmp_path, env=environment, capture_output=True, check=False)
            assert done.returncode == 0, done.stderr.decode()
            assert unpadded(done.stdout.decode()) == unpadded(printed), f"{name}: $ {command}\n{done.stdout.decode()}"
        else:
            assert words[:2] == ["pip", "install"], command


@pytest.mark.parametrize("name", DOCS)
def test_links_lead_somewhere(name: str) -> None:
    text = DOCS[name]
    headings = {re.sub(r"[^\w\- ]", "", h).strip().lower().replace(" ", "-") for h in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in headings, target
        elif not target.startswith("https://"):
            assert ((ROOT / name).parent / target).exists(), target


def test_codebook_has_every_type_with_its_modes() -> None:
    rows = dict(re.findall(r"^\| ([A-Z]+) \|(.+)\|$", DOCS["docs/codebook.md"], re.MULTILINE))
    for type_ in TYPES:
        modes = set(re.findall(r"`([a-z-]+)`", rows[type_].split("|")[-1]))
        assert modes == MODES.get(type_, frozenset()), type_


def test_codebook_has_every_field_and_code() -> None:
    text = DOCS["docs/codebook.md"]
    named = set(re.findall(r"`([^`]+)`", text))
    for record in (records.Article, records.Actor, records.Place, records.Time, records.Statement, records.Toll, records.Event, records.Framing, CodedArticle):
        assert issubclass(record, Record)
        assert set(record.__struct_fields__) <= named, record.__name__
    for literal in (records.Status, records.ActorKind, records.StatementKind, records.TollKind, records.Precision):
        assert set(get_args(literal)) <= named
    assert named >= SECTORS
    assert {e["kind"] for e in read_table(data_root(), "framing.tsv", ("word", "pos", "kind", "reason"))} <= named


def test_evaluation_has_every_measure_class_and_field() -> None:
    text = re.sub(r"^```\w*\n.*?^```$", "", DOCS["docs/evaluate.md"], flags=re.MULTILINE | re.DOTALL)
    named = set(re.findall(r"`([^`]+)`", text))
    assert {*MEASURES, *CLASSES, *FIELDS} <= named
    for record in (Gold, GoldEvent, GoldStatement, GoldToll):
        assert set(record.__struct_fields__) <= named, record.__name__


def test_architecture_has_every_component_in_order(coder: Coder) -> None:
    rows = re.findall(r"^\| `(\w+)` \| `([\w.]+)` \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", DOCS["docs/architecture.md"], re.MULTILINE)
    expected = [(type(c).__name__, type(c).__module__.removeprefix("reportedly."), ", ".join(c.reads), ", ".join(c.writes)) for c in coder.components]
    assert rows[2:] == expected
    assert [row[0] for row in rows[:2]] == [type(coder.structure).__name__, type(coder.parse).__name__]
