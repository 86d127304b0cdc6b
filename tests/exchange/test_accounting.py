"""Every cell that a second reader sees is in the table, or is named, or refuses its row."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils import column_index_from_string
from tests.exchange.book_makers import (
    HEAD,
    RICH,
    STRICT,
    TRANSITIONAL,
    cell,
    filled,
    line,
    parts,
    row,
    write,
)

from ehrenamt_desktop.exchange.heading_words import wanted
from ehrenamt_desktop.exchange.reader import Reader
from ehrenamt_desktop.exchange.table import Fault, ForeignTable

WANTED = wanted("people")
H = line(1, *HEAD)


@pytest.fixture(scope="module")
def files() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def _split(address: str) -> tuple[int, int]:
    letters, number = re.fullmatch(r"([A-Z]+)(\d+)", address).groups()
    return int(number), column_index_from_string(letters) - 1


def unaccounted(table: ForeignTable, addresses: set[str]) -> set[str]:
    """Addresses of which neither the table nor its warnings say anything."""
    rows = dict(zip(table.row_numbers, table.rows, strict=True))
    said = " ".join(table.warnings)
    first = min(rows)
    left = set()
    for address in addresses:
        number, column = _split(address)
        cells = rows.get(number, ())
        letters = re.sub(r"\d", "", address)
        inside = column < len(cells) and cells[column] not in (None, "")
        heading = number < first and column < len(table.headers) and table.headers[column]
        named = re.search(rf"\b{address}\b|Spalte {letters} \(|\(Zeile {number}\)", said)
        if not (inside or heading or named):
            left.add(address)
    return left


BOOKS: dict[str, dict[str, bytes]] = {
    "einfach": parts({"A": H + line(2, "Süß", "Anna", 36205, "05653 1", 22000, "x")}),
    "streng": parts({"A": H + line(2, "Süß", "Anna", 36205)}, names=STRICT),
    "falsches Maß": parts({"A": H + line(2, "Süß", "Anna")}, before='<dimension ref="A1:A1"/>'),
    "Riesenmaß": parts(
        {"A": H + line(2, "Süß", "Anna")}, before='<dimension ref="A1:XFD1048576"/>'
    ),
    "Ecke": parts({"A": H + line(2, "Süß") + row(1048576, cell("XFD1048576", "x"))}),
    "daneben": parts(
        {"A": H + line(2, "Süß") + "".join(row(n, cell(f"K{n}", "x")) for n in range(3, 20))}
    ),
    "Lücken": parts({"A": H + line(2, "Süß") + line(900, "Öl") + line(40_000, "Uhl", "Ida")}),
    "ohne Adressen": parts(
        {
            "A": re.sub(r' r="[A-Z]*\d+"', "", H + line(2, "Süß", "Anna") + line(3, "Öl", "Bert")),
        }
    ),
    "Vorspann": parts(
        {"A": line(1, "Ehrenamt in Sontra") + line(3, "Stand", "heute", "geprüft")
         + line(5, *HEAD) + line(6, "Süß", "Anna")}
    ),
    "zwei Kopfzeilen": parts(
        {"A": line(1, "Person", None, "Anschrift", "Telefon")
         + line(2, "Nachname", "Vorname", "PLZ") + line(3, "Süß", "Anna", 36205, 5653)},
        after='<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="D1:D2"/></mergeCells>',
    ),
    "geteilte Texte": parts(
        {"A": H + row(2, cell("A2", 0, "s"), cell("B2", 1, "s"), cell("F2", 2, "s"))},
        strings=RICH,
    ),
    "Formeln": parts(
        {"A": H + row(2, cell("A2", "Süß", "str", more="<f>X!A1</f>"), cell("B2", "Anna"))
         + row(3, '<c r="A3"><f>A2</f></c>', cell("B3", "Bert"))
         + row(4, cell("A4", "Öl"), '<c r="B4"><f>A2</f><v></v></c>')}
    ),
    "Fehler": parts({"A": H + row(2, cell("A2", "Süß"), cell("B2", "#N/A", "e"))}),
    "Wahrheit": parts({"A": H + row(2, cell("A2", "Süß"), cell("F2", 1, "b"))}),
    "verbunden": parts(
        {"A": H + line(2, "Süß", "Anna") + line(3, None, "Bert")},
        after='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    ),
    "ausgeblendet": parts(
        {"A": H + line(2, "Süß") + row(3, cell("A3", "Öl"), more=' hidden="1"')},
        before='<cols><col min="2" max="3" hidden="1"/></cols>',
    ),
    "leere Zellen zwischen unadressierten": parts(
        {"A": H + '<row r="2"><c r="A2" s="1"/><c t="inlineStr"><is><t>Anna</t></is></c></row>'
         + line(3, "Süß")}
    ),
    "Kommentar": parts(
        {"A": "<!-- <c r='A1'/> -->" + H
         + '<row r="2"><c r="A2" t="inlineStr"><is><t><![CDATA[<c r="Z9"/>]]></t></is></c></row>'}
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BOOKS)
def test_every_cell_is_accounted_for(files: Reader, tmp_path: Path, name: str) -> None:
    path = write(tmp_path / "a.xlsx", BOOKS[name])
    table = files.read(path, wanted=WANTED)
    assert unaccounted(table, filled(path)) == set()
    assert "Nachname" in table.headers


def _read(files: Reader, tmp_path: Path, name: str) -> ForeignTable:
    return files.read(write(tmp_path / "a.xlsx", BOOKS[name]), wanted=WANTED)


def test_rich_text_is_whole_and_readings_are_not_text(files: Reader, tmp_path: Path) -> None:
    table = _read(files, tmp_path, "geteilte Texte")
    assert table.rows == (("Süß ", "Änne", None, None, None, "a\rb_c"),)


def test_an_unstored_formula_and_an_error_are_no_values(files: Reader, tmp_path: Path) -> None:
    rows = _read(files, tmp_path, "Formeln").rows
    assert rows[0][:2] == ("Süß", "Anna")
    assert isinstance(rows[1][0], Fault)
    assert isinstance(rows[2][1], Fault)
    (only,) = _read(files, tmp_path, "Fehler").rows
    assert isinstance(only[1], Fault)
    assert only[1].sentence == "Die Zelle enthält den Fehler #NV."


def test_headings_in_two_rows_are_one(files: Reader, tmp_path: Path) -> None:
    table = _read(files, tmp_path, "zwei Kopfzeilen")
    assert table.headers == ("Nachname", "Vorname", "PLZ", "Telefon")
    assert "„Person Anschrift“ (Zeile 1)" in table.warnings[0]


def test_hidden_and_joined_parts_are_said(files: Reader, tmp_path: Path) -> None:
    assert _read(files, tmp_path, "ausgeblendet").warnings == (
        "Auch die ausgeblendete Zeile 3 wird gelesen.",
        "Auch die ausgeblendeten Spalten B–C werden gelesen.",
    )
    (said,) = _read(files, tmp_path, "verbunden").warnings
    assert "A2:A3" in said


def test_numbers_are_read_as_their_format_shows_them(files: Reader, tmp_path: Path) -> None:
    rows = H + row(
        2, cell("A2", 4103, "n", style=1), cell("B2", 22000, "n", style=2),
        cell("C2", 0.354166667, "n", style=3), cell("D2", 1.25, "n", style=4),
        cell("E2", 0.19, "n", style=5), cell("F2", 1234.5, "n", style=6),
    )  # fmt: skip
    path = write(tmp_path / "a.xlsx", parts({"A": rows}))
    assert files.read(path).rows == (
        ("04103", dt.date(1960, 3, 25), "08:30", "30:00", "19 %", 1234.5),
    )


def test_books_of_old_macs_count_from_1904(files: Reader, tmp_path: Path) -> None:
    rows = H + row(2, cell("A2", "Süß"), cell("E2", 20538, "n", style=2))
    path = write(tmp_path / "a.xlsx", parts({"A": rows}, mac=True))
    assert files.read(path).rows[0][4] == dt.date(1960, 3, 25)


_VALUES = st.one_of(
    st.none(),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=8),
    st.integers(-(10**12), 10**12),
    st.floats(-1e9, 1e9, allow_nan=False),
    st.booleans(),
    st.datetimes(dt.datetime(1930, 1, 1), dt.datetime(2060, 1, 1)).map(  # noqa: DTZ001
        lambda one: one.replace(microsecond=0)
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_VALUES, min_size=1, max_size=8), min_size=1, max_size=12))
def test_what_openpyxl_sees_is_what_we_see(
    files: Reader, tmp_path_factory: pytest.TempPathFactory, cells: list[list[object]]
) -> None:
    book = Workbook()
    book.active.append(["Nachname", "Vorname", *(f"Spalte {n}" for n in range(6))])
    for values in cells:
        book.active.append(
            [f"'{one}" if isinstance(one, str) and one[:1] in "=" else one for one in values]
        )
    book.active.append(["Ende"])
    path = tmp_path_factory.getbasetemp() / "gleich.xlsx"
    book.save(path)
    table = files.read(path, wanted=WANTED)
    ours = dict(zip(table.row_numbers, table.rows, strict=True))
    for one in load_workbook(path, data_only=True).active.iter_rows(min_row=2):
        for seen in one:
            if seen.value is None or not str(seen.value).strip():
                continue
            got = ours[seen.row][seen.column - 1]
            assert _same(got, seen.value), (seen.coordinate, got, seen.value)


def _same(got: object, seen: object) -> bool:
    if isinstance(seen, dt.datetime):
        moment = got if isinstance(got, dt.datetime) else dt.datetime.combine(got, dt.time())
        return abs(moment - seen) <= dt.timedelta(seconds=1)
    if isinstance(seen, float):
        return got == pytest.approx(seen)
    return got == seen


def test_the_sheet_that_looks_like_the_list_is_read(files: Reader, tmp_path: Path) -> None:
    made = parts(
        {
            "Deckblatt": line(1, "Ehrenamt", "Stand 2026") + line(2, "Sontra", "x"),
            "Vereine": line(1, "Verein", "Ansprechpartner") + line(2, "TSV", "Uhl"),
            "Leute": H + line(2, "Süß", "Anna"),
            "Alt": H + line(2, "Alt", "Anna"),
            "leer": "",
        },
        states={"Alt": "veryHidden"},
    )
    path = write(tmp_path / "a.xlsx", made)
    table = files.read(path, wanted=WANTED)
    assert table.name == "Leute"
    assert [(one.name, one.hidden) for one in table.sheets] == [
        ("Deckblatt", False), ("Vereine", False), ("Leute", False), ("Alt", True)
    ]  # fmt: skip
    assert "„Deckblatt“, „Vereine“, „Alt“ (ausgeblendet)" in table.warnings[0]
    assert files.read(path, wanted=WANTED, sheet="alt").rows == (("Alt", "Anna"),)
    assert files.read(path, wanted=wanted("initiatives")).name == "Vereine"
    assert TRANSITIONAL != STRICT


_CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"),
                  exclude_characters="\ufeff\u2028\u2029"),
    max_size=10,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_CELL, min_size=1, max_size=9), min_size=1, max_size=15))
def test_no_cell_of_a_text_file_is_lost(
    files: Reader, tmp_path_factory: pytest.TempPathFactory, cells: list[list[str]]
) -> None:
    """Rows of any width: those wider than the headings are refused one by one, by number."""
    path = tmp_path_factory.getbasetemp() / "gleich.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([["Liste", "2026"], HEAD, *cells, ["Ende"]])
    table = files.read(path, wanted=WANTED, separator=";")
    assert table.headers == HEAD
    assert "„Liste 2026“ (Zeile 1)" in table.warnings[0]
    ours = dict(zip(table.row_numbers, table.rows, strict=True))
    for number, row_cells in enumerate(cells, start=3):
        for column, text in enumerate(row_cells):
            if text.strip():
                assert ours[number][column] in (text, text.removeprefix("'"))
