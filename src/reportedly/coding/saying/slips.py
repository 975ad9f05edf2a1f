"""Slips: reporting words the small parser misread, mended with the cue lexicon at hand before statements are read.

Each mend is a shape, not a word. ``repair`` mends what needs no cues.
"""

from __future__ import annotations

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import is_after_comma, is_time, is_verb, leftmost, rightmost, token_before
from reportedly.coding.repairs.finite_conjuncts import is_how_it_felt
from reportedly.coding.saying.hits import Reading
from reportedly.coding.saying.speakers import is_document
from reportedly.coding.saying.torn import COMMANDING, mend_torn, mend_torn_noun
from reportedly.lexicons.cues import Cues
from reportedly.lexicons.word_lists import word_list

RELAYING = frozenset({"cite", "quote"})
_EFFECTS = word_list("slips.effects")
_TOLD_BESIDE = RELAYING | _EFFECTS | {"report"}  # what is mended below of words that no table of cues has
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def mend(reading: Reading, sentence: Sentence) -> None:
    """Mend the reporting words of one sentence in place."""
    cues = reading.cues
    for token in sentence.tokens:
        if token.lemma not in cues.verbs and token.lemma not in cues.nouns and token.lemma not in _TOLD_BESIDE and token.lower != "should":
            continue
        if token.lower == "should" and token.dep == "aux" and token.i > sentence.tokens[0].i:
            _mend_condition(token)
        if token.lemma in RELAYING or token.lemma == "report":
            _mend_quoted_as(token)
        if token.lemma in RELAYING and token.tag == "VBG" and token.dep in ("acl", "advcl") and token.head.dep == "nsubj" and token.head.head.i > token.i and token.head.head.lemma in cues.verbs:
            token.reattach(token.head.head, "advcl")  # "The agency, [quoting] two officers, reported"
        if token.tag == "VBG" and token.dep == "advcl" and token.lemma in _EFFECTS and token.head.lemma in cues.verbs:
            _mend_effect(token)
        if token.pos == "NOUN" and token.lemma in cues.nouns:
            mend_torn_noun(reading, token, cues.nouns[token.lemma])
        if token.lemma not in cues.verbs:
            continue
        if token.dep == "conj" and token.head.pos in ("VERB", "AUX") and _tense(token) in _FINITE:
            _rejoin(reading, token)
        if token.dep in ("compound", "amod"):
            _mend_inverted(token)
        if token.tag == "VBN" and token.dep == "acl":
            _mend_reduced(reading, token)
            _mend_swallowed(token)
        if token.tag == "VBG" and (token.dep == "advcl" or (token.dep == "conj" and token.lemma in RELAYING)):
            _mend_participle(reading, token)
        if token.dep == "relcl" and token.tag in _FINITE:
            _mend_closing(token)
            _mend_told_relative(token)
        if token.tag == "VBN":
            _mend_unpassive(token)
        if token.tag in _FINITE and sentence.block.kind == "headline":
            _mend_short_passive(cues, token)
        if token.tag in _FINITE:
            _mend_double_subject(reading, token)
            _mend_subject(token)
            _mend_time_of_saying(token)
        elif token.tag == "NNS":
            _mend_plural(cues, token)
        if token.pos == "VERB":
            mend_torn(reading, token, cues.verbs[token.lemma])


