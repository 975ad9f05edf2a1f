"""Linking: which mentions of one article are the same actor.

Reads mentions; writes entities (and every mention's entities). Names first (full name, surname, acronym, variant), then
descriptions ("the PM", "the groups"), then pronouns, each by what is nearest and fits. First persons wait for the statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.actors import FIRST_PERSON
from reportedly.coding.gender import contradicts
from reportedly.coding.syntax import SUBJECTS, conjuncts, is_verb, logical_subject, surface_subject
from reportedly.lexicons.actors import ActorLexicon, fold
from reportedly.lexicons.loader import Entry

_ARMED = frozenset({"REB", "UAF", "PRM", "MIL", "SPY", "CRM"})
_FIRMS, _UNIONS = frozenset({"BUS", None}), frozenset({"LAB", None})
_GROUP_NOUNS: dict[str, frozenset[str | None]] = {  # description head -> sectors its antecedent may have (empty: any group)
    "group": frozenset(), "organization": frozenset(), "organisation": frozenset(), "movement": frozenset(), "militant": _ARMED, "militia": _ARMED,
    "faction": frozenset(), "party": frozenset({"PTY", "OPP", "LEG"}), "body": frozenset(), "agency": frozenset(), "force": _ARMED, "resistance": _ARMED,
    "regime": frozenset({"GOV"}), "coalition": frozenset(), "alliance": frozenset(), "company": _FIRMS, "firm": _FIRMS, "union": _UNIONS, "council": frozenset(),
    "ministry": frozenset({"GOV"}), "court": frozenset({"JUD"}), "government": frozenset({"GOV"}), "army": frozenset({"MIL"}), "military": frozenset({"MIL"}),
}  # fmt: skip
_FOES = frozenset("terrorist insurgent militant rebel attacker gunman fighter jihadist jihadi extremist assailant guerrilla militiaman".split())
_FIGHTING = frozenset("front resistance liberation militia jihad mujahideen guerrilla revolutionary column brigade brigades".split())
_NAMING = frozenset("designate name call declare brand label deem appoint elect proclaim dub consider".split())
_PRO_STATE = frozenset({"militiaman", "fighter", "gunman", "militant"})  # what a pro-government militia's members may be called
_SYNONYMS = {"pm": "prime minister", "premier": "prime minister", "fm": "foreign minister", "spokesperson": "spokesman", "spokeswoman": "spokesman"}
_WINDOW = 3  # sentences a pronoun looks back
_TO_OTHERS = frozenset({"of", "to", "for", "against", "by", "from", "on"})
_CLAUSES = 5  # clauses above a pronoun's own that are looked at
_FAR = 30  # sentences a description looks back
_SMALL = frozenset({"of", "for", "and", "in"})
_WHERE = frozenset({"near", "in", "at", "outside", "around", "inside", "off"})
_PAIR = frozenset({"both", "two"})


class Linking:
    """Make actors out of mentions."""

    reads, writes = ("mentions", "roles"), ("entities",)

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, analysis: Analysis) -> None:
        names = [m for m in analysis.mentions if m.kind == "name"]
        self._link_names(analysis, names)
        described = {m.name.casefold(): m.apposed for m in analysis.mentions if m.apposed is not None and " " in m.name}
        for mention in analysis.mentions:
            if mention.kind == "description":
                if mention.apposed is None and mention.person and mention.head.sent.block.kind == "headline":
                    mention.apposed = described.get(mention.name.casefold()) or self._role_bearer(analysis, mention)
                self._link_description(analysis, mention)
            elif mention.kind == "pronoun" and mention.name.lower() not in FIRST_PERSON:
                mention.entities = _antecedents(analysis, mention)
                for entity in mention.entities:
                    entity.mentions.append(mention)
        for entity in analysis.entities:
            self._settle(analysis, entity)

    # names ---------------------------------------------------------------------------------------------------------

    def _link_names(self, analysis: Analysis, names: list[Mention]) -> None:
        """Longest names first, so that a surname in the headline finds the full name below it."""
        by_key: dict[str, Entity] = {}
        by_word: dict[str, list[Entity]] = defaultdict(list)
        for mention in sorted(names, key=lambda m: (-len(_words(m.name)), m.first)):
            key = self._key(mention)
            entity = _surname_of(mention, by_word) or by_key.get(key) or _same_name(mention, by_word)
            if entity is None:
                entity = Entity(person=mention.person is True)
            by_key.setdefault(key, entity)
            _join(entity, mention)
            for word in _index_words(mention):
                if entity not in by_word[word]:
                    by_word[word].append(entity)
        for name, short in _introduced(analysis):
            kept, gone = name.entities[0], short.entities[0]
            for mention in names:
                if mention.entities[0] is gone and kept is not gone:
                    _join(kept, mention)
        analysis.entities.extend(dict.fromkeys(m.entities[0] for m in names))

    def _key(self, mention: Mention) -> str:
        if mention.entry is not None:
            return ("people " if mention.rule == "lexicon-people" else "lexicon ") + mention.entry["name"]
        return " ".join(_words(mention.name))

    def _role_bearer(self, analysis: Analysis, mention: Mention) -> Mention | None:
        """Return the one person of the story with the role a headline names ("Minister: ...")."""
        noun = mention.head.lemma.lower()
        bearers = [e for e in analysis.entities if e.person and _SYNONYMS.get(noun, noun).split()[-1] in _words(entity_role(e) or "")]
        return next((m for m in bearers[0].mentions if m.kind == "name"), None) if len(bearers) == 1 else None

    # descriptions --------------------------------------------------------------------------------------------------

    def _link_description(self, analysis: Analysis, mention: Mention) -> None:
        if mention.apposed is not None and mention.apposed.entities:
            mention.entities = list(mention.apposed.entities)
            mention.entities[0].mentions.append(mention)
            return
        if (found := self._antecedent_of_description(analysis, mention)) is not None:
            mention.entities = [found]
            found.mentions.append(mention)
            return
        if pair := _pair(analysis, mention) or self._nationalities(analysis, mention):
            mention.entities = pair
            return
        called = mention.name.casefold()
        entity = next((e for e in analysis.entities if e.name == "" and any(m.name.casefold() == called for m in e.mentions)), None)
        if entity is None or (mention.person and not _is_definite(mention)):
            entity = Entity(person=bool(mention.person))
            analysis.entities.append(entity)
        _join(entity, mention)

    def _nationalities(self, analysis: Analysis, mention: Mention) -> list[Entity]:
        """Return the two actors of "Indian and Pakistani troops"."""
        first = next((c for c in mention.head.children if c.dep == "amod" and c.i < mention.head.i), None)
        second = first.child("conj") if first is not None and mention.plural else None
        if first is None or second is None or not all((m := analysis.mention_at.get(t.i)) is not None and m.rule == "lexicon-adjective" for t in (first, second)):
            return []
        noun = " ".join(t.text for t in analysis.tokens[second.i + 1 : mention.head.i + 1])
        found = []
        for word in (first, second):
            name = f"{word.text} {noun}"
            entity = next((e for e in analysis.entities if any(m.name.casefold() == name.casefold() for m in e.mentions)), None)
            if entity is None:
                entity = Entity(name=name, country=analysis.mention_at[word.i].country, sector=mention.sector)
                analysis.entities.append(entity)
            entity.mentions.append(mention)
            found.append(entity)
        return found

    def _antecedent_of_description(self, analysis: Analysis, mention: Mention) -> Entity | None:
        """Return the named actor a definite description goes back to, the nearest that fits."""
        if not _is_definite(mention):
            return self._led_by(analysis, mention)
        if mention.head.text[:1].isupper() and not mention.person:  # "the Coalition" is first of all the one already called so
            same = next((m for m in _before(analysis, mention) if m.kind == "description" and m.name == mention.name), None)
            if same is not None:
                return same.entities[0]
        lemma = mention.head.lemma.lower()
        if lemma == "state":
            return None  # "the state" is not the United States
        noun = _SYNONYMS.get(lemma, lemma)
        words = (set(_words(mention.name)) - {lemma, mention.head.lower}) | set(noun.split())
        before = list(_before(analysis, mention))
        once: dict[tuple[int, str, str, bool], Mention] = {}  # a name fits or does not, however often it stands there
        for other in before:
            once.setdefault((id(other.entities[0]), other.name, other.kind, other.plural), other)
        kinds = (self._fits_name, self._fits_sector, self._fits_kind) if noun in _GROUP_NOUNS else (self._fits_name,)
        if noun in _FOES:
            kinds = (self._fits_name, self._fits_kind, _fits_front)
        for fits in kinds:
            for other in once.values() if fits == self._fits_name else before:
                if other.entities and fits(mention, noun, words, other, other.entities[0]):
                    return other.entities[0]
        return None

    def _led_by(self, analysis: Analysis, mention: Mention) -> Entity | None:
        """Return the one person of the article whom "its leader", "their spokesman" names by a role told before."""
        owner = mention.head.child("poss")
        if not mention.person or mention.plural or owner is None or mention.head.lemma == "counterpart":
            return None
        body = analysis.mention_at.get(owner.i)
        if owner.tag != "PRP$" and (body is None or not body.entities):
            return None
        noun = _SYNONYMS.get(mention.head.lemma.lower(), mention.head.lemma.lower())
        bearers = {id(m.entities[0]): m.entities[0] for m in _before(analysis, mention) if m.kind == "name" and m.entities[0].person and noun in _words(entity_role(m.entities[0]) or "")}
        if owner.tag != "PRP$" and body is not None:  # "the party's leader": of that party
            named = {w for m in body.entities[0].mentions for w in _words(m.name)}
            bearers = {key: e for key, e in bearers.items() if any(m.affiliation and set(_words(m.affiliation)) <= named for m in e.mentions)}
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def _fits_name(self, mention: Mention, noun: str, words: set[str], other: Mention, entity: Entity) -> bool:
        """Whether a description uses words of an actor's name or role: "the Movement", "the prime minister"."""
        name_words = set(_words(other.name))
        role = _words(entity_role(entity) or "")
        if mention.person:
            roles = [set(role), *(set(_words(office["role"])) for office in self._offices(entity))]
            return entity.person and any(set(noun.split()) <= r and words - set(noun.split()) <= r | name_words for r in roles)
        if entity.person:
            return False
        if noun in ("army", "military", "navy", "police") and (other.sector or entity.sector) in ("REB", "UAF", "PRM"):
            return False  # "the army" is the state's, also where rebels call themselves one
        plain = {w.rstrip("s") for w in name_words}
        if noun.rstrip("s") not in plain or not words - {noun, noun + "s"} <= name_words:
            return False
        return other.kind == "name" or mention.plural == other.plural

    def _offices(self, entity: Entity) -> list[Entry]:
        """Return every office the lexicon knows of a person: an article without a date does not say which one it means."""
        entry = next((m.entry for m in entity.mentions if m.entry is not None and m.rule == "lexicon-name"), None)
        return self.lexicon.offices.get(entry["name"], []) if entry is not None else []

    def _fits_sector(self, mention: Mention, noun: str, words: set[str], other: Mention, entity: Entity) -> bool:
        """Whether a bare description names the kind of body an actor is known to be."""
        sectors = _GROUP_NOUNS.get(noun)
        return bool(sectors) and (other.sector or entity.sector) is not None and self._fits_kind(mention, noun, words, other, entity)

    def _fits_kind(self, mention: Mention, noun: str, words: set[str], other: Mention, entity: Entity) -> bool:
        """Whether a bare description names the kind of body an actor is: "the group", "the militia"."""
        if noun in _FOES and mention.plural and not len(words - {noun, noun + "s"}):
            return other.kind == "name" and _is_armed(entity) and ((other.sector or entity.sector) != "PRM" or noun in _PRO_STATE)
        if mention.person or entity.person or noun not in _GROUP_NOUNS or mention.plural or len(words - {noun, noun + "s"}) or mention.head.pos == "PROPN":
            return False
        if other.entry is None and _is_where(other):
            return False  # "attacked a post near Dori. The group ..."
        sectors = _GROUP_NOUNS[noun]
        sector = other.sector or entity.sector
        if sector is None and sectors in (_FIRMS, _UNIONS) and (other.head.dep == "compound" or _is_where(other)):
            return False  # "at the Las Palmas mine": a site
        if other.kind != "name" or other.rule not in ("lexicon-name", "ORG", "loose") or sector == "JRN" or (other.entry is not None and "adjectives" in other.entry.cells):
            return False
        return sector in sectors if sectors else sector != "GOV"

    # what an actor is called ---------------------------------------------------------------------------------------

    def _settle(self, analysis: Analysis, entity: Entity) -> None:
        """Choose the fullest name and gather kind, country, sector and role from the mentions."""
        names = [m for m in entity.mentions if m.kind == "name"]
        entity.name = entity.name if entity.name and not names else _fullest(names) if names else (entity.mentions[0].name if entity.mentions else "")
        entry = next((m.entry for m in names if m.entry is not None), None)
        entity.entry = entry
        for mention in entity.mentions:
            entity.country = entity.country or mention.country
            entity.sector = entity.sector or mention.sector
            entity.role = entity.role or mention.role
            entity.affiliation = entity.affiliation or mention.affiliation
        if entry is not None and entry["role"]:
            office = self.lexicon.office(entry["name"], analysis.article.published) or entry
            entity.role = entity.role or office["role"]
            entity.affiliation = entity.affiliation or office["affiliation"] or None
            entity.country, entity.sector = entity.country or office["country"] or None, entity.sector or office["sector"] or None
        if any(m.person for m in names):
            entity.person = True


