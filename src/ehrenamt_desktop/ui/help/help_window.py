"""The window of the handbook: contents and search on the left, the page on the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ehrenamt_desktop.services.handbook import CONTENTS, Handbook
from ehrenamt_desktop.ui.help.contents_list import PLACE, ContentsList
from ehrenamt_desktop.ui.help.hit_list import HIT, HitList
from ehrenamt_desktop.ui.help.page_view import PageView
from ehrenamt_desktop.ui.help.places import Place
from ehrenamt_desktop.ui.help.trail import Trail
from ehrenamt_desktop.ui.kit import kept_layouts, tab_order, theme
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, vbox
from ehrenamt_desktop.ui.kit.search_box import SearchBox

SHARES = (30, 70)
SIZE_EM = (76, 50)
KEPT = "help.window"
LOOK_CHANGES = {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}


class HelpWindow(QWidget):
    """One window for the whole program; it never keeps the program running."""

    def __init__(self, book: Handbook) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("help")
        self.setProperty("ground", "true")
        self.setWindowTitle("Handbuch")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._book = book
        self._trail = Trail()
        self._shown: Place = (CONTENTS, "")
        self._redress = QTimer(self)
        self._redress.setSingleShot(True)
        self._build()
        self._connect()
        self._size()

    def go(self, place: Place) -> None:
        """Show a heading of a page and remember the way."""
        self._trail.go(place)
        self._show(place)

    def follow(self, link: str) -> None:
        """Go where a link of the shown page leads."""
        url = QUrl(link)
        page = url.path().removesuffix(".md") or self._shown[0]
        self.go((page, url.fragment(QUrl.ComponentFormattingOption.FullyDecoded)))

    def back(self) -> None:
        """Alt+Links."""
        self._step(self._trail.back())

    def forward(self) -> None:
        """Alt+Rechts."""
        self._step(self._trail.forward())

    def search(self, text: str) -> None:
        """Show what was found in place of the contents; no text shows the contents."""
        hits = self._book.search(text)
        self.hits.show_hits(hits)
        self.found.setText(_found(text, len(hits)))
        self.found.setVisible(bool(text.strip()))
        self._lists.setCurrentWidget(self.hits if text.strip() else self.contents)

    def print_page(self) -> None:
        """Strg+P."""
        from ehrenamt_desktop.ui.help.paper import ask_and_print

        page = self._book.page(self._shown[0])
        if page is not None:
            ask_and_print(page, self._book.folder, self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the eye does."""
        return tab_order.go(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look of the program."""
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES and self.isVisible():
            self._redress.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Reading begins at the page."""
        super().showEvent(event)
        self.page.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size."""
        kept_layouts.keep_text(KEPT, self.saveGeometry().toBase64().toStdString())
        super().closeEvent(event)

    def _build(self) -> None:
        self.search_box = SearchBox("Suchen: im Handbuch (Strg+F)", "help.search")
        self.found = label("", "soft", wrap=True, name="help.found")
        self.found.hide()
        self.contents = ContentsList(self._book)
        self.hits = HitList()
        self._lists = QStackedWidget()
        self._lists.addWidget(self.contents)
        self._lists.addWidget(self.hits)
        left, right = QWidget(), QWidget()
        left.setLayout(vbox(self.search_box, self.found, self._lists))
        left.setMinimumWidth(13 * theme.em())
        self.back_button = button("Zurück", name="help.back")
        self.forward_button = button("Vor", name="help.forward")
        self.print_button = button("Drucken …", name="help.print", icon="print")
        self.back_button.setToolTip("Zurück (Alt+Links)")
        self.forward_button.setToolTip("Vor (Alt+Rechts)")
        self.print_button.setToolTip("Diese Seite drucken (Strg+P)")
        self.page = PageView(self._book.folder)
        self.page.setMinimumSize(16 * theme.em(), 10 * theme.em())
        row = hbox(self.back_button, self.forward_button, 1, self.print_button)
        right.setLayout(vbox(row, self.page))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(2 * theme.GRID,) * 4)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(2 * theme.GRID)
        for part, share in zip((left, right), SHARES, strict=True):
            beside.addWidget(part)
            beside.setStretchFactor(beside.count() - 1, share)
        beside.setSizes([share * theme.em() for share in SHARES])
        outer.addWidget(beside)

    def _connect(self) -> None:
        self.search_box.searched.connect(self.search)
        self.search_box.going_down.connect(self._go_down)
        self.contents.itemClicked.connect(self._open_heading)
        self.contents.itemActivated.connect(self._open_heading)
        self.hits.itemClicked.connect(self._open_hit)
        self.hits.itemActivated.connect(self._open_hit)
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)
        self.print_button.clicked.connect(self.print_page)
        self.page.followed.connect(self.follow)
        self._redress.timeout.connect(self._dress_anew)
        for keys, deed in self._keys():
            QShortcut(QKeySequence(keys), self).activated.connect(deed)

    def _keys(self) -> tuple[tuple[str, Callable[[], Any]], ...]:
        return (
            ("Alt+Left", self.back), ("Alt+Right", self.forward), ("Ctrl+P", self.print_page),
            ("Ctrl+F", self._search_anew), ("F1", lambda: self.go((CONTENTS, ""))),
        )  # fmt: skip

    def _size(self) -> None:
        room = self.screen().availableSize()
        wide, high = (one * theme.em() for one in SIZE_EM)
        self.resize(min(wide, room.width() - 40), min(high, room.height() - 60))
        kept = kept_layouts.kept_text(KEPT)
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))

    def _show(self, place: Place) -> None:
        name, anchor = place
        page = self._book.page(name)
        if page is None:
            return
        if self._shown[0] != name or not self.page.toPlainText():
            self.page.show_page(page)
        self._shown = place
        self.page.go_to(anchor)
        self.contents.show_place(name, anchor)
        self.setWindowTitle(f"{page.title} – Handbuch")
        self.back_button.setEnabled(self._trail.can_go(-1))
        self.forward_button.setEnabled(self._trail.can_go(1))

    def _step(self, place: Place | None) -> None:
        if place is not None:
            self._show(place)

    def _open_heading(self, item: QListWidgetItem) -> None:
        self.go(item.data(PLACE))

    def _open_hit(self, item: QListWidgetItem) -> None:
        hit = item.data(HIT)
        self.go((hit.page, hit.anchor))

    def _go_down(self) -> None:
        shown = self._lists.currentWidget()
        if isinstance(shown, QListWidget) and shown.count():
            shown.setFocus()

    def _search_anew(self) -> None:
        self.search_box.setFocus()
        self.search_box.selectAll()

    def _dress_anew(self) -> None:
        self.page.dress_anew()
        self.hits.doItemsLayout()


def _found(text: str, amount: int) -> str:
    if not text.strip():
        return ""
    if not amount:
        return "Nichts gefunden. Versuchen Sie ein anderes Wort oder nur seinen Anfang."
    return "1 Stelle" if amount == 1 else f"{amount} Stellen"
