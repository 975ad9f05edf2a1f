"""Nouns, adjectives and prepositions that report: "the claim that", "is confident that", "according to"."""

from __future__ import annotations

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import Range, conjuncts, is_negated, leftmost, reach, rightmost
from reportedly.coding.saying.asides import without_aside
from reportedly.coding.saying.cues import complement
from reportedly.coding.saying.hits import Hit, Reading, widen
from reportedly.coding.saying.quoting import sets_scene
from reportedly.coding.saying.reporting import HEARSAY, POSSIBLE, is_named, is_relay, is_vague
from reportedly.coding.saying.slips import RELAYING
from reportedly.coding.saying.speakers import find_speakers, is_document, is_source, noun_speakers
from reportedly.lexicons.cues import Cue
from reportedly.lexicons.word_lists import word_list

_FELT = word_list("phrases.felt")
_MEASURES = word_list("phrases.measures")
_ALLEGED = word_list("hearsay_nouns")
_SEEING = frozenset({"see", "watch", "make", "let", "help"})
_OCCASIONS = word_list("phrases.occasions")
_VOUCHING = word_list("phrases.vouching")
_TIMED = word_list("phrases.timed")


def _mend_claim(noun: Token) -> None:
    """Hang "a claim by the militia [that drones had struck its camp]" on the claim: the clause has its own subject and object, so "that" stands for neither."""
    for prep in noun.children:
        maker = prep.child("pobj") if prep.lower in ("by", "from") else None
        clause = maker.child("relcl") if maker is not None else None
        that = next((c for c in clause.children if c.lower == "that" and c.dep == "dobj"), None) if clause is not None else None
        if clause is not None and that is not None and clause.child("nsubj") is not None and any(c.dep == "dobj" and c is not that for c in clause.children):
            that.dep = "mark"
            clause.reattach(noun, "acl")
            return


def read_noun(reading: Reading, noun: Token, cues: list[Cue]) -> None:
    _mend_claim(noun)
    speakers = noun_speakers(reading, noun)
    if noun.i in reading.inside and not is_named(reading, speakers):
        return
    for cue in cues:
        found = complement(noun, cue, [noun], passive=False) or _predicated(noun, cue) or _hung_beside(noun, cue)
        if found is not None and not speakers and noun.lemma in HEARSAY and found[0] == "that" and noun.dep == "dobj" and noun.head.lemma in _VOUCHING:
            speakers = find_speakers(noun.head, passive=False)  # "the UN confirmed reports that": now the UN says so
        if found is None or (not speakers and not (noun.lemma in HEARSAY and found[0] == "that") and not (noun.lemma in _ALLEGED and found[0] in ("of", "about"))):
            continue
        if found[0] == "on" and (on := next((g for c in noun.children if c.lower == "on" for g in c.children if g.dep == "pobj"), None)) is not None and on.lemma.lower() in _OCCASIONS:
            return  # "a speech on the anniversary of the march": when it was held
        if any(c.dep == "det" and c.lower == "no" for c in noun.children) or (not speakers and _is_object_of_cue(reading, noun)):
            return
        if not speakers and noun.lemma in _SPREAD:
            judged = noun.dep == "nsubj" and noun.head.lemma == "be" and noun.head.child("acomp") is not None  # "Reports that it fired are wrong, the army said"
            felt = judged or (noun.dep == "pobj" and noun.head.head.lemma in _FELT)
            if felt and found[0] != "that":
                return  # "appalled by reports of raids": the voice of whoever says so
            labelled = found[0] == "that" and noun.sent.block.kind == "headline"  # "Minister: reports that the army fired are shocking"
            speakers = [] if felt or labelled else [noun]  # "there were reports of shots": they are all the source there is
        content = without_aside(reading, found[1], "that" if found[0] == "that" else "obj")
        reading.hits.append(Hit(cue, [noun], speakers, widen(reading, noun, reading.tokens_span(content)), f"noun with {found[0]}"))
        return


_SPREAD, _SPREADING = word_list("phrases.spread"), word_list("phrases.spreading")