def _fits_front(mention: Mention, noun: str, words: set[str], other: Mention, entity: Entity) -> bool:
    """Whether bare fighters ("the rebels") are those of a body of no known kind whose name is that of an armed group: "Unity Front"."""
    bare = noun in _FOES and mention.plural and not words - {noun, noun + "s"}
    unknown = other.kind == "name" and not other.person and other.entry is None and (other.sector or entity.sector) is None and other.rule in ("ORG", "loose", "NORP")
    return bare and unknown and bool(_FIGHTING.intersection(_words(other.name)))


def _is_armed(entity: Entity) -> bool:
    """Whether an actor is a named armed group that is no state's: by its sector, or because the article tells of its fighters ("fighters of the Front")."""
    if entity.person:
        return False
    sector = entity.sector or next((m.sector for m in entity.mentions if m.sector), None)
    if sector is not None:
        return sector in ("REB", "UAF", "PRM")
    of = (m.head.head.head if m.head.dep == "pobj" and m.head.head.lower in ("of", "from") else m.head.head for m in entity.mentions if m.kind == "name")
    return any(noun.lemma.lower() in _FOES for noun in of)


def entity_role(entity: Entity) -> str | None:
    """Return the first role any mention of an actor states, or the one the lexicon knows."""
    for mention in entity.mentions:
        if mention.role:
            return mention.role
    for mention in entity.mentions:
        if mention.entry is not None and mention.entry["role"]:
            return mention.entry["role"]
    return entity.role


