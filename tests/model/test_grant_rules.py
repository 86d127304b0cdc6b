"""When a programme takes applications, what is doubtful, who may apply, when to remind."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.enums import GrantFit, GrantWindow, InitiativeType, Mark
from ehrenamt_desktop.model.grants import sums
from ehrenamt_desktop.model.rules.grants import (
    GROUPS,
    NEVER,
    NONPROFITS,
    PUBLIC,
    Programme,
    doubt,
    evidence_reminder,
    fit,
    reminder,
    window,
)

TODAY = dt.date(2026, 11, 23)
USUAL = Programme(
    for_nonprofits=True, for_groups=False, for_public=False, for_agencies=False, rural_only=False,
    rolling=False, opens_on=None, closes_on=None, lead_days=42, checked_on=TODAY,
    mark=Mark.VERIFIED,
)  # fmt: skip
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))


@pytest.mark.parametrize(
    ("dates", "answer"),
    [
        ({}, GrantWindow.UNKNOWN),
        ({"rolling": True}, GrantWindow.OPEN),
        ({"opens_on": dt.date(2026, 12, 1)}, GrantWindow.UPCOMING),
        ({"opens_on": TODAY}, GrantWindow.OPEN),
        ({"closes_on": dt.date(2026, 11, 22)}, GrantWindow.CLOSED),
        ({"closes_on": TODAY}, GrantWindow.ENDING),
        ({"closes_on": dt.date(2027, 1, 4)}, GrantWindow.ENDING),
        ({"closes_on": dt.date(2027, 1, 5)}, GrantWindow.OPEN),
        ({"rolling": True, "closes_on": dt.date(2026, 1, 1)}, GrantWindow.CLOSED),
    ],
)
def test_the_window_follows_from_the_dates(dates, answer):
    assert window(USUAL._replace(**dates), TODAY) is answer


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ""),
        ({"checked_on": None}, "noch nie geprüft"),
        ({"checked_on": dt.date(2025, 11, 22)}, "seit über einem Jahr nicht geprüft"),
        ({"checked_on": dt.date(2025, 11, 23)}, ""),
        ({"mark": Mark.UNVERIFIED}, "Angaben nicht belegt"),
        ({"closes_on": dt.date(2026, 1, 1)}, "Frist abgelaufen"),
    ],
)
def test_what_is_doubtful_is_said(facts, words):
    assert doubt(USUAL._replace(**facts), TODAY) == words


@given(opens=st.none() | DAYS, closes=DAYS, lead=st.integers(0, 365), as_of=DAYS)
def test_a_reminder_comes_before_the_end_and_never_in_the_past(opens, closes, lead, as_of):
    due = reminder(USUAL._replace(opens_on=opens, closes_on=closes, lead_days=lead), as_of)
    assert (due is None) == (closes < as_of)
    if due is not None:
        assert as_of <= due <= closes
        early = due < closes - dt.timedelta(days=lead)
        assert not early


@given(due=DAYS, as_of=DAYS)
def test_a_proof_of_use_is_reminded_of_three_weeks_before(due, as_of):
    found = evidence_reminder(due, as_of)
    assert found <= due
    if as_of <= due - dt.timedelta(days=21):
        assert found == due - dt.timedelta(days=21)


def test_every_kind_of_body_has_one_answer():
    assert not (NONPROFITS & GROUPS | NONPROFITS & PUBLIC | GROUPS & PUBLIC | NEVER & PUBLIC)
    for kind in InitiativeType:
        answer, why = fit(USUAL, kind, member=True)
        assert kind.label in why
        assert (answer is GrantFit.FITS) == (kind in NONPROFITS)


def test_what_nobody_wrote_down_is_asked():
    assert fit(USUAL, None, member=True) == (GrantFit.ASK, "Die Rechtsform ist nicht eingetragen")
    nobody = USUAL._replace(for_nonprofits=False)
    assert fit(nobody, InitiativeType.ASSOCIATION, member=True)[0] is GrantFit.ASK
    church = fit(USUAL, InitiativeType.CHURCH, member=True)
    assert church == (GrantFit.ASK, "Kirche: Rechtsform klären")


def test_the_rural_area_is_asked_where_the_seat_lies_elsewhere():
    rural = USUAL._replace(rural_only=True)
    inside = fit(rural, InitiativeType.ASSOCIATION, member=True)
    outside = fit(rural, InitiativeType.ASSOCIATION, member=False)
    unknown = fit(rural, InitiativeType.ASSOCIATION, member=None)
    assert inside == (GrantFit.FITS, "Eingetragener Verein; Gebietsliste prüfen")
    assert [one[0] for one in (outside, unknown)] == [GrantFit.ASK, GrantFit.ASK]
    assert fit(rural, InitiativeType.COUNTY, member=False)[0] is GrantFit.NOT


def test_an_agency_programme_is_for_no_club():
    agency = USUAL._replace(for_nonprofits=False, for_agencies=True)
    assert fit(agency, InitiativeType.CHURCH, member=True)[0] is GrantFit.NOT


def test_sums_in_words():
    assert sums(100_000, 750_000, 10) == "1.000 € bis 7.500 €, 10 % Eigenanteil"
    assert sums(None, 250_050, 12.5) == "bis 2.500,50 €, 12,5 % Eigenanteil"
    assert sums(50_000, None, None) == "ab 500 €"
    assert sums(None, None, None) == ""
