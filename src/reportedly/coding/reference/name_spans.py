"""How far names go in a sentence: the recogniser's, trimmed and parted, surnames by themselves, runs of capitals that nothing knows."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from reportedly.analysis import Analysis, Ent, Mention, Sentence, Token
from reportedly.coding.grammar.syntax import FINITE, MONTHS
from reportedly.coding.repairs.brackets import BODY_WORDS
from reportedly.lexicons.actors import Known, fold
from reportedly.lexicons.word_lists import word_list

_DIRECTIONS = word_list("name_spans.directions")
_OF_AMERICA = frozenset({"central", "latin", "south"})
UNITS = word_list("units_of_forces")
_TOWNS = word_list("towns")
_REALMS = word_list("name_spans.realms")
_VESSELS = word_list("vessels")
_SUCH_AS = frozenset({"of", "as", "like", "including"})
_ZONES = word_list("name_spans.zones")
_DISEASES = word_list("name_spans.diseases")
_PAPERS = word_list("name_spans.papers")
_ARTICLES = ("al-", "el-", "an-", "as-", "ash-", "ar-", "at-", "az-", "ad-", "ed-")


def parted(analysis: Analysis, ent: Ent) -> list[Ent]:
    """Return a name, or the two names that a comma parts where the second is a clause's subject: "in the city of Najm, al-Sharqi said"."""
    if ent.label not in ("ORG", "PERSON"):
        return [ent]
    for i in range(ent.first + 1, ent.last):
        if analysis.tokens[i].text == "," and analysis.tokens[ent.last].dep == "nsubj" and analysis.tokens[i - 1].head is not analysis.tokens[ent.last]:
            return [replace(ent, last=i - 1), replace(ent, first=i + 1, label="PERSON")]
    return [ent]


_SPOKEN_ACRONYMS = word_list("name_spans.spoken_acronyms")


def fitting(options: list[Known], first: Token, last: Token) -> Known | None:
    """Choose among what one name may mean; None when its capitals say it is no name here."""
    for known in options:
        spoken = first.text.istitle() and first.lower in _SPOKEN_ACRONYMS  # "Nato"
        if known.acronym and first is last and not spoken and (not (letters := first.text.replace(".", "").rstrip("s")).isupper() or (len(letters) == 1 and first.lower == "is")):
            continue
        if first is last and not (first.text[:1].isupper() or (known.kind == "group" and first.lower.startswith(_ARTICLES))):  # "al-Qaeda", but Omar "al-Iraqi"
            continue
        if first is last and first.ent is not None and first.ent.label == "PERSON" and first.ent.last > first.ent.first and known.form in ("name", "capital", "people"):
            continue  # "Jordan Smith", "Chad Brown"
        if first is last and known.kind == "state" and known.form in ("name", "capital") and _has_first_name(first):
            continue
        return known
    return None


def is_own_name(token: Token) -> bool:
    """Whether people in capitals behind other capitals are a body of that name: "the Crescent Sons", no "US Marines"."""
    before = [c for c in token.children if c.dep == "compound" and c.i < token.i]
    plain = bool(before) and all(c.tag == "NNP" and c.text[:1].isupper() and not c.text.isupper() and (c.ent is None or c.ent.label not in ("GPE", "NORP")) for c in before)
    return plain and token.tag == "NNPS" and token.text[:1].isupper() and token.sent.block.kind != "headline"


_LONGEST_NAME = 7  # words of a person's name
_CREEDS = word_list("name_spans.creeds")


def names_no_actor(tokens: list[Token]) -> bool:
    """Whether a name is that of a paper or an operation ("Resolution 2254", "the Lakeside Accord", "Operation Dawn", "COVID-19") or only says how somebody is ("remain Islamic")."""
    if len(tokens) == 1 and tokens[0].lower.rstrip(".") in ("jr", "sr"):
        return True  # "Joseph Roe, Jr."
    if len(tokens) == 1 and tokens[0].pos == "ADJ" and (tokens[0].head.pos in ("ADJ", "VERB", "AUX") or (tokens[0].dep == "amod" and tokens[0].lower in _CREEDS)):
        return True
    words = [t.lower for t in tokens if t.tag != "CD"]
    if len(words) == 1 and words[0] in MONTHS and any(c.tag == "CD" for c in tokens[0].children):
        return True  # "to Seoul and Beijing January 15"
    return bool(words) and (words[-1] in _PAPERS or words[0] in _DISEASES or words[-1] in _ZONES or (words[0] == "operation" and len(words) > 1))


