"""Quotations without a cue in their own sentence: whose those are that stand alone, or are told beside them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from reportedly.analysis import Sentence, Token
from reportedly.coding.grammar.syntax import DASHES, FINITE, conjuncts
from reportedly.coding.saying.hits import Hit, Reading
from reportedly.coding.saying.passages import FORMS
from reportedly.coding.saying.quotations import MARKS, Run
from reportedly.coding.saying.quoting import is_title
from reportedly.coding.saying.speakers import find_speakers, noun_speakers
from reportedly.lexicons.word_lists import word_list

_NEAR = 2  # sentences


def find_uncued(reading: Reading) -> None:
    """Give a quotation without a cue the verb beside it, or the speaker of the quotation before it."""
    outermost = sorted(reading.hits, key=lambda h: h.content[1] - h.content[0])
    owners = {id(r): h for h in outermost for r in reading.runs_in(h.content) if h.content[0] <= r.start and r.end <= h.content[1]}
    spoken = sorted((h for h in reading.hits if h.cue is not None and h.tokens and "quote" in h.cue.slots), key=lambda h: h.tokens[0].i)
    reporters = _reporters(reading, spoken)
    previous: Hit | None = None
    for run in reading.runs:
        owner = owners.get(id(run))
        if owner is not None:
            previous = owner
            continue
        if run.taken:
            continue
        outside = _outside(reading, run)
        if not outside:
            heads, rule = (_reporter_behind(reading, run) or _reporter_before(spoken, reporters, reading, run, previous) or _previous_speakers(reading, run, previous) or _doer_before(reading, run) or _issuers_above(reading, run), "quotation that stands alone")
            if not heads and (len(run.tokens) < 3 or run.first.sent.block.kind != "paragraph"):
                continue
            hit = Hit(None, [], heads, (run.start, run.end), rule, direct=True)
        elif (name := _signature(run, outside)) is not None:
            hit = Hit(None, [], [name], (run.start, run.end), "name after a quotation", direct=True)
        elif (head := _label_before(reading, run, outside)) is not None:
            hit = Hit(None, [], [head], (run.start, run.end), "speaker before a colon", direct=True)
        elif (head := _told_after_colon(reading, run)) is not None:
            hit = Hit(None, [], [head], (run.start, run.end), "quotation before a colon in a headline", direct=True)
        elif (noun := _word_before_colon(reading, run, outside)) is not None:
            speakers = (noun_speakers(reading, noun) if noun.pos == "NOUN" else []) or (find_speakers(noun.head, passive=False) if noun.dep in ("dobj", "acomp") else [])
            hit = Hit(None, [noun], speakers, (run.start, run.end), "word before a colon", direct=True)
        elif is_title(run):
            continue
        elif (verb := _verb_beside(reading, run, outside)) is not None:
            hit = Hit(None, [verb], _subject(verb), (run.start, run.end), "verb beside a quotation", direct=True)
        else:
            continue
        reading.hits.append(hit)
        previous = hit


def find_unmarked(reading: Reading) -> None:
    """Find what somebody says in the first person where the quotation marks were lost: "I was hauled in." after "Vega says she was beaten."."""
    analysis = reading.analysis
    if _is_issued(reading):
        return  # a minister's own words
    found = [s for s in analysis.sentences if s.block.kind == "paragraph" and _speaks_of_itself(reading, s)]
    if len(found) > max(2, len(analysis.sentences) // 10):
        return  # a column or a diary
    spoken = sorted((h for h in reading.hits if h.speakers), key=lambda h: h.speakers[0].i)
    last: Sentence | None = None  # the last one found: the speaker goes on
    for sentence in found:
        first = sentence.tokens[0]
        before = [h for h in spoken if h.speakers[0].i < first.i and (m := analysis.mention_at.get(h.speakers[0].i)) is not None and m.entity is not None and m.entity.person]
        if before and any(_follows(sentence, told) for told in (last, before[-1].speakers[0].sent) if told is not None):
            reading.hits.append(Hit(None, [], before[-1].speakers, (first.start, sentence.tokens[-1].end), "first person outside quotation marks", direct=True))
            last = sentence


def _is_issued(reading: Reading) -> bool:
    """Whether a text is the words of whoever issued it, by its outlet or its headline: "Deputy Prime Minister's statement"."""
    outlet = set((reading.analysis.article.outlet or "").lower().split())
    above = {t.lower for b in reading.analysis.blocks[:2] if b.kind == "headline" for s in b.sentences for t in s.tokens}
    return bool(outlet & _ISSUING or above & FORMS)


_ISSUING = word_list("attribution.issuing")


def _follows(sentence: Sentence, told: Sentence) -> bool:
    """Whether a sentence stands near the one that told of its speaker: in its paragraph, or hardly a sentence between them."""
    if told.block is sentence.block:
        return True
    return sentence.i - told.i <= _NEAR


def _speaks_of_itself(reading: Reading, sentence: Sentence) -> bool:
    subject = next((t for t in sentence.tokens if t.text == "I" and t.tag == "PRP" and t.dep in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    return not reading.runs_in(subject.span) and not any(h.content[0] <= subject.start < h.content[1] for h in reading.hits)


def _told_after_colon(reading: Reading, run: Run) -> Token | None:
    """Return whose words open a headline: "'We lost everything': [villagers] tell of raid"."""
    block, tokens = run.first.sent.block, reading.analysis.tokens
    after = next((t for t in tokens[run.last.i + 1 : run.last.i + 4] if t.text not in MARKS), None)
    if block.kind != "headline" or after is None or after.text != ":" or run.start > block.start + 1:
        return None
    subject = next((t for t in block.sentences[-1].tokens if t.i > after.i and t.dep == "nsubj"), None)
    mention = reading.analysis.mention_at.get(subject.i) if subject is not None else None
    return subject if mention is not None and mention.rule != "place" else None


def _word_before_colon(reading: Reading, run: Run, outside: list[Token]) -> Token | None:
    """Return the word of speech of a sentence that ends in a quotation behind a colon: "their [message] was short: "Go home."", "the minister was [blunt]: ..."."""
    colon = next((t for t in reversed(reading.analysis.tokens[max(0, run.first.i - 3) : run.first.i]) if t.text not in MARKS), None)
    if colon is None or colon.text != ":" or any(t.i > run.first.i for t in outside):
        return None
    known = (t for t in reversed(outside) if t.sent is colon.sent and ((t.pos == "NOUN" and (t.lemma in reading.cues.nouns or t.lemma in _WORDED)) or (t.dep == "acomp" and (t.lower in reading.cues.adjectives or t.lower in _WORDED))))
    return next((t for t in known if t.dep in ("dobj", "acomp") or noun_speakers(reading, t)), None)


_WORDED = word_list("attribution.worded")


def _signature(run: Run, outside: list[Token]) -> Token | None:
    """Return the name that signs a quotation: "..." - Jane Doe, Springfield."""
    outside = [t for t in outside if t.text not in DASHES]
    if any(t.i < run.first.i or t.pos in ("VERB", "AUX") for t in outside) or len(outside) > 9:
        return None
    head = next((t for t in outside if t.pos == "PROPN"), None)
    while head is not None and head.dep == "compound" and head.head in outside:
        head = head.head
    return head


def _label_before(reading: Reading, run: Run, outside: list[Token]) -> Token | None:
    """Return who is named before a colon that a quotation follows: General [Ruiz]: "We shelled the camp." """
    colon = next((t for t in reversed(reading.analysis.tokens[max(0, run.first.i - 3) : run.first.i]) if t.text not in MARKS), None)
    if colon is None or colon.text != ":" or len(outside) > 9 or any(t.i > run.first.i or t.pos in ("VERB", "AUX") for t in outside):
        return None
    mention = next((m for t in outside if (m := reading.analysis.mention_at.get(t.i)) is not None and m.rule != "place"), None)
    return mention.head if mention is not None and (mention.person or mention.kind == "name") else None


def _outside(reading: Reading, run: Run) -> list[Token]:
    """Return the words of the run's sentences that stand outside of quotation marks."""
    return [t for s in run.sentences() for t in s.tokens if t.i not in reading.inside and t.pos != "PUNCT" and t.text not in MARKS]


