"""After a talk with a body its offers are asked for: once a day, in the bar, never in the way."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication
from tests.make_office import offer

from ehrenamt_desktop.model.enums import Freshness, Kind
from ehrenamt_desktop.ui.initiatives.round_prompt import RoundPrompt
from ehrenamt_desktop.ui.kit.desk import Desk

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def office(empty_office):
    return empty_office


@pytest.fixture
def prompt(office, tasks, bus, notices, files, navigator):
    return RoundPrompt(Desk(office, tasks, bus, notices, files, navigator))


@pytest.fixture
def stale(office):
    body = office.initiatives.save({"name": "Dorfverein Ulfen"})
    old = dt.date(2026, 3, 1)
    return body, [
        offer(office, initiative_id=body, entered_on=old, title=f"Nr {n}") for n in (1, 2)
    ]


def call(office, body) -> int:
    number = office.interactions.add({"kind": "call", "on": TODAY, "initiative_id": body})
    QApplication.processEvents()
    return number


def test_a_talk_asks_once_a_day(prompt, office, stale, notices):
    body, offers = stale
    talk = call(office, body)
    question = "Dorfverein Ulfen: 2 Angebote lange nicht bestätigt. Noch aktuell?"
    assert notices.texts() == [question]
    office.interactions.change(talk, {"note": "Frau Wiegand ruft zurück"})
    QApplication.processEvents()
    call(office, body)
    assert notices.texts() == [question]
    notices.actions["Alle noch aktuell"]()
    assert {row.freshness for row in office.lists.offers.rows(offers)} == {Freshness.FRESH}
    notices.actions["Rückgängig"]()
    assert {row.freshness for row in office.lists.offers.rows(offers)} == {Freshness.STALE}


def test_looking_leads_to_the_list_of_the_body(prompt, office, stale, notices, navigator, qtbot):
    body, _ = stale
    call(office, body)
    with qtbot.waitSignal(navigator.list_requested) as got:
        notices.actions["Ansehen"]()
    assert got.args == [Kind.OFFER, {"initiative": (str(body),)}]


def test_one_offer_is_opened_itself(prompt, office, stale, notices, navigator, qtbot):
    body, (first, second) = stale
    office.offers.confirm(first)
    call(office, body)
    with qtbot.waitSignal(navigator.open_requested) as got:
        notices.actions["Ansehen"]()
    assert got.args == [Kind.OFFER, second]


def test_fresh_offers_ask_nothing(prompt, office, stale, notices):
    body, offers = stale
    office.rounds.confirm_all(offers)
    call(office, body)
    assert notices.texts() == []