def _predicated(noun: Token, cue: Cue) -> tuple[str, Range] | None:
    """Return the clause a copula, or a verb for how word spreads, gives a noun: "their fear is that the dam breaks", "reports emerged that it had"."""
    verb = noun.head
    if "that" not in cue.slots or noun.dep != "nsubj" or not (verb.lemma == "be" or (verb.lemma in _SPREADING and noun.lemma in _SPREAD)):
        return None
    clause = next((c for c in verb.children if c.dep == "ccomp" and c.i > verb.i and any(m.lower in ("that", "whether") and m.dep == "mark" for m in c.children)), None)
    if clause is None:
        return None
    first, last = reach(clause)
    return "that", (first + 1, last)


def _hung_beside(noun: Token, cue: Cue) -> tuple[str, Range] | None:
    """Return the "that" clause right after a noun that the parser hung on the verb: "withdrew its statement that the envoy had fled"."""
    clause = next((c for c in noun.head.children if c.dep in ("advcl", "ccomp") and leftmost(c).i == rightmost(noun).i + 1), None) if noun.dep in ("dobj", "nsubjpass") else None
    if "that" not in cue.slots or clause is None or not clause.children or clause.children[0].lower != "that" or clause.child("nsubj", "nsubjpass", "expl") is None:
        return None
    return "that", (leftmost(clause).i + 1, rightmost(clause).i)


def _is_object_of_cue(reading: Reading, noun: Token) -> bool:
    return noun.dep == "dobj" and noun.head.lemma in reading.cues.verbs


def read_adjective(reading: Reading, adjective: Token, cues: list[Cue]) -> None:
    """Read "is confident that", "were shocked by": the speaker is the subject of the linking verb."""
    verb = adjective if adjective.pos in ("VERB", "AUX") and adjective.dep != "acomp" else adjective.head
    if adjective.dep == "amod" or verb.pos not in ("VERB", "AUX") or (verb.lemma == "make" and verb is not adjective):
        return  # "making it clear that" is no voice of its own, "made clear that" a verb's cue
    speakers = find_speakers(verb, passive=False)
    if not speakers and (subject := verb.child("nsubjpass")) is not None:
        speakers = conjuncts(subject)  # "the mayor is convinced that"
    if not speakers or not is_source(reading.analysis, speakers[0], reading.cues) or is_vague(speakers[0]) or speakers[0].lower == "it":
        return
    inside = adjective.i in reading.inside
    if (inside and not is_named(reading, speakers)) or is_negated(verb) or any(c.lower in POSSIBLE for c in verb.children):
        return
    for cue in cues:
        if inside and cue.stance != "says":
            continue  # within a quotation, what others feel is the quoted speaker's own account
        found = complement(adjective, cue, [adjective], passive=False)
        if found is None and "that" in cue.slots and verb is not adjective:
            clause = verb.child("ccomp")
            found = ("that", reach(clause)) if clause is not None and clause.i > adjective.i else None
        if found is not None:
            reading.hits.append(Hit(cue, [adjective], speakers, widen(reading, adjective, reading.tokens_span(found[1])), f"adjective with {found[0]}"))
            return


def read_preposition(reading: Reading, token: Token, cues: list[Cue]) -> None:
    """Read "according to X": the content is the rest of its clause."""
    for cue in cues:
        words = _phrase(reading, token, cue)
        if words is None:
            continue
        last = words[-1]
        who = next((c for c in last.children if c.dep in ("pobj", "pcomp") and c.i > last.i), None)
        if who is None or who.lemma.lower() in _MEASURES or (cue.needs and not _is_given(reading, who)):
            return
        first, end = leftmost(words[0]).i, rightmost(who).i
        if words[0] is token.sent.tokens[0]:
            end = next((t.i - 1 for t in reading.analysis.tokens[who.i + 1 : end] if t.text == "," and _opens_clause(t, who)), end)
        relay = next((c for c in token.head.children + who.children if c.lower in ("quoting", "citing") and end < c.i <= end + 2), None)
        relay = relay or next((c for c in who.children if c.dep == "relcl" and c.lemma in RELAYING), None)  # "according to the agency, which cited the police"
        origin = relay.child("dobj") if relay is not None else None
        if origin is not None:
            end = rightmost(origin).i
        content = _clause_around(reading, token, (first, end))
        if content is None:
            return
        span = widen(reading, token, reading.tokens_span(content))
        speakers = find_speakers(who, passive=False) if who.pos != "VERB" else [reading.analysis.tokens[rightmost(who).i]]
        if relay is not None and origin is not None:  # "according to X, quoting Y": Y vouches, X relays
            reading.hits.append(Hit(cue, [relay], find_speakers(origin, passive=False), span, "source behind a source"))
        closes = first > token.sent.tokens[0].i and all(t.pos == "PUNCT" for t in reading.analysis.tokens[end + 1 : token.sent.tokens[-1].i + 1])
        reading.hits.append(Hit(cue, words, speakers, span, "phrase that names the source", core=(first, end) if closes else None))
        return
    if token.lower != "to":
        _read_possessed(reading, token, cues[0])
    if token is token.sent.tokens[0]:
        _read_opening(reading, token, cues[0])


