"""What a noun phrase that denotes an actor is called: its words without article, number and clause."""

from __future__ import annotations

from reportedly.analysis import Analysis, Mention, Token
from reportedly.coding.grammar.syntax import MONTHS, leftmost
from reportedly.lexicons.word_lists import word_list

KEEP_IN_NAME = frozenset({"compound", "amod", "nmod", "npadvmod"})
_VAGUE = word_list("noun_phrases.vague")
_UNITS = word_list("units_of_forces")
_BOUND = frozenset("loyal allied aligned linked affiliated".split())  # to whom belongs to what such people are called
_SENT_FROM = word_list("noun_phrases.sent_from")


def describe(analysis: Analysis, token: Token) -> Mention:
    """Return a description mention for the noun phrase of a token: its words without article, number and clause."""
    kept = [token]
    for child in token.children:
        if child.lower == "called" and child.dep == "amod" and any(c.lower == "so" for c in child.children):
            continue  # "the so-called coalition"
        if child.i < token.i and child.dep in KEEP_IN_NAME and child.pos != "DET" and child.lower not in _VAGUE and child.lower not in MONTHS and child.tag not in ("JJR", "JJS", "PDT", "CD"):
            kept += [t for t in child.subtree() if t.dep != "det"]
        elif child.dep == "nummod" and child.text.isdigit() and token.text[:1].isupper() and token.lower in _UNITS:
            kept.append(child)  # "7 Division", "Battalion 101"
        elif child.tag == "HYPH" and child.i == token.i - 1:
            kept.append(child)  # "asylum-seekers"
        elif child.lower == "our" and token.lower == "people":
            kept.append(child)
        elif child.i < token.i and child.dep == "poss" and child.tag not in ("PRP$", "WP$"):
            kept += [t for t in child.subtree() if t.dep != "det" and t.i < token.i]
        elif child.pos == "ADJ" and child.lower == "loyal" and child.i == token.i + 1:  # "forces loyal to the mayor": not just any
            kept += [t for t in child.subtree() if t.pos != "PUNCT" and not _in_clause(t, child)]
        elif child.dep == "prep" and child.i == token.i + 1 and _belongs(child, token):
            kept += [t for t in child.subtree() if not _in_clause(t, child)]
            if token.tag in ("NNS", "NNPS"):
                kept += _further(child.child("pobj"))
        elif child.i == token.i + 1 and child.lower in _BOUND and child.dep in ("amod", "acl") and any(c.dep == "prep" and c.lower in ("to", "with") for c in child.children):
            kept += _unbroken(child)  # "forces loyal to the general"
    kept = _outside_brackets(sorted(kept, key=lambda t: t.i), token)
    extent = kept[-1].i
    if (whose := _of_both(token)) is not None:
        kept += [t for t in whose.subtree() if not _in_clause(t, whose)]
        extent = max(extent, kept[-1].i if token.dep == "conj" else token.i)
        kept.sort(key=lambda t: t.i)
    while len(kept) > 1 and (kept[0].pos in ("PUNCT", "DET", "ADV", "PRON") or (kept[0].tag == "CD" and kept[0].text.islower() and kept[1].text != "-")) and kept[0].lower != "our":
        kept.pop(0)
    if len(kept) > 1 and kept[-1].tag == "POS":
        kept.pop()  # "the government of Chad['s] crackdown"
    first, last = kept[0].i, extent
    name = spaced(analysis, kept)
    return Mention(first, last, token, "description", name=name, rule="noun", span=(kept[0].start, token.end), plural=token.tag in ("NNS", "NNPS"))


def _belongs(prep: Token, noun: Token) -> bool:
    """Whether a phrase right behind a noun is part of what it is called: "army [of Togo]", "spokesman [for the king]", "Office [on Drugs]", "troops [from Fiji]"."""
    body = prep.child("pobj")
    if body is None or prep.lower == "of":
        return body is not None
    if prep.lower in ("for", "on"):
        return (prep.lower == "for" and noun.lower.startswith("spokes")) or (noun.tag == "NNP" and noun.text[:1].isupper() and body.tag in ("NNP", "NNPS"))
    if prep.lower != "from":
        return False
    label = body.ent.label if body.ent is not None else ""
    return label == "ORG" or (label == "GPE" and noun.lemma in _SENT_FROM) or _stands_as_party(noun)


