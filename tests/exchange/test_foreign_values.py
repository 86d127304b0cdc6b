from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.exchange import values
from ehrenamt_desktop.exchange.table import Cell
from ehrenamt_desktop.exchange.values import BadCell, Reading
from ehrenamt_desktop.exchange.words import Words
from ehrenamt_desktop.model.columns.fields import Field, FieldKind, by_key
from ehrenamt_desktop.model.enums import Rhythm, Salutation, TermKind
from ehrenamt_desktop.model.rules import time_grid

TODAY = dt.date(2026, 11, 22)
PEOPLE, OFFERS = by_key("people"), by_key("offers")


@pytest.fixture
def reading(words: Words) -> Reading:
    return Reading(words, TODAY)


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        (PEOPLE["birth_date"], "1.2.1990", dt.date(1990, 2, 1)),
        (PEOPLE["birth_date"], dt.datetime.fromisoformat("1990-02-01"), dt.date(1990, 2, 1)),
        (PEOPLE["birth_date"], "3.5.45", dt.date(1945, 5, 3)),
        (PEOPLE["birth_year"], "1961", 1961),
        (PEOPLE["birth_year"], 1961, 1961),
        (PEOPLE["postcode"], 4109, "04109"),
        (PEOPLE["postcode"], "D-36205", "36205"),
        (PEOPLE["phone"], 565397770, "0565397770"),
        (PEOPLE["phone"], 4917012345678, "+4917012345678"),
        (PEOPLE["phone"], " 05653 /  9777 ", "05653 / 9777"),
        (PEOPLE["phone"], "'05653 9777", "05653 9777"),
        (PEOPLE["postcode"], "04103", "04103"),
        (PEOPLE["postcode"], "'04103", "04103"),
        (PEOPLE["birth_date"], "'1.2.1990", dt.date(1990, 2, 1)),
        (PEOPLE["number"], "00012", 12),
        (PEOPLE["street"], 12, "12"),
        (PEOPLE["max_km"], "12,5", 12.5),
        (PEOPLE["max_km"], "10 km", 10.0),
        (PEOPLE["hours_per_week"], "2.5", 2.5),
        (PEOPLE["hours_per_week"], "3 Std.", 3.0),
        (PEOPLE["hours_per_week"], "-", None),
        (PEOPLE["salutation"], "Frau", Salutation.MS),
        (PEOPLE["salutation"], "Male", Salutation.MR),
        (PEOPLE["time_grid"], "Mo vormittags", time_grid.bit(0, 0)),
        (PEOPLE["adviser_note"], "eins\r\n zwei \x00", "eins\n zwei"),
        (PEOPLE["last_name"], "\ud800Süß\u202e", "Süß"),
        (PEOPLE["last_name"], "  ", None),
        (OFFERS["places_total"], "1.200", 1200),
        (OFFERS["allowance_month"], "1.234,50 €", 1234.5),
        (OFFERS["needs_efz"], "ja", True),
        (OFFERS["needs_efz"], "X", True),
        (OFFERS["needs_efz"], "✓", True),
        (OFFERS["needs_efz"], 0, False),
        (OFFERS["needs_efz"], True, True),
        (OFFERS["rhythm"], "wöchentlich", Rhythm.WEEKLY),
        (OFFERS["title"], dt.date(2026, 5, 1), "01.05.2026"),
    ],
)
def test_reads_cells(field: Field, cell: Cell, value: object, reading: Reading) -> None:
    assert values.read(field, cell, reading) == value
    assert reading.notes == []


@pytest.mark.parametrize(
    ("field", "cell", "sentence"),
    [
        (PEOPLE["birth_date"], "31.2.1990", "Geburtsdatum: „31.2.1990“ ist kein Datum."),
        (PEOPLE["birth_date"], dt.date(2030, 1, 1), "liegt in der Zukunft"),
        (PEOPLE["birth_date"], 36526, "ist kein Datum"),
        (PEOPLE["birth_year"], "um 1960", "ist keine Zahl"),
        (PEOPLE["birth_year"], 1960.5, "ist keine ganze Zahl"),
        (PEOPLE["hours_per_week"], "1,2,3", "ist keine Zahl"),
        (PEOPLE["hours_per_week"], "viel", "ist keine Zahl"),
        (OFFERS["needs_efz"], "vielleicht", "ist weder Ja noch Nein"),
        (PEOPLE["storage_consent_on"], "1.1.2030", "liegt in der Zukunft"),
    ],
)
def test_wrong_cells_say_why(field: Field, cell: Cell, sentence: str, reading: Reading) -> None:
    with pytest.raises(BadCell, match=sentence):
        values.read(field, cell, reading)


