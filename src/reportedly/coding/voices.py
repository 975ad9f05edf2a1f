"""Voices: according to whom? First persons get their speaker, and every event the nearest voice that vouches for it.

Reads statements, mentions, entities, events; writes the entities of first-person mentions and the sources of events.
"""

from __future__ import annotations

from collections import Counter
from itertools import takewhile

from reportedly.analysis import Analysis, Draft, Entity, Mention, Said, Token
from reportedly.coding.grammar.clauses import logical_subject
from reportedly.coding.grammar.syntax import FIRST_PERSON, climb_partitive, conjuncts, is_definite, is_verb, token_before
from reportedly.coding.happening.borne_out import LEFT_UNDONE, is_borne_out
from reportedly.coding.reference.naming import mention_sector, name_words
from reportedly.coding.reference.owned import name_ours
from reportedly.coding.reference.speaking_for import entity_of, speaks_for, state_of_outlet
from reportedly.coding.saying.issuers import joint_issuers
from reportedly.coding.saying.passages import FORMS
from reportedly.lexicons.actors import ActorLexicon, Known, fold
from reportedly.lexicons.modes import SPEECH_ACTS
from reportedly.lexicons.word_lists import word_list

_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_SUMS = word_list("voices.sums")
_ISSUED = word_list("voices.issued")
_ISSUING = word_list("voices.issuing")
_GIVING = word_list("giving_texts")
_ARMED = frozenset({"REB", "UAF", "CRM"})
_HARMING = word_list("hurting") | word_list("harming") | word_list("voices.harming")
_OUTLET = 10  # points of whom the outlet is called after
_FIRM = 6  # points that only who issues a text has
_CALLING = word_list("calling_names")
_CONDITIONS = frozenset({"conditional clause", "open condition", "conditional inversion"})
_BARGAINING = frozenset({"AGREE", "THREATEN", "REJECT", "REQUEST"})
_LIFTED = word_list("voices.lifted")
_AVOWING = frozenset({"alleges", "admits", "confirms"})
_PRESUPPOSING = frozenset({"praises", "condemns", "demands", "asks", "rejects", "promises", "threatens", "denies"})


