"""Way (d) of the house: the notice board for Ulfen, from the chosen place to the reminder."""

from __future__ import annotations

import datetime as dt

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from tests.make_office import adult, offer, place_id

from ehrenamt_desktop.model.enums import Kind, PaperKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.sheets import SheetSize, SheetVariant
from ehrenamt_desktop.ui.documents.boards_dialog import BoardsDialog
from ehrenamt_desktop.ui.documents.new_papers import BoardDialog
from ehrenamt_desktop.ui.kit.tasks import LongWork

SECRETS = ("Wiegand", "Tilda", "0171 9999999", "Schlüssel liegt beim Nachbarn", "Dietzel")
"""What stands in the records and never on a board."""


@pytest.fixture
def office(empty_office):
    ulfen, breitau = place_id(empty_office, "Ulfen"), place_id(empty_office, "Breitau")
    initiative = empty_office.initiatives.save({"name": "Dorfverein Ulfen", "place_id": ulfen})
    empty_office.initiatives.save_contact(
        initiative, {"last_name": "Wiegand", "first_name": "Tilda", "phone": "0171 9999999"}
    )
    adult(empty_office, place_id=ulfen)
    for title, place in (("Dorfladen mitbetreiben", ulfen), ("Backhaus heizen", ulfen),
                         ("Wanderwege pflegen", breitau)):  # fmt: skip
        offer(empty_office, title=title, place_id=place, initiative_id=initiative,
              note="Schlüssel liegt beim Nachbarn")  # fmt: skip
    offer(empty_office, title="Noch im Entwurf", place_id=ulfen, initiative_id=initiative,
          status="draft")  # fmt: skip
    return empty_office


@pytest.fixture
def tab(window):
    window.show_tab("documents")
    return window.current()


def choose_place(window, tab, qtbot, name):
    tab.findChild(QAction, "documents.board").trigger()
    qtbot.waitUntil(lambda: tab.findChild(BoardDialog) is not None)
    dialog = tab.findChild(BoardDialog)
    dialog.choose(place_id(window.desk.office, name))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)


def text_of(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_sheet_for_ulfen(window, tab, office, bar, files, qtbot, tmp_path):
    work_seen = []
    window.desk.tasks.long_work.connect(work_seen.append)
    files.next_path = tmp_path / "Aushang Ulfen.pdf"
    choose_place(window, tab, qtbot, "Ulfen")
    qtbot.waitUntil(lambda: "fertig" in bar.text())
    assert [type(one) for one in work_seen] == [LongWork]
    text = text_of(files.next_path)
    assert "Dorfladen mitbetreiben" in text
    assert "Backhaus heizen" in text
    assert "Noch im Entwurf" not in text
    assert not [secret for secret in SECRETS if secret in text]
    assert office.lists.office_info().phone in text
    assert [one.name for one in tmp_path.glob("*Aushang*")] == ["Aushang Ulfen.pdf"]
    assert bar.actions_shown() == ["Ansehen", "Drucken", "Ordner"]
    bar._actions[1].click()
    assert files.printed == [files.next_path]


def test_the_sheet_is_remembered_and_comes_down_again(
    window, tab, office, bar, files, qtbot, tmp_path
):
    files.next_path = tmp_path / "Aushang Ulfen.pdf"
    choose_place(window, tab, qtbot, "Ulfen")
    qtbot.waitUntil(lambda: tab.list.table.count() == 1)
    (number,) = office.lists.postings.ids(ListQuery())
    (posting,) = office.lists.postings.rows([number])
    assert (posting.kind, posting.printed_on) == (PaperKind.OFFER_LIST, dt.date(2026, 11, 23))
    assert posting.take_down_on > posting.printed_on
    reminders = office.lists.follow_ups(posting.take_down_on, 0)
    (reminder,) = [one for one in reminders if "Aushang" in one.title]
    assert reminder.due_on == posting.take_down_on
    window.desk.navigator.open(Kind.POSTING, number)
    qtbot.waitUntil(lambda: tab.findChild(QPushButton, "documents.down") is not None)
    tab.findChild(QPushButton, "documents.down").click()
    qtbot.waitUntil(lambda: "abgenommen" in bar.text())
    assert office.lists.postings.rows([number])[0].taken_down_on == dt.date(2026, 11, 23)
    assert not [
        one for one in office.lists.follow_ups(posting.take_down_on, 0) if "Aushang" in one.title
    ]


def test_without_a_phone_number_it_says_what_to_do(
    window, tab, office, bar, files, qtbot, tmp_path
):
    office.settings.set("office", {"name": "Ehrenamtsagentur"})
    files.next_path = tmp_path / "Aushang.pdf"
    choose_place(window, tab, qtbot, "Ulfen")
    qtbot.waitUntil(lambda: "Telefon" in bar.text())
    assert not files.next_path.exists()
    assert office.lists.postings.total() == 0


def test_the_board_of_ulfen_from_the_print_to_the_round(
    window, tab, office, bar, files, qtbot, tmp_path
):
    ulfen = place_id(office, "Ulfen")
    board = office.boards.save({"name": "Kirche", "place_id": ulfen, "large": True})
    tab.findChild(QAction, "documents.board").trigger()
    qtbot.waitUntil(lambda: tab.findChild(BoardDialog) is not None)
    dialog = tab.findChild(BoardDialog)
    dialog.choose(ulfen)
    dialog.fields.choose(SheetVariant.LARGE, SheetSize.A3)
    dialog.fields.choose_board(board)
    files.next_path = tmp_path / "Aushang Ulfen.pdf"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "fertig" in bar.text())
    assert round(float(PdfReader(files.next_path).pages[0].mediabox.width)) == 842
    reminders = office.lists.follow_ups(days=0)
    assert [one.title for one in reminders] == ["Aushang Ulfen (Sontra), Großdruck aufhängen"]
    tab.findChild(QAction, "documents.boards").trigger()
    qtbot.waitUntil(lambda: tab.findChild(BoardsDialog) is not None)
    boards = tab.findChild(BoardsDialog)
    qtbot.waitUntil(lambda: bool(boards.ticks))
    next(iter(boards.ticks.values())).setChecked(True)
    boards.accept_button.click()
    qtbot.waitUntil(lambda: not boards.ticks)
    assert office.boards.rows()[0].hanging == 1
    assert office.lists.follow_ups(days=0) == ()
    boards.reject()
