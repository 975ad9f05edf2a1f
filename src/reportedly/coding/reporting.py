"""Reporting verbs: whether one is said at all, who speaks, and what it governs."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.cues import Cue, Range, complement, leftmost, match_words, reach, rightmost
from reportedly.coding.hits import Hit, Reading, widen
from reportedly.coding.quotations import Run
from reportedly.coding.quoting import inserted, inverted_subject, is_time, quoted
from reportedly.coding.speakers import find_speakers, is_document, is_source, noun_speakers
from reportedly.coding.syntax import is_negated, is_passive

# With these a "not" leaves no statement: "did not say whether", "neither confirmed nor denied".
_SILENCED = frozenset({"says", "alleges", "confirms", "admits", "predicts", "denies", "promises", "demands", "asks"})
HEARSAY = frozenset(["report", "claim", "allegation", "rumour", "rumor", "accusation", "suggestion", "speculation"])
VAGUE = frozenset(["you", "one", "anyone", "everyone", "someone", "nobody", "nothing", "everything"])


def read_verb(reading: Reading, verb: Token, cues: list[Cue]) -> bool:
    """Add the statement of a verb, by the first of its entries that fits; return whether one did."""
    passive = is_passive(verb) or _is_told(verb)
    speakers = find_speakers(verb, passive=passive)
    if (speakers and speakers[0].lower in VAGUE) or _is_reported_by_as(verb) or _is_unsaid(verb):
        return False
    around = reading.inside.get(verb.i)
    if around is not None and not is_named(reading, speakers):
        return False
    silenced = _is_silenced(verb)
    for cue in cues:
        if silenced and cue.stance in _SILENCED:
            continue
        words = match_words(verb, cue)
        if words is None or (not passive and not _may_speak(reading, speakers, cue)):
            continue
        hit = quoted(reading, verb, cue, words, speakers) or inserted(reading, verb, cue, words, speakers)
        hit = hit or _governed(reading, verb, cue, words, speakers, passive=passive)
        if hit is None:
            continue
        reading.hits.append(hit)
        return True
    _wait_for_colon(reading, verb, cues, speakers)
    return False


def is_named(reading: Reading, speakers: list[Token]) -> bool:
    """Whether a speaker within a quotation is somebody in particular: only then is it more than the quoted speaker's own words."""
    if not speakers:
        return False
    mention = reading.analysis.mention_at.get(speakers[0].i)
    if speakers[0].pos == "PROPN":
        return True
    return speakers[0].pos == "NOUN" and speakers[0].tag == "NN" and (mention is not None or any(c.lower == "the" for c in speakers[0].children))


def _is_told(verb: Token) -> bool:
    """Whether "told" without anybody told is a passive the tagger missed: "called in and told that"."""
    if verb.lemma != "tell" or verb.tag not in ("VBN", "VBD") or verb.child("nsubj", "dobj", "dative") is not None:
        return False
    return not any(c.dep == "aux" and c.lemma == "have" for c in verb.children)


def _is_reported_by_as(verb: Token) -> bool:
    """Whether "as saying" follows: the cue of "was quoted as saying" is its second verb."""
    if verb.lemma not in ("quote", "cite", "record", "report"):
        return False
    return any(c.lower == "as" and c.dep in ("prep", "mark") and any(g.tag == "VBG" and g.dep == "pcomp" for g in c.children) for c in verb.children)


# With these a cue in the infinitive is still said: "went on to say", "appeared to blame".
_SAID_TO = frozenset(["continue", "go", "come", "begin", "start", "appear", "seem", "happen", "proceed", "rush", "hasten", "tend", "use"])


def _is_unsaid(verb: Token) -> bool:
    """Whether a cue is an infinitive of what may or should be said: "urged him to admit", "voters want to know"."""
    if not any(c.tag == "TO" for c in verb.children):
        return False
    return not (verb.dep == "xcomp" and verb.head.lemma in _SAID_TO)


def _is_silenced(verb: Token) -> bool:
    if is_negated(verb) or (verb.dep == "conj" and is_negated(verb.head)):
        return True
    return verb.dep in ("xcomp", "ccomp") and (verb.head.lemma in ("decline", "refuse", "fail", "avoid", "stop") or is_negated(verb.head))


def _may_speak(reading: Reading, speakers: list[Token], cue: Cue) -> bool:
    if not speakers:
        return not cue.needs
    head = speakers[0]
    if head.lower == "it" and head.dep == "expl":
        return False
    if cue.needs == "document":
        return is_document(head, reading.cues)
    if cue.needs == "actor":
        return is_source(reading.analysis, head, reading.cues) and not (head.pos == "NOUN" and is_document(head, reading.cues) and head.i not in reading.analysis.mention_at)
    return not cue.needs or is_source(reading.analysis, head, reading.cues)


_ADDRESSING = frozenset([
    "tell", "inform", "remind", "assure", "ask", "warn", "advise", "convince", "persuade", "notify", "brief", "reassure", "show",
    "teach", "promise", "alert",
])


def _governed(reading: Reading, verb: Token, cue: Cue, words: list[Token], speakers: list[Token], *, passive: bool) -> Hit | None:
    """Return the statement whose content the verb governs."""
    found = complement(verb, cue, words, passive=passive) or _named(reading, verb, cue)
    if found is None:
        return None
    slot, tokens = found
    if passive and slot.startswith("obj") and slot != "obj+to" and not speakers:
        return None
    if not passive and not speakers and slot != "that":
        return None
    if slot == "to" and cue.stance == "rejects" and _is_silence(reading, verb):
        return None
    lost = verb.child("dobj") if slot == "that" and verb.lemma not in _ADDRESSING else None
    if lost is not None and verb.i < lost.i < tokens[0] and reading.analysis.tokens[tokens[0] - 1].lower != "that":
        tokens = leftmost(lost).i, tokens[1]  # "demanded Oslo sign": the parser took the clause's subject for an object
    tokens = _extend(reading, verb, _inner_claim(reading, verb, slot, tokens), passive=passive)
    tokens = _without_aside(reading, tokens, slot)
    return Hit(cue, words, speakers, widen(reading, verb, reading.tokens_span(tokens)), slot)


