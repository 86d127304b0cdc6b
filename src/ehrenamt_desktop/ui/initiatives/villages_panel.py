"""The panel that offers the same in other villages."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import Card, button, clear_layout, label
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput

TEXT = (
    "Jeder Ortsteil bekommt sein eigenes Angebot mit denselben Angaben, ohne Treffpunkt. "
    "Alle verweisen aufeinander."
)


class VillagesPanel(Card):
    """Ticks by municipality; tells `chosen` with the numbers of the places."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("In weiteren Ortsteilen anbieten")
        self.setObjectName("offer.villages")
        self._ticks: dict[int, CheckInput] = {}
        self._places = QVBoxLayout()
        self._places.setSpacing(theme.GRID // 2)
        self.problem = label("", "error", wrap=True, name="offer.villages.problem")
        self.save_button = button("Angebote anlegen", name="offer.villages.save", primary=True)
        back = button("Abbrechen", name="offer.villages.cancel", flat=True)
        self.save_button.clicked.connect(self.confirm)
        back.clicked.connect(self.closed)
        row = FlowLayout()
        row.addWidget(self.save_button)
        row.addWidget(back)
        self.body.addWidget(label(TEXT, "soft", wrap=True))
        self.body.addLayout(self._places)
        self.body.addWidget(self.problem)
        self.body.addLayout(row)
        self.hide()

    def begin(self, places: Iterable[PlaceRow], taken: Collection[str]) -> None:
        """Show the villages of the association; those that have the offer cannot be ticked.

        Args:
            places: all places.
            taken: labels of the places that have the offer.
        """
        clear_layout(self._places)
        self._ticks = {}
        members = sorted((one for one in places if one.member), key=lambda one: one.municipality)
        for municipality, villages in groupby(members, key=lambda one: one.municipality):
            self._places.addWidget(label(f"Gemeinde {municipality}", "small"))
            flow = FlowLayout()
            for place in villages:
                tick = CheckInput(place.name)
                tick.setObjectName(f"offer.villages.{place.id}")
                tick.setAccessibleName(place.label)
                tick.setEnabled(place.label not in taken)
                self._ticks[place.id] = tick
                flow.addWidget(tick)
            self._places.addLayout(flow)
        self.problem.hide()
        self.show()
        first = next((one for one in self._ticks.values() if one.isEnabled()), None)
        if first is not None:
            first.setFocus()

    def confirm(self) -> None:
        """Give the ticked places away; without any say what is missing."""
        chosen = [number for number, tick in self._ticks.items() if tick.isChecked()]
        if chosen:
            self.chosen.emit(chosen)
            return
        self.problem.setText("Bitte wählen Sie mindestens einen weiteren Ortsteil.")
        self.problem.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is ticked, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
        else:
            super().keyPressEvent(event)
