"""The history of a person in the window: read when looked at, one field put back, blanked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.people.person_specs import PROFILE
from ehrenamt_desktop.ui.record.history_view import labels_of


@pytest.fixture
def changes(tab, office, town):
    office.people.save({"phone": "05653 2222", "occupation": "retired"}, town.marion)
    tab.open_record(Kind.PERSON, town.marion)
    tab.pane.turn("course")
    button(tab, "person.course.changes").click()
    QApplication.processEvents()
    return tab.pane.course.changes


def button(owner, name):
    return owner.findChild(QPushButton, name)


def shown(view):
    model = view.table.changes
    return [
        [model.data(model.index(row, column)) for column in range(1, 4)]
        for row in range(model.rowCount())
    ]


def choose(view, label):
    view.table.selectRow(next(n for n, row in enumerate(shown(view)) if row[0] == label))


def test_what_was_changed_stands_in_the_words_of_the_form(changes):
    rows = shown(changes)
    assert ["Telefon", "05658 4471", "05653 2222"] in rows
    assert ["Berufliche Situation", "–", "Rente oder Pension"] in rows
    assert ["Person", "–", "angelegt"] in rows
    assert all(row[0] for row in rows)


def test_a_field_is_put_back_and_that_is_undone(changes, office, town, notices):
    assert not changes.back.isEnabled()
    choose(changes, "Telefon")
    changes.back.click()
    assert office.lists.person(town.marion).values["phone"] == "05658 4471"
    assert notices.texts()[-1] == "Zurückgesetzt: Telefon."
    QApplication.processEvents()
    assert shown(changes)[0] == ["Telefon", "05653 2222", "05658 4471"]
    notices.actions["Rückgängig"]()
    assert office.lists.person(town.marion).values["phone"] == "05653 2222"


def test_a_refusal_is_a_sentence(changes, office, town, notices):
    office.people.save({"phone": "05653 3333"}, town.marion)
    QApplication.processEvents()
    rows = shown(changes)
    changes.table.selectRow(rows.index(["Telefon", "05658 4471", "05653 2222"]))
    changes.back.click()
    assert "noch einmal geändert" in notices.errors[-1].sentence
    assert office.lists.person(town.marion).values["phone"] == "05653 3333"


def test_sichtschutz_blanks_what_was_and_is(changes):
    privacy.mask(True)
    assert {cell for row in shown(changes) for cell in row[1:]} == {"•••"}


def test_nothing_is_read_before_it_is_looked_at(tab, office, town, monkeypatch):
    asked = []
    monkeypatch.setattr(office.edits, "of", lambda *given: asked.append(given) or ())
    tab.open_record(Kind.PERSON, town.oezlem)
    tab.pane.turn("course")
    assert asked == []
    button(tab, "person.course.changes").click()
    QApplication.processEvents()
    assert asked == [(Kind.PERSON, town.oezlem)]


def test_thousands_of_entries_open(changes, office, town, monkeypatch):
    edit = office.edits.of(Kind.PERSON, town.marion)[0]
    monkeypatch.setattr(office.edits, "of", lambda *_: (edit,) * 3_000)
    changes.show_record(town.oezlem)
    QApplication.processEvents()
    changes.table.grab()
    assert changes.table.changes.rowCount() == 3_000


def test_the_changes_are_left_by_tab(changes, qtbot):
    changes.table.setFocus()
    qtbot.keyClick(changes.table, Qt.Key.Key_Down)
    assert changes.table.current_edit() is not None


def test_every_field_of_the_form_is_named():
    assert labels_of(PROFILE)["terms.wish.activity"] == "Interessen"
    assert labels_of(PROFILE)["phone"] == "Telefon"
