"""The dialog of the copies: state, difference to today, the way back; and the check."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import keyfile
from ehrenamt_desktop.store.wrapping import Cost
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.main_window import MainWindow
from ehrenamt_desktop.ui.safety.backup_dialog import BackupDialog, check_store


@pytest.fixture
def office(tmp_path, monkeypatch):
    monkeypatch.setattr(keyfile, "usual_cost", lambda: Cost(8 * 16, 1, 1))
    path = tmp_path / "buero.ehrenamt"
    create_office(path, passphrase="geheim")
    opened = open_office(path, passphrase="geheim")
    opened.people.save({"last_name": "Beck", "first_name": "Lea"})
    opened.backups.make()
    opened.people.save({"last_name": "Beck", "first_name": "Tim"})
    yield opened
    opened.close()


@pytest.fixture
def window(collaborators, tmp_path, qtbot):
    made = MainWindow(Desk(*collaborators), NoticeBar(), Device(tmp_path / "device"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_difference_to_today_is_said(window):
    dialog = BackupDialog(window)
    dialog.show()
    assert len(dialog.table.ids_shown()) == 1
    assert "Personen 1 (heute 2)" in dialog.change.text()
    assert dialog.accept_button.isEnabled()
    dialog.now_button.click()
    assert len(dialog.table.ids_shown()) == 2
    dialog.reject()


def test_a_second_place_is_chosen(window, files, tmp_path):
    stick = tmp_path / "stift"
    stick.mkdir()
    files.next_path = stick
    dialog = BackupDialog(window)
    dialog.second_button.click()
    assert any(stick.iterdir())
    dialog.reject()


def test_restoring_asks_and_closes_the_window(window, notices, office):
    dialog = BackupDialog(window)
    dialog.show()
    notices.answers = False
    dialog.confirm()
    assert window.wanted_copy is None
    assert "bleibt daneben erhalten" in notices.questions[-1]
    notices.answers = True
    dialog.confirm()
    assert window.wanted_copy is not None
    assert window.wanted_copy.parent == office.backups.folder


def test_typed_words_keep_the_window_open(window, notices):
    dialog = BackupDialog(window)
    dialog.show()
    window.tab("start").is_dirty = lambda: True
    answers = iter([True, False])
    notices.ask = lambda *_: next(answers)
    dialog.confirm()
    assert window.wanted_copy is None
    window.tab("start").is_dirty = lambda: False


def test_a_check_says_what_it_found(window, notices, office):
    check_store(window)
    assert notices.texts()[-1].startswith("Der Bestand ist in Ordnung (")
    assert office.lists.people.ids(ListQuery())