def _stands_as_party(noun: Token) -> bool:
    """Whether a noun stands where a phrase behind it can only be its own: "[troops] from Goma fired"; but "withdrew its troops from Goma"."""
    noun = noun.head if noun.dep == "conj" else noun
    return noun.dep in ("nsubj", "nsubjpass") or (noun.dep == "pobj" and noun.head.lower in ("by", "between", "with", "against"))


def _of_both(noun: Token) -> Token | None:
    """Return the phrase with "of" that two joined nouns share: "the people and government [of Niger]"."""
    first = noun.head if noun.dep == "conj" else noun
    second = first.child("conj")
    if second is None or noun not in (first, second) or second.i != first.i + 2 or second.child("conj") is not None or first.child("det") is None:
        return None
    shared = next((c for c in first.children if c.dep == "prep" and c.lower == "of" and c.i == second.i + 1), None)
    own = second.child("prep")
    return own if shared is None and noun is first and first.lower == "people" and own is not None and own.lower == "of" else shared


def _outside_brackets(kept: list[Token], noun: Token) -> list[Token]:
    """Leave a short name in brackets out: "National Liberation Army (ELN) rebels"."""
    kept = [t for n, t in enumerate(kept) if not (t.text == "(" and [k.text for k in kept[n + 1 : n + 2]] == [")"]) and not (t.text == ")" and n and kept[n - 1].text == "(")]
    opened = next((n for n, t in enumerate(kept) if t.text == "(" and t.i < noun.i), None)
    closed = next((n for n, t in enumerate(kept) if t.text == ")" and t.i < noun.i), None)
    if opened is None or closed is None or not 0 < opened < closed:
        return kept
    return kept[:opened] + kept[closed + 1 :]


def _unbroken(top: Token) -> list[Token]:
    """Return the words of a phrase up to its first comma, conjunction or clause."""
    out: list[Token] = []
    for token in top.subtree():
        if token is not top and token.dep in ("punct", "cc", "relcl", "appos", "advcl", "acl"):
            break
        out.append(token)
    return out


def _further(name: Token | None) -> list[Token]:
    """Return the names joined to one, with what joins them: "ministers of France[, Germany and Italy]"."""
    out: list[Token] = []
    while name is not None and name.pos == "PROPN" and (other := name.child("conj")) is not None and other.pos == "PROPN" and not (other.tag == "NNPS" and name.tag == "NNP"):
        out += [c for c in name.children if c.dep in ("cc", "punct") and name.i < c.i < other.i] + [t for t in other.subtree() if t.i <= other.i and t.dep != "det"]
        name = other
    return out


def _in_clause(token: Token, top: Token) -> bool:
    while token is not top:
        if token.dep == "appos" and token.pos == "PROPN" and leftmost(token).i == token.head.i + 1:
            token = token.head  # "the website of the broadcaster [Radio Sol]"
            continue
        if token.dep in ("cc", "conj") and token.head.dep in KEEP_IN_NAME and token.i < token.head.head.i:
            token = token.head  # "members of the navy [and police] forces"
            continue
        if token.dep == "prep" and token.lower == "of" and token.head.pos == "PROPN" and token.i == token.head.i + 1 and token.head.head is top:
            return False  # "operatives of the Department [of State Services]"
        if token.dep in ("relcl", "acl", "advcl", "appos", "conj", "cc", "prep") and token.head.head is not top.head:
            return True
        if (token.dep in ("relcl", "acl", "advcl", "appos", "conj", "cc", "punct") and token.tag != "HYPH") or (token.dep == "amod" and token.i > token.head.i):
            return True
        token = token.head
    return False


def spaced(analysis: Analysis, tokens: list[Token]) -> str:
    """Join kept tokens as the text spaces them, one space where words were left out."""
    out = ""
    before: Token | None = None
    for token in tokens:
        if before is not None and (token.i != before.i + 1 or analysis.text[before.end : token.start]):
            out += " "
        out += token.text
        before = token
    return out.strip(" '\u2019\"-")
