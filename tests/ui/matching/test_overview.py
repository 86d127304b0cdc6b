"""Gesamtübersicht in a real window: compute, decide, propose, take back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from tests.make_office import adult, place_id, term_id

from ehrenamt_desktop.model.enums import TermKind
from ehrenamt_desktop.model.queries import ListQuery


@pytest.fixture
def crowd(office, town):
    """Two more people who wish to read aloud; only the town's person lacks the licence."""
    reading = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    wish = [{"term_id": reading, "relation": "wish"}]
    ulfen, sontra = place_id(office, "Ulfen"), place_id(office, "Sontra")
    return [
        adult(office, first_name=name, last_name=last, place_id=where, terms=wish)
        for name, last, where in (("Horst", "Gliem", ulfen), ("Ida", "Ohnsorge", sontra))
    ]


@pytest.fixture
def page(tab, crowd):
    tab.strip._choose("overview")
    return tab.overview.page("pairs")


def shown(page):
    table = page.list.table
    return {row.person: row.offer for row in page._pairs.rows(table.ids_shown())}


def proposed(office):
    return office.lists.placements.ids(ListQuery(filters={"state": ("proposed",)}))


def choose(page, person):
    row = next(one for one in page.plan.rows if one.person == person)
    page.list.table.select_id(row.id)
    return row


def test_it_begins_with_a_sentence_and_one_button(page):
    assert page.plan is None
    page.focus_search()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Space)
    assert page.summary.text().startswith("Alle 3 Personen bekommen ein Angebot.")
    assert set(shown(page)) == {"Marion Dietzel", "Horst Gliem", "Ida Ohnsorge"}
    assert page.all.text() == "Alle 3 vorschlagen"
    assert page.list.table.hasFocus()


def test_all_are_proposed_at_once_and_taken_back_at_once(page, office, notices, qtbot):
    page.calculate()
    page.all.click()
    assert len(proposed(office)) == 3
    kind, text, labels = notices.shown[-1]
    assert (kind, text, labels) == ("success", "3 Vorschläge gemacht.", ("Rückgängig",))
    assert page.plan.people == 0
    notices.actions["Rückgängig"]()
    assert proposed(office) == []
    told = "Seit der Berechnung hat sich etwas geändert."
    qtbot.waitUntil(lambda: page.hint.text() == told)


def test_the_way_back_never_takes_back_what_was_done_since(page, office, notices):
    page.calculate()
    page.all.click()
    undo = notices.actions["Rückgängig"]
    office.initiatives.save({"name": "Angelverein"})
    undo()
    assert len(proposed(office)) == 3
    assert "weitergearbeitet" in notices.errors[-1].sentence


def test_the_chosen_ones_alone_are_proposed(page, office):
    page.calculate()
    choose(page, "Horst Gliem")
    assert page.some.text() == "1 ausgewähltes vorschlagen"
    page.some.click()
    assert len(proposed(office)) == 1
    assert page.plan.people == 2


def test_a_pair_that_is_not_wanted_goes_by_one_key(page):
    page.calculate()
    before = choose(page, "Horst Gliem")
    QTest.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert shown(page)["Horst Gliem"] != before.offer


def test_another_offer_is_taken_from_the_persons_list_and_held(page):
    page.calculate()
    choose(page, "Horst Gliem")
    page.other.click()
    dialog = next(one for one in page.findChildren(QDialog) if one.isVisible())
    wanted = next(number for number in dialog.table.ids_shown() if not dialog.table.row(number).now)
    title = dialog.table.row(wanted).offer
    dialog.table.select_id(wanted)
    dialog.accept_button.click()
    assert shown(page)["Horst Gliem"] == title
    choose(page, "Horst Gliem")
    assert page.fix.text() == "Nicht mehr festhalten"
    page.fix.click()
    assert not any(row.fixed for row in page.plan.rows)


def test_a_refused_pair_is_named_and_the_rest_can_be_proposed(page, office, town):
    page.calculate()
    row = choose(page, "Horst Gliem")
    office.offers.pause(row.offer_id)
    page.all.click()
    dialog = next(one for one in page.findChildren(QDialog) if one.isVisible())
    assert proposed(office) == []
    assert dialog.accept_button.text() == "Die übrigen 2 vorschlagen"
    dialog.accept_button.click()
    assert len(proposed(office)) == 2


def test_a_filter_names_what_is_proposed(page):
    page.calculate()
    page.list.filter_bar.toggle("municipality", "Sontra")
    page.list.search_box.put_text("gliem")
    page.list._search("gliem")
    assert page.all.text() == "Vorschlagen"


def test_who_goes_without_stands_beside_and_opens_their_list(page, office, navigator):
    reading = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    number = adult(
        office, first_name="Otto", last_name="Weber",
        terms=[{"term_id": reading, "relation": "no"}],
    )  # fmt: skip
    licence = term_id(office, TermKind.PROOF, "LICENCE_B")
    office.people.save_credential(number, {"term_id": licence, "held": False})
    page.calculate()
    assert [row.reason for row in page.plan.left] == ["Nichts passt (meist: Möchte nicht)."]
    page.others.select_id(number)
    wanted = []
    navigator.match_requested.connect(lambda *one: wanted.append(one))
    QTest.keyClick(page.others, Qt.Key.Key_Return)
    assert [one[1] for one in wanted] == [number]
