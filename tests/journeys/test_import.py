"""A list comes in: file, dry run, run, undo, all by the menu and keys of a real window."""

from __future__ import annotations

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.lists.export_dialog import ExportDialog
from ehrenamt_desktop.ui.lists.import_dialog import ImportDialog
from ehrenamt_desktop.ui.office.details_dialog import OfficeDialog


@pytest.fixture
def book(tmp_path):
    """Twenty-five people: one of them without a surname."""
    made = Workbook()
    sheet = made.active
    sheet.append(["Nachname", "Vorname", "Telefon", "Geburtsdatum", "Schuhgröße"])
    for number in range(24):
        sheet.append([f"Neuling{number}", "Änne", f"05653 55{number:02}", "03.04.1961", 39])
    sheet.append([None, "Ohnenamen", None, None, None])
    path = tmp_path / "kartei.xlsx"
    made.save(path)
    return path


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def test_a_workbook_comes_in_and_goes_again(window, office, files, book, bar, qtbot):
    before = office.lists.people.total()
    files.next_path = book
    window.findChild(QAction, "main.import").trigger()
    dialog = window.findChild(ImportDialog)
    qtbot.waitUntil(dialog.choose.hasFocus)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert (
        dialog.page.counts.text() == "25 gelesen: 24 neu, 0 geändert, 0 unverändert, 1 abgewiesen"
    )
    assert any("Schuhgröße" in sentence for sentence in dialog.page.warnings())
    assert office.lists.people.total() == before
    dialog.accept_button.setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bar.text().startswith("Eingelesen."))
    assert office.lists.people.total() == before + 24
    assert len(office.lists.people.ids(ListQuery(text="neuling7"))) == 1
    assert bar.actions_shown() == ["Rückgängig"]
    bar._actions[0].click()
    qtbot.waitUntil(lambda: bar.text().startswith("Rückgängig gemacht"))
    assert office.lists.people.total() == before


def test_what_goes_out_comes_in_again_and_changes_nothing(
    window, office, files, bar, qtbot, tmp_path
):
    path = files.next_path = tmp_path / "personen.xlsx"
    window.findChild(QAction, "main.export").trigger()
    out = window.findChild(ExportDialog)
    qtbot.waitUntil(out.isVisible)
    out.reason.purpose.setText("Sicherung")
    out.accept_button.click()
    qtbot.waitUntil(lambda: "ist gespeichert" in bar.text())
    window.findChild(QAction, "main.import").trigger()
    dialog = window.findChild(ImportDialog)
    dialog.plan_file(path)
    qtbot.waitUntil(dialog.nothing.isVisible)
    counts = dialog.page.counts.text()
    assert ": 0 neu, 0 geändert," in counts
    assert counts.endswith("0 abgewiesen")
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_the_office_describes_itself_from_the_menu(window, office, qtbot):
    window.findChild(QAction, "main.describe_office").trigger()
    dialog = window.findChild(OfficeDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.form.editor("name").input.setText("Ehrenamt im Ringgau")
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: window.foot._name.text() == "Ehrenamt im Ringgau")
    assert office.lists.office_info().name == "Ehrenamt im Ringgau"
