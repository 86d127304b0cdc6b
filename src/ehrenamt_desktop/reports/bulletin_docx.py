"""The text for the municipal bulletin as a Word file, with real headings."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.oxml.ns import qn

from ehrenamt_desktop.model.rules.bulletin import Bulletin
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.reports.paper import clean

LONGEST_PROPERTY = 250
"""Characters Word takes in a property of a file."""


def bulletin_docx(path: Path, bulletin: Bulletin, author: str) -> None:
    """Write the text as DOCX; the file appears whole or not at all.

    Raises:
        StoreUnavailable: the file cannot be written.
    """
    document = Document()
    document.core_properties.title = clean(bulletin.title)[:LONGEST_PROPERTY]
    document.core_properties.author = clean(author)[:LONGEST_PROPERTY]
    document.core_properties.language = "de-DE"
    fonts = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if fonts is not None:
        fonts.set(qn("w:val"), "de-DE")
    document.add_heading(clean(bulletin.title), level=1)
    for heading, lines in bulletin.parts:
        if heading:
            document.add_heading(clean(heading), level=2)
        for line in lines:
            document.add_paragraph(clean(line))
    document.add_paragraph(clean(bulletin.call)).runs[0].bold = True
    with replacing(path) as temporary:
        document.save(str(temporary))
