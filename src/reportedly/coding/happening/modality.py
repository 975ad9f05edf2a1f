"""Modality: what a verb's own auxiliaries, negation and conditions do to it, and how effects combine on the way outwards."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import is_negated, is_order, is_verb, leftmost
from reportedly.lexicons.loader import Entry
from reportedly.lexicons.word_lists import word_list

_FUTURE = frozenset({"will", "shall", "'ll", "\u2019ll", "wo", "gonna"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
_OUGHT = frozenset({"should", "must", "ought"})
WHO = frozenset({"who", "whom", "what", "why", "how", "where", "when"})
CONDITION = "under a condition"
QUESTION = "question"
_SUPPOSED = word_list("modality.supposed")  # "allegedly" only says that somebody is accused of it
_DRAFTS = word_list("modality.drafts")
_PERCEIVING = frozenset({"see", "hear"})
_DEPLORING = word_list("modality.deploring")
_KEEPING_ON = frozenset({"remain", "keep", "continue", "stay", "last"})  # "will stay in place as long as the raids go on": until then
_SAYING_SO = word_list("saying_so")
_ANYBODY = frozenset({"anyone", "anybody", "whoever"})


@dataclass(slots=True)
class Effect:
    """What one embedding does: an effect of embedding.tsv with where it comes from."""

    effect: str
    rule: str
    token: Token
    entry: Entry | None = None


def own_modality(verb: Token, *, but: Token | None = None) -> list[Effect]:
    """Return what a verb's own auxiliaries, negation and conditional clauses do to it; "no aid" below it has been counted (``but``)."""
    steps: list[Effect] = []
    inverted = _inverted(verb)
    for child in verb.children:
        if child.dep == "aux":
            steps += _auxiliary(child, verb) if child is not inverted else [Effect("hypothetical", "conditional inversion", child)]
    subject_to = any(_sets_condition(c) or (c.dep == "dobj" and any(is_proviso(g) for g in c.children)) for c in verb.children) or _shares_condition(verb)
    if not steps and verb.dep == "conj" and is_verb(verb.head) and not (verb.tag in ("VBZ", "VBP") and verb.head.tag == "VB") and not any(c.dep in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children):
        steps += [e for c in verb.head.children if c.dep == "aux" and c.i < verb.head.i for e in _auxiliary(c, verb)]
    to_come = any(c.tag == "TO" and c.dep != "prep" for c in verb.children)
    if to_come and ((verb.dep == "ROOT" and verb.child("nsubj", "nsubjpass") is not None) or (verb.dep == "conj" and verb.head.tag in ("VBZ", "VBP") and verb.sent.block.kind == "headline")):
        steps.append(Effect("future", "headline infinitive", verb))  # "Taxi drivers to strike"
    if verb.dep == "ROOT" and verb.sent.tokens[-1].text == "?" and not any(c.lower in WHO and c.i < verb.i for c in verb.children) and (asked := verb if verb.lemma == "be" and verb.tag in ("VBZ", "VBP", "VBD") else verb.child("aux", "auxpass")) is not None and (of := verb.child("nsubj", "nsubjpass")) is not None and asked.i < of.i:
        steps.append(Effect("hypothetical", QUESTION, asked))
    if any(c.dep == "advmod" and c.lower in _SUPPOSED for c in verb.children):
        steps.append(Effect("hypothetical", "only supposed", verb))
    if is_order(verb):
        steps.append(Effect("demanded", "imperative", verb))
    if _is_open_to_any(verb, steps):
        steps.append(Effect("hypothetical", "whoever it may be, or only when", verb))
    if is_negated(verb, but=but) and not is_late(verb):
        steps.append(Effect("denied", "negation", verb))
    if subject_to and (not steps or steps[-1].effect not in ("denied", "demanded")):  # "should leave if they are serious": asked for all the same
        steps.append(Effect("hypothetical", CONDITION, verb))
    return steps