def _introduced(analysis: Analysis) -> Iterator[tuple[Mention, Mention]]:
    """Yield a body's name and the letters that a bracket right after it introduces, whatever they stand for: "Red Plain Front (FLR)"."""
    tokens = analysis.tokens
    for sentence in analysis.sentences:
        for name, short in pairwise(m for m in sentence.mentions if m.kind == "name"):
            beside = short.first == short.last == name.last + 2 and short.last + 1 < len(tokens) and tokens[name.last + 1].text == "(" and tokens[short.last + 1].text == ")"
            if beside and not name.person and " " in name.name and short.name.isupper() and 2 <= len(short.name) <= 8 and short.entry is None and name.rule != "place":
                yield name, short


def _index_words(mention: Mention) -> set[str]:
    words = _words(mention.name)
    return {*words, "".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)}


def _surname_of(mention: Mention, by_word: dict[str, list[Entity]]) -> Entity | None:
    """Return the person of the article whose surname a state's or capital's name is here ("Paris" after "Vera Paris")."""
    words = _words(mention.name)
    if len(words) != 1 or mention.rule not in ("lexicon-capital", "lexicon-name", "place", "ORG", "loose"):
        return None
    hits = [e for e in by_word[words[0]] if e.person and any(o.person and len(w := _words(o.name)) > 1 and w[-1] == words[0] for o in e.mentions)]
    return hits[0] if len(hits) == 1 else None


