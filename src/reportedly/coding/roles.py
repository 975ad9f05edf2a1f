"""Roles: what the words around a mention say of it - title, role, affiliation, country - and which description names whom.

Reads mentions; writes the roles of mentions and joins a description to the name beside it ("the spokesman, Yahya Rasool").
"""

from __future__ import annotations

from reportedly.analysis import Analysis, Mention, Token
from reportedly.coding.grammar.noun_phrases import spaced
from reportedly.coding.grammar.syntax import FINITE
from reportedly.coding.repairs.brackets import BODY_WORDS
from reportedly.lexicons.actors import ActorLexicon, fold
from reportedly.lexicons.loader import Entry
from reportedly.lexicons.word_lists import word_list

_LOOSE_APPOSITION = frozenset({"appos", "npadvmod", "dep", "conj"})
_MOSTLY = word_list("mostly")
_SHARE = frozenset({"most", "many", "some", "several", "half"})
_LANDS = word_list("lands")
_CALLING = word_list("roles.calling")
_NAMING = frozenset({"name", "identify"})
_TIES = word_list("ties")
_BODY_NOUNS = word_list("roles.body_nouns")
_BODIES = word_list("roles.bodies")
_MISSIONS = word_list("roles.missions")
_LED_TROOPS = word_list("roles.led_troops")


