"""What is known of a helped person goes three months after the end, from the journal as well."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.make_office import offer

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.rules.helping import helped_until, months_after

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


@given(st.none() | st.dates(dt.date(2020, 1, 1)), st.none() | st.dates(dt.date(2020, 1, 1)))
def test_three_months_count_from_the_earlier_end(archived_on, ends_on):
    found = helped_until(archived_on, ends_on, DAY)
    ends = [day for day in (archived_on, ends_on) if day and day <= DAY]
    if not ends:
        assert found is None
    else:
        assert 89 <= (found - min(ends)).days <= 92


@given(st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1)), st.integers(-600, 600))
def test_months_after_is_the_same_day_or_the_last_of_the_month(day, months):
    found = months_after(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found + dt.timedelta(days=1)).day == 1


def test_archiving_dates_the_deletion(office):
    number = offer(office, **HELPED)
    assert office.lists.offer(number).helped_until is None
    office.offers.archive(number)
    found = office.lists.offer(number)
    assert found.helped_until == dt.date(2027, 2, 23)
    assert found.follow_ups == ()


def test_the_trash_dates_it_as_well(office):
    number = offer(office, **HELPED)
    office.trash.put(Kind.OFFER, [number])
    assert office.lists.offer(number).helped_until == dt.date(2027, 2, 23)


def test_a_help_that_ended_by_itself_dates_it_as_well(office):
    number = offer(office, ends_on=dt.date(2026, 11, 10), **HELPED)
    assert office.lists.offer(number).helped_until == dt.date(2027, 2, 10)
    with clock.frozen(dt.date(2026, 11, 5)):
        assert office.lists.offer(number).helped_until is None


def test_forgetting_leaves_nothing_behind(office):
    number = offer(office, **HELPED)
    office.offers.save({"helped_name": "Erna Beispielhaft"}, number)
    office.offers.archive(number)
    office.offers.forget_helped(number)
    found = office.lists.offer(number)
    assert (found.values["helped_name"], found.values["helped_phone"]) == ("", "")
    assert found.values["helped_consent_on"] is None
    assert found.follow_ups == ()
    assert found.helped_until is None
    assert office.history.next_undo() is None
    with pytest.raises(DomainError):
        office.history.undo()
    with office.store.read() as connection:
        kept = connection.execute("SELECT before, after FROM journal_entry").fetchall()
    assert not any("Erna" in str(cell) or "4711" in str(cell) for row in kept for cell in row)
    assert "Kindern vorlesen" in str(kept)
    words = file_words(office)
    assert b"Erna" not in words
    assert b"4711" not in words
