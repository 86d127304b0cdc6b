"""Lists with personal data: kept with a purpose, reminded of, ended by their deletion."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from ehrenamt_desktop.cli import run
from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import FollowUpKind
from ehrenamt_desktop.model.exports import ExportReason
from ehrenamt_desktop.model.queries import ListQuery

DAY = dt.date(2026, 11, 30)
REASON = ExportReason("Einladung zum Dankeabend", DAY)


def reminders(office):
    found = office.lists.follow_ups(DAY, 0)
    return [one for one in found if one.kind is FollowUpKind.DELETE_EXPORT]


def row(office, number):
    return office.lists.postings.rows([number])[0]


def test_a_list_reminds_until_it_is_deleted(office, tmp_path):
    number = office.export_log.keep("Liste Personen", tmp_path / "liste.xlsx", 23, REASON)
    (reminder,) = reminders(office)
    assert (reminder.title, reminder.due_on) == ("Liste Personen löschen", DAY)
    assert reminder.posting_id == number
    office.follow_ups.finish(reminder.id)
    assert row(office, number).deleted_on == dt.date(2026, 11, 23)
    assert not reminders(office)
    office.history.undo()
    assert row(office, number).deleted_on is None
    assert reminders(office)


def test_it_is_deleted_among_the_papers_too(office, tmp_path):
    number = office.export_log.keep("Liste Personen", tmp_path / "liste.xlsx", 23, REASON)
    kept = ListQuery(filters={"kept": ("yes",)})
    assert office.lists.postings.ids(kept) == [number]
    office.export_log.deleted(number)
    assert not reminders(office)
    assert office.lists.postings.ids(kept) == []
    assert office.history.undo().action == "Liste als gelöscht eingetragen"
    assert office.lists.postings.ids(kept) == [number]
    with pytest.raises(DomainError):
        office.export_log.deleted(9_999)


def test_a_list_without_personal_data_is_only_remembered(office, tmp_path):
    number = office.export_log.keep("Liste Angebote", tmp_path / "liste.xlsx", 2)
    assert row(office, number).delete_on is None
    assert not reminders(office)


@pytest.mark.parametrize(
    ("purpose", "day", "field"),
    [
        (" ", DAY, "purpose"),
        ("x" * 301, DAY, "purpose"),
        ("Ja", dt.date(2026, 11, 22), "delete_on"),
    ],
)
def test_no_purpose_no_list(office, purpose, day, field):
    with pytest.raises(InvalidDraft) as refused:
        office.export_log.keep("Liste", Path("x.csv"), 1, ExportReason(purpose, day))
    assert [one.key for one in refused.value.fields] == [field]
    assert not office.lists.postings.ids(ListQuery())


def test_on_the_command_line_a_purpose_is_kept(office, tmp_path, capsys):
    store = ["--store", str(office.store.path)]
    path = tmp_path / "liste.csv"
    assert run(["export", "people", str(path), *store]) == 0
    assert not office.lists.postings.ids(ListQuery())
    office.close()
    assert run(["export", "people", str(path), "--purpose", "Prüfung", *store]) == 0
    assert run(["export", "people", str(path), "--purpose", "x", "--delete-on", "1.1.2020", *store])
