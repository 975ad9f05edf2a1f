"""Called next: whom "the police chief", "the Turkish leader", "the Nobel laureate" means of the persons named so far; a helper of plain_words.py."""

from __future__ import annotations

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.grammar.syntax import conjuncts
from reportedly.coding.reference.last_speaker import is_credited
from reportedly.coding.reference.naming import entity_role, name_words
from reportedly.coding.reference.walking import WINDOW, is_main_subject
from reportedly.lexicons.word_lists import word_list

# what somebody of a sector is called next: the words, and the sectors where they are more than one
_OF_SECTOR: dict[str, frozenset[str]] = {
    **dict.fromkeys(("MIL", "REB", "UAF", "PRM", "CRM"), word_list("called_next.armed")),
    **dict.fromkeys(("PTY", "OPP", "LEG"), word_list("called_next.parties")),
    **dict.fromkeys(("CVL", "NGO", "NGM"), word_list("called_next.society")),
    **dict.fromkeys(("JRN", "MED"), word_list("called_next.press")),
    "COP": word_list("called_next.police"), "REL": word_list("called_next.faith"), "EDU": word_list("called_next.learning"), "BUS": word_list("called_next.trade"), "LAB": word_list("called_next.labour"), "ELI": word_list("called_next.law"),
}  # fmt: skip
_SPOKES = word_list("called_next.speakers_offices")
# what the holder of an office is called next: words of the office, and what he is called
_OF_OFFICE = (
    (word_list("rulers_offices"), word_list("rulers")),
    (word_list("called_next.envoys_offices"), word_list("called_next.envoys")),
    (word_list("called_next.diplomacy_offices"), word_list("called_next.diplomacy")),
    (word_list("called_next.ministers_offices"), word_list("called_next.ministers")),
    (_SPOKES, word_list("called_next.speakers")),
    (word_list("called_next.judges_offices"), word_list("called_next.judges")),
    (word_list("called_next.lawmaking_offices"), word_list("called_next.lawmaking")),
)
PERSON_WORDS = frozenset().union(*_OF_SECTOR.values())
_HEADS = word_list("heads")
_OTHERS = word_list("called_next.others")
_OF_BODY = word_list("called_next.of_body")
_CALLINGS = word_list("called_next.callings") | word_list("called_next.faith") | word_list("called_next.learning") | word_list("called_next.press") | (word_list("called_next.society") - _HEADS)
_OF_STATES = frozenset({"diplomat", "envoy"})
_EPITHETS = word_list("called_next.epithets")
_RANKS = word_list("called_next.ranks")
_GONE = frozenset({"former", "retired", "ex"})


def called_next(analysis: Analysis, mention: Mention, noun: str, words: set[str], before: list[Mention]) -> Entity | None:
    """Return the person named so far whom a definite description means by another word for what he is; of several the one the sentence before is about."""
    head = mention.head
    if not mention.person or mention.plural or _is_told_which(analysis, head) or words & _OTHERS or _is_told_of_unnamed(mention, noun, before):
        return None
    apart = [t for t in conjuncts(head) if t is not head] + subjects_above(head)  # "President Sow and the leader of the rebels", "Sow said the leader had fled"
    others = {id(e) for t in apart if (m := analysis.mention_at.get(t.i)) is not None for e in m.entities}
    before = [m for m in before if not m.entities or id(m.entities[0]) not in others]
    about = _whom_it_is_about(mention, before)
    named = {id(e): e for m in before for e in m.entities[:1] if m.kind == "name" and e.person}
    fits = [e for e in named.values() if is_called(analysis, mention, noun, words, e, e is about)]
    if len(fits) > 1:
        fits = [e for e in fits if e is about]
    if fits:
        return fits[0]
    return about if about is not None and _is_known_for(analysis, mention, noun, about, before) else None


def subjects_above(token: Token) -> list[Token]:
    """Return the subjects of the verbs that a word stands below, who are never called by a description there: "[Sow] said the leader had fled"."""
    out: list[Token] = []
    top = token
    while top.head is not top and top.dep != "relcl":
        top = top.head
        out += [c for c in top.children if c.dep in ("nsubj", "nsubjpass") and c is not token and not c.i <= token.i <= c.subtree()[-1].i] if top.tag.startswith("V") else []
    return out


def _is_told_which(analysis: Analysis, head: Token) -> bool:
    """Whether words behind a noun say who is meant: "the general who fled", "the general accused of theft", "the general, [Omar Sow]"; but not "the general, who fled"."""
    name = head.child("appos")
    if name is not None and (m := analysis.mention_at.get(name.i)) is not None and m.kind == "name":
        return True
    clause = head.child("relcl", "acl")
    return clause is not None and not any(c.text == "," and head.i < c.i < clause.i for c in head.children)


def _is_told_of_unnamed(mention: Mention, noun: str, before: list[Mention]) -> bool:
    """Whether the article told not long before of somebody unnamed by the same word: "An activist was arrested, Omar Said told us. The activist ..."."""
    here = mention.head.sent.i
    return any(m.kind == "description" and m.person and not m.plural and m.head.lemma.lower() == noun and here - m.head.sent.i <= WINDOW and not any(n.kind == "name" for n in m.entities[0].mentions) for m in before)