class FirstPersons:
    """Give "I", "we" and "our" their actor: the speaker of the statement around them, or the body that issued the text.

    A clause like "we are told" outside quotation marks is the issuing body's too (a press statement).
    """

    reads, writes = ("statements", "mentions", "entities"), ("first_persons",)

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, analysis: Analysis) -> None:
        wanted = [m for m in analysis.mentions if m.kind == "pronoun" and m.name.lower() in FIRST_PERSON and not _is_hortative(m)]
        if not wanted:
            return
        issuers = next((found for m in wanted if (found := _apposed(analysis, m))), None) or joint_issuers(self.lexicon, analysis) or self._issuer(analysis, wanted)
        for said in sorted(analysis.statements, key=lambda s: s.content[0] - s.content[1]):
            spoken = next((m for m in wanted if any(s[0] <= m.span[0] < s[1] for s in said.speaker_spans)), None) if not said.speakers else None
            if spoken is not None:
                said.speakers = self._speakers_by(analysis, said, spoken, issuers)
            elif not said.speakers and not said.speaker_spans and said.cue_tokens and said.cue_tokens[0].tag in ("VB", "VBG") and (around := _around(analysis.statements, said)) is not None:
                said.speakers = list(around.speakers)  # "let me start by saying that"
        for mention in wanted:
            said_around = innermost(analysis.statements, mention.span[0])
            if bodies := _apposed(analysis, mention) or _body_of(analysis, mention):
                mention.entities = bodies
            elif said_around is not None and said_around.speakers:
                is_plural = mention.name.lower() in _PLURAL
                mention.entities = [speaks_for(self.lexicon, analysis, e) if is_plural else e for e in said_around.speakers]
            elif said_around is None:
                mention.entities = (_office_above(analysis) if mention.name.lower() not in _PLURAL else []) or [self._spoken_for(analysis, e) if mention.name.lower() in _PLURAL else e for e in issuers]
            for entity in mention.entities:
                entity.mentions.append(mention)
        home = state_of_outlet(self.lexicon, analysis)
        for entity in issuers:
            if home is not None and not entity.person and entity.sector in ("GOV", "MIL") and (entity.entry is None or not entity.entry.cells.get("adjectives")):
                entity.country = home.country  # "the Ministry of Defence": the one that issued the text
        for mention in wanted:
            if mention.name.lower() == "our":
                name_ours(self.lexicon, analysis, mention, home)

    def _speakers_by(self, analysis: Analysis, said: Said, spoken: Mention, issuers: list[Entity]) -> list[Entity]:
        """Return who is the "I" or "we" that a cue has for its subject: who speaks around it, else who issued the text."""
        plural = spoken.name.lower() in _PLURAL
        around = _around(analysis.statements, said)
        inside = [speaks_for(self.lexicon, analysis, e) if plural else e for e in around.speakers] if around is not None else []
        return _apposed(analysis, spoken) or _body_of(analysis, spoken) or inside or ([] if plural else _office_above(analysis)) or list(issuers)

    def _issuer(self, analysis: Analysis, wanted: list[Mention]) -> list[Entity]:
        """Return the body a text with an unquoted "we" speaks for: the one it most often makes the subject of its sentences, its headline's first of all, or the state whose ministry is its outlet."""
        home = state_of_outlet(self.lexicon, analysis)
        outlet = frozenset(name_words(analysis.article.outlet or ""))
        counts: Counter[int] = Counter()
        by_id: dict[int, Entity] = {}
        for mention in analysis.mentions:
            entity = mention.entity
            token = mention.head
            above = token.sent.block.kind == "headline"
            issued_by = above and _is_issued_by(token)
            before_issued = above and _stands_before_issued(token)
            if entity is not None and entity.person and (issued_by or before_issued):
                counts[id(entity)] += 6  # "Foreign Secretary statement on ..."
                by_id[id(entity)] = entity
            if entity is None or entity.person or not _may_be_issuer(mention, issued_by=issued_by):
                continue
            if issued_by:
                counts[id(entity)] += 8  # "Statement by the Ministry of ..."
                by_id[id(entity)] = entity
            elif before_issued:
                counts[id(entity)] += 6  # "Ministry of Defence Statement on ..."
                by_id[id(entity)] = entity
            elif home is not None and not _may_issue(entity, home):
                continue
            if outlet and home is None and _names_outlet(outlet, entity):
                counts[id(entity)] += _OUTLET  # "ELN Voces"
                by_id[id(entity)] = entity
                outlet = frozenset()
            if token.dep in ("nsubj", "nsubjpass") and token.head.dep in ("ROOT", "conj", "ccomp", "advcl"):
                counts[id(entity)] += 4 if token.head.sent.block.kind == "headline" else 2 if token.head.dep == "ROOT" else 1
                issuing = token.head.lemma in _ISSUING and token.head.tag in ("VBZ", "VBP", "VBG")
                ours = any(t.tag == "PRP$" and t.lower == "our" for c in token.head.children if c.dep == "dobj" for t in c.subtree())  # "the ministry has informed our allies"
                counts[id(entity)] += 3 if issuing or ours or any(c.lower == "will" for c in token.head.children) else 0
                by_id[id(entity)] = entity
        self._weigh(analysis, wanted, counts, by_id)
        best = max(counts.values(), default=None)
        issuer = next((by_id[k] for k in by_id if counts[k] == best), None)
        if issuer is None or (home is None and not any(m.kind == "name" for m in issuer.mentions)):
            body = [entity_of(analysis, home)] if home is not None else self._body_of_outlet(analysis)
            return body or ([issuer] if issuer is not None else [])
        return [issuer]

    def _weigh(self, analysis: Analysis, wanted: list[Mention], counts: Counter[int], by_id: dict[int, Entity]) -> None:
        """Take points from whom a text is about rather than whose it is, and give some to bodies of the state whose ministry is its outlet."""
        for entity in by_id.values() if len(by_id) > 1 else ():
            counts[id(entity)] -= 4 if entity.sector in _ARMED and counts[id(entity)] < _FIRM else 0
        for key in self._others(analysis, wanted):
            if key in counts:
                counts[key] -= 4
        for key in _who_harm(analysis, wanted):
            counts.pop(key, None)
        home = state_of_outlet(self.lexicon, analysis)
        if home is None:
            return
        for key, entity in by_id.items():
            counts[key] += 6 if entity.entry is home.entry else 3 if entity.country == home.country and entity.sector == "GOV" else 0

    def _spoken_for(self, analysis: Analysis, issuer: Entity) -> Entity:
        """Return whom whoever issues a text means by "we": an officer the command that publishes his words."""
        body = speaks_for(self.lexicon, analysis, issuer)
        return next(iter(self._body_of_outlet(analysis)), body) if body.person and body.sector not in ("LEG", "JUD") else body

    def _body_of_outlet(self, analysis: Analysis) -> list[Entity]:
        """Return the known body that an outlet is, where the text names no other that could speak: "Sudan Armed Forces"."""
        words = fold(analysis.article.outlet or "")
        body = next((k for end, known in self.lexicon.longest(words, 0) if end == len(words) for k in known if k.kind == "group"), None) if words else None
        return [entity_of(analysis, body)] if body is not None and body.sector not in ("JRN", "MED", "BUS") else []

    def _others(self, analysis: Analysis, wanted: list[Mention]) -> list[int]:
        """Return those whom "we" speak of in the same breath: "we call on [Iran] to ...", "we are clear that [Iran] must ..."."""
        said = {m.head.sent.i for m in wanted if m.head.dep == "nsubj" and innermost(analysis.statements, m.span[0]) is None}
        named = [m for i in sorted(said) for m in analysis.sentences[i].mentions if m.kind == "name" and m.entity is not None]
        return [id(m.entity) for m in named if m.head.dep not in ("nsubj", "nsubjpass") or any(c.lower in ("must", "should") for c in m.head.head.children)]


