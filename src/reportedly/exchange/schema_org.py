"""schema.org drafts: a ClaimReview for each claim of a corpus, its rating left empty, as JSON-LD lines. Rating is for those who check."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from reportedly.exchange.losses import Losses

_QUESTIONS = {"happened": "that it happened", "actor": "who did it", "recipient": "to whom", "toll": "how many", "place": "where", "date": "when"}


def write(incidents: dict[str, dict[str, Any]], claims: Iterable[dict[str, Any]], articles: dict[str, dict[str, Any]], out: Path, losses: Losses) -> None:
    """Write one ClaimReview a line for the current claims of the incidents; ``incidents`` and ``articles`` by their keys."""
    with out.open("wb") as stream:
        for claim in claims:
            if claim["incident"] not in incidents or not claim["current"]:
                losses.left_out["superseded, or of an incident not asked for"] += 1
                continue
            losses.written += 1
            stream.write(msgspec.json.encode(_review(claim, incidents[claim["incident"]], articles.get(claim["article"], {}))) + b"\n")


def _review(claim: dict[str, Any], incident: dict[str, Any], article: dict[str, Any]) -> dict[str, Any]:
    appearance = {"@type": "NewsArticle", "url": article.get("url"), "headline": article.get("title"), "datePublished": article.get("published"), "publisher": {"@type": "Organization", "name": article.get("outlet")}}
    return {
        "@context": "https://schema.org", "@type": "ClaimReview", "identifier": claim["claim"], "url": None, "author": None, "claimReviewed": claim["words"], "reviewRating": {"@type": "Rating", "alternateName": "", "ratingValue": None},
        "about": {"@type": "Event", "identifier": incident["incident"], "startDate": incident["start"], "location": incident["place"]},
        "itemReviewed": {
            "@type": "Claim", "identifier": claim["claim"], "name": f"{_QUESTIONS[claim['question']]}: {claim['value']}", "author": {"@type": "Organization" if claim["own_voice"] else "Thing", "name": claim["claimant"]},
            "datePublished": claim["first"], "text": claim["words"], "firstAppearance": appearance, "claimInterpreter": {"@type": "SoftwareApplication", "name": "reportedly"},
        },
    }  # fmt: skip
