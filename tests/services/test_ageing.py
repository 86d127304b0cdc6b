"""What goes by itself: helped people and the old journal; asked about when much or after a leap."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clear_text import traces
from tests.make_office import adult, offer

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.model.ageing import AgedOut
from ehrenamt_desktop.model.enums import EndReason, Kind, PlacementState
from ehrenamt_desktop.model.rules.ageing import JournalTerms
from ehrenamt_desktop.model.rules.braking import jumped, too_many

DAY = dt.date(2026, 11, 23)
HELPED = {
    "kind": "help_request", "helped_name": "Erna Beispiel", "helped_phone": "05653 4711",
    "helped_consent_on": dt.date(2026, 11, 1),
}  # fmt: skip


def file_words(office) -> bytes:
    office.store.close()
    return b"".join(
        path.read_bytes() for path in office.path.parent.glob(f"{office.path.stem}.ehrenamt*")
    )


def ask(office, statement: str, *values: object) -> list[tuple[object, ...]]:
    with office.store.read() as connection:
        return list(connection.execute(statement, values))


def live_until(office, day: dt.date) -> None:
    """The program runs each month, as in an office that is at work."""
    now = clock.today()
    while (now := now + dt.timedelta(days=30)) < day:
        with clock.frozen(now):
            office.ageing.run()


def test_a_helped_person_goes_the_day_after_and_leaves_no_trace(office):
    office.ageing.set_terms(JournalTerms(365, 24))
    number = offer(office, **HELPED)
    office.offers.save({"helped_name": "Erna Beispielhaft"}, number)
    changes = {"helped_phone": "05653 4712", "teaser": "Wer liest vor?"}
    office.autosaves.keep("x", Kind.OFFER, number, {"helped_name": "Erna Beispielhaft"}, changes)
    office.offers.archive(number)
    live_until(office, dt.date(2027, 2, 20))
    with clock.frozen(dt.date(2027, 2, 23)):
        assert office.ageing.run() == AgedOut()
    with clock.frozen(dt.date(2027, 2, 24)):
        assert office.ageing.run() == AgedOut(helped=1)
        assert list(traces(office.path.parent, ("Erna", "4711", "4712"))) == [], "nor in the log"
        assert office.ageing.run() == AgedOut()
        values = office.lists.offer(number).values
        assert (values["helped_name"], values["helped_phone"]) == ("", "")
        assert values["helped_consent_on"] is None
        (form,) = office.lists.unsaved()
        assert form.changes == {"teaser": "Wer liest vor?"}
        assert office.history.undo().action == "Angebot archiviert"
        assert office.history.undo().action == "Angebot geändert"
        assert office.lists.offer(number).values["helped_name"] == ""
    words = file_words(office)
    assert b"Erna" not in words
    assert b"4711" not in words
    assert b"4712" not in words


def test_nothing_goes_while_help_goes_on(office):
    number = offer(office, **HELPED)
    office.offers.archive(number)
    office.offers.reopen(number)
    live_until(office, dt.date(2028, 1, 1))
    with clock.frozen(dt.date(2028, 1, 1)):
        assert office.ageing.run().helped == 0
    assert office.lists.offer(number).values["helped_name"] == "Erna Beispiel"


def test_who_was_cleared_by_hand_goes_from_the_history_too(office):
    number = offer(office, **HELPED)
    office.offers.save({"helped_name": "", "helped_phone": "", "helped_consent_on": None}, number)
    office.offers.archive(number)
    live_until(office, dt.date(2027, 2, 20))
    with clock.frozen(dt.date(2027, 2, 24)):
        assert office.ageing.run().helped == 1
    assert b"Erna" not in file_words(office)


def test_reminders_of_earlier_versions_are_done_with(office):
    from ehrenamt_desktop.model.records.placement import FollowUp
    from ehrenamt_desktop.services.ageing import FORGET_TITLE

    office.ageing.set_terms(JournalTerms(365, 24))
    number = offer(office, **HELPED)
    office.offers.archive(number)
    with office.store.write("Angebot archiviert") as unit:
        unit.add(FollowUp(due_on=dt.date(2027, 2, 23), title=FORGET_TITLE, offer_id=number))
    live_until(office, dt.date(2027, 2, 20))
    with clock.frozen(dt.date(2027, 2, 24)):
        office.ageing.run()
        assert office.lists.offer(number).follow_ups == ()
        assert office.history.next_undo().action == "Angebot archiviert"


def test_old_steps_can_be_read_but_not_undone_then_they_go(office):
    number = adult(office)
    with clock.frozen(dt.date(2027, 1, 10)):
        office.people.save({"city": "Ulfen"}, number)
    live_until(office, dt.date(2027, 3, 1))
    with clock.frozen(dt.date(2027, 3, 1)):
        office.ageing.run()
        assert office.history.undo().action == "Person geändert"
        assert office.history.next_undo() is None
        assert office.history.redo().action == "Person geändert"
        assert office.edits.of(Kind.PERSON, number)
    live_until(office, dt.date(2028, 11, 20))
    with clock.frozen(dt.date(2028, 11, 23)):
        office.ageing.run()
        assert ask(office, "SELECT count(*) FROM journal_step WHERE at < '2026-11-23'") == [(0,)]
        assert ask(office, "SELECT count(*) FROM journal_entry WHERE record_id = ?", number)
    live_until(office, dt.date(2029, 2, 1))
    with clock.frozen(dt.date(2029, 4, 1)):
        office.ageing.run(sure=True)
        steps = ask(office, "SELECT id FROM journal_step")
        assert len(steps) == 1, "the last step stays"
        orphans = "SELECT 1 FROM journal_entry WHERE step_id NOT IN (SELECT id FROM journal_step)"
        assert ask(office, orphans) == []
        office.people.save({"city": "Nentershausen"}, number)
        assert office.history.undo().action == "Person geändert"


def test_the_terms_can_be_set_and_are_held(office):
    number = adult(office)
    assert office.ageing.terms() == JournalTerms(90, 24)
    office.ageing.set_terms(JournalTerms(10, 1))
    with clock.frozen(dt.date(2026, 12, 10)):
        office.ageing.run()
        assert office.history.next_undo() is None
        assert office.edits.of(Kind.PERSON, number)
    with clock.frozen(dt.date(2027, 1, 2)):
        assert office.ageing.run().steps
        assert office.edits.of(Kind.PERSON, number) == ()
    for wrong in (JournalTerms(0, 24), JournalTerms(90, 0), JournalTerms(366, 24)):
        with pytest.raises(InvalidDraft):
            office.ageing.set_terms(wrong)


def test_a_clock_that_leapt_deletes_nothing_until_somebody_is_sure(office):
    number = offer(office, **HELPED)
    office.offers.archive(number)
    assert not office.ageing.run().held
    with clock.frozen(dt.date(2031, 3, 1)):
        held = office.ageing.run()
        assert (held.helped, held.steps > 0) == (1, True)
        assert "23.11.2026" in held.question
        assert "01.03.2031" in held.question
        office.offers.save(
            {"title": "Vorlesen"}, number
        )  # a step of the wrong day releases nothing
        assert office.ageing.run().held
        assert office.lists.offer(number).values["helped_name"] == "Erna Beispiel"
    with clock.frozen(dt.date(2026, 11, 24)):
        assert office.ageing.run() == AgedOut()
    with clock.frozen(dt.date(2031, 3, 1)):
        assert office.ageing.run(sure=True).helped == 1
        assert not office.ageing.run().held
    with clock.frozen(dt.date(2026, 11, 24)):
        assert office.ageing.run() == AgedOut(), "a clock put right does not matter"
    assert ask(office, "SELECT value FROM setting WHERE key = 'aged_on'") == [('"2026-11-24"',)]


def test_much_at_once_is_asked_about(office):
    body = office.initiatives.save({"name": "Nachbarn helfen"})
    numbers = [offer(office, initiative_id=body, **HELPED) for _ in range(11)]
    for number in numbers:
        office.offers.archive(number)
    live_until(office, dt.date(2027, 2, 20))
    with clock.frozen(dt.date(2027, 2, 24)):
        held = office.ageing.run()
        assert held.question == (
            "Nach Ablauf der Fristen zu löschen: 11 Namen in Hilfegesuchen. "
            "Das ist ungewöhnlich viel auf einmal."
        )
        assert office.ageing.run(sure=True) == AgedOut(helped=11)
        assert office.ageing.run() == AgedOut()


def test_the_day_is_kept_without_a_step(office):
    adult(office)
    before = ask(office, "SELECT max(id) FROM journal_step")
    office.ageing.run()
    assert ask(office, "SELECT max(id) FROM journal_step") == before
    generation = office.store.generation
    with clock.frozen(DAY + dt.timedelta(days=2)):
        office.ageing.run()
    assert office.store.generation == generation, "nothing is written on an ordinary day"
    assert office.history.undo().action == "Einwilligung eingetragen"


def test_both_kinds_go_in_one_run(office):
    asked = offer(office, **HELPED)
    (placement,) = office.placements.propose(adult(office), [offer(office)])
    office.placements.set_dates(placement, {"efz_confirmed_on": DAY})
    office.placements.move(placement, PlacementState.ENDED, reason=EndReason.DECLINED)
    office.trash.put(Kind.OFFER, [asked])
    live_until(office, dt.date(2027, 2, 20))
    with clock.frozen(dt.date(2027, 2, 24)):
        assert office.ageing.run().helped == 1
    assert ask(office, "SELECT efz_confirmed_on FROM placement") == [(None,)]


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_brake_lets_an_ordinary_day_pass(due, of):
    assert not too_many(min(due, 10), of)
    assert too_many(due, of) == (due > 10 and 10 * due > of)


def test_two_months_of_holidays_are_no_leap():
    assert not jumped(None, DAY)
    assert not jumped(DAY - dt.timedelta(days=62), DAY)
    assert jumped(DAY - dt.timedelta(days=63), DAY)
    assert not jumped(DAY + dt.timedelta(days=900), DAY)
