"""What matters to each side: word, sentence and bar per criterion; and what must be fulfilled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.matches import (
    HINDERS_UP_TO,
    Answer,
    CriterionValue,
    GateAnswer,
    ReasonKind,
    Side,
)
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.panels import MeterBar, button, clear_layout, hbox, label

_TOP = Qt.AlignmentFlag.AlignTop
_SIGNS = {
    Answer.OK: ("check", "green"),
    Answer.UNKNOWN: ("question", "amber"),
    Answer.BLOCK: ("close", "red"),
}


class CriteriaView(QWidget):
    """Both sides with their criteria; what is unknown is hatched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GRID + 4)
        self._grid.setVerticalSpacing(theme.GRID - 2)
        self._grid.setColumnStretch(1, 5)
        self._grid.setColumnStretch(2, 2)

    def show_values(self, criteria: Sequence[CriterionValue], headings: Mapping[Side, str]) -> None:
        """Show the criteria of a pair; the person's heading is private."""
        clear_layout(self._grid)
        row = 0
        for side, heading in headings.items():
            words = label(heading, "heading", wrap=True, private=side is Side.PERSON)
            self._grid.addWidget(words, row, 0, 1, 3)
            for one in (value for value in criteria if value.side is side):
                row += 1
                self._row(row, one)
            row += 1

    def _row(self, row: int, one: CriterionValue) -> None:
        known = one.value is not None
        words = label(one.sentence, "body" if known else "soft", wrap=True)
        words.setAccessibleName(f"{one.name.label}: {one.sentence}")
        value = one.value if one.value is not None else 0.0
        meter = MeterBar(value, value if known else 1.0, Tone.GOOD, one.sentence)
        self._grid.addWidget(label(one.name.label, "soft"), row, 0, _TOP)
        if known and value <= HINDERS_UP_TO:
            words.setAccessibleName(f"{one.name.label}: {one.sentence}, {ReasonKind.HINDERS.label}")
            self._grid.addLayout(_signed("hinder", "red", words), row, 1, _TOP)
        else:
            self._grid.addWidget(words, row, 1, _TOP)
        self._grid.addWidget(meter, row, 2, Qt.AlignmentFlag.AlignVCenter)


class GatesView(QWidget):
    """The conditions: open questions first, what is fulfilled behind one line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID - 2)

    def show_gates(self, gates: Sequence[GateAnswer]) -> None:
        """Show the answers of a pair."""
        clear_layout(self._column)
        open_ones = [one for one in gates if one.answer is not Answer.OK]
        fulfilled = [one for one in gates if one.answer is Answer.OK]
        self._column.addWidget(label("Bedingungen", "heading"))
        for one in open_ones:
            self._column.addWidget(_line(one))
        rest = QWidget()
        inside = QVBoxLayout(rest)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.GRID - 2)
        for one in fulfilled:
            inside.addWidget(_line(one))
        rest.hide()
        fold = self._fold(rest, len(fulfilled), len(gates))
        self._column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(rest)

    def _fold(self, rest: QWidget, fulfilled: int, all_of_them: int) -> QPushButton:
        words = f"{fulfilled} von {all_of_them} erfüllt"
        if fulfilled == all_of_them:
            words = f"Alle {all_of_them} erfüllt"
        made = button(words, name=f"{self._name}.gates", icon="chevron", flat=True)
        made.setCheckable(True)
        made.setAccessibleDescription("Zeigt die erfüllten Bedingungen.")
        made.toggled.connect(rest.setVisible)
        return made


def _line(one: GateAnswer) -> QWidget:
    words = label(one.sentence, wrap=True)
    words.setAccessibleName(f"{one.name.label}, {one.answer.label}: {one.sentence}")
    made = QWidget()
    made.setLayout(_signed(*_SIGNS[one.answer], words))
    return made


def _signed(icon: str, colour: str, words: QWidget) -> QHBoxLayout:
    """Words with a sign before their first line."""
    sign = QLabel()
    sign.setPixmap(icons.pixmap(icon, colour, theme.em()))
    sign.setContentsMargins(0, 2, 0, 0)
    row = hbox(sign, words, gap=theme.GRID // 2)
    row.setAlignment(sign, _TOP)
    row.setStretch(1, 1)
    return row
