"""Which sheet of a workbook is read in; hidden unless there is a choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.imports import Sheet
from ehrenamt_desktop.ui.kit.panels import hbox, label
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput


class SheetChoice(QWidget):
    """The sheets that hold data, hidden ones marked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: tuple[Sheet, ...] = ()
        self.box = ChoiceInput()
        self.box.setObjectName("import.sheet")
        self.box.setAccessibleName("Blatt der Tabelle")
        self.box.setMinimumContentsLength(12)
        self.box.activated.connect(lambda at: self.chosen.emit(self._sheets[at].name))
        text = label("Blatt", "soft")
        text.setBuddy(self.box)
        self.setLayout(hbox(text, self.box))
        self.hide()

    def offer(self, sheets: Sequence[Sheet], current: str) -> None:
        """Show the sheets of a file, the one that was read chosen; fewer than two hide this."""
        self._sheets = tuple(sheets)
        self.box.clear()
        for one in self._sheets:
            self.box.addItem(f"{one.name} (ausgeblendet)" if one.hidden else one.name)
        names = [one.name for one in self._sheets]
        self.box.setCurrentIndex(names.index(current) if current in names else -1)
        self.setVisible(len(names) > 1)
