"""The Ehrenamts-Card: each condition on its edge, and what is unknown stays open."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.certificates import Engagement
from ehrenamt_desktop.model.enums import Mark, OfferKind
from ehrenamt_desktop.model.legal import LegalRow
from ehrenamt_desktop.model.rules.card import (
    HERSFELD_ROTENBURG,
    HOURS,
    WERRA_MEISSNER,
    YEARS,
    Declared,
    Standing,
    conditions,
)

DAY = dt.date(2026, 11, 23)
CHECKED = dt.date(2026, 11, 22)
MET, OPEN, MISSED = Standing.MET, Standing.OPEN, Standing.MISSED


def figure(key, value):
    return LegalRow(key, key, dt.date(1900, 1, 1), value, "", "Norm", Mark.VERIFIED, CHECKED)


FIGURES = {key: figure(key, "3") for key in YEARS.values()} | {HOURS: figure(HOURS, "5")}


def engaged(hours=5.0, since=dt.date(2023, 11, 23), allowance=0.0, county="", until=None):
    return Engagement(
        1, "Bürgerbus fahren", "Bürgerbus", OfferKind.OFFER, since, until, hours, None, 0, 0, None,
        None, allowance, "", None, "", (), (), county,
    )  # fmt: skip


NOTHING = Declared()


def standings(county, engagements, declared=NOTHING):
    return [one.standing for one in conditions(county, engagements, declared, FIGURES, DAY)]


def test_all_is_met_on_the_very_day_and_not_the_day_before():
    assert standings(WERRA_MEISSNER, [engaged()]) == [MET] * 4
    assert standings(WERRA_MEISSNER, [engaged(since=dt.date(2023, 11, 24))])[2] is MISSED
    assert standings(WERRA_MEISSNER, [engaged(hours=4.99)])[1] is MISSED


def test_hours_are_summed_with_what_is_declared():
    declared = Declared("Feuerwehr", 2.0, dt.date(2010, 1, 1), paid=False)
    young = engaged(hours=3, since=dt.date(2026, 1, 1))
    assert standings(WERRA_MEISSNER, [young], declared) == [MET] * 4
    assert standings(WERRA_MEISSNER, [young])[1:3] == [MISSED, MISSED]
    assert standings(WERRA_MEISSNER, [], declared)[1] is MISSED


def test_elsewhere_counts_in_one_county_and_not_in_the_other():
    away = engaged(county=WERRA_MEISSNER)
    assert standings(WERRA_MEISSNER, [engaged(county=HERSFELD_ROTENBURG)])[1] is MET
    assert standings(HERSFELD_ROTENBURG, [away])[1] is MISSED
    assert standings(HERSFELD_ROTENBURG, [engaged(county=HERSFELD_ROTENBURG)])[1] is MET
    assert standings(HERSFELD_ROTENBURG, [engaged(county="")])[1] is OPEN


def test_unknown_is_open_and_never_a_no():
    assert standings("", [engaged()])[0] is OPEN
    assert standings("Kreis Kassel", [engaged()])[:3:2] == [OPEN, OPEN]
    assert standings(WERRA_MEISSNER, [engaged(hours=None)])[1] is OPEN
    assert standings(WERRA_MEISSNER, [engaged(allowance=None)])[3] is OPEN
    assert standings(WERRA_MEISSNER, [engaged(hours=1)], Declared("TSV"))[1:] == [OPEN, MET, OPEN]
    assert standings(WERRA_MEISSNER, [])[2:] == [OPEN, OPEN]
    ended = engaged(since=dt.date(2015, 1, 1), until=dt.date(2020, 1, 1))
    assert standings(WERRA_MEISSNER, [engaged(since=DAY), ended])[2] is OPEN
    assert [one.standing for one in conditions("", [], Declared(), {}, DAY)] == [OPEN] * 4


def test_an_allowance_is_named():
    found = conditions(WERRA_MEISSNER, [engaged(allowance=40)], Declared(), FIGURES, DAY)[3]
    assert (found.standing, found.sentence) == (
        MISSED, "Über die Auslagen hinaus wird gezahlt: „Bürgerbus fahren“ 40 Euro im Monat.",
    )  # fmt: skip
    assert standings(WERRA_MEISSNER, [engaged()], Declared("TSV", 1, None, paid=True))[3] is MISSED


def test_norm_and_day_stand_beside():
    found = conditions(WERRA_MEISSNER, [engaged()], Declared(), FIGURES, DAY)
    assert {one.source for one in found} == {"Norm, Stand 22.11.2026"}


@pytest.mark.parametrize("since", [dt.date(2020, 2, 29), dt.date(2024, 2, 29)])
def test_a_leap_day_is_no_trap(since):
    assert standings(WERRA_MEISSNER, [engaged(since=since)])[2] in (MET, MISSED)


hours = st.one_of(st.none(), st.floats(0, 60))


@given(st.lists(hours, max_size=4), hours, hours)
def test_more_hours_never_harm(known, declared, more):
    rank = {MISSED: 0, OPEN: 1, MET: 2}
    before = standings(WERRA_MEISSNER, [engaged(one) for one in known], Declared("TSV", declared))
    engagements = [engaged(one) for one in [*known, more]]
    after = standings(WERRA_MEISSNER, engagements, Declared("TSV", declared))
    assert rank[after[1]] >= rank[before[1]]
