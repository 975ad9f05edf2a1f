"""One group: the only armed group an article names, which its rebels are where nothing tells them apart; a helper of linking.py."""

from __future__ import annotations

from reportedly.analysis import Analysis, Entity, Mention
from reportedly.coding.reference.kinds_of_body import OF_REBELS
from reportedly.coding.reference.naming import entity_sector, name_words
from reportedly.coding.reference.plain_words import is_armed, nationality
from reportedly.lexicons.word_lists import word_list

_REBELS = word_list("one_group.rebels")
_GROUPS = word_list("one_group.groups")
_PARTIES = word_list("one_group.parties")
_PLAIN = (word_list("one_group.plain") | OF_REBELS) - _PARTIES
_RULERS = word_list("one_group.rulers")
_IN_FACT = frozenset({"de", "facto"})
_BANDS = frozenset({"REB", "UAF", None})


def only_armed_group(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the one armed group named in the article, before or after, that "Chadian rebels", "a rebel group" are; of counted rebels nobody knows whether they are its."""
    head = mention.head
    noun = head.lemma.lower()
    of_rebels = noun in _REBELS and (mention.plural or (head.dep == "compound" and head.tag == "NN" and mention.last == head.i))  # "a [rebel] offensive"
    words = set(name_words(mention.name)) - {noun, head.lower}
    in_power = noun in _RULERS and words >= _IN_FACT  # "the de facto authorities"
    if not of_rebels and not in_power and (mention.plural or mention.person or noun not in _GROUPS or not words & OF_REBELS):
        return None
    named = [e for e in analysis.entities if not e.person and is_armed(e) and entity_sector(e) in _BANDS and any(m.kind == "name" for m in e.mentions)]
    if len(named) != 1 or _is_told_apart(analysis, mention, words, named[0]):
        return None
    return named[0]


def only_opposition(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the one opposition party that an article names where it tells of "the main opposition", "Zimbabwe's opposition"."""
    head = mention.head
    if head.lemma.lower() != "opposition" or mention.last != head.i or head.dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or head.child("prep", "relcl", "acl", "conj", "appos") is not None:
        return None
    words = set(name_words(mention.name)) - {"opposition", "main"}
    if mention.name == "opposition":
        return None  # whoever is in opposition
    lands = {w for c in head.children if (m := analysis.mention_at.get(c.i)) is not None and m.sector == "GOV" for t in c.subtree() for w in name_words(t.text)}
    if words - lands - nationality(mention):
        return None
    named = [e for e in analysis.entities if not e.person and any(m.kind == "name" for m in e.mentions) and _is_in_opposition(e)]
    return named[0] if len(named) == 1 else None


def _is_in_opposition(party: Entity) -> bool:
    sector = entity_sector(party)
    return sector == "OPP" or (sector in ("PTY", None) and any(c.lower == "opposition" for m in party.mentions if m.kind == "name" for c in m.head.children))


def _is_told_apart(analysis: Analysis, mention: Mention, words: set[str], group: Entity) -> bool:
    """Whether words beside a description say that others than the group are meant, or only some of it: "[Red Army] rebels", "six rebels", "rebels from the north"."""
    head = mention.head
    if head.child("nummod", "appos", "prep") is not None or (mention.plural and head.child("relcl", "acl") is not None):
        return True
    if head.dep == "pobj" and head.head.lower == "of" and head.head.head.lemma in _GROUPS:
        return True  # "a group of rebels"
    if any(m.head.sent is head.sent and m.first < mention.first for m in group.mentions):
        return True  # "the Front said that rebels had burned a school": others
    country = group.country or next((m.country for m in group.mentions if m.country), None)
    if mention.country is not None and country is not None and mention.country != country:
        return True
    beside = [c for c in head.children if c.i < head.i and c.dep in ("amod", "compound", "poss", "nmod")]
    lands = {w for c in beside if (m := analysis.mention_at.get(c.i)) is not None and (m.rule == "place" or m.sector == "GOV") for t in c.subtree() for w in name_words(t.text)}
    return bool(words - _IN_FACT - (nationality(mention) - _PARTIES) - lands - _PLAIN - set(name_words(group.name)))
