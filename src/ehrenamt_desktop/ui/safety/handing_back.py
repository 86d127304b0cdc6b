"""Arbeitsplatz zurücknehmen: what comes back is examined, then it takes the store's place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.columns.backups import COMPARED
from ehrenamt_desktop.model.handing import Comeback, Handed
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.panels import KeyValues, button, hbox, label
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.safety.backup_words import moment

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.main_window import MainWindow

NAME = "take_back"
ABOUT = (
    "Wählen Sie den Ordner, den die andere Seite beim Zurückgeben gemacht hat; sein Name beginnt "
    "mit „uebergabe-“. Das Programm prüft, ob noch alles da ist, was Sie übergeben haben, und "
    "öffnet sich neu. Der Bestand von jetzt bleibt daneben erhalten."
)
EXAMINING = "Die Rückgabe wird geprüft …"
HERE = "Dieser Arbeitsplatz ist nicht übergeben; es gibt nichts zurückzunehmen."
GIVE_UP = (
    "Was die andere Seite seit der Übergabe eingetragen hat, ist dann aufgegeben und lässt sich "
    "hier nicht mehr übernehmen. Tun Sie das nur, wenn sie verloren ist oder nichts geändert hat."
)
ON = "Hier kann wieder gearbeitet werden."


class TakeBackDialog(Dialog):
    """Facts of the hand-over, the chosen return, and what is in it."""

    def __init__(self, window: MainWindow, given: Handed) -> None:
        super().__init__(
            "Arbeitsplatz zurücknehmen", window, name=NAME, accept="Zurücknehmen", width_em=46
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._desk = window, window.desk
        self.folder: Path | None = None
        facts = KeyValues()
        facts.add("Übergeben an", given.whom)
        facts.add("Seit", moment(given.at))
        self.choose_button = button("Rückgabe wählen …", name=f"{NAME}.choose", icon="folder")
        self.alone_button = button(
            "Ohne Rückgabe weiterarbeiten …", name=f"{NAME}.alone", flat=True
        )
        self.words = label("", wrap=True, name=f"{NAME}.result")
        self.body.addWidget(facts)
        self.body.addWidget(label(ABOUT, "soft", wrap=True))
        self.body.addLayout(hbox(self.choose_button, 1))
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.buttons.insertWidget(0, self.alone_button)
        self.accept_button.setEnabled(False)
        self.choose_button.clicked.connect(self._choose)
        self.alone_button.clicked.connect(self._go_on)

    def confirm(self) -> None:
        """Close the window and open what came back."""
        if self.folder is not None:
            self.accept()
            self._window.restore(self.folder)

    def tell(self, found: Comeback) -> None:
        """Say what came back; now it can be taken."""
        self.words.setText(comeback_words(found))
        self.accept_button.setEnabled(True)
        self.accept_button.setFocus()

    def _choose(self) -> None:
        folder = self._desk.files.folder("Ordner der Rückgabe wählen")
        if folder is None:
            return
        self.folder = folder
        self.accept_button.setEnabled(False)
        self.words.setText(EXAMINING)
        office = self._desk.office
        self._desk.tasks.run(
            Lane.CARE, lambda: office.handing.examine(folder), self.tell, self._refuse, key=NAME
        )

    def _refuse(self, error: Exception) -> None:
        self.words.setText("")
        if isinstance(error, EhrenamtError):
            self.words.setText(error.sentence)
        else:
            self._desk.notices.error(error)

    def _go_on(self) -> None:
        if self._desk.notices.ask(GIVE_UP, "Weiterarbeiten", "Zurück"):
            self.accept()
            go_on_here(self._window)


def comeback_words(found: Comeback) -> str:
    """What came back, in sentences."""
    done = {0: "wurde nichts geändert", 1: "wurde ein Schritt gemacht"}
    words = done.get(found.steps, f"wurden {found.steps} Schritte gemacht")
    parts = " · ".join(
        f"{name} {found.now[kind.value]} (hier {found.then[kind.value]})" for kind, name in COMPARED
    )
    return (
        "Die Rückgabe ist vollständig: Alles, was Sie übergeben haben, ist noch da. "
        f"Dort {words}. {parts}"
    )


def go_on_here(window: MainWindow) -> None:
    """Write here again, and look after the store again."""

    def went_on(_: None) -> None:
        window.refresh_facts()
        window.equipment.keeper.begin()
        window.desk.notices.success(ON)

    window.desk.tasks.run(Lane.WRITE, window.desk.office.handing.go_on_here, went_on)


def take_back(window: MainWindow) -> None:
    """Open the dialog, or say that nothing was handed over."""
    given = window.desk.office.handing.state()
    if given is None:
        window.desk.notices.info(HERE)
    else:
        TakeBackDialog(window, given).open()


def remind_of_handing(window: MainWindow) -> None:
    """Say at the start that this desk is handed over, and the way back."""
    office = window.desk.office
    if office.read_only:
        given = office.handing.state()
        if given is not None:
            window.desk.notices.info(
                given.sentence, Action("Zurücknehmen …", lambda: take_back(window))
            )