def _may_be_issuer(mention: Mention, *, issued_by: bool) -> bool:
    """Whether a mention names a body as one that speaks of itself in a text: no place, and none called "our"."""
    if mention.rule == "place" or any(c.lower == "our" for c in mention.head.children):
        return False
    return mention.kind == "name" or (mention.kind == "description" and (mention.head.pos == "PROPN" or issued_by))


def _is_issued_by(token: Token) -> bool:
    """Whether a headline says that a text is somebody's: "Press release of [the navy]", "A statement issued by [the army]"."""
    by = token.head
    if token.dep != "pobj" or by.lower not in ("by", "from", "of"):
        return False
    text = by.head
    if by.dep == "agent" or text.dep == "acl":
        text = text.child("nsubjpass") or text.head
    return text.lemma.lower() in _ISSUED


def _is_letter_of(token: Token) -> bool:
    """Whether a headline says whose letter a text is: "Letter from [the Governor] to the Speaker"."""
    return token.dep == "pobj" and token.head.lower == "from" and token.head.head.lower in FORMS


def _stands_before_issued(token: Token) -> bool:
    """Whether a body stands before the word for its text: "[MONUSCO] press release"."""
    if token.dep not in ("compound", "poss", "nmod"):
        return False
    text = token.head.head if token.head.dep == "compound" else token.head
    return text.lemma.lower() in _ISSUED


