"""Who does a verb or an event noun, and to whom: logical subjects and objects through passives, control, relatives and coordination."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.by_phrases import by_phrase, by_phrase_behind, by_phrase_inside, is_by_others, is_joined_passive, objects_of, who_had_it_done
from reportedly.coding.grammar.listed import counted_ahead, listed_object
from reportedly.coding.grammar.relative_clauses import antecedents, told_of_noun, what_is_called
from reportedly.coding.grammar.syntax import (
    DEPTH,
    INTENTS,
    RELATIVE,
    SENDINGS,
    SUBJECTS,
    SUSPICIONS,
    antecedent,
    climb_partitive,
    conjuncts,
    first_joined,
    has_to,
    is_of_those,
    is_order,
    is_passive,
    is_time,
    is_verb,
    prep_objects,
)
from reportedly.lexicons.word_lists import word_list

_RESULTS = word_list("clauses.results")

# Verbs whose gerund after a preposition is done by their object: "accused the US of bombing", "barred him from leaving".
_OBJECT_PREPOSITIONS = frozenset({"of", "from", "for", "into", "over", "with", "to", "against"})
_OBJECT_CONTROL = word_list("clauses.object_control")
_GOING = word_list("clauses.going")
_WILLING = word_list("clauses.willing")
_WITH_OBJECT_IN = word_list("clauses.with_object_in")

# Verbs of which a phone call is only the means: "called him to apologise" is said of the caller.
_TOGETHER = word_list("clauses.together")
_ON_THE_PHONE = word_list("clauses.on_the_phone")
_PRESSING = word_list("clauses.pressing")
_NEEDS = word_list("clauses.needs")
_NEED_TOLD = word_list("clauses.need_told")
_SENDING = word_list("sending")
_SENT = word_list("clauses.sent")
_AIMS = word_list("clauses.aims")
_CALLING = word_list("clauses.calling")
_ASKED_FOR = word_list("clauses.asked_for")

# Verbs whose subject is asked for what their object's infinitive says: "rejected the demand to disarm".
_ANSWERING = word_list("clauses.answering")
_FOILING = word_list("clauses.foiling")
_SURVIVING = word_list("clauses.surviving")
_GRATEFUL = word_list("clauses.grateful")
_PUNISHING = word_list("clauses.punishing")
_DECLARING = word_list("clauses.declaring")
_CLEARING = word_list("clauses.clearing")
_FACING = word_list("clauses.facing")
_HELD_BY = word_list("clauses.held_by")
_CHARGING = word_list("clauses.charging")
_LEFT_BY = word_list("clauses.left_by")
_HARM = word_list("clauses.harm")
_COURTS = word_list("clauses.courts")
_AVERSIONS = word_list("clauses.aversions")
_AGAINST_OBJECT = word_list("clauses.against_object")
_DECIDERS = word_list("clauses.deciders")
_ARRIVING = word_list("arriving")
_THANKS = word_list("clauses.thanks")
_FEELINGS = word_list("clauses.feelings")
_TOLD_OF = word_list("clauses.told_of")
_TELLING = word_list("clauses.telling")
_BEING = frozenset({"be", "remain", "become"})
_PENALTIES, _UNDERGOING = word_list("clauses.penalties"), word_list("undergoing")


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """Return the heads of a verb's subject as the clause shows it, inherited where it has none of its own."""
    child = verb.child(*SUBJECTS)
    if child is not None:
        if (child.lower == "that" or child.tag == "VBG") and (second := next((c for c in verb.children if c.dep in SUBJECTS and c is not child and c.i < verb.i), None)) is not None:
            child = second  # "reports that [rebels] have killed", "the ageing [king] fled": the parser takes both for subjects
        if child.dep == "nsubj" and child.tag == "EX":
            return []
        if child.dep in ("csubj", "csubjpass") and child.lemma in ("remain", "leave") and any(c.lower == "what" for c in child.children):
            return prep_objects(child, "of")  # "what remained of the [brigade] retreated"
        return [named_as(t) or t if child.lower in RELATIVE else t for t in antecedents(child, verb)]
    return _inherited(verb, depth) if verb.child("expl") is None else []  # "the mayor said there had been a raid"


