"""The main clause: which verb a sentence turns on, where the parser took a participle, a name or a clause of it for the main verb.

Reads tokens; mends heads in place, for repair.py. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import is_after_comma, is_verb, leftmost, rightmost, subject_role, token_before
from reportedly.coding.repairs.listed_verbs import hand_on, is_perfect
from reportedly.coding.repairs.mender import Choice, Known, Mender, Step
from reportedly.lexicons.word_lists import word_list

_CLOSING = frozenset("after before as while because since although though when once whereas until".split())
_NAMING = word_list("main_clause.naming")
_REPUTED = word_list("main_clause.reputed")

_PARTICIPLES = word_list("main_clause.participles")

_MADE = word_list("deal_making")
_SAME_PAST = word_list("main_clause.same_past")
_STANDING = word_list("main_clause.standing")


def menders(known: Known) -> tuple[Step, ...]:
    """Return what mends the main verb of a sentence."""
    return (
        Mender(_mend_states, deps="ROOT ccomp", parts="VERB"),
        Choice(
            Mender(_mend_naming, deps="parataxis ROOT", words=_NAMING),
            Mender(_mend_reputed, deps="ROOT", words=_REPUTED),
            Mender(_mend_participle, deps="ROOT ccomp", tags="VBD VBN", words=_PARTICIPLES),
            Mender(_mend_participle, deps="ROOT", tags="VBD VBN", when=lambda t: known.takes_object(t.lemma) or t.lemma in _MADE),
            Mender(_mend_same_past, deps="ROOT conj dep", tags="VB VBD VBN VBP", lemmas=_SAME_PAST, when=lambda t: t.child("nsubj", "nsubjpass") is None),
            Mender(_mend_bare, deps="ROOT", tags="VB"),
            Mender(_mend_last_name, deps="ROOT", parts="PROPN"),
            Mender(_mend_finite, deps="ROOT", tags="VBD VBZ VBP VBN"),
            Mender(lambda verb: _mend_headless(verb, known), deps="acl", tags="VBN VBD", when=lambda t: t.head.dep == "ROOT"),
            Mender(_mend_heard, deps="conj", tags="VBD VBZ VBP", when=lambda t: t.head.tag == "VBN" and t.head.dep == "ROOT"),
            Mender(_mend_joined_to_demand, deps="conj", tags="VBD", when=lambda t: t.head.tag == "VB" and t.head.dep == "ccomp" and t.child("nsubj", "nsubjpass") is not None),
            Mender(lambda by: _mend_reduced(by.head), deps="agent", when=lambda t: t.head.tag == "VBD" and t.i == t.head.i + 1),
            Mender(_mend_found_plan, deps="ccomp", when=lambda t: t.head.dep == "acl" and t.head.tag == "VB" and t.head.head.dep == "ROOT"),
            Mender(_mend_after_cries, deps="ccomp", tags="VBD VBZ", when=lambda t: t.head.dep == "acl" and t.head.tag == "VBG" and t.head.head.dep == "ROOT"),
            Mender(_mend_standing, deps="acomp", tags="VBN", words=_STANDING, when=lambda t: t.head.lemma == "stand"),
            Mender(_mend_of_whom, deps="prep", words="of"),
            Mender(_mend_after_first_clause, deps="relcl acl", tags="VBD VBN", when=lambda t: t.head.dep == "dobj" and t.head.head.dep == "ROOT"),
        ),
    )


def _mend_states(verb: Token) -> None:
    for state in [c for c in verb.children if c.tag == "JJ" and c.dep in ("advcl", "ccomp") and c.i > verb.i]:
        _mend_said_of_doers(state)


def _mend_same_past(verb: Token) -> None:
    """Join to the first of three deeds a second that looks like an infinitive: "It has opened two roads, [let] the nuns go and paid a fine", which the parser takes for the main verb."""
    first = verb.head if verb.dep in ("conj", "dep") else verb.child("ccomp")
    if first is None or first.i > verb.i or first.child("nsubj") is None or not is_after_comma(verb) or not (first.tag == "VBD" or is_perfect(first)) or verb.child("aux") is not None:
        return
    verb.tag = first.tag
    last = next((t for t in verb.subtree() if t.dep == "conj" and t.tag in ("VBD", "VBN") and t.head.head is verb and t.child(*_SUBJECTS) is None), None)
    if verb.dep == "ROOT":
        first.reattach(first, "ROOT")
        for child in [c for c in verb.children if c.i < verb.i]:
            child.reattach(first, child.dep)
    verb.reattach(first, "conj")
    if last is not None:
        last.tag = first.tag
        hand_on(last, last.head, verb)


def _mend_after_first_clause(verb: Token) -> None:
    """Make the main verb of "After Peru blocked a vote the mission [went] home", which the parser takes for a word about the vote."""
    first, doer = verb.head.head, verb.child("nsubj")
    mark = first.child("mark")
    if mark is None or mark.i != verb.sent.tokens[0].i or mark.lower not in _CLOSING or doer is None or doer.tag in ("WDT", "WP", "PRP") or verb.child("dobj", "prep", "mark") is not None or leftmost(verb).i != leftmost(doer).i:
        return
    verb.tag = "VBD"
    verb.reattach(verb, "ROOT")
    first.give_after(verb)
    first.reattach(verb, "advcl")


def _mend_bare(verb: Token) -> None:
    _mend_named_aim(verb)
    _mend_listed_root(verb)


def _mend_finite(verb: Token) -> None:
    if verb.tag == "VBP":
        _mend_asking_before(verb)
    _mend_closing_clause(verb)


def _mend_joined_to_demand(verb: Token) -> None:
    """Join what was done to who demands, not to what is: "demanded that he leave, and on Monday its troops [entered]"."""
    verb.reattach(verb.head.head, "conj")


def _mend_said_of_doers(state: Token) -> None:
    """Make a word about the doers of "after gunmen [loyal] to a warlord attacked a post", which the parser takes for a clause of its own."""
    doers, above = state.child("nsubj", "npadvmod"), state.head
    deed = next((c for c in above.children if c.i > state.i and c.tag in ("VBD", "VBZ", "VBP", "VBN") and c.dep in ("advcl", "ccomp", "conj", "dep")), None)
    if doers is None or doers.i != state.i - 1 or deed is None or deed.child("nsubj", "nsubjpass", "mark", "cc") is not None or state.child("prep") is None or state.child("cop", "aux") is not None:
        return
    first = min(c.i for c in (deed, *deed.children) if c is deed or c.dep in ("aux", "auxpass", "neg", "advmod"))
    if rightmost(state).i != first - 1:
        return
    for opener in [c for c in state.children if c.i < doers.i]:
        opener.reattach(deed, opener.dep)
    deed.reattach(above, state.dep)
    doers.reattach(deed, subject_role(deed))
    state.reattach(doers, "amod")


def _mend_asking_before(verb: Token) -> None:
    """Make the main verb of "The envoy [called] on them to end it, free the captives and leave", which the parser takes for what is said of the envoy."""
    subject = verb.child("nsubj")
    said = subject.child("acl") if subject is not None else None
    if subject is None or said is None or subject.tag not in ("NN", "NNP") or subject.child("conj") is not None or said.tag != "VBD" or said.i != subject.i + 1 or verb.child("aux") is not None:
        return
    first = next((c for c in said.children if c.tag == "VB" and c.dep in ("xcomp", "advcl") and any(g.tag == "TO" for g in c.children)), None)
    if first is None:
        return
    said.reattach(said, "ROOT")
    first.dep = "xcomp"
    for child in [c for c in verb.children if c is subject or c.dep == "punct"]:
        child.reattach(said, child.dep)
    subject.dep = "nsubj"
    verb.tag = "VB"
    verb.reattach(first, "conj")


def _mend_naming(name: Token) -> None:
    """Give "the offensive, [codenamed] Dawn, was launched" its subject back, which the parser gives the word that names it."""
    thing, verb = name.child("nsubj", "nsubjpass"), name.head if name.dep == "parataxis" else name.child("conj")
    if thing is None or verb is None or thing.i > name.i or verb.i < name.i or verb.child("nsubj", "nsubjpass") is not None or name.child("aux", "auxpass") is not None:
        return
    if name.dep == "ROOT":
        if verb.pos != "VERB" or name.child("cc", "prep", "prt") is not None:
            return  # "dubbed the plan a farce and was sacked", "called on them to refrain from violence and urged ..."
        verb.become_root()
    thing.reattach(verb, subject_role(verb))
    name.reattach(thing, "acl")
    name.tag = "VBN"


def _mend_reputed(reputed: Token) -> None:
    """Make a clause of "gunmen [believed] to be rebels stormed the bank", which the parser takes for the main verb."""
    who, being = reputed.child("nsubj"), reputed.child("xcomp")
    verb = next((c for c in reputed.children if c.dep in ("ccomp", "conj") and c.pos == "VERB" and c.tag in ("VBD", "VBZ", "VBP") and being is not None and c.i > being.i), None)
    if who is None or verb is None or being is None or reputed.child("cc", "aux", "auxpass", "mark") is not None or verb.child("nsubjpass", "mark") is not None:
        return
    if (what := verb.child("nsubj")) is not None:
        if being.child("attr", "acomp") is not None or what.subtree()[0].i != being.i + 1:
            return
        what.reattach(being, "attr")
    verb.become_root()
    who.reattach(verb, "nsubj")
    reputed.tag = "VBN"
    reputed.reattach(who, "acl")


def _mend_participle(verb: Token) -> None:
    """Make a participle of "soldiers [taken] hostage were freed", "freed girls [taken] hostage by", which the parser takes for a clause with a subject."""
    who = verb.child("nsubj", "nsubjpass")
    if who is None or who.i > verb.i or who.pos not in ("NOUN", "PROPN") or verb.child("aux", "auxpass", "mark") is not None:
        return
    if verb.dep == "ROOT":
        main = next((c for c in verb.children if c.dep in ("conj", "ccomp") and c.i > verb.i and is_verb(c) and c.child("nsubj", "nsubjpass", "mark") is None), None)
        if main is None or verb.child("cc") is not None:
            return
        if verb.lower not in _PARTICIPLES:
            last = token_before(leftmost(main))
            if verb.child("dobj", "xcomp", "prt") is not None or main.tag not in ("VBD", "VBZ", "VBP", "VBN") or (main.tag == "VBN" and main.child("auxpass", "aux") is None) or last is None or last is verb or last.pos in ("PUNCT", "CCONJ", "SCONJ"):
                return
        main.become_root()
        who.reattach(main, subject_role(main))
    elif verb.head.i < who.i and is_verb(verb.head) and verb.head.child("dobj") is None and not any(t.tag == "PRP" for t in who.children):
        who.reattach(verb.head, "dobj")
    else:
        return
    verb.tag = "VBN"
    verb.reattach(who, "acl")


def _mend_named_aim(aim: Token) -> None:
    """Make the main verb of "The Committee to [Protect] Journalists calls on Mali to", where the parser takes the aim in the name for it."""
    body, to = aim.child("nsubj"), token_before(aim)
    verb = next((c for c in aim.children if c.i > aim.i and c.tag in ("VBZ", "VBD", "VBP") and c.dep in ("dobj", "ccomp", "conj") and c.child("nsubj", "nsubjpass", "mark") is None), None)
    if verb is None or body is None or to is None or to.tag != "TO" or body.i != to.i - 1 or body.pos != "PROPN" or not aim.text[:1].isupper():
        return
    verb.become_root()
    body.reattach(verb, "nsubj")
    aim.reattach(body, "acl")


def _mend_listed_root(verb: Token) -> None:
    """Join "lift" to what is asked for in "the bishop called on the king to free them, [lift] the curfew and go", where the parser makes it the main verb."""
    who, comma = verb.child("nsubj"), token_before(verb)
    cue = who.child("acl") if who is not None else None
    first = cue.child("xcomp") if cue is not None else None
    if who is None or cue is None or first is None or comma is None or comma.text != "," or cue.tag not in ("VBN", "VBD") or first.tag != "VB" or verb.child("aux", "mark", "auxpass") is not None or first.subtree()[-1].i != comma.i - 1:
        return
    cue.reattach(cue, "ROOT")
    cue.tag = "VBD"
    who.reattach(cue, "nsubj")
    for child in [c for c in verb.children if c.i < cue.i or c.tag == "."]:
        child.reattach(cue, child.dep)
    verb.reattach(first, "conj")


def _mend_reduced(verb: Token) -> None:
    """Make a clause of "the town [stormed] by rebels lies near the border", which the parser takes for the main verb."""
    subject, noun = verb.child("nsubj"), token_before(verb)
    main = next((c for c in verb.children if c.dep in ("conj", "ccomp", "parataxis", "dep") and c.i > verb.i and c.pos in ("VERB", "AUX") and (c.tag in ("VBZ", "VBP", "VBD") or c.child("aux", "auxpass") is not None)), None)
    if subject is None or main is None or noun is None or noun.pos not in ("NOUN", "PROPN") or verb.child("cc", "aux", "auxpass", "dobj", "mark") is not None or main.child("nsubj", "nsubjpass", "mark") is not None:
        return
    if verb.child("ccomp") not in (None, main):
        return  # "The army recalled that rebels shelled the port and ..."
    if verb.dep == "ROOT":
        main.become_root()
    else:
        main.reattach(verb.head, verb.dep)
    subject.reattach(main, subject_role(main))
    verb.tag = "VBN"
    verb.reattach(noun, "acl")


def _mend_last_name(name: Token) -> None:
    """Set a closing name beside the noun before it, where the parser makes it the head of all: "..., killing its governor, [Peter Bol]."."""
    verb = next((c for c in name.children if c.dep in ("ccomp", "parataxis") and c.pos == "VERB" and c.i < name.i and c.child("nsubj", "nsubjpass") is not None), None)
    first = next((t for t in name.children if t.dep == "compound"), name)
    comma, noun = token_before(first), token_before(first, 2)
    if verb is None or comma is None or noun is None or comma.text != "," or noun.pos != "NOUN" or name.child("nsubj") is not None:
        return
    verb.reattach(verb, "ROOT")
    for child in [c for c in name.children if c.dep not in ("compound", "appos", "relcl", "acl")]:
        child.reattach(verb, child.dep)
    name.reattach(noun, "appos")


def _mend_closing_clause(verb: Token) -> None:
    """Hang "They began leaving, hours after the two sides [agreed] to talk" on what it follows, where the parser takes it for the main clause."""
    mark = next((c for c in verb.children if c.dep in ("mark", "advmod") and c.lower in _CLOSING and c.i < verb.i), None)
    main = next((c for c in verb.children if c.dep in ("ccomp", "parataxis") and c.pos in ("VERB", "AUX") and c.tag in ("VBD", "VBZ", "VBP", "VBN")), None)
    if mark is None or main is None or main.i > mark.i or main.child("nsubj", "nsubjpass") is None or main.child("mark") is not None:
        return
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.i < mark.i or not any(c.text == "," and main.i < c.i < mark.i for c in verb.children):
        return
    main.reattach(main, "ROOT")
    for child in [c for c in verb.children if c.dep == "punct" and (c.i < mark.i or c.text in ".!?")]:
        child.reattach(main, "punct")
    verb.reattach(main, "advcl")


def _mend_headless(verb: Token, known: Known) -> None:
    """Make the main verb of "its envoy, Ahmed Sow, [negotiated] with the king", "Fighting [flared] in the hills", which the parser takes for a participle."""
    noun = verb.head
    gerund = noun.tag == "VBG" and noun.i == noun.sent.tokens[0].i and verb.i == noun.i + 1
    alone = known.acts_alone(verb.lemma) or gerund
    if not (gerund or noun.pos in ("NOUN", "PROPN")) or verb.child("auxpass") is not None or (verb.child("agent") is not None and not alone):
        return
    comma = token_before(verb)
    called = verb.child("oprd") if verb.lemma == "call" else None
    complete = alone or verb.child("xcomp", "ccomp", "dobj") is not None or (called is not None and called.pos == "PROPN")
    if comma is noun and verb.sent.block.kind == "paragraph" and verb.sent.tokens[-1].text == "." and complete and not any(t.tag in ("VBD", "VBZ", "VBP") for t in verb.sent.tokens if t.head is noun):
        verb.become_root()  # "A delegation [called] on the king to resign.", "The armies [disengaged] at the pass."
        verb.tag = "VBD"
        noun.pos, noun.tag = ("NOUN", "NN") if gerund else (noun.pos, noun.tag)
        noun.reattach(verb, "nsubj")
        return
    if comma is None or comma.text != "," or noun.child("appos") is None or (known.takes_object(verb.lemma) and verb.child("dobj") is None) or verb.sent.tokens[-1].text != ".":
        return
    verb.become_root()
    verb.tag = "VBD"
    noun.reattach(verb, "nsubj")


def _mend_after_cries(verb: Token) -> None:
    """Make the main verb of "A mob shouting slogans [set] fire to a shop", which the parser takes for what they shout."""
    gerund, doers, cries = verb.head, verb.head.head, verb.child("nsubj")
    if cries is None or cries.i > verb.i or leftmost(cries).i != gerund.i + 1 or doers.pos not in ("NOUN", "PROPN") or gerund.i != doers.i + 1 or verb.child("mark", "aux") is not None:
        return
    cries.reattach(gerund, "dobj")
    verb.reattach(verb, "ROOT")
    doers.give_after(verb, "punct")
    doers.reattach(verb, "nsubj")


def _mend_heard(verb: Token) -> None:
    """Make the main verb of "The gunmen, it was learnt, [stormed] the village", which the parser hangs on the aside."""
    aside = verb.head
    doer = next((c for c in aside.children if c.i < aside.i and c.dep in ("dep", "nsubjpass", "npadvmod", "nsubj") and c.pos in ("NOUN", "PROPN")), None)
    if doer is None or not any(c.dep == "nsubjpass" and c.lower == "it" for c in aside.children) or not is_after_comma(verb) or verb.child("nsubj", "nsubjpass") is not None or any(c.dep == "cc" and c.i < verb.i for c in verb.children):
        return
    verb.become_root()
    aside.reattach(verb, "parataxis")
    doer.reattach(verb, "nsubj")


def _mend_found_plan(verb: Token) -> None:
    """Make the main verb of "A plan to poison the judge [was found]", which the parser hangs on the infinitive with its object."""
    deed, plan, thing = verb.head, verb.head.head, verb.child("nsubj", "nsubjpass")
    if thing is None or plan.pos != "NOUN" or leftmost(thing).i != deed.i + 1 or deed.child("dobj") is not None or verb.child("mark") is not None:
        return
    role = thing.dep
    thing.reattach(deed, "dobj")
    verb.reattach(verb, "ROOT")
    plan.give_after(verb)
    plan.reattach(verb, role)


def _mend_standing(verb: Token) -> None:
    """Make the verb of "the king stands [accused] of torture", a passive like "is accused"."""
    stands = verb.head
    if stands.dep == "ROOT":
        verb.become_root()
    else:
        verb.reattach(stands.head, stands.dep)
    for child in list(stands.children):
        child.reattach(verb, "nsubjpass" if child.dep == "nsubj" else child.dep)
    stands.reattach(verb, "auxpass")


def _mend_of_whom(of: Token) -> None:
    """Hang ", two of whom [were shot]" on the people before it, where the parser makes a clause of the main verb of it."""
    pronoun, verb = of.child("pobj"), of.head.head
    if pronoun is None or pronoun.lower not in ("whom", "which"):
        return
    main = next((c for c in verb.children if c.dep == "ccomp" and c.pos in ("VERB", "AUX") and c.i < of.i), None) if verb.dep == "ROOT" else None
    if of.head.dep not in ("nsubj", "nsubjpass") or verb.pos not in ("VERB", "AUX") or (main is None and verb.dep not in ("ccomp", "conj", "advcl", "parataxis", "dep")):
        return
    comma = token_before(of.head.subtree()[0])
    if comma is None or comma.text != ",":
        return
    words = verb.sent.tokens[: comma.i - verb.sent.tokens[0].i]
    nouns = [t for t in reversed(words) if t.pos in ("NOUN", "PROPN") and t.dep != "compound" and (t.ent is None or t.ent.label not in ("DATE", "TIME", "GPE", "LOC"))]
    several = [t for t in nouns if t.tag in ("NNS", "NNPS")] if pronoun.lower == "whom" or of.head.tag == "CD" else nouns
    if not several or (main is None and any(t is several[0] for t in verb.subtree())):
        return
    if main is not None:
        main.reattach(main, "ROOT")
        for child in [c for c in verb.children if c.i < of.head.subtree()[0].i or c.tag == "."]:
            child.reattach(main, child.dep)
    noun = several[0]
    while noun.dep == "conj" and noun.head.pos == "NOUN":
        noun = noun.head
    verb.reattach(noun, "relcl")
