"""Reporting verbs: whether one is said at all, who speaks, and what it governs."""

from __future__ import annotations

from reportedly.analysis import Token
from reportedly.coding.grammar.clauses import logical_object
from reportedly.coding.grammar.syntax import Range, is_negated, is_passive, is_time, is_verb, leftmost, prep_objects, reach, rightmost
from reportedly.coding.saying.cues import RAISED, complement, match_words
from reportedly.coding.saying.extent import full_extent, natural_end
from reportedly.coding.saying.hits import Hit, Reading, widen
from reportedly.coding.saying.quoting import ADDRESSING, inserted, inverted_subject, quoted
from reportedly.coding.saying.slips import RELAYING
from reportedly.coding.saying.speakers import find_speakers, is_document, is_source, noun_speakers
from reportedly.lexicons.cues import PREPOSITIONS, Cue
from reportedly.lexicons.word_lists import word_list

# With these a "not" leaves no statement: "did not say whether", "neither confirmed nor denied".
_SILENCED = frozenset({"says", "alleges", "confirms", "admits", "predicts", "denies", "promises", "demands", "asks"})
# Within a quotation what others think, as against what they say, is the quoted speaker's own account.
_OF_THE_MIND = frozenset({"believes", "doubts", "predicts", "praises"})
_JUDGING = frozenset({"condemns", "praises", "alleges"})  # by words alone, so that a report does it too: "the ruling criticised the police"
_WHOEVER = frozenset({"people", "those", "anyone", "anybody", "everyone"})
HEARSAY = word_list("reporting.hearsay")
VAGUE = word_list("reporting.vague")
_REPORTERS = word_list("reporting.reporters")


def _closes_quotation(reading: Reading, verb: Token) -> bool:
    """Whether a verb stands right behind a quotation that ends in a comma, and a noun right behind it."""
    run = next((r for i in (verb.i - 1, verb.i - 2, verb.i - 3) if (r := reading.inside.get(i)) is not None), None)
    thing = verb.child("dobj", "nsubj")
    return run is not None and run is not reading.inside.get(verb.i) and reading.analysis.text[run.end - 1] in ",?!" and thing is not None and leftmost(thing).i == verb.i + 1


def is_vague(speaker: Token) -> bool:
    """Whether nobody in particular is meant: "one says", but not "one of the villagers says"."""
    return speaker.lower in VAGUE and not any(c.dep == "prep" and c.lower == "of" for c in speaker.children)


def read_verb(reading: Reading, verb: Token, cues: list[Cue]) -> bool:
    """Add the statement of a verb, by the first of its entries that fits; return whether one did."""
    passive = is_passive(verb) or _is_told(verb) or _opens_passive(verb)
    speakers = _own_speakers(reading, verb, passive=passive)
    closes = not speakers and _closes_quotation(reading, verb)
    if closes:
        speakers = inverted_subject(verb)  # ""We are hungry," read a banner": no order to the reader
    if (speakers and is_vague(speakers[0])) or _is_reported_by_as(verb) or (_is_unsaid(verb) and not closes):
        return False
    around = reading.inside.get(verb.i)
    if (around is not None and not is_named(reading, speakers)) or is_relay(reading, verb) or (verb.lemma == "report" and _is_own_reporter(reading, verb, speakers)):
        return False
    if around is not None and verb.tag in ("VBZ", "VBP", "VB") and any(c.lower in ("a", "an", "any", "every") and c.dep == "det" for c in speakers[0].children):
        return False  # "if a candidate says it is a hoax, ...": nobody in particular
    if verb.dep == "relcl" and verb.tag in ("VBZ", "VBP") and verb.head.lower in _WHOEVER:
        return False  # "people who complain are never happy"
    if verb.sent.tokens[-1].text == ":" and any(c.dep == "dobj" and c.lower in ("following", "this") for c in verb.children):
        _wait_for_colon(reading, verb, cues, speakers)
        return False  # "The command announces the following:"
    silenced, particle = _is_silenced(verb), verb.child("prt")
    for cue in cues:
        if silenced and cue.stance in _SILENCED:
            continue
        if around is not None and cue.stance in _OF_THE_MIND:
            continue
        if verb.tag == "VBG" and cue.stance == "believes" and not speakers:
            continue  # "assuming that" opens a condition
        words = match_words(verb, cue)
        if words is None or (particle is not None and particle not in words and "that" not in cue.slots):
            continue  # "ordered them out" is no order said
        if (not passive and not _may_speak(reading, speakers, cue)):
            continue
        hit = quoted(reading, verb, cue, words, speakers) or inserted(reading, verb, cue, words, speakers)
        hit = hit or _governed(reading, verb, cue, words, speakers, passive=passive)
        if hit is None or (verb.tag == "VBG" and verb.lemma == "make" and verb.dep != "ROOT" and (not speakers or is_document(speakers[0], reading.cues) or speakers[0].i not in reading.analysis.mention_at)):
            continue  # "the report found ..., making it clear that": a conclusion, no voice
        if _is_told_before(reading, verb, hit):
            return False
        reading.hits.append(hit)
        return True
    _wait_for_colon(reading, verb, cues, speakers)
    return False


