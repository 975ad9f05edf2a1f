"""Elsewhere: where the words for whom an act befell may stand, besides the slots that a lexicon line names; a helper of arguments.py."""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Entity, Mention, Token
from reportedly.coding.acting.parties import described, others_at
from reportedly.coding.grammar.clauses import agents, logical_object, logical_subject, surface_subject
from reportedly.coding.grammar.slot_shapes import receivers
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.syntax import climb_partitive, counted, first_joined, is_passive, is_time, is_verb, prep_objects
from reportedly.lexicons.word_lists import word_list

# What is done to the one person who is named before or as the owner of it: "the Morton shooting".
SUFFERED = word_list("befalling_people")
# Slots that hold whom an act of a type befell, of verbs and of nouns, where the line of a word knows of none.
_VERBS = {
    "REJECT": "iobj obj", "CONCEDE": "iobj to on against with", "RETREAT": "iobj", "REQUEST": "iobj from csubj", "SUPPORT": "with behind",
    "THREATEN": "against iobj", "SANCTION": "on against with from", "COERCE": "on against", "AID": "iobj to for", "AGREE": "with to iobj for", "ASSAULT": "against on",
}  # fmt: skip
_NOUNS = {
    "ACCUSE": "against at into", "REJECT": "to", "CONCEDE": "to for", "REQUEST": "to on csubj", "SUPPORT": "to with", "THREATEN": "against to on", "SANCTION": "on against",
    "COERCE": "on against toward towards", "AID": "to for", "AGREE": "to iobj", "ASSAULT": "on against toward towards",
}  # fmt: skip
_SLOTS = {noun: {type_: tuple(slots.split()) for type_, slots in table.items()} for noun, table in ((False, _VERBS), (True, _NOUNS))}
_WEAPONS = frozenset({"crowd-control", "firearms", "primitive", "explosives"})
_WITHHOLDING, _GIVING = frozenset({"refuse", "decline", "stop", "cease"}), word_list("elsewhere.giving")
_HELD = frozenset({"held", "controlled", "occupied"})
_OWNING = frozenset({"hold", "own", "run", "operate"})
_BASES = frozenset("stronghold bastion redoubt headquarters".split())
_POSTS = frozenset({"camp", "base", "outpost", "post"})
_HOLDING = word_list("elsewhere.holding")
_HURT = word_list("elsewhere.hurt")
_COSTING = frozenset({"claim", "cost", "take"})
_FREEING = word_list("elsewhere.freeing")
_BROKERING = frozenset({"broker", "mediate"})
_OFFERS = frozenset({"offer", "proposal"})
_STRIKING_BACK = word_list("striking_back")
_ANSWERING = word_list("elsewhere.answering")
_SHIELDING = word_list("elsewhere.shielding")
_ENVOYS = word_list("elsewhere.envoys")
_SPANS = word_list("spans_of_time")
_DURING = frozenset({"after", "during", "following", "in", "for"})
_INSIDE = frozenset({"in", "under"})
_KEEPING = word_list("elsewhere.keeping")
_ABOUT = frozenset({"over", "about", "at", "for"})


def further_slots(draft: Draft, *, noun: bool) -> tuple[str, ...]:
    """Return slots to look in when those of the line hold nobody."""
    if noun and draft.head.lemma in SUFFERED:
        return (*_SLOTS[True].get(draft.type, ()), "poss", "comp")
    if not noun and draft.type == "ASSAULT" and draft.head.child("dobj") is not None:
        return ()  # "killed eleven sheep on a farm": not the farm
    return _SLOTS[noun].get(draft.type, ())


def is_one_person(analysis: Analysis, token: Token) -> bool:
    """Whether a word is the name of one person."""
    mention = analysis.mention_at.get(token.i)
    return mention is not None and mention.kind == "name" and bool(mention.person or (mention.entities and mention.entities[0].person))


