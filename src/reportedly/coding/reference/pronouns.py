"""Pronouns: whom "he", "it" and "they" mean; a helper of linking.py.

The first of the candidates (candidates.py) that fits in number, person and gender and is not told of otherwise in the same clause.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.grammar.clauses import logical_subject
from reportedly.coding.grammar.syntax import SUBJECTS, conjuncts, counted, is_below, is_verb
from reportedly.coding.reference.candidates import likeliest_first
from reportedly.coding.reference.gender import contradicts, gender_of
from reportedly.coding.reference.last_speaker import spoke_last
from reportedly.coding.reference.preferences import is_preferred, same_again
from reportedly.coding.reference.ruled_out import is_place_word, ruled_out
from reportedly.coding.reference.walking import CLAUSES, WINDOW, is_subject, walk_back
from reportedly.lexicons.word_lists import word_list

_BIDS = word_list("pronouns.bids")
_GIVING = word_list("giving_help")
_HELPING = word_list("helping")
_WATERS = word_list("waters")
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
_TO_OTHERS = frozenset({"of", "to", "for", "against", "by", "from", "on", "with", "at", "into"})
_OF_ACTS = frozenset({"of", "for", "against", "on", "into"})  # "killed two of them", "demanded a ransom for them"
MEETING = word_list("pronouns.meeting")
_CONFERRING = word_list("pronouns.conferring")
_RECEIVING = word_list("pronouns.receiving")
_TAKING = word_list("taking_ground")
_TOWNS = word_list("towns")
_OF_PAPERS = word_list("pronouns.of_papers")
_SUFFERED = word_list("undergone")
_UNDERGOING = word_list("pronouns.undergoing")
_HARMING = word_list("harming")
_UNARMED = word_list("pronouns.unarmed")
_TAKEN_DOWN = word_list("pronouns.taken_down")  # what "we" do to "them"
_NAMING = word_list("pronouns.naming")
_VOICING = word_list("pronouns.voicing")
_ATTITUDES = word_list("pronouns.attitudes")


def _without_preposition(pronoun: Token) -> Token:
    """Return what a pronoun hangs on, above a preposition: "[gave] arms to them", "[detained] four of them", whom others did it to."""
    clause = pronoun.head
    if pronoun.dep != "pobj" or clause.lower not in _TO_OTHERS:
        return clause
    above = clause.head
    if above.dep not in ("dobj", "pobj") or clause.lower not in _OF_ACTS:
        return above
    return above.head.head if above.dep == "pobj" else above.head  # "asked for a fine for her"


def antecedents(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return whom a third-person pronoun means: the nearest fitting actor, subjects before others."""
    clause = mention.head.head
    governor = clause.head if mention.head.dep in ("nsubj", "nsubjpass") and clause.dep in ("ccomp", "xcomp") and mention.name.lower() in ("them", "him", "her") else clause  # "ordered them to leave", "had him arrested"
    clause = _without_preposition(mention.head)
    if (at_once := _told_at_once(analysis, mention, clause)) is not None:
        return at_once
    others = ruled_out(analysis, mention)
    candidates = [m for m in _without_ours(likeliest_first(analysis, mention, clause), mention, clause) if id(m.entities[0]) not in others]
    doers = {t.i for d in logical_subject(clause) for t in (d, *counted(d))} if is_verb(clause) else set()
    themselves = {id(e) for i in doers if (m := analysis.mention_at.get(i)) is not None for e in m.entities}
    state: list[Entity] = []
    aside: list[Entity] = []
    perhaps: list[Entity] = []
    beside = {id(e) for m in mention.head.sent.mentions if (m.person and _is_beside_subject(m.head, clause)) or _is_said_which(m.head, clause) for e in m.entities}
    for other in candidates:
        if _is_out_of_question(analysis, mention, other, clause) or (mention.head.dep == "nsubj" and id(other.entities[0]) in beside):
            continue  # "With the Prime Minister, he discussed"
        entity = other.entities[0]
        if mention.person is True and _is_one_of_them(other.head) and not (mention.head.tag != "PRP$" and other.head.head.head.head is clause):
            return list(other.entities)
        if mention.person is True and (not (entity.person or other.person) or contradicts(analysis, mention, entity)):
            if _may_be_person(other, entity):
                perhaps = perhaps or list(other.entities)
            continue
        if mention.person is False and not _may_be_it(analysis, other, mention.head):
            continue
        if mention.head.dep == "dobj" and other.head.i < mention.head.i and not (mention.plural and other.plural) and _is_within(other.head, clause):
            aside = aside or list(other.entities)
            continue  # "the officers led by Ali overthrew him": rather somebody told of before
        acts = other.head.i in doers or all(id(e) in themselves for e in other.entities)
        if (acts and mention.head.dep in ("dobj", "dative", "pobj")) or _is_other_party(mention, other, (clause, governor)):
            continue  # "sued the minister, accusing him of ...", "The group accused them": not the group
        if mention.person is True and other.head.sent is not mention.head.sent and _is_whoever(other):
            state = state or list(other.entities)
            continue
        if mention.plural and mention.person is None:
            found, firm = _meant_by_they(analysis, mention, other)
            state = state or found
            if not firm:
                continue
            return found
        if mention.person is True and len(other.entities) > 1:  # "They talked, and [he] invited him": the one who called, and the other one
            return next(([e] for e in other.entities if id(e) not in themselves and not contradicts(analysis, mention, e)), [])
        return _settled(analysis, mention, other, candidates)
    if state and mention.head.dep == "dobj" and any(t.tag == "NNS" and t.dep == "dobj" and t.i < mention.head.i and t.i not in analysis.mention_at for t in mention.head.sent.tokens):
        return []  # "Oslo criticised the strikes, while Riga backed them": the strikes
    return state or aside or perhaps or _who_spoke_last(analysis, mention)


