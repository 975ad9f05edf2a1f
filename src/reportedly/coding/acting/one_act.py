"""One act: words that only unfold, name or share the act of another word."""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Entity, Token
from reportedly.coding.acting.means import lend_mode
from reportedly.coding.acting.parties import THINGS_ACTED_ON
from reportedly.coding.grammar.clauses import agents, logical_object, logical_subject
from reportedly.coding.grammar.occasions import occasions
from reportedly.coding.grammar.syntax import conjuncts, counted, first_joined, is_definite, is_passive, is_verb, prep_objects
from reportedly.coding.reference.naming import entity_sector, name_words
from reportedly.lexicons.word_lists import word_list

_SENDING = frozenset({"send", "dispatch", "deploy"})
_INTENTS = frozenset({"commitment", "intention", "readiness", "willingness"})
_GIVING_WORD = frozenset({"pledge", "promise"})
_REPELLING = word_list("one_act.repelling")
_DEATHS = word_list("one_act.deaths")
_APART = frozenset({"abduct", "sexual", "torture"})
_GOING_OFF = frozenset({"explode", "detonate", "go", "blow"})
_BY_FORCE = frozenset({"ASSAULT", "COERCE"})
_WITH_GUNS = frozenset({"shootout", "gunfight", "firefight", "gunbattle"})
_OPERATIONS = frozenset({"operation", "raid", "crackdown", "sweep", "campaign"})
_LONG = word_list("one_act.long")  # have many sufferers, of whom those of one deed in them are some
_READY_FOR = frozenset({"AID", "SANCTION", "ASSAULT", "COERCE"})  # who stands ready for harm agrees to nothing
_COMING_TO = frozenset({"lead to", "result in", "end in", "cause"})
_ENDING = frozenset({"result", "end"})
_TAKING_UP = frozenset({"accept", "agree", "approve", "embrace"})
_BREAKING_UP = frozenset({"disperse", "break"})
_CASUALTIES = frozenset({"kill", "wound", "injure", "hurt", "maim"})
_ONE_BLOW = word_list("one_blow")
_BEGINNING = word_list("beginning")
_TAKEOVERS = frozenset({"coup", "putsch", "mutiny"})
_THEN = frozenset({"when", "as", "after"})
_FIGHTS = word_list("one_act.fights")
_SPANS = frozenset({"hour", "day", "night", "week", "month", "year"})
_UNITS = ("-hour", "-day", "-week", "-month", "-year")
_ANSWERING = frozenset({"avenge", "answer", "confront"})
_JUDGING = word_list("judging")
_SHOTS = frozenset({"fire", "gunfire"})
_IN_ARMS = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "CRM", "SPY"})


def merge(drafts: list[Draft], by_head: dict[int, Draft]) -> list[Draft]:
    """Drop verbs that only unfold another mention: "an attack that killed 13", "was struck and killed"."""
    out = []
    for draft in drafts:
        if _is_cognate(draft, by_head):
            continue
        if draft.head.lemma == "retaliate" and draft.head.dep == "advcl" and not draft.recipients and any(d is not draft and d.type == draft.type and d.head.sent is draft.head.sent and d.actors == draft.actors for d in drafts):
            continue  # "retaliating for the raid, the army shelled the camp"
        if draft.type == "AID" and draft.head.dep == "pcomp" and draft.head.head.lower == "for" and (paid := by_head.get(draft.head.head.head.head.i)) is not None and paid.type == "AID" and is_verb(paid.head) and paid is not draft and draft.head.head.head.dep == "dobj":
            continue  # "provide three million for clearing mines"
        if draft.type == "REQUEST" and draft.head.lemma == "demand" and not is_verb(draft.head) and (met := by_head.get(draft.head.head.i)) is not None and met.type in ("AGREE", "CONCEDE") and draft.head in met.words:
            continue  # "until their demands are met"
        if draft.type in ("AID", "ACCUSE") and not is_verb(draft.head) and _is_sent_for(draft, by_head):
            continue  # "sent a team to launch an inquiry", "sent a platoon, its first part in a peacekeeping mission"
        if (blow := _blow_by(draft, by_head)) is not None:
            blow.mode, blow.recipients = blow.mode or draft.mode, blow.recipients or list(draft.recipients)
            continue  # "attacked the post with mortar fire", "used tear gas and rubber bullets"
        if (giving := _given_in(draft, by_head)) is not None:  # "provide two million in assistance to Jordan"
            giving.actors, giving.recipients = giving.actors or list(draft.actors), giving.recipients or list(draft.recipients)
            continue
        if draft.type == "SANCTION" and draft.head.dep == "pobj" and draft.head.head.lower == "for" and any(d.type == "SANCTION" and d.head.lemma == "designate" and d.head.i < draft.head.i for d in drafts if d.head.sent is draft.head.sent):
            continue  # "designated two colonels for sanctions"
        if draft.head.lemma == "target" and draft.head.dep in ("advcl", "acl") and (curb := _curb_at(draft.head, by_head)) is not None:
            curb.recipients = curb.recipients or list(draft.recipients)
            continue  # "imposed sanctions, targeting four generals", "a wave of arrests targeting students"
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