def holders(analysis: Analysis, verb: Token) -> list[tuple[Entity, tuple[int, int]]]:
    """Return from whom something is taken that is called theirs: "liberated IS-held villages"."""
    objects = [t for o in logical_object(verb) for t in (o, *counted(o), *prep_objects(o, "of"))]
    held = [c for o in objects for c in o.children if c.dep in ("amod", "acl", "relcl") and (c.lower in _HELD or c.lemma in _HOLDING)]
    bases = [t for o in objects if o.lemma in _BASES for t in (*prep_objects(o, "of"), *(c for c in o.children if c.dep in ("poss", "compound", "nmod")))]  # "the last stronghold of the group"
    inside = bases + [t for h in held for t in ([c for c in h.children if c.i < h.i] if h.dep == "amod" else agents(h) if is_passive(h) else surface_subject(h))]  # "land that IS controlled"
    for post in (o for o in objects if o.lemma in _POSTS):  # "seized the brigade's camp"; "a Turkish outpost" is called so
        owner = next((c for c in post.children if c.dep == "poss" and c.tag != "PRP$"), None)
        if owner is not None:
            inside.append(owner)
        elif any(c.dep in ("amod", "compound", "nmod") and (m := analysis.mention_at.get(c.i)) is not None and (m.kind == "description" or m.rule.startswith("lexicon")) and m.rule != "lexicon-capital" for c in post.children) and post.i not in analysis.mention_at:
            return [(described(analysis, post), post.span)]
    inside += [t for o in objects for t in owners_told(o)]
    mentions = [m for t in inside if (m := analysis.mention_at.get(t.i)) is not None and m.kind != "pronoun"]
    return [(e, m.span) for m in mentions for e in m.entities]


def owners_told(thing: Token) -> list[Token]:
    """Return to whom a thing is said to belong: "seized vehicles belonging to [the army]"."""
    return [t for c in thing.children if c.dep == "acl" and c.lemma == "belong" for t in prep_objects(c, "to")]


def held_by(thing: Token) -> list[Token]:
    """Return by whom what is taken away is held: "cancelled a licence held by a Danish [firm]"."""
    return owners_told(thing) or [t for c in thing.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in _OWNING for t in agents(c)]


def paid_for(analysis: Analysis, verb: Token, slots: Slots) -> list[Token]:
    """Return whose work or things somebody pays for: "will fund the defence of [the editors]"; but "funded the bombing of the port"."""
    things = [o for o in logical_object(verb) if o.i not in analysis.mention_at and not names_harm(o, slots)]
    return [t for o in things for t in (*(c for c in o.children if c.dep == "poss"), *prep_objects(o, "of"))]


def names_harm(noun: Token, slots: Slots, slot: str = "of") -> bool:
    """Whether what is judged is done to whom a phrase of its names: "described the killing [of Armenians] as genocide"."""
    return any(p.type in ("ASSAULT", "COERCE", "SANCTION") and (slot,) in p.recipient for p in slots.lexicon.by_head.get((noun.lemma.lower(), "noun"), ()))


def makers(analysis: Analysis, draft: Draft) -> list[Token]:
    """Return whose doing is rejected, judged or agreed to: "dismissed the truce declared by [the junta]", "agreed to the terms set by [the Fund]"; not who only brokered it."""
    things = (*logical_object(draft.head), *(prep_objects(draft.head, "to") if draft.type == "AGREE" else ()))
    made = [t for o in things if o.i not in analysis.mention_at for c in o.children if c.dep == "acl" and c.tag == "VBN" and c.lemma not in _BROKERING for t in agents(c)]
    if made or draft.type == "AGREE" or is_passive(draft.head):
        return made or ([t for o in things for t in prep_objects(o, "by")] if draft.mode == "allege" else [])
    return [t for o in ((*things, draft.head) if things else ()) for t in prep_objects(o, "by")]  # "alleged abuses by soldiers", "condemned the abuses by soldiers"


def not_given(analysis: Analysis, verb: Token) -> list[Token]:
    """Return whom somebody refuses or stops to give something: "declined to issue a visa to [the monk]", "stopped paying [Togo] its share"."""
    giving = next((c for c in verb.children if c.dep == "xcomp" and c.i > verb.i and c.lemma in _GIVING), None)
    if giving is None or verb.lemma not in _WITHHOLDING:
        return []
    things = [c for c in giving.children if c.dep == "dobj"]
    return receivers(analysis, giving) or (things[:1] if len(things) > 1 else prep_objects(giving, "to") + [t for o in things for t in prep_objects(o, "to")])


