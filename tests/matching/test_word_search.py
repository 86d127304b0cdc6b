"""Search inside the ranked list: stems, synonyms, narrower words; it narrows and never blocks."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehrenamt_desktop import paths
from ehrenamt_desktop.matching.lists import Setting, offers_for, people_for
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.matching.word_search import WordSearch
from ehrenamt_desktop.model.enums import OfferStatus, TermKind, TermRelation, TermRole
from ehrenamt_desktop.model.facts import OfferFacts, OfferTermFact, PersonFacts, PersonTermFact
from ehrenamt_desktop.model.rows import TermRow

AS_OF = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue():
    """The words a new office begins with, numbered."""
    entries = tomllib.loads((paths.resources() / "catalogue.toml").read_text("utf-8"))["term"]
    number = {(one["kind"], one["code"]): at for at, one in enumerate(entries, start=1)}
    return Vocabulary(
        TermRow(
            number[one["kind"], one["code"]],
            TermKind(one["kind"]),
            one["code"],
            one["label"],
            tuple(one.get("synonyms", ())),
            number.get((one["kind"], one.get("parent"))),
        )
        for one in entries
    )


def term(catalogue, kind, code):
    return next(key for key, one in catalogue.terms.items() if (one.kind, one.code) == (kind, code))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("mit Kindern arbeiten", "Kindern beim Lesen zuhören"),
        ("Kinder", "Kindern beim Lesen zuhören"),
        ("MIT KINDERN", "Kindern beim Lesen zuhören"),
        ("zuhören", "Kindern beim Lesen zuhören"),
        ("Kinder lesen", "Kindern beim Lesen zuhören"),
        ("mit Kindern arb", "Kindern beim Lesen zuhören"),
        ("Gärten pflegen", "Schulgarten pflegen"),
        ("Garten", "In den Gärten am Anger helfen"),
        ("baeume", "Bäume pflanzen"),
        ("Bus", "Bürgerbus fahren"),
        ("arbeiten", "Im Weltladen arbeiten"),
    ],
)
def test_stems_endings_and_synonyms_find(catalogue, question, text):
    assert WordSearch(catalogue, question).fits(text, [])


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("mit Kindern arbeiten", "Im Weltladen arbeiten"),
        ("Kinder fahren", "Kindern beim Lesen zuhören"),
        ("Vorlesen", "Kindern beim Lesen zuhören"),
        ("Feuerwehr", "Vereinsbüro führen"),
    ],
)
def test_what_is_not_said_is_not_found(catalogue, question, text):
    assert not WordSearch(catalogue, question).fits(text, [])


def test_a_term_answers_where_the_text_is_silent(catalogue):
    group = term(catalogue, TermKind.TARGET_GROUP, "KINDER_JUGEND")
    sought = WordSearch(catalogue, "mit Kindern arbeiten")
    assert sought.fits("Hausaufgaben betreuen", [group])
    assert not sought.fits("Hausaufgaben betreuen", [])


def test_a_word_inside_another_name_is_not_that_term(catalogue):
    caring = term(catalogue, TermKind.ACTIVITY, "BETREUEN")
    assert "Kinderbetreuung" in catalogue.terms[caring].synonyms
    sought = WordSearch(catalogue, "mit Kindern arbeiten")
    assert not sought.fits("Betreuungsnachmittag bei Demenz begleiten", [caring])


def test_a_broader_word_finds_the_narrower(catalogue):
    bus = term(catalogue, TermKind.AREA, "BUERGERBUS")
    assert WordSearch(catalogue, "Gemeinwesen").fits("Einmal im Monat fahren", [bus])


def test_another_word_of_the_catalogue_says_the_same(catalogue):
    assert WordSearch(catalogue, "Kinder").fits("Mit Schülern Mathe üben", [])


offers = [
    OfferFacts(1, "Kindern beim Lesen zuhören", "Grundschule Sontra"),
    OfferFacts(2, "Vereinsbüro führen", "Heimatverein Ulfen e. V."),
    OfferFacts(3, "Kinderfest vorbereiten", "Dorfverein", status=OfferStatus.PAUSED),
    OfferFacts(4, "Im Kindergarten singen", "Kita", status=OfferStatus.PAUSED, places_total=0),
]


def test_it_narrows_every_part_of_the_list_and_says_how_many(catalogue):
    person = PersonFacts(1, "Marion Dietzel", "Frau Dietzel")
    whole = offers_for(person, offers, Setting(catalogue, AS_OF))
    found = offers_for(person, offers, Setting(catalogue, AS_OF), search=" mit Kindern arbeiten ")
    assert [one.number for one in found.matches] == [1]
    assert [one.number for one in found.near] == [3]
    assert [one.number for one in found.blocked_rows] == [4]
    assert (found.total, found.near_total, found.blocked) == (1, 1, 1)
    assert (found.searched, found.whole) == ("mit Kindern arbeiten", 4)
    assert found.questions == whole.questions
    assert (whole.searched, whole.whole) == ("", 4)


def test_people_are_found_by_what_they_wish_and_can(catalogue):
    child = term(catalogue, TermKind.TARGET_GROUP, "KINDER_JUGEND")
    wish = PersonTermFact(child, TermRelation.WISH)
    people = [
        PersonFacts(1, "Marion Dietzel", "Frau Dietzel", terms=(wish,)),
        PersonFacts(2, "Horst Gliem", "Herr Gliem"),
        PersonFacts(3, "Ida Kind", "Frau Kind"),
        PersonFacts(4, "Jo Rabe", "Jo Rabe", terms=(PersonTermFact(child, TermRelation.NO),)),
    ]
    offer = OfferFacts(1, "Kindern beim Lesen zuhören", "Grundschule Sontra")
    found = people_for(offer, people, Setting(catalogue, AS_OF), search="Kinder")
    assert {one.number for one in found.matches} == {1, 3}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30), st.lists(st.text(max_size=20), min_size=1, max_size=6))
def test_any_text_narrows_and_never_changes_order_or_gates(catalogue, question, titles):
    person = PersonFacts(1, "A", "A")
    rows = [replace(offers[at % 4], number=at + 1, title=title) for at, title in enumerate(titles)]
    setting = Setting(catalogue, AS_OF)
    whole, found = (
        offers_for(person, rows, setting),
        offers_for(person, rows, setting, search=question),
    )
    kept = [one.number for one in found.matches]
    assert [one for one in whole.matches if one.number in kept] == list(found.matches)
    assert {one.number for one in found.near} <= {one.number for one in whole.near}
    if not question.strip():
        assert found == whole


def test_a_title_finds_itself(catalogue):
    about = OfferTermFact(term(catalogue, TermKind.ACTIVITY, "VORLESEN"), TermRole.ABOUT)
    for title in ("Wäsche zusammenlegen", "Über Land fahren", "Ans Telefon gehen"):
        offer = OfferFacts(1, title, "Verein", terms=(about,))
        found = offers_for(
            PersonFacts(1, "A", "A"), [offer], Setting(catalogue, AS_OF), search=title
        )
        assert found.total == 1
