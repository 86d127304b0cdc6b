"""Pairs of people who must not be together; kept nowhere, they end with the dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, clear_layout, hbox, label, label_of, vbox
from ehrenamt_desktop.ui.kit.pick_field import PickInput

NAME = "overview.group.apart"
OFFERED = 12
"""Names offered at once."""
HINT = (
    "Wer nicht zum selben Angebot soll. Das Programm merkt sich diese Paare nur, solange dieses "
    "Fenster offen ist; gespeichert wird davon nichts."
)


class ApartPairs(QWidget):
    """Two names and a button; below them the pairs, each with a way to take it out."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[int, str] = {}
        self._pairs: list[tuple[int, int]] = []
        self._picked: list[int | None] = [None, None]
        self.inputs = (self._input(0, "Person"), self._input(1, "nicht zusammen mit"))
        self.add = button("Merken", name=f"{NAME}.add", icon="plus")
        self.add.clicked.connect(self._add)
        self._list = QWidget()
        self._lines = vbox()
        self._list.setLayout(self._lines)
        fields = QWidget()
        flow = FlowLayout(fields)
        for one, words in zip(self.inputs, ("Person", "nicht zusammen mit"), strict=True):
            box = QWidget()
            box.setLayout(vbox(label_of(one, words), one, gap=2))
            flow.addWidget(box)
        column = vbox(label(HINT, "soft", wrap=True), fields, hbox(self.add, 1), self._list)
        column.addStretch(1)
        self.setLayout(column)
        self._settle()

    def pairs(self) -> tuple[tuple[int, int], ...]:
        """The numbers of the people of each pair."""
        return tuple(self._pairs)

    def set_people(self, names: dict[int, str]) -> None:
        """Let these people be named; pairs with others are let go."""
        self._names = names
        kept = [one for one in self._pairs if one[0] in names and one[1] in names]
        if kept != self._pairs:
            self._pairs = kept
            self._show()

    def _input(self, place: int, spoken: str) -> PickInput:
        made = PickInput(self._search)
        made.setObjectName(f"{NAME}.{place}")
        made.setAccessibleName(spoken)
        made.setMinimumWidth(theme.em() * 16)
        made.picked.connect(lambda number, _words: self._pick(place, number))
        made.textEdited.connect(lambda _text: self._pick(place, None))
        return made

    def _search(self, text: str) -> list[tuple[int, str]]:
        words = fold(text).split()
        found = [
            (number, name)
            for number, name in self._names.items()
            if all(word in fold(name) for word in words)
        ]
        return found[:OFFERED]

    def _pick(self, place: int, number: int | None) -> None:
        self._picked[place] = number
        self._settle()

    def _settle(self) -> None:
        one, other = self._picked
        self.add.setEnabled(one is not None and other is not None and one != other)

    def _add(self) -> None:
        one, other = self._picked
        if one is None or other is None or one == other:
            return
        pair = (min(one, other), max(one, other))
        if pair not in self._pairs:
            self._pairs.append(pair)
        for field in self.inputs:
            field.clear()
        self._picked = [None, None]
        self._settle()
        self._show()
        self.inputs[0].setFocus()

    def _remove(self, pair: tuple[int, int]) -> None:
        self._pairs.remove(pair)
        self._show()

    def _show(self) -> None:
        clear_layout(self._lines)
        for pair in self._pairs:
            names = " – ".join(self._names[one] for one in pair)
            out = button("Entfernen", name=f"{NAME}.remove.{pair[0]}.{pair[1]}", flat=True)
            out.setAccessibleName(f"Entfernen: {names}")
            out.clicked.connect(lambda _=False, one=pair: self._remove(one))
            row = QWidget()
            row.setLayout(hbox(label(names, private=True), out, 1))
            self._lines.addWidget(row)
        self.changed.emit()


def names_of(rows: Sequence[object]) -> dict[int, str]:
    """The names of rows of people by their number."""
    return {row.id: f"{row.last_name}, {row.first_name}".strip(", ") for row in rows}  # type: ignore[attr-defined]