def _unfolds(draft: Draft, by_head: dict[int, Draft]) -> bool:
    """Whether a verb only says what another act was for, how it went or what it came to; that act then takes its words and parties."""
    if (main := _main_act(_first_joined(draft.head).head, by_head)) is not None and _is_purpose_of(draft, main):
        main.actors, main.recipients = main.actors or list(draft.actors), main.recipients or list(draft.recipients)
        if draft.type == "COERCE" and main.head.dep == "conj" and (used := by_head.get(main.head.head.i)) is not None and used.type == main.type:
            used.recipients = used.recipients or list(draft.recipients)  # "used batons and fired shots to disperse them"
        return True
    subjects = logical_subject(draft.head)
    noun = _first_of(subjects, by_head) if len(subjects) == 1 and subjects[0].tag != "CD" else None
    first = draft.head.head if draft.head.dep == "conj" else draft.head
    if noun is not None and first.dep == "advcl" and first.tag == "VBG" and first.head.lemma in _GOING_OFF and draft.head.child("dobj") is not None:
        return False  # "a truck bomb exploded in Gao, killing nine"
    if noun is None and draft.head.dep in ("pcomp", "acl", "relcl", "conj", "ccomp"):
        noun = _above(draft.head, subjects, by_head)
    if noun is not None and noun.type == "AGREE" and draft.head.lemma in _TAKING_UP and draft.head.dep == "relcl" and draft.head.child("nsubj") is not None:
        return False  # "an offer that the rebels accepted"
    if noun is not None and noun.type == draft.type and draft.mode != "third-party" and not is_verb(noun.head) and (not is_passive(draft.head) or "pcomp" in (draft.head.dep, draft.head.head.dep) or _outcome_verb(draft.head) is not None):
        noun.recipients = noun.recipients or list(draft.recipients)
        noun.also.append(draft.head)
        return True
    twin = next((by_head[c.i] for c in draft.head.children if c.dep == "conj" and c.i in by_head), None)
    if twin is not None and twin.type == draft.type == "ASSAULT" and _is_one_act(draft.mode, twin.mode) and is_verb(twin.head) and twin.head.child("nsubj", "nsubjpass") is None and not any(c.dep == "aux" and c.lemma == "have" for c in twin.head.children if draft.head.tag == "VBG") and twin.actors == draft.actors and twin.recipients == draft.recipients and not draft.head.child("dobj"):
        twin.mode = twin.mode or draft.mode
        twin.also.append(draft.head)
        return True
    return False


def _first_of(tokens: list[Token], by_head: dict[int, Draft]) -> Draft | None:
    """Return the first event that stands at some words, or that they count: "a series of [attacks] killed 12"."""
    return next((by_head[n.i] for t in tokens for n in (t, *counted(t)) if n.i in by_head), None)


