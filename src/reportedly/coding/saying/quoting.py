"""Verbs beside what is said: next to a quotation, or in a clause set off by commas."""

from __future__ import annotations

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import Range, is_time, leftmost, reach, rightmost
from reportedly.coding.saying.hits import Hit, Reading, widen
from reportedly.coding.saying.quotations import Run
from reportedly.coding.saying.speakers import is_document
from reportedly.lexicons.cues import Cue
from reportedly.lexicons.word_lists import word_list

_LIGHT = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "npadvmod", "prep", "prt", "dative", "dobj", "agent", "expl", "mark", "oprd"})
_BARRIER = frozenset({",", ";", ":", "-", "--", "\u2013", "\u2014", "(", ")", "\u2015"})
_CLOSERS = frozenset({".", "!", "?", "\u2026", "..."})
MARKS = frozenset({'"', "'", "``", "''", "\u201c", "\u201d", "\u2018", "\u2019", "`", "\u00ab", "\u00bb", '""'})


def _core(reading: Reading, verb: Token) -> Range:
    """Return the extent of a reporting clause without what is said: "he told reporters on Monday"."""
    first = last = verb.i
    around = reading.inside.get(verb.i)
    if verb.dep == "pcomp" and verb.head.lower == "as" and verb.head.head.i < verb.i:
        first, last = _core(reading, verb.head.head)  # "...," he was quoted as saying
    own = verb.child("nsubj", "nsubjpass")
    for child in verb.children:
        if child.dep not in _LIGHT:
            continue
        a, b = reach(child)
        while a < child.i and reading.analysis.tokens[a].text in MARKS:
            a += 1  # the closing mark, which the parser hung on the speaker
        if own is not None and child.i < own.i and child.dep in ("npadvmod", "dobj") and reading.analysis.tokens[b + 1].lower == "," and not is_time(child):
            continue  # "These workers, he explained, are poor": the topic that the parser hung on the cue
        if any(reading.inside.get(i) is not around for i in (a, child.i, b)):
            continue
        first, last = min(first, a), max(last, b)
    return first, last


def quoted(reading: Reading, verb: Token, cue: Cue, words: list[Token], speakers: list[Token]) -> Hit | None:
    """Return the statement of a verb directly beside a quotation: "...," he said / he said: "..."."""
    own = verb.child("nsubj")
    if "quote" not in cue.slots or (own is not None and own.lower in ("which", "that") and not (speakers and is_document(speakers[0], reading.cues))):
        return None
    first, last = _core(reading, verb)
    before = _run_before(reading, verb, first)
    if before is not None and is_title(before):
        before = None
    after = _run_after(reading, verb, last)
    shown = False
    if after is None and speakers and is_document(speakers[0], reading.cues):
        after = _run_after(reading, verb, verb.i)  # a sign that read "Bread" over the door
        shown = after is not None
    if before is None and (after is None or not (shown or _opens_speech(reading, after) or _is_utterance(reading, verb, cue, after))):
        return None
    around = reading.inside.get(verb.i)
    speakers = [s for s in speakers if reading.inside.get(s.i) is around] or _noun_before(reading, verb) or inverted_subject(verb) or last_speakers(reading, verb)
    if before is None:
        assert after is not None
        after.taken = True
        lead = _lead(reading, verb, first, after)
        return Hit(cue, words, speakers, (lead, after.end), "cue before a quotation", direct=lead == after.start)
    before.taken = True
    start, end = _clause_before(reading, before, verb), before.end
    direct = start == before.start
    if after is None and reading.inside.get(verb.i) is None:
        after = _run_resumed(reading, verb, last)
    if after is not None and any(t.pos == "VERB" and t.i != verb.i and any("quote" in c.slots for c in reading.cues.verbs.get(t.lemma, ())) for t in reading.analysis.tokens[verb.i : after.first.i]):
        after = None  # "...," he shouted before adding: "...": the second cue has its own
    if after is not None and not after.taken and after.first.sent is verb.sent and reading.analysis.tokens[last + 1].lower != ".":
        after.taken = True  # "If they stay," he said, "we leave.": one sentence, one statement
        end = after.end
    return Hit(cue, words, speakers, (start, end), "cue after a quotation", direct=direct)


