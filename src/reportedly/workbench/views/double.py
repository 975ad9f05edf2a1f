"""Two coders: each codes alone, from the bare text; how far they agree; and where they do not, an adjudicator decides."""

from __future__ import annotations

import hashlib
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from reportedly.pages.article import headline
from reportedly.records import CodedArticle
from reportedly.workbench.bench import Bench, bench_of, posted, require, visitor, words
from reportedly.workbench.rendering import render
from reportedly.workbench.reviewing.adjudicating import Pair, agreement_of, pairs_of
from reportedly.workbench.reviewing.gold import write_gold
from reportedly.workbench.reviewing.sheets import CODER, FINAL, Sheet, read_sheet
from reportedly.workbench.reviewing.store import ARTICLE, Conflict, Decision, State
from reportedly.workbench.telling import Telling
from reportedly.workbench.views import editor
from reportedly.workbench.views.review import sheets

FINAL_DESK = editor.Desk(FINAL, "/double/final", "Adjudication")
_SHOWN = 100


def desk_of(request: Request) -> editor.Desk:
    """Return the desk of whoever asks: nobody sees another coder's."""
    return editor.Desk(CODER + require(request, "coder").name, "/double/code", "My coding")


def overview(request: Request) -> Response:
    """Show who has coded what, and how far two coders agree."""
    bench = bench_of(request)
    who = visitor(request)
    finished = _finished(bench)
    coders = sorted(finished)
    one, other = (_chosen(request.query_params.get(name, ""), coders, n) for n, name in enumerate(("one", "other")))
    both = sorted(finished.get(one, set()) & finished.get(other, set())) if one != other else []
    mine = bench.store.verdicts(CODER + who.name)
    begun = list(dict.fromkeys(article for article, _ in mine))
    adjudicated = {article for (article, record), verdict in bench.store.verdicts(FINAL).items() if record == ARTICLE and verdict == "finished"}
    return render(
        request, "double.html", coders=coders, one=one, other=other, both=both[:_SHOWN], agreement=agreement_of(_read_both(bench, both, one, other)) if both else (), counts={c: len(finished[c]) for c in coders},
        begun=[(key, *bench.library.index.titles.get(key, (key, "", "")), key in finished.get(who.name, set())) for key in begun[:_SHOWN]], titles=bench.library.index.titles, adjudicated=adjudicated,
    )  # fmt: skip


def next_(request: Request) -> Response:
    """Lead to the next article to code: one that another coder has finished, else the next of a random order that is the same for all."""
    bench = bench_of(request)
    who = require(request, "coder")
    finished = _finished(bench)
    mine = finished.get(who.name, set())
    theirs = set().union(*(done for name, done in finished.items() if name != who.name)) - mine
    ordered = sorted(bench.library.index.current, key=lambda key: (key not in theirs, hashlib.sha256(key.encode()).digest()))
    found = next((key for key in ordered if key not in mine), None)
    return RedirectResponse(f"/double/code/{found}?add=1" if found else "/double", 303)


def code(request: Request) -> Response:
    """Show an article on the desk of whoever asks."""
    return _edit(request, desk_of(request))


def final(request: Request) -> Response:
    """Show an article in adjudication: both coders' events side by side, and the editor when one is opened."""
    require(request, "adjudicator")
    if request.path_params.get("record") or "add" in request.query_params:
        return _edit(request, FINAL_DESK)
    coded, sheet = editor.load(request, FINAL_DESK, request.path_params["key"])
    one, other, pairs = _pairs(request, coded, sheet.article)
    decided = {e.record: e for e in sheet.entries}
    return render(
        request, "adjudicate.html", key=sheet.article, article=coded.article, title=headline(coded), one=one, other=other, pairs=pairs, decided=decided, sheet=sheet, telling=Telling(coded),
        added=[e for e in sheet.entries if e.record not in {p.record for p in pairs}], open=[p for p in pairs if p.record not in decided],
    )  # fmt: skip


def take_code(request: Request, form: FormData) -> Response:
    """Save what a coder decides, unless the article is being adjudicated."""
    if bench_of(request).store.decisions(FINAL, request.path_params["key"]):
        raise HTTPException(403, "This article is being adjudicated; its codings stay as they are.")
    return _take(request, form, desk_of(request))


