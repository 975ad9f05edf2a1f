"""Time choice: which calendar expression says when an act took place."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from reportedly.analysis import Analysis, Token
from reportedly.coding.calendar.time_spans import names_year
from reportedly.coding.calendar.time_tense import expression_head
from reportedly.coding.grammar.occasions import occasions
from reportedly.coding.grammar.syntax import SUBJECTS, climb_partitive, is_verb
from reportedly.coding.happening.modality import is_late
from reportedly.coding.repairs.coordination import CHARGING
from reportedly.lexicons.time_words import load_times
from reportedly.lexicons.word_lists import word_list
from reportedly.records import Time

_WITHIN = frozenset({"in", "during", "at", "after", "following", "since", "by", "with", "from", "for"})  # an occasion's time is that of what happened on it
_AT = frozenset({"on", "against", "of", "to", "near", "outside", "inside", "into", "over"})
_ABOUT = frozenset({"of", "with", "for", "from", "over"})
_CARRYING = frozenset({"in", "during", "by", "with", "for", "at", "after"})
_TIME_LINKS = ("prep", "advmod", "npadvmod", "pobj", "nmod", "nummod", "amod", "compound", "poss", "appos", "pcomp", "quantmod", "dep", "punct", "nounmod", "case")
_JOURNEYS = word_list("journeys")
# verbs whose "for" names an earlier deed
_ANSWERED = CHARGING | word_list("time_choice.answered")
_COMING = word_list("coming_to_say")
_MEANS = word_list("time_choice.means")
_OCCURRING = word_list("time_choice.occurring")
_HOURS = word_list("time_choice.hours")
_AS_IT_WENT = frozenset({"when", "as", "while"})
_ENDING = word_list("time_choice.ending")
_SPANS = word_list("spans_of_time")
_FOUNDING = word_list("time_choice.founding")
_TO = frozenset({"to", "for", "until", "till", "from"})
_LATER = frozenset({"after", "within", "for"})
_SOON = word_list("time_choice.soon")
_TALKING = word_list("talking_of")  # what a meeting is for is no second one
_DEPTH = 12
_CLIMBS = 4


@cache
def _reporting() -> frozenset[str]:
    return frozenset(load_times().lists["reports"])


def time_for(analysis: Analysis, head: Token, *, stop: frozenset[str] | None = None, through_cue: bool = False, unborn: bool = False, spoken: bool = False) -> Time | None:
    """Return the time an act's own words give, else that of the clause that carries it; None when neither has one.

    ``stop`` holds lemmas of verbs whose time is not that of what they govern (by default the reporting verbs of ``times.tsv``);
    with ``through_cue`` the time of such a verb serves when nothing nearer does. Of what is yet to come (``unborn``) no day gone by is the date:
    it is that of the promise or the demand. What is said (``spoken``) behind a deed has not the day that stands behind the deed.
    """
    times = _times_of(analysis, head)
    if not times:
        return None
    stop = _reporting() if stop is None else stop
    since = {t.i for c in head.children if c.lower == "since" for t in c.children}  # "since the coup in 2019 the army has killed": since then, too
    acts = analysis.acts_in(head.sent) - since
    heads = [(time, expression) for time in times if (expression := _head_of(analysis, time)) is not None and not _is_as_of(analysis, time)]
    if spoken:
        heads = [(time, token) for time, token in heads if not _is_of_what_is_said(token, head)]
    place: Token | None = head
    leading = told_of = False
    for _ in range(_CLIMBS):
        if place is None:
            break
        best = _best(heads, place, acts - {head.i, place.i}, leading=leading)
        if best is not None and place.dep == "relcl" and any(time is best and _has_its_own(token, place) for time, token in heads):
            best = None  # "in June, when troops shelled the town, and in August, when the governor left"
        if best is not None:
            too_early = unborn and is_verb(head) and place is not head and best.end is not None and best.end <= (analysis.article.published or "")[:10]
            return best if not too_early and _may_date(analysis, head, place, best, spoken=spoken) else None
        if place.dep == "relcl" and any(c.lower in ("when", "where") for c in place.children) and (day := next((t for t, token in heads if token is place.head), None)) is not None:
            return day  # "on 4 March, when a patrol opened fire"
        leading = place.dep == "conj" and _has_subject(place)
        leading = leading or (spoken and place is head and place.dep == "advcl" and place.tag == "VBG" and place.i > place.head.i)  # "boycotted the vote in May, accusing"
        if (leading and _is_perfect(place) and not _is_perfect(place.head)) or (place is not head and told_of):
            break  # "shot a teacher in May and they have taxed traders"; "the truce, which Qatar brokered, ends on Friday"
        told_of = (place.dep == "relcl" and not _goes_on(place)) or (place.dep == "acl" and place.tag == "VBN")
        if place.dep == "conj" and is_verb(place) and _is_later(place):
            break  # "was agreed in May but collapsed after two months, when rebels shelled the port"
        place = _carrier(place, stop, through_cue=through_cue)
    return _time_beside(analysis, heads, head, acts, stop, spoken=spoken)


def _time_beside(analysis: Analysis, heads: list[tuple[Time, Token]], head: Token, acts: set[int], stop: frozenset[str], *, spoken: bool) -> Time | None:
    """Return the time of what stands beside an act that has none: of its aim, of the verb joined to it, of the moment or the occasion it happened at."""
    aim = head.child("xcomp", *(("advcl",) if head.lemma in _MEANS else ())) if head.tag == "VBD" else None
    if aim is not None and (head.lemma not in _MEANS or aim.tag == "VB") and (late := _best(heads, aim, acts - {head.i, aim.i}, leading=False)) is not None and _is_past(analysis, late) and (head.lemma in _MEANS or names_year(analysis, late)):
        return late  # "agreed to reopen the border in 2011", "used tear gas to break up a rally on Tuesday"
    if (joined := next((c for c in head.children if c.dep == "conj" and c.i == head.i + 2 and is_verb(c)), None)) is not None and (shared := _best(heads, joined, acts - {head.i, joined.i}, leading=False)) is not None:
        return shared if _may_date(analysis, joined, joined, shared) else None  # "arrested and deported two monks on Tuesday"
    when = next((c for c in head.children if c.dep == "advcl" and c.i > head.i and any(g.lower in _AS_IT_WENT for g in c.children)), None) if is_verb(head) and head.tag in ("VBD", "VBN") and not spoken else None
    if when is not None and (then := _best(heads, when, acts - {head.i, when.i}, leading=False)) is not None and _is_past(analysis, then):
        return then  # "were killed when gunmen raided the camp on Saturday"
    if head.dep in ("nsubjpass", "dobj") and (set_for := next((time for time, token in heads if token.dep == "pobj" and token.head.lower == "for" and token.head.head is head.head), None)) is not None:
        return set_for  # "a strike has been announced for Monday"
    if (near := _soon_before_or_after(head)) is not None and (year := _best(heads, near, acts - {head.i, near.i}, leading=False)) is not None and _is_year(year):
        return year
    if (seen := _day_that_saw(head)) is not None and (day := next((time for time, token in heads if token is seen), None)) is not None:
        return day
    if (late := _late(analysis, heads, head, acts)) is not None:
        return late
    noun = next((n for n in occasions(head) if n.i in acts), None)  # "the raid on Monday in which two were killed"
    return time_for(analysis, noun, stop=stop) if noun is not None else None


def _late(analysis: Analysis, heads: list[tuple[Time, Token]], head: Token, acts: set[int]) -> Time | None:
    """Return the day that stands behind what an act was for, "held a summit to discuss the crisis on Wednesday", or behind an act that a verb with a day of its own tells of: "protested on Monday against the raid last week"."""
    noun = not is_verb(head)
    verb = head.head if noun and head.dep == "dobj" else head
    aim = next((c for c in (*verb.children, *(head.children if noun else ())) if c.dep in ("advcl", "xcomp", "acl") and c.i > head.i and c.tag == "VB" and (c.i not in acts or c.lemma in _TALKING) and any(g.tag == "TO" for g in c.children)), None)
    if aim is not None and verb.tag == "VBD" and (found := _best(heads, aim, acts - {aim.i}, leading=False)) is not None and _is_past(analysis, found):
        return found
    if not noun or head.dep not in ("pobj", "dobj"):
        return None
    above = head
    for _ in range(_CLIMBS):
        above = above.head
        if is_verb(above):
            hung = [(time, token) for time, token in heads if (token.head if token.dep != "pobj" else token.head.head) is above]
            behind = [time for time, token in hung if token.i > head.i and not any(head.i < i < token.i for i in acts)]
            if len(behind) != 1:
                return None
            if head.head.lower == "for" and (behind[0].start or "") > (analysis.article.published or "9")[:10]:
                return behind[0]  # "called for protests on Saturday"
            return behind[0] if any(token.i < head.i for _, token in heads) and _is_past(analysis, behind[0]) else None
    return None


def entry_time(analysis: Analysis, head: Token) -> Time | None:
    """Return the time that an entry of a chronology begins with, for an act its first sentence tells of: "[March 1990:] The army takes control"."""
    at = head.sent.i
    if at == 0 or analysis.sentences[at - 1].block.kind != "date" or (head.dep == "pobj" and head.head.lower in ("after", "following", "since", "before", "until")):
        return None
    return next((t for t in analysis.times if t.span[0] >= analysis.sentences[at - 1].span[0] and t.span[1] <= head.sent.span[0]), None)


def _is_of_what_is_said(token: Token, verb: Token) -> bool:
    """Whether a time below a speech act is that of what it is about: "accused her of taking bribes [from 2010 to 2015]", "criticised delays in [Sunday's] vote"."""
    owned, until = token.dep == "poss" and token.head.dep != "ROOT", False
    link = token
    for _ in range(_DEPTH):
        if link.head is link or link.head is verb:
            break
        until = until or (link.dep == "prep" and link.lower in _TO)
        if link.dep == "pcomp" and link.head.lower in _ABOUT:
            return True
        link = link.head
    if link.dep == "xcomp" and until:
        return True  # "agreed to extend the deadline [to 14 April]"
    return owned and link.head is verb and not (link.dep == "prep" and link.lower in _WITHIN - _ABOUT)


def _day_that_saw(deed: Token) -> Token | None:
    """Return the subject of what is told of a day or a year: "[last month] saw forty activists arrested", "2022 saw a wave of strikes"."""
    above = deed
    for _ in range(_CLIMBS):
        if above.head is above or above.dep in ("relcl", "advcl", "conj", "parataxis"):
            return None
        above = above.head
        if above.lemma in ("see", "witness"):
            return above.child("nsubj", "npadvmod")
    return None


def _soon_before_or_after(verb: Token) -> Token | None:
    """Return the verb that an act came shortly before or after: "left in 2008, days after soldiers [raided] his house"."""
    link = next((c for c in verb.children if c.dep in ("mark", "advmod") and c.lower in ("before", "after")), None)
    if verb.dep != "advcl" or link is None or verb.tag != "VBD":
        return None
    before = verb.sent.tokens[link.i - 1 - verb.sent.tokens[0].i]
    return verb.head if before.i < link.i and before.lower in _SOON else None


def _is_year(time: Time) -> bool:
    return time.start is not None and time.end is not None and time.start[:4] == time.end[:4] and time.start.endswith("-01-01") and time.end.endswith("-12-31")


def _has_its_own(day: Token, clause: Token) -> bool:
    """Whether a later day has a clause with "when" to itself."""
    below = (w for word in (day, *(c for c in day.children if c.dep == "pobj")) for w in word.children)
    return day.i > clause.i and any(w.dep == "relcl" and w is not clause and any(c.lower == "when" for c in w.children) for w in below)


def _may_date(analysis: Analysis, head: Token, place: Token, time: Time, *, spoken: bool = False) -> bool:
    """Whether a time that hangs nearest is the act's own.

    A day gone by is not that of a verb in the present ("we condemn the raid on Monday"), nor of what was still to be done ("agreed to reopen it in 2011").
    """
    if _is_limit(analysis, time, ("until", "till", "beyond", "past")) and not (place is head and is_late(head)):
        return False  # "banned all marches until the end of May"
    if place is not head and not is_verb(head) and time.span[0] < head.start and (top := climb_partitive(head)).dep == "pobj" and top.head.lower in ("after", "following") and top.head.start > time.span[0]:
        return False  # "left on Tuesday after the raid"
    if not _is_past(analysis, time):
        if place is not head and _is_present(place):
            return time.span[0] > head.start and time.start == time.end == (analysis.article.published or "")[:10]  # "we condemn the attack in Gao this morning"
        if spoken and place is head and (head.tag == "VBD" or _is_perfect(head)) and time.start is not None and time.start > (analysis.article.published or "")[:10] and any(c.dep == "prep" and c.lower == "for" and c.i < _at(analysis, time) for c in head.children):
            return False  # "called for protests on Saturday"
        if spoken and place is head and _is_present(head) and any(head.i < i < _at(analysis, time) for i in analysis.acts_in(head.sent)):
            return False  # "we condemn the attack on our mission today"
        return not _is_limit(analysis, time) if place is head and (head.tag == "VBD" or _is_perfect(head)) else True
    if place is head:
        return not _is_present(head) and not (_is_aim(head) and head.head.tag == "VBD" and names_year(analysis, time))
    return not _is_present(place) or time.span[0] > head.start


def _at(analysis: Analysis, time: Time) -> int:
    first = analysis.token_at(time.span[0])
    return first.i if first is not None else 0


def _is_as_of(analysis: Analysis, time: Time) -> bool:
    """Whether a day only says when a count was made or since when it is so: "as of Monday, 1,200 had been arrested", "the deadliest since 2019"."""
    first = analysis.token_at(time.span[0])
    if first is not None and first.head.lower == "since" and first.dep == "pobj" and (first.head.head.pos == "ADJ" or first.head.head.dep == "attr" or any(c.tag == "JJS" for c in first.head.head.children)):
        return True
    return first is not None and first.i > 1 and analysis.tokens[first.i - 1].lower == "of" and analysis.tokens[first.i - 2].lower == "as"


def _is_past(analysis: Analysis, time: Time) -> bool:
    published = analysis.article.published
    return published is not None and time.end is not None and time.end < published[:10]


def _is_limit(analysis: Analysis, time: Time, words: tuple[str, ...] = ("by", "before")) -> bool:
    """Whether a time to come only limits what was promised: "offered to pay by the end of the year"."""
    first = analysis.token_at(time.span[0])
    return first is not None and first.i > 0 and analysis.tokens[first.i - 1].lower in words


def _is_present(verb: Token) -> bool:
    """Whether a verb is in the plain present and so voices something now: "condemns", "we welcome"."""
    return verb.tag in ("VBP", "VBZ") and verb.lemma in _reporting() and not any(c.dep in ("aux", "auxpass") for c in verb.children)


def _is_aim(verb: Token) -> bool:
    return verb.dep == "xcomp" and verb.tag == "VB" and any(c.tag == "TO" for c in verb.children)


def _is_perfect(verb: Token) -> bool:
    return any(c.dep == "aux" and c.lower in ("have", "has", "had", "'ve", "\u2019ve") for c in verb.children)


def _times_of(analysis: Analysis, head: Token) -> list[Time]:
    start, end = head.sent.span
    at = bisect_left(analysis.times, start, key=lambda time: time.span[0])
    out: list[Time] = []
    while at < len(analysis.times) and analysis.times[at].span[0] < end:
        out.append(analysis.times[at])
        at += 1
    return out


def _head_of(analysis: Analysis, time: Time) -> Token | None:
    first, last = analysis.token_at(time.span[0]), analysis.token_at(time.span[1] - 1)
    return expression_head(analysis, first.i, last.i) if first is not None and last is not None else None


def _best(heads: list[tuple[Time, Token]], place: Token, acts: set[int], leading: bool) -> Time | None:
    """Return the time that hangs nearest below a word; of equals the resolved, then the nearest in the text.

    ``leading``: only one that stands before the word, which is what a conjunct with a subject of its own shares.
    """
    ranked: list[tuple[int, bool, bool, int, Time]] = []
    for time, token in heads:
        cost = _distance(token, place, acts, late=time.start is not None and time.start == time.end)
        if cost is not None and (not leading or token.i < place.i):
            ranked.append((cost, time.start is None, token.head.lower == "since" and place.tag == "VBD", abs(token.i - place.i), time))
    return min(ranked, key=lambda item: item[:4])[4] if ranked else None


def _distance(token: Token, place: Token, acts: set[int], *, late: bool = False) -> int | None:
    """Return how many occasions lie between a time and the word it may date, None when it belongs to something else."""
    cost, passed = 0, False
    if _opens_verb(token, place, acts):
        return 0
    above: Token | None = None  # the subject that a time before its verb was hung on
    for step in range(_DEPTH):
        head = token.head
        if head is token:
            return None
        if head.head is place and head.dep in SUBJECTS and head.i not in acts and token.lower == "on" and token.i > head.i and is_verb(place) and _reaches(token, place):
            above = head  # "the navy on Sunday seized two boats"
        link = token is above or token.dep in _TIME_LINKS or token.pos in ("ADP", "ADV") or (step == 0 and token.dep in ("conj", "dobj", "attr", "nsubj", "ROOT"))
        if token is not place and not (link or passed or _passes(token, place, acts, late=late)):
            return None
        if head is place:
            return cost
        passed = head.pos in ("NOUN", "PROPN", "VERB", "PRON", "NUM", "ADJ", "AUX") or is_verb(head)
        if passed:
            if head is not above and not _passes(head, place, acts, below=token, late=late):
                return None
            cost += 1
        token = head
    return None


def _opens_verb(token: Token, place: Token, acts: set[int]) -> bool:
    """Whether a phrase right before a verb, hung inside its subject, is the verb's: "units of the army [over the past day] hit nine posts"."""
    phrase = token.head if token.dep == "pobj" else token
    if phrase.dep not in ("prep", "npadvmod") or phrase.lower == "of" or not is_verb(place) or not phrase.i < place.i or phrase.head is place or not _reaches(phrase, place):
        return False
    above = phrase.head
    for _ in range(_CLIMBS):
        if above.i in acts or is_verb(above):
            return False
        if above.dep in SUBJECTS:
            return above.head is place
        above = above.head
    return False