def left_hurt(act: Token) -> list[Token]:
    """Return whom an act left dead or hurt: "an ambush that left [six gendarmes] dead"."""
    top = climb_partitive(act)
    verbs = [c for c in top.children if c.dep in ("relcl", "acl")] + ([top.head] if top.dep == "nsubj" else [])
    if lost := [t for v in verbs if v.lemma in _COSTING for o in v.children if o.dep == "dobj" and o.lemma == "life" for t in prep_objects(o, "of")]:
        return lost  # "the raid claimed the lives of [nine monks]"
    leaving = (v for v in verbs if v.lemma == "leave" and any(w.lower in _HURT for c in v.children for w in (c, *c.children)))
    return logical_object(verb) if (verb := next(leaving, None)) is not None else []


def used_on(weapon: Token) -> list[Token]:
    """Return on whom a weapon was used: "dispersed [the crowd] with tear gas", "threw stones at police, who responded with tear gas"."""
    weapon = first_joined(weapon.head if weapon.dep == "acl" and weapon.tag == "VBN" else weapon)  # "met with gas [fired] by guards"
    phrase = weapon.head
    if weapon.dep == "pobj" and phrase.head.lemma == "meet" and is_passive(phrase.head):
        return logical_object(phrase.head)  # "were met with gas from police and [attacks] by thugs"
    if weapon.dep != "pobj" or phrase.lower != "with":
        return []
    verb = phrase.head
    for _ in range(3):  # "dispersed by police with", "dispersed a crowd of miners with"
        if is_verb(verb) or verb.dep not in ("pobj", "dobj") or verb.lemma == "connection":
            break
        verb = verb.head.head if verb.dep == "pobj" else verb.head
    if not is_verb(verb):
        return []
    if verb.lemma not in _STRIKING_BACK:
        return logical_object(verb)
    answered = verb.head
    for _ in range(3 if verb.dep == "relcl" else 0):
        answered = answered.head
        if is_verb(answered):
            return logical_subject(answered)
    return []


def struck(analysis: Analysis, draft: Draft, slots: Slots) -> list[tuple[Entity, tuple[int, int]]]:
    """Return on whom a weapon was used."""
    if draft.type != "ASSAULT" or not (draft.mode in _WEAPONS or draft.mode is None):
        return []
    return others_at(analysis, draft, used_on(draft.head), slots, as_doer=False)


def answerers(draft: Draft) -> list[Token]:
    """Return who answers what is offered to or asked of them: "[the union] rejected calls to"; who is somewhere at somebody's invitation."""
    noun = climb_partitive(draft.head)
    if noun.dep in ("dobj", "nsubjpass") and (noun.head.lemma in _ANSWERING or (noun.head.lemma == "turn" and (down := noun.head.child("prt")) is not None and down.lower == "down")) and (draft.type == "REQUEST" or draft.head.lemma in _OFFERS):
        return logical_subject(noun.head)  # "[teachers] rejected a pay offer from the ministry"
    if (draft.type == "ASSAULT" or draft.head.lemma == "pressure") and noun.dep == "pobj" and noun.head.lower == "under" and is_verb(verb := noun.head.head):
        return surface_subject(verb)  # "the marines landed under heavy fire", "she quit under pressure from the ministry"
    if draft.type == "ASSAULT" and noun.dep == "pobj" and (verb := noun.head.head).lemma in _SHIELDING and noun.head.lower in ("from", "against") and is_verb(verb):
        return logical_object(verb)  # "protect [the villagers] from attacks by"
    if draft.type == "AGREE" and noun.dep == "pobj" and noun.head.lower == "at" and draft.head.lemma == "invitation" and (verb := noun.head.head).pos in ("VERB", "AUX"):
        return surface_subject(verb)  # "are in Chad at the invitation of the government"
    return []


def captives(draft: Draft) -> list[Token]:
    """Return who is held where a noun tells of it only in passing: "[the editor], under house arrest in Gao,", "[nuns] in detention", "after six years of detention [he] was tried"."""
    noun = draft.head
    phrase = noun.head
    if noun.dep == "pobj" and phrase.lower == "of" and phrase.head.lemma in _SPANS and phrase.head.dep == "pobj" and phrase.head.head.lower in _DURING:
        phrase = phrase.head.head
    elif noun.dep != "pobj" or phrase.lower not in _INSIDE:
        return []
    above = phrase.head
    if above.dep == "dobj" and any(c.tag == "PRP$" for c in above.children):
        above = above.head  # "lost their lives in detention"
    if not (is_verb(above) or above.pos == "AUX"):
        return [above] if above.pos in ("NOUN", "PROPN") else []
    return logical_object(above) if above.lemma in _KEEPING else surface_subject(above)


