"""Whole passages that somebody speaks: the turns of a transcript, headlines that name a speaker, block quotations, texts introduced by a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

from reportedly.analysis import Block, Sentence, Token
from reportedly.coding.grammar.syntax import DASHES, FIRST_PERSON, conjuncts, token_before
from reportedly.coding.repairs.signed import signature
from reportedly.coding.saying.hits import Hit, Reading
from reportedly.coding.saying.quotations import MARKS, Run
from reportedly.coding.saying.speakers import find_speakers
from reportedly.lexicons.word_lists import word_list
from reportedly.turns import HEADINGS, is_addressed, is_transcript, label_at

_LABEL = re.compile(r"[\s\"'\u201c\u2018]*([A-Z][A-Z'.-]+(?: [A-Z][A-Z'.-]+){0,3}):\s")  # a transcript: "SMITH: ..."
_BRACKETS = re.compile(r"\s*\(\(([^()\n]{2,40})\)\):?\s*")  # of a broadcast: "((Smith)) ..."
_ASKED, _ANSWERED = re.compile(r"Q\s?[:.]\s+(?=\S)"), re.compile(r"A\s?[:.]\s+(?=\S)")
_QUESTIONS = 2  # so many make an interview
_LABEL_WORDS = 7
SPEAKER_LABEL = "speaker label of a transcript"
_TURN, _LONG_TURN = 6, 100  # paragraphs of one speaker's at most; where labels come back again and again
FORMS = word_list("passages.forms")
_GENRES = word_list("passages.genres")
_SPOKEN = frozenset({"paragraph", "list"})
_STOPS = frozenset({".", "!", "?", ";", ":", "\u2026"})
_LABELLED = "speaker before a colon in a headline"
_AFTERWORDS = tuple(word_list("passages.afterwords"))


class _Label(NamedTuple):
    """Who a paragraph says is speaking: the number of its block, the span of the words for him, where what he says begins, whether the line alone is enough to tell."""

    block: int
    start: int
    end: int
    said: int
    sure: bool


def find_labels(reading: Reading) -> None:
    """Find "SMITH: ..." paragraphs of a transcript and headlines of the shape "Minister: talks will go on"."""
    blocks, text = reading.analysis.blocks, reading.analysis.text
    labels: list[_Label] = []
    named: list[_Label] = []
    for n, block in enumerate(blocks):
        if not block.sentences:
            continue
        if block.kind == "label" and ":" not in text[block.start : block.end]:
            labels.append(_Label(n, block.start, block.end, block.end, sure=True))  # of the record of a parliament
            continue
        if (match := (_LABEL.match(text, block.start) if block.kind != "headline" else None) or _BRACKETS.match(text, block.start)) is not None:
            if match[1].lower() not in HEADINGS:
                labels.append(_label_of(n, match, text))
            continue
        if block.kind != "headline" and (match := label_at(text, block.start, block.end)) is not None:
            named.append(_label_of(n, match, text))
        if block.kind == "headline" or (n == 0 and len(block.sentences) == 1 and (len(blocks) > 1 or block.sentences[0].tokens[-1].text not in _STOPS)):
            _read_headline(reading, block)
            _read_signature(reading, block)
    if any(label.sure for label in labels):  # of the record of a parliament, where others speak by their names alone
        named = [label._replace(sure=True) for label in named if " " in text[label.start : label.end]]
    if is_transcript([text[label.start : label.end] for label in named]) or any(label.sure for label in named):
        labels = sorted([*labels, *named])
    asked = [n for n, block in enumerate(blocks) if _ASKED.match(text, block.start)]
    if not labels:
        _read_interview(reading, asked)
    labels = [label for label in labels if not _is_where(reading, label)]
    sure = any(label.sure for label in labels)
    kinds = {text[label.start : label.end] for label in labels}
    if sure or len(kinds) > 1:  # one alone may be a dateline: "LAGOS: ..."
        labelled = {*(label.block for label in labels), *asked}
        turn = _LONG_TURN if sure or len(labels) > len(kinds) + 1 else _TURN
        for label in labels:
            _read_label(reading, label, labelled, turn)


def _is_where(reading: Reading, label: _Label) -> bool:
    """Whether a line only says where something happened: "PERU: Miners struck"; but "PERU: We support the draft"."""
    head = _head_of_label(reading, label)
    mention = reading.analysis.mention_at.get(head.i) if head is not None else None
    is_state = mention is not None and (mention.rule == "place" or (mention.entry is not None and "adjectives" in mention.entry.cells))
    return is_state and not any(t.lower in FIRST_PERSON for s in reading.analysis.blocks[label.block].sentences for t in s.tokens)


def _read_interview(reading: Reading, asked: list[int]) -> None:
    """Give what stands between the questions of an interview to whom the text names first above them: "Q: Will you go?" and under it "I will"."""
    if len(asked) < _QUESTIONS:
        return
    blocks, text = reading.analysis.blocks, reading.analysis.text
    above = blocks[asked[0]].start
    guest = next((m.head for m in reading.analysis.mentions if m.head.start < above and m.kind == "name" and m.person), None)
    for n, after in pairwise([*asked, len(blocks)]):
        told = list(takewhile(lambda b: b.kind in _SPOKEN, blocks[n + 1 : after]))
        if guest is not None and told:
            start = told[0].start + (match.end() - match.start() if (match := _ANSWERED.match(text, told[0].start)) else 0)
            _add(reading, [guest], (start, told[-1].end), "answer in an interview", [])


def _label_of(n: int, match: re.Match[str], text: str) -> _Label:
    return _Label(n, match.start(1), match.end(1), match.end(), sure=is_addressed(match[1], text, match.end()))


def _read_label(reading: Reading, label: _Label, labelled: set[int], turn: int) -> None:
    """Add the paragraph after a transcript label, and those after it that open with a quotation mark; the label itself may have been taken for a dateline."""
    blocks, text = reading.analysis.blocks, reading.analysis.text
    n = label.block
    quoted = text[blocks[n].start] in MARKS
    if label.said >= blocks[n].end and n + 1 < len(blocks):
        n += 1
        while blocks[n].kind == "caption" and n + 1 < len(blocks) and n + 1 not in labelled:
            n += 1  # "This question was answered on 3 May"
    later = min((m for m in labelled if m > n), default=0)
    closed = any(r.start <= label.said + 2 and not r.open and blocks[n].end - 3 <= r.end <= blocks[n].end for r in reading.runs_in((label.said, blocks[n].end)))
    if not closed and (later or len(labelled) > 2 or label.sure):
        goes_on = list(takewhile(lambda b: b.kind in _SPOKEN, blocks[n : later or len(blocks)]))  # all until the next label, or to the end
        n += len(goes_on) - 1 if 0 < len(goes_on) <= turn else 0
    while quoted and n + 1 < len(blocks) and n + 1 not in labelled and blocks[n + 1].kind == "paragraph" and text[blocks[n + 1].start] in MARKS:
        n += 1
    end = blocks[n].end
    head = _head_of_label(reading, label)
    if head is not None and label.said < end:
        _add(reading, [head], (label.said, end), SPEAKER_LABEL, [])


def _head_of_label(reading: Reading, label: _Label) -> Token | None:
    """Return who speaks by a label: the first that it names, "Ann Roe, Minister for Trade"; else its last word."""
    first, last = (reading.analysis.token_at(at) for at in (label.start, label.end - 1))
    if first is None or last is None:
        return last
    found = [m for i in range(first.i, last.i + 1) if (m := reading.analysis.mention_at.get(i)) is not None and m.rule != "place"]
    if reading.analysis.text.startswith("The ", label.start) and last.text == ")":
        found.reverse()  # "The Minister for Trade (Mr. Adam Roe)"
    return next((m.head for m in found if m.person is not False or m.head.i == last.i), last)


def _read_headline(reading: Reading, block: Block) -> None:
    tokens = block.sentences[0].tokens
    colon = next((k for k, t in enumerate(tokens) if t.text == ":"), None)
    if colon is None or not 1 <= colon <= _LABEL_WORDS or colon + 2 >= len(tokens) or any(t.pos in ("VERB", "AUX") for t in tokens[:colon]):
        return
    head = next((t for t in reversed(tokens[:colon]) if t.pos in ("PROPN", "NOUN")), None)
    while head is not None and head.head in tokens[:colon] and head.head is not head and head.dep in ("pobj", "prep", "compound", "appos"):
        head = head.head
    if head is not None and head.dep == "nsubj" and head.head.i > tokens[colon].i and sum(c.dep == "nsubj" for c in head.head.children) > 1:
        head.dep = "dep"  # the verb behind the colon has a subject of its own
    if head is None or not _names_speaker(reading, head) or head.lemma.lower() in FORMS | _GENRES or tokens[colon + 1].lower in FORMS:
        return  # "Press statement: ...", "Senator Roe: remarks to the council"
    _add(reading, [head], (tokens[colon + 1].start, block.end), _LABELLED, [])


def _read_signature(reading: Reading, block: Block) -> None:
    """Give what a headline tells the speaker that it names at its end: "Rebels shell Gao: army", "Talks to resume - UN"."""
    sentence = block.sentences[-1]
    tail = signature(sentence)
    head = next((t for t in tail if t.head.i < tail[0].i), None)
    if head is None or head.lemma.lower() in FORMS or any(h.rule == _LABELLED and block.start <= h.content[0] < block.end for h in reading.hits):
        return
    mark, last = token_before(tail[0]), token_before(tail[0], 2)
    if mark is None or last is None:
        return
    mention = reading.analysis.mention_at.get(head.i)
    if mark.text in DASHES and mention is not None and mention.sector == "JRN":
        return  # an outlet's own headline
    if _names_speaker(reading, head, signs=any(t.pos == "VERB" for t in sentence.tokens if t.i < tail[0].i)):  # "Press statement: Iraq" is about it
        _add(reading, [head], (block.start, last.end), "speaker at the end of a headline", [])


def _names_speaker(reading: Reading, head: Token, *, signs: bool = False) -> bool:
    """Whether a word names somebody who speaks; a state before a colon is what a headline is about, one at its end may sign it (``signs``)."""
    mention = reading.analysis.mention_at.get(head.i)
    if head.text.isupper() and (mention is None or mention.entry is None) and len(head.text) > 3:
        return False  # "BREAKING NEWS: ...", "PRESS RELEASE: ..."
    if head.lemma.lower() in reading.cues.documents:
        return True
    if mention is not None:
        topic = mention.rule == "place" or (mention.entry is None and head.ent is not None and head.ent.label in ("GPE", "LOC")) or (not signs and mention.entry is not None and "adjectives" in mention.entry.cells)  # "Mali: Soldiers seize power": a state before a colon is what it is about
        if head.lemma.lower() in _TOLD_OF and any(c.dep in ("compound", "amod", "nmod") for c in head.children) and not any(t.lower in FIRST_PERSON for t in head.sent.tokens):
            return False
        return bool(mention.person) or (mention.kind == "name" and not topic) or (mention.kind == "description" and mention.person is False and (signs or head.pos == "NOUN"))
    return head.ent is not None and head.ent.label in ("PERSON", "ORG")


_TOLD_OF = word_list("passages.told_of")


def _add(reading: Reading, speakers: list[Token], content: tuple[int, int], rule: str, cue: list[Token]) -> None:
    for run in reading.runs_in(content):
        run.taken = True
    reading.hits.append(Hit(None, cue, speakers, content, rule))


def find_blocks(reading: Reading) -> None:
    """Give a speech verb before a colon its content: the quotation or the unquoted paragraphs that follow."""
    sentences = reading.analysis.sentences
    _announce(reading)
    for number, hit in reading.pending.items():
        if number + 1 >= len(sentences):
            continue
        following = sentences[number + 1]
        run = next((r for r in reading.runs if r.first.sent is following and r.first.i <= following.tokens[0].i + 2), None)
        if run is not None:
            if not run.taken:
                run.taken, hit.content, hit.direct = True, (run.start, _end_of_open(reading, run, hit)), True
                reading.hits.append(hit)
            continue
        span = _block_span(reading, following, hit)
        if span is not None:
            hit.content, hit.direct, hit.rule = span, True, "block quotation"
            _drop_inner(reading, hit)
            reading.hits.append(hit)


def _end_of_open(reading: Reading, run: Run, hit: Hit) -> int:
    """Return where an announced quotation ends that its paragraph leaves open: it goes on over those behind it that open with no mark."""
    last = run.last.sent
    behind = reading.analysis.sentences[last.i + 1] if last.i + 1 < len(reading.analysis.sentences) else None
    if not run.open or behind is None or behind.block is last.block:
        return run.end
    span = _block_span(reading, behind, hit)
    return span[1] if span is not None else run.end


_CUT = re.compile(r"\s*/{2,}\s*(?!END\b|BEGIN\b|OPT\b|REST\b)([^/\n]{2,40}?)\s+(?:ACT|ACTUALITY|CUT|TAPE|BITE|CLIP)\b[^/\n]*/{2,}", re.I)  # of a radio script: "/// ROE ACT ///"
_CUT_BLOCKS = 4


def find_cuts(reading: Reading) -> None:
    """Give the recorded words of a radio script to whom the line before them names: "/// ROE ACT ///"."""
    analysis = reading.analysis
    text, blocks = analysis.text, analysis.blocks
    for n, block in enumerate(blocks[:-1]):
        match = _CUT.match(text, block.start) if text.startswith("//", block.start) else None
        if match is None or match.end() > block.end + 1:
            continue
        name = match[1].split()[-1].lower()
        speaker = next((m.head for m in reversed(analysis.mentions) if m.head.start < block.start and m.person and name in m.name.lower().split()), None)
        last = next((k - 1 for k in range(n + 2, min(len(blocks), n + 1 + _CUT_BLOCKS)) if text.startswith("//", blocks[k].start)), n + 1)
        if speaker is not None and blocks[last].sentences:
            _add(reading, [speaker], (blocks[n + 1].start, blocks[last].end), "words recorded for a broadcast", [])


def _announce(reading: Reading) -> None:
    """Note lines without a verb of saying whose colon announces somebody's words: "Statement by Ann Roe:", "According to the army:", "Ann Roe:"."""
    sentences = reading.analysis.sentences
    for sentence, after in pairwise(sentences):
        words = sentence.tokens
        if words[-1].text != ":" or sentence.i in reading.pending or (len(sentence.block.sentences) > 1 and words[-2].lower != "follows") or sentence.block.kind not in ("paragraph", "caption") or len(words) > _ANNOUNCED or after.block.kind not in _SPOKEN:
            continue
        if " ".join(t.lower for t in words[:-1]) in HEADINGS:
            continue  # "Begin text:"
        cue, speakers = _announced(reading, sentence)
        if cue is not None and speakers:
            reading.pending[sentence.i] = Hit(None, [cue], speakers, (0, 0), _LINE)
        elif (named := _named_alone(reading, sentence)) is not None and (after.tokens[0].text in MARKS or any(t.lower in FIRST_PERSON for t in after.tokens)):
            reading.pending[sentence.i] = Hit(None, [named], [named], (0, 0), "name before somebody's words")


