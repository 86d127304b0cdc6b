"""Who may be thanked: the card now, soon or after a question; round years inside a span."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.certificates import Engagement
from ehrenamt_desktop.model.enums import Mark, OfferKind
from ehrenamt_desktop.model.legal import LegalRow
from ehrenamt_desktop.model.rules.card import HERSFELD_ROTENBURG, HOURS, WERRA_MEISSNER, YEARS
from ehrenamt_desktop.model.rules.recognition import AHEAD_DAYS, ROUND, Honour, chance, round_years

DAY = dt.date(2026, 11, 23)


def figure(key, value):
    day = dt.date(2020, 1, 1)
    return LegalRow(key, key, day, value, "", "Richtlinie", Mark.VERIFIED, DAY)


def engagement(started, hours=6.0, allowance=0.0, county=WERRA_MEISSNER, ended=None):
    return Engagement(
        1, "Bürgerbus fahren", "Verein", OfferKind.OFFER, started, ended, hours, None, 0.0, 0, None,
        None, allowance, "", None, "", (), (), county,
    )  # fmt: skip


@pytest.fixture
def figures():
    made = {HOURS: figure(HOURS, "5")}
    return made | {key: figure(key, "3") for key in YEARS.values()}


def test_now_soon_and_after_a_question(figures):
    long = engagement(dt.date(2023, 1, 1))
    found = chance(WERRA_MEISSNER, [long], figures, DAY)
    assert (found.honour, found.on, found.open) == (Honour.CARD, dt.date(2026, 1, 1), ())
    soon = engagement(dt.date(2024, 2, 1))
    found = chance(WERRA_MEISSNER, [soon], figures, DAY)
    assert (found.honour, found.on) == (Honour.CARD_SOON, dt.date(2027, 2, 1))
    asked = chance(WERRA_MEISSNER, [long._replace(allowance=None)], figures, DAY)
    assert (asked.honour, asked.open) == (Honour.CARD_OPEN, ("Ohne Aufwandsentschädigung",))
    assert chance("", [long], figures, DAY).open == ("Wohnort", "Dauer")


def test_what_time_does_not_mend_is_no_chance(figures):
    long = engagement(dt.date(2020, 1, 1))
    for missed in (
        long._replace(agreed=4.0), long._replace(allowance=50.0),
        engagement(DAY - dt.timedelta(days=400)),
        engagement(dt.date(2024, 2, 1), hours=4.0),
    ):  # fmt: skip
        assert chance(WERRA_MEISSNER, [missed], figures, DAY) is None
    elsewhere = long._replace(county=WERRA_MEISSNER)
    assert chance(HERSFELD_ROTENBURG, [elsewhere], figures, DAY) is None


def test_where_the_county_is_open_it_is_not_asked_about_too_early(figures):
    assert chance("", [engagement(DAY - dt.timedelta(days=1))], figures, DAY) is None
    assert chance("Fulda", [engagement(dt.date(2024, 2, 1))], figures, DAY) is not None
    assert chance("", [engagement(DAY)], {}, DAY) is not None


@given(st.dates(dt.date(1960, 1, 1), DAY), st.integers(0, 10))
def test_soon_means_within_half_a_year_and_then_it_holds(started, hours):
    figures = {HOURS: figure(HOURS, "5")} | {key: figure(key, "3") for key in YEARS.values()}
    found = chance(WERRA_MEISSNER, [engagement(started, float(hours))], figures, DAY)
    if found is None or found.honour is not Honour.CARD_SOON:
        return
    assert DAY < found.on <= DAY + dt.timedelta(days=AHEAD_DAYS)
    then = chance(WERRA_MEISSNER, [engagement(started, float(hours))], figures, found.on)
    assert then.honour is Honour.CARD


@given(st.dates(dt.date(1950, 1, 1), DAY), st.dates(DAY, dt.date(2028, 1, 1)))
def test_a_round_year_lies_in_the_span(started, end):
    found = round_years(started, None, DAY, end)
    if found is not None:
        years, on = found
        assert years in ROUND
        assert DAY <= on <= end
        assert on.year - started.year == years
        assert round_years(started, on - dt.timedelta(days=1), DAY, end) is None
    if (started.month, started.day) == (DAY.month, DAY.day) and DAY.year - started.year in ROUND:
        assert found == (DAY.year - started.year, DAY)
