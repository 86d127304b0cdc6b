"""Liste ausgeben: whole records or the list as it is seen, remembered under Unterlagen."""

from __future__ import annotations

import csv
import datetime as dt

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

KEPT = ListQuery(filters={"kept": ("yes",)})


@pytest.fixture
def open_dialog(collaborators, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(seen=None, purpose="Einladung"):
        dialog = ExportDialog(Desk(*collaborators), seen, parent)
        dialog.reason.purpose.setText(purpose)
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


@pytest.fixture
def people(collaborators, qtbot):
    from ehrenamt_desktop.ui.people.tab import PeopleTab

    tab = PeopleTab(*collaborators)
    qtbot.addWidget(tab)
    tab.resize(1366, 700)
    tab.show()
    qtbot.waitUntil(lambda: "page" in vars(tab) and tab.list.isVisible())
    return tab


def cells_seen(table):
    """What stands on the screen, read from the table itself."""
    model, heads = table.model(), table.horizontalHeader()
    places = [heads.logicalIndex(visual) for visual in range(heads.count())]
    shown = [place for place in places if not table.isColumnHidden(place)]
    titles = [model.columns[place].title for place in shown]
    rows = range(model.rowCount())
    return [titles, *([model.index(row, place).data() for place in shown] for row in rows)]


@pytest.mark.parametrize("narrow", [False, True])
def test_every_file_holds_exactly_what_is_seen(
    open_dialog, people, office, files, tmp_path, narrow
):  # fmt: skip
    from ehrenamt_desktop.model.views import Layout, View

    columns = () if narrow else ("name", "email", "created", "place", "municipality")
    sorts = (("place", True), ("name", False))
    people.list.show_view(View("", {"municipality": ("Sontra",)}, Layout(columns, {}, sorts)))
    if narrow:
        people.list.table.resize(260, 400)
        people.list.table.grab()
    expected = cells_seen(people.list.table)
    assert len(expected) > 5
    assert len(expected[0]) == (2 if narrow else 5)
    seen = seen_in(people, office.lists)
    for suffix in (".csv", ".xlsx", ".pdf"):
        files.next_path = tmp_path / f"liste{suffix}"
        dialog = open_dialog(seen)
        dialog.kinds.set_current(suffix)
        dialog.accept_button.click()
    assert read(tmp_path / "liste.csv") == expected
    sheet = load_workbook(tmp_path / "liste.xlsx").worksheets[0]
    in_excel = [[_words(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert in_excel == expected
    assert _in_order(tmp_path / "liste.pdf", expected)


def _words(cell):
    return f"{cell:%d.%m.%Y}" if hasattr(cell, "strftime") else cell or ""


def _in_order(path, expected):
    """Whether the cells stand in the PDF row by row."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    whole = "".join(text.split()).replace("\ufffe", "-")
    place = 0
    for row in expected[1:]:
        for cell in row:
            place = whole.find("".join(cell.split()), place)
            assert place >= 0, row
    return True


def test_sichtschutz_keeps_the_list_in_the_office(open_dialog, files, notices, office, tmp_path):
    from ehrenamt_desktop.ui.kit import privacy

    files.next_path = tmp_path / "liste.csv"
    before = office.lists.postings.total()
    dialog = open_dialog(SeenList("people", ListQuery(), COLUMNS[:2], "", 40))
    privacy.mask(True)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "Sichtschutz" in dialog.refusal.text()
    assert files.asked == []
    assert not files.next_path.exists()
    assert office.lists.postings.total() == before
    privacy.mask(False)
    dialog.accept_button.click()
    assert files.next_path.exists()


def test_whole_records_on_paper_are_the_first_view(open_dialog, files, tmp_path):
    files.next_path = tmp_path / "liste.pdf"
    dialog = open_dialog()
    dialog.kinds._choose(".pdf")
    assert dialog.about.text().startswith("Als PDF")
    dialog.accept_button.click()
    assert files.next_path.read_bytes().startswith(b"%PDF")


def test_the_name_of_a_view_stands_above_the_list():
    seen = SeenList("people", ListQuery(), COLUMNS[:1], "", 1, "Jugendliche in Ulfen")
    assert seen.title == "Personen: Jugendliche in Ulfen"
    assert seen.words() == "Personen: Jugendliche in Ulfen, 1 Eintrag. Spalten: Name."


def test_a_list_with_names_asks_what_for_and_until_when(
    open_dialog, office, files, notices, tmp_path
):
    files.next_path = tmp_path / "liste.csv"
    dialog = open_dialog(purpose="")
    dialog.accept_button.click()
    assert "wofür die Liste ist" in dialog.reason.problem.text()
    dialog.reason.findChild(QWidget, "export.purpose.1").click()
    dialog.reason.delete_on.set_value("22.11.2026")
    dialog.accept_button.click()
    assert "heute oder einen späteren Tag" in dialog.reason.problem.text()
    dialog.reason.delete_on.set_value("bald")
    dialog.accept_button.click()
    assert "TT.MM.JJJJ" in dialog.reason.problem.text()
    assert not files.asked
    dialog.reason.delete_on.set_value("27.11.2026")
    dialog.accept_button.click()
    (row,) = office.lists.postings.rows(office.lists.postings.ids(KEPT))
    assert (row.purpose, row.delete_on) == ("Einladung", dt.date(2026, 11, 27))


def test_a_list_without_names_asks_nothing(open_dialog, office, files, tmp_path):
    files.next_path = tmp_path / "liste.csv"
    dialog = open_dialog(purpose="")
    dialog.nouns._choose("offers")
    assert dialog.reason.isHidden()
    assert dialog.warning.isHidden()
    dialog.accept_button.click()
    assert files.next_path.exists()
    assert not office.lists.postings.ids(KEPT)
