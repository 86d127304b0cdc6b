"""A whole window on a small real store, with its work in the background."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop import app
from ehrenamt_desktop.device import Device
from ehrenamt_desktop.store import keyfile
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.kit.notices import DeskNotices
from ehrenamt_desktop.ui.kit.tasks import BackgroundTasks
from ehrenamt_desktop.ui.main_window import MainWindow


@pytest.fixture
def bar(desk):
    return NoticeBar()


@pytest.fixture
def window(office, bus, bar, files, navigator, tmp_path, qtbot):
    notices = DeskNotices(bar)
    tasks = BackgroundTasks(notices.error)
    parts = Desk(office, tasks, bus, notices, files, navigator)
    made = MainWindow(parts, bar, Device(tmp_path / "device"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "start" in made._tabs)
    made.equipment.complete()
    yield made
    assert tasks.drain()


@pytest.fixture
def run(desk, tmp_path, monkeypatch, files):
    """Runs the program at a desk `at`, on a store or as that desk left it; returns its exit code.

    `steps` are done one after the other, each a kind of window and what is done when it shows.
    """
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))
    monkeypatch.setattr(app, "DeskFiles", lambda *_: files)

    def work(*steps, at="device", store=None):
        monkeypatch.setattr(app, "Device", lambda: Device(tmp_path / at))
        left = list(steps)

        def look():
            for one in QApplication.topLevelWidgets():
                if left and isinstance(one, left[0][0]) and one.isVisible():
                    _, deed = left.pop(0)
                    deed(one)
                    return

        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(5)
        code = app.run_window(store)
        timer.stop()
        assert [kind for kind, _ in left] == []
        return code

    return work