def _run_before(reading: Reading, verb: Token, first: int) -> Run | None:
    tokens, i = reading.analysis.tokens, first - 1
    if verb.child("nsubj", "nsubjpass") is None:
        while i >= verb.sent.tokens[0].i and i > verb.i - 14 and i not in reading.inside and tokens[i].pos in ("PROPN", "NOUN", "DET", "ADJ"):
            i -= 1  # a subject the parser hung elsewhere
    while i >= 0 and tokens[i].pos == "PUNCT" and i not in reading.inside and tokens[i].lower not in _CLOSERS:
        i -= 1
    run = reading.inside.get(i) if i >= 0 else None
    if run is None or run.taken or run is reading.inside.get(verb.i) or run.last.i != i:
        return None
    text = reading.analysis.text
    stop = text[run.end - 1 : run.end]
    if run.last.sent is not verb.sent and (run.last.sent.block is not verb.sent.block or stop not in "?!" or _run_after(reading, verb, verb.i) is not None):
        return None  # "Why now?" he asked: the mark looked like the end of the sentence
    return run if stop in ",.?!\u2026-\u2014\u2013" or text[run.end + 1 : run.end + 3].lstrip("\"'\u201d")[:1] in (",", "-", "\u2014") or len(run.tokens) > 5 else None


def _run_after(reading: Reading, verb: Token, last: int) -> Run | None:
    tokens, i = reading.analysis.tokens, last + 1
    while i < len(tokens) and tokens[i].pos == "PUNCT" and i not in reading.inside and tokens[i].lower not in _CLOSERS and tokens[i].sent is verb.sent:
        i += 1
    run = reading.inside.get(i)
    return run if run is not None and run is not reading.inside.get(verb.i) and run.first.i == i and run.first.sent is verb.sent and not run.taken else None


def _run_resumed(reading: Reading, verb: Token, last: int) -> Run | None:
    """Return a quotation that resumes in the same sentence: "It is old," he said, but "it will hold"; "Go," he said, turning round, "and stay"."""
    tokens, end = reading.analysis.tokens, verb.sent.tokens[-1].i
    if last + 2 > end or tokens[last + 1].text != ",":
        return None
    opener = tokens[last + 2]
    if opener.dep == "cc":
        found = next((t.i for t in tokens[last + 3 : min(last + 6, end + 1)] if t.i in reading.inside), None)
    elif opener.tag == "VBG" and opener.lemma not in ("add", "say", "note", "warn"):
        comma = next((t.i for t in tokens[last + 3 : min(last + 20, end)] if t.text == "," or t.i in reading.inside), end)
        found = next((t.i for t in tokens[comma : comma + 3] if t.i in reading.inside and tokens[comma].text == ","), None)
    else:
        return None
    run = reading.inside.get(found) if found is not None else None
    return run if run is not None and run.first.i == found and run.first.text[:1].islower() else None


def _lead(reading: Reading, verb: Token, first: int, after: Run) -> int:
    """Return where the content begins whose end a quotation is: When the lights went out, he said, "we ran"."""
    tokens, opening = reading.analysis.tokens, verb.sent.tokens[0].i
    if not after.first.text[:1].islower() or first - 3 < opening or tokens[first - 1].text != "," or any(t.i in reading.inside for t in tokens[opening:first]):
        return after.start
    if any(t.lemma in _OCCASIONED for t in tokens[opening : min(opening + 3, first)]):
        return after.start  # "Asked about the dam, he said it was ...": the occasion
    return tokens[opening].start


def past_marks(reading: Reading, i: int) -> int:
    """Return the first index from ``i`` on whose token is no quotation mark."""
    tokens = reading.analysis.tokens
    while i < len(tokens) and tokens[i].text in MARKS:
        i += 1
    return i


def is_title(run: Run) -> bool:
    """Whether a quotation is the title of something within its sentence: on "Sunday Hour," she said."""
    words = [t for t in run.tokens if t.pos != "PUNCT"]
    lead = run.first.i - run.first.sent.tokens[0].i
    if lead <= 2 or len(words) > 6 or any(t.pos in ("AUX", "PRON") and t.text.islower() for t in words):
        return False
    return all(t.text[:1].isupper() or t.pos in ("ADP", "DET", "CCONJ", "PART") for t in words)


def _opens_speech(reading: Reading, run: Run) -> bool:
    """Whether a quotation after its cue stands by itself: behind a comma or colon, or as a sentence of its own."""
    before = reading.analysis.text[max(0, run.start - 4) : run.start].rstrip("\"'\u201c\u00ab` \n")
    if not before.endswith((",", ":")) and not run.first.text[:1].isupper():
        return False
    at = past_marks(reading, run.last.i + 1)
    following = reading.analysis.tokens[at] if at < len(reading.analysis.tokens) else None
    return before.endswith((",", ":")) or following is None or following.sent is not run.last.sent or following is following.sent.tokens[-1] or reading.analysis.text[run.end - 1] in ".?!,"


def _is_utterance(reading: Reading, verb: Token, cue: Cue, run: Run) -> bool:
    """Whether a few quoted words right behind a verb of saying are all that was said: replied "no comment" when asked."""
    return cue.stance == "says" and not {"obj", "obj+as", "obj+pred"} & set(cue.slots) and past_marks(reading, verb.i + 1) == run.first.i and any(t.head is verb for t in run.tokens[:8])