def is_realm(tokens: list[Token]) -> bool:
    """Whether a name is a state's by its own words: "Songhai Empire", "Kingdom of Kongo", "Grand Duchy of Tuscany"."""
    named = [t for t in tokens if t.lower in _REALMS and t.text[:1].isupper()]
    return bool(named) and len(tokens) > 1 and (named[-1] is tokens[-1] or any(t.lower == "of" and t.i == named[-1].i + 1 for t in tokens))


def names_vessel(head: Token, first: Token) -> bool:
    """Whether a name that begins with ``first`` is a ship's: "the battleship [Blanco Encalada]", "the tanker [Suez Star]"; but "the tanker Iran seized"."""
    tokens = first.sent.tokens
    at = first.i - tokens[0].i - 1
    kind = tokens[at] if at >= 0 else None
    return kind is not None and kind.lemma.lower() in _VESSELS and kind.dep in ("compound", "nmod") and kind.head is head


def is_called_town(name: Token) -> bool:
    """Whether a name stands where a town's does: "the town of [Adi Lami]", "villages such as [Tel Omar]", "cities including Gao and [Adi Lami]"."""
    while name.dep == "conj":
        name = name.head
    link = name.head
    return name.dep == "pobj" and link.lower in _SUCH_AS and link.head.lemma in _TOWNS and link.head.i < link.i and link.head.child("poss") is None


def is_cut_off(token: Token, known: Known, found: list[tuple[int, int, Known]]) -> bool:
    """Whether a body's one-word name is only the last word of another's: "National Resistance [Congress]"; but "US Congress"."""
    before = token.sent.tokens[token.i - 1 - token.sent.tokens[0].i] if token.i > token.sent.tokens[0].i else None
    if known.form == "adjective" and known.country == "USA" and before is not None and before.lower in _OF_AMERICA:
        return True  # "the Central [American] country"
    if known.kind != "group" or known.acronym or before is None or before.tag != "NNP" or before.head is not token or before.lower in _DIRECTIONS:
        return False
    return not any(first <= before.i <= last for first, last, _ in found)


def leaves_bracket(first: Token, last: Token) -> bool:
    """Whether a stretch begins inside a bracket and ends behind it: "the Liberation Army (LA) rebels" are no "LA rebels"."""
    between = first.sent.tokens[first.i - first.sent.tokens[0].i : last.i - first.sent.tokens[0].i]
    return any(t.text == ")" for t in between) and not any(t.text == "(" for t in between)


def birth_names(sentence: Sentence) -> list[tuple[int, int]]:
    """Return names that the recogniser breaks up: right after "born" ("born [Badran Turki al-Mazini]"), and whose life a sentence opens with ("[Juan José Lindo Vargas] (1804-1857) was")."""
    tokens = sentence.tokens
    opening = list(takewhile(lambda t: t.text[:1].isupper() and t.text[-1:].isalpha() and t.lower not in BODY_WORDS, tokens[:_LONGEST_NAME]))
    out = [(opening[0].i, opening[-1].i)] if len(opening) > 1 and _is_life(tokens[len(opening) :]) else []
    for token in tokens:
        if token.lower == "born":
            run = list(takewhile(lambda t: t.tag == "NNP", sentence.tokens[token.i + 1 - sentence.tokens[0].i :]))
            if len(run) > 1:
                out.append((run[0].i, run[-1].i))
    return out


def _is_life(after: list[Token]) -> bool:
    """Whether what stands behind a name is when somebody lived, and who he was: "(born 4 May 1950) is"."""
    end = next((n for n, t in enumerate(after) if t.text == ")"), 0)
    return end > 0 and after[0].text == "(" and any(t.text.isdigit() and len(t.text) == 4 for t in after[:end]) and end + 1 < len(after) and after[end + 1].lemma == "be"


