"""A morning: from a line on Start straight to the record, and back to the same line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.make_office import adult


@pytest.fixture
def office(empty_office):
    for day, name in (("2026-11-20", "Gliem"), ("2026-11-21", "Orth"), ("2026-11-22", "Adam")):
        person = adult(empty_office, last_name=name)
        empty_office.follow_ups.add(
            {"title": f"Anrufen: {name}", "due_on": day, "person_id": person}
        )
    return empty_office


def test_to_the_record_and_back_to_the_same_line(window, office, qtbot):
    due = window.tab("start").page.due
    qtbot.waitUntil(lambda: len(due.rows()) > 2)
    due.focus_current()
    qtbot.waitUntil(lambda: due.current().hasFocus())
    QTest.keyClick(due.current(), Qt.Key.Key_Down)
    chosen = due.current().row
    opening = due.current().findChild(QPushButton, f"start.open.{chosen.id}")
    QTest.keyClick(opening, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.current_name() == "people")
    page = window.tab("people").page
    qtbot.waitUntil(lambda: page.detail is not None and page.detail.id == chosen.person_id)
    focused = QApplication.focusWidget() or window
    QTest.keyClick(focused, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.current_name() == "start")
    qtbot.waitUntil(lambda: due.current().row.id == chosen.id and due.current().hasFocus())
