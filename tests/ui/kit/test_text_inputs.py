"""Strg+Z belongs to the typing while there is typing to undo, else to the desk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.ui.kit.text_inputs import BlockInput, LineInput


@pytest.mark.parametrize("kind", [LineInput, BlockInput])
def test_undo_goes_to_the_desk_when_nothing_was_typed(desk, qtbot, kind, type_text):
    widget = kind()
    qtbot.addWidget(widget)
    widget.show()

    def claims():
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
        )
        event.ignore()
        QApplication.sendEvent(widget, event)
        return event.isAccepted()

    assert not claims()
    type_text(widget, "Ö")
    assert claims()
