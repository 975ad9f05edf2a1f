"""Bare nouns in phrases: who does what one tells of, by the preposition before it and the word that hangs on: "fired rockets in [retaliation]"."""

from __future__ import annotations

from reportedly.analysis import Analysis, Token
from reportedly.coding.grammar.clauses import agents, before_second_for, gerund_subject, logical_object, logical_subject, noun_doer, surface_subject, suspected
from reportedly.coding.grammar.slot_shapes import doers_of, has_determiner, modifiers
from reportedly.coding.grammar.syntax import SUSPICIONS, climb_partitive, first_joined, is_passive, is_verb, prep_objects
from reportedly.lexicons.predicates import PredicateLexicon
from reportedly.lexicons.word_lists import word_list

_SUFFERING = word_list("bare_nouns.suffering")
_ASKING = word_list("pleading")
_JUDGING = word_list("judged_for")
_AT = frozenset({"during", "at", "in", "on", "after", "before", "following"})
_SHARES_IN = word_list("shares_in")
_SPANS = word_list("spans_of_time")
_CHARGING = word_list("bare_nouns.charging")
_LINKED = word_list("bare_nouns.linked")
_KNOWN_FOR = word_list("bare_nouns.known_for")
_DOERS = word_list("bare_nouns.doers")
_DEFINITE_WITH = _SHARES_IN | _DOERS | _KNOWN_FOR | {"involve", "involved"}
_NEXT_TO = frozenset({"after", "following", "during", "before"})
_NO_DOERS = word_list("bare_nouns.no_doers")
_APART = frozenset("after before following since amid despite over because until against without about".split())  # "was ousted by the army after protests"
_MUTUAL = word_list("bare_nouns.mutual")
_JOURNEYS = word_list("journeys")
_SPEAKING = word_list("bare_nouns.speaking")
_INCLINED = word_list("bare_nouns.inclined")
_TOWARDS = frozenset({"on", "toward", "towards"})
_BREACHES = word_list("bare_nouns.breaches")
_ADDRESSED = word_list("bare_nouns.addressed")
_STEPS = word_list("bare_nouns.steps")
_FOREFRONTS = word_list("bare_nouns.forefronts")
_CEASING = frozenset({"refrain", "desist", "abstain"})
_SORRY = frozenset({"apologise", "apologize", "atone"})
_UNNAMED = word_list("bare_nouns.unnamed")
_NONE: frozenset[str] = frozenset()


