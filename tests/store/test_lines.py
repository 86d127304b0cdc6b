"""The lines of people: always what a fresh look at the records would give."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import PersonStage, PlacementState, TermKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.text import search_question
from ehrenamt_desktop.store import lines
from ehrenamt_desktop.store.check import LINES_DAMAGED, check
from ehrenamt_desktop.store.connection import connect

DEEDS = st.lists(
    st.sampled_from(["name", "place", "archive", "propose", "run", "talk", "wish", "undo", "redo"]),
    min_size=1,
    max_size=8,
)


def kept(office) -> list[tuple]:
    with office.store.read() as connection:
        return connection.execute("SELECT * FROM person_line ORDER BY id").fetchall()


def afresh(office) -> list[tuple]:
    before = kept(office)
    with office.store.write("Probe") as unit:
        lines.rebuild(unit.connection())
    assert len(before) == len(kept(office))
    return kept(office)


@given(deeds=DEEDS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_happens_the_lines_follow(office, deeds):
    person = adult(office)
    post = offer(office, title=f"Angebot {person}")
    for deed in deeds:
        try:
            _do(office, deed, person, post)
        except DomainError:
            continue  # nothing to undo, proposed twice: the lines stay as they are
    assert kept(office) == afresh(office)


def _do(office, deed: str, person: int, post: int) -> None:
    if deed == "name":
        office.people.save({"last_name": "Ältester", "birth_year": 1950}, person)
    elif deed == "place":
        ulfen = place_id(office, "Ulfen")
        office.people.save({"last_name": "Umzug", "birth_year": 1950, "place_id": ulfen}, person)
    elif deed == "wish":
        wish = {"term_id": term_id(office, TermKind.ACTIVITY, "VORLESEN"), "relation": "wish"}
        terms = [] if office.lists.person(person).terms else [wish]
        office.people.save({"last_name": "Wunsch", "birth_year": 1950, "terms": terms}, person)
    elif deed == "archive":
        office.people.archive(person)
    elif deed == "propose":
        office.placements.propose(person, [post])
    elif deed == "run":
        for placement in office.lists.placements.ids(ListQuery(filters={"person": (str(person),)})):
            office.placements.move(placement, PlacementState.PASSED_ON)
            office.placements.move(placement, PlacementState.RUNNING)
    elif deed == "talk":
        office.interactions.add(
            {"person_id": person, "on": dt.date(2026, 11, 2), "state": "held", "channel": "phone"}
        )
    elif deed == "undo":
        office.history.undo()
    else:
        office.history.redo()


def test_people_stand_in_the_order_of_their_status(office):
    running, seeking, proposed = (adult(office, last_name=name) for name in ("A", "B", "C"))
    first, second = offer(office), offer(office, title="Fahrdienst")
    (placement,) = office.placements.propose(running, [first])
    office.placements.move(placement, PlacementState.PASSED_ON)
    office.placements.move(placement, PlacementState.RUNNING)
    office.placements.propose(proposed, [second])
    by_stage = ListQuery(sort="stage")
    assert office.lists.people.ids(by_stage) == [seeking, proposed, running]
    for stage, expected in (
        (PersonStage.SEEKING, [seeking]),
        (PersonStage.PROPOSED, [proposed]),
        (PersonStage.ACTIVE, [running]),
    ):
        assert office.lists.people.ids(ListQuery(filters={"stage": (stage.value,)})) == expected


@pytest.mark.parametrize("descending", [False, True])
def test_every_order_of_the_list_keeps_names_in_order_within(office, descending):
    places = [place_id(office, name) for name in ("Ulfen", "Breitau")]
    for number, name in enumerate(["Zimmer", "Äpfel", "Müller", "Mueller"]):
        adult(office, last_name=name, place_id=places[number % 2], email=f"{name[0]}@example.org")
    people = office.lists.people
    for key in ("place", "municipality", "stage", "last_contact", "created", "phone", "email"):
        found = people.rows(people.ids(ListQuery(sort=key, descending=descending)))
        assert len(found) == 4, key
    found = people.rows(people.ids(ListQuery(sort="place", descending=descending)))
    breitau, ulfen = ["Äpfel", "Mueller"], ["Müller", "Zimmer"]
    names = [row.last_name for row in found]
    assert names == (ulfen + breitau if descending else breitau + ulfen)


def test_a_keystroke_after_a_write_sees_the_new_person(office):
    adult(office, last_name="Müller")
    people = office.lists.people
    assert len(people.ids(ListQuery(text="mü"))) == 1
    late = adult(office, last_name="Mühlhausen")
    assert late in people.ids(ListQuery(text="mü"))
    office.history.undo()
    office.history.undo()
    office.history.undo()
    assert late not in people.ids(ListQuery(text="mü"))


def test_what_one_keystroke_shows_is_not_changed_by_the_next(office):
    adult(office, last_name="Müller")
    people = office.lists.people
    shown = people.ids(ListQuery())
    assert people.ids(ListQuery(text="nie gehört")) == []
    assert people.ids(ListQuery()) == shown


def test_lost_lines_are_found_by_the_check(office):
    adult(office)
    office.close()
    connection = connect(office.path, None)
    connection.execute("DELETE FROM person_line").fetchall()
    connection.close()
    assert check(office.path, None).faults == (LINES_DAMAGED,)


def test_the_lists_of_people_walk_an_index(office):
    """A sort of 100,000 wide encrypted rows takes 0.8 s; a covering index some 20 ms."""
    keys = (
        "",
        "name",
        "place",
        "municipality",
        "stage",
        "last_contact",
        "created",
        "phone",
        "email",
    )
    for key in keys:
        asked: list[str] = []
        with office.store.read() as connection:
            connection.set_trace_callback(asked.append)
            office.lists.people.ids(ListQuery(sort=key, descending=key == "name"))
            connection.set_trace_callback(None)
            plan = connection.execute(f"EXPLAIN QUERY PLAN {asked[-1]}").fetchall()
        told = " ".join(str(row[3]) for row in plan)
        assert "COVERING INDEX" in told, key
        assert key == "name" or "TEMP B-TREE" not in told, key


def test_a_question_needs_no_positions():
    """The search tables keep none (`detail=none`), so each word stands alone in the question."""
    assert search_question("müller so") == '"mueller"* AND "so"*'
