"""Cataphora: who is described first and named later; a helper of linking.py.

News tells the office first and the name in the next sentence: "a regional commissioner said ... Commissioner Halima Juma told", "A former
councillor has been jailed. Graham Pell, 58, ...", "its country director said ... Marit Haug said ...".
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Analysis, Entity, Mention, Sentence, Token
from reportedly.coding.grammar.syntax import is_verb, speaks
from reportedly.coding.reference.naming import initials, is_first_named, words_of_office
from reportedly.coding.reference.walking import CLAUSES
from reportedly.lexicons.actors import fold
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_CASES = word_list("cataphora.cases")
_UNDERGOING = word_list("cataphora.undergoing")
_NEXT = 3  # sentences after an indefinite description in which its name must come
_STATE_BODIES = word_list("cataphora.state_bodies")
_LOWER = word_list("lower_office")
_NO_LONGER = word_list("no_longer")
_HE = frozenset({"he", "him", "his", "himself"})
_OF_OFFICES = word_list("cataphora.of_offices")
_HURTING, _SEIZING = word_list("hurting"), word_list("cataphora.seizing")
_WIDE, _HEADS_TOO = word_list("cataphora.heads"), word_list("heads") | {"secretary", "minister"}  # "the defence chief"
_PRIME = frozenset({"pm", "premier"})
_PLAIN = word_list("speaking_plainly")
_LANDS, _RULERS, _OF_RULERS = word_list("lands"), word_list("rulers"), frozenset({"president", "king", "emperor", "chancellor"})
_OWN_LAND = word_list("cataphora.own_land")
_LEAD = 6  # sentences of an article in which somebody is told of before being named with an age
_SYNONYMS = {"envoy": ("envoy", "ambassador", "representative"), "premier": ("premier", "minister"), "pm": ("minister",), "spokeswoman": ("spokesman", "spokesperson", "spokeswoman"), "spokesman": ("spokesman", "spokesperson")}


def named_later(analysis: Analysis, mention: Mention, role_of: Callable[[Entity], str | None], *, definite: bool) -> Entity | None:
    """Return the one person named after a description whose office it is."""
    if not mention.person or mention.plural or mention.head.child("appos") is not None:
        return None
    owner = mention.head.child("poss")
    of_one = owner is not None and owner.tag != "PRP$"  # "Gabon's president", "the city's mayor", who is one only
    found = _by_role(analysis, mention, role_of, definite=definite or of_one) if mention.head.child("relcl") is None and (owner is None or of_one) else None
    return found or _named_next(analysis, mention, definite=definite) or _told_next(analysis, mention) or _same_word_next(analysis, mention)


def told_in_full_later(analysis: Analysis, mention: Mention) -> Mention | None:
    """Return the body of a state that a bare word for it means by what the article calls it further down: "talks with the [government] ... the Sri Lankan government"."""
    noun = mention.head.lemma.lower()
    bare = mention.first == mention.last and not any(c.dep not in ("det", "punct", "case") and c.i < mention.head.i for c in mention.head.children)
    if noun not in _STATE_BODIES or mention.person or not bare or mention.head.child("prep", "relcl", "acl", "appos", "conj") is not None:
        return None
    later = [m for m in analysis.mentions if m.first > mention.last and m.head.lemma.lower() == noun and " " in m.name]
    fuller = [(m, country) for m in later if (country := (m.country if _is_only_of_state(m) else None) or _state_in_name(analysis, m))]
    return fuller[0][0] if fuller and len({country for _, country in fuller}) == 1 else None


def _state_in_name(analysis: Analysis, body: Mention) -> str | None:
    """Return the country of the state that a body's words end with: "the Government of [Zimbabwe]"; none where they say more."""
    noun, of, land = body.name.partition(" of ")
    if not of or " " in noun or body.head.child("appos", "relcl", "acl") is not None:
        return None
    state = next((m for m in analysis.mentions if m.rule == "lexicon-name" and m.sector == "GOV" and m.name.casefold() == land.casefold().removeprefix("the ")), None)
    return state.country if state is not None else body.country


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
    nouns, led = set(_SYNONYMS.get(noun, (noun,))), _led(analysis, mention, noun)
    here, last = mention.head.sent.i, len(analysis.sentences) if definite else mention.head.sent.i + _NEXT
    bearers: list[Entity] = []
    heads: list[Entity] = []
    for entity in analysis.entities:
        named = [m for m in entity.mentions if m.kind == "name"] if entity.person else []
        if not named or not here < min(m.head.sent.i for m in named) <= last:
            continue  # looked at before his offices, which cost more to look up
        role = {w for r in (role_of(entity), *(m.role for m in entity.mentions)) for w in fold(r or "")}
        gone = _NO_LONGER & (role | {c.lower for m in named for c in m.head.children})  # "ex-president Sow" is not "Gabon's president"
        if role & (nouns | led) and not gone - set(fold(mention.name)) and not (noun in _PRIME and "prime" not in role) and _fits(analysis, mention, entity, role):
            (bearers if role & nouns else heads).append(entity)
    bearers = bearers or heads
    if len(bearers) > 1 and definite:  # several of one office: who is named in the next sentence of the story
        follows = next((x for x in analysis.sentences[here + 1 :] if x.block.kind == "paragraph"), None)
        bearers = [e for e in bearers if follows is not None and any(m.head.sent is follows and m.kind == "name" for m in e.mentions)]
    return bearers[0] if len(bearers) == 1 else None


