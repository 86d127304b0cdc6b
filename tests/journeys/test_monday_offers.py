"""Monday task E: a club calls about offer 214, then the sheet for Ulfen; keys are counted."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.make_office import adult, offer, place_id

from ehrenamt_desktop.model.enums import Freshness
from ehrenamt_desktop.model.queries import ListQuery

TODAY = dt.date(2026, 11, 23)


class Fingers:
    """Presses keys where the focus is and counts them; typed words count nothing."""

    def __init__(self) -> None:
        self.keys = 0

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1
        target = QApplication.focusWidget() or QApplication.activeWindow()
        QTest.keyClick(target, key, modifier)

    def type(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), words)


@pytest.fixture
def fingers():
    return Fingers()


@pytest.fixture
def office(empty_office):
    body = empty_office.initiatives.save({"name": "Dorfverein Ulfen", "phone": "05653 4711"})
    ulfen = place_id(empty_office, "Ulfen")
    for n in range(6):
        adult(empty_office, last_name=f"Muster{n}")
        offer(empty_office, initiative_id=body, title=f"Backhaus {n}", place_id=ulfen,
              entered_on=dt.date(2026, 3, 1))  # fmt: skip
    return empty_office


def call(window, fingers, words, qtbot, shown) -> None:
    """Strg+K, words, Enter."""
    fingers.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.bar.search.hasFocus)
    fingers.type(words)
    hits = window.equipment.hits
    qtbot.waitUntil(lambda: hits.isVisible() and any(shown in line for line in hits.hits()))
    qtbot.waitUntil(lambda: not window.bar.search.waits())
    fingers.press(Qt.Key.Key_Return)


def test_an_offer_is_current_after_three_keys(window, office, fingers, qtbot):
    number = office.lists.offers.ids(ListQuery(text="Backhaus 3"))[0]
    assert office.lists.person(number)  # somebody has the same number
    call(window, fingers, str(number), qtbot, "Backhaus")
    qtbot.waitUntil(lambda: window.current_name() == "initiatives")
    confirm = window.tab("initiatives").findChild(QPushButton, "offer.confirm")
    qtbot.waitUntil(confirm.hasFocus)
    fingers.press(Qt.Key.Key_Space)
    qtbot.waitUntil(
        lambda: office.lists.offer(number).row.freshness is Freshness.FRESH, timeout=5000
    )
    assert fingers.keys <= 3


def test_the_sheet_for_ulfen_is_printed_after_four_keys(
    window, office, files, fingers, qtbot, tmp_path
):
    ulfen = place_id(office, "Ulfen")
    old = office.papers.offer_list(tmp_path / "alt.pdf", ulfen)
    files.next_path = tmp_path / "Aushang Ulfen.pdf"
    call(window, fingers, "Aushang Ulfen", qtbot, "Aushang Ulfen")
    qtbot.waitUntil(lambda: files.printed == [files.next_path], timeout=10_000)
    dialogs = len(files.asked) + len(files.printed)  # name and printer stand there: Enter
    assert fingers.keys + dialogs <= 4
    (new,) = office.lists.postings.ids(ListQuery(filters={"hanging": ("yes",)}))
    before, after = office.lists.postings.rows([old, new])
    assert before.taken_down_on == TODAY
    assert (after.place, after.printed_on) == ("Ulfen (Sontra)", TODAY)
    reminders = [row for row in office.lists.follow_ups(days=365) if row.posting_id]
    assert [row.posting_id for row in reminders] == [new]


def test_boards_are_offered_for_places_with_offers_only(window):
    commands = window.equipment.hits._kept()
    names = [one.title for one in commands if one.name.startswith("board.")]
    assert names == ["Aushang Ulfen"]
