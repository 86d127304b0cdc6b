from __future__ import annotations

import pytest

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange.headers import resolve
from ehrenamt_desktop.exchange.heading_words import squeeze
from ehrenamt_desktop.exchange.mapping import Mapping
from ehrenamt_desktop.exchange.table import Cell, ForeignTable, shape
from ehrenamt_desktop.model.columns.fields import FIELDS, written

FREINET = (
    "agenturid", "agenturname", "einrichtungsname", "angebotsname", "beschreibung", "wertigkeit",
    "plz", "ort", "kontaktierbar", "avatar", "anzahl_gesuche", "anzahl_aktueller_vermittlungen",
    "latitude", "longitude", "ortsteil", "bearbeitet", "erstellt", "_angebotsId",
)  # fmt: skip


def _table(headers: list[str], *rows: list[Cell]) -> ForeignTable:
    kept = rows or ([f"{n}x" for n in range(len(headers))],)
    return shape("liste.csv", [(1, headers), *((n + 2, row) for n, row in enumerate(kept))])


def _found(noun: str, *headers: str) -> dict[str, str]:
    return resolve(_table(list(headers)), noun).shown()


@pytest.mark.parametrize("noun", sorted(FIELDS))
def test_no_heading_means_two_fields(noun: str) -> None:
    taken: dict[str, str] = {}
    for field in FIELDS[noun]:
        for name in {squeeze(word) for word in (field.key, field.label, *field.synonyms)}:
            assert taken.setdefault(name, field.key) == field.key, name


@pytest.mark.parametrize("noun", sorted(FIELDS))
def test_an_export_is_understood_without_a_mapping(noun: str) -> None:
    fields = written(noun)
    found = _found(noun, *(field.label for field in fields))
    assert found == {field.label: field.key for field in fields}


@pytest.mark.parametrize(
    ("heading", "key"),
    [("Vorname", "first_name"), ("first_name", "first_name"), ("First Name", "first_name"),
     ("given name", "first_name"), ("FIRSTNAME", "first_name"), ("Straße", "street"),
     ("strasse", "street"), ("houseNumber", "house_number"), ("Hausnr.", "house_number"),
     ("PLZ", "postcode"),
     ("postalCode", "postcode"), ("Zip-Code", "postcode"), ("Ort *", "city"),
     ("Ortsteil", "place"), ("Telefon (privat)", "phone"), ("E-Mail-Adresse", "email"),
     ("eMail", "email"), ("DOB", "birth_date"), ("Geburtsdatum", "birth_date"),
     ("Interessen", "areas"), ("Interessenbereiche", "areas"), ("category", "areas"),
     ("Handy-Nr", ""), ("Mobiltelefon", "mobile"), ("Kundennummer", "")],
)  # fmt: skip
def test_german_and_english_words_of_people(heading: str, key: str) -> None:
    assert _found("people", "Nachname", heading).get(heading, "") == key


def test_a_name_column_is_the_surname_beside_a_first_name() -> None:
    assert _found("people", "Name", "Vorname") == {"Name": "last_name", "Vorname": "first_name"}
    assert _found("people", "Name", "Ort") == {"Name": "full_name", "Ort": "city"}
    assert _found("people", "Name", "Nachname") == {"Nachname": "last_name"}


def test_two_columns_of_one_meaning_are_named() -> None:
    with pytest.raises(BadFile, match=r"„Handy“.*„Mobiltelefon“.*beide „Mobil“"):
        _found("people", "Nachname", "Handy", "Mobiltelefon")
    with pytest.raises(BadFile, match=r"„Nachname“ \(Spalte A\) und „Nachname“ \(Spalte C\)"):
        _found("people", "Nachname", "Vorname", "Nachname")


def test_the_fields_own_name_goes_before_a_synonym_and_says_so() -> None:
    layout = resolve(_table(["Nachname", "Telefon", "Festnetz"]), "people")
    assert layout.shown() == {"Nachname": "last_name", "Telefon": "phone"}
    assert "„Festnetz“ wird nicht übernommen" in layout.warnings[0]


def test_a_column_without_data_gives_way() -> None:
    table = _table(["Nachname", "Handy", "Mobiltelefon"], ["Süß", "", "0171 1"])
    assert resolve(table, "people").shown() == {"Nachname": "last_name", "Mobiltelefon": "mobile"}


@pytest.mark.parametrize(
    ("noun", "headers", "sentence"),
    [("people", ["Vorname", "Ort"], "fehlt die Spalte „Nachname“"),
     ("offers", ["Titel", "Ort"], "fehlt die Spalte „Initiative“"),
     ("offers", ["Ort", "PLZ"], "fehlen die Spalten „Initiative“ und „Titel“"),
     ("initiatives", ["Ort", "PLZ"], "fehlt die Spalte „Name“. Gefunden wurden „Ort“, „PLZ“")],
)  # fmt: skip
def test_a_missing_required_column_is_named(noun: str, headers: list[str], sentence: str) -> None:
    with pytest.raises(BadFile, match=sentence):
        _found(noun, *headers)


def test_columns_that_are_passed_over_are_named() -> None:
    layout = resolve(_table(["Nachname", "Schuhgröße", ""], ["Süß", "44", "x"]), "people")
    assert layout.warnings == (
        "Nicht übernommen werden die Spalten „Schuhgröße“, „ohne Überschrift (Spalte C)“.",
    )


def test_a_mapping_names_columns_exactly() -> None:
    mapping = Mapping("people", {"Zu Name": ("last_name",), "n": ("adviser_note", "hobbies")})
    layout = resolve(_table(["n", "zu_name"]), "people", mapping)
    assert layout.shown() == {"n": "adviser_note, hobbies", "zu_name": "last_name"}
    with pytest.raises(BadFile, match="„Zu Name“ aus der Zuordnungsdatei gibt es"):
        resolve(_table(["n", "Nachname"]), "people", mapping)
    with pytest.raises(BadFile, match="mehrfach"):
        resolve(_table(["n", "Zu-Name", "zu_name"]), "people", mapping)


def test_a_mapping_without_columns_adds_to_the_words() -> None:
    mapping = Mapping("offers", constants={"initiative": "Heimatverein"})
    layout = resolve(_table(["Titel", "Ort"]), "offers", mapping)
    assert layout.shown() == {"Titel": "title", "Ort": "city"}


def test_the_export_of_freinet_is_recognised() -> None:
    layout = resolve(_table([f" {one}" for one in FREINET]), "offers")
    assert layout.source == "Freinet-Online"
    assert layout.html
    assert layout.shown()["_angebotsId"] == "source_key"
    assert "agenturname" in layout.warnings[0]