def _is_one_act(first: str | None, second: str | None) -> bool:
    """Whether the modes of two joined verbs leave room for one act: "struck and killed", but not "arrested and deported" or "killed and abducted"."""
    return first == second or (not (first and second) and not {first, second} & _APART)


def _blow_by(draft: Draft, by_head: dict[int, Draft]) -> Draft | None:
    """Return the blow of which a noun only says with what it was dealt."""
    noun = draft.head
    top = first_joined(noun)
    if is_verb(noun) or draft.type != "ASSAULT":
        return None
    if noun.lemma in _SHOTS and top.dep == "pobj" and top.head.lower == "with":
        verb = top.head.head
    elif draft.mode == "crowd-control" and noun is not top:
        verb = top if top.i in by_head else top.head
    else:
        return None
    blow = by_head.get(verb.i)
    return blow if blow is not None and blow is not draft and blow.type == "ASSAULT" and (noun.lemma in _SHOTS or blow.mode == draft.mode) else None


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


def _banned_by(protests: Token, by_head: dict[int, Draft]) -> Draft | None:
    """Return the ban of protests in general: "outlawed strikes and [rallies]", "a ban on [marches]"; but not of "the rally", which was one."""
    noun = first_joined(protests)
    if protests.tag != "NNS" or is_definite(protests) or noun.dep not in ("dobj", "nsubjpass", "pobj"):
        return None
    ban = by_head.get((noun.head.head if noun.dep == "pobj" else noun.head).i)
    return ban if ban is not None and ban.mode == "ban" else None


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
    return infinitive and is_verb(main.head) and main.type == draft.type and main.type not in THINGS_ACTED_ON - {"PROTEST", "AID"} and (set(map(id, draft.actors)) <= set(map(id, main.actors)) or main.head.lemma in ("send", "dispatch"))


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
    if draft.type == "CONSULT" and is_verb(draft.head) and ((is_passive(draft.head) and agents(draft.head)) or (draft.head.dep == "relcl" and draft.head.lemma == "host") or draft.mode == "third-party"):
        return False
    if draft.mode == "third-party" and is_verb(draft.head) and any(t.i in by_head and by_head[t.i].actors and not any(e in by_head[t.i].actors for e in draft.actors) for t in logical_object(draft.head)):
        return False  # "Kenya brokered talks between the parties": who brokers them is no party
    if draft.type == "ASSAULT" and draft.head.lemma in _ANSWERING:
        return False  # "avenged the killing of its general", "confronted the aggression": one act answers another
    first = draft.head.head
    if not is_verb(draft.head) and draft.head.dep == "conj" and first.dep in ("dobj", "pobj") and (whole := by_head.get((first.head if first.dep == "dobj" else first.head.head).i)) is not None and first in whole.words and whole.type == draft.type and whole.mode == draft.mode:
        return not draft.recipients or not whole.recipients or any(e in whole.recipients for e in draft.recipients)  # "ordered the arrest and detention of two editors", "met with gas and rubber bullets"; but "its thanks to Chad and its gratitude to Togo"
    if draft.mode == "crowd-control" and draft.head.dep == "conj" and not is_verb(draft.head) and (other := by_head.get(first_joined(draft.head).i)) is not None and other.mode == draft.mode:
        other.recipients = other.recipients or list(draft.recipients)
        return True  # "used pepper spray and rubber bullets"
    if draft.type in ("SUPPORT", "ACCUSE") and is_verb(draft.head) and draft.head.lemma in _JUDGING:
        if (judged := next((by_head[t.i] for t in logical_object(draft.head) if t.i in by_head), None)) is not None and judged.type == draft.type and judged.recipients == draft.recipients:
            draft.recipients = list(judged.actors)
        return False  # "welcomed the ratification of the treaty", "denounced the charges against him": one judges the other
    if draft.type == "AGREE" and any(w.lower == "ready" for w in draft.words):  # "stand ready to help": the help says it
        ready = next(w for w in draft.words if w.lower == "ready")
        return any((d := by_head.get(t.i)) is not None and d.type in _READY_FOR and is_verb(t) for n in {ready, draft.head} for t in n.children)
    if is_verb(draft.head):
        return _says_again_as_verb(draft, by_head)
    if draft.mode == "convict" and draft.head.dep == "pobj" and draft.head.head.lower == "to" and (above := by_head.get(draft.head.head.head.i)) is not None and above.mode == "convict":
        return True  # "the sentencing of the editor to a prison term"
    if draft.head.pos == "ADJ" and draft.head.lemma == "committed":  # "committed to helping them": the help says it
        return any(t.i in by_head and is_verb(t) for t in draft.head.head.subtree() if t.i > draft.head.i)
    if draft.type != "AGREE" or draft.head.lemma.lower() not in _INTENTS:
        return False
    if draft.head.dep == "dobj" and draft.head.head.lemma in _GIVING_WORD and (given := by_head.get(draft.head.head.i)) is not None and given.type == "AGREE":
        return True  # "pledge our commitment to help them": the pledge says it
    inner = [v for c in draft.head.children for v in ([c] if c.dep in ("acl", "relcl") else c.children if c.dep == "prep" and c.lower == "to" else [])]
    for told in (by_head[v.i] for v in inner if v.i in by_head):
        told.actors = told.actors or list(draft.actors)  # "his commitment to peace talks"
    return any(v.i in by_head for v in inner)


