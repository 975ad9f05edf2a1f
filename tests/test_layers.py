"""The house: imports point one way, and the front door is narrow."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import reportedly

SOURCE = Path(reportedly.__file__).parent
# Each room may import from itself and from rooms before it in this list.
ROOMS = ["records", "errors", "limits", "lexicons", "sentences", "datelines", "turns", "analysis", "language", "divisions", "gazetteer", "reading", "fetching", "coding", "coder", "rows", "explanation", "schema", "runner", "workers", "corpus", "batch", "exchange", "measuring", "pages", "spacy_component", "workbench", "cli"]
# The folders of coding, each of which may ask those before it; the components, beside them, may ask all, and none of them a component.
HELPERS = ["grammar", "repairs", "happening", "calendar", "reference", "geography", "saying", "acting", "tolls"]
LONGEST = 480  # lines: beyond, a file is two things
# Convenience on the record itself, imported when called.
LAZY = {("records", "rows"), ("records", "pages")}


def _room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def _parsed(path: Path) -> ast.Module:
    """Parse a module; once more where CPython 3.11 loses count of its depth while another thread parses, too (its issue 106905)."""
    text = path.read_text(encoding="utf-8")
    try:
        return ast.parse(text)
    except SystemError:
        return ast.parse(text)


def _imports(path: Path) -> set[str]:
    tree = _parsed(path)
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("reportedly."):
            found.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("reportedly.")}
    return found


def test_imports_never_point_upwards() -> None:
    wrong = []
    for path in sorted(SOURCE.rglob("*.py")):
        room = _room(path)
        if room in ("__init__", "__main__"):
            continue
        assert room in ROOMS, f"{path}: a room that the house plan does not know"
        for other in _imports(path):
            if ROOMS.index(other) > ROOMS.index(room) and (room, other) not in LAZY:
                wrong.append(f"{path.relative_to(SOURCE)} imports {other}")
    assert wrong == []


def test_helpers_of_coding_ask_only_those_before_them() -> None:
    coding = SOURCE / "coding"
    assert sorted(HELPERS) == sorted(p.parent.name for p in coding.glob("*/__init__.py"))
    wrong = []
    for path in sorted(coding.glob("*/*.py")):
        for name in _all_imports(path):
            asked = name.removeprefix("reportedly.coding.").split(".")[0] if name.startswith("reportedly.coding.") else path.parent.name
            if asked not in HELPERS[: HELPERS.index(path.parent.name) + 1]:
                wrong.append(f"{path.relative_to(SOURCE)} imports {name}")
    assert wrong == []


def test_spacy_stays_in_its_rooms() -> None:
    """Only the language model's module and the spaCy component may know spaCy."""
    allowed = {"language", "spacy_component", "coder"}
    users = {_room(p) for p in SOURCE.rglob("*.py") if "spacy" in {n.split(".")[0] for n in _all_imports(p)}}
    assert users <= allowed


def _all_imports(path: Path) -> set[str]:
    tree = _parsed(path)
    names = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
    return names | {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}


def test_front_door_is_sorted_and_whole() -> None:
    assert list(reportedly.__all__) == sorted(reportedly.__all__)
    for name in reportedly.__all__:
        assert getattr(reportedly, name) is not None


def test_import_brings_no_language_model() -> None:
    """`import reportedly` must stay cheap: spaCy comes with `load()`."""
    program = "import sys, reportedly; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_plain_text_brings_no_reader_of_other_formats() -> None:
    """Each format's library comes with its first file."""
    program = (
        "import sys, io, reportedly; from reportedly.reading import dispatch, source;"
        "list(dispatch.read_source(source.Source('x', source.buffered(io.BytesIO(b'The army left.'))), dispatch.Options()));"
        "sys.exit(', '.join({'spacy', 'trafilatura', 'lxml', 'feedparser', 'warcio', 'pypdf', 'pyarrow', 'protego', 'http', 'zipfile', 'ssl'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


def test_only_fetching_uses_the_network() -> None:
    network = {"socket", "ssl", "http", "urllib", "urllib3", "requests", "httpx", "ftplib", "asyncio"}
    users = {_room(path) for path in SOURCE.rglob("*.py") if network & {name.split(".")[0] for name in _all_imports(path)}}
    assert users <= {"fetching"}


def test_no_file_is_two_things() -> None:
    long = {str(p.relative_to(SOURCE)): n for p in SOURCE.rglob("*.py") if (n := len(p.read_text(encoding="utf-8").splitlines())) > LONGEST}
    assert long == {}


def test_no_constant_is_given_twice() -> None:
    """A second list of the same name hides the first without a word."""
    twice = []
    for path in sorted(SOURCE.rglob("*.py")):
        names = [t.id for n in _parsed(path).body if isinstance(n, ast.Assign) for t in n.targets if isinstance(t, ast.Name)]
        twice += [f"{path.relative_to(SOURCE)}: {name}" for name in sorted({n for n in names if names.count(n) > 1})]
    assert twice == []