def _same_name(mention: Mention, by_word: dict[str, list[Entity]]) -> Entity | None:
    """Return the one actor a name is a shorter form of; none when it could be two."""
    words = _words(mention.name)
    if not words:
        return None
    hits = [e for e in by_word[words[-1]] if any(o.kind == "name" and _is_short_for(words, _words(o.name), mention, o) for o in e.mentions)]
    return hits[0] if len(hits) == 1 else None


def _join(entity: Entity, mention: Mention) -> None:
    entity.mentions.append(mention)
    mention.entities = [entity]


@lru_cache(maxsize=10_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(w for w in fold(name) if w not in ("al", "el", "the", "s"))


def _is_short_for(words: tuple[str, ...], full: tuple[str, ...], mention: Mention, other: Mention) -> bool:
    """Whether one name is a shorter form of another: surname, first words, acronym."""
    if words == full:
        return True
    if other.rule == "lexicon-adjective" or mention.rule == "lexicon-adjective" or not full:
        return False
    if other.person is True or (other.person is None and mention.person is not False):
        if mention.entry is not None and not (other.person and len(words) == 1 and mention.rule == "lexicon-name" and mention.entry["role"]):
            return False
        return len(words) < len(full) and (words == full[-len(words) :] or (words == full[: len(words)] and (len(words) > 1 or other.person is True)))
    if len(words) == 1 and mention.name.isupper() and len(full) > 1:
        return words[0] == "".join(w[0] for w in full) or words[0] == "".join(w[0] for w in full if w not in _SMALL)
    if mention.entry is not None or mention.person is True:
        return False
    return len(words) > 1 and len(words) < len(full) and (words == full[-len(words) :] or words == full[: len(words)])


def _fullest(names: list[Mention]) -> str:
    """Return the fullest form: most words, then longest, then first; a state's name rather than its adjective or people."""
    proper = [m for m in names if m.rule not in ("lexicon-adjective", "lexicon-people", "lexicon-capital")]
    if not proper:
        entry = names[0].entry
        return entry["name"] if entry is not None and names[0].rule in ("lexicon-adjective", "lexicon-capital") else names[0].name
    return max(proper, key=lambda m: (len(_words(m.name)), len(m.name), -m.first)).name


def _is_definite(mention: Mention) -> bool:
    return any(c.lower in ("the", "this", "that", "these", "those", "both") for c in mention.head.children) or mention.name.isupper() or (mention.head.pos == "PROPN" and bool(mention.person))


def _before(analysis: Analysis, mention: Mention, sentences: int = _FAR) -> Iterator[Mention]:
    """Yield the mentions before one, nearest sentence first; inside a sentence subjects first (of earlier sentences the main one), then the nearest."""
    here = mention.head.sent.i
    for i in range(here, max(-1, here - sentences - 1), -1):
        found = [m for m in analysis.sentences[i].mentions if m.first < mention.first and m.entities and m.head.sent.block.kind != "dateline"]
        yield from sorted(found, key=lambda m: (i == here or not _is_main_subject(m.head), not _is_subject(m.head), -m.first))


def _is_subject(token: Token) -> bool:
    while token.dep in ("appos", "conj", "compound") and token.head is not token:
        token = token.head
    return token.dep in ("nsubj", "nsubjpass", "csubj") or (token.dep == "pobj" and token.head.dep == "agent")


def _is_main_subject(token: Token) -> bool:
    """Whether a token is what its whole sentence is about, not a clause of it."""
    while token.dep == "compound":
        token = token.head
    return token.dep in ("nsubj", "nsubjpass") and token.head.dep == "ROOT"


def _antecedents(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return whom a third-person pronoun means: the nearest fitting actor, subjects before others."""
    possessive = mention.head.tag == "PRP$"
    clause = mention.head.head
    governor = clause.head if mention.head.dep == "nsubj" and clause.dep in ("ccomp", "xcomp") and mention.name.lower() in ("them", "him", "her") else clause  # "ordered them to leave"
    if mention.head.dep == "pobj" and clause.lower in _TO_OTHERS:  # "gave arms to them", "detained four of them": not who does it
        clause = clause.head
        clause = clause.head if clause.dep in ("dobj", "pobj") and mention.head.head.lower == "of" else clause
    if mention.person is False and _means_a_thing(analysis, mention.head, clause):
        return []
    if possessive and not mention.person and (just_before := _just_before(analysis, mention)):
        return just_before
    candidates = list(_before(analysis, mention, _WINDOW))
    above = _governing(analysis, mention)
    candidates.sort(key=lambda m: m.head.i not in above)
    if _is_counted_sufferer(mention.head):  # "arresting 14 people; six of them would be charged"
        candidates.sort(key=lambda m: m.head.sent is mention.head.sent and not _is_acted_on(m.head))
    if mention.head.dep == "nsubjpass" and candidates and clause.child("xcomp") is None:  # who is acted on again: "arrested five students. They are accused ..."
        near = candidates[0].head.sent
        candidates.sort(key=lambda m: m.head.sent is not mention.head.sent and m.head.sent is near and not _is_acted_on(m.head))
    if mention.plural and mention.person is None:  # "they" is rather a plural of its own sentence than a body
        candidates.sort(key=lambda m: not (m.head.sent is mention.head.sent and m.plural and m.kind != "pronoun"))
    # a quoted "soldier" or "Omar" is hardly the "he" who speaks: names in quotations come last
    apart = {id(m) for m in candidates if _is_quoted_apart(analysis, m, mention)}
    candidates = [m for m in candidates if id(m) not in apart] + [m for m in candidates if id(m) in apart and m.kind == "name"]
    doers = {t.i for t in logical_subject(clause)} if is_verb(clause) else frozenset()
    for other in candidates:
        if other.rule == "lexicon-adjective" or (other.rule == "lexicon-capital" and other.head.dep == "compound") or not other.entities:
            continue
        if other.kind == "description" and (other.head.dep in ("oprd", "attr") or (other.head.dep == "dobj" and other.head.head.child("dative") is not None and other.head.head.lemma in _NAMING)):
            continue  # "designated him a terrorist": no new actor
        if not possessive and _is_before_its_subject(other.head, mention.head):
            continue  # "working with soldiers, they ..."
        entity = other.entities[0]
        if mention.person is True and (not (entity.person or other.person) or contradicts(analysis, mention, entity)):
            continue
        if mention.person is False and (_is_one_of_several(analysis, other) or _is_where(other) or other.rule == "place" or entity.person or other.person or other.plural or other.rule == "lexicon-people"):
            continue
        if mention.head.dep in ("dobj", "dative", "pobj") and other.head.i in doers:
            continue  # "sued the minister, accusing him of ..."
        if not possessive and other.head.head in (clause, governor) and other.head.dep in ("nsubj", "nsubjpass", "dobj", "pobj"):
            continue  # "he" is not the other argument of its own verb
        if mention.plural and mention.person is None:
            if plural := _plural(analysis, other):
                return plural
            continue
        return list(other.entities)
    return []


def _governing(analysis: Analysis, mention: Mention) -> set[int]:
    """Return the subjects of the clauses that a pronoun's clause stands in: "Fiji and Tonga said that [they] would ..."."""
    out: set[int] = set()
    token = mention.head
    own = mention.head.tag != "PRP$"
    for _ in range(_CLAUSES):
        while token.head is not token and not is_verb(token.head):
            token = token.head
        if token.head is token:
            break
        token = token.head
        if own:
            own = False
            continue
        out |= {t.i for t in surface_subject(token) if t.i < mention.first and t.sent is mention.head.sent}
        if out:
            break
    return out


def _is_before_its_subject(token: Token, pronoun: Token) -> bool:
    """Whether a word stands in a clause set before the one whose subject a pronoun is, which is then the subject of both."""
    if pronoun.dep not in ("nsubj", "nsubjpass") or token.i > pronoun.i:
        return False
    while token.head is not token and token.head is not pronoun.head:
        token = token.head
    return token.head is pronoun.head and token.dep in ("advcl", "prep") and (is_verb(token) or token.child("pcomp") is not None) and not any(c.dep in SUBJECTS for c in token.children)


def _is_where(other: Mention) -> bool:
    """Whether a name only says where: "in Quito", "near Dori"."""
    return other.head.dep == "pobj" and other.head.head.lower in _WHERE


def _is_one_of_several(analysis: Analysis, other: Mention) -> bool:
    """Whether a mention is coordinated with another actor, so that no singular "it" goes back to it."""
    return other.head.dep == "conj" or any(c.dep == "conj" and c.i in analysis.mention_at for c in other.head.children)


def _is_acted_on(token: Token) -> bool:
    while token.dep in ("conj", "appos"):
        token = token.head
    return token.dep in ("dobj", "nsubjpass")


def _is_counted_sufferer(token: Token) -> bool:
    """Whether a pronoun is counted as who is acted on: "six of [them] were charged"."""
    return token.dep == "pobj" and token.head.lower == "of" and token.head.head.dep == "nsubjpass"


def _just_before(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the actors right before "in their ...": "support for the rebels in their fight"."""
    prep = mention.head.head.head
    if mention.head.head.dep != "pobj" or prep.lower != "in" or prep.i == 0:
        return []
    other = next((m for m in mention.head.sent.mentions if m.last == prep.i - 1 and m.entities and not m.person), None)
    return (_plural(analysis, other) if mention.plural else list(other.entities)) if other is not None and other.rule != "place" else []


def _means_a_thing(analysis: Analysis, it: Token, clause: Token) -> bool:
    """Whether "it" is the thing its main clause is about: "the mosque was full when it was hit"."""
    if it.dep not in ("nsubj", "nsubjpass") or clause.dep not in ("advcl", "conj"):
        return False
    subject = clause.head.child("nsubjpass", "nsubj")
    return subject is not None and subject.i < it.i and subject.tag == "NN" and subject.i not in analysis.mention_at


def _is_quoted_apart(analysis: Analysis, other: Mention, mention: Mention) -> bool:
    """Whether a mention stands in a quotation that the pronoun is not part of."""
    return any(q.start <= other.span[0] < q.end and not q.start <= mention.span[0] < q.end for q in analysis.quotations)


def _plural(analysis: Analysis, other: Mention) -> list[Entity]:
    """Return the actors "they" may mean at a mention: a plural, a group, or all members of a coordination."""
    if other.kind == "pronoun" and len(other.entities) > 1:
        return list(other.entities)
    first = other.head
    while first.dep == "conj" and first.head.i in analysis.mention_at:
        first = first.head
    conjoined = [m for t in conjuncts(first) if (m := analysis.mention_at.get(t.i)) is not None and m.entities]
    if len(conjoined) > 1:
        return list(dict.fromkeys(e for m in conjoined for e in m.entities))
    if other.plural or (not other.entities[0].person and other.rule != "place" and other.kind != "pronoun") or (other.kind == "pronoun" and other.plural):
        return list(other.entities)
    return []


def _recent(analysis: Analysis, mention: Mention, fits: Callable[[Mention], bool]) -> list[Entity]:
    """Return the named actors of a kind that the sentences just before tell of, as far back as the second; more than two when they cannot be told apart."""
    found: list[Entity] = []
    sentence = -1
    for other in _before(analysis, mention, _WINDOW + 1):
        if len(found) >= 2 and other.head.sent.i != sentence:
            break
        sentence = other.head.sent.i
        entity = other.entities[0]
        if other.kind == "name" and fits(other) and entity not in found:
            found.append(entity)
    return found


def _pair(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the two actors that "both countries", "the two sides", "the ministers" go back to."""
    if not mention.plural:
        return []
    marked = any(c.lower in _PAIR for c in mention.head.children)
    if marked and mention.head.lemma.lower() in ("man", "woman") and len(people := _recent(analysis, mention, lambda m: m.entities[0].person)) == 2:
        return people
    definite = _is_definite(mention) or (mention.head.i == mention.head.sent.tokens[0].i and not mention.head.children)
    if not (marked or definite):
        return []
    noun = mention.head.lemma.lower()
    for other in _before(analysis, mention, _FAR if noun in ("side", "party") else _WINDOW):
        conjoined = [m for c in other.head.children if c.dep == "conj" and (m := analysis.mention_at.get(c.i)) is not None and m.entities]
        if conjoined and marked and noun in ("country", "nation", "side", "party", "government", "state", "leader", "group", "army", "force"):
            return [*other.entities, *(e for m in conjoined for e in m.entities)]
    if any(c.lower == "two" for c in mention.head.children) and noun in ("country", "nation", "state") and len(states := _recent(analysis, mention, lambda m: m.sector == "GOV" and m.rule.startswith("lexicon"))) == 2:
        return states
    if definite:
        nouns = (noun, "secretary") if noun == "minister" else (noun,)
        people = [e for e in analysis.entities if e.person and any(n in (entity_role(e) or "").lower() for n in nouns)]
        if len(people) == 2:
            return people
    return []