def logical_subject(verb: Token, depth: int = 0) -> list[Token]:
    """Return the heads of the doer of a verb: the "by" phrase in a passive, else the subject."""
    if depth > DEPTH:
        return []
    if is_passive(verb):
        return agents(verb)
    if verb.tag == "VBG" and verb.dep == "pcomp" and verb.lemma not in _ARRIVING and verb.child("dobj") is None and (found := agents(verb)):
        return found  # "told of shelling by both the army and the rebels"
    return surface_subject(verb, depth)


def agents(verb: Token) -> list[Token]:
    """Return the heads of whoever does what a passive says, named with "by" or as who has it done."""
    if (found := by_phrase(verb)) is not None:
        return found
    if is_joined_passive(verb):
        return [] if is_by_others(verb) else agents(verb.head)
    had = None if (found := by_phrase_inside(verb)) else who_had_it_done(verb)
    return found or (surface_subject(had) if had is not None else []) or by_phrase_behind(verb)


def logical_object(verb: Token, depth: int = 0) -> list[Token]:
    """Return the heads of the undergoer of a verb: the subject of a passive, else the object."""
    if depth > DEPTH:
        return []
    if is_passive(verb):
        child = verb.child("nsubjpass", "nsubj")
        if child is not None:
            return antecedents(child, verb)
        if verb.dep in ("acl", "amod", "relcl"):
            return _modified(verb)
        return _inherited(verb, depth)
    child = verb.child("dobj")
    if child is not None:
        return [antecedent(t) for t in conjuncts(counted_ahead(verb, child) or child)]
    if (meant := what_is_called(verb)) is not None:
        return conjuncts(meant)
    for child in verb.children:  # "accept refugees fleeing the war", "welcomed the king to mediate": the parser makes a clause of it
        if child.dep in ("ccomp", "xcomp") and (child.tag in ("VBG", "VB") or (child.pos in ("NOUN", "ADJ") and verb.lemma in _DECLARING)) and child.i > verb.i and not any((c.dep == "aux" and c.tag != "TO") or c.dep == "mark" for c in child.children):
            inner = child.child("nsubj")
            if inner is not None and (child.tag == "VBG" or verb.i < inner.i):  # also "declared [the league] a terrorist group", "held [the envoy] incommunicado"
                return conjuncts(inner)
    if verb.dep == "relcl" and (told_of := told_of_noun(verb)) is not None:
        return told_of
    if verb.dep == "conj" and verb.tag in ("VBD", "VBN"):
        onward = next((c for c in verb.children if c.dep == "conj" and c.i == verb.i + 2 and c.tag in ("VBD", "VBN") and is_verb(c) and c.child(*SUBJECTS) is None), None)
        if onward is not None and (shared := onward.child("dobj")) is not None:
            return conjuncts(shared)  # "called for it and [detained] and harassed their families"
    if (listed := listed_object(verb)) is not None:
        return conjuncts(listed)  # "shadowed, [detained] and beat painters"
    if verb.dep == "conj" and is_verb(verb.head) and verb.i > verb.head.i and not (verb.tag in ("VB", "VBN") and verb.tag == verb.head.tag and verb.head.child("dobj", "prep") is None) and not (verb.tag == "VBG" and verb.child("conj") is not None and verb.child("prep", "prt") is None):
        return []  # but "to arm, [train] and fund the rebels", "chasing them, [beating] and arresting them"
    for child in verb.children if verb.child("xcomp", "ccomp") is None else ():  # "attacked and burned the village": the last conjunct's object serves the first
        if child.dep == "conj" and is_verb(child) and (child.tag == verb.tag or ({child.tag, verb.tag} == {"VB", "VBP"} and verb.child("cc") is None)) and not any(c.dep in SUBJECTS for c in child.children) and not any(c.i > verb.i and (c.dep in ("prep", "prt") or (c.dep == "advmod" and c.lower.endswith("ly") and c.i < child.i)) for c in verb.children):
            return logical_object(child, depth + 1)  # but not "[shooting] wildly and burning huts"
    return []


