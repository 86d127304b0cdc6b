"""The trash as a dialog: searched, opened, restored, blanked; by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.make_office import adult, offer

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.trash.trash_dialog import EMPTY, NOTHING_FOUND, TrashDialog


@pytest.fixture
def office(empty_office):
    return empty_office


@pytest.fixture
def dialog(office, tasks, bus, notices, files, navigator, qtbot):
    desk_window = QWidget()
    qtbot.addWidget(desk_window)
    office.trash.put(Kind.PERSON, [adult(office)])
    office.trash.put(Kind.OFFER, [offer(office)])
    made = TrashDialog(Desk(office, tasks, bus, notices, files, navigator), desk_window)
    made.show()
    yield made
    desk_window.close()


def _names(dialog):
    return [dialog.table.item(row, 1).text() for row in range(dialog.table.rowCount())]


def test_it_lists_searches_and_restores_several_in_one_step(dialog, office, notices):
    assert sorted(_names(dialog)) == [
        "Dietzel, Marion", "Kindern vorlesen · Förderverein Stadtbücherei",
    ]  # fmt: skip
    dialog.search.setText("dietz")
    dialog.search.searched.emit("dietz")
    assert _names(dialog) == ["Dietzel, Marion"]
    dialog.search.setText("xyz")
    dialog.search.searched.emit("xyz")
    assert dialog.words.text() == NOTHING_FOUND
    assert not dialog.accept_button.isEnabled()
    dialog.search.clear()
    dialog.search.searched.emit("")
    dialog.table.selectAll()
    assert not dialog.open_button.isEnabled()
    dialog.accept_button.click()
    assert office.history.next_undo().action == "2 Datensätze aus dem Papierkorb geholt"
    assert notices.shown[-1][1] == "2 Datensätze sind wiederhergestellt."
    QApplication.processEvents()
    assert dialog.words.text() == EMPTY


@pytest.mark.parametrize("broken", [False, True])
def test_a_refusal_stands_in_the_dialog_and_a_fault_becomes_a_report(
    dialog, office, notices, monkeypatch, broken
):
    error = ValueError("Dietzel") if broken else DomainError("Bitte zuerst die Initiative.")

    def fail(_records):
        raise error

    monkeypatch.setattr(office.trash, "restore_all", fail)
    dialog.accept_button.click()
    assert notices.errors == ([error] if broken else [])
    assert dialog.words.text() == ("" if broken else "Bitte zuerst die Initiative.")


def test_enter_opens_the_chosen_record(dialog, navigator, qtbot):
    asked = []
    navigator.open_requested.connect(lambda kind, number: asked.append((kind, number)))
    QApplication.processEvents()  # what the steps before told has arrived
    dialog.table.selectRow(_names(dialog).index("Dietzel, Marion"))
    dialog.load()  # a step elsewhere reads the trash anew: what was chosen stays chosen
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert asked == [(Kind.PERSON, 1)]


def test_sichtschutz_blanks_people(dialog):
    privacy.mask(True)
    try:
        dialog.load()
        assert sorted(_names(dialog)) == [
            "Kindern vorlesen · Förderverein Stadtbücherei", privacy.DOTS,
        ]  # fmt: skip
        row = _names(dialog).index(privacy.DOTS)
        assert "Dietzel" not in dialog.table.item(row, 1).toolTip()
    finally:
        privacy.mask(False)
