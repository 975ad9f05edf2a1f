"""Incidents: the table with facets and search, and one incident with its claims side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from reportedly.corpus.policies import POLICIES
from reportedly.workbench.account import figures_of, questions_of, reports_of
from reportedly.workbench.asking import ORDERS, Asked, Pages, read_asked
from reportedly.workbench.bench import bench_of, posted, visitor, words
from reportedly.workbench.index import Index
from reportedly.workbench.rendering import render

if TYPE_CHECKING:
    import pyarrow as pa

_ASKS = {"status": "status", "type": "type", "country": "place", "outlets": "outlet"}  # the filter that a facet sets
POLICY_WORDS = {
    "range": "everything that is claimed", "lowest": "the lowest figure", "highest": "the highest figure", "median": "the middle figure", "latest": "what was claimed last",
    "majority": "what most independent reports carry", "priority": "a list of claimants (by the command only)", "undecided": "a value only when all agree",
}  # fmt: skip


def table(request: Request) -> Response:
    """Show the incidents asked for, one page of them."""
    index = bench_of(request).library.index
    asked, found, values = asking(request)
    pages = Pages(asked, found.num_rows)
    rows = index.resolved(found.slice(pages.rows.start, pages.rows.stop - pages.rows.start).to_pylist(), asked.policy)
    return render(request, "incidents.html", asked=asked, pages=pages, rows=rows, citation=index.cite(asked, found.num_rows), **values)


def asking(request: Request) -> tuple[Asked, pa.Table, dict[str, Any]]:
    """Return what is asked, the incidents found, and what the filters and facets of the table and of the pictures show."""
    bench = bench_of(request)
    asked = read_asked(request.query_params)
    found = bench.library.index.find(asked)
    return asked, found, {
        "total": found.num_rows, "facets": bench.library.index.facets(found), "asks": _ASKS, "orders": ORDERS, "policies": policies(), "searches": bench.store.searches(),
    }  # fmt: skip


def incident(request: Request) -> Response:
    """Show one incident."""
    index = bench_of(request).library.index
    asked = read_asked(request.query_params)
    return render(request, "incident.html", **account(index, request.path_params["key"], asked), asked=asked, policies=policies())


def account(index: Index, key: str, asked: Asked) -> dict[str, Any]:
    """Return what the templates show of one incident; answer 404 when there is none."""
    if (row := index.incident(key)) is None:
        raise HTTPException(404, "There is no such incident in this corpus.")
    claims = index.corpus.claims_of([key]).get(key, [])
    chosen = index.resolved([row], asked.policy)[0]
    return {
        "row": chosen, "questions": questions_of(claims, row["contested"]), "figures": figures_of(claims), "reports": reports_of(index.mentions_of(key), index.copies),
        "titles": index.titles, "policy": asked.policy, "policy_words": POLICY_WORDS, "citation": index.cite(Asked(filters={}, words=key, policy=asked.policy), 1),
    }  # fmt: skip


def policies() -> dict[str, str]:
    """Return the policies that can be chosen on a screen, with what they choose."""
    return {name: POLICY_WORDS[name] for name in POLICIES if name != "priority"}


def save_search(request: Request, form: FormData) -> Response:
    """Keep a search for everyone."""
    who = visitor(request)
    name, query = words(form, "name", 100), words(form, "query", 2000)
    if not name:
        raise HTTPException(400, "name: a search needs a name")
    from starlette.datastructures import QueryParams

    asked = read_asked(QueryParams(query))
    bench_of(request).store.save_search(name, str(QueryParams(asked.parameters(page=""))), who.name)
    return RedirectResponse(asked.link(), 303)


ROUTES = (Route("/incidents", table), Route("/incidents/save", posted(save_search), methods=["POST"]), Route("/incidents/{key}", incident))
