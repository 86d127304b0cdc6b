"""Papers to tick: each with the reason it is suggested for, or why it cannot be given today."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.hand_out import Suggestion
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import clear_layout, label, vbox
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput

NAME = "hand_out.papers"


class SuggestionList(QWidget):
    """The suggested papers in their order, then those chosen besides."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        self._column = vbox(gap=theme.GRID)
        self.setLayout(self._column)
        self.boxes: dict[int, CheckInput] = {}

    def put(self, papers: Sequence[Suggestion]) -> None:
        """Show papers anew."""
        clear_layout(self._column)
        self.boxes = {}
        for one in papers:
            self._add(one, on=one.ticked)
        self.changed.emit()

    def add(self, paper: Suggestion) -> None:
        """Show a further paper, ticked; one that is there already gets its tick."""
        known = self.boxes.get(paper.document_id)
        if known is None:
            self._add(paper, on=not paper.missing)
            self.changed.emit()
        elif known.isEnabled():
            known.setChecked(True)

    def chosen(self) -> tuple[int, ...]:
        """Numbers of the ticked papers, in their order."""
        return tuple(number for number, box in self.boxes.items() if box.isChecked())

    def _add(self, one: Suggestion, *, on: bool) -> None:
        box = CheckInput(f"{one.title} ({one.edition})" if one.edition else one.title)
        box.setObjectName(f"{NAME}.{one.document_id}")
        box.setChecked(on)
        box.setEnabled(not one.missing)
        lines = [*one.reasons]
        if one.missing:
            lines.append(f"Nicht heute: {one.missing}.")
        elif one.given_on is not None:
            lines.append(f"Diese Ausgabe wurde am {day(one.given_on)} schon ausgehändigt.")
        box.setAccessibleDescription(" ".join(lines))
        box.toggled.connect(lambda _: self.changed.emit())
        self.boxes[one.document_id] = box
        about = QWidget()
        inner = vbox(*(label(line, "soft", wrap=True) for line in lines), gap=2)
        inner.setContentsMargins(theme.em() + theme.GRID + 4, 0, 0, 0)
        about.setLayout(inner)
        part = QWidget()
        part.setLayout(vbox(box, about, gap=2))
        self._column.addWidget(part)
