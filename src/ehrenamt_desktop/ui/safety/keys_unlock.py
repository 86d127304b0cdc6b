"""Unlock a store with the passphrase, or with the code when it is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.services.keys import recover
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import button, label, label_of
from ehrenamt_desktop.ui.kit.text_inputs import LineInput
from ehrenamt_desktop.ui.safety.new_passphrase import NewPassphrase, secret_line

FORGOTTEN = (
    "Nehmen Sie das Wiederherstellungsblatt und tippen Sie den Code ab: neun Felder zu vier "
    "Zeichen. Danach wählen Sie ein neues Kennwort."
)


class UnlockDialog(Dialog):
    """Asks for the passphrase until `unlock` takes it; what it opened is in `opened`."""

    def __init__(
        self,
        path: Path,
        unlock: Callable[[str], object],
        parent: QWidget | None = None,
        title: str = "Bestand öffnen",
        accept: str = "Öffnen",
    ) -> None:
        super().__init__(title, parent, name="unlock", accept=accept, width_em=32)
        self._path = path
        self._unlock = unlock
        self.opened: object | None = None
        self.body.addWidget(label(path.stem, "title"))
        self.passphrase = secret_line("unlock.passphrase", "Kennwort")
        self.body.addWidget(label_of(self.passphrase, "Kennwort"))
        self.body.addWidget(self.passphrase)
        self.problem = label("", "error", wrap=True, name="unlock.problem")
        self.body.addWidget(self.problem)
        self.body.addStretch(1)
        self.forgotten = button("Kennwort vergessen …", name="unlock.forgotten", flat=True)
        self.forgotten.clicked.connect(self._recover)
        self.buttons.insertWidget(0, self.forgotten)
        self.passphrase.setFocus()

    def confirm(self) -> None:
        """Try the passphrase; a wrong one can be typed again."""
        problem = _trying(self._open)
        if problem:
            self.problem.setText(problem)
            self.passphrase.setAccessibleDescription(problem)
            self.passphrase.selectAll()
            self.passphrase.setFocus()
        else:
            self.accept()

    def _open(self) -> None:
        self.opened = self._unlock(self.passphrase.text())

    def _recover(self) -> None:
        dialog = RecoverDialog(self._path, self)
        dialog.recovered.connect(self._recovered)
        dialog.open()

    def _recovered(self, passphrase: str) -> None:
        self.passphrase.setText(passphrase)
        self.confirm()


class RecoverDialog(Dialog):
    """Takes the recovery code and a new passphrase; `recovered` hands that on."""

    recovered = Signal(str)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            "Kennwort vergessen", parent, name="recover", accept="Öffnen", width_em=38
        )  # fmt: skip
        self._path = path
        self.code = LineInput()
        self.code.setObjectName("recover.code")
        self.new = NewPassphrase("recover")
        self.problem = label("", "error", wrap=True, name="recover.problem")
        self.problem.hide()
        for part in (
            label(FORGOTTEN, wrap=True), label_of(self.code, "Wiederherstellungscode"), self.code,
            self.new, self.problem,
        ):  # fmt: skip
            self.body.addWidget(part)
        self.body.addStretch(1)

    def confirm(self) -> None:
        """Set the new passphrase, or say what is wrong."""
        code, new = self.code.text(), self.new.typed()
        problem = self.new.problem() or _trying(lambda: recover(self._path, code, new))
        if problem:
            self.problem.setText(problem)
            self.problem.show()
            self.code.setAccessibleDescription(problem)
            return
        self.accept()
        self.recovered.emit(new)


def _trying(deed: Callable[[], None]) -> str:
    """Do something that takes a moment; returns what was wrong."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        deed()
    except EhrenamtError as error:
        return error.sentence
    finally:
        QApplication.restoreOverrideCursor()
    return ""