def _rejoin(reading: Reading, token: Token) -> None:
    """Hang a cue that the parser joined to what is said back on the cue before it.

    "Urged it to act and stressed ...": a past tense does not go on an infinitive. "Said it was ready and warned ...": a second cue after
    a clause about "it", or about what cannot speak, has the same speaker.
    """
    inner, outer = token.head, token.head.head
    if inner.i in reading.inside and token.i not in reading.inside and outer.i not in reading.inside and outer.lemma in reading.cues.verbs and token.child("nsubj", "nsubjpass") is None:
        token.reattach(outer, "conj")  # "said "the army bombed us" and [urged] him to resign"
        return
    if outer.i > token.i or is_how_it_felt(token):
        return  # "the bullet entered and hit him, she said"
    if inner.tag == "VBD" == token.tag and outer.tag in ("VBZ", "VBP"):
        return  # "police say he drew a knife and refused to drop it"
    if inner.dep not in ("xcomp", "ccomp", "advcl") or outer.tag not in ("VBD", "VBN", "VBZ", "VBP") or token.child("nsubj", "nsubjpass") is not None:
        return
    if inner.tag != "VB":
        subject = inner.child("nsubj", "nsubjpass")
        if subject is None or outer.lemma not in reading.cues.verbs or not (subject.lower in ("it", "he", "she", "they") or _cannot_have_said(reading, subject, token, outer) or _is_call_of_paper(reading, token, outer)):
            return
    for child in list(inner.children):
        if child.dep == "cc" and inner.i < child.i < token.i:
            child.reattach(outer, "cc")
    if token.tag == "VBN" and token.child("aux") is None:
        token.tag = "VBD"
    token.reattach(outer, "conj")


def _is_call_of_paper(reading: Reading, cue: Token, outer: Token) -> bool:
    """Whether a paper asks for what follows: "the report found that police had beaten the men and [called] for an inquiry"."""
    teller = outer.child("nsubj")
    return teller is not None and is_document(teller, reading.cues) and cue.lemma not in COMMANDING and any(c.stance == "demands" for c in reading.cues.verbs[cue.lemma])


def _cannot_have_said(reading: Reading, subject: Token, cue: Token, outer: Token) -> bool:
    """Whether a second cue in the form of the first ("says its boats left and accuses ...") does not go with the subject between them: a plural, or a thing."""
    entries = reading.cues.verbs[cue.lemma]
    phrased = any(len(c.words) > 1 and any(g.lower == c.words[1] for g in cue.children) for c in entries)  # "hit out at", but "hit the envoy"
    if _tense(cue) != _tense(outer) or not (phrased or any(len(c.words) == 1 and ("quote" in c.slots or c.stance == "alleges") for c in entries)):
        return False
    if _tense(cue) == "VBZ" and subject.tag in ("NNS", "NNPS"):
        return True
    return subject.pos == "NOUN" and subject.i not in reading.analysis.mention_at and subject.lemma not in reading.cues.documents


def _mend_participle(reading: Reading, token: Token) -> None:
    """Hang a participle of speech on the cue before it, not on what that reports.

    "Talat said, [quoting] two officers, the fort was lost"; "she said prices had helped, [citing] a report": prices cite nothing.
    """
    cues, tokens, at = reading.cues, token.sent.tokens, token.i - token.sent.tokens[0].i
    told = token.head
    while token.lemma in RELAYING and told.tag == "VBG" and told.dep in ("advcl", "conj") and is_verb(told.head):
        told = told.head  # "reported that troops bombed a camp, killing ten, [quoting] the army"
    if at > 1 and token.lemma in RELAYING and told.i > token.i and (cue := told.child("ccomp")) is not None and cue.i < token.i and cue.lemma in cues.verbs and told.child("mark") is not None:
        _lead(cue, told)  # "The BBC reported, [citing] officials, that ..."
        token.reattach(cue, "advcl")
        return
    if at < 2 or tokens[at - 1].text != "," or told.dep != "ccomp" or told.head.i > token.i or told.head.lemma not in cues.verbs:
        return
    subject = told.child("nsubj", "nsubjpass", "expl")
    speaks = token.lemma in RELAYING or any("quote" in c.slots for c in cues.verbs[token.lemma])
    mute = speaks and subject is not None and subject.pos == "NOUN" and subject.i not in reading.analysis.mention_at and subject.lemma not in cues.documents
    origin = token.child("dobj")
    cites = token.lemma in RELAYING and origin is not None and (origin.pos == "PROPN" or origin.i in reading.analysis.mention_at or origin.lemma in cues.documents)
    if (told.i > token.i and token.lemma in RELAYING) or (told.i < token.i and (mute or cites)):
        token.reattach(told.head, "advcl")


