"""Several actors in one description: "Indian and Pakistani troops", "both sides", "two colonels, A and B"."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.descriptions import is_definite_description
from reportedly.coding.naming import entity_role
from reportedly.coding.pronouns import FAR, WINDOW, walk_back
from reportedly.coding.syntax import conjuncts

_NO_SIDE = frozenset({None, "CVL", "REF", "MED", "JRN", "EDU"})
_KINDRED = frozenset({"neighbour", "neighbor", "rival", "ally", "foe", "archrival"})
_PAIR = frozenset({"both", "two"})


def nationalities(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the actors of "Indian and Pakistani troops", "US, Afghan and British forces"."""
    first = next((c for c in mention.head.children if c.dep in ("amod", "nmod", "compound") and c.i < mention.head.i and c.child("conj") is not None), None)
    words = [t for t in conjuncts(first) if t.i < mention.head.i] if first is not None and mention.head.tag in ("NNS", "NNPS") else []
    if len(words) < 2 or not all(t.i in analysis.mention_at and analysis.mention_at[t.i].rule in ("lexicon-adjective", "lexicon-name") and analysis.mention_at[t.i].sector == "GOV" for t in words):
        return []
    noun = " ".join(t.text for t in analysis.tokens[words[-1].i + 1 : mention.head.i + 1])
    found = []
    for word in words:
        name = f"{word.text} {noun}"
        entity = next((e for e in analysis.entities if any(m.name.casefold() == name.casefold() for m in e.mentions)), None)
        if entity is None:
            entity = Entity(name=name, country=analysis.mention_at[word.i].country, sector=mention.sector)
            analysis.entities.append(entity)
        entity.mentions.append(mention)
        found.append(entity)
    return found


def listed(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the persons whom "two colonels, Amadou Sy and Karim Ba" names."""
    name = mention.head.child("appos")
    if name is None or name.child("prep") is not None or mention.head.child("conj") is not None:
        return []
    named = [analysis.mention_at.get(t.i) for t in conjuncts(name)]
    return [m.entities[0] for m in named if m is not None and m.kind == "name" and m.person and m.entities] if all(named) else []


def pair(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the two actors that "both countries", "the two sides", "the ministers" go back to."""
    each = not mention.plural and mention.head.lemma.lower() in ("side", "party") and any(c.lower in ("each", "either", "neither") for c in mention.head.children)
    if not (mention.plural or each):
        return []
    marked = each or any(c.lower in _PAIR for c in mention.head.children)
    if marked and mention.head.lemma.lower() in ("man", "woman") and len(people := _recent(analysis, mention, lambda m: m.entities[0].person)) == 2:
        return people
    definite = is_definite_description(mention) or (mention.head.i == mention.head.sent.tokens[0].i and not mention.head.children)
    if not (marked or definite):
        return []
    noun = mention.head.lemma.lower()
    for other in walk_back(analysis, mention, FAR if noun in ("side", "party") else WINDOW):
        if other.head.sent is mention.head.sent and other.head.dep in ("nsubj", "nsubjpass") and _hangs_from(mention.head, other.head.head):
            continue  # "Qatar and Egypt put pressure on both sides"
        conjoined = [m for c in other.head.children if c.dep == "conj" and (m := analysis.mention_at.get(c.i)) is not None and m.entities]
        if conjoined and not all(m.kind == "name" or m.sector not in _NO_SIDE for m in (other, *conjoined)):
            continue  # "freed women and minors. Each side ..."
        if len({id(e) for m in (other, *conjoined) for e in m.entities}) < 2:
            continue  # "a rebel leader and politician": one man
        if conjoined and marked and noun in ("country", "nation", "side", "party", "government", "state", "leader", "group", "army", "force", *_KINDRED):
            return [*other.entities, *(e for m in conjoined for e in m.entities)]
    if any(c.lower == "two" for c in mention.head.children) and noun in ("country", "nation", "state", *_KINDRED) and len(states := _recent(analysis, mention, lambda m: m.sector == "GOV" and m.rule.startswith("lexicon"))) == 2:
        return states
    if definite:
        nouns = (noun, "secretary") if noun == "minister" else (noun,)
        people = [e for e in analysis.entities if e.person and any(n in (entity_role(e) or "").lower() for n in nouns)]
        if len(people) == 2:
            return people
    return []


def _recent(analysis: Analysis, mention: Mention, fits: Callable[[Mention], bool]) -> list[Entity]:
    """Return the named actors of a kind that the sentences just before tell of, as far back as the second; more than two when they cannot be told apart."""
    found: list[Entity] = []
    sentence = -1
    for other in walk_back(analysis, mention, WINDOW + 1):
        if len(found) >= 2 and other.head.sent.i != sentence:
            break
        sentence = other.head.sent.i
        entity = other.entities[0]
        if other.kind == "name" and fits(other) and entity not in found:
            found.append(entity)
    return found


def _hangs_from(token: Token, verb: Token) -> bool:
    """Whether a word is a party of a verb, no clause between."""
    while token.head is not token and token.pos not in ("VERB", "AUX"):
        token = token.head
    return token is verb