def _modified(verb: Token) -> list[Token]:
    """Return the noun a participle modifies; of "among those killed was the governor" the governor."""
    noun = verb.head
    if noun.lemma in _COURTS and verb.lemma in _CHARGING and noun.dep == "pobj" and is_verb(noun.head.head):
        return surface_subject(noun.head.head)  # "appeared in court charged with"
    if noun.lemma in _LEFT_BY and verb.lemma in _HARM and (left_by := prep_objects(noun, "of")) and left_by[0].i < verb.i:
        return left_by  # "relatives of people killed in"
    if is_of_those(noun) and noun.head.lower in ("among", "amongst", "including") and noun.head.head.lemma == "be":
        named = next((c for c in noun.head.head.children if c.dep in ("nsubj", "attr") and c.i > verb.i), None)
        return conjuncts(named) if named is not None else [noun]
    if (other := noun.child("conj")) is not None and noun.tag == other.tag == "NNS" and other.i == noun.i + 2 and other.child("amod", "nummod", "compound", "conj") is None:
        return conjuncts(noun)  # "their [jailed] sons and cousins"
    return [(named_as(noun) if noun.dep == "pobj" else None) or noun]  # "Omar is one of two guards [accused]"; but "Curtain was an operation [run] by the army"


def _is_anyones(deed: Token) -> bool:
    """Whether somebody says that a deed is needed, not by whom: "stressed the need [to free] them", "the importance of [freeing] them"."""
    noun = deed.head.head if deed.dep == "pcomp" else deed.head
    if noun.lemma not in _NEEDS or deed.dep not in ("pcomp", "acl", "relcl"):
        return False
    noun = first_joined(noun)
    return noun.dep == "dobj" and noun.head.lemma in _NEED_TOLD


def named_as(noun: Token) -> Token | None:
    """Return by what name somebody is told to be what a clause says more of: "[Omar] is the man who shot him", "[Chad] remains a land torn by war", "[Omar] is one of two guards accused"."""
    attr = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lower == "one" else noun
    if attr.dep != "attr" or attr.head.lemma not in _BEING or (attr is noun and noun.tag not in ("NN", "NNP")):
        return None
    who = attr.head.child("nsubj")
    if who is None or who.pos != "PROPN" or who.i > attr.i or who.child("conj") is not None:
        return None
    return who if who.ent is not None and who.ent.label in ("PERSON", "GPE") else None  # but "Iron Gate was a raid carried out by marines"


def is_foremost(noun: Token) -> bool:
    """Whether a noun is the first or the most of its kind that does something: "the [first] officer to surrender"."""
    return any(c.tag == "JJS" or c.lower in ("first", "only", "last", "latest") for c in noun.children)


