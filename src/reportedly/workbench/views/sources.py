"""Sources: who is asked and who speaks: a page for an outlet and one for a speaker."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from reportedly.workbench.asking import Asked, Pages, read_asked
from reportedly.workbench.bench import bench_of
from reportedly.workbench.rendering import render
from reportedly.workbench.speaking import READ, judging_words, naming_of, outlets_of, profile_of
from reportedly.workbench.views.export import csv_of


def overview(request: Request) -> Response:
    """Show the outlets and the speakers."""
    index = bench_of(request).library.index
    asked = read_asked(request.query_params)
    wanted = asked.words.casefold()
    speakers = [row for row in index.speakers if wanted in row[0].casefold()]
    pages = Pages(Asked(words=asked.words, page=asked.page), len(speakers), "/sources")
    return render(request, "sources.html", outlets=outlets_of(index), speakers=speakers[pages.rows], pages=pages, asked=asked)


def outlet(request: Request) -> Response:
    """Show what an outlet reports, of whom, which words it uses for whom, and which of them judge."""
    index = bench_of(request).library.index
    name = request.query_params.get("name", "")
    keys = sorted((key for key in index.current if index.titles[key][1] == name), key=lambda key: (index.titles[key][2], key), reverse=True)
    if not name or not keys:
        raise HTTPException(404, "There is no such outlet in this corpus.")
    coded = index.read(keys[:READ])
    words, kinds = judging_words(coded)
    return render(
        request, "outlet.html", name=name, profile=profile_of(index.mentions(outlet=name)), articles=len(keys), words=words, kinds=kinds.most_common(), read=len(coded), naming=naming_of(coded, index.parties),
        latest=[(key, *index.titles[key]) for key in keys[:20]],
    )  # fmt: skip


def outlet_csv(request: Request) -> Response:
    """Give an outlet's mentions as CSV."""
    index, name = bench_of(request).library.index, request.query_params.get("name", "")
    rows = index.mentions(outlet=name) if name else []
    if not rows:
        raise HTTPException(404, "There is no such outlet in this corpus.")
    return csv_of("mentions", rows, index.cited(f"outlet: {name!r}; mentions: {len(rows)}"))


def speaker_csv(request: Request) -> Response:
    """Give a speaker's statements as CSV."""
    index, name = bench_of(request).library.index, request.query_params.get("name", "")
    rows = index.statements_of(name) if name else []
    if not rows:
        raise HTTPException(404, "Nobody of this name speaks in this corpus.")
    return csv_of("statements", rows, index.cited(f"speaker: {name!r}; statements: {len(rows)}"))


def speaker(request: Request) -> Response:
    """Show what a speaker claims, of whom, in which status, the words used for whom, and the statements."""
    index = bench_of(request).library.index
    name = request.query_params.get("name", "")
    statements = index.statements_of(name)
    mentions = index.mentions(source=name)
    if not name or not (statements or mentions):
        raise HTTPException(404, "Nobody of this name speaks in this corpus.")
    coded = index.read(list(dict.fromkeys(s["article"] for s in statements))[:READ])
    asked = read_asked(request.query_params)
    pages = Pages(Asked(page=asked.page), len(statements), "/sources/speaker", {"name": name})
    return render(
        request, "speaker.html", name=name, profile=profile_of(mentions), statements=statements[pages.rows], pages=pages, titles=index.titles, naming=naming_of(coded, index.parties, speaker=name),
    )  # fmt: skip


ROUTES = (Route("/sources", overview), Route("/sources/outlet", outlet), Route("/sources/outlet.csv", outlet_csv), Route("/sources/speaker", speaker), Route("/sources/speaker.csv", speaker_csv))
