"""Tab follows the layouts, whatever was made first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from ehrenamt_desktop.ui.kit import tab_order
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import button, hbox, scroll
from ehrenamt_desktop.ui.kit.passable_table import PassableTable


@pytest.fixture
def dialog(desk, qtbot):
    made = Dialog("Reihenfolge", name="order")
    qtbot.addWidget(made)
    return made


def names(top):
    return [one.objectName() for one in tab_order.stops(top)]


def test_what_was_made_later_but_stands_above_comes_first(dialog):
    below, above = button("Unten", name="below"), button("Oben", name="above")
    dialog.body.addWidget(below)
    dialog.body.insertWidget(0, above)
    dialog.show()
    assert names(dialog) == ["above", "below", "order.cancel", "order.accept"]


def test_a_grid_is_read_row_by_row(dialog):
    grid = QGridLayout()
    for name, row, column in (("d", 1, 1), ("b", 0, 1), ("c", 1, 0), ("a", 0, 0)):
        grid.addWidget(button(name, name=name), row, column)
    dialog.body.addLayout(grid)
    dialog.show()
    assert names(dialog)[:4] == ["a", "b", "c", "d"]


def test_what_is_hidden_or_disabled_is_passed(dialog):
    hidden, grey, free = (button(name, name=name) for name in ("hidden", "grey", "free"))
    dialog.body.addLayout(hbox(hidden, grey, free))
    hidden.hide()
    grey.setEnabled(False)
    dialog.show()
    assert names(dialog)[0] == "free"


def test_from_a_part_that_vanishes_the_way_goes_on_after_it(dialog):
    first, gone, last = (button(name, name=name) for name in ("first", "gone", "last"))
    holder = QWidget()
    holder.setLayout(hbox(gone))
    for part in (first, holder, last):
        dialog.body.addWidget(part)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    gone.setFocus()
    gone.hide()
    assert QApplication.focusWidget() is last


def test_words_that_do_not_fit_are_a_stop_and_scroll(dialog):
    words = QWidget()
    column = QVBoxLayout(words)
    for number in range(60):
        column.addWidget(QLabel(f"Zeile {number}"))
    area = scroll(words, name="words")
    area.setFixedHeight(100)
    dialog.body.addWidget(area)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    assert "words" in names(dialog)
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_a_window_without_stops_gives_no_focus(desk, qtbot):
    empty = QWidget()
    qtbot.addWidget(empty)
    empty.show()
    assert tab_order.go(empty, forward=True) is False


def test_a_dialog_starts_at_its_first_entry_not_at_its_button(dialog):
    entry = QLineEdit()
    dialog.body.addWidget(entry)
    dialog.show()
    assert dialog.focusWidget() is entry


def test_a_table_passed_by_tab_tells_nothing(desk, qtbot):
    source = QTableWidget(2, 1)
    table = PassableTable()
    table.setModel(source.model())
    for widget in (source, table):
        qtbot.addWidget(widget)
    told = []
    table.selectionModel().currentRowChanged.connect(lambda *_: told.append("row"))
    table.show()
    table.activateWindow()
    QApplication.processEvents()
    table.clearFocus()
    table.selectionModel().clearCurrentIndex()
    told.clear()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert told == []
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert told == ["row"]


def test_a_row_of_a_list_higher_than_its_page_comes_into_sight(qtbot):
    page = QListWidget()
    page.addItems([f"Zeile {number}" for number in range(60)])
    page.setFixedHeight(3000)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(QLabel("Kopf"))
    column.addWidget(page)
    area = scroll(inside)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    qtbot.waitExposed(area)
    for place in (59, 0, 30):
        rect = page.visualRect(page.model().index(place, 0))
        tab_order.reveal_part(page.viewport(), rect)
        top = page.viewport().mapTo(area.viewport(), rect.topLeft())
        assert 0 <= top.y() <= area.viewport().height() - rect.height()


def test_the_keys_of_a_table_take_its_page_along(qtbot):
    table = PassableTable()
    rows = QStandardItemModel(80, 2)
    table.setModel(rows)
    table.setFixedHeight(3000)
    inside = QWidget()
    QVBoxLayout(inside).addWidget(table)
    area = scroll(inside)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    area.activateWindow()
    qtbot.waitActive(area)
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    def seen() -> bool:
        rect = table.visualRect(table.currentIndex())
        top = table.viewport().mapTo(area.viewport(), rect.topLeft())
        return table.currentIndex().row() == 79 and 0 <= top.y() <= 200 - rect.height()

    qtbot.waitUntil(seen)