def _says_again_as_verb(draft: Draft, by_head: dict[int, Draft]) -> bool:
    """Whether a verb's object says the same act, which then takes the verb's parties."""
    objects = logical_object(draft.head) or [t for c in draft.head.children if c.dep == "prt" for t in c.children if t.dep == "pobj"]  # "fought off an assault"
    other = _first_of(objects, by_head) if draft.type == "ASSAULT" else next((by_head[t.i] for t in objects if t.i in by_head), None)
    if other is None and draft.head.lemma in _REPELLING:  # "an attempt to storm the palace was repelled"
        other = next((by_head[c.i] for t in objects if t.lemma == "attempt" for c in t.children if c.dep == "acl" and c.i in by_head), None)
        if other is not None and other.type == draft.type:
            other.recipients = other.recipients or [e for e in draft.actors if e not in other.actors]
            return True
    if other is not None and draft.type == other.type == "AGREE" and other.head.lemma in _INTENTS and draft.head.lemma in _GIVING_WORD:
        return False
    if other is not None and other.type == draft.type and not is_verb(other.head) and other.head.head not in draft.words[1:]:
        if draft.head.lemma in _REPELLING or any(c.lower in ("off", "back") for c in draft.head.children):  # "repelled the assault": it was made on who repelled it
            other.recipients = other.recipients or [e for e in draft.actors if e not in other.actors]
            return True
        if any(e.field == "actors" and e.rule == "slot with" for e in other.evidence) and not any(e in other.actors for e in draft.actors):
            other.actors = [*draft.actors, *other.actors]  # "fought a war with": both sides
        elif draft.head.lemma == "agree" and other.actors:
            other.actors = [*draft.actors, *(e for e in other.actors if e not in draft.actors)]  # "agreed a deal with"
        other.actors, other.recipients = other.actors or draft.actors, other.recipients or draft.recipients
        return True
    return False