def _is_told_before(reading: Reading, verb: Token, hit: Hit) -> bool:
    """Whether a cue before already reports all that a pronoun says again: Okoro said he left "because of the noise," [he said]."""
    own, (start, end) = verb.child("nsubj"), hit.content
    if own is None or own.pos != "PRON" or end > verb.start:
        return False
    meant = reading.analysis.mention_at.get(own.i)
    for told in reading.hits:
        if told.tokens and told.tokens[0].sent is verb.sent and told.tokens[0].i < verb.i and start < told.content[0] and told.content[1] >= end - 1 and told.speakers:
            before = reading.analysis.mention_at.get(told.speakers[0].i)
            return meant is not None and before is not None and (meant.entities == before.entities != [] or (not meant.entities and own.lower in ("he", "she")))
    return False


def _own_speakers(reading: Reading, verb: Token, *, passive: bool) -> list[Token]:
    """Return who speaks: who took the occasion to, the name right before a participle ("a film of Okoro saying"), or the subject."""
    first = verb.head if verb.dep == "conj" and verb.head.tag == "VB" else verb
    if verb.tag == "VB" and _takes_opening(first, first.head):
        return find_speakers(first.head if first.head.pos == "VERB" else first.head.head, passive=False)
    if (answer := _answer_given(verb)) is not None:
        return noun_speakers(reading, answer)
    if verb.lemma in _HEARING and not passive and (told := [t for t in prep_objects(verb, "from") if is_source(reading.analysis, t, reading.cues)]):
        return told  # "learned from villagers that": they said so
    before = reading.analysis.tokens[verb.i - 1] if verb.i else verb
    if verb.tag == "VBG" and before.pos == "PROPN" and before.sent is verb.sent and before.dep in ("pobj", "dobj", "nsubj") and verb.child("nsubj") is None and not is_time(before) and not _is_where(before, verb):
        return [before]
    found = [t for t in find_speakers(verb, passive=passive) if t.text[-1].isalnum() or t.text[0].isalnum()]  # no dash speaks
    if verb.tag == "VBG" and verb.dep == "acl" and found == [verb.head]:
        above = verb.head.head.head if verb.head.dep == "pobj" else verb.head.head
        if not is_source(reading.analysis, verb.head, reading.cues) and above.pos == "VERB":
            return find_speakers(above, passive=False)  # "held a rally demanding", "said at a briefing announcing": those who held it, who spoke
        if verb.head.dep == "pobj" and verb.head.head.lower == "to" and (sender := _sender(reading, above)) is not None:
            return find_speakers(sender, passive=is_passive(sender))
    if verb.dep == "relcl" and found == [verb.head] and is_document(verb.head, reading.cues) and verb.head.dep == "pobj" and verb.head.head.lower == "in" and (speakers := find_speakers(verb.head.head.head, passive=False)):
        return speakers  # "condemned the raid in a speech that also praised the union"
    if verb.tag == "VBG" and verb.dep == "acl" and found == [verb.head] and is_document(verb.head, reading.cues) and (issuers := noun_speakers(reading, verb.head)):
        return issuers  # "issued a statement calling for calm", "a letter from the union demanding"
    if not found and not passive and verb.tag in ("VBD", "VBZ", "VBP"):
        while before.pos == "ADV" and before.i > verb.sent.tokens[0].i:
            before = reading.analysis.tokens[before.i - 1]
        if before.pos in ("PROPN", "PRON") and before.sent is verb.sent and before.dep != "poss" and reading.inside.get(before.i) is reading.inside.get(verb.i):
            return [before]  # a subject the parser hung elsewhere
    return found


