"""Extent: how far what a verb reports reaches, beyond the complement the parser gave it."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import FINITE, Range, leftmost, reach, rightmost
from reportedly.coding.saying.asides import is_occasion, tells_on, without_aside, without_occasion
from reportedly.coding.saying.cues import OPENING
from reportedly.coding.saying.hits import Reading
from reportedly.coding.saying.quotations import Run
from reportedly.coding.saying.quoting import MARKS, past_marks
from reportedly.lexicons.word_lists import word_list

_GOING_ON = word_list("extent.going_on")
_INVERTED = frozenset({"should", "were", "had"})  # "to resign, [should] the vote go against him"
_CLAUSAL = frozenset({"that", "to", "obj+to", "ing"})  # slots whose own words may tell a time or an occasion
_LISTED = frozenset({"DET", "ADJ", "ADV", "CCONJ", "PUNCT", "ADP"})
_WINDOW = 150  # tokens a content may go on for; no sentence meant to be read is longer


def full_extent(reading: Reading, verb: Token, content: Range, slot: str, *, passive: bool) -> Range:
    """Return the tokens of what a verb reports: without asides, with the clauses and quotations that the parser hung elsewhere."""
    first, last = without_aside(reading, _extend(reading, verb, content, slot, passive=passive), slot)
    if passive or first < verb.i:
        return first, last
    if slot in _LISTING and (listed := _end_of_row(reading, verb, first, slot)) is not None:
        return first, listed
    tokens = reading.analysis.tokens
    while last > first and tokens[last].text == "," and last not in reading.inside:
        last -= 1
    last = _last_listed(reading, verb, last)
    if _goes_on(reading, verb, last, slot):
        last = natural_end(reading, verb, last)
    if slot != "that":
        last = without_occasion(reading, first, last)
    last = _before_meanwhile(reading, first, last)
    last = _before_closed_quote(reading, verb, _before_quoting(reading, verb, first, _before_main(verb, last)))
    while last > first and last not in reading.inside and (tokens[last].dep == "cc" or tokens[last].text in _PARTING):
        last -= 1
    return first, last


_LISTING = frozenset({"that", "to", "obj+to", "obj", "for"})


def _end_of_row(reading: Reading, verb: Token, first: int, slot: str) -> int | None:
    """Return the end of a row that semicolons part: "found that police had beaten witnesses; that files were lost; and that ...", "urged them to leave; and to pay"."""
    tokens, end = reading.analysis.tokens, verb.sent.tokens[-1].i
    marks = [i for i in range(first + 1, end) if tokens[i].text == ";" and i not in reading.inside]
    if not marks or verb.i in reading.inside:
        return None
    opened = [tokens[i + 2] if tokens[i + 1].dep == "cc" else tokens[i + 1] for i in marks]
    joined = tokens[marks[-1] + 1].lower in ("and", "or")
    if slot in ("obj", "for") and not (joined and len(marks) > 1 and all(t.dep == "relcl" for t in tokens[marks[0] : end] if t.tag in ("VBD", "VBZ", "VBP"))):
        return None
    if not (joined and len(marks) > 1) and not all(t.lower in ("that", "to") or (joined and t.tag == "VB") for t in opened):
        return None
    for token in tokens[marks[0] + 1 : end]:
        own = token.child("nsubj") if token.tag in FINITE and _is_speech_verb(reading, token) else None
        if own is not None and own.pos != "PRON":
            return None  # somebody else speaks
    while end > first and tokens[end].pos == "PUNCT" and end not in reading.inside and tokens[end].text not in MARKS:
        end -= 1
    return end


def _before_meanwhile(reading: Reading, first: int, last: int) -> int:
    """Return the end of a content before what the article tells beside it: "urged visitors to stay away [as police fired tear gas]", of what is still to be done."""
    for token in reading.analysis.tokens[first + 2 : last]:
        clause = token.head
        if token.lower in ("as", "after") and token.dep == "mark" and clause.dep == "advcl" and clause.tag == "VBD" and token.i not in reading.inside:
            told, who = clause.head, clause.child("nsubj")
            if token.lower == "as" and who is not None and who.pos == "PRON" and _is_speech_verb(reading, clause):
                return token.i - 1  # "said it was alarmed [as it urged] both sides to talk"
            undone = told.tag == "VB" or any(c.dep == "aux" and (c.tag == "TO" or (c.tag == "MD" and token.lower == "as")) for c in told.children)  # not "would leave after the vote ended"
            return token.i - 1 if told.i < first or (told.i < token.i and undone and rightmost(clause).i >= last - 1) else last
    return last


_PARTING = frozenset({",", ";", "-", "--", "\u2013", "\u2014"})


def _before_main(verb: Token, last: int) -> int:
    """Return the end of what a participle that opens its sentence reports: "denouncing the "phoney deal," [Okoro left]"."""
    main = verb.head
    subject = main.child("nsubj", "nsubjpass") if verb.tag == "VBG" and verb.dep == "advcl" and main.i > verb.i else None
    return min(last, leftmost(subject).i - 1) if subject is not None and subject.i > verb.i else last


def _before_closed_quote(reading: Reading, verb: Token, last: int) -> int:
    """Return the end of what an opening participle or a relative clause reports, where a quotation closes it: "After calling it "a sham," [the bishop left]"."""
    opens = verb.tag == "VBG" and verb.i <= verb.sent.tokens[0].i + 1
    if (not opens and verb.dep != "relcl") or verb.i in reading.inside:
        return last
    for run in reading.runs_in(reading.tokens_span((verb.i + 1, last))):
        if reading.analysis.text[run.end - 1] == "," and verb.i < run.last.i < last and (opens or reading.analysis.tokens[past_marks(reading, run.last.i + 1)].tag in FINITE):
            run.taken = True
            return run.last.i
    return last


def _before_quoting(reading: Reading, verb: Token, first: int, last: int) -> int:
    """Return the end of a content before somebody is quoted: "said the mill was closed, and when asked why, [the mayor replied, "It was old"]"."""
    tokens = reading.analysis.tokens
    if verb.i in reading.inside:
        return last
    for run in reading.runs_in(reading.tokens_span((first, last))):
        lead = run.first.i - 1
        while lead > first and tokens[lead].text in MARKS:
            lead -= 1
        if tokens[lead].text not in (",", ":") or run.first.i <= first:
            continue
        cue = next((t for t in reversed(tokens[max(first, lead - 6) : lead]) if t.tag in FINITE and _is_speech_verb(reading, t)), None)
        subject = cue.child("nsubj") if cue is not None else None
        if cue is None or subject is None or subject.i > cue.i or subject.tag in ("WP", "WDT") or leftmost(cue).i <= first or any(c.lower in OPENING and c.dep == "mark" for c in cue.children):
            continue
        end = leftmost(cue).i - 1
        occasion = next((t for t in reversed(tokens[first + 1 : end]) if t.text == ","), None)
        return occasion.i - 1 if occasion is not None and tokens[occasion.i + 1].dep == "cc" and tokens[occasion.i + 2].lower in _OCCASIONED else end
    return last


_OCCASIONED = frozenset({"when", "asked", "pressed", "after", "as", "if"})


def _last_listed(reading: Reading, verb: Token, last: int) -> int:
    """Return the end of a list of quotations that a content ends in: called him a "liar," a "bully" and a "thief"."""
    tokens, end = reading.analysis.tokens, verb.sent.tokens[-1].i
    run = reading.inside.get(last) or reading.inside.get(last - 1)
    around = reading.inside.get(verb.i)
    while run is not None and run is not around and run.last.sent is verb.sent:
        following = None
        for token in tokens[run.last.i + 1 : min(run.last.i + 8, end + 1)]:
            if (following := reading.inside.get(token.i)) is not None or token.pos not in _LISTED:
                break
        if following is None or following is run or following.taken or following.last.sent is not verb.sent:
            break
        run, last = following, following.last.i
    return last


def _goes_on(reading: Reading, verb: Token, last: int, slot: str) -> bool:
    """Whether the words after a content still belong to it: it stopped before its own verb, or at a comma that opens more of it."""
    tokens, end = reading.analysis.tokens, verb.sent.tokens[-1].i
    i = past_marks(reading, last + 1)
    if i >= end or (reading.inside.get(last) is reading.inside.get(verb.i)) != (reading.inside.get(i) is reading.inside.get(verb.i)):
        return i < end and _ends_in_comma(reading, verb, last) and (slot == "that" or not _opens_sentence(tokens[i]))
    token, following = tokens[i], tokens[i + 1]
    if slot == "that" and i == last + 1 and token.tag in FINITE:
        finite = token.head if token.dep in ("aux", "auxpass") else token
        subject = finite.child("nsubj", "nsubjpass", "expl", "csubj")
        return subject is None or subject.i > verb.i
    if token.dep == "cc" and _joins(verb, token, slot):
        return True
    if token.text == ":":
        return slot != "passive" and verb.sent.block.kind != "headline" and not (slot.startswith("obj") and tells_on(reading, i))
    if _ends_in_comma(reading, verb, last):
        return slot == "that" or not any(_opens_sentence(t) for t in tokens[last : i + 4])
    if token.text != ",":
        return False
    if slot in _CLAUSAL and following.lower in _INVERTED and following.dep in ("aux", "auxpass", "ROOT", "conj") and tokens[i + 2].dep.startswith("nsubj"):
        return True
    if slot == "that" and following.tag == "MD" and verb.dep not in ("relcl", "acl", "advcl") and not any(c.dep in ("nsubj", "nsubjpass") and verb.i < c.i < following.i for c in following.head.children):
        return True  # "said it was cheap and, more important, [would] last"
    if following.lower in _GOING_ON or (following.lower == "such" and tokens[min(i + 2, end)].lower == "as"):
        return True
    if slot == "that" and (following.lower == "so" or _quotes_on(reading, i + 1)):
        return True
    if following.lower in ("and", "but", "or", "nor") and i + 2 < end:
        more = tokens[i + 2]
        return more.lower in OPENING or (slot == "that" and (more.tag == "MD" or more.pos == "ADP")) or _joins(verb, following, slot)
    return False


def _opens_sentence(conjunction: Token) -> bool:
    """Whether a clause with a subject of its own is joined: promises "jobs," [but he] has warned ..."""
    return conjunction.dep == "cc" and any(c.dep == "conj" and c.i > conjunction.i and c.child("nsubj", "nsubjpass", "expl") is not None for c in conjunction.head.children)


def _quotes_on(reading: Reading, i: int) -> bool:
    """Whether a quotation in the middle of a sentence follows: would owe millions, "equal to the whole budget"."""
    run = reading.inside.get(past_marks(reading, i))
    return run is not None and not run.taken and run.first.text[:1].islower()


def _joins(verb: Token, conjunction: Token, slot: str) -> bool:
    """Whether a conjunction joins a second infinitive, gerund or noun to the content, though the parser joined it to the cue."""
    other = next((c for c in (*conjunction.head.children, *verb.children) if c.dep == "conj" and c.i > conjunction.i), None)
    if other is None or other.child("nsubj", "nsubjpass", "expl", "aux") is not None:
        return False
    if slot in ("to", "obj+to"):
        return other.tag == "VB" and verb.tag != "VB"
    if other.tag == "VBG":
        return slot in ("ing", "obj") and verb.tag != "VBG"
    return slot not in ("that", "passive") and other.pos == "NOUN"


def _ends_in_comma(reading: Reading, verb: Token, last: int) -> bool:
    """Whether a content ends in a quotation whose own last sign is the comma of the sentence: said it was "a shame," since ..."""
    run = reading.inside.get(last) or reading.inside.get(last - 1)
    return run is not None and run is not reading.inside.get(verb.i) and run.last.i <= last + 1 and reading.analysis.text[run.end - 1] == "," and run.start > verb.end


def natural_end(reading: Reading, verb: Token, last: int) -> int:
    """Return where a content that goes on ends: with its sentence, or before the article or another cue speaks again."""
    tokens, end = reading.analysis.tokens, verb.sent.tokens[-1].i
    end = min(end, last + _WINDOW)
    around = reading.inside.get(verb.i)
    if around is not None:
        end = min(end, around.last.i)
    for token in tokens[last + 1 : end + 1]:
        if token.text == ";" or (token.i > last + 1 and _speaks_again(reading, verb, token)):
            end = token.i - 1
            break
    while end > last and tokens[end].pos == "PUNCT" and end not in reading.inside and tokens[end].text not in MARKS:
        end -= 1
    return end


def _speaks_again(reading: Reading, verb: Token, token: Token) -> bool:
    """Whether after a comma a participle of speech, a source, a concession of the article or the next deed of the speaker follows."""
    tokens = reading.analysis.tokens
    before = tokens[token.i - 1].text
    if token.i in reading.inside or (before != "," and before not in MARKS):
        return False
    if token.lower in ("although", "though", "according") or (token.tag == "VBG" and token.lemma in reading.cues.verbs):
        return True
    if token.dep == "cc":
        following = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
        speaker = next((t for t in tokens[token.i + 1 : token.i + 5] if t.dep == "nsubj" and leftmost(t) is following), following)
        if speaker.dep == "nsubj" and speaker.head.i <= speaker.i + 2 and speaker.head.tag in FINITE and _is_speech_verb(reading, speaker.head):
            return True  # "..., but he said", not "..., but he knows"
        deed = next((c for c in token.head.children if c.dep == "conj" and c.i > token.i), None)
        return deed is not None and token.head is verb and deed.tag in FINITE and deed.child("nsubj", "nsubjpass", "expl", "aux") is None
    speaker = token
    while speaker.dep in ("det", "compound", "amod", "poss", "nmod") and speaker.head.i > speaker.i:
        speaker = speaker.head
    return speaker.dep == "nsubj" and speaker.head.lemma in reading.cues.verbs and speaker.head.i <= speaker.i + 2 and speaker.head is not verb and _closes(speaker.head)


def _is_speech_verb(reading: Reading, verb: Token) -> bool:
    return any("quote" in c.slots for c in reading.cues.verbs.get(verb.lemma, ()))


def _closes(verb: Token) -> bool:
    """Whether a reporting clause has nothing after it but the end of its sentence or a comma."""
    tokens = verb.sent.tokens
    at = verb.i - tokens[0].i + 1
    return at >= len(tokens) or tokens[at].pos == "PUNCT"


def _extend(reading: Reading, verb: Token, content: Range, slot: str, *, passive: bool) -> Range:
    """Return a content with what follows it and hangs on the cue only by the parser's choice.

    Phrases without a comma before them ("called for a date for the withdrawal"), and a clause with a subject of its own that "and" joins.
    """
    first, last = content
    if last < verb.i or (passive and first < verb.i):
        return content
    reached = last  # as far as words follow one another; of these, times and occasions at the end belong to the cue
    for child in verb.children:
        a, b = reach(child)
        if a <= reached:
            continue
        if slot == "that" and a <= reached + 2 and (_is_that_clause(verb, a) or (child.dep == "ccomp" and (reached in reading.inside or reached - 1 in reading.inside) and past_marks(reading, reached + 1) == a)):
            reached = last = b  # "that borders were closed, that the law was suspended"
        elif child.lower == "," and a == reached + 1 and (_joins_infinitive(verb, b + 1) or (slot == "that" and _thinks_on(reading, verb, b + 1)) or (slot == "that" and (_is_that_clause(verb, b + 1) or _is_clause(verb, b + 1)))):
            reached = b
        elif slot == "that" and a == reached + 1 and child.dep == "ccomp" and _is_clause(verb, a):
            reached = last = b
        elif child.dep in ("cc", "preconj") and a == reached + 1:
            following = next((c for c in verb.children if c.i > child.i), None)
            if following is not None and following.dep == "conj" and leftmost(following).i == b + 1 and _belongs_inside(reading, verb, following, slot):
                reached = last = rightmost(following).i
        elif a == reached + 1 and slot == "obj" and child.lower in ("after", "before") and child.child("pcomp") is not None:
            break  # "declared a truce [after taking] the port"
        elif child.text in MARKS and a == reached + 1:
            reached = b
        elif a == reached + 1 and child.dep in _TRAILING and not (passive and child.dep == "agent") and _trails(reading, child, slot):
            reached = b
            if not is_occasion(child):
                last = b
        else:
            break
    tokens = reading.analysis.tokens
    while last + 1 < len(tokens) and first < tokens[last + 1].head.i <= last and tokens[last + 1].dep in ("prep", "acl", "relcl") and tokens[last + 1].sent is verb.sent:
        last = rightmost(tokens[last + 1]).i  # "rated guests by the size [of their purses]", which hangs on the guests
    if last + 1 < len(tokens) and tokens[last + 1].lower in (":", ",") and (run := _next_run(reading, last + 1)) is not None:
        last = run.last.i  # one thing mattered: "patience"; ... , and there was "no evidence"
    return first, last


_TRAILING = frozenset({"prep", "npadvmod", "advmod", "advcl", "agent", "dative", "prt", "oprd", "xcomp"})


def _trails(reading: Reading, child: Token, slot: str) -> bool:
    """Whether what trails after a content is part of it: a phrase, an infinitive, and after a noun a participle that is no cue ("bared the scandal of guards [selling] keys")."""
    if child.tag == "VBG":
        return slot.startswith("obj") and child.dep == "advcl" and child.lemma not in reading.cues.verbs and child.child("nsubj", "mark") is None
    return slot in _CLAUSAL or child.dep != "advcl" or any(c.lower == "to" and c.dep == "aux" for c in child.children)


def _next_run(reading: Reading, i: int) -> Run | None:
    """Return the quotation that directly follows a colon, or that a clause joined by "and" after a comma holds."""
    tokens, sentence = reading.analysis.tokens, reading.analysis.tokens[i].sent
    if tokens[i].lower == ":":
        run = next((reading.inside[k] for k in (i + 1, i + 2) if k in reading.inside), None)
        return run if run is not None and not run.taken else None
    if i + 1 >= len(tokens) or tokens[i + 1].dep != "cc":
        return None
    for token in tokens[i + 2 : i + 9]:
        if token.sent is not sentence or token.lower in (",", ";") or token.lemma in reading.cues.verbs:
            return None
        if token.i in reading.inside:
            run = reading.inside[token.i]
            return run if not run.taken and run.last.sent is sentence else None
    return None


def _is_that_clause(verb: Token, i: int) -> bool:
    """Whether a further clause of what a verb reports begins at an index: "that borders were closed, [that] the law ..."."""
    clause = next((c for c in verb.children if c.dep == "ccomp" and leftmost(c).i == i), None)
    return clause is not None and any(c.dep == "mark" and c.lower == "that" for c in clause.children)


def _is_clause(verb: Token, i: int) -> bool:
    """Whether the parser broke what a verb reports at a comma, and a second finite clause begins at an index: "said rents, wages [and fares had risen]"."""
    clause = next((c for c in verb.children if c.dep == "ccomp" and leftmost(c).i == i), None)
    return clause is not None and any(c.dep in ("nsubj", "nsubjpass") for c in clause.children) and any(t.tag in FINITE for t in (clause, *clause.children))


def _joins_infinitive(verb: Token, i: int) -> bool:
    """Whether after a comma "and" joins an infinitive to a finite cue ("promised to leave, and return the town")."""
    joined = next((c for c in verb.children if c.i == i and c.dep == "cc"), None)
    return joined is not None and any(c.dep == "conj" and c.i > i and c.tag == "VB" and c.child("nsubj") is None for c in verb.children) and verb.tag in ("VBD", "VBZ", "VBN")


def _belongs_inside(reading: Reading, verb: Token, conjunct: Token, slot: str) -> bool:
    """Whether a verb joined to a cue goes on with its content: it has another subject, or is an infinitive beside a finite cue."""
    if conjunct.tag == "VB" and verb.tag in ("VBD", "VBZ", "VBG", "VBN") and conjunct.child("nsubj") is None and all(c.tag == "TO" for c in conjunct.children if c.dep == "aux"):
        return True
    if conjunct.tag == "VBD" and (clause := verb.child("ccomp")) is not None and clause.tag == "VB":
        return False  # "demanded that he leave, and on Monday his troops shelled the camp"
    return slot == "that" and conjunct.child("nsubj", "nsubjpass") is not None and (conjunct.lemma not in reading.cues.verbs or _is_thought(reading, verb, conjunct))


def _is_thought(reading: Reading, verb: Token, conjunct: Token) -> bool:
    """Whether what a speaker thinks is joined to a cue, and so is part of what he says: "says she hopes to win, but she [knows] that ..."."""
    subject = conjunct.child("nsubj")
    thinking = all(c.stance in ("believes", "doubts") for c in reading.cues.verbs.get(conjunct.lemma, ()))
    return thinking and subject is not None and subject.lower in ("he", "she", "they", "it") and _is_speech_verb(reading, verb)


def _thinks_on(reading: Reading, verb: Token, i: int) -> bool:
    return any(c.i == i and c.dep == "cc" for c in verb.children) and any(c.dep == "conj" and c.i > i and c.lemma in reading.cues.verbs and _is_thought(reading, verb, c) for c in verb.children)
