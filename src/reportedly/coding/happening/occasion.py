"""Occasion: the codebook's line between an event and a general word."""

from __future__ import annotations

from reportedly.analysis import Draft, Token
from reportedly.coding.grammar.clauses import logical_object, surface_subject
from reportedly.coding.grammar.syntax import is_definite, is_named_act, is_passive, is_verb, one_of_those
from reportedly.coding.repairs.lists import SAYING
from reportedly.lexicons.word_lists import word_list

_OCCASIONS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION", "RETREAT"})  # a bare "the attack" denotes an occasion, a bare "the agreement" a thing
_PEOPLE = frozenset({"he", "she", "they", "him", "her", "them", "we", "us"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "CONCEDE", "RETREAT", "MOBILIZE", "PROTEST", "COOPERATE"})
_CONDEMNED = frozenset({"condemn", "denounce", "deplore"})
_SPANS = word_list("spans_of_time")
_BREAKING_OUT = word_list("occasion.breaking_out")
_GOING_ON = word_list("occasion.going_on")
_HELD = frozenset({"observe", "hold", "stage", "organise", "organize"})  # "a strike was observed in Nablus"
_WEAPONS = frozenset({"projectile", "weapon"})
_ATTESTING = frozenset({"confirm", "acknowledge", "report", "admit"})
_TEXTS = word_list("occasion.texts")
_WORKS = word_list("occasion.works")
_DEAL_MAKING = word_list("deal_making")
_MISHAPS = word_list("occasion.mishaps")
_DISASTERS = word_list("occasion.disasters")
_LOOKED_INTO = word_list("occasion.looked_into")
_LAWS = word_list("occasion.laws")
_COUNTED = word_list("occasion.counted")
_SOME_NUMBER = word_list("some_number")
_WHEN = frozenset({"when", "after", "as"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_NEAR = frozenset({"near", "around", "outside"})
_QUIETENING = word_list("occasion.quietening")
_ANYBODY = frozenset({"person", "people", "individual", "citizen", "prisoner", "detainee"})
_STATIONED = word_list("occasion.stationed")
_ATTITUDES = word_list("occasion.attitudes")
_SHOWN = word_list("occasion.shown")
_ON_STAGE = word_list("occasion.on_stage")
_TOWNS = word_list("occasion.towns")
_ORDERED = frozenset({"declare", "order", "announce", "decree", "proclaim"})
_STOPPED = word_list("occasion.stopped")
_STYLED = word_list("occasion.styled")
_SOMEWHERE = word_list("occasion.somewhere")
_ON_THE_OCCASION = {
    "CONSULT": frozenset({"during", "after", "before", "in", "at", "through", "following", "by"}),
    "ASSAULT": frozenset({"after", "by", "in", "during", "under", "following"}),
    "PROTEST": frozenset({"after", "by", "in", "during", "amid", "following", "through"}),
    "RETREAT": frozenset({"under", "after", "during", "by"}),
    "AGREE": frozenset({"under", "in", "through", "following"}),
}  # before these a noun of action says by, in or after what the rest happened
_WORDS_GIVEN = frozenset({"promise", "pledge", "commitment", "offer"})
_CALLS = word_list("occasion.calls")
_BESIDE = frozenset({"sideline", "margin"})
_EARLIER = word_list("occasion.earlier")
_SIDING, _SIDED = frozenset({("SUPPORT", "back"), ("SUPPORT", "support")}), word_list("occasion.sided")
_SETTLING = frozenset({"settle", "resolve"})
_GIFTS, _CUTTING = word_list("occasion.gifts"), word_list("occasion.cutting")
_DEALS, _ON_DEALS = word_list("occasion.deals"), word_list("occasion.on_deals")
_GOODS = word_list("occasion.goods")
_EXERCISES = word_list("drills")
_TALKS = word_list("occasion.talks")
_DATED = _OCCASIONS | {"CONSULT"}


def is_coded(draft: Draft) -> bool:
    """Whether a draft names a party or a definite occasion: the codebook's line between an event and a general word."""
    if _is_no_act(draft):
        return False
    if draft.takes_up is not None or _is_told_of(draft):
        return True  # "the exercise will last a week", of which was told before
    if (is_verb(draft.head) and not _is_gerund_noun(draft.head)) or draft.head.pos == "ADJ":
        return draft.status == "demanded" or any(t.tag == "CD" or (t.lower in _SOME_NUMBER and draft.type in ("ASSAULT", "COERCE")) for t in logical_object(draft.head))  # "Five killed", "with dozens kidnapped": people, uncalled
    return _is_occasion(draft)


def _is_no_act(draft: Draft) -> bool:
    """Whether the words tell of no act of their own, whoever is named beside them."""
    head = draft.head
    if head.dep == "acl" and head.head.lower == "those" and head.head.dep == "pobj" and head.head.head.lower in ("of", "to", "for") and not draft.actors and not any(c.i > head.i for c in head.children) and one_of_those(head.head) is None:
        return True  # "condolences to those injured": who is meant, nothing told
    if draft.mode == "return" and head.lemma == "return" and not is_verb(head) and not draft.actors and draft.status != "demanded" and any(c.slot in ("of", "poss") and "person" in c.classes for c in draft.predicate.conditions):
        return True  # "the king's return to Accra": his journey, unless it is asked of others
    if draft.type == "THREATEN" and head.tag == "VBD" and head.lemma != "be" and draft.status == "actual" and (not draft.predicate.actor or head.lemma == "make"):
        return True  # "will pay a price" threatens, "paid a price" and "made him pay" tell
    if is_verb(head) and any(c.lower == "how" for c in head.children) and any(c.tag == "TO" for c in head.children):
        return True  # "taught them how to board vessels"
    if draft.type == "ASSAULT" and head.tag == "VBG" and head.dep == "advcl" and head.head.lemma in _MISHAPS and not head.head.child("dobj"):
        return True  # "a helicopter crashed, killing six"
    if draft.type == "ASSAULT" and not draft.actors and is_verb(head) and _was_mishap(head):
        return True
    if head.dep in ("dobj", "nsubjpass") and head.head.lemma == "take" and any(c.lower == "seriously" for c in head.head.children) and not any(c.lower in _POINTING for c in head.children):
        return True  # "takes all allegations seriously": in general
    if draft.type == "COERCE" and head.lower == "forcing" and head.dep == "advcl" and head.child("xcomp", "ccomp") is not None:
        return True  # "began a strike, forcing ships to turn back": what came of it
    if head.dep == "amod" and draft.mode == "arrest" and draft.status == "actual" and head.sent.block.kind != "headline" and not is_definite(head.head) and (head.head.lemma in _ANYBODY or any(c.lower in ("all", "any", "every") for c in head.head.children)):
        return True  # "the release of all unlawfully detained persons": whoever they are; but "of detained leaders", "a handcuffed man"
    if draft.type in ("REJECT", "ACCUSE") and head.lemma in _ATTITUDES and head.sent.block.kind != "headline" and _says_which(head):
        return True  # "those who oppose the war", "groups critical of the king": which people
    if draft.type in ("MOBILIZE", "AID") and head.dep == "acl" and head.lemma in _STATIONED and head.head.dep in ("nsubj", "nsubjpass") and head.child("agent") is None and head.sent.block.kind != "headline":
        return True  # "troops deployed in the north freed ten hostages": which ones
    if draft.type == "MOBILIZE" and not draft.actors and not is_verb(head) and draft.status == "actual" and (head.lemma in _SHOWN or not is_definite(head)) and head.sent.block.kind != "headline" and head.dep not in ("nsubj", "nsubjpass"):
        return True  # "during the parade", "the launch of a missile", "after a month of deployment": nobody's; but "the exercise involved ten ships"
    if draft.type == "CONSULT" and head.dep == "pobj" and not draft.actors and head.head.lower == "of" and head.head.head.lemma in _BESIDE:
        return True  # "met on the sidelines of the summit": where they met
    if draft.type == "CONSULT" and head.dep in ("appos", "npadvmod", "dep") and any(c.tag == "PRP$" for c in head.children) and any(c.lower in ("first", "second", "third", "latest", "last") for c in head.children):
        return True  # "met the king, their [third] meeting since May"
    if (draft.type, head.lemma) in _SIDING and ((head.dep == "acl" and head.tag == "VBG" and head.head.tag == "NNS" and head.head.lemma in _SIDED) or (head.dep in ("acl", "relcl") and head.head.lower == "those")):
        return True  # "forces backing the president took the port", "those who support him": which ones
    if draft.type == "AID" and head.lemma in _GOODS and not is_verb(head) and draft.status in ("hypothetical", "denied") and not draft.actors and not draft.recipients and head.dep in ("dobj", "pobj", "conj"):
        return True  # "relies on access to aid", "delayed the aid": goods
    if draft.type == "AGREE" and draft.status == "demanded" and head.lemma == "guarantee":
        return True  # "urged them to guarantee their safety"
    if draft.type == "AGREE" and head.lemma == "promise" and is_verb(head) and head.dep == "advcl" and any(c.lower == "as" and c.i < head.i for c in head.children) and head.child("dobj", "ccomp", "xcomp") is None:
        return True  # "withdrew, as it had promised"
    if draft.type == "AGREE" and head.lemma in _SETTLING and draft.status in ("hypothetical", "future"):
        return True  # "talks to settle the dispute": what they are for
    if draft.type == "AID" and head.lemma in _GIFTS and not is_verb(head) and _is_cut(head):
        return True  # "cut its aid to Togo", "restrictions on arms sales": told as a sanction
    if draft.type == "AGREE" and head.lemma in _DEALS and _is_deal_at_issue(draft):
        return True
    if draft.type == "SUPPORT" and head.lemma == "support" and head.dep == "xcomp" and head.head.pos == "ADJ":
        return True  # "is ready to support the plan", "has jets available to support it"
    if draft.type == "SUPPORT" and head.lemma == "support" and draft.status == "hypothetical" and not draft.recipients and head.dep in ("advcl", "acl") and any(c.tag == "TO" for c in head.children):
        return True  # "will take steps to support the peace": what a deed is for, and nobody backed
    if head.dep == "amod" and head.lower in _STYLED:
        return True  # "told an invited crowd", "the deposed president"
    if draft.mode == "release" and not is_verb(head) and not draft.recipients and _is_text(head):
        return True  # "the release said", "in the release"
    if draft.mode == "release" and head.dep == "acl" and _is_of_text(head.head):
        return True  # "a statement from the ministry released on Monday"
    if head.lemma == "rally" and not is_verb(head) and not draft.actors and not draft.recipients and _is_stage(head):
        return True
    if draft.type == "COOPERATE" and head.dep == "pobj" and head.head.lower == "in" and not any(c.dep in ("det", "poss", "amod") for c in head.children):
        return True  # "in cooperation with the bank, it built": how it was done
    return head.tag == "NNS" and not draft.actors and not draft.recipients and _is_general(head)


def _is_cut(gift: Token) -> bool:
    """Whether a gift is what somebody cuts, stops or restricts."""
    if gift.dep == "pobj" and gift.head.lower in ("in", "of", "on"):
        over = gift.head.head  # "cuts in aid", "cut off $3 million in aid", "halted the flow of aid"
        return over.lemma in _CUTTING or (over.dep in ("dobj", "nsubjpass") and over.head.lemma in _CUTTING)
    return gift.dep in ("dobj", "nsubjpass") and gift.head.lemma in _CUTTING


def _is_deal_at_issue(draft: Draft) -> bool:
    """Whether a deal is only what something else is about: "agreed on a [pact]", "talks on a [deal]", "endorsed the [accord]"."""
    head = draft.head
    if any(c.lower == "own" for c in head.children):
        return True  # "left of their own accord"
    if head.dep == "pobj" and head.head.lower == "on" and head.head.head.lemma == "agree":
        return True
    if not any(c.dep in ("acl", "relcl", "poss") or (c.dep == "prep" and c.lower in ("with", "between", "by", "among")) for c in head.children):
        if head.dep in ("dobj", "nsubjpass") and head.head.lemma in _ON_DEALS:
            return True  # "will implement the accord"
        if head.tag == "NNS" and head.dep in ("dobj", "pobj", "conj"):
            return True  # "violated international agreements"
    return not draft.actors and head.dep == "pobj" and head.head.lower in ("of", "on") and draft.status in ("future", "hypothetical", "demanded")


def _says_which(attitude: Token) -> bool:
    """Whether an attitude only says which people are meant."""
    above = attitude.head
    if attitude.dep == "relcl":
        return above.lower in ("those", "anyone", "all") or attitude.lower != "oppose"
    return attitude.dep in ("acl", "amod") or (attitude.pos == "ADJ" and attitude.dep in ("appos", "advcl"))


def _is_told_of(draft: Draft) -> bool:
    """Whether somebody is named who does or suffers it, or a verb tells what was done to what."""
    head = draft.head
    if draft.type == "SUPPORT" and any(w.lemma in ("sign", "signing") for w in draft.words) and (draft.status == "actual" or head.dep in ("acl", "relcl")):
        return True  # "a truce signed in Kigali", by whomever
    if is_verb(head) and draft.type in _DEEDS and any(t.lower in ("nobody", "none") or (t.lower == "one" and any(c.lower == "no" for c in t.children)) for t in logical_object(head)):
        return True  # "nobody was detained"
    if draft.type == "THREATEN" and len(draft.words) > 1 and is_verb(head) and not draft.predicate.actor and draft.status in ("future", "hypothetical"):
        return True  # "provocations will be met with force"
    if draft.actors or draft.recipients or draft.also or (is_verb(head) and not draft.predicate.actor and not draft.predicate.recipient):
        return True  # the lexicon line knows of no party: "a bomb exploded"
    if is_verb(head) and draft.type == "ASSAULT" and head.child("nsubj") is not None and any(c.slot == "subj" and not c.negated and (c.lemmas or c.classes & _WEAPONS) for c in draft.predicate.conditions):
        return True  # "shells rained down on the old city", "a truck detonated"
    if is_verb(head) and draft.type == "AID" and head.child("nsubj") is not None and any(c.slot == "subj" and not c.negated and c.lemmas for c in draft.predicate.conditions):
        return True  # "an aid convoy reached the camp"
    if is_verb(head) and any(t.tag == "PRP" and (t.lower in _PEOPLE or (t.lower == "you" and draft.type == "THREATEN")) for t in (*logical_object(head), *surface_subject(head))):
        return True  # "He was gunned down outside his home": somebody, though the text has not named him
    told_of = draft.predicate.conditions or (doer := head.child("nsubj")) is None or doer.lemma in _LAWS or is_passive(head)  # but "who set the fire" names nobody
    if is_verb(head) and draft.type in _DEEDS and told_of and (draft.type != "COOPERATE" or head.child("auxpass") is not None) and (head.dep not in ("amod", "acl", "relcl") or head.tag == "VB" or _has_own_subject(head)) and any(t.pos in ("NOUN", "PROPN") for t in logical_object(head)):
        return True  # "the embargo was lifted", "shells hit the bridge": what was done to what, though no party is named
    if head.dep == "acl" and head.tag == "VBN" and draft.type in ("COERCE", "SANCTION") and _is_dated(head):
        return True  # "the curfew imposed on Monday", "sanctions imposed in 1990"
    if is_verb(head) and draft.type in _DEEDS and ("subj",) in draft.predicate.recipient and any(t.pos in ("NOUN", "PROPN") for t in surface_subject(head)):
        return True  # "the town came under bombardment"
    if head.lemma == "agree" and any(c.dep == "auxpass" for c in head.children) and (head.dep == "pcomp" or any(t.pos in ("NOUN", "PROPN") for t in logical_object(head))):
        return True  # "the text was agreed at the council"
    if draft.type == "THREATEN" and head.lemma == "threaten" and any(c.dep == "auxpass" for c in head.children) and any(t.pos in ("NOUN", "PROPN") for t in logical_object(head)):
        return True  # "closure of the strait has been threatened"
    if is_verb(head) and is_passive(head) and ((draft.type == "ACCUSE" and len(draft.words) > 1 and any(w.pos == "NOUN" for w in draft.words)) or (draft.mode == "meet" and draft.type == "REJECT" and any(t.pos == "NOUN" for t in logical_object(head)))):
        return True  # "a protest was lodged", "the talks have been called off"
    if is_verb(head) and head.lemma in _CONDEMNED and any(c.dep == "auxpass" for c in head.children) and any(t.pos in ("NOUN", "PROPN") and t.lemma not in _WORKS for t in logical_object(head)):
        return True  # "the raid has been widely condemned"
    if draft.mode == "investigate" and head.lemma == "be" and any(t.lemma in _LOOKED_INTO and is_definite(t) for t in surface_subject(head)):
        return True  # "both shootings are under investigation"
    return draft.type in ("AGREE", "SUPPORT") and _is_deal_made(head)


def _is_occasion(draft: Draft) -> bool:
    """Whether a noun without parties denotes one occurrence rather than a general matter."""
    head = draft.head
    if draft.status != "actual":
        return True  # something asked for, announced or feared: "called for an inquiry"
    if draft.type == "THREATEN" and any(c.dep in ("acl", "relcl") and any(g.tag == "TO" for g in c.children) for c in head.children):
        return True  # "ends with a threat to kill a hostage"
    if draft.type in _DATED and _is_placed(head):
        return True
    if draft.type == "AGREE" and any(c.dep == "acl" and c.lemma in _DEAL_MAKING and _is_placed(c) for c in head.children):
        return True  # "the agreement reached in Minsk"
    if head.dep == "pobj" and head.head.lower in _ON_THE_OCCASION.get(draft.type, ()) and (draft.type != "CONSULT" or is_definite(head)) and (draft.type != "AGREE" or _is_known_deal(head)):
        return True  # "after the meeting", "under a truce", "in a gun battle", "under the deal"
    if draft.type == "CONSULT" and (any(c.dep == "relcl" or (c.dep == "acl" and c.lemma in _DEAL_MAKING) for c in head.children) or (head.dep == "pobj" and head.head.lower == "of" and head.head.head.lemma in _SPANS)):
        return True  # "negotiations that followed", "talks mediated by Oman", "after two days of talks"
    if draft.type == "CONSULT" and head.tag in ("NNS", "NNPS") and head.dep != "compound" and not _is_any(head) and (head.dep != "pobj" or head.head.lower != "of" or not is_definite(head)) and (head.lemma in _TALKS or (head.dep == "pobj" and is_definite(head))):
        return True  # "following talks", "was briefed on the meetings": in reports these are always some that are held or called for
    if draft.type == "COOPERATE" and head.lemma in _EXERCISES and (is_definite(head) or head.sent.block.kind == "headline"):
        return True  # "the multinational exercise ended"
    if draft.mode == "phone" and head.dep in ("nsubj", "nsubjpass") and is_definite(head):
        return True  # "the phone conversation focused on trade"
    if draft.type == "REQUEST" and head.dep == "ROOT" and head.sent.block.kind == "headline" and any(c.dep == "prep" and c.lower == "for" for c in head.children):
        return True  # "Appeal for truce in Tigray"
    if draft.type == "REQUEST" and head.lemma in _CALLS and (head.lemma != "demand" or head.tag == "NNS") and any(c.dep == "prep" and c.lower == "for" for c in head.children):
        return True  # "there were calls for the king to be tried"
    if (draft.type in ("ASSAULT", "COERCE") and _is_counted(head)) or _is_known_occasion(draft):
        return True
    if draft.type in _OCCASIONS:
        return _took_place(draft)
    return any(c.dep == "poss" for c in head.children) or (head.lemma == "ultimatum" and is_definite(head))


def _took_place(draft: Draft) -> bool:
    """Whether a noun of force, protest or the like is said to have been one occurrence: "broke up a [rally]", "a [siege] lasting 14 months"."""
    head = draft.head
    if draft.type in ("MOBILIZE", "COERCE") and head.dep == "nsubjpass" and head.head.lemma in _ORDERED:
        return True  # "mobilisation was declared", "a state of emergency is announced"
    if draft.type == "PROTEST" and any(c.dep == "prep" and c.lower in ("against", "over") for c in head.children):
        return True  # "ahead of a rally against the referendum"
    if draft.type == "ASSAULT" and head.dep in ("dobj", "nsubjpass") and head.head.lemma in ("foil", "thwart"):
        return True  # "thwarted a coup"
    if draft.type == "PROTEST" and head.dep in ("dobj", "nsubjpass") and head.head.lemma in _STOPPED:
        return True  # "broke up a rally"
    if draft.type in ("ASSAULT", "PROTEST") and head.tag == "NN" and head.lemma != "violence" and head.dep in ("nsubj", "nsubjpass") and head.sent.block.kind == "headline" and head.head.tag in ("VBZ", "VBP", "VBD") and not any(c.tag == "MD" for c in head.head.children):
        return True  # "Rail strike enters third day": headlines leave "the" out
    if draft.type in ("ASSAULT", "PROTEST") and head.dep == "dobj" and head.head.lemma in _ATTESTING and head.head.tag in ("VBD", "VBN", "VBZ", "VBP"):
        return True  # "the army confirmed an attack"
    if draft.type in ("ASSAULT", "PROTEST") and head.lemma != "violence" and _is_at_spot(head):
        return True
    if draft.mode == "ceasefire" and head.dep == "nsubj" and head.head.lemma in _QUIETENING:
        return True  # "a truce halted the fighting"
    if any(c.dep == "compound" and c.ent is not None and c.ent.label in ("GPE", "LOC", "FAC") for c in head.children):
        return True  # "the" Kabul blast
    if head.dep == "ROOT" and head.sent.block.kind == "headline" and any(t.tag == "NNP" for c in head.children for t in ((c,) if c.dep in ("compound", "nmod") else c.children if c.dep == "prep" and c.lower == "of" else ())):
        return True  # "Siege of Mosul", "Bologna massacre": an article about it
    if head.dep == "attr" and (named := head.head.child("nsubj")) is not None and named.pos in ("NOUN", "PROPN") and is_named_act(named):
        return True  # "the Battle of Varsk was a battle fought for the port"
    if any(c.dep == "relcl" or (c.dep == "acl" and c.lemma == "last") for c in head.children):
        return True  # "a gun battle in which six died", "a siege lasting 14 months"
    if head.dep in ("nsubj", "nsubjpass") and head.head.lemma in _BREAKING_OUT:
        return True  # "gunfire was heard", "looting broke out"
    if head.dep == "pobj" and head.head.lower == "of" and head.head.head.lemma in _SPANS:
        return True  # "after seven days of fighting"
    return head.tag == "NNS" or any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "any", "no", "some") for c in head.children)


