"""Speaking for: whom a person means by "we", the body that he or she speaks for or leads, or the state."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.analysis import Analysis, Entity, Mention, Token
from reportedly.coding.grammar.syntax import prep_objects
from reportedly.lexicons.actors import ActorLexicon, Known, fold
from reportedly.lexicons.word_lists import word_list
from reportedly.turns import is_addressed

# a word of a spokesman's role -> the sectors of the body that has him
_ARMS: dict[str, frozenset[str]] = {"military": frozenset({"MIL", "UAF", "REB", "PRM"}), "army": frozenset({"MIL"}), "navy": frozenset({"MIL"}), "police": frozenset({"COP"}), "rebel": frozenset({"REB", "UAF"})}
_OFFICES = word_list("speaking_for.offices")
_SPEAKING_FOR_STATES = word_list("speaking_for.seats") | word_list("speaking_for.ministries")
_LEADERS = word_list("speaking_for.leaders")
_CALLED = word_list("speaking_for.called")
_MEN = word_list("speaking_for.men")
_OFFICIAL = frozenset({"official", "ministry"})
_OWN_VIEW = frozenset({"LEG", "JUD", "JRN", "MED", "EDU", "CVL"})  # who say "we" of themselves and their like


def speaks_for(lexicon: ActorLexicon, analysis: Analysis, speaker: Entity) -> Entity:
    """Return whom a speaker means by "we": a minister the state, a spokesman the body that has one, a commander the force, anybody else himself."""
    body = _spoken_for(lexicon, analysis, speaker) if speaker.person else speaker
    if body.person or body.sector != "GOV" or not any(_folded(m.name) in _SPEAKING_FOR_STATES for m in body.mentions if m.kind == "name"):
        return body
    state = lexicon.states.get(body.country or "")
    named = next((e for e in analysis.entities if state is not None and e.entry is state.entry), None)
    acts = named is not None and any(m.kind == "name" and m.rule == "lexicon-name" and m.head.dep in ("nsubj", "nsubjpass", "poss") for m in named.mentions)
    return named if named is not None and (acts or speaker.person) else body  # the White House and foreign ministries: "The United States condemns ... We urge ..."


def _folded(name: str) -> str:
    return " ".join(w for w in fold(name) if w != "the")


def _spoken_for(lexicon: ActorLexicon, analysis: Analysis, speaker: Entity) -> Entity:
    if (principal := _on_behalf_of(analysis, speaker)) is not None:
        return principal
    spoken = next((m for m in speaker.mentions if m.kind == "description" and m.head.lemma.lower().startswith("spokes")), None)
    role = " ".join(dict.fromkeys([speaker.role or speaker.name, *(m.role for m in speaker.mentions if m.role), *([spoken.name] if spoken is not None else [])])).lower()
    if spoken is not None or "spokes" in role:
        if spoken is not None and (before := " ".join(t.text for t in spoken.head.children if t.dep == "compound" and t.i < spoken.head.i).casefold()):
            body = next((e for e in analysis.entities if not e.person and e.name.casefold() == before), None)  # "a Joint Force spokesman"
            if body is not None:
                return body
        if (body := _called_before(analysis, speaker)) is not None:
            return body
        for mention in speaker.mentions:  # "a spokesman for the militia", "its spokesman"
            before_it = [c for c in mention.head.children if c.dep in ("compound", "nmod") and c.i < mention.head.i]  # "Sun Brigade spokesman"
            bodies = (analysis.mention_at.get(t.i) for t in (*_around(mention.head), *before_it))
            if (body := next((m.entity for m in bodies if m is not None and m.entity is not None and not m.entity.person and not _is_only_place(m)), None)) is not None:
                return body
        home = state_of_outlet(lexicon, analysis) if speaker.sector in ("GOV", None) else None
        return _affiliation(analysis, speaker) or _arm(analysis, speaker, role) or (_state_behind(lexicon, analysis, speaker) if not speaker.affiliation else None) or (entity_of(analysis, home) if home is not None else speaker)
    if speaker.sector not in _OWN_VIEW and (led := _led(analysis, speaker)) is not None:
        return led
    if speaker.sector not in ("GOV", *_OWN_VIEW) and (body := _affiliation(analysis, speaker)) is not None and any(m.kind == "name" for m in body.mentions):
        return body
    if speaker.sector not in ("JUD", "LEG") and (body := _body_named_behind(analysis, speaker)) is not None:
        return body
    state = _state_in_role(lexicon, speaker) or lexicon.states.get(speaker.country or "") or (state_of_outlet(lexicon, analysis) if not speaker.country else None)
    if state is None or (speaker.sector != "GOV" and not _briefs(speaker)):
        return speaker
    return entity_of(analysis, state)


def _briefs(speaker: Entity) -> bool:
    """Whether somebody unknown answers by name in a transcript, which a ministry publishes: "MR. ROE: ..."."""
    return speaker.sector in (None, "CVL") and any(m.head.sent.block.kind == "label" and is_addressed(" ".join(t.text for t in m.head.sent.tokens if t.text != ":"), "") for m in speaker.mentions)


def _on_behalf_of(analysis: Analysis, speaker: Entity) -> Entity | None:
    """Return for whom somebody is said to speak: "The High Representative issued the following statement on behalf of [the EU]"."""
    for word in (t for m in speaker.mentions if m.kind != "pronoun" for t in m.head.sent.tokens if t.lower == "behalf"):
        told = (analysis.mention_at.get(t.i) for t in prep_objects(word, "of"))
        if (body := next((m.entity for m in told if m is not None and m.entity is not None and not m.entity.person), None)) is not None:
            return body
    return None


def _is_only_place(mention: Mention) -> bool:
    """Whether a name says where somebody speaks, not for whom: "the police spokesman for [Lagos]"; but "a spokesman for [Chad]"."""
    is_state = mention.entry is not None and "adjectives" in mention.entry.cells
    return not is_state and (mention.rule == "place" or (mention.entry is None and mention.head.ent is not None and mention.head.ent.label in ("GPE", "LOC")))


def _body_named_behind(analysis: Analysis, speaker: Entity) -> Entity | None:
    """Return the body that stands behind a speaker's name: "Ann Roe of Amnesty International", "Col. Rey of the 4th Brigade"."""
    behind = (analysis.mention_at.get(t.i) for m in speaker.mentions if m.kind == "name" for prep in ("of", "from") for t in prep_objects(m.head, prep))
    return next((m.entity for m in behind if m is not None and m.entity is not None and not (m.entity.person or m.plural) and m.rule in ("lexicon-name", "ORG", "noun") and m.sector != "GOV" and not (m.entry is not None and "adjectives" in m.entry.cells)), None)