def _previous_speakers(reading: Reading, run: Run, previous: Hit | None) -> list[Token]:
    """Return the speaker a quotation inherits: of the statement before it in its paragraph or the one before."""
    if previous is None or previous.content[1] > run.start:
        return []
    here = run.first.sent.block
    end = max((t for t in (*previous.tokens[:1], reading.analysis.token_at(previous.content[1] - 1)) if t is not None), key=lambda t: t.i, default=None)
    opening = here.sentences[0].i
    before = reading.analysis.sentences[opening - 1].block if opening else here
    return previous.speakers if end is not None and end.sent.block in (here, before) else []


def _issuers_above(reading: Reading, run: Run) -> list[Token]:
    """Return whose statement a headline announces, where a text opens with a quotation: "Joint statement by [the envoy] and [the minister] on ..."."""
    blocks = list(takewhile(lambda b: b is not run.first.sent.block, reading.analysis.blocks))
    told = [b for b in blocks if b.kind in ("paragraph", "list") and any(t.tag in FINITE for s in b.sentences for t in s.tokens)]
    if told:
        return []
    for token in (t for b in reversed(blocks) for s in b.sentences for t in s.tokens if t.lower in FORMS):
        for prep in token.children:
            if prep.lower in ("by", "from", "of") and prep.dep in ("prep", "agent") and (who := prep.child("pobj")) is not None:
                return [t for t in conjuncts(who) if t.i in reading.analysis.mention_at]
        if own := [c for c in token.children if c.dep in ("poss", "compound") and c.i in reading.analysis.mention_at]:
            return own[-1:]
    return []