def _inherited(verb: Token, depth: int) -> list[Token]:
    if verb.dep == "advcl" and verb.head.lemma in _FOILING and any(c.tag == "TO" for c in verb.children) and (plot := verb.head.child("dobj")) is not None and plot.i < verb.i:
        return noun_doer(plot, depth + 1)  # "thwarted a plot to kill the king"
    if depth > DEPTH or (is_order(verb) and verb.dep != "conj"):
        return []
    if _is_anyones(verb):
        return []
    head, dep = verb.head, verb.dep
    if head.lemma == "use" and is_passive(head) and dep in ("xcomp", "advcl") and any(c.tag == "TO" for c in verb.children) and (users := agents(head)):
        return users  # "were used by the sultan to disperse the strikers"
    if dep == "conj":
        return _joined_subject(verb, head, depth)
    if dep == "xcomp" and head.lemma == "be" and (aim := head.child("nsubj")) is not None and aim.lemma in _AIMS:
        return noun_doer(aim, depth + 1) or prep_objects(aim, "for")  # "the militia's aim is to drive the army out", "the aim for the coast guard is to help"
    if dep in ("xcomp", "ccomp"):
        return _controller(verb, head, depth)
    if dep == "advcl" and verb.tag == "VBG" and verb.i > head.i and verb.lemma in _RESULTS and is_passive(head) and verb.child("mark") is None:
        return agents(head)  # "was ambushed by gunmen, wounding two"
    if dep == "advcl" and any(c.tag == "TO" for c in verb.children) and (found := _who_is_to(verb, head)):
        return found
    if dep == "advcl" and head.dep == "acomp" and head.tag == "VBN" and is_verb(head.head):
        return surface_subject(head.head, depth + 1)  # "is postured to help", parsed as an adjective
    if dep in ("advcl", "dep", "parataxis"):
        return surface_subject(head, depth + 1) if is_verb(head) else [head] if dep == "advcl" and verb.tag in ("VBN", "VBG") and head.pos in ("NOUN", "PROPN") else []
    if dep in ("acl", "relcl") and head.dep == "attr" and any(c.tag == "TO" for c in verb.children) and is_foremost(head) and (who := head.head.child("nsubj")) is not None:
        if who.pos == "PROPN":
            return [who]  # "[Togo] is the first state to recognise it"
        if who.lower in ("he", "she", "they"):
            return [head]  # "he is the highest [officer] to surrender"
    if dep in ("acl", "relcl") and (who := named_as(head)) is not None:
        return [who]
    if dep == "relcl":
        return [head] if not any(c.lower in RELATIVE for c in verb.children) or verb.child("nsubj", "nsubjpass") is None else []
    if dep == "acl":
        return _meant_to(head, depth) if has_to(verb) else _who_tells(verb, head, depth) or [head]
    if dep == "pcomp" or (dep == "pobj" and verb.tag == "VBG" and head.lower == "on" and head.head.lemma in ("go", "keep", "carry")):
        return gerund_subject(head, depth)  # "goes on bombing"
    return []


def _joined_subject(verb: Token, first: Token, depth: int) -> list[Token]:
    if verb.tag == "VBG" and first.tag in ("VBD", "VBZ", "VBP") and first.child("dobj") is not None and verb.child("dobj", "aux", "prep") is None:
        return []  # "heard gunfire and [shelling]"
    if is_verb(first):
        return surface_subject(first, depth + 1)
    return _inherited(first, depth + 1) if first.dep == "advcl" else []  # "armed and financed by the ministry, it ..."


def _meant_to(noun: Token, depth: int) -> list[Token]:
    """Return who is to do what an infinitive behind a noun names: "the decision of [the cabinet] to expel"."""
    if noun.lemma in SENDINGS and (sent := prep_objects(noun, "of")):
        return sent  # "approved the extradition of the banker to face charges"
    if noun.lemma == "pressure" and (pressed := prep_objects(noun, "on")):
        return pressed
    if noun.lemma in INTENTS and noun.child("poss") is None and (owners := prep_objects(noun, "of")):
        return owners
    if noun.head.lemma == "give" and noun.dep in ("dobj", "oprd") and is_passive(noun.head):
        return logical_object(noun.head, depth + 1)  # "were given full licence to burn"
    return _asked(noun, depth) if noun.lemma in _ASKED_FOR or (noun.head.lemma == "give" and noun.head.child("dative") is not None) else noun_doer(noun, depth + 1)


