"""Shapes of words and phrases: what is joined, passive, negated, counted, an infinitive, held by a preposition. Who does a verb and to whom is for clauses.py.

Pure functions over tokens; no lexicon but the few closed word classes below.
"""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.lexicons.time_words import load_times
from reportedly.lexicons.word_lists import word_list

_SAYING, _VOICING = word_list("saying"), word_list("voicing")
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
DASHES = frozenset({"--", "\u2013", "\u2014", "\u2015", "-"})
QUOTES = frozenset({'"', "\u201c", "\u2018", "'", "``", "\u00ab"})  # marks that may open a quotation
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
NOMINAL_SUBJECTS = ("nsubj", "nsubjpass", "expl")
# Nouns for what somebody means to do, named by an infinitive: "the offer of the clans to withdraw".
INTENTS = word_list("syntax.intents")
# Nouns that only measure or phase the act their "of" names: "a series of attacks", "the start of talks".
PARTITIVE = word_list("syntax.partitive")
_ATTACKERS, _ATTACKING = word_list("syntax.attackers"), word_list("syntax.attacking")
# Words that count or measure what their "of" names.
_COUNTS = word_list("syntax.counts")
SENDINGS = word_list("syntax.sendings")
SUSPICIONS = word_list("syntax.suspicions")
SUMS = word_list("syntax.sums")
_BIDDING = word_list("bidding")
_TAKING_PART = word_list("syntax.taking_part")
_WHOLLY = frozenset({"both", "all", "some", "most", "many", "several"})
DEPTH = 8
Range = tuple[int, int]  # token indices, both inclusive
MONTHS = load_times().numbers["month"]  # every spelling of a month, small, to its number
FIRST_PERSON = frozenset("i me my myself we us our ours ourselves".split())
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "last", "previous", "recent", "earlier"})


def leftmost(token: Token) -> Token:
    """Return the first token of a subtree (trees are projective, or nearly)."""
    while token.children and token.children[0].i < token.i:
        token = token.children[0]
    return token


def rightmost(token: Token) -> Token:
    """Return the last token of a subtree."""
    while token.children and token.children[-1].i > token.i:
        token = token.children[-1]
    return token


def reach(token: Token) -> Range:
    """Return the first and last token index of a subtree."""
    return leftmost(token).i, rightmost(token).i


def conjuncts(token: Token) -> list[Token]:
    """Return a token and everything coordinated with it, in text order."""
    out = [token]
    for child in token.children:
        if child.dep == "conj" and child.i > token.i:
            out += conjuncts(child)
    return out


def is_time(token: Token) -> bool:
    """Whether the recogniser takes a token for part of a date or a time."""
    return token.ent is not None and token.ent.label in ("DATE", "TIME")


def ancestors(token: Token) -> list[Token]:
    """Return what a word hangs on, the nearest first."""
    out: list[Token] = []
    while token.head is not token:
        token = token.head
        out.append(token)
    return out


def first_joined(noun: Token) -> Token:
    """Return the first of several joined nouns: "accused of [torture] and the murder of monks"."""
    while noun.dep == "conj" and not is_verb(noun.head):
        noun = noun.head
    return noun


def is_verb(token: Token) -> bool:
    return token.pos in ("VERB", "AUX")


def subject_role(verb: Token) -> str:
    """Return the relation in which a subject stands to a verb: "[rebels] were shot" suffer, "[rebels] fled" do."""
    return "nsubjpass" if verb.child("auxpass") is not None else "nsubj"


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(c.tag == "TO" for c in verb.children)


def is_gerund(verb: Token) -> bool:
    """Whether a verb form is a gerund, also of the perfect: "denied [having rejected] the plan"."""
    auxiliaries = [c.lower for c in verb.children if c.dep in ("aux", "auxpass") and c.i < verb.i]
    return (verb.tag == "VBG" and "having" not in auxiliaries and not auxiliaries) or (verb.tag == "VBN" and auxiliaries[:1] in (["having"], ["being"]))


