"""The gaps of a small office, counted by hand, and their sentences."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.matching.gaps import BLOCK, find_gaps
from ehrenamt_desktop.matching.lists import Setting
from ehrenamt_desktop.model.enums import TermRelation, TermRole
from ehrenamt_desktop.model.facts import (
    OfferFacts,
    OfferTermFact,
    PersonFacts,
    PersonTermFact,
    ProofFact,
)
from ehrenamt_desktop.model.gaps import OUTSIDE
from ehrenamt_desktop.model.matches import Gate
from ehrenamt_desktop.model.rules import time_grid

MONDAY, WEDNESDAY = time_grid.bit(0, 0), time_grid.bit(2, 1)
SOCIAL, HELP, BUS, CULTURE, FIRST_AID, LICENCE = 1, 2, 3, 4, 70, 71


@pytest.fixture
def setting(words, as_of):
    return Setting(words, as_of)


def wish(*ids: int):
    return tuple(PersonTermFact(one, TermRelation.WISH) for one in ids)


def needs(*ids: int):
    return tuple(OfferTermFact(one, TermRole.REQUIRED) for one in ids)


def about(*ids: int):
    return tuple(OfferTermFact(one, TermRole.ABOUT) for one in ids)


def person(number: int, **values) -> PersonFacts:
    return PersonFacts(number, f"Person {number}", f"Frau {number}", **values)


def offer(number: int, **values) -> OfferFacts:
    return OfferFacts(number, f"Angebot {number}", "Verein", **values)


def test_an_offer_nobody_fits_names_the_gate_that_fails_most(setting, places):
    away = {"place": places["Herleshausen"], "max_km": 5.0}
    people = [
        person(1, time_grid=MONDAY),
        person(2, time_grid=MONDAY, **away),
        person(3, time_grid=WEDNESDAY, **away),
    ]
    offers = [offer(1, time_grid=WEDNESDAY, place=places["Sontra"]), offer(2)]
    found = find_gaps(people, offers, setting)
    (gap,) = found.offer_gaps
    assert (gap.id, gap.municipality) == (1, "Sontra")
    assert [(one.gate, one.amount) for one in gap.gates] == [(Gate.TIME, 2), (Gate.DISTANCE, 2)]
    assert gap.why == "Zeit: 2 von 3 Personen können nicht am Mittwochnachmittag"
    assert gap.others == "Entfernung 2"
    assert found.person_gaps == ()


def test_people_nothing_fits_say_what_would_open_most(setting, places):
    strict = person(
        7,
        time_grid=MONDAY,
        place=places["Sontra"],
        max_km=5.0,
        birth_date=dt.date(1990, 1, 1),
    )
    far = {"time_grid": MONDAY, "place": places["Herleshausen"]}
    offers = [
        offer(1, time_grid=WEDNESDAY),
        offer(2, time_grid=WEDNESDAY, max_age=30),
        offer(3, **far),
        offer(4, **far),
        offer(5, **far, max_age=30),
    ]
    (gap,) = find_gaps([strict], offers, setting).person_gaps
    assert (gap.id, gap.gate, gap.opens) == (7, Gate.DISTANCE, 2)
    assert gap.why.startswith("Entfernung: 2 Angebote würden passen, liegen aber zu weit weg (das")
    assert gap.why.endswith("km, Grenze 5 km)")
    (gap,) = find_gaps([strict], offers[:2], setting).person_gaps
    assert gap.why == "Zeit: an einem Mittwochnachmittag würde 1 Angebot passen"
    (gap,) = find_gaps([strict], [offers[1], offers[4]], setting).person_gaps
    assert (gap.gate, gap.opens) == (Gate.AGE, 0)
    assert gap.why == "Überall fehlt mehreres, am häufigsten Alter (2 von 2 Angeboten)"


@pytest.mark.parametrize(
    ("who", "what", "why"),
    [
        ({"birth_date": dt.date(1950, 1, 1)}, {"max_age": 60},
         "Alter: 1 Angebot würde passen, hat aber eine andere Altersgrenze"),
        ({"birth_date": dt.date(2013, 1, 1)}, {"hours_per_week": 20.0, "time_grid": MONDAY},
         "Jugendschutz: 1 Angebot würde passen, hat aber Zeiten, die für Jugendliche nicht "
         "erlaubt sind"),
        ({"proofs": (ProofFact(FIRST_AID, held=False),)}, {"terms": needs(FIRST_AID)},
         "Nachweise: mit Nachweis „Erste Hilfe“ würde 1 Angebot passen"),
        ({"terms": (PersonTermFact(CULTURE, TermRelation.NO),)}, {"terms": about(CULTURE)},
         "Möchte nicht: kommt „Kultur und Musik“ doch infrage, würde 1 Angebot passen"),
    ],
)  # fmt: skip
def test_each_gate_has_its_words(setting, who, what, why):
    found = find_gaps([person(1, **who)], [offer(1, **what)], setting)
    assert [one.why for one in found.person_gaps] == [why]
    assert found.offer_gaps[0].gates[0].amount == 1
    assert found.offer_gaps[0].why.split(":")[0] == why.split(":")[0]


def test_unserved_wishes_by_field_and_municipality(setting, places):
    home = {"place": places["Sontra"], "time_grid": MONDAY}
    people = [
        person(1, **home, terms=wish(CULTURE)),
        person(2, **home, terms=wish(CULTURE, HELP)),
        person(3, place=places["Ulfen"], time_grid=WEDNESDAY, terms=wish(CULTURE, SOCIAL)),
        person(4, place=places["Herleshausen"], terms=wish(CULTURE)),
        person(5, place=places["Ulfen"]._replace(id=9, member=False), terms=wish(CULTURE)),
    ]
    offers = [
        offer(1, terms=about(BUS), time_grid=MONDAY),
        offer(2, terms=about(CULTURE), max_age=3),
    ]
    people = [replace(one, birth_year=1960) for one in people]
    found = find_gaps(people, offers, setting)
    rows = [(one.area, one.municipality, [who.id for who in one.people]) for one in found.wishes]
    assert rows == [
        ("Kultur und Musik", "Sontra", [1, 2, 3]),
        ("Sozialer Bereich", "Sontra", [3]),
        ("Kultur und Musik", "Herleshausen", [4]),
        ("Kultur und Musik", OUTSIDE, [5]),
    ]
    assert [one.idea for one in found.wishes] == [True, False, False, False]
    assert found.wishes[0].title == "Kultur und Musik in Sontra (Idee)"
    assert found.wishes[3].title == "Kultur und Musik (Idee)"


def test_a_proof_that_is_the_only_thing_missing(setting, as_of):
    day = dt.timedelta(days=1)
    people = [
        person(1, proofs=(ProofFact(FIRST_AID, valid_until=as_of - day),)),
        person(2),
        person(3, proofs=(ProofFact(FIRST_AID),)),
        person(4, time_grid=MONDAY),
        person(5, proofs=(ProofFact(LICENCE),)),
    ]
    offers = [
        offer(1, terms=needs(FIRST_AID)),
        offer(2, terms=needs(FIRST_AID), time_grid=WEDNESDAY),
        offer(3, terms=needs(FIRST_AID, LICENCE)),
    ]
    first_aid, licence = find_gaps(people, offers, setting).proofs
    # first aid: 1, 2 and 5 with offers 1 and 2; 4 with offer 1; 5 with offer 3 as well
    assert (first_aid.proof, first_aid.unasked, first_aid.pairs) == ("Erste Hilfe", 3, 8)
    assert [one.id for one in first_aid.people] == [1, 2, 4, 5]
    assert [one.name for one in first_aid.offers] == ["Angebot 1", "Angebot 2", "Angebot 3"]
    # licence: 3 has first aid and lacks it for offer 3
    assert ([one.id for one in licence.people], licence.unasked, licence.pairs) == ([3], 1, 1)


def test_nobody_and_nothing(setting):
    found = find_gaps([], [offer(1)], setting)
    assert (found.offer_gaps, found.person_gaps) == ((), ())
    assert found.summary.startswith("Zurzeit sucht niemand")
    found = find_gaps([person(1, terms=wish(SOCIAL))], [], setting)
    assert (found.offer_gaps, found.person_gaps, len(found.wishes)) == ((), (), 1)
    assert found.summary == "1 Person sucht etwas, aber kein Angebot hat einen freien Platz."


def test_it_can_be_stopped_and_tells_how_far_it_is(setting):
    told = []

    class Stop:
        def step(self, done, total, text=""):
            told.append((done, total))
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        find_gaps([person(one) for one in range(1, BLOCK + 2)], [offer(1)], setting, Stop())
    assert told == [(0, BLOCK + 1), (BLOCK, BLOCK + 1)]


@given(data=st.data())
def test_counts_agree_with_pair_by_pair(data, words, as_of, plain_pair):
    """Blocks and order change nothing: a plain loop over all pairs counts the same."""
    grids = st.sampled_from([0, MONDAY, WEDNESDAY, MONDAY | WEDNESDAY])
    years = st.sampled_from([None, 1950, 1990, 2012])
    people = [
        person(at, time_grid=data.draw(grids), birth_year=data.draw(years))
        for at in range(1, data.draw(st.integers(1, 6)) + 1)
    ]
    limits = st.sampled_from([None, 16, 60])
    offers = [
        offer(at, time_grid=data.draw(grids), min_age=data.draw(limits))
        for at in range(1, data.draw(st.integers(1, 6)) + 1)
    ]
    blocks = {
        (who.number, what.number): plain_pair(who, what, as_of, 0.0).gates.count("BLOCK")
        for who in people
        for what in offers
    }
    found = find_gaps(people, offers, Setting(words, as_of))
    lonely = {o.number for o in offers if all(blocks[p.number, o.number] for p in people)}
    left = {p.number for p in people if all(blocks[p.number, o.number] for o in offers)}
    assert {one.id for one in found.offer_gaps} == lonely
    assert {one.id for one in found.person_gaps} == left
