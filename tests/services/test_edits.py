"""The history of a record: what, when, old to new in German; one field put back."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.errors import ConflictError, DomainError, InvalidDraft
from ehrenamt_desktop.model.columns.edits import HIDDEN, LABELS
from ehrenamt_desktop.model.enums import Kind, PlacementState, TermKind
from ehrenamt_desktop.store.journal import OWNERS
from ehrenamt_desktop.store.records import METADATA


@pytest.fixture
def person(office):
    return adult(office, phone="05653 1111")


def changes(office, kind, number):
    return [(one.field, one.before, one.after) for one in office.edits.of(kind, number)]


def entry(office, kind, number, field):
    return next(one for one in office.edits.of(kind, number) if one.field == field)


def terms(*chosen):
    return [{"term_id": one, "relation": relation, "level": level}
            for one, relation, level in chosen]  # fmt: skip


def test_changes_are_told_in_german(office, person):
    office.people.save({
        "phone": "05653 2222", "birth_date": "1961-05-04", "occupation": "retired",
        "place_id": place_id(office, "Ulfen"), "time_grid": 0b11, "hours_per_week": 2.5,
    }, person)  # fmt: skip
    told = {field: (before, after) for field, before, after in changes(office, Kind.PERSON, person)}
    assert told["phone"] == ("05653 1111", "05653 2222")
    assert told["birth_date"] == ("–", "04.05.1961")
    assert told["occupation"] == ("–", "Rente oder Pension")
    assert told["place_id"] == ("–", "Ulfen (Sontra)")
    assert told["hours_per_week"] == ("–", "2,5")
    assert told["time_grid"][1] not in ("", "–", "3")
    first = office.edits.of(Kind.PERSON, person)[0]
    assert first.action == "Person geändert"
    assert first.at.date() == dt.date(2026, 11, 23)
    assert first.at.utcoffset() == dt.timedelta(hours=1)


def test_wishes_proofs_and_consents_are_told(office, person):
    reading = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    office.people.save({"terms": terms((reading, "wish", None))}, person)
    office.people.save({"terms": []}, person)
    aid = term_id(office, TermKind.PROOF, "FIRST_AID")
    proof = office.people.save_credential(person, {"term_id": aid, "valid_until": "2027-01-31"})
    office.people.save_credential(person, {"term_id": aid, "valid_until": "2028-01-31"}, proof)
    consent = office.lists.person(person).consents[0].id
    office.people.withdraw_consent(consent)
    told = changes(office, Kind.PERSON, person)
    word = next(one.label for one in office.lists.terms() if one.id == reading)
    assert ("terms.wish.activity", "–", word) in told
    assert ("terms.wish.activity", word, "–") in told
    assert ("credential.valid_until", "31.01.2027", "31.01.2028") in told
    assert ("consent.withdrawn_on", "–", "23.11.2026") in told
    labels = {one.label for one in office.edits.of(Kind.PERSON, person)}
    assert {"Nachweis: gültig bis", "Einwilligung: widerrufen am", "Nachweis"} <= labels


def test_a_field_is_put_back_as_a_step_of_its_own(office, person):
    office.people.save({"phone": "05653 2222", "hobbies": "Singen"}, person)
    found = entry(office, Kind.PERSON, person, "phone")
    office.edits.revert(found.entry, "phone")
    values = office.lists.person(person).values
    assert (values["phone"], values["hobbies"]) == ("05653 1111", "Singen")
    assert changes(office, Kind.PERSON, person)[0] == ("phone", "05653 2222", "05653 1111")
    office.history.undo()
    assert office.lists.person(person).values["phone"] == "05653 2222"


def test_what_moved_on_is_not_put_back(office, person):
    office.people.save({"phone": "05653 2222"}, person)
    old = entry(office, Kind.PERSON, person, "phone")
    office.people.save({"phone": "05653 3333"}, person)
    with pytest.raises(ConflictError, match="noch einmal geändert"):
        office.edits.revert(old.entry, "phone")
    assert office.lists.person(person).values["phone"] == "05653 3333"


def test_a_rule_may_forbid_the_former_value(office, frozen):
    young = office.people.save({"last_name": "Löffler", "birth_year": 2011, "phone": "1"})
    office.people.save({"birth_year": 1961}, young)
    office.people.save({"email": "l@example.org"}, young)
    found = entry(office, Kind.PERSON, young, "birth_year")
    with pytest.raises(InvalidDraft):
        office.edits.revert(found.entry, "birth_year")


def test_a_wish_comes_back_and_a_new_one_goes(office, person):
    reading, driving = (term_id(office, TermKind.ACTIVITY, code) for code in ("VORLESEN", "FAHREN"))
    office.people.save({"terms": terms((reading, "wish", None))}, person)
    office.people.save({"terms": terms((driving, "wish", None))}, person)
    for found in [one for one in office.edits.of(Kind.PERSON, person) if one.field][:2]:
        office.edits.revert(found.entry, found.field)
    assert [one.term_id for one in office.lists.person(person).terms] == [reading]
    came = office.edits.of(Kind.PERSON, person)[-1]
    assert came.field == ""


def test_a_level_comes_back(office, person):
    language = office.lists.terms(TermKind.LANGUAGE)[0].id
    office.people.save({"terms": terms((language, "has", "basic"))}, person)
    office.people.save({"terms": terms((language, "has", "good"))}, person)
    found = entry(office, Kind.PERSON, person, "level")
    assert (found.before, found.after) == ("Grundkenntnisse", "gut")
    office.edits.revert(found.entry, "level")
    assert office.lists.person(person).terms[0].level == "basic"
    with pytest.raises(ConflictError):
        office.edits.revert(found.entry, "level")


def test_what_is_no_single_field_is_refused(office, person):
    born = office.edits.of(Kind.PERSON, person)[-1]
    with pytest.raises(DomainError, match="einzelne Angabe"):
        office.edits.revert(born.entry, born.field)
    placement = office.placements.propose(person, [offer(office)])[0]
    office.placements.move(placement, PlacementState.PASSED_ON)
    state = entry(office, Kind.PLACEMENT, placement, "state")
    assert (state.before, state.after) == ("Vorgeschlagen", "Kontakt weitergegeben")
    with pytest.raises(DomainError, match="durch einen Schritt"):
        office.edits.revert(state.entry, "state")
    with pytest.raises(DomainError):
        office.edits.revert(10**9, "phone")


def test_placements_offers_and_initiatives_have_one_too(office, person):
    number = offer(office)
    body = office.lists.offer(number).row.initiative_id
    office.offers.save({"teaser": "Einmal in der Woche", "terms": [
        {"term_id": term_id(office, TermKind.AREA, "SOZIAL"), "role": "about"}
    ]}, number)  # fmt: skip
    office.initiatives.save({"status": "dormant"}, body)
    contact = office.initiatives.save_contact(body, {"last_name": "Gliem", "phone": "1"})
    office.initiatives.save_contact(body, {"last_name": "Gliem", "phone": "2"}, contact)
    placement = office.placements.propose(person, [number])[0]
    office.placements.set_dates(placement, {"trial_on": dt.date(2026, 12, 1)})
    assert ("teaser", "–", "Einmal in der Woche") in changes(office, Kind.OFFER, number)
    assert ("terms.about.area", "–", "Sozialer Bereich") in changes(office, Kind.OFFER, number)
    told = changes(office, Kind.INITIATIVE, body)
    assert ("status", "aktiv", "ruhend") in told
    assert ("contact_person.phone", "1", "2") in told
    assert ("trial_on", "–", "01.12.2026") in changes(office, Kind.PLACEMENT, placement)
    for kind, owner, field, value in (
        (Kind.OFFER, number, "teaser", ""),
        (Kind.INITIATIVE, body, "status", "active"),
    ):
        office.edits.revert(entry(office, kind, owner, field).entry, field)
        detail = office.lists.offer(owner) if kind is Kind.OFFER else office.lists.initiative(owner)
        assert detail.values[field] == value
    office.edits.revert(entry(office, Kind.PLACEMENT, placement, "trial_on").entry, "trial_on")
    assert office.lists.placement(placement).values["trial_on"] is None


def test_a_removed_part_stays_in_the_history(office, person):
    body = office.initiatives.save({"name": "Bürgerbus"})
    contact = office.initiatives.save_contact(
        body, {"last_name": "Gliem", "first_name": "Horst", "function": "Vorsitz"}
    )
    office.initiatives.remove_contact(contact)
    assert ("", "Horst Gliem, Vorsitz", "–") in changes(office, Kind.INITIATIVE, body)


def test_two_people_do_not_share_a_history(office, person):
    other = adult(office, last_name="Gliem")
    office.people.save({"hobbies": "Kegeln"}, other)
    assert "Kegeln" not in str(office.edits.of(Kind.PERSON, person))


def test_every_column_of_a_part_has_a_name():
    for kind in (Kind.CREDENTIAL, Kind.CONSENT, Kind.CONTACT, Kind.FOUNDING_STEP, Kind.INTEREST):
        columns = {column.name for column in METADATA.tables[kind.value].columns}
        assert columns - HIDDEN - {OWNERS[kind]} <= set(LABELS[kind]), kind


def test_a_thousand_changes_are_read(office, person):
    for number in range(1_000):
        office.people.save({"hobbies": f"Kegeln {number}"}, person)
    assert len(office.edits.of(Kind.PERSON, person)) > 1_000
