"""Misread: openings, harm and counts that the small parser takes for something else, for repair.py.

Reads tokens; mends tags and heads in place. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import QUOTES, is_verb, subject_role, token_before
from reportedly.coding.repairs.mender import Choice, Known, Mender, Step
from reportedly.coding.repairs.passives import mend_joined_passive

_DATING = frozenset("in on by since during from until".split())
_WHERE = frozenset("near outside inside around across along beyond above below off".split())
_FEW = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}


def mend_opening_place(sentence: Sentence) -> None:
    """Make a place of "[Near Ramadi], troops killed six fighters", which the parser takes for a name and a second subject."""
    tokens = sentence.tokens
    at = 1 if tokens[0].text in QUOTES and len(tokens) > 1 else 0
    near = tokens[at]
    if near.pos != "PROPN" or near.lower not in _WHERE or at + 1 >= len(tokens):
        return
    name = near.head if near.dep == "compound" else near.child("pobj")
    if name is None or name.pos != "PROPN" or name.i < near.i:
        return
    if near.dep == "compound" and name.dep == "ROOT" and not _find_verb_after(name):
        return
    if near.dep == "compound" and name.dep in _SUBJECTS and name.head.pos == "NOUN" and name.head.dep in _SUBJECTS and is_verb(name.head.head):
        name.reattach(name.head.head, name.head.dep)  # "Near Oran, [strikes] in support of the army destroyed"
    if (verb := name.head if near.dep == "compound" else near.head).i < name.i:
        return
    if near.dep == "compound" and not any(c.dep in _SUBJECTS and c is not name for c in verb.children):
        doer = next((c for c in name.children if c.dep == "appos" and c.i > name.i + 1 and c.pos == "NOUN"), None)
        if doer is None or name.dep not in _SUBJECTS:
            return  # the name is the only subject
        doer.reattach(verb, name.dep)
    near.pos, near.tag, near.lemma = "ADP", "IN", near.lower
    if near.dep == "compound":
        for child in [c for c in name.children if c.dep == "punct" or (c.dep == "compound" and c is not near and c.i < near.i)]:
            child.reattach(verb, "punct")
        near.reattach(verb, "prep")
        name.reattach(near, "pobj")
    if near.ent is not None and near.ent.first < near.ent.last:
        near.ent.first, near.ent.label = near.ent.first + 1, "GPE"
    near.ent = None
    if name.ent is not None and name.ent.label == "PERSON":
        name.ent.label = "GPE"


def _find_verb_after(name: Token) -> bool:
    """Make the main verb of "Near Oran, a strike [killed] two", which the parser takes for what is said of another name of the place; say whether there is one."""
    doer = next((c for c in name.children if c.dep == "appos" and c.i > name.i + 1 and c.pos == "NOUN"), None)
    verb = doer.child("acl") if doer is not None else None
    if doer is None or verb is None or verb.tag not in ("VBD", "VBN") or verb.child("dobj") is None or any(c.dep in ("agent", "mark") for c in verb.children):
        return False
    verb.tag = "VBD"
    verb.reattach(name, "acl")
    verb.become_root()
    doer.reattach(verb, "nsubj")
    name.reattach(verb, "nsubj")
    return True


def mend_opening_date(sentence: Sentence) -> None:
    """Hang a date on its preposition: "[In July 2012] gunmen seized the town", "[On 24 October] troops ...", which the parser takes for part of the subject."""
    tokens = sentence.tokens
    if len(tokens) < 4 or tokens[0].lower not in _DATING or (ent := tokens[1].ent) is None or ent.label != "DATE":
        return
    date = [t for t in tokens[1:8] if t.ent is ent]
    objects = [c for c in tokens[0].children if c.dep in ("pobj", "pcomp")]
    taken = next((c for c in objects if c not in date), None)
    if taken is None and objects:
        return
    if taken is not None:
        main = tokens[0].head
        before = tokens[date[-1].i - tokens[0].i + 1 : taken.i - tokens[0].i]
        if taken.dep != "pobj" or taken.i < date[-1].i or main.tag not in ("VBD", "VBZ", "VBP", "VBN") or main.child("nsubj", "nsubjpass", "csubj") is not None or not (any(c.dep in ("det", "poss") and c.i > date[-1].i for c in taken.children) or ((taken.pos == "PROPN" or taken.tag == "NNS") and taken.i == date[-1].i + 1)) or any(t.pos in ("PUNCT", "ADP", "VERB") for t in before):
            return
        taken.reattach(main, subject_role(main))  # "On 5 May the rebels' [command], coming from Kidal, shelled the town"
        going_on = next((t for t in tokens[taken.i - tokens[0].i + 1 :] if t.pos != "PUNCT"), None)
        if going_on is not None and going_on.tag == "VBG" and going_on.head.pos == "PUNCT":
            going_on.reattach(taken, "acl")
    hung = [t for t in date if t.head not in date]
    if not hung or any(t.dep not in ("nmod", "compound", "nummod", "npadvmod", "amod") or t.head.i <= date[-1].i for t in hung):
        return
    day = next((t for t in hung if t.pos == "PROPN"), hung[-1])
    day.reattach(tokens[0], "pobj")
    for token in hung:
        if token is not day:
            token.reattach(day, "nummod")


def _mend_left_hurt(harm: Token) -> None:
    """Make a state of "left 12 dead and 40 [wounded]", which the parser takes for a second verb."""
    number, dead = harm.child("nsubjpass", "nsubj"), next((t for c in harm.head.children for t in (c, *c.children) if t.lower == "dead"), None)
    if number is None or number.pos != "NUM" or dead is None or harm.child("auxpass", "dobj", "agent") is not None:
        return
    number.reattach(harm, "nummod")
    harm.reattach(dead, "conj")
    harm.pos, harm.tag = "ADJ", "JJ"


def _mend_left_so(state: Token) -> None:
    """Make an object and how it was left of "leaving at least eleven civilians [dead]", which the parser takes for a clause."""
    left, people = state.head, state.child("nsubj")
    if state.tag == "JJ" and left.lemma == "leave" and people is not None and left.i < people.i < state.i and left.child("dobj") is None and state.child("mark", "aux", "cop") is None:
        people.reattach(left, "dobj")
        state.dep = "oprd"


def _mend_helped(token: Token) -> None:
    """Make a verb of "helped the army [recapture] Ramadi", which the parser takes for the head of a noun phrase."""
    helped = next((c for c in token.children if c.dep == "compound" and c.i == token.i - 1), None)
    thing = next((c for n in (token, token.head) for c in n.children if c.dep in ("appos", "dobj", "nmod") and c.i > token.i), None)
    if helped is None or thing is None:
        return
    if thing.head is not token:
        thing.reattach(token, "dobj")
    token.give_before(helped, "det", "amod", "poss", "compound", "nummod")
    helped.dep, thing.dep = "nsubj", "dobj"
    token.pos, token.tag, token.lemma, token.dep = "VERB", "VB", token.lower, "ccomp"


def _mend_weekday(day: Token, is_actor: Callable[[str], bool]) -> None:
    """Part a day from who acted on it: "late on Sunday [soldiers] stormed", "Early Thursday [militants] shelled"."""
    who, before, at = day.head, token_before(day), day.i - day.sent.tokens[0].i
    if day.ent is None or day.ent.label not in ("DATE", "TIME") or who.tag != "NNS" or who.i != day.i + 1 or not is_actor(who.lemma):
        return
    prep = before if before is not None and before.lower == "on" else None
    verb = who.head if who.dep in ("nsubj", "nsubjpass") else next((t for t in day.sent.tokens[at + 2 : at + 4] if t.tag in ("VBD", "VBN")), None)
    if verb is None or (who.dep == "pobj" and (prep is not who.head or verb.child("nsubj", "nsubjpass") not in (None, who))):
        return
    if who.head is not verb:
        who.reattach(verb, subject_role(verb))
    day.reattach(prep if prep is not None else verb, "pobj" if prep is not None else "npadvmod")


def menders(known: Known) -> tuple[Step, ...]:
    """Return what makes the noun that it is of "the [Battle] of Kufra", "[Operation] Vigilant Resolve", and mends what the parser took for a clause."""
    return (
        Mender(_mend_to, deps="aux", tags="IN", words="to"),
        Mender(_mend_some_of_them, deps="dobj", when=lambda t: t.i > t.head.i + 1 and any(c.lower == "of" for c in t.children)),
        Choice(
            Mender(_mend_helped, deps="dobj ccomp", tags="NN", when=lambda t: t.head.lemma == "help" and known.is_verb(t.lower)),
            Mender(_mend_told, deps="ccomp", parts="VERB ADJ"),
            Mender(_mend_then, deps="conj dep", parts="VERB", when=lambda t: t.head.dep == "advcl"),
            Mender(_mend_person_at_place, deps="appos conj", when=_is_person_at_place),
            Mender(_mend_named, deps="conj", parts="PROPN", when=lambda t: t.head.tag == "NNS"),
            Mender(mend_joined_passive, deps="acl advcl", tags="VBN VBD"),
            Mender(mend_joined_passive, deps="amod", tags="VBN VBD", when=lambda t: t.i == t.head.i + 1),
            Mender(_mend_left_hurt, deps="conj", tags="VBN VBD", when=lambda t: t.head.lemma == "leave"),
            Mender(_mend_operation, deps="compound nmod", words="operation exercise", when=lambda t: t.text.istitle()),
            Mender(_mend_battle, parts="PROPN", words="battle", when=lambda t: t.text.istitle() and any(c.lower == "of" for c in t.children)),
            Mender(lambda day: _mend_weekday(day, known.is_actor), deps="compound", when=lambda t: t.lower.endswith("day")),
            Mender(_mend_hour, words="am pm", when=lambda t: t.child("nummod") is not None),
        ),
    )


def _mend_some_of_them(some: Token) -> None:
    """Make an aside of "The guards left at noon, [nine of them] on foot", which the parser takes for an object."""
    before = token_before(some)
    whole = next((g for c in some.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj"), None)
    if before is not None and before.text == "," and whole is not None and whole.lower in ("them", "whom"):
        some.dep = "npadvmod"


def _mend_to(to: Token) -> None:
    """Make a part of the verb of "urges the parties [to] free captives"."""
    if to.head.tag == "VB":
        to.pos, to.tag = "PART", "TO"


def _mend_told(clause: Token) -> None:
    _mend_told_that(clause)
    _mend_left_so(clause)


def _is_person_at_place(name: Token) -> bool:
    place = name.head
    if name.ent is None or name.ent.label != "PERSON" or place.ent is None or place.ent.label not in ("GPE", "LOC"):
        return False
    return place.dep == "pobj" and place.head.lower != "of" and place.head.head.pos == "NOUN" and name.child("compound", "conj") is not None  # but "ministers of Chad and [Togo]", "rebels in Jebba, Ilora"


def _mend_person_at_place(name: Token) -> None:
    """Set persons beside what they are, not beside where: "two leaders in Mosul, [Abu Zayd] and Basim Nuri"."""
    name.reattach(name.head.head.head, "appos")


def _mend_battle(battle: Token) -> None:
    battle.pos, battle.tag, battle.lemma = "NOUN", "NN", battle.lower


def _mend_hour(half: Token) -> None:
    """Make an hour of "at 7 [pm]", not a prime minister."""
    half.pos = "ADV"


def _mend_then(verb: Token) -> None:
    """Join to the main verb what happened next: "fired as a bus passed, then [fled]"."""
    tokens = verb.sent.tokens
    at = verb.i - tokens[0].i
    main = verb.head.head
    if at > 1 and tokens[at - 1].lower == "then" and tokens[at - 2].lower in (",", "and") and verb.child(*_SUBJECTS) is None and main.pos == "VERB" and main.i < verb.head.i and main.tag == verb.tag:
        verb.reattach(main, "conj")


def _mend_named(name: Token) -> None:
    """Hang the names of those just counted on them: "killed two commanders, [Abu Omar] and [Yusuf Rashid]", who are no further two."""
    those = name.head
    number = those.child("nummod")
    count = _FEW.get(number.lower) if number is not None else None
    before = name.subtree()[0].i - 1 - name.sent.tokens[0].i
    if count is not None and before > 0 and name.sent.tokens[before].text in (",", ":", "-") and _chain(name) == count:
        name.dep = "appos"


def _chain(name: Token) -> int:
    """Return how many names are joined to one, itself counted."""
    count = 1
    while (further := next((c for c in name.children if c.dep == "conj" and c.pos == "PROPN"), None)) is not None:
        name, count = further, count + 1
    return count


def _mend_operation(token: Token) -> None:
    """Make the noun that it is of "[Operation] Vigilant Resolve was launched": the name only follows it."""
    name = token.head
    if name.pos != "PROPN" or name.i < token.i or any(c.pos == "PROPN" and c.i == token.i - 1 for c in name.children) or name.dep not in (*_SUBJECTS, "dobj", "attr", *(("pobj",) if token.text == "Exercise" else ())) or name.head is name:
        return
    above, dep = name.head, name.dep
    name.children = [c for c in name.children if c is not token]
    token.head, token.pos, token.tag, token.lemma = name, "NOUN", "NN", token.lower
    token.reattach(above, dep)
    for child in [c for c in name.children if c.i < token.i or (c.i > name.i and c.dep != "compound")]:
        child.reattach(token, child.dep)
    name.reattach(token, "appos")
    if token.ent is not None:
        for t in token.sent.tokens:
            if t.ent is token.ent and t is not token:
                t.ent = None
        token.ent = None


def _mend_told_that(clause: Token) -> None:
    """Hang on the noun what tells of it: "conducted strikes on missiles [that were prepared to launch]", which the parser takes for what was conducted."""
    verb = clause.head
    noun = clause.child("nsubj", "nsubjpass")
    that = next((t for c in (clause, *clause.children) for t in c.children if t.tag in ("WDT", "WP") and t.lower in ("that", "which", "who") and t.dep in ("nsubj", "nsubjpass") and t.i < clause.i), None)
    if noun is None or that is None or that is noun or not verb.i < noun.i < that.i < clause.i or verb.child("dobj") is not None or verb.pos != "VERB":
        return
    last = noun
    for _ in range(4):
        deeper = next((c for c in reversed(last.children) if c.i < that.i and c.dep in ("prep", "pobj", "conj") and c.subtree()[-1].i == that.i - 1), None)
        if deeper is None:
            break
        last = deeper
    if last.pos not in ("NOUN", "PROPN"):
        return
    noun.reattach(verb, "dobj")
    clause.reattach(last, "relcl")
