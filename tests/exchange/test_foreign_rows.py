from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from ehrenamt_desktop.exchange.headers import resolve
from ehrenamt_desktop.exchange.mapping import Mapping
from ehrenamt_desktop.exchange.markup import address, plain
from ehrenamt_desktop.exchange.rows import ParsedRow, parse, split_name
from ehrenamt_desktop.exchange.table import Cell, shape
from ehrenamt_desktop.exchange.words import Words
from ehrenamt_desktop.model.enums import OfferStatus, Salutation

TODAY = dt.date(2026, 11, 22)
FREINET = (
    "agenturid", "agenturname", "einrichtungsname", "angebotsname", "beschreibung", "wertigkeit",
    "plz", "ort", "kontaktierbar", "avatar", "anzahl_gesuche", "anzahl_aktueller_vermittlungen",
    "latitude", "longitude", "ortsteil", "bearbeitet", "erstellt", "_angebotsId",
)  # fmt: skip


def _parsed(
    words: Words,
    noun: str,
    headers: Sequence[str],
    *cells: list[Cell],
    mapping: Mapping | None = None,
) -> list[ParsedRow]:
    table = shape("liste", [(1, headers), *((n + 2, row) for n, row in enumerate(cells))])
    return list(parse(table, resolve(table, noun, mapping), words, TODAY))


def test_street_and_number_apart_are_joined(words: Words) -> None:
    (row,) = _parsed(words, "people", ["Nachname", "street", "houseNumber"], ["Süß", "Weg", 10])
    assert row.values["street"] == "Weg 10"


def test_the_place_comes_by_name_then_by_address(words: Words) -> None:
    rows = _parsed(
        words, "people", ["Nachname", "PLZ", "Ort"],
        ["A", "36205", "Ulfen"], ["B", "36205", "Sontra"], ["C", "10115", "Berlin"],
        ["D", "36205", "Süß"],
    )  # fmt: skip
    label = {place.id: place.label for place in words.places}
    assert label[rows[0].values["place_id"]] == "Ulfen (Sontra)"  # type: ignore[index]
    assert label[rows[1].values["place_id"]] == "Sontra (Kernstadt)"  # type: ignore[index]
    assert [row.guessed_seat for row in rows] == [False, True, False, False]
    assert "place_id" not in rows[2].values
    assert "place_id" not in rows[3].values, "postcode and city contradict each other"


def test_with_a_column_for_the_place_nothing_is_guessed(words: Words) -> None:
    rows = _parsed(
        words, "people", ["Nachname", "Ort", "Ortsteil"],
        ["A", "Sontra", ""], ["B", "Sontra", "Breitau"], ["C", "Sontra", "Atlantis"],
    )  # fmt: skip
    assert "place_id" not in rows[0].values
    assert "place_id" in rows[1].values
    assert rows[2].notes == ["Ortsteil: „Atlantis“ ist nicht bekannt und wurde nicht übernommen."]
    assert rows[2].values["city"] == "Sontra"


def test_the_offer_export_of_freinet_needs_no_mapping(words: Words) -> None:
    html = "<p>Sie <b>lesen</b> vor &amp; h&ouml;ren zu.</p><ul><li>eins</li><li>zwei</li></ul>"
    (row,) = _parsed(
        words, "offers", FREINET,
        ["12", "Agentur", "Kita &quot;Regenbogen&quot;", "Vorlesen", html, "", "36205", "Sontra",
         "1", "", "0", "3", "51,06702", "10,000161", "", "1735686000", "1700000000", "4711"],
    )  # fmt: skip
    assert row.problems == []
    assert row.values["initiative"] == 'Kita "Regenbogen"'
    assert row.values["description"] == "Sie lesen vor & hören zu.\n\n– eins\n– zwei"
    assert row.values["teaser"] == "Sie lesen vor & hören zu. – eins – zwei"
    label = {place.id: place.label for place in words.places}
    assert label[row.values["place_id"]] == "Breitau (Sontra)"  # type: ignore[index]
    assert row.values["confirmed_on"] == dt.date(2025, 1, 1)
    assert row.values["entered_on"] == dt.date(2023, 11, 14)
    assert row.values["source_key"] == "4711"
    assert row.values["status"] is OfferStatus.PUBLISHED
    assert "places_total" not in row.values
    assert "agenturname" not in row.values


