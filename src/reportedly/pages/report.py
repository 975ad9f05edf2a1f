"""The report of a corpus: one file that loads nothing, with pictures of its incidents, claims and actors."""

from __future__ import annotations

from reportedly.corpus.corpus import Corpus
from reportedly.pages.frame import asset, framed
from reportedly.pages.marked import as_text
from reportedly.pages.pictures.matrix import matrix
from reportedly.pages.pictures.network import network
from reportedly.pages.pictures.parts import Row, figure, patterns
from reportedly.pages.pictures.timeline import timeline
from reportedly.pages.pictures.tolls import tolls
from reportedly.pages.pictures.worldmap import worldmap

_SECTIONS = (("time", "Over time"), ("map", "On the map"), ("matrix", "Who says what"), ("tolls", "Figures by source"), ("network", "Who acts on whom"), ("outlets", "Outlets"))


def report_page(corpus: Corpus, **filters: str) -> str:
    """Return the report of a corpus, of the incidents that the filters of ``Corpus.incidents`` leave. The same corpus gives the same bytes."""
    found = corpus.incidents(**filters)
    incidents = [row for row in found.to_pylist() if row["status"] != "superseded"]
    ids = {row["incident"] for row in incidents}
    claims = [row for row in corpus.table("claims").to_pylist() if row["incident"] in ids]
    articles = [row for row in corpus.table("articles").to_pylist() if row["current"]]
    chosen = "; ".join(f"{name} {value}" for name, value in filters.items() if value)
    counts = (
        f"{len(incidents):,} incidents in {len(articles):,} articles, which are {len({a['copies'] for a in articles}):,} different texts of {len({a['outlet'] for a in articles if a['outlet']}):,} outlets. "
        f"Values where claims differ are chosen by the policy {', '.join(sorted({r['policy'] for r in incidents})) or 'range'}."
    )
    made = f"Made with reportedly {corpus.manifest['reportedly']}, language model {corpus.manifest['model']['name']} {corpus.manifest['model']['version']}"
    nav = "".join(f'<li><a href="#{name}">{title}</a></li>' for name, title in _SECTIONS)
    body = (
        f'{patterns()}<header><h1 dir="auto">{as_text(f"What was reported: {corpus.folder.name}")}</h1><p>{as_text(counts)}{as_text(f" Only: {chosen}.") if chosen else ""}</p>'
        "<p>A record says what was published and who said so; nothing here was checked against the world.</p>"
        f'<nav aria-label="sections"><ul class="legend">{nav}</ul></nav></header><main class="evaluation pictures">'
        f"{timeline(incidents)}{worldmap(incidents)}{matrix(incidents, claims)}{tolls(incidents, claims)}{network(incidents)}{_outlets(articles, incidents)}"
        f'<p class="foot">{as_text(made)}.</p></main>'
    )
    return framed(f"report of {corpus.folder.name}", body, style=asset("page.css") + asset("evaluation.css") + asset("pictures/pictures.css"), script="")


def _outlets(articles: list[Row], incidents: list[Row]) -> str:
    rows = []
    for outlet in sorted({str(a["outlet"]) for a in articles if a["outlet"]}):
        own = [a for a in articles if a["outlet"] == outlet]
        told = sum(1 for r in incidents if outlet in r["outlets"])
        days = sorted(str(a["published"]) for a in own if a["published"])
        rows.append((outlet, len(own), len({a["copies"] for a in own}), told, days[0] if days else None, days[-1] if days else None))
    return figure("outlets", "Outlets", "How many articles each outlet has in the corpus, how many different texts these are, and how many incidents they tell of.", "", ("outlet", "articles", "texts", "incidents", "from", "to"), rows)
