"""Where in its clause a cue has what is said and who says it."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import Range, is_gerund, is_time, leftmost, reach, rightmost
from reportedly.lexicons.cues import Cue
from reportedly.lexicons.word_lists import word_list


def match_words(token: Token, cue: Cue) -> list[Token] | None:
    """Return the tokens of a cue phrase headed by a verb, head first, or None when a further word is not below it."""
    out = [token]
    for word in cue.words[1:]:
        hit = _find_word(token, word)
        if hit is None:
            return None
        out.append(hit)
    return out


def _find_word(token: Token, word: str) -> Token | None:
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep == "prep" and (named := token.child("oprd")) is not None and token.i < named.i < child.i and not is_time(named):
            continue  # "called a fraud for selling cures" is no call for cures
        if child.dep == "prep" and word != "for" and (inner := child.child("pobj")) is not None and is_time(inner):
            continue  # "called on Friday" is no call on anybody
        if (word in (child.lower, child.lemma)) and child.dep in ("prt", "prep", "advmod", "dobj", "acomp", "mark", "oprd", "agent", "dative", "ccomp"):
            return child
        if child.dep in ("ccomp", "advcl", "xcomp"):  # "pressed for Norway to act": the preposition marks the clause; "made clear that"
            for inner in child.children:
                if inner.lower == word and inner.dep in ("mark", "acomp", "advmod") and inner.i == token.i + 1:
                    return inner
    return None


# What is said ---------------------------------------------------------------------------------------------------------

_RELATIVE = frozenset({"who", "whom", "which", "that"})
_HOW_LONG = frozenset({"day", "night", "week", "time", "hour"})
_OPENERS = frozenset({"mark", "nsubj", "dobj", "attr", "advmod"})
OPENING = frozenset({"that", "whether", "if", "how", "why", "what", "who", "when", "where"})
_TAKEN_UP = word_list("saying_no") | word_list("taken_up")
_VERB_FORMS = frozenset({"VBZ", "VBD", "VBP", "VBG", "VB", "MD"})


def complement(token: Token, cue: Cue, words: list[Token], *, passive: bool) -> tuple[str, Range] | None:
    """Return the first slot of a verb, noun or adjective that is filled, with the tokens that fill it."""
    for slot in cue.slots:
        if slot == "quote":
            continue
        found = _fill(token, slot, words, passive)
        if found is not None:
            return slot, _with_raised(token, slot, found) if passive else found
    return None


RAISED = frozenset({"obj+as", "obj+pred"})  # slots whose object, in the passive the subject, belongs to the claim


def _with_raised(verb: Token, slot: str, found: Range) -> Range:
    """Return the claim of a passive from its subject on: "[the plan was rated as costly]", as the active "rated [the plan as costly]" has it; of "what was seen as a trap" the trap."""
    subject = verb.child("nsubjpass")
    if slot not in RAISED or subject is None or subject.i > verb.i or found[0] < verb.i or subject.lower in _RELATIVE or subject.lower == "what":
        return found
    return leftmost(subject).i, found[1]


def _fill(token: Token, slot: str, words: list[Token], passive: bool) -> Range | None:
    if slot == "that":
        return _finite_clause(token)
    if slot in ("to", "passive"):
        found = _infinitive(token) if slot == "to" or passive else None
        if found is None and (token.pos == "ADJ" or words[-1].lower == "to"):
            found = _to_doing(token)
        if found is None and ((words[-1].lower == "to" and token.child("dobj") is None) or (len(words) > 1 and words[-1].pos == "NOUN")):
            found = _prepositional(token, "to", words)  # "pointed to the treaty", "paid tribute to the dead"
        return found
    if slot == "subj+to":
        clause = next((c for c in token.children if c.i > token.i and c.dep in ("ccomp", "xcomp") and any(g.tag == "TO" and g.i < c.i for g in c.children)), None)
        whom = token.child("dobj")
        if clause is not None and clause.dep == "xcomp" and whom is not None and whom.i > token.i and rightmost(whom).i + 1 == leftmost(clause).i:
            return leftmost(whom).i, rightmost(clause).i
        return reach(clause) if clause is not None and clause.child("nsubj", "nsubjpass") is not None else None
    if slot == "ing":
        return _gerund(token)
    if slot == "obj":
        return _object(token, passive)
    if slot.startswith("obj+"):
        return _object_and(token, slot[4:], passive)
    return _prepositional(token, slot, words)


def _finite_clause(token: Token) -> Range | None:
    for child in [c for c in token.children if c.i > token.i] + [c for c in token.children if c.i < token.i]:
        if not _is_finite(child) and not (child.dep == "ccomp" and _holds_clause(child)):
            continue
        if child.i > token.i and _is_said_of_all(token, child):
            continue
        first, last = reach(child)
        if first < token.i < child.i:
            first = token.i + 1  # "which the army said killed six"
        if child.i < token.i and _stands_apart(token, last):
            continue
        if child.dep == "advcl" and child.i > token.i and token.pos == "VERB" and (subject := _bare_subject(child)) is not None:
            return leftmost(subject).i, last
        if child.dep not in ("ccomp", "acl", "relcl", "pcomp", "xcomp") and not (child.dep == "advcl" and token.pos == "ADJ"):
            continue
        mark = next((c for c in child.children if c.dep in _OPENERS and c.i < child.i and c.lower in OPENING), None)
        if child.dep in ("acl", "relcl") and (mark is None or mark.lower != "that" or not is_content_clause(child, mark)):
            continue
        if child.dep in ("advcl", "xcomp", "pcomp") and (mark is None or mark.lower not in ("that", "whether", "how", "why", "what")):
            continue
        if (mark is not None and mark.lower == "that" and mark.dep == "mark" and mark.i > token.i) or (mark is not None and child.dep in ("acl", "relcl")):
            first = mark.i + 1
        return first, last
    return _stranded_clause(token) if token.pos == "VERB" else None


def _is_said_of_all(cue: Token, clause: Token) -> bool:
    """Whether a clause right behind a cue is the main one, of which the cue only names the subject: "All he says [is false]", "Everything Okello says [is a lie]"."""
    subject = cue.child("nsubj")
    if clause.i != cue.i + 1 or subject is None or clause.child("nsubj", "nsubjpass", "expl", "mark") is not None:
        return False
    return (cue.dep == "relcl" and cue.head.dep == "ROOT" and cue.head.pos not in ("VERB", "AUX")) or leftmost(subject).lower in ("everything", "anything", "all", "much")


def _holds_clause(verb: Token) -> bool:
    """Whether a complement is a clause after all: "that" opens it, or its subject has a finite verb under an infinitive ("said the plan to go was dead")."""
    if any(c.dep == "mark" and c.lower == "that" for c in verb.children):
        return True
    return verb.child("nsubj") is not None and any(c.dep == "ccomp" and c.i > verb.i and _is_finite(c) for c in verb.children)


def _stands_apart(cue: Token, last: int) -> bool:
    """Whether a clause before a cue is not what it reports: a colon or semicolon parts them, or the cue has an object of its own."""
    tokens = cue.sent.tokens
    parting = tokens[last + 1 - tokens[0].i].text if last + 1 < cue.i else ""
    closes = all(t.pos == "PUNCT" for t in tokens[cue.i - tokens[0].i + 1 :])
    return (parting in (":", ";") and not closes) or (cue.child("dobj") is not None and tokens[cue.i + 1 - tokens[0].i].text != "," and cue.lemma not in ("tell", "inform", "remind", "assure", "warn"))


def _bare_subject(clause: Token) -> Token | None:
    """Return the subject of a clause that no conjunction opens: "said after the vote it would leave", which the parser took for an occasion."""
    subject = clause.child("nsubj", "nsubjpass", "expl")
    if subject is None or subject.i > clause.i or any(c.i < subject.i and (c.dep == "mark" or c.tag in ("WRB", "WP", "WDT")) for c in clause.children):
        return None
    return None if subject.tag in ("WP", "WDT") else subject


def _stranded_clause(verb: Token) -> Range | None:
    """Return a "that" clause the parser hung on a noun before it: told reporters on the steps that the water was safe."""
    for child in verb.children:
        if child.i < verb.i or child.dep not in ("prep", "dobj", "dative", "npadvmod", "agent") or child.lower == "about" or (child.lower == "to" and verb.lemma in _ANSWERING):
            continue  # "asked about the claim that", "responded to reports that": the claim has its own voice
        noun = child.child("pobj") if child.dep in ("prep", "agent") else child
        if noun is None or any(t.lower in ("so", "such") for t in noun.subtree() if t.i < noun.i):
            continue  # "told so many lies that nobody believed him"
        clause = next((c for c in reversed(noun.children) if c.dep in ("relcl", "acl") and _is_finite(c)), None)  # behind a relative clause: "told a crowd that had come [that he would stay]"
        mark = None if clause is None else next((c for c in clause.children if c.lower == "that" and (c.dep in ("mark", "advmod", "det") or (c.dep == "dobj" and is_time(noun)) or (c.dep == "nsubj" and any(g.dep == "nsubj" and g is not c for g in clause.children)))), None)
        if clause is not None and mark is None and child.dep == "prep" and _is_whole(clause, noun):
            return leftmost(clause).i, rightmost(clause).i  # "said at the gate he was ready"
        if clause is not None and mark is not None and clause.child("nsubj", "nsubjpass", "expl") is not None:
            return mark.i + 1, rightmost(clause).i
    return _clause_past_relative(verb)


def _clause_past_relative(verb: Token) -> Range | None:
    """Return a "that" clause the parser hung into the relative clause of who is told: told a reporter who had been there [that the line would hold]."""
    told = verb.child("dobj", "dative") if verb.lemma in _ADDRESSING else None
    relative = told.child("relcl") if told is not None else None
    if relative is None:
        return None
    for that in reversed(relative.subtree()):
        clause = that.head
        if that.lower == "that" and that.dep == "mark" and that.i > relative.i + 1 and clause.child("nsubj", "nsubjpass", "expl") is not None and (clause.dep != "ccomp" or clause.head.i != that.i - 1 or clause.head.child("auxpass") is not None):
            return that.i + 1, rightmost(clause).i
    return None


_ADDRESSING = word_list("addressing")
_ANSWERING = word_list("cues.answering")
_PERSONAL = frozenset({"he", "she", "they", "we", "i"})
_FILLING = ("dobj", "attr", "acomp", "ccomp", "auxpass")


def _is_whole(clause: Token, noun: Token) -> bool:
    """Whether a clause without a conjunction that hangs on a noun lacks nothing the noun could be: "he had lost it", but not "(in a speech) he gave"."""
    subject = clause.child("nsubj", "nsubjpass")
    return subject is not None and subject.lower in _PERSONAL and subject.i == noun.i + 1 and clause.child(*_FILLING) is not None and leftmost(clause) is subject


def is_content_clause(verb: Token, that: Token) -> bool:
    """Whether "that" only opens the clause ("the claim that troops left") and is no relative pronoun ("the claim that spread")."""
    if that.dep == "dobj" and verb.lemma in _TAKEN_UP and not any(c.dep in ("dobj", "ccomp") and c is not that for c in verb.children):
        return False  # "a charge that his lawyer denied"
    return that.dep == "mark" or any(c.dep in ("nsubj", "nsubjpass", "expl") and c is not that for c in verb.children)


def _is_finite(verb: Token) -> bool:
    """Whether a clause has a finite verb: an own tense or a finite auxiliary, and no "to"."""
    for child in verb.children:
        if child.dep in ("aux", "auxpass"):
            if child.tag == "TO":
                return False
            if child.tag in ("VBZ", "VBP", "VBD", "MD"):
                return True
    return verb.tag in ("VBZ", "VBP", "VBD", "MD") or (any(c.dep in ("nsubj", "nsubjpass", "expl") for c in verb.children) and verb.tag != "VBG")


def _infinitive(token: Token) -> Range | None:
    for child in token.children:
        if child.i > token.i and child.dep in ("xcomp", "ccomp", "advcl", "acl") and any(c.tag == "TO" and c.i < child.i for c in child.children):
            return reach(child)
    return None


def _to_doing(adjective: Token) -> Range | None:
    """Return what somebody is committed or confesses to, where it is a deed: "committed to [ending the raids]"."""
    for prep in adjective.children:
        deed = prep.child("pcomp") if prep.lower == "to" and prep.i > adjective.i else None
        if deed is not None:
            return reach(deed)
    return None


def _gerund(token: Token) -> Range | None:
    for child in token.children:
        if child.i > token.i and child.dep in ("xcomp", "ccomp", "dobj") and is_gerund(child):
            return reach(child)
    return None


def _object(token: Token, passive: bool) -> Range | None:
    child = token.child("nsubjpass") if passive else token.child("dobj")
    if child is None and token.tag == "VBN" and token.dep == "acl" and token.child("agent") is not None and token.head.pos in ("NOUN", "PROPN"):
        return leftmost(token.head).i, max(token.head.i, leftmost(token).i - 1)  # "a verdict denounced by the union"
    if child is None or (child.pos == "PRON" and child.lower not in _RELATIVE):
        return None
    return _nominal(child)


def _nominal(child: Token) -> Range | None:
    """Return a noun phrase; for a relative pronoun, the phrase it stands for up to its clause."""
    if child.lower not in _RELATIVE:
        return reach(child)
    verb = child.head
    while verb.dep != "relcl" and verb.head is not verb:
        verb = verb.head
    if verb.dep != "relcl" or child.dep in ("nsubj",):
        return None
    return leftmost(verb.head).i, max(verb.head.i, leftmost(verb).i - 1)


def _object_and(token: Token, what: str, passive: bool) -> Range | None:
    child = token.child("nsubjpass") if passive else token.child("dobj", "dative")
    if what == "to":
        clause = next((c for c in token.children if c.i > token.i and c.dep in ("xcomp", "ccomp", "advcl") and any(g.tag == "TO" and g.i < c.i for g in c.children)), None)
        on = next((g for c in token.children if c.dep == "prep" and c.lower in ("on", "upon", "for") for g in c.children if g.dep == "pobj"), None)
        if clause is None:
            nested = None if on is None else next((c for c in on.children if c.dep in ("relcl", "acl") and any(g.tag == "TO" for g in c.children)), None)
            if nested is None and child is not None and not passive:
                nested = next((c for c in child.children if c.dep in ("relcl", "acl") and any(g.tag == "TO" and g.i < c.i for g in c.children)), None)
            return None if nested is None else (leftmost(on or nested.head).i, reach(nested)[1])
        first, last = reach(clause)
        who = on if on is not None else child
        if who is not None and not passive and token.i < who.i < first:
            first = leftmost(who).i
        return first, last
    if what == "pred":
        return _small_clause(token, child, passive)
    link = next((c for c in token.children if c.dep in ("prep", "mark") and c.lower == what and c.i > token.i), None)
    if link is not None and what == "for" and (how_long := link.child("pobj")) is not None and (is_time(how_long) or how_long.lemma in _HOW_LONG) and how_long.child("prep") is None:
        return None  # "attacked the base for a fourth day", "for the third time"
    if link is not None and (child is None or child.lower in _RELATIVE) and token.dep == "relcl":
        return link.i + 1, rightmost(link).i  # "a charge he rejected as absurd"
    if link is not None and child is None and not passive and (to := next((g for c in token.children if c.dep == "prep" and c.lower == "to" and c.i < link.i for g in c.children if g.dep == "pobj"), None)) is not None:
        child = to  # "referred to the shepherds as vermin"
    if link is None or child is None or (child.i > link.i and not passive):
        return None
    first = leftmost(child).i if not passive and child.i > token.i else link.i + 1  # of "what she described as a trap" the trap
    return first, rightmost(link).i


def _small_clause(token: Token, child: Token | None, passive: bool) -> Range | None:
    """Return "the plan a failure" of "called the plan a failure"."""
    if passive:
        predicate = token.child("oprd", "attr")
        return None if predicate is None or predicate.i < token.i else reach(predicate)
    predicate = token.child("oprd")
    if predicate is not None and child is not None and child.i < token.i:
        return reach(predicate)  # "what he called a plot"
    if predicate is not None and child is None and predicate.i > token.i:
        return reach(predicate)  # "called the ruling absurd", in which the object went under its predicate
    if child is not None and predicate is not None and child.i < predicate.i:
        return leftmost(child).i, rightmost(predicate).i
    clause = token.child("ccomp")
    if clause is not None and clause.i > token.i and clause.tag not in _VERB_FORMS and not any(c.dep in ("aux", "cop", "mark") for c in clause.children):
        return reach(clause)
    return None


def _last_of_row(holder: Token, prep: Token, inner: Token) -> int:
    """Return the end of a row of phrases with one preposition: told "of villages burned, of men shot and of wells poisoned"."""
    last = max(rightmost(inner).i, *(rightmost(c).i for c in prep.children if c.dep == "conj" and c.lower == prep.lower), 0)
    for other in holder.children:
        if other.i > last and other.lower == prep.lower and other.dep in ("prep", "conj") and other.i - last <= 3:
            last = rightmost(other).i
    return last


def _prepositional(token: Token, slot: str, words: list[Token]) -> Range | None:
    holders = [token]
    child = token.child("dobj")
    if child is not None:
        holders.append(child)
    for holder in holders:
        for prep in holder.children:
            if prep.lower != slot or prep.i < token.i:
                continue
            if prep.dep == "mark":
                continue
            inner = next((g for g in prep.children if g.dep in ("pobj", "pcomp")), None)
            if inner is not None and not (((slot == "for" and inner.child("prep") is None) or (slot in ("on", "in", "at") and token.pos == "NOUN")) and is_time(inner)):
                return prep.i + 1, _last_of_row(holder, prep, inner)
    for clause in token.children:  # "pressed for Norway to act"
        if clause.dep in ("ccomp", "advcl", "xcomp") and clause.i > token.i:
            mark = next((c for c in clause.children if c.lower == slot and c.dep == "mark"), None)
            if mark is not None and mark in words:
                return mark.i + 1, rightmost(clause).i
    return None
