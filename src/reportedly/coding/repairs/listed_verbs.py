"""Verbs in a list: the second and third of several deeds, or of several things asked for, where the parser takes them for something else: "was captured in May, [extradited] in June and sentenced"."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import has_to, is_after_comma, leftmost, speaks, token_before
from reportedly.coding.repairs.mender import Known, Mender
from reportedly.lexicons.word_lists import word_list

PAST = ("VBD", "VBZ", "VBP")
_ASKED_FOR = word_list("listed_verbs.asked_for")
_LISTING = frozenset({"of", "for", "from"})  # what stands after "after" or "by" was the means or the time of what follows
_STATES = word_list("listed_verbs.states")
_FOUNDING = word_list("listed_verbs.founding")
_SAYING = word_list("saying")


def menders(known: Known) -> tuple[Mender, ...]:
    """Return what mends a verb that stands in a list and is not taken for a part of it: alternatives behind those of lists.py."""
    act_of = known.act_of
    return (
        Mender(_mend_listed_complement, deps="ccomp", tags="VBD"),
        Mender(_mend_listed_gerund, deps="advcl", tags="VBG"),
        Mender(_mend_listed_infinitive, deps="advcl", tags="VB"),
        Mender(_mend_listed_bare, deps="advcl", tags="VBP JJ"),
        Mender(_mend_listed_adjective, deps="amod", tags="JJ", when=lambda t: t.head.i > t.i and act_of(t.lower) == t.lower),
        Mender(lambda verb: _mend_listed_passive(verb, verb.head), deps="advcl", tags="VBD VBN"),
        Mender(_mend_listed_clause, deps="acl", tags="VBD VBN"),
        Mender(lambda quality: _mend_listed_participle(quality, act_of(quality.lower)), deps="amod", tags="VBN VBD JJ", when=lambda t: t.lower.endswith("ed") and t.lower not in _STATES),
    )


def _mend_listed_clause(token: Token) -> None:
    if token.tag == "VBD":
        _mend_listed_deed(token)
    if token.dep == "acl" and (told := token.head.child("relcl")) is not None and told.i < token.i:
        _mend_listed_passive(token, told)


def mend_listed_in_clause(verb: Token) -> None:
    """Join the second of three verbs to the clause it goes on: "were followed by soldiers who surrounded the village, [shot] the men and burned"."""
    main, tokens, start = verb.head, verb.sent.tokens, verb.sent.tokens[0].i
    if (told := _told_in_row(verb)) is not None:
        hand_on(verb, main, told)
        return
    if not ((main.tag == "VBN" and main.child("auxpass") is not None) or (main.tag == "VBG" and any(c.lower in ("have", "has") for c in main.children))) or verb.tag != "VBD" or not is_after_comma(verb) or verb.child("conj") is None or verb.child(*_SUBJECTS) is not None:
        return
    between = tokens[main.i - start + 1 : verb.i - start]
    clause = next((t for t in reversed(between) if t.dep == "relcl" and t.tag == "VBD" and (s := t.child("nsubj")) is not None and (s.lower in ("who", "which", "that") or any(c.lower == "when" for c in t.children))), None)
    if clause is not None and clause.head.i > main.i and clause.child("conj") is None:
        verb.reattach(clause, "conj")


def _told_in_row(verb: Token) -> Token | None:
    """Return the first of three deeds that are told, where the parser joins the second to who tells: "She is sad that boys broke the gate, [cut] the wire and fled", "told us that they had beaten him, [took] his ring and fled"."""
    main = verb.head
    state = main.child("acomp")
    told = main.child("ccomp") or (state.child("ccomp") if state is not None else None)
    if told is None or not main.i < told.i < verb.i or verb.tag != "VBD" or speaks(verb) or verb.child("conj") is None or verb.child(*_SUBJECTS) is not None or not is_after_comma(verb) or any(c.dep == "cc" and c.i < verb.i for c in main.children):
        return None
    doer = told.child("nsubj")
    past = told.tag == "VBD" or (told.tag == "VBN" and any(c.lower == "had" for c in told.children))
    return told if past and doer is not None and told.lemma != "be" and told.child("conj", "auxpass") is None and told.child("mark") is not None else None


def mend_listed_of_founded(verb: Token) -> None:
    """Join verbs to the clause on a body that somebody founded: "formed the Terek Battalion, which ambushed convoys, [shot] down two helicopters and took a theatre"."""
    main = verb.head
    body = main.child("dobj")
    clause = body.child("relcl") if body is not None else None
    if main.lemma not in _FOUNDING or clause is None or verb.tag != "VBD" or verb.child(*_SUBJECTS) is not None or verb.child("conj") is None or verb.i < clause.i or not is_after_comma(verb):
        return
    if any(c.dep == "nsubj" and c.lower in ("which", "who") for c in clause.children) and clause.child("conj") is None and not any(c.dep == "cc" and c.i < verb.i for c in main.children):
        verb.reattach(clause, "conj")
        clause.tag = "VBD"


def mend_listed_act(act: Token, is_act: Callable[[str], bool]) -> None:
    """Join the second of three things asked for, which the parser takes for other words for the first or for an object: "called for his resignation, [the dissolution] of parliament and talks"."""
    asking = act.head
    while asking.pos not in ("VERB", "AUX") and asking.head is not asking:
        asking = asking.head
    if asking.lemma not in _ASKED_FOR or not is_act(act.lemma) or act.child("det") is None or (before := token_before(leftmost(act))) is None or before.text != ",":
        return
    asked = [c for c in asking.children if c.dep == "dobj" and c.i < act.i] or [g for c in asking.children if c.dep == "prep" and c.lower in ("for", "on") and c.i < act.i for g in c.children if g.dep == "pobj"]
    if not asked or asked[-1] is act or not is_act(asked[-1].lemma) or asked[-1].child("conj") is not None or not any(t.dep == "cc" and t.i > act.i for t in act.subtree()):
        return
    act.reattach(asked[-1], "conj")
    third = act.child("conj")
    if third is not None and third.tag == "VBZ" and third.child(*_SUBJECTS) is None:
        third.pos, third.tag = "NOUN", "NNS"


def _mend_listed_participle(verb: Token, act: str | None) -> None:
    """Make a further deed of "burned two stores and [looted] homes": a bare plural with a participle after "and" is seldom one more object."""
    noun = verb.head
    tokens = verb.sent.tokens
    at = verb.i - tokens[0].i
    doing = noun.head.head.head if noun.head.dep == "pobj" else noun.head.head  # "set fire to a shop, [looted] a bank"
    joined = next((c for c in doing.children if c.dep == "conj" and c.tag == "VBD" and c.i > noun.i), None)
    listed = noun.dep == "appos" and noun.head.dep in ("dobj", "pobj") and joined is not None  # "captured the town, [looted] shops and burned a clinic"
    if act is None or (noun.dep != "conj" and not listed) or noun.tag not in ("NNS", "NNPS") or noun.i != verb.i + 1 or at == 0 or (tokens[at - 1].text != "," and tokens[at - 1].dep != "cc"):
        return
    above = noun
    while above.dep in ("conj", "dobj", "pobj", "prep", "pcomp", "appos") and above.head is not above and above.tag not in PAST and not is_perfect(above):
        above = above.head
    if not is_perfect(above) and (above.tag != "VBD" or any(c.dep in ("aux", "auxpass") for c in above.children)):
        return
    phrases = [c for c in noun.children if c.dep in ("prep", "conj", "cc", "punct") and c.i > noun.i]
    noun.children.remove(verb)
    verb.head = noun
    verb.pos, verb.tag, verb.lemma = "VERB", above.tag, act
    hand_on(verb, noun.head, above)
    noun.reattach(verb, "dobj")
    for phrase in phrases:
        if phrase.dep == "prep":
            phrase.reattach(joined if listed and joined is not None and phrase.i > joined.i else verb, "prep")


def _mend_listed_complement(verb: Token) -> None:
    """Make a further deed of "says soldiers came in lorries, [ordered] people out and set fire to the houses"."""
    above = verb.head
    first = above.child("ccomp")
    suffered = first is not None and first.child("auxpass") is not None and verb.child("dobj", "ccomp", "xcomp") is None and verb.child("conj") is not None
    if first is None or first is verb or not above.i < first.i < verb.i or (first.tag != "VBD" and not suffered) or above.lemma not in _SAYING or verb.child(*_SUBJECTS) is not None:
        return
    opening = verb.children[0].i if verb.children and verb.children[0].i < verb.i else verb.i
    if verb.sent.tokens[opening - 1 - verb.sent.tokens[0].i].text == ",":
        verb.tag = "VBN" if suffered else verb.tag  # "said she was held for a week, [raped] and beaten"
        hand_on(verb, above, first)


def _mend_listed_infinitive(verb: Token) -> None:
    """Make a further thing asked for of "urged it to free them, [to lift] the curfew and to allow ...", which the parser took for a purpose."""
    above = verb.head
    if above.tag == "VB" and has_to(above) and has_to(verb) and verb.children[0].tag == "TO" and verb.sent.tokens[verb.children[0].i - verb.sent.tokens[0].i - 1].text == "," and any(c.dep == "conj" and c.tag == "VB" and has_to(c) for c in verb.children):
        verb.dep = "conj"
    _mend_listed_bare(verb)


def _mend_listed_gerund(verb: Token) -> None:
    """Join the second of three of "accused him of lying, [stealing] and bribing", which the parser hangs on the cue."""
    above = verb.head
    if verb.child("mark", "advmod", "aux", *_SUBJECTS) is not None or verb.child("conj") is None or verb.i <= above.i or not is_after_comma(verb):
        return
    first = next((g for c in above.children if c.dep == "prep" and c.lower in _LISTING and above.i < c.i < verb.i for g in c.children if g.dep == "pcomp" and g.tag == "VBG"), None)
    if first is not None and first.child("conj") is None and first.subtree()[-1].i == verb.i - 2:
        hand_on(verb, above, first)


def _mend_listed_bare(verb: Token) -> None:
    """Make a further thing asked for of "asked it to lay down its arms, [free] the captives and leave", which the parser took for a clause of its own."""
    above = verb.head
    first = infinitive_of(above, verb.i)
    if first is None or verb.child("dobj") is None or verb.child("mark", "advmod", "aux", *_SUBJECTS) is not None or not is_after_comma(verb):
        return
    verb.pos, verb.tag = "VERB", "VB"
    hand_on(verb, above, first)


def _mend_listed_adjective(word: Token) -> None:
    """Make a verb of "urged it to stop the arrests, [free] political prisoners and open a dialogue": an object of its own, and one more verb after it."""
    noun, tokens, start = word.head.head if word.head.dep == "compound" else word.head, word.sent.tokens, word.sent.tokens[0].i
    above = noun.head
    if noun.dep not in ("dobj", "conj") or word.i == start or not is_after_comma(word) or noun.subtree()[0] is not word or above.i > word.i:
        return
    first = infinitive_of(above, word.i) if noun.dep == "dobj" else next((t for t in (above.head, above.head.head) if t.tag == "VB" and has_to(t)), None)
    last = noun.subtree()[-1].i - start
    after = tokens[last + 1 : last + 3]
    if first is None or noun.child("cc") is not None or len(after) < 2 or after[0].dep != "cc" or after[1].tag != "VB":
        return
    word.pos, word.tag, word.lemma = "VERB", "VB", word.lower
    word.reattach(above, "conj")
    hand_on(word, above, first)
    noun.reattach(word, "dobj")


def _mend_listed_deed(verb: Token) -> None:
    """Make a further deed of "declared its support, [called] for a boycott, and demanded ...": a finite past after a comma is no participle of the object."""
    noun = verb.head
    above = noun.head
    before = verb.sent.tokens[verb.i - 1 - verb.sent.tokens[0].i] if verb.i > verb.sent.tokens[0].i else verb
    if noun.dep == "dobj" and above.tag == "VBD" and before.text == "," and verb.child("agent", *_SUBJECTS) is None and any(c.dep == "conj" and c.tag == "VBD" for c in verb.children):
        hand_on(verb, noun, above)


def _mend_listed_passive(verb: Token, above: Token) -> None:
    """Make a further passive of "was captured in May, [extradited] to Manila in June and sentenced", which the parser takes for a clause about it."""
    done = is_perfect(above) and (last := verb.child("conj")) is not None and last.child("dobj") is not None  # "have killed, [raped] and robbed villagers"
    if (above.child("auxpass") is None and not done) or verb.i < above.i or verb.child("mark", "advmod", "aux", "auxpass", "dobj", *_SUBJECTS) is not None or (joined := verb.child("conj")) is None:
        return
    if is_after_comma(verb) and joined.tag in ("VBD", "VBN") and joined.child(*_SUBJECTS) is None:
        verb.tag = "VBN"
        hand_on(verb, verb.head, above)


def infinitive_of(verb: Token, before: int) -> Token | None:
    """Return the infinitive with "to" that a finite verb asks for, where it stands before a place in the text."""
    return next((c for c in verb.children if c.dep == "xcomp" and c.tag == "VB" and c.i < before and has_to(c)), None) if verb.tag in (*PAST, "VBN") else None


def is_perfect(verb: Token) -> bool:
    """Whether a participle tells what somebody has done: "have [burned] schools and kidnapped teachers"."""
    return verb.tag == "VBN" and verb.child("auxpass") is None and any(c.dep == "aux" and c.lemma == "have" for c in verb.children)


def hand_on(verb: Token, old: Token, new: Token) -> None:
    """Join a verb to another one, with the comma and the conjunction before it."""
    for joint in [c for c in old.children if old.i < c.i < verb.i and (c.dep == "cc" or c.text == ",") and c.i >= verb.i - 3]:
        joint.reattach(new, joint.dep)
    verb.reattach(new, "conj")
