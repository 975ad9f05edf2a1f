"""Recalling: a definite event noun without parties of its own names an act told before: "the deal", "yesterday's attack".

Reads events and their arguments; writes the arguments of such nouns from the nearest earlier mention of the same type.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Draft, Entity, Token
from reportedly.coding.acting.items import read_items
from reportedly.coding.acting.means import lend_means
from reportedly.coding.acting.sanctions import lend_sanctioned
from reportedly.coding.acting.striking_back import lend_struck_back
from reportedly.coding.acting.taken_up import SHARES, is_same_word, lend_parties
from reportedly.coding.grammar.clauses import logical_object, logical_subject
from reportedly.coding.grammar.syntax import climb_partitive, is_definite, is_passive, is_verb
from reportedly.coding.reference.naming import entity_sector
from reportedly.lexicons.word_lists import word_list

_ANY_FORCE = word_list("recalling.any_force")
_BLOWS = _ANY_FORCE | word_list("recalling.blows")  # of which such a noun speaks again; not of a war, nor of losses
_TOLD_DEATHS = word_list("recalling.told_deaths")
_ONE_BLOW = word_list("one_blow")
_JUDGING = frozenset({"ACCUSE", "SUPPORT"})
_ANSWERS = frozenset({"REJECT", "SUPPORT"})
_ASKED = {  # what is answered, and the verbs that told of it
    "offer": frozenset({"offer", "propose", "invite", "urge"}), "request": frozenset({"request", "ask", "seek"}), "appeal": frozenset({"appeal", "ask", "urge", "call"}), "demand": frozenset({"demand", "insist"}),
    "proposal": frozenset({"propose", "suggest", "offer", "table", "present"}), "invitation": frozenset({"invite"}), "plea": frozenset({"plead", "appeal", "beg", "ask"}), "call": frozenset({"call", "urge"}),
    "suggestion": frozenset({"suggest", "propose"}), "ultimatum": frozenset({"demand", "threaten", "order", "give", "issue"}), "deadline": frozenset({"give", "set", "demand", "order"}), "plan": frozenset({"propose", "present", "unveil"}), "initiative": frozenset({"propose", "present", "launch"}),
}  # fmt: skip
_MOVES = word_list("recalling.moves")
_SOME_NUMBER = word_list("some_number")
_FROM_AFAR = frozenset({"aerial", "drone", "heavy-weapons"})
_ARMED_MODES: dict[str, frozenset[str]] = {  # what a noun may go back to that is told with a verb of shooting, bombing ...
    "shooting": frozenset({"firearms"}), "strike": _FROM_AFAR, "blast": frozenset({"explosives", "suicide-attack"}), "explosion": frozenset({"explosives", "suicide-attack"}),
    "bombing": frozenset({"explosives", "suicide-attack"}), "airstrike": frozenset({"aerial", "drone"}), "bombardment": _FROM_AFAR,
    "attack": _FROM_AFAR | {"firearms", "explosives", "suicide-attack"}, "assault": _FROM_AFAR | {"firearms"}, "incident": _FROM_AFAR | {"firearms", "explosives"},
}  # fmt: skip
_TWO_SIDED = word_list("recalling.two_sided")
_SHOTS = word_list("recalling.shots")
_FELLING = word_list("recalling.felling")
_SOLDIERS = frozenset({"MIL", "COP", "SPY"})
_ADVANCES = word_list("recalling.advances")
_TAKING = word_list("recalling.taking")
_MEETINGS = word_list("meetings")
_TAKEN = frozenset({"arrest", "abduct"})
_OF_PERSONS = frozenset({"arrest", "seize"})
_COUPS = word_list("recalling.coups")
_TOPPLING = word_list("recalling.toppling")
_VERDICTS = word_list("recalling.verdicts")
_OF_MANY = frozenset({"PROTEST", "COERCE", "SANCTION", "ASSAULT"})
_HARMING = frozenset({"ASSAULT", "COERCE"})
_ON_PEOPLE = _HARMING | {"AID", "RETREAT"}
_CONDEMNING = word_list("recalling.condemning")
_CONDEMNATIONS = word_list("recalling.condemnations")
_MORE = frozenset({"another", "more", "further", "other", "others"})
_LATEST = frozenset({"recent", "latest"})
_LOOKED_AT = 12  # events before a judgement
_DEATHS = word_list("recalling.deaths")
_KILLING = word_list("recalling.killing")
_FAR = 15  # sentences "the murder" looks back
_NEAR = 3  # sentences "the protests" looks back
_BACK = 6  # sentences such a noun looks back


class Recalling:
    """Give definite event nouns the parties of the act they go back to."""

    reads, writes = ("events", "arguments", "status", "times"), ("recalled",)

    def __call__(self, analysis: Analysis) -> None:
        analysis.events = [d for d in analysis.events if d.head.lemma.lower() != "death" or _is_killing(d, analysis.events)]
        days = {offset for time in analysis.times for offset in range(*time.span)}
        read_items(analysis)
        for n, draft in enumerate(analysis.events):
            lend_parties(draft)
            _lend_denier(analysis, draft)
            _lend_decider(draft, analysis.events[max(0, n - _LOOKED_AT) : n])
            _lend_asker(analysis, draft)
            _lend_asked(draft, analysis.events[max(0, n - _LOOKED_AT) : n])
            _lend_counted(draft, analysis.events[max(0, n - _LOOKED_AT) : n])
            lend_struck_back(draft, analysis.events[max(0, n - _LOOKED_AT) : n])
            _lend_judges(draft, analysis.events[:n])
            _lend_convict(draft, analysis.events[:n])
            lend_sanctioned(analysis, draft)
            _lend_sides(draft, analysis.events[max(0, n - _LOOKED_AT) : n])
            _lend_crowd(draft, analysis.events)
            _lend_those_who_met(draft, analysis.events[max(0, n - _LOOKED_AT) : n])
            if draft.head.tag == "NNS" and not draft.actors:
                _lend_all(draft, analysis.events[:n])
                if draft.actors:
                    _lend_doer(draft, analysis.events)
            if is_verb(draft.head) or draft.head.pos == "ADJ" or not _is_definite(draft, days):
                continue
            if (earlier := _earlier(draft, analysis.events[:n])) is None:
                continue
            for field in ("actors", "recipients") if _says_again(draft, earlier) else ("actors",):
                found = getattr(earlier, field)
                if field == "actors" and not _is_by(draft, found, earlier):
                    continue
                if found and not getattr(draft, field) and not set(map(id, found)) & set(map(id, draft.actors + draft.recipients)):
                    draft.lend(field, found, f"the {earlier.head.text} told before", earlier.head.span)
            _lend_doer(draft, analysis.events)
            _lend_deaths(draft, analysis.events)
        lend_means(analysis.events)


def _is_killing(death: Draft, events: list[Draft]) -> bool:
    """Whether somebody's death is told of as a killing elsewhere in the article, whose mode it then has; others just died."""
    if is_verb(death.head) or len(death.predicate.words) > 1 or len(death.predicate.conditions) != 1 or death.predicate.conditions[0].slot not in ("of", "poss") or death.actors:
        return True  # a line that says of itself what killed: "the death of X in a raid"
    told = next((d for d in events if d is not death and d.type == "ASSAULT" and set(map(id, d.recipients)) & set(map(id, death.recipients)) and any(w.lemma.lower() in _TOLD_DEATHS or w.lower == "dead" for w in (*d.words, *d.also))), None)
    if told is None:
        return False
    if death.mode is None and told.mode is not None:
        death.mode = told.mode
        death.because("mode", f"of the {told.head.text} it goes back to", told.head.span)
    return True


