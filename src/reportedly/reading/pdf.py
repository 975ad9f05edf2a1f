"""PDF: one file, one article; the words in the order the file has them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator

from reportedly.errors import InputError
from reportedly.limits import ARTICLE_CHARACTERS, PDF_BYTES, PDF_PAGES
from reportedly.reading.quiet import quiet
from reportedly.reading.source import Source
from reportedly.records import Article


def read_pdf(source: Source) -> Iterator[tuple[Article, str, str]]:
    """Yield the article of a PDF. Raise InputError when it is locked, damaged, too large or a picture of text.

    Its metadata are not read: they are mostly those of the program that made it.
    """
    import pypdf

    quiet("pypdf")

    data = source.read_up_to(PDF_BYTES.default)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("it is locked with a password")
        if (count := len(reader.pages)) > PDF_PAGES.default:
            raise InputError(f"{count} pages, the limit is {PDF_PAGES.default}")
        pages, size = [], 0
        for page in reader.pages:
            pages.append(page.extract_text().strip("\n"))
            size += len(pages[-1])
            if size > ARTICLE_CHARACTERS.default:
                raise InputError(f"more than {ARTICLE_CHARACTERS.default} characters of text")
    except InputError:
        raise
    except Exception as error:  # the library raises whatever a damaged file leads it to
        raise InputError(f"no readable PDF: {type(error).__name__}: {' '.join(str(error).split())[:200]}") from None
    text = "\n".join(page for page in pages if page.strip())
    if not text:
        raise InputError("no text in it, only pictures; it needs text recognition (OCR) first")
    yield Article(text=text, url=source.url, digest=f"sha256:{hashlib.sha256(data).hexdigest()}"), source.name, "file"
