"""Each error on its rung; reports on bugs hold no values."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from ehrenamt_desktop.errors import BadFile, Cancelled, DomainError, StoreUnavailable
from ehrenamt_desktop.ui.kit.bug_report import report
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.kit.notices import Action, DeskNotices
from ehrenamt_desktop.ui.kit.tasks import LongWork


@pytest.fixture
def bar(desk, qtbot):
    window = QWidget()
    window.resize(800, 100)
    made = NoticeBar(window)
    qtbot.addWidget(window)
    window.show()
    yield made
    window.close()


@pytest.fixture
def real(bar):
    return DeskNotices(bar)


def answer(words):
    """Press a button of the message box that will open."""
    seen = []

    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append((box.text(), box.textFormat(), box.detailedText()))
        next(one for one in box.buttons() if one.text() == words).click()

    QTimer.singleShot(0, press)
    return seen


def test_a_notice_offers_its_actions_once(real, bar, qtbot):
    done = []
    real.success("Fertig.", Action("Öffnen", lambda: done.append(1)), Action("Ordner", print))
    assert bar.text() == "Fertig."
    assert bar.actions_shown() == ["Öffnen", "Ordner"]
    bar.findChild(QWidget, "notice.action").click()
    assert done == [1]
    assert bar.text() == ""


def test_names_cannot_become_markup(real, bar):
    real.info("<b>Müller</b>")
    assert bar.findChild(QWidget, "notice.text").textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("error", [DomainError("Erst klären."), BadFile("Keine Liste.")])
def test_rules_and_files_stand_in_the_bar(real, bar, error):
    real.error(error)
    assert bar.text() == error.sentence


def test_a_stopped_task_is_no_fault(real, bar):
    real.error(Cancelled())
    assert bar.property("notice") == "info"


def test_a_failing_environment_gets_a_dialog(real):
    seen = answer("Schließen")
    real.error(StoreUnavailable("Die Platte ist voll. Bitte schaffen Sie Platz."))
    assert seen[0][:2] == (
        "Die Platte ist voll. Bitte schaffen Sie Platz.", Qt.TextFormat.PlainText,
    )  # fmt: skip


def test_a_bug_can_be_copied(real):
    seen = answer("Bericht kopieren")
    try:
        int("Horst Gliem, 05653 9122")
    except ValueError as error:
        real.error(error)
    clipboard = QApplication.clipboard().text()
    assert "builtins.ValueError" in clipboard
    assert "Gliem" not in clipboard + seen[0][2]


def test_a_report_names_places_not_values():
    def deep(name):
        return {}[name]

    try:
        deep("Marion Dietzel")
    except KeyError as error:
        text = report(error)
    assert "Dietzel" not in text
    assert "test_notices.py" in text
    assert "deep" in text
    assert "/home" not in text


@pytest.mark.parametrize(("words", "expected"), [("Verwerfen", True), ("Abbrechen", False)])
def test_a_question_is_answered(real, words, expected):
    answer(words)
    assert real.ask("Eingaben verwerfen?", "Verwerfen") is expected


def test_an_action_that_fails_is_told(real, bar):
    def fail():
        raise BadFile("Die Datei ist weg.")

    real.success("Fertig.", Action("Öffnen", fail))
    bar.findChild(QWidget, "notice.action").click()
    assert bar.text() == "Die Datei ist weg."


def test_progress_is_shown_and_can_be_stopped(real, bar):
    work = LongWork("Einlesen …")
    bar.show_work(work)
    work.progressed.emit(3, 10, "Zeilen")
    assert bar.text() == "Zeilen · 3 von 10"
    assert bar.actions_shown() == ["Abbrechen"]
    bar.findChild(QWidget, "notice.action").click()
    with pytest.raises(Cancelled):
        work.step(4, 10)
    work.finished.emit()
    assert bar.text() == ""
