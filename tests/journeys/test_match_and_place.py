"""Way (c) of the house by keyboard: match, propose with its letter, place (monday.md C and D)."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPushButton
from tests.make_office import adult, offer, place_id

from ehrenamt_desktop.model.enums import FollowUpKind, Kind, PlacementState
from ehrenamt_desktop.model.queries import ListQuery

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
        QApplication.processEvents()


@pytest.fixture
def office(empty_office):
    return empty_office


@pytest.fixture
def person(office):
    return adult(
        office, salutation="ms", street="Am Anger 3", postcode="36205", city="Sontra",
        place_id=place_id(office, "Sontra"), max_km=15, legal_basis="consent",
    )  # fmt: skip


@pytest.fixture
def window(office, person, tasks, bus, notices, files, navigator, qtbot):
    from ehrenamt_desktop.ui.matching.tab import MatchingTab

    for title in ("Kindern vorlesen", "Beim Einkauf begleiten", "Vereinsbüro führen"):
        offer(office, title=title, place_id=place_id(office, "Sontra"))
    host = QMainWindow()
    tab = MatchingTab(office, tasks, bus, notices, files, navigator)
    host.setCentralWidget(tab)
    QShortcut(QKeySequence.StandardKey.Print, host, tab.print_)
    navigator.match_requested.connect(tab.match_for)
    qtbot.addWidget(host)
    host.resize(1366, 768)
    host.show()
    host.activateWindow()
    qtbot.waitActive(host)
    QApplication.processEvents()
    yield tab
    host.close()


def test_three_offers_are_proposed_with_their_letter_in_eight_keys(
    window, office, person, navigator, files, notices, tmp_path
):
    files.next_path = tmp_path / "brief.pdf"
    navigator.match(Kind.PERSON, person)
    QApplication.processEvents()
    keys = Keyboard()
    for key in (
        Qt.Key.Key_Space,
        Qt.Key.Key_Down,
        Qt.Key.Key_Space,
        Qt.Key.Key_Down,
        Qt.Key.Key_Space,
    ):
        keys.press(key)
    keys.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    enter_in_the_file_chooser = 1
    assert keys.pressed + enter_in_the_file_chooser <= BEST_KEYS
    rows = office.lists.person(person).placements
    assert [row.state for row in rows] == [PlacementState.PROPOSED] * 3
    assert files.next_path.read_bytes().startswith(b"%PDF")
    look, text, actions = notices.shown[-1]
    assert (look, text) == (
        "success",
        "3 Angebote vorgeschlagen. Brief und Gesprächszettel sind gespeichert.",
    )
    assert actions == ("Ansehen", "Drucken", "Ordner", "Rückgängig")
    assert office.lists.postings.total() == 2
    notices.actions["Rückgängig"]()
    assert office.lists.person(person).placements == ()
    assert office.lists.postings.total() == 0


def shown(window, name):
    return [one for one in window.findChildren(QPushButton, name) if one.isVisible()]


def test_a_proposal_becomes_a_running_placement(window, office, person, notices, qtbot):
    window.match_for(Kind.PERSON, person)
    keys = Keyboard()
    keys.press(Qt.Key.Key_Space)
    window.offers.bar.only.click()
    (number,) = office.lists.placements.ids(ListQuery())
    QApplication.processEvents()
    window.open_record(Kind.PLACEMENT, number)
    for name, state in (
        ("placement.pass_on", PlacementState.PASSED_ON),
        ("placement.run", PlacementState.RUNNING),
    ):
        qtbot.waitUntil(lambda wanted=name: bool(shown(window, wanted)))
        (step,) = shown(window, name)
        QTest.keyClick(step, Qt.Key.Key_Space)
        dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert office.lists.placement(number).row.state is state

    detail = office.lists.placement(number)
    assert [(one.kind, one.due_on) for one in detail.follow_ups] == [
        (FollowUpKind.ASK_BOTH, dt.date(2026, 12, 28)),
        (FollowUpKind.ASK_INITIATIVE, dt.date(2027, 5, 24)),
    ]
    assert [step.on for step in detail.steps[:3]] == [dt.date(2026, 11, 23)] * 3
    assert not notices.errors
