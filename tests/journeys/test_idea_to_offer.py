"""From an idea to offers in three villages: founding, first offer, the check, copies, a pause."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from tests.make_office import adult, place_id

from ehrenamt_desktop.model.enums import InitiativeStatus, Kind, OfferStage
from ehrenamt_desktop.model.queries import ListQuery


@pytest.fixture
def office(empty_office):
    adult(empty_office)
    return empty_office


@pytest.fixture
def tab(window, qtbot):
    window.show_tab("initiatives")
    made = window.current()
    qtbot.waitUntil(lambda: made._words.vocabulary is not None)
    return made


class Desk:
    """Clicks and types as somebody at the desk, waiting until what is wanted is there."""

    def __init__(self, tab, qtbot, type_text):
        self.tab, self.qtbot, self.type_text = tab, qtbot, type_text

    def shown(self, kind, name):
        return [one for one in self.tab.findChildren(kind, name) if one.isVisibleTo(self.tab)]

    def press(self, name):
        self.qtbot.waitUntil(lambda: len(self.shown(QPushButton, name)) == 1)
        self.shown(QPushButton, name)[0].click()

    def type(self, name, text):
        self.qtbot.waitUntil(lambda: len(self.shown(QLineEdit, name)) == 1)
        field = self.shown(QLineEdit, name)[0]
        field.setFocus()
        field.clear()
        self.type_text(field, text)
        return field

    def reads(self, words):
        self.qtbot.waitUntil(
            lambda: any(
                words in one.text() for one in self.tab.findChildren(QLabel)
                if one.isVisibleTo(self.tab)
            )
        )  # fmt: skip

    def command(self, name):
        menu = self.tab.offers.offer.head.menu
        next(one for one in menu.actions() if one.objectName() == name).trigger()


@pytest.fixture
def desk_of(tab, qtbot, type_text):
    return Desk(tab, qtbot, type_text)


def test_an_idea_becomes_an_initiative_with_offers(tab, office, bar, qtbot, desk_of):
    next(one for one in tab.commands() if one.title == "Neue Gründung").run()
    desk_of.type("initiative.name", "Dorfcafé Breitau")
    tab.save()
    desk_of.reads("In Gründung: 0 von 7 erledigt")
    number = tab.initiatives.number
    view = tab.initiatives.initiative.founding
    next(one for one in view.findChildren(QCheckBox) if one.text() == "Raum").click()
    desk_of.reads("In Gründung: 1 von 7 erledigt")
    desk_of.press("initiative.interests.add")
    field = desk_of.type("interest.person_id", "Dietzel")
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk_of.press("interest.dialog.accept")
    desk_of.reads("Marion Dietzel")
    desk_of.press("initiative.founding.start")
    qtbot.waitUntil(lambda: office.lists.initiative(number).row.status is InitiativeStatus.ACTIVE)

    desk_of.press("initiative.new_offer")
    desk_of.type("offer.title", "Kuchen backen")
    desk_of.type("offer.teaser", "Marion Dietzel freut sich")
    tab.save()
    qtbot.waitUntil(lambda: tab.offers.number is not None and not tab.is_dirty())
    desk_of.press("offer.publish")
    desk_of.reads("Ein Satz für den Aushang: „Marion Dietzel“")
    desk_of.press("offer.findings.0.mend")
    desk_of.type("offer.teaser", "Für den Sonntag im Dorf")
    tab.save()
    qtbot.waitUntil(lambda: not tab.is_dirty())
    desk_of.press("offer.publish")
    offer = tab.offers.number
    qtbot.waitUntil(lambda: office.lists.offer(offer).row.stage is OfferStage.OPEN)

    desk_of.command("offer.villages")
    for village in ("Breitau", "Dens", "Süß"):
        name = f"offer.villages.{place_id(office, village)}"
        qtbot.waitUntil(lambda name=name: bool(desk_of.shown(QCheckBox, name)))
        desk_of.shown(QCheckBox, name)[0].click()
    desk_of.press("offer.villages.save")
    qtbot.waitUntil(lambda: len(office.lists.offers.ids(ListQuery())) == 4)
    desk_of.reads("Dasselbe Angebot in anderen Ortsteilen")
    qtbot.waitUntil(lambda: "3 weitere Ortsteile" in bar.text())

    desk_of.press("offer.pause")
    field = desk_of.type("offer.pause_panel.date", "1.3.2027")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: office.lists.offer(offer).values["paused_until"] == dt.date(2027, 3, 1))
    desk_of.reads("pausiert bis 01.03.2027")


def test_what_a_person_would_join_stands_with_the_person(window, office, qtbot):
    number = office.initiatives.save({"name": "Dorfcafé Breitau", "status": "founding"})
    (person,) = office.lists.people.ids(ListQuery())
    office.founding.add_interest(number, {"person_id": person, "note": "backt gern"})
    window.desk.navigator.open(Kind.PERSON, person)
    qtbot.waitUntil(
        lambda: any(
            "Dorfcafé Breitau (in Gründung)" in one.text()
            for one in window.current().findChildren(QLabel)
        )
    )
