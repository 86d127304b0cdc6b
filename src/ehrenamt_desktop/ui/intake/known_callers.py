"""Who may be ringing: records found by the number or the name while somebody types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.findings import Hit
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, clear_layout, label

Target = tuple[Kind, int]


class KnownCallers(QWidget):
    """Offers each record to be opened, and to take the note."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.known")
        self._target: Target | None = None
        self._buttons: dict[Target, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID)

    def target(self) -> Target | None:
        """The record that takes the note."""
        return self._target

    def show_hits(self, hits: Sequence[Hit], target: Target | None) -> None:
        """Show records; `target` takes the note."""
        clear_layout(self._column)
        self._target = target
        self._buttons = {}
        if hits:
            self._column.addWidget(label("Schon bekannt", "heading"))
        for hit in hits:
            self._column.addWidget(self._row(hit))
        self.setVisible(bool(hits))

    def _row(self, hit: Hit) -> QWidget:
        number = f"{hit.target[0].value}.{hit.target[1]}"
        words = label(f"{hit.words} · {hit.kind.label} · {hit.more}", wrap=True,
                      private=hit.private)  # fmt: skip
        take = button("Gehört hierzu", name=f"call.take.{number}")
        take.setCheckable(True)
        take.setChecked(hit.target == self._target)
        take.setAccessibleName(f"Anruf gehört zu {hit.words}")
        take.clicked.connect(lambda on: self._choose(hit.target if on else None))
        show = button("Öffnen", name=f"call.open.{number}", icon="open", flat=True)
        show.setAccessibleName(f"{hit.words} öffnen")
        show.clicked.connect(lambda: self.opened.emit(hit.target))
        self._buttons[hit.target] = take
        flow = FlowLayout()
        flow.addWidget(take)
        flow.addWidget(show)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words)
        column.addLayout(flow)
        return made

    def _choose(self, target: Target | None) -> None:
        self._target = target
        for one, made in self._buttons.items():
            made.setChecked(one == target)
        self.chosen.emit(target)
