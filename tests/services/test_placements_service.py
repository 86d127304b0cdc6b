"""From the proposal to the end: steps, consent, reminders, history."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import adult, offer

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import (
    EndReason,
    FollowUpKind,
    FollowUpResult,
    OfferStage,
    PersonStage,
    PlacementState,
)
from ehrenamt_desktop.model.queries import ListQuery

P = PlacementState


def open_reminders(office) -> list[tuple[FollowUpKind, dt.date]]:
    return [(one.kind, one.due_on) for one in office.lists.follow_ups(days=400)]


def test_the_whole_chain_with_its_reminders(office):
    person = adult(office)
    task = offer(office, places_total=1)
    (number,) = office.placements.propose(person, [task])
    assert open_reminders(office) == [(FollowUpKind.ANSWER_DUE, dt.date(2026, 12, 7))]
    assert office.lists.person(person).row.stage is PersonStage.PROPOSED

    office.placements.move(number, P.PASSED_ON)
    assert open_reminders(office) == [(FollowUpKind.ASK_BOTH, dt.date(2026, 12, 7))]
    office.placements.move(number, P.RUNNING)
    assert open_reminders(office) == [
        (FollowUpKind.ASK_BOTH, dt.date(2026, 12, 28)),
        (FollowUpKind.ASK_INITIATIVE, dt.date(2027, 5, 24)),
    ]
    assert office.lists.offer(task).row.stage is OfferStage.FULL
    assert office.lists.person(person).row.stage is PersonStage.ACTIVE

    with pytest.raises(DomainError, match="nennen Sie den Grund"):
        office.placements.move(number, P.ENDED)
    office.placements.move(number, P.ENDED, reason=EndReason.WORK_FOUND)
    assert open_reminders(office) == []
    assert office.lists.offer(task).row.stage is OfferStage.OPEN
    (row,) = office.lists.placements.rows([number])
    assert (row.state, row.end_reason) == (P.ENDED, EndReason.WORK_FOUND)
    titles = [line.title for line in office.lists.person(person).history]
    assert titles[:4] == [
        "Beendet: Kindern vorlesen",
        "Läuft: Kindern vorlesen",
        "Kontakt weitergegeben: Kindern vorlesen",
        "Vorgeschlagen: Kindern vorlesen",
    ]


def test_the_contact_stays_here_without_consent(office):
    person = office.people.save({"last_name": "Gliem", "birth_year": 1950})
    office.people.add_consent(person, {"scope": "storage", "given_on": "2026-11-01"})
    (number,) = office.placements.propose(person, [offer(office)])
    with pytest.raises(DomainError, match="noch nicht zugestimmt"):
        office.placements.move(number, P.PASSED_ON)
    assert office.lists.placements.rows([number])[0].state is P.PROPOSED
    assert office.placements.handover_refusal(number) is not None


def test_a_minors_contact_needs_both_consents_of_the_guardian(office):
    child = office.people.save(
        {
            "last_name": "Nölke",
            "birth_date": dt.date(2011, 3, 2),
            "guardian_consent_on": dt.date(2026, 11, 20),
        }
    )
    (number,) = office.placements.propose(child, [offer(office)])
    office.people.add_consent(child, {"scope": "handover", "given_on": "2026-11-20"})
    with pytest.raises(DomainError, match="Weitergabe an Initiativen“ und „Teilnahme"):
        office.placements.move(number, P.PASSED_ON)
    for scope in ("handover", "activity"):
        office.people.add_consent(
            child, {"scope": scope, "given_on": "2026-11-20", "by_guardian": True}
        )
    office.placements.move(number, P.PASSED_ON)
    assert office.lists.placements.rows([number])[0].state is P.PASSED_ON


def test_the_contact_of_somebody_of_unknown_age_stays_here(office):
    person = office.people.save({"last_name": "Ohne"})
    for scope in ("storage", "handover"):
        office.people.add_consent(person, {"scope": scope, "given_on": "2026-11-01"})
    (number,) = office.placements.propose(person, [offer(office)])
    with pytest.raises(DomainError, match="Geburtsjahr"):
        office.placements.move(number, P.PASSED_ON)


def test_steps_cannot_be_left_out_or_go_back(office):
    (number,) = office.placements.propose(adult(office), [offer(office)])
    with pytest.raises(DomainError, match="geht es nur zu"):
        office.placements.move(number, P.RUNNING)
    office.placements.move(number, P.PASSED_ON)
    with pytest.raises(DomainError, match="geht es nur zu"):
        office.placements.move(number, P.PROPOSED)
    with pytest.raises(DomainError, match="schon auf"):
        office.placements.move(number, P.PASSED_ON)
    with pytest.raises(DomainError, match="vor dem letzten Schritt"):
        office.placements.move(number, P.RUNNING, on=dt.date(2026, 1, 1))
    office.placements.move(number, P.ENDED, reason=EndReason.TAKEN)
    with pytest.raises(DomainError, match="ist beendet"):
        office.placements.move(number, P.RUNNING)


def test_an_offer_is_proposed_once_and_only_while_open(office):
    person, task = adult(office), offer(office)
    office.placements.propose(person, [task])
    with pytest.raises(DomainError, match="schon vorgeschlagen"):
        office.placements.propose(person, [task])
    office.offers.pause(task)
    with pytest.raises(DomainError, match="ist pausiert"):
        office.placements.propose(adult(office, last_name="Zwei"), [task])


def test_one_bad_offer_leaves_nothing_behind(office):
    person = adult(office)
    good, bad = offer(office), offer(office, title="Vorbei", ends_on=dt.date(2026, 1, 1))
    with pytest.raises(DomainError, match="abgelaufen"):
        office.placements.propose(person, [good, bad])
    assert office.lists.placements.ids(ListQuery()) == []
    assert open_reminders(office) == []


def test_the_last_place_is_given_once(office):
    task = offer(office, places_total=1)
    numbers = [office.placements.propose(adult(office, last_name=name), [task])[0] for name in "AB"]
    for number in numbers:
        office.placements.move(number, P.PASSED_ON)
    office.placements.move(numbers[0], P.RUNNING)
    with pytest.raises(DomainError, match="alle Plätze besetzt"):
        office.placements.move(numbers[1], P.RUNNING)


def test_a_step_and_its_reminders_are_undone_together(office):
    (number,) = office.placements.propose(adult(office), [offer(office)])
    before = open_reminders(office)
    office.placements.move(number, P.PASSED_ON)
    assert office.history.undo().action == "Vermittlung: Kontakt weitergegeben"
    assert open_reminders(office) == before
    office.history.redo()
    assert office.lists.placements.rows([number])[0].state is P.PASSED_ON


def test_a_finished_reminder_is_kept_as_a_call(office):
    person = adult(office)
    (number,) = office.placements.propose(person, [offer(office)])
    (reminder,) = office.lists.follow_ups(days=30)
    office.follow_ups.finish(reminder.id, FollowUpResult.GOES_ON, 5, "freut sich")
    assert office.lists.follow_ups(days=30) == ()
    call = office.lists.person(person).history[0]
    assert (call.title, call.detail) == (
        "Anruf: Rückmeldung zum Vorschlag: läuft weiter",
        "freut sich",
    )
    assert office.lists.placements.rows([number])[0].state is P.PROPOSED


def test_who_was_not_reached_comes_up_again(office):
    office.placements.propose(adult(office), [offer(office)])
    (reminder,) = office.lists.follow_ups(days=30)
    office.follow_ups.finish(reminder.id, FollowUpResult.NOT_REACHED)
    (again,) = office.lists.follow_ups(days=30)
    assert (again.title, again.due_on) == (reminder.title, dt.date(2026, 11, 26))


def test_reminders_are_put_off_but_not_into_the_past(office):
    number = office.follow_ups.add({"title": "Anrufen", "due_on": "2026-11-20"})
    assert office.lists.overview().follow_ups[0].id == number
    office.follow_ups.postpone(number, dt.date(2026, 12, 24))
    assert office.lists.overview().follow_ups == ()
    with pytest.raises(InvalidDraft):
        office.follow_ups.postpone(number, dt.date(2026, 11, 22))


def test_the_overview_counts_the_day(office):
    person = adult(office)
    task = offer(office, confirmed_on=dt.date(2026, 3, 1))
    office.placements.propose(person, [task])
    office.interactions.add(
        {"kind": "consultation", "state": "planned", "on": clock.today(), "at": "10:00",
         "person_id": person, "place": "Rathaus Sontra, Zimmer 4"}
    )  # fmt: skip
    adult(office, last_name="Ohne")
    day = office.lists.overview()
    assert (day.people_without_proposal, day.offers_to_confirm, day.running_placements) == (1, 1, 0)
    assert day.open_proposals == 1
    assert [one.who for one in day.appointments] == ["Marion Dietzel"]


def test_placements_are_found_by_person_offer_and_initiative(office):
    (number,) = office.placements.propose(adult(office), [offer(office)])
    ids = office.lists.placements.ids
    for typed in ("dietzel", "vorlesen", "förderverein stadtb", "MARION kind"):
        assert ids(ListQuery(text=typed)) == [number]
    assert ids(ListQuery(text="gliem")) == []


def test_dates_of_a_placement_are_checked(office):
    (number,) = office.placements.propose(adult(office), [offer(office)])
    office.placements.set_dates(number, {"meeting_on": "2026-12-01", "hours_per_week": 2.5})
    office.placements.set_dates(number, {"trial_on": dt.date(2026, 12, 8)})
    values = office.lists.placement(number).values
    assert values["meeting_on"] == dt.date(2026, 12, 1)
    assert values["trial_on"] == dt.date(2026, 12, 8)
    assert values["hours_per_week"] == 2.5
    for wrong in ({"meeting_on": "bald"}, {"hours_per_week": 99}, {"state": "ended"}):
        with pytest.raises(InvalidDraft):
            office.placements.set_dates(number, wrong)


def test_a_consent_for_one_initiative_does_not_open_another(office):
    person = office.people.save({"last_name": "Gliem", "birth_year": 1950})
    for values in ({"scope": "storage"}, {"scope": "handover", "recipient": "Verein B"}):
        office.people.add_consent(person, {"given_on": "2026-11-01", **values})
    other = office.initiatives.save({"name": "verein b"})
    first, second = office.placements.propose(
        person, [offer(office), offer(office, title="Zwei", initiative_id=other)]
    )
    with pytest.raises(DomainError, match="noch nicht zugestimmt"):
        office.placements.move(first, P.PASSED_ON)
    office.placements.move(second, P.PASSED_ON)


def test_a_guardians_old_consent_does_not_speak_for_an_adult(office):
    person = office.people.save({"last_name": "Erwachsen", "birth_year": 1990})
    office.people.add_consent(person, {"scope": "storage", "given_on": "2026-11-01"})
    office.people.add_consent(
        person, {"scope": "handover", "given_on": "2026-11-01", "by_guardian": True}
    )
    (number,) = office.placements.propose(person, [offer(office)])
    with pytest.raises(DomainError, match="noch nicht zugestimmt"):
        office.placements.move(number, P.PASSED_ON)


def test_a_hand_over_cannot_lie_before_the_consent_or_in_the_future(office):
    person = adult(office)
    (number,) = office.placements.propose(person, [offer(office)], dt.date(2026, 9, 1))
    for day in (dt.date(2026, 10, 1), dt.date(2026, 12, 24)):
        with pytest.raises(DomainError):
            office.placements.move(number, P.PASSED_ON, on=day)
    with pytest.raises(DomainError, match="Zukunft"):
        office.placements.propose(person, [offer(office, title="Später")], dt.date(2090, 1, 1))
    office.placements.move(number, P.PASSED_ON)


def test_a_withdrawn_storage_consent_stops_everything(office):
    person = adult(office)
    (number,) = office.placements.propose(person, [offer(office)])
    consents = office.lists.person(person).consents
    storage = next(one for one in consents if one.scope.value == "storage")
    with pytest.raises(DomainError, match="vor der Einwilligung"):
        office.people.withdraw_consent(storage.id, dt.date(2026, 10, 1))
    office.people.withdraw_consent(storage.id)
    with pytest.raises(DomainError, match="Rechtsgrundlage"):
        office.placements.move(number, P.PASSED_ON)


def test_a_pair_that_a_rule_forbids_needs_a_reason(office):
    person, task = adult(office), offer(office, min_age=70)
    with pytest.raises(DomainError, match="nennen Sie bitte den Grund"):
        office.placements.propose(person, [task])
    (number,) = office.placements.propose(person, [task], override_reason="sehr erfahren")
    assert office.lists.placement(number).values["override_reason"] == "sehr erfahren"


def test_an_archived_person_is_left_in_peace(office):
    person, task = adult(office), offer(office)
    (number,) = office.placements.propose(person, [task])
    with pytest.raises(DomainError, match="läuft noch"):
        office.people.archive(person)
    office.placements.move(number, P.ENDED, reason=EndReason.DECLINED)
    office.follow_ups.add({"title": "Anrufen", "due_on": "2026-11-30", "person_id": person})
    office.people.archive(person)
    assert open_reminders(office) == []
    with pytest.raises(DomainError, match="im Archiv"):
        office.placements.propose(person, [task])


def test_a_reminder_is_finished_once(office):
    office.placements.propose(adult(office), [offer(office)])
    (reminder,) = office.lists.follow_ups(days=30)
    office.follow_ups.finish(reminder.id, FollowUpResult.NOT_REACHED)
    with pytest.raises(DomainError, match="schon erledigt"):
        office.follow_ups.finish(reminder.id, FollowUpResult.NOT_REACHED)
    assert len(office.lists.follow_ups(days=30)) == 1


def test_the_end_closes_every_reminder(office):
    (number,) = office.placements.propose(adult(office), [offer(office)])
    office.follow_ups.add({"title": "Schlüssel", "due_on": "2026-12-01", "placement_id": number})
    office.placements.move(number, P.ENDED, reason=EndReason.TAKEN)
    assert open_reminders(office) == []
