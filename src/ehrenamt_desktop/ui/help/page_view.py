"""The page beside the contents: text, tables and pictures in the width there is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from ehrenamt_desktop.services.handbook import HelpPage
from ehrenamt_desktop.ui.help import page_dress
from ehrenamt_desktop.ui.help.page_dress import Sight
from ehrenamt_desktop.ui.kit import theme

REST = 60
"""Milliseconds after the last change of size before pictures are scaled anew."""


class PageView(QTextBrowser):
    """Shows one page; links are told, never followed by themselves."""

    followed = Signal(str)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._page: HelpPage | None = None
        self.setObjectName("help.page")
        self.setAccessibleName("Seite des Handbuchs")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._fit)

    def show_page(self, page: HelpPage) -> None:
        """Show a page from its beginning."""
        self._page = page
        page_dress.fill(self.document(), page, self._folder, self._sight())
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setAccessibleName(f"Handbuch: {page.title}")

    def go_to(self, anchor: str) -> None:
        """Bring a heading to the top; an unknown one shows the beginning."""
        block = page_dress.heading_of(self.document(), anchor) if anchor else None
        if block is None or block.blockNumber() == 0:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.verticalScrollBar().setValue(0)
            return
        self.setTextCursor(QTextCursor(block))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top) - theme.GRID)

    def dress_anew(self) -> None:
        """Draw the page in the look that holds now, at the same place."""
        if self._page is not None:
            kept = self.verticalScrollBar().value()
            page_dress.fill(self.document(), self._page, self._folder, self._sight())
            self.verticalScrollBar().setValue(kept)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing: the page brings its pictures, and nothing is fetched from anywhere."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines follow at once, pictures when the size rests."""
        super().resizeEvent(event)
        self._timer.start()

    def _fit(self) -> None:
        if self._page is not None:
            page_dress.fit(self.document(), self._folder, self._sight())

    def _sight(self) -> Sight:
        return Sight(theme.tokens(), theme.em(), self.viewport().width())
