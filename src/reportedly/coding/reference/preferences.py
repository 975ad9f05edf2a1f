"""Which of several actors a pronoun rather means, by who does what to whom; a helper of candidates.py.

Who is acted on is acted on again, who is accused denies, who is punished did something before ("implicit causality", Garvey and Caramazza 1974), what is
taken is taken from somebody else.
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Mention, Token
from reportedly.coding.grammar.clauses import logical_subject
from reportedly.coding.grammar.syntax import conjuncts, is_verb, prep_objects
from reportedly.coding.reference.naming import mention_sector
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
_LATER = frozenset({"after", "when", "as", "because", "since", "once", "where"})
_IF = frozenset({"if", "unless", "until"})
_REASON = frozenset({"because", "after", "when", "as"})
_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PUNISHING = word_list("preferences.punishing")
_FREEING = word_list("preferences.freeing")
_TAKING_AWAY = word_list("preferences.taking_away")
_STRIKING, _STRUCK = word_list("preferences.striking"), word_list("preferences.struck")
_ASKING_FOR = word_list("preferences.asking_for")
_DEFENCELESS = word_list("preferences.defenceless")
_HURTING = word_list("hurting") | word_list("harming")
_BUILT = word_list("preferences.built")
_HITTING_BACK = word_list("preferences.hitting_back")
_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "CRM", "SPY"})
_RIDDING = word_list("preferences.ridding")
_ARMED_MEN = word_list("preferences.armed_men")
_DENYING = word_list("preferences.denying")
_UNDERGONE = word_list("undergone")
_TELLING = word_list("preferences.telling")
_ACCUSING = word_list("preferences.accusing")
_BEGGING = word_list("preferences.begging")
_WILL = frozenset({"will", "would"})
_YIELDING = word_list("preferences.yielding")
_OWN_PEOPLE = word_list("preferences.own_people")
_WHOSE = {"he": "his", "she": "her", "they": "their", "him": "his", "her": "her", "them": "their"}


def prefer(analysis: Analysis, pronoun: Mention, candidates: list[Mention]) -> None:
    """Put first whom a pronoun means by what is done, of candidates that stand in the order of nearness."""
    they = pronoun.plural and pronoun.person is None
    if they:
        _put_many_before_one(candidates, pronoun)
    rather = _rather_meant(analysis, pronoun.head)
    candidates.sort(key=lambda m: not _is_among(m, rather))
    if robbers := _takers(pronoun.head):
        candidates.sort(key=lambda m: m.head.i in robbers)
    if they and pronoun.head.dep == "nsubj" and pronoun.head.head.lemma in _HURTING:
        candidates.sort(key=lambda m: (m.kind == "description" and m.head.lemma in _DEFENCELESS) or _only_tells(m))  # "Residents said they had beheaded two men"
    if they and pronoun.head.dep == "nsubj" and pronoun.head.head.lemma in _HURTING and (rid := _rid_of(analysis, pronoun.head)):
        candidates.sort(key=lambda m: m.head.i not in rid)
    if they and pronoun.head.dep in _SUBJECTS and (above := _clause_above(pronoun.head, _LATER | _IF)) is not None:
        candidates.sort(key=lambda m: not (m.kind == "pronoun" and m.name.lower() == "them" and m.head.head is above))  # "replace [them] with officers if they do not return"
    if they and pronoun.head.dep in _SUBJECTS and pronoun.head.head.tag in ("VBD", "VBP", "VBG"):
        candidates.sort(key=lambda m: m.head.lemma in _BUILT)  # houses do nothing
    if they and pronoun.head.dep in _OBJECTS:
        candidates.sort(key=lambda m: m.head.lemma in _BUILT or m.sector == "JRN")  # not the paper that tells of them
        its = {id(e) for m in pronoun.head.sent.mentions if m.first < pronoun.first and m.name.lower() == "it" for e in m.entities}
        candidates.sort(key=lambda m: len(m.entities) == 1 and id(m.entities[0]) in its)  # "the army said it had killed two of them"
        again = next((m for m in candidates if m.kind == "pronoun" and m.name.lower() == "them" and m.head.sent.i >= pronoun.head.sent.i - 1), None)
        here = [m for m in candidates if m.head.sent is pronoun.head.sent and m.plural and m.kind != "pronoun"]
        if again is not None and (again.head.sent is pronoun.head.sent or not here):
            candidates.sort(key=lambda m: m is not again)  # "treated them well and gave them food"


def is_preferred(analysis: Analysis, pronoun: Mention, other: Mention) -> bool:
    """Whether what is done makes a pronoun mean another mention, wherever that stands."""
    return _is_among(other, _rather_meant(analysis, pronoun.head))


def _rather_meant(analysis: Analysis, it: Token) -> set[int]:
    """Return the words for those whom a pronoun rather means by what is done."""
    return _saying_of_oneself(analysis, it) or _acted_on_above(analysis, it) | _punished(analysis, it) | _answering(analysis, it) | _asked_for(analysis, it) | _befallen(analysis, it) | _robbed(analysis, it) | _spoken_for(it) | _told_to(it) | same_again(it)


def _is_among(other: Mention, rather: set[int]) -> bool:
    return bool(rather) and any(t.i in rather for t in (other.head, *conjuncts(other.head)[:1]))


def _told_to(pronoun: Token) -> set[int]:
    """Return who is told what must be done by a pronoun, or will befall it: "reminded the [parties] that they must protect civilians", "warned the [rebels] they would be crushed"."""
    clause, verb = pronoun.head, pronoun.head.head
    whom = verb.child("dobj", "dative") if pronoun.dep in _SUBJECTS and clause.dep == "ccomp" and verb.lemma in _TELLING else None
    bound = any(c.dep == "aux" and c.lower in ("must", "should", "ought") for c in clause.children) or clause.lemma in ("oblige", "require", "bind") or (pronoun.dep == "nsubjpass" and verb.lemma == "warn")
    return {t.i for t in conjuncts(whom)} if whom is not None and whom.i < pronoun.i and bound else set()


def _only_tells(other: Mention) -> bool:
    """Whether somebody who bears no arms is there for what he says: "Guards raided the club, [two members] told a reporter. They smashed ..."."""
    return other.head.dep in _SUBJECTS and other.head.head.lemma in _SAYING and mention_sector(other) not in _ARMED


def _put_many_before_one(candidates: list[Mention], they: Mention) -> None:
    """Put those who are several before a body that is one, where both stand near: "The company called the guards. [They] ..."."""
    near = [m for m in candidates if m.head.sent.i >= they.head.sent.i - 1]
    if any(m.plural and m.head.dep in _SUBJECTS | {"dobj"} for m in near):
        candidates.sort(key=lambda m: m in near and not m.plural and m.kind == "description" and m.head.tag == "NN" and m.head.dep not in _SUBJECTS)


def _clause_above(pronoun: Token, marks: frozenset[str]) -> Token | None:
    """Return the verb of the clause that a pronoun's clause of time or reason hangs on."""
    verb = pronoun.head
    while verb.dep in ("prep", "pobj", "xcomp", "dative") and verb.head is not verb:
        verb = verb.head
    if verb.dep != "advcl" or not is_verb(verb.head) or verb.head.i > verb.i or not any(c.lower in marks and c.dep in ("mark", "advmod") for c in verb.children):
        return None
    return verb.head


