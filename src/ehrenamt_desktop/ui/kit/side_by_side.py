"""List and detail side by side; with large text the detail goes below the list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ehrenamt_desktop.ui.kit import theme

LEAST_EM = 62
"""Below this width there is no room for two columns."""


class SideBySide(QSplitter):
    """Two panes that share the room by `shares`."""

    def __init__(self, first: QWidget, second: QWidget, shares: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._panes = (first, second)
        self._shares = shares
        self._shared = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(2 * theme.GRID)
        for place, (pane, share) in enumerate(zip((first, second), shares, strict=True)):
            self.addWidget(pane)
            self.setStretchFactor(place, share)
        self.share()

    def share(self) -> None:
        """Give both panes their share of the room."""
        room = self.width() if self.orientation() is Qt.Orientation.Horizontal else self.height()
        whole = sum(self._shares)
        self.setSizes([max(room, whole) * one // whole for one in self._shares])

    def minimumSizeHint(self) -> QSize:
        """One pane wide is enough; two stand below each other then."""
        panes = [pane.minimumSizeHint().expandedTo(pane.minimumSize()) for pane in self._panes]
        if self.orientation() is Qt.Orientation.Vertical:
            high = sum(size.height() for size in panes) + self.handleWidth()
        else:
            high = max(size.height() for size in panes)
        return QSize(max(size.width() for size in panes), high)

    def showEvent(self, event: QShowEvent) -> None:
        """Turn to what the window allows."""
        self._turn()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn to what the window allows; the first time share the room."""
        self._turn()
        super().resizeEvent(event)
        if self.isVisible() and not self._shared:
            self._shared = True
            self.share()

    def _turn(self) -> None:
        """Follow the window's width: a page that is not shown yet has none of its own."""
        if not self.isVisible():
            return
        narrow = self.window().width() < LEAST_EM * theme.em()
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            self.share()
            self.updateGeometry()