def _whom_it_is_about(mention: Mention, before: list[Mention]) -> Entity | None:
    """Return the person, named in the article, whom the sentence before is about: its subject, or the only one it tells of."""
    told = [m for m in before if m.head.sent.i == mention.head.sent.i - 1 and len(m.entities) == 1 and not m.plural and m.entities[0].person and any(n.kind == "name" for n in m.entities[0].mentions)]
    subject = next((m for m in told if not is_credited(m.head) and (is_main_subject(m.head) or (m.head.dep in ("nsubj", "nsubjpass") and m.head.head.dep == "ccomp" and m.head.head.head.dep == "ROOT"))), None)
    if subject is not None:
        return subject.entities[0]  # not the source behind what he says: "Omar Sow was arrested, police said"
    return told[0].entities[0] if len({id(m.entities[0]) for m in told}) == 1 else None


def is_called(analysis: Analysis, mention: Mention, noun: str, words: set[str], entity: Entity, about: bool) -> bool:
    """Whether a person of some office or sector is called by a noun, and the words beside it do not tell of another."""
    sectors = {s for s in (*(m.sector for m in entity.mentions), entity.sector) if s}
    countries = {m.country for m in entity.mentions if m.country}
    role = [w for r in dict.fromkeys([entity_role(entity) or "", *(m.role or (m.name if m.kind == "description" else "") for m in entity.mentions)]) for w in name_words(r)]
    phrase = mention.name.lower()
    if mention.country is not None and countries and mention.country not in countries:
        return False
    if noun in _HEADS and mention.sector not in (None, *sectors):
        return False  # "the opposition leader" is no prime minister
    if noun in _RANKS and _RANKS.intersection(role):
        return False  # "the colonel" is not General Sow; where the rank is the same it was found before
    by_office = any(noun in called or phrase in called or any(f" {c}" in f" {phrase}" for c in called if " " in c) for offices, called in _OF_OFFICE if offices.intersection(role))
    by_sector = any(noun in _OF_SECTOR.get(s, ()) for s in sectors) and (noun not in _HEADS or mention.sector in sectors or len(words) == 1) and not _SPOKES.intersection(role)
    own = {w for m in entity.mentions for w in (*name_words(m.affiliation or ""), *name_words(m.name))} | set(role) | {noun}
    beside = [c for c in mention.head.children if c.i < mention.head.i and c.dep in ("compound", "nmod")]
    by_body = noun in _OF_BODY and any(c.text[:1].isupper() and c.lower in own - _name_words(entity) and (m := analysis.mention_at.get(c.i)) is not None and m.kind == "name" and not m.person for c in beside)
    by_body = by_body or (noun in _OF_STATES and "IGO" in countries)  # "the top diplomat" after the head of the African Union
    if not by_office and not by_sector and not by_body:
        return False
    if noun in _HEADS and mention.sector not in sectors and any(c.text.islower() and c.lower not in own for c in beside):
        return False  # "the election commission chief" is no prime minister
    strange = {c for c in mention.head.children if c.i < mention.head.i and c.text[:1].isupper() and c.dep in ("amod", "compound", "nmod", "poss") and c.lower not in own}
    if any((m := analysis.mention_at.get(c.i)) is not None and m.entry is not None and m.sector != "GOV" for c in strange):
        return False  # "the DUP leader" after somebody of Sinn Fein
    return about or not strange or (mention.country is not None and mention.country in countries and len(strange) == 1)


def _name_words(entity: Entity) -> set[str]:
    return {w for m in entity.mentions if m.kind == "name" for w in name_words(m.name)}


def _is_known_for(analysis: Analysis, mention: Mention, noun: str, about: Entity, before: list[Mention]) -> bool:
    """Whether a description is of what the only person named in the sentence before is known for: "the strongman", "the former general", "the National Front chief"."""
    head = mention.head
    role = set(name_words(entity_role(about) or ""))
    if head.child("prep") is not None or {id(m.entities[0]) for m in before if m.kind == "name" and m.entities[0].person and m.head.sent.i == head.sent.i - 1} - {id(about)}:
        return False
    if mention.first == mention.last and mention.country is not None and head.tag in ("NNP", "JJ"):
        return mention.country in {m.country for m in about.mentions}  # "The Hungarian" after "Foreign Minister Lengyel"
    if any(c.lower in _GONE for c in head.children):
        return noun not in role  # "the former president" is not President Banda
    aged = any(t.lower == "old" for t in analysis.tokens[mention.first : mention.last])  # "The 47-year-old lawyer"
    if head.dep in ("nsubj", "nsubjpass") and (aged or noun in _CALLINGS):
        return True
    if noun in _EPITHETS or (noun in PERSON_WORDS and (mention.sector != "GOV" or mention.country is None) and not any(m.sector for m in about.mentions)):  # "the drug kingpin" after "Omar Cruz, leader of the Northern Cartel"
        return noun not in role
    elsewhere = any(m.affiliation or (m.entry is not None and m.entry.cells.get("affiliation")) for m in about.mentions)
    return not elsewhere and noun in _HEADS and head.dep in ("nsubj", "nsubjpass") and bool(_HEADS & role) and any(c.dep == "compound" and c.text[:1].isupper() and ((m := analysis.mention_at.get(c.i)) is None or m.entry is None) for c in head.children)
