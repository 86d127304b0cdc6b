"""Small counts: what is printed never lets anybody work out what is not."""

from __future__ import annotations

import itertools
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.rules import small_counts
from ehrenamt_desktop.model.rules.small_counts import is_small, protected, share, under

COLUMN = st.lists(st.integers(0, 12), min_size=1, max_size=9)


def test_counts_beside_which_no_total_stands():
    assert [under(one) for one in range(5)] == ["0", "unter 3", "unter 3", "3", "4"]


@pytest.mark.parametrize(
    ("amount", "total", "words"),
    [
        (14, 20, "14 von 20 Personen"),
        (2, 20, "unter 3 von 20 Personen"),
        (19, 20, "fast alle 20 Personen"),
        (20, 20, "20 von 20 Personen"),
        (1, 1, "unter 3 Personen"),
        (2, 4, "unter 3 von 4 Personen"),
        (0, 9, "0 von 9 Personen"),
    ],
)
def test_a_share_gives_away_neither_part(amount, total, words):
    assert share(amount, total, "Person", "Personen") == words


def test_a_column_by_hand():
    assert protected([9, 2, 4, 0, 7]) == (((9, None, None, 0, 7),), 22)
    assert protected([9, 2, 1, 7]) == (((9, None, None, 7),), 19)
    assert protected([9, 1, 1, 7]) == (((9, None, None, None),), 18)
    assert protected([1, 5, 5]) == (((None, None, None),), 11)
    assert protected([5, 0, 3]) == (((5, 0, 3),), 8)
    assert protected([0, 2]) == (((None, None),), None)
    assert protected([1, 1, 1]) == (((None, None, None),), None)
    assert protected() == ((), 0)


def test_what_hides_a_total_hides_it_in_every_split():
    assert protected([1, 1, 1], [3], [0, 3, 0]) == (((None,) * 3, (None,), (None,) * 3), None)


@given(COLUMN)
def test_no_small_count_is_ever_shown(counts):
    (shown,), total = protected(counts)
    assert not any(one is not None and is_small(one) for one in (*shown, total))
    assert all(one in (None, count) for one, count in zip(shown, counts, strict=True))
    assert total in (None, sum(counts))
    if not any(is_small(one) for one in counts):
        assert None not in shown


@given(COLUMN)
def test_no_hidden_count_can_be_computed_from_the_total(counts):
    (shown,), total = protected(counts)
    if total is None:
        return
    places = [at for at, one in enumerate(shown) if one is None]
    rest = total - sum(one for one in shown if one is not None)
    if places:
        assert len(places) > 1
        assert rest > len(places)  # each is at least 1, and one of them is more


@pytest.mark.parametrize(("size", "most"), [(1, 30), (2, 18), (3, 12), (4, 8)])
def test_not_even_who_knows_the_rule_can_tell_a_hidden_count(size, most):
    """All columns up to a size: each print stands for columns that differ at each hidden place."""
    printed = defaultdict(list)
    for counts in itertools.product(range(most), repeat=size):
        (shown,), total = protected(counts)
        if total is None or total <= most - 2:  # else columns are missing that print the same
            printed[shown, total].append(counts)
    for (shown, _), meant in printed.items():
        for place, one in enumerate(shown):
            if one is None:
                assert len({counts[place] for counts in meant}) > 1


def test_the_words_for_hidden_counts():
    assert [small_counts.text(one) for one in (None, 0, 7)] == ["geschützt", "0", "7"]
    assert small_counts.HIDDEN in small_counts.NOTE
