"""Viele ändern: shown first, written as one step, nothing behind Sichtschutz."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.lists.mass_edit_dialog import Chosen, MassEditDialog
from ehrenamt_desktop.ui.lists.mass_edit_words import counts_words


@pytest.fixture
def make(collaborators, office, qtbot):
    host = QWidget()
    qtbot.addWidget(host)

    def made(noun="people", marked=2):
        shown = tuple(getattr(office.lists, noun).ids(ListQuery()))
        dialog = MassEditDialog(Desk(*collaborators), Chosen(noun, shown[:marked], shown), host)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        return dialog

    return made


def take(dialog, field, value, qtbot):
    labels = [dialog.fields.itemText(place) for place in range(dialog.fields.count())]
    dialog.fields.setCurrentIndex(labels.index(field))
    dialog.box.editor.set_value(value)
    dialog.box.editor.changed.emit()
    qtbot.waitUntil(lambda: dialog.page.isVisible())


def cells(dialog):
    model = dialog.table.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_nothing_can_be_done_without_a_value(make):
    dialog = make()
    assert not dialog.accept_button.isEnabled()
    assert dialog.page.isHidden()
    assert dialog.extent.current() == "marked"
    assert make(marked=1).extent.current() == "shown"


def test_what_will_happen_is_shown_done_and_undone(make, office, notices, qtbot):
    dialog = make()
    numbers = dialog.ids()
    take(dialog, "Aufmerksam geworden durch", "Zeitung", qtbot)
    assert dialog.accept_button.text() == "2 Personen ändern"
    assert [row[1] for row in cells(dialog)] == ["wird geändert"] * 2
    name = office.lists.people.rows(numbers)[0].last_name
    assert name in cells(dialog)[0][2]
    assert cells(dialog)[0][2].endswith("→ Zeitung")
    dialog.confirm()
    assert notices.texts() == ["2 Personen geändert."]
    kept = [office.lists.person(one).values["referral"] for one in numbers]
    assert kept == ["Zeitung", "Zeitung"]
    notices.actions["Rückgängig"]()
    assert office.lists.person(numbers[0]).values["referral"] != "Zeitung"


def test_the_way_back_takes_back_this_step_alone(make, office, notices, qtbot):
    dialog = make()
    numbers = dialog.ids()
    take(dialog, "Aufmerksam geworden durch", "Zeitung", qtbot)
    dialog.confirm()
    back = notices.actions["Rückgängig"]
    office.people.archive(numbers[0])
    back()
    assert "weitergearbeitet" in notices.errors[-1].sentence
    assert office.lists.person(numbers[0]).values["referral"] == "Zeitung"
    assert office.history.undo().action == "Person archiviert"


def test_more_records_are_looked_at_again(make, office, qtbot):
    dialog = make()
    take(dialog, "Aufmerksam geworden durch", "Zeitung", qtbot)
    qtbot.mouseClick(dialog.extent.findChild(QWidget, "mass_edit.extent.shown"), Qt.LeftButton)
    total = len(office.lists.people.ids(ListQuery()))
    parts = [dialog._plan.changed, dialog._plan.refused, dialog._plan.same]
    assert sum(map(len, parts)) == total
    assert counts_words(dialog._plan) == dialog.counts.text()


def test_names_stay_away_behind_sichtschutz(make, office, qtbot):
    dialog = make()
    name = office.lists.people.rows(dialog.ids())[0].last_name
    privacy.mask(on=True)
    try:
        take(dialog, "Status", "paused", qtbot)
        assert all(name not in cell for row in cells(dialog) for cell in row)
        assert name not in dialog.reason.text()
    finally:
        privacy.mask(on=False)


def test_a_wrong_value_is_named_under_the_field(make, qtbot):
    dialog = make("offers")
    take_future = "01.01.2099"
    dialog.box.editor.input.setText(take_future)
    dialog.box.editor.changed.emit()
    qtbot.waitUntil(lambda: bool(dialog.box.error()))
    assert "Zukunft" in dialog.box.error()
    assert not dialog.accept_button.isEnabled()


def test_stopping_leaves_all_as_it_was(make, office, qtbot, monkeypatch):
    dialog = make()
    take(dialog, "Status", "paused", qtbot)

    def stopped(*_):
        raise Cancelled

    monkeypatch.setattr(type(office.mass_edit), "run", stopped)
    dialog.confirm()
    assert dialog.isVisible()
    assert dialog.choices.isEnabled()
    assert "abgebrochen" in dialog.box.error()
    assert dialog.accept_button.isEnabled()


@pytest.mark.parametrize("noun", ["people", "initiatives", "offers"])
def test_every_field_has_its_editor(make, noun):
    dialog = make(noun)
    for place in range(dialog.fields.count()):
        dialog.fields.setCurrentIndex(place)
        assert dialog.box is not None
        assert dialog.box.editor.isEnabled()
