"""Sharing: parties that the words of one act lend each other: "was killed in a [raid] by gunmen", "the raid led to the [killing] of two nurses"."""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Entity, Token
from reportedly.coding.acting.means import lend_mode
from reportedly.coding.acting.one_act import COMING_TO, IN_ARMS, first_of, is_of_many
from reportedly.coding.grammar.clauses import logical_subject
from reportedly.coding.grammar.occasions import occasions
from reportedly.coding.grammar.syntax import (
    ancestors,
    climb_partitive,
    first_joined,
    has_to,
    is_after_comma,
    is_definite,
    is_passive,
    is_verb,
    leftmost,
    prep_objects,
)
from reportedly.coding.reference.naming import entity_sector, name_words
from reportedly.lexicons.word_lists import word_list

_DEATHS = word_list("sharing.deaths")
BY_FORCE = frozenset({"ASSAULT", "COERCE"})
_WITH_GUNS = frozenset({"shootout", "gunfight", "firefight", "gunbattle"})
_OPERATIONS = frozenset({"operation", "raid", "crackdown", "sweep", "campaign"})
_LONG = word_list("long_spans")  # have many sufferers, of whom villagers shot in them are some; but fighters are whom they were against
_CASUALTIES = word_list("casualties")
_HURTING = _CASUALTIES - {"kill"}
_SHOOTING = frozenset({"open", "fire"})
_FELLING = frozenset({"shoot", "beat", "stab", "martyr"})
_ONE_BLOW = word_list("one_blow")
_BEGINNING = word_list("beginning")
_TAKEOVERS = frozenset({"coup", "putsch", "mutiny"})
_THEN = frozenset({"when", "as", "after"})
_FIGHTS = word_list("fights")
_AT_A_FIGHT = frozenset({"in", "during", "after", "following", "amid"})
_SETTING_OFF = word_list("sharing.setting_off")
_SPANS = word_list("spans_of_time")
_UNITS = ("-hour", "-day", "-week", "-month", "-year")
_GIVING = word_list("giving_help")
_HITTING = word_list("sharing.hitting")
_PROMISED_AS = frozenset({"xcomp", "ccomp", "pcomp", "prep", "dobj", "conj"})


