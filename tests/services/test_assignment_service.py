"""The whole office at once: who takes part, what she decides, proposing as one step."""

from __future__ import annotations

import pytest
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.errors import Cancelled, DomainError
from ehrenamt_desktop.model.assignment import Decisions, RefusedPairs
from ehrenamt_desktop.model.enums import EndReason, PlacementState, TermKind
from ehrenamt_desktop.model.queries import ListQuery


@pytest.fixture
def town(office):
    """Three who look for something, two offers with one place each; one fits only the first."""
    reading = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    wish = [{"term_id": reading, "relation": "wish"}]
    sontra = place_id(office, "Sontra")
    people = [
        adult(office, first_name=name, last_name=f"Muster{name}", place_id=sontra, terms=wish)
        for name in ("Anna", "Berta", "Clara")
    ]
    licence = term_id(office, TermKind.PROOF, "LICENCE_B")
    for number in people[1:]:
        office.people.save_credential(number, {"term_id": licence, "held": False})
    reads = [{"term_id": reading, "role": "about"}]
    drives = [*reads, {"term_id": licence, "role": "required"}]
    offers = [
        offer(office, title="Kindern vorlesen", place_id=sontra, terms=reads, places_total=1),
        offer(office, title="Bürgerbus fahren", place_id=sontra, terms=drives),
    ]
    return people, offers


def pairs(plan):
    return [(row.id, row.offer_id) for row in plan.rows]


def proposed(office):
    source = office.lists.placements
    return source.rows(source.ids(ListQuery(filters={"state": ("proposed",)})))


def test_more_people_are_placed_than_one_after_another(office, town):
    people, offers = town
    plan = office.assignments.plan(office.assignments.office_lists())
    assert pairs(plan) == [(people[0], offers[1]), (people[1], offers[0])]
    assert plan.greedy == 1
    assert plan.summary == (
        "2 von 3 Personen bekommen ein Angebot. Einfach der Reihe nach wären es 1."
    )
    assert [(row.id, row.reason) for row in plan.left] == [
        (people[2], "Ein Angebot würde passen, sein Platz geht aber an jemand anderen.")
    ]
    assert plan.rows[0].rank == 2
    assert "Vorlesen" in plan.rows[1].reason


def test_only_who_looks_and_does_not_rest_takes_part(office, town):
    people, offers = town
    office.placements.propose(people[0], [offers[0]])
    office.people.save(
        {"last_name": "Ruhig", "birth_year": 1950, "rests_until": "2026-12-31"},
    )
    plan = office.assignments.plan(office.assignments.office_lists())
    assert plan.people == 2
    assert plan.places == 1  # the other is spoken for
    assert pairs(plan) == []


def test_what_was_proposed_before_is_not_proposed_again(office, town):
    people, offers = town
    (number,) = office.placements.propose(people[1], [offers[0]])
    office.placements.move(number, PlacementState.ENDED, reason=EndReason.UNKNOWN)
    plan = office.assignments.plan(office.assignments.office_lists())
    assert pairs(plan) == [(people[0], offers[1]), (people[2], offers[0])]


def test_she_refuses_fixes_and_lets_go(office, town):
    people, offers = town
    lists = office.assignments.office_lists()
    made = Decisions().fix(people[0], offers[0])
    plan = office.assignments.plan(lists, made)
    assert pairs(plan) == [(people[0], offers[0])]
    assert plan.rows[0].fixed
    assert [one.reason for one in plan.left].count(
        "Ein Angebot würde passen, sein Platz geht aber an jemand anderen."
    ) == 2
    plan = office.assignments.plan(lists, made.refuse(people[0], offers[0]))
    assert pairs(plan) == [(people[0], offers[1]), (people[1], offers[0])]
    refused = Decisions().refuse(people[1], offers[0])
    plan = office.assignments.plan(lists, refused)
    assert pairs(plan) == [(people[0], offers[1]), (people[2], offers[0])]
    assert plan.left[0].reason == "Was noch passen würde, haben Sie gestrichen."
    with pytest.raises(DomainError, match="nur 1 freien Platz"):
        office.assignments.plan(
            lists, Decisions().fix(people[0], offers[0]).fix(people[1], offers[0])
        )