def _told_at_once(analysis: Analysis, mention: Mention, clause: Token) -> list[Entity] | None:
    """Return whom a pronoun means by its own clause, nobody where it means a thing; None where those before are to be weighed: "Omar gave [himself] up", "[It] was Omar who"."""
    if mention.person is False and mention.head.dep == "dobj" and mention.head.head.lemma in _TAKING and _town_before(analysis, mention.head):
        return []
    if mention.name.lower() in _SELVES and mention.head.dep in ("dobj", "dative", "pobj") and (same := next((m for t in logical_subject(clause) if (m := analysis.mention_at.get(t.i)) is not None and m.entities), None)) is not None:
        return list(same.entities)  # "Omar gave [himself] up"
    if mention.person is False and (_is_cleft(mention.head) or _is_paper(mention, clause) or _means_a_thing(analysis, mention.head, clause)):
        return []
    if mention.person is False and (helped := _who_is_given(analysis, mention)):
        return helped
    if not mention.person and (just_before := _just_before(analysis, mention) if mention.head.tag == "PRP$" else _saying_so(analysis, mention) or _who_conferred(analysis, mention, clause)):
        return just_before
    return None


def _who_is_given(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return to whom somebody gives what is to help "it" or one of "its": "sent trainers to [Chad] to help its army", "gave [Chad] radios to help it"."""
    helping = mention.head.head if mention.head.tag != "PRP$" or mention.head.head.dep != "dobj" else mention.head.head.head
    helping = helping.head if helping.dep == "ccomp" else helping
    giving = helping.head
    if helping.dep != "advcl" or helping.tag != "VB" or helping.lemma not in _HELPING or giving.lemma not in _GIVING or giving.i > helping.i:
        return []
    to = [*giving.children, *(c for t in giving.children if t.dep == "dobj" for c in t.children)]
    goals = [t for c in to if c.dep in ("prep", "dative") and c.lower == "to" for t in c.children if t.dep == "pobj"]
    given = [t for t in giving.children if t.dep == "dative" or (t.dep == "dobj" and any(c.lower == "with" for c in to))]
    return next((list(m.entities) for t in (*given, *goals) if t.i < helping.i and (m := analysis.mention_at.get(t.i)) is not None and m.entities and not m.person and not m.plural), [])


def _is_one_of_them(token: Token) -> bool:
    """Whether a word says of whom one is meant: "One of [them] was freed. He said ..."; but "One of his [men] was killed and he fled"."""
    return token.dep == "pobj" and token.child("poss") is None and token.head.lower == "of" and token.head.head.lower in ("one", "another") and is_subject(token.head.head)


def _is_out_of_question(analysis: Analysis, mention: Mention, other: Mention, clause: Token) -> bool:
    """Whether a pronoun cannot go back to a mention by how that is told of: "[Red Cross] workers said they ..." goes back to the workers."""
    if not _is_told_as_actor(other) or (other.head.sent is mention.head.sent and _is_after_opening_noun(mention.head)):
        return True
    if mention.head.dep == "nsubj" and clause.lemma in _HARMING and _is_unarmed(mention, other):
        return True
    whole = analysis.mention_at.get(other.head.head.i) if mention.plural and other.head.dep in ("compound", "amod") else None
    return whole is not None and whole.plural


def _is_other_party(mention: Mention, other: Mention, verbs: tuple[Token, Token]) -> bool:
    """Whether somebody is told of as another party of what a pronoun does or suffers: "working with [soldiers], they ...", "[Ali] met him"; or whose the thing cannot be."""
    if mention.head.tag == "PRP$":
        return _is_of_others(mention.head, other)
    return is_before_its_subject(other.head, mention.head) or (other.head.head in verbs and other.head.dep in ("nsubj", "nsubjpass", "dobj", "pobj"))


def _settled(analysis: Analysis, mention: Mention, other: Mention, candidates: list[Mention]) -> list[Entity]:
    """Return whom a singular pronoun means that may go back to a mention: those, or somebody whom the article rather tells of."""
    if mention.person is True and not is_preferred(analysis, mention, other) and (known := _of_known_gender(analysis, mention, other, candidates)) is not None:
        return list(known.entities)
    if _is_thing_before(analysis, mention, other):
        return []
    return [hero] if (hero := _hero(analysis, mention, other, candidates)) is not None else list(other.entities)


def _who_spoke_last(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the person for whom a "he" that speaks stands though nobody near can be meant."""
    far = spoke_last(analysis, mention.head) if mention.person else []
    return next((m.entities[:1] for m in far if not contradicts(analysis, mention, m.entities[0])), [])


def _saying_so(analysis: Analysis, they: Mention) -> list[Entity]:
    """Return those who say something of themselves in the same word: "They say [they] were beaten"."""
    said = [m for i in same_again(they.head) if they.head.dep != "dobj" and (m := analysis.mention_at.get(i)) is not None]
    return list(said[0].entities) if said else []


def _is_beside_subject(token: Token, verb: Token) -> bool:
    """Whether a word is acted on or spoken to by a verb, so that it is not its subject: "He thanked [Abe]", "With the [premier], he discussed"."""
    return (token.dep in ("dobj", "dative") and token.head is verb) or (token.dep == "pobj" and token.head.lower in _TO_OTHERS and token.head.head is verb)


def _is_said_which(token: Token, clause: Token) -> bool:
    """Whether a clause with a subject of its own only says which ones a word means, who are then not that subject: "the police and [officials], whom they accuse"."""
    if clause.dep != "relcl" or token.i > clause.i:
        return False
    return clause.head is token or any(t is token for t in conjuncts(clause.head)) or (clause.head.dep == "conj" and clause.head.head is token)


def _who_voices(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return who voices an attitude, which is his own: "condemned Moscow and reiterated [their] support for Georgia"."""
    thing, verb = mention.head.head, mention.head.head.head
    if thing.dep != "dobj" or thing.lemma not in _ATTITUDES or verb.lemma not in _VOICING or not is_verb(verb):
        return []
    heads = (n for t in logical_subject(verb) for n in (t, *(c for c in t.children if c.dep == "compound" and t.i not in analysis.mention_at)))  # "[ambassadors] meeting in Oslo condemned"
    found = [e for n in heads if (m := analysis.mention_at.get(n.i)) is not None and m.kind != "pronoun" for e in m.entities]
    return found if len(found) > 1 or (found and not found[0].person) else []


def _may_be_person(other: Mention, entity: Entity) -> bool:
    """Whether what is not known for a person may be one: "[a coach] was held because he ...", "[Obasanjo] met Kagame", whose name the recogniser took for a body's."""
    if other.kind == "description":
        return other.person is None and not entity.person and other.head.tag == "NN"
    unknown = other.kind == "name" and other.entry is None and other.first == other.last and other.rule in ("loose", "ORG") and not other.name.isupper()
    return unknown and other.head.dep in SUBJECTS and other.head.head.dep == "ROOT"


def _who_conferred(analysis: Analysis, they: Mention, clause: Token) -> list[Entity]:
    """Return the two who met, where no others did anything since: "met the premier and thanked him for hosting refugees. [They] agreed ..."."""
    if not they.plural or they.person is not None or they.head.dep != "nsubj" or clause.lemma not in _CONFERRING:
        return []
    for other in walk_back(analysis, they, WINDOW):
        if other.head.dep not in SUBJECTS or not other.entities:
            continue
        if other.plural or other.head.child("conj") is not None:
            return []
        if (met := met_by(analysis, other)) is not None:
            return [*other.entities, *met.entities]
    return []


def _is_unarmed(they: Mention, other: Mention) -> bool:
    """Whether who did harm is hardly meant: "The war displaced two million [people]. They bombed our markets"."""
    return other.kind == "description" and other.head.lemma in _UNARMED and other.head.sent is not they.head.sent


def _may_be_it(analysis: Analysis, other: Mention, pronoun: Token) -> bool:
    """Whether a mention is one body, no person and no mere place."""
    if _is_one_of_several(analysis, other, pronoun) or is_where(other) or other.rule in ("place", "lexicon-people") or other.entities[0].person or other.person:
        return False
    return not other.plural or other.rule == "lexicon-name"


def _is_thing_before(analysis: Analysis, mention: Mention, other: Mention) -> bool:
    """Whether "it", at the head of a sentence, is rather the thing the one before was about than a body in a phrase of that: "The pact was to end the boycott of [parliament]. It called for ..."."""
    if mention.name.lower() != "it" or mention.head.dep != "nsubj" or mention.head is not mention.head.sent.tokens[0] or other.head.dep != "pobj" or other.head.sent.i != mention.head.sent.i - 1:
        return False
    root = other.head.sent.root
    subject = root.child("nsubj", "nsubjpass")
    return root.lemma == "be" and subject is not None and subject.tag in ("NN", "NNP") and subject.i not in analysis.mention_at


def _without_ours(candidates: list[Mention], mention: Mention, clause: Token) -> list[Mention]:
    """Return who is left where a pronoun can be none of ours: "Our guards were resting. [They] fired at our boats"."""
    return [m for m in candidates if not any(c.lower == "our" for c in m.head.children)] if _does_to_us(mention, clause) else candidates


def _does_to_us(mention: Mention, clause: Token) -> bool:
    """Whether a pronoun does something to "us" or ours, or is what "we" destroy: then it is none of ours."""
    if mention.head.dep == "nsubjpass":
        return mention.plural and clause.lemma in _TAKEN_DOWN
    return mention.head.dep == "nsubj" and any(c.dep in ("dobj", "dative") and (c.lower == "us" or any(g.lower == "our" for g in c.children)) for c in clause.children)


def _is_cleft(it: Token) -> bool:
    """Whether "it" only puts another word first: "[It] is Chad that has closed the border"."""
    be = it.head
    if it.lower != "it" or it.dep != "nsubj" or be.lemma != "be" or be.child("attr") is None:
        return False
    clauses = [c for n in (be, be.child("attr")) if n is not None for c in n.children if c.dep in ("ccomp", "relcl", "advcl") and c.i > it.i]
    return any(c.child("nsubj", "nsubjpass") is not None and c.child("nsubj", "nsubjpass").lower in ("that", "who", "which") for c in clauses)  # type: ignore[union-attr]


def _is_paper(mention: Mention, verb: Token) -> bool:
    """Whether "it" is a treaty or a law by what is done to it: "protested against the treaty, and [it] was never ratified"."""
    return mention.name.lower() == "it" and mention.head.dep in ("nsubjpass", "dobj") and verb.lemma in _OF_PAPERS


def _is_of_others(pronoun: Token, other: Mention) -> bool:
    """Whether whose the thing is cannot be who brings it about or speaks of it: "negotiated [their] release", "would not comment on [their] arrest"."""
    thing = pronoun.head
    verb = thing.head.head if thing.dep == "pobj" and thing.head.lower == "on" else thing.head
    return thing.lemma in _SUFFERED and is_verb(verb) and thing.dep in ("dobj", "pobj") and verb.lemma not in _UNDERGOING and other.head.sent is pronoun.sent and any(t is other.head for t in logical_subject(verb))


def _hero(analysis: Analysis, mention: Mention, other: Mention, candidates: list[Mention]) -> Entity | None:
    """Return whose life is told, rather than somebody only described in it: "The premier promoted him. In 2017 [he] refused ..."."""
    if mention.person is not True or other.kind != "description" or other.head.sent is mention.head.sent:
        return None
    hero = _told_of(analysis)
    return hero if hero is not None and hero is not other.entities[0] and not contradicts(analysis, mention, hero) and any(hero in m.entities for m in candidates) else None


def _told_of(analysis: Analysis) -> Entity | None:
    """Return the person whose life an article tells, by how it opens: "Omar Said (born 1964) is a politician"."""
    first = next((s for s in analysis.sentences if s.block.kind == "paragraph"), None)
    verb = next((t for t in first.tokens if t.dep == "ROOT" and t.lemma == "be"), None) if first is not None else None
    subject = verb.child("nsubj") if verb is not None and verb.child("attr") is not None else None
    mention = analysis.mention_at.get(subject.i) if subject is not None else None
    return mention.entities[0] if mention is not None and mention.kind == "name" and len(mention.entities) == 1 and mention.entities[0].person else None


def _is_told_as_actor(other: Mention) -> bool:
    """Whether a mention tells of somebody to whom a pronoun can go back at all."""
    if other.rule == "lexicon-adjective" or (other.rule == "lexicon-capital" and other.head.dep == "compound") or not other.entities or other.head.dep == "amod":
        return False
    if other.kind == "description" and any(c.lower == "no" and c.dep == "det" for c in other.head.children):
        return False  # "no group said it was behind the attack"
    if other.kind == "description" and (other.head.dep in ("oprd", "attr") or (other.head.dep == "dobj" and other.head.head.child("dative") is not None and other.head.head.lemma in _NAMING)):
        return False  # "designated him a terrorist": no new actor
    if other.kind == "description" and other.head.tag == "NN" and other.head.dep == "pobj" and other.head.head.lower == "as" and not any(c.dep in ("det", "poss") for c in other.head.children):
        return False  # "As president he banned the unions"
    return not (other.head.dep == "pobj" and other.head.head.lower == "as" and other.head.head.head.lemma in _NAMING)  # "listed him as a Designated Terrorist"


def _is_within(token: Token, verb: Token) -> bool:
    """Whether a word stands in a clause that only says who the subject of a verb is: "the officers led by [Ali] overthrew"."""
    for _ in range(CLAUSES):
        if token.dep in ("acl", "relcl"):
            return token.head.dep in ("nsubj", "conj") and token.head.head is verb
        if token.head is token:
            return False
        token = token.head
    return False


def _of_known_gender(analysis: Analysis, pronoun: Mention, first: Mention, candidates: list[Mention]) -> Mention | None:
    """Return another person of the same sentence of whom the article says what the pronoun says, where it says nothing of the likeliest: "Chris Doe called Ann Roe a fraud after [she] left"."""
    if gender_of(analysis, first.entities[0]) is not None:
        return None
    said = "he" if pronoun.name.lower() in ("he", "him", "his") else "she"
    told_of = pronoun.head.head.head if pronoun.head.head.dep == "relcl" else pronoun.head.head  # "dismissed the premier, whom [he] accused"
    others = [m for m in candidates if m.head is not told_of and m.head.head is not pronoun.head.head and m.head.sent is pronoun.head.sent and m.kind == "name" and (m.person or m.entities[0].person) and m.entities[0] is not first.entities[0]]
    fitting = [m for m in others if gender_of(analysis, m.entities[0]) == said]
    return fitting[0] if first.head.sent is pronoun.head.sent and fitting and len({id(m.entities[0]) for m in fitting}) == 1 else None


def _is_whoever(other: Mention) -> bool:
    """Whether a description means nobody yet, only whoever there may be: "let the party name [a successor]", "[a judge] may refuse"."""
    if other.kind != "description" or not any(c.dep == "det" and c.lower in ("a", "an", "any", "every") for c in other.head.children):
        return False
    verb = other.head.head
    for _ in range(3):
        if is_verb(verb) or verb.head is verb:
            break
        verb = verb.head
    return verb.tag == "VB"


def _meant_by_they(analysis: Analysis, mention: Mention, other: Mention) -> tuple[list[Entity], bool]:
    """Return whom "they" may mean at a mention before it, and whether it means them rather than somebody further back."""
    if mention.head.dep == "nsubj" and (met := met_by(analysis, other)) is not None:
        return [*other.entities, *met.entities], True  # "the minister met the envoy. They agreed ..."
    plural = _plural(analysis, other)
    if not plural or (other.rule in ("lexicon-name", "lexicon-capital") and other.head.dep == "pobj" and other.head.head.lower in ("to", "into", "from", "in") and len(plural) == 1):
        return [], False  # "fled to Chad, where soldiers gave them food": not the state
    # a state, or a body that did nothing, is "it" rather than "they"
    return plural, not (len(plural) == 1 and other.rule in ("lexicon-name", "lexicon-capital") and not other.plural and (other.sector == "GOV" or not is_subject(other.head)))


def _town_before(analysis: Analysis, it: Token) -> bool:
    """Whether "it" may be a town: the last thing before it that is one, nearer than any body but the subject of its clause: "gave the town a week, then shelled [it]"."""
    for sentence in analysis.sentences[max(0, it.sent.i - 1) : it.sent.i + 1][::-1]:
        for token in reversed(sentence.tokens):
            if token.i >= it.i:
                continue
            other = analysis.mention_at.get(token.i)
            if token.lemma.lower() in _TOWNS or (other is not None and other.rule == "place"):
                return True
            if other is not None and other.entities and not other.plural and not other.person and other.kind == "name" and token.head is not it.head:
                return False
    return False


def is_before_its_subject(token: Token, pronoun: Token) -> bool:
    """Whether a word stands in a clause set before the one whose subject a pronoun is, which is then the subject of both."""
    if pronoun.dep not in ("nsubj", "nsubjpass") or token.i > pronoun.i:
        return False
    while token.head is not token and token.head is not pronoun.head:
        token = token.head
    return token.head is pronoun.head and token.dep in ("advcl", "prep") and (is_verb(token) or token.child("pcomp") is not None) and not any(c.dep in SUBJECTS for c in token.children)


def _is_after_opening_noun(pronoun: Token) -> bool:
    """Whether the words before a subject only say what he is, who was told of before: "A sergeant in the guard of the king, [he] ..."."""
    first = pronoun.sent.tokens[0]
    if pronoun.dep not in ("nsubj", "nsubjpass") or pronoun.i - first.i < 2 or first.tag not in ("DT", "NN", "JJ") or (first.lower not in ("a", "an", "the") and first.tag == "DT"):
        return False
    before = pronoun.sent.tokens[: pronoun.i - first.i]
    return before[-1].text == "," and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") or t.lower in ('"', "while", "when", "as", "after", "before") for t in before)


def is_where(other: Mention) -> bool:
    """Whether a name only says where: "in Quito", "near Dori"."""
    return is_place_word(other.head)


def _is_one_of_several(analysis: Analysis, other: Mention, pronoun: Token) -> bool:
    """Whether a mention is coordinated with another actor, so that no singular "it" goes back to it."""
    joined = [c for c in other.head.children if c.dep == "conj" and c.i in analysis.mention_at]
    if joined and any(is_below(pronoun, c) for c in joined):
        joined = []  # "the militia and those who help [it]"
    return other.head.dep == "conj" or bool(joined)


def _just_before(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the actors right before "in their ...", "including its ...": "support for the rebels in their fight"."""
    prep = mention.head.head.head
    if voicing := _who_voices(analysis, mention):
        return voicing
    if mention.head.head.dep == "pobj" and prep.lower == "including" and (owner := prep.head.child("poss")) is not None and (whose := analysis.mention_at.get(owner.i)) is not None and not whose.person:
        return list(whose.entities)  # "Chad's rule, including its raids"
    if mention.head.head.dep != "pobj" or prep.lower != "in" or prep.i == 0:
        return []
    other = next((m for m in mention.head.sent.mentions if m.last == prep.i - 1 and m.entities and not m.person), None)
    if other is not None and other.head.dep == "dobj" and mention.head.head.lemma in _BIDS and other.head.head.lemma not in _HELPING:
        return []  # "shelled the rebels in its bid to take the town": its own
    return (_plural(analysis, other) if mention.plural else list(other.entities)) if other is not None and other.rule != "place" else []


def _means_a_thing(analysis: Analysis, it: Token, clause: Token) -> bool:
    """Whether "it" is the thing its main clause is about: "the mosque was full when it was hit"."""
    if it.lower == "it" and it.dep == "dobj" and clause.dep in ("advcl", "conj") and is_verb(clause.head):
        thing = clause.head.child("dobj")  # "the mayor backed the motion, while the Greens opposed it"
        return thing is not None and thing.tag == "NN" and thing.i < it.i and thing.i not in analysis.mention_at and clause.child("nsubj") is not None
    if it.dep not in ("nsubj", "nsubjpass") or clause.dep not in ("advcl", "conj"):
        return False
    subject = clause.head.child("nsubjpass", "nsubj")
    return subject is not None and subject.i < it.i and subject.tag == "NN" and subject.i not in analysis.mention_at


def _plural(analysis: Analysis, other: Mention) -> list[Entity]:
    """Return the actors "they" may mean at a mention: a plural, a group, or all members of a coordination."""
    if other.kind == "pronoun" and len(other.entities) > 1:
        return list(other.entities)
    first = other.head
    while first.dep == "conj" and first.head.i in analysis.mention_at:
        first = first.head
    conjoined = [m for t in conjuncts(first) if (m := analysis.mention_at.get(t.i)) is not None and m.entities]
    if len(conjoined) > 1 and all(m.rule == "place" and m.head.lower in _WATERS for m in conjoined):
        return []  # "in the Java Sea and the Malacca Strait": nobody
    if len(conjoined) > 1:
        return list(dict.fromkeys(e for m in conjoined for e in m.entities))
    if other.plural or (not other.entities[0].person and other.rule != "place" and other.kind != "pronoun") or (other.kind == "pronoun" and other.plural):
        return list(other.entities)
    return []


def met_by(analysis: Analysis, mention: Mention) -> Mention | None:
    """Return whom the subject of a meeting met: "spoke with [the premier]", "held talks with [her counterpart]", "hosted [the king]"."""
    verb = mention.head.head
    if mention.head.dep != "nsubj" or verb.lemma not in MEETING or mention.plural or not mention.entities:
        return None
    thing = verb.child("dobj")
    above = [verb] if thing is None else [verb, thing]
    others = [g for t in above for c in t.children if c.dep == "prep" and (c.lower == "with" or (c.lower == "to" and verb.lemma not in _RECEIVING)) for g in c.children if g.dep == "pobj"]
    met = [m for t in ([thing] if thing is not None else []) + others if (m := analysis.mention_at.get(t.i)) is not None and m.entities and m.rule != "place" and not m.plural]
    return met[0] if len(met) == 1 and met[0].entities[0] not in mention.entities and met[0].head.child("conj") is None else None
