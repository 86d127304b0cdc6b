"""Papers joined into one PDF for the printer, in the reading child: foreign bytes stay there.

Only what is seen on the pages is taken: filled fields become part of the page, while scripts,
actions and attached files stay behind. The papers themselves are not changed.
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
    return {"end": 0, "joined": b64encode(join(parts)).decode("ascii")}


def join(parts: list[tuple[str, str, bytes]]) -> bytes:
    """One PDF of all pages in their order; of kinds "pdf", "jpg" and "png".

    Raises:
        BadFile: a paper cannot be opened, or there are too many pages.
    """
    import pypdfium2

    with closing(pypdfium2.PdfDocument.new()) as whole:
        for title, kind, data in parts:
            try:
                content = data if kind == "pdf" else _sheet(data)
                with closing(pypdfium2.PdfDocument(content)) as part:
                    if len(whole) + len(part) > MOST_PAGES:
                        raise BadFile(TOO_LONG)
                    _add(whole, part)
            except (pypdfium2.PdfiumError, ValueError, OverflowError):
                raise BadFile(UNJOINED.format(title=title)) from None
        out = io.BytesIO()
        whole.save(out)
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