def is_passive(verb: Token, depth: int = 0) -> bool:
    """Whether a verb form is passive, also as a reduced relative ("areas besieged by") or a bare conjunct."""
    for child in verb.children:
        if child.dep in ("nsubjpass", "auxpass", "csubjpass"):
            return True
    if verb.tag != "VBN" or depth > DEPTH:
        return False
    gapped = verb.dep == "conj" and any(c.dep == "auxpass" for c in verb.head.children) and verb.child("dobj") is None  # "was shot and his driver wounded"
    if any(c.dep == "aux" or (c.dep == "nsubj" and verb.dep not in ("pcomp", "advcl", "dep") and not gapped) for c in verb.children):
        return False
    if verb.dep == "relcl" and (subject := verb.child("nsubj")) is not None and subject.lower not in RELATIVE:
        return False  # "the journalist whom the cartel murdered"
    if verb.child("nsubj") is not None:  # "with ten people killed"
        return verb.child("dobj") is None
    if verb.dep in ("acl", "amod") or any(c.dep == "agent" for c in verb.children):
        return True
    if verb.dep == "conj" and verb.head.lemma == "be" and verb.head.tag in ("VBZ", "VBP", "VBD"):
        return verb.child("dobj") is None  # "are ill or detained"
    if verb.dep == "conj" and is_verb(verb.head):
        return is_passive(verb.head, depth + 1)
    return verb.dep in ("advcl", "ROOT", "oprd", "ccomp", "pcomp", "xcomp") and not any(c.dep == "dobj" for c in verb.children)


def antecedent(token: Token) -> Token:
    """Return the noun a relative pronoun stands for, or the token itself."""
    if token.lower in RELATIVE and token.tag in ("WDT", "WP", "WP$", "IN", "DT"):
        verb = token
        for _ in range(DEPTH):
            verb = verb.head
            if verb.dep == "relcl":
                return verb.head
            if verb.dep == "advcl" and token.lower == "whom" and (subject := verb.head.child("nsubjpass", "nsubj")) is not None and subject.i < token.i:
                return subject  # "1,900 fighters were counted, of whom half handed in a weapon"
            if verb.dep == "ccomp" and verb.head.lemma == "be" and (it := verb.head.child("nsubj")) is not None and it.lower == "it":
                return verb.head.child("attr") or token  # "it was the minister who ordered"
            if verb.head is verb:
                break
    return token


def is_below(token: Token, above: Token) -> bool:
    """Whether a clause hangs somewhere in the phrase of a noun that it does not say more of by itself."""
    token = token.head
    while token.head is not token:
        token = token.head
        if token is above:
            return True
    return False


def is_of_those(noun: Token) -> bool:
    """Whether a word stands for some people that somebody is one of: "among [those] killed", "among the [12] arrested", "among [hundreds] injured"."""
    if noun.dep == "pobj" and noun.head.lower == "among" and noun.child("nummod") is not None and (clause := noun.child("acl")) is not None and clause.tag == "VBN":
        return True  # "was among [ten people] killed"
    return noun.dep == "pobj" and (noun.lower == "those" or noun.tag == "CD" or noun.lower in ("dozens", "scores", "hundreds", "thousands"))


def one_of_those(those: Token) -> Token | None:
    """Return who is said to be one of some people: "one of [those] arrested is the [mayor]", "[those] arrested include the [mayor]"."""
    if those.dep == "nsubj" and those.head.lemma == "include":
        return those.head.child("dobj")
    one = those.head.head
    return one.head.child("attr") if those.dep == "pobj" and those.head.lower == "of" and one.dep == "nsubj" and one.head.lemma == "be" else None