def _is_counted(noun: Token) -> bool:
    """Whether a text counts the cases: "recorded 30 [cases of torture]"."""
    cases = noun.head.head
    return noun.dep == "pobj" and noun.head.lower == "of" and cases.lemma in _COUNTED and any(c.dep == "nummod" or c.lower in _SOME_NUMBER for c in cases.children)


def _was_mishap(harm: Token) -> bool:
    """Whether people were harmed when nature struck or something broke: "nine died and twelve were hurt when a [storm] hit the coast", "when a tunnel [caved] in"."""
    joined = [c for c in harm.children if c.dep == "conj" and is_verb(c)] + ([harm.head] if harm.dep == "conj" and is_verb(harm.head) else [])
    for clause in (c for v in (harm, *joined) for c in v.children if c.dep == "advcl" and c.i > v.i and any(g.lower in _WHEN for g in c.children)):
        subject = clause.child("nsubj")
        if subject is not None and (subject.lemma in _DISASTERS or (clause.lemma in _MISHAPS and clause.child("dobj") is None)):
            return True
    return False


def _is_known_occasion(draft: Draft) -> bool:
    """Whether a bare noun of talk, deal or protest denotes one that was held or made, though its words name no party."""
    noun = draft.head
    if draft.type in ("AGREE", "CONSULT") and any(c.lemma in _DEAL_MAKING and ((c.dep == "acl" and c.child("agent") is not None) or (c.dep in ("amod", "compound") and _is_hyphened(c))) for c in noun.children):
        return True  # "in a deal brokered by Oman", "Swiss-brokered negotiations"
    if draft.type == "AGREE" and noun.lemma in _WORDS_GIVEN and any(c.dep == "acl" and c.lemma in ("make", "give") and _is_placed(c) for c in noun.children):
        return True  # "a promise made in 2015"
    if draft.type == "CONSULT":
        return noun.dep == "pobj" and noun.head.lower == "through" and noun.head.head.tag in ("VBD", "VBN")  # "freed through mediation"
    if draft.type != "PROTEST" or noun.lemma in ("rally", "protest"):
        return False
    told = noun.dep in ("nsubj", "nsubjpass") and noun.head.tag in ("VBD", "VBN") and not any(c.tag == "MD" for c in noun.head.children)  # "a general strike emptied the port"
    return told or any(c.lower in _EARLIER for c in noun.children) or noun.dep in ("conj", "dobj")  # "an earlier walkout"


