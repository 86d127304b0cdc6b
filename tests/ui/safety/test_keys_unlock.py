"""Before the window: unlocking, and the way in when the passphrase is forgotten."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.errors import WrongPassphrase
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import keyfile
from ehrenamt_desktop.ui.safety.keys_unlock import RecoverDialog, UnlockDialog

OLD = "Kirsche Amboss leise Dachrinne"
NEW = "Zaunkönig-Weltraum-Gurke-Tuba"


@pytest.fixture(autouse=True)
def _dressed(desk, monkeypatch):
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))


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


def test_a_forgotten_passphrase_is_set_anew_with_the_code(qtbot, tmp_path):
    path = tmp_path / "buero.ehrenamt"
    code = create_office(path, passphrase=OLD)
    dialog = UnlockDialog(path, lambda typed: open_office(path, passphrase=typed))
    qtbot.addWidget(dialog)
    dialog.forgotten.click()
    recover = dialog.findChild(RecoverDialog)
    recover.confirm()
    assert "10 Zeichen" in recover.problem.text()
    for line in (recover.new.first, recover.new.again):
        line.setText(NEW)
    slipped = code[:-1] + ("A" if code[-1] != "A" else "B")
    recover.code.setText(slipped)
    recover.confirm()
    assert "Wiederherstellungscode stimmt nicht" in recover.problem.text()
    recover.code.setText(code.lower().replace("-", " "))
    recover.confirm()
    assert dialog.opened.encrypted
    dialog.opened.close()
    open_office(path, passphrase=NEW).close()
    with pytest.raises(WrongPassphrase):
        open_office(path, passphrase=OLD)
