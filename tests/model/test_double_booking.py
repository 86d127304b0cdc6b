"""Hours promised twice, or more than somebody gives: warned in words."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.rules.double_booking import Booking, warnings
from ehrenamt_desktop.model.rules.time_grid import FULL, PUBLIC_HOLIDAYS, WEEK, bit

TUESDAY, FRIDAY = bit(1, 1), bit(4, 0)


def booking(number=1, grid=0, hours=None, title="Bürgerbus fahren", **days):
    return Booking(number, title, grid, hours, **days)


def test_the_shared_dayparts_are_named():
    other = booking(2, TUESDAY | FRIDAY)
    assert warnings(booking(grid=TUESDAY), [other], None) == (
        "Zur gleichen Zeit wie „Bürgerbus fahren“: Di nachmittags.",
    )


def test_hours_beyond_what_somebody_gives_are_told_with_both_figures():
    found = warnings(booking(hours=4.5), [booking(2, hours=3)], 6)
    assert found == ("Zusammen 7,5 Stunden pro Woche; die Person möchte 6 geben.",)
    assert warnings(booking(hours=4), [booking(2, hours=2)], 6) == ()
    assert warnings(booking(hours=40), [booking(2)], None) == ()


def test_what_is_over_before_the_other_begins_does_not_meet():
    first = booking(1, TUESDAY, ends=dt.date(2026, 12, 31))
    later = booking(2, TUESDAY, begins=dt.date(2027, 1, 1))
    assert warnings(first, [later], None) == ()
    assert warnings(later, [first], None) == ()


def test_alone_there_is_nothing_to_mind():
    own = booking(1, TUESDAY, 20)
    assert warnings(own, [own], 6) == ()
    assert warnings(own, [], 6) == ()


grids = st.integers(0, FULL)


@given(grids, grids)
def test_it_warns_exactly_where_a_daypart_is_shared_and_both_ways(one, other):
    a, b = booking(1, one), booking(2, other)
    assert bool(warnings(a, [b], None)) == bool(one & other & WEEK)
    assert bool(warnings(a, [b], None)) == bool(warnings(b, [a], None))


def test_holidays_alone_are_no_time():
    assert warnings(booking(1, PUBLIC_HOLIDAYS), [booking(2, PUBLIC_HOLIDAYS)], None) == ()
