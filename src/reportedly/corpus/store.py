"""The corpus folder: its files, its manifest, and the refusal to add what was made otherwise.

    DIR/manifest.json   versions, settings, hashes of model and lexicons
    DIR/state.sqlite    the articles as read, their records, and what is worked out from them
    DIR/tables/         the tables as Parquet parts, with an index
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec

import reportedly
from reportedly.corpus import blocking, clustering, comparing, copies
from reportedly.errors import CorpusError
from reportedly.lexicons.loader import data_root

FORMAT = 2


def describe_making(model: dict[str, str], lexicons: Sequence[Path]) -> dict[str, Any]:
    """Return what decides the records and links of a corpus; two corpora made alike have equal descriptions."""
    return {
        "format": FORMAT,
        "reportedly": reportedly.__version__,
        "model": model,
        "lexicons": {"bundled": hash_tables(data_root()), **{f"added {n}": hash_tables(folder) for n, folder in enumerate(lexicons, 1)}},
        "settings": {
            "linked": comparing.LINKED, "one story": comparing.ONE_STORY, "agreeing": clustering.AGREEING, "crowded": blocking.CROWDED, "neighbours": blocking.NEIGHBOURS,
            "copies": [copies.RUN, copies.BANDS, copies.ROWS, copies.SHARED, copies.LENGTHS],
        },
    }  # fmt: skip


def hash_tables(root: Traversable | Path) -> str:
    """Return one SHA-256 over the names and bytes of the tables below a folder."""
    digest = hashlib.sha256()
    for name, data in sorted(_tables(root, "")):
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _tables(root: Traversable | Path, prefix: str) -> list[tuple[str, bytes]]:
    out = []
    for item in root.iterdir():
        if item.is_dir():
            out += _tables(item, f"{prefix}{item.name}/")
        elif item.name.endswith(".tsv"):
            out.append((prefix + item.name, item.read_bytes()))
    return out


def open_folder(folder: Path, making: dict[str, Any]) -> None:
    """Make the folder a corpus, or check that it is one made the same way. Raise CorpusError that says what differs."""
    path = folder / "manifest.json"
    if not path.is_file():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CorpusError(f"{folder}: neither empty nor a corpus; give a new folder")
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(msgspec.json.format(msgspec.json.encode(making), indent=1) + b"\n")
        return
    if found := _differences(read_manifest(folder), making):
        told = "; ".join(f"{name}: the corpus has {there}, this run {here}" for name, there, here in found)
        raise CorpusError(f"{folder}: made with other {', '.join(name for name, _, _ in found)}; build a new corpus, or use what this one was made with ({told})")


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of a corpus folder. Raise CorpusError when it is none."""
    try:
        manifest: dict[str, Any] = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=dict[str, Any])
    except FileNotFoundError:
        raise CorpusError(f"{folder}: no corpus (it has no manifest.json); make one with: reportedly build INPUT --corpus {folder}") from None
    except (OSError, msgspec.MsgspecError) as error:
        raise CorpusError(f"{folder}/manifest.json: cannot be read: {error}") from error
    if manifest.get("format") != FORMAT:
        raise CorpusError(f"{folder}: a corpus of format {manifest.get('format')}; this version reads format {FORMAT}")
    return manifest


def _differences(there: dict[str, Any], here: dict[str, Any], prefix: str = "") -> list[tuple[str, str, str]]:
    out = []
    for name in sorted(there.keys() | here.keys()):
        a, b = there.get(name), here.get(name)
        if isinstance(a, dict) and isinstance(b, dict):
            out += _differences(a, b, f"{prefix}{name} ")
        elif a != b:
            out.append((f"{prefix}{name}", _short(a), _short(b)))
    return out


def _short(value: object) -> str:
    text = "none" if value is None else str(value)
    return text if len(text) <= 16 else f"{text[:12]}..."


def describe_model(name: str | None) -> dict[str, str]:
    """Return what the manifest says of a language model: the bundled one by the hashes of its weights, the user's own by name, version and the hash of its files."""
    from reportedly.language import VERSION, WEIGHTS

    if name is None:
        return {"name": "en_core_web_sm", "version": VERSION, "sha256": hashlib.sha256("".join(sorted(WEIGHTS.values())).encode()).hexdigest()}
    folder = Path(name)
    if not folder.is_dir():
        from importlib.util import find_spec

        spec = find_spec(name) if name.isidentifier() else None
        if spec is None or not spec.submodule_search_locations:
            raise CorpusError(f"language model {name!r}: neither a folder nor an installed package")
        folder = Path(spec.submodule_search_locations[0])
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\0".encode())
    return {"name": folder.name, "version": "the user's own", "sha256": digest.hexdigest()}
