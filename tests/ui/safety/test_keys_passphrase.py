"""Kennwort ändern, in the window."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import keyfile
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.safety.keys_passphrase import PassphraseDialog, change_passphrase

OLD = "Kirsche Amboss leise Dachrinne"
NEW = "Zaunkönig-Weltraum-Gurke-Tuba"


@pytest.fixture
def locked(tmp_path, tasks, bus, notices, files, navigator, monkeypatch):
    """The desk of an encrypted office."""
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))
    path = tmp_path / "buero.ehrenamt"
    create_office(path, passphrase=OLD)
    office = open_office(path, passphrase=OLD)
    yield Desk(office, tasks, bus, notices, files, navigator)
    office.close()


@pytest.fixture
def dialog(locked, qtbot):
    made = PassphraseDialog(locked)
    made.show()
    return made


def fill(dialog, old, new, again):
    dialog.old.setText(old)
    dialog.new.first.setText(new)
    dialog.new.again.setText(again)
    dialog.confirm()


def test_the_passphrase_is_changed(dialog, locked, notices):
    path = locked.office.path
    fill(dialog, OLD, NEW, NEW)
    assert notices.texts() == ["Das Kennwort ist geändert."]
    open_office(path, passphrase=NEW).close()


def test_what_is_wrong_is_said_and_nothing_changes(dialog, locked):
    fill(dialog, OLD, "Sontra2026!", "Sontra2026!")
    assert "Zu schwach" in dialog.problem.text()
    fill(dialog, OLD, NEW, OLD)
    assert "nicht gleich" in dialog.problem.text()
    fill(dialog, "falsch", NEW, NEW)
    assert "Kennwort stimmt nicht" in dialog.problem.text()
    assert dialog.accept_button.isEnabled()
    open_office(locked.office.path, passphrase=OLD).close()
    dialog.reject()


def test_the_strength_is_said_while_typing(dialog, qtbot):
    dialog.new.first.setText("Sontra2026!")
    qtbot.waitUntil(lambda: dialog.new.strength.text().startswith("Zu schwach"))
    dialog.new.first.setText(NEW)
    qtbot.waitUntil(lambda: "gut" in dialog.new.strength.text().casefold())
    assert dialog.new.first.accessibleDescription() == dialog.new.strength.text()
    dialog.reject()


def test_what_is_typed_can_be_shown(dialog):
    line = dialog.new.first
    assert line.displayText() == ""
    line.setText(NEW)
    assert NEW not in line.displayText()
    dialog.new.shown.setChecked(True)
    assert line.displayText() == NEW
    dialog.reject()


def test_a_store_without_a_passphrase_says_so(collaborators, qtbot, notices):
    change_passphrase(Desk(*collaborators), None)
    assert "nicht verschlüsselt" in notices.texts()[0]
