"""The round in the tab: begun, printed, keyed in with few keys; what is open stays visible."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from ehrenamt_desktop.model.enums import Freshness, Kind, OfferStage
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rules.offer_codes import code_of
from ehrenamt_desktop.ui.initiatives.tab import InitiativesTab

OLD = dt.date(2026, 3, 1)


@pytest.fixture
def tab(collaborators):
    made = InitiativesTab(*collaborators)
    made.resize(1300, 720)
    made.show()
    yield made
    made.close()


@pytest.fixture
def stale(office):
    """Sixty offers of one body, the only ones that are due."""
    for number in office.lists.offers.ids(ListQuery()):
        office.offers.confirm(number)
    body = office.initiatives.save({"name": "Dorfverein Ulfen", "phone": "05653 4711"})
    return [
        office.offers.save({"initiative_id": body, "title": f"Backhaus {n}", "status": "published",
                            "entered_on": OLD})
        for n in range(60)
    ]  # fmt: skip


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def press(tab, name: str) -> None:
    settle()
    found = [one for one in tab.findChildren(QPushButton, name) if one.isVisibleTo(tab)]
    assert len(found) == 1, name
    found[0].click()
    settle()


def begin(tab):
    tab.show_list(Kind.OFFER_ROUND, {})
    press(tab, "round.begin")
    return tab.round


def strike(*keys) -> int:
    """Press keys where the focus is, as fingers do; returns how many."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
    return len(keys)


def answer(page, code: str, key, note: str = "") -> int:
    """Key in one answer; returns the keys besides code and note."""
    assert QApplication.focusWidget() is page.keys.code
    QTest.keyClicks(page.keys.code, code)
    pressed = strike(Qt.Key.Key_Return, key)
    if note:
        QTest.keyClicks(QApplication.focusWidget(), note)
    return pressed + strike(Qt.Key.Key_Return)


def test_nothing_is_asked_before_a_round_begins(tab, stale):
    tab.show_list(Kind.OFFER_ROUND, {})
    settle()
    assert not tab.round.keys.isVisibleTo(tab)
    about = tab.round.findChild(QLabel, "round.about").text()
    assert "60 Angebote sind seit über drei Monaten" in about


def test_sixty_answers_take_three_keys_each(tab, office, stale):
    page = begin(tab)
    settle()
    keys = (Qt.Key.Key_U, Qt.Key.Key_G, Qt.Key.Key_E)
    pressed = [
        answer(page, code_of(number).lower(), keys[place % 3], "freitags" if place % 3 == 1 else "")
        for place, number in enumerate(stale)
    ]
    assert max(pressed) <= 5
    assert sum(pressed) == 3 * 60
    kept = office.rounds.current()
    assert (kept.total, kept.open) == (60, 0)
    rows = office.lists.offers.rows(stale)
    assert sum(row.stage is OfferStage.ARCHIVED for row in rows) == 20
    assert sum(row.freshness is Freshness.FRESH for row in rows) == 40
    due = [row for row in office.lists.follow_ups(days=0) if row.title.startswith("Angebot ändern")]
    assert len(due) == 20


def test_an_answer_is_undone_alone(tab, office, stale, notices):
    page = begin(tab)
    settle()
    answer(page, code_of(stale[0]), Qt.Key.Key_E)
    answer(page, code_of(stale[1]), Qt.Key.Key_U)
    notices.actions["Rückgängig"]()
    settle()
    first, second = office.lists.offers.rows(stale[:2])
    assert first.stage is OfferStage.ARCHIVED
    assert second.freshness is Freshness.STALE
    assert office.rounds.current().open == 59


def test_a_slip_is_told_beside_the_code(tab, stale):
    page = begin(tab)
    QTest.keyClicks(page.keys.code, "1X")
    strike(Qt.Key.Key_Return)
    assert "gibt es nicht" in page.keys.found.text()
    assert QApplication.focusWidget() is page.keys.code
    assert page.keys.code.selectedText() == "1X"


def test_open_ones_stand_in_the_list_and_lead_to_the_mask(tab, office, stale):
    page = begin(tab)
    settle()
    assert page.table.count() == 60
    answer(page, code_of(stale[0]), Qt.Key.Key_U)
    settle()
    assert page.table.count() == 59
    number = page.table.ids_shown()[0]
    page.table.opened.emit(number)
    settle()
    assert page.keys.code.text() == page.table.row(number).question.code
    strike(Qt.Key.Key_U, Qt.Key.Key_Return)
    settle()
    assert page.table.count() == 58
    press(tab, "round.shown.all")
    assert page.table.count() == 60


def test_paper_is_made_and_offered(tab, stale, files, notices, tmp_path):
    begin(tab)
    files.next_path = tmp_path / "liste.pdf"
    press(tab, "round.calls")
    assert files.next_path.exists()
    assert "Die Telefonliste ist fertig." in notices.texts()
    files.next_path = tmp_path / "briefe.pdf"
    press(tab, "round.letters")
    assert not files.next_path.exists()
    assert "Anschrift" in str(notices.errors[-1])


def test_a_changed_offer_is_one_click_away(tab, stale, notices, navigator, qtbot):
    page = begin(tab)
    answer(page, code_of(stale[5]), Qt.Key.Key_G, "neue Zeit")
    with qtbot.waitSignal(navigator.open_requested) as got:
        notices.actions["Angebot öffnen"]()
    assert got.args == [Kind.OFFER, stale[5]]


def test_escape_begins_anew_and_a_typed_note_is_not_lost_silently(tab, stale):
    page = begin(tab)
    QTest.keyClicks(page.keys.code, code_of(stale[0]))
    strike(Qt.Key.Key_Return, Qt.Key.Key_G)
    QTest.keyClicks(page.keys.note, "jetzt")
    assert tab.is_dirty()
    strike(Qt.Key.Key_Escape)
    assert not tab.is_dirty()
    assert QApplication.focusWidget() is page.keys.code


def test_the_round_is_closed_and_comes_back_by_undo(tab, office, stale, notices):
    page = begin(tab)
    press(tab, "round.close")
    assert office.rounds.current() is None
    assert not page.keys.isVisibleTo(tab)
    notices.actions["Rückgängig"]()
    settle()
    assert page.keys.isVisibleTo(tab)