def share(analysis: Analysis, draft: Draft, by_head: dict[int, Draft]) -> None:
    """Let an event noun and the event verb it belongs to lend each other their parties ("was killed in a raid by", "an attack in which two were killed")."""
    top = draft.head
    if not draft.actors and top.tag == "VBG" and top.dep == "advcl" and (main := by_head.get(top.head.i)) is not None and main.type == draft.type and not is_passive(main.head) and is_verb(main.head):
        draft.actors = [e for e in main.actors if e not in draft.recipients]  # "a Russian missile hit a clinic, wounding nine"
    if draft.actors and top.tag == "VBG" and top.dep == "advcl" and (main := by_head.get(top.head.i)) is not None and main.type == draft.type and is_verb(main.head) and ("subj",) in main.predicate.recipient and all(e in main.recipients for e in draft.actors) and top.child("mark") is None:
        draft.actors = [e for e in main.actors if e not in draft.recipients]  # "the convoy struck a mine, killing a guard": the convoy suffers it
    if is_verb(top) and not draft.actors:
        nouns = [n.i for n in occasions(top)]
        told = min((d for d in analysis.events if d.head.i in nouns), key=lambda d: nouns.index(d.head.i), default=None)
        if told is not None and told.type == draft.type and not (_is_two_sided(told) or (told.head.lemma in _FIGHTS and len(told.actors) > 1)):
            draft.actors = [e for e in told.actors if e not in draft.recipients]
            if told.head.lemma in _ONE_BLOW and not told.recipients and told.predicate.recipient:
                told.recipients = [e for e in draft.recipients if e not in told.actors]  # "led the ambush in which six gendarmes were killed"
                account_for_shared(told)
    elif is_verb(top) and draft.type == "ASSAULT" and (noun := next((by_head[n.i] for n in occasions(top) if n.i in by_head), None)) is not None and noun.type == draft.type and not noun.actors:
        noun.actors = list(draft.actors)  # "an ambush in which militants killed nine gendarmes"
        noun.recipients = noun.recipients or [e for e in draft.recipients if noun.head.lemma not in _LONG or (noun.actors and is_in_arms(e))]
        account_for_shared(noun)
    verb = top.head.head if top.dep == "pobj" and top.head.lower == "on" else top.head
    if draft.mode == "ceasefire" and top.dep in ("dobj", "pobj") and verb.lemma == "agree" and (agreed := by_head.get(verb.i)) is not None and agreed.type == "AGREE" and all(e in agreed.actors for e in draft.actors):
        draft.actors = list(agreed.actors)  # "agreed a truce with the rebels", "agreed with them on a truce"
    if not draft.actors and (then := _meanwhile(analysis, draft, by_head)):
        draft.actors = [e for e, _ in then]
        draft.because("actors", "who acted then", then[0][1])
    if top.dep == "nsubj" and top.head.lemma == "be" and (attr := top.head.child("attr")) is not None and not (draft.actors or draft.recipients):
        same = next((by_head[t.i] for t in (attr, *prep_objects(attr, "of")) if t.i in by_head), None)
        if same is not None and same.type == draft.type:  # "the clashes were a series of attacks between"
            draft.actors, draft.recipients = list(same.actors), list(same.recipients)
    if not draft.actors and top.dep in ("acl", "oprd", "ccomp") and top.head.dep == "dobj" and top.head.head.lemma == "leave" and draft.type == "ASSAULT" and (blow := first_of(logical_subject(top.head.head), by_head)) is not None and blow.type in BY_FORCE and not _is_two_sided(blow):
        draft.actors = [e for e in blow.actors if e not in draft.recipients]  # "a police crackdown left ten activists [injured]"
    if top.dep in ("appos", "npadvmod", "dep") and draft.type in BY_FORCE and is_after_comma(leftmost(top)) and leftmost(top).lower in ("a", "an") and (told := _verb_above(top, by_head)) is not None and told.type == draft.type:
        draft.actors, draft.recipients = draft.actors or list(told.actors), draft.recipients or list(told.recipients)  # "was shot dead, an [attack] that the Taliban claimed"
    if draft.recipients and (draft.type == "SUPPORT" or (draft.type == "AID" and (not is_verb(draft.head) or draft.head.lemma in _GIVING))):
        _tell_promised(draft, by_head)
    _lend_whom_it_hit(draft, by_head)
    _share_outcome(draft, by_head)
    _take_from_cause(draft, by_head)
    _share_as_occasion(analysis, draft, by_head)
    _take_sides(draft, by_head)


def _lend_whom_it_hit(draft: Draft, by_head: dict[int, Draft]) -> None:
    """Let a blow have those whom the clause behind it says it hit: "carried out two [raids], killing nine rebels", "returned [fire], killing him"."""
    if draft.type != "ASSAULT" or draft.recipients or draft.head.lemma in _FIGHTS or not draft.actors:
        return
    if is_verb(draft.head) and draft.head.lemma in _SHOOTING:  # "opened fire, killing four students"
        shot = next((d for c in draft.head.children if c.dep in ("advcl", "conj") and c.i > draft.head.i and c.lemma in _CASUALTIES and (d := by_head.get(c.i)) is not None and d.actors == draft.actors), None)
        draft.recipients = list(shot.recipients) if shot is not None else []
        if draft.recipients:
            return
    top = climb_partitive(draft.head)
    verb = draft.head if is_verb(draft.head) else top.head
    if not is_verb(verb) or (verb is not draft.head and top.dep != "dobj") or (verb is draft.head and verb.child("dobj") not in draft.words):
        return
    for clause in (c for n in (verb, top, draft.head) for c in n.children if (c.tag == "VBG" if c.dep in ("advcl", "acl") else c.dep == "conj" and n is verb and verb is not draft.head and c.child("nsubj") is None) and c.i > draft.head.i and c.lemma in _HITTING):
        hit = by_head.get(clause.i) or next((by_head[t.i] for t in clause.children if t.dep == "dobj" and t.i in by_head), None)  # "operations involving raids on the gang"
        if hit is not None and hit is not draft and hit.type == draft.type and hit.actors == draft.actors and not any(is_of_many(draft, e) for e in hit.recipients) and not any(g.dep == "advcl" and g.i < clause.i and has_to(g) for g in verb.children):
            draft.lend("recipients", list(hit.recipients), f"whom it hit in the {hit.head.text}", hit.head.span)
            return