def _is_hyphened(token: Token) -> bool:
    tokens, at = token.sent.tokens, token.i - token.sent.tokens[0].i
    return "-" in token.text or (at > 1 and tokens[at - 1].lower == "-")


def _is_general(noun: Token) -> bool:
    """Whether a bare plural is meant in general, whoever does it: "Sanctions are a tool", "tired of coups"."""
    above = noun.head
    told = above.lemma == "be" and above.tag == "VBP" and above.child("attr") is not None if noun.dep == "nsubj" else noun.dep == "pobj" and above.lower == "of" and above.head.pos == "ADJ"
    return told and not any(c.dep in ("det", "poss", "prep", "relcl", "acl", "nummod", "compound") for c in noun.children)


def _is_deal_made(head: Token) -> bool:
    """Whether a deal was made somewhere or on a day, though nobody is named: "a truce [signed] in Aden", "under an [accord] reached in May"."""
    verb = head if is_verb(head) else head.head if head.dep == "nsubjpass" else next((c for c in head.children if c.dep == "acl"), None)
    if verb is None or verb.lemma not in _DEAL_MAKING or verb.child("nsubj") is not None or not ((verb.dep == "acl" and verb.tag in ("VBN", "VBD")) or verb.child("auxpass") is not None):
        return False
    if any(t.lemma == "contract" for t in (head, *logical_object(verb))):
        return False  # business
    names = [g for c in verb.children if c.dep == "prep" and c.lower in ("in", "at", "on") for g in c.children if g.dep == "pobj"]
    return any(n.ent is not None and n.ent.label in ("GPE", "LOC", "FAC", "DATE") for n in names)