def _acted_on(analysis: Analysis, verb: Token) -> set[int]:
    """Return who is acted on, or whose things are: "froze the accounts of the [charity]"."""
    things = [t for c in verb.children if c.dep in ("dobj", "nsubjpass") for t in conjuncts(c)]
    owners = [o for t in things if t.i not in analysis.mention_at for o in (*(c for c in t.children if c.dep == "poss"), *prep_objects(t, "of"))]
    return {t.i for t in (*things, *owners)}


def _acted_on_above(analysis: Analysis, pronoun: Token) -> set[int]:
    """Return who is acted on by the clause above one that acts on a pronoun, or by the verb it is joined to.

    "evacuated the [villagers] after gunmen surrounded them", "said soldiers took the [men] to a field and shot them".
    """
    if pronoun.dep not in _OBJECTS:
        return set()
    verb = pronoun.head.head if pronoun.dep == "pobj" else pronoun.head
    if verb.dep == "conj" and is_verb(verb) and is_verb(verb.head) and verb.head.i < verb.i and verb.child(*_SUBJECTS) is None:
        return _acted_on(analysis, verb.head)
    above = _clause_above(pronoun, _LATER)
    return _acted_on(analysis, above) if above is not None else set()


def _punished(analysis: Analysis, pronoun: Token) -> set[int]:
    """Return who is punished, thanked or attacked, where a pronoun did what it is for: "sacked the [general] after he refused", "shelled the [rebels] when they crossed"."""
    if pronoun.dep in _SUBJECTS and (done := _reason_told(pronoun)) is not None and done.lemma in _PUNISHING | {"impose"}:
        return _acted_on(analysis, done) | {t.i for c in done.children if c.dep == "dobj" for t in prep_objects(c, "on")}
    above = _clause_above(pronoun, _REASON) if pronoun.dep in _SUBJECTS else None
    if above is None or pronoun.head.lemma in _HURTING:
        return set()
    if above.lemma not in _PUNISHING and above.lemma not in _HURTING:
        return set()
    return _acted_on(analysis, above) | {t.i for prep in ("at", "on") for t in prep_objects(above, prep)}  # "shot at [villagers] when they refused"


