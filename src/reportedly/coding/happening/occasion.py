"""Occasion: the codebook's line between an event and a general word."""

from __future__ import annotations

from reportedly.analysis import Draft, Token
from reportedly.coding.grammar.clauses import logical_object, surface_subject
from reportedly.coding.grammar.syntax import is_definite, is_named_act, is_passive, is_verb
from reportedly.coding.happening.bare_acts import is_told_barely
from reportedly.coding.happening.no_act import is_no_act
from reportedly.coding.happening.unnamed import tells_unnamed
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
_WORKS = word_list("occasion.works")
_DEAL_MAKING = word_list("deal_making")
_LOOKED_INTO = word_list("occasion.looked_into")
_LAWS = word_list("occasion.laws")
_COUNTED = word_list("occasion.counted")
_SOME_NUMBER = word_list("some_number")
_SOMEBODY = word_list("occasion.somebody")
_NEAR = frozenset({"near", "around", "outside"})
_QUIETENING = word_list("occasion.quietening")
_TOWNS = word_list("occasion.towns")
_STOPPED = word_list("occasion.stopped")
_SOMEWHERE = word_list("occasion.somewhere")
_ON_THE_OCCASION = {
    "CONSULT": frozenset({"during", "after", "before", "in", "at", "through", "following", "by"}),
    "ASSAULT": frozenset({"after", "by", "in", "during", "under", "following", "amid", "despite", "since"}),
    "COERCE": frozenset({"after", "during", "following", "amid", "despite", "since"}),
    "PROTEST": frozenset({"after", "by", "in", "during", "amid", "following", "through"}),
    "RETREAT": frozenset({"under", "after", "during", "by"}),
    "AGREE": frozenset({"under", "in", "through", "following"}),
}  # before these a noun of action says by, in or after what the rest happened
_WORDS_GIVEN = frozenset({"promise", "pledge", "commitment", "offer"})
_CALLS = word_list("occasion.calls")
_EARLIER = word_list("occasion.earlier")
_EXERCISES = word_list("drills")
_TALKS = word_list("occasion.talks")
_DATED = _OCCASIONS | {"CONSULT"}


def is_coded(draft: Draft) -> bool:
    """Whether a draft names a party or a definite occasion: the codebook's line between an event and a general word."""
    if is_no_act(draft):
        return False
    if draft.takes_up is not None or _is_told_of(draft) or tells_unnamed(draft):
        return True  # "the exercise will last a week", of which was told before
    if (is_verb(draft.head) and not _is_gerund_noun(draft.head)) or draft.head.pos == "ADJ":
        return draft.status == "demanded" or any(t.tag == "CD" or (t.lower in _SOME_NUMBER | _SOMEBODY and draft.type in ("ASSAULT", "COERCE", "SANCTION")) for t in logical_object(draft.head)) or _is_done_by_many(draft)  # "Five killed", "with dozens kidnapped": people, uncalled
    return _is_occasion(draft)


def _is_done_by_many(draft: Draft) -> bool:
    """Whether a main clause gives a number of doers, uncalled: "about 40,000 marched", "thousands more have demonstrated"."""
    return draft.type in ("PROTEST", "RETREAT") and is_verb(draft.head) and not is_passive(draft.head) and any(t.tag == "CD" or t.lower in _SOME_NUMBER for t in surface_subject(draft.head))


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
        return _took_place(draft) or is_told_barely(draft)
    return any(c.dep == "poss" for c in head.children) or (head.lemma == "ultimatum" and is_definite(head))


def _took_place(draft: Draft) -> bool:
    """Whether a noun of force, protest or the like is said to have been one occurrence: "broke up a [rally]", "a [siege] lasting 14 months"."""
    head = draft.head
    if draft.type in ("MOBILIZE", "COERCE") and head.dep == "nsubjpass":
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
    if head.dep == "ROOT" and head.sent.block.kind == "headline" and any(t.tag == "NNP" for c in head.children for t in ((c,) if c.dep in ("compound", "nmod") else c.children if c.dep == "prep" and c.lower in ("of", "over", "near") else ())):
        return True  # "Siege of Mosul", "Bologna massacre": an article about it
    if head.dep == "attr" and (named := head.head.child("nsubj")) is not None and named.pos in ("NOUN", "PROPN") and is_named_act(named):
        return True  # "the Battle of Varsk was a battle fought for the port"
    if any(c.dep in ("relcl", "acl") for c in head.children):
        return True  # "a gun battle in which six died", "a siege lasting 14 months"
    if head.dep in ("nsubj", "nsubjpass") and head.head.lemma in _BREAKING_OUT:
        return True  # "gunfire was heard", "looting broke out"
    if head.dep == "pobj" and head.head.lower == "of" and head.head.head.lemma in _SPANS:
        return True  # "after seven days of fighting"
    if head.lemma == "operation" and head.dep not in ("nsubj", "nsubjpass") and head.child("amod", "compound") is None:
        return False  # "praised the [operation]": of whom, against whom?
    return head.tag == "NNS" or any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "any", "no", "some", "every", "each") for c in head.children)


def _is_counted(noun: Token) -> bool:
    """Whether a text counts the cases: "recorded 30 [cases of torture]"."""
    cases = noun.head.head
    return noun.dep == "pobj" and noun.head.lower == "of" and cases.lemma in _COUNTED and any(c.dep == "nummod" or c.lower in _SOME_NUMBER for c in cases.children)


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


def _is_deal_made(head: Token) -> bool:
    """Whether a deal was made, though nobody is named: "under an [accord] reached in May", "a truce [agreed] in Aden"; but not "a [truce] agreed with the army" a second time."""
    verb = head if is_verb(head) else head.head if head.dep == "nsubjpass" else next((c for c in head.children if c.dep == "acl"), None)
    if verb is None or verb.lemma not in _DEAL_MAKING or (verb is head and verb.dep == "acl" and not _is_placed(verb)) or verb.child("nsubj") is not None or not ((verb.dep == "acl" and verb.tag in ("VBN", "VBD")) or verb.child("auxpass") is not None):
        return False
    return all(t.lemma != "contract" for t in (head, *logical_object(verb)))  # business


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


def _is_any(talks: Token) -> bool:
    """Whether a bare plural is weighed as such: "[talks] are better than war", "[talks] are the only way"."""
    being = talks.head
    if talks.dep != "nsubj" or talks.children or being.tag != "VBP" or being.lemma != "be":
        return False
    return being.child("attr") is not None or any(c.dep == "acomp" and c.tag == "JJR" for c in being.children)


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
