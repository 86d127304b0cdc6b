from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget


def test_none_survives_many_calls_of_qt(desk, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    for _ in range(100_000):
        widget.parentWidget()
        widget.isVisible()
    assert sys.getrefcount(None) > 1_000_000
