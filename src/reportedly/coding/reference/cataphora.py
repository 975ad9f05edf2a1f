"""Cataphora: who is described first and named later; a helper of linking.py.

News tells the office first and the name in the next sentence: "a regional commissioner said ... Commissioner Halima Juma told", "A former
councillor has been jailed. Graham Pell, 58, ...", "its country director said ... Marit Haug said ...".
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Analysis, Entity, Mention, Sentence, Token
from reportedly.coding.grammar.syntax import is_verb, speaks
from reportedly.coding.reference.walking import CLAUSES
from reportedly.lexicons.actors import fold
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_CASES = word_list("cataphora.cases")
_NEXT = 3  # sentences after an indefinite description in which its name must come
_STATE_BODIES = word_list("state_bodies")
_LOWER = word_list("lower_office")
_NO_LONGER = word_list("no_longer")
_HE = frozenset({"he", "him", "his", "himself"})
_OF_OFFICES = word_list("cataphora.of_offices")
_NO_OFFICES = word_list("cataphora.no_offices")
_TELLING = word_list("cataphora.telling")
_ASKING = word_list("asking")
_HURTING = word_list("hurting")
_RANKED = frozenset({"MIL", "COP", "REB", "UAF"})  # where a name comes with a rank, which is no other office
_LEAD = 6  # sentences of an article in which somebody is told of before being named with an age
_SYNONYMS = {"envoy": ("envoy", "ambassador", "representative"), "premier": ("premier", "minister"), "pm": ("minister",), "spokeswoman": ("spokesman", "spokesperson", "spokeswoman"), "spokesman": ("spokesman", "spokesperson")}


def named_later(analysis: Analysis, mention: Mention, role_of: Callable[[Entity], str | None], *, definite: bool) -> Entity | None:
    """Return the one person named after a description whose office it is."""
    if not mention.person or mention.plural or mention.head.child("appos") is not None:
        return None
    owner = mention.head.child("poss")
    of_land = land_of(analysis, owner) is not None  # "Gabon's president", who is one only
    found = _by_role(analysis, mention, role_of, definite=definite or of_land) if mention.head.child("relcl") is None and (owner is None or of_land) else None
    return found or _named_next(analysis, mention, definite=definite) or _speaks_next(analysis, mention) or _told_next(analysis, mention)


def told_in_full_later(analysis: Analysis, mention: Mention) -> Mention | None:
    """Return the body of a state that a bare word for it means by what the article calls it further down: "talks with the [government] ... the Sri Lankan government"."""
    noun = mention.head.lemma.lower()
    bare = mention.first == mention.last and not any(c.dep not in ("det", "punct", "case") and c.i < mention.head.i for c in mention.head.children)
    if noun not in _STATE_BODIES or mention.person or not bare or mention.head.child("prep", "relcl", "acl", "appos", "conj") is not None:
        return None
    fuller = [m for m in analysis.mentions if m.first > mention.last and m.head.lemma.lower() == noun and m.country and len(m.name.split()) > 1 and _is_only_of_state(m)]
    return fuller[0] if fuller and len({m.country for m in fuller}) == 1 else None


def _is_only_of_state(mention: Mention) -> bool:
    """Whether nothing but its state stands before the word for a body: "the Sri Lankan government", "Colombia's army"; no "military government of Chad"."""
    before = [c for c in mention.head.children if c.i < mention.head.i and c.dep not in ("det", "punct")]
    return len(before) == 1 and before[0].dep in ("amod", "poss", "compound", "nmod") and before[0].text[:1].isupper()


def subject_ahead(analysis: Analysis, mention: Mention) -> Mention | None:
    """Return the subject behind the clause set before it that a pronoun stands in, where it is likelier than whom the pronoun was found to go back to.

    "Fearing that [they] would be shot, the rebels fled", "Confident of [his] success, the king"; of "When [he] fell, the king" somebody told of before is likelier.
    """
    token = mention.head
    for _ in range(CLAUSES):
        if token.head is token or token.dep == "relcl":
            return None
        token = token.head
        if token.dep == "advcl" and token.head.i > token.i:
            break
    subject = token.head.child("nsubj", "nsubjpass") if token.dep == "advcl" else None
    other = analysis.mention_at.get(subject.i) if subject is not None and token.i < subject.i and mention.head.i < subject.i else None
    bound = token.child("nsubj", "nsubjpass", "csubj") is None
    if other is None or other.kind == "pronoun" or other.rule == "place" or (not bound and any(c.dep == "mark" and c.lower in ("if", "unless") for c in token.children)):
        return None
    one = len(mention.entities) == 1 and not any(m.plural for m in mention.entities[0].mentions)
    if mention.entities and not bound and not (one and mention.plural):
        return None
    if mention.person:
        fits = bool(other.person) and not other.plural and (not other.gender or other.gender == ("he" if mention.name.lower() in _HE else "she"))
    else:
        fits = not other.person and (other.plural or bound if mention.plural else not other.plural)
    return other if fits else None


def _by_role(analysis: Analysis, mention: Mention, role_of: Callable[[Entity], str | None], *, definite: bool) -> Entity | None:
    if not definite and not (mention.head.dep == "nsubj" and mention.head.head.lemma in _SAYING):
        return None
    noun = mention.head.lemma.lower()
    nouns = _SYNONYMS.get(noun, (noun,))
    here, last = mention.head.sent.i, None if definite else mention.head.sent.i + _NEXT
    bearers = []
    for entity in analysis.entities:
        role = {w for r in (role_of(entity), *(m.role for m in entity.mentions)) for w in fold(r or "")} if entity.person else set()
        named = [m for m in entity.mentions if m.kind == "name"] if any(n in role for n in nouns) else []
        first = min((m.head.sent.i for m in named), default=None)
        if first is None or first <= here or (last is not None and first > last):
            continue
        gone = _NO_LONGER & (role | {c.lower for m in named for c in m.head.children})  # "ex-president Sow" is not "Gabon's president"
        if not gone - set(fold(mention.name)) and _fits(analysis, mention, entity, role):
            bearers.append(entity)
    return bearers[0] if len(bearers) == 1 else None


def _fits(analysis: Analysis, mention: Mention, entity: Entity, role: set[str]) -> bool:
    """Whether the words before a description do not tell of somebody else: another state, another body."""
    known = role | {w for m in entity.mentions for w in fold(m.affiliation or "")}
    if (_LOWER & set(fold(mention.name))) - known:
        return False  # "the Vice President" is no president
    for word in mention.head.children:
        land = land_of(analysis, word.child("pobj") if word.dep == "prep" and word.lower == "of" else word if word.dep == "poss" else None)
        if land is not None:
            if land not in (countries := {m.country for m in entity.mentions if m.country}) and countries:
                return False  # "the president of Chad", "Chad's president" is no Gabonese president
            continue
        if word.dep == "prep" and word.lower in ("of", "for") and word.i > mention.head.i and not {w for t in word.subtree() if t.pos in ("NOUN", "PROPN") for w in fold(t.text)} <= known:
            return False  # "the Secretary of Defense" is no press secretary
        if word.i > mention.head.i or word.dep not in ("amod", "compound", "nmod"):
            continue
        other = analysis.mention_at.get(word.i)
        country = other.country if other is not None else None
        if country is not None:
            if country not in {m.country for m in entity.mentions if m.country} | {country if not any(m.country for m in entity.mentions) else None}:
                return False
        elif (word.dep != "amod" or word.lower in _OF_OFFICES) and not set(fold(word.text)) <= known:
            return False
    return True


def land_of(analysis: Analysis, word: Token | None) -> str | None:
    """Return the country of which a word is the name: "the president of [Gabon]", "[Gabon]'s president"."""
    state = analysis.mention_at.get(word.i) if word is not None else None
    return state.country if state is not None and state.rule == "lexicon-name" and state.entry is not None and "adjectives" in state.entry.cells else None


def _named_next(analysis: Analysis, mention: Mention, *, definite: bool) -> Entity | None:
    """Return the person whom a sentence near the top names with an age or at its head, when what stands before tells of one unnamed.

    "A former councillor has been jailed. Graham Pell, 58, ..."; "A court has jailed an editor. Karim Saidi was ..."
    """
    here = mention.head.sent.i
    about = _what_it_is_about(mention.head)
    suffers = _is_acted_on(about)
    acts = not definite and mention.head.dep == "nsubj" and not _acts_on_person(analysis, mention)
    if here >= _LEAD or about.head.dep != "ROOT" or not (suffers or acts) or _is_beside_another(analysis, mention):
        return None
    for sentence in analysis.sentences[here + 1 : _LEAD]:
        if sentence.block.kind not in ("paragraph", "list"):
            continue
        if (person := _aged(sentence) or (_bare(sentence) if suffers else None)) is not None:
            entity = person.entities[0]
            return entity if all(m.head.sent.i >= sentence.i for m in entity.mentions if m.kind == "name") else None
    return None


def _told_next(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the only person whom the first sentences name as doing or suffering what a headline tells of one unnamed: "Militia chief killed in Jos\n... killed Omar Sow"."""
    noun = mention.head
    verb = noun.head if noun.dep in ("nsubj", "nsubjpass", "dobj") else noun.child("acl")
    if noun.sent.block.kind != "headline" or verb is None or not is_verb(verb):
        return None
    suffers = noun.dep in ("dobj", "nsubjpass") or verb is not noun.head or verb.tag == "VBN"
    wanted = ("dobj", "nsubjpass") if suffers else ("nsubj",)
    for sentence in analysis.sentences[noun.sent.i + 1 : noun.sent.i + 3]:
        told: dict[int, Mention] = {}
        for name in (m for m in sentence.mentions if m.kind == "name" and m.person and m.entities):
            place = name.head.head if name.head.dep == "appos" else name.head
            if place.dep in wanted and (place.head.lemma == verb.lemma or {place.head.lemma, verb.lemma} <= _HURTING):
                told[id(name.entities[0])] = name
        if told:
            entity = next(iter(told.values())).entities[0]
            return entity if len(told) == 1 and all(m.head.sent.i > noun.sent.i for m in entity.mentions if m.kind == "name") else None
    return None


