"""Whom a demand, a threat or a promise is made to, where its own slots hold nobody: the verb before it, the act promised or threatened."""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Entity, Token
from reportedly.coding.acting.parties import SPOKEN_TO, others_at
from reportedly.coding.acting.sharing import account_for_shared
from reportedly.coding.grammar.clauses import logical_object, surface_subject
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.syntax import conjuncts, has_to, is_passive, is_verb, prep_objects
from reportedly.lexicons.word_lists import word_list

WRITTEN_TO = "who was written to"  # the rule by which a demand finds to whom its letter went
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "ACCUSE"})
_ADDRESSING = word_list("addressed.addressing")
_CONTACTING, _GOING = word_list("addressed.contacting"), frozenset({"write"})
_DEFENDING = word_list("addressed.defending")


def address(analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft]) -> None:
    """Take whom a demand or a threat is made to from the verb before it, or whom the threatened act is to befall."""
    verb = draft.head
    owned = any(c.dep == "poss" and c.tag != "PRP$" for o in logical_object(verb) for c in o.children)  # "demanded the minister's resignation": of him
    if verb.dep == "conj" and not owned and is_verb(verb.head) and verb.head.lemma in _ADDRESSING and not is_passive(verb.head) and verb.child("nsubj") is None:
        told = others_at(analysis, draft, logical_object(verb.head), slots, as_doer=True)
        if told:  # "summoned the ambassador and demanded an apology"
            draft.recipients = [e for e, _ in told]
            draft.because("recipients", SPOKEN_TO, told[0][1])
            return
    if draft.type == "REQUEST" and is_verb(verb):
        asked = [(t, WRITTEN_TO) for t in _written_to(verb)] or [(t, "by whom it is to be done") for t in _to_be_done_by(verb)]
        found = [(p, why) for t, why in asked for p in others_at(analysis, draft, [t], slots, as_doer=True) if why != WRITTEN_TO or _is_somebody(p[0])]
        if found:
            draft.recipients = list(dict.fromkeys(p[0] for p, _ in found))
            draft.because("recipients", found[0][1], found[0][0][1])
            return
    if verb.lemma == "agree" and draft.type == "AGREE":
        _agreed_with(draft, by_head)
    if draft.type == "REQUEST" or verb.lemma == "agree":
        return
    clause = next((c for c in verb.children if (c.dep in ("xcomp", "ccomp") or (c.dep == "advcl" and draft.type == "THREATEN" and c.i == verb.i + 2 and has_to(c))) and c.i > verb.i), None)
    if draft.type == "THREATEN" and verb.lemma == "warn" and clause is not None and (warned := others_at(analysis, draft, _on_condition(clause), slots, as_doer=True)):
        draft.recipients = [e for e, _ in warned]  # "warned that it will strike back if the rebels attack"
        draft.because("recipients", "whose doing it depends on", warned[0][1])
        return
    deed = by_head.get(clause.i) if clause is not None else None
    if draft.type == "THREATEN" and deed is not None and deed.type == "REJECT" and deed.mode == "meet":  # "threatened to break off talks with the ministry"
        draft.recipients = deed.recipients or [e for e in deed.actors if e not in draft.actors]
        account_for_shared(draft)
    elif deed is not None and (deed.type in HOSTILE if draft.type == "THREATEN" else deed.type == "AID" and clause is not None and clause.dep == "xcomp"):  # "vowed to hunt down the rebels", "promised to arm Mali"
        draft.recipients = [e for e in deed.recipients if e not in draft.actors and (_is_somebody(e) or (draft.type == "THREATEN" and _is_of_some_people(e)))]
        if draft.recipients:
            draft.because("recipients", f"whom the {deed.head.text} is to befall", deed.head.span)
    if draft.type == "THREATEN" and not draft.recipients and is_verb(verb):
        _threatened(analysis, draft, slots, by_head, clause)


def asked_besides(verb: Token) -> list[Token]:
    """Return who else is asked to do something in the same breath: "urged the army to withdraw and [the rebels] to disarm"."""
    if is_passive(verb):
        return []
    asked = [c for c in verb.children if c.dep == "xcomp" and has_to(c)]
    return [t for x in asked for c in conjuncts(x)[1:] if has_to(c) for t in c.children if t.dep == "nsubj" and t.i > x.i]


def _written_to(verb: Token) -> list[Token]:
    """Return whom a letter or a call that asks goes to: "wrote to [the king] to demand it", "has written to [the king], calling for it", "telephoned [the fort] asking for boats"."""
    above = verb.head
    if verb.dep not in ("advcl", "xcomp", "ccomp") or above.lemma not in _CONTACTING or is_passive(above):
        return []
    return prep_objects(above, "to") or ([] if above.lemma in _GOING else logical_object(above))


