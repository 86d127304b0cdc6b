from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import child, workbook
from ehrenamt_desktop.exchange.table import shape

CONTENT = '<?xml version="1.0"?><a/>'


def _book(fill: Callable[[Workbook], None]) -> bytes:
    book = Workbook()
    fill(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _simple(book: Workbook) -> None:
    sheet = book.active
    sheet.title = "Leute"
    sheet.append(["Liste der Freiwilligen"])
    sheet.append([])
    sheet.append(["Nachname", "Geburtsdatum", "PLZ", "Stunden", "Pkw", "Notiert"])
    sheet.append(
        [
            "Süß",
            dt.date(1960, 2, 29),
            36205,
            2.5,
            True,
            dt.datetime.fromisoformat("2026-01-02T08:30"),
        ]
    )
    sheet.append([])
    sheet.append(["Öl", None, "04109", 3, False, None])


def test_cells_keep_their_kind_and_rows_their_number() -> None:
    found = workbook.read(_book(_simple), "leute.xlsx")
    table = shape(found.name, found.rows, found.warnings, grid=found.grid)
    assert table.name == "Leute"
    assert table.headers == ("Nachname", "Geburtsdatum", "PLZ", "Stunden", "Pkw", "Notiert")
    assert table.rows[0] == (
        "Süß", dt.date(1960, 2, 29), 36205, 2.5, True, dt.datetime.fromisoformat("2026-01-02T08:30")
    )  # fmt: skip
    assert table.rows[1][:5] == ("Öl", None, "04109", 3, False)
    assert table.row_numbers == (4, 6)
    assert table.warnings == (
        "Über den Überschriften steht „Liste der Freiwilligen“ (Zeile 1); das gehört nicht zur "
        "Liste.",
    )


def test_the_first_visible_sheet_with_data_is_taken_and_the_others_named() -> None:
    def fill(book: Workbook) -> None:
        book.active.title = "leer"
        hidden = book.create_sheet("geheim")
        hidden.append(["Nachname", "Vorname"])
        hidden.sheet_state = "hidden"
        for name in ("Personen", "Vereine", "Angebote", "Legende"):
            sheet = book.create_sheet(name)
            sheet.append(["Nachname", "Vorname"])
            sheet.append([name, "x"])

    found = workbook.read(_book(fill), "alles.xlsx")
    assert found.name == "Personen"
    assert found.rows[1][1][0] == "Personen"
    assert found.warnings == [
        "Gelesen wurde das Blatt „Personen“; 3 weitere Blätter nicht: „geheim“ (ausgeblendet), "
        "„Vereine“, „Angebote“."
    ]


def test_a_book_without_data_is_refused() -> None:
    with pytest.raises(BadFile, match="stehen keine Daten"):
        workbook.read(_book(lambda book: None), "leer.xlsx")


def test_rows_that_hold_only_formats_are_no_data() -> None:
    def fill(book: Workbook) -> None:
        book.active.append(["Nachname", "Vorname"])
        book.active.append(["Süß", "Anna"])
        for number in range(3, 40_000):
            book.active.row_dimensions[number].height = 12

    assert len(workbook.read(_book(fill), "viel.xlsx").rows) == 2


def test_too_wide_and_too_far_are_refused_not_cut() -> None:
    def wide(book: Workbook) -> None:
        book.active.append([f"Spalte {n}" for n in range(201)])

    found = workbook.read(_book(wide), "breit.xlsx")
    with pytest.raises(BadFile, match="mehr als 200 Spalten"):
        shape(found.name, found.rows, grid=found.grid)

    def far(book: Workbook) -> None:
        book.active.append(["Nachname", "Vorname"])
        for number in range(2, 50_202):
            book.active.cell(number, 1, "x")

    with pytest.raises(BadFile, match=r"mehr als 50\.000 Zeilen"):
        workbook.read(_book(far), "lang.xlsx")


def _with(part: str, content: bytes) -> bytes:
    source = io.BytesIO(_book(_simple))
    target = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, content if info.filename == part else old.read(info))
    return target.getvalue()


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("word", ["<!DOCTYPE lolz [", "<!ENTITY a 'b'>"])
def test_declarations_in_any_part_are_refused_however_far_down(word: str, code: str) -> None:
    content = (CONTENT + "<!--" + "x" * 1_100_000 + "-->" + word).encode(code)
    noise = "".join(f"<b n='{n * 7919 % 104729}'/>" for n in range(4000)).encode(code)
    with pytest.raises(BadFile, match="Anweisungen"):
        workbook.check_archive(_with("docProps/core.xml", noise + content + noise), "x.xlsx")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(BadFile, match="ungewöhnlich groß"):
        workbook.check_archive(_with("docProps/core.xml", b"<a>" + b" " * 50_000_000), "x.xlsx")


def test_too_many_parts_are_refused(zipped: Callable[[dict[str, bytes]], Path]) -> None:
    path = zipped({"xl/workbook.xml": b"<a/>"} | {f"p{n}.xml": b"<a/>" for n in range(2_001)})
    with pytest.raises(BadFile, match="ungewöhnlich groß"):
        workbook.check_archive(path.read_bytes(), "x.xlsx")


def test_another_archive_is_no_table(zipped: Callable[[dict[str, bytes]], Path]) -> None:
    path = zipped({"word/document.xml": b"<a/>", "bild.png": b"1234"})
    with pytest.raises(BadFile, match="ist ein Word-Dokument und keine Liste"):
        child.read(path)
    with pytest.raises(BadFile, match="ist keine Tabelle"):
        child.read(zipped({"bild.png": b"1234"}))


def test_a_password_is_named() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
    data += "EncryptedPackage".encode("utf-16-le") + b"\x00" * 600
    with pytest.raises(BadFile, match="mit einem Kennwort geschützt"):
        workbook.read(data, "geheim.xlsx")


def test_an_ods_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(_ods([["Nachname", "Vorname"], ["Süß", "Anna"]]))
    found = child.read(path)
    assert (found.name, found.rows[1]) == ("Blatt", (2, ("Süß", "Anna")))


_WHOLE = _book(_simple)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_broken_books_give_one_sentence(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(_WHOLE) - 1))
    if data.draw(st.booleans()):
        broken = _WHOLE[:at]
    else:
        broken = _WHOLE[:at] + bytes([data.draw(st.integers(0, 255))]) + _WHOLE[at + 1 :]
    try:
        workbook.read(broken, "kaputt.xlsx")
    except BadFile as error:
        said = error.sentence
        assert "kaputt.xlsx" in said


def _ods(rows: list[list[str]]) -> bytes:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="Blatt">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()
