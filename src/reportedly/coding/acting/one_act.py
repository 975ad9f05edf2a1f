"""One act: words that only unfold or name the act of another word."""

from __future__ import annotations

from reportedly.analysis import Draft, Entity, Token
from reportedly.coding.acting.parties import RISINGS, THINGS_ACTED_ON
from reportedly.coding.grammar.clauses import agents, logical_object, logical_subject
from reportedly.coding.grammar.syntax import conjuncts, counted, first_joined, is_definite, is_negated, is_passive, is_verb
from reportedly.coding.reference.naming import entity_sector
from reportedly.lexicons.word_lists import word_list

_SENDING = word_list("sending")
_INTENTS = frozenset({"commitment", "intention", "readiness", "willingness"})
_GIVING_WORD = frozenset({"pledge", "promise"})
_REPELLING = word_list("one_act.repelling")
_BEATING = word_list("one_act.beating")
_UNDONE = frozenset({"destroy"})
_HITTING = word_list("one_act.hitting")
_GOING_OFF = frozenset({"explode", "detonate", "go", "blow"})
_READY_FOR = frozenset({"AID", "SANCTION", "ASSAULT", "COERCE"})
COMING_TO = word_list("one_act.coming_to")
_TAKING_UP = frozenset({"accept", "agree", "approve", "embrace"})
_SHOUTING = frozenset({"chant", "shout"})
_PLANNED = frozenset({"planned", "proposed", "scheduled", "upcoming"})
_FORESTALLING = frozenset({"prevent", "foil", "thwart", "forestall"})
_BREAKING_UP = frozenset({"disperse", "break"})
_ANSWERING = frozenset({"avenge", "answer", "confront"})
_JUDGING = word_list("judging")
_TALKING_OVER = word_list("one_act.talking_over")
_DURING = frozenset({"during", "in", "at", "over"})
_GIVING_OR_KEEPING = word_list("one_act.giving_or_keeping")
_SIGNED = frozenset({"sign", "ratify", "approve", "adopt"})
_KEPT = word_list("one_act.kept")
_SHOWING = word_list("one_act.showing")
_FORCE = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
_CASUALTIES = word_list("casualties")
_SHOTS = frozenset({"fire", "gunfire"})
_BOMBS = frozenset({"bomb"})
_FIGHTS = word_list("fights")
_SEVERAL = frozenset({"attack"})
_LONG = word_list("long_spans")  # have many sufferers; but fighters are whom they were against
IN_ARMS = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "CRM", "SPY"})


def merge(drafts: list[Draft], by_head: dict[int, Draft]) -> list[Draft]:
    """Drop verbs that only unfold another mention: "an attack that killed 13", "was struck and killed"."""
    out = []
    for draft in drafts:
        if _is_cognate(draft, by_head) or _goes_without_saying(draft, drafts, by_head):
            continue
        if draft.type == "ASSAULT" and draft.head.lemma == "use" and is_verb(draft.head) and (deed := _done_with(draft.head, by_head)) is not None:
            deed.actors = deed.actors or list(draft.actors)
            by_head.pop(draft.head.i, None)
            continue  # "used a rifle to bring down the drone"
        if (blow := _blow_by(draft, by_head)) is not None:
            blow.mode, blow.recipients = blow.mode or draft.mode, blow.recipients or list(draft.recipients)
            by_head.pop(draft.head.i, None)
            continue  # "attacked the post with mortar fire", "used tear gas and rubber bullets"
        if (giving := _given_in(draft, by_head)) is not None:  # "provide two million in assistance to Jordan"
            giving.actors, giving.recipients = giving.actors or list(draft.actors), giving.recipients or list(draft.recipients)
            continue
        if draft.type == "SANCTION" and draft.head.dep == "pobj" and draft.head.head.lower == "for" and any(d.type == "SANCTION" and d.head.lemma == "designate" and d.head.i < draft.head.i for d in drafts if d.head.sent is draft.head.sent):
            continue  # "designated two colonels for sanctions"
        if draft.head.lemma == "target" and draft.head.child("mark") is None and draft.head.dep in ("advcl", "acl") and (curb := _curb_at(draft.head, by_head)) is not None:
            curb.recipients = curb.recipients or list(draft.recipients)
            continue  # "imposed sanctions, targeting four generals", "a wave of arrests targeting students"
        if (draft.type in ("CONSULT", "PROTEST") or draft.head.lemma == "enter") and draft.head.dep in ("xcomp", "ccomp") and draft.head.tag == "VB" and (gate := by_head.get(draft.head.head.i)) is not None and (gate.mode in ("restrict", "ban") or (gate.mode == "access" and (draft.head.lemma == "enter" or is_negated(gate.head)))):
            continue  # "was not allowed to visit them", "forbade the nurses to march"; but "let the nurses march"
        if draft.type == "PROTEST" and draft.mode == "demo" and (march := _march_of(draft.head, by_head)) is not None:
            march.recipients = march.recipients or [e for e in draft.recipients if e not in march.actors]
            continue  # "marched on parliament, chanting slogans against the tax"
        if draft.type == "PROTEST" and (ban := _banned_by(draft.head, by_head)) is not None:
            ban.recipients = ban.recipients or list(draft.actors)
            continue  # "banned all opposition rallies": in general
        if draft.type == "CONSULT" and (meeting := _means_of(draft, by_head)) is not None:
            meeting.actors += [e for e in draft.actors if e not in meeting.actors and e not in meeting.recipients]
            meeting.mode = meeting.mode or draft.mode
            continue  # "discussed it in a telephone call", "arrived for a visit"
        if is_verb(draft.head) and _unfolds(draft, by_head):
            continue
        out.append(draft)
    return out


