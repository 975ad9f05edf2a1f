"""Shapes of phrases in which the words of a slot stand: pure functions over tokens, for slots.py and noun_slots.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.analysis import Analysis, Sentence, Token
from reportedly.coding.grammar.clauses import agents, logical_object, surface_subject
from reportedly.coding.grammar.kinds import MEANS, TARGETS
from reportedly.coding.grammar.light_verbs import Light
from reportedly.coding.grammar.syntax import conjuncts, counted, first_joined, has_to, is_passive, is_subjunctive, is_time, is_verb, prep_objects, token_after
from reportedly.lexicons.predicates import PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_GROUNDS = word_list("slot_shapes.grounds")
_GIVING = word_list("giving")
_TOPICS = frozenset({"about", "on", "over", "for"})
_HELD = word_list("slot_shapes.held")
_CAPTIVES = word_list("captives")
_TELLING_TO = word_list("slot_shapes.telling_to")
_IMPOSED = word_list("slot_shapes.imposed")
_DEEDS = word_list("slot_shapes.deeds")
_ASKING = word_list("pleading")
_REQUESTING = word_list("requesting")
_CALLING = word_list("slot_shapes.calling")
_GRANTING = word_list("granting")
_LEAVE = word_list("granted_leave")
_ALL = frozenset({"all", "both", "those", "the", "any"})
_ARMED = frozenset({"REB", "UAF", "MIL", "PRM"})
_NONE: frozenset[str] = frozenset()
_DRILLS = word_list("drills")
HEADED = word_list("slot_shapes.headed")
COMPOUND = ("compound", "amod", "nmod", "npadvmod")
NO_PARTICLES = frozenset({"according", "due", "owing", "thanks", "prior", "contrary"})  # "laid down arms, according [to] the envoy"


def has_clause(head: Token, slot: str) -> bool:
    """Whether a head governs an infinitive ("to"), a finite clause ("that"), one of what somebody must do ("must"), a gerund ("ing"), or a gerund after a preposition; "bid": whether it is what somebody is told to do; "end": what something else is done for."""
    if slot == "bid":
        return _is_told_to(head)
    if slot == "end":
        return head.tag == "VB" and head.dep == "advcl" and any(c.tag == "TO" for c in head.children)
    if slot == "must":
        return any(c.dep == "ccomp" and c.i > head.i and (is_subjunctive(c) or _is_bidden(c)) for c in head.children)
    for child in head.children:
        if child.dep in ("xcomp", "ccomp", "acl", "advcl") and child.i > head.i and is_verb(child):
            form = "to" if any(c.tag == "TO" for c in child.children) else "ing" if child.tag == "VBG" and child.child("aux") is None else "that"  # but "charged that it [was arming] them"
            if form == slot and (child.dep != "advcl" or form == "to"):
                return True
        if child.dep == "prep" and child.lower == slot and child.child("pcomp") is not None:
            return True  # "charged him with stealing"
    return slot == "for" and head.pos == "NOUN" and (after := token_after(head)) is not None and after.lower == "for" and after.dep == "mark"  # "repeated its calls for the king to resign": the parser hangs the clause on the verb


def _is_told_to(verb: Token) -> bool:
    """Whether a verb is what somebody is asked or told to do: "told the troops to [leave]"."""
    above = verb.head
    while verb.dep == "conj" and verb.tag == above.tag == "VB":
        verb, above = above, above.head
    if verb.tag != "VB" or verb.dep not in ("xcomp", "ccomp", "advcl", "acl", "relcl") or not any(c.tag == "TO" for c in verb.children):
        return False
    return above.lemma in _TELLING_TO and (verb.child("nsubj") is not None or above.child("dobj", "nsubjpass", "dative") is not None)


def _is_bidden(verb: Token) -> bool:
    """Whether somebody must or should do something, and not only must have done it."""
    return any(c.tag == "MD" and c.lower in ("must", "should") for c in verb.children) and not any(c.dep == "aux" and c.lemma == "have" for c in verb.children)


_AFTER = frozenset({"following", "after", "amid", "before", "since"})  # "launched a raid after a gunfight between two gangs": theirs is the gunfight
_INVOLVING = word_list("slot_shapes.involving")
_FOR_PREPOSITION = {  # words that can do for a preposition: "sanctions [targeting] banks", "the [anti]-Houthi campaign", "talks [involving] both", "at the [hands] of"
    **dict.fromkeys(("of", "at", "from", "with", "to", "into", "toward", "towards", "for", "in"), frozenset[str]()),
    "on": frozenset({"upon", "target"}), "against": frozenset({"target", "anti", "counter"}), "between": _INVOLVING, "by": frozenset({"hands"}),
}  # fmt: skip


def is_absent(sentence: Sentence, prep: str) -> bool:
    """Whether a preposition stands nowhere in a sentence, nor what can do for it: most slots of most words are empty for that reason alone."""
    instead = _FOR_PREPOSITION.get(prep)
    return instead is not None and prep not in sentence.words and instead.isdisjoint(sentence.words)


def sides_between(noun: Token, light: Light | None) -> list[Token]:
    """Return the sides of an act that it is said to involve, or between which it is where other phrases come first: "talks on the fate of the hostages between X and Y", "fighting raged in the region between X and Y"."""
    involved = [t for c in noun.children if c.dep in ("acl", "prep", "relcl") and c.i > noun.i and c.lemma in _INVOLVING and (c.dep != "relcl" or ((who := c.child("nsubj")) is not None and who.lower in ("which", "that"))) for g in c.children if g.dep in ("dobj", "pobj") for t in conjuncts(g)]
    if involved:
        return involved
    verb = light.verb if light is not None else noun.head if noun.dep in ("nsubj", "nsubjpass") and is_verb(noun.head) else None
    if noun.dep == "pobj" and is_verb(noun.head.head) and len(found := [t for t in prep_objects(noun.head.head, "between") if t.i > noun.i]) > 1:
        return found  # "were hurt during the firefight on Saturday between rebels and troops"
    nouns = [noun]
    for top in (noun, verb) if verb is not None else (noun,):
        nouns += [g for c in top.children if c.dep == "prep" and c.i > noun.i and c.lower not in _AFTER for g in c.children if g.dep == "pobj"]
    nouns += [g for n in nouns[1:] for c in n.children if c.dep == "prep" for g in c.children if g.dep == "pobj"]
    for above in nouns[1:]:
        if above.lemma not in _GROUNDS and len(found := prep_objects(above, "between")) > 1:
            return found
    return []


def second_side(first: Token) -> list[Token]:
    """Return the other side of two, which the parser joins to a noun inside the first: "talks between lawyers for the family and [officials]"."""
    inner = [g for c in first.children if c.dep == "prep" and c.lower in ("for", "from", "of") for g in c.children if g.dep == "pobj"]
    return [t for noun in inner for t in conjuncts(noun)[1:]]


def phrases_below(head: Token) -> Iterator[Token]:
    """Yield every word of the phrases that hang on a word, but none of a clause."""
    for child in head.children:
        if not is_verb(child) or child.dep == "amod":
            yield child
            yield from phrases_below(child)


def is_captive_of_others(clause: Token) -> bool:
    """Whether a participle says that somebody is in the hands of others: "a sailor [held] hostage", "two nuns [kidnapped] in May", "a teacher [held] in Eritrea"."""
    if clause.dep != "acl" or clause.tag != "VBN" or clause.lemma not in _HELD:
        return False
    words = [t for c in clause.children for t in (c, *c.children)]
    return clause.lemma != "hold" or any(t.dep == "agent" or t.lemma in _CAPTIVES or (t.dep == "pobj" and t.pos == "PROPN" and t.head.lower == "in" and (t.ent is None or t.ent.label != "DATE")) for t in words)


def has_determiner(noun: Token) -> bool:
    return any(c.dep in ("det", "poss") for c in noun.children)


def thing_given(verb: Token) -> Token | None:
    """Return what somebody is given in the passive, where the subject is whom it is given to: "Chad was [given] 40 tanks"."""
    if verb.lemma not in _GIVING or verb.child("nsubjpass") is None:
        return None
    thing = verb.child("dobj", "oprd")
    return thing if thing is not None and thing.i > verb.i else None


_PARTICLES = frozenset({"in", "off", "over", "up", "down"})


def particle_objects(verb: Token, words: Sequence[Token] = ()) -> list[Token]:
    """Return the object of a verb with a particle that the parser hung on the particle: "reined in the [militia]"; ``words``: those of its phrase beside it."""
    particles = [c for c in verb.children if c.dep == "prt"]
    if not particles:
        particles = [w for w in words if w.dep == "prep" and w.head is verb and w.i == verb.i + 1 and w.lower in _PARTICLES and not is_passive(verb) and not _is_bare(w.child("pobj"))]
    return [t for top in (verb, *particles) for c in top.children if c.dep == "pobj" for t in conjuncts(c)] if particles else []


def _is_bare(noun: Token | None) -> bool:
    """Whether a noun stands alone, as after a preposition and not after a particle: "flew in support"."""
    return noun is None or (noun.tag == "NN" and noun.child("det", "poss", "nummod", "amod", "compound") is None)


def verb_prep(verb: Token, prep: str) -> list[Token]:
    """Return the objects of a verb's preposition, also where the parser hung it on the verb's object; no day ("imposed sanctions on generals on Monday")."""
    found = prep_objects(verb, prep)
    days = [t for t in found if is_time(t)]
    if days and len(days) == len(found) and prep in ("on", "in", "at", "for"):
        return _hung_prep(verb, prep) or found
    return found if found or prep in ("of", "between") else _hung_prep(verb, prep)


def _hung_prep(verb: Token, prep: str) -> list[Token]:
    """Return the objects of a preposition that the parser hung on a verb's object or adverb."""
    for child in verb.children:
        if child.dep in ("dobj", "nsubjpass") and (prep in ("to", "on", "over", "against", "with", "for", "from") or (prep == "by" and child.dep == "dobj")) and child.i + 1 < verb.i + 12:
            found = prep_objects(child, prep) or [t for inner in counted(child) for t in prep_objects(inner, prep)]
            if not found and prep in ("on", "against"):  # "lifted the curbs imposed on the union", "that it had imposed on it"
                found = [t for c in child.children if c.dep in ("acl", "relcl") and c.tag in ("VBN", "VBD") and c.lemma in _IMPOSED for t in prep_objects(c, prep)]
            if not found and (of := child.child("prep")) is not None and of.lower == "of":  # "a suspension of air links with Chad"
                found = [t for o in prep_objects(child, "of") if o.tag in ("NN", "NNS") for t in prep_objects(o, prep)]
            if not found and prep == "from":  # "sought the truth about the raid from the navy"
                found = [t for c in child.children if c.dep == "prep" and c.lower in _TOPICS for o in c.children if o.dep == "pobj" for t in prep_objects(o, prep)]
            if found:
                return found
    if prep == "from":  # "gifts came to the Navajo [from] Ireland"
        named = [o for c in verb.children if c.dep == "prep" and c.lower in ("to", "in", "for", "at") for o in c.children if o.dep == "pobj" and o.subtree()[0].text[:1].isupper()]
        named += agents(verb) if is_passive(verb) or verb.dep == "acl" else []  # "arms received by the rebels [from] Libya"
        if found := [t for o in named for t in prep_objects(o, prep)]:
            return found
    for child in verb.children:  # "back up from", "out of": the preposition below a particle-like adverb
        if child.dep in ("advmod", "prt", "prep") and child.pos in ("ADV", "ADP") and child.lower not in NO_PARTICLES:
            found = prep_objects(child, prep)
            if found:
                return found
    return []