def _is_where(name: Token, verb: Token) -> bool:
    """Whether the name before a participle is where those who speak are: "marched through Gao demanding that"."""
    if name.dep != "pobj" or verb.dep != "advcl" or name.head.lower in ("with", "by"):
        return False
    return name.head.lower != "of" or name.head.head.dep == "pobj"


def _sender(reading: Reading, above: Token) -> Token | None:
    """Return the verb by which a letter goes to somebody: "[sent] a letter to ministers demanding higher pay": not the ministers demand."""
    letter = above if above.pos == "NOUN" else above.child("dobj", "nsubjpass")
    if letter is None or not is_document(letter, reading.cues):
        return None
    verb = letter.head if letter is above else above
    return verb if verb.pos == "VERB" else None


def is_named(reading: Reading, speakers: list[Token]) -> bool:
    """Whether a speaker within a quotation is somebody in particular: only then is it more than the quoted speaker's own words."""
    if not speakers:
        return False
    mention = reading.analysis.mention_at.get(speakers[0].i)
    if speakers[0].pos == "PROPN":
        return True
    return speakers[0].pos == "NOUN" and speakers[0].tag == "NN" and (mention is not None or any(c.lower == "the" for c in speakers[0].children))


def is_relay(reading: Reading, verb: Token) -> bool:
    """Whether a participle names the source behind a speaker: "said, citing officials, that ..."; but not "resigned, citing poor health"."""
    origin = verb.child("dobj") if verb.tag == "VBG" and verb.lemma in RELAYING and (verb.dep in ("advcl", "xcomp") or (verb.dep == "acl" and is_verb(verb.head))) else None
    if origin is None or not any("quote" in c.slots for c in reading.cues.verbs.get(verb.head.lemma, ())):
        return False
    return origin.pos == "PROPN" or origin.i in reading.analysis.mention_at or is_document(origin, reading.cues)


def _opens_passive(verb: Token) -> bool:
    """Whether a participle opens its sentence or an aside: "[Warned] that the bridge was mined, the drivers turned back", "the mayor, when [asked] about it, left"."""
    if verb.lemma not in ADDRESSING or verb.tag not in ("VBD", "VBN") or verb.child("nsubj") is not None:
        return False
    before = _words_before(verb, 1)
    if not before:
        return verb.dep == "advcl" and verb.head.i > verb.i
    return verb.dep in ("advcl", "relcl", "acl") and (before[0].text == "," or before[0].lower in ("when", "if", "once"))


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
_SAID_TO = word_list("reporting.said_to")
_MADE_TO = word_list("reporting.made_to")
_CAME_TO = word_list("coming_to_say")
_OPENINGS = word_list("reporting.openings")
_BROUGHT = frozenset(["hear", "see", "watch", "make", "help"])  # "heard him say", "made him admit": he did
POSSIBLE = frozenset(["may", "might", "could", "should", "must", "can", "ought"])
_UNRESTRAINED = word_list("reporting.unrestrained")
_ANSWERS = word_list("reporting.answers")
_HEARING = word_list("reporting.hearing")