def _who_tells(verb: Token, whom: Token, depth: int) -> list[Token]:
    """Return who tells others something, where the parser takes them for those who tell: "issued a notice for [visitors] advising them to leave", "held them in the port, accusing them of"."""
    them = verb.child("dobj")
    above = whom
    while above.dep in ("pobj", "dobj") and not is_verb(above):
        above = above.head.head if above.dep == "pobj" else above.head
    if verb.tag != "VBG" or verb.lemma not in _TELLING or them is None or them.lower not in ("them", "him", "her") or not is_verb(above):
        return []
    return surface_subject(above, depth + 1) if whom.tag in ("NNP", "NN") or (whom.tag == "NNS") == (them.lower == "them") else []


def _who_is_to(verb: Token, governor: Token) -> list[Token]:
    """Return who is to do what an infinitive beside a clause says, where that is not its subject: "put pressure on the [rebels] to leave"."""
    thing = governor.child("dobj")
    if governor.dep == "acl" and governor.tag == "VBN" and governor.head.lemma in INTENTS and (planners := agents(governor)):
        return planners  # "a plan put forward by the general to kill him"
    if governor.lemma == "give" and (given := _given_time(verb, governor)):
        return given
    if pressed := _pressed_on(governor):
        return pressed
    if thing is not None and governor.lemma in _PRESSING and thing.i < verb.i:
        return conjuncts(thing)
    if governor.lemma in _CALLING and verb.lemma not in _ON_THE_PHONE and (asked := _called_on(verb, governor)):
        return asked
    if thing is not None and governor.lemma in _SENDING and thing.i < verb.i and thing.lemma.lower() in _SENT:
        return conjuncts(thing)  # "sent his minister to Juba to mediate"
    return []


def _pressed_on(verb: Token) -> list[Token]:
    """Return who is under the pressure that a verb puts: "piled pressure on [Zambia] to leave", "the pressure that they exert on [it] to leave"."""
    what = verb.child("dobj")
    if verb.dep == "relcl" and (what is None or what.lower in RELATIVE):
        what = verb.head
    return prep_objects(verb, "on") or prep_objects(what, "on") if what is not None and what.lemma == "pressure" else []


def _controller(verb: Token, governor: Token, depth: int) -> list[Token]:
    if governor.pos == "ADJ" or (governor.dep == "acomp" and is_verb(governor.head)):
        if (own := governor.child("nsubj")) is not None:
            return conjuncts(own)  # "as he was about to leave": the parser takes no verb for its head
        found = surface_subject(governor.head, depth + 1) if is_verb(governor.head) else []
        return [t for t in found if t.lower != "it" or governor.lemma in _WILLING]  # "it is too early to leave" says of nobody
    if not is_verb(governor):
        return noun_doer(governor, depth + 1)
    if governor.lemma == "be" and (said := governor.child("acomp")) is not None and said.lemma not in _WILLING and (it := governor.child("nsubj")) is not None and it.lower == "it":
        return []  # "it was wrong to arrest them"
    objects = [c for c in governor.children if c.dep in ("dobj", "dative") and c.i < verb.i and c.pos != "ADP"]
    if objects and (pressed := _pressed_on(governor)):
        return pressed
    if governor.lemma == "call" and verb.lemma in _ON_THE_PHONE and not any(c.dep in ("prep", "prt") and governor.i < c.i < verb.i and c.lower in ("on", "for", "upon") for c in governor.children):
        return surface_subject(governor, depth + 1)
    if governor.lemma in _FOILING:
        return [t for o in objects[:1] for t in noun_doer(o, depth + 1)]
    if objects and governor.lemma in _OBJECT_CONTROL:
        return [antecedent(t) for t in conjuncts(objects[0])]
    return _called_on(verb, governor) or surface_subject(governor, depth + 1)


