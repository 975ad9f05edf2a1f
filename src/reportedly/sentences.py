"""Plain text and where sentences begin, by rule: the parser's own guesses break inside quotations and after abbreviations."""

from __future__ import annotations

import re

from reportedly.lexicons.word_lists import word_list

# One character for one, so that offsets hold: typography the model was not trained on.
_PLAIN = str.maketrans({
    "\n": " ", "\r": " ", "\t": " ", "\v": " ", "\f": " ", "\x85": " ", "\u2028": " ", "\u2029": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ",
    "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u2032": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u200b": " ", "\ufeff": " ", "\u200e": " ", "\u200f": " ", "\u00ad": "-",
})  # fmt: skip


def plain(text: str) -> str:
    """Return the text with typographic characters made plain, character for character."""
    return text.translate(_PLAIN)


# A gloss in another script, a reference mark or a stage direction, which only confuse the parser: blanked, character for character.
_NOTE = r"\d{1,3}|(?:nb|note|n) \d{1,2}|[a-f](?=\]\W|\]$)|(?:citation|clarification|verification|better source|page) needed|(?:who|when|where|which|(?:by|according to) whom)\?"
_STAGE = r"\((?i:(?:via|through) (?:an? )?(?:interpreter|translator|translation)|as (?:interpreted|translated)|(?:in|speaking) (?:french|spanish|arabic|russian|german)|laughter|laughs|applause|cheers|inaudible|crosstalk|off-mike|interruption|pause)\.?\)"
_HONOURED = r"\b(?:[Tt]he )?(?:(?:Rt|Right)\.? )?Hon(?:ourable)?\.?(?= [A-Z])(?! Member)"  # before a name, as offices write them; and letters behind one
_LETTERS = r"(?<=[a-z]) (?:MP|MEP|MSP|QC|KC|[COM]BE|K?CMG)(?= [a-z(]|[,.;:]|$|\n)"
_GLOSS = re.compile(rf"{_STAGE}|(?<=:)(?:-{{1,2}}|[\u2013\u2014])(?=\s|$)|\([^()]{{0,200}}[\u0370-\u1dff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufeff][^()]{{0,200}}\)|(?<=\S)\[(?:{_NOTE})\]|\[(?:\d{{1,3}}|citation needed)\]")
_STYLED = "|".join(sorted(w.capitalize() for w in word_list("sentences.styles")))
_STYLES = re.compile(rf"\b(?:{_STYLED})\.(?= [A-Z])")  # whose stop it takes for the end of a name
_FRIEND = re.compile(r"\b[Mm]y (?:(?:right )?hon\.? (?:and (?:learned|gallant) )?|noble )Friend,? (?=(?:the )?[A-Z])")  # before who is meant, as members of a parliament say
_HONOUR, _HAS_LETTERS = re.compile(_HONOURED), re.compile(_LETTERS)
_RANKS = re.compile(r"\b(Maj|Brig|Lt)-(?=(?:Gen|Col|Cmdr)\b)")  # "Maj-Gen.", which it takes for a name and a stop

_UNDER = re.compile(r"\bUnder (?=Secretar(?:y|ies)\b)")  # an office, which it takes for a preposition


_DOUBLED = re.compile(r'(?<![^\s("\[])""(?=[\w(\[$\u00a3\u20ac])')  # ""no"", as tables write marks: one of them is enough, and no two spaces beside it


_NAMED = re.compile(rf"(?<![Aa] )(?<![Aa]n )(?<![Tt]he )\b(?!(?:The|An?|This|That|Each|Every|One|Former|Senior|Some|Another|Now|And|But|When|While|As|If)\b)[A-Z][a-z]+ (?!Party|Labour|Conservative|Tory|Liberal|Green|Democrat|Nationalist|Unionist|Front|Congress|League|Union|Alliance)[A-Z][\w'-]*{_LETTERS}")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def readable(text: str) -> str:
    """Return the plain text with glosses in other scripts and reference marks blanked, double ranks apart, for the language model."""
    if _HAS_LETTERS.search(text):
        text = _NAMED.sub(lambda match: match[0].rpartition(" ")[0].ljust(len(match[0])), text)
    text = plain(text)
    if " Friend" in text:
        text = _FRIEND.sub(_blank, text)
    if "Hon" in text:
        text = _HONOUR.sub(_blank, text)
    text = _STYLES.sub(_blank, _GLOSS.sub(_blank, text))
    text = _UNDER.sub("Under-", _RANKS.sub(r"\1 ", text))
    return _DOUBLED.sub('" ', text).replace('""', ' "') if '""' in text else text


