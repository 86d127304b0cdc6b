"""Values of the overview are changed in their place: click or Enter, Enter keeps, Escape leaves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.make_office import term_id

from ehrenamt_desktop.model.enums import Kind, TermKind
from ehrenamt_desktop.ui.people.fact_rows import FactButton
from ehrenamt_desktop.ui.people.person_pane import OVERVIEW, PLACEMENTS
from ehrenamt_desktop.ui.record.record_pane import FORM


def settle():
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def shown(tab, town):
    tab.open_record(Kind.PERSON, town.marion)
    settle()
    return tab.pane


def value(pane, field):
    (found,) = [
        one
        for one in pane.findChildren(FactButton, f"person.fact.{field}.change")
        if one.isVisibleTo(pane)
    ]
    return found


def open_fact(pane, field):
    value(pane, field).click()
    settle()
    return pane.facts.panel()


def kept(office, town):
    return office.lists.person(town.marion).values


def test_a_click_opens_the_value_and_enter_keeps_it(shown, office, town, notices):
    QTest.mouseClick(value(shown, "phone"), Qt.MouseButton.LeftButton)
    settle()
    panel = shown.facts.panel()
    line = panel.form.editor("phone").line
    assert line.hasFocus()
    line.setText("05653 1234")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert kept(office, town)["phone"] == "05653 1234"
    assert shown.facts.panel() is None
    assert value(shown, "phone").hasFocus()
    assert "05653 1234" in value(shown, "phone").accessibleName()
    assert notices.texts() == ["Gespeichert."]


def test_enter_opens_and_escape_leaves_everything(shown, office, town):
    value(shown, "email").setFocus()
    QTest.keyClick(value(shown, "email"), Qt.Key.Key_Return)
    settle()
    panel = shown.facts.panel()
    panel.form.editor("email").line.setText("x@example.org")
    QTest.keyClick(panel.form.editor("email").line, Qt.Key.Key_Escape)
    settle()
    assert shown.facts.panel() is None
    assert kept(office, town)["email"] == "m.dietzel@example.org"
    assert value(shown, "email").hasFocus()


def test_what_is_wrong_is_said_and_nothing_is_kept(shown, office, town):
    panel = open_fact(shown, "hours_per_week")
    panel.form.editor("hours_per_week").line.setText("viele")
    panel.confirm()
    settle()
    assert "hours_per_week" in panel.form.errors()
    assert kept(office, town)["hours_per_week"] == 6


def test_terms_of_other_kinds_stay(shown, office, town):
    reading = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    driving = term_id(office, TermKind.ACTIVITY, "FAHREN")
    motive = term_id(office, TermKind.MOTIVE, office.lists.terms(TermKind.MOTIVE)[0].code)
    terms = [{"term_id": one, "relation": "wish"} for one in (reading, motive)]
    office.people.save({"terms": terms}, town.marion)
    settle()
    panel = open_fact(shown, "terms.wish.area")
    panel.form.editor("terms.wish.area")._add(driving, "")
    panel.confirm()
    settle()
    wished = {one.term_id for one in office.lists.person(town.marion).terms}
    assert wished == {reading, driving, motive}


def test_times_are_changed_in_the_overview(shown, office, town):
    panel = open_fact(shown, "time_grid")
    panel.form.editor("time_grid").set_value(0b111)
    panel.confirm()
    settle()
    assert kept(office, town)["time_grid"] == 0b111


def test_what_nobody_knows_can_be_filled_in(shown, office, town):
    panel = open_fact(shown, "adviser_note")
    panel.form.editor("adviser_note").set_value("Ruft gern abends zurück.")
    panel.confirm()
    settle()
    assert kept(office, town)["adviser_note"] == "Ruft gern abends zurück."


def test_leaving_the_overview_keeps_what_was_typed(shown, office, town):
    panel = open_fact(shown, "phone")
    panel.form.editor("phone").line.setText("05653 77")
    shown.turn(PLACEMENTS)
    settle()
    assert kept(office, town)["phone"] == "05653 77"


def test_going_to_another_person_asks_first(shown, tab, office, town):
    panel = open_fact(shown, "phone")
    panel.form.editor("phone").line.setText("05653 88")
    tab.open_record(Kind.PERSON, town.oezlem)
    settle()
    assert shown.guard.isVisible()
    assert tab.page.number == town.marion
    QTest.mouseClick(
        shown.guard.findChild(QPushButton, "person.guard.discard"), Qt.MouseButton.LeftButton
    )
    settle()
    assert tab.page.number == town.oezlem
    assert kept(office, town)["phone"] == "05658 4471"


def test_a_form_with_typed_words_comes_first(shown, tab, town):
    shown.turn(FORM)
    settle()
    shown.form_part.form.editor("phone").line.setText("1")
    shown.form_part.form.editor("phone").changed.emit()
    shown.turn(OVERVIEW)
    settle()
    value(shown, "email").click()
    settle()
    assert shown.facts.panel() is None
    assert shown.part() == FORM


def test_one_value_is_open_at_a_time(shown):
    open_fact(shown, "phone")
    open_fact(shown, "email")
    assert shown.facts.panel().fact.key == "E-Mail"
    assert value(shown, "phone").isVisible()


def test_a_person_in_the_trash_is_read_only(shown, office, town):
    office.people.archive(town.oezlem)
    office.trash.put(Kind.PERSON, [town.oezlem])
    shown.window().open_record(Kind.PERSON, town.oezlem)
    settle()
    assert not value(shown, "phone").isEnabled()
