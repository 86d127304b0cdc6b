"""A small picture of one page, as wide as its place allows."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.pdf_pages import Pages

UPRIGHT = 297 / 210


class PageView(QWidget):
    """Shows the first page of a PDF; empty until there is one."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        self.setMinimumSize(self.sizeHint() / 2)

    def sizeHint(self) -> QSize:
        """A page on which the small print can be guessed."""
        wide = 26 * theme.em()
        return QSize(wide, round(wide * UPRIGHT))

    def show_pdf(self, data: bytes) -> None:
        """Show the first page of a PDF."""
        self._pages = Pages(data, self)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page in the middle, on white, with an edge."""
        if self._pages is None:
            return
        wide = min(self.width() - 2, int((self.height() - 2) / UPRIGHT))
        dots = self.devicePixelRatioF()
        size = QSize(max(1, wide), max(1, int(wide * UPRIGHT)))
        picture = self._pages.picture(0, size * dots)
        picture.setDevicePixelRatio(dots)
        painter = QPainter(self)
        left = (self.width() - size.width()) // 2
        painter.drawImage(left, 1, picture)
        painter.setPen(theme.tokens().line)
        painter.drawRect(left - 1, 0, size.width() + 1, size.height() + 1)
        painter.end()