def _clause_before(reading: Reading, run: Run, verb: Token) -> int:
    """Return where the content begins whose end a quotation is: the quotation, or words of its sentence before it."""
    sentence = run.first.sent
    if sentence is not verb.sent:
        return run.start
    lead = [t for t in sentence.tokens if t.i < run.first.i and t.pos != "PUNCT" and t.lower not in MARKS]
    least = 1 if run.first.text[:1].islower() else 2
    if len(lead) < least or any(t.i in reading.inside for t in lead) or any(h.tokens and h.tokens[0].sent is sentence for h in reading.hits):
        return run.start
    return lead[0].start


def inverted_subject(verb: Token) -> list[Token]:
    """Return the subject that the parser took for an object: "...," said the minister."""
    after = next((c for c in verb.children if c.i > verb.i and c.dep in ("dobj", "attr", "dep", "oprd", "ccomp") and c.pos in ("PROPN", "NOUN", "PRON") and not is_time(c)), None)
    return [after] if after is not None else []


def last_speakers(reading: Reading, verb: Token) -> list[Token]:
    """Return who spoke just before in the sentence, for a participle that goes on: "..., he said, adding: ..."."""
    last = reading.hits[-1] if reading.hits else None
    return last.speakers if verb.tag == "VBG" and last is not None and last.tokens and last.tokens[0].sent is verb.sent else []


def _noun_before(reading: Reading, verb: Token) -> list[Token]:
    """Return the noun directly before a verb without a subject of its own."""
    before = reading.analysis.tokens[verb.i - 1] if verb.i > verb.sent.tokens[0].i else None
    return [before] if before is not None and before.pos in ("PROPN", "NOUN", "PRON") and before.i not in reading.inside and not is_time(before) else []


ADDRESSING = word_list("addressing")
_OCCASIONED = word_list("quoting.occasioned")
_COUNTING = frozenset({"DET", "NUM", "ADV", "ADJ"})
_SCENES = frozenset({"as", "while", "when", "after", "before", "amid", "following", "though", "although"})
# Who demands or condemns does not do so between commas: "When the time came, Oslo backed ..." is no inserted clause.
_PARENTHETIC = frozenset({"says", "alleges", "believes", "predicts", "warns", "admits", "confirms"})


def inserted(reading: Reading, verb: Token, cue: Cue, words: list[Token], speakers: list[Token]) -> Hit | None:
    """Return the statement of a clause set off by commas: "The raid, he said, failed", "The raid failed, he said"."""
    own = verb.child("nsubj")
    if (given := _given_in(reading, verb, speakers)) is not None:
        own, speakers = given, [given]
    if "quote" not in cue.slots or not {"that", "as"} & set(cue.slots) or not speakers or verb.tag == "VBG" or (verb.tag == "VB" and verb.child("aux", "mark") is not None):
        return None
    if cue.stance not in _PARENTHETIC or _has_object(verb, cue, words) or any(c.dep == "mark" and c.lower != "as" for c in verb.children):
        return None
    if own is None or own.lower in ("who", "which", "that", "whom"):
        return None
    first, last = _core(reading, verb)
    while first < verb.i and reading.analysis.tokens[first].text == ",":
        first += 1
    content = _around(reading, verb.sent, (first, last), as_=any(c.lower == "as" and c.dep in ("mark", "advmod") for c in verb.children))
    if content is None or (content[1] < first and any(c.i < first and c.dep in ("npadvmod", "dobj") and not _tells(c) for c in verb.children)):
        return None  # "Minister of the Interior, Amal Okoro said:"
    if content[1] < first and verb.sent.tokens[-1].text.endswith(":") and verb.i not in reading.inside:
        return None  # "Speaking after the talks, the minister said:"
    hit = Hit(cue, words, speakers, widen(reading, verb, reading.tokens_span(content)), "reporting clause set off by commas")
    if content[1] < first:
        hit.core = first, last
    return hit


def _given_in(reading: Reading, verb: Token, speakers: list[Token]) -> Token | None:
    """Return who is named by a participle behind "as": "as noted in [the audit]", "as first reported by [the Daily Nation]"."""
    if verb.tag != "VBN" or verb.child("nsubj", "nsubjpass", "auxpass", "aux") is not None or not any(c.dep == "mark" and c.lower == "as" for c in verb.children):
        return None
    if speakers:
        return speakers[0]
    where = next((g for c in verb.children if c.dep == "prep" and c.lower == "in" and c.i > verb.i for g in c.children if g.dep == "pobj"), None)
    mention = reading.analysis.mention_at.get(where.i) if where is not None else None
    return where if where is not None and (is_document(where, reading.cues) or (mention is not None and mention.rule != "place")) else None


