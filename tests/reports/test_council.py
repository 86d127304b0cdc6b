"""The council list: small counts protected, every column defined, period and filter on it."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.paper_rows import CouncilRow
from ehrenamt_desktop.reports import council

FIRST, LAST, STAND = dt.date(2026, 1, 1), dt.date(2026, 6, 30), dt.date(2026, 11, 23)
ROWS = [
    CouncilRow("Sontra", "Soziales", 12, 3, 2, 1, 0, 40),
    CouncilRow("Herleshausen", "Sport und Bewegung", 1, 0, 3, 2, 1, 0),
]


@pytest.fixture
def book(tmp_path, office):
    path = tmp_path / "x.xlsx"
    made = council.council_list(
        path, ROWS, office, FIRST, LAST, "Gemeinde Sontra", STAND, edition="4"
    )
    assert made == 2
    return openpyxl.load_workbook(path)


def test_counts_of_one_and_two_are_protected(book):
    page = book.worksheets[0]
    header = next(row[0].row for row in page.iter_rows() if row[0].value == "Gemeinde")
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=header)]
    assert rows == [
        ["Gemeinde", "Bereich", "Angebote", "Plätze", "Suchende", "Vorschläge", "Vermittlungen",
         "Gespräche"],
        ["Sontra", "Soziales", 12, 3, "< 3", "< 3", 0, 40],
        ["Herleshausen", "Sport und Bewegung", "< 3", 0, 3, "< 3", "< 3", 0],
    ]  # fmt: skip
    assert page.freeze_panes == f"A{header + 1}"
    assert page.auto_filter.ref == f"A{header}:H{header + 2}"
    assert page.page_setup.orientation == "landscape"


def test_what_the_figures_are_about_stands_above(book):
    page = book.worksheets[0]
    facts = {row[0].value: row[1].value for row in page.iter_rows(max_row=10)}
    assert facts["Zeitraum"] == "01.01.2026 bis 30.06.2026"
    assert facts["Filter"] == "Gemeinde Sontra"
    assert facts["Stand"] == "23.11.2026"
    assert facts["Ausgabe"] == "4"
    assert facts["Herausgeber"].startswith("Zweckverband Sontra")
    assert "< 3" in facts["Hinweis"]


def test_every_column_is_defined(book):
    page = book["Definitionen"]
    defined = {row[0].value: row[1].value for row in page.iter_rows() if row[1].value}
    for column in council.COLUMNS:
        assert len(defined[column.title]) > 20
    assert "< 3" in defined["Kleine Zahlen"]


def test_no_small_count_can_be_read_anywhere(book):
    values = [
        cell.value for page in book for row in page.iter_rows() for cell in row
    ]  # fmt: skip
    assert not any(value in (1, 2) for value in values)
    assert not any("Summe:" in str(value) or str(value).startswith("Gesamt") for value in values)


@given(st.integers(0, 10_000))
def test_protected(count):
    shown = council.protected(count)
    assert shown == ("< 3" if 1 <= count <= 2 else count)


def test_empty_filter_says_everything(tmp_path, office):
    path = tmp_path / "x.xlsx"
    council.council_list(path, ROWS, office, FIRST, LAST, "", STAND)
    page = openpyxl.load_workbook(path).worksheets[0]
    facts = {row[0].value: row[1].value for row in page.iter_rows(max_row=9)}
    assert facts["Filter"] == "alle Gemeinden, alle Bereiche"
    assert "Ausgabe" not in facts


def test_refusals(tmp_path, office):
    with pytest.raises(DomainError, match="endet, bevor er beginnt"):
        council.council_list(tmp_path / "x.xlsx", ROWS, office, LAST, FIRST, "", STAND)
    with pytest.raises(DomainError, match="keine Zahlen"):
        council.council_list(tmp_path / "x.xlsx", [], office, FIRST, LAST, "", STAND)
    assert list(tmp_path.iterdir()) == []
