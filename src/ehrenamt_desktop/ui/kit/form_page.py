"""How the fields of a form stand on the page: groups with headings, one or two columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.field_box import FieldBox
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup
from ehrenamt_desktop.ui.kit.panels import button, label

TWO_COLUMNS = 32
"""Width, in heights of the base text, from which two fields stand side by side."""

MORE = "Weitere Angaben"


class FormPage(QWidget):
    """Lays boxes out; groups marked `more` lie folded under one button."""

    def __init__(self, boxes: Sequence[FieldBox], groups: Sequence[FieldGroup], name: str) -> None:
        super().__init__()
        self._sections: list[_Section] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID)
        known = {group.title: group for group in groups}
        titles = dict.fromkeys(["", *known, *(box.spec.group for box in boxes)])
        folded: list[_Section] = []
        for title in titles:
            inside = [box for box in boxes if box.spec.group == title]
            if not inside:
                continue
            section = _Section(title, inside)
            self._sections.append(section)
            if title in known and known[title].more:
                folded.append(section)
            else:
                column.addWidget(section)
        self._fold = _Fold(folded, f"{name}.more")
        if folded:
            column.addWidget(self._fold)
        column.addStretch(1)

    def unfold(self, box: FieldBox) -> None:
        """Make sure that a box can be seen."""
        self._fold.reveal(box)

    def unfold_filled(self) -> None:
        """Unfold if something folded away holds a value, else fold."""
        self._fold.show_all(shown=self._fold.holds_values())

    def hide_empty(self) -> None:
        """No heading without a field, no button that unfolds nothing."""
        for section in self._sections:
            section.setVisible(section.has_fields())
        self._fold.hide_empty()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column when it gets narrow."""
        super().resizeEvent(event)
        wide = self.width() >= TWO_COLUMNS * theme.em()
        for section in self._sections:
            section.lay_out(2 if wide and self.width() >= section.width_of_two() else 1)


class _Section(QWidget):
    """A heading and its fields."""

    def __init__(self, title: str, boxes: Sequence[FieldBox]) -> None:
        super().__init__()
        self.boxes = tuple(boxes)
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        if title:
            column.addWidget(label(title, "heading"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * theme.GRID)
        self._grid.setVerticalSpacing(theme.GRID + 2)
        column.addLayout(self._grid)
        self.lay_out(2)

    def has_fields(self) -> bool:
        """Whether any of its fields applies."""
        return any(not box.isHidden() for box in self.boxes)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest field: the columns give way, not the window."""
        hint = super().minimumSizeHint()
        return QSize(max(box.minimumSizeHint().width() for box in self.boxes), hint.height())

    def width_of_two(self) -> int:
        """What two fields side by side need."""
        narrow = [box.minimumSizeHint().width() for box in self.boxes if not box.spec.wide]
        return 2 * max(narrow, default=0) + self._grid.horizontalSpacing()

    def lay_out(self, columns: int) -> None:
        """Put the boxes into one or two columns."""
        if columns == self._columns:
            return
        self._columns = columns
        row, place = 0, 0
        for box in self.boxes:
            self._grid.removeWidget(box)
            span = columns if box.spec.wide else 1
            if place + span > columns:
                row, place = row + 1, 0
            self._grid.addWidget(box, row, place, 1, span, Qt.AlignmentFlag.AlignTop)
            place += span
        for number in range(2):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)


class _Fold(QWidget):
    """The button `Weitere Angaben` and what it hides."""

    def __init__(self, sections: Sequence[_Section], name: str) -> None:
        super().__init__()
        self._boxes = [box for section in sections for box in section.boxes]
        self._button: QPushButton = button(MORE, name=name, flat=True)
        self._button.setCheckable(True)
        self._button.setIconSize(QSize(theme.em(), theme.em()))
        self._button.clicked.connect(lambda: self.show_all(shown=self._button.isChecked()))
        self._content = QWidget()
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2 * theme.GRID)
        for section in sections:
            inside.addWidget(section)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._content)
        self.show_all(shown=False)

    def show_all(self, *, shown: bool) -> None:
        """Fold or unfold."""
        self._content.setVisible(shown)
        self._button.setChecked(shown)
        self._button.setIcon(icons.icon("chevron" if shown else "forward", "ink"))
        self._button.setAccessibleDescription("ausgeklappt" if shown else "eingeklappt")

    def hide_empty(self) -> None:
        """Show the button only where it unfolds a field."""
        self._button.setVisible(any(not box.isHidden() for box in self._boxes))

    def reveal(self, box: FieldBox) -> None:
        """Unfold if the box lies here."""
        if box in self._boxes:
            self.show_all(shown=True)

    def holds_values(self) -> bool:
        """Whether a folded field holds something."""
        return any(_holds(box) for box in self._boxes)


def _holds(box: FieldBox) -> bool:
    try:
        return box.editor.value() not in (None, "", 0, False, [])
    except ValueError:
        return True
