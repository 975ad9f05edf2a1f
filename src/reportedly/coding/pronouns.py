"""Pronouns: whom "he", "it" and "they" mean; a helper of linking.py.

The nearest fitting actor before them, subjects before others; and the walk backwards through an article's mentions that descriptions take too.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.clauses import logical_subject, surface_subject
from reportedly.coding.gender import contradicts, gender_of
from reportedly.coding.last_speaker import put_last_speaker_first
from reportedly.coding.syntax import SUBJECTS, climb_partitive, conjuncts, counted, is_verb
from reportedly.lexicons.word_lists import word_list

WINDOW = 3  # sentences a pronoun looks back
FAR = 30  # sentences a description looks back
_TO_OTHERS = frozenset({"of", "to", "for", "against", "by", "from", "on", "with", "at"})
_CLAUSES = 5  # clauses above a pronoun's own that are looked at
_WHERE = frozenset({"near", "in", "at", "outside", "around", "inside", "off"})
MEETING = word_list("pronouns.meeting")
_RECEIVING = frozenset({"welcome", "receive", "host"})  # "welcomed the minister to Riyadh"
_JUDGING = word_list("pronouns.judging")
_BECAUSE = frozenset("for over in because after following about due owing".split())
_CURBS = word_list("pronouns.curbs")
_BREAKING = word_list("pronouns.breaking")
_TAKING = word_list("pronouns.taking")
_TOWNS = word_list("pronouns.towns")
_OF_PAPERS = word_list("pronouns.of_papers")
_SUFFERED = word_list("pronouns.suffered")
HARMING = word_list("pronouns.harming")
_UNARMED = word_list("pronouns.unarmed")
_TAKEN_DOWN = frozenset({"wipe", "crush", "destroy", "defeat", "annihilate", "punish", "kill", "expel"})  # what "we" do to "them"
_NAMING = word_list("pronouns.naming")
_REPLYING = word_list("pronouns.replying")
_ASKING = word_list("pronouns.asking")
HURTING = word_list("pronouns.hurting")


def walk_back(analysis: Analysis, mention: Mention, sentences: int = FAR) -> Iterator[Mention]:
    """Yield the mentions before one, nearest sentence first; inside a sentence subjects first (of earlier sentences the main one), then the nearest."""
    here = mention.head.sent.i
    for i in range(here, max(-1, here - sentences - 1), -1):
        found = [m for m in analysis.sentences[i].mentions if m.first < mention.first and m.entities and m.head.sent.block.kind != "dateline"]
        yield from sorted(found, key=lambda m: (i == here or not _is_main_subject(m.head), not _is_subject(m.head), i != here and _is_in_relative(m.head), -m.first))


def _is_subject(token: Token) -> bool:
    while token.dep in ("appos", "conj", "compound") and token.head is not token:
        token = token.head
    token = climb_partitive(token) if token.dep == "pobj" else token
    return token.dep in ("nsubj", "nsubjpass", "csubj") or (token.dep == "pobj" and token.head.dep == "agent")


def _is_main_subject(token: Token) -> bool:
    """Whether a token is what its whole sentence is about, not a clause of it."""
    while token.dep == "compound":
        token = token.head
    token = climb_partitive(token) if token.dep == "pobj" else token  # "Hundreds of [workers] marched"
    return token.dep in ("nsubj", "nsubjpass") and token.head.dep == "ROOT"


def _is_in_relative(token: Token) -> bool:
    """Whether a word stands in a clause that only says who another is: "seized Omar, one of those who had captured [Idris]"."""
    for _ in range(_CLAUSES):
        if token.dep == "relcl":
            return True
        if token.head is token:
            break
        token = token.head
    return False


def _without_preposition(pronoun: Token) -> Token:
    """Return what a pronoun hangs on, above a preposition: "[gave] arms to them", "[detained] four of them", whom others did it to."""
    clause = pronoun.head
    if pronoun.dep != "pobj" or clause.lower not in _TO_OTHERS:
        return clause
    above = clause.head
    return above.head if above.dep in ("dobj", "pobj") and clause.lower == "of" else above


def antecedents(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return whom a third-person pronoun means: the nearest fitting actor, subjects before others."""
    possessive = mention.head.tag == "PRP$"
    clause = mention.head.head
    if mention.person is False and mention.head.dep == "dobj" and clause.lemma in _TAKING and _town_before(analysis, mention.head):
        return []
    governor = clause.head if mention.head.dep == "nsubj" and clause.dep in ("ccomp", "xcomp") and mention.name.lower() in ("them", "him", "her") else clause  # "ordered them to leave"
    clause = _without_preposition(mention.head)
    if mention.person is False and (_is_cleft(mention.head) or _is_paper(mention, clause) or _means_a_thing(analysis, mention.head, clause)):
        return []
    if possessive and not mention.person and (just_before := _just_before(analysis, mention)):
        return just_before
    candidates = _without_ours(_candidates(analysis, mention, clause), mention, clause)
    doers = {t.i for d in logical_subject(clause) for t in (d, *counted(d))} if is_verb(clause) else frozenset()
    themselves = [e for i in doers if (m := analysis.mention_at.get(i)) is not None for e in m.entities]
    state: list[Entity] = []
    aside: list[Entity] = []
    harming = mention.head.dep == "nsubj" and clause.lemma in HARMING
    opening = _is_after_opening_noun(mention.head)
    beside = {id(e) for m in mention.head.sent.mentions if m.first < mention.first and m.person and m.head.dep == "pobj" and m.head.head.lower in _TO_OTHERS and m.head.head.head is clause for e in m.entities}
    for other in candidates:
        if not _is_told_as_actor(other):
            continue
        if harming and other.kind == "description" and other.head.lemma in _UNARMED and other.head.sent is not mention.head.sent:
            continue  # "The war displaced two million people. They bombed our markets"
        if opening and other.head.sent is mention.head.sent:
            continue
        if mention.plural and other.head.dep in ("compound", "amod") and (whole := analysis.mention_at.get(other.head.head.i)) is not None and whole.plural:
            continue  # "Red Cross workers": they are the workers
        entity = other.entities[0]
        if mention.head.dep == "nsubj" and id(entity) in beside:
            continue  # "With the Prime Minister, he discussed": nor is he told of there
        if mention.person is True and (not (entity.person or other.person) or contradicts(analysis, mention, entity)):
            continue
        if mention.person is False and (_is_one_of_several(analysis, other) or is_where(other) or other.rule == "place" or entity.person or other.person or (other.plural and other.rule != "lexicon-name") or other.rule == "lexicon-people"):
            continue
        if mention.head.dep == "dobj" and other.head.i < mention.head.i and _is_within(other.head, clause):
            aside = aside or list(other.entities)
            continue  # "the officers led by Ali overthrew him": rather somebody told of before
        if (mention.head.dep in ("dobj", "dative", "pobj") and (other.head.i in doers or entity in themselves)) or (possessive and _is_of_others(mention.head, other)):
            continue  # "sued the minister, accusing him of ...", "The group accused them": not the group
        if not possessive and (is_before_its_subject(other.head, mention.head) or (other.head.head in (clause, governor) and other.head.dep in ("nsubj", "nsubjpass", "dobj", "pobj"))):
            continue  # "working with soldiers, they ..."; "he" is not the other argument of its own verb
        if mention.person is True and other.head.sent is not mention.head.sent and _is_whoever(other):
            state = state or list(other.entities)
            continue
        if mention.plural and mention.person is None:
            found, firm = _meant_by_they(analysis, mention, other)
            state = state or found
            if not firm:
                continue
            return found
        if mention.person is True and (known := _of_known_gender(analysis, mention, other, candidates)) is not None:
            return list(known.entities)
        if _is_thing_before(analysis, mention, other):
            return []
        return [hero] if (hero := _hero(analysis, mention, other, candidates)) is not None else list(other.entities)
    if state and mention.head.dep == "dobj" and any(t.tag == "NNS" and t.dep == "dobj" and t.i < mention.head.i and t.i not in analysis.mention_at for t in mention.head.sent.tokens):
        return []  # "Oslo criticised the strikes, while Riga backed them": the strikes
    return state or aside


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
    """Whether whose the thing is cannot be who brings it about: "negotiated [their] release"."""
    thing = pronoun.head
    return thing.lemma in _SUFFERED and thing.dep == "dobj" and other.head.sent is pronoun.sent and any(t is other.head for t in logical_subject(thing.head))


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
    for _ in range(_CLAUSES):
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
    return plural, not (len(plural) == 1 and other.rule in ("lexicon-name", "lexicon-capital") and not other.plural and (other.sector == "GOV" or not _is_subject(other.head)))


