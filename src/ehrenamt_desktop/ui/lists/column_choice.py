"""Which column fills which field: a box for each column, looked through by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ehrenamt_desktop.model.columns.fields import FIELDS
from ehrenamt_desktop.model.imports import Preview
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import button, clear_layout, hbox, label, scroll, vbox
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput, ChoiceInput

NOTHING = "nicht übernehmen"
HEADINGS = ("Spalte der Datei", "Inhalt", "Feld im Programm")


class ColumnChoice(QWidget):
    """Shows the columns of a file; what is changed counts once it is checked."""

    checked = Signal(tuple)
    forgotten = Signal()
    touched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._labels = QStringListModel(self)
        self.boxes: list[ChoiceInput] = []
        self._order: list[ChoiceInput] = []  # the last one was changed last
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * theme.GRID)
        self._grid.setVerticalSpacing(theme.GRID)
        self._grid.setColumnStretch(1, 1)
        content = QWidget()
        column = vbox(self._grid, gap=0, margin=theme.GRID)
        column.addStretch(1)
        content.setLayout(column)
        self.area = scroll(content, name="import.columns")
        self.area.setAccessibleName("Spalten der Datei und ihre Felder")
        self.check = button("Zuordnung prüfen", name="import.check")
        self.check.clicked.connect(lambda: self.checked.emit(self.chosen()))
        self.forget = button("Zuordnung vergessen", name="import.forget", flat=True)
        self.forget.clicked.connect(self.forgotten)
        self.keep = CheckInput("Für Listen mit diesen Spalten merken")
        self.keep.setObjectName("import.keep")
        self.keep.setChecked(True)
        for one in (self.check, self.forget):
            one.setAutoDefault(True)
        line = hbox(self.check, self.keep, self.forget, 1)
        column = vbox(self.area, line, gap=theme.GRID, margin=theme.GRID)
        column.setStretch(0, 1)
        self.setLayout(column)

    def offer(self, noun: str, preview: Preview) -> None:
        """Show the columns as they are mapped."""
        fields = FIELDS[noun]
        self._keys = ["", *(one.key for one in fields)]
        self._labels.setStringList([NOTHING, *(one.label for one in fields)])
        clear_layout(self._grid)
        self.boxes = []
        for at, words in enumerate(HEADINGS):
            self._grid.addWidget(label(words, "soft"), 0, at)
        for at, heading in enumerate(preview.headings):
            self._add(at, heading, preview.samples[at], preview.chosen[at])
        self._order = list(self.boxes)
        self.forget.setVisible(preview.form.kept)
        self.check.setEnabled(False)
        self.area.setVisible(bool(self.boxes))

    def chosen(self) -> tuple[str, ...]:
        """The field key of each column, "" for none; of two for one field the later choice.

        Settled only here: arrow keys walk through fields that are not meant.
        """
        taken: dict[str, ChoiceInput] = {}
        for box in sorted(self.boxes, key=self._order.index, reverse=True):
            taken.setdefault(self._keys[box.currentIndex()], box)
        keys = (self._keys[box.currentIndex()] for box in self.boxes)
        return tuple(
            key if taken[key] is box else "" for key, box in zip(keys, self.boxes, strict=True)
        )

    def _add(self, at: int, heading: str, sample: str, key: str) -> None:
        box = ChoiceInput()
        box.setModel(self._labels)
        box.setObjectName(f"import.column.{at}")
        box.setAccessibleName(f"Feld für „{heading}“")
        box.setAccessibleDescription(sample)
        box.setCurrentIndex(self._keys.index(key) if key in self._keys else 0)
        box.activated.connect(lambda _, mine=box: self._settle(mine))
        self.boxes.append(box)
        name = label(heading, wrap=True)
        name.setMaximumWidth(theme.em() * 14)
        name.setBuddy(box)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, at + 1, 0, top)
        self._grid.addWidget(label(sample, "soft", wrap=True, private=True), at + 1, 1, top)
        self._grid.addWidget(box, at + 1, 2, top)

    def _settle(self, mine: ChoiceInput) -> None:
        self._order.remove(mine)
        self._order.append(mine)
        self.check.setEnabled(True)
        self.touched.emit()
