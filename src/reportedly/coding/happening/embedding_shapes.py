"""Shapes in which words stand around an act: what somebody spares no effort to do, has no choice but to do, did nothing to do."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import is_gerund, is_subjunctive, is_verb
from reportedly.coding.happening.modality import Effect
from reportedly.lexicons.word_lists import word_list

_EXERTING = word_list("embedding_shapes.exerting")
_UTMOST = word_list("embedding_shapes.utmost")
_AIMS = word_list("embedding_shapes.aims")
_WISHES = frozenset({"demand", "condition", "request", "precondition"})
_AMOUNTING = word_list("embedding_shapes.amounting")
_COMING_ABOUT = word_list("embedding_shapes.coming_about")
_COUNTED = word_list("ordinals")
_GOING_ON_TO = frozenset({"continue", "go", "keep", "remain", "manage"})


def did_nothing(verb: Token, head: Token) -> Token | None:
    """Return the "do" of "has done nothing to [disarm] the militia", "did little to [protect] the town"."""
    thing = head.child("dobj") if head.lemma == "do" else head
    doing = head if head.lemma == "do" else head.head
    return doing if thing is not None and thing.lower in ("nothing", "little") and doing.lemma == "do" and thing.dep == "dobj" and verb.i > thing.i else None


def kept_from(verb: Token, head: Token, dep: str) -> Token | None:
    """Return the verb that keeps somebody from an act without "from": "to stop militants crossing the border", "prevented them meeting"."""
    above = head.head if dep == "acl" and head.dep == "dobj" and head.i < verb.i else head if dep in ("ccomp", "xcomp") and verb.child("nsubj") is not None else None
    return above if above is not None and is_gerund(verb) and (above.lemma == "prevent" or (above.lemma == "stop" and above.tag == "VB")) else None


def exertion(token: Token, head: Token, infinitive: bool) -> Token | None:
    """Return the verb of "urged it to make every effort [to free] them", "to spare no effort in freeing them", which only says how hard something is to be done."""
    noun = head.head if token.dep == "pcomp" and head.lower == "in" else head
    if not infinitive and noun is head:
        return None
    verb = noun
    while not is_verb(verb) and verb.head is not verb:
        verb = verb.head
    bidden = verb.dep in ("xcomp", "ccomp") or any(c.tag == "MD" for c in verb.children)
    done = (w for c in verb.children if c.i < token.i and c.dep in ("dobj", "prep") for w in (c, *(g for g in c.subtree() if g.i < token.i)))
    return verb if verb.lemma in _EXERTING and bidden and any(w.lower in _UTMOST or w.lemma in _UTMOST for w in done) else None


def intent_before(infinitive: Token, verb: Token) -> Token | None:
    """Return the object of a verb that stands right before an infinitive below it."""
    thing = verb.child("dobj", "nsubjpass")
    if thing is not None and thing.lemma == "pressure" and thing.i < infinitive.i:
        return thing  # "put pressure on them to leave"
    mark = min((c.i for c in infinitive.children if c.tag == "TO"), default=infinitive.i)
    return thing if thing is not None and thing.i == mark - 1 and thing.pos == "NOUN" else None


def has_no_choice(token: Token, head: Token) -> Token | None:
    """Return the verb of "have no choice but [to block] the road"."""
    choice = head.head if token.dep == "pcomp" and head.lower == "but" else head.child("dobj")
    if choice is None or not any(c.lower == "no" for c in choice.children) or not any(c.lower == "but" for c in (*token.children, *choice.children)):
        return None
    return choice.head if is_verb(choice.head) else None


def is_or_else(verb: Token) -> bool:
    """Whether a verb says what comes of not doing what stands before "or"."""
    tokens = verb.sent.tokens
    return any(t.lower == "or" for t in tokens[max(0, verb.i - tokens[0].i - 3) : verb.i - tokens[0].i])


def would_amount(verb: Token) -> Effect | None:
    """Return what "would" makes of the act whose meaning it weighs: "an attack on the dam [would] be a crime", but not "would be the third this year"."""
    would = next((c for c in verb.children if c.dep == "aux" and c.lower in ("would", "could", "may", "might")), None) if verb.lemma in _AMOUNTING else None
    if would is None or any(c.dep == "aux" and c.lower == "have" for c in verb.children):
        return None
    attr = verb.child("attr", "dobj")
    if attr is not None and any(t.lower in _COUNTED for t in (attr, *attr.children)):
        return Effect("future", "would be", would)
    return Effect("future" if attr is None and verb.dep == "ccomp" else "hypothetical", "would be", would)


def was_to(verb: Token) -> Effect | None:
    """Return what "was to" makes of the act that is its subject: "the truce [was to] take effect at midnight", "was to have begun at dawn"."""
    infinitive = verb.child("xcomp") if verb.lemma == "be" and verb.child("attr", "acomp") is None else None
    if infinitive is None or not any(c.tag == "TO" for c in infinitive.children):
        return None
    return Effect("denied" if any(c.dep == "aux" and c.lower == "have" for c in infinitive.children) else "future", "was to", verb)


def is_over(verb: Token) -> bool:
    """Whether a clause tells of what is past or done: "was arrested", "has been held"."""
    return is_past(verb) or any(c.dep == "aux" and c.lemma == "have" and c.tag in ("VBZ", "VBP") for c in verb.children)


def is_past(verb: Token) -> bool:
    """Whether a clause tells of the past, also by its auxiliary or the verb it hangs on: "[went] on to ambush convoys until he [was] killed"."""
    if any(c.dep == "aux" and c.tag == "MD" for c in verb.children):
        return False
    if verb.tag == "VBD" or any(c.dep in ("aux", "auxpass") and c.tag == "VBD" for c in verb.children):
        return True
    return verb.dep in ("xcomp", "conj") and verb.tag in ("VB", "VBG", "VBN") and verb.head.tag in ("VBD", "VBN") and verb.head.lemma in _GOING_ON_TO and is_past(verb.head)


def would_before(clause: Token, head: Token) -> bool:
    """Whether a clause tells of what is yet to come first: "would not stop before the siege [is lifted]", "demanded that it disarm before curbs [are eased]"."""
    return (any(c.lower == "would" or c.tag == "TO" for c in head.children) or is_subjunctive(head)) and any(c.tag in ("VBZ", "VBP") for c in (clause, *clause.children))


def wishes_in(verb: Token) -> Token | None:
    """Return the demands that a verb lists: "their [demands] include", "among the [conditions] is"."""
    for child in verb.children:
        noun = child.child("pobj") if child.dep == "prep" and child.lower == "among" else child if child.dep == "nsubj" else None
        if noun is not None and noun.lemma in _WISHES:
            return noun
    return None


def is_what_for(being: Token) -> bool:
    """Whether "be to" says what something or somebody's being there is for: "the aim [is] to destroy them", "the troops [are] here to help"."""
    if being.lemma != "be":
        return False
    subject = being.child("nsubj")
    return is_present_somewhere(being) or (subject is not None and subject.lemma in _AIMS)