def _goes_without_saying(draft: Draft, drafts: list[Draft], by_head: dict[int, Draft]) -> bool:
    """Whether a mention only says why, with what or for what another act was done."""
    if draft.head.lemma == "retaliate" and draft.head.dep == "advcl" and not draft.recipients and any(d is not draft and d.type == draft.type and d.head.sent is draft.head.sent and d.actors == draft.actors for d in drafts):
        return True  # "retaliating for the raid, the army shelled the camp"
    if draft.type == "AID" and draft.head.dep == "pcomp" and draft.head.head.lower == "for" and (paid := by_head.get(draft.head.head.head.head.i)) is not None and paid.type == "AID" and is_verb(paid.head) and paid is not draft and draft.head.head.head.dep == "dobj":
        return True  # "provide three million for clearing mines"
    if draft.type == "REQUEST" and draft.head.lemma == "demand" and not is_verb(draft.head) and (met := by_head.get(draft.head.head.i)) is not None and met.type in ("AGREE", "CONCEDE") and draft.head in met.words:
        return True  # "until their demands are met"
    return draft.type in ("AID", "ACCUSE") and not is_verb(draft.head) and _is_sent_for(draft, by_head)  # "sent a team to launch an inquiry", "sent a platoon, its first part in a peacekeeping mission"


