"""Review: a queue of the coder's events, decided on one by one; precision so far; corrections as gold."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from reportedly.records import CodedArticle
from reportedly.workbench.bench import Bench, bench_of, posted, require
from reportedly.workbench.rendering import render
from reportedly.workbench.reviewing.codes import STATUSES, TYPES
from reportedly.workbench.reviewing.gold import write_gold
from reportedly.workbench.reviewing.precision import measure_precision
from reportedly.workbench.reviewing.proposals import propose
from reportedly.workbench.reviewing.queue import Order, still_open
from reportedly.workbench.reviewing.sheets import REVIEW, Sheet, decide, read_sheet
from reportedly.workbench.reviewing.store import ARTICLE, Conflict
from reportedly.workbench.views import editor

DESK = editor.Desk(REVIEW, "/review", "Review")
_SHOWN = 50  # articles in the list of those begun


def overview(request: Request) -> Response:
    """Show how far the review is, how precise the coder was so far, and the ways in."""
    bench = bench_of(request)
    index = bench.library.index
    verdicts = bench.store.verdicts(REVIEW)
    decided = {key for key, verdict in verdicts.items() if verdict in ("accepted", "corrected", "rejected")}
    finished = [article for (article, record), verdict in verdicts.items() if record == ARTICLE and verdict == "finished"]
    latest = bench.store.latest(REVIEW)
    begun = list(dict.fromkeys(d.article for d in reversed(latest)))
    return render(
        request, "review.html", total=len(index.waiting), decided=len(decided & {w.key for w in index.waiting}), finished=finished, begun=begun[:_SHOWN], titles=index.titles,
        precision=measure_precision(bench.store.first(REVIEW), latest), types=TYPES, statuses=STATUSES,
    )  # fmt: skip


def next_(request: Request) -> Response:
    """Lead to the next event of a queue."""
    require(request, "coder")
    bench = bench_of(request)
    query = request.query_params
    order: Order = "random" if query.get("queue") == "random" else "uncertain"
    type_, status = (query.get("type", "") if query.get("type") in TYPES else "", query.get("status", "") if query.get("status") in STATUSES else "")
    decided = {key for key, verdict in bench.store.verdicts(REVIEW).items() if verdict != "open"}
    found = next(still_open(bench.library.index.queue(order), decided, type_=type_, status=status), None)
    if found is None:
        return RedirectResponse("/review?done=1", 303)
    return RedirectResponse(f"/review/{found.article}/{found.event}?queue={order}&type={type_}&status={status}", 303)


def article(request: Request) -> Response:
    """Show an article's sheet with one event in the editor: the one asked for, else the first that is open."""
    coded, sheet = editor.load(request, DESK, request.path_params["key"])
    record = request.path_params.get("record")
    entry = sheet.entry(record) if record else None if "add" in request.query_params else next(iter(sheet.open), None)
    if record and entry is None:
        return RedirectResponse(f"/review/{sheet.article}", 303)
    query = request.query_params
    return editor.show(
        request, DESK, coded, sheet, entry, queue=query.get("queue", "") if query.get("queue") in ("uncertain", "random") else "",
        filter_type=query.get("type", "") if query.get("type") in TYPES else "", filter_status=query.get("status", "") if query.get("status") in STATUSES else "",
    )  # fmt: skip


def decide_on(request: Request, form: FormData) -> Response:
    """Save a decision on an event, or an event that was missed."""
    done = editor.take(request, form, DESK, key=request.path_params["key"], record=request.path_params.get("record"))
    return done if isinstance(done, Response) else editor.after(request, form, DESK, *done)


def undo_mine(request: Request, form: FormData) -> Response:
    """Take back the last decision of whoever asks, unless somebody has decided upon it."""
    who = require(request, "coder")
    bench = bench_of(request)
    undone = 0
    for decision in bench.store.latest_by(REVIEW, who.name):
        if decision.kind == "undo":
            undone += 1
        elif decision.kind != "comment":
            if not undone:
                coded, sheet = editor.load(request, DESK, decision.article)
                entry = sheet.whole if decision.record == ARTICLE else sheet.entry(decision.record)
                if entry is None:
                    break
                if entry.version != decision.version and any(d.who != who.name for d in entry.history[decision.version :]):
                    break
                try:
                    bench.store.save(decide(sheet, entry, "undo", who=who.name, version=entry.version))
                except Conflict as error:
                    return editor.show(request, DESK, coded, sheet, entry, problem=str(error), status=409, conflict=error.latest)
                return RedirectResponse(f"/review/{decision.article}" + ("" if decision.record == ARTICLE else f"/{decision.record}"), 303)
            undone -= 1
    return RedirectResponse("/review", 303)


def sheets(bench: Bench, track: str) -> Iterator[tuple[Sheet, CodedArticle]]:
    """Yield the finished articles of a track, in the order of their keys."""
    finished = sorted(article for (article, record), verdict in bench.store.verdicts(track).items() if record == ARTICLE and verdict == "finished")
    for key in finished:
        if (coded := bench.library.index.corpus.coded(key)) is not None:
            yield read_sheet(bench.store, track, key, coded), coded


def gold(request: Request) -> Response:
    """Give the finished articles as gold, one a line."""
    headers = {"content-disposition": 'attachment; filename="reviewed.jsonl"'}
    return StreamingResponse(write_gold(sheets(bench_of(request), REVIEW)), media_type="application/jsonl", headers=headers)


def proposals(request: Request) -> Response:
    """Show what the corrections propose for the lexicons."""
    bench = bench_of(request)
    made = propose(bench.store.first(REVIEW), bench.store.latest(REVIEW), bench.library.index.corpus.coded)
    return render(request, "proposals.html", proposals=made)


ROUTES = (
    Route("/review", overview),
    Route("/review/proposals", proposals),
    Route("/review/next", next_),
    Route("/review/undo", posted(undo_mine), methods=["POST"]),
    Route("/review/gold.jsonl", gold),
    Route("/review/{key}", article),
    Route("/review/{key}", posted(decide_on), methods=["POST"]),
    Route("/review/{key}/{record}", article),
    Route("/review/{key}/{record}", posted(decide_on), methods=["POST"]),
)
