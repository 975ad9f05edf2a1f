"""Plain present: verbs that the parser takes for nouns: "Soldiers [torch] villages", "the army [rejects] claims that".

Reads tokens; mends their tags and heads in place.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import has_to, token_before
from reportedly.coding.repairs.mender import Known, Mender
from reportedly.lexicons.word_lists import word_list

_HARMING = word_list("plain_present.harming")
_MODIFIED = word_list("plain_present.modified")
_FIRED = word_list("plain_present.fired")
_DENYING, _CLAIMS = word_list("plain_present.denying"), word_list("plain_present.claims")
_FORMS = word_list("plain_present.forms")
_OPENING = frozenset({"DT", "PRP", "PRP$", "CD"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "parataxis"})
_PARTS = ("det", "poss", "amod", "nmod", "nummod", "compound")


def menders(known: Known) -> tuple[Mender, ...]:
    """Return what makes a verb of a plural behind a body."""
    return (
        Mender(_mend_denial, words=_DENYING, among=True),
        Mender(lambda verb, tokens: _mend_bodys_verb(verb, tokens, known), deps="ROOT nsubj", tags="NNS", words=_FORMS, among=True),
    )


def mend_plain_present(sentence: Sentence) -> bool:
    """Give a sentence that begins with a plural its main verb: "Rebels [attack] villages.", "Riot police [fire] tear gas."."""
    root = sentence.root
    if root.lemma.lower() in _FIRED and (fire := next((c for c in root.children if c.lower == "fire" and c.dep == "compound"), None)) is not None:
        return _mend_firing(fire, root)
    thing = root if any(c.lower in _HARMING for c in root.children if c.dep == "compound") else next((c for c in root.children if c.dep == "dobj" and root.tag == "NNS"), None)
    if thing is None or thing.tag != "NNS" or (verb := _verb_before(thing)) is None:
        return False
    doers = token_before(verb)
    if doers is None or any(c is not doers and (c.i > doers.i or c.dep not in _PARTS) for c in verb.children) or doers.tag != "NNS" or doers.head not in (thing, verb, doers) or any(c.i > thing.i and c.tag in ("VBD", "VBZ", "MD") for c in root.children):
        return False
    verb.reattach(root, "dep")
    verb.become_root()
    for word in (doers, thing):
        word.reattach(verb, "nsubj" if word is doers else "dobj")
    for word in (thing, verb):
        word.give_before(doers, *_PARTS)
    verb.pos, verb.tag, verb.lemma = "VERB", "VBP", verb.lower
    return True


def _mend_firing(fire: Token, thing: Token) -> bool:
    """Make the main verb of "Riot police [fire] tear gas at miners"."""
    doers = token_before(fire)
    if doers is None or (doers.tag != "NNS" and doers.lower != "police") or any(c.i > thing.i and c.tag in ("VBD", "VBZ", "MD") for c in thing.children):
        return False
    for word in (thing, fire):
        word.give_before(doers, *_PARTS)
    fire.reattach(thing, "dep")
    fire.become_root()
    doers.reattach(fire, "nsubj")
    thing.reattach(fire, "dobj")
    for word in [c for c in fire.children if c.dep in _PARTS and c.i > fire.i]:
        word.reattach(thing, word.dep)  # the "tear" of "tear gas"
    fire.pos, fire.tag, fire.lemma = "VERB", "VBP", "fire"
    return True


def _mend_denial(verb: Token, tokens: Sequence[Token]) -> None:
    """Make a verb and its object of "The army [rejects] claims that it killed nine", which the parser takes for a subject that claims."""
    end = verb.sent.tokens[-1].i
    if verb.i == verb.sent.tokens[0].i or verb.i + 2 >= end or tokens[verb.i + 1].lower not in _CLAIMS or tokens[verb.i + 2].lower != "that":
        return
    claims, told = tokens[verb.i + 1], tokens[verb.i + 2].head
    last = next((t for t in reversed(verb.sent.tokens[: verb.i - verb.sent.tokens[0].i]) if t.pos != "ADV"), None)
    if last is None or told.i < claims.i or (claims.head is verb and claims.dep == "dobj" and told.head is claims):
        return
    group = {verb.i, claims.i, told.i}
    joined = last.lower in ("and", "but")
    doer = last
    if not joined and last.head.i in group:  # its noun phrase hangs on the verb
        phrase = next((t.head for t in (verb, claims) if t.dep == "pobj"), None)
        for word in (verb, claims):
            word.give_before(last, *_PARTS)
        if phrase is not None:
            last.reattach(phrase, "pobj")
    while not joined and doer.head is not doer and doer.head.i not in group:
        doer = doer.head
    top = claims
    while top.head is not top and top.head.i in group | {doer.i}:
        top = top.head
    if top.dep not in _CLAUSES or (not joined and doer.pos not in ("NOUN", "PROPN", "PRON")):
        return
    above, role = top.head, top.dep
    verb.pos, verb.tag, verb.lemma = "VERB", "VBZ", "deny" if verb.lower == "denies" else verb.lower.removesuffix("es" if verb.lower == "dismisses" else "s")
    claims.pos, claims.tag, claims.lemma = "NOUN", "NNS", claims.lower.removesuffix("s")
    if role == "ROOT":
        verb.reattach(top, "dep")
        verb.become_root()
    else:
        verb.reattach(above, role)
    if not joined:
        doer.reattach(verb, "nsubj")
    claims.reattach(verb, "dobj")
    told.reattach(claims, "acl")


def _mend_bodys_verb(verb: Token, tokens: Sequence[Token], known: Known) -> None:
    """Make the main verb of "Ukraine's military [claims] to have shelled it", "Sudan's military [bombs] the port", which the parser takes for what the body has."""
    if verb.i == verb.sent.tokens[0].i or verb.i + 2 >= verb.sent.tokens[-1].i:
        return
    body, following = tokens[verb.i - 1], tokens[verb.i + 1]
    told = verb.head if verb.dep == "nsubj" else next((c for c in verb.children if c.i > verb.i and c.dep in ("acl", "relcl", "xcomp")), None)
    opens = following.tag in _OPENING or following.lower == "that" or (following.lower == "to" and told is not None and following.head is told) or following.dep == "prt"
    if body.head is not verb or body.dep not in ("amod", "compound") or not (body.lower == "military" or known.is_body(body.lemma.lower())) or not opens:
        return
    if verb.dep == "nsubj" and (told is None or told.dep != "ROOT" or not has_to(told)):
        return
    verb.give_before(body, *_PARTS)
    if told is not None:
        told.reattach(verb, "xcomp" if has_to(told) or told.tag == "VBG" else "ccomp")
    body.pos, body.tag, body.lemma = "NOUN", "NN", body.lower
    body.reattach(verb, "nsubj")
    verb.pos, verb.tag, verb.lemma = "VERB", "VBZ", verb.lower.removesuffix("s")
    if thing := next((c for c in verb.children if c.dep in ("npadvmod", "appos", "dep") and c.i > verb.i), None):
        thing.dep = "dobj"


def _verb_before(thing: Token) -> Token | None:
    """Return the word right before a plural, if it may be a verb of harm: "[attack] villages", but not "arrest warrants"."""
    word = token_before(thing)
    if word is None or word.dep != "compound" or word.head is not thing:
        return None
    return word if (word.lower in _HARMING and thing.lemma not in _MODIFIED) or (word.lower == "fire" and thing.lemma in _FIRED) else None
