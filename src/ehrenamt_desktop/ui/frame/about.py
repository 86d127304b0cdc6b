"""What this program is."""

from __future__ import annotations

from PySide6 import __version__ as qt_version
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import __version__
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import KeyValues, label


class AboutDialog(Dialog):
    """Name, version, licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Über Ehrenamt Desktop", parent, name="about", accept="Schließen")
        self.cancel_button.hide()
        self.body.addWidget(label("Ehrenamt Desktop", "title"))
        self.body.addWidget(
            label(
                "Programm für das Büro der Ehrenamtsagentur: finden, vermitteln, aushängen, "
                "auswerten. Alle Daten bleiben auf diesem Rechner.",
                wrap=True,
            )
        )
        facts = KeyValues()
        facts.add("Version", __version__)
        facts.add("Lizenz", "EUPL-1.2")
        facts.add("Oberfläche", f"Qt für Python {qt_version} (LGPL)")
        self.body.addWidget(facts)