def add_surnames(analysis: Analysis) -> None:
    """Add the surnames of the article's persons where the model saw no name in them ("Horvat accused ...")."""
    surnames = {m.name.split()[-1] for m in analysis.mentions if m.kind == "name" and m.person and " " in m.name}
    if not surnames:
        return
    surnames |= {name.partition("-")[2] for name in surnames if name[:3].lower() in ("al-", "el-")}
    taken = {i for m in analysis.mentions for i in range(m.first, m.last + 1)}
    for sentence in analysis.sentences:
        above = sentence.block.kind == "headline"  # where names are not taken from their capitals: "Kenya's [Otieno] vows to go on"
        added = [t for t in sentence.tokens if t.text in surnames and t.i not in taken and (t.pos != "PROPN" or t.dep == "dep" or (above and t.dep not in ("compound", "nmod", "amod")))]  # also at the end of a headline, which it signs
        for token in added:
            token.pos, token.tag = "PROPN", "NNP"
            mention = Mention(token.i, token.i, token, "name", name=token.text, rule="loose", span=token.span)
            analysis.mention_at[token.i] = mention
            sentence.mentions = sorted([*sentence.mentions, mention], key=lambda m: m.first)
        if added:
            analysis.mentions = [m for s in analysis.sentences for m in s.mentions]


def join_bodies(analysis: Analysis) -> None:
    """Join two known bodies of which the parser makes one name: "[Amnesty International] and Human Rights Watch"."""
    for mention in analysis.mentions:
        head = mention.head
        joint = head.child("cc") if head.dep == "nmod" and mention.rule == "lexicon-name" and not mention.person else None
        other = analysis.mention_at.get(head.head.i)
        if joint is None or other is None or other.rule != "lexicon-name" or other.first != joint.i + 1 or mention.last != joint.i - 1:
            continue
        second = other.head
        for part in [c for c in head.children if c.dep == "conj"]:
            if part.i > other.last:
                break
            part.reattach(second, "compound")
        head.reattach(second.head, second.dep)
        second.reattach(head, "conj")


def settle_towns(analysis: Analysis) -> None:
    """Make a place of a name of one word wherever it stands, where the article puts something in or near it and never treats it as somebody: "[Goma] is calm", which the recogniser took for a man."""
    names = [m for m in analysis.mentions if m.kind == "name" and m.entry is None and m.first == m.last]
    towns = {m.name for m in names if is_called_town(m.head) or _is_whereabouts(m)}
    if not towns:
        return
    people = {m.name.split()[-1] for m in analysis.mentions if m.kind == "name" and m.person and " " in m.name}
    people |= {m.name for m in names if _is_somebody(m.head)}
    for mention in names:
        if mention.name in towns - people and mention.rule in ("PERSON", "NORP"):
            mention.rule, mention.person = "place", False


def _is_whereabouts(mention: Mention) -> bool:
    """Whether a name the recogniser knows no place by says where something is: "died in [Goma]"; but "faith in [Ruto]"."""
    prep = mention.head.head
    if mention.head.dep != "pobj" or prep.head.lemma in _TRUSTING or any(c.dep == "det" for c in mention.head.children):
        return False
    return prep.lower in _WHEREABOUTS or (prep.lower == "in" and mention.rule in ("PERSON", "NORP", "place"))


def _is_somebody(name: Token) -> bool:
    """Whether a name of one word says, meets or is entitled like a person."""
    return any(c.dep == "compound" for c in name.children) or (name.dep == "nsubj" and (name.head.child("ccomp") is not None or name.head.lemma in _SPEAKING)) or name.head.dep == "agent"


def _has_first_name(token: Token) -> bool:
    """Whether a proper noun that is no direction or title stands right before as part of the same name ("Vera Paris")."""
    before = next((c for c in token.children if c.i == token.i - 1 and c.dep == "compound" and c.tag == "NNP"), None)
    return before is not None and before.text.isalpha() and not before.text.isupper() and before.lower not in _DIRECTIONS


def recognised(sentence: Sentence) -> list[Ent]:
    out: list[Ent] = []
    for token in sentence.tokens:
        if token.ent is not None and (not out or out[-1] is not token.ent):
            out.append(token.ent)
    return out


_WHEREABOUTS = frozenset({"near", "outside", "around", "inside"})
_TRUSTING = word_list("name_spans.trusting")
_SPEAKING = word_list("name_spans.speaking")
_OPENING_MARKS = frozenset({"\u2018", "\u201c", "`", "``", "\u00ab"})