def _tell_promised(draft: Draft, by_head: dict[int, Draft]) -> None:
    """Say whom a promise is made to by whom the promised help is for: "agreed to give aid to Togo", "is committed to supporting the envoy"."""
    below = draft.head
    for above in ancestors(below)[:4]:
        if below.dep not in _PROMISED_AS:
            return
        slot, below, told = below.dep, above, by_head.get(above.i)
        if told is None or told.type != "AGREE":
            continue
        if (is_verb(above) or above.pos == "ADJ") and not told.recipients and len(told.actors) == 1 and (slot == "ccomp" or all(e in told.actors for e in draft.actors)):
            told.lend("recipients", [e for e in draft.recipients if e not in told.actors], f"whom the {draft.head.text} is for", draft.head.span)
        return


def _verb_above(noun: Token, by_head: dict[int, Draft]) -> Draft | None:
    """Return the act of the verb in whose clause a noun stands."""
    for above in ancestors(noun):
        if is_verb(above):
            return by_head.get(above.i)
    return None


def _share_as_occasion(analysis: Analysis, draft: Draft, by_head: dict[int, Draft]) -> None:
    """Let a noun lend and take where it is the occasion of what is told: "searched four ranches in an [operation] against a gang"."""
    top = draft.head
    while not is_verb(top) and top.dep == "conj":
        top = top.head
    if top.dep == "pobj" and top.head.lower == "of" and top.head.head.lemma in _SPANS and top.head.head.dep == "pobj":
        top = top.head.head  # "were shot dead in a week of [raids]"
    if is_verb(top) or top.dep != "pobj" or top.head.lower not in ("in", "during", "by"):
        return
    verb = top.head.head
    if verb.dep == "dobj" and draft.type == "ASSAULT" and top.head.lower == "in":
        verb = verb.head  # "killed a commander in a raid": the parser hangs the raid on the commander
    if is_verb(verb) and draft.type == "ASSAULT" and (told_of := verb.child("dobj", "nsubjpass")) is not None and told_of.lemma in _DEATHS and told_of.i in by_head:
        verb = told_of  # "condemned the killing of ten men in Gao during a raid by the army"
    if not is_verb(verb) and (verb.i not in by_head or verb.lemma not in _DEATHS or draft.type != "ASSAULT"):
        return  # but "the killing of ten people in a raid by the army"
    if not draft.actors and draft.type in BY_FORCE and top.head.lower in ("in", "during") and any(c.lower in ("a", "an") for c in draft.head.children) and draft.head.lemma in _OPERATIONS and (done := by_head.get(verb.i)) is not None and done.type in BY_FORCE and done.type != draft.type:
        draft.actors = [e for e in done.actors if e not in draft.recipients]  # "searched four ranches in an operation against a gang"
        return
    if any(e.field == "actors" and e.rule == "slot between" for e in draft.evidence):
        return  # "killed in clashes between": by either side
    if _is_two_sided(draft):
        harm = next((d for d in analysis.events if d.head is verb and d.type == draft.type), None)
        fallen = harm.recipients if harm is not None else []
        if harm is not None and not harm.actors and fallen and _fell_to_others(harm, draft):
            for hurt in (harm, *(d for d in analysis.events if d.head is _fallen_before(verb) and not d.actors)):
                hurt.lend("actors", [e for e in draft.actors if e not in fallen], f"whom they fought in the {draft.head.text}", draft.head.span)
        draft.actors = [*(e for e in fallen if e not in draft.actors), *draft.actors]  # "twelve died in clashes with the police": they are one side
        return
    _share_with_verb(analysis, draft, verb)