def _is_known_deal(noun: Token) -> bool:
    """Whether a deal is one known or told of: "under [the deal]", "in a [deal] brokered by Oman", "under the Lusaka [accords] of 1994"; but not "under a trade [agreement]"."""
    made = any(c.dep == "acl" and c.lemma in _DEAL_MAKING for c in noun.children)
    dated = any(c.dep == "prep" and c.lower in ("of", "from") and any(g.dep == "pobj" and g.tag == "CD" for g in c.children) for c in noun.children)
    return made or dated or (noun.head.lower != "in" and any(c.lower in ("the", "this", "that") for c in noun.children) and noun.child("compound") is None)


def _has_own_subject(verb: Token) -> bool:
    """Whether a clause about a noun is whole: "reports that [weapons] were used", but not "weapons that were used"."""
    return (subject := verb.child("nsubj", "nsubjpass")) is not None and subject.tag not in ("WDT", "WP")


def _is_dated(verb: Token) -> bool:
    """Whether a participle says when or after what it was done."""
    return any((c.dep == "npadvmod" or (c.dep == "prep" and c.lower in ("in", "on", "after", "since", "following", "during"))) and any(t.ent is not None and t.ent.label == "DATE" for t in (c, *c.children)) for c in verb.children)


def _is_gerund_noun(verb: Token) -> bool:
    """Whether a gerund stands like a noun: "reports of [shelling] near the airport", "there was [rioting] in two towns"."""
    return (verb.tag == "VBG" and _there_was(verb)) or (verb.tag == "VBG" and verb.dep == "pcomp" and verb.head.lower == "of" and not is_verb(verb.head.head) and verb.child("dobj", "nsubj", "advmod") is None)


