"""Unterlagen: a sheet is made, remembered, opened, taken down (way (d) of the design)."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QPushButton

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.model.enums import Kind, PaperKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.report_words import ReportWords
from ehrenamt_desktop.model.sheets import SheetChoice
from ehrenamt_desktop.ui.documents.boards_dialog import BoardsDialog
from ehrenamt_desktop.ui.documents.bulletin_dialog import BulletinDialog
from ehrenamt_desktop.ui.documents.new_papers import BoardDialog, PosterDialog
from ehrenamt_desktop.ui.documents.tab import DocumentsTab
from ehrenamt_desktop.ui.kit.period_fields import usual_periods
from ehrenamt_desktop.ui.record.form_dialog import FormDialog
from ehrenamt_desktop.ui.reports.kinds import KINDS


@pytest.fixture
def tab(collaborators, qtbot):
    made = DocumentsTab(*collaborators)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def test_a_sheet_for_a_place(tab, office, files, notices, tmp_path, qtbot):
    files.next_path = tmp_path / "Aushang.pdf"
    tab.findChild(QAction, "documents.board").trigger()
    dialog = tab.findChild(BoardDialog)
    place = office.lists.board_places()[0]
    dialog.choose(place.id)
    dialog.confirm()
    assert files.asked == [("Aushang speichern", f"Aushang {place.name}")]
    assert files.next_path.read_bytes().startswith(b"%PDF")
    assert notices.shown == [
        ("success", f"Der Aushang „{place.name}“ ist fertig.", ("Ansehen", "Drucken", "Ordner"))
    ]
    notices.actions["Ansehen"]()
    assert files.shown == [files.next_path]
    qtbot.waitUntil(lambda: tab.list.table.count() == 1)
    qtbot.waitUntil(lambda: tab.findChild(QPushButton, "documents.down") is not None)
    tab.print_()
    assert files.shown == [files.next_path] * 2
    number = tab.list.table.selected_id()
    tab.findChild(QPushButton, "documents.down").click()
    qtbot.waitUntil(lambda: office.lists.postings.rows([number])[0].taken_down_on is not None)


def test_changing_ones_mind_makes_nothing(tab, notices):
    tab.boards.make(SheetChoice(), "Alle Orte")
    period = (dt.date(2026, 1, 1), dt.date(2026, 6, 30))
    tab.reports.make(KINDS[0], period, ReportWords())
    assert notices.shown == []
    assert tab.list.table.count() == 0


def test_a_file_that_is_gone_is_said(tab, office, notices, tmp_path, files, monkeypatch, bus):
    number = office.papers.remember(PaperKind.LIST_EXPORT, "Liste", tmp_path / "weg.xlsx", 3)
    tab.list.table.reload()
    tab.open_record(Kind.POSTING, number)
    assert not tab.findChild(QPushButton, "documents.open").isEnabled()

    def gone(path):
        raise BadFile("Die Datei ist nicht mehr vorhanden.")

    monkeypatch.setattr(files, "show", gone)
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


def test_the_text_for_the_bulletin_is_cut_and_copied(tab, office, notices, files, tmp_path, qtbot):
    QGuiApplication.clipboard().clear()
    tab.findChild(QAction, "documents.bulletin").trigger()
    dialog = tab.findChild(BulletinDialog)
    whole = dialog.made
    assert f"{whole.length} Zeichen" in dialog.told.text()
    dialog.limit.setText("20")
    assert dialog.problem.text() == "Bitte geben Sie mindestens 200 Zeichen frei, oder 0."
    assert not dialog.accept_button.isEnabled()
    dialog.limit.setText("")
    dialog.numbers.setText(f"Nr. {whole.shown[0]}")
    assert dialog.made.shown == whole.shown[:1]
    files.next_path = tmp_path / "blatt.docx"
    dialog.word_button.click()
    assert files.next_path.is_file()
    assert QGuiApplication.clipboard().text() == ""
    tab.findChild(QAction, "documents.bulletin").trigger()
    tab.findChildren(BulletinDialog)[-1].confirm()
    assert QGuiApplication.clipboard().text() == whole.text
    QGuiApplication.clipboard().clear()
    kinds = [row.kind for row in office.lists.postings.rows(office.lists.postings.ids(ListQuery()))]
    assert kinds == [PaperKind.BULLETIN] * 2
    qtbot.waitUntil(lambda: tab.list.table.count() == 2)


def test_the_page_for_the_site(tab, files, notices, tmp_path):
    files.next_path = tmp_path / "angebote.html"
    tab.findChild(QAction, "documents.web").trigger()
    assert "<h1>" in files.next_path.read_text(encoding="utf-8")
    assert notices.shown[-1][1:] == ("Die Seite ist fertig.", ("Öffnen", "Ordner"))


def test_a_poster_is_asked_for(tab, office, files, notices, tmp_path):
    tab.findChild(QAction, "documents.poster").trigger()
    dialog = tab.findChild(PosterDialog)
    dialog.confirm()
    assert dialog.offer.error() == "Bitte wählen Sie ein Angebot."
    number = office.papers.bulletin(SheetChoice()).shown[0]
    dialog.offer.editor.set_value(number)
    files.next_path = tmp_path / "plakat.pdf"
    dialog.confirm()
    assert files.asked == [("Plakat speichern", f"Plakat Angebot {number}")]
    assert files.next_path.read_bytes().startswith(b"%PDF")


def test_boards_and_their_round(tab, office, files, notices, tmp_path):
    tab.findChild(QAction, "documents.boards").trigger()
    dialog = tab.findChild(BoardsDialog)
    assert not dialog.accept_button.isEnabled()
    dialog.new_button.click()
    form = dialog.findChild(FormDialog)
    form.form.editor("name").set_value("Kirche")
    form.form.editor("large").set_value(True)
    form.confirm()
    (board,) = office.boards.rows()
    assert (board.name, board.large) == ("Kirche", True)
    tab.findChild(QAction, "documents.board").trigger()
    asked = tab.findChildren(BoardDialog)[-1]
    asked.fields.choose_board(board.id)
    files.next_path = tmp_path / "a.pdf"
    asked.confirm()
    dialog.look()
    (tick,) = dialog.ticks.values()
    assert tick.text().endswith("aufhängen")
    files.next_path = tmp_path / "r.pdf"
    dialog.print_button.click()
    assert files.next_path.read_bytes().startswith(b"%PDF")
    tick.setChecked(True)
    dialog.confirm()
    assert dialog.ticks == {}
    assert office.boards.rows()[0].hanging == 1
    assert notices.shown[-1][1] == "Der Rundgang ist eingetragen."
    dialog.table.select_id(board.id)
    dialog.remove_button.click()
    assert office.boards.rows() == ()
