"""Books that lie about their size, read the way the program reads them: in the child."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange.reader import Reader

SHEET = "xl/worksheets/sheet1.xml"
TEXT = "<c r='{at}' t='inlineStr'><is><t>x</t></is></c>"
CELL = (
    '<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'
)


@pytest.fixture(scope="module")
def files() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def _book(path: Path, old: str, new: str) -> Path:
    book = Workbook()
    book.active.append(["Nachname", "Vorname"])
    book.active.append(["Süß", "Anna"])
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == SHEET:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            out.writestr(info.filename, content)
    return path


def _ods(path: Path, more_rows: str) -> Path:
    row = "".join(CELL.format(text=text, more="") for text in ("Nachname", "Vorname"))
    data = "".join(CELL.format(text=text, more="") for text in ("Süß", "Anna"))
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        '<office:body><office:spreadsheet><table:table table:name="B">'
        f"<table:table-row>{row}</table:table-row><table:table-row>{data}</table:table-row>"
        f"{more_rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<a/>")
    return path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A1:B2", "A1:XFD1048576"),
        ("</sheetData>", "".join(f"<row r='{n}'/>" for n in range(3, 300_000)) + "</sheetData>"),
    ],
)
def test_size_without_data_is_not_believed(
    files: Reader, tmp_path: Path, old: str, new: str
) -> None:
    table = files.read(_book(tmp_path / "a.xlsx", old, new))
    assert table.rows == (("Süß", "Anna"),)
    assert table.row_numbers == (2,)


def test_a_cell_in_the_last_row_keeps_its_number(files: Reader, tmp_path: Path) -> None:
    row = f"<row r='1048576'>{TEXT.format(at='A1048576')}</row></sheetData>"
    table = files.read(_book(tmp_path / "a.xlsx", "</sheetData>", row))
    assert table.row_numbers == (2, 1_048_576)


def test_a_cell_in_the_last_corner_is_named_and_costs_nothing(
    files: Reader, tmp_path: Path
) -> None:
    row = f"<row r='1048576'>{TEXT.format(at='XFD1048576')}</row></sheetData>"
    table = files.read(_book(tmp_path / "a.xlsx", "</sheetData>", row))
    assert table.rows == (("Süß", "Anna"),)
    assert table.warnings == (
        "Rechts neben der Liste steht 1 Zelle ohne Überschrift und wird nicht übernommen: "
        "XFD1048576.",
    )


def test_a_book_that_cannot_be_is_a_sentence_and_the_next_file_is_read(
    files: Reader, tmp_path: Path
) -> None:
    with pytest.raises(BadFile, match=r"„a\.xlsx“"):
        files.read(_book(tmp_path / "a.xlsx", 'r="A2"', 'r="ZZZZZZ99999999999"'))
    (tmp_path / "b.csv").write_text("Nachname;Ort\nSüß;Ulfen\n", encoding="utf-8")
    assert files.read(tmp_path / "b.csv").rows == (("Süß", "Ulfen"),)


def test_repeated_empty_rows_of_an_ods_are_nothing(files: Reader, tmp_path: Path) -> None:
    empty = (
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert files.read(_ods(tmp_path / "a.ods", empty)).rows == (("Süß", "Anna"),)


@pytest.mark.parametrize("times", [1_000_000, 4_000_000_000])
def test_repeated_full_rows_of_an_ods_are_refused(
    files: Reader, tmp_path: Path, times: int
) -> None:
    cell = CELL.format(text="x", more=f' table:number-columns-repeated="{min(times, 1)}"')
    rows = f'<table:table-row table:number-rows-repeated="{times}">{cell}</table:table-row>'
    with pytest.raises(BadFile, match=r"„a\.ods“"):
        files.read(_ods(tmp_path / "a.ods", rows))