def _is_text(release: Token) -> bool:
    """Whether a release is one that says something: "the [release] said", "said in a [release]"."""
    verb = release.head.head if release.dep == "pobj" else release.head
    return verb.lemma in SAYING and (release.dep == "nsubj" or (release.dep == "pobj" and release.head.lower in ("in", "by")))


def _is_of_text(noun: Token) -> bool:
    """Whether a noun is something written, or says by whom: "a statement", "a report from the [ministry]"."""
    while noun.dep == "pobj" and noun.head.lower in ("from", "by", "of") and noun.lemma.lower() not in _TEXTS:
        noun = noun.head.head
    return noun.lemma.lower() in _TEXTS


def _is_any(talks: Token) -> bool:
    """Whether a bare plural is weighed as such: "[talks] are better than war", "[talks] are the only way"."""
    being = talks.head
    if talks.dep != "nsubj" or talks.children or being.tag != "VBP" or being.lemma != "be":
        return False
    return being.child("attr") is not None or any(c.dep == "acomp" and c.tag == "JJR" for c in being.children)


def _is_stage(rally: Token) -> bool:
    """Whether a rally is only where somebody spoke: "told supporters at a rally"; but what it is against or for makes it one of protesters."""
    if rally.dep != "pobj" or rally.head.lower not in ("at", "during") or any(c.dep == "prep" and c.lower in ("against", "for", "over", "by", "of") for c in rally.children):
        return False
    verb = rally.head.head
    verb = verb if is_verb(verb) else verb.head if verb.dep in ("dobj", "dative", "pobj", "nsubj") else verb
    return verb.lemma in _ON_STAGE