def _is_unsaid(verb: Token) -> bool:
    """Whether a cue is only what may or should be said: "urged him to admit", "voters want to know", "the panel could rule that"."""
    if any(c.dep == "aux" and c.lower in POSSIBLE for c in verb.children) and not any(c.lower == "have" for c in verb.children if c.dep == "aux"):
        return True
    for _ in range(8):  # "to accuse him and demand that": the first of the infinitives decides
        if verb.dep != "conj" or verb.tag != "VB" or verb.head.tag != "VB" or verb.child("nsubj", "aux") is not None:
            break
        verb = verb.head
    if verb.tag == "VB" and verb.dep == "ROOT" and verb.child("nsubj", "nsubjpass", "csubj", "aux", "auxpass") is None:
        return verb.sent.block.kind != "headline"  # "Tell us why": an order to the reader
    if verb.tag == "VBG" and verb.head.lemma in ("without", "worth", "instead"):
        return True
    if verb.tag == "VBG" and any(t.lower in ("than", "of") for t in _words_before(verb, 2)[-1:]) and any(t.lower in ("rather", "instead") for t in _words_before(verb, 2)):
        return True  # "rather than talking about the war"
    if verb.tag == "VB" and verb.dep == "ccomp" and verb.child("aux") is None and verb.child("nsubj") is not None and verb.head.lemma not in _BROUGHT:
        return True  # "demanded that he pledge", "let them know"
    if not any(c.tag == "TO" and c.i < verb.i and c.dep == "aux" for c in verb.children):
        return False
    above = verb.head
    if _answer_given(verb) is not None:
        return False
    if verb.dep in ("xcomp", "advcl", "ccomp") and (above.lemma in _SAID_TO or above.lemma in _MADE_TO or above.lemma in _CAME_TO or _fills_streets(above)):
        return False
    return not _takes_opening(verb, above)


def _answer_given(verb: Token) -> Token | None:
    """Return the noun of an answer that consisted in speaking: "her [response] was to blame the banks"."""
    being = verb.head
    answer = being.child("nsubj") if verb.dep in ("xcomp", "advcl", "attr") and being.lemma == "be" and verb.tag == "VB" and being.tag in ("VBD", "VBZ") else None
    return answer if answer is not None and answer.lemma in _ANSWERS else None


def _words_before(verb: Token, count: int) -> list[Token]:
    at = verb.i - verb.sent.tokens[0].i
    return verb.sent.tokens[max(0, at - count) : at]


def _fills_streets(verb: Token) -> bool:
    """Whether people show themselves: "took to the streets to demand"."""
    return verb.lemma == "take" and any(g.lemma in ("street", "square") for c in verb.children if c.dep == "prep" and c.lower == "to" for g in c.children)


def _takes_opening(verb: Token, above: Token) -> bool:
    """Whether somebody used an occasion to speak: "used the visit to condemn", "took to the radio to deny"."""
    if verb.dep == "acl" and above.lemma in _OPENINGS:
        above = above.head
    elif not (above.lemma == "take" and above.child("dobj") is None and any(c.lower == "to" for c in above.children)) and (above.child("dobj") or above).lemma not in _OPENINGS:
        return False
    return above.lemma in ("take", "use", "seize", "grab", "miss") and (is_negated(above) if above.lemma == "miss" else not is_negated(above))


def _is_silenced(verb: Token) -> bool:
    if is_negated(verb) or (verb.dep == "conj" and is_negated(verb.head) and verb.child("nsubj") is None and not (verb.tag == "VBD" and verb.head.tag == "VB") and not any(c.lower == "but" and c.dep == "cc" and c.i < verb.i for c in verb.head.children)):
        return True
    while verb.dep == "conj" and verb.tag == "VB" == verb.head.tag and verb.child("nsubj", "aux") is None:
        verb = verb.head  # "declined to confirm the toll or [say] who was hit"
    above = verb.head
    if verb.dep not in ("xcomp", "ccomp") or above.i > verb.i:
        return False
    return is_negated(above) != (above.lemma in _UNRESTRAINED or above.lemma in ("decline", "refuse", "avoid"))


