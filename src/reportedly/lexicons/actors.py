"""The actor lexicon: names and their variants, common nouns that denote actors, titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path

from reportedly.errors import LexiconError
from reportedly.lexicons import petrarch
from reportedly.lexicons.loader import Entry, read_table, table_names

SECTORS = frozenset(
    "GOV MIL JUD LEG PTY COP SPY PRM REB UAF OPP CVL PRE ELI BUS LAB EDU REL MED JRN AGR CRM REF SOC IGO NGO ISM MNC UNK".split()
)
BODIES = frozenset("IGO NGO ISM MNC".split())  # the 'country' of bodies of no one country
_DOTTED = re.compile(r"\b((?:[A-Za-z]\.){2,})")
_SPELT = re.compile(r"(?<![\w-])[A-Z](?:-[A-Z])+(?![\w-])")
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset("al el ul as ad ar an ash".split())

_STATES = ("name", "country", "variants", "adjectives", "people", "capital")
_GROUPS = ("name", "country", "sector", "variants", "note")
_PERSONS = ("name", "country", "sector", "role", "affiliation", "from", "to", "variants")
_NOUNS = ("noun", "kind", "sector", "number", "note")
_TITLES = ("title", "sector", "note")
_FIRST_NAMES = ("name", "gender", "note")


@lru_cache(maxsize=1 << 16)  # the same few thousand words come again and again
def fold(text: str) -> tuple[str, ...]:
    """Return the words of a name for comparing: lower case, no diacritics, no punctuation, acronyms with dots or hyphens closed."""
    if "." in text:
        text = _DOTTED.sub(lambda m: m[1].replace(".", ""), text)
    if "-" in text:
        text = _SPELT.sub(lambda m: m[0].replace("-", ""), text)  # "U-N"
    if text.isascii():
        return tuple(_WORD.findall(text.replace("'", "").lower()))
    text = unicodedata.normalize("NFKD", text.replace("'", "").replace("\u2019", "").replace("\u02bb", ""))
    return tuple(_WORD.findall("".join(c for c in text if not unicodedata.combining(c)).casefold()))


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


@dataclass(frozen=True, slots=True)
class Known:
    """What the lexicon knows under one name. ``form``: name, adjective ("Iraqi"), people ("Iraqis") or capital."""

    name: str
    kind: str  # person, group or state
    form: str
    country: str | None
    sector: str | None
    entry: Entry
    acronym: bool = False  # matches in capitals only


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    known: list[Known] = field(default_factory=list)


class ActorLexicon:
    """Names as a trie over folded words, offices by person, nouns and titles by lemma."""

    def __init__(self) -> None:
        self._root = _Node()
        self.overriding = False  # while a user's folder is read: its lines replace ours and go first
        self.offices: dict[str, list[Entry]] = {}
        self.nouns: dict[str, Entry] = {}
        self.longest_noun = 1  # words
        self.titles: dict[tuple[str, ...], Entry] = {}
        self.longest_title = 1
        self._longest_from: dict[str, int] = {}  # first word of titles -> words of the longest of them
        self.title_words: set[str] = set()
        self.first_names: dict[str, str] = {}  # folded -> he or she
        self.states: dict[str, Known] = {}  # alpha-3 -> the state's own entry

    def add(self, surface: str, known: Known) -> None:
        """Make a name findable, also without its Arabic articles when two or more words remain."""
        words = fold(surface)
        bare = tuple(w for w in words if w not in _ARTICLES)
        forms = (words, bare) if 1 < len(bare) < len(words) else (words,) if words else ()
        if "'s " in surface:
            forms = (*forms, fold(surface.replace("'s ", " s ")))  # as the parser parts it: "UN children's agency"
        for form in forms:
            node = self._root
            for word in form:
                node = node.next.get(word) or node.next.setdefault(word, _Node())
            same = next((i for i, k in enumerate(node.known) if k.name == known.name and k.form == known.form), None)
            if same is not None and self.overriding:
                node.known[same] = known
            elif same is None:
                node.known.insert(0 if self.overriding else len(node.known), known)

    def longest(self, words: Sequence[str], start: int) -> list[tuple[int, list[Known]]]:
        """Return (end, known) for each name that begins at ``start``, longest first."""
        node: _Node | None = self._root
        found: list[tuple[int, list[Known]]] = []
        i = start
        while node is not None and i < len(words):
            node = node.next.get(words[i])
            i += 1
            if node is not None and node.known:
                found.append((i, node.known))
        return found[::-1]

    def is_adjective(self, word: str) -> bool:
        """Whether a word is the adjective of a state: "Ukrainian"."""
        return any(k.form == "adjective" for _, known in self.longest(fold(word), 0) for k in known)

    def is_state(self, name: str) -> bool:
        """Whether words are a name of a state: "Kenya", "the Central African Republic"."""
        words = fold(name)
        return any(end == len(words) and any(k.kind == "state" and k.form == "name" for k in known) for end, known in self.longest(words, 0))

    def add_title(self, words: tuple[str, ...], entry: Entry) -> None:
        """Make a title findable."""
        if not words:
            return
        self.titles[words] = entry
        self.title_words |= {*words, "".join(words)}
        self.longest_title = max(self.longest_title, len(words))
        self._longest_from[words[0]] = max(self._longest_from.get(words[0], 0), len(words))

    def is_in_titles(self, word: str) -> bool:
        """Whether some title has a word, in the singular or the plural."""
        return word in self.title_words or _singular(word) in self.title_words

    def title(self, words: tuple[str, ...]) -> Entry | None:
        """Return the entry of a title, also in the plural: "Foreign Ministers" X and Y."""
        entry = self.titles.get(words)
        return entry if entry is not None or len(words) < 2 else self.titles.get((*words[:-1], _singular(words[-1])))

    def title_at(self, words: Sequence[str], start: int) -> tuple[int, Entry] | None:
        """Return (end, entry) of the longest title that begins at ``start``."""
        longest = self._longest_from.get(words[start], 0) if start < len(words) else 0
        for end in range(min(len(words), start + longest), start, -1):
            if (entry := self.title(tuple(words[start:end]))) is not None:
                return end, entry
        return None

    def gender_of(self, first_name: str) -> str | None:
        """Return "he" or "she" where a word is a first name; None where it is none."""
        return self.first_names.get("".join(fold(first_name)))

    def office(self, name: str, day: str | None) -> Entry | None:
        """Return the office a person held on a day; without a day, or with none fitting, the one for all other days, else the latest one known."""
        entries = self.offices.get(name, [])
        if not entries:
            return None
        if day:
            for entry in entries:
                start, end = entry["from"], entry["to"]
                if start and start <= day[: len(start)] and (not end or day[: len(end)] <= end):
                    return entry
        return next((e for e in entries if e["otherwise"]), None) or max(entries, key=lambda e: e["from"])


def load_actors(roots: Iterable[Traversable | Path]) -> ActorLexicon:
    """Read the actor tables below each root; later roots add to or override earlier ones."""
    lexicon = ActorLexicon()
    for n, root in enumerate(roots):
        lexicon.overriding = n > 0
        _load_states(lexicon, root)
        for name in table_names(root, "actors/groups"):
            for entry in read_table(root, name, _GROUPS, required=("name",)):
                _add_all(lexicon, entry, "group", "name", [entry["name"], *entry.many("variants")])
        for name in table_names(root, "actors/persons"):
            for entry in read_table(root, name, _PERSONS, required=("name",)):
                _add_all(lexicon, entry, "person", "name", [entry["name"], *entry.many("variants")])
                lexicon.offices.setdefault(entry["name"], []).append(entry)
        for entry in read_table(root, "actors/nouns.tsv", _NOUNS, required=("noun", "kind")):
            entry.one_of("kind", {"person", "group", "either"})
            entry.one_of("sector", SECTORS)
            lexicon.nouns[entry["noun"].lower()] = entry
            lexicon.longest_noun = max(lexicon.longest_noun, entry["noun"].count(" ") + 1)
        for entry in read_table(root, "actors/titles.tsv", _TITLES, required=("title",)):
            words = fold(entry["title"])
            lexicon.add_title(words, entry)
            if len(words) == 1 and entry["note"] != "prefix":  # a role is a person: "the PM", "the premier"
                lexicon.nouns.setdefault(words[0], Entry(entry.file, entry.line, {**entry.cells, "kind": "person"}))
        for entry in read_table(root, "actors/first_names.tsv", _FIRST_NAMES, required=("name", "gender")):
            entry.one_of("gender", {"he", "she"})
            lexicon.first_names["".join(fold(entry["name"]))] = entry["gender"]
        _load_petrarch(lexicon, root)
    return lexicon


def _load_petrarch(lexicon: ActorLexicon, root: Traversable | Path) -> None:
    """Add PETRARCH's dictionaries. They know no kinds: whoever held codes at times is a person, another a group; a country that we know stays as we know it."""
    countries = frozenset(lexicon.states)
    for name in petrarch.dictionaries(root, petrarch.ACTORS):
        for actor in petrarch.read_actors(root, name):
            if isinstance(actor, petrarch.Fault):
                continue
            surfaces = [petrarch.shown(n) for n in actor.names]
            read = [(*petrarch.country_and_sector(code, countries), start, end) for code, start, end in actor.codes]
            if actor.dated:
                _add_dated(lexicon, actor, surfaces, read)
                continue
            country, sector, _, _ = read[0]
            bare = country in countries and not sector
            entry = Entry(actor.file, actor.line, {"name": surfaces[0], "country": country, "sector": sector or ("GOV" if bare else "")})
            _add_all(lexicon, entry, "group", "name", [s for s in surfaces if not (bare and _names_state(lexicon, s))])
    for name in petrarch.dictionaries(root, petrarch.AGENTS):
        for agent in petrarch.read_agents(root, name):
            if isinstance(agent, petrarch.Fault):
                continue
            ours = lexicon.nouns.get(agent.noun)
            cells = {"noun": agent.noun, "kind": "either", **(ours.cells if ours else {}), "sector": petrarch.country_and_sector(agent.code, countries)[1]}
            lexicon.nouns[agent.noun] = Entry(agent.file, agent.line, cells)
            lexicon.longest_noun = max(lexicon.longest_noun, agent.noun.count(" ") + 1)


