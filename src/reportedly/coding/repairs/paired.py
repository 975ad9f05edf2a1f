"""Pairs: the second half of what is said in two halves, which the parser hangs on the first: "thanks [Chad for bread] and [Togo for rice]"; for attachment.py and coordination.py.

Reads tokens; mends heads and tags in place. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import first_joined, has_to, is_time, is_verb, leftmost, token_before
from reportedly.coding.repairs.mender import Choice, Mender, Step
from reportedly.lexicons.word_lists import word_list

_JUDGING = word_list("judged_for")
_WEIGHING = word_list("judging")
_CAPTIVES = word_list("paired.captives")
_ASKING = word_list("paired.asking")
CALLS = word_list("calls")
_CALLS, _CALLED = frozenset({"calls", "appeals"}), frozenset({"on", "for", "upon", "to"})
_LIABLE = word_list("paired.liable")
_FAR = 30
_CLIMBS = 4


def menders() -> tuple[Step, ...]:
    """Return what mends the second half of a pair."""
    return (
        Choice(
            Mender(_mend_freed, deps="amod", words="free"),
            Mender(_mend_second_owned, deps="conj", parts="NOUN", when=lambda t: (owner := t.child("poss")) is not None and owner.tag == "PRP$"),
            Mender(_mend_second_thanked, deps="conj", when=lambda t: t.head.dep in ("pobj", "dobj") and _above_for(t.head) is not None),
            Mender(_mend_second_asked_for, deps="conj appos", parts="NOUN", when=lambda t: t.head.lemma in CALLS),
            Mender(_mend_second_receiver, deps="conj", parts="ADP", when=lambda t: is_verb(t.head)),
            Mender(_mend_second_receiver, deps="prep", parts="ADP", when=lambda t: t.head.dep == "cc"),
            Mender(_mend_asked_of_two, deps="acl", tags="VB", when=lambda t: t.head.dep == "conj"),
            Mender(_mend_second_mourned, deps="conj", tags="VBN VBD", when=lambda t: (owned := t.child("nsubj", "nsubjpass")) is not None and owned.child("poss") is not None),
            Mender(_mend_as_well, deps="cc", words="as"),
            Mender(_mend_day_before_verb, deps="npadvmod", when=lambda t: t.head.dep == "nsubj"),
            Mender(_mend_day_of_judged, deps="prep", words="on", when=lambda t: t.head.lemma in _WEIGHING),
            Mender(_mend_held, words=_LIABLE, when=lambda t: t.dep != "amod"),
        ),
    )


def _mend_freed(free: Token) -> None:
    """Make a verb of "to halt all raids and [free] hostages", which the parser takes for a word about the hostages."""
    captives = free.head
    first = captives.head
    verb = first.head
    and_ = first.child("cc")
    if captives.lemma not in _CAPTIVES or captives.dep != "conj" or first.dep != "dobj" or verb.tag != "VB" or and_ is None or and_.i != free.i - 1:
        return
    free.pos, free.tag, free.lemma = "VERB", "VB", "free"
    free.reattach(verb, "conj")
    and_.reattach(verb, "cc")
    captives.reattach(free, "dobj")
    captives.give_before(free, "advmod")


def _mend_second_owned(second: Token) -> None:
    """Join "[its solidarity]" to "its support" in "voiced its support for Chad and its solidarity with Togo", which the parser joins to Chad."""
    above, owner = second.head, second.child("poss")
    for _ in range(_CLIMBS):
        if above.dep == "dobj" or above.dep not in ("pobj", "conj"):
            break
        above = above.head.head if above.dep == "pobj" else above.head
    if is_verb(above) and (deed := above.child("dobj")) is not None and deed.i < second.head.i:
        above = deed  # "conveyed its condolences to the widow and [its sympathy] to the wounded"
    first = above.child("poss")
    if above is second.head or above.dep != "dobj" or first is None or owner is None or first.lower != owner.lower:
        return
    if (and_ := second.head.child("cc")) is not None and and_.i < second.i:
        and_.reattach(above, "cc")
    second.reattach(above, "conj")
    if (to := next((c for c in above.head.children if c.dep in ("prep", "dative") and c.i == second.i + 1), None)) is not None:
        to.reattach(second, "prep")


def _mend_second_mourned(harm: Token) -> None:
    """Join "its sympathy" to "its condolences" in "sent its condolences to Chad and [its sympathy] to the families of the guards [hurt]", which the parser takes for a clause of its own."""
    first, second, noun = harm.head.child("dobj"), harm.child("nsubj", "nsubjpass"), token_before(harm)
    owners = [n.child("poss") for n in (first, second) if n is not None]
    if len(owners) < 2 or any(o is None or o.tag != "PRP$" for o in owners) or len({o.lower for o in owners if o is not None}) > 1:
        return
    if noun is None or second is None or noun is second or noun.dep != "pobj" or noun.i < second.i or harm.child("aux", "auxpass", "dobj") is not None or first is None or harm.head.i > first.i:
        return
    second.reattach(first, "conj")
    harm.give_after(second)
    harm.reattach(noun, "acl")


def _above_for(thing: Token) -> Token | None:
    """Return the "for" a noun stands behind, if only through other nouns: "for the opening of the [talks]"."""
    while thing.dep == "pobj" and thing.head.lower != "for" and not is_verb(thing.head.head):
        thing = thing.head.head
    if thing.dep == "dobj" and thing.head.dep == "pcomp":
        thing = thing.head  # "for hosting the [talks]"
    return thing.head if thing.dep in ("pobj", "pcomp") and thing.head.lower == "for" else None


def _mend_second_thanked(second: Token) -> None:
    """Join whom somebody thanks too: "thanked Chad for its bread and [Togo for] sheltering them", which the parser joins to the bread."""
    if (for_ := _above_for(second.head)) is None:
        return
    verb = for_.head
    while not is_verb(verb) and verb.dep in ("dobj", "conj"):
        verb = verb.head
    first = verb.child("dobj")
    tokens, at = second.sent.tokens, second.subtree()[-1].i - second.sent.tokens[0].i
    own = next((c for c in second.children if c.lower == "for"), None)
    after = own or (tokens[at + 1] if at + 1 < len(tokens) else None)
    if verb.lemma not in _JUDGING or first is None or first.i > for_.i or after is None or after.lower != "for" or after.dep != "prep" or not _is_body(second, for_):
        return
    if (and_ := second.head.child("cc")) is not None and and_.i < second.i:
        and_.reattach(first, "cc")
    after.reattach(second, "prep")
    second.reattach(first, "conj")


def _is_body(second: Token, for_: Token) -> bool:
    """Whether a second noun is whom somebody thanks: behind what was done a name, or people of one."""
    if for_.child("pcomp") is None:
        return second.pos == "PROPN" or second.child("det", "poss") is not None
    return second.pos == "PROPN" or any(g.pos == "PROPN" for c in second.children if c.lower == "of" for g in c.children)


def _mend_second_asked_for(second: Token) -> None:
    """Join what else is asked for to what is asked: "renewed its call for a truce and [the release] of all captives", which the parser joins to the call."""
    call = second.head
    for_ = next((c for c in call.children if c.lower == "for" and c.i < second.i), None)
    first = for_.child("pobj") if for_ is not None else None
    if for_ is None or first is None or call.child("poss") is None or second.child("poss") is not None or second.child("prep") is None or second.lemma in CALLS:
        return
    for joint in [c for c in call.children if for_.i < c.i < second.i and (c.dep == "cc" or c.text == ",")]:
        joint.reattach(first, joint.dep)
    second.reattach(first, "conj")


def _mend_second_receiver(prep: Token) -> None:
    """Join to whom something goes too: "offered sympathy to the widows, and [to] the people of Ghana", "as well as [to] the people"; the parser joins "to" to the verb."""
    verb = prep.head if prep.dep == "conj" else prep.head.head
    above = (verb, *(c for c in verb.children if c.dep == "dobj"))
    first = next((c for a in above for c in a.children if c.dep in ("prep", "dative") and c.lower == prep.lower and c.i < prep.i), None)
    if first is not None:
        prep.reattach(first, "conj")


def _mend_as_well(as_: Token) -> None:
    """Join what follows "as well as" to what it adds to: "in contact with three ministers, as well as [President Ada Roe]", "condolences to the widows, as well as [to] Ghana"."""
    tokens, at = as_.sent.tokens, as_.i - as_.sent.tokens[0].i
    if at < 3 or tokens[at - 1].lower != "well" or at + 1 == len(tokens):
        return
    after, before = tokens[at + 1], tokens[at - 3 - (tokens[at - 3].text == ",")]
    above = as_.head
    if after.dep == "prep":
        first = next((c for c in reversed(above.children) if c.dep == "prep" and c.lower == after.lower and c.i < as_.i), None)
        if first is not None and after.head is not above:
            after.reattach(first, "conj")
        return
    second = next((t for t in tokens[at + 1 :] if t.head is above and (t.dep in ("npadvmod", "dobj", "oprd") or (t.dep == "conj" and t.pos == "PROPN")) and leftmost(t) is after), None)
    if second is None or not is_verb(above):
        return
    first = next((c for c in above.children if c.dep == "dobj" and c.i < as_.i), None) if second.dep in ("dobj", "oprd") else None
    if first is None:
        first = _last_party(before, above)
    if first is not None:
        second.reattach(first, "conj")


def _last_party(word: Token, verb: Token) -> Token | None:
    """Return the noun under a verb that a word ends: "spoke with the [presidents] of Chad and Togo"."""
    while word.head is not word and word is not verb:
        if word.dep in ("pobj", "dobj") and word.pos in ("NOUN", "PROPN") and word.head.lower != "of":
            return word
        word = word.head
    return None


def _mend_asked_of_two(deed: Token) -> None:
    """Hang what two are asked to do on who asks them: "encourages the government and the rebels [to resume] talks", which the parser hangs on the rebels."""
    first = first_joined(deed.head)
    if first.dep == "dobj" and first.head.lemma in _ASKING and has_to(deed) and deed.child("nsubj", "mark") is None:
        deed.reattach(first.head, "xcomp")


def mend_lost_call(call: Token) -> None:
    """Make a verb of "condemns the attacks and [calls] on both sides to stop", which the parser takes for a second object."""
    first, tokens, start = call.head, call.sent.tokens, call.sent.tokens[0].i
    on = next((c for c in (*call.children, *first.children) if c.dep == "prep" and c.lower in _CALLED and c.i == call.i + 1), None)
    if call.lower not in _CALLS or on is None or any(c.i < call.i for c in call.children) or tokens[call.i - 1 - start].dep != "cc":
        return
    verb = first
    while verb.head is not verb and not (is_verb(verb) and verb.tag == "VBZ"):
        verb = verb.head
    clause = next((t for t in tokens[call.i - start :] if t.tag == "VB" and has_to(t) and t.head in (first, verb)), None)
    if verb.tag != "VBZ" or verb.i > first.i or (on.lower == "to" and clause is None):
        return
    if first.dep == "nsubj":
        first.reattach(verb, "dobj")  # "condemns these arrests and calls on them to ..."
    call.pos, call.tag, call.lemma = "VERB", "VBZ", call.lower[:-1]
    tokens[call.i - 1 - start].reattach(verb, "cc")
    call.reattach(verb, "conj")
    on.reattach(call, "prep")
    if clause is not None:
        clause.reattach(call, "xcomp")


def _mend_day_before_verb(day: Token) -> None:
    """Hang "today" on the verb in "the ministries of defence and justice [today] have banned it", not on the subject."""
    subject = day.head
    verb = subject.head
    tokens, at = day.sent.tokens, day.i + 1 - day.sent.tokens[0].i
    if is_verb(verb) and subject.i < day.i < verb.i and at < len(tokens) and tokens[at].head is verb and tokens[at].dep in ("aux", "auxpass") and is_time(day):
        day.reattach(verb, "npadvmod")


def _mend_day_of_judged(on: Token) -> None:
    """Hang "on 3 March" on the attack in "condemned the attack in Goma, [on 3 March]", not on who condemns it."""
    verb, day = on.head, on.child("pobj")
    deed = verb.child("dobj")
    if deed is None or day is None or verb.tag not in ("VBD", "VBN") or day.ent is None or day.ent.label != "DATE" or not any(c.tag == "CD" for c in (day, *day.children)):
        return
    last, tokens, start = deed.subtree()[-1], on.sent.tokens, on.sent.tokens[0].i
    if deed.child("prep") is not None and last.i < on.i and all(t.text == "," for t in tokens[last.i + 1 - start : on.i - start]):
        on.reattach(deed, "prep")


def _mend_held(liable: Token) -> None:
    """Hang "responsible" on "holds", however far: "holds the plotters, under the aegis of the council, individually and collectively [responsible]"."""
    if liable.head.lemma == "hold" or (liable.head.lemma == "be" and liable.head.i < liable.i):
        return
    tokens, start = liable.sent.tokens, liable.sent.tokens[0].i
    for word in reversed(tokens[max(0, liable.i - start - _FAR) : liable.i - start]):
        if word.lemma == "be" and is_verb(word):
            return
        if word.lemma == "hold" and is_verb(word):
            if word.child("dobj", "nsubjpass") is not None and word.child("oprd", "acomp") is None and leftmost(liable).i > word.i:
                liable.reattach(word, "oprd")
            return