def _only_says_which(analysis: Analysis, other: Mention) -> bool:
    """Whether a description only says which thing is meant: the "police" of "police station"."""
    return other.kind == "description" and other.head.dep in ("compound", "nmod") and other.head.head.i not in analysis.mention_at


def _candidates(analysis: Analysis, mention: Mention, clause: Token) -> list[Mention]:
    """Return the mentions a pronoun may go back to, the likeliest first."""
    they = mention.plural and mention.person is None
    candidates = [m for m in walk_back(analysis, mention, WINDOW) if not (_is_told_by(m.head, mention.head) or _only_says_which(analysis, m) or (they and _is_told_newsroom(m)))]
    above = {judged.i} if mention.head.tag == "PRP$" and (judged := _judged(mention.head)) is not None else _governing(mention)
    candidates.sort(key=lambda m: m.head.i not in above)
    if mention.plural and mention.person is None:  # "praised the gunners for their loyalty to the Party. They ..."
        several = {id(m.head.sent) for m in candidates if m.plural and m.kind != "pronoun" and m.head.dep in ("dobj", "nsubj", "nsubjpass")}
        candidates.sort(key=lambda m: not m.plural and m.head.dep == "pobj" and m.kind == "name" and id(m.head.sent) in several)
    if _is_counted_sufferer(mention.head):
        _put_sufferers_first(candidates, mention)
    if mention.head.dep == "nsubjpass" and candidates and clause.child("xcomp") is None:  # who is acted on again: "arrested five students. They are accused ..."
        near = candidates[0].head.sent
        candidates.sort(key=lambda m: m.head.sent is not mention.head.sent and m.head.sent is near and not ((_is_acted_on(m.head) or _is_acted_on_next(m.head)) and not _is_in_relative(m.head)))
    if mention.plural and mention.person is None:  # "they" is rather a plural of its own sentence than a body
        candidates.sort(key=lambda m: not (m.head.sent is mention.head.sent and (m.plural or _are_several_doers(m.head)) and m.kind != "pronoun"))
        if clause.dep == "ccomp" and clause.head.tag == "VBP" and mention.head.dep == "nsubj":
            candidates.sort(key=lambda m: m.head.i not in above)  # "the police say [they] have arrested": a body that "say" is "they"
    first = next((m for m in candidates if m.person), None)
    if mention.person and first is not None and _is_of_person(analysis, first):
        candidates.remove(first)  # "kidnapped the father of a footballer": he is the father
        candidates.append(first)
    if mention.head.dep == "nsubj" and (asked := _asked_before(analysis, mention.head)):
        candidates.sort(key=lambda m: not (m.head.sent.i == mention.head.sent.i - 1 and m.head.i in asked))
    if mention.head.dep == "nsubj" and (attacker := _attacker_before(analysis, mention)) is not None:
        candidates.sort(key=lambda m: m is not attacker)
    put_last_speaker_first(candidates, mention.head)
    # a quoted "soldier" or "Omar" is hardly the "he" who speaks: names in quotations come last
    apart = {id(m) for m in candidates if _is_quoted_apart(analysis, m, mention)}
    return [m for m in candidates if id(m) not in apart] + [m for m in candidates if id(m) in apart and m.kind == "name"]