def _passes(word: Token, place: Token, acts: set[int], below: Token | None = None, *, late: bool = False) -> bool:
    """Whether the time below a word is also that of what the word stands under: an occasion, an object, a reduced relative."""
    if word.dep == "conj" and is_verb(word) and below is not None and below.lower in _TO and below.dep == "prep":
        return False  # "accepted the plea and put off the hearing [to] 3 May"
    if word.i in acts:
        # Another coded act keeps its time, unless it is the occasion on which this one happened, or the two make a pair: "kidnapped and killed in 2021".
        if word.dep == "conj" and is_verb(word) and below is not None and below.i > word.i and word.head is place and word.i - place.i == 2 and not _has_subject(word):
            return True
        if word.dep == "conj" and word.head is place and word.tag == place.tag == "VBN" and below is not None and below.i > word.i and not _is_perfect(word) and place.child("auxpass") is not None:
            return late and (word.child("auxpass") is None or _has_subject(word))  # "two were killed and nine (were) wounded on Wednesday"; but "was tried and was shot on Wednesday"
        if word.dep == "conj" and word.head is place and word.tag == place.tag == "VBD" and below is not None and below.i > word.i and not _has_subject(word):
            return late  # "burned tyres and blocked the road on Wednesday"
        return word.dep == "pobj" and word.head.lower in ("in", "during", "at") and is_verb(place)
    if below is not None and below.dep in ("poss", "compound", "nmod", "amod", "nummod") and word.dep not in ("pobj", "compound"):
        return False  # "Friday's statement"
    if is_verb(word):
        if word.dep == "relcl" and word.lemma in _OCCURRING and (relative := word.child("nsubj")) is not None and relative.lower in ("that", "which"):
            return True  # "skirmishes that took place in March"
        if word.dep == "conj" and not _has_subject(word):
            return below is None or below.i > word.i  # "are allied and [last year] held a drill"
        if word.dep == "advcl" and word.tag != "VBG" and word.head.dep != "acl":  # but "a meeting set to take place on Friday"
            return False
        return word.dep in ("acl", "pcomp", "xcomp", "advcl") and not _has_subject(word)
    if word.dep == "pobj":  # "an attack on a mosque on Friday" is hung from the mosque as often as from the attack
        return word.lower in _HOURS or word.head.lower in _WITHIN or (word.head.lower in _AT and below is not None and below.pos in ("ADP", "NOUN", "PROPN"))
    return word.dep in ("dobj", "attr", "nsubjpass", "conj", "compound", "appos", "oprd", "agent", "npadvmod", "advmod", "nmod")


