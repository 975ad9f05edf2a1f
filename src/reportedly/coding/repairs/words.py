"""Words: what single words are taken for: "[thanks] to the army", "shot [dead] two men", "[following] talks"; a helper of repair.py."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import token_before
from reportedly.coding.repairs.lost_verbs import mend_thanks
from reportedly.coding.repairs.mender import Choice, Known, Mender, Step
from reportedly.coding.repairs.nominals import make_talks
from reportedly.coding.repairs.particles import mend_about
from reportedly.coding.repairs.passives import mend_including

_NO_PARTICIPLES = frozenset({"NN", "VB", "VBP"})
_MADE_SO = frozenset({("free", "set"), ("free", "let"), ("available", "make")})


def menders(known: Known) -> tuple[Step, ...]:
    """Return what mends what single words are taken for."""
    return (
        Mender(mend_thanks, words="thanks", when=lambda t: t.tag != "VBZ" or t.dep == "prep"),
        Mender(_mend_dead, deps="amod", words="dead"),
        Mender(_mend_made_so, deps="amod", words="free available"),
        Mender(_mend_captive, deps="dobj compound", words="hostage captive prisoner", when=lambda t: t.tag == "NN"),
        Mender(_mend_infinitive, deps="xcomp", tags="NN NNP", when=lambda t: t.i > t.head.i and any(c.tag == "TO" and c.i == t.i - 1 for c in t.children)),
        Mender(_mend_due, deps="prep advcl", tags="JJ", words="due", when=lambda t: t.child("xcomp", "prep") is not None),
        Mender(_mend_talks, deps="pobj", tags="VBZ", words="talks"),
        Mender(_mend_going_on, deps="amod", tags="VBG", when=lambda t: t.head.dep == "attr" and t.head.head.lower == "been"),
        Mender(_mend_sit_in, deps="dobj nsubj nsubjpass pobj attr", parts="ADP NOUN", words="in"),
        Mender(_mend_following, deps="prep", words="following"),
        Mender(mend_including, deps="prep", words="including"),
        Mender(lambda noun: _mend_nation(noun, known), deps="compound", tags="NN"),
        Mender(_mend_longer, deps="advmod", words="longer"),
        Mender(lambda by: _mend_done_by(by.head, known), deps="agent", words="by", when=lambda t: t.head.tag in _NO_PARTICIPLES),
        Choice(
            Mender(mend_about, deps="prt", words="over"),
            Mender(mend_about, deps="prep", words="over", when=lambda t: not t.children and t.head.tag in ("VBD", "VBN")),
        ),
    )


def _mend_dead(dead: Token) -> None:
    """Hang "dead" on the verb in "shot [dead] two protesters"."""
    if _is_between_verb_and_object(dead):
        dead.reattach(dead.head.head, "oprd")


def _mend_made_so(state: Token) -> None:
    """Hang on the verb how it makes somebody: "set [free] 240 inmates", "set [free] Danish nurses"; but "set free trade back"."""
    if not _is_between_verb_and_object(state) or (state.lower, state.head.head.lemma) not in _MADE_SO:
        return
    if state.head.tag in ("NNS", "NNP", "NNPS") or any(c.i > state.i and c.dep in ("nummod", "det", "poss") for c in state.head.children):
        state.reattach(state.head.head, "oprd")


def _is_between_verb_and_object(state: Token) -> bool:
    return state.head.dep == "dobj" and state.head.head is token_before(state)


def _mend_captive(state: Token) -> None:
    """Hang on the verb what somebody is made in "took [hostage] the mayor", "took [hostage] Mayor Adul Kana"."""
    verb = token_before(state)
    if verb is None or verb.lemma not in ("take", "hold"):
        return
    thing = state.head if state.dep == "compound" else next((c for c in verb.children if c.dep == "dobj" and c.i > state.i), None)
    if thing is None or not (thing.head is verb and thing.dep == "dobj"):
        return
    state.reattach(verb, "oprd")


def _mend_infinitive(verb: Token) -> None:
    """Make a verb of "vowed to [march]", which the tagger takes for a month."""
    if verb.child("det", "amod", "compound", "poss") is None:
        verb.pos, verb.tag, verb.lemma = "VERB", "VB", verb.lower


def _mend_due(due: Token) -> None:
    """Hang on the noun what is to come of it: "met ahead of talks [due] to start on Monday"."""
    before = token_before(due)
    if before is not None and before.pos == "NOUN" and before.dep in ("pobj", "dobj") and due.child("nsubj", "mark") is None:
        due.reattach(before, "amod")


def _mend_talks(talks: Token) -> None:
    """Make a noun of "ahead of truce [talks] due to resume"."""
    what = talks.child("nsubj")
    make_talks(talks, what if what is not None and what.i == talks.i - 1 else None)


def _mend_going_on(verb: Token) -> None:
    """Make the main verb of "has been [pounding] areas that the rebels hold", which the parser takes for a word about the areas."""
    thing, been = verb.head, verb.head.head
    if token_before(verb) is not been or been.child("nsubj") is None or thing.child("det", "poss") is not None:
        return
    above, dep = been.head, been.dep
    for child in list(been.children):
        child.reattach(verb, "dobj" if child is thing else child.dep)
    verb.reattach(verb if above is been else above, dep)
    been.reattach(verb, "aux")


def _mend_done_by(verb: Token, known: Known) -> None:
    """Make a participle of "a town [overrun] by rebels", "a port [hit] by rockets", which looks like the verb's other forms."""
    if verb.dep in ("appos", "acl", "advcl", "conj") and known.takes_object(verb.lower) and verb.child("aux", "dobj", "nsubj") is None:
        verb.pos, verb.tag, verb.lemma = "VERB", "VBN", verb.lower
        if verb.dep == "appos":
            verb.dep = "acl"


def _mend_sit_in(word: Token) -> None:
    """Make a noun of "a six-day [sit-in]"."""
    before = token_before(word)
    if before is not None and before.text == "-" and any(c.lower == "sit" and c.dep == "compound" for c in word.children):
        word.pos, word.tag, word.lemma = "NOUN", "NN", "sit-in"


def _mend_following(following: Token) -> None:
    """Make no verb of "[following] talks with the union, the mayor"."""
    if (occasion := following.child("dobj")) is not None:
        occasion.dep = "pobj"


def _mend_nation(actor: Token, known: Known) -> None:
    """Hang on who acts of what nation he is: "[Kurdish] militant attacks"."""
    before, act = token_before(actor), actor.head
    if before is None or before.dep != "amod" or before.tag != "JJ" or before.head is not act or not before.text[:1].isupper() or act.i < actor.i:
        return
    if known.is_actor(actor.lower) and known.names_act(act.lemma.lower()) and not known.is_actor(act.lemma.lower()):
        before.reattach(actor, "amod")


def _mend_longer(longer: Token) -> None:
    """Make a negation of the verb of "pledged to [no longer] kidnap"."""
    if longer.child("neg") is not None:
        longer.dep = "neg"
