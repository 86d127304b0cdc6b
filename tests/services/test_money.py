"""The register of costs and the yearly targets."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.errors import ConflictError, DomainError, EhrenamtError, InvalidDraft
from ehrenamt_desktop.model.enums import CostKind
from ehrenamt_desktop.model.figure_rows import Unit, amount_text
from ehrenamt_desktop.model.money import parse_cents

DAY = dt.date(2026, 3, 1)
YEAR = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
POSTAGE = {"on": DAY, "kind": "paper", "euro": "120,50", "municipality": "Sontra", "note": "Porto"}


def test_what_was_spent_is_listed_the_latest_first(office):
    office.money.add(POSTAGE)
    office.money.add({"on": DAY + dt.timedelta(1), "kind": "staff", "euro": "1.250 €"})
    rows = office.money.costs(*YEAR)
    assert [(one.euro, one.whose, one.kind) for one in rows] == [
        ("1.250,00 €", "gemeinsam", CostKind.STAFF),
        ("120,50 €", "Sontra", CostKind.PAPER),
    ]
    assert office.money.costs(dt.date(2025, 1, 1), dt.date(2025, 12, 31)) == ()
    assert office.figures.look(*YEAR).line("costs").now.amount == 1370.5


def test_an_entry_is_corrected_and_removed_and_undone(office):
    number = office.money.add(POSTAGE)
    (row,) = office.money.costs(*YEAR)
    office.money.change(number, row.version, {**POSTAGE, "euro": "99"})
    with pytest.raises(ConflictError):
        office.money.change(number, row.version, POSTAGE)
    assert office.money.costs(*YEAR)[0].euro == "99,00 €"
    office.money.remove(number)
    assert office.money.costs(*YEAR) == ()
    office.history.undo()
    assert office.money.costs(*YEAR)[0].note == "Porto"
    with pytest.raises(DomainError):
        office.money.remove(number + 1)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("euro", ""), ("euro", "zwölf"), ("euro", "0"), ("euro", "1,234"), ("euro", "99999999999"),
        ("municipality", "Kassel"), ("on", None), ("on", "gestern"), ("kind", "bribe"),
        ("note", "x" * 301),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named(office, field, value):
    with pytest.raises(InvalidDraft) as refused:
        office.money.add({**POSTAGE, field: value})
    assert {one.key for one in refused.value.fields} == {field}
    assert office.money.costs(*YEAR) == ()


def test_targets_stand_beside_the_figures_of_their_year(office):
    office.money.set_targets(2026, {"placements": 20, "rate_cohort": 0.5})
    office.money.set_targets(2026, {"placements": 8}, "Sontra")
    office.money.set_targets(2026, {"placements": 25})
    line = office.figures.look(*YEAR).line("placements")
    assert (line.target, line.target_text) == (25, "25")
    assert line.town_targets[line.towns and 2] == 8
    assert office.figures.look(dt.date(2025, 7, 1), YEAR[1]).line("placements").target is None
    office.money.set_targets(2026, {"placements": None, "rate_cohort": None, "proposals": None})
    assert [one.municipality for one in office.money.targets(2026)] == ["Sontra"]


@pytest.mark.parametrize(
    ("figure", "value", "town"),
    [("umsatz", 1, ""), ("placements", -1, ""), ("placements", 1, "Kassel")],
)
def test_a_target_for_nothing_is_refused(office, figure, value, town):
    with pytest.raises(EhrenamtError):
        office.money.set_targets(2026, {figure: value, "proposals": 3}, town)
    assert office.money.targets(2026) == ()


@given(st.integers(-10_000_000, 10_000_000))
def test_what_is_written_is_read_again(cents):
    assert parse_cents(amount_text(cents / 100, Unit.EURO)) == cents


@pytest.mark.parametrize(
    ("text", "cents"),
    [("12", 1200), ("12,5", 1250), ("1.234,56 EUR", 123456), (" -3,10 € ", -310),
     ("1234,56", 123456), ("-0,50", -50), ("1.23", None), ("12,345", None),
     ("1,2,3", None), ("", None), ("€", None)],
)  # fmt: skip
def test_euro_as_people_write_them(text, cents):
    assert parse_cents(text) == cents