def _lend_denier(analysis: Analysis, draft: Draft) -> None:
    """Give the deed in which somebody denies a share to him, or to those whom he speaks for and who were said to have done it."""
    if draft.takes_up is None or draft.head.lemma.lower() not in SHARES:
        return
    denier = next((m for t in logical_subject(draft.head.head) if (m := analysis.mention_at.get(t.i)) is not None and m.entities), None)
    said = draft.takes_up.actors
    doers = said if said and (denier is None or denier.person) else denier.entities if denier is not None else []
    draft.mode, draft.actors, draft.recipients = None, [], []
    if doers:
        draft.lend("actors", doers, "who denies it", denier.span if denier is not None else None)


def _lend_decider(outer: Draft, before: list[Draft]) -> None:
    """Give whoever did what was told just before to a judgement of "the move", "the decision"."""
    if outer.type not in _JUDGING or outer.recipients or not is_verb(outer.head):
        return
    said = next((t for t in logical_object(outer.head) if t.lemma.lower() in _MOVES), None)
    if said is not None and outer.head.dep in ("relcl", "acl") and outer.head.head is said and any(c.lower in ("a", "an") for c in said.children):
        deeds = [d for d in before if d.head.sent is said.sent and d.head.i < said.i and d.actors and d.type not in _JUDGING and not set(map(id, d.actors)) & set(map(id, outer.actors))]
        if deeds:  # "sent a destroyer there, a move Beijing called a provocation"
            _lend_recipients(outer, deeds[-1])
        return
    if said is None or not is_definite(said) or any(c.dep in ("poss", "prep", "acl", "relcl") for c in said.children):
        return
    told = [d for d in before if d.head.dep not in ("relcl", "acl", "amod") and 0 < outer.head.sent.i - d.head.sent.i <= 2 and d.actors and d.type not in _JUDGING and d.status in ("actual", "future") and not set(map(id, d.actors)) & set(map(id, outer.actors))]
    if told:
        last = [d for d in told if d.head.sent.i == told[-1].head.sent.i]
        _lend_recipients(outer, next((d for d in last if d.head.dep == "ROOT"), last[0]))