def _fits(analysis: Analysis, mention: Mention, entity: Entity, role: set[str]) -> bool:
    """Whether the words beside a description do not tell of somebody else: another state, another body."""
    known = role | {w for m in entity.mentions if m.affiliation for w in (*fold(m.affiliation), initials(m.affiliation))}
    if (_LOWER & set(fold(mention.name))) - known:
        return False  # "the Vice President" is no president
    return not any(_tells_of_another(analysis, word, mention.head, entity, known) for word in mention.head.children)


def _tells_of_another(analysis: Analysis, word: Token, office: Token, entity: Entity, known: set[str]) -> bool:
    """Whether a word beside an office says that it is not that of somebody of whose role and body some words are known."""
    countries = {m.country for m in entity.mentions if m.country}
    land = land_of(analysis, word.child("pobj") if word.dep == "prep" and word.lower == "of" else word if word.dep == "poss" else None)
    if land is not None:
        return bool(countries) and land not in countries  # "the president of Chad", "Chad's president" is no Gabonese president
    named = word.child("pobj") if word.dep == "prep" else word
    if named is not None and _is_of_body(analysis.mention_at.get(named.i), entity):
        return False  # "the leader of the Omega Front" after "OF leader Omar Sow"
    if word.dep == "poss":
        return not set(fold(word.text)) <= known and word.lemma.lower() not in _OWN_LAND
    if word.dep == "prep" and word.lower in ("of", "for") and word.i > office.i:
        return not {w for t in word.subtree() if t.pos in ("NOUN", "PROPN") for w in fold(t.text)} <= known  # "the Secretary of Defense" is no press secretary
    if word.i > office.i or word.dep not in ("amod", "compound", "nmod"):
        return False
    other = analysis.mention_at.get(word.i)
    if other is not None and other.country is not None:
        return bool(countries) and other.country not in countries
    return (word.dep != "amod" or word.lower in _OF_OFFICES) and word.lower not in _PLAIN and not set(fold(word.text)) <= known


def _is_of_body(body: Mention | None, entity: Entity) -> bool:
    """Whether a name is, under whichever of its names, that of the body that somebody is said to serve."""
    if body is None or body.kind != "name" or not body.entities:
        return False
    called = {m.name for m in body.entities[0].mentions}
    return any(m.affiliation in called for m in entity.mentions if m.affiliation)


def _led(analysis: Analysis, mention: Mention, noun: str) -> frozenset[str]:
    """Return the offices that a wider word for a head may mean: "the defence chief" a minister, "the country's leader" a president; none for "the leader"."""
    owner = mention.head.child("poss")
    if noun in _RULERS and owner is not None and (owner.lemma.lower() in _LANDS or land_of(analysis, owner) is not None):
        return _OF_RULERS
    told = any(c.dep in ("compound", "nmod", "poss") or (c.dep == "prep" and c.lower == "of") for c in mention.head.children)
    return _HEADS_TOO if noun in _WIDE and told else frozenset()


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
    suffers = _is_acted_on(about) or (about is not mention.head and about.lemma in _CASES and about.dep in ("nsubj", "pobj"))
    acts = not definite and mention.head.dep == "nsubj" and not _acts_on_person(analysis, mention)
    if here >= _LEAD or (about.head.dep != "ROOT" and about.lemma not in _CASES) or not (suffers or acts) or _is_beside_another(analysis, mention):
        return None
    for sentence in analysis.sentences[here + 1 : _LEAD]:
        if sentence.block.kind not in ("paragraph", "list"):
            continue
        if (person := _aged(sentence) or (_bare(sentence) if suffers else None)) is not None:
            entity = person.entities[0]
            return entity if is_first_named(entity, sentence) else None
    return None