def _unfolds(draft: Draft, by_head: dict[int, Draft]) -> bool:
    """Whether a verb only says what another act was for, how it went or what it came to; that act then takes its words and parties."""
    if (main := _main_act(_first_joined(draft.head).head, by_head)) is not None and _is_purpose_of(draft, main):
        main.actors, main.recipients = main.actors or list(draft.actors), main.recipients or list(draft.recipients)
        if draft.type == "COERCE" and main.head.dep == "conj" and (used := by_head.get(main.head.head.i)) is not None and used.type == main.type:
            used.recipients = used.recipients or list(draft.recipients)  # "used batons and fired shots to disperse them"
        return True
    subjects = logical_subject(draft.head)
    noun = first_of(subjects, by_head) if len(subjects) == 1 and subjects[0].tag != "CD" else None
    first = draft.head.head if draft.head.dep == "conj" else draft.head
    if noun is not None and first.dep == "advcl" and first.tag == "VBG" and draft.head.child("dobj") is not None and (first.head.lemma in _GOING_OFF or draft.head.lemma == "kill"):
        return False  # "a truck bomb exploded in Gao, killing nine", "the attack shook the port, killing nine"
    if noun is None and draft.head.dep in ("pcomp", "acl", "relcl", "conj", "ccomp"):
        noun = _above(draft.head, subjects, by_head)
    if noun is not None and noun.type == "AGREE" and draft.head.lemma in _TAKING_UP and draft.head.dep == "relcl" and draft.head.child("nsubj") is not None:
        return False  # "an offer that the rebels accepted"
    if noun is not None and noun.type == draft.type == "ASSAULT" and _is_told_apart(draft.head, noun.head):
        _lend(draft, noun)
        return False
    if noun is not None and noun.type == draft.type and draft.mode != "third-party" and not is_verb(noun.head) and (not is_passive(draft.head) or "pcomp" in (draft.head.dep, draft.head.head.dep) or _outcome_verb(draft.head) is not None):
        noun.recipients = noun.recipients or list(draft.recipients)
        noun.also.append(draft.head)
        return True
    twin = next((by_head[c.i] for c in draft.head.children if c.dep == "conj" and c.i in by_head), None)
    if twin is not None and twin.type == draft.type == "ASSAULT" and _is_of_one(draft.head, twin.head) and is_verb(twin.head) and twin.head.child("nsubj", "nsubjpass") is None and not any(c.dep == "aux" and c.lemma == "have" for c in twin.head.children if draft.head.tag == "VBG") and twin.actors == draft.actors and twin.recipients == draft.recipients and not draft.head.child("dobj"):
        twin.mode = twin.mode or draft.mode
        twin.also.append(draft.head)
        return True
    return False


def _is_told_apart(harm: Token, blow: Token) -> bool:
    """Whether a main clause tells whom a blow killed, which is a mention of its own: "the strike [killed] two guards and hurt a third", "the strike wrecked a depot and [killed] two"; but not "a strike that killed two"."""
    first = harm
    while first.dep == "conj" and first.child("nsubj") is None:
        first = first.head
    subject = first.child("nsubj")
    return harm.lemma in _CASUALTIES | (_UNDONE if first.lemma == "kill" else set()) and subject is not None and first.dep not in ("relcl", "acl") and (subject is blow or blow in counted(subject)) and harm.child("dobj") is not None


def fold_death(draft: Draft, by_head: dict[int, Draft]) -> bool:
    """Give a blow or fight whoever a mention only says died of it; return whether it is such a mention, which is none of its own: "died in the [raid]", "died when a shell [hit] his truck", "lost their lives in the [raid]"."""
    if not (draft.head.lemma == "die" or any(w.lemma == "life" for w in draft.words)) or (blow := _died_of(draft.head, by_head)) is None:
        return False
    if blow.predicate.recipient and blow.head.lemma not in _FIGHTS:
        blow.recipients = blow.recipients or [e for e in draft.recipients if e not in blow.actors]
    return True


def _died_of(death: Token, by_head: dict[int, Draft]) -> Draft | None:
    """Return the blow or fight that somebody died of."""
    inside = [n for c in death.children if c.dep == "prep" and c.lower in ("in", "during", "from") for t in c.children if t.dep == "pobj" for n in (t, *counted(t))]
    when = [c for c in death.children if c.dep == "advcl" and any(m.lower == "when" for m in c.children)]
    above = [death.head] if death.dep == "relcl" and not is_verb(death.head) else []
    return next((d for t in (*inside, *when, *above) if (d := by_head.get(t.i)) is not None and d.type == "ASSAULT"), None)


def _lend(harm: Draft, blow: Draft) -> None:
    """Give a killing the doers of its blow, and the blow whom it killed."""
    if blow.predicate.recipient:  # not of a clash, which has sides
        harm.actors = harm.actors or list(blow.actors)
        blow.recipients = blow.recipients or [e for e in harm.recipients if e not in blow.actors and not is_of_many(blow, e)]
    harm.mode = harm.mode or blow.mode
    blow.also.append(harm.head)  # which says when and where, too


def is_of_many(blow: Draft, fallen: Entity) -> bool:
    """Whether somebody whom it killed is only one of those whom a noun tells of: "[attacks] have killed 900 people", "the [fighting] killed nine", "the [offensive] killed two nurses"."""
    noun = blow.head
    return noun.lemma in _FIGHTS or (noun.lemma in _SEVERAL and noun.tag == "NNS" and noun.child("compound") is None) or (noun.lemma in _LONG and entity_sector(fallen) not in IN_ARMS)


