"""A person rests while several proposals of earlier days are without an answer."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.rules.resting import REST_AFTER, REST_DAYS, rest_until

TODAY = dt.date(2026, 11, 23)
days = st.dates(TODAY - dt.timedelta(60), TODAY + dt.timedelta(5))


def ago(number):
    return TODAY - dt.timedelta(number)


def test_three_unanswered_ones_bring_two_weeks_from_the_latest():
    assert rest_until(None, [ago(9), ago(5), ago(5)], TODAY) == dt.date(2026, 12, 2)
    assert rest_until(None, [ago(5), ago(5)], TODAY) is None
    assert rest_until(None, [ago(15), ago(15), ago(15)], TODAY) is None


def test_the_talk_that_goes_on_does_not_end_itself():
    assert rest_until(None, [TODAY] * 5, TODAY) is None
    assert rest_until(None, [TODAY] * 5, TODAY + dt.timedelta(1)) == dt.date(2026, 12, 7)


def test_a_day_entered_by_hand_counts_as_long_as_it_lasts():
    assert rest_until(TODAY, [], TODAY) == TODAY
    assert rest_until(ago(1), [], TODAY) is None
    assert rest_until(dt.date(2027, 1, 1), [ago(5)] * 3, TODAY) == dt.date(2027, 1, 1)


@given(st.one_of(st.none(), days), st.lists(days, max_size=6), days)
def test_an_answer_never_lengthens_a_pause(kept, waiting, as_of):
    whole = rest_until(kept, waiting, as_of)
    fewer = rest_until(kept, waiting[1:], as_of)
    assert fewer is None or (whole is not None and fewer <= whole)
    if whole is not None:
        assert whole >= as_of
        latest = max([one for one in waiting if one < as_of], default=dt.date.min)
        by_hand = whole == kept
        assert by_hand or (len(waiting) >= REST_AFTER and (whole - latest).days == REST_DAYS)
