"""What is asked, demanded or ordered, where the parser takes the act for a noun or hangs it elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import has_to, is_verb, token_after, token_before
from reportedly.coding.repairs.charges import mend_charge
from reportedly.coding.repairs.complements import mend_asked_of
from reportedly.coding.repairs.mender import Known, Mender, Step
from reportedly.coding.repairs.paired import CALLS
from reportedly.lexicons.word_lists import word_list

_ASKING = word_list("pleading")
_BIDDING = word_list("bidding")
_LASTING = word_list("demands.lasting")
_CONCERNED = frozenset({"involve", "concern", "mention", "name"})
_TELEPHONING = frozenset({"make", "place", "have", "take", "receive", "hold"})
_SOME = frozenset({"those", "anyone", "everyone", "people", "all"})
_URGING = word_list("asking")
_TAKING_TO = word_list("demands.taking_to")
_WISHING = word_list("demands.wishing")
_PRESSING = word_list("demands.pressing")


def menders(known: Known) -> tuple[Step, ...]:
    """Return what mends what a verb or noun of asking asks for, and of whom."""
    return (
        Mender(lambda asking: mend_charge(asking, "for", known.is_actor), parts="VERB", lemmas=_ASKING, when=lambda t: not _is_name_with_for(t)),
        Mender(_mend_bare_demand, parts="VERB AUX", lemmas=_BIDDING),
        Mender(_mend_call_for, deps="prep", words="for", when=lambda t: is_verb(t.head)),
        Mender(_mend_pressed, deps="advcl", when=lambda t: t.head.lemma in _PRESSING),
        Mender(_mend_call_to, deps="advcl xcomp", tags="VB", when=has_to),
        Mender(lambda free: _mend_to_free(free, known.is_actor), tags="JJ", words="free"),
        Mender(_mend_asked_for, deps="mark", words="for"),
        Mender(_mend_needed_for, deps="advcl", tags="VB", when=lambda t: t.head.lemma == "be" and t.head.i < t.i),
        Mender(_mend_asked_of_those, deps="xcomp advcl", tags="VB", when=lambda t: t.head.dep == "relcl" and t.head.head.lower in _SOME),
        Mender(_mend_asked_of_those, deps="xcomp advcl", tags="VB", when=lambda t: (t.head.lemma in _CONCERNED and t.head.dep == "acl") or (t.head.lower == "responsible" and t.head.dep == "amod")),
        Mender(lambda second, tokens: _mend_second_bid(second, tokens, known), deps="advcl xcomp acl relcl conj", tags="VB", when=has_to, among=True),
        Mender(mend_asked_of, deps="advcl acl relcl", tags="VB"),
        Mender(_mend_second_asking, deps="amod", tags="VBN VBD", lemmas=_URGING | {"direct"}, when=lambda t: t.head.dep == "conj"),
        Mender(_mend_row_of_clauses, deps="advcl", when=lambda t: t.head.i < t.i),
        Mender(_mend_bare_wish, deps="amod", tags="VBG", lemmas=_WISHING),
    )


def _mend_second_asking(asking: Token) -> None:
    """Make a verb of "chaired a session and [ordered] village guards to leave", which the parser takes for what the guards are."""
    asked, joint, to = asking.head, token_before(asking), token_after(asking.head)
    first = asked.head.head
    act = to.head if to is not None and to.tag == "TO" else None
    if joint is None or joint.dep != "cc" or act is None or act.tag != "VB" or not is_verb(first) or first.tag not in ("VBD", "VBZ", "VBP", "VBN") or asked.tag not in ("NNS", "NNPS"):
        return
    asking.tag = "VBD" if first.tag == "VBD" else "VBN"
    asking.reattach(first, "conj")
    joint.reattach(first, "cc")
    asked.reattach(asking, "dobj")
    act.reattach(asking, "xcomp")


def _mend_second_bid(second: Token, tokens: Sequence[Token], known: Known) -> None:
    """Join "asked Lima to reopen the road and Quito [to free] the pilots": what the second of two is asked to do, with him for its doer."""
    to = next((c for c in second.children if c.lower == "to" and c.i < second.i), second)
    asked = tokens[to.i - 1]
    if to is second or not (asked.dep == "conj" or asked.head is second) or not (asked.pos == "PROPN" or known.is_body(asked.lemma.lower()) or known.is_person(asked.lemma.lower())):
        return
    before = tokens[asked.subtree()[0].i - 1]
    first = asked.head
    while first is not first.head and not (first.tag == "VB" and first is not second and first.dep in ("xcomp", "ccomp") and has_to(first) and first.head.lemma in _URGING):
        first = first.head
    if before.lower != "and" or first.i > before.i or first.head is first or not any(c.dep in ("dobj", "prep", "dative") and c.i < first.i for c in first.head.children):
        return
    asked.reattach(second, "nsubj")
    second.reattach(first, "conj")
    before.reattach(first, "cc")


def _mend_row_of_clauses(verb: Token) -> None:
    """Join one more clause with "that" to the one before: "asked that the bridge be opened, that lorries [be let] through"; but "so that"."""
    told = verb.head.child("ccomp")
    first = told if told is not None and told.i < verb.i else verb.head
    that, before = (next((c for c in t.children if c.dep == "mark" and c.lower == "that"), None) for t in (verb, first))
    if that is None or before is None or first.dep not in ("ccomp", "conj", "advcl") or any(c.lower == "so" for c in verb.children):
        return
    mark = token_before(that)
    if mark is not None and mark.lower in (",", ";", "and"):
        verb.reattach(first, "conj")


def _mend_bare_wish(wish: Token) -> None:
    """Make a clause of what a crowd wants by what it does: "held a rally [demanding] resignation of the mayor", where the parser takes it for an adjective."""
    thing, before = wish.head, token_before(wish)
    if before is None or before.pos not in ("NOUN", "PROPN") or thing.i != wish.i + 1 or before.dep == "compound":
        return
    if before.head is wish:
        before.reattach(thing.head, thing.dep)
    verb = before
    while not is_verb(verb) and verb.head is not verb:
        verb = verb.head
    wish.pos = "VERB"
    wish.reattach(verb if is_verb(verb) else before, "advcl" if is_verb(verb) else "acl")
    thing.reattach(wish, "dobj")


def _mend_needed_for(verb: Token) -> None:
    """Hang on "essential" what is said to be so: "it is essential [for] both sides [to sign]"; no mere purpose."""
    quality, subject = verb.head.child("acomp"), verb.head.child("nsubj")
    if quality is None or subject is None or subject.lower != "it" or quality.i > verb.i or verb.child("nsubj") is None:
        return
    if any(c.dep == "mark" and c.lower == "for" for c in verb.children):
        verb.reattach(quality, "xcomp")


def _mend_asked_of_those(verb: Token) -> None:
    """Hang on "urged" what those are asked to do: "urged those who fled [to return]", "urged the poachers involved [to leave]", "called on those responsible [to free] him"; but "those who want to leave"."""
    clause, asked = verb.head, verb.head.head
    asking = asked.head.head if asked.dep == "pobj" and asked.head.lower in ("on", "upon", "for") else asked.head
    if asked.dep in ("dobj", "pobj") and asking.lemma in _URGING and clause.lemma not in _TAKING_TO and has_to(verb) and asking.child("xcomp", "ccomp") is None and asking.i < clause.i:
        verb.reattach(asking, "xcomp")


def mend_order(verb: Token) -> None:
    """Make a clause of a quoted order: "Release our sons," they pleaded."""
    if not any(c.dep in ("aux", "mark", *_SUBJECTS) for c in verb.children):
        verb.dep = "ccomp"


def mend_subjunctive(token: Token) -> None:
    """Make a verb of "demanded that the minister [resign]", which the parser takes for the head of a noun phrase; of "demand the cabinet [apologise]" too."""
    own = token.child("nsubj")
    if own is not None and own.i < token.i and (is_verb(token.head) or token.dep == "acl") and token.head.i < own.i:
        token.pos, token.tag, token.lemma = "VERB", "VB", token.lower
        return
    subject = next((c for c in reversed(token.children) if (c.dep in ("compound", "nmod") or (c.dep == "amod" and c.text[:1].isupper()) or c.lower == "military") and c.i == token.i - 1), None)
    if subject is None or not any(c.dep == "mark" and c.lower == "that" for c in token.children):
        return
    token.give_before(subject, "det", "amod", "poss", "compound", "nummod")
    subject.dep, token.pos, token.tag = "nsubj", "VERB", "VB"
    token.lemma = token.lower
    thing = token.child("appos")
    if thing is not None and token.child("dobj") is None and not any(c.text == "," and c.i < thing.i for c in token.children):
        thing.dep = "dobj"  # "that Mali's junta release [the editor]"
    if subject.tag == "JJ":
        subject.pos, subject.tag = ("PROPN", "NNP") if subject.text[:1].isupper() else ("NOUN", "NN")
    if subject.tag == "NNP" and subject.text.islower():
        subject.pos, subject.tag = "NOUN", "NN"


def mend_bare_subjunctive(token: Token) -> None:
    """Make a verb of "insisted the minister [resign]", which the parser takes for a noun that the minister stands before."""
    subject = next((c for c in reversed(token.children) if c.dep in ("compound", "nmod") and c.i == token.i - 1), None)
    if subject is None:
        return
    token.give_before(subject)
    subject.dep, token.dep, token.pos, token.tag, token.lemma = "nsubj", "ccomp", "VERB", "VB", token.lower


def mend_plural_subjunctive(verb: Token) -> None:
    """Make a bare form of "insisted they [free] the hostages": what was so then would be told in the past."""
    asking = verb.head
    past = asking.tag in ("VBD", "VBN") or (asking.tag == "VBG" and asking.head.tag == "VBD")
    if verb.dep == "ccomp" and past and asking.lemma in _BIDDING and asking.i < verb.i and verb.lemma not in _LASTING and verb.child("aux", "auxpass") is None:
        verb.tag = "VB"


def mend_joined_demand(noun: Token) -> None:
    """Make a verb of "will not recognise the vote and [demands] that they leave", which the parser joins to the object."""
    clause = noun.child("ccomp", "acl")
    if clause is None or not any(c.lower == "that" and c.dep == "mark" for c in clause.children) or any(c.i < noun.i for c in noun.children):
        return
    verb = noun.head.head
    noun.pos, noun.tag = "VERB", "VBZ"
    noun.reattach(verb, "conj")
    clause.dep = "ccomp"


def _is_name_with_for(call: Token) -> bool:
    """Whether what something is called goes on with "for": "called the strike revenge for the raid"."""
    thing = call.child("dobj")
    after = token_after(thing) if thing is not None else None
    return call.lemma == "call" and after is not None and after.lower == "for"


def _mend_pressed(clause: Token) -> None:
    """Let who is pressed do what is asked: "pressed the junta [to lift] the curfew", not in order to."""
    thing = clause.head.child("dobj")
    to = next((c for c in clause.children if c.tag == "TO"), None)
    if thing is not None and to is not None and thing.pos in ("NOUN", "PROPN", "PRON") and thing.subtree()[-1].i == to.i - 1:
        clause.dep = "xcomp"


def _mend_call_to(clause: Token) -> None:
    """Hang "renewed his appeal to the rebels [to free] the nuns" on the appeal: they are to."""
    verb = clause.head
    call = verb.child("dobj")
    if call is None or call.lemma not in CALLS or call.i > clause.i or (call.lemma == "call" and verb.lemma in _TELEPHONING):
        return
    mark = min(c.i for c in clause.children if c.tag == "TO")
    if call.subtree()[-1].i == mark - 1:
        clause.reattach(call, "acl")  # "faced calls from his party [to resign]"
        return
    to = next((c for c in (*call.children, *verb.children) if c.lower == "to" and c.dep in ("prep", "dative") and call.i < c.i < clause.i and c.child("pobj") is not None), None)
    if to is not None:
        to.reattach(call, "prep")
        clause.reattach(call, "acl")


def _mend_call_for(prep: Token) -> None:
    """Hang on the call what it is for: "drew calls from Washington [for] the release of the crew"."""
    call = prep.head.child("dobj", "attr")
    if call is not None and call.lemma in CALLS and call.i < prep.i and call.child("prep") is not None and not any(c.lower == "for" for c in call.children):
        prep.reattach(call, "prep")


def _mend_bare_demand(asking: Token) -> None:
    """Make the one who is to act the subject of "demanded [the ministry] stop paying", which the parser takes for what is demanded."""
    thing = asking.child("dobj")
    act = asking.child("ccomp")
    if thing is None or act is None or act.i < thing.i or thing.subtree()[-1].i != act.i - 1 or act.tag not in ("VB", "VBP", "JJ") or any(c.i < act.i for c in act.children):
        return
    act.pos, act.tag, act.lemma = "VERB", "VB", act.lower
    thing.reattach(act, "nsubj")


def _mend_to_free(free: Token, is_actor: Callable[[str], bool]) -> None:
    """Make a verb of "urged the rebels to [free] aid workers", which the parser takes for a word about the workers; but "a right to free speech"."""
    to = token_before(free)
    held = free.head if free.dep == "amod" else free.child("dobj")
    if held is not None and held.dep == "compound":
        held = held.head  # "free [aid] workers"
    if to is None or to.lower != "to" or held is None or held.i < free.i or not (held.pos == "PROPN" or any(is_actor(w) for w in (held.lower, held.lemma, held.lemma.rpartition("-")[2]))):
        return
    asking = free.head if free.dep == "xcomp" else held.head if held.dep == "dobj" and held.head is not free else to.head
    if to.head is free and free.head.lower == "responsible" and (those := free.head.head).dep in ("dobj", "pobj"):
        asking = those.head.head if those.dep == "pobj" else those.head  # "appealed to those responsible to [free] him"
    if asking is free or not (is_verb(asking) or asking.dep == "ROOT" or asking.lemma in CALLS):
        return
    free.pos, free.tag, free.lemma, to.pos, to.tag = "VERB", "VB", "free", "PART", "TO"
    free.reattach(asking, "xcomp" if is_verb(asking) else "acl")
    to.reattach(free, "aux")
    held.reattach(free, "dobj")
    if asking.dep == "ROOT" and not is_verb(asking):  # "Niger to free ex-president"
        free.reattach(free, "ROOT")
        asking.reattach(free, "nsubj")


def _mend_asked_for(mark: Token) -> None:
    """Hang "for" on who asks, not on what is asked: "called [for] Rwanda to withdraw", "our call [for] Rwanda to withdraw", "calls grew [for] him to go"."""
    clause = mark.head
    if (call := _call_for(mark)) is not None:
        mark.reattach(call, "prep")
        clause.reattach(mark, "pcomp")


def _call_for(mark: Token) -> Token | None:
    """Return the verb or noun of asking that a clause with "for" tells the wish of."""
    clause, above = mark.head, mark.head.head
    if clause.dep == "advcl" and above.dep == "pobj" and above.head.lower in ("from", "by") and (call := above.head.head).lemma in CALLS and call.pos == "NOUN":
        return call  # "calls from the opposition [for] the minister to resign"
    if clause.dep not in ("advcl", "xcomp", "ccomp", "relcl", "acl") or clause.child("nsubj", "nsubjpass") is None:
        return None
    called = above.child("nsubj")
    if called is not None and called.lemma in CALLS and clause.dep in ("advcl", "xcomp", "ccomp"):
        return called
    before = token_before(mark)
    asking = before if before is not None and before.pos == "NOUN" and before.lemma in CALLS else above
    return asking if asking.lemma in _ASKING | CALLS and mark.i == asking.i + 1 and any(c.tag == "TO" for c in clause.children) else None