def first_of(tokens: list[Token], by_head: dict[int, Draft]) -> Draft | None:
    """Return the first event that stands at some words, or that they count: "a series of [attacks] killed 12"."""
    return next((by_head[n.i] for t in tokens for n in (t, *counted(t)) if n.i in by_head), None)


def _blow_by(draft: Draft, by_head: dict[int, Draft]) -> Draft | None:
    """Return the blow of which a noun only says with what it was dealt."""
    noun = draft.head
    top = first_joined(noun)
    if is_verb(noun) or draft.type != "ASSAULT":
        return None
    if noun.lemma in _SHOTS and top.dep == "pobj" and top.head.lower in ("by", "with"):
        verb = top.head.head
    elif noun.lemma in _BOMBS and (top.dep == "nsubj" or (top.dep == "pobj" and top.head.lower in ("by", "with"))):
        verb = top.head.head if top.dep == "pobj" else top.head  # "a roadside bomb exploded", "was killed by a car bomb"
    elif draft.mode == "crowd-control" and noun is not top:
        verb = top if top.i in by_head else top.head
    else:
        return None
    blow = by_head.get(verb.i)
    return blow if blow is not None and blow is not draft and blow.type == "ASSAULT" and (noun.lemma in _SHOTS | _BOMBS or blow.mode == draft.mode) else None


def _done_with(use: Token, by_head: dict[int, Draft]) -> Draft | None:
    """Return the blow that a weapon is used to deal, or with which it was dealt."""
    to = next((c for c in use.children if c.dep in ("advcl", "xcomp") and any(g.tag == "TO" for g in c.children)), None)
    verb = to if to is not None else use.head if use.tag == "VBG" and use.dep in ("advcl", "acl") else None
    blow = by_head.get(verb.i) if verb is not None else None
    return blow if blow is not None and blow.type == "ASSAULT" else None


def _given_in(draft: Draft, by_head: dict[int, Draft]) -> Draft | None:
    """Return the giving of which a noun only says in what it consists."""
    noun = first_joined(draft.head)  # "in food and medical aid"
    if draft.type != "AID" or is_verb(draft.head) or noun.dep != "pobj" or noun.head.lower not in ("in", "of", "as"):
        return None
    above = noun.head.head
    giving = by_head.get((above if is_verb(above) else above.head).i)
    return giving if giving is not None and giving is not draft and giving.type == "AID" and is_verb(giving.head) else None


def _curb_at(aim: Token, by_head: dict[int, Draft]) -> Draft | None:
    """Return the sanction or ban whose targets a clause names."""
    main = aim.head
    tops = [main, *counted(main), *(t for c in main.children if c.dep == "dobj" for t in conjuncts(c))]
    return next((by_head[t.i] for t in tops if t.i in by_head and by_head[t.i].type in ("SANCTION", "COERCE")), None)


def _march_of(gerund: Token, by_head: dict[int, Draft]) -> Draft | None:
    """Return the protest of which a verb only says how it went: "gathered there, holding banners and [shouting]", "marched and [chanted] slogans"."""
    if gerund.lemma in _SHOUTING:
        beside = [gerund.head] if gerund.dep == "conj" else [c for c in gerund.children if c.dep == "conj"]
        if (other := next((d for t in beside if (d := by_head.get(t.i)) is not None and d.type == "PROTEST"), None)) is not None:
            return other
    first = gerund
    while first.dep == "conj":
        first = first.head
    if gerund.tag != "VBG" or first.tag != "VBG" or first.dep not in ("advcl", "acl"):
        return None
    above = first.head
    march = by_head.get(above.i) or (by_head.get(above.head.i) if first.dep == "acl" and above.dep == "nsubj" else None)
    return march if march is not None and march.type == "PROTEST" and march.head is not gerund else None


