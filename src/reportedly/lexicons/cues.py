"""The cue lexicon: the table ``cues.tsv``, by part of speech and first lemma."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path

from reportedly.errors import LexiconError
from reportedly.lexicons.loader import Entry, read_table

STANCES = frozenset(
    [
        "says", "denies", "alleges", "confirms", "admits", "believes", "doubts", "demands", "asks", "promises", "threatens", "warns",
        "predicts", "praises", "condemns", "rejects", "retracts",
    ]
)
_POS = frozenset({"verb", "noun", "adj", "prep", "document"})
_CLAUSES = frozenset({"quote", "that", "to", "ing", "obj", "passive", "clause", "subj+to", "obj+to", "obj+as", "obj+for", "obj+on", "obj+among", "obj+at", "obj+pred"})
PREPOSITIONS = frozenset(["of", "for", "on", "about", "with", "as", "to", "by", "at", "in", "against", "over", "upon", "from"])
_CONDITIONS = frozenset({"source", "actor", "document"})
_COLUMNS = ("phrase", "pos", "slots", "stance", "voice", "if", "note")


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to report: the words, the complements that hold what is said, and what the speaker does by it."""

    words: tuple[str, ...]
    pos: str
    slots: tuple[str, ...]
    stance: str
    voice: bool
    needs: str  # "source": a name, pronoun or document must speak; "actor": no document; "document": only one; "": anybody
    entry: Entry


@dataclass(slots=True)
class Cues:
    """The cues by part of speech and first lemma, longest phrase first, and the nouns that speak (report, poll)."""

    verbs: dict[str, list[Cue]] = field(default_factory=dict)
    nouns: dict[str, list[Cue]] = field(default_factory=dict)
    adjectives: dict[str, list[Cue]] = field(default_factory=dict)
    prepositions: dict[str, list[Cue]] = field(default_factory=dict)
    documents: frozenset[str] = frozenset()

    def of_verb(self, lemma: str, form: str) -> list[Cue] | None:
        """Return the entries of a verb; those of "rate" for "rated", whose lemma the rules of the model cut to "rat"."""
        found = self.verbs.get(lemma)
        return self.verbs.get(lemma + "e") if found is None and form.endswith(("ed", "ing", "es")) and form.startswith(lemma) else found


def load_cues(roots: Iterable[Traversable | Path]) -> Cues:
    """Read ``cues.tsv`` of every root, a later line replacing an earlier one with the same phrase, pos and slots.

    Raise LexiconError for an unknown part of speech, slot, stance or condition.
    """
    found: dict[tuple[str, str, str], Cue] = {}
    for root in roots:
        for entry in read_table(root, "cues.tsv", _COLUMNS, required=("phrase", "pos", "slots", "stance")):
            found[entry["phrase"].lower(), entry["pos"], entry["slots"]] = _cue(entry)
    cues = Cues(documents=frozenset(c.words[-1] for c in found.values() if c.pos == "document"))
    tables = {"verb": cues.verbs, "noun": cues.nouns, "adj": cues.adjectives, "prep": cues.prepositions}
    for cue in found.values():
        if cue.pos in tables:
            tables[cue.pos].setdefault(cue.words[0], []).append(cue)
    for table in tables.values():
        for entries in table.values():
            entries.sort(key=lambda c: -len(c.words))
    return cues


def _cue(entry: Entry) -> Cue:
    pos = entry.one_of("pos", _POS)
    slots = tuple(entry.many("slots")) if pos != "document" else ()
    for slot in slots:
        if slot not in _CLAUSES and slot not in PREPOSITIONS:
            raise LexiconError(entry.file, entry.line, f"slots: {slot!r} is neither a preposition nor one of {', '.join(sorted(_CLAUSES))}")
    return Cue(
        words=tuple(entry["phrase"].lower().split()),
        pos=pos,
        slots=slots,
        stance=entry.one_of("stance", STANCES),
        voice=entry.one_of("voice", {"no"}) != "no",
        needs=entry.one_of("if", _CONDITIONS),
        entry=entry,
    )
