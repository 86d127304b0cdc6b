"""A letter to all a filter shows, labels in the same order, each course, and all of it back."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.model.enums import FollowUpKind, Kind, PaperKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.lists.export_dialog import ExportDialog
from ehrenamt_desktop.ui.lists.letter_dialog import LetterDialog

SEEKING = {"stage": ("seeking",)}


def people_tab(window, qtbot):
    window.show_tab("people")
    tab = window.current()
    qtbot.waitUntil(lambda: "page" in vars(tab) and bool(tab.list.filter_bar.known()))
    qtbot.waitUntil(lambda: tab.list.table.count() > 0)
    tab.list.filter_bar.set_active(SEEKING)
    return tab


def run(window, name):
    next(one for one in window.equipment.commands.commands() if one.name == name).run()


def letters(office, number):
    return [
        one
        for one in office.lists.person(number).history
        if one.kind is Kind.INTERACTION and one.paper is not None
    ]


def test_a_letter_to_all_a_filter_shows(window, office, bar, files, qtbot, tmp_path):
    tab = people_tab(window, qtbot)
    wanted = office.lists.people.ids(ListQuery(filters=SEEKING))
    qtbot.waitUntil(lambda: tab.list.table.count() == len(wanted))
    run(window, "main.letters")
    (dialog,) = window.findChildren(LetterDialog)
    qtbot.waitUntil(lambda: dialog.texts.text.count() > 1)
    panel = dialog.texts
    panel.text.setCurrentIndex(panel.text.findData("schulung"))
    for line in panel._answers.values():
        line.setText("Mittwoch")
    qtbot.waitUntil(lambda: bool(dialog.page.plan.letters) and dialog.page.wanted.text != "")
    assert dialog.ids() == tuple(tab.list.table.ids_shown())
    assert "außen vor" in dialog.page.counts.text()
    assert "×" in dialog.page.reasons.text()
    plan = dialog.page.plan
    assert [one.postcode for one in plan.letters] == sorted(one.postcode for one in plan.letters)
    files.next_path = tmp_path / "briefe.pdf"
    dialog.confirm()
    qtbot.waitUntil(lambda: "im Verlauf eingetragen" in bar.text())
    assert files.next_path.exists()
    reached = [number for one in plan.letters for number in one.numbers]
    assert all(len(letters(office, number)) == 1 for number in reached)
    paper = letters(office, reached[0])[0].paper
    assert office.lists.postings.rows([paper])[0].kind is PaperKind.SERIAL_LETTER

    next(one for one in bar._actions if one.text().startswith("Etiketten")).click()
    again = window.findChildren(LetterDialog)[-1]
    qtbot.waitUntil(lambda: again.page.plan.letters == plan.letters)
    files.next_path = tmp_path / "etiketten.pdf"
    again.confirm()
    qtbot.waitUntil(lambda: "Tatsächliche Größe" in bar.text())
    assert files.next_path.exists()

    undo = window.equipment.undo.undo
    undo.trigger()
    qtbot.waitUntil(lambda: office.history.next_undo().action == "Serienbrief geschrieben")
    undo.trigger()
    qtbot.waitUntil(lambda: not any(letters(office, number) for number in reached))
    QApplication.processEvents()


def test_a_list_that_left_is_asked_for_on_start(window, office, bar, files, qtbot, tmp_path):
    people_tab(window, qtbot)
    run(window, "main.export")
    (dialog,) = window.findChildren(ExportDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.reason.purpose.setText("Einladung")
    dialog.reason.delete_on.set_value("23.11.2026")
    files.next_path = tmp_path / "liste.csv"
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: "ist gespeichert" in bar.text())
    window.show_tab("start")

    def due():
        found = office.lists.follow_ups()
        return [one for one in found if one.kind is FollowUpKind.DELETE_EXPORT]

    (reminder,) = due()
    assert reminder.title == "Liste Personen löschen"
    office.follow_ups.finish(reminder.id)
    assert not due()
    assert office.lists.postings.rows([reminder.posting_id])[0].deleted_on is not None
