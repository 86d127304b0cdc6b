"""The first morning: a new office, its sheet, and the day the passphrase is forgotten."""

from __future__ import annotations

import pytest
from tests.clear_text import traces

from ehrenamt_desktop import paths
from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.enums import LegalBasis, Purpose, Role
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.ui.main_window import MainWindow
from ehrenamt_desktop.ui.safety.keys_first_start import StartDialog
from ehrenamt_desktop.ui.safety.keys_new_office import NewOfficeDialog
from ehrenamt_desktop.ui.safety.keys_sheet import SheetDialog
from ehrenamt_desktop.ui.safety.keys_unlock import RecoverDialog, UnlockDialog

FIRST = "Kirsche Amboss leise Dachrinne"
SECOND = "Zaunkönig-Weltraum-Gurke-Tuba"
READER = "Quitte Hammer wolkig Fagott"


@pytest.fixture(autouse=True)
def sample(tmp_path, monkeypatch):
    """Where the invented people of the first start lie."""
    monkeypatch.setattr(paths, "sample_folder", lambda: tmp_path / "beispiel")


def close(window):
    window.desk.tasks.drain()
    window.close()


def found(dialog):
    dialog.form.load({
        "name": "Agentur am Markt", "phone": "05653 1", "controller": "Zweckverband",
        **{one.value: LegalBasis.CONSENT for one in Purpose},
    })  # fmt: skip
    dialog.confirm()
    type_twice(dialog.new, FIRST)
    dialog.confirm()


def type_twice(lines, passphrase):
    for line in (lines.first, lines.again):
        line.setText(passphrase)


def test_from_the_first_start_to_a_forgotten_passphrase(run, files, tmp_path, qapp):
    store = files.next_path = tmp_path / "buero.ehrenamt"
    codes = []

    def type_back(sheet):
        codes.append(sheet.findChild(object, "sheet.code").text())
        sheet.typed.setText(codes[0].lower())
        sheet.confirm()

    def look(window):
        assert window.desk.office.lists.office_info().name == "Agentur am Markt"
        assert window.desk.office.keys.sheet_checked()
        close(window)

    assert run(
        (StartDialog, lambda dialog: dialog.ways["new"].click()), (NewOfficeDialog, found),
        (SheetDialog, type_back), (MainWindow, look),
    ) == 0  # fmt: skip

    def forget(dialog):
        dialog.passphrase.setText(SECOND)
        dialog.confirm()
        assert "Kennwort stimmt nicht" in dialog.problem.text()
        dialog.forgotten.click()

    def recover(dialog):
        dialog.code.setText(codes[0])
        type_twice(dialog.new, SECOND)
        dialog.confirm()

    def give(window):
        window.desk.office.keys.add(SECOND, "Prüfung", Role.READER, READER)
        close(window)

    assert run((UnlockDialog, forget), (RecoverDialog, recover), (MainWindow, give)) == 0

    def read(window):
        window.equipment.complete()
        window.desk.tasks.drain()
        assert window.findChild(object, "main.read_only").isVisibleTo(window)
        close(window)

    def as_reader(dialog):
        dialog.passphrase.setText(READER)
        dialog.confirm()

    assert run((UnlockDialog, as_reader), (MainWindow, read)) == 0
    office = open_office(store, passphrase=SECOND)
    secrets = [FIRST, SECOND, READER, codes[0], codes[0].replace("-", ""), office.store.key]
    office.close()
    assert list(traces(tmp_path, secrets)) == []


def test_looking_around_is_not_remembered(run, tmp_path, qapp):
    assert run(
        (StartDialog, lambda dialog: dialog.ways["sample"].click()), (MainWindow, close)
    ) == 0  # fmt: skip
    assert Device(tmp_path / "device").last_store is None
    assert run((StartDialog, lambda dialog: dialog.reject())) == 0
