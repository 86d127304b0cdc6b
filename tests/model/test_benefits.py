"""Hints for people who draw benefits: dated figures, sums over all places, never a stop."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.enums import Mark, Occupation
from ehrenamt_desktop.model.legal import LegalRow
from ehrenamt_desktop.model.rules.benefits import (
    Engagement,
    hints,
    monthly_allowance,
    weekly_hours,
    yearly_allowance,
)
from ehrenamt_desktop.paths import resources

TODAY = dt.date(2026, 11, 23)
SEEKER, BASIC = Occupation.JOB_SEEKER, Occupation.BASIC_SECURITY


def figures(as_of=TODAY):
    """The figures of the program as they hold on a day."""
    read = tomllib.loads((resources() / "law.toml").read_text("utf-8"))
    rows = {}
    for one in read["parameter"]:
        held = [value for value in one["values"] if value["valid_from"] <= as_of]
        if held:
            last = max(held, key=lambda value: value["valid_from"])
            rows[one["key"]] = LegalRow(
                one["key"], one["label"], last["valid_from"], last["value"], one["unit"],
                one["norm"], Mark.VERIFIED if last["mark"] == "V" else Mark.UNVERIFIED,
                read["checked_on"],
            )  # fmt: skip
    return rows


def job(hours=None, allowance=None, begins=dt.date(2026, 1, 1), ends=None, private=False):
    return Engagement(hours, allowance, begins, ends, private)


def told(occupation, *jobs, as_of=TODAY):
    return [one.sentence for one in hints(occupation, jobs, figures(as_of), as_of)]


@pytest.mark.parametrize(("hours", "shown"), [(11.9, False), (12.0, True), (15.0, True)])
def test_a_jobseeker_hears_of_the_limit_from_twelve_hours(hours, shown):
    said = told(SEEKER, job(hours / 2), job(hours / 2))
    assert bool(said) is shown
    if shown:
        assert "Ab 15 Stunden pro Woche" in said[0]


def test_each_hint_names_norm_and_day():
    (one,) = hints(SEEKER, [job(13)], figures(), TODAY)
    assert one.source == "§ 138 Abs. 2 SGB III, EhrBetätV, Stand 22.11.2026"


def test_a_figure_nobody_proved_says_so():
    found = hints(SEEKER, [job(2, 260.0, dt.date(2026, 11, 1))], figures(), TODAY)
    assert [one.source for one in found] == ["§ 1 Abs. 2 EhrBetätV, Stand 22.11.2026, zu prüfen"]


@pytest.mark.parametrize(
    "occupation", [None, *(one for one in Occupation if one not in (SEEKER, BASIC))]
)
def test_hours_concern_nobody_else(occupation):
    assert told(occupation, job(30)) == []


def test_allowances_are_summed_over_all_places_of_the_year():
    jobs = [
        job(2, 50.0),
        job(2, 60.0, begins=dt.date(2025, 3, 1), ends=dt.date(2026, 4, 15)),
        job(2, 100.0, begins=dt.date(2027, 1, 1)),
    ]
    assert yearly_allowance(jobs, 2026) == 12 * 50 + 4 * 60
    assert yearly_allowance(jobs, 2025) == 10 * 60
    assert monthly_allowance(jobs, TODAY) == 50.0


@pytest.mark.parametrize(
    ("as_of", "month", "shown"),
    [
        (dt.date(2026, 6, 1), 80.0, False), (dt.date(2026, 6, 1), 80.5, True),
        (dt.date(2025, 6, 1), 70.0, False), (dt.date(2025, 6, 1), 71.0, True),
    ],
)  # fmt: skip
def test_the_tax_allowance_is_that_of_the_year(as_of, month, shown):
    begins = dt.date(as_of.year, 1, 1)
    assert bool(told(None, job(2, month, begins=begins), as_of=as_of)) is shown


def test_the_sum_is_worded_as_money():
    (said,) = told(None, job(2, 100.5))
    assert said.startswith("2026 zusammen 1.206 Euro Aufwandsentschädigung.")
    assert "960 Euro (Ehrenamtspauschale) oder 3.300 Euro (Übungsleiterfreibetrag)" in said


def test_basic_security_has_no_fixed_limit_but_a_free_amount():
    said = told(BASIC, job(14, 275.0))
    assert any("Eine feste Grenze gibt es bei Grundsicherungsgeld nicht" in one for one in said)
    assert any("3.000 Euro im Kalenderjahr frei" in one for one in said)
    before = told(BASIC, job(14), as_of=dt.date(2026, 6, 30))
    assert "Bürgergeld" in before[0]


def test_help_for_one_person_is_named_to_jobseekers():
    assert len(told(SEEKER, job(2, private=True))) == 1
    assert told(SEEKER, job(2, private=True, ends=dt.date(2026, 10, 1))) == []


def test_without_figures_nothing_is_said():
    assert hints(SEEKER, [job(40, 900.0, private=True)], {}, TODAY) == ()


JOBS = st.lists(
    st.builds(
        Engagement,
        st.none() | st.floats(0, 60),
        st.none() | st.floats(0, 5_000),
        st.dates(dt.date(2020, 1, 1), dt.date(2027, 12, 31)),
        st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2027, 12, 31)),
        st.booleans(),
    )
)


@given(JOBS, st.integers(2020, 2027))
def test_a_year_is_never_more_than_twelve_months(jobs, year):
    most = sum(12 * (one.allowance or 0.0) for one in jobs)
    assert 0 <= yearly_allowance(jobs, year) <= most + 1e-6


@given(JOBS, st.sampled_from([None, *Occupation]), st.dates(dt.date(2022, 1, 1), TODAY))
def test_hints_never_fail_and_grow_with_hours(jobs, occupation, as_of):
    found = hints(occupation, jobs, figures(as_of), as_of)
    assert all(one.sentence and one.source for one in found)
    more = hints(occupation, [*jobs, Engagement(40.0, 0.0, as_of)], figures(as_of), as_of)
    assert len(more) >= len(found)
    assert weekly_hours(jobs, as_of) >= 0