def _fell_to_others(harm: Draft, fight: Draft) -> bool:
    """Whether those who fell in a fight fell to those with whom it was: soldiers in a fight with rebels, students in one with the police; but bystanders may fall to either side."""
    armed = [is_in_arms(e) for e in harm.recipients]
    if all(armed):
        return harm.head.lemma in _CASUALTIES
    return harm.head.lemma in _CASUALTIES | _FELLING and not any(armed) and all(entity_sector(e) in ("COP", "MIL") for e in fight.actors)


def _share_with_verb(analysis: Analysis, draft: Draft, verb: Token) -> None:
    """Let an event noun and the verb it is the occasion of lend each other what they lack: "wounded 26 in an [attack] by rebels"."""
    told = [e for d in analysis.events if d.head.lemma == draft.head.lemma and d.head.sent.i < draft.head.sent.i for e in d.actors]
    opening = bool(told) and draft.head.i < verb.i and is_definite(draft.head)
    for other in analysis.events:
        if other.head is verb and other.type == draft.type and other is not draft:
            if opening and not any(e in told for e in other.actors):
                continue  # "conducted an operation. During the operation, rioters threw stones": it was not theirs
            known = draft.type == "ASSAULT" and bool(other.actors)  # whose deed it was in the operation
            draft.actors, other.actors = draft.actors or list(other.actors), other.actors or list(draft.actors)
            counted_apart = (number := other.head.child("dobj")) is not None and number.tag == "CD"  # "wounded 26 in an attack on a base": not the base
            fallen = [e for e in other.recipients if not e.name.startswith("those ") and not (draft.head.lemma == "attack" and is_of_many(draft, e)) and not (verb.lemma in _HURTING and is_passive(verb))]  # "six were hurt in the attack": not only they
            draft.recipients, other.recipients = draft.recipients or fallen, other.recipients or ([] if counted_apart else list(draft.recipients))
            if (draft.head.lemma in _FIGHTS - _WITH_GUNS or (draft.head.lemma in _LONG and not (known and all(is_in_arms(e) for e in draft.recipients)))) and not any(e.field == "recipients" and e.rule.startswith("slot") for e in draft.evidence):
                draft.recipients = []  # "nine were killed in the fighting": two fought, and nobody is whom it was done to
            _lend_mode(draft, other)
    first = _fallen_before(verb)
    for other in analysis.events:
        if other.head is first and other.type == draft.type:
            other.actors = other.actors or [e for e in draft.actors if e not in other.recipients]
            _lend_mode(draft, other)


def _lend_mode(means: Draft, harm: Draft) -> None:
    if harm.mode is None and means.mode is not None:
        lend_mode(harm, means, "it was done by")


def _fallen_before(verb: Token) -> Token | None:
    """Return the verb of those who fell with those a verb tells of, where only the second has the attack: "three were [killed] and nine wounded in raids by the army"."""
    first = verb.head if verb.dep == "conj" or (verb.dep == "advcl" and any(c.dep == "mark" and c.lower == "while" for c in verb.children)) else verb.head.head if verb.dep == "acl" and verb.head.dep in ("conj", "dep") else None
    if first is None or not {first.lemma, verb.lemma} <= _CASUALTIES or not (is_passive(first) or first.tag == "VBN") or any(c.dep in ("prep", "agent") and c.lower in ("in", "by", "during", "after") for c in first.children):
        return None
    return first


def _share_outcome(fight: Draft, by_head: dict[int, Draft]) -> None:
    """Let fighting that went on before its outcome have the parties of that: "took the port after a month-long [siege]"."""
    noun = fight.head
    span = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    if is_verb(noun) or fight.type not in BY_FORCE or fight.actors or fight.recipients or span.dep != "pobj" or span.head.lower not in ("after", "following") or not lasted(noun, span.head):
        return
    outcome = by_head.get(span.head.head.i)
    if outcome is not None and outcome.type == "ASSAULT" and outcome.mode is None and is_verb(outcome.head):
        fight.actors, fight.recipients = list(outcome.actors), list(outcome.recipients)