def _told_next(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the only person whom the first sentences name as doing or suffering what a headline tells of one unnamed: "Militia chief killed in Jos\n... killed Omar Sow"."""
    noun = mention.head
    verb = noun.head if noun.dep in ("nsubj", "nsubjpass", "dobj") else noun.child("acl")
    headline = noun.sent.block.kind == "headline"
    if verb is None or not is_verb(verb) or not (headline or any(c.lower in ("a", "an") for c in noun.children)):
        return None
    suffers = noun.dep in ("dobj", "nsubjpass") or verb is not noun.head or verb.tag == "VBN"
    if not headline and not suffers:
        return None
    wanted = ("dobj", "nsubjpass") if suffers else ("nsubj",)
    for sentence in analysis.sentences[noun.sent.i + 1 : noun.sent.i + (3 if headline else 4)]:
        again = next((m for m in sentence.mentions if headline and m.kind == "description" and m.apposed is None and m.head.lemma == noun.lemma and m.head.child("det") is not None), None)
        if again is not None:
            return _told_next(analysis, again)  # the first sentence says a headline again
        told: dict[int, Mention] = {}
        for name in (m for m in sentence.mentions if m.kind == "name" and m.person and m.entities):
            place = name.head.head if name.head.dep == "appos" else name.head
            if place.dep in wanted and _is_same_deed(place.head, verb, headline=headline) and (headline or _is_called_so(analysis, mention, name)):
                told[id(name.entities[0])] = name
        if told:
            entity = next(iter(told.values())).entities[0]
            return entity if len(told) == 1 and is_first_named(entity, sentence) else None
    return None


def _same_word_next(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the only person whom the next sentences name, and do not only quote, with the word of a description: "Police beat [a journalist]. ... journalist Omar Sow was held"."""
    noun = mention.head
    if not any(c.lower in ("a", "an") for c in noun.children) or noun.dep in ("attr", "oprd", "appos", "npadvmod") or (noun.dep == "pobj" and noun.head.lower == "as"):
        return None
    found: dict[int, Mention] = {}
    for sentence in analysis.sentences[noun.sent.i + 1 : noun.sent.i + 1 + _NEXT]:
        for name in sentence.mentions:
            if name.kind == "name" and name.person and name.entities and noun.lemma.lower() in fold(name.role or "") and not (name.head.dep == "nsubj" and speaks(name.head.head)):
                found.setdefault(id(name.entities[0]), name)
    if len(found) != 1:
        return None
    name = next(iter(found.values()))
    if mention.country is not None and name.country not in (None, mention.country):
        return None
    return name.entities[0] if is_first_named(name.entities[0], name.head.sent) else None


def _is_same_deed(verb: Token, told: Token, *, headline: bool) -> bool:
    """Whether two verbs tell of one deed: the same, or both of hurting, or of seizing somebody (a headline may tell of one jailed and one detained)."""
    also = any(c.lower in ("also", "separately") for c in verb.children)
    return not also and (verb.lemma == told.lemma or any({verb.lemma, told.lemma} <= deeds for deeds in ((_HURTING,) if headline else (_HURTING, _SEIZING))))


def _is_called_so(analysis: Analysis, mention: Mention, name: Mention) -> bool:
    """Whether what somebody is named with is what a description says, or nothing: "arrested a lawyer ... arrested the lawyer Omar Sow"."""
    role = words_of_office(analysis, name)
    return not role or bool(role & set(fold(mention.name)))


def _is_acted_on(token: Token) -> bool:
    """Whether a word is what a verb does something to: "jailed [an editor]", in a headline too: "[Editor] jailed"."""
    done = token.dep == "nsubj" and any(c.dep == "acl" and c.tag == "VBN" for c in token.children)  # "an editor jailed for libel walked free"
    done = done or (token.dep == "nsubj" and token.head.lemma in _UNDERGOING)  # "a student pleaded guilty"
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
    """Return who stands in a sentence with an age between commas, or before the name: "28-year-old Omar Sow"."""
    first = sentence.tokens[0].i
    for name in sentence.mentions:
        after = sentence.tokens[name.last + 1 - first : name.last + 9 - first]
        if after[1:2] and after[1].lower in ("aka", "a.k.a."):  # "Omar Sow, aka Abu Omar, 28, ..."
            after = after[next((i for i, t in enumerate(after) if i and t.text == ","), 0) :]
        aged = len(after) > 2 and after[0].text == after[2].text == "," and after[1].text.isdigit() and 14 <= int(after[1].text) <= 99
        if aged or any(c.lower == "old" and c.i < name.head.i for c in name.head.children):
            against = name.head.dep == "pobj" and name.head.head.lower == "against"
            return name if _is_new(name) and (name.first == first or name.head.dep in ("dobj", "nsubj", "nsubjpass") or against) else None
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