def _is_own_reporter(reading: Reading, verb: Token, speakers: list[Token]) -> bool:
    """Whether a reporter only tells the story that an article is: "As [correspondent Ann Roe] reports from Lima, ..."."""
    mention = reading.analysis.mention_at.get(speakers[0].i) if speakers else None
    if mention is None or not mention.person or mention.kind != "name" or mention.sector not in (None, "JRN", "MED", "CVL"):
        return False
    where = any(c.dep == "prep" and c.lower == "from" and c.i == verb.i + 1 for c in verb.children)
    return verb.tag in ("VBZ", "VBP") and (where or any(c.lower in _REPORTERS for c in speakers[0].children))


def _may_speak(reading: Reading, speakers: list[Token], cue: Cue) -> bool:
    if not speakers:
        return not cue.needs
    head = speakers[0]
    if head.lower == "it" and head.dep == "expl":
        return False
    if cue.needs == "document":
        return is_document(head, reading.cues)
    if cue.needs == "actor":
        judges = cue.stance in _JUDGING and bool({"quote", "obj+for"} & set(cue.slots))
        return is_source(reading.analysis, head, reading.cues) and (judges or head.pos != "NOUN" or not is_document(head, reading.cues) or head.i in reading.analysis.mention_at)
    return not cue.needs or is_source(reading.analysis, head, reading.cues)


def _governed(reading: Reading, verb: Token, cue: Cue, words: list[Token], speakers: list[Token], *, passive: bool) -> Hit | None:
    """Return the statement whose content the verb governs."""
    found = complement(verb, cue, words, passive=passive) or _named(reading, verb, cue) or _following(verb, cue) or _after_aside(reading, verb, cue) or _broken_clause(reading, verb, cue)
    if found is None:
        return None
    slot, tokens = found
    if slot == "that" and len(words) > 1 and tokens[0] <= (behind := max(w.i for w in words)) < tokens[1]:
        tokens = behind + 1, tokens[1]  # "made it clear he would not resign"
    noun = verb.child("dobj")
    if slot == "obj" and noun in words and (inner := complement(noun, cue, [noun], passive=False)) is not None:
        slot, tokens = inner  # "expressed concern that": not the concern, what it is about
    if slot == "that" and noun is not None and noun not in words and verb.i < noun.i < tokens[0] <= rightmost(noun).i and noun.lemma in reading.cues.nouns and noun_speakers(reading, noun) not in ([], speakers):
        slot, tokens = "obj", reach(noun)  # "rejected claims by the army that ...": what is rejected are the claims
    if passive and not speakers and cue.stance == "retracts" and (claim := verb.child("nsubjpass")) is not None:
        speakers = noun_speakers(reading, claim)  # "the army's claim was withdrawn"
    if _lacks_speaker(verb, cue, slot, speakers, passive=passive) or _does_no_saying(reading, verb, slot) or _is_no_such_saying(reading, verb, cue, slot, tokens):
        return None
    lost = verb.child("dobj") if slot == "that" and verb.lemma not in ADDRESSING else None
    if lost is not None and verb.i < lost.i < tokens[0] and reading.analysis.tokens[tokens[0] - 1].lower != "that":
        tokens = leftmost(lost).i, tokens[1]  # "demanded Oslo sign": the parser took the clause's subject for an object
    tokens = full_extent(reading, verb, _inner_claim(reading, verb, slot, tokens), slot, passive=passive)
    if passive and speakers and slot in RAISED and (by := speakers[0].head).lower == "by" and verb.i + 1 < by.i <= tokens[1]:
        tokens = tokens[0], by.i - 1  # "was described as a thief [by his rivals]"
    return Hit(cue, words, speakers, widen(reading, verb, reading.tokens_span(tokens)), slot)


