"""Export of what is on the screen, each with a line that says where it comes from; and copies as one HTML file that leads nowhere and runs nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from reportedly.corpus.tables import TABLES
from reportedly.pages.frame import asset, framed
from reportedly.workbench.asking import Asked, read_asked
from reportedly.workbench.bench import bench_of
from reportedly.workbench.index import Index
from reportedly.workbench.rendering import environment, static_text
from reportedly.workbench.views.incidents import account

_SENT = 500  # rows at a time
COPIED = 1000  # incidents in one HTML file
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would take such a cell for a formula; a stranger's text may begin so


def as_csv(request: Request) -> Response:
    """Give the incidents asked for as CSV; the first line is the citation, as a comment."""
    index, asked, rows = _asked(request)
    return csv_of("incidents", rows, index.cite(asked, len(rows)))


def csv_of(table: str, rows: list[dict[str, Any]], citation: str) -> Response:
    """Return rows of a table of the corpus as CSV under a citation of one line."""
    columns = list(TABLES[table])

    def lines() -> Iterator[str]:
        yield f"# {citation}\n"
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        for some in _batched(rows):
            writer.writerows([_cell(row[name]) for name in columns] for row in some)
            yield out.getvalue()
            out.seek(0)
            out.truncate()
        yield out.getvalue()

    return StreamingResponse(lines(), media_type="text/csv; charset=utf-8", headers=_attached(f"{table}.csv"))


def as_jsonl(request: Request) -> Response:
    """Give the incidents asked for as JSONL; the first line holds the citation."""
    index, asked, rows = _asked(request)

    def lines() -> Iterator[str]:
        yield json.dumps({"citation": index.cite(asked, len(rows))}, ensure_ascii=False) + "\n"
        yield from ("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in some) for some in _batched(rows))

    return StreamingResponse(lines(), media_type="application/jsonl", headers=_attached("incidents.jsonl"))


def _batched(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield some rows at a time: each piece that is sent changes threads, which costs more than a row."""
    yield from (rows[n : n + _SENT] for n in range(0, len(rows), _SENT))


def copy_search(request: Request) -> Response:
    """Give the incidents asked for as one HTML file, each with its claims."""
    index, asked, rows = _asked(request, most=COPIED)
    total = index.find(asked).num_rows
    accounts = [account(index, row["incident"], asked) for row in rows] if len(rows) <= 50 else []
    return _copy("copy_search.html", "incidents", rows=rows, total=total, accounts=accounts, citation=index.cite(asked, total))


def copy_incident(request: Request) -> Response:
    """Give one incident as one HTML file."""
    index = bench_of(request).library.index
    shown = account(index, request.path_params["key"], read_asked(request.query_params))
    return _copy("copy_incident.html", f"incident {shown['row']['incident']}", **shown)


def _asked(request: Request, most: int | None = None) -> tuple[Index, Asked, list[dict[str, Any]]]:
    """Return what is asked with its rows, all pages of them."""
    index = bench_of(request).library.index
    asked = read_asked(request.query_params)
    found = index.find(asked)
    return index, asked, index.resolved((found if most is None else found.slice(0, most)).to_pylist(), asked.policy)


def _copy(template: str, title: str, **values: Any) -> Response:
    body = environment().get_template(template).render(**values)
    style = asset("page.css") + static_text("workbench.css")
    name = f"{title.replace(' ', '-')}.html"
    return HTMLResponse(framed(title, f'<main class="bench">{body}</main>', style=style, script=""), headers=_attached(name))


def _attached(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"'}


def _cell(value: Any) -> Any:
    """Return a cell for CSV; words that a spreadsheet would run are quoted by an apostrophe."""
    if value is None or isinstance(value, (int, float)):
        return value
    words = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{words}" if words.startswith(_FORMULA) else words


ROUTES = (
    Route("/incidents/export.csv", as_csv),
    Route("/incidents/export.jsonl", as_jsonl),
    Route("/incidents/copy.html", copy_search),
    Route("/incidents/{key}/copy.html", copy_incident),
)
