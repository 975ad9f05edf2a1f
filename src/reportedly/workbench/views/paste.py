"""The first screen: paste an article or drop a file, and see it coded."""

from __future__ import annotations

import tempfile
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from reportedly.errors import InputError
from reportedly.limits import PASTE_CHARACTERS, UPLOAD_ARTICLES, UPLOAD_BYTES
from reportedly.reading import read_inputs
from reportedly.records import Article, SetAside
from reportedly.workbench.bench import bench_of, posted, words
from reportedly.workbench.library import Library
from reportedly.workbench.rendering import render
from reportedly.workbench.views.reader import reading


def start(request: Request) -> Response:
    """Show the form with the example, coded."""
    coded = bench_of(request).library.example
    return render(request, "paste.html", **reading(coded), key=None, given=coded.article, error="", is_example=True)


def take(request: Request, form: FormData) -> Response:
    """Code what was pasted or dropped. A file may hold many articles: the first are coded and can be chosen."""
    library = bench_of(request).library
    given = Article(
        text="", title=words(form, "title", 1000) or None, published=words(form, "published", 40) or None, outlet=words(form, "outlet", 300) or None, url=words(form, "url", 2000) or None
    )  # fmt: skip
    file = form.get("file")
    try:
        if isinstance(file, UploadFile) and file.filename:
            return _take_file(request, library, file, given)
        text = form.get("text")
        text = text.replace("\r\n", "\n") if isinstance(text, str) else ""
        if len(text) > PASTE_CHARACTERS.default:
            raise InputError(f"{len(text):,} characters; here the limit is {PASTE_CHARACTERS.default:,}. Longer ones: reportedly build")
        coded = library.code(Article(text=text, title=given.title, published=given.published, outlet=given.outlet, url=given.url))
    except InputError as error:
        text = form.get("text")
        kept = Article(text=text if isinstance(text, str) else "", title=given.title, published=given.published, outlet=given.outlet, url=given.url)
        coded = library.example
        return render(request, "paste.html", status=400, **reading(coded), key=None, given=kept, error=str(error), is_example=True)
    return RedirectResponse(f"/paste/{library.keep(coded)}", 303)


def _take_file(request: Request, library: Library, file: UploadFile, given: Article) -> Response:
    """Read an upload as the command reads a file: told apart by content, within the limits."""
    data = file.file.read(UPLOAD_BYTES.default + 1)
    if len(data) > UPLOAD_BYTES.default:
        raise InputError(f"more than {UPLOAD_BYTES.default:,} bytes; use reportedly build")
    keys: list[str] = []
    aside: list[SetAside] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        path.write_bytes(data)
        for n, read in enumerate(read_inputs([str(path)], defaults=given)):
            if n >= UPLOAD_ARTICLES.default:
                aside.append(SetAside(file=file.filename or "", record=f"after {n}", reason=f"only {n} articles of a file are coded here; use reportedly build"))
                break
            if isinstance(read, SetAside):
                aside.append(read)
                continue
            try:
                keys.append(library.keep(library.code(read[0])))
            except InputError as error:
                aside.append(SetAside(file=file.filename or "", record=read[2], reason=error.reason))
    if not keys:
        raise InputError("; ".join(a.reason for a in aside) or "there is no article in it", file=file.filename or "")
    if len(keys) == 1 and not aside:
        return RedirectResponse(f"/paste/{keys[0]}", 303)
    found = [(key, coded.article) for key in keys if (coded := library.kept(key)) is not None]
    return render(request, "uploaded.html", found=found, aside=aside, file=file.filename)


def pasted(request: Request) -> Response:
    """Show a pasted article, coded."""
    coded = bench_of(request).library.kept(request.path_params["key"])
    if coded is None:
        raise HTTPException(404, "This pasted article is no longer kept. Paste it again.")
    return render(request, "paste.html", **reading(coded), key=None, given=coded.article, error="", is_example=False)


ROUTES = (Route("/", start), Route("/paste", posted(take), methods=["POST"]), Route("/paste/{key}", pasted))
