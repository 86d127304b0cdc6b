"""A finished PDF on paper, through the system's print dialog: each page in its true size."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QProgressDialog, QWidget

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.ui.kit.pdf_pages import Pages

DOTS = 300
"""Dots per inch a page is drawn with at most: sharp text, 26 MB a page."""

NO_PRINTER = (
    "Der Drucker nimmt nichts an. Bitte prüfen Sie, ob er eingeschaltet ist, und drucken Sie noch "
    "einmal."
)
PATIENCE = 700
"""Milliseconds until a long print shows how far it is."""


def print_pdf(path: Path, parent: QWidget | None) -> None:
    """Ask for printer and pages, then print.

    Raises:
        BadFile: the file is no readable PDF, or the printer refuses.
    """
    print_pages(Pages(path.read_bytes()), parent)


def print_pages(pages: Pages, parent: QWidget | None) -> None:
    """Ask for printer and pages, then print page by page while the window goes on.

    Raises:
        BadFile: the printer refuses.
    """
    printer = printer_for(pages)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages.pageCount())
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        PrintJob(pages, printer, parent).start()


def printer_for(pages: Pages) -> QPrinter:
    """A printer whose paper is that of the first page, drawn on to its edges."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    _lay(printer, pages.pagePointSize(0))
    return printer


def draw_each(pages: Pages, printer: QPrinter) -> Generator[int]:
    """Draw the chosen pages, unscaled; yields the number of each page when it is drawn.

    Raises:
        BadFile: the printer refuses.
    """
    numbers = _chosen(pages, printer)
    painter = QPainter()
    try:
        for number in numbers:
            points = pages.pagePointSize(number)
            if painter.isActive():
                if points != pages.pagePointSize(number - 1):
                    _lay(printer, points)
                printer.newPage()
            elif not painter.begin(printer):
                raise BadFile(NO_PRINTER)
            _draw(pages, number, painter, printer.resolution())
            yield number + 1
    finally:
        if painter.isActive():
            painter.end()


def _chosen(pages: Pages, printer: QPrinter) -> range:
    """The pages chosen in the dialog, from 0."""
    return range((printer.fromPage() or 1) - 1, printer.toPage() or pages.pageCount())


def _draw(pages: Pages, number: int, painter: QPainter, resolution: int) -> None:
    points = pages.pagePointSize(number)
    dots = min(resolution, DOTS)
    size = QSize(round(points.width() * dots / 72), round(points.height() * dots / 72))
    room = QRectF(0, 0, points.width() * resolution / 72, points.height() * resolution / 72)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(room, pages.picture(number, size))


def _lay(printer: QPrinter, points: QSizeF) -> None:
    """Ask the printer for paper of this size (points), with the page's origin at its corner."""
    lies = points.width() > points.height()
    upright = points.transposed() if lies else points
    size = QPageSize(
        upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
    )
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, way, QMarginsF()))
    printer.setFullPage(True)


class PrintJob(QObject):
    """Prints one page in each turn of the event loop: the window answers, and it can be stopped."""

    def __init__(self, pages: Pages, printer: QPrinter, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._printer = printer
        chosen = _chosen(pages, printer)
        self._first = chosen.start
        self._pages = pages
        self._left = draw_each(pages, printer)
        self._progress = QProgressDialog(parent)
        self._progress.setWindowTitle("Drucken")
        self._progress.setCancelButtonText("Abbrechen")
        self._progress.setWindowModality(Qt.WindowModality.WindowModal)
        self._progress.setRange(0, len(chosen))
        self._progress.setMinimumDuration(PATIENCE)
        self._progress.setLabelText(f"{len(chosen)} Seiten werden gedruckt …")

    def start(self) -> None:
        """Print the first page, then the others one by one.

        Raises:
            BadFile: the printer refuses.
        """
        self._step()

    def _step(self) -> None:
        if self._progress.wasCanceled():
            self._printer.abort()
            self._end()
            return
        done = next(self._left, None)
        if done is None:
            self._end()
            return
        self._progress.setValue(done - self._first)
        QTimer.singleShot(0, self, self._step)

    def _end(self) -> None:
        self._left.close()
        self._progress.close()
        self._progress.deleteLater()
        self.deleteLater()