def _add_dated(lexicon: ActorLexicon, actor: petrarch.Named, surfaces: list[str], read: list[tuple[str, str, str, str]]) -> None:
    """Add a person whose codes changed: an office for each code with days, and what holds on all other days - the code without days, else the country they share."""
    shared = {country for country, _, _, _ in read}
    country, sector = next(((c, s) for c, s, start, end in read if not start and not end), (shared.pop() if len(shared) == 1 else "", ""))
    otherwise = Entry(actor.file, actor.line, {"name": surfaces[0], "otherwise": "yes", "country": country, "sector": sector})
    _add_all(lexicon, Entry(actor.file, actor.line, {"name": surfaces[0], "offices": "yes"}), "person", "name", surfaces)
    held = [Entry(actor.file, actor.line, {"name": surfaces[0], "country": c, "sector": s, "from": start, "to": end}) for c, s, start, end in read if start or end]
    lexicon.offices[surfaces[0]] = [*held, otherwise]


def _names_state(lexicon: ActorLexicon, surface: str) -> bool:
    words = fold(surface)
    return any(end == len(words) and any(k.kind == "state" for k in known) for end, known in lexicon.longest(words, 0))


def _load_states(lexicon: ActorLexicon, root: Traversable | Path) -> None:
    for entry in read_table(root, "actors/states.tsv", _STATES, required=("name", "country")):
        _add_all(lexicon, entry, "state", "name", [entry["name"], *entry.many("variants")])
        _add_all(lexicon, entry, "state", "adjective", entry.many("adjectives"))
        _add_all(lexicon, entry, "state", "people", entry.many("people"))
        _add_all(lexicon, entry, "state", "capital", entry.many("capital"))
        _add_all(lexicon, entry, "state", "name", [f"{seat} regime" for seat in entry.many("capital")])


def _add_all(lexicon: ActorLexicon, entry: Entry, kind: str, form: str, surfaces: list[str]) -> None:
    country = entry["country"] or None
    if country and not (country in BODIES or re.fullmatch(r"[A-Z]{3}", country)):
        raise LexiconError(entry.file, entry.line, f"country: {country!r} is no ISO 3166 alpha-3 code")
    sector = entry.one_of("sector", SECTORS) or ("GOV" if kind == "state" else None)
    for surface in surfaces:
        acronym = surface.isupper() and len(surface) <= 6 and " " not in surface
        known = Known(entry["name"], kind, form, country, sector, entry, acronym)
        lexicon.add(surface, known)
        if kind == "state" and form == "name" and country:
            lexicon.states.setdefault(country, known)
