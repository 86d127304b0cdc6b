"""Boards of the villages: what hangs there, and the round that hangs up and takes down."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import offer, place_id
from tests.printed import read

from ehrenamt_desktop.errors import ConflictError, DomainError, InvalidDraft
from ehrenamt_desktop.model.sheets import SheetChoice

MARCH = dt.date(2027, 3, 1)


@pytest.fixture
def board(office):
    offer(office, place_id=place_id(office, "Ulfen"))
    values = {"name": "Kirche", "place_id": place_id(office, "Ulfen"), "note": "Schlüssel: Nr. 12"}
    return office.boards.save(values)


def pin_up(office, tmp_path, board):
    choice = SheetChoice(place_id(office, "Ulfen"), board_id=board)
    return office.papers.sheet(tmp_path / "a.pdf", choice)


def deeds(office, as_of=None):
    return [(one.deed, one.title) for stop in office.boards.round(as_of) for one in stop.items]


def test_the_register(office, board):
    (row,) = office.boards.rows()
    assert (row.name, row.place, row.large, row.hanging, row.due) == (
        "Kirche", "Ulfen (Sontra)", False, 0, 0,
    )  # fmt: skip
    office.boards.save({"name": "Kirche, außen", "large": True}, board, row.version)
    with pytest.raises(ConflictError):
        office.boards.save({"name": "zu spät"}, board, row.version)
    with pytest.raises(InvalidDraft):
        office.boards.save({"name": " "})
    assert office.boards.rows()[0].large
    office.boards.remove(board)
    assert office.boards.rows() == ()
    office.history.undo()
    assert len(office.boards.rows()) == 1


def test_a_sheet_is_hung_up_then_replaced_on_a_round(office, board, tmp_path):
    title = "Aushang Ulfen (Sontra)"
    first = pin_up(office, tmp_path, board)
    assert deeds(office) == [("aufhängen", title)]
    assert office.boards.rows()[0].hanging == 0
    assert [one.title for one in office.lists.follow_ups(days=0)] == [f"{title} aufhängen"]
    office.boards.done([office.boards.round()[0].items[0].reminder])
    assert (office.boards.rows()[0].hanging, deeds(office)) == (1, [])
    pin_up(office, tmp_path, board)
    assert deeds(office) == [("abnehmen", title), ("aufhängen", title)]
    office.boards.done([one.reminder for one in office.boards.round()[0].items])
    assert office.lists.postings.rows([first])[0].taken_down_on == dt.date(2026, 11, 23)
    assert (office.boards.rows()[0].hanging, deeds(office)) == (1, [])
    assert deeds(office, MARCH) == [("abnehmen", title)]
    office.history.undo()
    assert len(deeds(office)) == 2


def test_what_never_hung_needs_no_taking_down(office, board, tmp_path):
    first = pin_up(office, tmp_path, board)
    pin_up(office, tmp_path, board)
    assert [deed for deed, _ in deeds(office)] == ["aufhängen"]
    assert office.lists.postings.rows([first])[0].taken_down_on is not None


def test_the_paper_of_the_round(office, board, tmp_path):
    path = tmp_path / "rundgang.pdf"
    with pytest.raises(DomainError, match="an keinem Schaukasten"):
        office.boards.paper(path)
    pin_up(office, tmp_path, board)
    (row,) = office.lists.postings.rows([office.boards.paper(path)])
    assert (row.kind.label, row.title, row.rows) == ("Rundgang", "Rundgang: 1 Schaukasten", 1)
    text = " ".join(read(path).pages[0].split())
    for said in ("Ulfen (Sontra): Kirche", "Schlüssel: Nr. 12", "Aufhängen: Aushang Ulfen",
                 "erledigt", "Stand: 23.11.2026 · 1 Schaukasten"):  # fmt: skip
        assert said in text


def test_other_reminders_are_no_round(office, board, tmp_path):
    office.papers.offer_list(tmp_path / "a.pdf")
    call = office.follow_ups.add({"kind": "call", "title": "Anrufen", "due_on": MARCH})
    assert deeds(office, MARCH) == []
    with pytest.raises(DomainError, match="zu keinem Rundgang"):
        office.boards.done([call])
