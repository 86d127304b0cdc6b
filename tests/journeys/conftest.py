"""A whole window on a small real store, with its work in the background."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.device import Device
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
