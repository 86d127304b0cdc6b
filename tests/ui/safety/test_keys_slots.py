"""Kennwörter und Schlüssel, in the window."""

from __future__ import annotations

import sys

import pytest

from ehrenamt_desktop.errors import WrongPassphrase
from ehrenamt_desktop.model.enums import Role
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import keyfile
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.safety.keys_own import OwnDialog
from ehrenamt_desktop.ui.safety.keys_sheet import SheetDialog
from ehrenamt_desktop.ui.safety.keys_slots import AddSlotDialog, SlotsDialog, remind_of_sheet

OWN = "Kirsche Amboss leise Dachrinne"
NEW = "Zaunkönig-Weltraum-Gurke-Tuba"


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))
    monkeypatch.setitem(sys.modules, "keyring", None)
    made = tmp_path / "buero.ehrenamt"
    create_office(made, passphrase=OWN)
    return made


@pytest.fixture
def desk_of(path, tasks, bus, notices, files, navigator):
    """The desk of the office as the owner of a passphrase sees it."""
    opened = []

    def make(passphrase):
        opened.append(open_office(path, passphrase=passphrase))
        return Desk(opened[-1], tasks, bus, notices, files, navigator)

    yield make
    for one in opened:
        one.close()


@pytest.fixture
def dialog(desk_of, qtbot):
    made = SlotsDialog(desk_of(OWN))
    made.load()
    return made


def words(dialog):
    return [part.text() for line in lines(dialog) for part in line]


def lines(dialog):
    """What stands in each row; rows shown before wait for their end and are passed over."""
    column = dialog.rows.layout()
    rows = [column.itemAt(place).widget().layout() for place in range(column.count())]
    return [[row.itemAt(at).widget() for at in range(row.count())] for row in rows]


def answer(dialog, own=OWN):
    asked = [one for one in dialog.findChildren(OwnDialog) if one.isVisible()][-1]
    asked.old.setText(own)
    asked.confirm()
    return asked


def test_a_passphrase_is_given_and_taken(dialog, path, qtbot):
    dialog.add_button.click()
    asked = dialog.findChild(AddSlotDialog)
    asked.user.setText("Vertretung")
    asked.old.setText(OWN)
    asked.confirm()
    assert "10 Zeichen" in asked.problem.text()
    for line in (asked.new.first, asked.new.again):
        line.setText(NEW)
    asked.confirm()
    assert words(dialog) == [
        "Koordination (Sie)", "Koordination", "Vertretung", "Vertretung", "Entfernen …",
    ]  # fmt: skip
    office = open_office(path, passphrase=NEW)
    assert office.slot.role is Role.STAND_IN
    office.close()
    lines(dialog)[1][2].click()
    asked = answer(dialog, "falsch")
    assert "Kennwort stimmt nicht" in asked.problem.text()
    answer(dialog)
    assert words(dialog) == ["Koordination (Sie)", "Koordination"]
    with pytest.raises(WrongPassphrase):
        open_office(path, passphrase=NEW)


def test_a_new_code_is_typed_back(dialog, path, files, tmp_path):
    dialog.code_button.click()
    answer(dialog)
    sheet = dialog.findChild(SheetDialog)
    code = sheet.findChild(object, "sheet.code").text()
    sheet.typed.setText(code)
    sheet.confirm()
    office = open_office(path, passphrase=code)
    assert office.keys.sheet_checked()
    office.close()


def test_a_reader_sees_who_has_keys_and_changes_nothing(dialog, desk_of, notices, qtbot):
    dialog._desk.office.keys.add(OWN, "Prüfung", Role.READER, NEW)
    reading = SlotsDialog(desk_of(NEW))
    reading.load()
    assert words(reading) == ["Koordination", "Koordination", "Prüfung (Sie)", "nur lesen"]
    assert not reading.add_button.isEnabled()
    assert not reading.code_button.isEnabled()
    reading.reject()


def test_without_a_keyring_nothing_is_offered(dialog):
    assert not dialog.keep_button.isVisible()
    assert "jedes Mal" in dialog.kept.text()


def test_somebody_who_never_typed_the_code_back_is_reminded(desk_of, notices, qtbot, dialog):
    remind_of_sheet(dialog._desk, dialog)
    assert "noch nie abgetippt" in notices.texts()[0]
    notices.actions["Neues Blatt …"]()
    answer(dialog)
    notices.clear()
    dialog._desk.office.keys.mark_sheet()
    remind_of_sheet(dialog._desk, dialog)
    assert notices.texts() == []


def test_a_store_without_keys_reminds_of_nothing(collaborators, notices):
    remind_of_sheet(Desk(*collaborators), None)
    assert notices.texts() == []