def _lead(cue: Token, told: Token) -> None:
    """Make a cue the verb that what it reports hangs on, which the parser has the other way round."""
    above, dep = told.head, told.dep
    cue.reattach(cue if above is told else above, dep)
    told.reattach(cue, "ccomp")


def _mend_unpassive(verb: Token) -> None:
    """Make "a guard who asked not to be named [said] that ..." say so, whose form the tagger took for a passive."""
    subject = verb.child("nsubjpass")
    if verb.dep in ("ROOT", "conj", "ccomp") and subject is not None and subject.i < verb.i and subject.child("relcl") is not None and verb.child("auxpass", "aux", "agent") is None and verb.child("ccomp") is not None and verb.sent.block.kind != "headline":
        verb.tag, subject.dep = "VBD", "nsubj"


def _mend_quoted_as(quoted: Token) -> None:
    """Give "[Nine were killed], Okoro was quoted as saying" to what he is quoted as doing."""
    as_ = next((c for c in quoted.children if c.lower == "as" and c.i > quoted.i), None)
    saying = as_.child("pcomp") if as_ is not None else None
    told = next((c for c in quoted.children if c.dep == "ccomp" and c.i < quoted.i), None)
    if saying is None or saying.child("ccomp", "dobj") is not None:
        return
    if told is None and quoted.dep == "conj" and is_verb(quoted.head) and (subject := quoted.child("nsubj", "nsubjpass")) is not None and is_after_comma(leftmost(subject)):
        told = quoted.head
        _lead(quoted, told)
    if told is not None:
        told.reattach(saying, "ccomp")


def _mend_effect(brought: Token) -> None:
    """Hang on the deed what came of it: "Troops fired at the crowd, the union said, [killing] two"."""
    told = brought.head.child("ccomp")
    if told is not None and told.i < brought.head.i < brought.i and is_after_comma(brought):
        brought.reattach(told, "advcl")


def _mend_closing(verb: Token) -> None:
    """Give "..., the radio station Onda Sur reported." its reporting clause, which the parser took for one about the station."""
    noun, name, tokens = verb.head, verb.child("nsubj"), verb.sent.tokens
    opening = leftmost(noun).i - tokens[0].i
    closes = all(t.pos == "PUNCT" for t in tokens[verb.i - tokens[0].i + 1 :])
    if name is None or name.pos != "PROPN" or leftmost(name).i != noun.i + 1 or noun.head is noun or not closes or opening < 2 or tokens[opening - 1].text != ",":
        return
    verb.reattach(noun.head, "parataxis")
    noun.reattach(name, "nmod")


def _mend_told_relative(verb: Token) -> None:
    """Give "the raid, which the army said [killed] six, ..." the clause it reports: two subjects before a cue are one each of two verbs."""
    subjects = [c for c in verb.children if c.dep == "nsubj" and c.i < verb.i]
    inner = verb.child("xcomp", "ccomp")
    if len(subjects) != 2 or subjects[0].lower not in ("who", "which", "that", "whom") or inner is None or inner.i != verb.i + 1 or inner.tag not in ("VBN", "VBD"):
        return
    subjects[0].reattach(inner, "nsubj")
    inner.tag, inner.dep = "VBD", "ccomp"


def _mend_time_of_saying(verb: Token) -> None:
    """Hang "this week" on the cue in "told reporters [this week] he would resign": no comma parts it from who is spoken to."""
    clause = next((c for c in verb.children if c.dep == "ccomp" and c.i > verb.i), None)
    time = clause.children[0] if clause is not None and clause.children else None
    day = time.child("pobj") if time is not None and time.dep == "prep" and time.lower == "on" else time
    if clause is None or time is None or day is None or time.dep not in ("npadvmod", "prep") or not is_time(day):
        return
    subject, before, tokens = clause.child("nsubj", "nsubjpass", "expl"), leftmost(time).i - 1, verb.sent.tokens
    told = tokens[before - tokens[0].i]
    if subject is not None and leftmost(subject).i == rightmost(time).i + 1 and (told is verb or told.dep in ("dobj", "dative")):
        time.reattach(verb, time.dep)


