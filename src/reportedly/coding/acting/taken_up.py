"""Taken up: a bare definite noun that no lexicon line fits, but that names the kind of act told before: "the battle", "the exercise", "the seizure", "the talks", "the charges", "such threats".

Reads the events found so far, for predicates.py.
"""

from __future__ import annotations

from reportedly.analysis import Draft, Token
from reportedly.coding.grammar.syntax import is_verb
from reportedly.lexicons.predicates import Predicate, PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_DRILLS = word_list("taken_up.drills")
_FIGHTS = frozenset({"battle", "clash", "fight"})
_HELP = word_list("taken_up.help")
_MEETINGS = word_list("meetings")
_CHARGES, _THREATS = frozenset({"charge"}), word_list("taken_up.threats")
_AGAIN = word_list("taken_up.again")
_SWAPS = frozenset({"swap", "exchange"})
_BY_MODE = frozenset({("seizure", "seize"), ("launch", "weapons"), ("test", "weapons")})
_RATHER_TAKEN_UP = _DRILLS | _MEETINGS | _CHARGES | _THREATS | _AGAIN
_TAKEN_UP = _RATHER_TAKEN_UP | _FIGHTS | _HELP | _SWAPS
_ASCRIBING = frozenset({"accuse", "blame", "allege", "accusation", "allegation"})  # by whoever says so, of whom no court is told
_DROPPING = word_list("taken_up.dropping")
_THIS = frozenset({"this", "that", "these", "those"})
_NARROWING = frozenset({"compound", "amod", "nmod", "poss", "nummod", "acl", "relcl", "appos"})
_OF_WHAT = frozenset({"of", "for", "against", "over", "with", "to", "from", "by"})
SHARES = frozenset({"involvement", "responsibility", "complicity"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "THREATEN", "AID"})
_BACK = 12  # events such a noun looks back
_STEM = 4  # letters that a verb and its noun share


def is_same_word(told: str, noun: str) -> bool:
    """Whether a noun is the word that told of an act, or is made of that verb: "arrested ... the arrests"; by their lemmas in small letters."""
    return told == noun or (len(told) >= _STEM < len(noun) and told[:_STEM] == noun[:_STEM])


def take_up(noun: Token, before: list[Draft], here: list[Draft], lexicon: PredicateLexicon) -> tuple[Predicate, Draft] | None:
    """Return the line a bare definite noun is read by and the act it takes up, if it takes up one. ``here``: the acts before it in its sentence."""
    lemma = noun.lemma.lower()
    if lemma in SHARES:
        bare = noun.dep == "dobj" and noun.head.lemma == "deny" and not any(c.dep in ("prep", "poss", "acl", "relcl") for c in noun.children)
        deed = next((d for d in reversed([*before[-_BACK:], *here]) if d.type in _DEEDS), None)
        return (deed.predicate, deed) if bare and deed is not None else None  # "the group denied any involvement"
    if noun.tag not in ("NN", "NNS") or lemma not in _TAKEN_UP or not _is_bare(noun, lemma):
        return None
    earlier = next((d for d in reversed([*before[-_BACK:], *(here if lemma in _CHARGES | _THREATS else ())]) if _is_such(d, lemma)), None)
    line = earlier and next((p for p in lexicon.by_head.get((lemma, "noun"), ()) if p.type == ("ACCUSE" if lemma in _CHARGES else earlier.type) and len(p.words) == 1), None)
    return (line, earlier) if line and earlier else None


def rather_taken_up(noun: Token) -> bool:
    """Whether what was told before says more than a line that fits: "the drills" are of whoever held them, together or alone."""
    return noun.tag in ("NN", "NNS") and noun.lemma.lower() in _RATHER_TAKEN_UP


def lend_parties(draft: Draft) -> None:
    """Give a noun the type and parties of the act it takes up; a battle and talks keep their own."""
    earlier = draft.takes_up
    if earlier is None or draft.type in ("ASSAULT", "CONSULT"):
        return  # recalling.py looks for those who met
    charged = draft.head.lemma.lower() in _CHARGES
    if not charged:
        draft.type, draft.mode = earlier.type, earlier.mode
    if not draft.actors and not draft.recipients and (earlier.actors or earlier.recipients):
        draft.actors, draft.recipients = list(earlier.actors) if not charged or earlier.type == "ACCUSE" else [], list(earlier.recipients)
        draft.evidence = [e for e in draft.evidence if not (e.field in ("actors", "recipients") and e.rule.startswith("empty"))]
        for field in ("actors", "recipients"):
            if getattr(draft, field):
                draft.because(field, f"the {earlier.head.text} told before", earlier.head.span)


def _is_bare(noun: Token, lemma: str) -> bool:
    if lemma in _CHARGES and noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in _DROPPING:
        return False  # "dropped the charges" is one act
    told = {c.lower for c in noun.children if c.dep == "det"}
    if not told & (_THIS if lemma in _HELP else _THIS | {"the"}) and not (lemma in _THREATS and any(c.lower == "such" for c in noun.children)):
        return False
    return not any(c.dep in _NARROWING or (c.dep == "prep" and c.lower in _OF_WHAT) for c in noun.children)


def _is_such(draft: Draft, lemma: str) -> bool:
    if lemma in _FIGHTS:
        return draft.type == "ASSAULT"
    if lemma in _SWAPS:
        return draft.type == "COOPERATE" and draft.head.lemma.lower() in _SWAPS  # "swapped six men ... the exchange"
    if lemma == "call":
        return draft.mode == "phone"  # not "urged ... the calls"
    if lemma in _MEETINGS:
        return draft.type == "CONSULT" or draft.head.lemma.lower() == lemma  # "the encounter": which may have been a fight
    if lemma in _CHARGES:
        return (draft.type == "ACCUSE" and draft.mode == "allege" and draft.head.lemma not in _ASCRIBING) or (draft.type == "COERCE" and draft.mode == "arrest") or draft.mode == "convict"
    if lemma in _THREATS:
        return draft.type == "THREATEN"
    if lemma in _AGAIN:
        return is_same_word(draft.head.lemma.lower(), lemma) or (lemma, draft.mode) in _BY_MODE
    if lemma in _HELP:
        return draft.type == "AID" and is_verb(draft.head)
    return draft.type in ("COOPERATE", "MOBILIZE") and any(w.lemma.lower() in _DRILLS for w in draft.words)
