from __future__ import annotations

import threading

from PySide6.QtCore import QThread

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.ui.kit.changes import touches

STEP = (Change(Kind.PERSON, (1, 2)), Change(Kind.OFFER, (7,)), Change(Kind.PERSON, (3,)))


def test_a_step_from_another_thread_arrives_here(bus, qtbot):
    seen = []
    bus.changed.connect(lambda changes: seen.append((changes, QThread.currentThread())))
    worker = threading.Thread(target=bus.publish, args=(STEP,))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(STEP, QThread.currentThread())]


def test_what_a_step_touches():
    assert touches(STEP, Kind.OFFER, Kind.POSTING)
    assert not touches(STEP, Kind.INITIATIVE)
