"""Passing a contact on: what goes, to whom, the log of it, and the message."""

from __future__ import annotations

import datetime as dt
import email
from email import policy
from urllib.parse import unquote

import pytest
from tests.make_office import adult, offer

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import PassingWay, PlacementState
from ehrenamt_desktop.model.passing import PassingWish

P = PlacementState


@pytest.fixture
def case(office):
    """A person with phone and mail, proposed to a body with two people who speak for it."""
    person = adult(
        office, phone="05653 111", email="marion@example.org", reachable_note="nur nach 17 Uhr",
        street="Am Anger 3", postcode="36205", city="Sontra",
    )  # fmt: skip
    task = offer(office)
    body = office.lists.offer(task).row.initiative_id
    contact = office.initiatives.save_contact
    deputy = contact(body, {"last_name": "Beil", "email": "beil@example.org", "deputy": True})
    first = contact(body, {"salutation": "ms", "last_name": "Roth", "first_name": "Anna",
                           "function": "Vorsitz", "email": "roth@example.org",
                           "phone": "05653 999"})  # fmt: skip
    (number,) = office.placements.propose(person, [task])
    return person, number, first, deputy


def test_the_plan_names_recipients_deputies_after_the_others_and_ticks_the_least(office, case):
    _, number, first, deputy = case
    plan = office.passing.plan(number)
    assert [one.contact_id for one in plan.recipients] == [first, deputy, None]
    assert [one.words for one in plan.recipients] == [
        "Anna Roth, Vorsitz", "Beil (Vertretung)", "Förderverein Stadtbücherei",
    ]  # fmt: skip
    assert [one.key for one in plan.parts if one.ticked] == ["name", "phone"]
    assert [one.key for one in plan.parts] == [
        "name", "phone", "email", "address", "reachable_note",
    ]  # fmt: skip
    assert plan.refusal is None


def test_one_step_moves_logs_and_dates_and_one_undo_takes_it_back(office, case):
    person, number, _, _ = case
    office.placements.move(number, P.PASSED_ON)
    detail = office.lists.placement(number)
    (log,) = detail.passed
    assert log.sentence == (
        "23.11.2026 an Anna Roth, Förderverein Stadtbücherei (E-Mail, roth@example.org): "
        "Name, Telefon"
    )
    assert office.lists.person(person).passed == detail.passed
    assert detail.follow_ups
    office.history.undo()
    assert office.lists.placement(number).passed == ()
    assert office.lists.placement(number).row.state is P.PROPOSED


def test_only_what_was_ticked_stands_in_log_and_message(office, case, tmp_path):
    _, number, _, deputy = case
    wish = PassingWish(deputy, PassingWay.EMAIL, ("name", "email"))
    office.placements.move(number, P.PASSED_ON, wish=wish)
    (log,) = office.lists.placement(number).passed
    assert (log.recipient, log.address, log.parts) == (
        "Beil, Förderverein Stadtbücherei", "beil@example.org", "Name, E-Mail",
    )  # fmt: skip
    made = office.passing.message(number)
    office.passing.write_message(tmp_path / "a.eml", number)
    read = email.message_from_bytes((tmp_path / "a.eml").read_bytes(), policy=policy.default)
    assert read["To"] == "beil@example.org"
    assert read["X-Unsent"] == "1"
    for text in (read.get_content(), unquote(made.link), made.draft.body):
        assert "Marion Dietzel" in text
        assert "marion@example.org" in text
        assert "05653 111" not in text
        assert "17 Uhr" not in text
        assert "Anger" not in text
    assert "Dietzel" not in read["Subject"]


def test_the_message_greets_and_names_the_day_of_asking(office, case):
    _, number, _, _ = case
    office.placements.move(number, P.PASSED_ON)
    made = office.passing.message(number)
    assert made.draft.body.startswith("Sehr geehrte Frau Roth,\n\n")
    assert "„Kindern vorlesen“, Förderverein Stadtbücherei" in made.draft.body
    assert made.due_on == dt.date(2026, 12, 7)
    assert "07.12.2026" in made.draft.body
    assert "{" not in made.draft.body


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (PassingWish(999, PassingWay.CALL, ("name",)), "gibt es bei der Initiative nicht mehr"),
        (PassingWish(None, PassingWay.CALL, ("name", "hobbies")), "haben sich inzwischen geändert"),
        (PassingWish(None, PassingWay.CALL, ("phone",)), "haben sich inzwischen geändert"),
        (PassingWish(None, PassingWay.EMAIL, ("name",)), "keine E-Mail-Adresse"),
    ],
)
def test_what_cannot_go_is_refused_whole(office, case, wish, told):
    _, number, _, _ = case
    with pytest.raises(DomainError, match=told):
        office.placements.move(number, P.PASSED_ON, wish=wish)
    detail = office.lists.placement(number)
    assert (detail.row.state, detail.passed) == (P.PROPOSED, ())


def test_a_minor_is_a_hard_stop_whatever_is_wished(office):
    child = office.people.save({"last_name": "Nölke", "birth_date": "2012-05-01", "phone": "1"})
    with pytest.raises(DomainError):
        office.placements.propose(child, [offer(office)])
    body = office.lists.offer(offer(office)).id
    office.people.add_consent(
        child, {"scope": "storage", "given_on": "2026-11-01", "by_guardian": True}
    )
    (number,) = office.placements.propose(child, [body])
    plan = office.passing.plan(number)
    assert plan.refusal is not None
    wish = PassingWish(None, PassingWay.PERSONAL, ("name",))
    with pytest.raises(DomainError, match="minderjährig"):
        office.placements.move(number, P.PASSED_ON, wish=wish)
    assert office.lists.placement(number).passed == ()


def test_several_proposals_are_offered_to_choose_from(office, case):
    person, number, _, _ = case
    (second,) = office.placements.propose(person, [offer(office, title="Bus fahren")])
    assert [one.placement_id for one in office.passing.plans_of(person)] == [second, number]
    with pytest.raises(DomainError, match="wartet kein Vorschlag"):
        office.passing.plans_of(adult(office, last_name="Ohne"))


def test_merging_carries_the_log(office, case):
    person, number, _, _ = case
    office.placements.move(number, P.PASSED_ON)
    other = adult(office, last_name="Dietzl")
    office.merging.merge(other, person)
    (log,) = office.lists.person(other).passed
    assert log.placement_id == number
