"""Candidates: the mentions a pronoun may go back to, the likeliest first; a helper of pronouns.py.

First by where they stand (walking.py), then by the grammar of both clauses, then by who does what to whom (preferences.py) and who spoke last (last_speaker.py).
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Mention, Token
from reportedly.coding.grammar.clauses import logical_subject, surface_subject
from reportedly.coding.grammar.syntax import SUBJECTS, is_verb, prep_objects
from reportedly.coding.reference.last_speaker import is_credited, put_last_speaker_first
from reportedly.coding.reference.preferences import prefer
from reportedly.coding.reference.walking import CLAUSES, WINDOW, is_in_relative, is_main_subject, walk_back
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_JUDGING = word_list("candidates.judging")
_OURS = frozenset({"we", "us", "our", "my"})
_BECAUSE = frozenset("for over in because after following about due owing".split())
_CURBS = word_list("candidates.curbs")
_BREAKING = word_list("candidates.breaking")
_TAKING = word_list("taking_ground")
_FREEING = word_list("candidates.freeing")
_HOLDING = word_list("candidates.holding")
_LETTING_GO = word_list("candidates.letting_go")
_PUNISHED = word_list("candidates.punished")
_REPLYING = word_list("candidates.replying")
_ASKING = word_list("asking")
_HURTING = word_list("hurting")
_SILENCING = word_list("candidates.silencing")
_ADDRESSING = word_list("addressing")


def _only_says_which(analysis: Analysis, other: Mention) -> bool:
    """Whether a description only says which thing is meant: the "police" of "police station"."""
    if other.rule == "lexicon-name" and other.entry is not None and "adjectives" in other.entry.cells and (other.head.head if other.head.dep == "conj" else other.head).dep in ("compound", "nmod", "amod"):
        return True  # "US and UK ships"
    return other.kind == "description" and other.head.dep in ("compound", "nmod") and other.head.head.i not in analysis.mention_at


def likeliest_first(analysis: Analysis, mention: Mention, clause: Token) -> list[Mention]:
    """Return the mentions a pronoun may go back to, the likeliest first."""
    candidates = [m for m in walk_back(analysis, mention, WINDOW) if not (_is_told_by(m.head, mention.head) or _only_says_which(analysis, m) or (mention.person is not True and _is_told_newsroom(m)))]
    _put_parallel_first(candidates, mention, clause)
    first = next((m for m in candidates if m.person), None)
    if mention.person and first is not None and _is_of_person(analysis, first):
        candidates.remove(first)  # "kidnapped the father of a footballer": he is the father
        candidates.append(first)
    _put_told_of_before_first(analysis, candidates, mention, clause)
    if mention.person and not (mention.head.dep == "nsubj" and mention.head.head.lemma in _SAYING):  # "The general led them, a spokesman said. [He] was hurt"
        candidates.sort(key=lambda m: m.kind == "description" and m.head.sent.i == mention.head.sent.i - 1 and is_credited(m.head))
    prefer(analysis, mention, candidates)
    put_last_speaker_first(candidates, mention.head)
    if mention.plural and mention.name.lower() in ("they", "their", "them") and any(t.lower in _OURS for t in mention.head.sent.tokens) and analysis.quotation_at(mention.span[0]) is not None:
        candidates.sort(key=lambda m: is_main_subject(m.head) and not m.plural)  # "The League demanded that police free him. 'They arrested him at our office'"
    # a quoted "soldier" or "Omar" is hardly the "he" who speaks: names in quotations come last
    apart = {id(m) for m in _quoted_apart(analysis, candidates, mention)}
    if mention.person is False and (inside := analysis.quotation_at(mention.span[0])) is not None:
        candidates.sort(key=lambda m: m.head.sent.i >= mention.head.sent.i - 2 and analysis.quotation_at(m.span[0]) is None and any(m.head.sent.tokens[0].start <= q.start < m.head.sent.tokens[-1].end for q in analysis.quotations if q.start <= inside.start))  # not who is only named for saying it
    return [m for m in candidates if id(m) not in apart] + [m for m in candidates if id(m) in apart and m.kind == "name"]


def _put_parallel_first(candidates: list[Mention], mention: Mention, clause: Token) -> None:
    """Put first who stands above a pronoun's clause, or in the same place of the sentence before, and fits it in number."""
    above = {judged.i} if mention.head.tag == "PRP$" and (judged := _judged(mention.head)) is not None else _governing(mention)
    candidates.sort(key=lambda m: m.head.i not in above)
    if mention.head.dep == "nsubjpass" and clause.dep == "ccomp" and clause.head.lemma in _ASKING and clause.lemma in _PUNISHED:
        candidates.sort(key=lambda m: m.head.i in above or (m.head.sent is mention.head.sent and is_in_relative(m.head)))  # "accused the officers and demanded that [they] be tried": not who demands it
    they = mention.plural and mention.person is None
    if they:  # "praised the gunners for their loyalty to the Party. They ..."
        several = {id(m.head.sent) for m in candidates if m.plural and m.kind != "pronoun" and m.head.dep in ("dobj", "nsubj", "nsubjpass")}
        candidates.sort(key=lambda m: not m.plural and m.head.dep == "pobj" and m.kind == "name" and id(m.head.sent) in several)
    if they and mention.head.dep in ("dobj", "dative", "pobj"):  # "the army accused Oman of arming the rebels. The general vowed to defeat [them]"
        plurals = {id(m.head.sent) for m in candidates if m.plural and m.kind == "description"}
        candidates.sort(key=lambda m: id(m.head.sent) in plurals and m.kind == "description" and not m.plural)
    if mention.plural and mention.head.dep in ("dobj", "dative") and (clause.lemma in _ADDRESSING or (clause.lemma in _ASKING and clause.child("xcomp", "ccomp") is not None)):  # "praised the troops for freeing ten hostages. He urged [them] to go on"
        candidates.sort(key=lambda m: m.head.sent is mention.head.sent or not (m.plural and m.head.dep in ("dobj", "nsubjpass") and m.head.head.dep == "ROOT" and m.head.sent.i == mention.head.sent.i - 1))
    if _is_counted_sufferer(mention.head):
        _put_sufferers_first(candidates, mention)
    if mention.head.dep == "nsubjpass" and candidates and clause.child("xcomp") is None:  # who is acted on again: "arrested five students. They are accused ..."
        near = next((m.head.sent for m in candidates if m.head.sent is not mention.head.sent), None)
        candidates.sort(key=lambda m: m.head.sent is near and not ((_is_acted_on(m.head) or _is_acted_on_next(m.head)) and not is_in_relative(m.head)))
    if they:  # "they" is rather a plural of its own sentence than a body
        candidates.sort(key=lambda m: not (m.head.sent is mention.head.sent and (m.plural or _are_several_doers(m.head)) and m.kind != "pronoun"))
        if clause.dep == "ccomp" and clause.head.tag == "VBP" and mention.head.dep == "nsubj":
            candidates.sort(key=lambda m: m.head.i not in above)  # "the police say [they] have arrested": a body that "say" is "they"