def _announced(reading: Reading, sentence: Sentence) -> tuple[Token | None, list[Token]]:
    """Return the word by which a line announces words, and whose they are."""
    for token in sentence.tokens:
        if token.lower in FORMS | _QUOTES and token.tag in ("NN", "NNS", "NNP") and not (_comes_next(token) and _is_of_body(reading, token)):
            owners = [c for c in token.children if c.dep in ("poss", "compound") and c.i in reading.analysis.mention_at]
            if speakers := _issuers(token) or owners[-1:]:
                return token, speakers
        if token.lower == "according" and token.i == sentence.tokens[0].i:
            return token, [t for c in token.children if c.dep == "prep" for t in c.children if t.dep == "pobj"]
        if token.lower == "follows" and token.i >= sentence.tokens[-1].i - 1:
            text = token.head.child("nsubj")
            if text is not None and text.lower in FORMS and (repeated := _repeated(reading, sentence)):
                return token, repeated
            if token.head.pos == "VERB":
                return token, find_speakers(token.head, passive=False)
    return None, []


def _repeated(reading: Reading, sentence: Sentence) -> list[Token]:
    """Return whose text the sentence before one that announces it says it is: "I repeat a statement made by the minister. The statement is as follows:"."""
    if not sentence.i:
        return []
    before = reading.analysis.sentences[sentence.i - 1]
    return next((found for t in before.tokens if t.lower in FORMS and (found := _issuers(t)) and before.block is sentence.block), [])


