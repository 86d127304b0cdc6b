"""Call notes: kept, changed, found by any spelling, handed over with a new record, undone."""

from __future__ import annotations

import datetime as dt

import pytest

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.calls import as_initiative, as_person
from ehrenamt_desktop.model.enums import Kind, Salutation
from ehrenamt_desktop.model.queries import ListQuery

DAY = dt.date(2026, 11, 23)
CALL = {
    "caller": "Frau Dr. Änne Groß", "caller_phone": "0171 / 23 45 678",
    "note": "Möchte Kindern vorlesen", "on": DAY, "at": dt.time(12, 4),
}  # fmt: skip


def test_a_call_waits_until_it_is_done(office):
    number = office.calls.keep(CALL)
    (row,) = office.lists.calls()
    assert (row.id, row.caller, row.phone, row.concern) == (
        number, "Frau Dr. Änne Groß", "0171 / 23 45 678", "Möchte Kindern vorlesen",
    )  # fmt: skip
    assert (row.on, row.at, row.target) == (DAY, dt.time(12, 4), None)
    office.calls.finish(number)
    assert office.lists.calls() == ()
    assert office.history.undo().action == "Anrufnotiz erledigt"
    assert [one.id for one in office.lists.calls()] == [number]
    assert office.history.undo().action == "Anruf notiert"
    assert office.lists.calls() == ()
    with pytest.raises(DomainError):
        office.calls.one(number)


def test_a_name_or_a_number_is_needed(office):
    with pytest.raises(InvalidDraft) as refused:
        office.calls.keep({"note": "etwas", "on": DAY})
    assert [one.key for one in refused.value.fields] == ["caller"]
    number = office.calls.keep({"caller_phone": "05653 9777", "on": DAY})
    row = office.calls.one(number)
    assert (row.caller, row.name, row.phone) == ("05653 9777", "", "05653 9777")


def test_a_note_is_changed_and_done_at_once(office):
    number = office.calls.keep(CALL)
    row = office.calls.one(number)
    office.calls.keep({**CALL, "note": "Ruft wieder an", "waits": False}, number, row.version)
    assert office.calls.one(number).concern == "Ruft wieder an"
    assert office.lists.calls() == ()


@pytest.mark.parametrize(
    "typed",
    ["05653 / 97 77-12", "+49 5653 977712", "0049 5653 9777 12", "(05653) 977712", "977712"],
)
def test_a_known_number_is_found_however_it_is_spelled(office, typed):
    person = office.people.save({"last_name": "Müßig", "phone": "05653 9777-12"})
    (hit,) = [one for one in office.calls.known("", typed) if not one.near]
    assert hit.target == (Kind.PERSON, person)


def test_a_name_is_found_and_short_entries_ask_nothing(office):
    person = office.people.save({"last_name": "Müßig", "first_name": "Jürgen"})
    assert (Kind.PERSON, person) in [one.target for one in office.calls.known("muessig", "")]
    assert office.calls.known("M", "056") == ()


def test_a_note_on_a_record_stands_in_its_course(office):
    person = office.people.save({"last_name": "Müßig"})
    office.calls.keep({**CALL, "person_id": person})
    (row,) = office.lists.calls()
    assert row.target == (Kind.PERSON, person)
    assert row.who == "Müßig"
    assert [
        one.title for one in office.lists.person(person).history if one.kind is Kind.INTERACTION
    ]


def test_a_note_becomes_a_person_with_all_that_is_known(office):
    call = office.calls.keep(CALL)
    values = as_person(office.calls.one(call))
    assert values == {
        "call_id": call, "salutation": Salutation.MS, "title": "Dr.", "first_name": "Änne",
        "last_name": "Groß", "mobile": "0171 / 23 45 678",
        "adviser_note": "Anruf am 23.11.2026: Möchte Kindern vorlesen",
    }  # fmt: skip
    person = office.people.save(values)
    assert office.lists.calls() == ()
    assert office.calls.one(call).target == (Kind.PERSON, person)
    assert office.history.undo().action == "Person angelegt"
    (row,) = office.lists.calls()
    assert (row.id, row.target) == (call, None)


def test_a_note_becomes_an_initiative(office):
    call = office.calls.keep({**CALL, "caller": "Chor Ulfen", "caller_phone": "05653 1"})
    values = as_initiative(office.calls.one(call))
    body = office.initiatives.save(values)
    assert office.calls.one(call).target == (Kind.INITIATIVE, body)
    kept = office.lists.initiative(body).values
    assert (kept["name"], kept["phone"]) == ("Chor Ulfen", "05653 1")
    assert kept["note"] == "Anruf am 23.11.2026: Möchte Kindern vorlesen"


def test_a_number_alone_becomes_a_person_without_a_name(office):
    call = office.calls.keep({"caller_phone": "05653 9777", "on": DAY})
    values = as_person(office.calls.one(call))
    assert (values["last_name"], values["phone"]) == ("", "05653 9777")


@pytest.mark.parametrize(
    "typed", ["änne groß", "gross", "0171 2345", "+49 171 2345678", "vorlesen"]
)
def test_the_search_over_everything_finds_notes(office, typed):
    call = office.calls.keep(CALL)
    hits = [one for one in office.finding.find(typed).hits if one.kind is Kind.INTERACTION]
    assert [(one.number, one.target) for one in hits] == [(call, (Kind.INTERACTION, call))]
    assert hits[0].private
    assert hits[0].more == "23.11.2026 · offen"


def test_notes_of_a_record_in_the_trash_wait_with_it(office):
    person = office.people.save({"last_name": "Müßig"})
    office.calls.keep({**CALL, "person_id": person})
    office.trash.put(Kind.PERSON, [person])
    assert office.lists.calls() == ()
    assert office.lists.people.ids(ListQuery()) == []