def commanded(analysis: Analysis, mention: Mention) -> Entity | None:
    """Return the body whose men "his men", "her officers" are: that which their owner leads or speaks for."""
    whose = mention.head.child("poss")
    if whose is None or whose.lower not in ("his", "her") or not mention.plural or mention.head.lemma.lower() not in _MEN or any(c.dep not in ("poss", "punct") for c in mention.head.children if c.i < mention.head.i):
        return None
    told = analysis.mention_at.get(whose.i)
    owner = told.entities[0] if told is not None and len(told.entities) == 1 else None
    if owner is None:
        return None
    body = _called_before(analysis, owner) or _led(analysis, owner)
    spoken = next((m for m in owner.mentions if m.kind == "description" and m.head.lemma.lower().startswith("spokes")), None)
    if body is None and spoken is not None:
        body = next((m.entity for t in _around(spoken.head) if (m := analysis.mention_at.get(t.i)) is not None and m.entity is not None), None)
    return body if body is not None and _may_be_led(body) and not {"PTY", "LAB", "BUS"} & {m.sector for m in body.mentions} else None


def _around(head: Token) -> list[Token]:
    """Return the words that may say whose role a noun names: "chief of the [union]", "[its] chief", "the [Front]'s chief"."""
    late = [t for c in head.head.children if head.dep == "conj" and c.dep == "prep" and c.i > head.i for t in prep_objects(head.head, c.lower) if c.lower in ("for", "of")]  # "governor and [spokesman] for the party"
    return [*(t for prep in ("for", "of") for t in prep_objects(head, prep)), *late, *(c for c in head.children if c.dep == "poss")]


