"""Torn: what somebody says, or who says it, which the parser hung on what stands between the two; mended with the cue lexicon at hand."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import FINITE, is_after_comma, is_verb, leftmost, subject_role, token_before
from reportedly.coding.saying.cues import is_content_clause, match_words
from reportedly.coding.saying.hits import Reading
from reportedly.coding.saying.quoting import ADDRESSING, past_marks
from reportedly.coding.saying.speakers import is_document
from reportedly.lexicons.cues import Cue
from reportedly.lexicons.word_lists import word_list

_NAMING = frozenset({"PROPN", "NOUN", "NUM", "PRON"})
_BESIDE = frozenset({"advcl", "prep", "advmod", "npadvmod", "xcomp", "agent"})
COMMANDING = word_list("torn.commanding")


def mend_torn(reading: Reading, verb: Token, cues: list[Cue]) -> None:
    """Join a verb of speech to what it reports and to who speaks."""
    telling = next((words for c in cues if "that" in c.slots and (words := match_words(verb, c)) is not None), None)
    if telling is not None and verb.child("ccomp") is None:
        noun = telling[-1].pos == "NOUN"  # "made the [case]"
        _mend_told_to(reading, telling[-1] if noun else verb, telling, "acl" if noun else "ccomp")
    _mend_modal_row(verb)
    if verb.tag not in FINITE or not any("quote" in c.slots for c in cues):
        return
    if any({"quote", "that"} <= set(c.slots) for c in cues):
        _mend_far_clause(reading, verb)
        _mend_told_row(reading, verb)
    _mend_far_subject(reading, verb)
    _mend_as_aside(verb)


def mend_torn_noun(reading: Reading, noun: Token, cues: list[Cue]) -> None:
    """Join a noun of speech to what it reports: "issued a warning to villagers [that the dam would burst]"."""
    if noun.dep == "dobj" and any("that" in c.slots for c in cues) and noun.child("acl", "relcl") is None:
        _mend_told_to(reading, noun, [noun, noun.head], "acl")


def _mend_far_clause(reading: Reading, verb: Token) -> None:
    """Hang "said as he boarded his plane [that talks had failed]", "said in a statement seen by the agency [that ...]" on the cue: boarding, seeing, planes and visits report nothing."""
    promises = any("to" in c.slots for c in reading.cues.verbs[verb.lemma])
    if any(c.dep == "ccomp" or (c.dep == "xcomp" and c.tag != "VBG" and (promises or c.lemma in reading.cues.verbs)) for c in verb.children) or (verb.child("dobj") is not None and verb.lemma not in ADDRESSING):
        return
    for phrase in (c for c in verb.children if c.i > verb.i and c.dep in _BESIDE):
        for that in phrase.subtree():
            clause, above = that.head, that.head.head
            if that.lower != "that" or _is_of_purpose(that) or clause.dep not in ("ccomp", "acl", "relcl", "advcl") or that.i in reading.inside or not _is_complete(clause, that):
                continue
            if not (above.tag == "VBN" and above.dep in ("acl", "relcl", "advcl") and above.lemma not in ADDRESSING) and _reports(reading, above):
                continue  # "when he learned that", "after the claim that"
            that.dep = "mark"
            clause.reattach(verb, "ccomp")
            return


def _is_of_purpose(that: Token) -> bool:
    """Whether "that" closes a conjunction of its own: "so that", "in order that", "now that"."""
    before = token_before(that)
    return before is not None and before.lower in ("so", "such", "now", "order", "given", "provided", "except", "condition")


def _reports(reading: Reading, above: Token) -> bool:
    """Whether a verb or noun reports what hangs on it."""
    table = reading.cues.verbs if is_verb(above) else reading.cues.nouns
    return any("that" in c.slots and len(c.words) == 1 and c.stance != "doubts" for c in table.get(above.lemma, ()))


def _is_complete(clause: Token, that: Token) -> bool:
    """Whether a clause has all it needs without the "that" before it, which so opens it and stands for nothing."""
    if clause.child("nsubj", "nsubjpass", "expl") in (None, that) and not any(c.dep in ("nsubj", "nsubjpass") and c is not that for c in clause.children):
        return False
    return that.dep in ("mark", "nsubj", "nsubjpass") or clause.child("nsubjpass") is not None or any(c.dep == "dobj" and c is not that for c in clause.children)


def _mend_told_to(reading: Reading, cue: Token, words: list[Token], dep: str) -> None:
    """Hang "made clear to the rebels [that troops would leave]", "made the case to deputies that ..." on the cue: it was they who were told."""
    to = next((c for w in words for c in w.children if c.lower == "to" and c.dep in ("prep", "dative") and c.i > cue.i), None)
    that = next((t for t in to.subtree() if t.lower == "that" and t.head.dep in ("relcl", "acl", "ccomp") and t.head.head.pos != "VERB"), None) if to is not None else None
    if that is None or that.i in reading.inside or that.head.child("nsubj", "nsubjpass", "expl") in (None, that) or not is_content_clause(that.head, that):
        return
    clause = that.head
    if any("that" in c.slots and len(c.words) == 1 for c in reading.cues.nouns.get(clause.head.lemma, ())):
        return  # "conceded to demands that"
    that.dep = "mark"
    clause.reattach(cue, dep)


def _mend_told_row(reading: Reading, verb: Token) -> None:
    """Join "the radio said the president had dismissed a minister and [ordered] his arrest" to what is told: no outlet or paper does such deeds."""
    clause, teller = verb.child("ccomp"), verb.child("nsubj")
    if clause is None or teller is None or clause.i < verb.i:
        return
    deed = next((c for c in verb.children if c.dep == "conj" and c.i > clause.i and c.tag in FINITE and c.child("nsubj", "nsubjpass") is None), None)
    if deed is None or (deed.lemma in reading.cues.verbs and deed.lemma not in COMMANDING):
        return
    mention = reading.analysis.mention_at.get(teller.i)
    if is_document(teller, reading.cues) or (mention is not None and mention.sector in ("JRN", "MED")):
        deed.reattach(clause, "conj")


def _mend_modal_row(verb: Token) -> None:
    """Join "made clear that they must leave, [free] the hostages and pay" to what must be done, not to the cue."""
    clause = verb.child("ccomp")
    if clause is not None and clause.pos == "ADJ":
        clause = clause.child("ccomp", "advcl")  # "made it clear that they must ..."
    if clause is None or clause.i < verb.i or not any(c.tag == "MD" for c in clause.children):
        return
    forms = ("VB",) if verb.tag == "VBP" else ("VB", "VBP")
    more = next((c for c in verb.children if c.i > clause.i and c.dep in ("conj", "advcl") and c.tag in forms and c.child("nsubj", "aux", "mark") is None), None)
    if more is not None and is_after_comma(leftmost(more)):
        more.reattach(clause, "conj")
        more.tag = "VB"


def _mend_far_subject(reading: Reading, verb: Token) -> None:
    """Give ""We will not pay," [the mayor], speaking on the radio, said" its speaker, whom the parser hung inside the quotation."""
    tokens, begin = reading.analysis.tokens, verb.sent.tokens[0].i
    if verb.i < begin + 5 or tokens[verb.i - 1].text != "," or verb.child("nsubj", "nsubjpass") is not None or verb.i in reading.inside:
        return
    run = next((reading.inside[t.i] for t in reversed(tokens[begin : verb.i - 1]) if t.i in reading.inside), None)
    if run is None:
        return
    first = past_marks(reading, run.last.i + 1)
    comma = next((t.i for t in tokens[first : verb.i - 1] if t.text == ","), first)
    heads = [t for t in tokens[first:comma] if not first <= t.head.i < comma]
    if len(heads) != 1 or heads[0].pos not in _NAMING or tokens[comma + 1].lower in ("and", "but", "or"):
        return
    aside = [t for t in tokens[comma + 1 : verb.i - 1] if not comma < t.head.i < verb.i and t.head is not heads[0]]
    heads[0].reattach(verb, "nsubj")
    for token in aside:
        token.reattach(verb, "advcl" if token.pos == "VERB" else token.dep)


def _mend_as_aside(verb: Token) -> None:
    """Make the main clause of "The dam, as one of the engineers said, [leaks]", whose subject the parser gives to the cue."""
    subject = verb.child("nsubj", "nsubjpass")
    before = verb.sent.tokens[max(0, verb.i - 1 - verb.sent.tokens[0].i)]
    if subject is not None and before.dep == "pobj" and before.head.lower == "as" and subject.i < before.head.i and verb.sent.block.kind == "headline":
        before.head.reattach(verb, "mark")  # "Nurses on strike as [Okoro] says he cannot pay"
        before.reattach(verb, "nsubj")
        subject.dep = "dep"
        return
    as_ = next((c for c in verb.children if c.lower == "as" and c.i < verb.i), None)
    if subject is None or as_ is None or subject.i > as_.i or verb.sent.tokens[as_.i - 1 - verb.sent.tokens[0].i].text != ",":
        return
    who = as_.child("pobj") or next((c for c in verb.children if c.dep == "nsubj" and as_.i < c.i < verb.i), None)
    if as_.child("pobj") is not None and any(c.text == "," and as_.i < c.i < verb.i for c in verb.children):
        return  # "The party, as a partner of Okoro, said ..."
    main = next((t for t in (*verb.children, verb.head) if t.i > verb.i and t.dep in ("conj", "ccomp", "advcl", "parataxis", "ROOT") and t.child("nsubj", "nsubjpass", "expl") is None), None)
    if who is None or main is None or (main.head is verb and leftmost(main).i < verb.i) or not any(t.tag in FINITE for t in (main, *main.children)):
        return
    subject.reattach(main, subject_role(main))
    who.reattach(verb, "nsubj")
    verb.dep, as_.dep = "advcl", "mark"