def _lend_recipients(outer: Draft, deed: Draft, whom: str = "doer of the") -> None:
    """Give whoever did a deed told before to what judges it, or whom it befell."""
    outer.lend("recipients", deed.actors if whom == "doer of the" else deed.recipients, f"{whom} {deed.head.text} told before", deed.head.span)


def _lend_asker(analysis: Analysis, outer: Draft) -> None:
    """Give whoever asked or offered just before to the refusal of "the offer", "a request": "asked Kyiv to sell grain, a request it turned down"."""
    if outer.type not in _ANSWERS or outer.recipients or not is_verb(outer.head):
        return
    said = next((t for t in logical_object(outer.head) if t.lemma.lower() in _ASKED), None)
    if said is None or any(c.dep == "poss" or (c.dep == "prep" and c.lower in ("of", "by", "from")) for c in said.children):
        return
    verbs = _ASKED[said.lemma.lower()]
    apposed = outer.head.dep == "relcl" and outer.head.head is said and any(c.lower in ("a", "an") for c in said.children)
    if not (apposed or is_definite(said)):
        return
    for sentence in analysis.sentences[max(0, said.sent.i - (0 if apposed else 1)) : said.sent.i + 1][::-1]:
        for verb in reversed(sentence.tokens):
            if verb.i >= said.i or verb.lemma not in verbs or not is_verb(verb):
                continue
            found = [e for t in logical_subject(verb) if (m := analysis.mention_at.get(t.i)) is not None for e in m.entities if e not in outer.actors]
            if found:
                outer.lend("recipients", found, f"who {verb.text} before", verb.span)
                return


def _lend_asked(refusal: Draft, before: list[Draft]) -> None:
    """Give a bare refusal whoever asked those who refuse, in the sentence before: "urged Chad to hand him over. It declined"."""
    if refusal.type != "REJECT" or refusal.recipients or not refusal.actors or not is_verb(refusal.head) or refusal.head.child("dobj", "xcomp", "ccomp", "nsubjpass", "prt") is not None:
        return
    asked = [d for d in before if d.type in ("REQUEST", "AGREE", "THREATEN") and 0 <= refusal.head.sent.i - d.head.sent.i <= 1 and set(map(id, d.recipients)) & set(map(id, refusal.actors))]
    if asked and (found := [e for e in asked[-1].actors if e not in refusal.actors]):
        refusal.lend("recipients", found, f"who {asked[-1].head.text} before", asked[-1].head.span)


