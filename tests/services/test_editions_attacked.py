"""Two editions of a whole demonstration office, taken as equations: no small count comes out."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from tests.attacker import Attacker, learns_nothing

from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.figure_rows import FigureLine
from ehrenamt_desktop.model.figures import FIGURES, Cut, How
from ehrenamt_desktop.model.rules.suppression import with_margins
from ehrenamt_desktop.services.office import Office, open_office

HALF = dt.date(2026, 1, 1), dt.date(2026, 6, 30)
YEAR = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
TABLES = [
    one.key
    for one in FIGURES
    if one.people and one.cut is Cut.PEOPLE and one.how is How.COUNT and not one.stock
]


@pytest.fixture(scope="module")
def editions(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict]:
    """Both editions as they left, and the same figures as they are."""
    path = tmp_path_factory.mktemp("attacked") / "buero.ehrenamt"
    shutil.copyfile(demo_store, path)
    office: Office = open_office(path)
    made = {
        name: office.editions.freeze(PaperKind.COUNCIL_LIST, *span, name)
        for name, span in (("half", HALF), ("year", YEAR))
    }
    real = {"half": office.figures.look(*HALF), "year": office.figures.look(*YEAR)}
    office.close()
    return {name: (made[name], real[name]) for name in made}


def cells(line: FigureLine) -> list[list[float | None]]:
    """A table with its totals."""
    rows = [
        [*(one.amount for one in row), total.amount]
        for row, total in zip(line.grid, line.towns, strict=True)
    ]
    return [*rows, [*(one.amount for one in line.ages), line.now.amount]]


@pytest.mark.parametrize("key", TABLES)
def test_no_small_count_of_half_rest_or_year_can_be_worked_out(editions, key):
    counts = {}
    attacker = None
    for name, parts in (("half", (0,)), ("year", (0, 1))):
        shown, real = (report.line(key) for report in editions[name])
        counts[name] = [[int(one.amount) for one in row] for row in real.grid]
        printed = cells(shown)
        whole = with_margins(counts[name])
        hidden = frozenset(
            (row, column)
            for row, column in product(range(len(whole)), range(len(whole[0])))
            if printed[row][column] is None
        )
        for row, column in product(range(len(whole)), range(len(whole[0]))):
            assert (row, column) in hidden or printed[row][column] == whole[row][column]
        attacker = attacker or Attacker(2, (len(counts[name]), len(counts[name][0])))
        attacker.reads(parts, whole, hidden)
    rest = [
        [year - half for year, half in zip(*rows, strict=True)]
        for rows in zip(counts["year"], counts["half"], strict=True)
    ]
    learns_nothing(attacker, (0,), with_margins(counts["half"]))
    learns_nothing(attacker, (1,), with_margins(rest))
    learns_nothing(attacker, (0, 1), with_margins(counts["year"]))


def test_enough_is_left_to_read(editions):
    for name in ("half", "year"):
        shown = [one for key in TABLES for row in cells(editions[name][0].line(key)) for one in row]
        assert sum(1 for one in shown if one) > len(TABLES)