def test_the_choices_of_a_person_say_what_is_free(office, town):
    people, offers = town
    lists = office.assignments.office_lists()
    plan = office.assignments.plan(lists)
    found = office.assignments.choices(lists, plan, people[0])
    assert [(one.id, one.free, one.now) for one in found] == [
        (offers[0], False, False), (offers[1], False, True),
    ]  # fmt: skip


def test_all_are_proposed_in_one_step_and_taken_back_in_one(office, town):
    plan = office.assignments.plan(office.assignments.office_lists())
    made = office.assignments.propose(plan.rows)
    assert sorted(row.id for row in proposed(office)) == sorted(made)
    assert office.history.undo().action == "2 Vorschläge gemacht"
    assert proposed(office) == []


def test_a_pair_that_is_refused_stops_all_and_is_named(office, town):
    people, offers = town
    plan = office.assignments.plan(office.assignments.office_lists())
    office.people.save_credential(
        people[0],
        {"term_id": term_id(office, TermKind.PROOF, "LICENCE_B"), "held": False},
    )
    with pytest.raises(RefusedPairs) as caught:
        office.assignments.propose(plan.rows)
    assert [(one.person_id, one.offer_id) for one in caught.value.pairs] == [(people[0], offers[1])]
    assert "Bürgerbus fahren" in caught.value.pairs[0].sentence
    assert proposed(office) == []


def test_minors_without_their_guardians_are_left_out_and_named(office):
    office.people.save({"last_name": "Jung", "birth_year": 2011})
    offer(office)
    plan = office.assignments.plan(office.assignments.office_lists())
    assert [row.reason for row in plan.left] == [
        "Die Einwilligung der Sorgeberechtigten fehlt noch."
    ]


def test_an_empty_office_says_so(office):
    plan = office.assignments.plan(office.assignments.office_lists())
    assert plan.summary == "Zurzeit sucht niemand ein Angebot."


def test_stopping_leaves_nothing_behind(office, town):
    class Stop:
        def step(self, done, total, text=""):
            raise Cancelled

    with pytest.raises(Cancelled):
        office.assignments.office_lists(Stop())
    plan = office.assignments.plan(office.assignments.office_lists())
    with pytest.raises(Cancelled):
        office.assignments.propose(plan.rows, Stop())
    assert proposed(office) == []


@pytest.fixture
def outing(office):
    """Four people and two offers of one Saturday with two places each."""
    people = [adult(office, first_name=name, last_name="Muster") for name in "ABCD"]
    day = {"starts_on": "2026-12-12", "ends_on": "2026-12-12"}
    offers = [
        offer(office, title=title, places_total=2, **day)
        for title in ("Hütte bauen", "Müll sammeln")
    ]
    offer(office, title="Jede Woche vorlesen")
    return people, offers


def test_the_days_of_short_offers_are_named(office, outing):
    days = office.assignments.event_days()
    assert [one.words for one in days] == [
        "Samstag, 12.12.2026 (2 Angebote, 4 Plätze)",
        "Alle offenen Angebote (3 Angebote, 5 Plätze)",
    ]


def test_pairs_that_must_not_be_together_get_different_offers_and_are_kept_nowhere(office, outing):
    people, offers = outing
    lists = office.assignments.group_lists(people, offers)
    apart = [(people[0], people[1]), (people[2], people[3])]
    plan = office.assignments.group_plan(lists, apart)
    where = {row.id: row.offer_id for row in plan.rows}
    assert plan.exact
    assert len(where) == 4
    assert all(where[one] != where[other] for one, other in apart)
    with office.store.read() as connection:
        before = connection.execute("SELECT count(*) FROM journal_entry").fetchone()
    office.assignments.propose(plan.rows)
    with office.store.read() as connection:
        rows = connection.execute("SELECT * FROM journal_entry").fetchall()
    assert len(rows) > before[0]
    assert not any("apart" in str(row) for row in rows)


def test_a_group_may_hold_people_whose_other_placement_runs(office, outing):
    people, offers = outing
    office.placements.propose(people[0], [offers[0]])
    lists = office.assignments.group_lists(people, offers)
    plan = office.assignments.group_plan(lists, [])
    where = {row.id: row.offer_id for row in plan.rows}
    assert where[people[0]] == offers[1]  # the other is proposed already
    assert len(where) == 3  # so is one of the four places


def test_a_group_that_is_too_large_is_refused(office):
    with pytest.raises(DomainError, match="höchstens 300"):
        office.assignments.group_lists(range(301), [])