def _above(verb: Token, subjects: list[Token], by_head: dict[int, Draft]) -> Draft | None:
    """Return the event noun that "with ten people killed" or "the bombing of a school, which killed ten" unfolds."""
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
        told = _first_of(subjects, by_head)
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
    return whom.head.head if whom is not None and whom.dep == "pobj" and whom.head.lower == "in" and whom.head.head.lemma in _ENDING else None


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
        if told is not None and told.type == draft.type and not _is_two_sided(told):
            draft.actors = [e for e in told.actors if e not in draft.recipients]
            if told.head.lemma in _ONE_BLOW and not told.recipients and told.predicate.recipient:
                told.recipients = [e for e in draft.recipients if e not in told.actors]  # "led the ambush in which six gendarmes were killed"
                account_for_shared(told)
    elif is_verb(top) and draft.type == "ASSAULT" and (noun := next((by_head[n.i] for n in occasions(top) if n.i in by_head), None)) is not None and noun.type == draft.type and not noun.actors:
        noun.actors = list(draft.actors)  # "an ambush in which militants killed nine gendarmes"
        noun.recipients = noun.recipients or ([] if noun.head.lemma in _LONG else list(draft.recipients))
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
    while not is_verb(top) and top.dep == "conj":
        top = top.head
    _share_outcome(draft, by_head)
    _take_from_cause(draft, by_head)
    if is_verb(top) or top.dep != "pobj" or top.head.lower not in ("in", "during", "by"):
        return
    verb = top.head.head
    if verb.dep == "dobj" and draft.type == "ASSAULT" and top.head.lower == "in":
        verb = verb.head  # "killed a commander in a raid": the parser hangs the raid on the commander
    if is_verb(verb) and draft.type == "ASSAULT" and (told_of := verb.child("dobj", "nsubjpass")) is not None and told_of.lemma in _DEATHS and told_of.i in by_head:
        verb = told_of  # "condemned the killing of ten men in Gao during a raid by the army"
    if not is_verb(verb) and (verb.i not in by_head or verb.lemma not in _DEATHS or draft.type != "ASSAULT"):
        return  # but "the killing of ten people in a raid by the army"
    if not draft.actors and draft.type in _BY_FORCE and top.head.lower == "in" and any(c.lower in ("a", "an") for c in draft.head.children) and draft.head.lemma in _OPERATIONS and (done := by_head.get(verb.i)) is not None and done.type in _BY_FORCE and done.type != draft.type:
        draft.actors = [e for e in done.actors if e not in draft.recipients]  # "searched four ranches in an operation against a gang"
        return
    if any(e.field == "actors" and e.rule == "slot between" for e in draft.evidence):
        return  # "killed in clashes between": by either side
    if _is_two_sided(draft):
        fallen = next((d.recipients for d in analysis.events if d.head is verb and d.type == draft.type), [])
        draft.actors = [*(e for e in fallen if e not in draft.actors), *draft.actors]  # "twelve died in clashes with the police": they are one side
        return
    _share_with_verb(analysis, draft, verb)


def _share_with_verb(analysis: Analysis, draft: Draft, verb: Token) -> None:
    """Let an event noun and the verb it is the occasion of lend each other what they lack: "wounded 26 in an [attack] by rebels"."""
    told = [e for d in analysis.events if d.head.lemma == draft.head.lemma and d.head.sent.i < draft.head.sent.i for e in d.actors]
    opening = bool(told) and draft.head.i < verb.i and is_definite(draft.head)
    for other in analysis.events:
        if other.head is verb and other.type == draft.type and other is not draft:
            if opening and not any(e in told for e in other.actors):
                continue  # "conducted an operation. During the operation, rioters threw stones": it was not theirs
            draft.actors, other.actors = draft.actors or list(other.actors), other.actors or list(draft.actors)
            counted_apart = (number := other.head.child("dobj")) is not None and number.tag == "CD"  # "wounded 26 in an attack on a base": not the base
            draft.recipients, other.recipients = draft.recipients or list(other.recipients), other.recipients or ([] if counted_apart else list(draft.recipients))
            if (draft.head.lemma in _FIGHTS - _WITH_GUNS or draft.head.lemma in _LONG) and not any(e.field == "recipients" and e.rule.startswith("slot") for e in draft.evidence):
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
    first = verb.head if verb.dep == "conj" else verb.head.head if verb.dep == "acl" and verb.head.dep in ("conj", "dep") else None
    if first is None or not {first.lemma, verb.lemma} <= _CASUALTIES or not (is_passive(first) or first.tag == "VBN") or any(c.dep in ("prep", "agent") and c.lower in ("in", "by", "during", "after") for c in first.children):
        return None
    return first


