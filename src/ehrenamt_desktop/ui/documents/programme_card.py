"""One grant programme: what it gives, to whom, until when, and what is doubtful about it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.columns.grants import WINDOW_TONES
from ehrenamt_desktop.model.grants import ProgrammeRow
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import Badge, Card, KeyValues, button, clear_layout, label

WHOM = {
    "for_nonprofits": "Vereine, Verbände, Stiftungen",
    "for_groups": "Gruppen ohne Rechtsform",
    "for_public": "Kommunen, Zweckverbände, Landkreise",
    "for_agencies": "Freiwilligenagenturen",
}


class ProgrammeCard(Card):
    """Tells what is wanted with the shown programme."""

    change_wanted = Signal()
    checked_wanted = Signal()
    portal_wanted = Signal(str)
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("grants.programme")

    def show_programme(self, row: ProgrammeRow, values: dict[str, Any]) -> None:
        """Show a programme."""
        clear_layout(self.body)
        self.body.addWidget(label(row.name, "title", wrap=True))
        badges = FlowLayout()
        badges.addWidget(Badge(row.window.label, WINDOW_TONES[row.window]))
        if row.doubt:
            badges.addWidget(Badge(f"zu prüfen: {row.doubt}", Tone.SOON, "warning"))
        self.body.addLayout(badges)
        facts = KeyValues()
        facts.add("Förderer", row.funder)
        facts.add("Wofür", values["purpose"])
        facts.add("Für wen", ", ".join(words for key, words in WHOM.items() if values[key]))
        facts.add("Ausnahmen", values["limits"])
        facts.add("Betrag", row.sums)
        facts.add("Frist", _window(values))
        facts.add("Nachweis", values["evidence"])
        facts.add("Internetseite", values["portal"])
        facts.add("Geprüft am", day(row.checked_on))
        facts.add("Notiz", values["note"])
        self.body.addWidget(facts)
        self.body.addLayout(self._buttons(values["portal"]))
        self.body.addStretch(1)

    def _buttons(self, portal: str) -> FlowLayout:
        flow = FlowLayout()
        deeds = (
            ("Ändern …", "change", self.change_wanted),
            ("Heute geprüft", "checked", self.checked_wanted),
            ("Entfernen", "remove", self.remove_wanted),
        )
        for words, name, signal in deeds:
            made = button(words, name=f"grants.{name}")
            made.clicked.connect(signal)
            flow.addWidget(made)
        if portal:
            page = button("Seite öffnen", name="grants.portal", icon="open")
            page.clicked.connect(lambda: self.portal_wanted.emit(portal))
            flow.addWidget(page)
        return flow


def _window(values: dict[str, Any]) -> str:
    opens, closes = day(values["opens_on"]), day(values["closes_on"])
    parts = (
        "jederzeit" if values["rolling"] else "",
        f"ab {opens}" if opens else "",
        f"bis {closes}" if closes else "",
    )
    return " ".join(part for part in parts if part)