def _tense(verb: Token) -> str:
    """Return the tag of the word that bears the tense: "have" of "have asked"; a participle that nothing helps passes for a past."""
    helper = verb.child("aux", "auxpass")
    return helper.tag if helper is not None else "VBD" if verb.tag == "VBN" and verb.child("agent") is None else verb.tag


def _mend_condition(should: Token) -> None:
    """Make a condition of "pledged to send troops [should] Niger be attacked", which the parser takes for what is said."""
    verb, tokens = should.head, should.sent.tokens
    subject = verb.child("nsubj", "nsubjpass")
    before = tokens[should.i - tokens[0].i - 1]
    if subject is None or subject.i < should.i or before.dep == "punct" or tokens[-1].text == "?":
        return
    if verb.head is verb and (main := verb.child("ccomp")) is not None and main.i < should.i:
        main.reattach(main, "ROOT")
    elif verb.dep not in ("ccomp", "conj", "dep"):
        return
    while before.pos not in ("VERB", "AUX") and before.head is not before:
        before = before.head
    if before.pos == "VERB" and before.i < should.i and before is not verb:
        verb.reattach(before, "advcl")


def _mend_inverted(verb: Token) -> None:
    """Make a clause of "Said Okoro: ..." at the head of a sentence, taken for a name with a participle before it."""
    name, tokens = verb.head, verb.sent.tokens
    if verb is not tokens[0] or verb.tag not in ("VBD", "VBN") or name.head is not name or not any(t.text == ":" for t in tokens[2:12]):
        return
    verb.reattach(verb, "ROOT")
    verb.tag = "VBD"
    for child in [c for c in name.children if c.i > name.i and (c.pos in ("VERB", "AUX") or c.dep == "punct")]:
        child.reattach(verb, "punct" if child.dep == "punct" else "ccomp")
    name.reattach(verb, "nsubj")


def _mend_reduced(reading: Reading, verb: Token) -> None:
    """Make the main clause of "Okoro, head of the port, described ...", "The panel noted by phone that ..." where the parser saw a participle and no clause."""
    name, before, clause, agent = verb.head, token_before(verb), verb.child("ccomp"), verb.child("agent")
    who = agent.child("pobj") if agent is not None else None
    if agent is not None and (clause is None or who is None or who.i in reading.analysis.mention_at):
        return
    while name.dep == "appos" and clause is not None:
        name = name.head  # "The chief of staff, General Sow, [noted] that"
    closes = before is not None and before.text == "," and verb.i - verb.sent.tokens[0].i > 2 and (name.pos == "PROPN" or (name.pos == "NOUN" and name is not verb.head))
    says_at_once = clause is not None and who is not None and before is name
    if name.head is name and (closes or says_at_once):
        verb.become_root()
        verb.tag = "VBD"
        name.reattach(verb, "nsubj")


def _mend_swallowed(verb: Token) -> None:
    """Make "The group [acknowledged] by telephone that the two sides had agreed" say so, where the parser gives the group to what is said."""
    name, told = verb.head, verb.head.head
    that = told.child("mark")
    if name.dep in ("nsubj", "nsubjpass") and that is not None and that.lower == "that" and that.i > verb.i and any(c.dep in ("nsubj", "nsubjpass") and c.i > that.i for c in told.children):
        verb.tag = "VBD"
        _lead(verb, told)
        name.reattach(verb, "nsubj")


