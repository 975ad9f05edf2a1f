"""Articles: the list, by outlet and words of the headline, newest first."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from reportedly.workbench.asking import Asked, Pages, read_asked
from reportedly.workbench.bench import bench_of
from reportedly.workbench.rendering import render


def table(request: Request) -> Response:
    """Show the current articles, one page of them."""
    index = bench_of(request).library.index
    read = read_asked(request.query_params)
    asked = Asked(filters={name: value for name, value in read.filters.items() if name == "outlet"}, words=read.words, page=read.page)
    outlet, wanted = asked.filters.get("outlet", "").casefold(), asked.words.casefold().split()
    found = [
        (key, *index.titles[key]) for key in index.current
        if outlet in index.titles[key][1].casefold() and all(word in index.titles[key][0].casefold() for word in wanted)
    ]  # fmt: skip
    found.sort(key=lambda row: (row[3], row[0]), reverse=True)
    pages = Pages(asked, len(found), "/articles")
    return render(request, "articles.html", asked=asked, pages=pages, rows=found[pages.rows], events=index.events)


ROUTES = (Route("/articles", table),)
