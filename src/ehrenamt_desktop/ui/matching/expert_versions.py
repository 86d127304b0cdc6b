"""The kept versions of what is important, each with its day; an older one can come back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ehrenamt_desktop.model.text import count, day
from ehrenamt_desktop.model.weighing import WeightVersion
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import button, label, vbox

NUMBER = Qt.ItemDataRole.UserRole
_MOST = 5
"""Rows shown without scrolling."""


class VersionList(QWidget):
    """Newest first; the first one counts."""

    restore_wanted = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = _Rows()
        self.rows.setObjectName(f"{name}.versions")
        self.rows.setAccessibleName("Fassungen, die neueste zuerst")
        self.rows.setWordWrap(True)
        self.rows.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back = button("Diese Fassung wieder nehmen", name=f"{name}.restore", icon="undo")
        self.setLayout(vbox(label("Fassungen", "heading"), self.rows, self.back))
        self.rows.currentRowChanged.connect(lambda row: self.back.setEnabled(row > 0))
        self.rows.entered_row.connect(self._restore)
        self.back.clicked.connect(self._restore)

    def show_versions(self, versions: Sequence[WeightVersion]) -> None:
        """Show all versions; the first counts now."""
        self.rows.clear()
        for place, one in enumerate(versions):
            item = QListWidgetItem(words_of(one, counts=place == 0))
            item.setData(NUMBER, one.number)
            self.rows.addItem(item)
        self.rows.setCurrentRow(0)
        self.rows.fit()

    def _restore(self) -> None:
        if self.rows.currentRow() > 0:
            self.restore_wanted.emit(self.rows.currentItem().data(NUMBER))


def words_of(version: WeightVersion, *, counts: bool) -> str:
    """`23.11.2026 · Zeit zuerst · Abzug schwach (0,05) · 4 Vorschläge · gilt jetzt`."""
    parts = [
        day(version.on) if version.on else "zu Beginn",
        version.name,
        f"Abzug {version.weighing.balance_words}",
        count(version.proposals, "Vorschlag", "Vorschläge") if version.proposals else "",
        "gilt jetzt" if counts else "",
    ]
    return " · ".join(part for part in parts if part)


class _Rows(QListWidget):
    """Rows that wrap; Enter takes the chosen one."""

    entered_row = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the chosen version."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """As high as its rows, up to a few."""
        shown = range(min(self.count(), _MOST))
        high = sum(self.sizeHintForRow(row) for row in shown)
        self.setFixedHeight(high + 2 * self.frameWidth() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap to the new width."""
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """Narrow is enough, words wrap."""
        return QSize(theme.em() * 12, theme.line_height() * 3)
