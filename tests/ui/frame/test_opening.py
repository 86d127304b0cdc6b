"""Before the window: unlocking, the first store."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.errors import StoreUnavailable, WrongPassphrase
from ehrenamt_desktop.ui.frame.opening import CodeDialog, StartDialog, UnlockDialog


@pytest.fixture(autouse=True)
def _dressed(desk):
    """Dialogs need the theme."""


def test_a_wrong_passphrase_can_be_typed_again(qtbot, tmp_path):
    def unlock(typed):
        if typed != "richtig":
            raise WrongPassphrase("Das Kennwort passt nicht.")
        return "offen"

    dialog = UnlockDialog(tmp_path / "a.ehrenamt", unlock)
    qtbot.addWidget(dialog)
    dialog.passphrase.setText("falsch")
    dialog.confirm()
    assert dialog.problem.text() == "Das Kennwort passt nicht."
    assert dialog.opened is None
    dialog.passphrase.setText("richtig")
    dialog.confirm()
    assert dialog.opened == "offen"
    assert QApplication.overrideCursor() is None


def test_a_new_store_needs_a_passphrase_typed_twice(qtbot, tmp_path, files):
    made = []
    dialog = StartDialog(files, lambda path, typed: made.append((path, typed)) or "1234-5678")
    qtbot.addWidget(dialog)
    dialog.passphrase.setText("kurz")
    dialog.confirm()
    assert "mindestens 10 Zeichen" in dialog.problem.text()
    dialog.passphrase.setText("lang und gut")
    dialog.again.setText("lang und schlecht")
    dialog.confirm()
    assert "nicht gleich" in dialog.problem.text()
    dialog.again.setText("lang und gut")
    dialog.confirm()
    assert made == []
    files.next_path = tmp_path / "neu.ehrenamt"
    dialog.confirm()
    assert made == [(files.next_path, "lang und gut")]
    assert dialog.code == "1234-5678"


def test_a_store_that_cannot_be_made_is_said(qtbot, tmp_path, files):
    def make(path, typed):
        raise StoreUnavailable("Der Ordner ist schreibgeschützt.")

    dialog = StartDialog(files, make, "Der letzte Bestand fehlt.")
    qtbot.addWidget(dialog)
    assert dialog.problem.text() == "Der letzte Bestand fehlt."
    files.next_path = tmp_path / "neu.ehrenamt"
    for line in (dialog.passphrase, dialog.again):
        line.setText("lang und gut")
    dialog.confirm()
    assert dialog.problem.text() == "Der Ordner ist schreibgeschützt."
    assert dialog.path is None


def test_an_existing_store_can_be_opened(qtbot, tmp_path, files):
    dialog = StartDialog(files, lambda *_: None)
    qtbot.addWidget(dialog)
    files.next_path = tmp_path / "da.ehrenamt"
    dialog.open_button.click()
    assert dialog.path == files.next_path


def test_the_recovery_code_can_be_copied(qtbot):
    dialog = CodeDialog("1234-5678")
    qtbot.addWidget(dialog)
    dialog.cancel_button.click()
    assert QApplication.clipboard().text() == "1234-5678"