def clause_subject(head: Token) -> list[Token]:
    """Return the subject of the clause a predicate governs: "urged X to go", "demanded that X go", "called for X to go"."""
    for child in head.children:
        marked = child.dep == "advcl" and any((c.dep == "mark" and c.lower not in ("for", "that")) or c.tag == "WRB" for c in child.children)  # "after the king left", "when his boat sank"
        if child.dep in ("ccomp", "xcomp", "advcl", "acl", "relcl") and child.i > head.i and not marked:
            if is_passive(child):  # "demanded that the boy be returned": nobody is asked by name but a "by"
                return agents(child)
            subject = child.child("nsubj")
            if subject is not None:
                return conjuncts(subject)
        if child.dep == "prep" and child.lower == "for":
            for inner in child.children:
                if inner.dep in ("pcomp", "ccomp") and inner.child("nsubjpass") is not None:
                    return agents(inner)
                if inner.dep in ("pcomp", "ccomp") and (subject := inner.child("nsubj")) is not None:
                    return conjuncts(subject)
                if inner.dep == "pobj" and inner.child("relcl", "acl") is None and (done := next((c for c in head.children if c.dep == "advcl" and c.i > inner.i and has_to(c) and c.child("auxpass") is not None), None)) is not None:
                    return agents(done)  # "called for those responsible to be put on trial"
                if inner.dep == "pobj" and inner.tag == "NNS" and (said := inner.child("relcl")) is not None and any(c.lower in _ALL for c in inner.children) and any(t.tag == "TO" and t.i > said.i + 1 for t in said.subtree()):
                    return conjuncts(inner)  # "called for all groups that entered the port to leave"
                if inner.dep == "pobj" and any(g.tag == "TO" for c in (*inner.children, *head.children) if c.dep in ("relcl", "acl", "advcl") and c.i > inner.i for g in c.children):
                    return conjuncts(inner)
    return []


