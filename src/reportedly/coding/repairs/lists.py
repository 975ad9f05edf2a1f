"""Lists: the second and third of several names, nouns or verbs, where the parser takes them for something else. Reads tokens; mends heads in place, for coordination.py."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import has_to, is_after_comma, is_verb, leftmost, token_after, token_before
from reportedly.coding.repairs.mender import Known, Mender
from reportedly.lexicons.word_lists import word_list

SAYING = word_list("lists.saying")
_BODY_NOUNS = word_list("lists.bodies")
VOICING = word_list("lists.voicing")
_FLOWN = word_list("lists.flown")
_STATES = word_list("lists.states")
_KIN = word_list("lists.kin")
_BODIES = {"GPE", "ORG", "NORP"}
PAST = ("VBD", "VBZ", "VBP")
_ASKED_FOR = word_list("lists.asked_for")
_LISTING = frozenset({"of", "for", "from"})  # what stands after "after" or "by" was the means or the time of what follows


def menders(known: Known) -> tuple[Mender, ...]:
    """Return what mends what stands in a list and is not taken for a part of it: alternatives for coordination.py."""
    act_of = known.act_of
    return (
        Mender(_mend_apposition, deps="appos"),
        Mender(_mend_listed_thing, deps="npadvmod dobj", parts="NOUN PROPN", when=lambda t: t.child("conj") is not None and t.child("det") is not None),
        Mender(_mend_part_of_name, deps="nmod compound amod", parts="PROPN ADJ", when=lambda t: t.child("cc") is not None and t.child("conj") is None),
        Mender(mend_two_titled, deps="nmod", tags="NNP", when=lambda t: t.child("cc") is not None),
        Mender(_mend_kinds_of_aircraft, deps="nsubj dobj pobj", words=_FLOWN, when=lambda t: t.child("conj") is not None),
        Mender(_mend_two_bodies, deps="nmod compound", parts="NOUN", words=_BODY_NOUNS),
        Mender(_mend_listed_complement, deps="ccomp", tags="VBD"),
        Mender(_mend_listed_gerund, deps="advcl", tags="VBG"),
        Mender(_mend_listed_infinitive, deps="advcl", tags="VB"),
        Mender(_mend_listed_bare, deps="advcl", tags="VBP JJ"),
        Mender(_mend_listed_adjective, deps="amod", tags="JJ", when=lambda t: t.head.i > t.i and act_of(t.lower) == t.lower),
        Mender(lambda verb: _mend_listed_passive(verb, verb.head), deps="advcl", tags="VBD VBN"),
        Mender(_mend_listed_clause, deps="acl", tags="VBD VBN"),
        Mender(lambda quality: _mend_listed_participle(quality, act_of(quality.lower)), deps="amod", tags="VBN VBD JJ", when=lambda t: t.lower.endswith("ed") and t.lower not in _STATES),
    )


def _mend_apposition(token: Token) -> None:
    if token.pos == "NOUN":
        _mend_noun_row(token)
    if token.dep == "appos" and token.pos in ("NOUN", "PROPN") and token.child("conj") is not None and token.child("det") is not None:
        _mend_listed_object(token)
    if token.dep == "appos" and token.child("conj") is not None and _is_listed_noun(token):
        token.dep = "conj"
    elif token.dep == "appos" and token.pos == "PROPN":
        _mend_listed_name(token)


def _mend_listed_thing(token: Token) -> None:
    _mend_listed_object(token)
    if token.dep == "appos":
        _mend_apposition(token)
    elif token.dep == "dobj" and token.lower in _FLOWN:
        _mend_kinds_of_aircraft(token)


def _mend_part_of_name(token: Token) -> None:
    _mend_two_nations(token)
    _mend_of_body(token)


def _mend_listed_clause(token: Token) -> None:
    if token.tag == "VBD":
        _mend_listed_deed(token)
    if token.dep == "acl" and (told := token.head.child("relcl")) is not None and told.i < token.i:
        _mend_listed_passive(token, told)


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


_FOUNDING = word_list("lists.founding")


def mend_listed_in_clause(verb: Token) -> None:
    """Join the second of three verbs to the clause it goes on: "were followed by soldiers who surrounded the village, [shot] the men and burned"."""
    main, tokens, start = verb.head, verb.sent.tokens, verb.sent.tokens[0].i
    if not ((main.tag == "VBN" and main.child("auxpass") is not None) or (main.tag == "VBG" and any(c.lower in ("have", "has") for c in main.children))) or verb.tag != "VBD" or not is_after_comma(verb) or verb.child("conj") is None or verb.child(*_SUBJECTS) is not None:
        return
    between = tokens[main.i - start + 1 : verb.i - start]
    clause = next((t for t in reversed(between) if t.dep == "relcl" and t.tag == "VBD" and (s := t.child("nsubj")) is not None and (s.lower in ("who", "which", "that") or any(c.lower == "when" for c in t.children))), None)
    if clause is not None and clause.head.i > main.i and clause.child("conj") is None:
        verb.reattach(clause, "conj")


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


def _mend_listed_object(noun: Token) -> None:
    """Set the second of "attacked the market, [the police station] and a clinic" beside the first, where the parser takes it for a time."""
    verb, before = noun.head.head if noun.dep == "appos" else noun.head, token_before(leftmost(noun))
    if before is None or before.text != "," or (noun.dep == "appos" and not noun.head.i < verb.i < noun.i):
        return
    first = verb.child("dobj") or next((g for c in verb.children if c.dep == "prep" and c.i > verb.i for g in c.children if g.dep == "pobj"), None)
    if first is not None and first is not noun and verb.i < first.i < noun.i and first.child("conj") is None and before.i - 1 == first.subtree()[-1].i:
        noun.reattach(first, "conj" if noun.dep == "dobj" else "appos")


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
    if first is None or first is verb or not above.i < first.i < verb.i or (first.tag != "VBD" and not suffered) or above.lemma not in SAYING or verb.child(*_SUBJECTS) is not None:
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


def infinitive_of(verb: Token, before: int) -> Token | None:
    """Return the infinitive with "to" that a finite verb asks for, where it stands before a place in the text."""
    return next((c for c in verb.children if c.dep == "xcomp" and c.tag == "VB" and c.i < before and has_to(c)), None) if verb.tag in (*PAST, "VBN") else None


def _mend_listed_deed(verb: Token) -> None:
    """Make a further deed of "declared its support, [called] for a boycott, and demanded ...": a finite past after a comma is no participle of the object."""
    noun = verb.head
    above = noun.head
    before = verb.sent.tokens[verb.i - 1 - verb.sent.tokens[0].i] if verb.i > verb.sent.tokens[0].i else verb
    if noun.dep == "dobj" and above.tag == "VBD" and before.text == "," and verb.child("agent", *_SUBJECTS) is None and any(c.dep == "conj" and c.tag == "VBD" for c in verb.children):
        hand_on(verb, noun, above)


def _mend_listed_passive(verb: Token, above: Token) -> None:
    """Make a further passive of "was captured in May, [extradited] to Manila in June and sentenced", which the parser takes for a clause about it."""
    if above.child("auxpass") is None or verb.i < above.i or verb.child("mark", "advmod", "aux", "auxpass", "dobj", *_SUBJECTS) is not None or (joined := verb.child("conj")) is None:
        return
    if is_after_comma(verb) and joined.tag in ("VBD", "VBN") and joined.child(*_SUBJECTS) is None:
        verb.tag = "VBN"
        hand_on(verb, verb.head, above)


def is_perfect(verb: Token) -> bool:
    """Whether a participle tells what somebody has done: "have [burned] schools and kidnapped teachers"."""
    return verb.tag == "VBN" and verb.child("auxpass") is None and any(c.dep == "aux" and c.lemma == "have" for c in verb.children)


def hand_on(verb: Token, old: Token, new: Token) -> None:
    """Join a verb to another one, with the comma and the conjunction before it."""
    for joint in [c for c in old.children if old.i < c.i < verb.i and (c.dep == "cc" or c.text == ",") and c.i >= verb.i - 3]:
        joint.reattach(new, joint.dep)
    verb.reattach(new, "conj")


def speaks(verb: Token) -> bool:
    return verb.lemma in SAYING or verb.lemma in VOICING
