"""An initiative comes into being: points ticked off, people found, the start."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import adult

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import InitiativeStatus, Kind
from ehrenamt_desktop.model.rules.founding import CHECKLIST, progress

DAY = dt.date(2026, 11, 23)


@pytest.fixture
def number(office) -> int:
    return office.initiatives.save({"name": "Dorfcafé Breitau", "status": "founding"})


def titles(office, number: int) -> list[str]:
    return [one.title for one in office.lists.initiative(number).founding]


def test_every_founding_starts_with_the_usual_points(office, number):
    found = office.lists.initiative(number)
    assert [one.title for one in found.founding] == list(CHECKLIST)
    assert progress(found.founding) == (0, len(CHECKLIST))
    active = office.initiatives.save({"name": "Heimatverein"})
    assert office.lists.initiative(active).founding == ()


def test_points_are_ticked_noted_and_opened_again(office, number):
    office.founding.tick(number, "Raum", DAY, "Altes Lehrerzimmer")
    office.founding.tick(number, "raum", DAY - dt.timedelta(days=1))
    row = next(one for one in office.lists.initiative(number).founding if one.title == "Raum")
    assert (row.done_on, row.note) == (DAY - dt.timedelta(days=1), "Altes Lehrerzimmer")
    assert titles(office, number) == list(CHECKLIST)
    office.founding.tick(number, "Raum", None)
    assert progress(office.lists.initiative(number).founding)[0] == 0
    office.history.undo()
    assert progress(office.lists.initiative(number).founding)[0] == 1


def test_a_founding_has_points_of_its_own(office, number):
    step = office.founding.tick(number, "Kaffeemaschine besorgen", None)
    last = office.lists.initiative(number).founding[-1]
    assert (last.id, last.title, last.own) == (step, "Kaffeemaschine besorgen", True)
    office.founding.remove(step)
    assert titles(office, number) == list(CHECKLIST)
    with pytest.raises(InvalidDraft):
        office.founding.tick(number, "  ", None)


def test_people_who_would_take_part_stand_on_both_sides(office, number):
    person = adult(office)
    interest = office.founding.add_interest(number, {"person_id": person, "note": "backt gern"})
    again = office.founding.add_interest(number, {"person_id": person, "note": "backt, kocht"})
    assert again == interest
    (row,) = office.lists.initiative(number).interests
    assert (row.person, row.note, row.on) == ("Marion Dietzel", "backt, kocht", DAY)
    (mine,) = office.lists.person(person).interests
    assert (mine.initiative, mine.status) == ("Dorfcafé Breitau", InitiativeStatus.FOUNDING)
    office.trash.put(Kind.PERSON, [person])
    assert office.lists.initiative(number).interests == ()
    office.trash.restore(Kind.PERSON, [person])
    office.founding.remove_interest(interest)
    assert office.lists.person(person).interests == ()
    with pytest.raises(InvalidDraft):
        office.founding.add_interest(number, {"person_id": 4711})


def test_an_active_initiative_keeps_its_founding_as_history(office, number):
    person = adult(office)
    office.founding.tick(number, "Erstes Treffen", DAY)
    office.founding.add_interest(number, {"person_id": person})
    office.founding.start(number)
    found = office.lists.initiative(number)
    assert found.row.status is InitiativeStatus.ACTIVE
    assert [one.title for one in found.founding] == ["Erstes Treffen"]
    assert [one.person for one in found.interests] == ["Marion Dietzel"]
    assert any("aktiv" in one.title for one in found.history)
    with pytest.raises(DomainError, match="nicht in Gründung"):
        office.founding.tick(number, "Raum", DAY)
    office.history.undo()
    assert office.lists.initiative(number).row.status is InitiativeStatus.FOUNDING