def _banned_by(protests: Token, by_head: dict[int, Draft]) -> Draft | None:
    """Return the ban of protests in general: "outlawed strikes and [rallies]", "a ban on [marches]"; but not of "the rally", which was one."""
    noun = first_joined(protests)
    planned = any(c.lower in _PLANNED for c in protests.children)
    if (protests.tag != "NNS" and not planned and noun.head.lemma not in _FORESTALLING) or is_definite(protests) or noun.dep not in ("dobj", "nsubjpass", "pobj"):
        return None
    ban = by_head.get((noun.head.head if noun.dep == "pobj" else noun.head).i)
    return ban if ban is not None and (ban.mode == "ban" or ban.head.lemma in _FORESTALLING) else None


def _is_sent_for(draft: Draft, by_head: dict[int, Draft]) -> bool:
    """Whether a noun only says what those sent are to do, which the sending is coded as."""
    above, apart = draft.head, False
    for _ in range(8):
        apart = apart or above.dep == "appos" or (is_verb(above) and above is not draft.head)
        above = above.head
        main = by_head.get(above.i)
        if main is not None and is_verb(above):
            return apart and main.type == draft.type and above.lemma in _SENDING
        if is_verb(above) and above.dep not in ("advcl", "acl", "xcomp"):
            return False
    return False


def _means_of(draft: Draft, by_head: dict[int, Draft]) -> Draft | None:
    """Return the meeting or journey whose means or purpose a noun only names."""
    noun = draft.head
    if is_verb(noun) or noun.dep != "pobj":
        return None
    above = noun.head.head
    main = by_head.get((above.head if above.dep == "dobj" else above).i)  # "part [in] the talks"
    if main is not None and main.type == "CONSULT" and main.head.lemma in ("take", "participate", "engage") and noun.head.lower == "in" and not draft.recipients:
        return main  # "refused to take part in the talks"
    if main is not None and main.type == "CONSULT" and is_verb(main.head) and main.head.lemma in _TALKING_OVER and noun.head.lower in _DURING and not (draft.mode == "visit" and main.head.lemma == "meet") and (not draft.actors or not main.actors or any(e in draft.actors for e in main.actors)):
        return main  # "during the meeting, the ministers discussed it"; but "met nurses on a visit"
    if draft.mode not in ("phone", "visit") or above.dep == "dobj":
        return None
    if main is None or main.type != "CONSULT" or not is_verb(main.head) or main.head.i > noun.i:
        return None
    fits = noun.head.lower in ("in", "during", "by", "over") if draft.mode == "phone" else main.mode == "visit" and noun.head.lower in ("for", "on")
    return main if fits else None


def _is_purpose_of(draft: Draft, main: Draft) -> bool:
    """Whether a verb only says what the same act was for: "met to discuss the border", "gathered to protest"."""
    verb = _first_joined(draft.head)  # "to advise and assist them"
    infinitive = verb.dep in ("advcl", "xcomp") and any(c.tag == "TO" for c in verb.children) and (main.type != "REJECT" or verb.dep != "xcomp")  # but "refused to veto the bill"
    if infinitive and main.type == "ASSAULT" and draft.type == "COERCE" and draft.mode is None and draft.head.lemma in _BREAKING_UP:
        return True  # "fired shots to disperse the crowd"
    if infinitive and main.type == "PROTEST" and draft.head.lemma == "protest" and not draft.head.child("dobj"):
        return True  # "began a hunger strike to protest against the junta"
    if infinitive and main.type == "AID" and draft.type == "SUPPORT" and draft.head.lemma in ("support", "back") and draft.head.head is main.head:
        return True  # "sent soldiers to support the mission"
    if main.type == draft.type == "AID" and main.head.lemma == "help" and verb.head is main.head and verb.dep in ("xcomp", "ccomp") and verb.tag == "VB" and verb.child("nsubj") is None:
        return True  # "will help pay for the clinics"
    if main.type == draft.type == "CONSULT" and not is_verb(main.head) and verb.dep in ("acl", "advcl") and verb.lemma in _TALKING_OVER:
        return True  # "for meetings with officials to discuss the border"
    return infinitive and is_verb(main.head) and main.type == draft.type and main.type not in THINGS_ACTED_ON - {"AID"} and (set(map(id, draft.actors)) <= set(map(id, main.actors)) or main.head.lemma in ("send", "dispatch"))


