"""The tab Personen with the real task lanes: answers come later, nothing is lost or mixed up."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.kit.tasks import BackgroundTasks
from ehrenamt_desktop.ui.record.record_pane import FORM


@pytest.fixture
def lanes(notices, desk):
    made = BackgroundTasks(notices.error)
    yield made
    assert made.drain()


@pytest.fixture
def slow_tab(office, town, lanes, bus, notices, files, navigator, qtbot):
    from ehrenamt_desktop.ui.people.tab import PeopleTab

    made = PeopleTab(office, lanes, bus, notices, files, navigator)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    qtbot.waitUntil(lambda: made.page.detail is not None)
    return made


def test_the_first_person_is_shown_by_itself(slow_tab, town):
    assert slow_tab.page.number == town.marion
    assert slow_tab.pane.head.title.text() == "Marion Dietzel"


def test_the_last_choice_wins(slow_tab, town, lanes, qtbot):
    for number in (town.oezlem, town.marion, town.oezlem):
        slow_tab.list.table.select_id(number)
    qtbot.waitUntil(lambda: slow_tab.pane.head.title.text() == "Özlem Yıldız")
    assert lanes.drain()
    QApplication.processEvents()
    assert slow_tab.pane.head.title.text() == "Özlem Yıldız"


def test_a_new_person_is_kept_and_chosen(slow_tab, office, town, notices, qtbot):
    slow_tab.new()
    qtbot.waitUntil(lambda: slow_tab.pane.form_part.form is not None)
    form = slow_tab.pane.form_part.form
    form.editor("last_name").line.setText("Müßig")
    slow_tab.save()
    qtbot.waitUntil(lambda: slow_tab.pane.head.title.text() == "Müßig")
    assert notices.texts() == ["Die Person ist eingetragen."]
    number = slow_tab.page.number
    assert number in office.lists.people.ids(ListQuery())
    qtbot.waitUntil(lambda: number in slow_tab.list.table.ids_shown())
    assert not slow_tab.is_dirty()


def test_a_refused_change_stays_in_the_form(slow_tab, town, notices, qtbot):
    slow_tab.open_record(Kind.PERSON, town.oezlem)
    slow_tab.pane.turn(FORM)
    qtbot.waitUntil(
        lambda: (
            slow_tab.pane.form_part.form is not None
            and slow_tab.pane.form_part.form.editor("last_name").value() == "Yıldız"
        )
    )
    form = slow_tab.pane.form_part.form
    form.editor("birth_year").line.setText("2012")
    form.editor("email").line.setText("ö@example.org")
    slow_tab.save()
    qtbot.waitUntil(lambda: "guardian_consent_on" in form.errors())
    assert form.editor("guardian_consent_on").isVisible()
    assert form.editor("email").value() == "ö@example.org"
    assert notices.errors == []
