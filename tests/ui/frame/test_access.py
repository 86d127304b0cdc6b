"""Every control of every tab says its name, is large enough and shows plain text (EN 301 549)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollBar, QWidget

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.ui.frame.tab_specs import TABS
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.main_window import MainWindow

LEAST = 24
"""px; WCAG 2.2 2.5.8."""


@pytest.fixture
def window(collaborators, tmp_path, qtbot):
    made = MainWindow(Desk(*collaborators), NoticeBar(), Device(tmp_path / "device"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(lambda: bool(made._tabs))
    return made


@pytest.mark.parametrize("name", [spec.name for spec in TABS])
def test_a_tab_can_be_used_without_eyes_and_with_shaky_hands(window, name):
    window.show_tab(name)
    for _ in range(3):
        QApplication.processEvents()
    nameless, small, rich = [], [], []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, QScrollBar):
            continue
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            if widget.text():
                rich.append(widget.text())
            continue
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        spoken = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if not spoken:
            nameless.append((type(widget).__name__, widget.objectName()))
        if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < LEAST:
            small.append((widget.objectName(), widget.text(), widget.width(), widget.height()))
    assert nameless == []
    assert small == []
    assert rich == []


@pytest.mark.parametrize("name", [spec.name for spec in TABS])
def test_the_tab_key_walks_through_and_comes_back(window, name, qtbot):
    window.activateWindow()
    window.show_tab(name)
    QApplication.processEvents()
    seen = []
    for _ in range(300):
        window.focusNextChild()
        here = QApplication.focusWidget()
        if here in seen:
            break
        seen.append(here)
    else:
        pytest.fail("the walk does not come back")
    assert window.bar.search in seen
    assert any(window.current().isAncestorOf(one) for one in seen if one is not None)
