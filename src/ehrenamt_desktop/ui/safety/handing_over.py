"""Arbeitsplatz übergeben: a sealed copy for another desk; here it is reading from then on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.panels import label, label_of
from ehrenamt_desktop.ui.kit.text_inputs import LineInput

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.main_window import MainWindow

NAME = "hand_over"
ABOUT = (
    "Der Bestand kommt als verschlüsselte, geprüfte Kopie in einen Ordner Ihrer Wahl, zum Beispiel "
    "auf einen Stift. Hier können Sie danach nur noch lesen, bis er zurückkommt: So schreibt immer "
    "nur eine Seite, und nichts geht verloren."
)
THERE = (
    "Dort: beim ersten Start „Sicherung wiederherstellen …“, sonst „Arbeitsplatz zurücknehmen …“. "
    "Es gelten dieselben Kennwörter."
)
WHO = "Bitte tragen Sie ein, wer den Arbeitsplatz bekommt, zum Beispiel „Laptop“."
UNSAVED = "Bitte speichern oder verwerfen Sie zuerst, was Sie gerade eingeben."
DONE = "Der Arbeitsplatz ist übergeben. Hier können Sie jetzt nur noch lesen."


class HandOverDialog(Dialog):
    """Asks to whom; the folder is chosen when it is confirmed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(
            "Arbeitsplatz übergeben", window, name=NAME, accept="Ordner wählen …", width_em=40
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self.whom = LineInput()
        self.whom.setObjectName(f"{NAME}.whom")
        self.problem = label("", "error", wrap=True, name=f"{NAME}.problem")
        self.problem.hide()
        for part in (
            label(ABOUT, wrap=True), label_of(self.whom, "An wen"), self.whom, self.problem,
            label(THERE, "soft", wrap=True),
        ):  # fmt: skip
            self.body.addWidget(part)
        self.body.addStretch(1)

    def confirm(self) -> None:
        """Ask for the folder and begin."""
        whom = self.whom.text().strip()
        if not whom:
            self.problem.setText(WHO)
            self.problem.show()
            self.whom.setAccessibleDescription(WHO)
            self.whom.setFocus()
            return
        folder = self._window.desk.files.folder("Ordner für die Übergabe wählen")
        if folder is not None:
            self.accept()
            _begin(self._window, folder, whom)


def hand_over(window: MainWindow) -> None:
    """Open the dialog, or say why not now."""
    desk = window.desk
    if desk.office.read_only:
        desk.notices.warning(desk.office.store.refused)
    elif window.is_dirty():
        desk.notices.warning(UNSAVED)
    else:
        HandOverDialog(window).open()


def _begin(window: MainWindow, folder: Path, whom: str) -> None:
    desk = window.desk

    def done(made: Path) -> None:
        window.refresh_facts()
        desk.notices.success(DONE, Action("Ordner", lambda: desk.files.reveal(made)))

    desk.tasks.run_long(
        "Arbeitsplatz wird übergeben …",
        lambda progress: desk.office.handing.hand_over(folder, whom, progress),
        done,
    )
