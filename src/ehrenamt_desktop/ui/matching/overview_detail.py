"""The chosen pair of the overview with its whole reason."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.assignment import PairRow
from ehrenamt_desktop.ui.kit.panels import label, vbox

NAME = "matching.overview.chosen"


class ChosenPair(QWidget):
    """Person, offer and why, each fragment on a line of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.person = label("", "heading", wrap=True, private=True, name=f"{NAME}.person")
        self.offer = label("", "strong", wrap=True, name=f"{NAME}.offer")
        self.where = label("", "soft", wrap=True, name=f"{NAME}.where")
        self.reason = label("", wrap=True, name=f"{NAME}.reason")
        column = vbox(self.person, self.offer, self.where, self.reason)
        column.addStretch(1)
        self.setLayout(column)

    def show_row(self, row: PairRow | None) -> None:
        """Show this pair."""
        if row is None:
            return
        self.person.setText(f"{row.person} · {row.place}" if row.place else row.person)
        self.offer.setText(row.offer)
        held = ["von Ihnen festgehalten"] if row.fixed else []
        own = [f"Rang {row.rank} in der eigenen Liste"] if row.rank else []
        self.where.setText(" · ".join([row.initiative, *own, *held]))
        self.reason.setText(row.reason.replace(" · ", "\n"))
