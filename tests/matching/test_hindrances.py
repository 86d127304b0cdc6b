"""What speaks against a possible pair stands in its row, with a sign of its own."""

from __future__ import annotations

import datetime as dt

import pytest

from ehrenamt_desktop.matching.lists import Setting, offers_for
from ehrenamt_desktop.model.enums import Level, Rhythm, TermRelation, TermRole
from ehrenamt_desktop.model.facts import OfferFacts, OfferTermFact, PersonFacts, PersonTermFact
from ehrenamt_desktop.model.matches import ReasonKind
from ehrenamt_desktop.model.rules.time_grid import from_parts

AS_OF = dt.date(2026, 11, 22)
WISH, HAS = TermRelation.WISH, TermRelation.HAS
ABOUT, REQUIRED = TermRole.ABOUT, TermRole.REQUIRED


def row_of(words, person, offer):
    found = offers_for(
        PersonFacts(1, "A", "A", **person),
        [OfferFacts(1, "T", "V", **offer)],
        Setting(words, AS_OF),
    )
    (match,) = found.matches
    return match


def against(match):
    return [part.text for part in match.reason if part.kind is ReasonKind.HINDERS]


@pytest.mark.parametrize(
    ("person", "offer", "words_said"),
    [
        (
            {"rhythm": Rhythm.WEEKLY},
            {"rhythm": Rhythm.ONCE},
            "anderer Rhythmus: einmalig",
        ),
        (
            {"time_grid": from_parts([(0, 0)]), "hours_per_week": 1},
            {"time_grid": from_parts([(0, 0), (1, 0)]), "hours_per_week": 8},
            "wenig gemeinsame Zeit",
        ),
        (
            {"terms": (PersonTermFact(32, HAS),)},
            {"terms": (OfferTermFact(31, REQUIRED),)},
            "nicht genannt: Holzarbeiten",
        ),
        (
            {"terms": (PersonTermFact(41, HAS),)},
            {"terms": (OfferTermFact(40, REQUIRED, Level.GOOD),)},
            "Sprache gewünscht: Deutsch",
        ),
        (
            {"available_from": dt.date(2027, 3, 1)},
            {},
            "frei erst ab 01.03.2027",
        ),
        (
            {"terms": (PersonTermFact(12, WISH),)},
            {"terms": (OfferTermFact(11, ABOUT),)},
            "andere Tätigkeit als gewünscht",
        ),
        (
            {"terms": (PersonTermFact(4, WISH),)},
            {"terms": (OfferTermFact(2, ABOUT),)},
            "anderer Bereich als gewünscht",
        ),
        (
            {"terms": (PersonTermFact(20, WISH),)},
            {"terms": (OfferTermFact(21, ABOUT),)},
            "andere Zielgruppe als gewünscht",
        ),
    ],
)
def test_a_value_near_zero_is_named(words, person, offer, words_said):
    assert against(row_of(words, person, offer)) == [words_said]


def test_a_distance_at_the_limit_hinders_and_is_no_fit(words, places):
    person = {"place": places["Wichmannshausen"], "max_km": 5.3}
    match = row_of(words, person, {"place": places["Sontra"]})
    assert against(match) == ["weiter Weg (Grenze 5,3 km)"]
    assert ReasonKind.FITS not in [part.kind for part in match.reason]


def test_fits_question_and_hindrance_share_a_row_of_three(words):
    person = {
        "time_grid": from_parts([(1, 1)]), "hours_per_week": 2, "rhythm": Rhythm.SEVERAL,
        "terms": (PersonTermFact(12, WISH),),
    }  # fmt: skip
    offer = {
        "time_grid": from_parts([(1, 1)]), "hours_per_week": 2, "rhythm": Rhythm.ONCE,
        "terms": (OfferTermFact(12, ABOUT), OfferTermFact(20, ABOUT)), "trial_possible": True,
    }  # fmt: skip
    match = row_of(words, person, offer)
    assert [part.kind for part in match.reason] == [
        ReasonKind.FITS, ReasonKind.ASK, ReasonKind.HINDERS,
    ]  # fmt: skip


def test_a_wish_of_the_offer_that_is_not_met_hinders_nobody(words):
    offer = {"terms": (OfferTermFact(31, TermRole.WISHED),)}
    assert against(row_of(words, {"terms": (PersonTermFact(32, HAS),)}, offer)) == []


def test_nothing_unknown_is_called_a_hindrance(words):
    assert against(row_of(words, {}, {"terms": (OfferTermFact(12, ABOUT),)})) == []