def _named_alone(reading: Reading, sentence: Sentence) -> Token | None:
    """Return the person who is all that a line names, with his office: "Foreign Secretary Ann Roe:"."""
    if any(t.pos in ("VERB", "AUX") for t in sentence.tokens):
        return None
    people = [m for t in sentence.tokens if (m := reading.analysis.mention_at.get(t.i)) is not None and m.kind == "name" and m.person]
    return people[0].head if len(people) == 1 else None


_ANNOUNCED = 25  # tokens
_LINE = "line before somebody's words"
_QUOTES = word_list("passages.quotes")


def _block_span(reading: Reading, first: Sentence, hit: Hit) -> tuple[int, int] | None:
    """Return the extent of a block quotation: unquoted paragraphs until one that is plainly the article's own."""
    blocks = reading.analysis.blocks
    n = next((k for k, b in enumerate(blocks) if b is first.block), None)
    if n is None or first.block is hit.tokens[0].sent.block:
        return None
    start, end = first.span[0], 0
    listed = _mark(reading, first.block)
    own = any(t.lower in FIRST_PERSON for t in hit.speakers)
    text = reading.analysis.text
    gap = max(2, text.count("\n", hit.tokens[0].start, first.block.start))
    for block in blocks[n:]:
        if not block.sentences:
            continue
        if end and text.count("\n", end, block.start) > gap:
            break  # set apart by more than its paragraphs are
        if listed is not None and (mark := _mark(reading, block)) != listed and (own or mark is not None):
            break  # "We have agreed: (a) ... (b) ..." and then "5. Neither of us ..."
        if block.kind not in ("paragraph", "list") or _is_own_voice(reading, block, hit):
            break
        end = block.end
    return (start, end) if end else None


