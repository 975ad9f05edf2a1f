"""Export: the table of formats, and one export from coded articles or a corpus to a file with its losses beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.corpus.corpus import Corpus
from reportedly.errors import InputError
from reportedly.exchange import attribution, brat, cameo, conflict, conllu, gdelt, geojson, huridocs, plover, schema_org, tables, web_annotation
from reportedly.exchange.losses import Losses
from reportedly.records import CodedArticle

STATUSES = frozenset({"actual", "future", "demanded", "hypothetical", "denied"})
_Articles = Callable[[Iterable[CodedArticle], Path, Losses, frozenset[str]], None]

_NO_CLAIMS = "lost: who says so is nowhere"
_ONE_FIGURE = "of several figures one is written"
_NO_STATUS = "folded or left out, as `folded` and `left_out` say"
_NO_SPANS = "lost"
_PAIRS = "one row a pair of actor and recipient"


@dataclass(frozen=True)
class Format:
    """One format: what it is, what it is written from, and what it cannot carry."""

    about: str
    suffix: str
    cannot: dict[str, str]
    articles: _Articles | None = None  # from coded articles
    corpus: Callable[[Corpus, Path, Losses, str | None, dict[str, str]], None] | None = None  # from a corpus' incidents
    folds: bool = False
    folder: bool = False


def _acled(corpus: Corpus, out: Path, losses: Losses, policy: str | None, filters: dict[str, str]) -> None:
    conflict.write_acled(corpus.incidents(policy=policy, **filters).to_pylist(), _by(corpus, "actors", "actor"), out, losses)


def _ucdp(corpus: Corpus, out: Path, losses: Losses, policy: str | None, filters: dict[str, str]) -> None:
    conflict.write_ucdp(corpus.incidents(policy=policy, **filters).to_pylist(), _by(corpus, "actors", "actor"), out, losses)


def _huridocs(corpus: Corpus, out: Path, losses: Losses, policy: str | None, filters: dict[str, str]) -> None:
    huridocs.write(corpus.incidents(policy=policy, **filters).to_pylist(), corpus.table("claims").to_pylist(), _by(corpus, "actors", "actor"), out, losses)


def _schema_org(corpus: Corpus, out: Path, losses: Losses, policy: str | None, filters: dict[str, str]) -> None:
    incidents = {row["incident"]: row for row in corpus.incidents(policy=policy, **filters).to_pylist()}
    schema_org.write(incidents, corpus.table("claims").to_pylist(), _by(corpus, "articles", "article"), out, losses)


def _by(corpus: Corpus, table: str, key: str) -> dict[str, dict[str, Any]]:
    return {row[key]: row for row in corpus.table(table).to_pylist()}


FORMATS: dict[str, Format] = {
    "csv": Format("events as CSV, for spreadsheets", ".csv", {"spans": "only the trigger's offsets", "statements": "only the id of the one that reports the event", "framing, evidence": "lost"}, tables.write_csv),
    "parquet": Format("events as Parquet", ".parquet", {"spans": "only the trigger's offsets", "statements": "only the id of the one that reports the event", "framing, evidence": "lost"}, tables.write_parquet),
    "jsonl": Format("coded articles, whole", ".jsonl", {}, tables.write_jsonl),
    "geojson": Format("events with coordinates as points", ".geojson", {"events without coordinates": "left out", "spans": "lost", "precision": "kept as a property; a province is drawn as a point by most maps"}, geojson.write),
    "plover": Format("PLOVER 2.0 JSON lines", ".plover.jsonl", {"status": _NO_STATUS, "claims": "who says so: in `comment`", "figures": _ONE_FIGURE, "spans": "sentence only"}, plover.write, folds=True),
    "polecat": Format("the POLECAT table, 40 columns", ".polecat.tsv", {"status": _NO_STATUS, "claims": _NO_CLAIMS, "figures": "lost", "spans": _NO_SPANS, "actors": _PAIRS}, plover.write_polecat, folds=True),
    "cameo": Format("CAMEO codes with quad class and Goldstein", ".cameo.tsv", {"status": _NO_STATUS, "claims": _NO_CLAIMS, "figures": "lost", "spans": _NO_SPANS, "actors": _PAIRS}, cameo.write, folds=True),
    "gdelt": Format("GDELT 2.0 Events and, beside it, Mentions", ".export.csv", {"status": _NO_STATUS, "claims": _NO_CLAIMS, "figures": "lost", "spans": "offsets in Mentions", "actors": _PAIRS}, gdelt.write, folds=True),
    "brat": Format("brat standoff, a folder of .txt and .ann", "", {"figures": "lost", "framing, evidence": "lost"}, brat.write, folder=True),
    "web-annotation": Format("W3C Web Annotations, JSON-LD lines", ".anno.jsonl", {"actors, places, times": "names only, their spans lost", "figures": "lost"}, web_annotation.write),
    "attribution": Format("source, cue and content spans as PolNeAR has them", ".attribution.jsonl", {"events": "lost", "stance": "lost"}, attribution.write),
    "conllu": Format("CoNLL-U, parsed again, with actors and events in MISC", ".conllu", {"parties, time, place, toll of an event": "lost", "statements": "cue and stance only", "labels": "spaCy's, not UD's"}, conllu.write),
    "acled": Format("incidents shaped as ACLED's", ".acled.csv", {"status": "only what is told as done; the status in `notes`", "claims": "in `notes`", "figures": _ONE_FIGURE, "spans": _NO_SPANS}, corpus=_acled),
    "ucdp": Format("lethal incidents shaped as UCDP GED's", ".ucdp.csv", {"status": "only what is told as done", "claims": "`source_original` names who", "figures": "low, best and high", "spans": _NO_SPANS}, corpus=_ucdp),
    "huridocs": Format("events, acts, persons and groups, sources, links: five CSV files", "", {"spans": "sentences only"}, corpus=_huridocs, folder=True),
    "claimreview": Format("schema.org ClaimReview drafts without a rating, JSON-LD lines", ".claims.jsonl", {"stance": "lost", "relations between claims": "schema.org has none"}, corpus=_schema_org),
}  # fmt: skip


def export(
    source: Iterable[CodedArticle] | Corpus, to: str, out: Path, *, only: frozenset[str] = STATUSES, policy: str | None = None, filters: dict[str, str] | None = None
) -> Losses:
    """Write one export and its losses beside it; return the losses. Raise InputError for a format that cannot be made of this source."""
    if to not in FORMATS:
        raise InputError(f"no format {to!r}; known: {', '.join(FORMATS)}")
    chosen = FORMATS[to]
    losses = Losses(to, chosen.cannot)
    if chosen.corpus is not None:
        if not isinstance(source, Corpus):
            raise InputError(f"{to} is made of incidents: give a corpus folder (reportedly build)")
        chosen.corpus(source, out, losses, policy, filters or {})
    else:
        assert chosen.articles is not None
        chosen.articles(coded_articles(source), out, losses, only)
    losses.write(out)
    return losses


def coded_articles(source: Iterable[CodedArticle] | Corpus) -> Iterator[CodedArticle]:
    """Yield the coded articles of a source: of a corpus the current ones, in the order of their keys."""
    yield from source.all_coded() if isinstance(source, Corpus) else source
