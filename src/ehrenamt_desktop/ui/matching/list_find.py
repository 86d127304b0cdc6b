"""Search inside the ranked list (Strg+F): a line, and a chip that says how many are left."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ehrenamt_desktop.model.matches import MatchList
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.panels import hbox
from ehrenamt_desktop.ui.kit.search_box import SearchBox


class ListFind(QWidget):
    """Out of sight until it is wanted; Esc takes the words away, a second one the line."""

    searched = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = SearchBox("In der Liste suchen: „mit Kindern arbeiten“", f"{name}.find")
        self.chip = QPushButton()
        self.chip.setObjectName(f"{name}.find.chip")
        self.chip.setProperty("chip", "true")
        self.chip.setAutoDefault(False)
        self.chip.setIcon(icons.icon("close", "green"))
        self.chip.setIconSize(QSize(theme.em(), theme.em()))
        self.chip.setAccessibleName("Suche aufheben")
        self.chip.setToolTip("Suche aufheben (Esc)")
        self.chip.hide()
        row = hbox(self.box, self.chip)
        row.setStretch(0, 1)
        self.setLayout(row)
        self.hide()
        self.box.searched.connect(self.searched)
        self.box.going_down.connect(self.left)
        self.chip.clicked.connect(self.leave)

    def enter(self) -> None:
        """Show the line and go to it."""
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def leave(self) -> None:
        """Take words and line away and go back to the list."""
        self.clear()
        self.left.emit()

    def clear(self) -> None:
        """Take words and line away."""
        self.box.set_text("")
        self.hide()

    def show_found(self, found: MatchList) -> None:
        """Say how many of all answer."""
        self.chip.setVisible(bool(found.searched))
        hits = found.total + found.near_total + found.blocked
        words = f"„{found.searched}“: {hits} von {found.whole}"
        self.chip.setText(words)
        self.chip.setAccessibleName(f"Suche aufheben: {words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the empty line leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