class Roles:
    """Gather what titles and appositions say of the mentions of one article."""

    reads, writes = ("mentions", "mention_at"), ("roles",)

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, analysis: Analysis) -> None:
        for mention in analysis.mentions:
            if mention.kind == "name" and mention.rule == "ORG" and mention.entry is None and self._is_office(analysis, mention):
                mention.kind, mention.rule, mention.person = "description", "noun", True  # "the [Army Public Relations Officer], Captain Oni"
            self._describe(analysis, mention)
        for mention in analysis.mentions:
            self._appose(analysis, mention)
            self._appose_late(analysis, mention)
            self._appose_behind_body(analysis, mention)

    def _is_office(self, analysis: Analysis, mention: Mention) -> bool:
        """Whether what passes for a body's name is an office whose holder is named right behind it."""
        noun = self.lexicon.nouns.get(mention.head.lower)
        holder = mention.head.child("appos")
        named = analysis.mention_at.get(holder.i) if holder is not None else None
        return noun is not None and noun["kind"] == "person" and named is not None and named.kind == "name" and named.person is True

    def _describe(self, analysis: Analysis, mention: Mention) -> None:
        """Take role, affiliation and country from the title and the modifiers before a name."""
        if mention.kind == "pronoun" or mention.rule in ("lexicon-adjective",):
            return
        if mention.kind == "name":
            before, start = self._title_before(analysis, mention)
            if before is not None:
                if before["note"] != "prefix":
                    mention.role = analysis.text[analysis.tokens[start].start : analysis.tokens[mention.first - 1].end].rstrip(" ,")
                    mention.sector = mention.sector or before["sector"] or None
                mention.person = True if mention.rule in ("PERSON", "loose", "place", "ORG", "GPE", "NORP") else mention.person
                mention.affiliation = mention.affiliation or _body_before(analysis, start)
                mention.country = mention.country or self._country_before(analysis, start)
            elif mention.person is not True and mention.entry is None and _leads_troops(mention.head):
                mention.person = True
            elif mention.sector is None and not mention.person:
                mention.sector = self._sector_before(analysis, mention)
        else:
            mention.country = mention.country or self._modifier_country(analysis, mention)
            if mention.person and not mention.plural:
                mention.affiliation = _affiliation(analysis, mention)  # "a spokesman for the Front"

    def _title_before(self, analysis: Analysis, mention: Mention) -> tuple[Entry | None, int]:
        low = max(mention.head.sent.tokens[0].i, mention.first - self.lexicon.longest_title - 3)
        found, first = None, mention.first
        words: tuple[str, ...] = ()
        for start in range(mention.first - 1, low - 1, -1):
            if not (said := fold(analysis.tokens[start].text)):  # "Secretary-General" is two words, a comma none
                continue
            if not self.lexicon.is_in_titles(said[-1]):
                break
            words = (*said, *words)
            if (entry := self.lexicon.title(words)) is not None:
                found, first = entry, start
        return found, first

    def _sector_before(self, analysis: Analysis, mention: Mention) -> str | None:
        """Return what a plain word before a body's name makes it: "[rebel] Red Plain Front"."""
        before = analysis.tokens[mention.first - 1] if mention.first > mention.head.sent.tokens[0].i else None
        if before is None or before.dep not in ("compound", "amod", "nmod") or before.head is not mention.head or not before.text.islower():
            return None
        noun = self.lexicon.nouns.get(before.lower)
        return noun["sector"] or None if noun is not None else None

    def _country_before(self, analysis: Analysis, start: int) -> str | None:
        first = analysis.tokens[start].sent.tokens[0].i
        for i in range(start - 1, max(first - 1, start - 4), -1):
            mention = analysis.mention_at.get(i)
            if mention is not None and mention.rule.startswith("lexicon") and mention.country:
                return mention.country
        return None

    def _modifier_country(self, analysis: Analysis, mention: Mention) -> str | None:
        for child in mention.head.children:
            inner = analysis.mention_at.get(child.i)
            if inner is not None and inner.rule.startswith("lexicon") and child.dep in ("amod", "compound", "poss", "nmod") and inner.country:
                return inner.country
        return self._country_served(analysis, mention) if mention.person and mention.sector == "GOV" else None

    def _country_served(self, analysis: Analysis, mention: Mention) -> str | None:
        """Return the country of whose state somebody holds an office: "minister of defence of [Norway]"."""
        noun = mention.head
        for _ in range(2):
            of = [t for c in noun.children if c.dep == "prep" and c.lower in ("of", "for") for t in c.children if t.dep == "pobj"]
            state = next((m for t in of if (m := analysis.mention_at.get(t.i)) is not None and m.rule == "lexicon-name" and m.sector == "GOV" and m.entry is not None and "adjectives" in m.entry.cells), None)
            if state is not None or not of:
                return state.country if state is not None else None
            noun = of[0]
        return None

    def _appose(self, analysis: Analysis, mention: Mention) -> None:
        """Join a description to the name beside it: "the spokesman, Yahya Rasool", "Rasool, the spokesman"."""
        if mention.kind != "description":
            return None
        head = mention.head
        if (officer := _behind_office(analysis, mention)) is not None:
            return self._join(analysis, mention, officer)
        for child in head.children:
            other = analysis.mention_at.get(child.i)
            if child.dep in ("compound", "nmod", "amod") and other is not None and child.lower.rpartition("-")[2] not in _TIES and head.lemma.lower() in _BODY_NOUNS and not mention.plural and not mention.person and _is_body(other):
                return self._join(analysis, mention, other)  # "Lebanon's Hezbollah movement", "the Reuters news agency"
            if child.dep == "appos" and any((c.dep == "prep" and c.lower == "among" and c.i < child.i) or c.lower in _MOSTLY or (c.dep == "nsubj" and c.lower in _SHARE) for c in child.children):
                continue  # "several states, among them Chile", "residents, mostly Syrians"
            if child.dep == "appos" and other is not None and other.kind == "name" and other.rule != "lexicon-adjective" and not (mention.person and _is_body(other) and not _may_be_person(other)):
                return self._join(analysis, mention, other)
            if child.dep == "appos" and other is not None and other.kind == "description" and (named := other.apposed or _named_last(analysis, mention, other)) is not None:
                return self._join(analysis, mention, named)
        if (bearer := _bearer_of_two(analysis, mention)) is not None:
            return self._join(analysis, mention, bearer)
        if (called := _called(analysis, head)) is not None and (called.person is not (not mention.person if mention.person is not None else None) or (mention.person and called.entry is None and called.rule == "ORG" and called.last == called.first)):
            return self._join(analysis, mention, called)
        if (state := _named_land(analysis, mention)) is not None:
            return self._join(analysis, mention, state)
        beside = self._name_beside(analysis, mention)
        if beside is not None:
            return self._join(analysis, mention, beside)
        other = analysis.mention_at.get(head.head.i)
        if head.dep == "appos" and other is not None and other.kind == "name" and other.rule != "lexicon-adjective":
            return self._join(analysis, mention, other)
        if head.dep == "conj" and other is not None and other.apposed is not None and other.apposed.person and mention.person and not mention.plural and other.person and head.child("det", "poss") is None:
            return self._join(analysis, mention, other.apposed)  # "Omar Said, the envoy and [head] of the mission"; but "the envoy, Omar Said, and his driver"
        if (subject := _said_to_be(analysis, mention)) is not None:
            return self._join(analysis, mention, subject)
        if (body := _body_behind(analysis, mention)) is not None:
            return self._join(analysis, mention, body)
        # "Prime Minister Sudani": the parser makes the title the head at times
        if head.dep in ("compound", "nmod") and other is not None and other.kind == "name" and other.person is not False:
            return self._join(analysis, mention, other)
        return None

    def _name_beside(self, analysis: Analysis, mention: Mention) -> Mention | None:
        """Return the person named right after a role and a comma, though the parser hung the apposition elsewhere."""
        if mention.plural or not (mention.person or (mention.person is None and mention.head.lemma == "counterpart")):
            return None
        tokens, comma = analysis.tokens, mention.head.i + 1
        if comma + 1 < len(tokens) and tokens[comma].dep == "prep" and tokens[comma].head is mention.head:  # "the chief of staff, General Barreto", "the head of the mission in Mali, Marta Ruiz"
            comma = next((i for i in range(comma, min(comma + 12, len(tokens))) if tokens[i].text == "," or tokens[i].tag in FINITE or ((m := analysis.mention_at.get(i)) is not None and m.person and m.kind == "description")), comma)
        if comma + 1 >= len(tokens) or tokens[comma].text != ",":
            return None
        for i in range(comma + 1, min(comma + 5, len(tokens))):
            other = analysis.mention_at.get(i)
            if other is not None and other.kind == "name":
                return other if (other.person or _may_be_person(other) or self._has_first_name(other)) and other.head.sent is mention.head.sent else None
            if tokens[i].tag not in ("NNP", "NNPS"):
                return None
        return None

    def _has_first_name(self, mention: Mention) -> bool:
        """Whether what passes for a body's name is two words that begin with a first name."""
        return mention.rule == "ORG" and mention.entry is None and mention.last == mention.first + 1 and self.lexicon.gender_of(mention.name.split()[0]) is not None

    def _appose_late(self, analysis: Analysis, mention: Mention) -> None:
        """Mend "a leader of the Front, Abu Omar": a person set beside a group belongs to the person noun above it, and a body to the noun for one."""
        if mention.kind != "name" or mention.head.dep != "appos":
            return
        if not mention.person:
            self._appose_body_late(analysis, mention)
            return
        group = analysis.mention_at.get(mention.head.head.i)
        place = group is not None and group.person is True and " " not in group.name and " " in mention.name  # "the mayor of Gao, Ali Sow"
        if group is None or (group.person and not place) or group.head.dep != "pobj":
            return
        above = analysis.mention_at.get(group.head.head.head.i)
        if above is not None and above.kind == "description" and above.person and above.apposed is None:
            self._join(analysis, above, mention)

    def _appose_body_late(self, analysis: Analysis, mention: Mention) -> None:
        """Mend "a coalition of rebels, the Lakes Front", "the UN mission in Chad, MINURCAT": the body is what the noun for one says, not what stands below that."""
        below = mention.head.head
        if below.dep != "pobj" or not _is_body(mention) or mention.first < 1 or analysis.tokens[mention.first - 1].text not in (",", "the"):
            return
        above = analysis.mention_at.get(below.head.head.i)
        if above is not None and above.kind == "description" and not (above.person or above.plural) and above.apposed is None and above.head.lemma.lower() in _BODY_NOUNS | _BODIES | _MISSIONS:
            self._join(analysis, above, mention)

    def _appose_behind_body(self, analysis: Analysis, mention: Mention) -> None:
        """Mend "Commander of the Navy Rear Admiral [Omar Keita]": somebody named right behind the body he leads, which the parser takes for one name."""
        head = mention.head
        if mention.kind != "name" or not mention.person or head.dep != "pobj" or head.head.lower not in ("of", "for"):
            return
        title, start = self._title_before(analysis, mention)
        body = [t for t in analysis.tokens[head.head.i + 1 : start] if t.tag in ("NNP", "NNPS") and ((m := analysis.mention_at.get(t.i)) is None or m.rule != "lexicon-adjective")]
        above = head.head.head
        while above.dep == "pobj" and above.head.lower == "of":
            above = above.head.head  # "Chief of Staff of the Armed Forces"
        office = analysis.mention_at.get(above.i)
        if title is not None and body and office is not None and office.kind == "description" and office.person and not office.plural and office.apposed is None and above.child("det", "poss") is None:
            self._join(analysis, office, mention)

    def _join(self, analysis: Analysis, mention: Mention, name: Mention) -> None:
        if mention.person is False and name.person:
            if not _is_taken_for_person(mention, name):
                return
            name.person, name.rule = False, "ORG"
        mention.apposed = name
        if mention.person and name.entry is None:
            name.person = True
        if not name.role and (name.person or mention.person):
            name.role = _role_before(analysis, mention) if mention.head.lemma == "counterpart" else _role_words(analysis, mention)
            name.affiliation = name.affiliation or _affiliation(analysis, mention) or _body_beside(analysis, mention, name) or _body_before(analysis, mention.first)
        elif mention.person and (body := _body_beside(analysis, mention, name)) is not None:
            name.affiliation = body  # rather than the service of a rank: "Air Force Col. Lou Harker, director of operations, Northern Command"
        name.sector = name.sector or mention.sector
        name.country = name.country or mention.country


