"""Hidden cells of tables: an attacker who solves all printed numbers as equations learns nothing.

The attacker knows that counts are whole numbers, that 0 is always printed unless everything is
hidden, and each printed cell, row, column and total, of each edition.
"""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.attacker import Attacker, added, learns_nothing

from ehrenamt_desktop.model.rules.small_counts import LEAST
from ehrenamt_desktop.model.rules.suppression import protected_table, with_margins

SMALL_HEAVY = st.one_of(st.integers(0, 3), st.integers(0, 9))


@st.composite
def tables(draw, rows=(1, 3), columns=(1, 4), of=SMALL_HEAVY):
    height, width = draw(st.integers(*rows)), draw(st.integers(*columns))
    return draw(
        st.lists(st.lists(of, min_size=width, max_size=width), min_size=height, max_size=height)
    )


def test_a_table_by_hand():
    found = protected_table([[1, 8, 9], [6, 7, 9], [9, 9, 9]])
    assert found.cells == ((None, None, 9), (None, None, 9), (9, 9, 9))
    assert (found.rows, found.columns, found.total) == ((18, 22, 27), (16, 24, 27), 67)


def test_nothing_is_hidden_without_need():
    found = protected_table([[0, 3], [5, 9]])
    assert found.cells == ((0, 3), (5, 9))
    assert not found.hidden


def test_a_small_total_hides_everything_and_too_small_cells_all_but_the_total():
    assert protected_table([[0, 2]]).total is None
    found = protected_table([[1, 1, 1]])
    assert found.cells == ((None, None, None),)
    assert (found.rows, found.total) == ((None,), 3)


def test_what_an_earlier_edition_hid_stays_hidden():
    found = protected_table([[9, 9], [9, 9]], hidden={(0, 0)})
    assert found.cells[0][0] is None


def test_the_rest_of_a_year_is_protected_too():
    half, year = [[5, 9], [9, 9]], [[6, 18], [18, 18]]
    rest = [[1, 9], [9, 9]]
    assert protected_table(year).cells[0][0] == 6
    assert protected_table(year, less=[rest]).cells[0][0] is None
    assert added(half, rest) == year


@settings(max_examples=60, deadline=None)
@given(tables())
def test_no_small_cell_or_total_can_be_worked_out(counts):
    found = protected_table(counts)
    whole = with_margins(counts)
    for row, cells in enumerate(whole):
        for column, amount in enumerate(cells):
            assert amount == 0 or amount >= LEAST or (row, column) in found.hidden
    attacker = Attacker(1, (len(counts), len(counts[0])))
    attacker.reads((0,), whole, found.hidden)
    learns_nothing(attacker, (0,), whole)


@st.composite
def halves(draw):
    first = draw(tables(rows=(1, 3), columns=(2, 3)))
    shape = (len(first), len(first[0]))
    second = draw(tables(rows=(shape[0],) * 2, columns=(shape[1],) * 2))
    return first, second


@settings(max_examples=40, deadline=None)
@given(halves())
def test_a_year_after_its_half_gives_neither_half_away(both):
    first, second = both
    year = added(first, second)
    earlier = protected_table(first)
    later = protected_table(year, hidden=earlier.hidden, less=[second])
    attacker = Attacker(2, (len(first), len(first[0])))
    attacker.reads((0,), with_margins(first), earlier.hidden)
    attacker.reads((0, 1), with_margins(year), later.hidden)
    learns_nothing(attacker, (0,), with_margins(first))
    learns_nothing(attacker, (1,), with_margins(second))
    learns_nothing(attacker, (0, 1), with_margins(year))


@settings(max_examples=25, deadline=None)
@given(halves(), st.data())
def test_a_year_after_both_halves_and_a_late_entry(both, data):
    """Three parts: both halves as printed, and what was entered after that."""
    first, second = both
    shape = (len(first), len(first[0]))
    late = data.draw(tables(rows=(shape[0],) * 2, columns=(shape[1],) * 2, of=st.integers(0, 3)))
    year = added(first, second, late)
    printed = [protected_table(first), protected_table(second)]
    later = protected_table(year, hidden=printed[0].hidden | printed[1].hidden, less=[late])
    attacker = Attacker(3, shape)
    attacker.reads((0,), with_margins(first), printed[0].hidden)
    attacker.reads((1,), with_margins(second), printed[1].hidden)
    attacker.reads((0, 1, 2), with_margins(year), later.hidden)
    for parts, counts in (((0,), first), ((1,), second), ((2,), late), ((0, 1, 2), year)):
        learns_nothing(attacker, parts, with_margins(counts))


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_single_line_is_a_table_too(size):
    for counts in itertools.product(range(5), repeat=size):
        found = protected_table([counts])
        attacker = Attacker(1, (1, size))
        whole = with_margins([counts])
        attacker.reads((0,), whole, found.hidden)
        learns_nothing(attacker, (0,), whole)