def _mark(reading: Reading, block: Block) -> str | None:
    """Return how an item of a list is marked: "(a)" and "(b)" alike, "5." and a dash otherwise; None for what is no item."""
    if block.kind != "list":
        return None
    text = reading.analysis.text
    return "".join("1" if c.isdigit() else "a" if c.isalpha() else c for c in text[text.rfind("\n", 0, block.start) + 1 : block.start].strip())


def _is_own_voice(reading: Reading, block: Block, hit: Hit) -> bool:
    """Whether a paragraph is the article's again: it quotes, ends in another colon, or reports its speaker in the third person."""
    start, end = block.start, block.end
    if _is_afterword(reading, block):
        return True
    if any(start <= r.start and len(r.tokens) > 5 for r in reading.runs_in((start, end))):
        return True
    if block.sentences[-1].i in reading.pending:
        return True
    words = {t.lower for t in block.sentences[0].tokens}
    if words & FIRST_PERSON:
        return False
    names = {t.lower for t in hit.speakers}
    if hit.rule != _LINE or not _comes_next(hit.tokens[0]):  # "The following statement was issued by the spokesman:" gives a text that tells of his president
        names |= {"he", "she"}
    told = [h for h in reading.hits if h.tokens and start <= h.tokens[0].start < end and h.tokens[0].sent is block.sentences[0]]
    return any(any(s.lower in names for s in h.speakers) or _is_of_outlet(reading, h) for h in told)