def _speaks_next(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return who goes on speaking by name where somebody spoke by office only: "A senior commander of the Front said ... [Jawad Sow] described ..."."""
    office, here = mention.head, mention.head.sent
    if here.i >= _LEAD or " " not in mention.name or office.lemma.lower() in _NO_OFFICES or not _speaks(office) or office.child("relcl") is not None:
        return None
    for sentence in analysis.sentences[here.i + 1 : here.i + (4 if here.block.kind == "headline" else 2)]:
        told = next((m for m in sentence.mentions if m.kind != "pronoun" and _speaks(m.head)), None)
        if told is None:
            continue
        name, again = told.apposed or told, here.block.kind == "headline" and told.head.head.lemma == office.head.lemma
        if name.kind == "description" and here.block.kind == "headline" and (again or set(fold(told.name)) & set(fold(mention.name))):
            continue  # the first sentence says a headline again
        if name.kind != "name" or not name.person or not (again or _has_no_other_office(analysis, name, mention)):
            return None
        return name.entities[0] if name.entities and all(m.first >= name.first for m in name.entities[0].mentions if m.kind == "name") else None
    return None


def _has_no_other_office(analysis: Analysis, name: Mention, office: Mention) -> bool:
    """Whether somebody is named without an office, or with a rank or as one known to serve where somebody told of by his office does."""
    clause = name.head.child("relcl")
    if name.head.child("appos") is not None or name.apposed is not None or (clause is not None and not any(c.lower == "whose" for c in clause.subtree())):
        return False  # but "Ali Sow, whose mandate ends in June"
    known = set(fold(name.entry.cells.get("affiliation") or "")) if name.entry is not None else set(fold(office.name))
    return (name.role is None and bool(known & set(fold(office.name)))) or (name.sector in _RANKED and name.sector in _sectors(analysis, office))


def _sectors(analysis: Analysis, mention: Mention) -> set[str | None]:
    """Return the sectors that somebody may have by his office and by whose it is: "the army's chief of operations"."""
    return {mention.sector, *(m.sector for t in mention.head.subtree() if (m := analysis.mention_at.get(t.i)) is not None and m.kind != "pronoun")}


def _speaks(token: Token) -> bool:
    return token.dep == "nsubj" and token.head.dep in ("ROOT", "conj") and (speaks(token.head) or token.head.lemma in _TELLING or token.head.lemma in _ASKING)


def _is_acted_on(token: Token) -> bool:
    """Whether a word is what a verb does something to: "jailed [an editor]", in a headline too: "[Editor] jailed"."""
    done = token.dep == "nsubj" and any(c.dep == "acl" and c.tag == "VBN" for c in token.children)  # "an editor jailed for libel walked free"
    return token.dep in ("dobj", "nsubjpass") or done or (token.dep == "nsubj" and token.head.tag == "VBN" and token.head.child("aux") is None)


def _what_it_is_about(person: Token) -> Token:
    """Return the case, the charges, the arrest that a person is the object of: "dismissed [charges] against a former minister"; else the person."""
    if person.dep != "pobj" or person.head.lower not in ("against", "of", "into"):
        return person
    noun = person.head.head.child("dobj") or person.head.head  # "opened an inquiry into [a bishop]" hangs on the verb
    return noun if noun.lemma in _CASES else person


def _is_beside_another(analysis: Analysis, mention: Mention) -> bool:
    """Whether somebody else in the same sentence, or in the one that says a headline again, may be the one named next: "charged with killing [a student]"."""
    here = mention.head.sent.i
    if mention.head.sent.block.kind == "headline":
        again = (m for s in analysis.sentences[here + 1 : here + 3] for m in s.mentions if m.kind == "description" and m.head.lemma == mention.head.lemma)
        mention = next(again, mention)
    others = (m for m in mention.head.sent.mentions if m.kind == "description" and m.person and not m.plural and m.first > mention.last)
    return any(c.lower in ("a", "an") for m in others for c in m.head.children)


def _acts_on_person(analysis: Analysis, mention: Mention) -> bool:
    """Whether somebody is the doer of what another described person suffers, who is rather the one named next: "An officer shot a student. Joe Poe, 19, ..."."""
    sufferer = mention.head.head.child("dobj")
    other = analysis.mention_at.get(sufferer.i) if sufferer is not None else None
    return other is not None and other.kind == "description" and bool(other.person) and not other.plural


def _aged(sentence: Sentence) -> Mention | None:
    """Return who stands in a sentence with an age between commas."""
    first = sentence.tokens[0].i
    for name in sentence.mentions:
        after = sentence.tokens[name.last + 1 - first : name.last + 4 - first]
        if len(after) == 3 and after[0].text == after[2].text == "," and after[1].text.isdigit() and 14 <= int(after[1].text) <= 99:
            return name if _is_new(name) and (name.first == first or name.head.dep in ("dobj", "nsubj", "nsubjpass")) else None
    return None


def _bare(sentence: Sentence) -> Mention | None:
    """Return the person of no told office whom a sentence begins with."""
    name = sentence.mentions[0] if sentence.mentions else None
    if name is None or not name.person or name.first != sentence.tokens[0].i or not _is_new(name) or name.last == name.first:
        return None
    return name if name.head.dep in ("nsubj", "nsubjpass") and name.head.child("appos") is None else None


def _is_new(name: Mention) -> bool:
    """Whether a name is told without any office, or with no other than "is" gives it: "Andrei Poe is the best known of them"."""
    told_as = name.role is None or (name.head.dep == "nsubj" and name.head.head.lemma == "be")
    return name.kind == "name" and bool(name.entities) and told_as and name.entry is None and name.rule != "place"
