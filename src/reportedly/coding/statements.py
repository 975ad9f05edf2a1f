"""Statements: who says or thinks what - by which cue, in which words.

Reads tokens, quotations, mentions; writes statements. One pass looks every word up in the cue lexicon; quotations that no cue claimed,
speaker labels and block quotations follow (attribution.py).
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Entity, Mention, Said, Sentence, Token
from reportedly.coding.acting.parties import described
from reportedly.coding.grammar.syntax import conjuncts, leftmost
from reportedly.coding.saying.attribution import find_uncued, find_unmarked
from reportedly.coding.saying.hits import Hit, Reading, widen
from reportedly.coding.saying.issuers import name_issuers, told_issuers
from reportedly.coding.saying.passages import SPEAKER_LABEL, find_blocks, find_cuts, find_introduced, find_labels, find_summed_up
from reportedly.coding.saying.phrases import read_adjective, read_noun, read_preposition, read_relays
from reportedly.coding.saying.quotations import find_runs, trimmed
from reportedly.coding.saying.reporting import read_verb
from reportedly.coding.saying.slips import RELAYING, mend
from reportedly.coding.saying.speakers import is_document, is_personal, phrase_span
from reportedly.lexicons.cues import Cue, Cues, load_cues
from reportedly.lexicons.word_lists import word_list
from reportedly.records import Evidence, Span, StatementKind

__all__ = ["Statements", "load_cues"]


class Statements:
    """Find the statements of one article."""

    reads, writes = ("tokens", "quotations", "mentions"), ("statements",)

    def __init__(self, cues: Cues) -> None:
        self.cues = cues

    def __call__(self, analysis: Analysis) -> None:
        runs = find_runs(analysis)
        reading = Reading(analysis, self.cues, runs, {t.i: run for run in runs for t in run.tokens})
        reading.cover = {i: m for m in analysis.mentions if m.last > m.first for i in range(m.first, m.last + 1)}
        find_labels(reading)
        find_cuts(reading)
        for sentence in analysis.sentences:
            _read_sentence(reading, sentence)
        find_blocks(reading)
        find_introduced(reading)
        find_summed_up(reading)
        find_uncued(reading)
        find_unmarked(reading)
        analysis.statements = _finish(reading)
        name_issuers(analysis)


def _read_sentence(reading: Reading, sentence: Sentence) -> None:
    cues, count = reading.cues, len(reading.hits)
    mend(reading, sentence)
    for token in sentence.tokens:
        pos = token.pos
        if pos in {"VERB", "AUX"}:
            if token.tag == "VBN" and (adjectives := cues.adjectives.get(token.lower)) is not None and (token.dep == "acomp" or token.child("auxpass") is not None) and token.child("agent") is None:
                before = len(reading.hits)
                read_adjective(reading, token, adjectives)
                if len(reading.hits) > before:
                    continue  # "is convinced that"
            if (verbs := cues.of_verb(token.lemma, token.lower)) is not None and token.dep not in ("aux", "auxpass", "amod", "compound"):
                if not read_verb(reading, token, verbs) and (token.tag == "VBN" and (adjectives := cues.adjectives.get(token.lower)) is not None):
                    read_adjective(reading, token, adjectives)
            elif token.tag == "VBN" and (adjectives := cues.adjectives.get(token.lower)) is not None:
                read_adjective(reading, token, adjectives)
        elif pos == "NOUN":
            if (verbs := cues.verbs.get(token.lemma)) is not None and token.children and token.children[0].i < token.i and token.child("nsubj") is not None:
                read_verb(reading, token, verbs)  # "Members demand", which the tagger took for a noun
            elif token.tag == "NNS" and (verbs := cues.verbs.get(token.lower.removesuffix("s"))) is not None and _read_closing_noun(reading, token, verbs):
                continue
            elif (nouns := cues.nouns.get(token.lemma)) is not None:
                read_noun(reading, token, nouns)
        elif pos == "ADJ" and (adjectives := cues.adjectives.get(token.lower)) is not None:
            read_adjective(reading, token, adjectives)
        if (phrases := cues.prepositions.get(token.lower)) is not None:
            read_preposition(reading, token, phrases)
    _trim(reading, reading.hits[count:])
    read_relays(reading, sentence)


def _read_closing_noun(reading: Reading, noun: Token, cues: list[Cue]) -> bool:
    """Read ", the agency reports." at a sentence's end, which the tagger took for a compound noun; return whether it is one."""
    tokens, sentence = reading.analysis.tokens, noun.sent
    name = tokens[noun.i - 1]
    first = min((leftmost(c).i for c in noun.children if c.dep in ("det", "amod", "compound", "poss", "nmod", "case")), default=noun.i)
    cue = next((c for c in cues if "quote" in c.slots and len(c.words) == 1), None)
    if cue is None or name.dep != "compound" or name.head is not noun or first <= sentence.tokens[0].i + 2:
        return False
    relay = next((c for c in noun.children if c.tag == "VBG" and c.lemma in RELAYING), None)
    if tokens[first - 1].lower != "," or any(t.pos != "PUNCT" and not (relay is not None and t in relay.subtree()) for t in sentence.tokens if t.i > noun.i):
        return False
    if relay is not None:
        noun.pos, noun.tag, relay.dep = "VERB", "VBZ", "advcl"  # "..., the agency [reports], citing the police"
    for child in [c for c in noun.children if first <= c.i < name.i]:
        child.reattach(name, child.dep)
    content = widen(reading, noun, reading.tokens_span((sentence.tokens[0].i, first - 2)))
    reading.hits.append(Hit(cue, [noun], [name], content, "reporting clause set off by commas", core=(first, noun.i)))
    return True