def _take_from_cause(harm: Draft, by_head: dict[int, Draft]) -> None:
    """Give harm the doers of the blow it is said to come from: "the raid by the army led to the [killing] of two nurses"."""
    link = first_joined(harm.head).head
    verb = link.head if link.dep == "prep" else link
    if is_verb(harm.head) or harm.actors or harm.type not in BY_FORCE or harm.head.lemma in _FIGHTS or f"{verb.lemma} {link.lower if link is not verb else ''}".strip() not in COMING_TO:
        return
    blow = first_of(logical_subject(verb), by_head)
    if blow is None and verb.dep == "advcl" and verb.tag == "VBG":  # "carried out a raid, resulting in the [capture] of nine"
        blow = first_of([t for t in verb.head.children if t.dep == "dobj"], by_head)
    doers = [e for e in blow.actors if e not in harm.recipients] if blow is not None else []
    if blow is not None and doers and not is_verb(blow.head) and not _is_two_sided(blow) and (blow.type == harm.type or blow.head.lemma in _OPERATIONS):
        harm.lend("actors", doers, f"whose {blow.head.text} it came from", blow.head.span)


def _take_sides(fight: Draft, by_head: dict[int, Draft]) -> None:
    """Give a fight both sides of the blow that was struck in it, before it or that set it off: "killed three rebels in an [exchange] of fire", "raided the camp, triggering a [gun battle]"."""
    if is_verb(fight.head) or fight.head.lemma not in _FIGHTS:
        return
    top = climb_partitive(fight.head)
    if top.dep == "pobj" and top.head.lower in _AT_A_FIGHT:
        verb = top.head.head.head if top.head.head.dep == "dobj" else top.head.head
    elif top.dep == "dobj" and top.head.dep == "advcl" and top.head.lemma in _SETTING_OFF:
        verb = top.head.head
    elif top.dep == "nsubj" and (clause := next((c for c in top.head.children if c.dep == "advcl" and any(g.lower in _THEN for g in c.children)), None)) is not None:
        verb = clause  # "a gun battle ensued when rebels attacked the post"
    else:
        return
    blow = by_head.get(verb.i)
    if blow is None or not is_verb(blow.head) or blow.type not in BY_FORCE or not blow.actors or blow.mode == "crowd-control":
        return
    named = [e for e in fight.actors if e not in blow.actors] if any(e.field == "actors" and e.rule.startswith("slot") for e in fight.evidence) else []
    if len(named) > 1:
        return  # "arrested ten marchers after clashes between students and soldiers": both sides are named
    others = named or [e for e in blow.recipients if is_in_arms(e)]
    if others and all(e in blow.actors or e in others for e in fight.actors):
        fight.actors, fight.recipients = [*blow.actors, *others], []
        account_for_shared(fight)


def lasted(fight: Token, after: Token) -> bool:
    """Whether fighting is said to have gone on for some time before what came of it, in the same place: "captured the town after two days of shelling", "after a six-week siege"."""
    span = fight.head.head if fight.dep == "pobj" and fight.head.lower == "of" else fight
    return span.head is after and (span.lemma in _SPANS or any(c.lemma in _SPANS or (c.tag == "CD" and c.dep == "compound") or c.lower.endswith(_UNITS) for c in fight.children))


def _is_two_sided(fight: Draft) -> bool:
    """Whether a noun is a fight with somebody, which those who died in it fought too: "died in clashes with the police"."""
    return fight.head.lemma in _FIGHTS and any(e.field == "actors" and e.rule == "slot with" for e in fight.evidence)