def _tells(phrase: Token) -> bool:
    """Whether what the parser took for an adverb or object holds a clause: "Dozens marched and police fined six, the radio reported"."""
    return any(t.tag in ("VBD", "VBZ", "VBP", "MD") and t.dep != "relcl" for t in phrase.subtree())


def _has_object(verb: Token, cue: Cue, words: list[Token]) -> bool:
    """Whether a verb governs an object that is neither part of the cue ("put it") nor who is told."""
    found = verb.child("dobj")
    return found is not None and found not in words and ("obj" in cue.slots or verb.lemma not in ADDRESSING)


def _around(reading: Reading, sentence: Sentence, core: Range, *, as_: bool) -> Range | None:
    """Return what a reporting clause between commas leaves of its sentence, or None when it is not set off."""
    tokens = reading.analysis.tokens
    begin, end = sentence.tokens[0].i, sentence.tokens[-1].i
    for token in tokens[begin : core[0]]:
        if token.lower == ";" or (token.text == ":" and token.i not in reading.inside and any(t.tag in ("VBD", "VBZ", "VBP") for t in tokens[begin : token.i])):
            begin = token.i + 1
    while begin < end and (tokens[begin].pos == "PUNCT" or tokens[begin].lower in MARKS):
        begin += 1
    while end > begin and (tokens[end].pos == "PUNCT" or tokens[end].lower in MARKS):
        end -= 1
    first, last = core
    before = tokens[first - 1].lower if first > begin else ""
    if before in MARKS and first - 2 >= begin:
        before = tokens[first - 2].lower
    after = tokens[last + 1].lower if last < end else ""
    if last >= end:
        return (begin, first - 2) if before in _BARRIER and first - 2 > begin else None
    if first <= begin:
        return (last + 2, end) if (after == "," and as_) and last + 2 <= end else None
    if before in _BARRIER and after == "," and first - 2 > begin and tokens[first - 2].tag in ("WDT", "WP") and tokens[first - 3].text == ",":
        return _rest_of_relative(tokens[first - 2], last + 2, end)
    if before in _BARRIER and after in _BARRIER:
        end = next((t.i - 2 for t in tokens[last + 3 : end] if t.lower in ("although", "though") and tokens[t.i - 1].text == ","), end)
        told = after in (";", ":") or (after == "," and _speaks_on(reading, tokens[last + 2])) or (after == "," and sets_scene(tokens[last + 2]) and any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[begin : first - 1]))
        return (begin, first - 2) if told else (begin, end)
    return None


def _rest_of_relative(pronoun: Token, begin: int, end: int) -> Range:
    """Return what is said of "the army, which, he said, [would help], left": the clause alone."""
    clause = next((t for t in pronoun.sent.tokens if t.dep == "relcl" and t.i >= begin), None)
    if clause is not None and leftmost(clause).i <= pronoun.i:
        return begin, min(end, rightmost(clause).i)
    comma = next((t.i for t in pronoun.sent.tokens if t.i > begin and t.text == ","), end + 1)
    return begin, min(end, comma - 1)


def _speaks_on(reading: Reading, joint: Token) -> bool:
    """Whether "and" and a pronoun with a cue of its own follow: "the toll rose, the ministry said, [and it warned] that ..."."""
    words = joint.sent.tokens[joint.i + 1 - joint.sent.tokens[0].i :][:8] if joint.dep == "cc" else []
    subject = next((t for t in words if t.dep == "nsubj"), joint)
    if subject.pos in ("NOUN", "PROPN") and reach(subject)[0] == joint.i + 1:
        return subject.head.i == reach(subject)[1] + 1 and subject.head.tag in ("VBD", "VBZ", "VBP") and any({"quote", "that"} & set(c.slots) and c.stance != "demands" for c in reading.cues.verbs.get(subject.head.lemma, ()))
    if joint.tag == "VBG" and joint.lemma in reading.cues.verbs and any("quote" in c.slots for c in reading.cues.verbs[joint.lemma]):
        return True  # "..., she said, [adding] that ..."
    return subject.dep == "nsubj" and subject.pos == "PRON" and subject.i == joint.i + 1 and subject.head.i <= subject.i + 2 and subject.head.tag in ("VBD", "VBZ", "VBP") and subject.head.lemma in reading.cues.verbs


def sets_scene(token: Token) -> bool:
    """Whether a word behind a comma opens what the article adds to a reported clause: "six were killed, police said, [as] protests spread", "[a] day after the vote"."""
    if token.lower not in _SCENES:
        words = token.sent.tokens[token.i - token.sent.tokens[0].i :][:5]
        at = next((k for k, t in enumerate(words) if t.lower in ("after", "before")), 0)
        return any(is_time(t) for t in words[:at]) and all(is_time(t) or t.pos in _COUNTING for t in words[:at])
    return token.dep in ("mark", "prep", "advmod") and (token.dep == "mark" or token.lower != "as")