def _trim(reading: Reading, hits: list[Hit]) -> None:
    """Cut from the contents of one sentence what belongs to another cue beside them.

    A reporting clause at the sentence's end (", Reuters reports"), a participle that goes on speaking (", adding that ...") and a second
    speaker ("Oslo said it would pay and Paris denied that ...").
    """
    tokens = reading.analysis.tokens
    for other in hits:
        if not other.tokens:
            continue
        head = other.tokens[0]
        if (joint := _joint(reading, head, other.cue)) is not None:
            for hit in hits:
                if hit.tokens and not hit.direct and hit.tokens[0].i < joint.i and hit.content[0] < joint.start < other.content[1] <= hit.content[1]:
                    hit.content = hit.content[0], joint.start
            continue
        going_on = _goes_on(other, head) and tokens[head.i - 1].lower == ","
        if other.core is None and not going_on:
            continue
        cut = tokens[other.core[0] if other.core is not None else head.i].start
        for hit in hits:
            if hit is other or not hit.tokens or hit.direct or hit.tokens[0].i > head.i or not hit.content[0] < cut < hit.content[1]:
                continue
            if going_on and hit.content[1] < other.content[1]:
                continue
            hit.content = hit.content[0], cut
            if going_on and hit.speakers:
                other.speakers = hit.speakers


_TELLING = frozenset({"warns", "alleges", "predicts", "admits", "confirms", "denies", "believes"})


def _joint(reading: Reading, cue: Token, entry: Cue | None) -> Token | None:
    """Return the conjunction that joins a cue with a speaker of its own to the clause before it: a name, who "said", or after a comma any actor who did."""
    own = cue.child("nsubj")
    if cue.dep != "conj" or own is None or cue.child("mark") is not None:
        return None
    tokens, first = cue.sent.tokens, cue.sent.tokens[0].i
    before = tokens[leftmost(own).i - first - 1]
    says = entry is not None and (entry.stance == "says" or (own.pos == "NOUN" and entry.stance in _TELLING and bool({"quote", "that"} & set(entry.slots))))
    if before.dep == "cc" and before.i < own.i and (own.pos == "PROPN" or (own.pos == "PRON" and says)):
        return before
    joint = next((c for c in reversed(cue.head.children) if c.dep == "cc" and c.i < leftmost(own).i), None)
    if joint is None or own.pos != "NOUN" or not says or own.i not in reading.analysis.mention_at or tokens[joint.i - first - 1].text != ",":
        return None
    return joint