def _office_above(analysis: Analysis) -> list[Entity]:
    """Return who says "I" in a text of his own, whose headline names him or his office: "[Foreign Minister] to visit Dili", "Senator [Roe]: remarks to the council"."""
    opening = list(takewhile(lambda b: b.kind not in ("paragraph", "list"), analysis.blocks))
    above = [m for m in analysis.mentions if m.head.sent.block in opening and m.entity is not None and (m.person or m.entity.person)]
    line = next((m.head.sent for m in above if _is_issued_by(m.head) or _is_letter_of(m.head)), None)
    whose = [m for m in above if m.head.sent is line]
    if whose:
        return [e for e in [next((m.entity for m in whose if m.kind == "name"), whose[0].entity)] if e is not None]  # "Mr Adam Roe", and under it "Statement by the Minister for Trade, Ann Lund"
    is_statement = any(t.lower in FORMS for b in opening for s in b.sentences for t in s.tokens)
    for told in above:
        if told.head.sent.block.kind != "headline":
            if is_statement and told.head.dep == "ROOT" and (told.kind == "name" or mention_sector(told) == "GOV"):
                return [told.entity] if told.entity is not None else []  # "Press statement", and under it "Ann Roe, Secretary of State"
            continue
        head, words = told.head, told.head.sent.tokens
        labelled = told.last + 1 <= words[-1].i and analysis.tokens[told.last + 1].text == ":"
        issued = any(t.lower in FORMS for t in words)
        if labelled or head.dep in ("nsubj", "poss", "compound", "nmod", "ROOT") or (head.dep == "pobj" and head.head.lower in ("by", "from") and (issued or head.head.head.lemma.lower() in _ISSUED)):
            return [told.entity] if told.entity is not None else []
    return _introduced(analysis)


def _introduced(analysis: Analysis) -> list[Entity]:
    """Return whose words the first line of a text says that they are: "Statement by [Ann Roe], minister of trade", "Ports Minister [Ann Roe] gave a statement to the assembly on fees"."""
    first = next((b for b in analysis.blocks if b.kind != "headline"), None)
    if first is None or len(first.sentences) != 1:
        return []
    for mention in first.sentences[0].mentions:
        token, verb = mention.head, mention.head.head
        if mention.entity is None or not mention.entity.person:
            continue
        given = token.dep == "nsubj" and verb.lemma in _GIVING and any(c.dep == "dobj" and c.lemma.lower() in FORMS for c in verb.children)
        if given or (_is_issued_by(token) and verb.head.i == first.sentences[0].tokens[0].i):
            return [mention.entity]
    return []


def _who_harm(analysis: Analysis, wanted: list[Mention]) -> set[int]:
    """Return those who do harm to "us" or to what is "ours": "[the army] bombed our villages" is not said by the army."""
    found: set[int] = set()
    for mention in wanted:
        token = mention.head.head if mention.head.dep == "poss" else mention.head
        verb = token.head.head if token.dep == "pobj" and token.head.lower in ("on", "at", "against") else token.head
        if token.dep in ("dobj", "pobj", "nsubjpass") and verb.lemma in _HARMING:
            found |= {id(m.entity) for t in logical_subject(verb) if (m := analysis.mention_at.get(t.i)) is not None and m.entity is not None}
    return found


def _names_outlet(outlet: frozenset[str], entity: Entity) -> bool:
    """Whether an outlet is called after a body: "ELN Voces", "Free Aceh Movement Information Office"."""
    return entity.sector not in ("JRN", "MED") and any(m.kind == "name" and m.rule in ("lexicon-name", "ORG", "loose") and set(name_words(m.name)) <= outlet for m in entity.mentions)


def _may_issue(entity: Entity, home: Known) -> bool:
    """Whether a body may speak as "we" in what a ministry publishes: its own state, ministers of several or an IGO; not "the House", which is told what "Iraqi forces" did."""
    return entity.entry is home.entry or entity.country == "IGO" or (entity.sector == "GOV" and entity.country in (home.country, None))