def test_unknown_words_leave_a_note(reading: Reading) -> None:
    assert values.read(PEOPLE["rhythm"], "quartalsweise", reading) is None
    assert values.read(PEOPLE["time_grid"], "nach Absprache", reading) is None
    assert values.read(PEOPLE["storage_consent_on"], "ja", reading) is None
    assert values.read(PEOPLE["number"], "A-17", reading) is None
    assert [note.split(":")[0] for note in reading.notes] == [
        "Rhythmus", "Zeiten", "Einwilligung Speicherung am", "Nr.",
    ]  # fmt: skip


def test_terms_are_found_by_label_code_and_synonym(words: Words, reading: Reading) -> None:
    kind = TermKind.AREA
    names = words.terms[kind]
    sport, culture = names["sport"], names["kultur und musik"]
    for text in ("Sport und Bewegung; KULTUR", "sports | Kultur und Musik", "Sport\nMusik"):
        found, unknown = words.find_terms(kind, text)
        assert ([one.term_id for one in found], unknown) == ([sport, culture], [])
    found, unknown = words.find_terms(kind, "Sport, Schach, Sport")
    assert ([one.term_id for one in found], unknown) == ([sport], ["Schach"])
    assert values.read(PEOPLE["areas"], "Schach", reading) is None
    assert reading.notes == ["Bereiche: „Schach“ ist nicht bekannt und wurde nicht übernommen."]


def test_a_level_stands_in_brackets(words: Words) -> None:
    label = "Englisch"
    (found,), unknown = words.find_terms(TermKind.LANGUAGE, f"{label} (fließend)")
    assert unknown == []
    assert words.term_label(found) == "Englisch (sehr gut)"


@pytest.mark.parametrize("kind", list(TermKind))
def test_every_term_is_found_by_what_an_export_writes(words: Words, kind: TermKind) -> None:
    for number in set(words.terms[kind].values()):
        (found,), unknown = words.find_terms(kind, words.labels[number])
        assert (found.term_id, unknown) == (number, [])


def test_places_are_found_by_label_name_and_municipality(words: Words) -> None:
    place = words.find_place("Ulfen")
    assert place is not None
    assert place.label == "Ulfen (Sontra)"
    assert words.find_place("ULFEN (Sontra)") == place
    assert words.find_place("Sontra-Ulfen") == place
    assert words.find_place("Bebra-Ulfen") is None
    centre = words.find_place("Sontra")
    assert centre is not None
    assert centre.label == "Sontra (Kernstadt)"
    assert words.find_by_address("36205", "Ulfen") == place
    assert words.find_by_address("10115", "Ulfen") is None
    assert words.nearest(place.lat or 0, place.lon or 0) == place
    assert words.nearest(53.55, 9.99) is None


def test_every_place_is_found_by_its_label(words: Words) -> None:
    for place in words.places:
        assert words.find_place(place.label) == place


@given(st.floats(0, 10_000, allow_nan=False))
def test_numbers_read_back_as_they_were(value: float) -> None:
    field = Field("x", "X", FieldKind.DECIMAL)
    reading = Reading(Words({}, {}, ()), TODAY)
    assert values.read(field, values.show(field, value, reading.words), reading) == value


@given(st.integers(1, time_grid.FULL))
def test_time_grids_read_back_as_they_were(grid: int) -> None:
    reading = Reading(Words({}, {}, ()), TODAY)
    field = PEOPLE["time_grid"]
    assert values.read(field, values.show(field, grid, reading.words), reading) == grid


CELLS = st.one_of(
    st.none(), st.text(max_size=30), st.integers(), st.floats(), st.booleans(), st.dates(),
    st.datetimes(),
)  # fmt: skip


@given(st.sampled_from([*PEOPLE.values(), *OFFERS.values()]), CELLS)
def test_any_cell_is_read_noted_or_refused(field: Field, cell: Cell) -> None:
    reading = Reading(Words({}, {}, ()), TODAY, {}, html=True)
    try:
        value = values.read(field, cell, reading)
    except BadCell as error:
        said = str(error)
        assert said.startswith(field.label)
    else:
        assert values.show(field, value, reading.words) is not None