def _called_on(verb: Token, governor: Token) -> list[Token]:
    """Return who is asked to do something: "called on Israel to withdraw"."""
    for child in governor.children:
        if child.dep == "prep" and governor.i < child.i < verb.i and child.lower in ("on", "upon", "for", "to", "with") and governor.lemma not in _GOING:
            asked = child.child("pobj")
            if asked is not None and asked.tag != "CD" and not is_time(asked):  # but "agreed on Tuesday to", "voted 87 to 15 to"
                return [*surface_subject(governor, DEPTH), *conjuncts(asked)] if child.lower == "with" and governor.lemma in _TOGETHER else conjuncts(asked)
    return []


def _asked(request: Token, depth: int) -> list[Token]:
    """Return who is asked to do what a noun asks for: "an order to the army to leave", "ignored the demand to leave"."""
    if found := prep_objects(request, "to") or prep_objects(request, "on"):
        return found
    governor = request.head.head if request.dep == "pobj" else request.head
    granting = request.dep == "pobj" and (request.head.lower == "at" or (request.head.lower == "in" and request.lemma == "order"))
    if granting or (request.dep in ("dobj", "pobj") and governor.lemma in _ANSWERING):
        return surface_subject(governor, depth + 1)  # "landed at the request of the king to protect him"
    return [t for c in governor.children if c.dep == "dative" and c.pos != "ADP" for t in conjuncts(c)] if is_verb(governor) else []


def _given_time(verb: Token, governor: Token) -> list[Token]:
    """Return who is given time to do something: "gave the miners two days to leave", "gave the miners until noon to leave"."""
    given = governor.child("dative") or (governor.child("dobj") if any(c.lower == "until" for c in governor.children) else None)
    return conjuncts(given) if given is not None and given.i < verb.i and given.pos != "ADP" else []


def before_second_for(objects: list[Token]) -> list[Token]:
    """Leave out those a "for" of their own is about: "thanked [Chad] for its bread and Togo for sheltering them"."""
    return [t for t in objects if t.dep != "conj" or not any(c.lower == "for" for c in t.children)] or objects


def gerund_subject(preposition: Token, depth: int = 0) -> list[Token]:
    """Return who does the act after a preposition: its own subject, the governor's object ("accused X of"), or its subject."""
    if preposition.dep == "conj" and preposition.head.dep == "prep":
        preposition = preposition.head  # "accused of looting and of burning"
    governor = preposition.head if preposition.head.lower != "including" else preposition.head.head  # "will do more, including by sending police"
    own = preposition.child("pobj")
    if preposition.dep == "agent":
        return []  # "were killed by shelling"
    if own is not None and preposition.child("pcomp") is not None:  # "lead to the army leaving"
        return conjuncts(own)
    if is_verb(governor):
        if preposition.lower == "for" and (thankful := next((c for c in governor.children if c.lower in _GRATEFUL), None)) is not None and (thanked := prep_objects(thankful, "to")):
            return thanked  # "is grateful to Chad for sheltering"
        if governor.lemma in ("visit", "tour") and not is_passive(governor):
            return surface_subject(governor, depth + 1)  # "visited Cairo for talks with"
        objects = logical_object(governor, depth + 1)
        if objects and preposition.lower == "against" and governor.lemma in _AGAINST_OBJECT:
            return objects  # "warned the militia against attacking"
        if objects and preposition.i > governor.i and (preposition.lower in _OBJECT_PREPOSITIONS or (preposition.lower == "in" and governor.lemma in _WITH_OBJECT_IN)) and (is_passive(governor) or governor.child("dobj") is not None):
            if objects[0].lower in ("other", "another"):
                return surface_subject(governor, depth + 1)  # "accused each other of arming rebels"
            if preposition.lower == "for" and (aimed_at := _aimed_at(objects[0], governor)):
                return aimed_at  # "voiced anger at the junta for jailing"
            if preposition.lower == "for" and objects[0].lemma in _FEELINGS | _PENALTIES and governor.lemma in _UNDERGOING:
                return surface_subject(governor, depth + 1)  # "drew criticism for jailing", "faces a fine for insulting"
            if preposition.lower == "for" and objects[0].lemma in _HELD_BY and (holder := prep_objects(objects[0], "of")):
                return holder  # "suspended the licence of the station for insulting"
            return before_second_for(objects) if preposition.lower == "for" else objects
        if is_passive(governor) and preposition.lower in ("on", "upon") and objects:
            return objects  # "was cheered on arriving by a choir"
        return surface_subject(governor, depth + 1)
    if preposition.lower == "of" and governor.lemma in SUSPICIONS:
        return suspected(governor, depth)
    if preposition.lower == "for" and (found := _doer_after_for(governor, depth)) is not None:
        return found
    if preposition.lower == "of" and (top := climb_partitive(governor)).dep in ("dobj", "nsubjpass") and top.head.lemma in (_CLEARING if top is governor else _CHARGING):  # "accused two of its leaders of killing them"
        return conjuncts(governor)  # "cleared the general of killing them": the parser hangs "of" on him
    if governor.pos == "ADJ" and (judged := governor.child("nsubj") or (governor.head.child("dobj") if governor.dep in ("oprd", "ccomp", "acomp") and is_verb(governor.head) else None)) is not None:
        return conjuncts(judged)  # "found the junta guilty of killing them"
    if governor.dep == "amod" and governor.i > governor.head.i and preposition.lower in ("on", "for"):
        return [governor.head]  # "dockers intent on stopping the train"
    if governor.pos in ("ADJ", "ADV"):  # "stopped short of condemning"
        return surface_subject(governor.head, depth + 1) if is_verb(governor.head) else []
    return noun_doer(governor, depth + 1)