def _mend_double_subject(reading: Reading, verb: Token) -> None:
    """Leave a cue with two subjects the one on its own side of the quotation marks: "... We are in panic," said Okoro; no dash is a subject."""
    subjects = [c for c in verb.children if c.dep == "nsubj"]
    around = reading.inside.get(verb.i)
    if len(subjects) == 2 and verb.dep == "parataxis" and verb.head.i > verb.i and verb.head.child("nsubj", "nsubjpass") is None and verb.sent.tokens[rightmost(subjects[0]).i + 1 - verb.sent.tokens[0].i].text == ",":
        subjects.pop(0).reattach(verb.head, "nsubj")  # "The rebels, Oslo says, fired missiles"
    told = verb.child("ccomp")
    if len(subjects) == 2 and told is not None and told.i < subjects[0].i < subjects[1].i < verb.i and told.child("dobj", "aux", "auxpass") is None and is_after_comma(leftmost(subjects[1])):
        subjects.pop(0).reattach(told, "dobj")  # "Okoro discussed by telephone with his deputy the [price] of oil, the ministry reported"
        told.tag = "VBD" if told.tag == "VBN" else told.tag
        for by in told.children:
            by.dep = "prep" if by.dep == "agent" else by.dep
    if len(subjects) == 2 and (office := _office_before(subjects[0])) is not None and subjects[1].i < verb.i:
        subjects.pop(0).reattach(office, "appos")
    wrong = [c for c in subjects if reading.inside.get(c.i) is not around or not c.text[0].isalnum()]
    if len(subjects) > len(wrong):
        for subject in wrong:
            subject.dep = "dep"


def _mend_short_passive(cues: Cues, verb: Token) -> None:
    """Make a clause of what a headline says was done: "Army says two rebels [killed] in strike", "Two rebels [killed] in strike, says army"."""
    if not any({"quote", "that"} <= set(c.slots) and c.stance in ("says", "alleges", "confirms") for c in cues.verbs[verb.lemma]) or verb.child("ccomp") is not None:
        return
    subjects = [c for c in verb.children if c.dep == "nsubj"]
    whom = verb.child("dobj") or (subjects[0] if len(subjects) == 2 else None)
    done = whom.child("acl") if whom is not None else None
    if whom is not None and done is not None and done.tag == "VBN" and whom.i < done.i and not (whom in subjects and done.i > min(verb.i, subjects[1].i)):
        done.reattach(verb, "ccomp")
        whom.reattach(done, "nsubjpass")


def _office_before(name: Token) -> Token | None:
    """Return the office whose holder a name is: "In a statement of its [spokesman], Okoro, the union said"."""
    office = token_before(leftmost(name), 2) if is_after_comma(leftmost(name)) else None
    return office if office is not None and office.dep == "pobj" else None


def _mend_subject(verb: Token) -> None:
    """Give "To understand Okoro, his deputy said, ..." its speaker: an apposition right before the verb, with no comma after it, is none."""
    subject = verb.child("nsubj")
    if subject is None or subject.i > verb.i:
        return
    named = subject.children[-1] if subject.children else None
    if named is None or named.dep != "appos" or named.pos not in ("PROPN", "NOUN", "PRON") or rightmost(named).i != verb.i - 1:
        return
    tokens, at = verb.sent.tokens, verb.i - verb.sent.tokens[0].i
    before = at - (verb.i - leftmost(named).i) - 1
    office = _office_before(subject)
    if before > 0 and tokens[before].text == "," and at + 1 < len(tokens) and (office is not None or tokens[at + 1].text == ","):
        subject.reattach(office or verb, "appos" if office is not None else "dep")
        named.reattach(verb, "nsubj")


def _mend_plural(cues: Cues, noun: Token) -> None:
    """Make a verb of "Okoro claims that the vote was stolen", taken for a plural with its name before it."""
    tokens = noun.sent.tokens
    at = noun.i - tokens[0].i
    if not 0 < at < len(tokens) - 1 or tokens[at + 1].lower != "that" or not any("that" in c.slots for c in cues.verbs[noun.lemma]):
        return
    name = tokens[at - 1]
    clause = next((c for c in noun.children if c.i > noun.i and c.dep in ("acl", "relcl", "ccomp") and c.child("nsubj", "nsubjpass", "expl") is not None), None)
    if clause is None or name.pos != "PROPN" or any(c.i < name.i for c in noun.children):
        return
    if name.head is name and noun.head is name:
        noun.reattach(noun, "ROOT")
    elif name.head is not noun or noun.head is not noun:
        return
    name.reattach(noun, "nsubj")
    noun.pos, noun.tag, clause.dep = "VERB", "VBZ", "ccomp"