def _led(analysis: Analysis, speaker: Entity) -> Entity | None:
    """Return the body that a speaker is called the leader of: "its president", "the head of the union", "union chief Ana Roe", "rebel leader Ana Roe of the Sun Front"."""
    if (called := _called_before(analysis, speaker)) is not None and _may_be_led(called):
        return called
    leads = [m for m in speaker.mentions if m.kind == "description" and m.head.lemma.lower() in _LEADERS and not any(c.lower in ("a", "an") for c in m.head.children)]
    if not leads:
        return None
    named = [m for m in speaker.mentions if m.kind == "name"]
    at = [t for m in leads for t in _around(m.head)] + [t for m in named for t in prep_objects(m.head, "of")]
    at += [c for m in leads for c in m.head.children if c.dep in ("compound", "nmod") and c.i < m.head.i]
    told = [m.entity for t in at if (m := analysis.mention_at.get(t.i)) is not None and m.entity is not None]
    kinds = {c.lower for m in leads for c in m.head.children if c.dep in ("compound", "nmod") and c.i < m.head.i and c.lower in _CALLED}
    before = [e for e in analysis.entities if kinds and any(m.kind != "pronoun" and m.head.lower in kinds and m.head.dep != "compound" for m in e.mentions)]
    return next((e for e in (*told, *before) if _may_be_led(e)), None)


def _called_before(analysis: Analysis, speaker: Entity) -> Entity | None:
    """Return the body that the words before a role name: "[Joint Force] spokesman", "[Labour Front] chief Pia Roth"."""
    for mention in speaker.mentions:
        words = mention.name.split() if mention.kind == "description" else []
        body = " ".join(words[:-1]).casefold()
        if body and words[-1] == mention.head.text and (found := next((e for e in analysis.entities if not e.person and any(m.kind == "name" and m.name.casefold() == body for m in e.mentions)), None)) is not None:
            return found
    for mention in (m for m in speaker.mentions if m.kind == "name"):
        i = mention.first - 1
        first = mention.head.sent.tokens[0].i
        while i > first and analysis.tokens[i].pos == "PROPN" and analysis.tokens[i].i not in analysis.mention_at and analysis.tokens[i].lemma.lower() not in _LEADERS:
            i -= 1  # "spokeswoman [Capt.] Ida Holm"
        if i > first and (analysis.tokens[i].lemma.lower() in _LEADERS or analysis.tokens[i].lemma.lower().startswith("spokes")) and (before := analysis.mention_at.get(i - 1)) is not None and before.last == i - 1 and before.kind == "name" and before.entity is not None:
            return before.entity
    return None


def _may_be_led(entity: Entity) -> bool:
    """Whether a body speaks through its leader: no state, office or house of the state, and no place."""
    sectors = {entity.sector, *(m.sector for m in entity.mentions)}  # of the mentions, while they are being linked
    return not entity.person and not sectors & {"GOV", *_OWN_VIEW} and entity.country != "IGO" and any(m.kind == "name" or m.sector or m.head.lower in _CALLED for m in entity.mentions) and not all(m.rule in ("place", "lexicon-capital") for m in entity.mentions)


