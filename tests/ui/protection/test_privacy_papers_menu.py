"""Menu „Datenschutz“: the details are kept, each paper is made where it was wanted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.enums import LegalBasis, PrivacyPaperKind, Purpose
from ehrenamt_desktop.model.privacy import AUTHORITY, PrivacyDetails
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.protection.menu import SOUGHT
from ehrenamt_desktop.ui.protection.privacy_details import SPECS, privacy_dialog
from ehrenamt_desktop.ui.protection.privacy_printing import print_privacy


@pytest.fixture
def privacy_desk(collaborators):
    return Desk(*collaborators)


@pytest.fixture
def dialog(privacy_desk, office, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    made = privacy_dialog(privacy_desk, office.privacy_papers.details(), host)
    made.open()
    yield made
    privacy_desk.tasks.drain()


def test_every_detail_has_its_field():
    assert {spec.key for spec in SPECS} == {*PrivacyDetails().as_setting()} - {"bases"} | {
        one.value for one in Purpose
    }


def test_details_are_checked_and_kept(dialog, office, privacy_desk, notices):
    assert dialog.form.editor("authority").value() == AUTHORITY
    dialog.form.editor("controller").set_value(" ")
    dialog.confirm()
    privacy_desk.tasks.drain()
    assert dialog.isVisible()
    dialog.form.editor("controller").set_value("Zweckverband Probe")
    dialog.form.editor(Purpose.INVITE.value).set_value(LegalBasis.CONSENT)
    dialog.confirm()
    privacy_desk.tasks.drain()
    kept = office.privacy_papers.details()
    assert kept.controller == "Zweckverband Probe"
    assert kept.basis(Purpose.INVITE) is LegalBasis.CONSENT
    assert kept.basis(Purpose.REPORT) is LegalBasis.OPEN
    assert any("Angaben zum Datenschutz" in one for one in notices.texts())


def test_each_paper_is_in_the_menu_and_made(privacy_desk, files, notices, tmp_path):
    assert set(SOUGHT) == set(PrivacyPaperKind)
    files.next_path = None
    print_privacy(privacy_desk, PrivacyPaperKind.NOTICE)
    assert not notices.texts()
    files.next_path = tmp_path / "blatt.pdf"
    print_privacy(privacy_desk, PrivacyPaperKind.BREACH)
    privacy_desk.tasks.drain()
    assert files.next_path.read_bytes().startswith(b"%PDF")
    assert notices.texts() == ["Meldeblatt bei einer Datenpanne: Das Papier ist fertig."]