def _put_told_of_before_first(analysis: Analysis, candidates: list[Mention], mention: Mention, clause: Token) -> None:
    """Put first whom the sentence before tells of as speaking by another, robbed, held, asked or attacking."""
    if mention.person is False and mention.head.dep == "nsubj" and (body := _body_of_speaker(analysis, mention.head)) is not None:
        candidates.sort(key=lambda m: m is not body)
    if mention.head.tag == "PRP$" and (owner := _owner_of_first(mention.head)) is not None:
        candidates.sort(key=lambda m: m.head is not owner)
    if mention.head.tag == "PRP$" and (owners := _owners_of_joined(analysis, mention.head)):
        candidates.sort(key=lambda m: m.head.i not in owners)
    owns_release = mention.head.tag == "PRP$" and mention.head.head.lemma in _FREEING  # "was arrested in May. Oslo demanded [her] release"
    is_let_go = mention.head.dep in ("dobj", "nsubjpass") and clause.lemma in _LETTING_GO  # "discussed the arrest of two nurses. Oslo said Chad must free [them]"
    if (owns_release or is_let_go) and (held := {id(e) for m in candidates if _is_held(m.head) for e in m.entities}):
        candidates.sort(key=lambda m: not any(id(e) in held for e in m.entities))
    if mention.head.dep == "nsubj" and (asked := _asked_before(analysis, mention.head)):
        candidates.sort(key=lambda m: not (m.head.sent.i == mention.head.sent.i - 1 and m.head.i in asked))
    if mention.head.dep == "nsubj" and (attacker := _attacker_before(analysis, mention)) is not None:
        candidates.sort(key=lambda m: m is not attacker)


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
    if mention.name.lower() not in ("they", "he", "she") or mention.head.head.lemma not in _HURTING or mention.head.sent.i == 0:
        return None
    telling = analysis.sentences[mention.head.sent.i - 1].root
    told = telling.child("ccomp")
    tellers = {t.i for t in surface_subject(telling)} if told is not None else set()
    hurt = [t for v in (told,) if v is not None for t in (v.child("dobj"), v.child("nsubjpass")) if t is not None and t.tag == "PRP"]
    meant = {id(e) for t in hurt if (m := analysis.mention_at.get(t.i)) is not None for e in m.entities}
    if told is None or not any((m := analysis.mention_at.get(i)) is not None and m.entities and id(m.entities[0]) in meant for i in tellers):
        return None
    return next((m for t in logical_subject(told) if (m := analysis.mention_at.get(t.i)) is not None and m.entities), None)


