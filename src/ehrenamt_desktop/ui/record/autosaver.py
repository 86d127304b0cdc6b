"""Keeps what is typed into the form of a page every few seconds, until it is saved or dropped."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.unsaved import Unsaved
from ehrenamt_desktop.ui.kit import form_draft
from ehrenamt_desktop.ui.kit.tasks import Lane

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.record.record_page import RecordPage

EVERY = 3_000
"""Milliseconds between two copies while somebody types."""


class Autosaver(QObject):
    """A copy is written only when something differs; a failing one never disturbs the typing."""

    def __init__(self, page: RecordPage, kind: Kind) -> None:
        super().__init__(page)
        self._page = page
        self._kind = kind
        self._key = f"{kind.value}.{secrets.token_hex(8)}"
        self._adopted: tuple[str, ...] = ()
        self._last: Any = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        page.pane.form_part.edited.connect(self._follow)
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.forget)

    def restore(self, unsaved: Unsaved) -> None:
        """Show the form as it was typed before the program ended; nothing is saved yet."""

        def put_back() -> None:
            form = self._page.pane.form_part.form
            if form is not None:
                form_draft.put_back(form, unsaved.changes)
                form.focus_first()
            self.keep()

        self._adopted = (*self._adopted, unsaved.key)
        self._page.come_back(unsaved.number, unsaved.values, put_back)

    def keep(self) -> None:
        """Write a copy of what is typed, if it differs from the last."""
        form = self._page.pane.form_part.form
        if form is None or not form.is_dirty():
            return
        number, values = self._page.at_work()
        now = (number, form_draft.changes(form))
        if now == self._last:
            return
        self._last = now
        old, self._adopted = self._adopted, ()
        office = self._page.desk.office
        self._page.desk.tasks.run(
            Lane.WRITE,
            lambda: office.autosaves.keep(self._key, self._kind, number, values, now[1], old),
            _nothing,
            _nothing,
        )

    def forget(self) -> None:
        """Drop the copy: what was typed is saved or not wanted."""
        self._timer.stop()
        if self._last is None and not self._adopted:
            return
        keys, office = (self._key, *self._adopted), self._page.desk.office
        self._last, self._adopted = None, ()
        self._page.desk.tasks.run(
            Lane.WRITE, lambda: office.autosaves.drop(keys), _nothing, _nothing
        )

    def _follow(self) -> None:
        if not self._page.pane.form_part.is_dirty():
            self.forget()
        elif not self._timer.isActive():
            self._timer.start(EVERY)


def _nothing(_: object) -> None:
    """A copy that cannot be written is tried again with the next change; nobody is asked."""