def _reason_told(pronoun: Token) -> Token | None:
    """Return what was done for the reason a pronoun's clause tells: "[banned] the party, saying it had incited riots"."""
    aside = pronoun.head.head
    told = pronoun.head.dep == "ccomp" and aside.tag == "VBG" and aside.dep == "advcl" and aside.lemma in _SAYING and any(c.lower == "had" for c in pronoun.head.children)
    return aside.head if told else None


def same_again(pronoun: Token) -> set[int]:
    """Return who is acted on by the verb joined before ("held the [editor] in a cell with a thief and beat him"), or says something of himself ("[They] say they were beaten")."""
    verb = pronoun.head
    if pronoun.dep == "dobj" and verb.dep == "conj" and verb.child(*_SUBJECTS) is None:
        return {c.i for c in verb.head.children if c.dep == "dobj" and c.i < verb.i}
    if pronoun.dep in _SUBJECTS and verb.dep == "conj" and pronoun.lower in ("they", "it"):  # "[They] raided our offices and they beat my brother"
        return {c.i for c in verb.head.children if c.dep in _SUBJECTS and c.lower == pronoun.lower}
    if pronoun.dep in _SUBJECTS and verb.dep == "ccomp" and verb.head.lemma in _SAYING:
        return {c.i for c in verb.head.children if c.dep == "nsubj" and c.tag == "PRP" and c.lower == pronoun.lower}
    return set()


def _answering(analysis: Analysis, pronoun: Token) -> set[int]:
    """Return who was accused or asked in the sentence before, where a pronoun answers: "Kigali accused [Bujumbura] of arming them. It rejected the charge"."""
    if pronoun.dep != "nsubj" or pronoun.head.dep != "ROOT" or pronoun.sent.i == 0:
        return set()
    before, answer = analysis.sentences[pronoun.sent.i - 1].root, pronoun.head.lemma
    if (before.lemma in _ACCUSING and answer in _DENYING) or (before.lemma in _BEGGING and answer in _YIELDING):
        return _acted_on(analysis, before)
    if before.lemma in _HURTING and answer in _HITTING_BACK:
        return _acted_on(analysis, before) | {t.i for prep in ("at", "on", "against") for t in prep_objects(before, prep)}
    return set()


def _befallen(analysis: Analysis, pronoun: Token) -> set[int]:
    """Return who was acted on just before, where a pronoun says whom something befell, or whose people speak: "arrested three [editors]. The union condemned their detention", "beat two [monks], their lawyer said"."""
    if pronoun.tag != "PRP$" or pronoun.head.lemma not in _UNDERGONE | _OWN_PEOPLE:
        return set()
    speaking = pronoun.head.head if pronoun.head.dep == "nsubj" and pronoun.head.head.lemma in _SAYING else None
    told = speaking.child("ccomp") if speaking is not None else None
    if told is None or told.i > pronoun.i:
        if pronoun.sent.i == 0:
            return set()
        before = analysis.sentences[pronoun.sent.i - 1].root
        told = before.child("ccomp") if before.lemma in _SAYING else None
        told = told if told is not None and is_verb(told) else before  # "said police had beaten [six nurses]. The union demanded their release"
    hurt = pronoun.head.lemma in _UNDERGONE or told.lemma in _PUNISHING or told.lemma in _HURTING or told.lemma in _FREEING
    return _acted_on(analysis, told) if hurt else set()


