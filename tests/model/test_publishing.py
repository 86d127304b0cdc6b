"""What must not be published is found; ordinary words of offers are left alone."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop import paths
from ehrenamt_desktop.model.rules.publishing import (
    FREE_FIELDS,
    Context,
    KnownName,
    check,
    findings,
    name_candidates,
)

DAY = dt.date(2026, 11, 23)
NAMES = (
    KnownName("Anna", "Koch"), KnownName("Marion", "Dietzel"), KnownName("", "Krapf"),
    KnownName("Ernst", "Sommer"), KnownName("Horst", "Gliem", agreed=True),
    KnownName("Adelheid", "von Boyneburg"), KnownName("Ina", "Meyer-Krause"),
)  # fmt: skip
OFFICE = Context(DAY, names=NAMES, public=frozenset({"ulfen"}))
HELP = Context(
    DAY, helped=True, helped_name="Frau Erna Beispiel", places=frozenset({"ulfen", "breitau"})
)


def found(text: str, context: Context = OFFICE, key: str = "teaser") -> list[tuple[str, bool]]:
    return [(one.words, one.firm) for one in check({key: text}, context)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Frau Kessler begleiten", "Frau Kessler"),
        ("mit frau Kessler spazieren", "frau Kessler"),
        ("Hilfe für Frau K. gesucht", "Frau K."),
        ("Einkaufen für Herrn B", "Herrn B"),
        ("bei Familie Sommer", "Familie Sommer"),
        ("Fr. Dr. Lange besuchen", "Fr. Dr. Lange"),
        ("Bitte 05653 1234 anrufen", "05653 1234"),
        ("Rückruf: +49 5653 91234", "+49 5653 91234"),
        ("Tel. 4711", "4711"),
        ("die Tel.-Nr. 90279 6021", "90279 6021"),
        ("unter 902 79 61 12 melden", "902 79 61 12"),
        ("unter der Nummer 089/43 60 85 00", "089/43 60 85 00"),
        ("Mo 09:00 Uhr, 05653 91234", "05653 91234"),
        ("anna@example.org", "anna@example.org"),
        ("anna (at) example.org", "anna (at) example.org"),
        ("Eine 83-jährige Nachbarin freut sich", "83-jährige"),
        ("eine 75jährige Seniorin", "75jährige"),
        ("Sie ist 84 Jahre alt", "ist 84 Jahre"),
        ("geb. 12.3.1944", "geb. 12.3.1944"),
        ("geboren am 3. Mai 1950", "geboren am 3. Mai 1950"),
        ("Jahrgang 1944", "Jahrgang 1944"),
        ("*12.03.1944", "*12.03.1944"),
        ("Marion Dietzel freut sich", "Marion Dietzel"),
        ("Dietzel, Marion", "Marion Dietzel"),
        ("Anna Kochs Garten", "Anna Koch"),
        ("mit Ina Meyer-Krause", "Ina Meyer-Krause"),
    ],
)
def test_what_names_or_reaches_somebody_keeps_an_offer_back(text, words):
    assert (words, True) in found(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dietzel freut sich", "Dietzel"),
        ("bei Krapf im Garten", "Krapf"),
        ("Dietzels Hund ausführen", "Dietzels"),
        ("mit von Boyneburg", "von Boyneburg"),
        ("Oma Erna besuchen", "Oma Erna"),
        ("am 12.03.1950", "12.03.1950"),
        ("Lindenstraße 12", "Lindenstraße 12"),
        ("Lange Straße 7 a", "Lange Straße 7 a"),
        ("Am Markt 3, 36205 Sontra", "Am Markt 3"),
    ],
)
def test_what_may_be_harmless_is_only_asked(text, words):
    assert found(text) == [(words, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Ältere Nachbarn zum Einkauf bringen.", "Do 8–12 Uhr", "Herrliche Wanderwege",
        "Eine Frau oder ein Mann ab 14 Jahren", "Familien begleiten", "am 12.12.2026",
        "12 Plätze, 3 Stunden", "Familie und Beruf", "Herr der Ringe", "Frau Holle spielen",
        "08.06./20.07./24.08./21.09./19.10.", "Mo., Mi. und Fr. Nachmittags", "Fr. ab 14 Uhr",
        "Koch oder Köchin gesucht", "Im Sommer", "Anna-Koch-Schule unterstützen", "seit 12.05.2006",
        "6- bis 10-jährige Kinder", "50-jähriges Jubiläum", "14-jährige und ältere Jugendliche",
        "mindestens 16 Jahre alt", "Der Verein ist 100 Jahre alt", "Sie sind 18 Jahre alt",
        "Sportplatz 2 Stunden", "Marktplatz um 10 Uhr", "Im Monat 4 Stunden", "Weg 5 km",
        "Im Team 3 bis 5 Leute", "ca. 14.30 – 17.30 Uhr", "200 Jahre Feuerwehr", "1.000 Euro",
        "bis 31.12.2027", "Kinder unter 14 Jahren", "2 bis 3 Stunden, 14-tägig", "in Ulfen",
        "Jugendliche von 12 bis 18", "von 09.00 - 12.00", "Horst Gliem hilft", "Am Samstag 5.",
        "DATEV 2024/2025", "Gruppen mit 15-20 Personen", "Raum 12 im Rathaus",
    ],
)  # fmt: skip
def test_ordinary_words_raise_no_alarm(text):
    assert found(text) == []


def test_an_alarm_says_what_to_do():
    (one,) = check({"teaser": "Frau Kessler begleiten"}, OFFICE)
    assert one.sentence.endswith("Auf Aushängen stehen keine Namen.")
    assert one.advice.startswith("Lassen Sie den Namen weg")


def test_the_long_description_reaches_no_board_and_is_only_asked_about():
    assert found("Frau Kessler, 05653 1234", key="description") == [
        ("Frau Kessler", False), ("05653 1234", False),
    ]  # fmt: skip


def test_a_public_meeting_point_may_have_an_address():
    assert found("Rathaus, Marktplatz 6", key="location") == []


def test_help_for_one_person_names_neither_person_nor_village_nor_house():
    assert found("Einkaufen für Erna in Ulfen, Lindenstraße 12", HELP) == [
        ("Erna", True), ("Ulfen", True), ("Lindenstraße 12", True),
    ]  # fmt: skip
    assert found("Eine Frau beim Einkauf begleiten", HELP) == []


def test_the_form_alone_tells_enough_while_somebody_types():
    assert findings("Frau Kessler, Tel. 05653 1234") == (
        "Hier steht ein Name. Auf Aushängen stehen keine Namen.",
        "Hier steht eine Telefonnummer. Auf Aushängen steht nur die der Agentur.",
    )
    assert findings("Marion Dietzel") == ()


def test_surnames_are_looked_up_with_their_particles():
    assert {"dietzels", "dietzel", "von boyneburg", "meyer krause"} <= name_candidates(
        ["Dietzels Hund, Adelheid von Boyneburg", "Meyer-Krause"]
    )


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def test_no_word_of_the_invented_offers_raises_an_alarm():
    told = tomllib.loads((paths.resources() / "demo" / "offers.toml").read_text(encoding="utf-8"))
    every = list(texts(told))
    assert len(every) > 500
    assert [one for one in every if found(one, Context(DAY), "description")] == []


@given(st.dictionaries(st.sampled_from(FREE_FIELDS), st.text(max_size=300)))
def test_any_text_is_read_without_harm(given_texts):
    for one in check(given_texts, OFFICE):
        assert one.key in given_texts
        assert one.words
        assert one.sentence


def test_fifty_thousand_signs_are_read_at_once():
    for piece in ("Frau ", "0 ", "1.", "a@", "Am Markt ", "ist 8 ", "Dr. ", "-", "ä9"):
        check({"description": piece * (50_000 // len(piece))}, OFFICE)
