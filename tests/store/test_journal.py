"""The journal: undo and redo over single and mass writes, refused when a record moved on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.make_office import adult, make_office, offer

from ehrenamt_desktop.errors import ConflictError, DomainError
from ehrenamt_desktop.model.records.person import Person
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import bulk

TABLES = ("person", "person_term", "initiative", "offer", "placement", "follow_up", "status_event")
MOVING = {"version", "changed_at"}


def dump(office) -> dict[str, list[dict[str, object]]]:
    """Every record without what each write moves."""
    found = {}
    with office.store.read() as connection:
        for table in TABLES:
            cursor = connection.execute(f'SELECT * FROM "{table}" ORDER BY id')
            names = [column[0] for column in cursor.description]
            found[table] = [
                {key: cell for key, cell in zip(names, row, strict=True) if key not in MOVING}
                for row in cursor
            ]
        found["search"] = sorted(connection.execute("SELECT rowid FROM person_search").fetchall())
    return found


def test_nothing_to_undo_says_so(office):
    with pytest.raises(DomainError, match="nichts rückgängig"):
        office.history.undo()
    with pytest.raises(DomainError, match="nichts zu wiederholen"):
        office.history.redo()


def test_the_seeding_cannot_be_undone(office):
    assert office.history.next_undo() is None
    assert len(office.lists.terms()) > 100


def test_a_new_step_ends_redo(office):
    adult(office)
    office.history.undo()
    assert office.history.next_redo() is not None
    office.people.save({"last_name": "Neu"})
    assert office.history.next_redo() is None


def test_the_stacks_survive_closing(office):
    number = office.people.save({"last_name": "Alt"})
    office.people.save({"last_name": "Neu"}, number)
    office.history.undo()
    office.close()
    again = open_office(office.path)
    assert (again.history.next_undo(), again.history.next_redo()) != (None, None)
    again.history.redo()
    assert again.lists.person(number).values["last_name"] == "Neu"
    again.close()


def test_a_record_that_moved_on_is_not_turned_back(office):
    number = office.people.save({"last_name": "Alt", "phone": "1"})
    other = open_office(office.path)
    office.people.save({"phone": "2"}, number)
    other.close()
    with office.store.write("Fremder Schritt") as unit:
        unit.user_id = None
        unit.get(Person, number).phone = "3"
    with pytest.raises(ConflictError, match="inzwischen weiter geändert"):
        office.history.undo()
    assert office.lists.person(number).values["phone"] == "3"


def test_a_record_in_use_is_not_removed(office):
    task = offer(office)
    person = office.people.save({"last_name": "Gliem"})
    office.store.user_id = None
    (number,) = office.placements.propose(person, [task])
    office.store.user_id = 1
    before = dump(office)
    with pytest.raises(ConflictError, match="Andere Einträge"):
        office.history.undo()
    assert dump(office) == before
    assert office.lists.placements.rows([number])[0].person_id == person


def test_a_failing_step_leaves_neither_record_nor_entry(office):
    before = dump(office)

    def half() -> None:
        with office.store.write("Halb") as unit:
            unit.add(Person(last_name="Halb"))
            unit.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert dump(office) == before
    assert office.history.next_undo() is None


def test_mass_writes_are_one_step_with_versions_and_search(office):
    with office.store.write("Einfuhr: 1.200 Personen") as unit:
        rows = [{"last_name": f"Name{n}", "sort_key": f"name{n}"} for n in range(1200)]
        numbers = bulk.insert_rows(unit, Person, rows)
    assert len(set(numbers)) == 1200
    with office.store.write("Sammeländerung") as unit:
        changes = [{"id": number, "city": "Sontra"} for number in numbers[:700]]
        assert bulk.update_rows(unit, Person, changes) == 700
        assert bulk.update_rows(unit, Person, changes[:5]) == 0
    detail = office.lists.person(numbers[0])
    assert (detail.version, detail.values["city"]) == (2, "Sontra")
    assert office.history.undo().action == "Sammeländerung"
    assert office.lists.person(numbers[0]).values["city"] == ""
    assert office.history.undo().action == "Einfuhr: 1.200 Personen"
    assert office.lists.people.total() == 0
    assert dump(office)["search"] == []
    office.history.redo()
    assert office.lists.people.total() == 1200
    assert len(dump(office)["search"]) == 1200


def test_numbers_are_never_used_twice(office):
    first = office.people.save({"last_name": "Eins"})
    office.history.undo()
    with office.store.write("Einfuhr") as unit:
        (second,) = bulk.insert_rows(unit, Person, [{"last_name": "Zwei"}])
    assert second > first


def test_the_subjects_of_an_entry_are_its_people(office):
    person = adult(office)
    (number,) = office.placements.propose(person, [offer(office)])
    with office.store.read() as connection:
        kinds = connection.execute(
            "SELECT kind, count(*) FROM journal_entry WHERE subjects = ? GROUP BY kind",
            (f" {person} ",),
        ).fetchall()
    found = dict(kinds)
    assert found["placement"] == 1
    assert found["status_event"] == 2
    assert found["follow_up"] == 1
    assert number == 1


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "rename", "archive", "terms", "consent", "undo", "redo"]),
        st.integers(0, 5),
        st.text("äöüßABCabc ", min_size=1, max_size=6).filter(str.strip),
    ),
    max_size=12,
)


@given(steps=STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_undoing_all_gives_the_beginning_and_redoing_all_the_end(
    steps, tmp_path_factory: pytest.TempPathFactory
):
    folder: Path = tmp_path_factory.mktemp("journal")
    office = make_office(folder, tmp_path_factory.getbasetemp())
    try:
        beginning = dump(office)
        numbers: list[int] = []
        for what, which, text in steps:
            take(office, numbers, what, which, text)
        end = dump(office)
        count = 0
        while office.history.next_undo() is not None:
            office.history.undo()
            count += 1
        assert dump(office) == beginning
        for _ in range(count):
            office.history.redo()
        assert dump(office) == end
    finally:
        office.close()
        shutil.rmtree(folder)


def take(office, numbers: list[int], what: str, which: int, text: str) -> None:
    """One step of a random user; what cannot be done is left out."""
    alive = [number for number in numbers if number in _alive(office)]
    if what == "add":
        numbers.append(office.people.save({"last_name": text}))
    elif what == "undo" and office.history.next_undo():
        office.history.undo()
    elif what == "redo" and office.history.next_redo():
        office.history.redo()
    elif alive:
        number = alive[which % len(alive)]
        if what == "rename":
            office.people.save({"last_name": text}, number)
        elif what == "archive":
            office.people.archive(number)
        elif what == "terms":
            office.people.save({"terms": [{"term_id": which + 1, "relation": "wish"}]}, number)
        elif what == "consent":
            office.people.add_consent(number, {"scope": "photo", "given_on": "2026-11-01"})


def _alive(office) -> set[int]:
    with office.store.read() as connection:
        return {row[0] for row in connection.execute("SELECT id FROM person")}


def test_a_record_changed_twice_in_one_step_is_turned_back(office):
    number = office.people.save({"last_name": "Alt"})
    with office.store.write("Zweimal") as unit:
        changes = [{"id": number, "city": "Eins"}, {"id": number, "city": "Zwei"}]
        bulk.update_rows(unit, Person, changes)
    office.history.undo()
    assert office.lists.person(number).values["city"] == ""
