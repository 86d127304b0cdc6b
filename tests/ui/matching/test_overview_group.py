"""A group on one day: choose, keep apart, divide, propose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.make_office import adult, offer, place_id

from ehrenamt_desktop.model.queries import ListQuery


@pytest.fixture
def outing(office, town):
    sontra = place_id(office, "Sontra")
    day = {"starts_on": "2026-12-12", "ends_on": "2026-12-12", "place_id": sontra}
    offers = [
        offer(office, title=title, places_total=2, **day)
        for title in ("Hütte bauen", "Müll sammeln")
    ]
    people = [
        adult(office, first_name=first, last_name=last, place_id=sontra)
        for first, last in (("Horst", "Gliem"), ("Ida", "Ohnsorge"), ("Karl", "Rehbein"))
    ]
    return people, offers


@pytest.fixture
def dialog(tab, outing):
    tab.strip._choose("overview")
    return tab.overview.open_group()


def proposed(office):
    return office.lists.placements.ids(ListQuery(filters={"state": ("proposed",)}))


def keep_apart(dialog, one, other):
    dialog.turn("apart")
    for field, name in zip(dialog.apart.inputs, (one, other), strict=True):
        field.setFocus()
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)
    dialog.apart.add.click()


def test_the_next_day_is_chosen_and_everybody_who_looks_is_in(dialog):
    assert dialog.days.currentText() == "Samstag, 12.12.2026 (2 Angebote, 4 Plätze)"
    assert dialog.steps.findChild(
        type(dialog.accept_button), "overview.group.steps.people"
    ).text() == ("Personen 4")
    assert dialog.accept_button.text() == "Einteilen"


def test_marked_people_alone_are_in(dialog, outing):
    people, _ = outing
    dialog.turn("people")
    table = dialog.people.table
    table.select_id(people[0])
    dialog.accept_button.click()
    assert dialog.plan.people == 4  # one chosen row means nothing yet
    dialog.turn("people")
    rows = [table.ids_shown().index(one) for one in people[:2]]
    flags = table.selectionModel().SelectionFlag
    for row in rows:
        index = table.model().index(row, 0)
        table.selectionModel().select(index, flags.Select | flags.Rows)
    assert dialog.plan.people == 4 if dialog.plan else True
    dialog.accept_button.click()
    assert dialog.plan.people == 2


def test_two_are_kept_apart_and_all_are_proposed(dialog, outing, office, notices):
    people, _ = outing
    keep_apart(dialog, "gliem", "ohnsorge")
    assert dialog.apart.pairs() == ((people[0], people[1]),)
    dialog.accept_button.click()
    where = {row.id: row.offer_id for row in dialog.plan.rows}
    assert len(where) == 4
    assert where[people[0]] != where[people[1]]
    assert dialog.accept_button.text() == "4 Paare vorschlagen"
    dialog.accept_button.click()
    assert len(proposed(office)) == 4
    assert notices.shown[-1][1] == "4 Vorschläge gemacht."


def test_another_choice_throws_the_result_away(dialog):
    dialog.calculate()
    assert dialog.plan is not None
    keep_apart(dialog, "gliem", "rehbein")
    assert dialog.plan is None
    assert dialog.accept_button.text() == "Einteilen"
    pair = dialog.apart.pairs()[0]
    name = f"overview.group.apart.remove.{pair[0]}.{pair[1]}"
    dialog.findChild(type(dialog.accept_button), name).click()
    assert dialog.apart.pairs() == ()


def test_all_open_offers_can_be_taken_as_well(dialog):
    dialog.days.setCurrentIndex(dialog.days.count() - 1)
    dialog.calculate()
    assert dialog.offers.count() == 6
    assert len(dialog.plan.rows) == 4


def test_a_refusal_stands_in_the_dialog(dialog, monkeypatch, office):
    from ehrenamt_desktop.errors import DomainError

    def refuse(*_):
        raise DomainError("Eine Gruppe hat höchstens 300 Personen.")

    monkeypatch.setattr(office.assignments, "group_lists", refuse)
    dialog.calculate()
    assert dialog.problem.text() == "Eine Gruppe hat höchstens 300 Personen."
    assert dialog.accept_button.isEnabled()