class Sources:
    """Say for every event according to whom."""

    reads, writes = ("events", "two_layers", "status", "statements", "first_persons"), ("sources",)

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, analysis: Analysis) -> None:
        denied = {d.head.i: d for d in analysis.events if d.status == "denied" and d.type in ("AGREE", "THREATEN")}
        spoken = {d.head.i: d for d in analysis.events if d.type in _BARGAINING and is_verb(d.head) and d.actors}
        for draft in analysis.events:
            said = _voice(analysis, draft)
            draft.said = said
            if draft.type == "AID" and draft.head.lemma == "announce" and draft.actors:
                draft.sources = list(draft.actors)
                draft.because("sources", "who announces it", draft.head.span)
                continue
            if any(e.rule == LEFT_UNDONE for e in draft.evidence):
                draft.because("sources", "empty: that it was not done is the article's word", draft.head.span)
                continue
            if said is not None and (never := next((denied[t.i] for t in said.cue_tokens if t.i in denied), None)) is not None and never is not draft and never.sources:
                draft.sources = list(never.sources)  # "denied that Chad had offered to send troops": nobody offered
                draft.because("sources", f"who says that there was no {never.head.text}", never.head.span, never.predicate.entry.at)
                continue
            known = draft.inside is not None and draft.inside.type == "REQUEST" and draft.status == "actual" and draft.predicate.pos == "noun"  # "urged the bands to cease their ambushes"
            if (outer := draft.inside) is not None and outer.actors and not known and (said is None or not said.speakers or said.content[0] <= outer.head.start < said.content[1]):
                unsaid = outer.type == "AGREE" and outer.status == "demanded" and outer.inside is not None
                draft.sources = list(outer.inside.actors if unsaid and outer.inside is not None else outer.actors)  # "urged them to agree to a truce": nobody agreed yet
                draft.because("sources", f"whose {outer.head.text} it stands in", outer.head.span, outer.predicate.entry.at)
                continue
            if said is None and (asker := _who_sets(analysis, draft, spoken)):
                draft.sources = asker
                draft.because("sources", "whose condition it is", draft.head.span)
                continue
            if said is None:
                draft.because("sources", "empty: in no statement, so the article's own voice")
                continue
            draft.sources = list(dict.fromkeys(said.speakers))
            if not draft.actors and draft.status == "future" and _goes_on(draft):  # "the groups said the attacks would continue"
                draft.actors = [e for e in (speaks_for(self.lexicon, analysis, s) for s in draft.sources) if e.sector != "JRN" and e not in draft.recipients]
                draft.because("actors", "who announces that their act goes on", said.cue or said.content)
            draft.because("sources", "speaker of the nearest statement", said.cue or said.content, said.evidence[0].entry if said.evidence else None)


def _who_sets(analysis: Analysis, draft: Draft, spoken: dict[int, Draft]) -> list[Entity]:
    """Return who says on what something hangs, where an act is that: "[the mayors] threatened worse unless he was freed", "ruled out talks until the army apologises". ``spoken``: the speech acts by their verbs."""
    mark = next((analysis.token_at(e.span[0]) for e in draft.evidence if e.field == "status" and e.rule in _CONDITIONS and e.span is not None), None)
    if mark is None or draft.status != "hypothetical":
        return []
    above = mark.head if mark.dep == "prep" else mark.head.head
    around = innermost(analysis.statements, above.start)
    if around is not None and around.speakers:
        return list(around.speakers)
    outer = spoken.get(above.i)
    return list(outer.actors) if outer is not None and outer is not draft and outer.status == "actual" else []


def _goes_on(draft: Draft) -> bool:
    top = climb_partitive(draft.head)
    return draft.predicate.pos == "noun" and top.dep == "nsubj" and top.head.lemma in ("continue", "persist", "resume", "intensify", "go") and not any(c.lower == "by" for c in top.children)


def innermost(statements: list[Said], offset: int) -> Said | None:
    """Return the statement with the shortest content around an offset."""
    around = [s for s in statements if s.content[0] <= offset < s.content[1]]
    return min(around, key=lambda s: s.content[1] - s.content[0], default=None)


