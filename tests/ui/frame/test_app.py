"""The composition root: opening, closing, errors nobody caught, German texts of Qt."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from ehrenamt_desktop import app
from ehrenamt_desktop.device import Device
from ehrenamt_desktop.errors import DomainError, StoreUnavailable
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import keyfile
from ehrenamt_desktop.store.wrapping import Cost
from ehrenamt_desktop.ui.kit import boxes
from ehrenamt_desktop.ui.kit.changes import ChangeBus
from ehrenamt_desktop.ui.main_window import MainWindow
from ehrenamt_desktop.ui.safety.keys_first_start import StartDialog
from ehrenamt_desktop.ui.safety.keys_unlock import UnlockDialog


@pytest.fixture
def store(demo_store, tmp_path):
    path = tmp_path / "office.ehrenamt"
    shutil.copyfile(demo_store, path)
    return path


@pytest.fixture(autouse=True)
def _own_device(tmp_path, monkeypatch, desk):
    monkeypatch.setattr(app, "Device", lambda: Device(tmp_path / "device"))


def when_shown(kind, deed):
    """Do `deed` with the first window of a kind, as soon as it is there."""
    timer = QTimer()

    def look():
        for one in QApplication.topLevelWidgets():
            if isinstance(one, kind) and one.isVisible():
                timer.stop()
                deed(one)
                return

    timer.timeout.connect(look)
    timer.start(5)
    return timer


def test_a_store_opens_and_closes(store, tmp_path):
    seen = []

    def check(window):
        seen.append(window.windowTitle())
        window.desk.tasks.drain()
        window.close()

    timer = when_shown(MainWindow, check)
    assert app.run_window(store) == 0
    timer.stop()
    assert seen == ["Ehrenamt Desktop"]
    assert Device(tmp_path / "device").last_store == store


def test_a_store_that_is_not_there_is_said(tmp_path):
    said = []
    timer = when_shown(QMessageBox, lambda box: (said.append(box.text()), box.close()))
    assert app.run_window(tmp_path / "weg.ehrenamt") == 1
    timer.stop()
    assert said


def test_without_a_store_the_start_dialog_comes():
    timer = when_shown(StartDialog, lambda dialog: dialog.reject())
    assert app.run_window() == 0
    timer.stop()


def test_a_lost_store_is_named_in_the_start_dialog(tmp_path):
    Device(tmp_path / "device").last_store = tmp_path / "weg.ehrenamt"
    said = []
    timer = when_shown(
        StartDialog, lambda dialog: (said.append(dialog.problem.text()), dialog.reject())
    )
    assert app.run_window() == 0
    timer.stop()
    assert said[0]


def test_an_encrypted_store_asks_for_its_passphrase(tmp_path):
    from ehrenamt_desktop.services.new_office import create_office

    path = tmp_path / "geheim.ehrenamt"
    create_office(path, passphrase="lang und gut")
    said = []

    def type_both(dialog):
        dialog.passphrase.setText("falsch und lang")
        dialog.confirm()
        said.append(dialog.problem.text())
        dialog.passphrase.setText("lang und gut")
        dialog.confirm()

    bus = ChangeBus()
    timer = when_shown(UnlockDialog, type_both)
    office = app._open(path, None, bus)
    timer.stop()
    assert said[0]
    assert office.encrypted
    office.close()


def test_errors_nobody_caught_find_their_rung(store, qtbot, monkeypatch):
    from ehrenamt_desktop.services.office import open_office

    office = open_office(store)
    window = app.make_window(office, ChangeBus(), app.Device())
    qtbot.addWidget(window)
    hook = app._hook(window)
    hook(DomainError, DomainError("Erst klären."), None)
    assert window.findChild(object, "notice.text").text() == "Erst klären."
    shown = []
    monkeypatch.setattr(boxes, "show_bug", lambda error, parent: shown.append(error))
    problem = KeyError("x")
    hook(KeyError, problem, None)
    assert shown == [problem]
    window.desk.tasks.close()
    office.close()


def test_qt_speaks_german():
    app.install_german(QApplication.instance())
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_pictures_of_a_missing_store(tmp_path):
    with pytest.raises(StoreUnavailable):
        app.take_screenshots(tmp_path / "weg.ehrenamt", tmp_path / "bilder")


def test_a_copy_takes_the_place_of_the_store_and_the_window_comes_again(tmp_path, monkeypatch):
    monkeypatch.setattr(keyfile, "usual_cost", lambda: Cost(8 * 16, 1, 1))
    path = tmp_path / "buero.ehrenamt"
    create_office(path, passphrase="geheim")
    office = open_office(path, passphrase="geheim")
    office.people.save({"last_name": "Beck", "first_name": "Lea"})
    copy = office.backups.make()
    office.people.save({"last_name": "Beck", "first_name": "Tim"})
    office.close()
    seen = []

    def look():
        for one in QApplication.topLevelWidgets():
            if isinstance(one, UnlockDialog) and one.isVisible():
                one.passphrase.setText("geheim")
                one.confirm()
            elif isinstance(one, MainWindow) and one.isVisible() and one not in seen:
                seen.append(one)
                one.desk.tasks.drain()
                one.restore(copy) if len(seen) == 1 else one.close()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(5)
    assert app.run_window(path, "geheim") == 0
    timer.stop()
    assert len(seen) == 2
    opened = open_office(path, passphrase="geheim")
    assert len(opened.lists.people.ids(ListQuery())) == 1
    opened.close()
    (aside,) = path.parent.glob("*vor-wiederherstellung*.ehrenamt")
    kept = open_office(aside, passphrase="geheim")
    assert len(kept.lists.people.ids(ListQuery())) == 2
    kept.close()
