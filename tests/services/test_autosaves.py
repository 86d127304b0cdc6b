"""Unsaved forms: kept beside the records, never journalled, gone when they are dropped."""

from __future__ import annotations

import datetime as dt

from ehrenamt_desktop.model.enums import InitiativeStatus, Kind


def test_a_form_is_kept_read_and_dropped(office):
    office.autosaves.keep("a", Kind.PERSON, 12, {}, {"phone": "05653 1"})
    office.autosaves.keep("a", Kind.PERSON, 12, {}, {"phone": "05653 12"})
    (one,) = office.lists.unsaved()
    assert (one.kind, one.number, one.changes) == (Kind.PERSON, 12, {"phone": "05653 12"})
    assert one.saved_at.utcoffset() == dt.timedelta(hours=1)
    assert one.words == "Person Nr. 12"
    office.autosaves.drop(["a", "nie"])
    assert office.lists.unsaved() == ()


def test_values_of_every_kind_survive(office):
    values = {"status": InitiativeStatus.ACTIVE, "on": dt.date(2026, 11, 23), "at": dt.time(9)}
    office.autosaves.keep("n", Kind.INITIATIVE, None, values, {"note": "Ä\n„x“ 🙂", "n": 2.5})
    (one,) = office.lists.unsaved()
    assert one.values == {"status": "active", "on": "2026-11-23", "at": "09:00:00"}
    assert one.changes == {"note": "Ä\n„x“ 🙂", "n": 2.5}
    assert one.words == "Initiative (neu)"


def test_the_latest_stands_first_and_takes_the_place_of_others(office):
    office.autosaves.keep("old", Kind.PERSON, 1, {}, {"phone": "1"})
    office.autosaves.keep("other", Kind.OFFER, 2, {}, {"title": "x"})
    office.autosaves.keep("new", Kind.PERSON, 1, {}, {"phone": "2"}, instead_of=["old"])
    assert [one.key for one in office.lists.unsaved()] == ["new", "other"]


def test_nothing_of_it_stands_in_the_journal_or_is_undone(office):
    office.people.save({"last_name": "Dietzel"})
    office.autosaves.keep("a", Kind.PERSON, 1, {}, {"adviser_note": "Zwetschgenkern"})
    office.autosaves.drop(["a"])
    with office.store.read() as connection:
        held = connection.execute("SELECT coalesce(after, '') FROM journal_entry").fetchall()
        steps = connection.execute("SELECT action FROM journal_step").fetchall()
    assert not any("Zwetschgenkern" in text for (text,) in held)
    assert ("Zwischenstand",) not in steps
    assert office.history.next_undo().action == "Person angelegt"
