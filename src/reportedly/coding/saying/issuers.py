"""Issuers: "the statement said" is said by the body that issued the statement told of just before; who issues one together."""

from __future__ import annotations

from reportedly.analysis import Analysis, Entity, Mention, Said, Token
from reportedly.coding.grammar.clauses import agents, noun_doer, surface_subject
from reportedly.coding.grammar.syntax import is_definite, prep_objects
from reportedly.coding.reference.speaking_for import entity_of
from reportedly.lexicons.actors import ActorLexicon
from reportedly.lexicons.word_lists import word_list

ISSUED = word_list("issuers.issued")
_REPORTS = word_list("issuers.reports")
_TEXTS = ISSUED | _REPORTS
_ISSUING = word_list("issuing")
_ISSUED_BY = word_list("issuers.issuing")
_TELLING_WHOSE = ("poss", "compound", "prep", "acl", "relcl", "amod")
_ADOPTING = word_list("issuers.adopting")
_BACK = 3  # sentences
_OPENING = 4  # sentences, the headline among them
_FIRST_WORDS = 6


def name_issuers(analysis: Analysis) -> None:
    """Give statements whose speaker is only a statement the body that made it."""
    of_text: tuple[Token, Said] | None = None  # the last thing that such a text said
    for said in sorted((s for s in analysis.statements if s.cue_tokens and s.speaker_spans), key=lambda s: s.cue_tokens[0].i):
        text = analysis.token_at(said.speaker_spans[0][1] - 1)
        if of_text is not None and text is not None and text.lower == "it" and text.head in said.cue_tokens and 0 <= text.sent.i - of_text[0].sent.i <= 1:
            said.speakers, of_text = list(of_text[1].speakers), (text, said)  # "..., the statement said. Two were hurt, it said"
            continue
        spoken = text if text is None or text.lemma.lower() in _TEXTS else said.cue_tokens[0].child("nsubj")
        of_text = (spoken, said) if spoken is not None and spoken.lemma.lower() in _TEXTS else None
        if len(said.speakers) == 1 and text is not None and text.lemma.lower() == "resolution" and (body := adopter(analysis, text)) is not None:
            said.speakers = [body]
            continue
        if len(said.speakers) != 1 or text is None or text.lemma.lower() not in _TEXTS:
            continue
        if (named := _named_with(analysis, text)) is not None:
            said.speakers = [named]
            continue
        if not is_definite(text) or any(c.dep in _TELLING_WHOSE for c in text.children):
            continue
        if (body := issuer_before(analysis, text) or (_announcer(analysis, said) if text.lemma.lower() in ISSUED else None)) is not None:
            said.speakers = [body]


def told_issuers(text: Token) -> list[Token]:
    """Return who issued a text, by the clause that tells of it: "a statement [issued by the rebels]", "a report [the bank published]"."""
    for clause in (c for c in text.children if c.dep in ("acl", "relcl") and c.lemma in _ISSUED_BY):
        subject = clause.child("nsubj")
        if clause.dep == "acl" or clause.child("nsubjpass") is not None:
            return agents(clause)
        if subject is not None and subject.tag not in ("WDT", "WP"):
            return [subject]
    return []


def _state_of(lexicon: ActorLexicon, analysis: Analysis, mention: Mention, body: Entity) -> Entity:
    """Return the state of "the Governments of [Chad], Togo and Benin"."""
    state = lexicon.states.get(body.country or mention.country or "") if mention.head.lower == "governments" else None
    return entity_of(analysis, state) if state is not None else body


def joint_issuers(lexicon: ActorLexicon, analysis: Analysis) -> list[Entity]:
    """Return those whose joint statement a text is: "Joint statement by Chad, Togo and Benin on ...", "from the Governments of ..."."""
    for sentence in analysis.sentences[:_OPENING]:
        by = next((t for t in sentence.tokens[1:_FIRST_WORDS] if t.lower in ("by", "from", "of")), None)
        before = [t.lower for t in sentence.tokens if by is not None and t.i < by.i]
        if by is None or "joint" not in before or not ISSUED & set(before):
            continue
        inside = {i: m for m in analysis.mentions for i in range(m.first, m.last + 1) if m.head.sent is sentence}
        found: list[Entity] = []
        for token in sentence.tokens[by.i + 1 - sentence.tokens[0].i :]:
            if (mention := inside.get(token.i)) is not None:
                if mention.kind == "description" and mention.plural and not found:
                    return list(mention.entities)  # "by the foreign ministers of Chad and Togo"
                found += [e for m in mention.entities if (e := _state_of(lexicon, analysis, mention, m)) not in found and mention.kind == "name" and not _is_of_person(mention, inside)]
            elif token.text != "," and token.dep not in ("cc", "det") and token.lower != "of":
                break
        if len(found) > 1:
            return found
    return []


