"""What a later print may show beside earlier ones."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.attacker import Attacker, added, learns_nothing

from ehrenamt_desktop.model.rules.suppression import with_margins
from ehrenamt_desktop.model.shield import Printed, shield

YEAR = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
FIRST = dt.date(2026, 1, 1), dt.date(2026, 6, 30)
SECOND = dt.date(2026, 7, 1), dt.date(2026, 12, 31)


def printed(span, counts, earlier=()):
    return shield("placements", *span, counts, earlier)[1]


def test_a_first_print_is_just_protected():
    table, kept = shield("placements", *YEAR, [[9, 4], [7, 6]], [])
    assert table.cells == ((9, 4), (7, 6))
    assert kept == Printed("placements", *YEAR, ((9, 4), (7, 6)), frozenset())


def test_the_same_period_stands_as_it_was_printed():
    before = printed(YEAR, [[9, 4], [7, 6]])
    table, kept = shield("placements", *YEAR, [[9, 5], [7, 6]], [before])
    assert table.cells == ((9, 4), (7, 6))
    assert kept == before


def test_the_same_period_is_printed_anew_when_enough_has_changed():
    before = printed(YEAR, [[9, 4], [7, 6]])
    table, _ = shield("placements", *YEAR, [[14, 4], [7, 6]], [before])
    assert table.cells == ((14, 4), (7, 6))


def test_each_print_of_the_same_period_counts():
    first = printed(YEAR, [[9, 4], [7, 6]])
    second = printed(YEAR, [[14, 4], [7, 6]], [first])
    table, _ = shield("placements", *YEAR, [[10, 4], [7, 6]], [first, second])
    assert table.cells == ((14, 4), (7, 6))


def test_a_year_hides_what_would_tell_its_second_half():
    half = printed(FIRST, [[9, 4], [7, 6]])
    table, _ = shield("placements", *YEAR, [[10, 12], [15, 16]], [half])
    assert table.cells[0][0] is None
    assert table.total == 53


def test_a_year_after_both_halves_shows_their_sum():
    first = printed(FIRST, [[9, 4], [7, 6]])
    second = printed(SECOND, [[5, 8], [3, 6]], [first])
    table, _ = shield("placements", *YEAR, [[14, 12], [10, 12]], [first, second])
    assert table.cells == ((14, 12), (10, 12))


def test_a_half_after_its_year_shows_only_its_total():
    year = printed(YEAR, [[9, 14], [17, 16]])
    table, _ = shield("placements", *FIRST, [[5, 7], [8, 9]], [year])
    assert (table.cells, table.total) == (((None, None), (None, None)), 29)
    table, _ = shield("placements", *FIRST, [[9, 13], [16, 16]], [year])
    assert table.total is None


def test_what_was_taken_back_since_shows_only_the_total():
    half = printed(FIRST, [[9, 4], [7, 6]])
    table, _ = shield("placements", *YEAR, [[8, 12], [15, 16]], [half])
    assert (table.rows, table.total) == ((None, None), 51)


def test_what_does_not_add_up_shows_only_the_total():
    half = printed(FIRST, [[9, 4], [7, 6]])
    table, _ = shield("placements", *YEAR, [[9, 12], [15, 16]], [half], additive=False)
    assert (table.rows, table.total) == ((None, None), 52)


def test_three_crossing_periods_show_nothing():
    year = printed(YEAR, [[9, 14], [17, 16]])
    half = printed(FIRST, [[5, 7], [8, 9]], [year])
    spring = dt.date(2026, 4, 1), dt.date(2026, 9, 30)
    table, _ = shield("placements", *spring, [[5, 7], [8, 9]], [year, half])
    assert table.total is None


def test_other_tables_and_other_times_do_not_matter():
    half = printed(FIRST, [[9, 4], [7, 6]])
    table, _ = shield("proposals", *YEAR, [[10, 12], [15, 16]], [half])
    assert table.cells == ((10, 12), (15, 16))
    table, _ = shield("placements", *SECOND, [[10, 12], [15, 16]], [half])
    assert table.cells == ((10, 12), (15, 16))


CELLS = st.one_of(st.integers(0, 3), st.integers(0, 9))
TABLE = st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=2)
LATE = st.lists(
    st.lists(st.sampled_from((0, 0, 0, 1, 4)), min_size=3, max_size=3), min_size=2, max_size=2
)
ORDERS = st.lists(st.sampled_from(("first", "second", "year")), min_size=2, max_size=4)


@settings(max_examples=60, deadline=None)
@given(TABLE, TABLE, LATE, ORDERS, st.integers(0, 3))
def test_no_order_of_editions_gives_a_small_count_away(first, second, late, order, entered):
    """Halves and years in any order; from the print `entered` on, the first half has grown."""
    spans = {"first": FIRST, "second": SECOND, "year": YEAR}
    attacker = Attacker(3, (2, 3))
    earlier = []
    for at, name in enumerate(order):
        now = [first, second, late if at >= entered else [[0] * 3] * 2]
        parts = {"first": (0, 2), "second": (1,), "year": (0, 1, 2)}[name]
        table, kept = shield(
            "placements", *spans[name], added(*(now[one] for one in parts)), earlier
        )
        again = any(kept is one for one in earlier)
        if not again:  # a print that stands says nothing new
            known = parts if at >= entered else tuple(one for one in parts if one != 2)
            attacker.reads(known, with_margins(kept.counts), table.hidden)
        earlier.append(kept)
    for parts, counts in (((0,), first), ((1,), second), ((2,), late)):
        if any(set(parts) <= set(known) for known in attacker.read):
            learns_nothing(attacker, parts, with_margins(counts))
