"""Traces follow every deed: they are what a fresh look at the people would write."""

from __future__ import annotations

from ehrenamt_desktop.model import likeness
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.store import traces
from ehrenamt_desktop.store.check import check
from ehrenamt_desktop.store.reads import doubles

FIRST = {"last_name": "Müller", "first_name": "Hans", "birth_year": 1956, "phone": "05653 1234"}


def kept(office):
    """The numbers under each kept word, as the table answers and as the people would have it."""
    with office.store.read() as connection:
        wanted = {}
        for row in doubles.people(connection):
            for key in likeness.keys(row):
                wanted.setdefault(traces.word(key), set()).add(row["id"])
        found = {
            word: {row["id"] for row in doubles.sharing(connection, [word])} for word in wanted
        }
        rows = connection.execute("SELECT count(*) FROM person_trace_search_docsize").fetchone()[0]
    assert rows == sum(1 for _ in people(office))
    return found, wanted


def people(office):
    with office.store.read() as connection:
        return doubles.people(connection)


def test_they_follow_deeds_and_their_undoing(office):
    def agree():
        found, wanted = kept(office)
        assert found == wanted

    one = office.people.save(FIRST)
    agree()
    other = office.people.save({**FIRST, "first_name": "Gerda", "email": "g@example.org"})
    office.people.save({"last_name": "Schmidt", "street": "Am Anger 3"}, one)
    agree()
    office.trash.put(Kind.PERSON, [other])
    agree()
    office.history.undo()
    agree()
    office.merging.merge(one, other)
    agree()
    office.history.undo()
    agree()
    with office.store.write("neu") as unit:
        traces.rebuild(unit.connection())
    agree()


def test_a_word_tells_no_name():
    assert traces.word("nmuler hans") == traces.word("nmuler hans")
    assert len(traces.word("e" * 500)) == 8
    assert traces.word("a").isalnum()


def test_nothing_is_shared_by_no_word(office):
    office.people.save(FIRST)
    with office.store.read() as connection:
        assert doubles.sharing(connection, []) == []
        assert doubles.sharing(connection, ["aaaaaaaa"]) == []


def test_lost_traces_are_found_by_the_check(office):
    office.people.save(FIRST)
    assert check(office.path, None).sound
    with office.store.write("weg") as unit:
        unit.connection().exec_driver_sql("DELETE FROM person_trace_search WHERE rowid = 1")
    (fault,) = check(office.path, None).faults
    assert "Suchverzeichnis ist unvollständig" in fault
