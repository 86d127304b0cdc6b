"""Monday task D: „Ja, geben Sie meinen Kontakt weiter“; keys are counted in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from tests.make_office import adult, offer

from ehrenamt_desktop.model.enums import PlacementState

BEST = 4
"""Strg+K, Eingabe, „Kontakt weitergeben“, Eingabe (notes/monday.md D)."""


@pytest.fixture
def office(empty_office):
    return empty_office


def test_a_contact_is_passed_on_after_four_keys(window, office, files, notices, qtbot):
    person = adult(office, last_name="Gliem", first_name="Horst", phone="05653 111")
    task = offer(office)
    body = office.lists.offer(task).row.initiative_id
    office.initiatives.save_contact(body, {"last_name": "Roth", "email": "roth@example.org"})
    (number,) = office.placements.propose(person, [task])
    keys = 0

    def press(key, modifier=Qt.KeyboardModifier.NoModifier):
        nonlocal keys
        keys += 1
        QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)

    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    press(Qt.Key.Key_K, control)
    qtbot.waitUntil(window.bar.search.hasFocus)
    QTest.keyClicks(QApplication.focusWidget(), "Gliem")
    hits = window.equipment.hits
    qtbot.waitUntil(lambda: hits.isVisible() and any("Gliem" in line for line in hits.hits()))
    qtbot.waitUntil(lambda: not window.bar.search.waits())
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current_name() == "people")
    page = window.tab("people").page
    qtbot.waitUntil(lambda: page.detail is not None and page.detail.id == person)
    press(Qt.Key.Key_K, control | shift)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(QDialog)))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(files.mails), timeout=5000)
    assert keys <= BEST
    detail = office.lists.placement(number)
    assert detail.row.state is PlacementState.PASSED_ON
    assert [one.parts for one in detail.passed] == ["Name, Telefon"]
    assert detail.follow_ups
    assert files.mails[0].startswith("mailto:roth@example.org?")