def _to_be_done_by(verb: Token) -> list[Token]:
    """Return who is to do what is asked for: "called for mediation by [Kenya]", "an end to the violence by [both sides]"."""
    nouns = [*logical_object(verb), *prep_objects(verb, "for")]
    nouns += [t for n in nouns for p in ("to", "of") for t in prep_objects(n, p)]
    nouns += [t for n in nouns for t in prep_objects(n, "of")]
    hung_high = prep_objects(verb, "by") if nouns and not is_passive(verb) else []
    return [t for n in nouns for t in prep_objects(n, "by")] + hung_high


def _threatened(analysis: Analysis, draft: Draft, slots: Slots, by_head: dict[int, Draft], clause: Token | None) -> None:
    """Take whom a threat is to befall from its further verbs and nouns, or from what it depends on: "vowed to march on the capital and topple [the emir]", "if [Chad] attacks"."""
    verbs = [v for v in (clause, *(clause.children if clause is not None else ())) if v is not None and is_verb(v) and (v is clause or v.dep == "conj")]
    deeds = [d for v in verbs for t in (v, *logical_object(v)) if (d := by_head.get(t.i)) is not None and d.type in HOSTILE]
    told = next((d for d in deeds if any(_is_somebody(e) and e not in draft.actors for e in d.recipients)), None)
    if told is not None:
        draft.recipients = [e for e in told.recipients if _is_somebody(e) and e not in draft.actors]
        draft.because("recipients", f"whom the {told.head.text} is to befall", told.head.span)
        return
    objects = [t for v in verbs[:1] if v.i not in by_head and not is_passive(v) for o in logical_object(v) for t in (o, *prep_objects(o, "of"), *prep_objects(o, "against"))]
    outright = any(t.i not in by_head for v in verbs for t in logical_object(v))  # "will storm the town unless": the town is what is threatened
    on_condition = [] if outright else [t for v in (*draft.words, *verbs) for t in _on_condition(v, ("if", "unless", "until"))]
    for tokens, why in ((objects, "whom what is threatened is done to"), (on_condition, "whose doing it depends on")):
        found = [p for p in others_at(analysis, draft, tokens, slots, as_doer=True) if tokens is on_condition or _is_somebody(p[0])]
        if found:
            draft.recipients = list(dict.fromkeys(e for e, _ in found))
            draft.because("recipients", why, found[0][1])
            return


def _is_somebody(entity: Entity) -> bool:
    """Whether an actor is one that can be threatened or helped: named, people, or a body of a known sector."""
    return any(m.kind == "name" or m.person or m.sector for m in entity.mentions)


def _is_of_some_people(entity: Entity) -> bool:
    """Whether an actor is people or what belongs to a nation: "public employees", "Danish trawlers"."""
    return any((m.people and m.head.lower != "those") or any(c.ent is not None and c.ent.label == "NORP" for c in m.head.children) for m in entity.mentions)


def _agreed_with(draft: Draft, by_head: dict[int, Draft]) -> None:
    """Take with whom what somebody agrees to is to be: "agreed to resume talks with [the government]", "agreed to a truce with [Chad]"."""
    clauses = [c for c in draft.head.children if c.dep == "xcomp" and c.i > draft.head.i]
    things = [t for c in clauses for t in (c, *logical_object(c))] + [t for p in ("to", "on") for t in prep_objects(draft.head, p)]
    both = next((d for t in things if (d := by_head.get(t.i)) is not None and (d.type in ("CONSULT", "COOPERATE") or d.mode == "ceasefire")), None)
    if both is not None and prep_objects(both.head, "with"):
        draft.recipients = [e for e in both.actors if e not in draft.actors]
        account_for_shared(draft)


def commit_to(analysis: Analysis, draft: Draft, slots: Slots) -> None:
    """Take whom a commitment is to defend or help: "its commitment to defend [Peru]", "to the security of [Peru]"."""
    deeds = [c for c in draft.head.children if c.dep == "acl"] + [g for c in draft.head.children if c.dep == "prep" and c.lower == "to" for g in c.children]
    whom = [t for d in deeds if d.lemma in _DEFENDING for t in (logical_object(d) if is_verb(d) else prep_objects(d, "of"))]
    found = others_at(analysis, draft, whom, slots, as_doer=False)
    if found:
        draft.recipients = list({id(e): e for e, _ in found}.values())
        draft.because("recipients", "whom it is to defend or help", found[0][1])


def _on_condition(clause: Token, marks: tuple[str, ...] = ("if",)) -> list[Token]:
    """Return on whose doing it depends what is threatened: "will answer if [Moscow] sends troops"."""
    conditions = [c for c in clause.children if c.dep == "advcl" and any((m.dep == "mark" and m.lower in marks) or (m.lower == "should" and m.i < s.i) for s in c.children if s.dep in ("nsubj", "nsubjpass") for m in c.children)]
    return [t for c in conditions if not is_passive(c) for t in surface_subject(c)]