def whose_deeds(noun: Token) -> list[Token]:
    """Return whose deeds an act is said to be one of: "[the army's] crimes include the burning of villages"."""
    first = first_joined(noun)
    deeds = first.head.child("nsubj") if first.dep == "dobj" and first.head.lemma == "include" else None
    if deeds is not None and deeds.lower == "which" and first.head.dep == "relcl":
        deeds = first.head.head  # "denied its crimes, which include the burning"
    if deeds is None or deeds.lemma not in _DEEDS:
        return []
    return [t for c in deeds.children if c.dep == "poss" for t in conjuncts(c)] or prep_objects(deeds, "by")


def asker(help_: Token) -> list[Token]:
    """Return who asks for a help: "the [king] asked Paris for help", "[Kyiv] requested assistance"."""
    if help_.dep == "dobj" and help_.head.lemma in _REQUESTING:
        return surface_subject(help_.head)
    if help_.dep != "pobj" or help_.head.lower != "for":
        return []
    verb = help_.head.head if is_verb(help_.head.head) else help_.head.head.head
    return surface_subject(verb) if is_verb(verb) and verb.lemma in _ASKING else []


def backed(help_: Token) -> list[Token]:
    """Return whom a help helped: "with the help of the coalition, the [army] retook the town"."""
    if help_.dep != "pobj" or help_.head.lower != "with":
        return []
    with_ = first_joined(help_.head)  # "alongside the police and [with] the help of the coalition"
    governor = with_ if is_verb(with_) else with_.head
    if governor.dep in ("nsubj", "nsubjpass"):
        return [governor]
    if governor.dep == "dobj" and is_verb(governor.head):
        governor = governor.head  # "launched an assault with the fire support of the navy"
    return doers_of(governor)


