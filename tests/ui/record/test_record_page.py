"""Choosing, keeping and never losing: the page that people, initiatives and offers share."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.initiatives.tab import InitiativesTab
from ehrenamt_desktop.ui.record.record_pane import FORM


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def tab(collaborators):
    made = InitiativesTab(*collaborators)
    made.resize(1300, 720)
    made.show()
    settle()
    yield made
    made.close()


@pytest.fixture
def page(tab):
    return tab.initiatives


def typed(page, type_text, text: str = "05653 1234") -> None:
    """Type a phone number into the form of the shown record."""
    page.pane.turn(FORM)
    settle()
    type_text(page.findChild(QLineEdit, "initiative.phone"), text)


def button(page, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found


def test_a_clean_form_never_asks(page):
    first, second = page.list.table.ids_shown()[:2]
    page.list.table.select_id(second)
    assert page.number == second
    assert page.pane.guard.isHidden()
    page.list.table.select_id(first)
    assert page.number == first


def test_choosing_another_record_asks_and_stays(page, type_text):
    first, second = page.list.table.ids_shown()[:2]
    page.open(first)
    typed(page, type_text)
    page.list.table.select_id(second)
    assert page.number == first
    assert page.list.table.selected_id() == first
    assert page.pane.guard.isVisible()
    button(page, "initiative.guard.stay").click()
    assert page.is_dirty()
    assert page.pane.guard.isHidden()


def test_the_question_can_keep_and_go_on(page, office, type_text):
    first, second = page.list.table.ids_shown()[:2]
    page.open(first)
    page.pane.turn(FORM)
    settle()
    field = page.findChild(QLineEdit, "initiative.phone")
    field.selectAll()
    type_text(field, "05653 77 88")
    page.list.table.select_id(second)
    button(page, "initiative.guard.save").click()
    settle()
    assert page.number == second
    assert office.lists.initiative(first).values["phone"] == "05653 77 88"


def test_the_question_can_drop_and_go_on(page, office, type_text):
    first, second = page.list.table.ids_shown()[:2]
    before = office.lists.initiative(first).values["phone"]
    page.open(first)
    typed(page, type_text)
    page.list.table.select_id(second)
    button(page, "initiative.guard.discard").click()
    settle()
    assert page.number == second
    assert not page.is_dirty()
    assert office.lists.initiative(first).values["phone"] == before


def test_typing_and_taking_it_back_is_not_dirty(page):
    page.pane.turn(FORM)
    settle()
    field = page.findChild(QLineEdit, "initiative.phone")
    shown = field.text()
    field.setText(f"{shown}1")
    assert page.is_dirty()
    field.setText(shown)
    assert not page.is_dirty()


def test_a_change_elsewhere_is_told_and_can_be_loaded(page, office, notices, type_text):
    number = page.number
    typed(page, type_text)
    office.initiatives.save({"website": "www.example.org/neu"}, number)
    settle()
    assert page.is_dirty()
    page.save()
    assert "inzwischen an anderer Stelle geändert" in notices.texts()[-1]
    notices.actions["Neu laden"]()
    settle()
    assert page.findChild(QLineEdit, "initiative.website").text() == "www.example.org/neu"
    assert not page.is_dirty()


def test_what_stays_typed_survives_a_change_elsewhere(page, office, type_text):
    typed(page, type_text, "9")
    field = page.findChild(QLineEdit, "initiative.phone")
    shown = field.text()
    office.initiatives.save({"note": "anders"}, page.number)
    settle()
    assert field.text() == shown


def test_leaving_a_new_record_that_is_empty_asks_nothing(tab, page):
    tab.new()
    second = page.list.table.ids_shown()[1]
    page.list.table.select_id(second)
    assert page.number == second
    assert page.pane.guard.isHidden()


def test_discarding_a_new_record_shows_nothing_half_done(tab, page):
    tab.new()
    page.discard()
    settle()
    assert not page.is_dirty()


def test_a_record_that_is_gone_is_told_once(page, notices):
    page.open(999_999)
    assert "nicht mehr vorhanden" in str(notices.errors[0])
    assert page.number is None


def test_archived_records_can_be_opened_and_taken_back(tab, page, office):
    number = page.number
    page.archive()
    settle()
    tab.open_record(Kind.INITIATIVE, number)
    commands = {one.objectName(): one for one in page.pane.head.menu.actions()}
    assert commands["initiative.reopen"].isVisible()
    assert not commands["initiative.archive"].isVisible()
    page.reopen()
    settle()
    assert commands["initiative.archive"].isVisible()