def _named_last(analysis: Analysis, office: Mention, further: Mention) -> Mention | None:
    """Return who is named behind two offices of his: "the President of the Republic, Secretary General of the Front, [Omar Keita]"."""
    named = (analysis.mention_at.get(c.i) for c in further.head.children if c.dep == "appos")
    return next((m for m in named if m is not None and m.kind == "name" and m.person), None) if office.person and further.person and not office.plural else None


def _behind_office(analysis: Analysis, mention: Mention) -> Mention | None:
    """Return who holds an office, named behind the body: "the director, Army Public Relations, Brig-Gen [Musa Usman], said"."""
    tokens, first = analysis.tokens, mention.last + 1
    if not mention.person or mention.plural or first + 3 >= len(tokens) or tokens[first].text != ",":
        return None
    end = next((i for i in range(first + 2, min(first + 9, len(tokens))) if tokens[i].text == ","), first)
    body = tokens[first + 1 : end]
    if not body or (body[0].tag not in ("NNP", "NNPS") and not body[0].text[0].isdigit()) or any(t.tag not in ("NNP", "NNPS", "IN", "CC", "DT") for t in body[1:]) or any((m := analysis.mention_at.get(t.i)) is not None and m.rule == "PERSON" for t in body):
        return None
    for i in range(end + 1, min(end + 7, len(tokens))):
        other = analysis.mention_at.get(i)
        if other is not None and other.kind == "name":
            taken = other.entry is None and other.rule in ("ORG", "loose") and other.last == other.first + 1  # a name taken for a body's
            if not ((other.person and other.rule == "PERSON") or taken) or other.head.dep not in _LOOSE_APPOSITION or other.head.sent is not mention.head.sent:
                return None
            for token in body:
                if token.dep == "conj" and token.head is mention.head:
                    token.dep = "appos"  # "the Commissioner of Police, Lagos State, Idris Bala": one man
                if (group := analysis.mention_at.get(token.i)) is not None and group.rule in ("ORG", "loose"):
                    group.person, other.affiliation = False, other.affiliation or group.name
            return other
        if tokens[i].tag not in ("NNP", "NNPS", "HYPH") and tokens[i].text not in ("-", "."):
            return None
    return None


