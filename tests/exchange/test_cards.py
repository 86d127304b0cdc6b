"""Address cards of every kind: what can be read is read, the rest is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.exchange import cards
from ehrenamt_desktop.exchange.heading_words import wanted
from ehrenamt_desktop.exchange.reader import Reader
from ehrenamt_desktop.exchange.table import Fault, ForeignTable

WANTED = wanted("people")
OUTLOOK = b"""BEGIN:VCARD\r
VERSION:2.1\r
N;LANGUAGE=de;CHARSET=Windows-1252:M\xfc\xdfig;\xc4nne;;Dr.\r
FN;CHARSET=Windows-1252:Dr. \xc4nne M\xfc\xdfig\r
TEL;HOME;VOICE:05653 1234\r
TEL;CELL;VOICE:0171 2345678\r
TEL;WORK;FAX:05653 99\r
ADR;HOME;PREF;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;;Am Gr=C3=BCnen Weg 5;Son=\r
tra;;36205;Deutschland\r
NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Mag=20B=C3=BCcher;=0D=0Akommt gern=\r
 dienstags\r
PHOTO;TYPE=JPEG;ENCODING=BASE64:\r
 /9j/4AAQSkZJRgABAQEAYABgAAD/\r
 2wBDAAgGBgcGBQgHBwcJCQg=\r
\r
X-MS-OL-DEFAULT-POSTAL-ADDRESS:1\r
EMAIL;PREF;INTERNET:aenne@example.org\r
BDAY:19610403\r
END:VCARD\r
"""
APPLE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Example//DE
N:von der Heide;Karl;;;
FN:Karl von der Heide
item1.ADR;type=HOME;type=pref:;;Marktplatz 1\\, Hinterhaus;Herleshausen;;37293;Deut
 schland
item1.X-ABADR:de
item2.EMAIL;type=INTERNET:karl@example.org
EMAIL;type=INTERNET;type=HOME;type=pref:privat@example.org
TEL;type=CELL;type=VOICE;type=pref:+49 170 1234567
NOTE:Zeile eins\\nZeile zwei\\; Ende
BDAY;value=date:1970-02-01
UID:A1-B2
END:VCARD
"""
NEW = """BEGIN:VCARD
VERSION:4.0
FN:Ida Ohnsorge
N:Ohnsorge;Ida;;Frau Dr.;
GENDER:F
TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+49-5653-77
EMAIL;TYPE=work:ida@example.org
BDAY:--0605
ORG:Busverein;Fahrdienst
LANG;PREF=1:de
END:VCARD
"""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as made:
        yield made


def _table(reader: Reader, tmp_path: Path, data: bytes, **more: str) -> ForeignTable:
    path = tmp_path / "karten.vcf"
    path.write_bytes(data)
    return reader.read(path, wanted=WANTED, **more)


def _rows(table: ForeignTable) -> list[dict[str, object]]:
    return [
        {
            head: cell
            for head, cell in zip(table.headers, row, strict=True)
            if cell is not None
        }
        for row in table.rows
    ]  # fmt: skip


def test_a_card_of_outlook_with_quoted_printable(reader: Reader, tmp_path: Path) -> None:
    table = _table(reader, tmp_path, OUTLOOK)
    assert table.cards
    assert table.row_numbers == (1,)
    assert _rows(table) == [
        {
            "Titel": "Dr.",
            "Vorname": "Änne",
            "Nachname": "Müßig",
            "Geburtsdatum": "03.04.1961",
            "Straße": "Am Grünen Weg 5",
            "PLZ": "36205",
            "Ort": "Sontra",
            "Telefon": "05653 1234",
            "Mobil": "0171 2345678",
            "E-Mail": "aenne@example.org",
            "Interne Notiz": "Mag Bücher;\r\nkommt gern dienstags\nFax: 05653 99",
        }
    ]
    (said,) = table.warnings
    assert said == (
        "Aus den Karten nicht übernommen: Bild (1×), X-MS-OL-DEFAULT-POSTAL-ADDRESS (1×)."
    )


def test_folds_groups_and_escapes(reader: Reader, tmp_path: Path) -> None:
    (row,) = _rows(_table(reader, tmp_path, APPLE.encode()))
    assert row["Nachname"] == "von der Heide"
    assert row["Straße"] == "Marktplatz 1, Hinterhaus"
    assert row["E-Mail"] == "privat@example.org"
    assert row["Mobil"] == "+49 170 1234567"
    assert row["Interne Notiz"] == (
        "Zeile eins\nZeile zwei; Ende\nWeitere E-Mail: karl@example.org"
    )
    assert (row["Kennung"], row["Quelle"]) == ("A1-B2", "Adresskarte")


