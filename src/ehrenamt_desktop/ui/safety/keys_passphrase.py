"""Kennwort ändern: the old one, the new one twice."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.safety.keys_own import OwnDialog
from ehrenamt_desktop.ui.safety.new_passphrase import NewPassphrase

ABOUT = (
    "Mit dem neuen Kennwort öffnen Sie den Bestand ab sofort. Der Wiederherstellungscode bleibt "
    "gültig. Frühere Sicherungen öffnen weiter mit dem Kennwort von damals."
)


class PassphraseDialog(OwnDialog):
    """Changes the passphrase behind the window."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, "Kennwort ändern", ABOUT, "Ändern", parent=parent, name="passphrase",
            words="Bisheriges Kennwort oder Wiederherstellungscode",
        )  # fmt: skip
        self.new = NewPassphrase("passphrase")
        self.add(self.new)

    def confirm(self) -> None:
        """Change it, or say what is wrong."""
        problem = self.new.problem()
        if problem:
            self.tell(problem)
            return
        old, new = self.old.text(), self.new.typed()
        self.attempt(
            lambda: self._desk.office.keys.change_passphrase(old, new),
            lambda _: self._desk.notices.success("Das Kennwort ist geändert."),
        )


def change_passphrase(desk: Desk, parent: QWidget) -> None:
    """Open the dialog, or say why there is nothing to change."""
    if has_keys(desk):
        PassphraseDialog(desk, parent).open()


def has_keys(desk: Desk) -> bool:
    """Whether the store has a key file; says so if it has none."""
    if not desk.office.encrypted:
        desk.notices.info(
            "Dieser Bestand ist nicht verschlüsselt und hat kein Kennwort, das sich ändern ließe."
        )
    return desk.office.encrypted
