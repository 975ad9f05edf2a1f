"""The predicate lexicon: words that denote events, conditions on their arguments, and what embeds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path

from reportedly.errors import LexiconError
from reportedly.lexicons.actors import SECTORS
from reportedly.lexicons.codebook import TYPES, Code, load_codebook
from reportedly.lexicons.loader import Entry, read_table, table_names
from reportedly.lexicons.modes import MODES

__all__ = ["EFFECTS", "MODES", "PREDICATE_COLUMNS", "TYPES", "Condition", "Predicate", "PredicateLexicon", "load_predicates"]

EFFECTS = frozenset("actual future demanded hypothetical denied same reverse capacity".split())
PREDICATE_COLUMNS = ("phrase", "pos", "mode", "actor", "recipient", "if", "example")
_PEOPLE = frozenset({"person", "civilian", "fighter", "official"})
_POS = frozenset({"verb", "noun", "adj"})


@dataclass(frozen=True, slots=True)
class Condition:
    """One test on a slot: its words must (not) be of a class or one of some lemmas; no lemmas: filled at all."""

    slot: str
    lemmas: frozenset[str]
    classes: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Predicate:
    """One way to say an event; ``type`` is empty for a near miss that is not coded."""

    words: tuple[str, ...]  # head word first for verbs, last for nouns
    pos: str
    type: str
    mode: str | None
    actor: tuple[tuple[str, ...], ...]  # alternatives of slots taken together
    recipient: tuple[tuple[str, ...], ...]
    conditions: tuple[Condition, ...]
    entry: Entry
    needs: tuple[frozenset[str], ...] = ()  # of each set one word must stand in the sentence: the further words of the phrase, the lemmas of conditions
    code: str | None = None  # of the user's own codebook

    @property
    def head(self) -> str:
        return self.words[-1] if self.pos == "noun" else self.words[0]


@dataclass(slots=True)
class PredicateLexicon:
    by_head: dict[tuple[str, str], list[Predicate]] = field(default_factory=dict)  # (head lemma, pos) -> longest first
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    classes_of: dict[str, set[str]] = field(default_factory=dict)  # lemma -> its classes
    embedding: dict[tuple[str, str], list[tuple[tuple[str, ...], dict[str, Entry]]]] = field(default_factory=dict)
    light: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    _by_need: dict[tuple[str, str], tuple[list[int], dict[str, list[int]]]] = field(default_factory=dict)  # as by_head: which of the lines need no word, and which a word

    def lines(self, lemma: str, pos: str, there: Set[str]) -> list[Predicate]:
        """Return the lines about a head, longest first, without those that need a word which is not ``there``: of the many about "take" few are left."""
        lines = self.by_head.get((lemma, pos))
        if lines is None:
            return []
        if (index := self._by_need.get((lemma, pos))) is None:
            index = self._by_need[lemma, pos] = _index_needs(lines)
        always, needing = index
        further = {i for word in needing.keys() & there for i in needing[word] if len(lines[i].needs) == 1 or not any(needed.isdisjoint(there) for needed in lines[i].needs)}
        return [lines[i] for i in sorted(further.union(always))] if further else [lines[i] for i in always]

    def knows_verb(self, lemma: str) -> bool:
        """Whether any table of this lexicon has a verb with this lemma."""
        return (lemma, "verb") in self.by_head or (lemma, "verb") in self.embedding or lemma in self.light

    def knows_phrase(self, lemma: str, word: str) -> bool:
        """Whether some line is about a verb and this one word that hangs on it ("plead", "for")."""
        return any(p.words[1:] == (word,) or (not p.words[1:] and any(c.slot == word and not c.negated for c in p.conditions)) for p in self.by_head.get((lemma, "verb"), ()))

    def knows_noun(self, lemma: str) -> bool:
        """Whether some line is about a noun with this lemma."""
        return (lemma, "noun") in self.by_head

    def is_person(self, lemma: str) -> bool:
        """Whether a noun is of a class of people."""
        return not _PEOPLE.isdisjoint(self.classes_of.get(lemma, ()))

    def takes_object(self, lemma: str) -> bool:
        """Whether some line of a verb has its doer as subject and somebody or something acted on as object."""
        return any(not p.words[1:] and ("subj",) in p.actor and ("obj",) in p.recipient for p in self.by_head.get((lemma, "verb"), ()))

    def acts_alone(self, lemma: str) -> bool:
        """Whether the lines know a verb and none of them an object of it."""
        lines = [p for p in self.by_head.get((lemma, "verb"), ()) if not p.words[1:]]
        return bool(lines) and not any(c.slot == "obj" and not c.negated for p in lines for c in p.conditions) and not any(("obj",) in slots for p in lines for slots in (p.actor, p.recipient))

    def names_object(self, lemma: str) -> bool:
        """Whether some line of a verb says what its object is."""
        return self.takes_object(lemma) or any(c.slot == "obj" and not c.negated for p in self.by_head.get((lemma, "verb"), ()) for c in p.conditions)

    def has_object(self, lemma: str, noun: str) -> bool:
        """Whether some line of a verb asks for this very word as its object ("impose", "curfew")."""
        return any(c.slot == "obj" and not c.negated and noun in c.lemmas for p in self.by_head.get((lemma, "verb"), ()) for c in p.conditions)


def load_predicates(roots: Iterable[Traversable | Path]) -> PredicateLexicon:
    """Read predicates, noun classes, embedding predicates and light verbs; a mistake raises LexiconError."""
    lexicon = PredicateLexicon()
    found: dict[tuple[str, ...], Predicate] = {}
    embedding: dict[tuple[str, str], dict[tuple[str, ...], dict[str, Entry]]] = {}
    light: dict[tuple[str, ...], Entry] = {}
    defaults: dict[tuple[str, str], Entry] = {}
    roots = list(roots)
    first = roots[0] if roots else None
    codes = load_codebook(roots).codes
    origin: dict[tuple[str, ...], int] = {}
    for n, root in enumerate(roots):
        _load_classes(lexicon, root)
        defaults |= {(e["type"], e["pos"]): e for e in read_table(root, "types.tsv", ("type", "pos", "actor", "recipient"))}
        for name in table_names(root, "predicates"):
            for entry in read_table(root, name, PREDICATE_COLUMNS, required=("phrase", "pos")):
                predicate = _predicate(entry, defaults, lexicon, codes)
                if root is not first:  # a user's line replaces ours of another type too
                    for old in [k for k in found if k[:3] == (entry["phrase"], entry["pos"], entry["if"])]:
                        del found[old]
                key = entry["phrase"], entry["pos"], entry["if"], predicate.type or "none"
                found[key], origin[key] = predicate, n
        for entry in read_table(root, "embedding.tsv", ("phrase", "pos", "slot", "effect", "note"), required=("phrase", "pos", "slot", "effect")):
            entry.one_of("effect", EFFECTS)
            words = tuple(entry["phrase"].lower().split())
            embedding.setdefault((words[0], entry["pos"]), {}).setdefault(words[1:], {})[entry["slot"]] = entry
        for entry in read_table(root, "light_verbs.tsv", ("phrase", "role", "effect"), required=("phrase", "role")):
            entry.one_of("role", {"actor", "recipient"})
            entry.one_of("effect", EFFECTS)
            light[tuple(entry["phrase"].lower().split())] = entry
    latest_first = [found[key] for key in sorted(found, key=lambda k: -origin[k])]  # of lines that fit as well as ours, the user's wins
    _index(lexicon, latest_first, embedding, light)
    return lexicon


def _load_classes(lexicon: PredicateLexicon, root: Traversable | Path) -> None:
    for entry in read_table(root, "noun_classes.tsv", ("class", "nouns"), required=("class", "nouns")):
        nouns = frozenset(n.lower() for n in entry.many("nouns"))
        lexicon.classes[entry["class"]] = lexicon.classes.get(entry["class"], frozenset()) | nouns
        for noun in nouns:
            lexicon.classes_of.setdefault(noun, set()).add(entry["class"])


def _predicate(entry: Entry, defaults: dict[tuple[str, str], Entry], lexicon: PredicateLexicon, codes: Mapping[str, Code]) -> Predicate:
    stem = entry.file.rpartition("/")[2].rpartition(".")[0]
    type_ = "" if stem.startswith("none") else stem.split("_")[0].upper()
    code = codes.get(type_)
    if code is not None:
        type_ = code.type
    elif type_ and type_ not in TYPES:
        raise LexiconError(entry.file, entry.line, f"the file name {stem!r} is none of the sixteen types" + (f", nor of the codes {', '.join(sorted(codes))}" if codes else ""))
    entry.one_of("pos", _POS)
    if entry["mode"] and entry["mode"] not in MODES.get(type_, ()):
        raise LexiconError(entry.file, entry.line, f"mode: {entry['mode']!r} is no mode of {type_ or 'a near miss'}")
    default = defaults.get((type_, "noun" if entry["pos"] == "noun" else "verb"))
    slots = {c: entry[c] or (default[c] if default else "-") for c in ("actor", "recipient")}
    words = tuple(entry["phrase"].lower().split())
    conditions = tuple(_condition(entry, text, lexicon) for text in entry["if"].split())
    further = words[:-1] if entry["pos"] == "noun" else words[1:]
    return Predicate(
        words=words,
        pos=entry["pos"],
        type=type_,
        mode=entry["mode"] or (code.mode if code else None),
        actor=_slots(slots["actor"]),
        recipient=_slots(slots["recipient"]),
        conditions=conditions,
        entry=entry,
        code=code.name if code else None,
        needs=(*(frozenset({w}) for w in further), *(c.lemmas for c in conditions if c.lemmas and not c.negated)),
    )


@lru_cache(maxsize=4096)
def _slots(cell: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(part.split("+")) for part in cell.split("|") if part and part != "-")


def _condition(entry: Entry, text: str, lexicon: PredicateLexicon) -> Condition:
    negated, body = text.startswith("!"), text.removeprefix("!")
    if "=" in body:
        slot, _, value = body.partition("=")
        return Condition(slot, frozenset(value.lower().split(",")), frozenset(), negated)
    slot, colon, value = body.partition(":")
    if not colon or not slot or not value:
        raise LexiconError(entry.file, entry.line, f"if: {text!r} is neither slot:class nor slot=word,word")
    classes = frozenset() if value == "*" else frozenset(value.split("|"))
    if unknown := classes - lexicon.classes.keys() - {"actor", "person", "place"} - SECTORS:
        raise LexiconError(entry.file, entry.line, f"if: unknown noun class {', '.join(sorted(unknown))}")
    return Condition(slot, frozenset(), classes, negated)


def _index_needs(lines: list[Predicate]) -> tuple[list[int], dict[str, list[int]]]:
    """Return which of some lines need no further word, and by word which need that one or another: by the rarest where they need several ("war" of "be at war")."""
    always: list[int] = []
    needing: dict[str, list[int]] = {}
    often = Counter(word for line in lines for needed in line.needs for word in needed)
    for i, line in enumerate(lines):
        if not line.needs:
            always.append(i)
        for word in min(line.needs, key=lambda needed: sum(often[w] for w in needed), default=()):
            needing.setdefault(word, []).append(i)
    return always, needing


def _index(
    lexicon: PredicateLexicon,
    predicates: Iterable[Predicate],
    embedding: dict[tuple[str, str], dict[tuple[str, ...], dict[str, Entry]]],
    light: dict[tuple[str, ...], Entry],
) -> None:
    for predicate in predicates:
        lexicon.by_head.setdefault((predicate.head, predicate.pos), []).append(predicate)
    for found in lexicon.by_head.values():
        # longest phrase first; of equal length near misses with a condition first, then other conditions, then the plain line
        # (words before classes, more before fewer), then the plain line
        found.sort(key=lambda p: (-len(p.words), not (p.conditions and not p.type), -sum(6 if c.lemmas else 2 if c.classes else 1 for c in p.conditions if not c.negated), not p.conditions))
    for key, phrases in embedding.items():
        lexicon.embedding[key] = sorted(phrases.items(), key=lambda item: -len(item[0]))
    for words, entry in light.items():
        lexicon.light.setdefault(words[0], []).append((words[1:], entry))
    for options in lexicon.light.values():
        options.sort(key=lambda item: -len(item[0]))
