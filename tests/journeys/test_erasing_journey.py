"""Somebody wants to be forgotten: gone from window and files; no safety copy brings her back."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from tests.clear_text import traces
from tests.make_office import adult, offer

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.enums import ArchiveAnswer, EndReason, Kind, PlacementState
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services import backups
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import backup
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.main_window import MainWindow

NAMES = ("Xanthippe", "Zwirbelbart", "zwirbel@example.org")


@pytest.fixture
def window_of(tasks, bus, notices, files, navigator, tmp_path, qtbot):
    """Opens the whole window on an office, and does what it does at the start."""

    def made(office):
        desk = Desk(office, tasks, bus, notices, files, navigator)
        window = MainWindow(desk, NoticeBar(), Device(tmp_path / "device"))
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: "start" in window._tabs)
        window.equipment.complete()
        return window

    return made


@pytest.fixture
def xanthippe(empty_office):
    """Somebody whose contact a body received, and a safety copy that knows her."""
    office = empty_office
    number = adult(office, first_name=NAMES[0], last_name=NAMES[1], email=NAMES[2])
    office.people.add_consent(number, {"scope": "handover", "given_on": "2026-01-02"})
    body = office.initiatives.save(
        {"name": "Büchereiverein", "street": "Markt 1", "postcode": "36205", "city": "Sontra"}
    )
    task = offer(office, initiative_id=body)
    [placement] = office.placements.propose(number, [task])
    office.placements.move(placement, PlacementState.PASSED_ON)
    office.placements.move(placement, PlacementState.ENDED, reason=EndReason.DECLINED)
    office.backups.keep()
    return number


def shown(window):
    QApplication.processEvents()
    return [one for one in window.findChildren(QDialog) if one.isVisible()][-1]


def test_she_goes_and_no_copy_brings_her_back(
    xanthippe, empty_office, window_of, files, bus, tmp_path
):
    path, [copy] = empty_office.path, backup.all_in(empty_office.path.parent / "sicherungen")
    window = window_of(empty_office)
    window.open_record(Kind.PERSON, xanthippe)
    next(one for one in window.current().commands() if one.name == "person.erase").run()
    shown(window).confirm()
    window.findChild(object, "main.erasures").trigger()
    erasures = shown(window)
    erasures.answer_button.click()
    asked = shown(window)
    asked.form.editor("answer").set_value(ArchiveAnswer.WAIVER)
    asked.form.editor("file_number").set_value("KA 3")
    asked.confirm()
    files.next_path = tmp_path / "briefe"
    files.next_path.mkdir()
    erasures.confirm()
    assert len(list(files.next_path.rglob("*.pdf"))) == 1
    assert empty_office.lists.people.ids(ListQuery()) == []
    window.close()
    empty_office.close()
    beside = [one for one in path.parent.iterdir() if one.is_file()]
    assert path in beside
    assert not {*beside} & {*traces(path.parent, NAMES)}

    backups.replace(copy, path, None)
    again = open_office(path)
    assert again.lists.people.ids(ListQuery()) == []
    again.close()
    for one in path.parent.glob(f"{path.name}-*"):
        one.unlink()
    shutil.copyfile(copy / backup.verify(copy).store, path)  # by hand, past the program
    again = open_office(path, on_changed=bus.publish)
    assert again.lists.people.ids(ListQuery()) == [xanthippe]
    window_of(again)
    assert again.lists.people.ids(ListQuery()) == []
    again.close()
    assert path not in set(traces(path.parent, NAMES))