def _around(statements: list[Said], said: Said) -> Said | None:
    """Return the shortest statement around a cue that is part of what somebody else says."""
    at = said.cue[0] if said.cue is not None else said.content[0]
    return innermost([s for s in statements if s is not said and s.content != said.content and s.speakers], at)


def _voice(analysis: Analysis, draft: Draft) -> Said | None:
    """Return the nearest statement whose speaker vouches for an event; what it only presupposes belongs to the voice around it, but not what it puts in quotation marks."""
    statements, offset = analysis.statements, draft.head.start
    around = sorted((s for s in statements if s.content[0] <= offset < s.content[1] and draft.head not in s.cue_tokens), key=lambda s: (s.content[1] - s.content[0], s.parent is None, s.cue is None or not s.content[0] <= s.cue[0] < s.content[1]))  # "said that rebels, according to the army, fled": the army
    aside = _aside(draft.head)
    quoted = analysis.quotation_at(offset)
    for said in around:
        if quoted is not None and said.stance in _PRESUPPOSING and said.kind == "mixed" and (said.parent is None or not said.voice) and said.content[0] <= quoted.start and quoted.end <= said.content[1] + 1:
            return said  # "condemned the "arbitrary arrest" of two men"
        if (not said.voice and not _is_held_against(draft.head, said)) or (aside is not None and said.content[0] < aside.start):
            continue
        if _is_own_word(statements, draft, said):
            continue
        if draft.predicate.pos == "noun" and said.cue_tokens and said.cue_tokens[0].dep == "acl" and said.cue_tokens[0].head is draft.head and is_borne_out(draft.head):
            continue  # "the truce promised by the rebels was never observed"
        if said.stance in ("denies", "doubts") and said.cue_tokens and said.cue_tokens[0].dep == "relcl" and said.kind != "direct" and draft.head.dep == "ROOT":
            continue  # "accused them of a cover-up, which the army disputes": that they were accused is not disputed
        if draft.head.dep == "dobj" and draft.head.head in said.cue_tokens and draft.head.head.lemma in _CALLING and is_definite(draft.head):
            continue  # "called the raid a crime": that it took place is the article's word
        if said.kind != "direct" and draft.status == "actual" and (_is_told_beside(draft.head, said) or (draft.predicate.pos == "noun" and _is_felt(draft.head, said))):
            continue
        presupposed = said.stance in _PRESUPPOSING and not (said.kind == "direct" and quoted) and draft.status == "actual"
        if presupposed and (draft.predicate.pos == "noun" or said.stance == "rejects" or not _is_asserted(draft.head, said)):
            continue
        return said
    return None


def _is_held_against(token: Token, said: Said) -> bool:
    """Whether an act is what somebody is condemned for doing: "condemned the army for [shelling] the town", "for [imposing sanctions]"."""
    if said.stance != "condemns" or not said.cue_tokens or said.cue_tokens[0].pos != "VERB":
        return False
    while token.dep in ("dobj", "conj", "xcomp") and token.head is not token and not (token.tag == "VBG" and token.dep == "conj" and token.head.dep == "pcomp"):
        token = token.head
    token = token.head if token.dep == "conj" else token
    if token.dep == "pcomp" and token.head.lower == "by":
        return _is_held_against(token.head.head, said)
    return token.tag == "VBG" and token.dep == "pcomp" and token.head.lower == "for" and token.head.head in (*said.cue_tokens, *(c for t in said.cue_tokens for c in t.children))


def _is_asserted(token: Token, said: Said) -> bool:
    """Whether a clause says that an act was done: "deplored that Chad [shelled] it", no "urged it to stop [shelling]"."""
    while token.head is not token and said.content[0] <= token.head.start < said.content[1] and token.dep in ("conj", "xcomp"):
        token = token.head
    return said.kind == "direct" or token.dep in ("ccomp", "ROOT")