def _named(reading: Reading, verb: Token, cue: Cue) -> tuple[str, Range] | None:
    """Return what a naming verb quotes where the parser lost its complement: called the deal "a disaster"."""
    if not ("obj+pred" in cue.slots or "obj+as" in cue.slots):
        return None
    for token in reading.analysis.tokens[verb.i + 1 : verb.i + 12]:
        run = reading.inside.get(token.i)
        if run is not None:
            if "obj+pred" not in cue.slots and all(t.lower != "as" for t in reading.analysis.tokens[token.i - 3 : token.i]):
                return None
            return ("obj+pred", (verb.i + 1, run.last.i)) if run is not reading.inside.get(verb.i) and run.last.sent is verb.sent and token.i > verb.i + 1 else None
        if token.pos in ("VERB", "AUX", "SCONJ") or token.sent is not verb.sent or token.lower in (",", ";", "that"):
            return None
    return None


def _without_aside(reading: Reading, content: Range, slot: str) -> Range:
    """Cut what the article adds for itself at the end: ", with reports of ..." after an object, ", although ..." after a clause."""
    first, last = content
    words = ("although", "though") if slot == "that" else ("with", "although", "though")
    for token in reading.analysis.tokens[first + 2 : last]:
        if token.lower in words and reading.analysis.tokens[token.i - 1].lower == "," and token.i not in reading.inside:
            return first, token.i - 2
    return content


def _extend(reading: Reading, verb: Token, content: Range, *, passive: bool) -> Range:
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
        if child.lower == "," and a == reached + 1 and _joins_infinitive(verb, b + 1):
            reached = b
        elif child.dep in ("cc", "preconj") and a == reached + 1:
            following = next((c for c in verb.children if c.i > child.i), None)
            if following is not None and following.dep == "conj" and leftmost(following).i == b + 1 and _belongs_inside(reading, verb, following):
                reached = last = rightmost(following).i
        elif a == reached + 1 and child.dep in _TRAILING and child.tag != "VBG":
            reached = b
            if not _is_occasion(child):
                last = b
        else:
            break
    tokens = reading.analysis.tokens
    if last + 1 < len(tokens) and tokens[last + 1].lower in (":", ",") and (run := _next_run(reading, last + 1)) is not None:
        last = run.last.i  # one thing mattered: "patience"; ... , and there was "no evidence"
    return first, last


_TRAILING = frozenset({"prep", "npadvmod", "advmod", "advcl", "agent", "dative", "prt", "oprd", "xcomp"})
_OCCASIONS = frozenset([
    "statement", "interview", "speech", "tweet", "letter", "conference", "briefing", "news", "release", "address", "message", "post",
    "video", "remark", "meeting", "rally", "email",
])


def _is_occasion(phrase: Token) -> bool:
    """Whether a phrase says when or at what occasion somebody spoke: on Monday, in a statement."""
    head = phrase.child("pobj") if phrase.dep == "prep" else phrase
    return head is not None and (is_time(head) or head.lemma in _OCCASIONS)


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


def _joins_infinitive(verb: Token, i: int) -> bool:
    """Whether after a comma "and" joins an infinitive to a finite cue ("promised to leave, and return the town")."""
    joined = next((c for c in verb.children if c.i == i and c.dep == "cc"), None)
    return joined is not None and any(c.dep == "conj" and c.i > i and c.tag == "VB" and c.child("nsubj") is None for c in verb.children) and verb.tag in ("VBD", "VBZ", "VBN")


def _belongs_inside(reading: Reading, verb: Token, conjunct: Token) -> bool:
    """Whether a verb joined to a cue goes on with its content: it has another subject, or is an infinitive beside a finite cue."""
    if conjunct.tag == "VB" and verb.tag in ("VBD", "VBZ", "VBG", "VBN") and conjunct.child("nsubj") is None:
        return True
    return conjunct.lemma not in reading.cues.verbs and conjunct.child("nsubj", "nsubjpass") is not None


def _is_silence(reading: Reading, verb: Token) -> bool:
    """Whether what is refused is to speak: "declined to comment"."""
    inner = verb.child("xcomp")
    return inner is not None and any("quote" in c.slots for c in reading.cues.verbs.get(inner.lemma, ()))


def _inner_claim(reading: Reading, verb: Token, slot: str, tokens: Range) -> Range:
    """Return the claim itself for "confirmed reports that ...": the speaker vouches for what is reported."""
    noun = verb.child("dobj")
    if slot != "obj" or noun is None or noun.lemma not in HEARSAY or noun_speakers(reading, noun):
        return tokens
    for cue in reading.cues.nouns.get(noun.lemma, ()):
        inner = complement(noun, cue, [noun], passive=False)
        if inner is not None:
            return inner[1]
    return tokens


def _wait_for_colon(reading: Reading, verb: Token, cues: list[Cue], speakers: list[Token]) -> None:
    """Note a speech verb whose sentence ends in a colon: what is said comes in the next paragraph."""
    cue = next((c for c in cues if "quote" in c.slots), None)
    if cue is None or verb.sent.tokens[-1].text != ":" or verb.i in reading.inside:
        return
    if verb.sent.i not in reading.pending or verb.head is verb:
        reading.pending[verb.sent.i] = Hit(cue, [verb], speakers or inverted_subject(verb), (0, 0), "colon at the end of a paragraph")
