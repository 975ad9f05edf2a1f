"""Lists: the second and third of several names or nouns, where the parser takes them for something else; verbs in listed_verbs.py. Mends heads in place, for coordination.py."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import is_after_comma, is_verb, leftmost, token_after, token_before
from reportedly.coding.repairs import listed_verbs
from reportedly.coding.repairs.mender import Known, Mender
from reportedly.lexicons.word_lists import word_list

_BODY_NOUNS = word_list("lists.bodies")
_FLOWN = word_list("lists.flown")
_KIN = word_list("lists.kin")
_BODIES = {"GPE", "ORG", "NORP"}


def menders(known: Known) -> tuple[Mender, ...]:
    """Return what mends what stands in a list and is not taken for a part of it: alternatives for coordination.py."""
    return (
        Mender(_mend_apposition, deps="appos"),
        Mender(_mend_listed_thing, deps="npadvmod dobj", parts="NOUN PROPN", when=lambda t: t.child("conj") is not None and t.child("det") is not None),
        Mender(_mend_part_of_name, deps="nmod compound amod", parts="PROPN ADJ", when=lambda t: t.child("cc") is not None and t.child("conj") is None),
        Mender(mend_two_titled, deps="nmod", tags="NNP", when=lambda t: t.child("cc") is not None),
        Mender(_mend_kinds_of_aircraft, deps="nsubj dobj pobj", words=_FLOWN, when=lambda t: t.child("conj") is not None),
        Mender(_mend_two_bodies, deps="nmod compound", parts="NOUN", words=_BODY_NOUNS),
        Mender(_mend_two_subjects, deps="nsubj", parts="NOUN PROPN", when=lambda t: t.child("conj") is not None),
        *listed_verbs.menders(known),
    )


def _mend_apposition(token: Token) -> None:
    if token.pos == "NOUN":
        _mend_noun_row(token)
    if token.dep == "appos" and token.pos in ("NOUN", "PROPN") and token.child("conj") is not None and token.child("det") is not None:
        _mend_listed_object(token)
    if token.dep == "appos" and token.child("conj") is not None and (_is_with_kin(token) or _is_listed_noun(token)):
        token.dep = "conj"
    elif token.dep == "appos" and token.pos == "PROPN":
        _mend_listed_name(token)


def _mend_two_subjects(last: Token) -> None:
    """Make one list of "The army, the [police] and the navy fired", where the parser gives the verb two subjects."""
    verb, comma = last.head, token_before(leftmost(last))
    first = next((c for c in verb.children if c.dep == "nsubj" and c.i < last.i), None)
    if first is None or comma is None or comma.text != "," or comma.i > verb.i or first.child("conj", "cc", "relcl", "appos", "acl") is not None or first.pos not in ("NOUN", "PROPN"):
        return
    if token_before(comma) in first.subtree():
        last.reattach(first, "conj")


def _mend_listed_thing(token: Token) -> None:
    _mend_listed_object(token)
    if token.dep == "appos":
        _mend_apposition(token)
    elif token.dep == "dobj" and token.lower in _FLOWN:
        _mend_kinds_of_aircraft(token)


def _mend_part_of_name(token: Token) -> None:
    _mend_two_nations(token)
    _mend_of_body(token)


def mend_listed_state(state: Token) -> None:
    """Make the last of a list of "urged the army and [allied] militias to cease", whose quality the parser takes for a deed."""
    if state.lower not in _KIN or state.tag not in ("VBD", "VBN"):
        return
    noun, before = state.child("dobj"), token_before(state)
    first = state.head.child("dobj") if is_verb(state.head) else state.head
    if noun is None or noun.i < state.i or noun.tag != "NNS" or before is None or before.dep != "cc" or first is None or first.i > state.i or state.child("nsubj", "aux", "auxpass") is not None:
        return
    verb = first
    while not is_verb(verb) and verb.head is not verb:
        verb = verb.head
    if state.child("xcomp", "prep", "ccomp") is not None and verb is not first:
        state.give_after(verb, "xcomp", "prep", "ccomp")
    for second in first.children:
        if second.dep == "appos" and second.tag in ("NNP", "NNPS") and is_after_comma(leftmost(second)):
            second.dep = "conj"
    noun.reattach(first, "conj")
    state.reattach(noun, "amod")
    state.pos, state.tag = "ADJ", "JJ"


def _mend_noun_row(noun: Token) -> None:
    """Join to the first of a row "demanded an end to the raids; the [release] of the mayor", which the parser hangs on who demands it."""
    verb, tokens = noun.head.head, noun.sent.tokens
    prep = verb.child("prep")
    first = None if noun.head.dep != "nsubj" else verb.child("dobj") or (prep.child("pobj") if prep is not None and prep.lower == "for" else None)
    if first is not None and noun.head.i < verb.i < first.i < noun.i and tokens[leftmost(noun).i - 1 - tokens[0].i].text == ";":
        noun.reattach(first, "conj")


def mend_side_of_battle(second: Token) -> None:
    """Join the second of two sides to the first, not to who leads that: "between British forces under Harcourt and Afghan [tribesmen]"."""
    leader = second.head
    and_ = leader.child("cc")
    if leader.dep != "pobj" or and_ is None or and_.i > second.i or leader.head.lower not in ("under", "by", "of", "from", "to") or leader.tag not in ("NNP", "NN"):
        return
    above = leader.head.head
    for _ in range(4):
        between = above if above.lower == "between" else next((c for c in above.children if c.lower == "between" and c.dep == "prep" and c.i < leader.i), None)
        if between is not None:
            first = between.child("pobj")
            if first is not None and first.child("conj", "cc") is None and first.tag in ("NNS", "NN") and second.tag in ("NNS", "NN"):
                and_.reattach(first, "cc")
                second.reattach(first, "conj")
            return
        above = above.head


def _mend_two_nations(first: Token) -> None:
    """Join "[US] and South Korean forces" where the parser hangs both names on the noun, one beside the other."""
    and_ = first.child("cc")
    second = next((c for c in first.head.children if and_ is not None and c.i > and_.i and c.subtree()[0].i == and_.i + 1 and c.dep in ("amod", "compound", "nmod")), None)
    if second is not None and second.i < first.head.i and second.ent is not None and second.ent.label in ("NORP", "GPE") and first.ent is not None and first.ent.label in ("NORP", "GPE"):
        second.reattach(first, "conj")


def mend_first_nation(word: Token) -> None:
    """Make one phrase of "attacks on [Afghan] and coalition forces", where the parser takes the first word for a state beside the forces."""
    noun, and_ = word.child("conj"), word.child("cc")
    first = noun.children[0] if noun is not None and noun.children else None
    if noun is None or and_ is None or noun.tag != "NNS" or first is None or first.dep not in ("compound", "amod", "nmod") or first.i != and_.i + 1 or word.child("det", "amod", "prep") is not None:
        return
    noun.reattach(word.head, word.dep)
    for child in [c for c in word.children if c.i > noun.i]:
        child.reattach(noun, child.dep)
    word.reattach(noun, "amod")
    first.reattach(word, "conj")


def mend_two_titled(token: Token) -> None:
    """Give the second of two names its office: "Prime Minister Anna Lund and [Defence Minister] Erik Holm", where the parser joins the office to the first name."""
    first, office = (token.head, token) if token.dep == "conj" else (token, token.child("conj"))
    if office is None or office.tag != "NNP" or first.tag != "NNP" or first.child("compound") is None:
        return
    if (beside := next((c for c in first.children if c.dep == "conj" and c.tag == "NNP" and leftmost(c).i == office.i + 1), None)) is not None:
        office.reattach(beside, "compound")
        return
    second = first.head
    while second.dep == "compound" and second.head.i > second.i:
        second = second.head
    between = second.sent.tokens[office.i - second.sent.tokens[0].i + 1 : second.i - second.sent.tokens[0].i]
    if first.dep == "nmod" and second.tag == "NNP" and second.head is not second and between and all(t.tag == "NNP" for t in between):
        first.reattach(second.head, second.dep)
        second.reattach(first, "conj")
        office.reattach(second, "compound")


def _mend_of_body(body: Token) -> None:
    """Join "soldiers of the Third [Brigade] and US paratroopers", where the parser takes the brigade for a word about the paratroopers."""
    others, of = body.head, body.head.head
    people, and_ = of.head, body.child("cc")
    if body.dep != "nmod" or body.pos != "PROPN" or others.dep != "pobj" or others.tag != "NNS" or of.lower != "of" or people.tag not in ("NNS", "NNPS") or and_ is None or body.child("compound", "amod") is None or others.i < body.i:
        return
    others.give_before(body)
    body.reattach(of, "pobj")
    and_.reattach(people, "cc")
    others.reattach(people, "conj")


def mend_second_body(body: Token) -> None:
    """Join "officers of the Northern Army (NA) and the [Coast Guard] (CG)", where a short form in brackets parts the two bodies they are of."""
    people = body.head
    of = people.child("prep") if people.tag == "NNS" else None
    first = of.child("pobj") if of is not None and of.lower == "of" else None
    and_ = people.child("cc")
    if first is None or first.pos != "PROPN" or first.child("conj") is not None or (short := first.child("appos")) is None or not short.text.isupper() or and_ is None or leftmost(body).i != and_.i + 1 or and_.i < short.i:
        return
    and_.reattach(first, "cc")
    body.reattach(first, "conj")


def mend_people_of_body(others: Token) -> None:
    """Join "soldiers of the Third Brigade and [US paratroopers]", where the parser makes the paratroopers a part of what the soldiers are of."""
    body = others.head
    of = body.head
    people = of.head
    if body.dep != "pobj" or body.tag != "NNP" or of.lower != "of" or people.tag not in ("NNS", "NNPS"):
        return
    modifier, and_ = others.child("compound", "amod"), body.child("cc")
    if and_ is None or others.i < and_.i or people.child("conj") is not None:
        return
    ours = body.child("compound") is not None and (body.ent is None or body.ent.label != "GPE") and modifier is not None and modifier.ent is not None and modifier.ent.label in _BODIES
    if not ours and not (others.tag == "NNS" and any(c.dep == "prep" and c.lower == "of" and c.i == others.i + 1 for c in others.children)):
        return  # "members of the Red Front and [supporters] of the Green League"
    and_.reattach(people, "cc")
    others.reattach(people, "conj")


def _mend_kinds_of_aircraft(first: Token) -> None:
    """Make one of "[Attack], bomber and fighter aircraft", which the parser takes for three doers."""
    last, kinds = first, [first]
    while (following := last.child("conj")) is not None:
        last = following
        kinds.append(last)
    if last.lower not in ("aircraft", "planes", "jets") or any(t.tag == "NNS" or t.child("det", "prep", "nummod") is not None for t in kinds[:-1]):
        return
    above, dep = first.head, first.dep
    if above is first:
        return
    last.reattach(above, dep)
    for kind in kinds[:-1]:
        kind.reattach(last, "compound")


def _mend_two_bodies(first: Token) -> None:
    """Part two bodies of which the parser makes one: "The [army] and ELN rebels fought", no army rebels."""
    head, second = first.head, first.child("conj")
    if second is None or second.pos != "PROPN" or head.tag != "NNS" or second.i >= head.i or second.i <= first.i or head.dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or first.child("cc") is None:
        return
    above, dep = head.head, head.dep
    before = [c for c in head.children if c.i < first.i]
    second.reattach(head, "compound")
    first.reattach(above, dep)
    for child in before:
        child.reattach(first, child.dep)
    head.reattach(first, "conj")


def mend_second_origin(name: Token) -> None:
    """Join the second origin of "UN troops from Ghana and [Fiji]" to the first, not to the troops."""
    noun, link = name.head, token_before(name)
    first = token_before(name, 2)
    if link is None or first is None or link.lower != "and" or first.dep != "pobj" or first.pos != "PROPN" or first.head.lower not in ("from", "of") or first.head.head is not noun:
        return
    name.reattach(first, "conj")
    link.reattach(first, "cc")


def _mend_listed_name(name: Token) -> None:
    """Make a list of "The EU, [the US] and Canada have agreed", where the parser takes the second name for another one of the first."""
    first, listed = name.head, [name]
    while (further := listed[-1].child("conj")) is not None:
        listed.append(further)
    if len(listed) == 1 or first.tag not in ("NNP", "NNPS") or all(t.child("cc") is None for t in listed) or first.child("conj") is not None:
        return
    kinds = {t.ent.label if t.ent is not None else "" for t in (first, *listed)}
    is_row = first.dep == "nsubj" and first.ent is not None and first.ent.label in _BODIES and token_after(listed[-1].subtree()[-1]) is first.head  # "Mali, [Burkina Faso] and Niger announced": no comma closes an apposition
    if not (is_row or kinds <= _BODIES or kinds == {"PERSON"}):
        return
    left = name.subtree()[0].i - name.sent.tokens[0].i
    if name.sent.tokens[left - 1].text == "," and all(t.dep == "det" for t in name.subtree() if t.i < name.i and t.dep not in ("compound", "nmod")):
        name.dep = "conj"


def _mend_listed_object(noun: Token) -> None:
    """Set the second of "attacked the market, [the police station] and a clinic" beside the first, where the parser takes it for a time."""
    verb, before = noun.head.head if noun.dep == "appos" else noun.head, token_before(leftmost(noun))
    if before is None or before.text != "," or (noun.dep == "appos" and not noun.head.i < verb.i < noun.i):
        return
    first = verb.child("dobj") or next((g for c in verb.children if c.dep == "prep" and c.i > verb.i for g in c.children if g.dep == "pobj"), None)
    if first is not None and first is not noun and verb.i < first.i < noun.i and first.child("conj") is None and before.i - 1 == first.subtree()[-1].i:
        noun.reattach(first, "conj" if noun.dep == "dobj" else "appos")


def _is_with_kin(noun: Token) -> bool:
    """Whether "Omar Said, his [driver] and two guards" are three or more of them, each with words of his own, not Omar Said by another word."""
    last = noun.child("conj")
    owned = noun.head.pos == "PROPN" and noun.head.ent is not None and noun.head.ent.label == "PERSON" and any(c.lower in ("his", "her") for c in noun.children)
    return owned and noun.tag == "NN" and noun.child("cc") is not None and last is not None and (last.tag == "NNS" or any(c.dep in ("det", "poss", "nummod") for c in last.children))


def _is_listed_noun(noun: Token) -> bool:
    """Whether "[a judge] and a clerk were shot" goes on a list, which the parser takes for other words for "Four policemen" before it."""
    first, listed = noun.head, [noun]
    while (further := listed[-1].child("conj")) is not None:
        listed.append(further)
    tokens, start = noun.sent.tokens, noun.sent.tokens[0].i
    left = noun.subtree()[0].i - start
    if first.child("conj") is not None or first.pos not in ("NOUN", "PROPN") or tokens[left - 1].text != "," or all(t.child("cc") is None for t in listed):
        return False
    if not all(_article_or_number(t) for t in (first, *listed)):
        if first.dep in ("nsubj", "nsubjpass"):
            after = token_after(first.subtree()[-1])
            return after is not None and after.pos != "PUNCT" and all(any(c.lower == "the" for c in t.children) for t in (first, *listed))  # "the king, [the premier] and the mayor met"
        return first.dep in ("dobj", "pobj") and first.tag in ("NN", "NNP") and all(_article_or_number(t) or any(c.lower == "the" for c in t.children) for t in (first, *listed))
    if first.dep in ("nsubj", "nsubjpass"):
        end = first.subtree()[-1].i - start
        return tokens[end].pos != "PUNCT" and end + 1 < len(tokens) and tokens[end + 1].pos != "PUNCT"  # but "Two men, a baker and a smith, were shot"
    counts = [c for c in first.children if c.dep == "nummod"]
    if not counts:
        return first.tag in ("NN", "NNP")  # "shot a teacher, a nurse and a clerk"
    return first.dep in ("dobj", "pobj") and _NUMBERS.get(counts[0].lower, counts[0].lower) != str(len(listed))


_NUMBERS = {"two": "2", "three": "3", "four": "4", "five": "5"}


def _article_or_number(noun: Token) -> bool:
    return any((c.dep == "det" and c.lower in ("a", "an", "another")) or c.dep == "nummod" for c in noun.children)