def test_version_4_with_what_finds_no_field(reader: Reader, tmp_path: Path) -> None:
    (row,) = _rows(_table(reader, tmp_path, NEW.encode()))
    assert row["Anrede"] == "Frau"
    assert row["Titel"] == "Dr."
    assert row["Telefon"] == "+49-5653-77"
    assert row["Interne Notiz"] == (
        "Geburtstag: --0605\nOrganisation: Busverein, Fahrdienst\nSprache: de"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_encodings_are_found(reader: Reader, tmp_path: Path, encoding: str) -> None:
    text = APPLE.replace("Karl", "Käthe") + NEW
    table = _table(reader, tmp_path, text.encode(encoding))
    assert [row["Vorname"] for row in _rows(table)] == ["Käthe", "Ida"]


def test_each_card_may_have_its_own_encoding(reader: Reader, tmp_path: Path) -> None:
    data = "".join(
        f"BEGIN:VCARD\nN:Müßig;{name}\nEND:VCARD\n" for name in ("Änne", "Jörg")
    ).encode()
    table = _table(reader, tmp_path, data + data.decode().encode("cp1252"))
    assert [row["Vorname"] for row in _rows(table)] == ["Änne", "Jörg"] * 2


def test_a_fold_inside_one_sign(reader: Reader, tmp_path: Path) -> None:
    raw = "N:Müßig;Änne".encode()
    data = b"BEGIN:VCARD\n" + raw[:3] + b"\n " + raw[3:4] + b"\n " + raw[4:] + b"\nEND:VCARD\n"
    (row,) = _rows(_table(reader, tmp_path, data))
    assert row["Nachname"] == "Müßig"


BROKEN = b"""Gruss aus Sontra
BEGIN:VCARD
N:Gut;Anna
das ist keine Zeile
END:VCARD
BEGIN:VCARD
VERSION:3.0
END:VCARD
BEGIN:VCARD
N:Offen;Berta
BEGIN:VCARD
VERSION:2.1
ORG:Busverein
END:VCARD
BEGIN:VCARD
FN:Herr Karl Maier
AGENT:
BEGIN:VCARD
N:Vertretung;V
END:VCARD
TEL:1234
END:VCARD
BEGIN:VCARD
TEL:99
"""


def test_broken_cards_cost_only_themselves(reader: Reader, tmp_path: Path) -> None:
    table = _table(reader, tmp_path, BROKEN)
    names = [row["Nachname"] for row in _rows(table)]
    assert table.row_numbers == (1, 2, 3, 4, 5, 6)
    assert names[0] == "Gut"
    assert names[2] == "Offen"
    assert names[4] == "Maier"
    assert {at: cell.sentence for at, cell in enumerate(names) if isinstance(cell, Fault)} == {
        1: "Die Karte nennt keinen Namen.",
        3: "Die Karte nennt eine Organisation und keine Person.",
        5: "Die Karte nennt keinen Namen.",
    }
    assert table.warnings == (
        "Außerhalb der Karten steht Text, der nicht gelesen wird: Zeile 1.",
        "Karte 1 hat 1 nicht lesbare Zeile, die erste ist „das ist keine Zeile“.",
        "Karte 3 endet nicht; gelesen wurde, was da ist.",
        "Karte 6 endet nicht; gelesen wurde, was da ist.",
        "Aus den Karten nicht übernommen: Vertretung (1×).",
    )


def test_a_card_inside_a_card_that_does_not_end_swallows_no_other() -> None:
    data = b"BEGIN:VCARD\nN:Eins\nAGENT:\nBEGIN:VCARD\nN:Innen\n" + b"".join(
        b"BEGIN:VCARD\nN:%s\nEND:VCARD\n" % name for name in (b"Zwei", b"Drei")
    )
    found = cards.rows(data, "karten.vcf")
    at = found.rows[0][1].index("Nachname")
    assert [cells[at] for _, cells in found.rows[1:]] == ["Eins", "Zwei", "Drei"]
    assert "Karte 1 endet nicht; gelesen wurde, was da ist." in found.warnings


PIECES = st.lists(
    st.sampled_from(
        ["BEGIN:VCARD", "END:VCARD", "N:", "TEL;", "AGENT:", "=", " ", ":", ";", "\\", "ü", '"',
         "ENCODING=QUOTED-PRINTABLE", "CHARSET=klingonisch", "\n", "\n", "\r\n", "\t", "=C3", "x"]
    ),
    max_size=60,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(PIECES, st.sampled_from(["utf-8", "cp1252", "utf-16"]))
def test_every_card_becomes_a_row(pieces: list[str], encoding: str) -> None:
    text = "BEGIN:VCARD\nN:Eins\nEND:VCARD\n" + "".join(pieces)
    found = cards.rows(text.encode(encoding), "karten.vcf")
    numbers = [number for number, _ in found.rows]
    assert numbers == list(range(len(numbers)))
    assert len(numbers) >= 2
    assert all(len(cells) == len(found.rows[0][1]) for _, cells in found.rows)
