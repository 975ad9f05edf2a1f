"""Plain words: whom "the lawmaker", "the bloc", "the country", "the attackers" stand for, of those the article told of before; a helper of descriptions.py."""

from __future__ import annotations

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.grammar.syntax import prep_objects
from reportedly.coding.reference.called_next import called_next
from reportedly.coding.reference.naming import entity_sector, name_words
from reportedly.coding.reference.pronouns import is_before_its_subject
from reportedly.coding.reference.walking import FAR, WINDOW, walk_back
from reportedly.lexicons.word_lists import word_list

_OUTSIDE_LAW = frozenset({"REB", "UAF", "PRM", "CRM"})
_FOES = word_list("plain_words.foes")
FIGHTERS = _FOES | word_list("plain_words.foes_too")
_DOERS = word_list("plain_words.doers")
_OUTLAWS = word_list("plain_words.outlaws")
CRIMINALS = word_list("plain_words.criminals")
_FIGURES = word_list("plain_words.figures")
_BLOCS = word_list("plain_words.blocs")
_BODIES = word_list("plain_words.bodies")
_PREFIXES = frozenset({"anti", "non", "pro"})
_CLUBS = word_list("plain_words.clubs")
_MEMBERS = word_list("plain_words.members")
_OF_STATES = word_list("bodies_of_states")
_RIVALS = word_list("kindred")
_REGIONS = {name: word_list(f"plain_words.region_{name}") for name in word_list("plain_words.regions")}  # what states stand in "the Caribbean nation"
_STEM = 5  # letters in which "electoral" and "election" agree
_LANDS = word_list("lands")
_OTHER_LANDS = word_list("plain_words.other_lands")
_MISSIONS = word_list("plain_words.missions")
_PEACE = word_list("plain_words.peace")


def stood_for(analysis: Analysis, mention: Mention, noun: str, words: set[str], before: list[Mention]) -> Entity | None:
    """Return the actor told of before whom a plain word for a body, a land or a person stands for."""
    if not mention.plural and noun in _BLOCS and (body := _of_states(mention, words, before)) is not None:
        return body
    if _is_mission(mention, noun, words):
        return next((m.entities[0] for m in before if m.kind == "name" and m.country == "IGO" and entity_sector(m.entities[0]) == "MIL"), None)
    if not mention.plural and noun in _LANDS:
        return _land(analysis, mention, before) if not words & _OTHER_LANDS else None
    before = [m for m in before if not is_doer_of_its_verb(m, mention)]
    return _same_office(mention, words, before) or _only_one_named(mention, noun, words, before) or called_next(analysis, mention, noun, words, before) or same_doers(mention, noun, words, before) or _by_stems(mention, before)


def _is_mission(mention: Mention, noun: str, words: set[str]) -> bool:
    """Whether a description is of troops that keep a peace: "the peacekeeping mission", "the UN peacekeepers"."""
    which = words - {noun, f"{noun}s"}
    if which - _PEACE or mention.head.child("acl", "relcl", "nummod") is not None:
        return False
    return noun == "peacekeeper" if mention.plural else noun in _MISSIONS and (bool(which) or noun == "mission")


def _of_states(mention: Mention, words: set[str], before: list[Mention]) -> Entity | None:
    """Return the international body named last: "the bloc", "the 27-member bloc", "the continental body"."""
    bare = len(words) == 1
    if bare and mention.head.text in ("Alliance", "Union"):  # "the Alliance" beside NATO, "the Union" beside the EU
        wanted = ("nato", "north atlantic") if mention.head.text == "Alliance" else ("european union",)
        return next((m.entities[0] for m in before if m.kind == "name" and m.country == "IGO" and m.entry is not None and m.entry["name"].lower().startswith(wanted)), None)
    if bare and mention.head.lemma not in ("bloc", "body"):
        return None
    if mention.head.lemma in _CLUBS and not (counted_members(mention) or words & _OF_STATES):
        return None
    if mention.head.child("relcl", "acl", "poss", "appos") is not None or any(c.dep == "prep" and c.lower == "of" for c in mention.head.children):
        return None
    return next((m.entities[0] for m in before if m.kind == "name" and m.country == "IGO"), None)


