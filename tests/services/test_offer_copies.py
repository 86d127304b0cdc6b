"""Offers copied as a template and to several villages, paused until a day."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import OfferStage, OfferStatus, TermKind
from ehrenamt_desktop.model.queries import ListQuery

DAY = dt.date(2026, 11, 23)


def test_a_template_keeps_what_holds_for_another_task(office):
    sport = term_id(office, TermKind.AREA, "SPORT")
    number = offer(
        office, terms=[{"term_id": sport, "role": "about"}], confirmed_on=DAY, places_total=3,
        starts_on=dt.date(2026, 5, 1), ends_on=dt.date(2026, 12, 31), teaser="Gemeinsam laufen",
    )  # fmt: skip
    copy = office.lists.offer(office.offers.copy(number))
    assert copy.row.stage is OfferStage.DRAFT
    assert copy.values["title"] == "Kindern vorlesen"
    assert copy.values["teaser"] == "Gemeinsam laufen"
    assert copy.values["places_total"] == 3
    assert [one.term_id for one in copy.terms] == [sport]
    assert copy.values["entered_on"] == DAY
    assert (copy.values["confirmed_on"], copy.values["starts_on"], copy.values["ends_on"]) == (
        None, None, None,
    )  # fmt: skip
    assert copy.elsewhere == ()
    office.history.undo()
    assert office.lists.offers.ids(ListQuery()) == [number]


def test_a_template_never_carries_the_helped_person(office):
    number = offer(
        office, kind="help_request", helped_name="Erna Beispiel", helped_phone="05653 1",
        helped_consent_on=DAY,
    )  # fmt: skip
    values = office.lists.offer(office.offers.copy(number)).values
    assert (values["helped_name"], values["helped_phone"]) == ("", "")
    assert values["helped_consent_on"] is None


def test_the_same_offer_in_several_villages_is_one_step(office):
    ulfen, dens, suess = (place_id(office, name) for name in ("Ulfen", "Dens", "Süß"))
    number = offer(office, place_id=ulfen, location="Hinter der Kirche")
    numbers = office.offers.spread(number, [dens, suess])
    made = [office.lists.offer(one) for one in numbers]
    assert [one.row.place for one in made] == ["Dens (Nentershausen)", "Süß (Nentershausen)"]
    assert {one.row.stage for one in made} == {OfferStage.OPEN}
    assert {one.values["location"] for one in made} == {""}
    first = office.lists.offer(number)
    assert [one.id for one in first.elsewhere] == numbers
    assert [one.id for one in made[0].elsewhere] == [numbers[1], number]
    office.history.undo()
    assert office.lists.offers.ids(ListQuery()) == [number]


def test_a_village_has_an_offer_once(office):
    ulfen, dens, bauhaus = (place_id(office, name) for name in ("Ulfen", "Dens", "Bauhaus"))
    number = offer(office, place_id=ulfen)
    (copy,) = office.offers.spread(number, [dens])
    for asked, wanted in ((number, dens), (copy, ulfen)):
        with pytest.raises(DomainError, match="gibt es dieses Angebot schon"):
            office.offers.spread(asked, [bauhaus, wanted])
    assert len(office.lists.offers.ids(ListQuery())) == 2
    with pytest.raises(DomainError, match="mindestens einen"):
        office.offers.spread(number, [])


def test_help_for_one_person_stays_in_one_village(office):
    number = offer(office, kind="help_request")
    with pytest.raises(DomainError, match="einzige Person"):
        office.offers.spread(number, [place_id(office, "Dens")])


def matched(office, person: int) -> list[int]:
    return [one.number for one in office.matching.offers_for(person).matches]


def test_a_paused_offer_wakes_by_itself(office):
    number = offer(office, place_id=place_id(office, "Ulfen"))
    person = adult(office)
    assert matched(office, person) == [number]
    office.offers.pause(number, DAY + dt.timedelta(days=14))
    assert office.lists.offer(number).row.stage is OfferStage.PAUSED
    assert office.lists.board_places() == ()
    assert matched(office, person) == []
    with pytest.raises(DomainError, match="pausiert"):
        office.placements.propose(person, [number])
    with clock.frozen(DAY + dt.timedelta(days=14)):
        assert office.lists.offers.ids(ListQuery(filters={"stage": ("open",)})) == []
    with clock.frozen(DAY + dt.timedelta(days=15)):
        assert office.lists.offers.ids(ListQuery(filters={"stage": ("open",)})) == [number]
        assert [place.name for place in office.lists.board_places()] == ["Ulfen"]
        assert matched(office, person) == [number]
        assert office.placements.propose(person, [number])


def test_a_pause_ends_with_the_next_step_and_never_lies_in_the_past(office):
    number = offer(office)
    with pytest.raises(InvalidDraft):
        office.offers.pause(number, DAY - dt.timedelta(days=1))
    office.offers.pause(number, DAY + dt.timedelta(days=1))
    office.offers.publish(number)
    assert office.lists.offer(number).values["paused_until"] is None
    office.offers.pause(number, DAY)
    office.offers.archive(number)
    values = office.lists.offer(number).values
    assert (values["status"], values["paused_until"]) == (OfferStatus.ARCHIVED, None)


def test_an_archived_initiative_lets_no_offer_wake(office):
    number = offer(office)
    office.offers.pause(number, DAY + dt.timedelta(days=1))
    office.initiatives.archive(office.lists.offer(number).row.initiative_id)
    assert office.lists.offer(number).values["paused_until"] is None