def _is_earlier(clause: Token, noun: Token) -> bool:
    """Whether a clause tells of what came before the verb its noun belongs to: "the minister, who had ordered the raid, resigned on Monday"."""
    return noun.dep in SUBJECTS and is_verb(noun.head) and any(c.lower == "had" and c.dep == "aux" for c in clause.children) and not any(c.lower == "had" for c in noun.head.children)


def _went_on(verb: Token) -> bool:
    """Whether a clause tells what happened as the main act did."""
    opener = next((c.lower for c in verb.children if c.dep in ("advmod", "mark")), "")
    return opener in _AS_IT_WENT and (verb.tag == "VBD" or (verb.child("auxpass") is not None and not _is_perfect(verb)))


def _is_later(verb: Token) -> bool:
    """Whether a conjunct says how long after the first it came: "but [after two months] collapsed"."""
    for child in verb.children:
        if child.dep == "prep" and child.lower in _LATER and (span := child.child("pobj")) is not None and span.lemma in _SPANS and any(c.dep in ("nummod", "det", "amod") for c in span.children):
            return True
        if child.lower == "later" and any(c.lemma in _SPANS for c in child.children):
            return True
    return False


def _goes_on(verb: Token) -> bool:
    """Whether a relative clause tells what came next: "were ambushed on 14 June by rebels, who captured forty"."""
    subject, tokens = verb.child("nsubj"), verb.sent.tokens
    if subject is None or subject.lower not in ("who", "which") or verb.tag != "VBD" or tokens[subject.i - 1 - tokens[0].i].text != ",":
        return False
    above = verb.head
    while above.head is not above and not is_verb(above):
        above = above.head
    return is_verb(above) and above.i < verb.i and above.lemma not in _FOUNDING