def trimmed(analysis: Analysis, ent: Ent) -> tuple[int, int]:
    """Return an entity's tokens without article, possessive and loose punctuation."""
    first, last = ent.first, ent.last
    tokens = analysis.tokens
    while first <= last and (tokens[first].pos in ("DET", "PUNCT", "PRON") or tokens[first].tag in ("CD", "POS") or not any(c.isalnum() for c in tokens[first].text)):
        first += 1
    while last >= first and (tokens[last].tag == "POS" or tokens[last].pos in ("PUNCT", "ADP", "CCONJ", "SPACE") or tokens[last].text in _OPENING_MARKS or (last > first and tokens[last].tag in FINITE)):
        last -= 1  # "Okello Seeks", in a headline
    last = _before_bracket(analysis, ent, first, last)
    verb = next((i for i in range(first + 1, last) if tokens[i].tag in ("VBZ", "VBP") and tokens[i].dep == "ROOT"), None)
    if verb is not None:
        last = verb - 1  # "[Peru] Lifts Travel Ban", which the recogniser takes for one name
    return first, last


def _before_bracket(analysis: Analysis, ent: Ent, first: int, last: int) -> int:
    """Return where a name ends that the recogniser goes on with into a bracket, "Azad Army (AA": the letters there are a name of their own."""
    tokens = analysis.tokens
    opened = next((i for i in range(first + 1, last + 1) if tokens[i].text == "("), None)
    if opened is None or any(t.text == ")" for t in tokens[opened : last + 1]):
        return last
    for token in tokens[opened : ent.last + 1]:
        token.ent = None
    return opened - 1


def numbered(analysis: Analysis, first: int, last: int) -> int:
    """Return where a unit's name begins whose number was cut off: "the [47th] Mechanised Brigade"."""
    before = analysis.tokens[first - 1] if first and last >= first else None
    if before is None or before.sent is not analysis.tokens[first].sent or analysis.tokens[last].lower not in UNITS:
        return first
    return first - 1 if before.text[0].isdigit() and (before.text.isdigit() or before.lower[-2:] in ("st", "nd", "rd", "th")) else first


def loose_names(sentence: Sentence, taken: set[int]) -> list[tuple[int, int]]:
    """Return runs of proper nouns that no mention covers: surnames, mostly."""
    out: list[tuple[int, int]] = []
    run: list[Token] = []
    shouting = sentence.block.kind == "headline" if sentence.block else False
    for token in [*sentence.tokens, None]:
        fits = token is not None and token.i not in taken and token.tag in ("NNP", "NNPS") and token.text[:1].isalpha() and token.text[:1].isupper()
        if run and token is not None and token.text == "-" and token.start == run[-1].end and token.i == run[-1].i + 1:
            continue  # "Anti-Corruption Commission"
        if fits and token is not None:
            if run and (token.start > run[-1].end + 1 or (run[-1].dep == "pobj" and run[-1].head.head.dep == "nmod" and run[-1].head.head.head.i > token.i)):  # "Minister for Trade [Hanna Lund]"
                out.append((run[0].i, run[-1].i))
                run = []
            run.append(token)
        elif run:
            first = sentence.tokens[0]
            defined = token is not None and token.text == "(" and run[0].i == first.i + 1 and first.tag == "NN" and first.dep == "compound" and first.text[:1].isupper() and first.i not in taken
            out.append((first.i if defined else run[0].i, run[-1].i))  # "[Leyla] Aydin (born 1964) is"
            run = []
    return [(first, last) for first, last in out if _acts(sentence.tokens, first - sentence.tokens[0].i, last - sentence.tokens[0].i)] if shouting else out


def _acts(words: list[Token], first: int, last: int) -> bool:
    """Whether a headline's first name does what it tells: "[Hutu] Accuse Army of Arson", "Ghana's [Mensah] Rejects Offer"; near miss: "Clash threatens truce"."""
    name, owned = words[last], first == 2 and words[1].tag == "POS"
    return name.dep == "nsubj" and name.head.i == name.i + 1 and (name.head.tag == "VBP" if first == 0 else owned and name.head.tag in ("VBP", "VBZ"))


def head_of(tokens: list[Token]) -> Token:
    """Return the token of a stretch whose head lies outside it (the last such)."""
    low, high = tokens[0].i, tokens[-1].i
    outside = [t for t in tokens if t.head is t or not low <= t.head.i <= high]
    named = [t for t in outside if t.pos in ("PROPN", "NOUN", "ADJ")]
    return (named or outside or tokens)[-1]


def cleaned(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:'\"\u2019\u201d\u201c")


def title_word(token: Token) -> str:
    words = fold(token.text)
    return "".join(words)
