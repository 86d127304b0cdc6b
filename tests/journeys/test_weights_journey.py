"""The office wants short ways first: order by keyboard, see the list follow, keep, take back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.model.enums import Kind, TermKind
from ehrenamt_desktop.model.matches import Criterion, Side

ALT = Qt.KeyboardModifier.AltModifier
FAR, NEAR = "Kindern vorlesen", "Beim Einkauf begleiten"


@pytest.fixture
def office(empty_office):
    return empty_office


@pytest.fixture
def person(office):
    """She wishes to read aloud; that is done far away, something else next door."""
    reading = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    about = [{"term_id": reading, "role": "about"}]
    offer(office, title=FAR, place_id=place_id(office, "Herleshausen"), terms=about)
    shopping = term_id(office, TermKind.ACTIVITY, "BEGLEITEN")
    other = [{"term_id": shopping, "role": "about"}]
    offer(office, title=NEAR, place_id=place_id(office, "Sontra"), terms=other)
    return adult(
        office, place_id=place_id(office, "Sontra"), max_km=22,
        terms=[{"term_id": reading, "relation": "wish"}],
    )  # fmt: skip


def test_from_the_order_to_a_version_and_back(window, office, person, qtbot):
    window.desk.navigator.match(Kind.PERSON, person)
    qtbot.waitUntil(lambda: window.current() is window.tab("matching"))
    page = window.current().offers

    def titles():
        return [line.text for line in page.list.lines() if line.match]

    qtbot.waitUntil(lambda: titles() == [FAR, NEAR])
    page.open_weights()
    mine = page.expert.weights.lists[Side.PERSON]
    qtbot.waitUntil(lambda: page.expert.weights.versions.rows.count() == 1)
    distance = [Criterion(one) for one in Criterion].index(Criterion.DISTANCE)
    for _ in range(distance):
        QTest.keyClick(mine, Qt.Key.Key_Down)
    for _ in range(distance):
        QTest.keyClick(mine, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: titles() == [NEAR, FAR])
    assert office.weights.current().number == 0
    QTest.keyClick(page.expert.weights.keep, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: office.weights.current().number == 1)
    qtbot.waitUntil(lambda: page.expert.weights.versions.rows.count() == 2)
    qtbot.waitUntil(lambda: not page.expert.weights.keep.isEnabled())
    assert titles() == [NEAR, FAR]
    assert office.placements.propose(person, [office.matching.offers_for(person).matches[0].number])
    qtbot.waitUntil(lambda: office.weights.versions()[0].proposals == 1)
    office.history.undo()
    qtbot.waitUntil(window.equipment.undo.undo.isEnabled)
    QApplication.processEvents()
    window.equipment.undo.undo_last()
    qtbot.waitUntil(lambda: titles() == [FAR, NEAR])
    assert office.weights.current().number == 0
    assert QApplication.focusWidget() is not None
