"""Misread: names, openings and counts that the small parser takes for something else, for repair.py.

Reads tokens and entities; mends tags, heads and labels in place. Each mend is a shape and says what it looks like.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Analysis, Ent, Sentence, Token
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.grammar.syntax import QUOTES, is_verb, subject_role, token_before
from reportedly.coding.repairs.lists import SAYING
from reportedly.lexicons.word_lists import word_list

_DATING = frozenset("in on by since during from until".split())
_WHERE = frozenset("near outside inside around across along beyond above below off".split())
_FATHERS = word_list("misread.fathers")
_TOWNS_OF = word_list("misread.towns_of")
_RANKS = word_list("misread.ranks")
_PLACES = frozenset({"GPE", "LOC", "FAC", "PRODUCT", "NORP", "WORK_OF_ART"})
_HARMING = word_list("misread.harming")
_WORKS = frozenset({"WORK_OF_ART", "PRODUCT", "EVENT", "LAW"})
_FEW = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}
_TITLED = word_list("misread.titled")


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


def _mend_joined_harm(harm: Token) -> None:
    """Make a second passive of "22 people were killed and some 200 [wounded]", "was deposed and his ministers [jailed]", which the parser takes for a noun joined to the verb."""
    whom = harm.head
    if whom.dep == "conj" and whom.head.tag == "VBN" and whom.head.child("auxpass") is not None and harm.child("dobj", "aux", "auxpass") is None:
        harm.tag = "VBN"
        harm.reattach(whom.head, "conj")
        whom.reattach(harm, "nsubjpass")


def _mend_left_hurt(harm: Token) -> None:
    """Make a state of "left 12 dead and 40 [wounded]", which the parser takes for a second verb."""
    number, dead = harm.child("nsubjpass", "nsubj"), next((t for c in harm.head.children for t in (c, *c.children) if t.lower == "dead"), None)
    if number is None or number.pos != "NUM" or dead is None or harm.child("auxpass", "dobj", "agent") is not None:
        return
    number.reattach(harm, "nummod")
    harm.reattach(dead, "conj")
    harm.pos, harm.tag = "ADJ", "JJ"


def _mend_helped(token: Token) -> None:
    """Make a verb of "helped the army [recapture] Ramadi", which the parser takes for the head of a noun phrase."""
    helped = next((c for c in token.children if c.dep == "compound" and c.i == token.i - 1), None)
    thing = next((c for c in token.children if c.dep in ("appos", "dobj", "nmod") and c.i > token.i), None)
    if helped is None or thing is None:
        return
    token.give_before(helped, "det", "amod", "poss", "compound", "nummod")
    helped.dep, thing.dep = "nsubj", "dobj"
    token.pos, token.tag, token.lemma, token.dep = "VERB", "VB", token.lower, "ccomp"


_DIVISIONS = word_list("misread.divisions")
_THINGS = frozenset({"PRODUCT", "LANGUAGE", "WORK_OF_ART"})
_CALLING = word_list("misread.calling")


def mend_name(analysis: Analysis, ent: Ent, is_person: Callable[[str], bool], is_office: Callable[[str], bool]) -> None:
    """Make a person of what the recogniser took for a place: "Abu Qasim", "Sgt. Mihail Golin", "killed Futtum, an explosives expert"; and a town of "Battle of [Kufra]"."""
    tokens = analysis.tokens
    if (colon := next((t for t in tokens[ent.first : ent.last] if t.text == ":"), None)) is not None:
        for token in tokens[ent.first : colon.i + 1]:
            token.ent = None
        ent.first = colon.i + 1  # "Storm: [Court] rules"
    if ent.label == "ORG":
        _mend_crossed_comma(analysis, ent, is_person)
    if ent.label == "ORG" and (comma := next((t for t in tokens[ent.first : ent.last] if t.text == ","), None)) is not None and is_office(tokens[comma.i - 1].lower):
        _part_office(tokens, ent, comma)
    if ent.label in _THINGS and ent.first == ent.last and (few := tokens[ent.first]).dep in ("dobj", "nsubjpass") and few.child("nummod") is not None and few.head.lemma in _HARMING:
        ent.label = "NORP"  # "detained 40 [Rohingya]", which the recogniser takes for a product
    if ent.label == "PERSON" and ent.last + 1 < len(tokens) and (kind := tokens[ent.last + 1]).lower in _DIVISIONS and kind is tokens[ent.last].head and tokens[ent.last].dep in ("compound", "nmod"):
        ent.label = "GPE"  # "[Helmand] province"
    if ent.label == "PERSON":
        _mend_cut_name(analysis, ent, is_person)
    if ent.label not in _PLACES and ent.label not in ("ORG", "EVENT", "LAW"):
        return
    first = ent.first + (tokens[ent.first].lower == "the")
    if tokens[first].lower in _TITLED and ent.label not in ("GPE", "LOC") and first + 2 <= ent.last and tokens[first + 1].lower == "of":
        for token in tokens[ent.first : first + 2]:
            token.ent = None
        ent.first, ent.label = first + 2, "GPE"
        return
    if ent.label in _WORKS and ent.first == ent.last and (name := tokens[ent.first]).tag == "NNP" and name.dep == "nsubj" and name.head.lemma in SAYING and name.child("det", "appos", "prep") is None:
        ent.label = "PERSON"  # "...", [Varo] added
    if ent.label not in _PLACES:
        return
    head = next((t for t in reversed(tokens[ent.first : ent.last + 1]) if t.head is t or not ent.first <= t.head.i <= ent.last), tokens[ent.last])
    if tokens[ent.first].lower in _FATHERS:
        fits = ent.last > ent.first and tokens[ent.first + 1].lower not in _TOWNS_OF and not (head.dep == "pobj" and head.head.lower in ("in", "near", "at", "from"))
    elif any(t.lower.rstrip(".") in _RANKS and t.tag == "NNP" for t in tokens[max(0, ent.first - 3) : ent.first]) and ent.last > ent.first:
        fits = True
    else:
        said = head.child("appos")
        fits = head.dep in ("dobj", "nsubjpass") and head.head.lemma in _HARMING and said is not None and said.tag == "NN" and is_person(said.lemma.lower())
        fits = fits or (head.dep == "dobj" and head.head.lemma in _CALLING and ent.first == ent.last and head.head.child("xcomp", "advcl") is not None)  # "called [Lund] to thank her": no town
    if fits:
        ent.label = "PERSON"


def _mend_cut_name(analysis: Analysis, ent: Ent, is_person: Callable[[str], bool]) -> None:
    """Give a name its first word between it and a title, which the recogniser left out: "Spokesperson [Shafqat] Ali Khan"."""
    tokens, at = analysis.tokens, ent.first - 1
    if at < 1 or tokens[at].sent is not tokens[at - 1].sent or ent.first == ent.last:
        return
    first, title = tokens[at], tokens[at - 1]
    if first.tag == "NNP" and first.dep == "compound" and first.ent is None and first.text.istitle() and not is_person(first.lower) and title.text[:1].isupper() and is_person(title.lower) and ent.first <= first.head.i <= ent.last:
        ent.first, first.ent = at, ent


def _mend_crossed_comma(analysis: Analysis, ent: Ent, is_person: Callable[[str], bool]) -> None:
    """Part "the president of the Council, [Brahim Diallo]", of which the recogniser makes one body."""
    tokens = analysis.tokens
    comma = next((t for t in tokens[ent.first + 1 : ent.last] if t.text == ","), None)
    name = tokens[ent.last]
    if comma is None or ent.last - comma.i not in (2, 3) or name.dep != "appos" or not ent.first > name.head.i or not is_person(name.head.lemma.lower()) or any(t.tag != "NNP" for t in tokens[comma.i + 1 : ent.last + 1]):
        return
    body = Ent(ent.first, comma.i - 1, "ORG")
    for token in tokens[ent.first : comma.i]:
        token.ent = body
    comma.ent = None
    ent.first, ent.label = comma.i + 1, "PERSON"
    analysis.ents.insert(analysis.ents.index(ent), body)


def _part_office(tokens: list[Token], ent: Ent, comma: Token) -> None:
    """Part an office from the body it is in: "The [Coordinator], Defence Media Operations", which the recogniser takes for one name."""
    office, body = tokens[comma.i - 1], tokens[ent.last]
    for token in tokens[ent.first : comma.i + 1]:
        token.ent = None
    ent.first = comma.i + 1
    if office.head is not body or office.dep not in ("nmod", "compound"):
        return
    for child in [c for c in body.children if c.i < office.i or c.dep == "appos"]:
        child.reattach(office, child.dep)
    office.reattach(body.head if body.head is not body else office, body.dep)
    body.reattach(office, "appos")


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


def mend_misread(token: Token, is_verb_lemma: Callable[[str], bool], is_actor: Callable[[str], bool]) -> None:
    """Make the noun that it is of "the [Battle] of Kufra", "[Operation] Vigilant Resolve"; and mend what the parser took for a clause."""
    if token.tag == "IN" and token.dep == "aux" and token.lower == "to" and token.head.tag == "VB":
        token.pos, token.tag = "PART", "TO"  # "urges the parties [to] free captives"
    if token.dep == "ccomp" and token.pos in ("VERB", "ADJ"):
        _mend_told_that(token)
    elif token.dep in ("conj", "dep") and token.pos == "VERB" and token.head.dep == "advcl":
        _mend_then(token)
    elif token.dep in ("appos", "conj") and token.ent is not None and token.ent.label == "PERSON" and (place := token.head).ent is not None and place.ent.label in ("GPE", "LOC") and place.dep == "pobj" and place.head.lower != "of" and place.head.head.pos == "NOUN" and token.child("compound", "conj") is not None:  # but "ministers of Chad and [Togo]", "rebels in Jebba, Ilora"
        token.reattach(place.head.head, "appos")  # "two leaders in Mosul, [Abu Zayd] and Basim Nuri"
    elif token.dep == "conj" and token.pos == "PROPN" and token.head.tag == "NNS":
        _mend_named(token)
    elif token.dep == "dobj" and token.tag == "NN" and token.head.lemma == "help" and is_verb_lemma(token.lower):
        _mend_helped(token)
    elif token.tag in ("VBN", "VBD") and token.dep == "acl":
        _mend_joined_harm(token)
    elif token.tag in ("VBN", "VBD") and token.dep == "conj" and token.head.lemma == "leave":
        _mend_left_hurt(token)
    elif token.text in ("Operation", "Exercise") and token.dep in ("compound", "nmod"):
        _mend_operation(token)
    elif token.text == "Battle" and token.pos == "PROPN" and any(c.lower == "of" for c in token.children):
        token.pos, token.tag, token.lemma = "NOUN", "NN", token.lower
    elif token.dep == "compound" and token.lower.endswith("day"):
        _mend_weekday(token, is_actor)
    elif token.lower in ("am", "pm") and any(c.dep == "nummod" for c in token.children):
        token.pos = "ADV"  # "at 7 [pm]": an hour, no prime minister


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