def _robbed(analysis: Analysis, pronoun: Token) -> set[int]:
    """Return who was harmed by the verb before, where the next takes, harms or blames what is theirs: "beat the [monks] and burned their books", "summoned the [envoy] and accused his country of spying"."""
    thing = pronoun.head
    verb = thing.head
    if pronoun.tag != "PRP$" or thing.dep != "dobj" or verb.dep != "conj" or verb.child(*_SUBJECTS) is not None or not (verb.lemma in _TAKING_AWAY or verb.lemma in _HURTING or verb.lemma in _ACCUSING):
        return set()
    return _acted_on(analysis, verb.head)


def _rid_of(analysis: Analysis, they: Token) -> set[int]:
    """Return of whom a place was rid in the sentence before: "freed the valley from [rebels]. They had looted farms"."""
    if they.sent.i == 0:
        return set()
    return {t.i for v in analysis.sentences[they.sent.i - 1].tokens if v.lemma in _RIDDING and is_verb(v) for prep in ("of", "from") for o in (v, *(c for c in v.children if c.dep == "dobj")) for t in prep_objects(o, prep) if t.lemma in _ARMED_MEN}


def _saying_of_oneself(analysis: Analysis, pronoun: Token) -> set[int]:
    """Return who says, in an aside, what the one spoken of will do: "The [mayor] rejected the report that the senator had fled, saying he would sue"."""
    told = pronoun.head
    aside = told.head
    if pronoun.dep != "nsubj" or told.dep != "ccomp" or aside.tag != "VBG" or aside.dep != "advcl" or aside.lemma not in _SAYING or not any(c.lower in _WILL for c in told.children):
        return set()
    main = aside.head
    if any(c.dep in ("dobj", "dative") and c.i in analysis.mention_at for c in main.children):
        return set()  # "praised the senator, saying he would win"
    return {t.i for t in logical_subject(main)}


def _spoken_for(pronoun: Token) -> set[int]:
    """Return for whom their own people speak, where something befell a pronoun: "[Their] lawyers said they were held", "[Her] lawyer said police had beaten her"."""
    told = pronoun.head.head if pronoun.dep == "pobj" else pronoun.head
    telling = told.head
    if pronoun.dep not in _SUBJECTS | _OBJECTS or told.dep != "ccomp" or telling.lemma not in _SAYING:
        return set()
    speakers = [t for t in logical_subject(telling) if t.lemma in _OWN_PEOPLE]
    owners = [c for t in speakers for c in t.children if c.dep == "poss" and (c.tag != "PRP$" or c.lower == _WHOSE.get(pronoun.lower))]
    befell = pronoun.dep not in ("nsubj",) or (pronoun.lower != "they" and any(t.lemma in ("lawyer", "attorney") for t in speakers))
    return {c.i for c in owners} if befell else set()


def _asked_for(analysis: Analysis, pronoun: Token) -> set[int]:
    """Return who is asked for what is theirs: "asked the [passengers] for their papers"."""
    thing = pronoun.head
    if pronoun.tag != "PRP$" or thing.dep != "pobj" or thing.head.lower not in ("for", "of") or thing.head.head.lemma not in _ASKING_FOR:
        return set()
    return _acted_on(analysis, thing.head.head)


def _takers(pronoun: Token) -> set[int]:
    """Return who takes or strikes what is somebody else's: "[guards] seized their phones", "[rebels] fired on their convoy"."""
    thing = pronoun.head
    if pronoun.tag != "PRP$":
        return set()
    if thing.dep == "pobj" and thing.head.lower in ("in", "on", "inside"):  # "guards found leaflets in [their] bags"
        verb = thing.head.head if is_verb(thing.head.head) else thing.head.head.head
        return {t.i for t in logical_subject(verb)} if verb.lemma in ("find", "discover") else set()
    verb = thing.head if thing.dep == "dobj" else thing.head.head
    if thing.lemma in _STRUCK and thing.dep in ("dobj", "pobj") and verb.lemma in _STRIKING and (thing.dep == "dobj" or thing.head.lower in ("on", "at", "upon", "against")):
        return {t.i for t in logical_subject(verb)}
    if thing.dep not in ("dobj", "conj") or not is_verb(verb) or verb.lemma not in _TAKING_AWAY:
        return set()
    return {t.i for t in logical_subject(verb)}
