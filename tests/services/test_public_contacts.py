"""A contact person is named in public only where the offer says so and they agreed."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import offer

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import OfferStatus
from ehrenamt_desktop.store.reads import papers

DAY = dt.date(2026, 11, 23)


@pytest.fixture
def body(office) -> int:
    return office.initiatives.save({"name": "Heimatverein"})


def contact(office, body: int, **values) -> int:
    return office.initiatives.save_contact(body, {"last_name": "Geheimrat", **values})


def told(office, number: int) -> str:
    with office.store.read() as connection:
        return papers.public_contact(connection, number)


def test_consent_comes_with_the_form_and_goes_with_it(office, body):
    number = contact(office, body, publish_consent_on=dt.date(2026, 11, 2))
    (row,) = office.lists.initiative(body).contacts
    assert row.publish_consent_on == dt.date(2026, 11, 2)
    assert row.values["publish_consent_form"] == "written"
    office.initiatives.save_contact(body, {"phone": "05653 1"}, number)
    assert office.lists.initiative(body).contacts[0].publish_consent_on is not None
    office.initiatives.save_contact(body, {"publish_consent_on": None}, number)
    assert office.lists.initiative(body).contacts[0].publish_consent_on is None
    office.history.undo()
    assert office.lists.initiative(body).contacts[0].publish_consent_on is not None


def test_a_contact_goes_with_their_consent(office, body):
    number = contact(office, body, publish_consent_on=DAY)
    office.initiatives.remove_contact(number)
    assert office.lists.initiative(body).contacts == ()
    office.history.undo()
    assert office.lists.initiative(body).contacts[0].publish_consent_on == DAY


def test_naming_takes_both_the_offer_and_the_consent(office, body):
    number = contact(office, body)
    with pytest.raises(InvalidDraft, match="eingewilligt"):
        offer(office, initiative_id=body, publish_contact=True)
    silent = offer(office, initiative_id=body)
    draft = offer(office, initiative_id=body, publish_contact=True, status="draft")
    (found,) = office.offers.check(draft)
    assert (found.key, found.words, found.firm) == ("publish_contact", "Geheimrat", True)
    with pytest.raises(DomainError, match="eingewilligt"):
        office.offers.publish(draft, checked=True)
    office.initiatives.save_contact(body, {"publish_consent_on": DAY}, number)
    assert office.offers.check(draft) == ()
    office.offers.publish(draft)
    assert office.lists.offer(draft).values["status"] == OfferStatus.PUBLISHED
    assert (told(office, draft), told(office, silent)) == ("Geheimrat", "")
    office.initiatives.save_contact(body, {"publish_consent_on": None}, number)
    assert told(office, draft) == ""


def test_an_agreed_contact_may_stand_in_the_text(office, body):
    office.people.save({"last_name": "Geheimrat", "first_name": "Otto"})
    number = contact(office, body, first_name="Otto")
    words = "Otto Geheimrat zeigt den Weg"
    draft = offer(office, initiative_id=body, teaser=words, status="draft")
    (found,) = office.offers.check(draft)
    assert (found.words, found.firm) == ("Otto Geheimrat", True)
    office.initiatives.save_contact(body, {"publish_consent_on": DAY}, number)
    assert office.offers.check(draft) == ()


def test_another_contact_of_the_body_does_not_speak_for_the_chosen_one(office, body):
    chosen = contact(office, body)
    contact(office, body, last_name="Offen", publish_consent_on=DAY)
    draft = offer(
        office, initiative_id=body, contact_id=chosen, publish_contact=True, status="draft"
    )
    assert [one.words for one in office.offers.check(draft)] == ["Geheimrat"]
