"""Offer, attendance and call sheets: by position, and hostile words."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.model.desk_sheets import CallEntry, Meeting, OfferSheet
from ehrenamt_desktop.reports.attendance import attendance, rows_of_a_page
from ehrenamt_desktop.reports.call_sheet import call_sheet
from ehrenamt_desktop.reports.offer_sheet import offer_sheet

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
OFFER = OfferSheet(
    7, "Bürgerbus fahren", "Bürgerbus Sontra e. V.",
    "Sie fahren ältere Nachbarn zum Einkauf und zum Arzt und helfen beim Ein- und Aussteigen.",
    (("Wo", "Ulfen und Sontra"), ("Wann", "donnerstags 8–12 Uhr"),
     ("Das brauchen Sie", "Führerschein B")),
)  # fmt: skip
MEETING = Meeting("Schulung Erste Hilfe", dt.date(2026, 12, 4), "18 Uhr", "Bürgerhaus Sontra")
NAMES = ("Dr. Łukasz Weiß", "Marion Dietzel")
CALLS = (CallEntry(12, "Marion Dietzel", "05653 4471", "Ulfen"), CallEntry(13, "TSV Süß", ""))
TEXTS = (
    "Donaudampfschifffahrtsgesellschaft " * 60, "W" * 2000,
    "<b>&amp;<img src='/etc/passwd'> " * 60, "\u202etfel 😀\n" * 200, "",
)  # fmt: skip


def write(kind, path, office, stand, text=None, progress=None):
    more = [] if progress is None else [progress]
    if kind == "offer":
        sheet = OFFER
        if text is not None:
            facts = tuple((label, text) for label, _ in OFFER.facts * 2)
            sheet = OfferSheet(7, text, text, text, facts)
        return offer_sheet(path, office, sheet, stand, *more)
    if kind == "attendance":
        meeting = MEETING if text is None else Meeting(text, None, text[:40], text)
        names = NAMES if text is None else (text,) * 40
        return attendance(path, office, meeting, names, 3, *more)
    calls = CALLS if text is None else (CallEntry(1, text, text[:40], text),) * 30
    return call_sheet(path, office, text or "Einladung", calls, stand, *more)


def check(read):
    for place, one in enumerate(read.words):
        assert 19 <= one.left <= one.right <= 193, one
        assert 10 <= one.top <= one.bottom <= 290, one
        assert not [
            other for other in read.words[place + 1 :] if one.page == other.page
            and one.overlaps(other)
        ], one  # fmt: skip


@pytest.mark.parametrize("kind", ["offer", "attendance", "calls"])
def test_it_looks_as_it_was_looked_at(tmp_path, office, read_paper, stand, kind):
    path = tmp_path / "x.pdf"
    assert write(kind, path, office, stand) == 1
    read = read_paper(path)
    check(read)
    assert office.phone in read.pages[0]
    text = "\n".join(read.lines()) + "\n"
    golden = GOLDEN / f"sheet-{kind}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["offer", "attendance", "calls"])
@pytest.mark.parametrize("text", TEXTS)
def test_hostile_words_stay_on_the_paper(tmp_path, office, read_paper, stand, kind, text):
    path = tmp_path / "x.pdf"
    pages = write(kind, path, office, stand, text)
    read = read_paper(path)
    assert len(read.pages) == pages
    check(read)
    assert "root:" not in "".join(read.pages)
    assert kind != "offer" or pages == 1


def test_the_rows_of_a_page_fill_it_and_one_more_does_not_fit(tmp_path, office):
    rows = rows_of_a_page(MEETING)
    assert attendance(tmp_path / "x.pdf", office, MEETING, (), rows) == 1
    assert attendance(tmp_path / "x.pdf", office, MEETING, (), rows + 1) == 2


@pytest.mark.parametrize("kind", ["offer", "attendance", "calls"])
def test_cancel_leaves_nothing(tmp_path, office, stand, kind):
    class Stopped:
        def step(self, *_):
            raise Cancelled

    with pytest.raises(Cancelled):
        write(kind, tmp_path / "x.pdf", office, stand, progress=Stopped())
    assert not list(tmp_path.iterdir())
