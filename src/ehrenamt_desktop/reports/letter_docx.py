"""A letter as a Word document: the same words at the same places, open to the word processor.

Address window, information block and subject stand where DIN 5008 form B wants them (domain brief
5.1, mm from the upper left corner); fold marks are left to the PDF.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.letter_text import LetterText, Run
from ehrenamt_desktop.model.letterhead import HOUSE_GREEN
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.text import day, tidy
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.letter import Letter, values_of
from ehrenamt_desktop.reports.letter_body import LINE, SIZE
from ehrenamt_desktop.reports.letter_frame import return_line
from ehrenamt_desktop.reports.output import replacing

FONT = "Calibri"
WINDOW_TOP, WINDOW_HEIGHT, SUBJECT_TOP = 45.0, 45.0, 98.46
RETURN_ZONE = 17.7
LEFT, RIGHT, NEXT_TOP, BOTTOM = 25.0, 20.0, 27.0, 28.0
_ADDRESS, _INFO = 100.0, 65.0


def letter_document(path: Path, office: OfficeInfo, letter: Letter, text: LetterText) -> None:
    """Write one letter as `.docx`.

    Args:
        path: the file to make; it appears whole or not at all.
        office: the sender.
        letter: to whom; its text is `text`, its offers and sheet are not written.
        text: the words.

    Raises:
        StoreUnavailable: the file cannot be written.
    """
    document = Document()
    _page(document, office, text)
    _window(document, office, letter)
    values = values_of(office, letter)
    subject = _paragraph(document, [(letter_text.fill(text.subject, values), True)])
    subject.paragraph_format.space_before = Mm(SUBJECT_TOP - WINDOW_TOP - WINDOW_HEIGHT)
    subject.paragraph_format.space_after = Pt(2 * LINE)
    for block in text.blocks:
        parts = letter_text.passages(block, values)
        for index, passage in enumerate(parts, start=1):
            style = "List Bullet" if passage.item else None
            _paragraph(document, passage.runs, style, after=LINE if index == len(parts) else 0)
    _paragraph(document, [(letter_text.fill(text.closing, values), False)], after=3 * LINE)
    for line in (tidy(office.coordinator), tidy(office.name)):
        if line:
            _paragraph(document, [(line, False)], after=0)
    with replacing(path) as temporary:
        document.save(str(temporary))


def _page(document: Any, office: OfficeInfo, text: LetterText) -> None:
    """A4 with the margins of a letter, the head on the first page, the foot on all."""
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "de-DE")
    style.element.get_or_add_rPr().append(language)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.top_margin, section.bottom_margin = Mm(NEXT_TOP), Mm(BOTTOM)
    section.header_distance, section.footer_distance = Mm(0), Mm(8)
    section.different_first_page_header_footer = True
    _head(section.first_page_header, office)
    for foot in (section.footer, section.first_page_footer):
        _foot(foot, office)
    about = document.core_properties
    about.title, about.author = "Brief", paper.clean(office.carrier or office.name)
    about.subject, about.language = paper.clean(text.title), "de-DE"


def _head(header: Any, office: OfficeInfo) -> None:
    """Name and lines left, logo right, exactly as high as the space above the window."""
    nothing = header.paragraphs[0].paragraph_format
    nothing.line_spacing, nothing.space_after = Pt(1), Pt(0)
    widths = (110.0, 55.0) if office.head.logo else (165.0,)
    words, *logo = _grid(header, WINDOW_TOP, widths).rows[0].cells
    colour = RGBColor.from_string((office.head.accent or HOUSE_GREEN).lstrip("#").upper())
    first = words.paragraphs[0]
    first.paragraph_format.space_before, first.paragraph_format.space_after = Mm(15), Pt(2)
    name = first.add_run(paper.clean(tidy(office.name)))
    name.bold, name.font.size, name.font.color.rgb = True, Pt(14), colour
    for line in (office.head.lines or office.carrier).splitlines():
        if tidy(line):
            _small(words.add_paragraph(), line, 10)
    for picture in logo:
        spot = picture.paragraphs[0]
        spot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        spot.paragraph_format.space_before = Mm(16)
        spot.add_run().add_picture(io.BytesIO(office.head.logo), height=Mm(20))


def _foot(footer: Any, office: OfficeInfo) -> None:
    place = f"{office.postcode} {office.city}"
    own = ", ".join(part for part in (tidy(office.street), tidy(place)) if part)
    reach = f"Telefon {tidy(office.phone)}" if tidy(office.phone) else ""
    usual = " · ".join(part for part in (own, reach, tidy(office.email)) if part)
    lines = [line for line in (office.head.foot or usual).splitlines() if tidy(line)]
    if tidy(office.head.controller):
        lines.append(f"Verantwortlich für Ihre Daten (Art. 13 DSGVO): {office.head.controller}")
    for index, line in enumerate(lines):
        _small(footer.paragraphs[0] if index == 0 else footer.add_paragraph(), line, 8.5)


def _window(document: Any, office: OfficeInfo, letter: Letter) -> None:
    """Return line and address left, information right."""
    table = _grid(document, WINDOW_HEIGHT, (_ADDRESS, _INFO))
    address, info = table.rows[0].cells
    sender, size = return_line(office)
    back = address.paragraphs[0]
    back.paragraph_format.space_before = Mm(RETURN_ZONE - 5)
    _small(back, sender, size, after=4)
    for line in letter.address.lines:
        if tidy(line):
            _small(address.add_paragraph(), line, 11)
    rows = (
        ("Unser Zeichen", letter.our_sign), ("Name", office.coordinator),
        ("Telefon", office.phone), ("E-Mail", office.email), ("Datum", day(letter.date)),
    )  # fmt: skip
    filled = [f"{label}: {tidy(value)}" for label, value in rows if tidy(value)]
    for index, line in enumerate(filled):
        spot = info.paragraphs[0] if index == 0 else info.add_paragraph()
        if index == 0:
            spot.paragraph_format.space_before = Mm(5)
        _small(spot, line, 9.5, after=2)


def _grid(parent: Any, height: float, widths: Sequence[float]) -> Any:
    """One row of exact height without borders or padding; measures in mm."""
    table = (
        parent.add_table(1, len(widths), Mm(sum(widths)))
        if parent.part.partname.endswith(("header.xml", "header1.xml", "header2.xml"))
        else parent.add_table(1, len(widths))
    )
    table.autofit = False
    table.rows[0].height, table.rows[0].height_rule = Mm(height), WD_ROW_HEIGHT_RULE.EXACTLY
    padding = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        padding.append(edge)
    table._tbl.tblPr.append(padding)  # noqa: SLF001 - python-docx knows no cell margins
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = Mm(width)
    return table


def _paragraph(
    document: Any, runs: Sequence[Run], style: str | None = None, *, after: float = LINE
) -> Any:
    made = document.add_paragraph(style=style)
    made.paragraph_format.space_after = Pt(after)
    made.paragraph_format.line_spacing = Pt(LINE)
    for words, bold in runs:
        made.add_run(paper.clean(words)).bold = bold
    return made


def _small(spot: Any, words: str, size: float, *, after: float = 0) -> None:
    run = spot.add_run(paper.clean(tidy(words)))
    run.font.size = Pt(size)
    spot.paragraph_format.line_spacing = Pt(size * 1.2)
    spot.paragraph_format.space_after = Pt(after)
