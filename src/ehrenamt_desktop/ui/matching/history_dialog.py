"""What was changed on a placement."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.matching.placement_specs import DETAILS
from ehrenamt_desktop.ui.record.history_view import HistoryView, labels_of


class HistoryDialog(Dialog):
    """Shows the changes; one field can be put back."""

    def __init__(self, desk: Desk, placement: int, parent: QWidget) -> None:
        super().__init__(
            "Änderungen", parent, name="placement.history", accept="Schließen", width_em=60
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cancel_button.hide()
        self.history = HistoryView(desk, Kind.PLACEMENT, labels_of(DETAILS))
        self.body.addWidget(self.history)
        self.history.show_record(placement)
