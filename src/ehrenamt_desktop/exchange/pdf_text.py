"""The text of a PDF: its pages, what stands in the fields of its forms, and the fields' tips.

PDFium without its script engine: nothing that a PDF would like to do is done.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

MAX_PAGES = 2_000
_MAX_FIELDS = 2_000  # of one page
_MAX_VALUE = 20_000  # bytes of what stands in one field
_BROKEN = re.compile("[\ufffe\u00ad\x02]\\s*")
"""A hyphen that only ends a line, as PDFium marks it."""

_SHARP_S = re.compile("(?<=[a-zäöü])ÿ")
"""What some fonts without a table of signs give for ß."""

Getter = Callable[[Any, Any, Any, int], int]


class NoPdf(Exception):
    """The file is damaged, or a password is asked for."""


def pieces(data: bytes) -> Iterator[str]:
    """The text of each page and its form, page by page.

    Raises:
        NoPdf: it cannot be opened.
    """
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as pdf:
            form = _form(pdf)
            for number in range(min(len(pdf), MAX_PAGES)):
                yield from _page(pdf, form, number)
    except pypdfium2.PdfiumError as error:
        raise NoPdf from error


def mended(text: str) -> str:
    """Text as PDFium gives it, with words put together again and ß where it came as ÿ."""
    return _SHARP_S.sub("ß", _BROKEN.sub("", text)).replace("\r\n", "\n").replace("\x00", "")


def _form(pdf: Any) -> Any:
    pdf.init_forms()
    return pdf.formenv


def _page(pdf: Any, form: Any, number: int) -> Iterator[str]:
    import pypdfium2

    try:
        with closing(pdf[number]) as page:
            with closing(page.get_textpage()) as text:
                yield mended(text.get_text_bounded())
            if form is not None:
                yield from _fields(page, form)
    except pypdfium2.PdfiumError:  # one broken page does not hide the others
        return


def _fields(page: Any, form: Any) -> Iterator[str]:
    from pypdfium2 import raw

    written = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX)
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MAX_FIELDS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET:
                yield _value(raw.FPDFAnnot_GetFormFieldAlternateName, form, annotation)
                if raw.FPDFAnnot_GetFormFieldType(form, annotation) in written:
                    yield _value(raw.FPDFAnnot_GetFormFieldValue, form, annotation)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _value(getter: Getter, form: Any, annotation: Any) -> str:
    from pypdfium2 import raw

    size = min(getter(form, annotation, None, 0), _MAX_VALUE)
    if size <= 2:  # the closing zero alone
        return ""
    kept = ctypes.create_string_buffer(size)
    units = ctypes.cast(kept, ctypes.POINTER(raw.FPDF_WCHAR))
    getter(form, annotation, units, size)
    text = kept.raw[:size].decode("utf-16-le", errors="replace").partition("\x00")[0]
    return mended(text)