def _goes_on(hit: Hit, head: Token) -> bool:
    """Whether a cue is a participle of speech that hangs on the clause before it."""
    return head.tag == "VBG" and hit.cue is not None and ("quote" in hit.cue.slots or hit.cue.stance == "says") and head.i > 1 and head.dep in ("advcl", "acl", "conj", "dep")


# Records --------------------------------------------------------------------------------------------------------------


def _finish(reading: Reading) -> list[Said]:
    """Return the hits as statements in text order, with kind, speakers, channel and parent."""
    out: list[Said] = []
    seen: dict[Span, Said] = {}
    for hit in sorted(reading.hits, key=lambda h: (h.content, h.tokens[0].i if h.tokens else -1)):
        said = _said(reading, hit)
        if said is None:
            continue
        twin = seen.get(said.content)
        if twin is not None and (not said.speaker_spans or said.speaker_spans == twin.speaker_spans or _lies_in(said.cue, twin.cue)):
            continue
        seen[said.content] = said
        out.append(said)
    _nest(out)
    out = [s for s in out if not _adds_no_voice(s)]
    _nest(out)  # again: a parent may have gone
    for n, said in enumerate(out, 1):
        said.id = f"s{n}"
    return out


def _lies_in(cue: Span | None, other: Span | None) -> bool:
    """Whether one cue is part of another: the "hope" of "expressed his hope that"."""
    return cue is not None and other is not None and other[0] <= cue[0] and cue[1] <= other[1]


def _adds_no_voice(said: Said) -> bool:
    """Whether an inner statement only repeats the voice around it ("she said she thinks ...") or has no speaker at all."""
    parent = said.parent
    if parent is None or not said.cue_tokens or said.kind == "direct" or parent.stance == "retracts":
        return False
    if not said.speaker_spans or (not said.voice and not (said.stance in ("condemns", "praises") and said.cue_tokens[0].pos == "VERB")):
        return True  # an intention or a feeling that another tells of
    head = _own_pronoun(said)
    if head is None or head.lower in ("who", "which", "that"):
        return False
    return not said.speakers or not parent.speakers or said.speakers == parent.speakers


def _own_pronoun(said: Said) -> Token | None:
    """Return the pronoun that stands for a cue's speaker: "[he] thinks", "[she] is glad that", "[their] request to"; but "he is clear that" speaks anew."""
    cue = said.cue_tokens[0]
    if cue.pos == "ADJ" and said.stance == "says":
        return None
    verb = cue.head if cue.pos == "ADJ" and cue.head.pos in ("VERB", "AUX") else cue
    head = cue.child("poss") if cue.pos == "NOUN" else verb.child("nsubj")
    return head if head is not None and head.pos == "PRON" else None


def _said(reading: Reading, hit: Hit) -> Said | None:
    kind, content = _kind(reading, hit)
    if content[1] - content[0] < 2:
        return None
    cue = hit.cue
    speakers: list[Entity] = []
    for head in hit.speakers:
        mention = reading.analysis.mention_at.get(head.i) or reading.cover.get(head.i)
        issuer = _issuer(reading, head, mention)
        found = issuer if issuer else mention.entities if mention is not None else _members_of(reading, head) or _owners(reading, head, cue) or ([described(reading.analysis, head)] if hit.rule == SPEAKER_LABEL else [])
        speakers += [e for e in found if e not in speakers]
    said = Said(
        speakers=speakers,
        speaker_spans=_speaker_spans(reading, hit),
        cue=_cue_span(hit.tokens),
        cue_tokens=hit.tokens,
        content=content,
        kind=kind,
        stance=cue.stance if cue is not None else "says",
        voice=cue is None or cue.voice or (cue.stance == "believes" and any(e.sector == "JRN" for e in speakers)),  # what an outlet has learned it tells
        channel=_channel(reading, hit),
    )
    entry = cue.entry.at if cue is not None else None
    said.evidence.append(Evidence(field="content", rule=hit.rule, span=said.cue, entry=entry))
    if said.speaker_spans:
        said.evidence.append(Evidence(field="speakers", rule=hit.rule, span=said.speaker_spans[0], entry=entry))
    return said


