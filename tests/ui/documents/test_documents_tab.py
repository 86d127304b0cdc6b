"""Unterlagen: a sheet is made, remembered, opened, taken down (way (d) of the design)."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.model.enums import Kind, PaperKind
from ehrenamt_desktop.ui.documents.new_papers import BoardDialog, PeriodDialog, usual_periods
from ehrenamt_desktop.ui.documents.tab import DocumentsTab
from ehrenamt_desktop.ui.kit.fields import InputError


@pytest.fixture
def tab(collaborators, qtbot):
    made = DocumentsTab(*collaborators)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def test_a_sheet_for_a_place(tab, office, files, notices, tmp_path, qtbot):
    files.next_path = tmp_path / "Aushang.pdf"
    tab.findChild(QPushButton, "documents.board").click()
    dialog = tab.findChild(BoardDialog)
    place = office.lists.board_places()[0]
    dialog.choose(place.id)
    dialog.confirm()
    assert files.asked == [("Aushang speichern", f"Aushang {place.name}")]
    assert files.next_path.read_bytes().startswith(b"%PDF")
    assert notices.shown == [
        ("success", f"Der Aushang „{place.name}“ ist fertig.", ("Öffnen", "Drucken", "Ordner"))
    ]
    notices.actions["Öffnen"]()
    assert files.launched == [files.next_path]
    qtbot.waitUntil(lambda: tab.list.table.count() == 1)
    qtbot.waitUntil(lambda: tab.findChild(QPushButton, "documents.down") is not None)
    tab.print_()
    assert files.printed == [files.next_path]
    number = tab.list.table.selected_id()
    tab.findChild(QPushButton, "documents.down").click()
    qtbot.waitUntil(lambda: office.lists.postings.rows([number])[0].taken_down_on is not None)


def test_the_council_list(tab, files, notices, tmp_path, office, qtbot):
    files.next_path = tmp_path / "liste.xlsx"
    tab.findChild(QPushButton, "documents.council").click()
    dialog = tab.findChild(PeriodDialog)
    dialog.confirm()
    assert notices.shown[0][2] == ("Öffnen", "Ordner")
    qtbot.waitUntil(lambda: tab.list.table.count() == 1)
    kept = office.lists.postings.rows(tab.list.table.ids_shown())[0]
    assert (kept.kind, kept.path) == (PaperKind.COUNCIL_LIST, str(files.next_path))


def test_changing_ones_mind_makes_nothing(tab, notices):
    tab.make_board(None)
    tab.make_council(dt.date(2026, 1, 1), dt.date(2026, 6, 30))
    assert notices.shown == []
    assert tab.list.table.count() == 0


def test_a_file_that_is_gone_is_said(tab, office, notices, tmp_path, files, monkeypatch, bus):
    number = office.papers.remember(PaperKind.LIST_EXPORT, "Liste", tmp_path / "weg.xlsx", 3)
    tab.list.table.reload()
    tab.open_record(Kind.POSTING, number)
    assert not tab.findChild(QPushButton, "documents.open").isEnabled()

    def gone(path):
        raise BadFile("Die Datei ist nicht mehr vorhanden.")

    monkeypatch.setattr(files, "launch", gone)
    tab._open_row(number)
    assert isinstance(notices.errors[0], BadFile)


def test_other_kinds_are_left_alone(tab):
    tab.open_record(Kind.PERSON, 1)
    tab.show_list(Kind.PERSON, {"x": ("y",)})
    assert tab.list.table.selected_id() is None
    assert tab.list.filter_bar.active() == {}


def test_the_half_years_stand_ready():
    periods = usual_periods(dt.date(2026, 11, 23))
    assert periods[0] == ("2. Halbjahr 2026", dt.date(2026, 7, 1), dt.date(2026, 12, 31))
    assert periods[1] == ("1. Halbjahr 2026", dt.date(2026, 1, 1), dt.date(2026, 6, 30))
    assert usual_periods(dt.date(2026, 3, 1))[1] == (
        "2. Halbjahr 2025", dt.date(2025, 7, 1), dt.date(2025, 12, 31),
    )  # fmt: skip


def test_a_period_that_ends_before_it_begins(desk, qtbot):
    dialog = PeriodDialog(dt.date(2026, 11, 23), ("Sontra",))
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.end.line.setText("1.1.2020")
    dialog.confirm()
    assert dialog.findChild(QWidget, "council.problem").text() == "Das Ende liegt vor dem Beginn."
    dialog.end.line.setText("")
    with pytest.raises(InputError):
        dialog.period()
