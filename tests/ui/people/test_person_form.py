"""The form of a person: what shows and fills itself."""

from __future__ import annotations

import pytest
from tests.make_office import place_id

from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.people.person_form import profile_form, quick_form
from ehrenamt_desktop.ui.people.person_specs import GUARDIAN_KEYS, QUICK


@pytest.fixture(params=[quick_form, profile_form])
def form(request, office, qtbot):
    made = request.param(Vocabulary(office.lists.places(), office.lists.terms()))
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    return made


def type_year(form, type_text, year):
    line = form.editor("birth_year").line
    line.clear()
    type_text(line, year)


def shown_guardian(form):
    return {key for key in GUARDIAN_KEYS if form.editor(key).isVisible()}


def test_a_guardian_is_asked_for_only_when_young(form, type_text):
    assert shown_guardian(form) == set()
    type_year(form, type_text, "2011")
    assert shown_guardian(form) == set(GUARDIAN_KEYS)
    type_year(form, type_text, "1961")
    assert shown_guardian(form) == set()


def test_a_kept_guardian_stays_in_sight(form):
    form.load({"guardian_name": "Anna Groß"})
    assert shown_guardian(form) == set(GUARDIAN_KEYS)
    form.load({})
    assert shown_guardian(form) == set()


def test_a_place_names_its_town(form, office, type_text):
    line = form.editor("place_id").line
    type_text(line, "ulf")
    form.editor("place_id").line._take_first()
    assert form.editor("place_id").value() == place_id(office, "Ulfen")
    assert form.editor("postcode").value() == "36205"
    assert form.editor("city").value() == "Sontra"


def test_a_typed_town_is_left_alone(form, office, type_text):
    type_text(form.editor("city").line, "Kassel")
    line = form.editor("place_id").line
    type_text(line, "ulf")
    line._take_first()
    assert form.editor("city").value() == "Kassel"
    assert form.editor("postcode").value() == "36205"


def test_a_loaded_place_fills_nothing(form, office):
    form.load({"place_id": place_id(office, "Ulfen"), "city": ""})
    form.editor("first_name").tell()
    assert form.editor("city").value() == ""
    assert not form.is_dirty()


def test_the_rest_lies_folded_until_it_is_wanted(form):
    form.load({"status": "seeking", "legal_basis": "open"})
    assert not form.editor("adviser_note").isVisible()
    form.load({"status": "seeking", "legal_basis": "open", "adviser_note": "Ruft zurück."})
    assert form.editor("adviser_note").isVisible()


def test_the_quick_form_follows_the_sheet():
    first = [one.label for one in QUICK if not one.group and one.key not in GUARDIAN_KEYS]
    assert first == [
        "Anrede", "Vorname", "Nachname", "Geburtsjahr", "Ortsteil", "Telefon", "E-Mail",
        "Interessen", "Zeiten", "Stunden pro Woche, höchstens", "Einwilligung vom",
        "Darf an Initiativen weitergegeben werden",
    ]  # fmt: skip
    assert len(first) <= 12