def _meanwhile(analysis: Analysis, draft: Draft, by_head: dict[int, Draft]) -> list[tuple[Entity, tuple[int, int]]]:
    """Return who did it by the clause that tells what happened then: "were killed when soldiers opened fire", "were seized when gunmen stopped their car", but not "when his plane came down"."""
    begun = draft.head.head if draft.head.dep == "nsubj" and draft.head.head.lemma in _BEGINNING and any(w.lemma in _TAKEOVERS for w in draft.words) else None  # "the coup began when officers"
    if draft.type not in ("ASSAULT", "COERCE") or not (begun is not None or (is_verb(draft.head) and is_passive(draft.head))):
        return []
    if begun is not None:
        return [(e, other.head.span) for c in begun.children if c.dep == "advcl" and any(g.lower == "when" for g in c.children) and (other := by_head.get(c.i)) is not None and other.type in BY_FORCE for e in other.actors]
    if (cause := _cause(draft.head)) is not None and (blow := by_head.get(cause.i)) is not None and (blow.type == draft.type or (draft.head.dep == "conj" and blow.type in BY_FORCE)):
        both_armed = draft.head.dep == "conj" and any(map(is_in_arms, draft.recipients)) and (blow.type == "COERCE" or any(map(is_in_arms, blow.recipients)))
        return [(e, blow.head.span) for e in blow.actors if e not in draft.recipients and not _is_theirs(e, draft) and not (both_armed and is_in_arms(e))]  # "killed nine rebels, and two soldiers were hurt": not by the army
    joined = [c for c in draft.head.children if c.dep == "conj" and is_verb(c) and is_passive(c)]  # "were killed and others injured when"
    for clause in (c for v in (draft.head, *joined) for c in v.children):
        if clause.dep != "advcl" or clause.i < draft.head.i or not any(c.lower in _THEN for c in clause.children) or any(c.dep == "aux" and c.lower in ("has", "have") for c in clause.children):
            continue
        other = by_head.get(clause.i)
        if clause.lemma in _FIGHTS:
            return []  # "nine killed as police clash with miners": either side may have done it
        if other is not None:
            return [(e, other.head.span) for e in other.actors if is_in_arms(e) and not _is_theirs(e, draft) and draft.mode != "explosives"]
        if is_passive(clause) or draft.mode == "explosives":
            return []  # "the mine was detonated as troops crossed the bridge"
        mentions = [m for t in logical_subject(clause) if not any(c.tag == "PRP$" for c in t.children) and (m := analysis.mention_at.get(t.i)) is not None and m.kind != "pronoun"]
        return [(e, m.span) for m in mentions for e in m.entities if is_in_arms(e) and not _is_theirs(e, draft)]
    return []


def _is_theirs(entity: Entity, draft: Draft) -> bool:
    """Whether it befell somebody himself, or his men: "nine army soldiers were killed when the [army] advanced"."""
    words = set(name_words(entity.name))
    return any(e is entity or (words and words < set(name_words(e.name))) for e in draft.recipients)


def _cause(harm: Token) -> Token | None:
    """Return the verb that tells what did harm: "raided the camp, as a result of which nine were [killed]", "nine were killed while two were [hurt]"."""
    result = harm.head
    if harm.dep == "conj" and harm.lemma in _CASUALTIES and is_verb(result) and result.lemma not in _FIGHTS and not is_passive(result) and harm.child("nsubjpass") is not None and not any(c.dep in ("prep", "agent", "advcl", "aux") and c.i > harm.i for c in harm.children):
        return result  # "gunmen attacked a checkpoint and three policemen were [killed]"
    if harm.dep == "relcl" and result.lemma == "result" and result.dep == "pobj" and result.head.lower == "as":
        return result.head.head
    return result if harm.dep == "advcl" and any(c.dep == "mark" and c.lower == "while" for c in harm.children) and is_passive(result) else None


def is_in_arms(entity: Entity) -> bool:
    return entity_sector(entity) in IN_ARMS


def account_for_shared(draft: Draft) -> None:
    """Say where parties came from that the draft's own slots did not give."""
    for field in ("actors", "recipients"):
        found: list[Entity] = getattr(draft, field)
        empty = [e for e in draft.evidence if e.field == field and e.rule.startswith("empty")]
        if not found:
            continue
        draft.evidence = [e for e in draft.evidence if e not in empty]
        if not any(e.field == field for e in draft.evidence):
            near = min((m.span for m in found[0].mentions), key=lambda span: abs(span[0] - draft.head.start))
            draft.because(field, "shared with the verb or noun the act belongs to", near, draft.predicate.entry.at)