def is_late(verb: Token) -> bool:
    """Whether a negation says only that something came late: "was not lifted until 2003", "did not leave until the siege had ended"."""
    if verb.lemma == "be" and any(g.lower == "ago" for c in verb.children for g in (c, *c.children)):
        return True  # "it was not so long ago that we praised him"
    if any(c.lower == "never" or c.tag == "MD" for c in verb.children) or not any(c.dep in ("aux", "auxpass") and c.tag == "VBD" for c in verb.children):
        return False
    for child in verb.children:
        if child.i > verb.i and child.dep == "prep" and child.lower in ("until", "till"):
            return True
        if child.i > verb.i and child.dep == "advcl" and any(c.lower in ("until", "till") for c in child.children):
            return child.tag == "VBD" or any(c.dep in ("aux", "auxpass") and c.tag == "VBD" for c in child.children)
    return False


def _sets_condition(child: Token) -> bool:
    """Whether what hangs on a verb says on what it hangs: "if the strike goes on", "were it to go on", "in the event of an attack"."""
    if is_proviso(child) or (child.lower == "long" and child.dep == "advmod" and child.child("advcl") is not None and child.head.tag != "VBD" and child.head.lemma not in _KEEPING_ON):
        return True  # "will release him as long as he leaves the country"
    if child.dep == "advcl":
        return _is_condition(child) or _inverted(child) is not None
    return child.dep == "prep" and (case := child.child("pobj")) is not None and is_event_of(case) and (case.lemma == "event" or any(c.tag == "MD" for c in child.head.children))


def is_proviso(word: Token) -> bool:
    """Whether words open what must be so first: "[provided] that the army withdraws", "[on] condition that they are paid"."""
    if word.lower in ("provided", "providing"):
        return any(c.dep in ("ccomp", "advcl") and any(g.dep == "mark" for g in c.children) for c in word.children) and word.child("dobj", "aux", "nsubj") is None
    what = word.child("pobj") if word.lower == "on" and word.dep == "prep" else None
    return what is not None and what.lemma == "condition" and what.child("acl", "relcl", "ccomp") is not None


def _shares_condition(verb: Token) -> bool:
    """Whether the condition of a joined infinitive is a verb's, too: "threatened to [close] the port and seize the ships if the strike went on"."""
    joined = [c for c in verb.children if c.dep == "conj" and c.tag == "VB" and not c.child("nsubj", "aux")] if verb.tag == "VB" else []
    return any(g.dep == "advcl" and g.i > c.i and _is_condition(g) for c in joined for g in c.children)


def _is_condition(clause: Token) -> bool:
    """Whether a clause says on what the act above it hangs; "even if" and "as if" say that it does not."""
    mark = next((c for c in clause.children if c.dep == "mark" and c.lower in ("if", "unless", "should")), None)
    return mark is not None and not (mark.lower == "if" and any(c.lower in ("even", "as") and c.i == mark.i - 1 for c in (*clause.children, *mark.children, *clause.head.children)))


def is_event_of(noun: Token) -> bool:
    """Whether a noun only says on what something hangs: "in the [event] of an attack", "in the [event] that the raids go on", "in [case] they return"."""
    if noun.lemma not in ("event", "case") or noun.tag != "NN" or noun.head.lower != "in":
        return False
    if noun.lemma == "case" and any(c.i < noun.i for c in noun.children):
        return False  # "in the case of Omdurman"
    return any(c.lower == "of" or (c.dep in ("relcl", "acl") and (noun.lemma == "event" or c.child("nsubj", "nsubjpass") is not None)) for c in noun.children)


def _is_open_to_any(verb: Token, steps: list[Effect]) -> bool:
    """Whether what will or would be done hangs on somebody doing first what is not yet done: "whoever attacks would face ...", "will resume only when they stop"."""
    subject = verb.child("nsubj", "nsubjpass", "csubj", "csubjpass")
    if subject is None or not any(e.effect == "future" or e.rule == "would" for e in steps):
        return False
    if subject.lower in _ANYBODY or any(c.lower in ("any", "whoever") and c.i < subject.i for c in subject.children):
        return True
    only = any(c.lower == "only" and c.dep == "advmod" for c in verb.children)
    return only and any(c.dep == "advcl" and any(g.lower in ("when", "once", "after") for g in c.children) for c in verb.children)