def _main_act(verb: Token, by_head: dict[int, Draft]) -> Draft | None:
    """Return the act of a verb, or the protest that it carries: "staged a [sit-in] to protest against the tax"."""
    carried = (by_head[c.i] for c in verb.children if c.dep == "dobj" and c.i in by_head)
    return by_head.get(verb.i) or next((d for d in carried if d.type == "PROTEST" or d.mode == "crowd-control"), None)


def _first_joined(verb: Token) -> Token:
    """Return the first of the infinitives a verb is one of."""
    while verb.dep == "conj" and verb.tag == verb.head.tag == "VB":
        verb = verb.head
    return verb


def _is_cognate(draft: Draft, by_head: dict[int, Draft]) -> bool:
    """Whether another mention says the same act: "fought a war", "a commitment to support"; but "talks hosted by Angola" are one act and the hosting another."""
    if draft.type == "CONSULT" and is_verb(draft.head) and ((is_passive(draft.head) and draft.head.lemma != "attend" and agents(draft.head)) or (draft.head.dep == "relcl" and draft.head.lemma == "host") or draft.mode == "third-party"):
        return False
    if draft.mode == "third-party" and is_verb(draft.head) and any(t.i in by_head and by_head[t.i].actors and not any(e in by_head[t.i].actors for e in draft.actors) for t in logical_object(draft.head)):
        return False  # "Kenya brokered talks between the parties": who brokers them is no party
    if draft.type == "CONSULT" and draft.head.lemma == "discuss" and is_verb(draft.head) and any(t.i in by_head for t in logical_object(draft.head)):
        return False  # "discussed the talks in Doha": what they met about
    if draft.type == "ASSAULT" and draft.head.lemma in _ANSWERING:
        return False  # "avenged the killing of its general", "confronted the aggression": one act answers another
    if draft.type == "ASSAULT" and is_verb(draft.head) and any(t.lemma in RISINGS and t.i in by_head and by_head[t.i].actors and by_head[t.i].actors != draft.actors for t in logical_object(draft.head)):
        return False  # "fights an insurgency by Maoists"
    first = draft.head.head
    if not is_verb(draft.head) and draft.head.dep == "conj" and first.dep in ("dobj", "pobj") and (whole := by_head.get((first.head if first.dep == "dobj" else first.head.head).i)) is not None and first in whole.words and whole.type == draft.type and whole.mode == draft.mode:
        return not draft.recipients or not whole.recipients or any(e in whole.recipients for e in draft.recipients)  # "ordered the arrest and detention of two editors", "met with gas and rubber bullets"; but "its thanks to Chad and its gratitude to Togo"
    if draft.type in ("SUPPORT", "ACCUSE") and is_verb(draft.head) and draft.head.lemma in _JUDGING | {"ratify", "approve"}:
        if (judged := next((by_head[t.i] for t in logical_object(draft.head) if t.i in by_head), None)) is not None and judged.type == draft.type and judged.recipients == draft.recipients:
            draft.recipients = list(judged.actors)
        return False  # "welcomed the ratification of the treaty", "denounced the charges against him": one judges the other
    if draft.type == "AGREE" and any(w.lower == "ready" for w in draft.words):
        return _is_act_told_for(draft, by_head)
    if is_verb(draft.head):
        return _says_again_as_verb(draft, by_head)
    if draft.mode == "convict" and draft.head.dep == "pobj" and draft.head.head.lower == "to" and (above := by_head.get(draft.head.head.head.i)) is not None and above.mode == "convict":
        return True  # "the sentencing of the editor to a prison term"
    if draft.type == "AGREE" and draft.head.dep == "pobj" and draft.head.head.lower == "to" and (intent := draft.head.head.head).lemma in _INTENTS and intent.i in by_head:
        return True  # "reaffirmed their commitment to the accord"
    if draft.type == "AGREE" and draft.head.dep == "dobj" and draft.head.head.lemma in _KEPT and (kept := by_head.get(draft.head.head.i)) is not None and kept.type == "AGREE":
        return True  # "promised to honour the pact"
    if draft.type == "AGREE" and not draft.actors and draft.head.dep in ("dobj", "nsubjpass") and draft.head.head.lemma in _SIGNED and (signed := by_head.get(draft.head.head.i)) is not None and signed.type == "SUPPORT":
        return True  # "ratified the agreement"
    return draft.type == "AGREE" and draft.head.lemma.lower() in _INTENTS and _is_intent_told(draft, by_head)