_BREAK = re.compile(
    r"""(?:(?<![\w.&'-])|(?<=[a-z]{3}\.)(?=[A-Z]))  # at the beginning of a word, for from inside it the same would be tried again
        (?P<word>[\w.&'-]*)
        (?P<stop>[.!?\u2026]+)
        (?P<close>(?:''|["')\]\u00bb]|\[\d+\])*)
        (?P<gap>\s+|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]*[ ,]))
        (?=(?P<open>(?:``|["'(\[\u00ab_-]|--)*\s?)(?P<next>(?:a[a-z]{1,2}|el)-[A-Z]\w+|\w+)(?P<then>\s\w+)?)""",
    re.VERBOSE,
)
_TITLES = set(
    "mr mrs ms dr prof st gen lt col maj brig capt sgt cpl adm cmdr sen rep gov pres rev hon msgr fr sr jr messrs mme mlle "
    "comdr cdr lieut pvt pfc spc ens cllr drs profs sens reps gens "
    "ret retd rt ing lic eng engr sh md mohd smt sri ust barr alh bp abp mgr dep dir comm asst cmdt gral wg sq flt rs ave blvd "
    "ma tgk kh adj comr pol supdt sec-gen undersec gp capt wo sqn ldr brgd hr cdre radm vadm pte tpr pr ven "
    "supt det insp const amb atty asst dept univ gov vs v no nos vol art sec para fig pp ed eds cf ca approx bros etc al ft mt "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
_COMPANY = set("co corp inc ltd plc llc bros".split())
_STARTERS = set(
    "the a an in on at it he she they we i you this that these those but and as if when while after before since for with by from to "
    "there his her their its our my what who where why how one two some many most all no not also however meanwhile earlier later".split()
)

_CLOCK = frozenset({"a.m", "p.m"})
_OF_CLOCK = set("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun est edt et gmt utc ist cet cest eet pst pdt eastern central pacific local".split())


def sentence_starts(text: str) -> set[int]:
    """Return the offsets at which sentences of one block begin (the first is that of its first word).

    ``text`` is plain: quotation marks are ``"`` and ``'``. A stop ends a sentence when what follows looks like a beginning and the
    word before it is no abbreviation; after one that may be either (U.S., Inc.) only when a function word follows, after "p.m." unless a day or a zone does.
    """
    first = re.search(r"\S", text)
    starts = {first.start() if first else 0}
    for match in _BREAK.finditer(text):
        if _is_end(match):
            starts.add(match.end("gap"))
    return starts


def _is_end(match: re.Match[str]) -> bool:
    following = match["next"]
    opened = match["open"].strip()
    if not (following[0].isupper() or following[0].isdigit() or (following[1:2] != "" and not following.islower()) or (opened and not match["close"] and match["stop"] != ".")):
        return False  # a beginning in small letters is that of "al-Qaeda" or "eBay"
    if match["stop"] != "." or match["close"].strip(")]"):
        return not (match["stop"] == "..." and following[0].islower())
    word = match["word"].lower().rsplit(".", 1)[-1] if "." not in match["word"] else match["word"].lower()
    starter = following.lower() in _STARTERS
    if word in _CLOCK and following.lower() not in _OF_CLOCK and (match["then"] or "").strip() != "time" and not opened.startswith("("):
        return True  # "at 5 p.m. Rebels ..."; but "at 5 p.m. Friday", "at 5 p.m. Kyiv time", "at 5 p.m. (Kyiv time)"
    if word in _COMPANY or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return starter or bool(opened.strip("(["))  # "at 5 a.m. (local time), troops ..."
    return not (all(part in _TITLES for part in re.split(r"\.?-", word)) or (len(word) == 1 and word.isalpha()))  # "Lt-Col."
