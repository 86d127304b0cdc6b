"""Einlesen by hand: encoding, separator, headings and columns are shown and can be changed."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from tests.services.test_hostile_text import HOSTILE

from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.lists.column_choice import NOTHING
from ehrenamt_desktop.ui.lists.import_dialog import CHECK_FIRST, ImportDialog


@pytest.fixture
def host(desk, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(collaborators, host):
    made = ImportDialog(Desk(*collaborators), host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    return made


@pytest.fixture
def odd(tmp_path):
    path = tmp_path / "fremd.csv"
    path.write_text("A;B;C\nMüßig;Änne;gern dienstags\nGliem;Horst;\n", encoding="utf-8")
    return path


def pick(qtbot, box, words):
    """Choose by the keys alone, as somebody without a mouse does."""
    box.setFocus()
    at = box.findText(words)
    assert at >= 0
    for _ in range(box.count()):
        if box.currentIndex() == at:
            return
        key = Qt.Key.Key_Down if box.currentIndex() < at else Qt.Key.Key_Up
        qtbot.keyClick(box, key)
    assert box.currentIndex() == at


def test_columns_nobody_knows_are_mapped_by_keys_and_remembered(
    dialog, office, odd, qtbot, notices
):
    before = office.lists.people.total()
    dialog.plan_file(odd)
    assert dialog.problem.isVisible()
    columns = dialog.page.columns
    assert columns.isVisible()
    assert [box.currentText() for box in columns.boxes] == [NOTHING] * 3
    assert columns.boxes[0].accessibleName() == "Feld für „A“"
    pick(qtbot, columns.boxes[0], "Nachname")
    pick(qtbot, columns.boxes[1], "Vorname")
    columns.check.setFocus()
    qtbot.keyClick(columns.check, Qt.Key.Key_Return)
    assert not dialog.problem.isVisible()
    assert dialog.accept_button.text() == "2 Zeilen einlesen"
    dialog.accept_button.click()
    assert office.lists.people.total() == before + 2
    (number,) = office.lists.people.ids(ListQuery(text="Müßig"))
    notices.actions["Rückgängig"]()
    assert office.lists.people.total() == before
    dialog.show()
    dialog.plan_file(odd)
    assert dialog.accept_button.text() == "2 Zeilen einlesen"
    assert any("gemerkt" in sentence for sentence in dialog.page.warnings())
    dialog.page.parts._choose("columns")
    assert dialog.page.columns.forget.isVisible()
    dialog.page.columns.forget.click()
    assert dialog.problem.isVisible()
    assert number not in office.lists.people.ids(ListQuery())


def test_a_change_waits_until_it_is_checked(dialog, odd, tmp_path, qtbot, office):
    path = tmp_path / "liste.csv"
    path.write_text("Nachname;Vorname;Beruf\nOhnsorge;Ida;Idchen\n", encoding="utf-8")
    dialog.plan_file(path)
    dialog.page.parts._choose("columns")
    columns = dialog.page.columns
    assert [box.currentText() for box in columns.boxes] == ["Nachname", "Vorname", "Beruf"]
    pick(qtbot, columns.boxes[2], "Vorname")
    assert columns.chosen() == ("last_name", "", "first_name")
    assert not dialog.accept_button.isEnabled()
    assert dialog.accept_button.toolTip() == CHECK_FIRST
    before = office.lists.people.total()
    dialog.confirm()
    assert office.lists.people.total() == before
    columns.check.click()
    assert dialog.accept_button.isEnabled()
    assert not columns.check.isEnabled()


def test_without_remembering_the_next_list_is_read_anew(dialog, odd, qtbot):
    dialog.plan_file(odd)
    pick(qtbot, dialog.page.columns.boxes[0], "Nachname")
    dialog.page.columns.keep.setChecked(False)
    dialog.page.columns.check.click()
    dialog.accept_button.click()
    dialog.show()
    dialog.plan_file(odd)
    assert dialog.problem.isVisible()


def test_encoding_separator_and_headings_are_shown_and_can_be_changed(dialog, tmp_path, qtbot):
    path = tmp_path / "alt.csv"
    path.write_bytes("Nachname;Vorname\nNachname;Beruf\nMüßig;Änne\n".encode("cp850"))
    dialog.plan_file(path)
    reading = dialog.reading
    assert reading.isVisible()
    assert reading.separator.currentText() == "Semikolon ;"
    assert reading.encoding.currentText() == "Westeuropa (Windows)"
    assert reading.header.currentText() == "1: Nachname · Vorname"
    pick(qtbot, reading.encoding, "Westeuropa (DOS)")
    reading.encoding.activated.emit(reading.encoding.currentIndex())
    assert reading.encoding.currentText() == "Westeuropa (DOS)"
    assert any("Müßig · Änne" in reading.header.itemText(at) for at in range(3))
    reading.header.setCurrentIndex(1)
    reading.header.activated.emit(1)
    assert dialog.accept_button.text() == "1 Zeile einlesen"
    dialog.page.parts._choose("columns")
    assert [box.currentText() for box in dialog.page.columns.boxes] == ["Nachname", "Beruf"]
    reading.separator.setCurrentIndex(1)
    reading.separator.activated.emit(1)
    assert dialog.problem.isVisible()
    assert reading.isVisible()


def test_signs_nobody_can_read_leave_the_choice_of_their_encoding(dialog, tmp_path):
    path = tmp_path / "alt.csv"
    whole = "Nachname;Vorname\nMüßig;Änne\nGroß;Jörg\n".encode()
    path.write_bytes(whole + b"Gliem;Horst \xff\n")
    dialog.plan_file(path)
    assert dialog.problem.isVisible()
    reading = dialog.reading
    assert reading.encoding.isVisible()
    assert not reading.separator.isVisible()
    assert not reading.header.isVisible()
    reading.encoding.activated.emit(1)
    assert dialog.accept_button.text() == "3 Zeilen einlesen"
    assert reading.encoding.currentText() == "Westeuropa (Windows)"


def test_a_workbook_has_neither_encoding_nor_separator(dialog, tmp_path):
    from tests.exchange.book_makers import HEAD, line, parts, write

    book = write(tmp_path / "a.xlsx", parts({"A": line(1, *HEAD) + line(2, "Süß", "Anna")}))
    dialog.plan_file(book)
    assert dialog.reading.header.isVisible()
    assert not dialog.reading.encoding.isVisible()
    assert not dialog.reading.separator.isVisible()


def test_cards_are_counted_as_cards(dialog, tmp_path):
    path = tmp_path / "karten.vcf"
    path.write_text(
        "BEGIN:VCARD\nN:Gut;Anna\nEND:VCARD\nBEGIN:VCARD\nTEL:1\nEND:VCARD\n", encoding="utf-8"
    )
    dialog.plan_file(path)
    assert dialog.accept_button.text() == "1 Karte einlesen"
    assert dialog.page.reason.text() == "Karte 2: Die Karte nennt keinen Namen."


def test_hostile_cells_and_headings_stay_plain_text(dialog, tmp_path):
    cells = [text for what, text in HOSTILE.items() if what != "controls"]
    path = tmp_path / "fremd.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["Nachname", "Bemerkung", *(cell[:300] for cell in cells)])
        rows.writerows([f"A {cell}"[:80], cell, *cells] for cell in cells)
    dialog.plan_file(path)
    dialog.page.parts._choose("columns")
    assert not dialog.grab().isNull()
    labels = dialog.findChildren(QLabel)
    assert len(dialog.page.columns.boxes) == len(cells) + 2
    assert {one.textFormat() for one in labels if one.text()} == {Qt.TextFormat.PlainText}