def _share_outcome(fight: Draft, by_head: dict[int, Draft]) -> None:
    """Let fighting that went on before its outcome have the parties of that: "took the port after a month-long [siege]"."""
    noun = fight.head
    span = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    if is_verb(noun) or fight.type not in _BY_FORCE or fight.actors or fight.recipients or span.dep != "pobj" or span.head.lower not in ("after", "following") or not lasted(noun, span.head):
        return
    outcome = by_head.get(span.head.head.i)
    if outcome is not None and outcome.type == "ASSAULT" and outcome.mode is None and is_verb(outcome.head):
        fight.actors, fight.recipients = list(outcome.actors), list(outcome.recipients)


def _take_from_cause(harm: Draft, by_head: dict[int, Draft]) -> None:
    """Give harm the doers of the blow it is said to come from: "the raid by the army led to the [killing] of two nurses"."""
    link = harm.head.head
    verb = link.head if link.dep == "prep" else link
    if is_verb(harm.head) or harm.actors or harm.type not in _BY_FORCE or harm.head.lemma in _FIGHTS or f"{verb.lemma} {link.lower if link is not verb else ''}".strip() not in _COMING_TO:
        return
    blow = _first_of(logical_subject(verb), by_head)
    doers = [e for e in blow.actors if e not in harm.recipients] if blow is not None else []
    if blow is not None and doers and not is_verb(blow.head) and not _is_two_sided(blow) and (blow.type == harm.type or blow.head.lemma in _OPERATIONS):
        harm.lend("actors", doers, f"whose {blow.head.text} it came from", blow.head.span)


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
        return [(e, other.head.span) for c in begun.children if c.dep == "advcl" and any(g.lower == "when" for g in c.children) and (other := by_head.get(c.i)) is not None and other.type in _BY_FORCE for e in other.actors]
    if (cause := _cause(draft.head)) is not None and (blow := by_head.get(cause.i)) is not None and blow.type == draft.type:
        return [(e, blow.head.span) for e in blow.actors if e not in draft.recipients]
    joined = [c for c in draft.head.children if c.dep == "conj" and is_verb(c) and is_passive(c)]  # "were killed and others injured when"
    for clause in (c for v in (draft.head, *joined) for c in v.children):
        if clause.dep != "advcl" or clause.i < draft.head.i or not any(c.lower in _THEN for c in clause.children) or any(c.dep == "aux" and c.lower in ("has", "have") for c in clause.children):
            continue
        other = by_head.get(clause.i)
        if clause.lemma in _FIGHTS:
            return []  # "nine killed as police clash with miners": either side may have done it
        if other is not None:
            return [(e, other.head.span) for e in other.actors if not _is_theirs(e, draft) and (other.type == draft.type or (_is_in_arms(e) and draft.mode != "explosives"))]
        if is_passive(clause) or draft.mode == "explosives":
            return []  # "the mine was detonated as troops crossed the bridge"
        mentions = [m for t in logical_subject(clause) if not any(c.tag == "PRP$" for c in t.children) and (m := analysis.mention_at.get(t.i)) is not None and m.kind != "pronoun"]
        return [(e, m.span) for m in mentions for e in m.entities if _is_in_arms(e) and not _is_theirs(e, draft)]
    return []


def _is_theirs(entity: Entity, draft: Draft) -> bool:
    """Whether it befell somebody himself, or his men: "nine army soldiers were killed when the [army] advanced"."""
    words = set(name_words(entity.name))
    return any(e is entity or (words and words < set(name_words(e.name))) for e in draft.recipients)


def _cause(harm: Token) -> Token | None:
    """Return the verb that tells what did harm: "raided the camp, as a result of which nine were [killed]", "nine were killed while two were [hurt]"."""
    result = harm.head
    if harm.dep == "relcl" and result.lemma == "result" and result.dep == "pobj" and result.head.lower == "as":
        return result.head.head
    return result if harm.dep == "advcl" and any(c.dep == "mark" and c.lower == "while" for c in harm.children) and is_passive(result) else None


def _is_in_arms(entity: Entity) -> bool:
    return entity_sector(entity) in _IN_ARMS


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