def _is_act_told_for(ready: Draft, by_head: dict[int, Draft]) -> bool:
    """Whether what somebody is ready for is an act of its own, which says it: "is ready to negotiate", "ready for talks"; who stands ready also agrees to what harms nobody and helps nobody."""
    adjective = next(w for w in ready.words if w.lower == "ready")
    told = [d for n in {adjective, ready.head} for c in n.children if c.dep in ("xcomp", "ccomp", "advcl", "prep") for t in (c, *c.children) if (d := by_head.get(t.i)) is not None and d is not ready]
    return any(ready.head.lemma != "stand" or (d.type in _READY_FOR and is_verb(d.head)) for d in told)


def _is_intent_told(draft: Draft, by_head: dict[int, Draft]) -> bool:
    """Whether what somebody says he will do tells of his intent; it then takes its doers: "his commitment to [peace talks]"."""
    if draft.head.dep == "dobj" and draft.head.head.lemma in _GIVING_WORD and (given := by_head.get(draft.head.head.i)) is not None and given.type == "AGREE":
        return True  # "pledge our commitment to help them": the pledge says it
    inner = [v for c in draft.head.children for v in ([c] if c.dep in ("acl", "relcl") else c.children if c.dep == "prep" and c.lower == "to" else [])]
    if draft.head.lemma == "commitment" and _is_word_given(draft.head):
        return False  # "honoured its commitment to hold elections"
    said = [d for v in inner if (d := by_head.get(v.i)) is not None and (d.type != "AGREE" or is_verb(v))]
    if draft.head.lemma == "commitment" and not _is_shown(draft.head, by_head) and not any(d.type in _FORCE for d in said):
        return False  # "reaffirmed their commitment to the defence of Peru"
    for told in said:
        told.actors = told.actors or list(draft.actors)
    return bool(said) or draft.head.lemma == "commitment"


def _is_shown(commitment: Token, by_head: dict[int, Draft]) -> bool:
    """Whether a text only says what shows a resolve: "the transit demonstrates the commitment", "is part of our commitment", "the raid underscores it"."""
    shows = commitment.head.head if commitment.dep == "pobj" and commitment.head.lower == "of" else commitment.head
    return shows.lemma.lower() in _SHOWING or (is_verb(shows) and any(t is not commitment and t.i in by_head for t in logical_subject(shows)))


def _is_word_given(commitment: Token) -> bool:
    """Whether a commitment is one that was made, kept or broken, and no mere resolve that somebody reaffirms."""
    return commitment.head.lemma in _GIVING_OR_KEEPING or any(c.lower == "by" or (c.dep == "acl" and c.lemma in _GIVING_OR_KEEPING) for c in commitment.children)


def _says_again_as_verb(draft: Draft, by_head: dict[int, Draft]) -> bool:
    """Whether a verb's object says the same act, which then takes the verb's parties."""
    objects = logical_object(draft.head) or [t for c in draft.head.children if c.dep == "prt" for t in c.children if t.dep == "pobj"]  # "fought off an assault"
    other = first_of(objects, by_head) if draft.type == "ASSAULT" else next((by_head[t.i] for t in objects if t.i in by_head), None)
    if other is None and draft.head.lemma in _REPELLING:  # "an attempt to storm the palace was repelled"
        other = next((by_head[c.i] for t in objects if t.lemma == "attempt" for c in t.children if c.dep == "acl" and c.i in by_head), None)
        if other is not None and other.type == draft.type:
            return not _beats(draft, other)
    if other is not None and draft.type == other.type == "AGREE" and other.head.lemma in _INTENTS and draft.head.lemma in _GIVING_WORD:
        return False
    if other is not None and other.type == draft.type and not is_verb(other.head) and other.head.head not in draft.words[1:]:
        if draft.head.lemma in _REPELLING or any(c.lower in ("off", "back", "down") for c in draft.head.children):  # "repelled the assault"
            return not _beats(draft, other)
        if any(e.field == "actors" and e.rule == "slot with" for e in other.evidence) and not any(e in other.actors for e in draft.actors):
            other.actors = [*draft.actors, *other.actors]  # "fought a war with": both sides
        elif draft.head.lemma == "agree" and other.actors:
            other.actors = [*draft.actors, *(e for e in other.actors if e not in draft.actors)]  # "agreed a deal with"
        other.actors, other.recipients = other.actors or draft.actors, other.recipients or draft.recipients
        return True
    return False


