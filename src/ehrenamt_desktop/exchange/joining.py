"""Papers joined into one PDF for the printer, in the reading child: foreign bytes stay there.

Only what is seen on the pages is taken: filled fields become part of the page, while scripts,
actions and attached files stay behind. The papers themselves are not changed. Each paper gets a
bookmark.
"""

from __future__ import annotations

import io
from base64 import b64decode, b64encode
from contextlib import closing
from typing import Any

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange.leafing import photograph

MOST_PAGES = 2_000
"""Pages of all papers together."""
_DOTS = 200
"""Per inch, of a photograph on its A4 page."""
_SHEET = (1654, 2339)
"""A4 in these dots."""
_EDGE = 79

UNJOINED = (
    "„{title}“ lässt sich nicht mit den anderen Unterlagen verbinden; die Datei ist geschützt oder "
    "beschädigt. Bitte wählen Sie sie ab oder geben Sie die Unterlagen als Ordner aus."
)
TOO_LONG = "Das sind mehr als 2.000 Seiten. Bitte geben Sie die Unterlagen als Ordner aus."


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """The papers of a request, as (title, kind, bytes in base 64), as one PDF.

    Raises:
        BadFile: a paper cannot be opened, or there are too many pages.
    """
    parts = [(title, kind, b64decode(data)) for title, kind, data in request["join"]]
    joined = join(parts, request["title"], request["author"])
    return {"end": 0, "joined": b64encode(joined).decode("ascii")}


def join(parts: list[tuple[str, str, bytes]], title: str, author: str) -> bytes:
    """One PDF of all pages in their order; of kinds "pdf", "jpg" and "png".

    Args:
        parts: title, kind and bytes of each paper.
        title: of the document.
        author: of the document.

    Raises:
        BadFile: a paper cannot be opened, or there are too many pages.
    """
    import pypdfium2

    marks: list[tuple[str, int]] = []
    with closing(pypdfium2.PdfDocument.new()) as whole:
        for about, kind, data in parts:
            marks.append((about, len(whole)))
            try:
                content = data if kind == "pdf" else _sheet(data)
                with closing(pypdfium2.PdfDocument(content)) as part:
                    if len(whole) + len(part) > MOST_PAGES:
                        raise BadFile(TOO_LONG)
                    _add(whole, part)
            except (pypdfium2.PdfiumError, ValueError, OverflowError):
                raise BadFile(UNJOINED.format(title=about)) from None
        out = io.BytesIO()
        whole.save(out)
    return _described(out, marks, title, author)


def _described(pages: io.BytesIO, marks: list[tuple[str, int]], title: str, author: str) -> bytes:
    """The document with its properties, in German, and a bookmark for each paper."""
    from pypdf import PdfWriter
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

    writer = PdfWriter(clone_from=pages)
    writer.metadata = {"/Title": title, "/Author": author, "/Creator": "Ehrenamt Desktop"}
    writer.root_object[NameObject("/Lang")] = TextStringObject("de")
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(value=True)}
    )
    for about, page in marks:
        writer.add_outline_item(title=about, page_number=page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _add(whole: Any, part: Any) -> None:
    """Make what is filled in part of each page, then take the pages."""
    from pypdfium2 import raw

    for number in range(len(part)):
        with closing(part[number]) as page:
            raw.FPDFPage_Flatten(page, raw.FLAT_PRINT)
    whole.import_pages(part)


def _sheet(data: bytes) -> bytes:
    """A photograph on a page."""
    from PIL import Image

    found = Image.open(io.BytesIO(photograph(data, _SHEET[0] - 2 * _EDGE)))
    found.thumbnail((_SHEET[0] - 2 * _EDGE, _SHEET[1] - 2 * _EDGE))
    sheet = Image.new("RGB", _SHEET, "white")
    sheet.paste(found, ((_SHEET[0] - found.width) // 2, _EDGE))
    out = io.BytesIO()
    sheet.save(out, "PDF", resolution=_DOTS)
    return out.getvalue()
