"""Sheets: one offer with public words only, names to sign, whom to phone."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import adult, offer
from tests.printed import read

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.desk_sheets import Meeting
from ehrenamt_desktop.model.views import View
from ehrenamt_desktop.services.desk_sheets import LONGEST

MEETING = Meeting("Dankeabend", dt.date(2026, 12, 4), "18 Uhr", "Bürgerhaus Sontra")


def test_an_offer_to_take_along(office, tmp_path):
    number = offer(office, title="Bürgerbus fahren", description="Sie fahren Nachbarn.",
                   hours_per_week=4, expense_refund=True, requirements="Führerschein B",
                   induction="zwei Mitfahrten")  # fmt: skip
    office.desk_sheets.offer_sheet(tmp_path / "x.pdf", number)
    paper = read(tmp_path / "x.pdf")
    assert len(paper.pages) == 1
    for words in ("Bürgerbus fahren", "Sie fahren Nachbarn.", "etwa 4 Stunden pro Woche",
                  "zwei Mitfahrten", "werden erstattet", f"Nummer {number}."):  # fmt: skip
        assert words in paper.pages[0]


def test_only_open_offers_and_of_help_only_public_words(office, tmp_path):
    draft = offer(office, status="draft")
    with pytest.raises(DomainError, match="nur zu offenen"):
        office.desk_sheets.offer_sheet(tmp_path / "x.pdf", draft)
    helped = offer(office, kind="help_request", title="Einkaufen helfen", teaser="Einmal in der "
                   "Woche.", description="Hintergasse 3, zwei Treppen")  # fmt: skip
    office.desk_sheets.offer_sheet(tmp_path / "x.pdf", helped)
    page = read(tmp_path / "x.pdf").pages[0]
    assert "Hintergasse" not in page
    assert "Einmal in der Woche." in page


def test_empty_rows_fill_one_page_and_names_get_a_few_more(office, tmp_path):
    office.desk_sheets.attendance(tmp_path / "x.pdf", MEETING)
    paper = read(tmp_path / "x.pdf")
    assert len(paper.pages) == 1
    assert "Tag: 04.12.2026" in paper.pages[0]
    people = [adult(office, last_name=name) for name in ("Gliem", "Ohnsorge")]
    number = office.desk_sheets.attendance(tmp_path / "y.pdf", MEETING, people)
    page = read(tmp_path / "y.pdf").pages[0]
    assert "Marion Gliem" in page
    assert "Marion Ohnsorge" in page
    (row,) = office.lists.postings.rows([number])
    assert row.title == "Teilnahmeliste: Dankeabend"


@pytest.mark.parametrize(("title", "rows"), [(" ", 5), ("x" * (LONGEST + 1), 5), ("T", 501)])
def test_what_is_missing_or_too_much_is_refused(office, tmp_path, title, rows):
    with pytest.raises(InvalidDraft):
        office.desk_sheets.attendance(tmp_path / "x.pdf", Meeting(title), (), rows)
    assert not (tmp_path / "x.pdf").exists()


def test_whom_to_phone_with_reason_and_number(office, tmp_path):
    with_phone = adult(office, last_name="Gliem", phone="05653 12340")
    without = adult(office, last_name="Ohnsorge")
    number = office.desk_sheets.call_sheet(
        tmp_path / "x.pdf", "people", [with_phone, without], "Einladung zum Dankeabend"
    )
    page = read(tmp_path / "x.pdf").pages[0]
    for words in ("Marion Gliem", "05653 12340", "keine Telefonnummer", "nicht erreicht", "Notiz:"):
        assert words in page
    with office.store.read() as connection:
        kept = connection.execute("SELECT purpose FROM posting WHERE id = ?", (number,)).fetchone()
    assert kept[0] == "Einladung zum Dankeabend"
    with pytest.raises(DomainError, match="1 bis 500"):
        office.desk_sheets.call_sheet(tmp_path / "y.pdf", "initiatives", [], "Anlass")


def test_the_names_of_a_view(office):
    adult(office, last_name="Gliem")
    office.views.save("people", "Chor", View(text="gliem"))
    assert len(office.desk_sheets.of_view("people", "chor")) == 1
    with pytest.raises(DomainError, match="gibt es nicht"):
        office.desk_sheets.of_view("people", "Fehlt")
