"""Sperren: content goes out of sight first, then the store is closed and its key forgotten.

The window and its dialogs stay as they are, unseen, so that unlocking leads back to the same record
and the same half-typed word. Answers that arrive meanwhile wait, and no key reaches anything but
the way back in.
"""

from __future__ import annotations

import gc
from functools import cached_property
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.services import locking
from ehrenamt_desktop.ui.record.autosaver import Autosaver
from ehrenamt_desktop.ui.safety.lock_cover import LockCover
from ehrenamt_desktop.ui.safety.lock_idle import IdleWatch
from ehrenamt_desktop.ui.safety.lock_signals import SystemLock

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.main_window import MainWindow
    from ehrenamt_desktop.ui.safety.keys_unlock import UnlockDialog


ELSEWHERE = (
    "Der Bestand wurde inzwischen an anderer Stelle geändert. Listen zeigen den neuen Stand; was "
    "Sie offen haben, öffnen Sie bitte neu."
)


class DeskLock(QObject):
    """Locks the whole program and lets it be unlocked."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[tuple[QWidget, Qt.WindowModality]] = []
        self._focus: QWidget | None = None
        self._mark = ""
        self.locked = False
        self.dialog: UnlockDialog | None = None
        self._system = SystemLock(self)

    @cached_property
    def cover(self) -> LockCover:
        """What stands in place of the content."""
        made = LockCover(self._window)
        made.unlock_button.clicked.connect(self.ask)
        return made

    @cached_property
    def idle(self) -> IdleWatch:
        """What locks a desk that nobody is at."""
        return IdleWatch(self._window.device, self._window.desk.tasks, self.lock, self)

    def begin(self) -> None:
        """Lock with the system, and where it does not, after a while of its own."""
        if self._window.desk.office.encrypted:
            self._system.locked.connect(self.lock)
            self._system.listen()
            self.idle.begin()

    def lock_wanted(self) -> None:
        """Somebody wants to go: lock, or say why that would protect nothing.

        Raises:
            DomainError: the store has no passphrase.
        """
        locking.refuse_open(self._window.desk.office)
        self.lock()

    def lock(self) -> None:
        """Hide everything, keep what is typed, then close the store when no work runs any more."""
        office = self._window.desk.office
        if self.locked or not office.encrypted:
            return
        self.locked = True
        self._hide()
        clear_clipboard()
        for one in QApplication.topLevelWidgets():
            for saver in one.findChildren(Autosaver):
                saver.keep()
        self._window.desk.tasks.hold(self._close_store)

    def ask(self) -> None:
        """Ask for the passphrase."""
        from ehrenamt_desktop.ui.safety.keys_unlock import UnlockDialog

        if self.dialog is not None:
            return
        office = self._window.desk.office
        dialog = self.dialog = UnlockDialog(
            office.path, lambda typed: locking.unlock(office, typed), self._window,
            "Entsperren", "Entsperren",
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._show)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While locked, keys of the menu do nothing, and the cover follows the window's size."""
        if event.type() == QEvent.Type.Shortcut:
            return not (isinstance(watched, QWidget) and isinstance(watched.window(), QDialog))
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.cover.resize(self._window.size())
        return False

    def _close_store(self) -> None:
        self._mark = locking.lock(self._window.desk.office)
        gc.collect()  # what wrote to the store refers to itself, and to the key
        self.cover.tell_closed()

    def _hide(self) -> None:
        self._focus = QApplication.focusWidget()
        self.cover.cover()
        centre = self._window.centralWidget()
        if centre is not None:
            centre.hide()
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        QToolTip.hideText()
        for one in QApplication.topLevelWidgets():
            if one is self._window or not one.isVisible():
                continue
            if isinstance(one, QDialog) and _is_waited_for(one):
                one.reject()
            else:
                self._hidden.append((one, one.windowModality()))
                one.hide()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def _show(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.locked = False
        centre = self._window.centralWidget()
        if centre is not None:
            centre.show()
        self.cover.hide()
        for one, modality in self._hidden:
            if shiboken6.isValid(one):
                one.setWindowModality(modality)
                one.show()
        self._hidden.clear()
        if self._focus is not None and shiboken6.isValid(self._focus):
            self._focus.setFocus()
        self._focus = None
        self._window.desk.tasks.release()
        self._window.refresh_facts()
        self.idle.stir()
        self._catch_up()

    def _catch_up(self) -> None:
        """Show what somebody else did meanwhile."""
        desk = self._window.desk
        if locking.moved_on(desk.office, self._mark):
            desk.bus.publish(tuple(Change(kind, ()) for kind in Kind))
            desk.notices.info(ELSEWHERE)

    def _forget_dialog(self, _: int) -> None:
        self.dialog = None


def clear_clipboard() -> None:
    """Take away what this program put into the clipboard; what others put there stays theirs."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _is_waited_for(dialog: QDialog) -> bool:
    """Whether it is one of Qt's own (a question, a file chooser, the printers).

    Somebody waits for its answer, and hiding it would end the wait as well; so the answer is no.
    """
    return type(dialog).__module__.startswith("PySide6")


def lock_now(window: MainWindow) -> None:
    """Lock, or say in the bar why not."""
    try:
        window.equipment.lock.lock_wanted()
    except DomainError as error:
        window.desk.notices.error(error)