def read_relays(reading: Reading, sentence: Sentence) -> None:
    """Read "the agency said, citing two officers, that ...": the officers vouch for what the agency passes on."""
    for token in sentence.tokens:
        if token.lemma not in RELAYING and token.lower != "with":
            continue
        referred = _referred(token)
        if referred is None and not is_relay(reading, token):
            continue
        told = next((h for h in reading.hits if h.tokens and h.tokens[0] is token.head), None)
        origin = referred or token.child("dobj")
        if told is not None and origin is not None:
            first, last = told.content
            verb = told.tokens[0]
            opening = min([verb.i, *(leftmost(c).i for c in verb.children if c.dep == "nsubj")])
            if first < verb.start < token.start < last and opening > verb.sent.tokens[0].i:
                told.content = first, reading.analysis.tokens[opening - 1].start  # "..., the agency said, citing ..." closes its sentence
            cue = reading.cues.verbs[token.lemma][0] if referred is None else None
            issuers = noun_speakers(reading, origin) if is_document(origin, reading.cues) else []  # "citing a statement by the army"
            reading.hits.append(Hit(cue, [token], find_speakers(origin, passive=False) if origin.pos == "VERB" else issuers or conjuncts(origin), told.content, "source behind a source"))


def _referred(with_: Token) -> Token | None:
    """Return the source behind a speaker in "the agency reports [with] reference to the police"."""
    noun = with_.child("pobj") if with_.lower == "with" and with_.dep == "prep" else None
    to = noun.child("prep") if noun is not None and noun.lower in ("reference", "link") else None
    return to.child("pobj") if to is not None and to.lower == "to" else None


def _is_given(reading: Reading, who: Token) -> bool:
    """Whether a source is somebody or something in particular: "per the ministry", not "per student"."""
    return is_source(reading.analysis, who, reading.cues) and (who.pos == "PROPN" or any(c.dep in ("det", "poss") for c in who.children))


def _opens_clause(comma: Token, who: Token) -> bool:
    """Whether what an opening "according to X" vouches for follows a comma, though the parser took it for a second name of X."""
    tokens = comma.sent.tokens
    following = tokens[comma.i - tokens[0].i + 1]
    return following.pos in ("DET", "PRON") and who.sent.root.i <= who.i and not any(t.text == "," for t in tokens[comma.i - tokens[0].i + 1 :])


_OWN_WORDS = word_list("phrases.own_words")


def _read_possessed(reading: Reading, token: Token, cue: Cue) -> None:
    """Read "in X's words", "by X's account"."""
    noun = token.child("pobj")
    owner = noun.child("poss") if noun is not None and noun.lower in _OWN_WORDS else None
    if owner is None and noun is not None and token.lower == "by" and noun.lemma in _RECKONINGS and any(c.lower in _SOME for c in noun.children):
        owner = noun  # "by one estimate", "by all accounts"
    if noun is None or owner is None:
        return
    content = _clause_around(reading, token, (token.i, rightmost(noun).i))
    if content is not None:
        reading.hits.append(Hit(cue, [token], [owner], widen(reading, token, reading.tokens_span(content)), "phrase that names the source"))


_RECKONINGS = word_list("phrases.reckonings")
_SOME = frozenset({"one", "some", "any", "all", "most", "many", "several", "another"})
_POLLS = word_list("phrases.polls")
_SEEMING = word_list("phrases.seeming")


def _read_opening(reading: Reading, token: Token, cue: Cue) -> None:
    """Read what opens a sentence before a comma: "In a poll in May, she led by ten", "To critics, the law is a gift"; but not "In a poll, half said ..."."""
    who, root = token.child("pobj"), token.head
    if who is None or root.child("nsubj", "nsubjpass") is None or root.i < who.i:
        return
    comma = rightmost(who).i + 1
    told = token.lower == "in" and who.lemma in _POLLS and root.lemma not in reading.cues.verbs
    felt = token.lower == "to" and root.lemma in _SEEMING and who.i in reading.analysis.mention_at and root.dep == "ROOT"
    if (told or felt) and reading.analysis.tokens[comma].text == ",":
        content = _clause_around(reading, token, (token.i, comma - 1))
        if content is not None:
            reading.hits.append(Hit(cue, [token], conjuncts(who), widen(reading, token, reading.tokens_span((content[0] + 1, content[1]))), "phrase that names the source"))


