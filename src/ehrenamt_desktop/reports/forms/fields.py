"""Fields that PDF readers fill in (AcroForm, ISO 32000-1 12.7), with a description for each.

reportlab's own fields know only Latin letters and fonts that are not in the file; here the value
is drawn in the fonts of all papers, and what is typed later in the reader's own Helvetica.
Lengths are points.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.paper import Text, style

SIZE = 10.0
_TYPED = f"/Helv {SIZE:g} Tf 0.114 0.165 0.149 rg"
_PRINTED = 4  # annotation flag: on paper too
_MULTILINE = 1 << 12
_PAD = 1.4 * mm
_SMALLEST = 6.5


class Fields:
    """The fields of one document; `close` before it is saved."""

    def __init__(self, canvas: Any) -> None:
        """Begin without a field; `canvas` is a `Canvas`, whose stubs leave out what is needed."""
        self._canvas = canvas
        self._made: list[PDFObjectReference] = []

    def text(
        self, about: str, box: tuple[float, float, float, float], value: str, *, lines: bool
    ) -> None:
        """A field to write in.

        Args:
            about: what belongs there, for who cannot see the page.
            box: left, lower edge, width, height.
            value: what stands in it; all of it is kept, what has no room is not drawn.
            lines: whether it has more than one line.
        """
        number = len(self._made) + 1
        entries = {
            "FT": PDFName("Tx"), "V": PDFString(value), "DA": PDFString(_TYPED),
            "AP": PDFDictionary({"N": self._drawn(number, box, value, lines=lines)}),
        }  # fmt: skip
        if lines:
            entries["Ff"] = _MULTILINE
        self._add(number, about, box, entries)

    def tick(self, about: str, box: tuple[float, float, float, float], *, on: bool) -> None:
        """A box to tick; its frame is drawn on the page."""
        number = len(self._made) + 1
        state = PDFName("Yes" if on else "Off")
        looks = {"Yes": self._mark("tick-yes", box, on=True), "Off": self._mark("tick-off", box)}
        self._add(
            number, about, box,
            {"FT": PDFName("Btn"), "V": state, "AS": state,
             "AP": PDFDictionary({"N": PDFDictionary(looks)})},
        )  # fmt: skip

    def close(self) -> None:
        """Tell the document which fields it has."""
        helvetica = PDFDictionary(
            {
                "Type": PDFName("Font"), "Subtype": PDFName("Type1"),
                "BaseFont": PDFName("Helvetica"), "Encoding": PDFName("WinAnsiEncoding"),
            }
        )  # fmt: skip
        document = self._canvas._doc
        fonts = PDFDictionary({"Helv": document.Reference(helvetica)})
        document._catalog.AcroForm = document.Reference(
            PDFDictionary(
                {
                    "Fields": PDFArray(self._made), "DA": PDFString(_TYPED),
                    "DR": PDFDictionary({"Font": fonts}),
                }
            )
        )  # fmt: skip

    def _add(
        self, number: int, about: str, box: tuple[float, float, float, float],
        entries: dict[str, object],
    ) -> None:  # fmt: skip
        left, low, width, height = box
        name = f"feld{number:03}"
        field = PDFDictionary(
            {
                "Type": PDFName("Annot"), "Subtype": PDFName("Widget"), "F": _PRINTED,
                "T": PDFString(name), "TU": PDFString(" ".join(about.split())),
                "Rect": PDFArray([left, low, left + width, low + height]),
                "P": self._canvas._doc.thisPageRef(), **entries,
            }
        )  # fmt: skip
        self._canvas._addAnnotation(field, name)
        self._made.append(self._canvas._doc.refAnnotation(name))

    def _drawn(
        self, number: int, box: tuple[float, float, float, float], value: str, *, lines: bool
    ) -> PDFObjectReference:
        """How the value looks, in our own fonts."""
        _, _, width, height = box
        canvas, name = self._canvas, f"field-{number}"
        canvas.beginForm(name, 0, 0, width, height)
        words = " ".join(value.split())
        if lines:
            room = Text(value, style(SIZE, 13), width - 2 * _PAD)
            head = room if room.height <= height else room.take_head(height)
            if words and head is not None:
                head.draw(canvas, _PAD, height - 0.6 * mm)
        elif words:
            size = SIZE
            while size > _SMALLEST and paper.line_width(words, size) > width - 2 * _PAD:
                size -= 0.5
            drawn = paper.fitting(words, size, width - 2 * _PAD)
            paper.draw_line(canvas, _PAD, (height - 0.72 * size) / 2, drawn, size)
        canvas.endForm()
        return PDFObjectReference(canvas._doc.getXObjectName(name))

    def _mark(
        self, name: str, box: tuple[float, float, float, float], *, on: bool = False
    ) -> PDFObjectReference:
        _, _, width, height = box
        canvas = self._canvas
        if not canvas.hasForm(name):
            canvas.beginForm(name, 0, 0, width, height)
            if on:
                canvas.setStrokeColor(paper.INK)
                canvas.setLineWidth(1.4)
                canvas.line(0.2 * width, 0.5 * height, 0.42 * width, 0.25 * height)
                canvas.line(0.42 * width, 0.25 * height, 0.82 * width, 0.8 * height)
            canvas.endForm()
        return PDFObjectReference(canvas._doc.getXObjectName(name))
