"""Every letter that comes with the program, as it was last looked at and found good."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.reports.test_golden_papers import compare

from ehrenamt_desktop.reports.letter import Letter, letters
from ehrenamt_desktop.services.letter_texts import shipped

NAMES = sorted(set(shipped()) - {"vorschlag"})  # that one stands among the papers
VALUES = {
    "appointment": "Dienstag, 24.11.2026, 10 Uhr",
    "engagement": "Bürgerbus fahren",
    "papers": "Einwilligung (11/2026)\nElternerklärung (11/2026)",
}


@pytest.mark.parametrize("name", NAMES)
def test_letter(tmp_path, office, address, letter_offer, read_paper, stand, name):
    path = tmp_path / "x.pdf"
    until = dt.date(2026, 12, 21)
    text = shipped()[name]
    values = VALUES | {asked: f"[{asked[1:]}]" for asked in text.asked}
    made = Letter(address, "", [letter_offer], stand, reply_until=until, values=values)
    letters(path, office, [made], text)
    compare(f"letter-{name}.txt", read_paper(path).lines())