def _is_at_spot(noun: Token) -> bool:
    """Whether a noun of action says at which spot, though that has no name: "shelling near the airport", "clashes in the old city", but not "violence in the region"."""
    spots = [(c, g) for c in noun.children if c.dep == "prep" for g in c.children if g.dep == "pobj" and any(d.lower == "the" for d in g.children)]
    return any(prep.lower in _NEAR or (prep.lower == "in" and spot.lemma in _TOWNS) for prep, spot in spots)


def _is_placed(noun: Token) -> bool:
    """Whether a noun of action has a place or a day of its own: "a rally in Cochabamba", "Tuesday's talks"."""
    names = [g for c in noun.children if c.dep == "prep" and c.lower in ("in", "at", "on", "near", "outside") for g in c.children if g.dep == "pobj"]
    names += [g for n in names for c in n.children if c.dep == "compound" or (c.dep == "prep" and c.lower in ("near", "on", "in")) for g in ((c,) if c.dep == "compound" else c.children)]  # "in the hills near Bria on Monday"
    names += [c for c in noun.children if c.dep in ("compound", "poss", "nmod")]
    if (noun.dep == "nsubj" and noun.head.lemma in _GOING_ON) or (noun.dep == "nsubjpass" and noun.head.lemma in _HELD):  # "talks opened in Geneva on Friday"
        names += [g for c in noun.head.children if c.dep == "prep" and c.lower in ("in", "at", "on") for g in c.children if g.dep == "pobj"]
    return (noun.lemma != "violence" and _there_was(noun)) or any(n.ent is not None and n.ent.label in ("GPE", "LOC", "FAC", "DATE") for n in names)


def _there_was(noun: Token) -> bool:
    """Whether a text tells that there was some somewhere: "there was heavy [fighting] in the hills"."""
    being = noun.head if noun.dep == "attr" else noun
    return being.child("expl") is not None and any(c.dep == "prep" and c.lower in _SOMEWHERE and c.child("pobj") is not None for top in (noun, being) for c in top.children)
