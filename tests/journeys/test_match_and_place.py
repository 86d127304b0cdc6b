"""Way (c) of the house by keyboard: match, propose with its letter, place (monday.md C and D)."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from ehrenamt_desktop.model.enums import FollowUpKind

BEST_KEYS = 8
"""From the ranked list to three proposals and their letter (notes/monday.md C)."""


class Keyboard:
    """Presses keys on what has the focus and counts them."""

    def __init__(self) -> None:
        self.pressed = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        self.pressed += 1
        assert QApplication.focusWidget() is not None
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        qtbot.waitUntil(lambda wanted=name: shown(window, wanted))
        (step,) = shown(window, name)
        step.setFocus()
        keys.press(Qt.Key.Key_Space)
        dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert office.lists.placement(number).row.state is state

    detail = office.lists.placement(number)
    assert [(one.kind, one.due_on) for one in detail.follow_ups] == [
        (FollowUpKind.ASK_PERSON, dt.date(2026, 12, 28)),
        (FollowUpKind.ASK_INITIATIVE, dt.date(2026, 12, 28)),
        (FollowUpKind.ASK_PERSON, dt.date(2027, 5, 24)),
        (FollowUpKind.ASK_INITIATIVE, dt.date(2027, 5, 24)),
    ]
    assert [step.on for step in detail.steps[:3]] == [dt.date(2026, 11, 23)] * 3
    assert not notices.errors