class BareNouns:
    """Find the doers of nouns in phrases for one article."""

    def __init__(self, analysis: Analysis, lexicon: PredicateLexicon) -> None:
        self.analysis, self.lexicon = analysis, lexicon

    def doer(self, head: Token, top: Token) -> list[Token]:
        """Return the doer of a bare noun after a preposition: "fired rockets in retaliation", "supports them through air strikes"."""
        if top.dep == "pobj" and (found := self._doer_by_link(head, top)) is not None:
            return found
        top = first_joined(top)
        if top.dep == "pobj" and top.head.lower in _TOWARDS:
            above = top.head.head
            doing = above if is_verb(above) else above.head
            step = doing.child("dobj") if is_verb(doing) else None
            if step is not None and step.lemma in _STEPS and above in (doing, step):
                return surface_subject(doing)  # "must take steps towards disarmament"
        if top.dep == "pobj" and top.head.head.lemma in _BREACHES and modifiers(self.analysis, self.lexicon, head):
            return []  # "in breach of Swiss sanctions"
        if top.dep == "pobj" and top is not head and top.lemma == "part" and top.head.lower == "as" and is_verb(top.head.head) and not prep_objects(head, "of"):
            return logical_subject(top.head.head)  # "set fires as part of a raid"
        if has_determiner(head) and not (top.dep == "pobj" and top.head.head.lemma.lower() in _DEFINITE_WITH | _FOREFRONTS):
            return []
        for _ in range(4):
            top = first_joined(top)
            if top.dep != "pobj":
                return []
            if (found := self._doer_above(head, top)) is not None:
                return found
            top = climb_partitive(top.head.head)
        return []

    def _doer_above(self, head: Token, top: Token) -> list[Token] | None:
        """Return the doer of a noun by the word that its preposition hangs on, None where that is to be asked of the word above. ``top``: what counts the noun, or is counted above it."""
        governor = top.head.head
        if top.head.lower == "with" and governor.i in self.analysis.mention_at and governor.dep == "pobj" and governor.head.dep == "agent":
            return [governor]  # "dispersed by police with tear gas"
        if governor.lemma in _KNOWN_FOR and governor.dep in ("amod", "appos", "advcl", "relcl") and top.head.lower == "for":
            return [governor.head] if governor.head.lower not in _UNNAMED else []  # "a militia responsible for the deportation of"; "those responsible" are whoever they are
        if governor.lemma in _INCLINED and governor.dep == "acomp" and is_verb(governor.head):
            return surface_subject(governor.head)  # "they are ready for talks"
        if governor.lemma in _DOERS and top.head.lower in ("of", "behind"):
            return [governor] if governor.lemma not in _UNNAMED else []  # "the mastermind of the attack"
        if governor.lemma in _FOREFRONTS and top.head.lower == "of" and governor.dep == "pobj" and is_verb(governor.head.head):
            return surface_subject(governor.head.head)  # "is at the forefront of the battle"
        if is_verb(governor):
            if governor.lemma in _SUFFERING:
                return []  # "people died in clashes"
            if is_passive(governor):
                if governor.lemma in _CHARGING and top.head.lower in ("of", "for", "with"):
                    return logical_object(governor)
                return agents(governor) if top.head.lower not in _APART else []
            if (top.head.lower == "for" and governor.lemma in _ASKING) or (top.head.lower == "of" and governor.lemma in _SPEAKING):
                return []  # "pressed for an end to the raids"
            if top.head.lower in ("with", "through", "during", "by"):
                return logical_object(governor) if governor.lemma == "charge" else surface_subject(governor)  # "supported the advance with 11 strikes"
            return gerund_subject(top.head) if top.head.lower in ("in", "for", "of") else []
        if governor.lemma in SUSPICIONS and top.head.lower == "of":
            return suspected(governor)
        if governor.pos not in ("NOUN", "PROPN") or top.head.lower not in ("of", "in", "through", "with", "by", "for") or self._is_named(governor):
            return []
        if governor.lemma in _SPANS:
            return prep_objects(governor, "by")  # "after weeks of protests" they are nobody's, but "decades of abuse by the junta"
        if governor.dep == "attr" and top is not head and top.head.lower == "in":
            return []  # "is the latest official in a wave of arrests"
        if governor.lemma in _NO_DOERS:
            return []  # "in return for aid", "in favour of strikes"
        return noun_doer(governor) or None

    def _doer_by_link(self, head: Token, top: Token) -> list[Token] | None:
        """Return the doer of a noun that its preposition and the word above it settle by themselves, None where they do not."""
        if top.head.lower == "of" and (span := top.head.head).lemma in _SPANS and span.dep == "pobj" and self._is_meeting_with(head):
            top = span  # "after months of talks with the rebels, the minister"
        above = top.head.head
        if f"{above.lemma} {top.head.lower}" in _LINKED and is_verb(above) and head.child("poss") is None:
            return logical_object(above)  # "was linked to the bombing", "a man wanted for the murder of"
        if top.head.lower == "for" and above.lemma in _JOURNEYS:
            return surface_subject(above)  # "flew to Oran for talks with the king"
        if top.head.lower in _AT and self._is_meeting_with(head):  # "during a meeting with the envoy, the minister praised"
            return logical_object(above) if is_passive(above) else doers_of(above)  # "was ousted by officers while on a visit to Oran"
        if top.head.lower == "in" and head.lemma in _ADDRESSED and prep_objects(head, "to") and any(c.lower in ("a", "an", "another") for c in top.children):
            governor = above if is_verb(above) else above.head
            return surface_subject(governor) if is_verb(governor) and not is_passive(governor) else []  # "in a warning to Tehran, the navy sailed"
        if top.head.lower in ("on", "for") and above.lemma in _JUDGING and head.lemma not in _MUTUAL and not prep_objects(head, "by") and above.child("dobj", "nsubjpass") is not None:
            return before_second_for(logical_object(above))  # "congratulated the army on the liberation of Gao"
        if top.head.lower == "from" and above.lemma in _CEASING and is_verb(above):
            return surface_subject(above)  # "refrain from all attacks"
        if top.head.lower == "for" and above.lemma in _SORRY and is_verb(above) and not modifiers(self.analysis, self.lexicon, head) and not prep_objects(head, "by"):
            return [t for t in surface_subject(above) if (m := self.analysis.mention_at.get(t.i)) is not None and not (m.person or any(e.person for e in m.entities))]  # "[Chad] apologised for the raid"; a bishop for what others did
        if top.head.lower == "for" and above.lemma == "retaliate" and not prep_objects(head, "by"):
            return prep_objects(above, "against")  # "retaliated against the rebels for the raid"
        if top.head.lower in _NEXT_TO and is_verb(above) and head.lemma in _MUTUAL and prep_objects(head, "with") and not is_passive(above):
            return surface_subject(above)  # "ended the strike after a deal with the owners"
        return None

    def _is_meeting_with(self, noun: Token) -> bool:
        kinds = self.lexicon.classes_of.get(noun.lemma.lower(), _NONE)
        return bool(((noun.lemma == "call" or "meeting" in kinds) and prep_objects(noun, "with")) or ("visit" in kinds and prep_objects(noun, "to")))

    def _is_named(self, token: Token) -> bool:
        return (mention := self.analysis.mention_at.get(token.i)) is not None and mention.kind == "name"