def _body_of_speaker(analysis: Analysis, pronoun: Token) -> Mention | None:
    """Return the body whose head or spokesman the sentence before was about: "The [bloc]'s chairman, Senegal's Abdou Ndour, said ... It has ..."."""
    if pronoun.sent.i == 0 or pronoun.head is not pronoun.sent.root:
        return None
    subject = analysis.sentences[pronoun.sent.i - 1].root.child("nsubj")
    told = analysis.mention_at.get(subject.i) if subject is not None else None
    owner = subject.child("poss") if subject is not None else None
    if told is None or not told.person or owner is None or owner.tag == "PRP$" or not any(c.dep == "appos" and c.child("poss") is not None for c in told.head.children):
        return None
    return analysis.mention_at.get(owner.i)


def _is_held(token: Token) -> bool:
    """Whether somebody is told of as caught or held: "[she] was arrested", "jailed the [editor]"."""
    while token.dep in ("conj", "appos", "compound"):
        token = token.head
    if token.dep == "pobj" and token.head.lower == "of" and token.head.head.lemma in _HOLDING:
        return True  # "the arrest of [two nurses]"
    return (token.dep in ("dobj", "nsubjpass") and token.head.lemma in _HOLDING) or any(c.dep in ("acl", "relcl") and c.tag == "VBN" and c.lemma in _HOLDING for c in token.children)


def _owner_of_first(pronoun: Token) -> Token | None:
    """Return whose the first of two things is that one and the same does harm to: "raided the [union]'s office and seized its files"."""
    verb = pronoun.head.head
    if pronoun.head.dep != "dobj" or verb.dep != "conj" or verb.lemma not in _TAKING | _HURTING or verb.head.lemma not in _TAKING | _HURTING or verb.child(*SUBJECTS) is not None:
        return None
    first = verb.head.child("dobj")
    return next((c for c in first.children if c.dep == "poss" and c.tag != "PRP$"), None) if first is not None else None


def _owners_of_joined(analysis: Analysis, pronoun: Token) -> set[int]:
    """Return whose the first of two things is: "[Peru]'s decree or its annexation of the islands", "raids by the [rebels] and their threats"."""
    first = pronoun.head.head
    if pronoun.head.dep != "conj" or first.tag[:2] != "NN" or any(n.i in analysis.mention_at for n in (first, pronoun.head)):
        return set()
    above = first.head.head if first.dep == "pobj" else first  # "the return of [clerks] to the bank and their quarrel"
    own = {c.i for n in (first, above) for c in n.children if c.dep == "poss" and c.tag != "PRP$"}
    return own | {t.i for n in (first, above) for prep in ("by", "of") for t in prep_objects(n, prep)}


def _is_told_by(token: Token, pronoun: Token) -> bool:
    """Whether a word stands, not as its subject, in what a pronoun behind it says: "vehicles of the [enemy] were destroyed, it said"."""
    verb = pronoun.head
    told = verb.child("ccomp") if pronoun.dep == "nsubj" and is_verb(verb) and pronoun.sent is token.sent else None
    if told is None or told.i > pronoun.i:
        return False
    if (subject := told.child("nsubj", "nsubjpass")) is token or (token.dep == "appos" and token.head is subject):
        return told.lemma in _SILENCING and subject is not None and (subject.dep == "nsubjpass" or told.lemma == "die")  # "a trader, [Omar Sy], was killed, he said"
    while token.head is not token and token is not told:
        token = token.head
    return token is told


def _is_told_newsroom(other: Mention) -> bool:
    """Whether a mention is the outlet to which somebody spoke."""
    return other.head.dep in ("dobj", "dative", "pobj") and not other.person and (other.head.head.lemma == "tell" or (other.head.dep == "pobj" and other.head.head.lower == "to" and other.head.head.head.lemma in ("speak", "say", "talk"))) and (other.sector in ("JRN", "MED") or other.head.lemma in ("agency", "newspaper", "television", "channel", "radio", "station"))


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
    for _ in range(CLAUSES):
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


def _quoted_apart(analysis: Analysis, candidates: list[Mention], mention: Mention) -> list[Mention]:
    """Return the mentions in quotations that the pronoun is not part of; but a "they" in a quotation may go back to the one before."""
    others = [q for q in analysis.quotations if not q.start <= mention.span[0] < q.end]
    if len(others) < len(analysis.quotations) and mention.plural:
        return []
    near = mention.head.sent.i - 1 if len(others) < len(analysis.quotations) and mention.person is False else len(analysis.sentences)  # "The government fears us," she said. "It should ..."
    return [m for m in candidates if m.head.sent.i < near and any(q.start <= m.span[0] < q.end for q in others)]
