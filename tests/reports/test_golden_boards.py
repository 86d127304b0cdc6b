"""What is pinned up or published, as it was last looked at and found good.

After a wanted change: `UPDATE_GOLDEN=1 pytest tests/reports/test_golden_boards.py`, then look at
the papers and at the difference.
"""

from __future__ import annotations

import datetime as dt

import docx
import pytest
from tests.reports.test_golden_papers import compare

from ehrenamt_desktop.model.boards import RoundItem, RoundStop
from ehrenamt_desktop.model.enums import FollowUpKind
from ehrenamt_desktop.model.rules.bulletin import bulletin
from ehrenamt_desktop.model.sheets import SheetSize, SheetVariant
from ehrenamt_desktop.reports import board, board_round, bulletin_docx, poster, web_page
from ehrenamt_desktop.reports.board_words import LOOKS

UNTIL = dt.date(2027, 2, 28)


@pytest.mark.parametrize("variant", [one for one in SheetVariant if one is not SheetVariant.USUAL])
def test_sheets(variant, tmp_path, office, ulfen, make_offer, read_paper, stand):
    path = tmp_path / "x.pdf"
    offers = [make_offer(number) for number in range(210, 213)]
    groups = [("Ulfen", offers)]
    board.offer_list(path, office, ulfen, groups, stand, UNTIL, look=LOOKS[variant])
    compare(f"board-{variant.value}.txt", read_paper(path).lines())


def test_a_field_on_a3(tmp_path, office, make_offer, read_paper, stand):
    path = tmp_path / "x.pdf"
    groups = [("Ulfen", [make_offer(1), make_offer(2)]), ("Breitau", [make_offer(3)])]
    board.offer_list(
        path, office, None, groups, stand, UNTIL, title="Mitmachen: Sport", size=SheetSize.A3
    )
    compare("board-a3.txt", read_paper(path).lines())


def test_poster(tmp_path, office, make_offer, read_paper, stand):
    path = tmp_path / "x.pdf"
    poster.poster(path, office, make_offer(217), stand, UNTIL)
    lines = [line for line in read_paper(path).lines() if float(line.split()[1]) < 234]
    compare("poster.txt", lines)


def test_round(tmp_path, office, read_paper, stand):
    path = tmp_path / "x.pdf"
    items = (
        RoundItem(1, "Aushang Ulfen (Sontra)", FollowUpKind.TAKE_DOWN),
        RoundItem(2, "Aushang Ulfen (Sontra)", FollowUpKind.HANG_UP),
    )
    stops = [RoundStop("Kirche", "Ulfen (Sontra)", "Schlüssel im Pfarrhaus", items)]
    board_round.board_round(path, office, stops, stand)
    compare("board-round.txt", read_paper(path).lines())


def test_web_page(tmp_path, office, make_offer, stand):
    path = tmp_path / "x.html"
    groups = [("Ulfen (Sontra)", [make_offer(215)]), ("Süß", [make_offer(216)])]
    web_page.web_page(path, office, "Mitmachen in Sontra", groups, stand, UNTIL)
    compare("web-page.txt", path.read_text(encoding="utf-8").splitlines())


def test_bulletin(tmp_path, office, make_offer):
    path = tmp_path / "x.docx"
    groups = [("Ulfen", [make_offer(215), make_offer(216)]), ("Süß", [make_offer(217)])]
    bulletin_docx.bulletin_docx(path, bulletin(office, "Mitmachen", groups, 420), office.name)
    parts = docx.Document(str(path)).paragraphs
    compare("bulletin.txt", [f"{part.style.name}: {part.text}" for part in parts])
