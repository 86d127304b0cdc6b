"""The contents of the handbook: all pages, below the shown one its headings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ehrenamt_desktop.services.handbook import Handbook
from ehrenamt_desktop.ui.kit import theme

PLACE = Qt.ItemDataRole.UserRole
INDENT_EM = 1.2
DEEPEST = 2


class ContentsList(QListWidget):
    """One line for each page, and for each heading of the page that is shown."""

    def __init__(self, book: Handbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.setObjectName("help.contents")
        self.setAccessibleName("Inhalt des Handbuchs")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self._indent = QPixmap(round(INDENT_EM * theme.em()), 1)
        self._indent.fill(Qt.GlobalColor.transparent)
        self.setIconSize(self._indent.size())

    def show_place(self, name: str, anchor: str) -> None:
        """Unfold a page and choose the heading."""
        self.clear()
        for page in self._book.pages:
            self._add(page.title, page.name, "", strong=page.name == name)
            if page.name != name:
                continue
            if not anchor or anchor == page.sections[0].heading.anchor:
                self.setCurrentRow(self.count() - 1)
            for heading in (one.heading for one in page.sections[1:]):
                if heading.level <= DEEPEST:
                    self._add(heading.title, name, heading.anchor)
                if heading.anchor == anchor:
                    self.setCurrentRow(self.count() - 1)
        self.scrollToItem(self.currentItem())

    def _add(self, words: str, page: str, anchor: str, *, strong: bool = False) -> None:
        item = QListWidgetItem(words)
        item.setData(PLACE, (page, anchor))
        if anchor:
            item.setIcon(QIcon(self._indent))
        if strong:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            item.setFont(font)
        self.addItem(item)
