"""A finished PDF on paper, through the system's print dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import BadFile

DOTS = 300
"""Dots per inch a page is drawn with: sharp text, 26 MB a page."""


def print_pdf(path: Path, parent: QWidget | None) -> None:
    """Ask for printer and pages, then print.

    Raises:
        BadFile: the file is no readable PDF.
    """
    document = QPdfDocument()
    if document.load(str(path)) != QPdfDocument.Error.None_:
        raise BadFile("Die PDF-Datei lässt sich nicht lesen. Bitte erstellen Sie sie neu.")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, document.pageCount())
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        draw_pages(document, printer)
    document.close()


def draw_pages(document: QPdfDocument, printer: QPrinter) -> None:
    """Draw the chosen pages in their true size; a page is a picture on white ground."""
    first = printer.fromPage() or 1
    last = printer.toPage() or document.pageCount()
    painter = QPainter(printer)
    for number in range(first - 1, last):
        if number > first - 1:
            printer.newPage()
        points = document.pagePointSize(number)
        size = QSize(round(points.width() * DOTS / 72), round(points.height() * DOTS / 72))
        page = QImage(size, QImage.Format.Format_RGB32)
        page.fill(0xFFFFFFFF)
        on_page = QPainter(page)
        on_page.drawImage(QPoint(0, 0), document.render(number, size))
        on_page.end()
        painter.drawImage(QPoint(0, 0), page)
    painter.end()