def _lacks_speaker(verb: Token, cue: Cue, slot: str, speakers: list[Token], *, passive: bool) -> bool:
    """Whether a cue without a speaker tells of nobody's words: "nothing is known about the crew"; but "was called a coward" is somebody's view."""
    if speakers:
        return False
    if not passive:
        return slot != "that"
    if slot.startswith("obj") and slot != "obj+to" and not (slot in RAISED and verb.child("auxpass") is not None and verb.lemma != "identify"):
        return True
    return (bool(cue.needs) or slot == "on" or verb.lemma == "ask") and slot in PREPOSITIONS


def _does_no_saying(reading: Reading, verb: Token, slot: str) -> bool:
    """Whether a verb of speech that takes an object does something else to this one: "welcomed the guests", "declared a curfew"."""
    if slot != "obj":
        return False
    noun = verb.child("dobj")
    objects = [m for t in logical_object(verb) if (m := reading.analysis.mention_at.get(t.i)) is not None]
    if verb.lemma in ("welcome", "contest") and objects:
        return True  # "contested the province"
    if verb.lemma in _TO_PEOPLE and any(m.rule != "place" for m in objects):
        return True  # "questioned the driver", "advise the Lebanese army": whom, not what
    if verb.lemma == "dismiss" and any(m.person for m in objects):
        return True  # "dismissed the prime minister"
    return noun is not None and (verb.lemma, noun.lemma.lower()) in _DONE_BY_WORDS  # "claimed forty lives"


def _is_no_such_saying(reading: Reading, verb: Token, cue: Cue, slot: str, tokens: Range) -> bool:
    """Whether a verb of speech has another sense with what it governs: "the courage shown by the nurses", "those who refused to pay"."""
    noun, words = verb.child("dobj"), reading.analysis.tokens
    if slot == "obj" and cue.stance == "admits" and noun is not None and noun.i in reading.analysis.mention_at:
        return True  # "admitted Ghana to its ranks"
    if slot == "with" and verb.lemma == "agree" and verb.dep == "relcl" and noun is not None and noun.lower in ("that", "which"):
        return True  # "the package that Ghana agreed with the bank": with whom, not what
    shown = verb.head if noun is None and verb.dep == "acl" else noun
    if verb.lemma == "show" and shown is not None and shown.lemma.lower() in _SHOWN:
        return True
    if slot in ("obj+pred", "obj+as") and verb.lemma in _CALLING and any(c.dep == "dobj" and c.lower.endswith(("self", "selves")) for c in verb.children):
        return True  # "a group calling itself the Red Front" only says its name
    if slot in ("that", "obj+pred") and verb.lemma == "find" and words[tokens[0]].lower == "it" and words[tokens[0] + 1].lower in _HARDSHIPS:
        return True  # "found it hard to supply the town"
    if slot == "to" and cue.stance == "rejects" and verb.dep == "relcl":
        return True  # what they did, not said
    return slot in ("to", "obj+to") and (_is_anonymity(verb) or (cue.stance == "rejects" and _is_silence(reading, verb)))


_DONE_BY_WORDS = {("declare", noun) for noun in word_list("reporting.declared")} | {("claim", noun) for noun in word_list("reporting.claimed")} | {("invoke", noun) for noun in word_list("reporting.invoked")}
_HARDSHIPS = word_list("reporting.hardships")
_TO_PEOPLE = word_list("reporting.to_people")
_SHOWN = word_list("reporting.shown")
_CALLING = word_list("reporting.calling")


