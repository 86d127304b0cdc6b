"""Monday task C in the real window: three offers are proposed and printed, by key and by mouse.

Task B, a new caller to ranked offers, is counted in `test_add_person.py`.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.model.enums import Kind, PlacementState, TermKind

PAPER_KEYS, PAPER_CLICKS = 8, 5
"""From the ranked list to three proposals with talk sheet and letter (notes/monday.md C)."""
FILE_CHOOSER = 1
"""Enter in the file chooser, which the tests answer by themselves."""


@pytest.fixture
def office(empty_office):
    reading = term_id(empty_office, TermKind.ACTIVITY, "VORLESEN")
    for title in ("Kindern vorlesen", "Beim Einkauf begleiten", "Vereinsbüro führen"):
        offer(empty_office, title=title, place_id=place_id(empty_office, "Sontra"),
              terms=[{"term_id": reading, "role": "about"}])  # fmt: skip
    return empty_office


def listed(window, qtbot):
    """Waits until the ranked list is shown and has the focus."""
    qtbot.waitUntil(lambda: window.current_name() == "matching")
    view = window.current().offers.list
    qtbot.waitUntil(lambda: len(view.lines()) == 3 and view.hasFocus())


def printed(office, person, files, tmp_path, qtbot):
    """Waits for the papers and checks that all three offers are proposed."""
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) == 2, timeout=10_000)
    qtbot.waitUntil(lambda: office.lists.postings.total() == 2)
    names = sorted(one.name for one in tmp_path.glob("*.pdf"))
    assert names == [f"Gesprächszettel Nr. {person} 2026-11-23.pdf", "brief.pdf"]
    rows = office.lists.person(person).placements
    assert [row.state for row in rows] == [PlacementState.PROPOSED] * 3
    assert len(files.asked) == FILE_CHOOSER


@pytest.fixture
def person(office):
    return adult(
        office, salutation="ms", street="Am Anger 3", postcode="36205", city="Sontra",
        place_id=place_id(office, "Sontra"), legal_basis="consent",
    )  # fmt: skip


def test_three_offers_go_to_paper_by_key(window, office, person, files, qtbot, tmp_path):
    window.resize(1366, 768)
    window.activateWindow()
    qtbot.waitActive(window)
    files.next_path = tmp_path / "brief.pdf"
    window.desk.navigator.match(Kind.PERSON, person)
    listed(window, qtbot)
    space, down, plain = Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier
    pressed = [(key, plain) for key in (space, down, space, down, space)]
    pressed.append((Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier))
    for key, modifier in pressed:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
    printed(office, person, files, tmp_path, qtbot)
    assert len(pressed) + FILE_CHOOSER <= PAPER_KEYS


def test_three_offers_go_to_paper_by_mouse(window, office, person, files, qtbot, tmp_path):
    files.next_path = tmp_path / "brief.pdf"
    window.resize(1366, 768)
    window.desk.navigator.match(Kind.PERSON, person)
    qtbot.waitUntil(lambda: window.current_name() == "matching")
    page = window.current().offers
    qtbot.waitUntil(lambda: len(page.list.lines()) == 3)
    clicks, left = 0, Qt.MouseButton.LeftButton
    for row in range(3):
        box = page.list.visualRect(page.list.model().index(row, 0))
        spot = QPoint(box.left() + 18, box.top() + 20)
        QTest.mouseClick(page.list.viewport(), left, pos=spot)
        clicks += 1
    QTest.mouseClick(page.bar.main, left)
    clicks += 1
    printed(office, person, files, tmp_path, qtbot)
    assert clicks + FILE_CHOOSER <= PAPER_CLICKS