def _beats(draft: Draft, blow: Draft) -> bool:
    """Let who withstands a blow be whom it was dealt; return whether that is an act of its own, against who dealt it: "repelled the assault", but not "survived the assault"."""
    blow.recipients = blow.recipients or [e for e in draft.actors if e not in blow.actors]
    beats = draft.type == "ASSAULT" and (draft.head.lemma in _BEATING or any(c.lower in ("off", "back", "down") for c in draft.head.children))
    if beats:
        draft.recipients = [*blow.actors]
        if draft.head.dep != "relcl":
            draft.also.append(blow.head)  # which says when and where, too
    return beats


def _above(verb: Token, subjects: list[Token], by_head: dict[int, Draft]) -> Draft | None:
    """Return the event noun that "with ten people killed" or "the bombing of a school, which killed ten" unfolds."""
    if verb.dep == "acl" and verb.tag == "VBG" and verb.head.dep == "dobj" and (using := verb.head.head).lemma == "use" and using.dep == "acl":
        return by_head.get(using.head.i)  # "carried out raids using bombs [targeting] a camp"
    if verb.dep == "conj" and verb.head.dep == "pcomp":
        verb = verb.head
    if verb.dep == "pcomp" and verb.head.lower == "with":
        above = verb.head.head
        noun = above.child("attr") if above.lemma == "be" else above  # "it was an attack, with ten killed"
        return by_head.get(noun.i) if noun is not None else None
    if verb.dep == "conj" and verb.head.dep == "relcl" and verb.child("nsubj", "nsubjpass") is None:
        verb = verb.head  # "the bombing of a clinic that killed a guard and maimed a nurse"
    if verb.dep == "ccomp" and verb.head.dep == "relcl":
        verb = verb.head  # "the strike on the convoy, which they said had hit a commander"
    if (came_to := _outcome_verb(verb)) is not None:
        verb, subjects = came_to, logical_subject(came_to)  # "the attack, which resulted in two guards killed"
        told = first_of(subjects, by_head)
        if told is not None or verb.dep != "relcl":
            return told
    if verb.dep != "relcl" or not subjects:
        return None
    if (who := verb.child("nsubj", "nsubjpass")) is not None and (who.lower == "who" or who.tag == "CD"):
        return None  # two acts: "a raid on the rebels, who killed nine", "a wave of bombs, one of which killed the mayor"
    noun = subjects[0]  # the parser hangs the clause on the nearest noun: climb to the act
    for _ in range(3):
        if noun.dep not in ("pobj", "appos", "conj"):
            return None
        noun = noun.head.head if noun.dep == "pobj" else noun.head
        if is_verb(noun) and noun.lemma in _JUDGING:
            noun = noun.child("dobj") or noun  # "condemned the raid by gunmen, which killed nine": "by" hung on the verb
        if noun.i in by_head:
            return by_head[noun.i]
    return None


def _outcome_verb(harm: Token) -> Token | None:
    """Return the verb whose outcome a participle tells: "[resulted] in one guard killed and two others hurt"."""
    whom = first_joined(harm.head) if harm.dep == "acl" and harm.tag == "VBN" else None
    return whom.head.head if whom is not None and whom.dep == "pobj" and whom.head.lower == "in" and f"{whom.head.head.lemma} in" in COMING_TO else None


def _is_of_one(first: Token, second: Token) -> bool:
    """Whether a verb joined to another only says how, or that some of one were hurt as well: "[struck] and killed", "were [killed] or wounded"; but not "[shot] and killed", "they [killed] and wounded nine"."""
    harms = first.lemma != second.lemma and {first.lemma, second.lemma} <= _CASUALTIES
    return first.lemma in _HITTING or (harms and (is_passive(first) or not any(c.lower == "and" for c in first.children)))
