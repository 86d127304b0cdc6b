"""Initiatives and offers: entered, checked before publishing, confirmed, archived."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import offer, place_id

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import Freshness, OfferStage
from ehrenamt_desktop.model.queries import ListQuery


def keys(call) -> set[str]:
    with pytest.raises(InvalidDraft) as caught:
        call()
    return {field.key for field in caught.value.fields}


def test_an_offer_needs_an_initiative_and_a_title(office):
    assert keys(lambda: office.offers.save({"title": "x"})) == {"initiative_id"}
    assert keys(lambda: office.offers.save({"title": "x", "initiative_id": 77})) == {
        "initiative_id"
    }
    assert keys(lambda: offer(office, title="  ")) == {"title"}


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("title", "Frau Kessler begleiten"),
        ("teaser", "Hilfe für Frau K. gesucht"),
        ("location", "bei Familie Sommer"),
        ("requirements", "Bitte 05653 1234 anrufen"),
        ("time_text", "fragen Sie anna@example.org"),
        ("teaser", "Eine 83-jährige Nachbarin freut sich"),
    ],
)
def test_nothing_that_reaches_somebody_is_published(office, key, text):
    assert keys(lambda: offer(office, **{key: text})) == {key}
    number = offer(office, status="draft", **{key: text})
    with pytest.raises(DomainError):
        office.offers.publish(number)
    assert office.lists.offer(number).row.stage is OfferStage.DRAFT


def test_the_helped_person_is_never_in_a_public_text(office):
    helped = {
        "kind": "help_request",
        "helped_name": "Erna Beispiel",
        "helped_consent_on": dt.date(2026, 11, 1),
    }
    assert keys(lambda: offer(office, teaser="Einkaufen für Erna", **helped)) == {"teaser"}
    number = offer(office, teaser="Einmal in der Woche einkaufen", **helped)
    assert office.lists.offer(number).row.stage is OfferStage.OPEN


def test_the_helped_person_is_kept_only_with_consent(office):
    assert keys(lambda: offer(office, kind="help_request", helped_name="Erna Beispiel")) == {
        "helped_consent_on"
    }


def test_confirming_makes_an_offer_fresh(office):
    number = offer(office, entered_on=dt.date(2026, 1, 1))
    assert office.lists.offer(number).row.freshness is Freshness.STALE
    office.offers.confirm(number)
    assert office.lists.offer(number).row.freshness is Freshness.FRESH
    office.history.undo()
    assert office.lists.offer(number).row.freshness is Freshness.STALE


def test_the_steps_of_an_offer(office):
    number = offer(office, status="draft")
    stages = []
    for step in ("publish", "pause", "publish", "archive", "reopen"):
        getattr(office.offers, step)(number)
        stages.append(office.lists.offer(number).row.stage.value)
    assert stages == ["open", "paused", "open", "archived", "draft"]


def test_a_contact_that_an_offer_names_cannot_be_removed(office):
    initiative = office.initiatives.save({"name": "Heimatverein"})
    contact = office.initiatives.save_contact(initiative, {"last_name": "Gliem"})
    other = office.initiatives.save_contact(initiative, {"last_name": "Krapf", "deputy": True})
    offer(office, initiative_id=initiative, contact_id=contact)
    with pytest.raises(DomainError, match="nennt diese Ansprechperson"):
        office.initiatives.remove_contact(contact)
    office.initiatives.remove_contact(other)
    assert [one.name for one in office.lists.initiative(initiative).contacts] == ["Gliem"]


def test_an_offer_takes_only_a_contact_of_its_initiative(office):
    stranger = office.initiatives.save_contact(
        office.initiatives.save({"name": "Fremd"}), {"last_name": "Gliem"}
    )
    assert keys(lambda: offer(office, contact_id=stranger)) == {"contact_id"}


def test_an_initiatives_new_name_finds_its_offers(office):
    number = offer(office)
    initiative = office.lists.offer(number).row.initiative_id
    office.initiatives.save({"name": "Dorfbücherei Weißenborn"}, initiative)
    assert office.lists.offers.ids(ListQuery(text="weissenborn dorfb")) == [number]
    office.history.undo()
    assert office.lists.offers.ids(ListQuery(text="weissenborn dorfb")) == []


def test_lists_of_offers_filter_by_stage_and_place(office):
    ulfen = place_id(office, "Ulfen")
    first = offer(office, place_id=ulfen)
    second = offer(office, title="Alt", ends_on=dt.date(2026, 1, 1))
    ids = office.lists.offers.ids
    assert ids(ListQuery(filters={"stage": ("expired",)})) == [second]
    assert ids(ListQuery(filters={"place": (str(ulfen),)})) == [first]
    assert [place.name for place in office.lists.board_places()] == ["Ulfen"]


def test_ordinary_words_of_a_helped_name_are_no_secret(office):
    helped = {
        "kind": "help_request",
        "helped_name": "Frau Adelheid von Boyneburg",
        "helped_consent_on": dt.date(2026, 11, 1),
    }
    offer(office, teaser="Eine Frau von nebenan beim Einkauf begleiten", **helped)
    assert keys(lambda: offer(office, teaser="Mit Adelheid spazieren", **helped)) == {"teaser"}


def test_an_archived_initiative_takes_its_offers_off_the_boards(office):
    number = offer(office)
    initiative = office.lists.offer(number).row.initiative_id
    office.initiatives.archive(initiative)
    assert office.lists.offer(number).row.stage is OfferStage.PAUSED
    office.history.undo()
    assert office.lists.offer(number).row.stage is OfferStage.OPEN


def test_offers_that_suit_the_young_or_teach_something_are_found(office):
    free = offer(office)
    young = offer(office, title="Jugendtreff", fit_youth=True, min_age=14)
    grown = offer(office, title="Nachtdienst", fit_youth=True, min_age=18)
    teaching = offer(office, title="Dorfladen", fit_job_seeker=True, teaches="Umgang mit der Kasse")

    def found(*suits, text=""):
        return set(office.lists.offers.ids(ListQuery(text=text, filters={"suits": suits})))

    assert found("youth") == {young}
    assert found("teaches") == found("job_seeker") == {teaching}
    assert found("youth", "teaches") == {young, teaching}
    assert found() == {free, young, grown, teaching}
    assert set(office.lists.offers.ids(ListQuery(text="kasse"))) == {teaching}
