"""PLZ, Ort and Ortsteil fill each other; the county is said; typed words stay."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.people.person_form import quick_form


@pytest.fixture
def form(desk, office, qtbot):
    made = quick_form(Vocabulary(office.lists.places(), office.lists.terms()))
    qtbot.addWidget(made)
    made.load({})
    return made


@pytest.fixture
def number(office):
    by_name = {one.name: one.id for one in office.lists.places()}
    return by_name.__getitem__


def enter(form, key, text):
    line = form.editor(key).input
    line.clear()
    QTest.keyClicks(line, text)


def shown(form):
    return tuple(form.editor(key).value() for key in ("postcode", "city", "place_id"))


def choose(form, place):
    form.editor("place_id").set_value(place)
    form.changed.emit()


def county(form):
    return form.findChild(QLabel, "person.place_id.note").text()


def test_a_postcode_names_its_town(form):
    enter(form, "postcode", "36205")
    assert shown(form) == ("36205", "Sontra", None)


def test_a_postcode_with_one_place_names_that_too(form, number):
    enter(form, "postcode", "36179")
    assert shown(form) == ("36179", "Bebra", number("Bebra"))
    assert "Gemeinde Bebra" in county(form)


def test_a_village_typed_as_town_is_chosen(form, number):
    enter(form, "city", "Sontra-Ulfen")
    assert shown(form) == ("36205", "Sontra-Ulfen", number("Ulfen"))
    assert county(form) == "Gemeinde Sontra · Werra-Meißner-Kreis"


def test_a_chosen_village_names_its_town_and_a_second_choice_corrects_it(form, number):
    choose(form, number("Ulfen"))
    assert shown(form)[:2] == ("36205", "Sontra")
    choose(form, number("Herleshausen"))
    assert shown(form)[:2] == ("37293", "Herleshausen")


def test_what_was_typed_stays(form, number):
    enter(form, "city", "Musterstadt")
    enter(form, "postcode", "99999")
    choose(form, number("Ulfen"))
    assert shown(form) == ("99999", "Musterstadt", number("Ulfen"))


def test_places_of_the_postcode_are_offered_first(form):
    enter(form, "postcode", "37293")
    line = form.editor("place_id").line
    line.offer("")
    assert "Herleshausen" in line.offered()[0]
    line.offer("bre")
    assert line.offered()[0].startswith("Breitzbach")
    enter(form, "postcode", "36205")
    line.offer("bre")
    assert line.offered()[0].startswith("Breitau")


def test_a_loaded_record_is_not_touched(form, number):
    form.load({"postcode": "36205", "place_id": number("Ulfen")})
    assert shown(form) == ("36205", "", number("Ulfen"))
    assert "Werra" in county(form)
    assert not form.is_dirty()