def _are_several_doers(token: Token) -> bool:
    """Whether a name is the first of several that are the subject of their sentence: "[France] and Britain told the king they would"."""
    return token.dep in ("nsubj", "nsubjpass") and token.head.dep == "ROOT" and token.child("conj") is not None and token.child("cc", "punct") is not None


def _asked_before(analysis: Analysis, pronoun: Token) -> set[int]:
    """Return who was asked something by the sentence before, where a pronoun answers: "called on the miners to leave. [They] refused"."""
    if pronoun.head.lemma not in _REPLYING or pronoun.sent.i == 0 or pronoun.head.dep != "ROOT":
        return set()
    asking = analysis.sentences[pronoun.sent.i - 1].root
    if asking.lemma not in _ASKING or not is_verb(asking):
        return set()
    told = [c for c in asking.children if c.dep in ("dobj", "dative", "nsubjpass") and c.pos != "ADP"]
    told += [g for c in asking.children if c.dep in ("prep", "dative") and c.lower in ("on", "upon", "to", "from") for g in c.children if g.dep == "pobj"]
    told += [s for c in asking.children if c.dep == "ccomp" and (s := c.child("nsubj")) is not None]
    return {t.i for t in told}


def _attacker_before(analysis: Analysis, mention: Mention) -> Mention | None:
    """Return who did harm to those who tell of it, where "they" goes on doing harm: "villagers said herders attacked them. [They] killed eight"."""
    if mention.name.lower() not in ("they", "he", "she") or mention.head.head.lemma not in HURTING or mention.head.sent.i == 0:
        return None
    telling = analysis.sentences[mention.head.sent.i - 1].root
    told = telling.child("ccomp")
    tellers = {t.i for t in surface_subject(telling)} if told is not None else set()
    hurt = [t for v in (told,) if v is not None for t in (v.child("dobj"), v.child("nsubjpass")) if t is not None and t.tag == "PRP"]
    meant = {id(e) for t in hurt if (m := analysis.mention_at.get(t.i)) is not None for e in m.entities}
    if told is None or not any((m := analysis.mention_at.get(i)) is not None and m.entities and id(m.entities[0]) in meant for i in tellers):
        return None
    return next((m for t in logical_subject(told) if (m := analysis.mention_at.get(t.i)) is not None and m.entities), None)


