"""The first start: four ways to an open office."""

from __future__ import annotations

import pytest

from ehrenamt_desktop import paths
from ehrenamt_desktop.model.enums import LegalBasis, Purpose
from ehrenamt_desktop.model.privacy import KEY, PrivacyDetails
from ehrenamt_desktop.services import first_start
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import keyfile
from ehrenamt_desktop.store.reads import catalogue
from ehrenamt_desktop.ui.safety.keys_first_start import StartDialog
from ehrenamt_desktop.ui.safety.keys_new_office import NewOfficeDialog
from ehrenamt_desktop.ui.safety.keys_sheet import SheetDialog
from ehrenamt_desktop.ui.safety.keys_unlock import UnlockDialog

SECRET = "Kirsche Amboss leise Dachrinne"
SAID = {
    "name": "Agentur am Markt", "phone": "05653 1", "city": "Sontra", "controller": "Zweckverband",
    "officer": "Frau Ohnsorge", Purpose.ADVISE.value: LegalBasis.PUBLIC_TASK,
    Purpose.PASS_ON.value: LegalBasis.CONSENT, Purpose.INVITE.value: LegalBasis.OPEN,
    Purpose.REPORT.value: LegalBasis.OPEN,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _dressed(desk, monkeypatch, tmp_path):
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))
    monkeypatch.setattr(paths, "sample_folder", lambda: tmp_path / "beispiel")


@pytest.fixture
def start(qtbot, files):
    dialog = StartDialog(files)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def found(start, files, tmp_path):
    """Through both pages of a new office, to the sheet."""
    start.ways["new"].click()
    dialog = start.findChild(NewOfficeDialog)
    dialog.form.load(SAID)
    dialog.confirm()
    for line in (dialog.new.first, dialog.new.again):
        line.setText(SECRET)
    files.next_path = tmp_path / "neu.ehrenamt"
    dialog.confirm()
    return start.findChild(SheetDialog)


def test_a_new_office_knows_who_it_is(start, files, tmp_path, frozen):
    sheet = found(start, files, tmp_path)
    sheet.typed.setText(sheet.findChild(object, "sheet.code").text().lower())
    sheet.confirm()
    assert (start.path, start.passphrase) == (tmp_path / "neu.ehrenamt", SECRET)
    office = open_office(start.path, passphrase=SECRET)
    info = office.lists.office_info()
    assert (info.name, info.city, info.phone) == ("Agentur am Markt", "Sontra", "05653 1")
    with office.store.read() as connection:
        privacy = PrivacyDetails.of(catalogue.setting(connection, KEY))
    assert (privacy.controller, privacy.officer) == ("Zweckverband", "Frau Ohnsorge")
    assert privacy.bases[Purpose.ADVISE] is LegalBasis.PUBLIC_TASK
    assert privacy.bases[Purpose.REPORT] is LegalBasis.OPEN
    assert office.keys.sheet_checked()
    office.close()


def test_what_is_missing_is_said_under_its_field(start, files, tmp_path):
    start.ways["new"].click()
    dialog = start.findChild(NewOfficeDialog)
    dialog.form.load({"phone": "keine"})
    dialog.confirm()
    assert not dialog.first.isHidden()
    dialog.form.load(SAID)
    dialog.confirm()
    assert dialog.accept_button.text() == "Bestand anlegen …"
    dialog.confirm()
    assert "10 Zeichen" in dialog.problem.text()
    dialog.reject()
    assert (dialog.first.isHidden(), dialog.accept_button.text()) == (False, "Weiter")
    dialog.confirm()
    for line in (dialog.new.first, dialog.new.again):
        line.setText(SECRET)
    dialog.confirm()
    assert dialog.founded is None
    files.next_path = tmp_path / "weg" / "neu.ehrenamt"
    dialog.confirm()
    assert "Ordner" in dialog.problem.text()
    dialog.reject()
    dialog.reject()
    assert start.path is None


def test_the_code_is_typed_back_or_left_knowingly(start, files, tmp_path):
    sheet = found(start, files, tmp_path)
    sheet.typed.setText("7K4M")
    sheet.confirm()
    assert "nicht der Code" in sheet.problem.text()
    files.next_path = tmp_path / "blatt.pdf"
    sheet.save_button.click()
    assert files.next_path.read_bytes().startswith(b"%PDF")
    sheet.reject()
    assert "noch nicht abgetippt" in sheet.problem.text()
    assert start.path
    assert start.isVisible()
    sheet.reject()
    assert not start.isVisible()
    office = open_office(start.path, passphrase=SECRET)
    assert not office.keys.sheet_checked()
    office.close()


def test_an_existing_store_can_be_opened(start, files, tmp_path):
    files.next_path = tmp_path / "da.ehrenamt"
    start.ways["open"].click()
    assert (start.path, start.passphrase) == (files.next_path, None)


def test_the_last_problem_is_said(qtbot, files):
    dialog = StartDialog(files, "Der letzte Bestand fehlt.")
    qtbot.addWidget(dialog)
    assert dialog.problem.text() == "Der letzte Bestand fehlt."


def test_a_backup_becomes_a_store(start, files, tmp_path, monkeypatch):
    kept = tmp_path / "alt.ehrenamt"
    create_office(kept, passphrase=SECRET)
    office = open_office(kept, passphrase=SECRET)
    backup = office.backups.make(tmp_path / "stick")
    office.close()
    target = tmp_path / "wieder.ehrenamt"
    monkeypatch.setattr(files, "folder", lambda _: backup)
    files.next_path = target
    start.ways["restore"].click()
    dialog = start.findChild(UnlockDialog)
    dialog.passphrase.setText("falsch")
    dialog.confirm()
    assert "Kennwort stimmt nicht" in dialog.problem.text()
    assert not target.exists()
    dialog.passphrase.setText(SECRET)
    dialog.confirm()
    assert (start.path, start.passphrase) == (target, SECRET)
    open_office(target, passphrase=SECRET).close()


def test_a_folder_that_is_no_backup_is_said(start, files, tmp_path):
    files.next_path = tmp_path
    start.ways["restore"].click()
    assert "keine Sicherung" in start.problem.text()


def test_one_can_look_around_among_invented_people(start):
    start.ways["sample"].click()
    assert first_start.is_sample(start.path)
    office = open_office(start.path)
    assert office.lists.people.total() > 50
    assert not office.encrypted
    office.store.hold()
    again = StartDialog(None)
    again.ways["sample"].click()
    assert again.path is None
    assert "geöffnet" in again.problem.text()
    again.deleteLater()
    office.close()
