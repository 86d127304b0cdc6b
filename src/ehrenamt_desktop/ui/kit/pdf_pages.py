"""Pages of a PDF as pictures. QtPdf draws on clear ground, so each page gets white paper first."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPoint, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from ehrenamt_desktop.errors import BadFile

BROKEN = "Die PDF-Datei lässt sich nicht lesen. Bitte erstellen Sie sie neu."


class Pages(QPdfDocument):
    """A PDF held in memory: its file stays free to be written anew, on Windows too."""

    def __init__(self, data: bytes, parent: QObject | None = None) -> None:
        """Open it.

        Raises:
            BadFile: it is no PDF that can be read.
        """
        super().__init__(parent)  # type: ignore[arg-type]  # the stubs forget None
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.load(self._buffer)
        if self.status() is not QPdfDocument.Status.Ready or not self.pageCount():
            raise BadFile(BROKEN)

    def picture(self, number: int, size: QSize) -> QImage:
        """A page (from 0) on white, as large as `size` in dots."""
        page = QImage(size, QImage.Format.Format_RGB32)
        page.fill(0xFFFFFFFF)
        painter = QPainter(page)
        painter.drawImage(QPoint(0, 0), self.render(number, size))
        painter.end()
        return page