def test_a_far_offer_keeps_its_address_as_text(words: Words) -> None:
    (row,) = _parsed(
        words, "offers", ["Initiative", "Titel", "PLZ", "Ort", "lat", "lon"],
        ["V", "T", "20095", "Hamburg", "53,55", "9,99"],
    )  # fmt: skip
    assert row.values["location"] == "20095 Hamburg"
    assert not {"place_id", "postcode", "city"} & set(row.values)


def test_a_long_summary_is_cut_at_a_word_and_stays_whole(words: Words) -> None:
    text = "Wort " * 60
    (row,) = _parsed(words, "offers", ["Initiative", "Titel", "Kurztext"], ["V", "T", text])
    teaser = row.values["teaser"]
    assert isinstance(teaser, str)
    assert len(teaser) <= 160
    assert teaser.endswith("Wort…")
    assert row.values["description"] == text.strip()


def test_times_that_are_no_grid_stay_as_words(words: Words) -> None:
    (row,) = _parsed(
        words, "offers", ["Initiative", "Titel", "Zeiten"], ["V", "T", "nach Absprache"]
    )
    assert row.values["time_text"] == "nach Absprache"
    assert row.notes == []


def test_a_row_longer_than_the_headings_is_refused(words: Words) -> None:
    (row,) = _parsed(words, "people", ["Nachname", "Ort"], ["Süß", "Ulfen", "", "mehr"])
    assert "mehr Zellen als Überschriften" in row.problems[0]
    (row,) = _parsed(words, "people", ["Nachname", "Ort"], ["Süß", "Ulfen", "", " "])
    assert row.problems == []


def test_constants_fill_empty_cells_and_words_are_translated(words: Words) -> None:
    mapping = Mapping(
        "offers",
        {"a": ("title",), "b": ("initiative",), "c": ("rhythm",), "d": ("places_total",)},
        constants={"initiative": "Verein", "status": "veröffentlicht"},
        values={"rhythm": {"On Going": "flexibel"}, "places_total": {"0": ""}},
    )
    rows = _parsed(
        words, "offers", ["a", "b", "c", "d"],
        ["T", "", "on-going", 0], ["U", "Gruppe", "einmalig", 2], mapping=mapping,
    )  # fmt: skip
    assert [row.values["initiative"] for row in rows] == ["Verein", "Gruppe"]
    assert [str(row.values["rhythm"]) for row in rows] == ["flexible", "once"]
    assert [row.values.get("places_total") for row in rows] == [None, 2]
    assert {row.values["status"] for row in rows} == {OfferStatus.PUBLISHED}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Anna Süß", {"first_name": "Anna", "last_name": "Süß"}),
        ("Süß, Anna", {"first_name": "Anna", "last_name": "Süß"}),
        ("Süß", {"first_name": "", "last_name": "Süß"}),
        ("Dr. Karl von der Heide",
         {"title": "Dr.", "first_name": "Karl", "last_name": "von der Heide"}),
        ("Frau Anna Maria Süß",
         {"salutation": Salutation.MS, "first_name": "Anna Maria", "last_name": "Süß"}),
        ("von der Heide, Dr. Karl",
         {"title": "Dr.", "first_name": "Karl", "last_name": "von der Heide"}),
    ],
)  # fmt: skip
def test_names_are_taken_apart(text: str, parts: dict[str, object]) -> None:
    assert split_name(text) == parts


def test_scripts_and_markup_leave_no_trace() -> None:
    html = (
        "<script>alert(1)</script><style>p{}</style>Hallo<br>Welt&nbsp;&lt;3 <img src=x onerror=y>"
    )
    assert plain(html) == "Hallo\nWelt <3"


def test_an_address_record_becomes_one_line() -> None:
    record = (
        "{'latitude': '40.7', 'human_address': '{\"address\": \"305 Seventh Avenue\", "
        '"city": "New York", "state": "NY", "zip": "10001"}\'}'
    )
    assert address(record) == "305 Seventh Avenue, New York, NY 10001"
    assert address("Dorfplatz 1") == "Dorfplatz 1"