_ISSUED = word_list("statements.issued")
_KINDS_OF_TEXT = word_list("kinds_of_text")


def _members_of(reading: Reading, head: Token) -> list[Entity]:
    """Return the group that a number or pronoun is some of, or who is named so: "many of them", "one of the villagers, [Awa Diallo]"."""
    if head.pos not in ("NUM", "PRON", "DET", "ADJ"):
        return []
    some = next((who for c in head.children if c.lower == "including" and (who := c.child("pobj")) is not None), None)
    if some is not None:  # "many, including [Chad and the rebels], have warned"
        return list(dict.fromkeys(e for t in conjuncts(some) if (m := reading.analysis.mention_at.get(t.i)) is not None for e in m.entities))
    of = next((c for c in head.children if c.dep == "prep" and c.lower == "of"), None)
    group = of.child("pobj") if of is not None else None
    named = (t for w in (head, group) if w is not None and head.lower == "one" for t in w.children if t.dep == "appos" and t.pos == "PROPN")
    if (member := next((m for t in named if (m := reading.analysis.mention_at.get(t.i)) is not None and m.entities), None)) is not None:
        return list(member.entities)
    mention = reading.analysis.mention_at.get(group.i) if group is not None else None
    return list(mention.entities) if mention is not None else []


def _issuer(reading: Reading, head: Token, mention: Mention | None) -> list[Entity]:
    """Return who issued a document that is told of at length, where no actor is meant by its word."""
    if not is_document(head, reading.cues) or (mention is not None and (mention.rule != "noun" or mention.people)):
        return []
    return _called(reading, [t for t in told_issuers(head) if t.pos != "PRON" or t.i in reading.analysis.mention_at])


def _called(reading: Reading, heads: list[Token]) -> list[Entity]:
    """Return the actors that some words name, or what they describe."""
    mentions = [(head, reading.analysis.mention_at.get(head.i)) for head in heads]
    return list(dict.fromkeys(e for head, m in mentions for e in (m.entities if m is not None and m.entities else [described(reading.analysis, head)])))


def _can_say(head: Token, cue: Cue) -> bool:
    """Whether somebody no lexicon knows speaks: a name, a person, or whoever says so in so many words ("the campaign said")."""
    return "quote" in cue.slots and (head.pos == "PROPN" or (head.pos == "NOUN" and (cue.stance == "says" or is_personal(head))))


def _owners(reading: Reading, head: Token, cue: Cue | None) -> list[Entity]:
    """Return whose a document is ("the Board's report found"), or the document itself as described; and a person no lexicon knows who says or is named as source."""
    if not is_document(head, reading.cues) and not (cue is not None and ((cue.pos == "prep" and head.pos == "NOUN") or _can_say(head, cue))):
        return []
    for child in head.children:
        owner = reading.analysis.mention_at.get(child.i)
        if child.dep in ("poss", "compound", "nmod") and owner is not None and owner.entities and owner.rule != "place" and child.lower not in _KINDS_OF_TEXT:  # "a Texas lawsuit claims"
            return list(owner.entities)
        if child.dep == "prep" and child.lower == "of" and head.lemma.lower() in _ISSUED and (body := child.child("pobj")) is not None and (issuer := reading.analysis.mention_at.get(body.i)) is not None and issuer.rule != "place" and issuer.entities and not issuer.plural:
            return list(issuer.entities)  # "according to a communique of the ministry"
        if child.dep == "prep" and child.lower in ("by", "from") and (body := child.child("pobj")) is not None:
            return _called(reading, conjuncts(body))  # "a statement by the army and the police"
    return [described(reading.analysis, head)]


def _speaker_spans(reading: Reading, hit: Hit) -> list[Span]:
    """Return the speakers' phrases, and the relative pronoun that stands for one ("Haddad, who accused ...")."""
    spans = []
    for head in hit.speakers:
        start, end = phrase_span(head)
        mention = reading.cover.get(head.i)
        if mention is not None:  # "al-Haddad", which the tokenizer cuts
            start, end = min(start, reading.analysis.tokens[mention.first].start), max(end, reading.analysis.tokens[mention.last].end)
        spans.append((start, end))
    if hit.tokens and (own := hit.tokens[0].child("nsubj")) is not None and own.lower in ("who", "which", "that"):
        spans.append(own.span)
    return spans


