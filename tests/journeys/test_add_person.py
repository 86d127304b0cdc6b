"""Way (a) of the house by keyboard: a person comes in, is kept, is found in the list, undone."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.make_office import offer, place_id, term_id

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.enums import ConsentScope, Kind, LegalBasis, TermKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
MONDAY = dt.date(2026, 11, 23)


@pytest.fixture
def office(empty_office):
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
    made.show_tab("people")
    settle()
    return made


def settle():
    for _ in range(3):
        QApplication.processEvents()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    Typist.pressed += 1
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.focusWidget().window().activateWindow()  # offscreen, a closed popup leaves none
    settle()


class Typist:
    """Goes from field to field with Tab and types, umlauts and all; keys are counted."""

    pressed = 0

    def __init__(self, type_text):
        self._type = type_text

    def field(self, name, text):
        for _ in range(12):
            if QApplication.focusWidget().objectName() == name:
                break
            press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget().objectName() == name
        self._type(QApplication.focusWidget(), text)


@pytest.fixture
def typist(type_text):
    return Typist(type_text)


def test_a_person_comes_in(window, office, typist, notices):
    press(Qt.Key.Key_N, CONTROL)
    assert QApplication.focusWidget().objectName() == "person.salutation"
    press(Qt.Key.Key_Down)
    typist.field("person.first_name", "Jürgen")
    typist.field("person.last_name", "Müßig-Özdemir")
    typist.field("person.birth_year", "1961")
    typist.field("person.place_id", "ulf")
    press(Qt.Key.Key_Return)
    typist.field("person.phone", "05653 / 97 77-12")
    typist.field("person.email", "j.muessig@example.org")
    typist.field("person.terms.wish.area", "vorles")
    press(Qt.Key.Key_Return)
    typist.field("person.hours_per_week", "4,5")
    typist.field("person.consent_on", "heute")
    typist.field("person.consent_handover", "")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_S, CONTROL)

    assert notices.shown[-1] == ("success", "Die Person ist eingetragen.", ("Rückgängig",))
    (number,) = office.lists.people.ids(ListQuery())
    kept = office.lists.person(number)
    assert (kept.row.last_name, kept.row.first_name) == ("Müßig-Özdemir", "Jürgen")
    assert kept.place.name == "Ulfen"
    assert (kept.values["postcode"], kept.values["city"]) == ("36205", "Sontra")
    assert kept.values["hours_per_week"] == 4.5
    assert [one.term_id for one in kept.terms] == [term_id(office, TermKind.ACTIVITY, "VORLESEN")]
    assert [(one.scope, one.given_on) for one in kept.consents] == [
        (ConsentScope.STORAGE, MONDAY), (ConsentScope.HANDOVER, MONDAY),
    ]  # fmt: skip
    assert kept.values["legal_basis"] == LegalBasis.CONSENT
    assert kept.handover_refusal is None

    tab = window.current()
    assert tab.list.table.ids_shown() == [number]
    assert tab.list.table.selected_id() == number
    assert tab.pane.head.title.text() == "Jürgen Müßig-Özdemir"
    assert not tab.is_dirty()

    press(Qt.Key.Key_Z, CONTROL)
    assert office.lists.people.ids(ListQuery()) == []
    assert tab.list.table.count() == 0
    press(Qt.Key.Key_Y, CONTROL)
    assert tab.list.table.ids_shown() == [number]


def test_a_caller_is_kept_and_matched_in_sixteen_keys(window, office, typist, navigator, qtbot):
    """Monday B: typed letters and a guess at the interests do not count."""
    reading = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    offer(office, terms=[{"term_id": reading, "role": "about"}])
    Typist.pressed = 0
    window.show_tab("start")
    settle()
    press(Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settle()
    typist.field("person.first_name", "Änne")
    typist.field("person.last_name", "Groß")
    typist.field("person.birth_year", "1975")
    typist.field("person.place_id", "ulf")
    press(Qt.Key.Key_Return)
    typist.field("person.phone", "05653 9777")
    typist.field("person.terms.wish.area", "vorles")
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(navigator.match_requested) as asked:
        press(Qt.Key.Key_Return, CONTROL)
    (number,) = office.lists.people.ids(ListQuery())
    assert asked.args == [Kind.PERSON, number]
    assert window.current_name() == "matching"
    assert Typist.pressed <= 16
    settle()
    page = window.current().offers
    assert page.head.headline.text() == "Änne Groß"
    assert [line.text for line in page.list.lines()] == ["Kindern vorlesen"]
    assert page.list.hasFocus()


def test_what_is_wrong_stands_under_its_field(window, office, typist):
    press(Qt.Key.Key_N, CONTROL)
    typist.field("person.first_name", "Änne")
    typist.field("person.birth_year", "achtzig")
    press(Qt.Key.Key_S, CONTROL)
    form = window.current().pane.form_part.form
    assert form.errors() == {
        "last_name": "Bitte füllen Sie dieses Feld aus.",
        "birth_year": "Bitte geben Sie eine ganze Zahl ein.",
    }
    assert QApplication.focusWidget().objectName() == "person.last_name"
    assert window.findChild(QWidget, "person.last_name.error").isVisible()
    typist.field("person.last_name", "Groß")
    assert "last_name" not in form.errors()
    window.current().pane.form_part.form.editor("birth_year").line.clear()
    press(Qt.Key.Key_S, CONTROL)
    assert office.lists.people.total() == 1


def test_a_minor_needs_the_guardian(window, office, typist):
    press(Qt.Key.Key_N, CONTROL)
    typist.field("person.last_name", "Löffler")
    typist.field("person.birth_year", "2011")
    typist.field("person.email", "l@example.org")
    press(Qt.Key.Key_S, CONTROL)
    form = window.current().pane.form_part.form
    assert "Sorgeberechtigten" in form.errors()["guardian_consent_on"]
    assert QApplication.focusWidget().objectName() == "person.guardian_consent_on"
    assert office.lists.people.total() == 0
    typist.field("person.guardian_consent_on", "heute")
    press(Qt.Key.Key_S, CONTROL)
    (number,) = office.lists.people.ids(ListQuery())
    assert [one.by_guardian for one in office.lists.person(number).consents] == [True]


def test_nothing_is_kept_when_the_entry_is_dropped(window, office, typist, qtbot):
    known = office.people.save({"last_name": "Groß", "place_id": place_id(office, "Ulfen")})
    settle()
    press(Qt.Key.Key_N, CONTROL)
    typist.field("person.last_name", "Niemand")
    tab = window.current()
    tab.list.table.select_id(known)
    assert tab.pane.guard.isVisible()
    settle()
    assert QApplication.focusWidget().objectName() == "person.guard.save"
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert tab.page.number == known
    assert not tab.is_dirty()
    assert office.lists.people.total() == 1