def is_order(verb: Token) -> bool:
    """Whether a bare verb begins a sentence or a quotation: "Release our sons"."""
    if verb.tag == "VB" and is_told(verb if verb.dep == "ROOT" else verb.head):
        return verb.dep in ("ROOT", "conj")
    if verb.tag != "VB" or verb.dep not in ("ROOT", "ccomp") or any(c.dep in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") or c.tag == "TO" for c in verb.children):
        return False
    before = verb.sent.tokens[: verb.i - verb.sent.tokens[0].i]
    return all(t.pos == "PUNCT" or t.lower in ("please", "do", "not", "n't", "never") for t in before[-2:])


def is_told(verb: Token) -> bool:
    """Whether a headline names before a colon who is to do it: "Niger: [Free] Jailed Editors"."""
    subject = verb.child("nsubj") if verb.tag == "VB" and verb.dep == "ROOT" and verb.child("aux") is None else None
    return subject is not None and subject.i == verb.i - 2 and any(c.text == ":" and c.i == verb.i - 1 for c in verb.children)


def counted(token: Token) -> list[Token]:
    """Return what a counting word counts: "seven of the prisoners", "some of its curbs", "94% of the arms", "a worth of", "all but two of the shells"; none for other words."""
    if token.lower == "all" and (but := token.child("prep")) is not None and but.lower == "but" and (left := but.child("pobj")) is not None:
        return counted(left) or [left]
    if token.pos != "NUM" and token.lemma.lower() not in _COUNTS:
        return []
    if (found := prep_objects(token, "of")) or token.dep not in SUBJECTS or token.i > token.head.i:
        return found
    clauses = (token.head, token.head.head) if token.head.dep == "conj" else (token.head,)
    return [t for v in clauses for c in v.children if c.dep == "prep" and c.lower == "of" and c.i < token.i for g in c.children if g.dep == "pobj" for t in conjuncts(g)]  # "of the 41 hostages, 12 were freed"


def prep_objects(token: Token, prep: str) -> list[Token]:
    """Return the heads of the objects of one preposition below a token (two-word ones too: "out of")."""
    out: list[Token] = []
    for child in token.children:
        if child.dep in ("prep", "dative", "agent") and (child.lower == prep or (prep == "on" and child.lower == "upon")):
            if not child.children:
                out += shared_object(child)
            for inner in child.children:
                if inner.dep == "pobj":
                    whole = token.lower in _WHOLLY and inner.lower in RELATIVE  # "the union and the church, both of which"
                    out += conjuncts(antecedent(inner)) if whole else [antecedent(t) for t in conjuncts(inner)]
                elif inner.dep == "prep":
                    out += [t for g in inner.children if g.dep == "pobj" for t in conjuncts(g)]
                elif inner.dep == "pcomp" and not (prep == "with" and (inner.tag == "VBN" or (inner.lemma not in _TAKING_PART and is_verb(token) and _is_aside(child)))) and (subject := inner.child("nsubj", "nsubjpass")) is not None:
                    out += conjuncts(subject)  # "support for Gazans enduring hunger"
            # "attacks on X and on Y": the second preposition is a conjunct of the first
            for other in child.children:
                if other.dep == "conj" and other.pos in ("ADP", "SCONJ"):
                    out += [t for g in other.children if g.dep == "pobj" for t in conjuncts(g)]
    return at_hands(token) if prep == "by" and not out else out


def _is_aside(with_: Token) -> bool:
    """Whether "with" tells behind a comma what somebody else does meanwhile: "swapped captives, with Qatar acting as mediator"."""
    return (before := token_before(with_)) is None or before.text == ","


def shared_object(prep: Token) -> list[Token]:
    """Return what a bare preposition shares with the next: "solidarity with and support for [the people]"."""
    link = token_after(prep)
    if link is None or link.dep != "cc":
        return []
    for other in prep.sent.tokens[link.i + 1 - prep.sent.tokens[0].i :][:3]:
        inner = next((c for c in other.children if c.dep == "prep" and c.i == other.i + 1), None)
        if inner is not None:
            return [t for g in inner.children if g.dep == "pobj" for t in conjuncts(g)]
    return []


def at_hands(token: Token) -> list[Token]:
    """Return the doers of "tortured at the hands of [their guards]", "bombings at the hands of [rebels]"."""
    hands = next((g for c in token.children if c.dep == "prep" and c.lower == "at" for g in c.children if g.lower == "hands"), None)
    return [t for c in hands.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj" for t in conjuncts(g)] if hands is not None else []


def means_attacker(noun: Token) -> bool:
    """Whether "aggression" stands for whoever attacks: "the [aggression] bombed a bridge", "mercenaries of the [aggression]"."""
    if noun.lower != "aggression":
        return False
    if noun.dep in ("poss", "compound") or (noun.dep == "pobj" and noun.head.lower == "of"):
        owned = noun.head.head if noun.dep == "pobj" else noun.head
        return owned.lemma in _ATTACKERS
    verb = noun.head
    return noun.dep == "nsubj" and is_verb(verb) and (verb.lemma in _ATTACKING or (verb.lemma == "continue" and verb.child("xcomp") is not None))


def climb_partitive(noun: Token) -> Token:
    """Return the noun that stands for an act in its clause: "series" in "a series of attacks"."""
    for _ in range(3):
        if noun.dep == "pobj" and noun.head.lower == "of" and (noun.head.head.lemma.lower() in PARTITIVE or noun.head.head.pos == "NUM"):
            noun = noun.head.head
        elif noun.dep == "pobj" and noun.head.lower == "in" and noun.head.head.lemma in SUMS and noun.head.head.dep in ("dobj", "nsubjpass", "pobj"):
            noun = noun.head.head  # "announced $20 million in aid"
        elif noun.dep == "conj" and noun.head.pos in ("NOUN", "PROPN"):
            noun = noun.head
        else:
            break
    return noun


def token_after(token: Token) -> Token | None:
    """Return the next token of a sentence."""
    tokens = token.sent.tokens
    at = token.i - tokens[0].i + 1
    return tokens[at] if at < len(tokens) else None


def token_before(token: Token, n: int = 1) -> Token | None:
    """Return the token that stands ``n`` places before another in its sentence."""
    at = token.i - token.sent.tokens[0].i - n
    return token.sent.tokens[at] if at >= 0 else None


def is_after_comma(token: Token) -> bool:
    """Whether a comma stands right before a token."""
    return (before := token_before(token)) is not None and before.text == ","


def _next(token: Token) -> str:
    return after.lower if (after := token_after(token)) is not None else ""


def is_subjunctive(verb: Token) -> bool:
    """Whether a clause with "that" has a bare verb though its subject is one: "that the army withdraw", "that they be freed"."""
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or any(c.dep in ("aux", "conj") for c in (*verb.children, *subject.children)):
        return False
    if not (any(c.dep == "mark" and c.lower == "that" for c in verb.children) or (verb.tag == "VB" and verb.head.lemma in _BIDDING and verb.head.i < subject.i)):
        return False  # "insisted the army withdraw" leaves "that" out
    be = verb.child("auxpass")
    return verb.tag == "VB" or (be is not None and be.lower == "be") or (verb.tag == "VBP" and subject.tag in ("NN", "NNP") and verb.lower != "are")


def is_negated(token: Token, *, but: Token | None = None) -> bool:
    """Whether a verb or noun carries its own negation: not, never, no, neither, nor, hardly; or one of its parties does, ``but`` left out."""
    if token.dep == "conj" and is_verb(token) and not (token.tag in ("VBD", "VBZ") and token.head.tag == "VB") and any(c.lower in ("neither", "nor") for c in token.head.children):
        return True
    for child in token.children:
        if child.dep == "neg" and _next(child) in ("just", "only", "merely", "simply"):
            continue  # "not just ... but"
        if child.dep == "neg" and child.i > token.sent.tokens[0].i and token.sent.tokens[child.i - token.sent.tokens[0].i - 1].lower == "than":
            continue  # "more likely than not"
        if child.dep == "neg" and child.i > token.sent.tokens[0].i and token.sent.tokens[child.i - token.sent.tokens[0].i - 1].lower == "or" and any(c.lower == "whether" for c in token.children):
            continue  # "whether or not to accept it"
        if child.dep in ("neg", "advmod") and _is_behind_mark(child):
            continue  # "he said: "Never.""
        if child.dep == "neg" or (child.lower in ("never", "nor", "neither", "hardly", "scarcely") and child.dep in ("neg", "advmod", "preconj", "cc")):
            return True
        if child.dep == "det" and child.lower in ("no", "neither"):
            return True
        if child.lower == "longer" and child.dep == "advmod" and any(c.lower == "no" for c in child.children):
            return True  # "no longer funds it"
        if child.lower == "nothing" and _next(child) in ("more", "less", "but", "short"):
            continue  # "demand nothing more than his release"
        if child is not but and child.dep in ("nsubj", "nsubjpass", "dobj") and is_verb(token) and (child.lower in ("none", "nobody", "neither", "nothing") or (child.lemma != "doubt" and any((g.dep == "det" and g.lower in ("no", "neither") and not _opens_quotation(g)) or (g.dep == "preconj" and g.lower == "neither") or (g.dep == "neg" and _next(g) in ("a", "one")) for g in child.children))):
            return True
        if (child.dep == "agent" or (child.dep == "prep" and child.lower in ("at", "on", "upon") and is_verb(token))) and any(g.dep == "det" and g.lower == "no" for c in child.children for g in c.children):
            return True  # "recognised by no state", "shot at no one"
    return token.dep == "acl" and token.tag == "VBN" and token.head.dep == "attr" and token.head.head.child("expl") is not None and any(c.dep == "det" and c.lower == "no" for c in token.head.children)  # "there were no suspects killed"


def _opens_quotation(token: Token) -> bool:
    """Whether a word is the first of what a crowd cries: 'chanted "[no] justice, no peace"'; but a sign that says "No entry" tells nothing."""
    return token.head.head.lemma != "say" and _is_behind_mark(token)


def _is_behind_mark(token: Token) -> bool:
    """Whether a word is the first behind a quotation mark."""
    at = token.i - token.sent.tokens[0].i
    return at > 0 and token.sent.tokens[at - 1].text in QUOTES


def is_definite(noun: Token) -> bool:
    """Whether a noun presupposes that the act took place: "the attack", "Russia's invasion", "yesterday's talks"."""
    return any((c.dep == "det" and c.lower in _DEFINITE) or c.dep == "poss" or (c.dep == "amod" and c.lower in _DEFINITE) for c in noun.children)


def is_named_act(noun: Token) -> bool:
    """Whether an act goes by a name: "the [Siege] of Varsk", "the Varsk [massacre]"."""
    return noun.text[:1].isupper() or any(c.tag == "NNP" and c.dep in ("compound", "nmod", "amod") for c in noun.children)


def speaks(verb: Token) -> bool:
    """Whether a verb tells of saying something, or of judging or promising aloud."""
    return verb.lemma in _SAYING or verb.lemma in _VOICING
