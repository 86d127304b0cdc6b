"""What somebody did, on paper: a certificate by keyboard from the record, the Ehrenamts-Card, and
the attendance sheet from the menu of new papers."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.make_office import adult, offer, place_id
from tests.printed import read

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.enums import Kind, PlacementState
from ehrenamt_desktop.ui.certificates.card_dialog import CardDialog
from ehrenamt_desktop.ui.certificates.certificate_dialog import CertificateDialog
from ehrenamt_desktop.ui.documents.sheet_dialogs import SheetDialog
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.main_window import MainWindow


@pytest.fixture
def office(empty_office):
    return empty_office


@pytest.fixture
def person(office):
    number = adult(office, place_id=place_id(office, "Sontra"))
    values = {"title": "Bürgerbus fahren", "teaser": "Nachbarn fahren.", "hours_per_week": 6}
    (placement,) = office.placements.propose(number, [offer(office, allowance_month=0, **values)])
    office.placements.move(placement, PlacementState.PASSED_ON)
    office.placements.move(placement, PlacementState.RUNNING, dt.date(2026, 11, 23))
    return number


@pytest.fixture
def window(office, person, tasks, bus, notices, files, navigator, tmp_path, qtbot):
    made = MainWindow(
        Desk(office, tasks, bus, notices, files, navigator), NoticeBar(),
        Device(tmp_path / "device"),
    )  # fmt: skip
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: "start" in made._tabs)
    made.equipment.complete()
    return made


def wanted(tab, name):
    """A command of the record's small menu, as a click on it."""
    next(one for one in tab.findChildren(QAction) if one.objectName() == name).trigger()
    QApplication.processEvents()


def test_from_the_record_to_the_paper(window, office, person, navigator, files, tmp_path, qtbot):
    navigator.open(Kind.PERSON, person)
    tab = window.current()
    qtbot.waitUntil(lambda: tab.page.number == person)
    wanted(tab, "person.certificate")
    dialog = tab.findChild(CertificateDialog)
    assert "geschätzte" in dialog.open_points.text()
    dialog.form.editor("words").input.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Immer da, wenn es regnet.")
    files.next_path = tmp_path / "b.pdf"
    dialog.accept_button.click()
    assert "Immer da, wenn es regnet." in read(tmp_path / "b.pdf").pages[0]
    wanted(tab, "person.card")
    card = tab.findChild(CardDialog)
    letter = card.letter()
    assert letter.to.startswith("Werra-Meißner-Kreis")
    card.form.editor("to").set_value(f"{letter.to}\nWeg 1\n36000 Musterstadt")
    files.next_path = tmp_path / "c.pdf"
    card.accept_button.click()
    assert (tmp_path / "c.pdf").exists()
    kinds = [one.kind.value for one in office.lists.postings.rows([1, 2])]
    assert kinds == ["certificate", "card_letter"]
    office.history.undo()
    assert len(office.lists.postings.rows([1, 2])) == 1


def test_rows_to_sign_from_the_menu(window, office, files, tmp_path):
    window.show_tab("documents")
    tab = window.current()
    wanted(tab, "documents.attendance")
    dialog = tab.findChild(SheetDialog)
    dialog.form.editor("title").input.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Dankeabend")
    files.next_path = tmp_path / "t.pdf"
    dialog.accept_button.click()
    assert not dialog.isVisible()
    assert "Dankeabend" in read(tmp_path / "t.pdf").pages[0]
