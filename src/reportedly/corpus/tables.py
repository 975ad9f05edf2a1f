"""The tables of a corpus: every column with its type and what it holds, and the rows as Arrow. docs/corpus.md lists the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, get_args

from reportedly.records import TollKind
from reportedly.rows import COLUMNS as MENTION_COLUMNS

if TYPE_CHECKING:
    import pyarrow as pa

TEXT, TEXTS, COUNT, YES_NO, NUMBER = "text", "texts", "count", "yes/no", "number"
Column = tuple[str, str]  # type, meaning

_COUNTED = {"trigger_start", "trigger_end", *(f"{kind}_{bound}" for kind in get_args(TollKind) for bound in ("low", "high"))}
_LISTED = {"sources", "actors", "recipients"}
_FIGURES: dict[str, Column] = {f"{kind}_{bound}": (COUNT, f"{kind}, {bound} bound under the policy") for kind in get_args(TollKind) for bound in ("low", "high")}


def _mention_type(column: str) -> str:
    if column in _COUNTED:
        return COUNT
    return TEXTS if column in _LISTED else NUMBER if column in ("lat", "lon", "confidence") else TEXT


TABLES: dict[str, dict[str, Column]] = {
    "articles": {
        "article": (TEXT, "key of the article in the corpus: a hash of everything it was read with"),
        "id": (TEXT, "id it came with, or the hash of its text"),
        "url": (TEXT, "where it was published"),
        "outlet": (TEXT, "who published it"),
        "title": (TEXT, "headline, when given apart from the text"),
        "published": (TEXT, "day it was published"),
        "language": (TEXT, "language"),
        "sha256": (TEXT, "SHA-256 of the text as UTF-8"),
        "copies": (TEXT, "the articles that carry one text share this key: that of one of them"),
        "current": (YES_NO, "no: a newer version of the article is in the corpus"),
        "superseded_by": (TEXT, "key of the version that follows"),
        "text": (TEXT, "the text as it was read"),
    },
    "mentions": {
        **{name: (_mention_type(name), help_) for name, help_ in MENTION_COLUMNS.items()},
        "article": (TEXT, "key of the article in the corpus"),
        "incident": (TEXT, "incident of the corpus"),
        "stance": (TEXT, "what the statement's speaker does: says, denies, confirms and others; empty: no statement"),
        "source_ids": (TEXTS, "actors of the corpus behind `sources`, in the same order"),
        "actor_ids": (TEXTS, "actors of the corpus behind `actors`"),
        "recipient_ids": (TEXTS, "actors of the corpus behind `recipients`"),
        "current": (YES_NO, "no: a newer version of the article is in the corpus"),
    },
    "statements": {
        "article": (TEXT, "key of the article in the corpus"),
        "published": (TEXT, "day it was published"),
        "outlet": (TEXT, "who published it"),
        "statement": (TEXT, "id of the statement inside its article"),
        "speakers": (TEXTS, "names of those whose words they are"),
        "speaker_ids": (TEXTS, "actors of the corpus behind `speakers`"),
        "cue": (TEXT, "the words that report it"),
        "stance": (TEXT, "what the speaker does by it: says, denies, alleges, confirms, retracts and others"),
        "content": (TEXT, "what is said"),
        "kind": (TEXT, "direct, indirect or mixed"),
        "channel": (TEXT, "outlet that carried an interview"),
        "said": (TEXT, "day it was said, where the text says"),
        "parent": (TEXT, "statement in which this one is told"),
        "events": (TEXTS, "events that this statement reports"),
        "types": (TEXTS, "their types"),
        "statuses": (TEXTS, "their status"),
        "actors": (TEXTS, "names of their actors and recipients"),
        "places": (TEXTS, "their places"),
        "incidents": (TEXTS, "their incidents"),
        "current": (YES_NO, "no: a newer version of the article is in the corpus"),
    },
    "actors": {
        "actor": (TEXT, "id of the actor in the corpus"),
        "name": (TEXT, "the lexicon's name, else the fullest in the corpus"),
        "kind": (TEXT, "person or group"),
        "named": (YES_NO, "no: a description (\"police\") or a bare surname, which is no identity: two articles' police need not be the same"),
        "known": (TEXT, "name in the actor lexicon"),
        "country": (TEXT, "country (ISO 3166 alpha-3), or IGO, NGO, ISM, MNC"),
        "sector": (TEXT, "PLOVER sector"),
        "roles": (TEXTS, "offices the articles give"),
        "affiliations": (TEXTS, "bodies the articles give"),
        "names": (TEXTS, "every name in the corpus"),
        "outlets": (TEXTS, "outlets that name it"),
        "articles": (COUNT, "current articles that name it"),
        "first": (TEXT, "day of the earliest of them"),
        "last": (TEXT, "day of the latest of them"),
    },
    "incidents": {
        "incident": (TEXT, "id of the incident"),
        "status": (TEXT, "what its claims come to, see the statuses"),
        "status_reason": (TEXT, "the claims that decide it"),
        "type": (TEXT, "PLOVER type"),
        "modes": (TEXTS, "PLOVER modes"),
        "actors": (TEXTS, "who did it, under the policy"),
        "actor_ids": (TEXTS, "the same as actors of the corpus"),
        "recipients": (TEXTS, "to whom it was done, under the policy"),
        "recipient_ids": (TEXTS, "the same as actors of the corpus"),
        "pairs": (TEXTS, "who acts on whom, as single mentions tell it: doer \u2192 recipient, denied ones left out"),
        "start": (TEXT, "first day, under the policy"),
        "end": (TEXT, "last day, under the policy"),
        "place": (TEXT, "where, under the policy"),
        "country": (TEXT, "country of that place"),
        "lat": (NUMBER, "latitude of that place"),
        "lon": (NUMBER, "longitude of that place"),
        "gazetteer": (TEXT, "gazetteer id of that place"),
        "precision": (TEXT, "how fine that place is: site, city, district, province, region or country"),
        **_FIGURES,
        "policy": (TEXT, "policy by which the values above were chosen"),
        "reasons": (TEXTS, "for each value, how the policy chose it"),
        "contested": (TEXTS, "questions on which the claims differ"),
        "sources": (TEXTS, "names of those who make claims about it"),
        "silent": (TEXTS, "named parties of whom no statement on it was found"),
        "outlets": (TEXTS, "outlets that report it"),
        "follows": (TEXTS, "threats, promises and demands that a text names as carried out by it"),
        "mentions": (COUNT, "mentions in current articles"),
        "reports": (COUNT, "current articles that report it"),
        "independent": (COUNT, "of these, independent ones: copies of one text count once, and so does an outlet"),
        "first": (TEXT, "day of the earliest report"),
        "last": (TEXT, "day of the latest report"),
    },
    "claims": {
        "claim": (TEXT, "id of the claim"),
        "incident": (TEXT, "incident it is about"),
        "question": (TEXT, "happened, actor, recipient, toll, place or date"),
        "value": (TEXT, "what is claimed"),
        "stance": (TEXT, "says, alleges, confirms, denies or retracts"),
        "claimant": (TEXT, "who claims it; an outlet where it speaks itself"),
        "claimant_id": (TEXT, "the same as an actor of the corpus; empty for an outlet"),
        "own_voice": (YES_NO, "yes: the outlets say it in their own voice"),
        "side": (TEXT, "actor or recipient: the claimant is, or belongs to, that party of the incident"),
        "indicator": (TEXT, "of a toll: killed, injured, detained, displaced or missing"),
        "low": (COUNT, "of a toll: low count"),
        "high": (COUNT, "of a toll: high count; empty for \"at least\""),
        "scope": (TEXT, "of a toll: whom it counts"),
        "as_of": (TEXT, "of a toll: day it stood so"),
        "words": (TEXT, "the sentence in which it was first said"),
        "cue": (TEXT, "the words that report it"),
        "entry": (TEXT, "line of cues.tsv behind the stance"),
        "first": (TEXT, "day it was first said"),
        "last": (TEXT, "day it was last said"),
        "article": (TEXT, "article in which it was first said"),
        "event": (TEXT, "mention in that article"),
        "carried_by": (TEXTS, "outlets that carry it"),
        "articles": (TEXTS, "articles that carry it"),
        "reports": (COUNT, "current articles that carry it"),
        "independent": (COUNT, "of these, independent ones"),
        "current": (YES_NO, "no: only superseded versions of articles say it"),
        "replaces": (TEXT, "the claimant's earlier figure that this one changes"),
        "standing": (YES_NO, "yes: counts for the policies: current, affirming, neither replaced nor taken back by its claimant"),
    },
}  # fmt: skip


def schema(table: str) -> pa.Schema:
    """Return the Arrow schema of a table."""
    import pyarrow as pa

    types = {TEXT: pa.string(), TEXTS: pa.list_(pa.string()), COUNT: pa.int64(), YES_NO: pa.bool_(), NUMBER: pa.float64()}
    return pa.schema([(name, types[kind]) for name, (kind, _) in TABLES[table].items()])


def to_arrow(table: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Return rows (missing columns are null, missing lists empty) as an Arrow table of the table's schema."""
    import pyarrow as pa

    rows, columns = list(rows), TABLES[table]
    arrays = [[row.get(name, [] if kind == TEXTS else None) for row in rows] for name, (kind, _) in columns.items()]
    made = schema(table)
    return pa.Table.from_arrays([pa.array(values, type=field.type) for values, field in zip(arrays, made, strict=True)], schema=made)