def _lend_counted(draft: Draft, before: list[Draft]) -> None:
    """Say of whom a bare number counts some or more: "rescued 60 migrants. The coast guard saved 40 more", "fired on the miners. Seven were killed"."""
    if draft.recipients or not is_verb(draft.head) or draft.type not in _ON_PEOPLE:
        return
    number = draft.head.child("dobj", "nsubjpass")
    if number is None or not _is_bare_number(number):
        return
    fought = next((d for d in reversed(before) if d.head.sent is draft.head.sent and not d.recipients and d.type == "ASSAULT"), None)
    if fought is not None and draft.type in _HARMING and draft.actors and all(e in fought.actors for e in draft.actors):
        beaten = [e for e in fought.actors if e not in draft.actors]
        if len(beaten) == 1 and (entity_sector(beaten[0]) == "REB" or any(m.plural and m.kind != "name" for m in beaten[0].mentions)):
            draft.lend("recipients", beaten, f"of those fought in the {fought.head.text}", fought.head.span)  # "clashed with rebels and killed nine"
        return
    more = draft.type in _HARMING and any(c.lower in _MORE for c in (number, *number.children))  # "beat ten miners. Another three were arrested"
    told = [d for d in before if 0 <= draft.head.sent.i - d.head.sent.i <= 1 and (d.type == draft.type or (more and d.type in _HARMING) or (draft.mode == "release" and d.mode in _TAKEN)) and d.recipients and d.head.i < draft.head.i]
    found = next((d for d in reversed(told) if d.mode != "destroy" and all(any(((m.plural and m.kind != "name") or m.head.tag == "NNPS") and m.head.i < draft.head.i for m in e.mentions) for e in d.recipients) and not set(map(id, d.recipients)) & set(map(id, draft.actors))), None)
    main = next((d for d in before if d.head is draft.head.head and d.type == draft.type and d is not found), None)
    if main is not None and found is not None and found.head.sent is not draft.head.sent:
        return  # "rammed a checkpoint, killing seven": none of those told of before
    if found is not None:
        draft.lend("recipients", found.recipients, f"of those told of with the {found.head.text}", found.head.span)


def _lend_judges(outer: Draft, before: list[Draft]) -> None:
    """Give the court that convicted somebody just before to a judgement of "the verdict": "rights groups condemned the sentence"."""
    if outer.type in _JUDGING and (told := [d for d in _convictions(outer, before) if d.actors and not set(map(id, d.actors)) & set(map(id, outer.actors))]):
        _lend_recipients(outer, told[-1])


def _lend_convict(upheld: Draft, before: list[Draft]) -> None:
    """Give whoever was convicted just before to what another court does with "the verdict": "sentenced an editor; an appeals court upheld the sentence"."""
    if upheld.type in ("SANCTION", "CONCEDE") and (told := [d for d in _convictions(upheld, before) if d.recipients]):
        _lend_recipients(upheld, told[-1], "who was")


def _convictions(outer: Draft, before: list[Draft]) -> list[Draft]:
    """Return the convictions told just before, where an act without a recipient is about "the verdict"."""
    if outer.recipients or not is_verb(outer.head):
        return []
    said = next((t for t in logical_object(outer.head) if t.lemma.lower() in _VERDICTS), None)
    if said is None or not is_definite(said) or any(c.dep in ("poss", "prep", "acl", "relcl") for c in said.children):
        return []
    return [d for d in before if d.mode == "convict" and 0 <= outer.head.sent.i - d.head.sent.i <= _BACK]