def _is_of_outlet(reading: Reading, hit: Hit) -> bool:
    """Whether a paragraph opens with an outlet that reports it: "According to Reuters, ..."; nobody quotes one in a statement."""
    opens = hit.tokens[0].i - hit.tokens[0].sent.tokens[0].i < 3
    return opens and any((m := reading.analysis.mention_at.get(t.i)) is not None and m.sector in ("JRN", "MED") for t in hit.speakers)


def _drop_inner(reading: Reading, block: Hit) -> None:
    """Drop what the speaker of a block quotation says in the first person: it is part of the quotation."""
    start, end = block.content
    reading.hits = [h for h in reading.hits if not (h.tokens and start <= h.tokens[0].start < end and (not h.speakers or h.speakers[0].pos == "PRON"))]


def find_introduced(reading: Reading) -> None:
    """Give the text that opens with "The following is attributable to the spokesman, Adam Roe:" its speaker; so, too, "issued the following statement:"."""
    blocks = reading.analysis.blocks
    for n, block in enumerate(blocks):
        for sentence in block.sentences[:1]:
            words = [t for s in block.sentences[:2] for t in s.tokens] if sentence.tokens[0].lower == "following" else sentence.tokens  # an initial of a name may part it
            colon = next((t for t in words[:_INTRODUCTION] if t.text.endswith(":") and t.i not in reading.inside), None)
            if colon is None:
                continue
            before = words[: colon.i - sentence.tokens[0].i]
            cue = next((t for t in before if t.lower in _GIVEN), None) or (next((t for t in before if t.lower in _TEXTS and _comes_next(t)), None) if n < _OPENING else None)
            if cue is None or _is_of_body(reading, cue):
                continue
            speakers = _issuers(cue)
            told = _told_from(reading, n)
            end = max((b.end for b in told if b.sentences and b.kind in _SPOKEN), default=block.end)
            if speakers and end - colon.end > 20 and not any(h.tokens and h.tokens[0].sent is sentence and h.tokens[0].i < colon.i and h.content[0] > colon.start for h in reading.hits):
                reading.hits.append(Hit(None, [cue], speakers, (colon.end, end), "text introduced by a colon", direct=True))
                return