def _reaches(phrase: Token, verb: Token) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between a phrase and the verb after it."""
    last = phrase
    while last.children and last.children[-1].i > last.i:
        last = last.children[-1]
    tokens, first = verb.sent.tokens, verb.sent.tokens[0].i
    return last.i < verb.i and all(t.dep in ("aux", "auxpass", "advmod", "neg", "punct") for t in tokens[last.i + 1 - first : verb.i - first])


def _has_subject(verb: Token) -> bool:
    return any(c.dep in SUBJECTS for c in verb.children)


def _carrier(token: Token, stop: frozenset[str], *, through_cue: bool) -> Token | None:
    """Return the next word out whose time may be the act's: the verb of a noun, the main verb of a participle or conjunct, a cue when allowed."""
    head = token.head
    if head is token:
        return None
    if not is_verb(token):
        top = climb_partitive(token)
        if top is not token:
            return top
        governor = head.head if token.dep == "pobj" else head
        carried = token.dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "appos") or (token.dep == "pobj" and (head.lower in _CARRYING or (governor.lemma == "lead" and head.lower == "to")))
        if head.lower == "for" and governor.lemma in _ANSWERED:
            return None
        if head.lower == "at" and token.lemma == "request":
            return None  # "left in 2009 at the state's request"
        if not carried or not (is_verb(governor) or token.dep == "appos" or governor.pos == "AUX"):
            return None
        if governor.lemma == "announce" and token.dep == "dobj" and governor.tag in ("VBD", "VBN"):
            return governor  # "announced sanctions on Thursday"
        if governor.lemma in _ENDING and token.dep in ("nsubj", "nsubjpass", "dobj"):
            return None  # "the truce expires in March": it began before
        return governor if governor.lemma.lower() not in stop or through_cue or any(c.dep == "prt" and c.lower == "in" for c in governor.children) or (token.dep == "dobj" and _is_present(governor)) else None
    if token.dep == "advcl" and is_verb(head) and head.tag != "VB" and _went_on(token):
        return head  # "the raid failed on Monday when two trucks were hit"
    if token.dep == "advcl" and head.lemma in _JOURNEYS | _COMING and any(c.tag == "TO" for c in token.children):
        return head  # "flies out tomorrow to meet", "gathered on Monday to demand"
    if token.dep == "conj" and (is_verb(head) or head.pos == "AUX"):
        return head
    if token.dep in ("xcomp", "pcomp") or (token.dep == "advcl" and token.tag in ("VBG", "VBN") and not _has_subject(token)):
        governor = head.head if token.dep == "pcomp" else head
        if token.dep == "pcomp" and head.lower in ("after", "before", "since", "until"):
            return None  # "freed on Monday after spending three weeks in jail"
        if token.dep == "pcomp" and head.lower == "for" and governor.lemma in _ANSWERED:
            return None  # "jailed on Monday for leading protests"
        return governor if governor.lemma.lower() not in stop or through_cue else None
    if token.dep in ("acl", "relcl") and not is_verb(head):
        return None if token.dep == "relcl" and _is_earlier(token, head) else head
    return head if through_cue and token.dep in ("ccomp", "parataxis", "advcl") and is_verb(head) else None