def is_present_somewhere(being: Token) -> bool:
    """Whether somebody is said to be here or there."""
    return any(c.lower in ("here", "there") and c.dep == "advmod" for c in being.children)


def is_judged(act: Token, be: Token) -> bool:
    """Whether an infinitive stands beside what is said of it, and no plan: "it is [good] for them to come"."""
    return be.lemma == "be" and any(c.dep in ("acomp", "attr") and c.i < act.i for c in be.children)


def is_of_it(word: Token) -> bool:
    """Whether an adjective tells what something that there is will do or meet: "his arrest is [likely] to be condemned"."""
    does = word.child("xcomp")
    return does is not None and any(c.tag == "TO" for c in does.children) and does.lemma not in _COMING_ABOUT


def is_able(word: Token) -> bool:
    """Whether a capacity is told as one, not as used or coming: "were able to leave", "has been able to speak", "will be able to return"."""
    return not (word.head.lemma == "be" and word.head.tag in ("VBD", "VB", "VBN"))


def is_for_them(act: Token, be: Token) -> bool:
    """Whether an infinitive says whose task an act is: "it is [for the courts to free] them"."""
    if be.lemma != "be" or be.child("acomp", "attr") is not None:
        return False
    return any(c.dep == "nsubj" and c.lower == "it" for c in be.children) and any(c.dep == "mark" and c.lower == "for" for c in act.children)