def _lend_sides(fight: Draft, before: list[Draft]) -> None:
    """Give a fight without parties both sides of what it led to: "overran the rebels' camp after a [firefight]"."""
    if fight.type != "ASSAULT" or fight.actors or fight.recipients or is_verb(fight.head) or fight.head.lemma not in _TWO_SIDED or fight.head.dep != "pobj" or fight.head.head.lower not in ("after", "following") or any(c.dep == "prep" and c.lower in ("between", "with", "against", "by") for c in fight.head.children):
        return
    deed = next((d for d in before if d.head is fight.head.head.head and is_verb(d.head) and d.type in _HARMING and d.actors and d.recipients and d.status == "actual"), None)
    if deed is not None:
        fight.lend("actors", [*deed.actors, *(e for e in deed.recipients if e not in deed.actors)], f"both sides of the {deed.head.text}", deed.head.span)


def _lend_crowd(breaking: Draft, events: list[Draft]) -> None:
    """Give those who protest to what is done to their protest: "dispersed a rally by [nurses]"."""
    if breaking.type not in ("COERCE", "ASSAULT") or breaking.mode == "ban" or breaking.recipients or not is_verb(breaking.head):
        return
    thing = breaking.head.child("dobj", "nsubjpass")
    protest = next((d for d in events if d.head is thing and d.type == "PROTEST" and d.actors), None) if thing is not None else None
    if protest is not None and (crowd := [e for e in protest.actors if e not in breaking.actors]):
        breaking.lend("recipients", crowd, f"whose {protest.head.text} it was", protest.head.span)


def _lend_those_who_met(talks: Draft, before: list[Draft]) -> None:
    """Give "the talks", "the Oslo meeting" those of whom it was told just before that they met."""
    if talks.type != "CONSULT" or talks.actors or talks.recipients or talks.head.lemma.lower() not in _MEETINGS or not is_definite(talks.head):
        return
    if any(c.dep in ("prep", "relcl") and c.lower not in ("in", "at", "on") for c in talks.head.children):
        return
    for told in reversed(before):
        met = [*told.actors, *(e for e in told.recipients if e not in told.actors)]
        if told.type == "CONSULT" and 0 < talks.head.sent.i - told.head.sent.i <= _NEAR and (told.status in ("actual", talks.status) or told.head.lemma == talks.head.lemma) and (len(met) > 1 or any(m.plural for e in met for m in e.mentions)):
            talks.lend("actors", met, f"whose {told.head.text} was told before", told.head.span)
            return


def _lend_all(draft: Draft, before: list[Draft]) -> None:
    """Give "the protests", "the arrests", "the attacks" the one doer of all such acts told just before."""
    noun = climb_partitive(draft.head)
    said_which = [c for c in (*noun.children, *draft.head.children) if c.dep in ("poss", "prep", "relcl", "acl", "amod", "compound") and c.lower not in _LATEST and c.lemma != "target" and c is not draft.head.head]
    if draft.type not in _OF_MANY or not is_definite(noun) or draft.head.dep in ("conj", "compound") or said_which:
        return
    told = [d for d in before if d.type == draft.type and 0 < draft.head.sent.i - d.head.sent.i <= _NEAR and d.status == "actual" and (draft.mode is None or d.mode in (None, draft.mode))]
    if draft.type == "ASSAULT" and len(told) < 2 and not any(_was_of_several(d, draft) for d in told):
        return  # one blow is not "the attacks", but "carried out airstrikes. The strikes ..."
    for field in ("actors", "recipients") if draft.mode == "arrest" else ("actors",):
        sets = {tuple(sorted(map(id, getattr(d, field)))): d for d in told if getattr(d, field)}
        if len(sets) == 1 and not getattr(draft, field):
            first = next(iter(sets.values()))
            if not _is_by(draft, first.actors, first):
                continue
            draft.lend(field, getattr(first, field), f"the {first.head.text} told before", first.head.span)


def _is_bare_number(token: Token) -> bool:
    """Whether a number stands for people named before: "seven", "40 more", "another three", "dozens"."""
    if any(c.dep in ("prep", "relcl", "acl", "appos", "amod", "compound") or c.pos in ("SYM", "NOUN") for c in token.children if c.lower not in _MORE):
        return False
    return token.tag == "CD" or token.lower == "more" or token.lower in _SOME_NUMBER