_FEELING = word_list("voices.feeling")


def _is_felt(token: Token, said: Said) -> bool:
    """Whether somebody only says what he feels about an act, which the article tells: "expressed concern over the [arrest] of two men"."""
    if not said.cue_tokens or said.cue_tokens[0].lemma not in _FEELING:
        return False
    while token.head is not token and token.head not in said.cue_tokens:
        token = token.head
        if token.pos in ("VERB", "AUX") and token.dep in ("relcl", "ccomp", "advcl"):
            return False
    return token.head is not token and (token.dep == "prep" or token.head is not said.cue_tokens[0])


def _is_told_beside(token: Token, said: Said) -> bool:
    """Whether an act only says more of somebody named, which the article knows itself: "said he had met Adam Roe, who was [jailed] in May"."""
    if token.dep != "relcl" or token.head.pos != "PROPN" or said.cue is None or said.cue[0] > said.content[0]:
        return False
    first = min(token.subtree(), key=lambda t: t.i)
    before = token_before(first)
    if first.start < said.cue[0]:
        return False  # "criticised Chad, which, they said, had jailed him"
    return before is not None and before.text == "," and first.lower in ("who", "which", "whom", "whose", "where")


def _is_own_word(statements: list[Said], draft: Draft, said: Said) -> bool:
    """Whether an act is what its speaker does by speaking, which the article tells: "[declared] their support", "it left a town which, it [alleged], ..."."""
    if not draft.actors or not set(draft.actors) <= set(said.speakers) or said.kind == "direct" or draft.status != "actual":
        return False
    if draft.predicate.pos == "noun":
        noun = draft.head.head if draft.head.dep == "conj" else draft.head  # "voiced its rejection and [condemnation]"
        if (noun.head.lemma == "announce" or said.stance in _AVOWING) and (draft.type not in SPEECH_ACTS or draft.mode == "investigate" or draft.head.lemma in _LIFTED):
            return False  # "announced the arrest of two men", "claimed the attack": told, not done by telling
        return noun.dep == "dobj" and (noun.head in said.cue_tokens or (noun is not draft.head and noun in said.cue_tokens))
    return draft.head.dep == "relcl" and any(draft.head in s.cue_tokens for s in statements)


def _apposed(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return those a first person names behind itself: "we, the [foreign ministers of Chad and Niger] and the [envoy]"."""
    names = [t for c in mention.head.children if c.dep == "appos" and c.i > mention.head.i for t in conjuncts(c)]
    found = [m for t in names if (m := analysis.mention_at.get(t.i)) is not None and m.entities]
    return list(dict.fromkeys(e for m in found for e in m.entities))


def _body_of(analysis: Analysis, mention: Mention) -> list[Entity]:
    """Return the body a first person names with itself: "we at the [port authority]"."""
    for prep in mention.head.children:
        if prep.dep == "prep" and prep.lower in ("at", "of", "from", "in") and prep.i == mention.head.i + 1:
            inner = (analysis.mention_at.get(t.i) for t in prep.children if t.dep == "pobj")
            return next(([m.entity] for m in inner if m is not None and m.entity is not None and not m.entity.person), [])
    return []


def _is_hortative(mention: Mention) -> bool:
    """Whether a first person is the "us" of "let us agree", which asks everyone."""
    head = mention.head.head
    return mention.name.lower() in _PLURAL and (head.lemma == "let" or (is_verb(head) and any(t.lemma == "let" for t in (head.head, *head.children))))


def _aside(token: Token) -> Token | None:
    """Return the noun that sums up what somebody said, where an act stands in its clause: "..., a claim the government rejected", "a claim rejected by"."""
    while token.head is not token:
        if token.dep in ("relcl", "acl") and token.head.dep in ("appos", "npadvmod") and token.head.lemma in _SUMS:
            return token.head
        token = token.head
    return None
