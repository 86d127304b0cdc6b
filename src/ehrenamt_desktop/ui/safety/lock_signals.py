"""Hears when the system locks its screen, or goes to sleep."""

from __future__ import annotations

import ctypes
import ctypes.wintypes
import os
import sys
from contextlib import suppress
from typing import cast

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QObject,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QWidget

SESSION_CHANGE, SESSION_LOCK = 0x02B1, 0x7
"""WM_WTSSESSION_CHANGE and WTS_SESSION_LOCK (wtsapi32.h)."""

POWER, SUSPEND = 0x0218, 0x0004
"""WM_POWERBROADCAST and PBT_APMSUSPEND (winuser.h)."""

SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
"""Who says `ActiveChanged(true)` on the session's bus when the screen is locked."""

LOGIN, LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"


class SystemLock(QObject):
    """Emits `locked` when the system locks; where no system can be heard it stays silent."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter: QAbstractNativeEventFilter | None = None

    def listen(self) -> None:
        """Listen from now on."""
        if sys.platform == "win32":
            self._listen_to_windows()
        elif sys.platform.startswith("linux"):
            self._listen_to_buses()

    @Slot(bool)
    def active_changed(self, active: bool) -> None:
        """A screen saver came or went, or the computer goes to sleep or wakes."""
        if active:
            self.locked.emit()

    @Slot()
    def lock_asked(self) -> None:
        """The session is to be locked."""
        self.locked.emit()

    def _listen_to_buses(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return
        changed, asked = _slot("active_changed(bool)"), _slot("lock_asked()")
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for service, path in SAVERS:
                session.connect(service, path, service, "ActiveChanged", self, changed)
        system = QDBusConnection.systemBus()
        if system.isConnected():
            manager, own = f"{LOGIN}.Manager", f"{LOGIN}.Session"
            system.connect(LOGIN, LOGIN_PATH, manager, "PrepareForSleep", self, changed)
            number = os.environ.get("XDG_SESSION_ID", "")
            if number.isalnum():
                path = f"{LOGIN_PATH}/session/{session_part(number)}"
                system.connect(LOGIN, path, own, "Lock", self, asked)

    def _listen_to_windows(self) -> None:
        application = QCoreApplication.instance()
        window = self.parent()
        while window is not None and not isinstance(window, QWidget):
            window = window.parent()
        if application is None or not isinstance(window, QWidget):
            return
        with suppress(OSError, AttributeError):
            library = ctypes.CDLL("wtsapi32")
            library.WTSRegisterSessionNotification(ctypes.c_void_p(int(window.winId())), 0)
            self._filter = MessageFilter(self)
            application.installNativeEventFilter(self._filter)


class MessageFilter(QAbstractNativeEventFilter):
    """Sees the messages that Windows sends."""

    def __init__(self, system: SystemLock) -> None:
        super().__init__()
        self._system = system

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Let every message through; tell of the one that matters."""
        if _name(kind) == b"windows_generic_MSG":
            seen = ctypes.wintypes.MSG.from_address(int(message))
            if means_lock(seen.message, seen.wParam):
                self._system.locked.emit()
        return False, 0


def means_lock(message: int, more: int) -> bool:
    """Whether a message of Windows says that the session is locked or the computer sleeps."""
    return (message, more) in ((SESSION_CHANGE, SESSION_LOCK), (POWER, SUSPEND))


def session_part(number: str) -> str:
    """A session's number as part of a path on the bus: a leading digit is written as its code."""
    first = f"_{ord(number[0]):02x}" if number[0].isdigit() else number[0]
    return first + number[1:]


def _slot(signature: str) -> bytes:
    """A slot as the bus wants it: as text, whatever its types say."""
    return cast("bytes", SLOT(signature))


def _name(kind: QByteArray | bytes | bytearray | memoryview) -> bytes:
    return bytes(kind.data() if isinstance(kind, QByteArray) else kind)
