"""Before the window: choose or make a store, unlock it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import Files
from ehrenamt_desktop.ui.kit.panels import button, label, label_of
from ehrenamt_desktop.ui.kit.text_inputs import LineInput

LEAST = 10
"""Characters of a new passphrase: below that, trying all is a matter of days."""

SUFFIX = ".ehrenamt"


class UnlockDialog(Dialog):
    """Asks for the passphrase until `unlock` takes it; what it opened is in `opened`."""

    def __init__(
        self, path: Path, unlock: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__("Bestand öffnen", parent, name="unlock", accept="Öffnen", width_em=28)
        self._unlock = unlock
        self.opened: object | None = None
        self.body.addWidget(label(path.stem, "title"))
        self.passphrase = _secret("unlock.passphrase", "Kennwort")
        self.body.addWidget(label_of(self.passphrase, "Kennwort"))
        self.body.addWidget(self.passphrase)
        self.problem = label("", "error", wrap=True, name="unlock.problem")
        self.body.addWidget(self.problem)
        self.body.addStretch(1)
        self.passphrase.setFocus()

    def confirm(self) -> None:
        """Try the passphrase; a wrong one can be typed again."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.opened = self._unlock(self.passphrase.text())
        except EhrenamtError as error:
            self.problem.setText(error.sentence)
            self.passphrase.setAccessibleDescription(error.sentence)
            self.passphrase.selectAll()
            self.passphrase.setFocus()
        else:
            self.accept()
        finally:
            QApplication.restoreOverrideCursor()


class StartDialog(Dialog):
    """The first start: make a new store, or open one that is there. `path` holds the choice."""

    def __init__(
        self,
        files: Files,
        make: Callable[[Path, str], str | None],
        problem: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            files: the chooser.
            make: makes a new store of a path and a passphrase; gives the recovery code.
            problem: why the last store could not be opened.
            parent: Qt's owner.
        """
        super().__init__("Ehrenamt Desktop", parent, name="first", accept="Bestand anlegen …")
        self._files = files
        self._make = make
        self.path: Path | None = None
        self.code: str | None = None
        self.passphrase = _secret("first.passphrase", "Kennwort")
        self.again = _secret("first.again", "Kennwort wiederholen")
        self.problem = label(problem, "error", wrap=True, name="first.problem")
        if not problem:
            self.problem.hide()
        self.open_button = button("Vorhandenen Bestand öffnen …", name="first.open")
        self.open_button.clicked.connect(self._open_existing)
        self.buttons.insertWidget(0, self.open_button)
        for part in (
            label("Willkommen", "title"),
            self.problem,
            label(
                "Der Bestand ist eine Datei mit allen Personen, Initiativen und Angeboten. "
                "Er wird mit Ihrem Kennwort verschlüsselt.",
                wrap=True,
            ),
            label_of(self.passphrase, f"Kennwort (mindestens {LEAST} Zeichen)"), self.passphrase,
            label_of(self.again, "Kennwort wiederholen"), self.again,
        ):  # fmt: skip
            self.body.addWidget(part)
        self.body.addStretch(1)

    def confirm(self) -> None:
        """Make the store."""
        typed = self.passphrase.text()
        if len(typed) < LEAST:
            self._tell(f"Bitte wählen Sie ein Kennwort mit mindestens {LEAST} Zeichen.")
            return
        if typed != self.again.text():
            self._tell("Die beiden Kennwörter sind nicht gleich. Bitte tippen Sie sie noch einmal.")
            return
        path = self._files.save("Neuen Bestand anlegen", "Ehrenamtsagentur", SUFFIX)
        if path is None:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.code = self._make(path, typed)
        except EhrenamtError as error:
            self._tell(error.sentence)
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.path = path
        self.accept()

    def _open_existing(self) -> None:
        path = self._files.open("Bestand öffnen", [SUFFIX])
        if path is not None:
            self.path = path
            self.accept()

    def _tell(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self.passphrase.setAccessibleDescription(sentence)


class CodeDialog(Dialog):
    """Shows the recovery code once."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "Wiederherstellungscode", parent, name="code", accept="Ich habe ihn notiert",
            width_em=44,
        )  # fmt: skip
        self.cancel_button.setText("Kopieren")
        self.cancel_button.clicked.disconnect()
        self.cancel_button.clicked.connect(lambda: QApplication.clipboard().setText(code))
        shown = label(code, "title", wrap=True, name="code.text")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(
            label(
                "Mit diesem Code lässt sich der Bestand öffnen, wenn das Kennwort vergessen ist. "
                "Bitte schreiben Sie ihn auf und schließen Sie ihn ein. Er wird nur jetzt gezeigt.",
                wrap=True,
            )
        )
        self.body.addWidget(shown)


def _secret(name: str, spoken: str) -> LineInput:
    made = LineInput()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