def _lend_doer(deed: Draft, events: list[Draft]) -> None:
    """Give whoever did what is condemned to a condemnation without an addressee: "denounced the expulsion"."""
    for outer in events:
        if outer.type == "ACCUSE" and not outer.recipients and is_verb(outer.head) and deed.head.dep == "dobj" and deed.head.head is outer.head and (found := [e for e in deed.actors if e not in outer.actors]):
            outer.lend("recipients", found, f"doer of the {deed.head.text}", deed.head.span)


def _lend_deaths(blow: Draft, events: list[Draft]) -> None:
    """Give the doer of a blow told before to the deaths it brought: "nine soldiers died in the attack"."""
    if not blow.actors or blow.head.dep != "pobj" or blow.head.head.lower not in ("in", "during", "by"):
        return
    for death in events:
        if death.head is blow.head.head.head and death.type == blow.type and not death.actors and is_verb(death.head):
            death.lend("actors", [e for e in blow.actors if e not in death.recipients], f"doer of the {blow.head.text}", blow.head.span)


def _is_definite(draft: Draft, days: set[int]) -> bool:
    """Whether a noun goes back to something told: "the", "this", or a day's possessive ("Sunday's") or its doer's ("Chad's attack"), and nothing that says which other one it is."""
    if draft.head.tag == "NNS" or draft.head.dep == "conj":
        return False  # "the attacks" may be all there were
    owners = [c for c in draft.head.children if c.dep == "poss"]
    if owners and (all(c.start in days for c in owners) or draft.head.lemma.lower() in _COUPS):
        return True
    if any(c.dep in ("prep", "relcl", "acl") and c.lower in ("of", "on", "against", "between", "by", "with") for c in draft.head.children):
        return False
    return draft.type == "ASSAULT" and bool(draft.actors) if owners else is_definite(climb_partitive(draft.head))


def _was_of_several(deed: Draft, blows: Draft) -> bool:
    """Whether one telling may be of several blows: "carried out [airstrikes]", and in the same word or way "[struck] two depots" of "the strikes"."""
    if not is_verb(deed.head):
        return deed.head.tag == "NNS"
    return _befell_several(deed) and (deed.head.lemma.lower() == blows.head.lemma.lower() or deed.mode in _ARMED_MODES.get(blows.head.lemma.lower(), ()))


def _befell_several(deed: Draft) -> bool:
    """Whether an act had several sufferers by its own words: "executed two militants", which is not "the killing"."""
    return any(t.tag in ("NNS", "NNPS") for t in logical_object(deed.head)) if is_verb(deed.head) else False


def _says_again(draft: Draft, earlier: Draft) -> bool:
    """Whether a noun names again whom the act befell: "the killing", "Russia's invasion"; of other blows it is mostly said only that they happened: "the strike was carried out at night"."""
    if draft.type == "ASSAULT":
        return draft.head.lemma.lower() in _DEATHS or (draft.head.child("poss") is not None and bool(draft.actors))
    return draft.type == "THREATEN" or (is_verb(earlier.head) and is_passive(earlier.head)) or is_same_word(earlier.head.lemma.lower(), draft.head.lemma.lower())


def _is_condemned(noun: Token) -> bool:
    """Whether a noun is what is condemned: "denounced the [attack]", "condemnation of the [attack]"."""
    return (noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in _CONDEMNING) or (noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in _CONDEMNATIONS)


def _is_by(blow: Draft, doers: list[Entity], told: Draft) -> bool:
    """Whether those who did what was told before are said again to have done it: in the same word, and they are named, by themselves, their country, as a body ("the army"); else ("gunmen") the attack is just the attack."""
    if _is_condemned(blow.head) or blow.type not in ("ASSAULT", "COERCE", "PROTEST"):
        return True
    if blow.type == "PROTEST" or blow.mode in _OF_PERSONS:
        return False  # "the march ended", "after the arrest": it only happened
    if blow.type == "COERCE":
        return True
    noun, word = blow.head.lemma.lower(), told.head.lemma.lower()
    if noun not in _COUPS | {"operation"} and not (is_same_word(word, noun) or word.endswith(noun)):
        return False  # "shelled the town. The attack lasted an hour"
    return any(e.country or any(m.kind == "name" or (m.person is False and not m.plural) for m in e.mentions) for e in doers)


