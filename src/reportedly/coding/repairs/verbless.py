"""Verbless: sentences in which the parser finds no main verb, because it takes it for a noun or for a participle; a helper of repair.py.

Works on whole sentences of the text that end in a full stop: a noun phrase alone is rare there.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import FINITE
from reportedly.coding.repairs.lost_verbs import mend_targeting
from reportedly.lexicons.word_lists import word_list

_BY_ONESELF = word_list("by_oneself")
_TOPS = frozenset({"ccomp", "parataxis", "conj", "dep", "advcl"})
_PARTS = frozenset({"det", "poss", "compound", "amod", "nmod", "nummod", "case"})


def mend_verbless(sentence: Sentence, verb_of: Callable[[str], str | None], takes_object: Callable[[str], bool]) -> None:
    """Give a sentence its main verb. ``verb_of`` returns the verb of the lexicons of which a word is a present form, ``takes_object`` says which verbs act on somebody."""
    root = sentence.root
    if sentence.block.kind != "paragraph" or root.pos not in ("NOUN", "PROPN") or len(sentence.tokens) < 5 or sentence.tokens[-1].text != ".":
        return
    if root.child("expl", "cop") is not None or any(c.pos in ("VERB", "AUX") and c.dep in _TOPS for c in root.children):
        return
    if not mend_targeting(root) and not _mend_named(root, verb_of):
        _mend_participle(root, takes_object)


def _mend_named(root: Token, verb_of: Callable[[str], str | None]) -> bool:
    """Make the verb of "Miners in Copiapo [vote] on Friday", "The African Union (AU) [views] with concern the arrest"."""
    tokens, at = root.sent.tokens, root.i - root.sent.tokens[0].i
    if root.tag not in ("NN", "NNS") or at == 0 or at + 2 >= len(tokens) or (lemma := verb_of(root.lower)) is None:
        return False
    after = tokens[at + 1]
    subject = root.child("nsubj") or next((c for c in reversed(root.children) if c.i < root.i and c.dep in ("compound", "nmod") and c.pos in ("NOUN", "PROPN") and c.subtree()[-1].i == root.i - 1), None)
    if subject is None or subject.i > root.i or after.lower == "of" or after.pos not in ("ADP", "ADV", "DET", "NUM", "PRON") or (subject.tag in ("NNS", "NNPS")) == (root.tag == "NNS"):
        return False
    if subject.dep != "nsubj" and not (after.pos in ("ADV", "DET") or any(c.dep in ("appos", "npadvmod", "dobj") and c.i > root.i for c in root.children)):
        return False  # "Monday's peace talks in Oslo."
    root.give_before(subject, *_PARTS)
    subject.dep = "nsubj"
    root.pos, root.tag, root.lemma = "VERB", "VBZ" if root.tag == "NNS" else "VBP", lemma
    if root.child("dobj") is None and (thing := next((c for c in root.children if c.dep in ("appos", "npadvmod") and c.i > root.i and c.pos in ("NOUN", "PROPN")), None)) is not None:
        thing.dep = "dobj"
    return True


def _mend_participle(root: Token, takes_object: Callable[[str], bool]) -> None:
    """Make the verb of "The delegation [left] over the dispute", "The fighters, low on fuel, [held] out", "Trucks loaded with flour [rolled] into the town", "Ties with donors [soured]"."""
    if any(c.tag in FINITE and c.dep not in ("relcl", "acl") for c in root.children):
        return
    said = [c for c in root.children if c.dep == "acl" and c.i > root.i and c.tag in ("VBN", "VBD")]
    top = said[-1] if said else root
    inner = [g for c in top.children if c.dep in ("prep", "agent") for n in c.children if n.dep == "pobj" for g in n.children if g.dep == "acl" and g.tag in ("VBN", "VBD") and g.i == n.i + 1]
    verb = inner[-1] if inner and inner[-1].child("agent") is None else top
    if verb is root:
        return
    if verb.child("agent", "auxpass", "oprd", "nsubj", "nsubjpass") is not None:
        return  # also "The editor [called] Lund a liar", which main_clause.py mends
    bare = verb.child("dobj", "prt") is None and takes_object(verb.lemma) and verb.lemma not in _BY_ONESELF  # "One man [detained] in connection with the attack."
    if bare and verb.i > root.i + 1:
        return  # "Relatives of nuns [killed] in the raid wept": who was
    if verb.head is not root:
        verb.reattach(root, "acl")
    verb.become_root()
    verb.tag = verb.tag if bare else "VBD"
    root.reattach(verb, "nsubj")
