"""Strips: one stop of the tab order, wherever the choice comes from."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ehrenamt_desktop.ui.kit.strips import TabStrip


def test_the_focus_follows_a_choice_made_elsewhere(desk, qtbot):
    window, beside = QWidget(), QPushButton("Weiter")
    strip = TabStrip((("overview", "Überblick"), ("form", "Daten")), name="person.parts")
    column = QVBoxLayout(window)
    column.addWidget(strip)
    column.addWidget(beside)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.findChild(QPushButton, "person.parts.overview").setFocus()
    strip.set_current("form")
    assert QApplication.focusWidget().objectName() == "person.parts.form"
    beside.setFocus()
    strip.set_current("overview")
    assert QApplication.focusWidget() is beside
