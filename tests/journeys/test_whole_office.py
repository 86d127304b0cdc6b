"""The whole office by keyboard in the real window: compute, decide, propose all, take it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.make_office import adult, make_office, offer, place_id, term_id

from ehrenamt_desktop.model.enums import TermKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.office import open_office

NAMES = ("Anna", "Berta", "Clara", "Dora", "Emil", "Fritz")


@pytest.fixture
def office(tmp_path, tmp_path_factory, frozen, bus):
    closed = make_office(tmp_path, tmp_path_factory.getbasetemp())
    sontra = place_id(closed, "Sontra")
    licence = term_id(closed, TermKind.PROOF, "LICENCE_B")
    for at, name in enumerate(NAMES):
        number = adult(closed, first_name=name, last_name="Muster", place_id=sontra)
        if at % 2:
            closed.people.save_credential(number, {"term_id": licence, "held": False})
    needs = [{"term_id": licence, "role": "required"}]
    for title, terms in (("Bürgerbus fahren", needs), ("Kindern vorlesen", [])):
        offer(closed, title=title, place_id=sontra, terms=terms, places_total=2)
    path = closed.path
    closed.close()
    opened = open_office(path, on_changed=bus.publish)
    yield opened
    opened.close()


def proposed(office):
    return len(office.lists.placements.ids(ListQuery(filters={"state": ("proposed",)})))


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)


def test_everybody_gets_what_can_be_had_and_one_key_takes_it_back(window, office, qtbot):
    window.show_tab("matching")
    tab = window.current()
    tab._show("overview")
    page = tab.overview.page("pairs")
    tab.focus_search()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.plan is not None, timeout=10_000)
    qtbot.waitUntil(page.list.table.hasFocus)
    assert page.summary.text().startswith("4 von 6 Personen bekommen ein Angebot.")
    assert not page.hint.isVisible()
    qtbot.waitUntil(lambda: page.list.table.count() == 4)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.drop.isEnabled())
    before = {(row.id, row.offer_id) for row in page.plan.rows}
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: {(row.id, row.offer_id) for row in page.plan.rows} != before)
    assert len(page.plan.rows) == 4
    now = {row.id for row in page.plan.rows}
    qtbot.waitUntil(lambda: set(page.list.table.ids_shown()) == now)
    page.all.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: proposed(office) == 4, timeout=10_000)
    qtbot.waitUntil(lambda: len(page.plan.rows) == 0, timeout=10_000)
    assert not page.hint.isVisible()  # what was just proposed is no news
    window.equipment.undo.undo_last()
    qtbot.waitUntil(lambda: proposed(office) == 0, timeout=10_000)
    qtbot.waitUntil(page.hint.isVisible)
