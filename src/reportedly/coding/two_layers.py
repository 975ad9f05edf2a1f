"""Two layers: what a speech act and the act inside it lend each other (codebook, section 4).

Reads events and their arguments; writes which act stands inside which, the modes of requests, refusals and threats, which follow the act asked for, refused or threatened, and the
parties of acts that stand inside them as bare nouns ("threatened shopkeepers with arrest", "blamed the army for the killing").
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.analysis import Analysis, Draft, Entity, Token
from reportedly.coding.acting.addressed import WRITTEN_TO
from reportedly.coding.acting.obliging import demands
from reportedly.coding.acting.parties import SPOKEN_TO
from reportedly.coding.grammar.syntax import antecedent, has_to, is_definite, is_order, is_verb, prep_objects
from reportedly.coding.happening.embedding import CEASING
from reportedly.lexicons.predicates import PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_THREATS = {"ASSAULT": "violence", "MOBILIZE": "violence", "COERCE": "restrict", "SANCTION": "relations"}
_ASKED = {"RETREAT": "yield", "CONCEDE": "yield", "AID": "assist", "CONSULT": "meet"}
_CONTENT = {lemma: mode for mode in ("yield", "meet", "assist") for lemma in word_list(f"two_layers.asked_{mode}")}
_FOR_OTHERS = frozenset({"PROTEST", "ASSAULT", "MOBILIZE"})  # who calls for a march or orders an attack asks nobody to change
_HARM = frozenset({"ASSAULT", "COERCE", "AID", "MOBILIZE", "SANCTION", "ACCUSE", "PROTEST"})
_WITH_IT = " with it"  # how the reason ends why a party of one act is another's
_PUNISHED = frozenset({"SANCTION", "COERCE", "CONCEDE"})
_PUNISHING = word_list("two_layers.punishing")
_ANSWERABLE = frozenset({"sack", "dismiss", "fire"})  # over what others may have done
_CHARGES = frozenset({"of", "for", "with"})
_ASCRIBING = frozenset({"attribute", "ascribe", "blame", "pin"})  # "attributed the raid to the militia", "the raid was blamed on it"
_VOWS = frozenset({"vow", "swear", "pledge", "promise"})
_GETTING = word_list("undergoing")  # "faced calls to resign"
_GOING_ON = word_list("two_layers.going_on")
_KEEPING_UP = word_list("two_layers.keeping_up")
_POWERS = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
_SPEAKERS = frozenset({"it", "they", "he", "she", "we", "i"})
_WILL = frozenset({"will", "would", "'ll", "\u2019ll", "shall", "'d"})
_MUST = frozenset({"must", "should"})
_ANSWERING = word_list("two_layers.answering")
_ANSWERS = word_list("two_layers.answers")
_MET_WITH = word_list("two_layers.met_with")
_LOSING = frozenset({"lose", "forfeit"})
_WHERE_SAID = frozenset({"at", "during", "after", "before"})
_OWN_MEETING = frozenset({"ask", "request", "seek", "demand", "propose"})
_ARMED = frozenset({"GOV", "MIL", "REB", "UAF", "PRM"})
_LENDING = frozenset({"REQUEST", "REJECT", "THREATEN", "ACCUSE", "AGREE"})
# where an act stands whose source is whoever does the speech act
_OWN_WORDS = {
    "REQUEST": frozenset({"clause", "for"}), "THREATEN": frozenset({"clause", "with", "obj"}), "REJECT": frozenset({"clause"}), "AGREE": frozenset({"clause", "to"}),
    "ACCUSE": _CHARGES, "SUPPORT": frozenset({"for"}),
}  # fmt: skip


class TwoLayers:
    """Fit speech acts and the acts inside them to each other."""

    reads, writes = ("events", "arguments", "statements", "first_persons"), ("two_layers",)

    def __init__(self, lexicon: PredicateLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, analysis: Analysis) -> None:
        by_head = {d.head.i: d for d in analysis.events}
        empty = set()
        for outer in analysis.events:
            if outer.type == "CONSULT" and outer.mode == "phone":
                _lend_called(outer, by_head)
            if outer.type == "AID" and is_verb(outer.head) and not outer.recipients:
                _lend_meant(outer, by_head)
            if outer.type == "REJECT" and is_verb(outer.head) and not outer.recipients:
                _lend_asking(outer, by_head)
            if outer.type == "REQUEST" and not is_verb(outer.head) and not outer.recipients:
                _lend_granting(outer, by_head)
            if outer.type in _PUNISHED and outer.head.lemma in _PUNISHING and is_verb(outer.head):
                for draft, place in _inside(outer, by_head):
                    if draft.type in _HARM and draft is not outer and not is_verb(draft.head) and (place in _CHARGES or (place == "over" and outer.head.lemma not in _ANSWERABLE)):
                        _lend(outer, draft, "actors", outer.recipients)  # "was convicted of the murder of monks"
            if outer.type not in _OWN_WORDS:
                continue
            inside = [(draft, place) for draft, place in _inside(outer, by_head) if draft is not outer]
            if outer.type == "AGREE" and outer.head.lemma in _VOWS and is_verb(outer.head) and any(d.type in ("ASSAULT", "PROTEST") and place == "clause" and (not _is_forsworn(d.head) if is_verb(d.head) else _is_kept_up(d.head)) for d, place in inside):
                outer.type, outer.mode, outer.recipients = "THREATEN", "violence" if any(d.type == "ASSAULT" for d, _ in inside) else None, []  # "pledged to crush the rebels", "to keep up their marches"
                outer.because("type", "harm is promised", inside[0][0].head.span, inside[0][0].predicate.entry.at)
            elif outer.type == "THREATEN" and outer.head.lemma in _VOWS and is_verb(outer.head) and inside and all(d.type in _THREATS and is_verb(d.head) and _is_forsworn(d.head) for d, _ in inside):
                outer.type, outer.mode = "AGREE", None  # "vowed not to attack the port"
                outer.because("type", "harm is forsworn", inside[0][0].head.span, inside[0][0].predicate.entry.at)
            for draft, place in inside:
                if outer.type in _LENDING and place not in _WHERE_SAID and not (outer.head.lemma == "avenge" and place == "obj"):
                    _lend_mode(outer, draft)
                    _lend_parties(outer, draft, place)
                if (place in _OWN_WORDS[outer.type] or (outer.type == "ACCUSE" and place == "obj" and outer.head.lemma in _ASCRIBING)) and (is_verb(outer.head) or outer.type == "REQUEST") and (outer.type != "SUPPORT" or is_verb(draft.head)):
                    draft.inside = outer
            for threat in [d for d, _ in inside if outer.type == d.type == "THREATEN" and len(d.words) > 1 and is_verb(d.head)]:
                _lend(threat, outer, "recipients", threat.recipients)
                empty.add(id(threat))  # "warned that the junta would pay a price" is one threat
            if outer.type == "REQUEST" and outer.mode in (None, "change"):
                _set_asked_mode(outer, by_head)
            if not inside and outer.type == "THREATEN" and len(outer.words) == 1 and outer.head.lemma in _VOWS and (vowed := _infinitive(outer.head)) is not None and not _acts_on_somebody(analysis, vowed) and vowed.lemma not in _ANSWERS:
                empty.add(id(outer))  # "vowed to give up cigars" threatens nobody
            if outer.type == "THREATEN" and _may_foretell(outer) and is_verb(outer.head) and (clause := outer.head.child("ccomp")) is not None and not _is_own_threat(outer, clause, [d for d, _ in inside]):
                empty.add(id(outer))  # "warned that the rebels might attack" threatens nobody
        analysis.events = [d for d in analysis.events if id(d) not in empty]
        if asked := demands(analysis, self.lexicon):
            analysis.events = sorted([*analysis.events, *asked], key=lambda d: d.head.i)


def _inside(outer: Draft, by_head: dict[int, Draft]) -> Iterator[tuple[Draft, str]]:
    """Yield the events in the complements of a speech act, each with its preposition, "obj" or "clause"."""
    tokens = [c for w in outer.words for c in w.children]
    tokens += [g for c in tokens if c.pos == "ADJ" or (c.dep == "dobj" and not is_verb(c)) for g in c.children]  # "held him responsible for", "gave an order to"
    for token in tokens:
        if token.i < outer.head.i and any(c.text == ";" and token.i < c.i < outer.head.i for c in outer.head.children):
            continue  # "they urged him to go; his allies threatened to leave"
        if outer.head.lemma == "defy" and token.dep in ("advcl", "xcomp") and outer.head.child("dobj") is not None:
            continue  # "defied the curfew to march": done, not said
        if token.dep in ("xcomp", "ccomp", "acl", "dobj", "oprd") or (token.dep == "advcl" and has_to(token)) or (token.dep == "nsubjpass" and outer.head.lemma in _ASCRIBING):
            yield from ((by_head[t.i], "obj" if token.dep in ("dobj", "nsubjpass") else "clause") for t in _with_conjuncts(antecedent(token)) if t.i in by_head)
            goes_on = token.lemma in CEASING and _is_forsworn(token)  # "will not stop the strikes"
            if is_verb(token) and (token.i not in by_head or goes_on):  # "urged both sides to resume talks", "vowed that the strikes would go on"
                lent = ("dobj", "nsubj") if outer.type == "THREATEN" and token.dep == "ccomp" and (token.lemma in _GOING_ON or token.child("prt") is not None or goes_on) else ("dobj", "xcomp")
                yield from ((by_head[t.i], "clause") for c in token.children if c.dep in lent for t in _with_conjuncts(c) if t.i in by_head)
        elif token.dep == "prep" and token.lower != "under":  # "under house arrest, he asked": where he was
            own = token.lower == "with" and any(g.dep == "pcomp" and g.child("nsubj") is not None for g in token.children)  # "condemned the deal, with miners calling for a strike": no part of it
            yield from ((by_head[t.i], token.lower) for g in token.children if g.dep in ("pobj", "pcomp") and not own for t in _with_conjuncts(g) if t.i in by_head)


def _is_kept_up(noun: Token) -> bool:
    """Whether a noun of force is what somebody will do or go on with: "step up its [attacks]"; but "end its [attacks]"."""
    return noun.dep == "dobj" and noun.head.lemma in _KEEPING_UP and not _is_forsworn(noun.head)


def _is_forsworn(verb: Token) -> bool:
    """Whether somebody says that they will not do something."""
    return any(c.dep == "neg" for c in verb.children)


def _with_conjuncts(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep == "conj":
            yield from _with_conjuncts(child)


def _lend_mode(outer: Draft, inner: Draft) -> None:
    if outer.type == "THREATEN" and ((inner.type == "REJECT" and inner.mode == "meet") or (inner.type == "ACCUSE" and not is_verb(inner.head))):
        mode = "relations"  # "threatened to break off the talks", "with legal action"
    elif outer.type == "THREATEN" and is_verb(inner.head) and inner.type not in _THREATS:
        mode = None  # "threatened to sue"
    elif outer.type == "THREATEN" and inner.type in _THREATS:
        mode = "expel" if inner.mode == "deport" else inner.mode if inner.mode in ("arrest", "ban", "expel", "restrict") else _THREATS[inner.type]
    elif outer.type in ("REQUEST", "REJECT") and outer.mode in (None, "change") and inner.type in _ASKED and is_verb(outer.head):
        mode = _ASKED[inner.type]
    else:
        return
    if mode != outer.mode:
        outer.mode = mode
        outer.because("mode", f"of the {inner.head.text} inside", inner.head.span, inner.predicate.entry.at)


def _set_asked_mode(outer: Draft, by_head: dict[int, Draft]) -> None:
    """Set what is asked for by the verb or noun that says it: "urged the US to stop", "called for protests"."""
    for token in outer.head.children:
        asked = token if token.dep in ("xcomp", "ccomp", "acl") or (token.dep == "advcl" and has_to(token)) else token.child("pobj", "pcomp") if token.dep == "prep" and token.lower == "for" else None
        if asked is None or asked.i < outer.head.i:
            continue
        act = by_head.get(asked.i)
        mode = None if act is not None and act.type in _FOR_OTHERS else _CONTENT.get(asked.lemma, outer.mode) if is_verb(asked) else outer.mode
        if mode != outer.mode:
            outer.mode = mode
            outer.because("mode", f"of the {asked.text} asked for", asked.span)
        return


def _lend_parties(outer: Draft, inner: Draft, place: str) -> None:
    if outer.type == "ACCUSE":
        if inner.type in _HARM and (place in _CHARGES or (place == "obj" and outer.head.lemma in _ASCRIBING)) and is_verb(outer.head):
            _lend(outer, inner, "actors", outer.recipients)
    elif inner.type == "CONSULT":
        if outer.type == "REQUEST":
            if outer.head.lemma in _OWN_MEETING and place in ("obj", "for") and any(e.rule == "slot with" for e in inner.evidence) and not any(e.rule == "slot between" for e in inner.evidence):
                inner.actors = [*(e for e in outer.actors if e not in inner.actors), *inner.actors]  # "asked for a meeting with the minister"
            _lend(outer, inner, "actors", [*outer.actors, *outer.recipients])
        elif (outer.type == "REJECT" or (outer.type == "AGREE" and place in ("to", "obj", "for"))) and not any(e.rule == "slot between" for e in inner.evidence):
            guests = outer.recipients if outer.head.lemma == "invite" else []  # "invited the rebels to talks"
            inner.actors = [*(e for e in (*outer.actors, *guests) if e not in inner.actors), *inner.actors]
            if outer.type == "REJECT" and inner.head.dep == "xcomp":  # "declined to meet the strikers"
                _lend(inner, outer, "recipients", [*inner.actors, *inner.recipients])
    elif outer.type == "AGREE" and inner.type in ("CONCEDE", "AID", "SUPPORT") and place == "obj":
        _lend(outer, inner, "recipients", outer.recipients)  # "offered the rebels an amnesty"
        if inner.type == "SUPPORT":
            _lend(outer, inner, "actors", outer.actors)  # "pledged support for the rebels"
    elif outer.type in ("AGREE", "REJECT") and inner.type == "RETREAT" and place in ("to", "obj") and not is_verb(inner.head) and not is_definite(inner.head):
        if any(e.rule == "slot with" for e in inner.evidence):
            inner.actors = [*(e for e in outer.actors if e not in inner.actors), *inner.actors]  # "agreed to a truce with the army"
        _lend(outer, inner, "actors", outer.actors)  # "agreed to a truce", "rejected a truce"
    elif outer.type == "REJECT" and inner.type == "SUPPORT" and place == "clause":
        _lend(inner, outer, "recipients", inner.recipients)  # "refused to recognise the council"
    elif outer.type == "REQUEST" and place in ("obj", "for") and inner.actors and not any(e in outer.actors for e in inner.actors) and (_is_of_somebody(inner) or any(e.field == "actors" and (e.rule == "slot poss" or e.rule.startswith("doer of")) for e in inner.evidence)):
        _lend(inner, outer, "recipients", inner.actors)  # "demanded the minister's resignation", "called for an end to the army's raids": of whoever is to do it
    elif outer.type == "REQUEST" and outer.head.lemma == "call" and place == "clause" and is_verb(inner.head) and inner.actors == outer.actors:
        inner.actors = list(outer.recipients)  # "called to expel the envoy": others are to
    elif outer.type == "REQUEST" and place == "clause" and not is_verb(outer.head) and not outer.actors and not outer.recipients and is_verb(inner.head) and outer.head.head.lemma in _GETTING:
        _lend(inner, outer, "recipients", inner.actors)  # "faced calls to resign"
    elif outer.type == "REQUEST" and inner.type == "AID" and not is_verb(inner.head) and not outer.recipients and inner.actors and not any(e in outer.actors for e in inner.actors):
        _lend(inner, outer, "recipients", inner.actors)  # "sought French aid", "asked for American help"
        _lend(outer, inner, "recipients", outer.actors)
    elif outer.type == "REQUEST" and (not is_verb(inner.head) or is_order(inner.head)):
        if place == "for" and inner.actors == outer.actors and (outer.recipients or inner.type in ("AID", "RETREAT", "CONCEDE")):
            inner.actors = []  # "appealed to the states for help": they are to give it, and to the one who asks
            if inner.type == "AID":
                _lend(outer, inner, "recipients", outer.actors)
        lent = inner.type == "ACCUSE" and any(e.rule == WRITTEN_TO for e in outer.evidence)  # "wrote to the king, calling for an inquiry": by whom is open
        lent |= inner.head.dep == "conj" and any(e.field == "recipients" and e.rule.endswith(_WITH_IT) for e in outer.evidence)  # "called for the mayor's resignation and the release of prisoners": not by him
        if place != "against" and not lent and (inner.type != "RETREAT" or not any(e.rule == SPOKEN_TO for e in outer.evidence)):  # "summoned the envoy and demanded her release": not by him
            _lend(outer, inner, "actors", outer.recipients)
    elif outer.type == "THREATEN":
        _lend_threatened(outer, inner, place)


def _is_of_somebody(inner: Draft) -> bool:
    """Whether who is to give way is asked himself: "the resignation of the minister", "an end to raids by the army"; but "the withdrawal of the troops" is for others to order."""
    return inner.type == "RETREAT" and (inner.mode in ("ceasefire", "resign", None) or all(e.person for e in inner.actors))


def _lend_threatened(outer: Draft, inner: Draft, place: str) -> None:
    if place == "clause" and outer.head.child("ccomp") is not None and inner.type in _HARM - {"AID"}:
        if inner.recipients and outer.recipients and all(e in inner.actors for e in outer.recipients):
            outer.recipients = []  # "vowed that [the army] would crush the rebels" threatens the rebels
        own = set(map(id, inner.actors)) <= set(map(id, outer.actors))
        _lend(inner, outer, "recipients", [e for e in inner.recipients if own or any(m.sector or m.kind == "name" for m in e.mentions)])  # "warned that looters would be shot", "vowed that the army would crush the rebels"
    elif place == "clause" and inner.head.dep in ("acl", "conj") and inner.type in _HARM - {"AID"} and any(t.pos == "NOUN" for t in outer.words):
        if outer.recipients and set(map(id, inner.actors)) <= set(map(id, outer.recipients)):
            inner.actors = []  # "received threats to burn his house": others are to
        _lend(inner, outer, "actors", inner.actors)
        _lend(inner, outer, "recipients", inner.recipients)  # "threats to kill dissidents by the regime"
        inner.inside = outer
    elif not is_verb(inner.head) and place == "of" and not is_verb(outer.head):
        _lend(inner, outer, "recipients", inner.recipients)  # "the threat of tariffs on steelmakers"
    elif not is_verb(inner.head) and (place in ("with", "obj") or (place == "of" and outer.head.lemma == "warn" and any(m.sector in _ARMED for e in outer.recipients for m in e.mentions))):  # "warned Eritrea of strikes"
        _lend(outer, inner, "actors", outer.actors)
        _lend(outer, inner, "recipients", outer.recipients)


def _lend_called(call: Draft, by_head: dict[int, Draft]) -> None:
    """Give what is said by telephone its addressee: "called the king to offer condolences"."""
    for inner, _ in _inside(call, by_head):
        if inner.type in ("SUPPORT", "CONCEDE", "AGREE") and is_verb(inner.head) and has_to(inner.head) and inner.actors:
            owned = call.actors[:1] if not any(e in call.actors for e in inner.actors) else []  # "called the king to convey Peru's condolences": not to the caller
            _lend(call, inner, "recipients", [e for e in (*call.actors, *call.recipients) if e not in owned])


def _lend_asking(refusal: Draft, by_head: dict[int, Draft]) -> None:
    """Give a refusal to answer those who asked: "refused to respond to a request from the senators"."""
    clause = _infinitive(refusal.head)
    if clause is None or clause.lemma not in _ANSWERING:
        return
    for token in clause.subtree():
        inner = by_head.get(token.i)
        if inner is not None and inner is not refusal and inner.type in ("REQUEST", "AGREE") and inner.actors and not is_verb(inner.head):
            _lend(inner, refusal, "recipients", inner.actors)
            return


def _lend_granting(asked: Draft, by_head: dict[int, Draft]) -> None:
    """Give a request those who do what was asked for: "jets struck a bridge at the request of the governor", "the council met at the request of Chad"."""
    if asked.head.dep != "pobj" or asked.head.head.lower != "at":
        return
    above = asked.head.head.head
    if not is_verb(above) and above.dep == "dobj":
        above = by_head[above.i].head if above.i in by_head else above.head  # "carried out strikes at the request of"
    done = by_head.get(above.i) or next((by_head[c.i] for c in above.children if c.dep == "dobj" and c.i in by_head), None)
    if done is not None and done is not asked:
        _lend(done, asked, "recipients", done.actors)


def _lend_meant(gift: Draft, by_head: dict[int, Draft]) -> None:
    """Give help that names nobody those it is meant for: "provided 3 million euros to pay for food aid for the displaced"."""
    thing = gift.head.child("dobj")
    clause = _infinitive(gift.head) or (next((c for c in thing.children if c.dep in ("acl", "relcl") and has_to(c)), None) if thing is not None else None)
    for token in clause.subtree() if clause is not None else []:
        inner = by_head.get(token.i)
        if inner is not None and inner is not gift and inner.type == "AID" and inner.recipients:
            _lend(inner, gift, "recipients", inner.recipients)
            return


def _lend(giver: Draft, taker: Draft, field: str, parties: list[Entity]) -> None:
    """Give an act parties of the other where it has none, but nobody who stands on its other side."""
    other = taker.recipients if field == "actors" else taker.actors
    found = [e for e in parties if e not in other]
    if found and not getattr(taker, field):
        taker.lend(field, found, f"of the {giver.head.text}{_WITH_IT}", giver.head.span, giver.predicate.entry.at)


def _may_foretell(outer: Draft) -> bool:
    """Whether the clause after a word may tell of anything: "warned that", and "vowed that" where the lexicon asks for no verb in it."""
    return outer.head.lemma == "warn" or (outer.head.lemma in ("vow", "swear") and [(c.slot, bool(c.lemmas)) for c in outer.predicate.conditions] == [("that", False)])


def _is_own_threat(outer: Draft, clause: Token, inside: list[Draft]) -> bool:
    """Whether what is warned of is harm by whoever warns or their side, and no fear."""
    if outer.head.child("dobj") is not None and any(c.text == ":" and outer.head.i < c.i < clause.i for c in (*outer.head.children, *clause.children)):
        return True  # the headline "Iran warns Israel: Any attack will ..."
    if clause.lemma in ("meet", "answer") and any(c.dep == "auxpass" for c in clause.children) and any(t.lemma in _MET_WITH for p in ("with", "by") for t in prep_objects(clause, p)):
        return True  # "any raid would be met with fire"
    if any(e.sector in ("REB", "UAF") for e in outer.actors) and any(c.tag == "MD" for c in clause.children):
        return True  # armed groups do not fear, they threaten: "warned that schools must close"
    if outer.recipients and any(c.dep == "cc" and c.lower == "or" for c in clause.children) and any(c.dep == "aux" and c.lower in _MUST for c in clause.children):
        return True  # "warned them that they must leave or face eviction"
    harm = [d for d in inside if d.type in _HARM]
    subject = clause.child("nsubj", "nsubjpass")
    if harm:
        if subject is not None and any(c.dep == "poss" and c.tag == "PRP$" for c in subject.children):
            return True  # "his men"
        return any(not d.actors or set(map(id, d.actors)) & set(map(id, outer.actors)) or _on_one_side(outer, d) for d in harm)
    verbs = list(_with_conjuncts(clause))
    verbs += [g for v in verbs for c in v.children if c.dep in ("xcomp", "ccomp") and is_verb(c) for g in _with_conjuncts(c)]  # "will have to respond", "will not hesitate to"
    words = [v.lemma for v in verbs] + [c.lemma for v in verbs for c in v.children if c.dep in ("dobj", "attr", "nsubj", "nsubjpass", "acomp", "oprd", "advmod")]
    words += [g.lemma for v in verbs for c in v.children if c.dep == "prep" and c.lower in ("with", "by") for g in c.children]  # "would be met with a crushing response"
    if any(w in _ANSWERS or (w in _LOSING and outer.recipients) for w in words):
        return True
    return subject is not None and subject.lower in _SPEAKERS and any(c.dep == "aux" and c.lower in _WILL for c in clause.children)


def _on_one_side(outer: Draft, inner: Draft) -> bool:
    """Whether whoever warns of an act speaks for those who are to do it: a president of his army."""
    sectors = [{e.sector for e in d.actors if e.sector} for d in (outer, inner)]
    return bool(sectors[0] & sectors[1]) or (bool(sectors[0] & _POWERS) and bool(sectors[1] & _POWERS))


def _infinitive(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep in ("xcomp", "advcl", "ccomp") and has_to(c)), None)


def _acts_on_somebody(analysis: Analysis, verb: Token) -> bool:
    thing = verb.child("dobj")
    return thing is not None and (mention := analysis.mention_at.get(thing.i)) is not None and mention.rule != "place"
