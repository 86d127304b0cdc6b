"""Nachfragen: both sides in one task, several placements in one call, slips with a code."""

from __future__ import annotations

import datetime as dt

import pypdfium2
import pytest
from tests.make_office import adult, offer

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.asking import Answered, SideAnswer, asks
from ehrenamt_desktop.model.enums import (
    EndReason,
    FollowUpKind,
    FollowUpResult,
    PaperKind,
    PlacementState,
)
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.rules.placing import AskingPlan, Turn

GOES_ON = SideAnswer(FollowUpResult.GOES_ON, 4)
MISSED = SideAnswer(FollowUpResult.NOT_REACHED)
TODAY = dt.date(2026, 11, 23)


def running(office, since, body=None, **person):
    """A placement that runs since a day; with its reminders."""
    who = adult(office, **person)
    office.people.add_consent(who, {"scope": "handover", "given_on": "2026-10-01"})
    body = body or office.initiatives.save({"name": "Bürgerbus Sontra", "phone": "05653 99"})
    task = offer(office, title="Bürgerbus fahren", initiative_id=body)
    (number,) = office.placements.propose(who, [task], since)
    office.placements.move(number, PlacementState.PASSED_ON, since)
    office.placements.move(number, PlacementState.RUNNING, since)
    return number, body


def due(office, days=0):
    return [one for one in office.lists.follow_ups(days=days) if asks(one.kind, one.placement_id)]


def kinds(office):
    return [(one.kind, one.due_on) for one in office.lists.follow_ups(days=400)]


@pytest.fixture
def first(office):
    running(office, dt.date(2026, 10, 12), last_name="Gliem", phone="05653 4471")
    (task,) = due(office)
    return task


def test_one_task_asks_both_sides_and_knows_their_numbers(office, first):
    (asked,) = office.asking.asked(first.id)
    assert [(one.side, one.name, one.phone) for one in asked.parties] == [
        (Side.PERSON, asked.person, "05653 4471"),
        (Side.OFFER, "Bürgerbus Sontra", "05653 99"),
    ]
    assert first.title.startswith("Nachfragen: ")
    assert first.detail == "Bürgerbus Sontra"


def test_both_answers_are_kept_on_one_reminder_and_in_both_courses(office, first):
    both = Answered(first.id, GOES_ON, SideAnswer(FollowUpResult.GOES_ON, 5), note="alles gut")
    office.asking.answer([both])
    assert due(office) == []
    (asked_later,) = due(office, 400)
    assert asked_later.kind is FollowUpKind.ASK_INITIATIVE
    with office.store.read() as connection:
        kept = connection.execute(
            "SELECT result, satisfaction, initiative_result, initiative_satisfaction "
            "FROM follow_up WHERE id = ?", (first.id,),
        ).fetchone()  # fmt: skip
    assert kept == ("goes_on", 4, "goes_on", 5)
    call = office.lists.person(first.person_id).history[0]
    assert (call.title, call.detail) == (
        "Anruf: Nachfragen bei der Person: läuft weiter", "alles gut",
    )  # fmt: skip
    assert (
        "Nachfragen bei der Initiative"
        in office.lists.initiative(first.initiative_id).history[0].title
    )


def test_who_was_not_asked_stays_due_and_who_was_missed_comes_again(office, first):
    office.asking.answer([Answered(first.id, person=GOES_ON)])
    (left,) = due(office)
    assert (left.kind, left.due_on) == (FollowUpKind.ASK_INITIATIVE, first.due_on)
    office.asking.answer([Answered(left.id, initiative=MISSED)])
    assert due(office) == []
    assert (FollowUpKind.ASK_INITIATIVE, dt.date(2026, 11, 26)) in kinds(office)


def test_a_difficulty_brings_a_step_that_outlives_the_next_one(office, first):
    trouble = SideAnswer(FollowUpResult.PROBLEM, 2)
    office.asking.answer([Answered(first.id, trouble, GOES_ON, note="Fahrzeiten")])
    (step,) = [
        one for one in office.lists.follow_ups(days=10) if not asks(one.kind, one.placement_id)
    ]
    assert step.title == "Schwierigkeiten klären: Bürgerbus fahren"
    assert (step.due_on, "Fahrzeiten" in step.detail) == (dt.date(2026, 11, 26), True)