def _doer_before(reading: Reading, run: Run) -> list[Token]:
    """Return the person or crowd that the sentence right before a quotation in its paragraph is about: Okello shrugged. "It is over." """
    sentence, sentences = run.first.sent, reading.analysis.sentences
    before = sentences[sentence.i - 1] if sentence.i else None
    if before is None or before.root.pos != "VERB" or any(t.i in reading.inside for t in before.tokens):
        return []
    found = _subject(before.root)
    mention = reading.analysis.mention_at.get(found[0].i) if found else None
    if before.block is not sentence.block:  # Okello described the raid as a crime. / "They shot two boys." /
        speaks = before.block.kind == "paragraph" and before.root.child("auxpass") is None and (before.root.lemma in _SPEAKING or before.root.child("dobj") is not None)
        return found if speaks and mention is not None and mention.rule != "place" else []
    named = bool(found) and found[0].pos == "PROPN" and (mention is None or mention.person is None) and (found[0].ent is None or found[0].ent.label == "PERSON")
    people = mention is not None and (bool(mention.person) or mention.people)
    return found if found and (people or named or found[0].lower in ("he", "she", "they")) else []


_SPEAKING = word_list("attribution.speaking")


def _reporter_behind(reading: Reading, run: Run) -> list[Token]:
    """Return who is said to have spoken in the sentence right behind a quotation that ends in a full stop: "They burned it." Okoro said. """
    sentences, here = reading.analysis.sentences, run.last.sent
    behind = sentences[here.i + 1] if here.i + 1 < len(sentences) else None
    if behind is None or behind.block is not here.block or len(behind.tokens) > _SHORT or any(t.i in reading.inside for t in behind.tokens):
        return []
    verb = behind.root
    if not any("quote" in c.slots for c in reading.cues.verbs.get(verb.lemma, ())) or verb.child("ccomp", "xcomp", "dobj") not in (None, verb.child("dobj") if verb.lemma == "tell" else None):
        return []
    return [] if any(h.tokens and h.tokens[0] is verb for h in reading.hits) else find_speakers(verb, passive=False)


_SHORT = 25  # tokens


def _reporters(reading: Reading, spoken: list[Hit]) -> dict[int, list[Token]]:
    """Return for the first word of a cue who reports what it tells of in the same sentence: "According to [Okoro], the rebels [threatened] to ..."."""
    told: dict[int, list[Hit]] = {}
    for hit in reading.hits:
        if hit.tokens and hit.speakers:
            told.setdefault(hit.tokens[0].sent.i, []).append(hit)
    found: dict[int, list[Token]] = {}
    for hit in spoken:
        cue = hit.tokens[0]
        around = [h for h in told.get(cue.sent.i, ()) if h is not hit and h.content[0] <= cue.start < h.content[1]]
        if around:
            found[cue.i] = max(around, key=lambda h: h.content[1] - h.content[0]).speakers
    return found


def _reporter_before(spoken: list[Hit], reporters: dict[int, list[Token]], reading: Reading, run: Run, previous: Hit | None) -> list[Token]:
    """Return who reported the sentence right before a quotation: The dam may break, Okoro said. "It is old." """
    at = bisect_left(spoken, run.first.i, key=lambda h: h.tokens[0].i)
    if not at or run.first.i == 0:
        return []
    hit = spoken[at - 1]
    sentence = hit.tokens[0].sent
    if previous is not None and previous.tokens and previous.tokens[0].sent is sentence:
        return []  # the one quoted there goes on
    if sentence.i + 1 != run.first.sent.i or hit.tokens[0].i in reading.inside:
        return []
    if sentence.block is run.first.sent.block:
        return reporters.get(hit.tokens[0].i, hit.speakers)
    if run.first.sent.block.kind != sentence.block.kind or (previous is not None and previous.content[1] > sentence.span[0]):
        return []  # a quotation after it goes on
    told = [h for h in spoken[:at] if h.tokens[0].sent is sentence and h.tokens[0].dep == "ROOT"]
    return told[0].speakers if told else []  # a paragraph that only quotes: who was reported in the one before


def _verb_beside(reading: Reading, run: Run, outside: list[Token]) -> Token | None:
    """Return a verb that no lexicon knows but that stands like a cue: "...," he shrugged."""
    text = reading.analysis.text
    after = [t for t in outside if t.i > run.last.i]
    if text[run.end - 1] not in ",?!\u2014" or not after or len(after) > 25:
        return None
    finite = [t for t in after[:12] if t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP")]
    return next((t for t in finite if t.child("nsubj") is not None and t.dep in ("ROOT", "ccomp", "parataxis", "conj")), None)


def _subject(verb: Token) -> list[Token]:
    child = verb.child("nsubj")
    return conjuncts(child) if child is not None else []