def _following(verb: Token, cue: Cue) -> tuple[str, Range] | None:
    """Return the clause right after a cue that the parser hung under it: "While he admitted defeat was near, ..."."""
    clause = verb.head
    if "that" not in cue.slots or verb.dep not in ("advcl", "ccomp") or clause.i < verb.i or clause.sent is not verb.sent:
        return None
    subject = clause.child("nsubj", "nsubjpass", "expl")
    if subject is None or leftmost(subject).i != verb.i + 1:
        return None
    return "that", (verb.i + 1, rightmost(clause).i)


def _after_aside(reading: Reading, verb: Token, cue: Cue) -> tuple[str, Range] | None:
    """Return the "that" clause behind an aside between commas, which the parser lost: "insists, most recently on Sunday, that ..."."""
    tokens, last = reading.analysis.tokens, verb.sent.tokens[-1].i
    if not {"quote", "that"} <= set(cue.slots) or verb.i + 2 >= last or tokens[verb.i + 1].text != ",":
        return None
    comma = next((t.i for t in tokens[verb.i + 2 : min(verb.i + 20, last)] if t.text == ","), last)
    if comma + 2 >= last or tokens[comma + 1].lower != "that" or comma + 1 in reading.inside:
        return None
    return "that", (comma + 2, natural_end(reading, verb, comma + 2))


def _broken_clause(reading: Reading, verb: Token, cue: Cue) -> tuple[str, Range] | None:
    """Return what "say" governs where the parser broke it into an object and fragments: "said many of those who left had returned"."""
    child = verb.child("dobj")
    if verb.lemma != "say" or "that" not in cue.slots or child is None or leftmost(child).i != verb.i + 1:
        return None
    return "that", (verb.i + 1, rightmost(verb).i)


def _named(reading: Reading, verb: Token, cue: Cue) -> tuple[str, Range] | None:
    """Return what a naming verb quotes where the parser lost its complement: called the deal "a disaster", the law a step back."""
    if not ("obj+pred" in cue.slots or "obj+as" in cue.slots):
        return None
    for token in reading.analysis.tokens[verb.i + 1 : verb.i + 16]:
        run = reading.inside.get(token.i)
        if run is not None:
            if "obj+pred" not in cue.slots and all(t.lower != "as" for t in reading.analysis.tokens[token.i - 3 : token.i]):
                return None
            return ("obj+pred", (verb.i + 1, run.last.i)) if run is not reading.inside.get(verb.i) and run.last.sent is verb.sent and token.i > verb.i + 1 else None
        if token.tag == "``" and token.i > verb.i + 1 and "obj+pred" in cue.slots:
            closing = next((t for t in verb.sent.tokens[token.i + 1 - verb.sent.tokens[0].i :] if t.tag == "''"), None)
            return None if closing is None else ("obj+pred", (verb.i + 1, closing.i))  # single marks of a headline
        if token.lower in ("a", "an") and "obj+pred" in cue.slots and token.i > verb.i + 1 and reading.analysis.tokens[token.i - 1].pos in ("NOUN", "PROPN", "PRON") and not is_time(token):
            return "obj+pred", (verb.i + 1, rightmost(token.head).i)
        if token.pos in ("VERB", "AUX", "SCONJ") or token.sent is not verb.sent or token.lower in (",", ";", "that"):
            return None
    return None


def _is_silence(reading: Reading, verb: Token) -> bool:
    """Whether what is refused is to speak: "declined to comment"."""
    inner = verb.child("xcomp")
    cues = reading.cues.verbs.get(inner.lemma, ()) if inner is not None else ()
    return any("quote" in c.slots for c in cues) and all(c.stance in _SPEAKING for c in cues)


_SPEAKING = frozenset({"says", "confirms", "denies", "alleges", "predicts", "believes", "doubts"})  # what is left unsaid: "refused to say"; but "refused to apologise" is an answer


def _is_anonymity(verb: Token) -> bool:
    """Whether what is asked or refused is to be named: "did not want to be identified"."""
    inner = verb.child("xcomp")
    return inner is not None and inner.lemma in ("name", "identify", "quote") and inner.child("auxpass") is not None


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