def test_the_end_needs_its_reason_and_ends_the_placement_in_the_same_step(office, first):
    over = Answered(first.id, SideAnswer(FollowUpResult.ENDED))
    with pytest.raises(InvalidDraft, match="nennen Sie den Grund"):
        office.asking.answer([over])
    office.asking.answer(
        [Answered(first.id, SideAnswer(FollowUpResult.ENDED), end_reason=EndReason.MOVED)]
    )
    (row,) = office.lists.placements.rows([first.placement_id])
    assert (row.state, row.end_reason) == (PlacementState.ENDED, EndReason.MOVED)
    assert kinds(office) == []
    assert office.history.undo().action == "Nachfrage beantwortet"
    assert office.lists.placements.rows([first.placement_id])[0].state is PlacementState.RUNNING
    assert [one.id for one in due(office)] == [first.id]


def test_one_call_serves_all_placements_of_a_body_as_one_step(office):
    _, body = running(office, dt.date(2026, 10, 12), last_name="Gliem")
    for name in ("Orth", "Dietzel", "Adam", "Beck"):
        running(office, dt.date(2026, 10, 13), body, last_name=name)
    running(office, dt.date(2026, 10, 12), last_name="Claus")
    tasks = due(office)
    assert len(tasks) == 6
    mine = next(one for one in tasks if one.initiative_id == body)
    asked = office.asking.asked(mine.id)
    assert len(asked) == 5
    assert asked[0].number == mine.id
    office.asking.answer([Answered(one.number, initiative=GOES_ON) for one in asked])
    assert office.history.next_undo().action == "5 Nachfragen beantwortet"
    left = [one.kind for one in due(office) if one.initiative_id == body]
    assert left == [FollowUpKind.ASK_PERSON] * 5
    office.history.undo()
    assert [one.id for one in due(office)] == [one.id for one in tasks]


def test_nothing_said_twice_said_or_wrongly_rated_changes_nothing(office, first):
    for wrong, sentence in (
        ([Answered(first.id)], "Ergebnis"),
        ([Answered(first.id, SideAnswer(FollowUpResult.GOES_ON, 6))], "1 bis 5"),
        ([Answered(first.id, GOES_ON)] * 2, "schon erledigt"),
    ):
        with pytest.raises((DomainError, InvalidDraft), match=sentence):
            office.asking.answer(wrong)
    assert [one.id for one in due(office)] == [first.id]


def test_it_is_not_finished_in_the_old_way(office, first):
    with pytest.raises(DomainError, match="Nachfragen"):
        office.follow_ups.finish(first.id, FollowUpResult.GOES_ON)


def test_the_office_sets_its_own_days_and_whom(office):
    plan = AskingPlan(Turn(28, FollowUpKind.ASK_PERSON), Turn(182, FollowUpKind.ASK_BOTH))
    office.asking.set_plan(plan)
    assert office.asking.plan() == plan
    running(office, TODAY)
    assert kinds(office) == [
        (FollowUpKind.ASK_PERSON, dt.date(2026, 12, 21)),
        (FollowUpKind.ASK_BOTH, dt.date(2027, 5, 24)),
    ]
    for wrong in (Turn(3, FollowUpKind.ASK_BOTH), Turn(181, FollowUpKind.ASK_BOTH)):
        with pytest.raises(InvalidDraft):
            office.asking.set_plan(plan._replace(first=wrong))
    assert office.asking.plan() == plan


def test_a_letter_brings_a_slip_whose_code_finds_the_task(office, first, tmp_path):
    values = {"street": "Am Anger 3", "postcode": "36205", "city": "Sontra"}
    office.initiatives.save(values, first.initiative_id)
    office.people.save(values, first.person_id)
    for side in Side:
        path = tmp_path / f"{side.value}.pdf"
        paper = office.reply_slips.write(path, first.id, side)
        (row,) = office.lists.postings.rows([paper])
        assert row.kind is PaperKind.REPLY_SLIP
        document = pypdfium2.PdfDocument(path)
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
        document.close()
        code = row.title.removeprefix("Rückmeldezettel ")
        assert f"Rückmeldung {code}" in text
        assert "Bürgerbus fahren" in text
    assert office.asking.by_code(f" {code.lower()} ") == first.id
    office.asking.answer([Answered(first.id, person=GOES_ON)])
    (left,) = due(office)
    assert office.asking.by_code(code) == left.id
    office.asking.answer([Answered(left.id, initiative=GOES_ON)])
    assert office.asking.by_code(code) is None


def test_no_letter_without_an_address_or_to_whom_nobody_asks(office, first, tmp_path):
    for side in Side:
        with pytest.raises(DomainError, match="Anschrift"):
            office.reply_slips.write(tmp_path / "a.pdf", first.id, side)
    office.asking.answer([Answered(first.id, person=GOES_ON)])
    (left,) = due(office)
    with pytest.raises(DomainError, match="erledigt"):
        office.reply_slips.write(tmp_path / "a.pdf", left.id, Side.PERSON)
    assert not list(tmp_path.glob("a.pdf"))
