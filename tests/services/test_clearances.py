"""The clearance certificate: kept as two days only, gone in time, never a rule of matching."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.make_office import adult, offer

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.model.enums import EndReason, Kind, PlacementState
from ehrenamt_desktop.model.rules.ageing import JournalTerms
from ehrenamt_desktop.model.rules.clearance import to_purge

P = PlacementState
CONFIRMED, REVIEW = dt.date(2023, 2, 17), dt.date(2031, 8, 29)
"""Days that stand nowhere else in a store."""


def file_words(office) -> bytes:
    office.store.close()
    return b"".join(
        path.read_bytes() for path in office.path.parent.glob(f"{office.path.stem}.ehrenamt*")
    )


def purge(office) -> int:
    """Of how many placements the days went; the clock of these tests leaps."""
    return office.ageing.run(sure=True).clearances


@pytest.fixture
def ended(office):
    """A placement that ran, with both days, one of them corrected, ended on 23 November."""
    (number,) = office.placements.propose(adult(office), [offer(office)])
    office.placements.move(number, P.PASSED_ON)
    office.placements.move(number, P.RUNNING)
    office.placements.set_dates(number, {"efz_confirmed_on": CONFIRMED, "efz_review_on": REVIEW})
    office.placements.set_dates(number, {"meeting_on": dt.date(2026, 12, 1)})
    office.placements.move(number, P.ENDED, reason=EndReason.MOVED)
    return number


def days(office, number):
    values = office.lists.placement(number).values
    return values["efz_confirmed_on"], values["efz_review_on"]


def test_both_days_go_before_three_months_are_over_and_leave_no_trace(office, ended):
    form = {"efz_confirmed_on": CONFIRMED}
    office.autosaves.keep("x", Kind.PLACEMENT, ended, {}, form)
    with clock.frozen(dt.date(2027, 2, 8)):
        assert purge(office) == 0
    assert days(office, ended) == (CONFIRMED, REVIEW)
    with clock.frozen(dt.date(2027, 2, 9)):
        assert purge(office) == 1
        assert purge(office) == 0
    assert days(office, ended) == (None, None)
    assert office.lists.unsaved() == ()
    changes = office.edits.of(Kind.PLACEMENT, ended)
    assert "2031" not in str(changes)
    words = file_words(office)
    assert b"2023-02-17" not in words
    assert b"2031-08-29" not in words


def test_undo_goes_on_and_brings_nothing_back(office, ended):
    office.ageing.set_terms(JournalTerms(365, 24))
    with clock.frozen(dt.date(2027, 3, 1)):
        purge(office)
    assert office.history.undo().action == "Aufbewahrung der Änderungen geändert"
    for action in ("Vermittlung: Beendet", "Vermittlung geändert", "Vermittlung geändert",
                   "Vermittlung: Läuft"):  # fmt: skip
        assert office.history.undo().action == action
        assert days(office, ended) == (None, None)
    for _ in range(4):
        office.history.redo()
        assert days(office, ended) == (None, None)


def test_what_was_cleared_by_hand_goes_from_the_history_too(office, ended):
    office.placements.set_dates(ended, {"efz_confirmed_on": None, "efz_review_on": None})
    with clock.frozen(dt.date(2027, 3, 1)):
        assert purge(office) == 1
    assert b"2031-08-29" not in file_words(office)


def test_a_proposal_taken_back_leaves_nothing_in_the_history(office):
    (number,) = office.placements.propose(adult(office), [offer(office)])
    office.placements.set_dates(number, {"efz_review_on": REVIEW})
    office.history.undo()
    office.history.undo()
    assert purge(office) == 1
    assert b"2031-08-29" not in file_words(office)


def test_if_nothing_came_of_it_the_days_go_at_once(office):
    (number,) = office.placements.propose(adult(office), [offer(office)])
    office.placements.set_dates(number, {"efz_confirmed_on": CONFIRMED})
    assert purge(office) == 0
    office.placements.move(number, P.ENDED, reason=EndReason.DECLINED)
    assert purge(office) == 1
    assert days(office, number) == (None, None)


@given(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), st.integers(0, 400))
def test_the_term_is_never_longer_than_three_months(ended_on, later):
    as_of = ended_on + dt.timedelta(days=later)
    purged = to_purge(ended_on - dt.timedelta(days=30), ended_on, as_of)
    assert purged or later <= 92 - 14
    assert not purged or later >= 89 - 14
    assert not to_purge(ended_on, None, as_of)


def test_nothing_but_two_days_can_be_kept(office, ended):
    for key in ("efz_note", "efz_file", "efz_conviction"):
        with pytest.raises(InvalidDraft):
            office.placements.set_dates(ended, {key: "x"})


def test_the_two_days_change_no_order_and_no_gate(office):
    person, task = adult(office), offer(office, needs_efz=True)
    before = office.matching.offers_for(person), office.matching.people_for(task)
    other = offer(office, title="Anderes")
    (number,) = office.placements.propose(person, [other])
    with_it = office.matching.offers_for(person), office.matching.people_for(task)
    office.placements.set_dates(number, {"efz_confirmed_on": CONFIRMED, "efz_review_on": REVIEW})
    after = office.matching.offers_for(person), office.matching.people_for(task)
    assert after == with_it
    gates = {gate.name for one in before[0].matches for gate in one.gates}
    assert not [name for name in gates if "zeugnis" in name.casefold() or "efz" in name]


def test_no_list_filters_or_sorts_by_it(office):
    from ehrenamt_desktop.store.reads import people, placements

    for spec in (people.SPEC, placements.SPEC):
        assert "efz" not in repr((spec.filters, spec.sorts, spec.source))