def doers_of(verb: Token) -> list[Token]:
    """Return who does what a verb says, named by its subject or by "by"; none for another word."""
    if not is_verb(verb):
        return []
    return agents(verb) if is_passive(verb) else surface_subject(verb)


def called_by(act: Token) -> list[Token]:
    """Return who called an act: "protests called by the [unions] against the junta"."""
    return [t for c in act.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in _CALLING for t in agents(c)]


def is_foe(analysis: Analysis, name: Token) -> bool:
    """Whether a name before a noun is whom it is against: "the anti-[ISIS] campaign"."""
    tokens = analysis.tokens
    return name.i > 1 and tokens[name.i - 1].text == "-" and tokens[name.i - 2].lower in ("anti", "counter")


def hyphened(analysis: Analysis, name: Token) -> list[Token]:
    """Return the name that a hyphen joins to one before a noun: "the [Canada]-EU deal"."""
    if name.i not in analysis.mention_at or not any(c.lower in ("-", "\u2013", "/") and c.i == name.i - 1 for c in name.children):
        return []
    return [c for c in name.children if c.dep in COMPOUND and c.i == name.i - 2 and (m := analysis.mention_at.get(c.i)) is not None and m.kind == "name"]


def modifiers(analysis: Analysis, lexicon: PredicateLexicon, noun: Token) -> list[Token]:
    """Return names and actor nouns directly before a noun: "US strikes", "rebel attack", "Saudi-led campaign"."""
    out: list[Token] = []
    for child in noun.children:
        if child.dep not in COMPOUND or child.i > noun.i or is_foe(analysis, child) or _is_number_of(analysis, child):
            continue
        classes = lexicon.classes_of.get(child.lemma.lower(), _NONE)
        if classes & MEANS and child.tag in ("NN", "NNS"):
            out += [c for c in child.children if c.dep in COMPOUND and c.i in analysis.mention_at]  # "a [coalition] drone strike"
            continue
        kinds = classes & TARGETS
        if kinds and not kinds & lexicon.classes_of.get(noun.lemma.lower(), _NONE):
            return []  # "Mali aid convoy attack": what stands before a target is no doer; but "Russian food aid"
        if child.i in analysis.mention_at:
            if "weapon" in classes and analysis.mention_at[child.i].entry is None:
                continue  # "an IED blast"
            if noun.lemma in _DRILLS and (named := analysis.mention_at[child.i]).kind == "name" and named.entry is None:
                continue  # the "Foal Eagle" exercises: their own name
            out += [*hyphened(analysis, child), *(t for t in conjuncts(child) if t.i in analysis.mention_at)]
        elif child.dep == "compound" and child.tag == "NN" and not kinds and child.text.islower():
            out += [c for c in child.children if c.dep == "compound" and (told := analysis.mention_at.get(c.i)) is not None and told.kind == "name" and told.sector in _ARMED]  # "[Taliban] roadside bombs"
        elif child.lower in HEADED:
            out += [c for c in child.children if c.i in analysis.mention_at]
    return out