def _phrase(reading: Reading, token: Token, cue: Cue) -> list[Token] | None:
    tokens = reading.analysis.tokens
    words = tokens[token.i : token.i + len(cue.words)]
    return words if [w.lower for w in words] == list(cue.words) else None


def _tells_otherwise(reading: Reading, joint: Token) -> bool:
    """Whether another source follows a conjunction: "According to the ministry two died, [while] the army said six had"."""
    tokens = joint.sent.tokens
    verb = next((t for t in tokens[joint.i + 1 - tokens[0].i :][:7] if t.tag in ("VBD", "VBZ", "VBP")), None)
    return verb is not None and verb.child("nsubj") is not None and any("quote" in c.slots for c in reading.cues.verbs.get(verb.lemma, ()))


def _clause_around(reading: Reading, token: Token, core: Range) -> Range | None:
    """Return the clause an "according to X" belongs to, without the phrase itself when it stands at an edge."""
    tokens, sentence = reading.analysis.tokens, token.sent
    begin, end = sentence.tokens[0].i, sentence.tokens[-1].i
    for mark in (t.i for t in sentence.tokens if (t.text == ";" or (t.text == ":" and t.i == core[0] - 1)) and t.i not in reading.inside):
        begin, end = (mark + 1, end) if mark < core[0] else (begin, min(end, mark - 1))
    if core[0] <= begin + 1:
        end = next((t.i - 2 for t in tokens[core[1] + 3 : end] if t.lower in ("while", "whereas", "but") and tokens[t.i - 1].text == "," and _tells_otherwise(reading, t)), end)
    if core[0] - 2 > begin and core[1] + 2 < end and tokens[core[0] - 1].text == tokens[core[1] + 1].text == "," and tokens[core[0] - 2].dep == "cc":
        return core[1] + 2, end - (tokens[end].pos == "PUNCT")  # "fired tear gas and, according to witnesses, live rounds": what follows
    clause = token.head
    for _ in range(8):
        if clause.dep == "ccomp" and clause.head.lemma in _SEEING and not any(c.dep == "mark" for c in clause.children):
            clause = clause.head  # "would see their wages rise, according to the bank": all of it
            continue
        if (clause.dep in ("relcl", "ccomp", "advcl", "conj") and clause.pos in ("VERB", "AUX")) or clause.head is clause:
            break
        clause = clause.head
    if clause.dep in ("relcl", "ccomp") and clause.head is not clause and leftmost(clause).i < core[0]:
        begin, end = reach(clause)
        if (that := clause.child("mark")) is not None and that.lower == "that" and that.i < core[0]:
            begin = that.i + 1  # "said that, according to the army, rebels shelled the port": the army tells of the shelling
        if core[1] >= end - 1 and tokens[core[0] - 1].lower == ",":
            begin = sentence.tokens[0].i  # at the very end of the sentence it vouches for all of it
    if clause.dep == "advcl" and clause.tag == "VBG" and tokens[core[0] - 1].text != "," and leftmost(clause).i < core[0]:
        begin, end = leftmost(clause).i, core[1]  # "cracked down on the march, [killing one] according to a witness"
    told = next((c for c in sentence.root.children if c.dep == "advcl" and sentence.root.i < c.i < core[0]), None) if sentence.root.lemma in _TIMED else None
    if told is not None and core[1] >= end - 1:
        begin, end = leftmost(told).i, core[1]  # "The raid came after [soldiers shot two boys], according to residents"
    first, last = core
    while begin < end and tokens[begin].pos == "PUNCT":
        begin += 1
    while end > begin and tokens[end].pos == "PUNCT":
        end -= 1
    if first <= begin + 1:
        begin = last + 1
    elif last >= end or (tokens[first - 1].text == tokens[last + 1].text == "," and sets_scene(tokens[last + 2])):
        end = first - 1
    elif clause.dep == "relcl":
        begin = last + 1
    return (begin, end) if begin < end else None