def _leads_troops(name: Token) -> bool:
    """Whether a name stands where a commander does: "a faction under [Rhissa ag Attaher]"."""
    if name.dep != "pobj" or name.head.lower not in ("under", "by"):
        return False
    above = name.head.head
    led = above.lemma in ("lead", "command", "head") and above.dep == "acl"
    troops = above.head if led else above
    return (led or name.head.lower == "under") and troops.lemma.lower() in _LED_TROOPS and name.child("det") is None


def _body_behind(analysis: Analysis, mention: Mention) -> Mention | None:
    """Return the body named right behind a word for what it is: "the official news agency [SANA]"; a known one whatever the parser takes it for."""
    head = mention.head
    if mention.plural or mention.person or head.lemma.lower() not in _BODY_NOUNS | _BODIES:
        return None
    above = analysis.mention_at.get(head.head.i) if head.dep in ("compound", "nmod") else None
    if above is not None and above.first == head.i + 1 and _is_body(above):
        return above
    behind = analysis.mention_at.get(head.i + 1)
    return behind if behind is not None and behind.entry is not None and behind.first == head.i + 1 and _is_body(behind) else None


def _is_taken_for_person(group: Mention, name: Mention) -> bool:
    """Whether what the recogniser took for a person is the name of a body it stands beside: "the aid group [Santé Nord]", "[Frontline Watch], a group that ..."."""
    if name.rule != "PERSON" or name.entry is not None or name.role or group.plural:
        return False
    if name.head.dep == "appos" and name.head.head is group.head and any(c.lower == "the" and c.i == name.first - 1 for c in name.head.children):
        return True  # "a junta, the Zaro": no man is called so
    if group.head.lemma not in _BODIES:
        return False
    if group.head.dep == "appos" and group.head.head is name.head:
        return True
    return name.first in (group.head.i + 1, group.head.i + 2) and (name.head.dep == "appos" or (group.head.dep == "compound" and group.head.head is name.head))


