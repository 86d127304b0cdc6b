"""The submenu Datenschutz: what the law asks of the office."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ehrenamt_desktop.model.enums import PrivacyPaperKind
from ehrenamt_desktop.ui.kit.commands import Command

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.main_window import MainWindow

SOUGHT = {
    PrivacyPaperKind.NOTICE: "Art. 13 DSGVO Merkblatt Information Freiwillige",
    PrivacyPaperKind.CONTACTS: "Art. 14 DSGVO Merkblatt Information Initiative",
    PrivacyPaperKind.REGISTER: "Art. 30 DSGVO Verarbeitungsverzeichnis VVT",
    PrivacyPaperKind.MEASURES: "Art. 32 DSGVO TOM Sicherheit",
    PrivacyPaperKind.THRESHOLD: "Art. 35 DSGVO Folgenabschätzung DSFA",
    PrivacyPaperKind.BREACH: "Art. 33 DSGVO Panne Diebstahl verloren 72 Stunden melden",
}
"""By which words each paper is found."""


def protection_commands(window: MainWindow) -> list[Command]:
    """Its entries in their order; dialogs are imported when they are wanted."""
    desk = window.desk

    def details() -> None:
        from ehrenamt_desktop.ui.protection.privacy_details import open_privacy

        open_privacy(desk, window)

    def paper(kind: PrivacyPaperKind) -> None:
        from ehrenamt_desktop.ui.protection.privacy_printing import print_privacy

        print_privacy(desk, kind)

    def erasures() -> None:
        from ehrenamt_desktop.ui.protection.erasure_dialog import ErasureDialog

        ErasureDialog(desk, window).open()

    return [
        Command("Angaben zum Datenschutz …", (), details, "main.privacy",
                "Verantwortlich Datenschutzbeauftragte Rechtsgrundlage Aufsicht Auftrag"),
        Command("Aufbewahrung und Löschung …", (), erasures, "main.erasures",
                "Art. 17 DSGVO Fristen Archiv löschen vergessen werden"),
        *(Command(f"{one.label} …", (), partial(paper, one), f"main.privacy.{one.value}",
                  SOUGHT[one]) for one in PrivacyPaperKind),
    ]  # fmt: skip
