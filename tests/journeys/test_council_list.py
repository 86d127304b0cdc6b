"""Way (e) of the house: the council list as a workbook, with what its figures mean."""

from __future__ import annotations

import datetime as dt

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.reports.report_dialog import ReportDialog


def ask(window, qtbot):
    window.show_tab("documents")
    tab = window.current()
    tab.findChild(QAction, "report.council_page").trigger()
    qtbot.waitUntil(lambda: tab.findChild(ReportDialog) is not None)
    dialog = tab.findChild(ReportDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.choose("council_list")
    return dialog


def test_the_half_year_for_the_council(window, office, bar, files, qtbot, tmp_path):
    files.next_path = tmp_path / "Gremienliste.xlsx"
    dialog = ask(window, qtbot)
    assert dialog.period() == (dt.date(2026, 7, 1), dt.date(2026, 12, 31))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "fertig" in bar.text())
    assert bar.actions_shown() == ["Öffnen", "Ordner"]
    book = load_workbook(files.next_path)
    sheet = book.worksheets[0]
    everywhere = [
        str(cell.value)
        for page in book.worksheets
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    said = "\n".join(everywhere)
    assert "01.07.2026" in said
    assert "31.12.2026" in said
    assert "Filter" in said
    assert "geschützt" in said
    for heading in ("Gemeinde", "Angebote", "Plätze", "Vorschläge", "Vermittlungen"):
        assert any(heading in cell for cell in everywhere), heading
    assert "Definitionen" in book.sheetnames
    head = next(row for row in sheet.iter_rows() if row[0].value == "Gemeinde")[0].row
    people = [cell.value for row in sheet.iter_rows(min_row=head + 1, min_col=5) for cell in row]
    figures = [one for one in people if isinstance(one, int | float)]
    assert figures
    assert not {1, 2} & set(figures)
    assert sheet.freeze_panes
    assert sheet.auto_filter.ref


def test_the_list_is_remembered_under_unterlagen(window, office, bar, files, qtbot, tmp_path):
    files.next_path = tmp_path / "Gremienliste.xlsx"
    qtbot.keyClick(ask(window, qtbot), Qt.Key.Key_Return)
    table = window.current().list.table
    qtbot.waitUntil(lambda: table.count() == 1)
    (posting,) = office.lists.postings.rows(office.lists.postings.ids(ListQuery()))
    assert posting.kind is PaperKind.COUNCIL_LIST
    assert posting.title == "Ehrenamt in Zahlen 2. Halbjahr 2026, Ausgabe 1"
    assert table.selected_id() == posting.id


def test_nobody_is_named(window, office, bar, files, qtbot, tmp_path):
    files.next_path = tmp_path / "Gremienliste.xlsx"
    qtbot.keyClick(ask(window, qtbot), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "fertig" in bar.text())
    book = load_workbook(files.next_path)
    cells = {
        str(cell.value) for page in book.worksheets for row in page.iter_rows() for cell in row
    }
    people = office.lists.people.rows(office.lists.people.ids(ListQuery()))
    assert people
    assert not [one.last_name for one in people if any(one.last_name in cell for cell in cells)]