def _called(analysis: Analysis, noun: Token) -> Mention | None:
    """Return the name that a description is said to go by: "a man named Omar Said", "the group then known as the Red Front", "a man identifying himself as its spokesman, Omar Said"."""
    aside = noun.dep == "nsubj" and analysis.tokens[noun.i + 1].text == ","  # "His cook, identified only as Mbaki, was shot", which the parser takes for a finite verb
    told = (noun.head,) if (noun.dep == "nsubjpass" or aside) and noun.head.lemma in _NAMING else ()  # "the soldier killed on Friday was named as Omar Said"
    if [t.lower for t in analysis.tokens[noun.i + 1 : noun.i + 5]] == ["by", "the", "name", "of"]:
        named = analysis.tokens[noun.i + 4].child("pobj")  # "a nurse by the name of Ana Ruiz"
        return analysis.mention_at.get(named.i) if named is not None else None
    for clause in (*noun.children, *told):
        if clause not in told and (clause.dep not in ("acl", "relcl") or clause.lemma not in _CALLING):
            continue
        under = [c for c in clause.children if c.i > clause.i and c.dep in ("oprd", "attr", "dobj", "appos")] + [g for c in clause.children if c.dep == "prep" and c.lower == "as" for g in c.children if g.dep == "pobj"]
        under += [g for t in under for g in t.children if g.dep == "appos"]
        found = next((m for t in under if (m := analysis.mention_at.get(t.i)) is not None and m.kind == "name" and m.rule not in ("place", "lexicon-adjective")), None)
        if found is not None:
            return found
    return None


def _said_to_be(analysis: Analysis, mention: Mention) -> Mention | None:
    """Return the name of what or who is said to be what a description says: "[the Column] was a militia", "[Abu Omar] was a commander of the Front"."""
    head = mention.head
    if head.dep == "attr" and head.head.lemma == "be" and not mention.person and not mention.plural and any(c.lower in ("a", "an", "same") for c in head.children):
        subject = head.head.child("nsubj")  # "the Column was a militia formed by ..."
        other = analysis.mention_at.get(subject.i) if subject is not None else None
        if other is None and subject is not None and subject.tag == "NNP" and (first := head.sent.mentions[0]).first - head.sent.tokens[0].i <= 1:
            other = first  # "Harakat al-Sabireen fi Diyala is a militia": broken names
        if other is not None and mention.person is False and other.kind == "name" and other.rule == "PERSON" and not other.role:
            other.person, other.rule = False, "ORG"  # the recogniser took a militia for a man
        if other is not None and _is_body(other) and not any(c.dep == "neg" for c in head.head.children):
            return other
    copula = head.head if head.dep == "attr" else head.head.head if head.dep == "conj" and head.head.dep == "attr" and head.head.child("conj") is head else None
    if copula is not None and copula.lemma == "be" and mention.person and not mention.plural:  # "Abu Omar was a commander of the Front and politician"
        subject = copula.child("nsubj")
        other = analysis.mention_at.get(subject.i) if subject is not None else None
        if other is None and mention.head.sent.mentions:
            other = mention.head.sent.mentions[0]  # "Abu Omar (Arabic: ...), born ..., was a commander": what stands between confuses the parser
        if other is not None and other.kind == "description" and other.apposed is not None:
            other = other.apposed  # "the mayor, Abu Omar, is a lawyer"
        if other is not None and other.kind == "name" and (other.person or (other.entry is None and other.rule != "place")) and not any(c.dep == "neg" for c in copula.children):
            return other
    return None


