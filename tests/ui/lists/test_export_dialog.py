"""Liste ausgeben: whole records or the list as it is seen, remembered under Unterlagen."""

from __future__ import annotations

import csv

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.columns.postings import POSTING_COLUMNS
from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.documents.tab import DocumentsTab
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.lists.export_dialog import ExportDialog
from ehrenamt_desktop.ui.lists.seen_list import SeenList, seen_in
from ehrenamt_desktop.ui.people.list_columns import COLUMNS


@pytest.fixture
def open_dialog(collaborators, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(seen=None):
        dialog = ExportDialog(Desk(*collaborators), seen, parent)
        dialog.show()
        return dialog

    return make


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


@pytest.mark.parametrize("noun", ["people", "initiatives", "offers", "placements"])
def test_whole_records(open_dialog, office, files, notices, tmp_path, noun):
    files.next_path = tmp_path / "liste.csv"
    dialog = open_dialog()
    dialog.nouns.set_current(noun)
    dialog.kinds.set_current(".csv")
    dialog.accept_button.click()
    rows = read(files.next_path)
    assert len(rows) > 5
    look, text, actions = notices.shown[-1]
    assert (look, actions) == ("success", ("Öffnen", "Ordner"))
    assert text.endswith(f"ist gespeichert ({len(rows) - 1} Einträge).")
    kept = office.lists.postings.rows(office.lists.postings.ids(ListQuery()))[0]
    assert (kept.kind, kept.rows) == (PaperKind.LIST_EXPORT, len(rows) - 1)
    assert files.asked[0][1].endswith("2026-11-23")


def test_a_list_as_it_is_seen(open_dialog, office, files, tmp_path):
    files.next_path = tmp_path / "liste.xlsx"
    query = ListQuery(filters={"municipality": ("Sontra",)})
    shown = len(office.lists.people.ids(query))
    seen = SeenList("people", query, COLUMNS[:2], "Gemeinde Sontra", shown)
    dialog = open_dialog(seen)
    assert dialog.extent.current() == "seen"
    assert not dialog.nouns.isVisible()
    assert dialog.about.text() == (
        f"Personen, {shown} Einträge (Gemeinde Sontra). Spalten: Name, Ortsteil."
    )
    dialog.accept_button.click()
    book = load_workbook(files.next_path)
    sheet = book.worksheets[0]
    filled = [row for row in sheet.iter_rows(values_only=True) if any(row)]
    assert len(filled) >= shown + 1
    legend = [cell for row in book["Legende"].iter_rows(values_only=True) for cell in row]
    assert "Gemeinde Sontra" in legend


def test_the_seen_list_is_found_in_its_tab(collaborators, office, files, tmp_path, qtbot):
    office.papers.remember(PaperKind.LIST_EXPORT, "Liste Personen", tmp_path / "a.csv", 3)
    tab = DocumentsTab(*collaborators)
    qtbot.addWidget(tab)
    tab.show()
    tab.list.set_filters({"kind": ("list_export",)})
    seen = seen_in(tab, office.lists)
    assert (seen.noun, seen.shown) == ("postings", tab.list.table.count())
    assert seen.told == PaperKind.LIST_EXPORT.label
    assert "printed" in [one.key for one in seen.columns]
    assert seen_in(QWidget(), office.lists) is None


def test_another_list_than_the_seen_one(open_dialog, files, tmp_path):
    dialog = open_dialog(SeenList("postings", ListQuery(), POSTING_COLUMNS[2:3], "", 0))
    dialog.extent._choose("whole")
    assert dialog.nouns.isVisible()
    assert dialog.seen() is None
    assert dialog.noun() == "people"


def test_changing_ones_mind_writes_nothing(open_dialog, notices, office):
    before = office.lists.postings.total()
    dialog = open_dialog()
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert notices.shown == []
    assert office.lists.postings.total() == before


def test_it_warns_of_personal_data(open_dialog):
    warning = open_dialog().findChild(QWidget, "export.warning")
    assert warning.isVisible()
    assert "personenbezogene Daten" in warning.text()