def blamed_over(draft: Draft, by_head: dict[int, Draft]) -> Draft | None:
    """Return the act that takes somebody to task over a deed: "[criticised] the junta over the arrest of two editors", "[summoned] its envoy over the raid"."""
    deed = first_joined(draft.head)
    if deed.dep != "pobj" or deed.head.lower not in _ABOUT or draft.type not in ("ASSAULT", "COERCE") or deed.head.head is deed.head:
        return None
    above = deed.head.head
    told = by_head.get(above.i) or next((d for d in by_head.values() if above in d.words or (above.dep == "pobj" and above.head.head in d.words)), None)
    return told if told is not None and told is not draft and (told.type == "ACCUSE" or told.mode == "expel") and told.mode != "investigate" else None


def freeing(taking: Token, by_head: dict[int, Draft]) -> Draft | None:
    """Return the release of those of whom a participle says that they were taken: "must [release] the captured sailors", "[freed] nine rebels held since May"."""
    if taking.dep not in ("amod", "acl") or taking.tag != "VBN" or taking.lemma in ("kidnap", "abduct") or any(c.dep == "agent" or (c.dep == "prep" and c.lower in ("in", "at") and not any(is_time(t) for t in c.children)) for c in taking.children):
        return None
    whom = climb_partitive(taking.head)
    verb = whom.head
    release = by_head.get(verb.i) if whom.dep == "dobj" and verb.lemma in _FREEING and not is_passive(verb) else None
    return release if release is not None and release.mode == "release" else None


def including(draft: Draft, by_head: dict[int, Draft]) -> Draft | None:
    """Return the act of which a noun only names a part: "imposed [sanctions], including a travel ban and an embargo"."""
    part = climb_partitive(draft.head)
    if part.dep != "pobj" or part.head.lower != "including" or (draft.actors and draft.recipients):
        return None
    above = part.head.head
    whole = by_head.get(above.i) or (next((d for d in by_head.values() if above in d.words), None) if draft.type in ("SANCTION", "COERCE") else None)
    return whole if whole is not None and whole is not draft and (whole.type == draft.type or (whole.type, draft.type) == ("SANCTION", "COERCE")) else None


def taken_on(charge: Token, by_head: dict[int, Draft]) -> Draft | None:
    """Return the act by which somebody was taken on a charge: "[arrested] two editors on charges of libel", also where the parser hangs the charge on them."""
    noun = climb_partitive(charge)
    if noun.dep != "pobj" or noun.head.lower not in ("on", "for", "over"):
        return None
    above = noun.head.head
    told = by_head.get(above.i) or by_head.get(above.head.i)
    return told if told is not None and told.type in ("COERCE", "ASSAULT", "SANCTION") else None


def in_court(charge: Token) -> list[Token]:
    """Return who appears in court on a charge: "[the officers] will appear in court on charges of murder"."""
    noun = climb_partitive(charge)
    if noun.dep != "pobj" or noun.head.lower != "on":
        return []
    verb = noun.head.head if is_verb(noun.head.head) else noun.head.head.head.head  # also where it hangs on the court
    return surface_subject(verb) if is_verb(verb) and verb.lemma in ("appear", "stand") else []


def sender(person: Token) -> list[Token]:
    """Return of whom somebody is the envoy, and anybody else himself: "summoned [India]'s envoy"."""
    if person.lemma.lower() not in _ENVOYS:
        return [person]
    return prep_objects(person, "of") or [c for c in person.children if c.dep in ("poss", "compound", "amod", "nmod") and c.i < person.i]


def without_trigger(draft: Draft, told: Mention) -> None:
    """Take the word for the act out of the name of whom it befell: the "captured fighters" are fighters."""
    word = draft.head.text + " "
    if draft.type not in ("ASSAULT", "COERCE") or told.kind != "description" or len(told.entities) != 1 or told.entities[0] not in draft.recipients or not told.name.startswith(word) or draft.head.i != told.first:
        return
    entity = told.entities[0]
    if entity.name == told.name:
        entity.name = told.name = told.name.removeprefix(word)
