"""The editor of one event: what it shows, how its form is read, and how a decision is saved. Review, double coding and adjudication use it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import msgspec
from markupsafe import Markup
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from reportedly.errors import InputError
from reportedly.lexicons.predicates import MODES
from reportedly.measuring.gold import GoldToll
from reportedly.pages.article import headline
from reportedly.pages.marked import marked_text
from reportedly.records import CodedArticle, Span
from reportedly.workbench.bench import bench_of, require, words
from reportedly.workbench.rendering import render
from reportedly.workbench.reviewing.codes import STATUSES, TOLLS, TYPES, Code, find_mistakes, sentence_of, sentences_of
from reportedly.workbench.reviewing.sheets import REVIEW, Entry, Sheet, decide, new_entry, read_sheet
from reportedly.workbench.reviewing.store import ARTICLE, Conflict, Kind
from reportedly.workbench.telling import Telling
from reportedly.workbench.views.reader import LAYERS

_LISTS = ("actors", "recipients", "sources")
_ON_ARTICLE, _ON_EVENT, _ON_NEW = ("finish", "reopen", "undo", "comment"), ("accept", "reject", "correct", "undo", "comment"), ("add",)


@dataclass(frozen=True)
class Desk:
    """Where somebody edits: a track, the address of its articles, and what the screen is called."""

    track: str
    base: str
    title: str


def load(request: Request, desk: Desk, key: str) -> tuple[CodedArticle, Sheet]:
    """Return an article with its sheet; answer 404 when there is none."""
    bench = bench_of(request)
    if (coded := bench.library.index.corpus.coded(key)) is None:
        raise HTTPException(404, "There is no such article in this corpus.")
    return coded, read_sheet(bench.store, desk.track, key, coded)


def show(
    request: Request, desk: Desk, coded: CodedArticle, sheet: Sheet, entry: Entry | None, *, draft: Code | None = None, problem: str = "", status: int = 200, **more: Any
) -> Response:  # fmt: skip
    """Show an article with one of its events in the editor; ``draft`` is what was typed and not saved, ``problem`` why."""
    shown = coded if desk.track == REVIEW else CodedArticle(article=coded.article)
    code = draft or (entry.code if entry else None)
    sentences = sentences_of(coded)
    sentence = None
    if code is not None and (n := sentence_of(sentences, code.trigger[0])) is not None:
        sentence = sentences[n]
    telling = Telling(coded)
    line = telling.event(entry.event) if entry and entry.event else None
    values: dict[str, Any] = {
        "desk": desk, "key": sheet.article, "article": coded.article, "title": headline(coded), "marked": Markup(marked_text(shown, "r-")), "layers": LAYERS if desk.track == REVIEW else (),
        "sheet": sheet, "entry": entry, "code": code, "sentence": sentence, "line": line, "telling": telling, "problem": problem, "types": TYPES, "statuses": STATUSES,
        "modes": MODES, "toll_kinds": TOLLS, "names": sorted({a.name for a in shown.actors} | _names(sheet)), "places": sorted({p.name for p in shown.places}),
        "queue": "", "filter_type": "", "filter_status": "", "conflict": None, "comment": "", "selected": code.trigger if code else _selected(request, coded.article.text),
        "adding": entry is None and (draft is not None or problem or "add" in request.query_params),
    }  # fmt: skip
    return render(request, "editor.html", status=status, **(values | more))


def take(request: Request, form: FormData, desk: Desk, *, key: str, record: str | None) -> Response | tuple[Sheet, Entry]:
    """Save the decision of a form; return the record it was about, or the answer that says why it was not saved."""
    who = require(request, "coder")
    coded, sheet = load(request, desk, key)
    kind = words(form, "action", 20)
    if kind not in (_ON_NEW if record is None else _ON_ARTICLE if record == ARTICLE else _ON_EVENT):
        raise HTTPException(400, "action: not one that can be done here")
    entry = sheet.whole if record == ARTICLE else sheet.entry(record) if record else new_entry()
    if entry is None:
        raise HTTPException(404, "There is no such event in this article.")
    version = words(form, "version", 10)
    if not version.isascii() or not version.isdigit():
        raise HTTPException(400, "version: not a number")
    code = None
    comment = words(form, "comment", 4000)
    try:
        if kind in ("correct", "add"):
            code = read_code(form, coded.article.text)
            if mistakes := list(find_mistakes(code, coded.article, sentences_of(coded))):
                raise InputError("; ".join(mistakes))
        if kind == "comment" and not comment:
            raise InputError("comment: it is empty")
        if kind == "finish" and sheet.open:
            raise InputError(f"{len(sheet.open)} events of the coder are still to be decided on")
        decision = decide(sheet, entry, cast(Kind, kind), who=who.name, version=int(version), code=code, comment=comment, queue=words(form, "queue", 20))
        bench_of(request).store.save(decision)
    except InputError as error:
        return show(request, desk, coded, sheet, entry if record and record != ARTICLE else None, draft=code, problem=str(error), status=400, comment=comment, **_filters(form))
    except Conflict as error:
        sheet = read_sheet(bench_of(request).store, desk.track, key, coded)
        return show(request, desk, coded, sheet, sheet.entry(entry.record) or entry, draft=code, problem=str(error), status=409, conflict=error.latest, comment=comment, **_filters(form))
    return read_sheet(bench_of(request).store, desk.track, key, coded), entry


def read_code(form: FormData, text: str) -> Code:
    """Return the code of a form. Raise InputError with what cannot be read."""
    counts = []
    for kind in TOLLS:
        low, high = (_count(words(form, f"{kind}_{bound}", 12), kind) for bound in ("low", "high"))
        if low is not None or high is not None:
            counts.append(GoldToll(kind=kind, low=low, high=high))
    start, end = words(form, "start", 12), words(form, "end", 12)
    first, last = words(form, "date_start", 10), words(form, "date_end", 10)
    raw = {
        "trigger": (int(start) if start.isascii() and start.isdigit() else 0, int(end) if end.isascii() and end.isdigit() else 0), "type": words(form, "type", 20), "mode": words(form, "mode", 40) or None,
        "status": words(form, "status", 20), "date": (first or last, last or first) if first or last else None, "place": words(form, "place", 1000) or None, "toll": counts,
        **{field: _names_in(words(form, field, 20_000)) for field in _LISTS},
    }  # fmt: skip
    try:
        return msgspec.convert(raw, Code)
    except msgspec.ValidationError as error:
        raise InputError(str(error)) from error


def after(request: Request, form: FormData, desk: Desk, sheet: Sheet, entry: Entry) -> Response:
    """Go where a reviewer goes next: on in the queue, else to the next open event of the article."""
    if form.get("queue") in ("uncertain", "random") and form.get("action") in ("accept", "reject", "correct"):
        filters = _filters(form)
        query = "&".join(f"{name}={value}" for name, value in (("queue", filters["queue"]), ("type", filters["filter_type"]), ("status", filters["filter_status"])) if value)
        return RedirectResponse(f"{desk.base}/next?{query}", 303)
    onward = next((e.record for e in sheet.open), None) if form.get("action") in ("accept", "reject", "correct") else entry.record
    return RedirectResponse(f"{desk.base}/{sheet.article}/{onward}" if onward and sheet.entry(onward) else f"{desk.base}/{sheet.article}", 303)


def _selected(request: Request, text: str) -> Span | None:
    """Return the span that an address carries, when it lies in the text."""
    start, end = (request.query_params.get(name, "") for name in ("start", "end"))
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    span = int(start[:9]), int(end[:9])
    return span if span[0] < span[1] <= len(text) else None


def _filters(form: FormData) -> dict[str, str]:
    """Return the queue a form came from, as far as its words are ours."""
    queue, type_, status = (words(form, name, 20) for name in ("queue", "filter_type", "filter_status"))
    return {
        "queue": queue if queue in ("uncertain", "random") else "", "filter_type": type_ if type_ in TYPES else "", "filter_status": status if status in STATUSES else ""
    }  # fmt: skip


def _names(sheet: Sheet) -> set[str]:
    return {name for e in sheet.entries if e.code for field in _LISTS for name in getattr(e.code, field)}


def _names_in(field: str) -> list[str]:
    return list(dict.fromkeys(name for part in field.replace("\n", ";").split(";") if (name := " ".join(part.split()))))


def _count(words_: str, kind: str) -> int | None:
    if not words_:
        return None
    if not words_.isascii() or not words_.isdigit():
        raise InputError(f"toll: {kind}: {words_!r} is no count")
    return int(words_)