def _state_behind(lexicon: ActorLexicon, analysis: Analysis, speaker: Entity) -> Entity | None:
    """Return the state whose office issued the text, for a spokesman of no other body: "the Official Spokesperson"."""
    state = state_of_outlet(lexicon, analysis)
    of_another = any(c.dep in ("amod", "compound", "poss", "prep") and (c.pos == "PROPN" or c.dep in ("poss", "prep")) and c.lower not in _OFFICIAL for m in speaker.mentions if m.kind == "description" for c in m.head.children)
    return entity_of(analysis, state) if state is not None and speaker.country in (None, state.country) and not of_another else None


def _state_in_role(lexicon: ActorLexicon, speaker: Entity) -> Known | None:
    """Return the state that a person's role names, where several bear the code of its country: "[Abkhaz] foreign minister"."""
    for role in (m.name if m.kind == "description" else m.role for m in speaker.mentions if m.kind == "description" or m.role):
        words = fold((role or "").replace("\u2019s", "").replace("'s", ""))
        if (state := next((k for k in _states_named(lexicon, words) if k.country == speaker.country), None)) is not None:
            return state
    return None


def state_of_outlet(lexicon: ActorLexicon, analysis: Analysis) -> Known | None:
    """Return the state whose government an outlet belongs to: "Peruvian Ministry of Foreign Affairs"."""
    words = fold(analysis.article.outlet or "")
    if _OFFICES & set(words) and (named := next((lexicon.states.get(k.country or "") for k in _states_named(lexicon, words)), None)) is not None:
        return named
    bodies = (k for end, known in lexicon.longest(words, 0) if end == len(words) for k in known if k.sector == "GOV" and k.kind == "group") if words else ()
    return next((lexicon.states.get(k.country or "") for k in bodies), None)  # "White House", "State Department"


def _states_named(lexicon: ActorLexicon, words: tuple[str, ...]) -> Iterator[Known]:
    """Yield what the lexicon knows of the states that folded words name, in their order."""
    return (k for i in range(len(words)) for _, options in lexicon.longest(words, i) for k in options if k.kind == "state")


def entity_of(analysis: Analysis, state: Known) -> Entity:
    """Return the actor that a state is in an article, made where the article never names it."""
    entity = next((e for e in analysis.entities if e.entry is state.entry), None)
    if entity is None:
        entity = Entity(name=state.name, country=state.country, sector=state.sector, entry=state.entry)
        analysis.entities.append(entity)
    elif all(m.rule == "lexicon-capital" and _is_whereabouts(m) for m in entity.mentions if m.kind == "name"):
        entity.name = state.name  # of "to Dublin" only the town is told
    return entity


def _is_whereabouts(capital: Mention) -> bool:
    """Whether a capital only says where something takes place or was written: "in Dublin", "Washington, DC" above a statement."""
    return capital.head.sent.block.kind in ("caption", "dateline", "byline") or (capital.head.dep == "pobj" and capital.head.head.lower in ("in", "to", "from", "at"))


def _affiliation(analysis: Analysis, speaker: Entity) -> Entity | None:
    """Return the body of the article that a person's role belongs to."""
    affiliation = (speaker.affiliation or "").casefold()
    if not affiliation:
        return None
    return next((e for e in analysis.entities if not e.person and not all(_is_only_place(m) for m in e.mentions) and affiliation in (e.name.casefold(), *(name.casefold() for m in e.mentions if m.kind == "name" for name in (m.name, *((m.entry["name"],) if m.entry is not None else ()))))), None)


def _arm(analysis: Analysis, speaker: Entity, role: str) -> Entity | None:
    """Return the armed body named last before "the military spokesman"."""
    sectors = next((s for word, s in _ARMS.items() if word in role.split()), None)
    first = min((m.first for m in speaker.mentions), default=None)
    if sectors is None or first is None:
        return None
    before = [m for m in analysis.mentions if m.first < first and m.kind == "name" and not m.person and m.entities and (m.sector or m.entities[0].sector) in sectors]
    return before[-1].entities[0] if before else None
