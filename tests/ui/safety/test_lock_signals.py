"""The system's own lock is heard: on a bus of its own here, by its messages on Windows."""

from __future__ import annotations

import ctypes
import ctypes.wintypes
import shutil
import subprocess
import sys

import pytest

from ehrenamt_desktop.ui.safety.lock_dialog import system_words
from ehrenamt_desktop.ui.safety.lock_signals import (
    MessageFilter,
    SystemLock,
    means_lock,
    session_part,
)

LISTEN = """
import os, sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from ehrenamt_desktop.ui.safety.lock_signals import SystemLock

service, path, face, name, *values = sys.argv[1:]
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
os.environ["XDG_SESSION_ID"] = "2"
application = QCoreApplication([])
system = SystemLock()
heard = []
system.locked.connect(lambda: (heard.append(True), application.quit()))
system.listen()
teller = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "teller")
assert teller.registerService(service)

def say(*given):
    told = QDBusMessage.createSignal(path, face, name)
    told.setArguments(list(given))
    assert teller.send(told)

if values:
    say(False)
timer = QTimer()
timer.timeout.connect(lambda: say(True) if values else say())
timer.start(20)
QTimer.singleShot(20_000, application.quit)
application.exec()
sys.exit(0 if heard else 3)
"""
LOGIN = "org.freedesktop.login1"


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no bus to be had here")
@pytest.mark.parametrize("told", [
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged",
     "true"),
    (LOGIN, "/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "true"),
    (LOGIN, "/org/freedesktop/login1/session/_32", f"{LOGIN}.Session", "Lock"),
], ids=lambda told: told[3])  # fmt: skip
def test_the_system_is_heard_on_its_buses(told):
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", LISTEN, *told],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_messages_of_windows(desk):
    assert means_lock(0x02B1, 7)
    assert means_lock(0x0218, 4)
    assert not means_lock(0x02B1, 8)  # unlocked
    assert not means_lock(0x0218, 7)  # awake again
    assert not means_lock(0x0100, 7)
    heard = []
    system = SystemLock()
    system.locked.connect(lambda: heard.append(True))
    seen = ctypes.wintypes.MSG()
    seen.message, seen.wParam = 0x02B1, 7
    listener = MessageFilter(system)
    assert listener.nativeEventFilter(b"xcb_generic_event_t", 1) == (False, 0)
    assert heard == []
    assert listener.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(seen)) == (False, 0)
    assert heard == [True]


@pytest.mark.parametrize(("number", "part"), [("2", "_32"), ("c1", "c1"), ("17", "_317")])
def test_a_session_on_the_bus(number, part):
    assert session_part(number) == part


def test_the_words_about_the_computer():
    assert system_words(None).startswith("Dieser Computer sperrt sich nicht von selbst")
    assert system_words(1) == "Dieser Computer sperrt sich nach einer Minute selbst."
    assert system_words(15) == "Dieser Computer sperrt sich nach 15 Minuten selbst."
