"""The place of one tab in the window, empty until the tab is first shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.ui.kit.panels import clear_layout, vbox


class TabPage(QWidget):
    """The place of one tab."""

    def __init__(self) -> None:
        super().__init__()
        self._column = vbox(gap=0)
        self.setLayout(self._column)

    def hold(self, widget: QWidget) -> None:
        """Show a widget."""
        self._column.addWidget(widget)

    def clear(self) -> None:
        """Let it go."""
        clear_layout(self._column)