def _doer_after_for(governor: Token, depth: int) -> list[Token] | None:
    """Return for whose deed a noun or adjective with "for" thanks, praises or punishes: "gratitude to [Chad] for sheltering"; None where it does not."""
    if (punishing := _above_phrases(governor)) is not None and punishing.lemma in _PUNISHING and (objects := logical_object(punishing, depth + 1)):
        return objects  # "sentenced the blogger to nine years in prison for insulting"
    if governor.dep == "conj" and governor.head.dep == "dobj" and any(c.lower == "for" and c.i < governor.i for n in (governor.head, governor.head.head) for c in n.children):
        return [governor]  # "thanked Chad for its bread and Togo for sheltering"
    if (punished := _object_above(governor)) is not None:
        return logical_object(punished, depth + 1)  # "sanctioned two men and a company for arming"
    if governor.lower in _GRATEFUL and (thanked := prep_objects(governor, "to")):
        return thanked
    if governor.dep == "pobj" and governor.head.lower == "to" and (governor.head.head.lemma in _THANKS or governor.head.head.lower in _GRATEFUL):
        return [governor]  # the same, where the parser hangs "for" on Chad
    if (thanked := _aimed_at(governor, governor)):
        return thanked  # "gratitude to Chad for sheltering"
    if governor.lemma in _PENALTIES and governor.dep in ("dobj", "pobj") and is_verb(verb := governor.head if governor.dep == "dobj" else governor.head.head) and (governor.dep == "dobj") == (verb.lemma in _UNDERGOING):
        return logical_object(verb, depth + 1) if is_passive(verb) else surface_subject(verb, depth + 1)  # "is under sanctions for financing", "faces a fine for insulting"
    if governor.dep == "pobj" and governor.head.head.lemma in _FEELINGS | _PENALTIES:
        return [governor]  # "anger at Chad for expelling", where the parser hangs "for" on Chad
    return None


def _aimed_at(feeling: Token, verb: Token) -> list[Token]:
    """Return whom thanks or anger are for: "expressed its gratitude to [Chad] for sheltering them"."""
    if feeling.lemma not in _THANKS | _FEELINGS | _PENALTIES:
        return []
    return next((found for n in (feeling, verb) for p in ("to", "at", "on", "of", "for", "with", "against", "towards") if (found := prep_objects(n, p))), [])