def _bearer_of_two(analysis: Analysis, title: Mention) -> Mention | None:
    """Return who holds two offices that stand before one name: "Energy Minister and party chairman [Omar Keita]"."""
    head = title.head
    if not title.person or title.plural or not head.text[:1].isupper() or head.child("det", "nummod", "prep", "appos", "relcl") is not None:
        return None
    name = head.child("conj")
    other = analysis.mention_at.get(name.i) if name is not None else None
    if name is None or other is None or other.kind != "name" or other.person is not True:
        return None
    office = next((m for c in name.children if c.dep == "compound" and (m := analysis.mention_at.get(c.i)) is not None and m.kind == "description" and m.person), None)
    between = analysis.tokens[head.i + 1 : office.first] if office is not None else []
    return other if len(between) == 1 and between[0].lower == "and" else None


def _named_land(analysis: Analysis, mention: Mention) -> Mention | None:
    """Return the state that a description names after "of": "the Gulf state of Qatar"."""
    if mention.plural or mention.head.lemma not in _LANDS:
        return None
    of = next((c for c in mention.head.children if c.dep == "prep" and c.lower == "of" and c.i == mention.head.i + 1), None)
    name = of.child("pobj") if of is not None else None
    other = analysis.mention_at.get(name.i) if name is not None else None
    return other if other is not None and other.sector == "GOV" and other.rule == "lexicon-name" and other.entry is not None and "adjectives" in other.entry.cells else None


def _is_body(mention: Mention) -> bool:
    if mention.kind != "name" or mention.person:
        return False
    return mention.rule in ("ORG", "loose") or (mention.rule == "lexicon-name" and mention.entry is not None and "adjectives" not in mention.entry.cells)


def _may_be_person(mention: Mention) -> bool:
    """Whether a name nobody knows reads like a person's: two or three words, none of them a body's."""
    words = mention.name.split()
    return mention.rule in ("loose", "ORG") and mention.entry is None and not mention.person and 2 <= len(words) <= 3 and not any(w.lower() in BODY_WORDS or w.isupper() for w in words)


def _body_before(analysis: Analysis, start: int) -> str | None:
    """Return the name that stands right before a title, possessive or not ("the al-Nujaba Movement's Secretary-General", "UN Secretary-General")."""
    at = start - 2 if start > 1 and analysis.tokens[start - 1].tag == "POS" else start - 1
    mention = next((m for m in analysis.tokens[start].sent.mentions if m.last == at and m.kind == "name"), None)
    return mention.name if mention is not None and (at == start - 2 or (not mention.person and mention.rule != "lexicon-adjective" and mention.head.dep in ("compound", "nmod"))) else None


def _role_words(analysis: Analysis, mention: Mention) -> str:
    """Return the words of a role without whose it is: "Secretary-General", "Foreign Office spokesman"."""
    head = mention.head
    kept = analysis.tokens[mention.first : head.i + 1]
    for i, token in enumerate(kept):
        if token.tag == "POS":
            kept = kept[i + 1 :]
            break
    while len(kept) > 1 and (inner := analysis.mention_at.get(kept[0].i)) is not None and inner.rule == "lexicon-adjective":
        kept = kept[1:]
    return spaced(analysis, kept) if kept else mention.name


def _role_before(analysis: Analysis, mention: Mention) -> str:
    """Return the role that "his counterpart" shares: that of the last person before."""
    earlier = [m.role for m in analysis.mentions if m.first < mention.first and m.kind == "name" and m.role]
    return earlier[-1] if earlier else mention.name


def _affiliation(analysis: Analysis, mention: Mention) -> str | None:
    """Return whose role it is: a possessor, or the object of "of", "for", "in" after the role noun."""
    for child in mention.head.children:
        if child.dep == "poss" and (owner := analysis.mention_at.get(child.i)) is not None and owner.kind != "pronoun":
            return owner.name
        if child.dep == "prep" and child.lower in ("of", "for", "in", "at"):
            for inner in child.children:
                if inner.dep == "pobj" and (owner := analysis.mention_at.get(inner.i)) is not None:
                    return owner.name
    return None


def _body_beside(analysis: Analysis, role: Mention, name: Mention) -> str | None:
    """Return the body set beside a role: "Lou Harker, deputy director of operations, [Northern Command]"."""
    beside = (m for top in (role.head, name.head) for c in top.children if c.dep == "appos" and c.i > role.head.i and (m := analysis.mention_at.get(c.i)) is not None)
    return next((m.name for m in beside if _is_body(m)), None)