def _is_told_by(token: Token, pronoun: Token) -> bool:
    """Whether a word stands, not as its subject, in what a pronoun behind it says: "vehicles of the [enemy] were destroyed, it said"."""
    verb = pronoun.head
    told = verb.child("ccomp") if pronoun.dep == "nsubj" and is_verb(verb) and pronoun.sent is token.sent else None
    if told is None or told.i > pronoun.i or token is told.child("nsubj", "nsubjpass"):
        return False
    while token.head is not token and token is not told:
        token = token.head
    return token is told


def _is_told_newsroom(other: Mention) -> bool:
    """Whether a mention is the outlet to which somebody spoke."""
    return other.head.dep in ("dobj", "dative", "pobj") and not other.person and (other.head.head.lemma == "tell" or (other.head.dep == "pobj" and other.head.head.lower == "to" and other.head.head.head.lemma in ("speak", "say", "talk"))) and (other.sector in ("JRN", "MED") or other.head.lemma in ("agency", "newspaper", "television", "channel", "radio", "station"))


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


def _put_sufferers_first(candidates: list[Mention], mention: Mention) -> None:
    """Put who is acted on first: "arresting 14 people; six of [them] would be charged", "abducted six nurses. Four of [them] were freed"."""
    candidates.sort(key=lambda m: m.head.sent is mention.head.sent and not _is_acted_on(m.head))
    if candidates and (near := candidates[0].head.sent) is not mention.head.sent:
        candidates.sort(key=lambda m: m.head.sent is near and not (m.plural and _is_acted_on(m.head)))


def _governing(mention: Mention) -> set[int]:
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


def _judged(pronoun: Token) -> Token | None:
    """Return whose the thing is that somebody is praised, blamed or punished for: "thanked Oman for [its] help", "imposed sanctions on Oman over [its] role"."""
    thing = pronoun.head
    if thing.dep != "pobj":
        return None
    prep = thing.head
    while prep.dep == "prep" and (prep.head.dep == "prep" or (prep.head.lower in ("response", "retaliation", "reaction", "reply") and prep.lower == "to")):
        prep = prep.head if prep.head.dep == "prep" else prep.head.head  # "in response to", "because of"
    if prep.lower not in _BECAUSE:
        return None
    verb = prep.head
    for _ in range(3):  # "prolonged the sanctions for a year due to [its] raids"
        verb = verb if is_verb(verb) else verb.head
    if verb.lemma in _JUDGING:
        return verb.child("dobj", "nsubjpass")
    if (curb := verb.child("dobj", "nsubjpass")) is None or (curb.lemma not in _CURBS and verb.lemma not in _BREAKING):
        return None
    return next((g for n in (curb, verb) for c in n.children if c.dep == "prep" and c.lower in ("on", "against", "with", "to") for g in c.children if g.dep == "pobj"), None)


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
    return other.head.dep == "pobj" and other.head.head.lower in _WHERE


def _is_one_of_several(analysis: Analysis, other: Mention) -> bool:
    """Whether a mention is coordinated with another actor, so that no singular "it" goes back to it."""
    return other.head.dep == "conj" or any(c.dep == "conj" and c.i in analysis.mention_at for c in other.head.children)


def _is_of_person(analysis: Analysis, other: Mention) -> bool:
    """Whether a mention only says whose relative or aide another person is."""
    if other.head.dep != "pobj" or other.head.head.lower != "of" or other.kind == "name":
        return False
    above = analysis.mention_at.get(other.head.head.head.i)
    return above is not None and above.person is True and not above.plural


def _is_acted_on(token: Token) -> bool:
    while token.dep in ("conj", "appos"):
        token = token.head
    return token.dep in ("dobj", "nsubjpass")


def _is_acted_on_next(token: Token) -> bool:
    """Whether a subject is acted on by a verb joined to its own: "[the leader] refused and was captured"."""
    return token.dep == "nsubj" and any(c.dep == "conj" and c.child("auxpass") is not None and c.child("nsubjpass") is None for c in token.head.children)


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
    if it.lower == "it" and it.dep == "dobj" and clause.dep in ("advcl", "conj") and is_verb(clause.head):
        thing = clause.head.child("dobj")  # "the mayor backed the motion, while the Greens opposed it"
        return thing is not None and thing.tag == "NN" and thing.i < it.i and thing.i not in analysis.mention_at and clause.child("nsubj") is not None
    if it.dep not in ("nsubj", "nsubjpass") or clause.dep not in ("advcl", "conj"):
        return False
    subject = clause.head.child("nsubjpass", "nsubj")
    return subject is not None and subject.i < it.i and subject.tag == "NN" and subject.i not in analysis.mention_at


def _is_quoted_apart(analysis: Analysis, other: Mention, mention: Mention) -> bool:
    """Whether a mention stands in a quotation that the pronoun is not part of; but a "they" in a quotation may go back to the one before."""
    if mention.plural and any(q.start <= mention.span[0] < q.end for q in analysis.quotations):
        return False
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
