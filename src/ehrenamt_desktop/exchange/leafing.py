"""Pages of a foreign paper as pictures, drawn in the reading child: no viewer opens the file here.

Lengths are dots.
"""

from __future__ import annotations

import io
from base64 import b64decode, b64encode
from contextlib import closing
from typing import Any

from ehrenamt_desktop.errors import BadFile

MOST_WIDTH = 2400
MOST_DOTS = 12_000_000
"""Dots of a page that is drawn: 48 MB in memory."""
MOST_OPENED = 80_000_000
"""Dots of a photograph that is opened at all."""

UNSHOWN = "Diese Seite lässt sich nicht zeigen. Bitte öffnen Sie die Datei außerhalb."


class Leafing:
    """Answers for pages; the paper looked at last stays open between two of them."""

    def __init__(self) -> None:
        self._digest = ""
        self._data = b""
        self._pdf: Any = None

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """A page (from 0) as PNG and how many there are; or that the bytes are wanted first.

        Raises:
            BadFile: the page cannot be drawn.
        """
        if "data" in request:
            self._close()
            self._digest, self._data = request["digest"], b64decode(request["data"])
        elif request["digest"] != self._digest:
            return {"end": 0, "wanted": True}
        width = max(16, min(int(request["width"]), MOST_WIDTH))
        if request["kind"] == "pdf":
            pages, picture = self._page(int(request["page"]), width)
        else:
            pages, picture = 1, photograph(self._data, width)
        return {"end": 0, "pages": pages, "picture": b64encode(picture).decode("ascii")}

    def _close(self) -> None:
        if self._pdf is not None:
            self._pdf.close()
        self._pdf, self._digest, self._data = None, "", b""

    def _page(self, number: int, width: int) -> tuple[int, bytes]:
        import pypdfium2

        try:
            if self._pdf is None:
                self._pdf = pypdfium2.PdfDocument(self._data)
                self._pdf.init_forms()
            pages = len(self._pdf)
            with closing(self._pdf[max(0, min(number, pages - 1))]) as page:
                wide, high = page.get_size()
                scale = width / max(wide, 1.0) * (1 - 1e-9)  # PDFium rounds up
                scale = min(scale, (MOST_DOTS / max(wide * high, 1.0)) ** 0.5)
                drawn = page.render(scale=scale, may_draw_forms=True)
                return pages, _png(drawn.to_pil())
        except (pypdfium2.PdfiumError, ValueError, OverflowError, IndexError):
            raise BadFile(UNSHOWN) from None


def photograph(data: bytes, width: int) -> bytes:
    """A photograph upright on white as PNG, at most `width` dots wide and twice as high.

    Raises:
        BadFile: it is broken or has too many dots.
    """
    import warnings

    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            turned = None
            if found.width * found.height <= MOST_OPENED:
                found.draft("RGB", (width, width))
                turned = ImageOps.exif_transpose(found).convert("RGBA")
        except Exception:  # noqa: BLE001 - a picture can be broken in every way; nothing is lost
            turned = None
    if turned is None:
        raise BadFile(UNSHOWN)
    turned.thumbnail((width, width * 2), Image.Resampling.BILINEAR)
    ground = Image.new("RGBA", turned.size, "white")
    return _png(Image.alpha_composite(ground, turned).convert("RGB"))


def _png(picture: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()