def find_summed_up(reading: Reading) -> None:
    """Give a text that opens with "This is a summary of what was said by the spokesman, Adam Roe" its speaker."""
    blocks = reading.analysis.blocks
    for n, block in enumerate(blocks[:_OPENING]):
        opening = block.sentences[0].tokens if block.sentences else []
        text = next((t for t in opening if t.lower in _SUMMED and t.dep == "attr"), None)
        if text is None or not _comes_next(text):
            continue
        said = next((t for t in text.subtree() if t.lower == "said" and t.child("agent") is not None), None)
        rest = [b for b in _told_from(reading, n + 1) if b.sentences and b.kind in _SPOKEN]
        if said is not None and rest:
            speakers = [who for by in said.children if by.dep == "agent" for who in by.children if who.dep == "pobj"]
            reading.hits.append(Hit(None, [text], speakers, (rest[0].start, rest[-1].end), "text that opens with whose it is", direct=True))
        return


def _told_from(reading: Reading, n: int) -> Iterator[Block]:
    """Return the blocks from a number on, up to what stands below a text: "For more information", "Notes to editors"."""
    return takewhile(lambda b: not _is_afterword(reading, b), reading.analysis.blocks[n:])


def _is_afterword(reading: Reading, block: Block) -> bool:
    return reading.analysis.text[block.start : block.end].lower().startswith(_AFTERWORDS)


_INTRODUCTION = 80  # tokens
_SUMMED = frozenset({"summary", "transcript", "record", "text", "outline"})
_OPENING = 8  # blocks: a headline, a dateline, headings may come first
_GIVEN = frozenset({"attributable", "attributed"})
_TEXTS = word_list("passages.texts")


def _comes_next(text: Token) -> bool:
    """Whether a text is said to come next: "the [following] statement", "[Following] is a statement"."""
    return any(c.lower in ("following", "below", "this") for c in (*text.children, *(text.head.children if text.dep == "attr" else ())))


def _is_of_body(reading: Reading, text: Token) -> bool:
    """Whether a text is called after the body whose own it is, whoever gave it out: "the following [Fisheries Board] statement was issued by its chair"."""
    owners = [c for c in text.children if c.dep in ("compound", "nmod", "poss")]
    return any((m := reading.cover.get(c.i) or reading.analysis.mention_at.get(c.i)) is not None and m.kind == "name" and not m.person for c in owners)


def _issuers(cue: Token) -> list[Token]:
    """Return who stands behind a text: "attributable to X", "a statement (was issued) by X", "a statement delivered by X", "X issued the following statement"."""
    for prep in (*cue.children, *(cue.head.children if cue.dep == "nsubjpass" else ())):
        if prep.dep in ("prep", "agent") and (prep.lower in ("by", "from") or (prep.lower == "to" and cue.lower in _GIVEN)) and (who := prep.child("pobj")) is not None:
            return conjuncts(who)
        if prep.lower == "on" and (of := next((c for g in prep.children if g.lower == "behalf" for c in g.children if c.lower == "of"), None)) is not None and (who := of.child("pobj")) is not None:
            return conjuncts(who)
    given = next((t for t in cue.subtree() if t.tag == "VBN" and t.lemma in _MADE and (by := t.child("agent")) is not None and by.child("pobj") is not None), None)
    if given is not None:
        return [who for by in given.children if by.dep == "agent" and (who := by.child("pobj")) is not None]
    return find_speakers(cue.head, passive=False) if cue.dep == "dobj" and cue.head.pos == "VERB" else []


_MADE = word_list("giving_texts")