def take_final(request: Request, form: FormData) -> Response:
    """Save what an adjudicator decides: to take one coder's event or neither's, or an event of the editor."""
    who = require(request, "adjudicator")
    if form.get("action") not in ("one", "other", "neither", "agreed"):
        return _take(request, form, FINAL_DESK)
    bench = bench_of(request)
    coded, sheet = editor.load(request, FINAL_DESK, request.path_params["key"])
    one, other, pairs = _pairs(request, coded, sheet.article)
    wanted = [p for p in pairs if (not p.differs if form["action"] == "agreed" else p.record == words(form, "record", 40))]
    decided = {e.record for e in sheet.entries}
    given = words(form, "version", 10)
    seen = int(given) if given.isascii() and given.isdigit() else 0
    for pair in wanted:
        if form["action"] == "agreed" and pair.record in decided:
            continue
        entry = pair.one if form["action"] in ("one", "agreed") else pair.other if form["action"] == "other" else None
        after = State(verdict="added", code=entry.code) if entry and entry.code else State(verdict="rejected", code=(pair.one or pair.other).code)  # type: ignore[union-attr]
        now = sheet.entry(pair.record)
        before, version = now.state if now else State(verdict="absent"), 0 if form["action"] == "agreed" else seen
        kind: Any = "add" if entry else "reject"
        try:
            bench.store.save(Decision(track=FINAL, article=sheet.article, record=pair.record, version=version + 1, who=who.name, at="", kind=kind, before=before, after=after))
        except Conflict as error:
            return render(request, "refused.html", status=409, reason=str(error))
    return RedirectResponse(_final_address(sheet.article, one, other), 303)


def gold(request: Request) -> Response:
    """Give the adjudicated articles as gold."""
    headers = {"content-disposition": 'attachment; filename="adjudicated.jsonl"'}
    return StreamingResponse(write_gold(sheets(bench_of(request), FINAL)), media_type="application/jsonl", headers=headers)


def _edit(request: Request, desk: editor.Desk) -> Response:
    coded, sheet = editor.load(request, desk, request.path_params["key"])
    record = request.path_params.get("record")
    entry = sheet.entry(record) if record else None
    if record and entry is None:
        return RedirectResponse(f"{desk.base}/{sheet.article}", 303)
    return editor.show(request, desk, coded, sheet, entry)


def _take(request: Request, form: FormData, desk: editor.Desk) -> Response:
    done = editor.take(request, form, desk, key=request.path_params["key"], record=request.path_params.get("record"))
    return done if isinstance(done, Response) else editor.after(request, form, desk, *done)


def _pairs(request: Request, coded: CodedArticle, key: str) -> tuple[str, str, list[Pair]]:
    """Return two coders who have finished an article and their events in pairs; answer 404 when there are not two."""
    bench = bench_of(request)
    coders = sorted(name for name, done in _finished(bench).items() if key in done)
    if len(coders) < 2:
        raise HTTPException(404, "Fewer than two coders have finished this article.")
    one, other = (_chosen(request.query_params.get(name, ""), coders, n) for n, name in enumerate(("one", "other")))
    if one == other:
        one, other = coders[:2]
    return one, other, pairs_of(coded, *(read_sheet(bench.store, CODER + name, key, coded) for name in (one, other)))


def _read_both(bench: Bench, keys: list[str], one: str, other: str) -> list[tuple[CodedArticle, Sheet, Sheet]]:
    out = []
    for key in keys:
        if (coded := bench.library.index.corpus.coded(key)) is not None:
            first, second = (read_sheet(bench.store, CODER + name, key, coded) for name in (one, other))
            out.append((coded, first, second))
    return out


def _finished(bench: Bench) -> dict[str, set[str]]:
    """Return the articles that each coder has finished."""
    out = {}
    for track in bench.store.tracks(CODER):
        done = {article for (article, record), verdict in bench.store.verdicts(track).items() if record == ARTICLE and verdict == "finished"}
        if done:
            out[track.removeprefix(CODER)] = done
    return out


def _chosen(name: str, coders: list[str], n: int) -> str:
    return name if name in coders else coders[n] if len(coders) > n else ""


def _final_address(key: str, one: str, other: str) -> str:
    from starlette.datastructures import QueryParams

    return f"/double/final/{key}?{QueryParams({'one': one, 'other': other})}"


ROUTES = (
    Route("/double", overview),
    Route("/double/next", next_),
    Route("/double/gold.jsonl", gold),
    Route("/double/code", overview),
    Route("/double/code/{key}", code),
    Route("/double/code/{key}", posted(take_code), methods=["POST"]),
    Route("/double/code/{key}/{record}", code),
    Route("/double/code/{key}/{record}", posted(take_code), methods=["POST"]),
    Route("/double/final", overview),
    Route("/double/final/{key}", final),
    Route("/double/final/{key}", posted(take_final), methods=["POST"]),
    Route("/double/final/{key}/{record}", final),
    Route("/double/final/{key}/{record}", posted(take_final), methods=["POST"]),
)
