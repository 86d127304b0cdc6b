"""The program is killed while somebody types: at the next start what was typed comes back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from tests.make_office import make_office

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.main_window import MainWindow

TYPE = """
import os, sys, pathlib
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from ehrenamt_desktop.app import make_application, make_window
from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import ChangeBus
from ehrenamt_desktop.ui.record import autosaver

autosaver.EVERY = 50
application = make_application()
theme.apply(application, theme.Look.LIGHT)
bus = ChangeBus()
office = open_office(pathlib.Path(sys.argv[1]), on_changed=bus.publish)
window = make_window(office, bus, Device(pathlib.Path(sys.argv[2])))
window.show()
state = {"typed": False}

def go():
    tab = window.tab("people")
    form = tab.pane.form_part.form if "page" in tab.__dict__ else None
    if form is None:
        window.open_record(Kind.PERSON, 1)
        tab.pane.turn("form")
    elif not state["typed"]:
        state["typed"] = True
        form.editor("hobbies").line.clear()
        QTest.keyClicks(form.editor("hobbies").line, "Kegeln und Lesen")
    elif office.lists.unsaved() and "Lesen" in str(office.lists.unsaved()[0].changes):
        os.write(1, b"kept\\n")
        timer.stop()

timer = QTimer()
timer.timeout.connect(go)
timer.start(50)
application.exec()
"""


@pytest.fixture
def path(tmp_path, tmp_path_factory):
    office = make_office(tmp_path, tmp_path_factory.getbasetemp())
    office.people.save({"last_name": "Dietzel", "first_name": "Marion", "phone": "05653 1"})
    office.close()
    return office.path


def kill_while_typing(path, folder):
    child = subprocess.Popen(
        [sys.executable, "-c", TYPE, str(path), str(folder)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert child.stdout.readline() == b"kept\n"
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()


@pytest.fixture
def start(path, tasks, bus, notices, files, navigator, tmp_path, qtbot):
    opened = []

    def run():
        office = open_office(path, on_changed=bus.publish)
        opened.append(office)
        made = MainWindow(
            Desk(office, tasks, bus, notices, files, navigator), NoticeBar(),
            Device(tmp_path / "device"),
        )  # fmt: skip
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda: "start" in made._tabs)
        made.equipment.complete()
        return made, office

    yield run
    for office in opened:
        office.close()


def test_what_was_typed_comes_back_after_a_kill(path, start, notices, tmp_path, qtbot):
    kill_while_typing(path, tmp_path / "child")
    window, office = start()
    look, text, labels = notices.shown[-1]
    assert look == "info"
    assert text.startswith("Nicht gespeicherte Eingaben von ")
    assert text.endswith(" Uhr: Person Nr. 1.")
    assert labels == ("Wiederherstellen", "Verwerfen")
    assert not office.lists.person(1).values["hobbies"]
    notices.actions["Wiederherstellen"]()
    tab = window.tab("people")
    qtbot.waitUntil(lambda: tab.is_dirty())
    assert window.current() is tab
    assert tab.pane.form_part.form.editor("hobbies").value() == "Kegeln und Lesen"
    tab.save()
    assert office.lists.person(1).values["hobbies"] == "Kegeln und Lesen"
    assert office.lists.person(1).values["phone"] == "05653 1"
    assert office.lists.unsaved() == ()


def test_it_can_be_dropped_and_is_not_asked_again(path, start, notices, tmp_path):
    kill_while_typing(path, tmp_path / "child")
    _, office = start()
    notices.actions["Verwerfen"]()
    assert office.lists.unsaved() == ()
    assert not office.lists.person(1).values["hobbies"]
    office.close()
    notices.clear()
    start()
    assert notices.shown == []


def test_without_a_crash_nothing_is_asked(start, notices):
    window, _ = start()
    window.open_record(Kind.PERSON, 1)
    assert notices.shown == []
