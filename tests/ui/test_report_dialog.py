"""Reports in the window: the dialog asks what the kind needs, and the file is told."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.documents.tab import DocumentsTab
from ehrenamt_desktop.ui.kit.fields import InputError
from ehrenamt_desktop.ui.reports.kinds import KINDS
from ehrenamt_desktop.ui.reports.report_dialog import ReportDialog


@pytest.fixture
def tab(collaborators, qtbot):
    made = DocumentsTab(*collaborators)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


@pytest.fixture
def dialog(desk, qtbot):
    made = ReportDialog(dt.date(2026, 11, 23), ("Sontra",))
    qtbot.addWidget(made)
    made.open()
    return made


def box(dialog, key):
    return dialog.findChild(QWidget, f"report.{key}")


def ask(tab, key):
    tab.reports.ask(key)
    return tab.findChild(ReportDialog)


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.key)
def test_each_report_becomes_a_file_and_a_paper(tab, files, notices, tmp_path, office, qtbot, kind):
    files.next_path = tmp_path / f"bericht{kind.suffix}"
    shown = ask(tab, kind.key)
    shown.set_period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    if kind.sentences:
        box(shown, "sentence_1").setPlainText("Es war ein gutes Jahr.")
    shown.confirm()
    qtbot.waitUntil(lambda: bool(notices.shown or notices.errors))
    assert notices.errors == []
    assert notices.shown[0][1] == f"{kind.label}: Die Datei ist fertig."
    assert files.next_path.stat().st_size > 2000
    (number,) = office.lists.postings.ids(ListQuery())
    (kept,) = office.lists.postings.rows([number])
    assert kept.title.endswith("2026, Ausgabe 1")
    assert tab.list.table.selected_id() == number
    (edition,) = office.editions.rows()
    assert (edition.number, edition.end) == (1, dt.date(2026, 12, 31))


def test_the_button_asks(tab):
    tab.findChild(QAction, "report.council_page").trigger()
    assert tab.findChild(ReportDialog).kind().key == "council_page"


def test_a_locked_target_is_a_sentence_and_leaves_no_edition(
    tab, files, notices, tmp_path, office, monkeypatch, qtbot
):
    files.next_path = tmp_path / "bericht.xlsx"

    def locked(self, target):
        raise PermissionError(13, "locked", str(target))

    monkeypatch.setattr("pathlib.Path.replace", locked)
    ask(tab, "annual.book").confirm()
    qtbot.waitUntil(lambda: bool(notices.errors))
    assert isinstance(notices.errors[0], StoreUnavailable)
    assert "schließen Sie sie in anderen Programmen" in notices.errors[0].sentence
    assert office.editions.rows() == ()
    assert list(tmp_path.glob("*.xlsx")) == []


def test_the_dialog_asks_only_what_the_report_needs(dialog):
    dialog.choose("council_list")
    assert box(dialog, "municipality").isVisible()
    assert not box(dialog, "sentence_1").isVisible()
    dialog.towns.setCurrentIndex(1)
    assert dialog.municipality() == "Sontra"
    dialog.choose("council_page")
    assert dialog.municipality() == ""
    assert box(dialog, "proposal").isVisible()
    dialog.choose("funding")
    assert box(dialog, "sentence_3").isVisible()
    assert not box(dialog, "proposal").isVisible()
    assert dialog.words().proposal == ""


def test_words_that_are_too_long_are_told_under_their_field(dialog):
    said = []
    dialog.accepted.connect(lambda: said.append(dialog.words()))
    dialog.choose("council_page")
    box(dialog, "sentence_2").setPlainText("x" * 301)
    box(dialog, "proposal").setPlainText("y" * 501)
    dialog.confirm()
    assert said == []
    assert box(dialog, "sentence_2.error").text() == "Bitte höchstens 300 Zeichen; es sind 301."
    assert "501" in box(dialog, "proposal.error").text()
    box(dialog, "sentence_2").setPlainText(" Zwei. ")
    box(dialog, "proposal").setPlainText("")
    dialog.confirm()
    (words,) = said
    assert words.checked().sentences == ("Zwei.",)
    assert words.body == "Verbandsversammlung"


def test_a_period_that_ends_before_it_begins(dialog):
    dialog.period_fields.end.line.setText("1.1.2020")
    dialog.confirm()
    assert box(dialog, "problem").text() == "Das Ende liegt vor dem Beginn."
    dialog.period_fields.end.line.setText("")
    with pytest.raises(InputError):
        dialog.period()


def test_kinds_of_paper_have_their_names():
    labels = {PaperKind.COUNCIL_PAGE.label, PaperKind.ANNUAL_REPORT.label,
              PaperKind.FUNDING_REPORT.label, PaperKind.COUNCIL_LIST.label}  # fmt: skip
    assert labels <= {one.label for one in KINDS}