def _is_number_of(analysis: Analysis, noun: Token) -> bool:
    """Whether a noun joined to a number only says of how many: "the six-[nation] talks"."""
    before = analysis.tokens[max(0, noun.i - 2) : noun.i]
    return len(before) == 2 and before[1].lower == "-" and before[0].tag == "CD"


def given_to(analysis: Analysis, verb: Token) -> list[Token]:
    """Return who is given something where the parser saw no dative: "grant [monitors] access", "grant the [Red Crescent] access"."""
    things = [c for c in verb.children if c.dep == "dobj"] if verb.lemma in _GRANTING else []
    if len(things) > 1:
        return conjuncts(things[0])
    return [c for o in things if o.lemma in _LEAVE for c in o.children if (c.dep in ("compound", "nmod") or (c.lower == "her" and c.dep == "poss" and verb.lemma == "grant")) and c.i in analysis.mention_at]  # "granted [her] asylum"


def receivers(analysis: Analysis, verb: Token) -> list[Token]:
    """Return who is given what a verb gives: a dative, or the subject of a passive: "were given asylum"."""
    if thing_given(verb) is not None:
        return logical_object(verb)
    found = [t for c in verb.children if c.dep == "dative" and c.pos != "ADP" for t in conjuncts(c)]
    return found or given_to(analysis, verb) or (logical_object(verb) if verb.child("dobj") is not None and is_passive(verb) else [])