def council_itself(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the council of states that speaks as its members: "[Council members] welcomed the truce", "the members of the council"."""
    head = mention.head
    if head.lemma != "member" or not mention.plural or head.dep != "nsubj" or any(c.lower == "all" for c in head.children) or head.child("relcl", "acl", "amod", "appos") is not None:
        return None
    some = head.child("nummod") is not None and not any(c.lower == "the" for c in head.children)
    whose = head.child("compound", "poss") or next(iter(prep_objects(head, "of")), None)
    if some or whose is None or whose.lower != "council":
        return None
    return next((m.entities[0] for m in analysis.mentions if m.kind == "name" and m.country == "IGO" and m.entities and name_words(m.name)[-1:] == ("council",)), None)


def of_the_land(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the one named body that "the country's electoral commission", "the nation's election body" is, by the stems of its name; it may be named later."""
    owner = mention.head.child("poss")
    said = {c.lower[:_STEM] for c in mention.head.children if c.dep in ("amod", "compound") and c.i < mention.head.i}
    if owner is None or owner.lemma not in _LANDS or not said:
        return None
    said |= set() if mention.head.lemma in _BODIES else {mention.head.lower[:_STEM]}
    named = {id(e): e for e in analysis.entities if not e.person and any(m.kind == "name" and " " in m.name and said <= {w[:_STEM] for w in name_words(m.name)} for m in e.mentions)}
    return next(iter(named.values())) if len(named) == 1 else None


def _by_stems(mention: Mention, before: list[Mention]) -> Entity | None:
    """Return the one body told of before whose name has the words beside a plain word for it: "the electoral body" after "the Elections Commission"."""
    head = mention.head
    if mention.person or mention.plural or head.lemma not in _BODIES or head.child("prep", "relcl", "acl") is not None:
        return None
    said = {c.lower[:_STEM] for c in head.children if c.dep in ("amod", "compound", "poss") and c.i < head.i and c.text.isalpha() and c.text.islower() and c.tag != "PRP$"} - _PREFIXES
    named = {id(m.entities[0]): m.entities[0] for m in before if said and m.kind == "name" and not m.person and " " in m.name and said <= {w[:_STEM] for w in name_words(m.name)}}
    return next(iter(named.values())) if len(named) == 1 else None


def _land(analysis: Analysis, mention: Mention, before: list[Mention]) -> Entity | None:
    """Return the state named last that "the country", "the West African nation" goes back to; none that stands beside it in its own clause."""
    head = mention.head
    if head.child("relcl", "acl", "appos", "prep") is not None:
        return None
    said = _of_region(mention) or {m.country for c in head.children if c.dep in ("amod", "compound", "poss") and (m := analysis.mention_at.get(c.i)) is not None and m.rule.startswith("lexicon")}
    for other in before:
        if head.sent.i - other.head.sent.i > (FAR if said else WINDOW):
            return None
        if (inside := land_inside(analysis, other)) is not None and not said:
            return next((e for e in analysis.entities if e.name == inside.text), None)
        if other.sector != "GOV" or other.rule not in ("lexicon-name", "lexicon-capital") or other.entry is None or "adjectives" not in other.entry.cells:
            continue
        if other.head.dep in ("compound", "amod", "nmod") or (said and other.country not in said):
            continue
        if other.head.sent is head.sent and (other.head.head is head.head or head in other.head.children):
            continue
        return other.entities[0]
    return None


def _of_region(mention: Mention) -> frozenset[str]:
    """Return the codes of the states in the part of the world that a description names: "the [Caribbean] nation"."""
    words = f" {mention.name.lower().replace('-', ' ')} "
    said = [region for region in _REGIONS if f" {region} " in words]
    narrow = [_REGIONS[region] for region in said if not any(region != wider and f" {region} " in f" {wider} " for wider in said)]  # "South East Asian" is not "East Asian"
    return frozenset.intersection(*narrow) if narrow else frozenset()


def other_state(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the one state told of just before besides the one whose "neighbour", "arch-rival" a description is: "accused [its northern neighbour]"."""
    owner = mention.head.child("poss")
    told = analysis.mention_at.get(owner.i) if owner is not None and mention.head.lemma.lower().rpartition("-")[2] in _RIVALS and not mention.plural else None
    whose = told.entities[0] if told is not None and len(told.entities) == 1 else None
    if whose is None or not _is_state(whose):
        return None
    near = {id(m.entities[0]): m.entities[0] for m in walk_back(analysis, mention, WINDOW) if m.kind == "name" and m.entities and _is_state(m.entities[0]) and m.entities[0] is not whose}
    return next(iter(near.values())) if len(near) == 1 else None


def _is_state(entity: Entity) -> bool:
    return any(m.sector == "GOV" and m.entry is not None and "adjectives" in m.entry.cells for m in entity.mentions)


def land_inside(analysis: Analysis, mention: Mention) -> Token | None:
    """Return the place at the end of a body's name: "Islamic Resistance in Iraq"."""
    last = analysis.tokens[mention.last]
    return last if mention.kind == "name" and not mention.person and last.dep == "pobj" and last.head.i > mention.first and last.head.lower == "in" else None


def _only_one_named(mention: Mention, noun: str, words: set[str], before: list[Mention]) -> Entity | None:
    """Return the only person named so far, whom a bare word for somebody of weight means: "the leader", "the imam"."""
    if mention.person and not mention.plural and noun in _FIGURES and not words - {noun} and mention.head.child("prep", "relcl", "acl", "amod", "compound", "appos", "poss") is None:
        named = {id(e): e for m in before for e in m.entities[:1] if m.kind == "name" and e.person}
        return next(iter(named.values())) if len(named) == 1 else None
    return None


def _same_office(mention: Mention, words: set[str], before: list[Mention]) -> Entity | None:
    """Return the person only described so far whom a bare office goes back to: "the president" after "Peru's president"."""
    if not mention.person or mention.plural or len(words) > 1 or mention.head.child("prep", "relcl", "acl", "amod", "compound", "poss", "appos") is not None:
        return None
    here = mention.head.sent.i
    near = (m for m in before if here - m.head.sent.i <= WINDOW)
    return next((m.entities[0] for m in near if m.kind == "description" and m.person and not m.plural and m.apposed is None and m.head.lemma == mention.head.lemma and " " in m.name), None)


def same_doers(mention: Mention, noun: str, words: set[str], before: list[Mention]) -> Entity | None:
    """Return those only described so far whom a bare word for them by what they did goes back to: "the attackers" after "gunmen", "officers" after "riot police"."""
    if not mention.plural or words - {noun, noun + "s"} or mention.head.child("prep", "acl", "amod", "compound", "poss", "appos", "nummod") is not None or is_said_which(mention.head):
        return None
    here = mention.head.sent.i
    near = [m for m in before if here - m.head.sent.i <= WINDOW and m.entities and ((m.kind == "description" and (m.plural or m.head.lemma == "police")) or (m.kind == "name" and is_armed(m.entities[0])))]
    if noun == "officer":
        return next((m.entities[0] for m in near if m.head.lemma == "police" and m.head.dep in ("nsubj", "pobj", "conj")), None)
    if noun in _OUTLAWS and is_definite_description(mention):
        return next((m.entities[0] for m in near if m.kind == "description" and m.head.lemma.lower() in _FOES | CRIMINALS and m.head.lemma.lower() != noun), None)
    if not is_definite_description(mention):
        return None
    if noun in FIGHTERS and mention.head.dep in ("nsubj", "nsubjpass"):
        return next((m.entities[0] for m in near if m.kind == "description" and m.head.lemma.lower() in FIGHTERS and m.head.dep in ("nsubj", "pobj", "nsubjpass") and not any(c.i > m.head.i and c.dep in ("amod", "prep", "acl") for c in m.head.children)), None)
    if noun not in _DOERS:
        return None
    return next((m.entities[0] for m in near if (m.kind == "name" or m.head.lemma.lower() in _FOES | CRIMINALS or m.sector in _OUTSIDE_LAW) and m.head.dep in ("nsubj", "pobj") and (m.head.dep == "nsubj" or m.head.head.dep == "agent")), None)


def is_said_which(noun: Token) -> bool:
    """Whether a clause says which ones are meant, no comma before it: "the gunmen who fled", but not "the gunmen, who fled"."""
    clause = noun.child("relcl")
    return clause is not None and not any(c.text == "," and noun.i < c.i < clause.i for c in noun.children)


def is_doer_of_its_verb(other: Mention, mention: Mention) -> bool:
    """Whether one is the subject and the other the object of one verb, who are never the same: "Amnesty accused the group", "After losing Temera, the group"."""
    if other.head.sent is mention.head.sent and other.head.dep == "dobj" and is_before_its_subject(other.head, mention.head):
        return True
    token = mention.head.head if mention.head.dep == "pobj" else mention.head
    if token.head.dep in ("acl", "relcl") and token.head.head is other.head and token.dep in ("dobj", "prep"):
        return True  # "a force fighting [the army]"
    return other.head.dep == "nsubj" and other.head.head is token.head and (token.dep in ("dobj", "dative") or (token.dep == "prep" and mention.head.dep == "pobj"))


def nationality(mention: Mention) -> set[str]:
    """Return the words of nationality before a noun."""
    return {c.lower for c in mention.head.children if c.dep in ("amod", "compound") and c.ent is not None and c.ent.label in ("NORP", "GPE")}


def counted_members(mention: Mention) -> set[str]:
    """Return the words by which a description counts the states of a body: "the [six-nation] group", "the [27-member] bloc"."""
    counted = [c for c in mention.head.children if c.lower in _MEMBERS and any(g.dep == "nummod" for g in c.children)]
    return {w for c in counted for t in (c, *c.children) for w in name_words(t.text)}


def is_armed(entity: Entity) -> bool:
    """Whether an actor is a named armed group that is no state's: by its sector, or because the article tells of its fighters ("fighters of the Front")."""
    if entity.person or any(m.rule == "place" for m in entity.mentions):
        return False  # "gunmen from Bani Walid"
    sector = entity_sector(entity)
    if sector is not None:
        return sector in ("REB", "UAF", "PRM")
    of = (m.head.head.head if m.head.dep == "pobj" and m.head.head.lower in ("of", "from") else m.head.head for m in entity.mentions if m.kind == "name" and m.head.pos != "ADJ")
    return any(noun.lemma.lower() in _FOES for noun in of)


def is_definite_description(mention: Mention) -> bool:
    """Whether a description means somebody the reader knows: "the union", "both sides"; "government" alone is always the one told of."""
    return mention.name.lower() == "government" or any(c.lower in ("the", "this", "that", "these", "those", "both") for c in mention.head.children) or mention.name.isupper() or (mention.head.pos == "PROPN" and bool(mention.person))