def is_of_anyone(verb: Token, noun: Token) -> bool:
    """Whether a relative clause names no deed but whom a rule to come is for: "those who beat prisoners will be banned"."""
    if verb.tag not in ("VBP", "VBZ") or any(c.dep in ("aux", "auxpass") for c in verb.children) or noun.dep not in ("nsubj", "nsubjpass"):
        return False
    bare = noun.tag == "NNS" and not any(c.dep in ("det", "poss", "nummod") for c in noun.children) and noun.i + 1 == leftmost(verb).i
    return (noun.lower in ("those", *_ANYBODY) or bare or any(c.lower == "any" for c in noun.children)) and (is_future(noun.head) or any(c.lower == "would" for c in noun.head.children))


def _inverted(verb: Token) -> Token | None:
    """Return the auxiliary that stands for an "if": "Had the rebels accepted it, ...", "should the raids continue"."""
    if verb.sent.tokens[-1].text == "?":
        return None
    for aux in verb.children:
        if aux.dep == "aux" and aux.lower in ("had", "should") and (subjects := [c for c in verb.children if c.dep in ("nsubj", "nsubjpass") and c.i < verb.i]) and subjects[0].i > aux.i:
            return aux
    return None


def _auxiliary(aux: Token, verb: Token) -> list[Effect]:
    word = aux.lower
    if word in _FUTURE:
        return [Effect("future", "future auxiliary", aux)]
    if word in ("would", "'d") and aux.tag == "MD":
        if verb.tag == "VBN" and any(c.dep == "aux" and c.lower == "have" for c in verb.children):
            return [Effect("hypothetical", "would have", aux)]
        if verb.lemma in _SAYING_SO and verb.head.i >= verb.i and any(c.dep == "nsubj" and c.lower in ("i", "we") for c in verb.children) and not any(c.dep == "advcl" for c in verb.children):
            return []  # "I would ask the press to ..."
        if _is_of_draft(verb):
            return [Effect("hypothetical", "what a draft would do", aux)]
        told = verb.head is not verb or not any(t.lower in ("if", "unless", "were") for t in verb.sent.tokens)
        return [Effect("future" if told else "hypothetical", "would", aux)]
    if word in ("could", "can") and verb.lemma in _PERCEIVING and verb.tag == "VBN" and any(c.dep in ("xcomp", "ccomp", "oprd") for c in verb.children):
        return []  # "could be seen beating him": it was
    if word in _POSSIBLE and aux.tag == "MD":
        return [Effect("hypothetical", "possibility auxiliary", aux)]
    if word == "should" and _is_deplored(verb):
        return []
    if word in _OUGHT or (word == "let" and aux.dep == "aux"):
        return [Effect("demanded", "obligation auxiliary", aux)]
    return []


def _is_of_draft(verb: Token) -> bool:
    """Whether a verb says what a law not yet adopted would do: "the [bill] would bar grants", "a [bill] that would bar grants"."""
    subject = verb.child("nsubj")
    if subject is not None and verb.dep == "relcl" and subject.tag in ("WDT", "IN"):
        subject = verb.head
    return subject is not None and subject.lemma.lower() in _DRAFTS


def _is_deplored(verb: Token) -> bool:
    """Whether "should" only says what one feels about a thing that is so: "it is outrageous that they should be jailed"."""
    be = verb.head
    return verb.dep in ("ccomp", "csubj", "advcl") and be.lemma == "be" and any(c.dep in ("acomp", "attr") and c.lemma.lower() in _DEPLORING for c in be.children)


def is_future(verb: Token) -> bool:
    return any(e.effect == "future" for e in own_modality(verb))


def combine(inner: str, effect: str) -> str:
    """Return the status of an act whose own status is ``inner`` under an embedding with ``effect``."""
    if effect in ("same", "actual", "capacity"):
        return inner
    if effect == "reverse":
        return {"denied": "actual", "actual": "denied"}.get(inner, inner)
    if inner == "denied" and effect == "demanded":
        return "hypothetical"  # "urged them not to shell the town": to be prevented
    if inner == "denied":
        return "actual" if effect == "denied" else "denied"
    if effect == "denied":
        return "denied"
    if inner == "hypothetical" or effect == "hypothetical":
        return "hypothetical"
    if inner == "demanded":
        return "demanded"
    return effect
