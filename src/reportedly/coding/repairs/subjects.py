"""Subjects: words that the parser hung beside, not on, the verb whose subject they are; a helper of repair.py."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.analysis import Token
from reportedly.coding.grammar.syntax import DASHES, FINITE, MONTHS, ancestors, first_joined, leftmost, rightmost, subject_role, token_after, token_before
from reportedly.coding.grammar.syntax import NOMINAL_SUBJECTS as _SUBJECTS
from reportedly.coding.repairs import garden_paths
from reportedly.coding.repairs.fighting import FIGHTING, mend_described, mend_fighting
from reportedly.coding.repairs.garden_paths import mend_first_of_two, mend_reported_participle, mend_told_aside
from reportedly.coding.repairs.mender import Mender, Step
from reportedly.lexicons.word_lists import word_list

_SAYING = word_list("saying")
GIVING = word_list("subjects.giving")
_THINKING = word_list("thinking")


def menders() -> tuple[Step, ...]:
    """Return what makes a subject of what is one, and none of what only opens the sentence."""
    return (
        Mender(_mend_beside_auxiliary, deps=_SUBJECTS),
        Mender(_mend_parted_auxiliary, tags="MD"),
        Mender(_mend_named_like_auxiliary, deps="aux", words="may will"),
        Mender(_mend_two_subjects, deps=_SUBJECTS, among=True),
        Mender(_mend_part_of_verb, deps="compound", parts="NOUN PROPN"),
        Mender(_mend_loose, deps="dep", parts="NOUN PROPN"),
        Mender(_mend_called, deps="oprd", parts="NOUN PROPN"),
        Mender(_mend_explained, deps="npadvmod", parts="NOUN", when=lambda t: t.head.i < t.i and t.child("acl", "relcl") is not None, among=True),
        Mender(_mend_named_last, deps="attr", when=lambda t: t.i > t.head.i and t.head.lemma == "be"),
        Mender(_mend_said_first, tags="VBG", lemmas=_SAYING, when=lambda t: t.i <= t.sent.tokens[0].i + 1),
        Mender(_mend_clause_for_subject, deps="csubj csubjpass"),
        Mender(_mend_allied, deps="csubj", lemmas="ally", tags="VBD VBN"),
        Mender(_mend_whom, deps="relcl", tags="VBZ VBD VBP", among=True),
        *garden_paths.menders(),
        Mender(_mend_after_opening, deps="ROOT ccomp", tags="VBD VBZ VBP VBN", when=lambda t: t.child("mark") is None, among=True),
        Mender(_mend_most_of_them, deps="advcl", tags="VBD VBN"),
        Mender(mend_first_of_two, deps="acl", tags="VBN VBD", when=lambda t: t.head.dep in _SUBJECTS and t.head.head.dep == "ROOT", among=True),
        Mender(_mend_after_preposition, deps="pobj", parts="NOUN", among=True),
        Mender(_mend_doer_before_gerund, tags="VBG NN", when=lambda t: t.lower.endswith("ing")),
        Mender(mend_described, deps="acl", tags="VBG NN", words=FIGHTING),
        Mender(mend_fighting, tags="VBG", words=FIGHTING),
        Mender(_mend_thought, deps="dobj", parts="NOUN PROPN", when=lambda t: t.i > t.head.i, among=True),
        Mender(mend_told_aside, tags=FINITE, lemmas=_SAYING, among=True),
        Mender(_mend_after_date, deps="appos", parts="NOUN PROPN"),
    )


def _mend_part_of_verb(noun: Token) -> None:
    """Make the subject of "The emir's [guards] overran a post", which the parser takes for a part of the verb."""
    verb = noun.head
    if verb.i != noun.i + 1 or verb.tag not in ("VBD", "VBZ") or verb.child(*_SUBJECTS, "csubj", "aux", "auxpass") is not None:
        return
    verb.give_before(noun, "det", "poss", "amod", "compound", "nummod")
    noun.reattach(verb, "nsubj")


def _mend_loose(noun: Token) -> None:
    """Make the subject of "A Royal Navy [frigate] exercised with the coast guard", which the parser leaves hanging loosely on the verb."""
    verb = noun.head
    if verb.dep == "ROOT" and verb.i == noun.i + 1 and verb.tag in ("VBD", "VBN") and noun.sent.block.kind != "headline" and verb.child(*_SUBJECTS, "csubj", "aux", "auxpass", "agent") is None:
        noun.dep, verb.tag = "nsubj", "VBD"


def mend_aged(token: Token, tokens: Sequence[Token]) -> None:
    """Make a subject of "The 45-year-[old] said", "The 45-year-[old] accused President Sow", which the parser reads as one noun phrase."""
    if token.i + 1 >= len(tokens) or tokens[token.i - 1].text != "-":
        return
    verb, noun = tokens[token.i + 1], token.head
    if noun is verb and verb.tag in FINITE and verb.child(*_SUBJECTS) is None and token.child("det") is not None:
        token.dep = "nsubj"
        return
    named = noun.pos == "PROPN" or noun.tag == "NNS" or any(c.dep in ("det", "poss") and c.i > verb.i for c in noun.children)
    if verb.head is noun and named and noun.i > verb.i and (verb.tag in ("VBD", "VBN") or (verb.tag == "JJ" and verb.lower.endswith("ed"))):
        _mend_deed_of_aged(token, verb)


def _mend_deed_of_aged(token: Token, verb: Token) -> None:
    """Make the verb of "The 45-year-old [accused] President Sow", which the parser takes for a word about him. ``token``: the word "old"."""
    noun = token.head
    noun.give_before(token, "det")
    while noun.dep == "compound" and noun.head.i > noun.i:
        noun = noun.head  # "accused [President] Sow"
    above, is_subject = noun.head, noun.dep in _SUBJECTS
    verb.pos, verb.tag = "VERB", "VBD"
    if verb.lower.endswith("ed") and verb.lemma == verb.lower:
        verb.lemma = verb.lower[:-2]
    token.reattach(verb, "nsubj")
    if noun.dep == "ROOT" or (is_subject and above.dep == "ROOT"):
        verb.reattach(verb, "ROOT")
        for child in [c for top in dict.fromkeys((noun, above)) for c in top.children if c.dep == "punct" and c.text in ".!?"]:
            child.reattach(verb, "punct")
    else:
        verb.reattach(above, noun.dep)
    for child in [c for c in noun.children if c.i > noun.i and c.dep in ("prep", "punct", "advcl", "npadvmod")]:
        child.reattach(verb, child.dep)  # "accused him [of] theft"
    if (told := noun.child("relcl")) is not None and told.child("mark") is not None:
        told.reattach(verb, "ccomp")  # "told judges [that police had beaten him]"
    if is_subject:
        above.reattach(verb, "xcomp" if above.child("aux") is not None and above.tag == "VB" else "ccomp")
    noun.reattach(verb, "dobj")


def _mend_beside_auxiliary(token: Token) -> None:
    """Hang on the verb the subject that the parser hung on its auxiliary: "the speaker, on Monday, [will] lead"."""
    if token.head.dep in ("aux", "auxpass") and token.head.head.i > token.i and (token.head.tag == "MD" or token.head.dep == "auxpass" or token.head.lemma in ("be", "have", "do")):
        token.reattach(token.head.head, token.dep)


def _mend_parted_auxiliary(token: Token) -> None:
    """Hang on the verb the auxiliary that the parser hung on the subject: "the speaker, Jo Sy, [will] on Monday lead"."""
    if token.head.dep in _SUBJECTS and token.head.head.i > token.i and token.head.head.tag in ("VB", "VBP") and token.head.head.child("aux") is None:
        token.reattach(token.head.head, "aux")


def _mend_named_like_auxiliary(token: Token) -> None:
    """Make a subject of "[May] accused the rebels", which the parser takes for an auxiliary though the verb is finite."""
    verb = token.head
    if token.text.istitle() and verb.i > token.i and (verb.tag in ("VBD", "VBZ") or (verb.tag == "VBN" and verb.i == token.i + 1 and verb.dep == "ROOT")) and verb.child(*_SUBJECTS, "auxpass") is None:
        token.tag, token.pos, token.lemma, token.dep, verb.tag = "NNP", "PROPN", token.text, "nsubj", "VBZ" if verb.tag == "VBZ" else "VBD"


def _mend_two_subjects(token: Token, tokens: Sequence[Token]) -> None:
    """Leave a verb one subject where the parser gave it two."""
    verb = token.head
    if token.i > verb.i and token.pos in ("NOUN", "PROPN") and verb.tag in ("VBD", "VBZ") and leftmost(token).i == verb.i + 1 and verb.lemma not in _SAYING | _THINKING and verb.child("dobj", "ccomp", "xcomp", "attr", "acomp", "expl") is None and (own := verb.child(*_SUBJECTS)) is not None and own.i < verb.i:
        token.dep = "dobj"  # "the force detained [Marko Ilic], who was wanted"
        return
    if token.tag == "PRP" and (first := token.head.child(*_SUBJECTS)) is not None and first.i < token.i - 1 and first.pos == "NOUN" and tokens[token.i - 1].text == ",":
        first.dep = "npadvmod"  # "A critic of the emir, [he] was jailed"
    noun = next((c for c in token.head.children if c.dep == token.dep and c.i == leftmost(token).i - 1 and c.pos in ("NOUN", "ADJ")), None) if token.pos == "PROPN" else None
    if noun is not None and noun.tag == "NNS" and noun.child("det") is not None:
        token.reattach(noun, "appos")  # "The brothers [Ali Sy] and Omar Ba urged"
        return
    if noun is not None and noun.tag in ("NN", "JJ"):
        for child in list(noun.children):
            child.reattach(token, child.dep)
        noun.reattach(token, "compound" if noun.pos == "NOUN" else "amod")  # "Lebanese [group] Hezbollah fired", "Sudan's [paramilitary] Support Forces fired": one subject
    if token.pos == "PROPN" and (before := tokens[max(leftmost(token).i - 1, 0)]).dep == "conj" and before.tag == "NN" and before.sent is token.sent and (whole := first_joined(before)).dep in _SUBJECTS and whole.head is token.head:
        token.reattach(before.head, "conj")  # "Hezbollah and its ally [Hamas] condemned"
        for child in list(before.children):
            child.reattach(token, child.dep)
        before.reattach(token, "compound")
        return
    if token.pos == "PROPN" and token.ent is not None and token.ent.label == "PERSON" and (first := token.head.child(*_SUBJECTS)) is not None and first.pos == "NOUN" and first.i < token.i and tokens[max(leftmost(token).i - 1, 0)].text == ",":
        first.dep = "npadvmod"  # "A former general, [Haddad] was jailed"
    if token.pos == "NOUN" and token.head.i > token.i and any(c.dep in _SUBJECTS and c.i > token.i for c in token.head.children):
        _mend_between_dashes(token, tokens)
        mend_reported_participle(token, tokens)


def _mend_called(token: Token) -> None:
    """Make an object of "called [the president] on Saturday", who was called nothing."""
    if token.head.lemma == "call" and token.head.tag in ("VBD", "VBZ", "VBP") and token.head.child("nsubj") is not None and token.head.child("dobj", "auxpass") is None:
        token.dep = "dobj"


def _mend_most_of_them(token: Token) -> None:
    """Make a passive of "400 died, most of them [shot] by gendarmes"."""
    if token.child("agent") is not None and (counted := token.child("nsubj")) is not None and token.child("dobj", "aux", "mark") is None and counted.child("prep") is not None:
        token.tag, counted.dep = "VBN", "nsubjpass"


def _mend_after_preposition(token: Token, tokens: Sequence[Token]) -> None:
    if token.head.lower in ("on", "in") and token.head.head.i > token.i:
        _mend_after_month(token)
        _mend_later_on(token, tokens)


def _mend_between_dashes(noun: Token, tokens: Sequence[Token]) -> None:
    """Make no subject of what stands between dashes: "in the valley – [an area] held by rebels – a man was killed"."""
    first, last = leftmost(noun).i, rightmost(noun).i
    if first > 0 and last + 1 < len(tokens) and tokens[first - 1].text in DASHES and tokens[last + 1].text in DASHES:
        noun.dep = "dep"


def _mend_allied(word: Token) -> None:
    """Make one subject of "the front and [allied] militias have shelled the town"."""
    first, second = word.child("nsubj"), word.child("dobj")
    if first is None or second is None or second.i < word.i or not any(c.dep == "cc" for c in (*word.children, *first.children)):
        return
    first.reattach(word.head, subject_role(word.head))
    second.reattach(first, "conj")
    word.reattach(second, "amod")
    word.pos, word.tag = "ADJ", "JJ"


def _mend_whom(verb: Token, tokens: Sequence[Token]) -> None:
    """Make a subject of "the minister, whom [the opposition] accuses of fraud", which the parser takes into the verb as if it were a noun."""
    doer, whom = tokens[verb.i - 1], verb.child("dobj")
    if whom is None or whom.lower not in ("whom", "which", "that", "who") or whom.i > verb.i or verb.child(*_SUBJECTS) is not None or doer.head is not verb or doer.dep not in ("compound", "nmod", "dep", "npadvmod") or doer.pos not in ("NOUN", "PROPN"):
        return
    doer.dep = "nsubj"
    for child in [c for c in verb.children if whom.i < c.i < doer.i and c.dep in ("det", "amod", "poss", "nummod", "compound")]:
        child.reattach(doer, child.dep)


def _mend_later_on(doer: Token, tokens: Sequence[Token]) -> None:
    """Make a subject of "Later on [rebels] attacked the post", which the parser takes for what it was later than."""
    prep, verb = doer.head, doer.head.head
    if prep.lower != "on" or prep.i == 0 or tokens[prep.i - 1].lower not in ("later", "early", "earlier") or verb.pos != "VERB" or verb.child(*_SUBJECTS) is not None:
        return
    doer.reattach(verb, subject_role(verb))
    prep.dep = "advmod"


def _mend_named_last(who: Token) -> None:
    """Make the subject of a passive of "Killed were [a colonel] and his driver", which names him last."""
    being = who.head
    verb = being.head if being.dep == "auxpass" else being.child("nsubj")
    if verb is None or verb.tag != "VBN" or verb.i > being.i or verb.child(*_SUBJECTS) is not None or verb.child("det", "poss") is not None:
        return
    if being.dep != "auxpass":
        verb.reattach(being.head if being.head is not being else verb, being.dep)
        for child in [c for c in being.children if c is not verb]:
            child.reattach(verb, child.dep)
        being.reattach(verb, "auxpass")
    who.reattach(verb, "nsubjpass")


def _mend_after_opening(verb: Token, tokens: Sequence[Token]) -> None:
    """Give its subject to "Angered by the raid on Jasna, [peasants] and friars ambushed a column", "In Gao, [the mayor], flanked by guards, resigned", which the parser joins to the last noun of the opening phrase."""
    opening, subject = verb.children[0] if verb.children else None, verb.child(*_SUBJECTS)
    if opening is not None and subject is opening and opening.lower.endswith("ing") and (second := next((c for c in verb.children if c.dep in _SUBJECTS and opening.i < c.i < verb.i), None)) is not None:
        opening.pos, opening.tag, opening.lemma = "VERB", "VBG", opening.lemma if opening.tag == "VBG" else opening.lower[:-3]
        opening.dep, subject = "advcl", second  # "[Meeting] in Accra, leaders of the bloc ordered"
    elif opening is not None and opening.dep == "csubj" and subject is not None and subject.i < verb.i:
        opening.dep = "advcl"  # "[Describing] it as a crime, the group vowed"
    if opening is None or opening.dep not in ("prep", "advcl", "csubj") or (subject is not None and subject.i < verb.i) or leftmost(opening) is not verb.sent.tokens[0] or (opening.tag == "VBG" and opening.dep == "prep"):
        return
    for token in opening.subtree():
        if token.dep not in ("conj", "appos") or token.pos not in ("NOUN", "PROPN", "PRON") or token.i > verb.i:
            continue
        first, last = leftmost(token), rightmost(token)
        last = tokens[last.i - (last.pos == "PUNCT")]
        aside = _aside_between(last, verb, tokens)
        if tokens[first.i - 1].text != "," or (aside is None and any(t.pos not in ("PUNCT", "ADV") for t in tokens[last.i + 1 : verb.i])) or (token.dep == "conj" and any(c.dep in ("cc", "conj") and c.i < first.i for c in token.head.children)):
            continue
        token.reattach(verb, subject_role(verb))
        opening.dep = "advcl" if opening.dep == "csubj" else opening.dep
        if subject is not None:
            subject.dep = "dobj"  # "recaptured [Aleppo]"
        if aside is not None and not token.i < aside.head.i:
            aside.reattach(token, "relcl" if aside.dep == "relcl" else "acl")
        return


def _aside_between(noun: Token, verb: Token, tokens: Sequence[Token]) -> Token | None:
    """Return the participle or relative clause between commas that parts a subject from its verb: "In Gao, the mayor, [flanked] by guards, resigned"."""
    if noun.i + 4 > verb.i or tokens[noun.i + 1].text != "," or tokens[verb.i - 1].text != ",":
        return None
    if tokens[noun.i + 2].tag in ("WDT", "WP", "WP$"):  # "In Gao, the mayor, [who] had fled, resigned"
        return next((t for t in ancestors(tokens[noun.i + 2]) if t.dep == "relcl" and not noun.i < t.head.i < verb.i), None)
    return next((t for t in tokens[noun.i + 2 : noun.i + 4] if t.tag in ("VBG", "VBN") and not noun.i < t.head.i < verb.i), None)


def _mend_explained(noun: Token, tokens: Sequence[Token]) -> None:
    """Make an apposition of what says who somebody is: "to the Task Force (TF), [a force] set up to fight them", which the parser hangs on the verb."""
    first = leftmost(noun).i
    if first < 2 or tokens[first].lower not in ("a", "an", "the") or tokens[first - 1].text != ",":
        return
    name = tokens[first - 2]
    if name.text == ")":
        name = name.head
    if name.pos == "PROPN" and name.sent is noun.sent and name.i > noun.head.i and name.dep in ("pobj", "dobj"):
        noun.reattach(name, "appos")


def _mend_thought(noun: Token, tokens: Sequence[Token]) -> None:
    """Make a subject of "the command assesses no [civilians] were hurt", which the parser takes for what it assesses."""
    behind = rightmost(noun).i + 1
    link = tokens[behind] if behind < len(tokens) else noun
    deed = link.head
    if noun.child("conj") is not None and any(c.lower == "and" for c in noun.children) and noun.head.lemma not in _SAYING | _THINKING:
        return  # "killed nine rebels and two [soldiers] were hurt"
    if link.dep in ("aux", "auxpass") and deed.head is noun.head and deed.dep in ("ccomp", "conj") and deed.child(*_SUBJECTS) is None and deed.i > link.i:
        noun.reattach(deed, subject_role(deed))
        deed.dep = "ccomp"


def _mend_doer_before_gerund(deed: Token) -> None:
    """Make one noun of "[Houthi shelling] of a camp killed nine", "[rebel shelling] of the town"."""
    doer, after = token_before(deed), token_after(deed)
    if doer is None or after is None or after.lower != "of" or doer.pos not in ("NOUN", "PROPN") or doer.tag == "NNS":
        return
    if deed.dep == "acl" and deed.head is doer and doer.dep in _SUBJECTS and deed.child("dobj", "aux") is None:
        deed.reattach(doer.head, doer.dep)
        doer.give_after(deed)
        doer.reattach(deed, "compound")
    elif doer.dep == "nsubj" and doer.head is deed and deed.dep in (*_SUBJECTS, "csubj"):
        doer.dep = "compound"
        deed.dep = "nsubj" if deed.dep == "csubj" else deed.dep
    else:
        return
    deed.pos, deed.tag = "NOUN", "NN"


def _mend_clause_for_subject(verb: Token) -> None:
    """Read a finite clause taken for a subject: "[refugees granted asylum] are welcome", "[he is hosting the talks and envoys] will come"."""
    subject, thing, above = verb.child("nsubj"), verb.child("dobj"), verb.head
    if subject is not None and verb.tag == "VBG" and subject.i == verb.i - 1 and verb.child("aux", "mark") is None:
        subject.reattach(above, "nsubjpass" if verb.dep == "csubjpass" else "nsubj")  # "[a man identifying himself] as Omar vowed": the man vows
        verb.reattach(subject, "acl")
        return
    if subject is None or thing is None or any(c.dep == "mark" or c.lower in ("what", "whether", "how") for c in verb.children):
        return
    second = thing.child("conj")
    if verb.tag in ("VBD", "VBN") and verb.lemma in GIVING and subject.i == verb.i - 1:
        subject.reattach(above, "nsubj")
        verb.reattach(subject, "acl")
        verb.tag = "VBN"
    elif second is not None and above.child("aux") is not None and any(c.dep == "aux" and c.tag in ("VBZ", "VBP", "VBD") for c in verb.children):
        second.reattach(above, "nsubj")
        verb.dep = "ccomp"


def _mend_said_first(saying: Token) -> None:
    """Hang on it what an opening participle says: "Insisting [the dam was safe], the minister told farmers to stay", which the parser hangs on the main verb."""
    opening = saying.head if saying.dep == "pcomp" else saying  # "[after] saying her foot was sore, she left"
    clause, main = opening.head, opening.head.head
    if main is clause:
        clause = next((c for c in main.children if c.dep == "ccomp" and saying.i < c.i < main.i), clause)
    if clause.dep not in ("ccomp", "advcl") or not saying.i < clause.i < main.i or not _goes_on_after(main, clause):
        return
    thing = saying.child("dobj")
    first = thing or clause.child(*_SUBJECTS)
    if first is None or leftmost(first).i != saying.i + 1 or first.i > clause.i:
        return
    opening.reattach(main, "prep" if opening is not saying else "advcl")
    clause.reattach(saying, "ccomp")
    if thing is not None:
        thing.reattach(clause, "nsubj")


def _goes_on_after(main: Token, opening: Token) -> bool:
    """Whether a main verb behind an opening clause has a subject and more to tell than that somebody said so: not "Claiming asylum is a right, Ruiz said."."""
    subject = main.child(*_SUBJECTS)
    if subject is None or not opening.i < subject.i < main.i:
        return False
    if main.lemma in _SAYING:
        return any(c.dep in ("ccomp", "xcomp") and c.i > main.i for c in main.children)
    return any(t.pos != "PUNCT" for t in main.sent.tokens if t.i > main.i)


def _mend_after_month(subject: Token) -> None:
    """Make a subject of what the parser takes for the end of a date: "and on 6 September [aircraft] of the navy bombed the ships"."""
    prep, verb = subject.head, subject.head.head
    month = next((c for c in subject.children if c.dep in ("compound", "nmod") and c.i == subject.i - 1 and c.lower in MONTHS), None)
    if month is None or verb.pos != "VERB" or verb.child(*_SUBJECTS, "auxpass") is not None:
        return
    for number in [c for c in subject.children if c.i < month.i and c.tag == "CD"]:
        number.reattach(month, "nummod")
    month.reattach(prep, "pobj")
    subject.reattach(verb, "nsubj")


def _mend_after_date(subject: Token) -> None:
    """Make a subject of what follows a date and a comma: "In an operation April 7, [the guards], ..., raided a house"."""
    day = subject.head
    verb = subject.sent.root
    if verb.pos != "VERB" or verb.i < subject.i or verb.child(*_SUBJECTS) is not None or day.ent is None or day.ent.label != "DATE" or subject.ent is day.ent:
        return
    aside = [c for t in (day, day.head) for c in t.children if c.dep in ("acl", "punct") and subject.i < c.i < verb.i]
    subject.reattach(verb, "nsubj")
    for phrase in aside:
        if phrase.dep == "acl":
            phrase.reattach(subject, "acl")
