"""Papers and workbooks as they were last looked at and found good.

After a wanted change: `UPDATE_GOLDEN=1 pytest tests/reports/test_golden_papers.py`, then look at
the papers and at the difference.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import openpyxl
from tests.reports.figure_sample import RECEIPTS, SAID, council_lines, report

from ehrenamt_desktop.model.columns.offers import OFFER_COLUMNS
from ehrenamt_desktop.model.enums import Freshness, OfferKind, OfferStage
from ehrenamt_desktop.model.rows import OfferRow
from ehrenamt_desktop.reports import (
    annual_book,
    annual_paper,
    board,
    council,
    council_page,
    funding_book,
    funding_paper,
    letter,
    sheet,
)
from ehrenamt_desktop.services.letter_texts import shipped

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


def compare(name, lines):
    file = GOLDEN / name
    text = "\n".join(lines) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def cells(path):
    """Every cell that holds something: sheet, place, type, form and value."""
    return [
        f"{page.title} {cell.coordinate} {cell.data_type} {cell.number_format} {cell.value}"
        for page in openpyxl.load_workbook(path)
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def test_board_of_one_page(tmp_path, office, ulfen, make_offer, read_paper, stand):
    path = tmp_path / "x.pdf"
    offers = [make_offer(number) for number in range(210, 215)]
    until = dt.date(2027, 2, 28)
    board.offer_list(
        path, office, ulfen, [("Ulfen", offers)], stand, until, neighbours=("Breitau", "Lindenau")
    )
    compare("board-ulfen.txt", read_paper(path).lines())


def test_board_of_the_area(tmp_path, office, make_offer, read_paper, stand):
    path = tmp_path / "x.pdf"
    until = dt.date(2027, 2, 28)
    groups = [
        ("Sontra", [make_offer(number) for number in range(1, 6)]),
        ("Herleshausen", [make_offer(number) for number in range(20, 22)]),
        ("Nentershausen", [make_offer(number) for number in range(300, 305)]),
    ]
    board.offer_list(path, office, None, groups, stand, until)
    compare("board-area.txt", read_paper(path).lines())


def test_letter_of_two_offers(tmp_path, office, address, letter_offer, read_paper, stand):
    path = tmp_path / "x.pdf"
    made = letter.Letter(
        address, "", [letter_offer, letter_offer], stand, "EA-214", ("Anmeldebogen",)
    )
    letter.letters(path, office, [made], shipped()["vorschlag"])
    compare("letter.txt", read_paper(path).lines())


def test_council_list(tmp_path, office):
    path = tmp_path / "x.xlsx"
    council.council_list(path, office, report(), council_lines())
    compare("council.txt", cells(path))


def test_council_page(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    council_page.council_page(path, office, report(), SAID)
    compare("council-page.txt", read_paper(path).lines())


def test_annual_report(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    annual_paper.annual_paper(path, office, report(), SAID)
    compare("annual-paper.txt", read_paper(path).lines())


def test_annual_workbook(tmp_path, office):
    path = tmp_path / "x.xlsx"
    annual_book.annual_book(path, office, report())
    compare("annual-book.txt", cells(path))


def test_funding_report(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    funding_paper.funding_paper(path, office, report(), SAID, RECEIPTS)
    compare("funding-paper.txt", read_paper(path).lines())


def test_funding_workbook(tmp_path, office):
    path = tmp_path / "x.xlsx"
    funding_book.funding_book(path, office, report(), SAID, RECEIPTS)
    compare("funding-book.txt", cells(path))


def test_offer_list(tmp_path):
    path = tmp_path / "x.xlsx"
    rows = [
        OfferRow(
            number, title, 1, "Verein", "Ulfen", "Sontra", "Soziales", OfferStage.OPEN, free, total,
            dt.date(2026, 3, 1), None, Freshness.FRESH, OfferKind.OFFER,
        )
        for number, title, free, total in ((7, "Bürgerbus fahren", 2, 3), (8, "=1+1", None, None))
    ]  # fmt: skip
    facts = {"Stand": "23.11.2026", "Filter": "Gemeinde Sontra"}
    sheet.write_list(path, "Angebote", OFFER_COLUMNS, rows, facts, {"Titel": "Was zu tun ist"})
    compare("offers.txt", cells(path))
