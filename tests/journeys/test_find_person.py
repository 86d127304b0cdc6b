"""Way (b) of the house by keyboard: somebody is found by umlaut, ß, half a name or a number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.make_office import place_id

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
PEOPLE = (
    {"last_name": "Müßig-Özdemir", "first_name": "Jürgen", "phone": "05653 / 97 77-12"},
    {"last_name": "Groß", "first_name": "Änne", "mobile": "+49 171 23 45 678"},
    {"last_name": "Muster", "first_name": "Jörg", "email": "joerg@example.org"},
    {"last_name": "Dąbrowski", "first_name": "Paweł"},
)


@pytest.fixture
def office(empty_office):
    for one in PEOPLE:
        empty_office.people.save({**one, "place_id": place_id(empty_office, "Ulfen")})
    return empty_office


@pytest.fixture
def window(office, tasks, bus, notices, files, navigator, tmp_path, qtbot):
    made = MainWindow(
        Desk(office, tasks, bus, notices, files, navigator), NoticeBar(),
        Device(tmp_path / "device"),
    )  # fmt: skip
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: "start" in made._tabs)
    return made


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Müßig", "Jürgen Müßig-Özdemir"),
        ("muessig", "Jürgen Müßig-Özdemir"),
        ("MUSSIG", "Jürgen Müßig-Özdemir"),
        ("özd jür", "Jürgen Müßig-Özdemir"),
        ("97771", "Jürgen Müßig-Özdemir"),
        ("05653 9777", "Jürgen Müßig-Özdemir"),
        ("gross", "Änne Groß"),
        ("0171 2345", "Änne Groß"),
        ("joerg@ex", "Jörg Muster"),
        ("dabr", "Paweł Dąbrowski"),
    ],
)
def test_somebody_is_found_without_the_mouse(window, type_text, qtbot, typed, found):
    press(Qt.Key.Key_2, CONTROL)
    press(Qt.Key.Key_F, CONTROL)
    tab = window.current()
    assert QApplication.focusWidget().objectName() == "people.search"
    type_text(QApplication.focusWidget(), typed)
    qtbot.waitUntil(lambda: tab.list.table.count() == 1)
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget().objectName() == "people.table"
    press(Qt.Key.Key_Return)
    assert tab.pane.head.title.text() == found
    assert tab.pane.isAncestorOf(QApplication.focusWidget())


def test_escape_brings_the_whole_list_back(window, type_text, qtbot):
    window.show_tab("people")
    press(Qt.Key.Key_F, CONTROL)
    tab = window.current()
    type_text(QApplication.focusWidget(), "niemand")
    qtbot.waitUntil(lambda: tab.list.table.count() == 0)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: tab.list.table.count() == len(PEOPLE))


def test_arrows_go_from_person_to_person(window, type_text):
    window.show_tab("people")
    press(Qt.Key.Key_F, CONTROL)
    press(Qt.Key.Key_Down)
    seen = []
    for _ in range(len(PEOPLE)):
        seen.append(window.current().pane.head.title.text())
        press(Qt.Key.Key_Down)
    assert seen == ["Paweł Dąbrowski", "Änne Groß", "Jürgen Müßig-Özdemir", "Jörg Muster"]
