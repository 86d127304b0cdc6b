"""A sequence made at the first look: what it gives, how often it is made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.later import Later


def test_nothing_is_made_until_somebody_looks():
    made = []
    later = Later(lambda: made.append(1) or ("a", "b"))
    assert made == []
    assert later[0] == "a"
    assert len(later) == 2
    assert list(later) == ["a", "b"]
    assert made == [1]


@given(st.lists(st.integers(), max_size=8), st.integers(-3, 3), st.integers(-3, 9))
def test_it_behaves_like_the_tuple(items, low, high):
    later = Later(lambda: tuple(items))
    assert later == tuple(items)
    assert later == Later(lambda: tuple(items))
    assert later[low:high] == tuple(items)[low:high]
    assert hash(later) == hash(tuple(items))
    assert repr(later) == repr(tuple(items))
    assert (later == (*items, 0)) is False
    assert bool(later) is bool(items)
