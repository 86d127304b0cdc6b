"""Which edition holds on a day, and how current a paper is."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.enums import DocumentState
from ehrenamt_desktop.model.rules.documents import Dates, current, may_be_handed_out, state

DAY = dt.date(2026, 11, 23)
LATER, EARLIER = DAY + dt.timedelta(30), DAY - dt.timedelta(30)
DAYS = st.none() | st.dates(EARLIER, LATER)


def edition(key=1, **dates):
    return Dates(**{"key": key, "valid_from": None, "valid_until": None, "review_on": None,
                    "replaced_on": None, **dates})  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        ({}, DocumentState.CURRENT),
        ({"valid_until": DAY}, DocumentState.CURRENT),
        ({"valid_until": DAY - dt.timedelta(1)}, DocumentState.EXPIRED),
        ({"review_on": DAY}, DocumentState.REVIEW),
        ({"review_on": LATER}, DocumentState.CURRENT),
        ({"valid_until": EARLIER, "review_on": EARLIER}, DocumentState.EXPIRED),
        ({"valid_from": LATER}, DocumentState.UPCOMING),
        ({"replaced_on": DAY}, DocumentState.MISSING),
        ({"replaced_on": LATER}, DocumentState.CURRENT),
    ],
)
def test_the_state_of_a_paper_with_one_edition(dates, found):
    assert state([edition(**dates)], DAY) is found


def test_papers_without_a_file():
    assert state([], DAY) is DocumentState.MISSING
    assert state([], DAY, own_form=True) is DocumentState.OWN
    assert state([edition()], DAY, active=False) is DocumentState.ARCHIVED


def test_an_edition_of_tomorrow_leaves_todays_in_force():
    old = edition(1, replaced_on=LATER)
    new = edition(2, valid_from=LATER)
    assert current([old, new], DAY) is old
    assert current([old, new], LATER) is new


@given(st.lists(st.builds(Dates, st.integers(1, 9), DAYS, DAYS, DAYS, DAYS), max_size=5))
def test_nothing_replaced_expired_or_due_is_ever_handed_out(editions):
    found = current(editions, DAY)
    if may_be_handed_out(state(editions, DAY)):
        assert found is not None
        assert found.replaced_on is None or found.replaced_on > DAY
        assert found.valid_until is None or found.valid_until >= DAY
        assert found.review_on is None or found.review_on > DAY
        assert found.valid_from is None or found.valid_from <= DAY
