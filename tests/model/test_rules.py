"""The pure rules of the field."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.enums import (
    ConsentScope,
    LegalBasis,
    OfferKind,
    PlacementState,
    Rhythm,
    Salutation,
)
from ehrenamt_desktop.model.rules import board, placing, time_grid
from ehrenamt_desktop.model.rules.age import Age, age
from ehrenamt_desktop.model.rules.distance import kilometres
from ehrenamt_desktop.model.rules.handover import (
    ConsentFact,
    handover_refusal,
    keeping_refusal,
)
from ehrenamt_desktop.model.rules.publishing import findings
from ehrenamt_desktop.model.rules.salutation import dative, greeting, polite_name

DAY = dt.date(2026, 11, 23)
DATES = st.dates(dt.date(1900, 1, 1), dt.date(2026, 11, 23))
GRIDS = st.integers(0, time_grid.FULL)


@given(GRIDS)
def test_hours_count_dayparts(grid):
    assert time_grid.hours(grid) == 4 * len(time_grid.parts(grid))


@given(DATES, DATES)
def test_a_year_alone_holds_the_true_age(born, today):
    if born > today:
        return
    exact = age(born, None, today)
    rough = age(None, born.year, today)
    assert exact.low == exact.high
    assert rough.low is not None
    assert rough.high is not None
    assert rough.low <= exact.low <= rough.high
    assert rough.may_be_minor or exact.surely_adult
    assert rough.high - rough.low == 1


def test_birthdays_count_from_the_day_itself():
    assert age(dt.date(2008, 11, 23), None, DAY) == Age(18, 18)
    assert age(dt.date(2008, 11, 24), None, DAY) == Age(17, 17)
    assert age(dt.date(2008, 2, 29), None, dt.date(2026, 2, 28)) == Age(17, 17)


def facts(*scopes: ConsentScope, guardian: bool = False) -> list[ConsentFact]:
    return [ConsentFact(scope, dt.date(2026, 11, 1), by_guardian=guardian) for scope in scopes]


HAND = ConsentScope.HANDOVER
ADULT, CHILD = Age(30, 30), Age(15, 15)


def refusal(years, consents, basis=LegalBasis.CONSENT, **more):
    return handover_refusal(years, basis, consents, DAY, **more)


def test_an_adult_needs_consent_or_the_offices_decision():
    assert refusal(ADULT, facts(HAND)) is None
    assert refusal(ADULT, []) is not None
    assert refusal(ADULT, [], by_public_task=True) is None
    assert refusal(ADULT, facts(HAND), LegalBasis.OPEN) is not None


def test_a_minor_needs_both_from_the_guardian_whatever_the_office_decided():
    both = facts(HAND, ConsentScope.ACTIVITY, guardian=True)
    assert refusal(CHILD, both) is None
    assert refusal(CHILD, facts(HAND, ConsentScope.ACTIVITY), by_public_task=True) is not None
    for missing in both:
        left = [one for one in both if one is not missing]
        assert missing.scope.label in str(refusal(CHILD, left))


def test_a_possible_minor_is_asked_for_the_date():
    assert "Geburtsdatum" in str(refusal(Age(17, 18), facts(HAND)))
    assert "Geburtsjahr" in str(refusal(Age(None, None), facts(HAND)))


def test_consents_hold_between_giving_and_withdrawal():
    given_on, withdrawn = dt.date(2026, 11, 1), dt.date(2026, 11, 10)
    fact = ConsentFact(HAND, given_on, withdrawn)
    assert [fact.holds(dt.date(2026, 11, day)) for day in (1, 9, 10)] == [True, True, False]
    assert not fact.holds(dt.date(2026, 10, 31))


def test_of_a_minor_a_name_and_a_number_may_be_kept():
    assert keeping_refusal(CHILD, {"last_name", "phone", "birth_date"}, False) is None
    assert keeping_refusal(CHILD, {"last_name", "email"}, False) is not None
    assert keeping_refusal(CHILD, {"last_name", "email"}, True) is None
    assert keeping_refusal(ADULT, {"email"}, False) is None


@given(st.sampled_from(list(PlacementState)), DATES)
def test_reminders_fall_on_working_days_after_the_step(state, on):
    for reminder in placing.reminders(state, on):
        assert reminder.due_on > on
        assert reminder.due_on.weekday() < 5


@given(st.sampled_from(list(PlacementState)), st.sampled_from(list(PlacementState)))
def test_a_step_is_allowed_exactly_where_the_chain_has_it(before, after):
    refused = placing.step_refusal(before, after, reason_given=True)
    assert (refused is None) == (after in placing.NEXT[before])


@given(st.floats(-89, 89), st.floats(-179, 179), st.floats(-89, 89), st.floats(-179, 179))
def test_distances_are_the_same_both_ways(lat_a, lon_a, lat_b, lon_b):
    there = kilometres(lat_a, lon_a, lat_b, lon_b)
    assert there == pytest.approx(kilometres(lat_b, lon_b, lat_a, lon_a))
    assert 0 <= there <= 20_016


def test_a_known_distance():
    # Sontra to Ulfen: 0.0247° south, 0.0816° east at 51° north, some 6.3 km
    assert kilometres(51.06839, 9.934477, 51.043655, 10.016028) == pytest.approx(6.33, abs=0.05)


@pytest.mark.parametrize(
    "text",
    ["Frau K. sucht Hilfe", "Familie Sommer", "Tel. 05653 1234", "+49 171 2345678",
     "schreiben an a.b@example.org", "eine 83-jährige Dame", "Fr. Kaiser", "Hr. Meier hilft",
     "84 Jahre alt", "Mo 09:00 Uhr, 05653 91234"],
)  # fmt: skip
def test_what_reaches_somebody_is_found(text):
    assert findings(text)


@pytest.mark.parametrize(
    "text",
    ["Ältere Nachbarn zum Einkauf bringen.", "Do 8–12 Uhr", "Eine Frau oder ein Mann ab 14 Jahren",
     "Familien begleiten", "12 Plätze, 3 Stunden", "Herrliche Wanderwege", "am 12.12.2026"],
)  # fmt: skip
def test_ordinary_words_are_left_alone(text):
    assert findings(text) == ()


def test_greetings_follow_the_salutation():
    assert greeting(Salutation.MS, "Dr.", "Eva", "Neu") == "Sehr geehrte Frau Dr. Neu"
    assert greeting(Salutation.MR, "", "Jan", "Alt") == "Sehr geehrter Herr Alt"
    assert greeting(Salutation.NEUTRAL, "", "Kim", "Alt") == "Guten Tag Kim Alt"
    assert greeting(None, "", "", "") == "Sehr geehrte Damen und Herren"
    assert polite_name(None, "", "Kim", "Alt") == "Kim Alt"


def test_a_polite_name_is_declined_where_the_sentence_needs_it():
    names = ((Salutation.MR, "Herrn Dr. Alt"), (Salutation.MS, "Frau Dr. Alt"))
    for salutation, told in names:
        assert dative(polite_name(salutation, "Dr.", "Kim", "Alt")) == told
    assert dative("Herrmann Herr") == "Herrmann Herr"


def test_the_public_side_of_an_offer():
    assert board.where(OfferKind.HELP_REQUEST, "Weg 3", "Ulfen", "Sontra", False) == (
        "Gemeinde Sontra"
    )
    assert board.where(OfferKind.OFFER, "", "Ulfen", "Sontra", False) == "Ulfen"
    grid = time_grid.from_parts([(3, 0)])
    assert board.when("Do 8–12 Uhr", grid, Rhythm.ONCE, DAY, None) == "Do 8–12 Uhr"
    assert board.when("", grid, Rhythm.WEEKLY, None, None) == "Do vormittags"
    assert board.when("", 0, Rhythm.ONCE, DAY, DAY) == "am 23.11.2026"
    assert board.when("", 0, Rhythm.MONTHLY, None, None) == "monatlich"
    assert board.when("", 0, None, None, None) == "nach Absprache"
    assert board.needs("", 14, None) == "ab 14 Jahren"
    assert board.needs("", None, None) == "klären wir mit Ihnen"


@given(DATES)
def test_a_sheet_hangs_to_the_end_of_the_third_month(day):
    until = board.hangs_until(day)
    assert (until + dt.timedelta(days=1)).day == 1
    assert 89 <= (until - day).days <= 124