def _kind(reading: Reading, hit: Hit) -> tuple[StatementKind, Span]:
    """Return the kind of a statement and its content without outer marks, complementizer and final stop."""
    text, (start, end) = reading.analysis.text, hit.content
    start, end = trimmed(text, (start, end), marks=False)
    if text[start : start + 5].lower() == "that " and hit.cue is not None and hit.cue.pos != "prep" and not _points(hit, start):
        start += 5
    while start < end and text[start] in ",;: \n":
        start += 1
    around = reading.inside.get(hit.tokens[0].i) if hit.tokens else None
    if not hit.direct and hit.cue is None and any(r.start <= start and end <= r.end for r in reading.runs_in((start, end))):
        return "direct", trimmed(text, (start, end))
    touched = [r for r in reading.runs_in((start, end)) if r is not around]
    if hit.direct or (touched and touched[0].start <= start + 1 and touched[-1].end >= end - 1 and len(touched) == 1):
        return "direct", trimmed(text, hit.content if hit.direct else (touched[0].start, touched[0].end))
    while end > start and text[end - 1] in ".,;: \n\u2014\u2013" and not any(r.start < end <= r.end for r in touched):
        end -= 1
    if touched and touched[-1].end == end and end < len(text) and not touched[-1].open:
        end += 1  # the closing mark of a quotation that ends the content
    if touched and touched[0].start == start and start:
        start -= 1
    return ("mixed" if touched else "indirect"), (start, end)


def _points(hit: Hit, start: int) -> bool:
    """Whether the "that" a content opens with belongs to its noun: "rejected [that argument]"."""
    return bool(hit.tokens) and hit.rule.startswith("obj") and any(t.start == start and t.dep == "det" for t in hit.tokens[0].sent.tokens)


def _cue_span(tokens: list[Token]) -> Span | None:
    """Return the cue's words; a particle far from its verb is left out."""
    if not tokens:
        return None
    last = tokens[0]
    for token in tokens[1:]:
        if 0 < token.i - last.i <= 2:
            last = token
    return tokens[0].start, last.end


def _channel(reading: Reading, hit: Hit) -> Entity | None:
    """Return the outlet that only carried the words: "told Reuters", "in an interview with Reuters"."""
    if not hit.tokens or hit.tokens[0].pos != "VERB":
        return None
    verb = hit.tokens[0]
    heads = [c for c in verb.children if verb.lemma == "tell" and c.dep in ("dobj", "dative") and c.pos == "PROPN"]
    for token in verb.sent.tokens:
        if token.lemma == "interview":
            heads += [g for c in token.children if c.lower in ("with", "to", "on") for g in c.children if g.dep == "pobj"]
    for head in heads:
        mention = reading.analysis.mention_at.get(head.i)
        if mention is not None and mention.entity is not None and mention.entity not in [m.entity for h in hit.speakers if (m := reading.analysis.mention_at.get(h.i))]:
            sector = mention.sector or mention.entity.sector
            if sector in ("MED", "JRN") or (not mention.entity.person and verb.lemma != "tell"):
                return mention.entity
    return None


def _nest(statements: list[Said]) -> None:
    """Link each statement to the smallest one whose content holds its cue and content."""
    still_open: list[Said] = []
    for said in sorted(statements, key=lambda s: (s.content[0], -s.content[1])):
        start, end = said.content
        still_open = [o for o in still_open if o.content[1] > start]
        anchor = said.cue[0] if said.cue else start
        around = [o for o in still_open if end <= o.content[1] and o.content[0] <= anchor < o.content[1] and o.content != said.content]
        if said.evidence[0].rule == "source behind a source":
            around += [o for o in still_open if o.content == said.content]  # whoever relays it
        said.parent = min(around, key=lambda o: o.content[1] - o.content[0], default=None)
        still_open.append(said)
