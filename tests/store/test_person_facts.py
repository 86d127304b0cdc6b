"""People are filtered by exactly what the rules say, whatever the record."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.make_office import adult, place_id, term_id

from ehrenamt_desktop.model.enums import ConsentScope, LegalBasis, TermKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.records.person import Consent, Credential, Person
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.model.rules.filter_groups import (
    AgeGroup,
    ConsentGap,
    ProofState,
    Silence,
    age_groups,
    consent_gaps,
    proof_states,
    silences,
)
from ehrenamt_desktop.store import bulk

DAY = dt.date(2026, 11, 23)
SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
NEAR = st.integers(-120, 120).map(lambda days: DAY + dt.timedelta(days=days))
BIRTHS = st.none() | st.one_of(
    st.dates(dt.date(1930, 1, 1), DAY),
    st.integers(1, 90).map(lambda years: DAY.replace(year=DAY.year - years)),
    st.just(dt.date(2008, 2, 29)),
)
CONSENTS = st.lists(
    st.tuples(st.sampled_from(list(ConsentScope)), st.booleans(), st.booleans()), max_size=5
)
PROOFS = st.lists(st.tuples(st.integers(1, 2), st.none() | NEAR, st.booleans(), st.booleans()))


def found(office, key: str, value: str) -> set[int]:
    return set(office.lists.people.ids(ListQuery(filters={key: (value,)})))


@given(date=BIRTHS, year=st.none() | st.integers(1930, 2026))
@SETTINGS
def test_age_groups(office, frozen, date, year):
    year = date.year if date else year
    with office.store.write("Probe") as unit:
        row = {"last_name": "A", "birth_date": date, "birth_year": year}
        (person,) = bulk.insert_rows(unit, Person, [row])
    expected = age_groups(age(date, year, DAY))
    for group in AgeGroup:
        assert (person in found(office, "age", group.value)) is (group in expected), group


@given(
    basis=st.sampled_from(list(LegalBasis)), year=st.sampled_from([None, 1960, 2008, 2015]),
    given_=CONSENTS,
)  # fmt: skip
@SETTINGS
def test_missing_consents_and_the_legal_basis(office, frozen, basis, year, given_):
    with office.store.write("Probe") as unit:
        row = {"last_name": "A", "birth_year": year, "legal_basis": basis}
        (person,) = bulk.insert_rows(unit, Person, [row])
        bulk.insert_rows(
            unit,
            Consent,
            [
                {"person_id": person, "scope": scope, "by_guardian": guardian,
                 "given_on": DAY, "withdrawn_on": DAY if withdrawn else None}
                for scope, guardian, withdrawn in given_
            ],
        )  # fmt: skip
    held = {(scope, guardian) for scope, guardian, withdrawn in given_ if not withdrawn}
    expected = consent_gaps(age(None, year, DAY), basis, held)
    for gap in ConsentGap:
        assert (person in found(office, "consent", gap.value)) is (gap in expected), gap
    for one in LegalBasis:
        assert (person in found(office, "basis", one.value)) is (one is basis)


@given(proofs=PROOFS)
@SETTINGS
def test_proofs(office, frozen, proofs):
    with office.store.write("Probe") as unit:
        (person,) = bulk.insert_rows(unit, Person, [{"last_name": "A"}])
        bulk.insert_rows(
            unit,
            Credential,
            [
                {"person_id": person, "term_id": term, "valid_until": until,
                 "verified_on": DAY if seen else None, "held": held}
                for term, until, seen, held in proofs
            ],
        )  # fmt: skip
    expected = proof_states([(term, end, seen) for term, end, seen, held in proofs if held], DAY)
    for state in ProofState:
        assert (person in found(office, "proof", state.value)) is (state in expected), state


@given(last=st.none() | st.integers(0, 500), entered=st.integers(0, 500))
@SETTINGS
def test_silence(office, frozen, last, entered):
    created = DAY - dt.timedelta(days=entered)
    last_contact = None if last is None else DAY - dt.timedelta(days=last)
    with office.store.write("Probe") as unit:
        (person,) = bulk.insert_rows(unit, Person, [{"last_name": "A"}])
    with office.store.write("Probe") as unit:
        stamp = f"{created} 10:00:00"
        connection = unit.connection()
        connection.exec_driver_sql(
            "UPDATE person_line SET created = strftime('%s', ?), last_contact = ? WHERE id = ?",
            (stamp, last_contact.toordinal() if last_contact else 0, person),
        )
    expected = silences(last_contact, created, DAY)
    for one in Silence:
        assert (person in found(office, "silence", one.value)) is (one in expected), one


def test_values_of_one_filter_are_alternatives_and_filters_hold_together(office, frozen):
    reading = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    ulfen = place_id(office, "Ulfen")
    young = adult(office, birth_year=2000, place_id=ulfen)
    old = adult(office, birth_year=1940, place_id=ulfen)
    away = adult(office, birth_year=1940)
    assert reading
    people = office.lists.people
    both = {"age": ("young", "old")}
    assert set(people.ids(ListQuery(filters=both))) == {young, old, away}
    assert set(people.ids(ListQuery(filters=both | {"place": (str(ulfen),)}))) == {young, old}
    county = {"county": ("Werra-Meißner-Kreis",), "age": ("old",), "consent": ("letters",)}
    assert people.ids(ListQuery(filters=county)) == [old]


def test_a_wish_below_an_area_counts_for_the_area(office, frozen):
    areas = office.lists.terms(TermKind.AREA)
    below = next((one for one in areas if one.parent_id is not None), areas[0])
    above = below.parent_id or below.id
    wish = adult(office, terms=[{"term_id": below.id, "relation": "wish"}])
    no = adult(office, last_name="B", terms=[{"term_id": below.id, "relation": "no"}])
    assert found(office, "area", str(above)) == {wish}
    assert no not in found(office, "area", str(below.id))


def test_a_consent_given_or_withdrawn_moves_the_line(office, frozen):
    person = office.people.save({"last_name": "A", "birth_year": 1960})
    assert person in found(office, "consent", "letters")
    consent = office.people.add_consent(person, {"scope": "letters", "given_on": "2026-11-01"})
    assert person not in found(office, "consent", "letters")
    office.people.withdraw_consent(consent)
    assert person in found(office, "consent", "letters")
    office.history.undo()
    assert person not in found(office, "consent", "letters")


def test_the_facts_are_read_from_their_index(office):
    from ehrenamt_desktop.store.reads import people
    from ehrenamt_desktop.store.reads.listing import _conditions, _order

    query = ListQuery(filters={"age": ("minor",), "consent": ("storage",), "silence": ("year",)})
    conditions, values = _conditions(people.SPEC, query)
    statement = (
        f"EXPLAIN QUERY PLAN SELECT r.id FROM {people.SPEC.source} "
        f"WHERE {' AND '.join(conditions)} ORDER BY {_order(people.SPEC, query)}"
    )
    with office.store.read() as connection:
        plan = connection.execute(statement, values | {"as_of": DAY.isoformat()}).fetchall()
    words = " | ".join(row[-1] for row in plan)
    assert "COVERING INDEX ix_person_line_name" in words
    assert "COVERING INDEX ix_person_line_facts" in words
    assert "TEMP B-TREE" not in words