def _may_be_meant(draft: Draft, told: Draft) -> bool:
    """Whether an act told shortly before is of the kind that a noun names, and has parties."""
    if told.type != draft.type or not (told.actors or told.recipients):
        return False
    if told.status not in ("actual", draft.status) and not (told.status == "future" and told.mode == draft.mode == "ceasefire"):
        return False
    if told.head.sent is draft.head.sent:
        return told.head.i < draft.head.i and (is_verb(told.head) or (draft.head.dep == "nsubj" and any(c.lower in ("a", "an") for c in told.head.children)))
    return 0 < draft.head.sent.i - told.head.sent.i <= _BACK


def _is_of_blow(noun: str, told: Draft, armed: frozenset[str]) -> bool:
    """Whether a general word of force may mean an act told in another word. ``armed``: the modes the word goes with."""
    word = told.head.lemma
    if word.lower() in _BLOWS or (told.mode in armed and (is_verb(told.head) or word in _SHOTS)):
        return True
    if noun == "operation" and word in _FELLING and is_verb(told.head) and any(entity_sector(e) in _SOLDIERS for e in told.actors):
        return True  # "The army killed nine rebels. The operation ..."
    return (noun == "bombing" and word in ("explosion", "blast")) or (noun in _ADVANCES and word in _TAKING) or (noun in ("raid", "assault", "attack") and word == "storm")


def _earlier(draft: Draft, before: list[Draft]) -> Draft | None:
    """Return the nearest earlier mention with parties: the same noun first, then, for a general word of force, any act of force."""
    near = [d for d in before if _may_be_meant(draft, d)]
    near = [d for d in near if not (draft.actors and d.actors and not set(map(id, d.actors)) & set(map(id, draft.actors)))]
    if draft.actors or draft.head.lemma.lower() not in _ONE_BLOW:  # "attacked a post. The raid killed nine": other words for those it befell
        near = [d for d in near if not (draft.recipients and d.recipients and not set(map(id, d.recipients)) & set(map(id, draft.recipients)))]
    if draft.head.lemma.lower() in _ONE_BLOW:
        near = [d for d in near if d.head.tag != "NNS" or d.head.lemma in _SHOTS]  # "the attack" is not the "string of attacks" of some group
    if draft.head.lemma.lower() in _DEATHS:
        killed = [d for d in before if d.type == "ASSAULT" and d.head.lemma.lower() in _DEATHS | _KILLING and (d.actors or d.recipients) and d.status == "actual" and 0 < draft.head.sent.i - d.head.sent.i <= _FAR]
        attackers = {id(e) for d in killed for e in d.actors}
        return max(killed, key=lambda d: (not any(id(e) in attackers for e in d.recipients), draft.head.tag != "NN" or not _befell_several(d), d.head.i), default=None)  # rather than of the killer's own death
    same = [d for d in near if is_same_word(d.head.lemma.lower(), draft.head.lemma.lower())]
    if draft.head.lemma.lower() in _COUPS:
        same = same or [d for d in near if d.head.lemma.lower() in _COUPS | _TOPPLING]
    if draft.actors and draft.head.child("poss") is not None and not draft.recipients:
        return next((d for d in reversed(same) if set(map(id, d.actors)) == set(map(id, draft.actors)) and d.recipients), None)  # "Russia's invasion", of Ukraine as told before
    general = draft.type == "ASSAULT" and draft.head.lemma.lower() in _ANY_FORCE and not (draft.head.lemma == "operation" and draft.head.child("amod", "compound") is not None)  # "the special operation" is no blow told before
    armed = _ARMED_MODES.get(draft.head.lemma.lower(), frozenset())
    general = general or bool(armed)
    if draft.type == "THREATEN":
        return next(reversed(same or near), None)  # "the ultimatum" is whatever was threatened just before
    found = same or ([d for d in near if _is_of_blow(draft.head.lemma, d, armed)] if general else [])
    return found[-1] if found else None
