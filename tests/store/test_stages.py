"""The SQL twins of the rules say the same as the rules, whatever the record."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.model.enums import (
    LegalBasis,
    OfferStatus,
    PersonStatus,
    PlacementState,
    TermRelation,
)
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.records.initiative import Initiative
from ehrenamt_desktop.model.records.offer import Offer
from ehrenamt_desktop.model.records.person import Person, PersonTerm
from ehrenamt_desktop.model.records.placement import Placement
from ehrenamt_desktop.model.rules.completeness import Gap, gaps, of_bits
from ehrenamt_desktop.model.rules.stages import (
    free_places,
    freshness,
    offer_stage,
    person_stage,
)
from ehrenamt_desktop.store import bulk
from ehrenamt_desktop.store.reads.stages import FREE_PLACES, FRESHNESS, OFFER_STAGE, PERSON_STAGE

DAY = dt.date(2026, 11, 23)
DATES = st.none() | st.integers(-400, 400).map(lambda days: DAY + dt.timedelta(days=days))
SETTINGS = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

OFFERS = st.fixed_dictionaries(
    {
        "status": st.sampled_from(list(OfferStatus)),
        "paused_until": DATES,
        "starts_on": DATES,
        "ends_on": DATES,
        "valid_until": DATES,
        "places_total": st.none() | st.integers(0, 3),
        "entered_on": DATES,
        "confirmed_on": DATES,
    }
)
STATES = st.lists(st.sampled_from(list(PlacementState)), max_size=4)


@given(values=OFFERS, states=STATES)
@SETTINGS
def test_offers_stand_where_the_rule_says(office, values, states):
    with office.store.write("Probe") as unit:
        (initiative,) = bulk.insert_rows(unit, Initiative, [{"name": "A"}])
        row = {"initiative_id": initiative, "title": "B", **values}
        (number,) = bulk.insert_rows(unit, Offer, [row])
        (person,) = bulk.insert_rows(unit, Person, [{"last_name": "C"}])
        _place(unit, person, number, states)
    with office.store.read() as connection:
        stage, free, fresh = connection.execute(
            f"SELECT {OFFER_STAGE}, {FREE_PLACES}, {FRESHNESS} FROM offer r WHERE r.id = :id",
            {"as_of": DAY.isoformat(), "id": number},
        ).fetchone()
    occupied = states.count(PlacementState.RUNNING)
    expected = offer_stage(
        values["status"],
        paused_until=values["paused_until"],
        starts_on=values["starts_on"],
        ends_on=values["ends_on"],
        valid_until=values["valid_until"],
        places_total=values["places_total"],
        occupied=occupied,
        as_of=DAY,
    )
    assert stage == expected.value
    assert free == free_places(values["places_total"], occupied)
    assert fresh == freshness(values["confirmed_on"], values["entered_on"], DAY).value


@given(status=st.sampled_from(list(PersonStatus)), states=STATES)
@SETTINGS
def test_people_stand_where_the_rule_says(office, status, states):
    with office.store.write("Probe") as unit:
        (initiative,) = bulk.insert_rows(unit, Initiative, [{"name": "A"}])
        (number,) = bulk.insert_rows(unit, Offer, [{"initiative_id": initiative, "title": "B"}])
        (person,) = bulk.insert_rows(unit, Person, [{"last_name": "C", "status": status}])
        _place(unit, person, number, states)
    with office.store.read() as connection:
        (stage,) = connection.execute(
            f"SELECT {PERSON_STAGE} FROM person r WHERE r.id = ?", (person,)
        ).fetchone()
    under_way = sum(
        state in (PlacementState.PROPOSED, PlacementState.PASSED_ON) for state in states
    )
    running = states.count(PlacementState.RUNNING)
    assert stage == person_stage(status, running=running, under_way=under_way).value


def _place(unit, person: int, offer: int, states: list[PlacementState]) -> None:
    bulk.insert_rows(
        unit,
        Placement,
        [
            {"person_id": person, "offer_id": offer, "proposed_on": DAY, "state": state}
            for state in states
        ],
    )


PEOPLE = st.fixed_dictionaries(
    {
        "phone": st.sampled_from(["", "05653 1"]),
        "mobile": st.sampled_from(["", "0171 1"]),
        "email": st.sampled_from(["", "a@example.org"]),
        "birth_year": st.none() | st.just(1960),
        "birth_date": st.none() | st.just(dt.date(1960, 1, 2)),
        "time_grid": st.sampled_from([0, 3]),
        "legal_basis": st.sampled_from(list(LegalBasis)),
        "place_id": st.none() | st.just(1),
    }
)


@given(values=PEOPLE, relation=st.none() | st.sampled_from(list(TermRelation)))
@SETTINGS
def test_what_is_missing_of_a_person_is_what_the_rule_says(office, values, relation):
    with office.store.write("Probe") as unit:
        (person,) = bulk.insert_rows(unit, Person, [{"last_name": "C", **values}])
        if relation is not None:
            term = {"person_id": person, "term_id": 1, "relation": relation}
            bulk.insert_rows(unit, PersonTerm, [term])
    relations = [relation.value] if relation is not None else []
    expected = gaps(values, relations)
    (row,) = office.lists.people.rows([person])
    assert of_bits(row.gaps) == expected
    for gap in Gap:
        query = ListQuery(filters={"missing": (gap.value,)})
        assert (person in office.lists.people.ids(query)) is (gap in expected)
