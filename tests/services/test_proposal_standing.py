"""A proposal keeps the place it had in the list and the weights that ordered it."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlmodel import select
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import TermKind
from ehrenamt_desktop.model.records.placement import Placement
from ehrenamt_desktop.model.records.weights import WeightSet


def kept(office, numbers):
    with office.store.write("Gelesen") as unit:
        rows = unit.exec(select(Placement)).all()
        return [
            (row.match_rank, row.match_score, row.weight_set_id)
            for number in numbers
            for row in rows
            if row.id == number
        ]


def test_rank_score_and_newest_weights_stay_with_the_proposal(office):
    reading = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    person = adult(
        office,
        place_id=place_id(office, "Sontra"),
        terms=[{"term_id": reading, "relation": "wish"}],
    )
    about = [{"term_id": reading, "role": "about"}]
    plain = offer(office, title="Vereinsbüro führen", place_id=place_id(office, "Herleshausen"))
    fitting = offer(office, title="Vorlesen", place_id=place_id(office, "Sontra"), terms=about)
    with office.store.write("Gewichte") as unit:
        for name in ("alt", "neu"):
            unit.add(WeightSet(name=name, on=dt.date(2026, 11, 1)))
    found = office.matching.offers_for(person)
    shown = {one.number: (place, one.score) for place, one in enumerate(found.matches, start=1)}
    numbers = office.placements.propose(person, [plain, fitting])
    assert kept(office, numbers) == [(*shown[plain], 2), (*shown[fitting], 2)]
    assert shown[fitting][0] == 1


def test_an_exception_has_a_score_and_no_rank(office):
    licence = term_id(office, TermKind.PROOF, "LICENCE_B")
    person = adult(office)
    office.people.save_credential(person, {"term_id": licence, "held": False})
    needs = [{"term_id": licence, "role": "required"}]
    bus = offer(office, title="Bürgerbus fahren", terms=needs)
    numbers = office.placements.propose(person, [bus], override_reason="Fahrschule beginnt")
    ((rank, score, weights),) = kept(office, numbers)
    assert (rank, weights) == (None, None)
    assert 0.0 < score < 1.0


def test_the_reason_of_an_exception_is_journalled_and_stands_in_the_course(office):
    licence = term_id(office, TermKind.PROOF, "LICENCE_B")
    person = adult(office)
    office.people.save_credential(person, {"term_id": licence, "held": False})
    before = office.lists.person(person).credentials
    bus = offer(office, title="Bürgerbus fahren", terms=[{"term_id": licence, "role": "required"}])
    for empty in ("", "   \n"):
        with pytest.raises(DomainError, match="nennen Sie bitte den Grund"):
            office.placements.propose(person, [bus], override_reason=empty)
    with pytest.raises(DomainError, match="kürzen Sie den Grund"):
        office.placements.propose(person, [bus], override_reason="x" * 251)
    (number,) = office.placements.propose(person, [bus], override_reason="  Fahrschule\nbeginnt ")
    detail = office.lists.placement(number)
    assert detail.values["override_reason"] == "Fahrschule beginnt"
    assert detail.history[0].detail == "trotzdem, weil: Fahrschule beginnt"
    with office.store.read() as connection:
        told = connection.execute(
            "SELECT after FROM journal_entry WHERE kind = 'placement' AND record_id = ?", (number,)
        ).fetchall()
    assert '"override_reason":"Fahrschule beginnt"' in str(told)
    assert office.lists.person(person).credentials == before


def test_an_offer_goes_to_several_people_as_one_step_or_to_none(office):
    first, second = adult(office), adult(office, last_name="Gliem", first_name="Horst")
    task = offer(office)
    office.placements.propose(second, [task])
    before = office.lists.placements.total()
    with pytest.raises(DomainError, match="Horst Gliem: „Kindern vorlesen“ ist dieser Person"):
        office.placements.propose_pairs([(first, [task]), (second, [task])])
    assert office.lists.placements.total() == before
    third = adult(office, last_name="Roth")
    office.placements.propose_pairs([(first, [task]), (third, [task])])
    assert office.lists.placements.total() == before + 2
    assert office.history.undo().action == "Vorschläge gemacht"
    assert office.lists.placements.total() == before