def _is_of_person(mention: Mention, inside: dict[int, Mention]) -> bool:
    """Whether a name only says whose officer somebody is: "[Chad]'s foreign minister Ann Roe"."""
    whose = inside.get(mention.head.head.i)
    return mention.head.dep in ("compound", "amod", "nmod", "poss") and whose is not None and bool(whose.person)


def _named_with(analysis: Analysis, text: Token) -> Entity | None:
    """Return the body that words beside a text say it is of: "a statement issued by the [Front]", "the [army] released a statement which said"."""
    doers = told_issuers(text) or (surface_subject(text.head) if text.dep == "dobj" and text.head.lemma in _ISSUING and text.child("relcl", "acl") is not None else [])
    return next((m.entities[0] for t in doers if (m := analysis.mention_at.get(t.i)) is not None and m.entities), None)


def issuer_before(analysis: Analysis, text: Token) -> Entity | None:
    """Return who issued the text that one of a few sentences before tells of."""
    here = text.sent.i
    for i in range(here, max(-1, here - _BACK - 1), -1):
        for token in reversed(analysis.sentences[i].tokens):
            if token.i >= text.i or token.pos not in ("NOUN", "PROPN"):
                continue
            alike = token.lemma.lower() == text.lemma.lower() or (text.lemma == "document" and token.lemma in _REPORTS)
            if alike and (found := _author(analysis, token)) is not None:
                return found
    return None


def adopter(analysis: Analysis, resolution: Token) -> Entity | None:
    """Return the council or parliament named last before a resolution, which adopted it."""
    if any(c.dep in ("poss", "nmod") for c in resolution.children):
        return None
    before = [m for m in analysis.mentions if m.span[0] < resolution.start and m.kind == "name" and m.entities and not m.person and m.head.lower in _ADOPTING]
    return before[-1].entities[0] if before else None


def _author(analysis: Analysis, report: Token) -> Entity | None:
    """Return whose a report is called, which is more than who wrote it: "the [union]'s report", "a letter from the [army]"."""
    if report.dep == "dobj" and report.head.lemma not in _ISSUING:
        return None
    mentions = (analysis.mention_at.get(t.i) for t in (*told_issuers(report), *noun_doer(report), *prep_objects(report, "from")))
    return next((m.entities[0] for m in mentions if m is not None and m.entities), None)


def _announcer(analysis: Analysis, said: Said) -> Entity | None:
    """Return the body that spoke last before "the statement said": "the ministry announced ... The statement said"."""
    at = analysis.token_at(said.speaker_spans[0][0])
    before = [s for s in analysis.statements if s is not said and s.cue_tokens and s.stance == "says" and s.speakers and at is not None and s.cue_tokens[0].i < at.i]
    last = max(before, key=lambda s: s.cue_tokens[0].i, default=None)
    if last is None or at is None or at.sent.i - last.cue_tokens[0].sent.i > _BACK or len(last.speakers) != 1:
        return None
    if last.speakers[0].person:
        return _of_spokesman(analysis, last.speakers[0])
    body = last.speakers[0]
    return body if body.sector not in ("JRN", "MED") else None


def _of_spokesman(analysis: Analysis, speaker: Entity) -> Entity | None:
    """Return the body whose spokesman reads out "the statement": "the spokesman of the [Armed Forces], Yahya Saree"."""
    spoken = (m.head for m in speaker.mentions if m.kind == "description" and m.head.lemma.lower().startswith("spokes"))
    bodies = (analysis.mention_at.get(t.i) for head in spoken for t in (*prep_objects(head, "of"), *prep_objects(head, "for"), *(c for c in head.children if c.dep in ("poss", "compound"))))
    return next((m.entities[0] for m in bodies if m is not None and m.entities and not m.entities[0].person), None)