def _object_above(noun: Token) -> Token | None:
    """Return the verb of praise or punishment whose object a noun is, or is joined to."""
    noun = first_joined(noun)
    return noun.head if noun.dep in ("dobj", "nsubjpass") and is_verb(noun.head) and noun.head.lemma in _PUNISHING else None


def suspected(charge: Token, depth: int = 0) -> list[Token]:
    """Return of whom something is suspected: "arrested [four men] on suspicion of planning", "questioned [him] over allegations of fraud", "[she] faces charges of"."""
    verb = _above_phrases(charge) if charge.dep == "pobj" else charge.head
    if verb is None or not is_verb(verb):
        return noun_doer(charge, depth + 1)
    if charge.dep == "dobj":
        return surface_subject(verb, depth + 1) if verb.lemma in _FACING else prep_objects(charge, "against")
    return logical_object(verb, depth + 1) if verb.lemma in _PUNISHING or is_passive(verb) else []


def _above_phrases(noun: Token) -> Token | None:
    """Return the verb above a noun that stands in phrases inside phrases: "sentenced ... to nine years in prison"."""
    for _ in range(4):
        if noun.dep != "pobj":
            return None
        noun = noun.head.head
        if is_verb(noun):
            return noun
    return None


def noun_doer(noun: Token, depth: int = 0) -> list[Token]:
    """Return the heads of whoever does what a noun denotes: "by" phrase, possessor, or the subject of its verb."""
    for child in noun.children:
        if child.dep in ("prep", "agent") and child.lower == "by":
            return objects_of(child)
    if (late := [t for c in noun.children if c.dep == "prep" and c.lower == "of" for g in c.children for t in prep_objects(g, "by")]) and any(c.dep == "poss" and c.tag == "PRP$" for p in noun.children if p.dep == "prep" for g in p.children for c in g.children):
        return late  # "violations of its airspace by Ankara"
    if late := [t for c in noun.children if c.dep == "acl" and has_to(c) for t in _named_in(c)]:
        return late
    owner = noun.child("poss") or (first_joined(noun).child("poss") if noun.dep == "conj" and noun.child("det") is None else None)
    if owner is not None:
        return conjuncts(owner)  # also "their wish and power to strike"
    for child in noun.children:
        if child.dep in ("compound", "amod", "nmod") and ((child.pos in ("PROPN", "ADJ") and child.text[:1].isupper()) or (child.lower in _DECIDERS and noun.lemma in INTENTS)):
            return [child]
    if depth < DEPTH and noun.dep in ("dobj", "attr", "pobj", "oprd") and noun.lemma not in _TOLD_OF:
        governor = noun.head if noun.dep != "pobj" else noun.head.head
        if is_verb(governor) and noun.dep == "pobj" and noun.head.lower in ("of", "for", "with") and governor.lemma in _CHARGING:
            accused = logical_object(governor, depth + 1)  # "accused the state of complicity in"
            return accused if not accused or accused[0].lower not in ("other", "another") else surface_subject(governor, depth + 1)  # "accuse each other of massacres"
        if is_verb(governor):
            return [] if governor.lemma in _FOILING | _SURVIVING else surface_subject(governor, depth + 1)
        if governor.pos in ("NOUN", "PROPN"):
            return noun_doer(governor, depth + 1) if governor.lemma not in _AVERSIONS else []  # "its rejection of any attempt to": somebody else's
    return []


def _named_in(clause: Token) -> list[Token]:
    """Return who is named with "by" at the end of an infinitive below a noun: "threats to bomb the mosque by a [gang]"; but "attempts to enter by force"."""
    verbs = [t for t in conjuncts(clause) if is_verb(t)]
    found = [t for v in verbs for w in (v, *(c for c in v.children if c.dep == "dobj")) for t in prep_objects(w, "by")]
    return [t for t in found if t.tag in ("NNS", "NNP", "NNPS") or t.child("det", "poss") is not None]
