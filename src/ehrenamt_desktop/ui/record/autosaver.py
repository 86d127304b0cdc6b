"""Keeps what is typed into a form every few seconds, until it is saved or dropped."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.unsaved import Unsaved
from ehrenamt_desktop.ui.kit import form_draft
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.tasks import Lane

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.record.record_page import RecordPage

EVERY = 3_000
"""Milliseconds between two copies while somebody types."""

AtWork = Callable[[], tuple[int | None, Mapping[str, Any]]]


class Autosaver(QObject):
    """A copy is written only when something differs; a failing one never disturbs the typing."""

    def __init__(
        self,
        desk: Desk,
        kind: Kind,
        form_of: Callable[[], RecordForm | None],
        at_work: AtWork,
        parent: QObject,
    ) -> None:
        """Watch a form.

        Args:
            desk: where copies go.
            kind: what record the form edits.
            form_of: the form that is shown.
            at_work: the record's number, or None, and what belongs to the form beside its fields.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self._form_of = form_of
        self._at_work = at_work
        self._key = f"{kind.value}.{secrets.token_hex(8)}"
        self._adopted: tuple[str, ...] = ()
        self._last: Any = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.forget)

    def adopt(self, key: str) -> None:
        """Take over what an earlier run kept under `key`."""
        self._adopted = (*self._adopted, key)

    def follow(self) -> None:
        """Something was typed, saved or dropped."""
        form = self._form_of()
        if form is None or not form.is_dirty():
            self.forget()
        elif not self._timer.isActive():
            self._timer.start(EVERY)

    def keep(self) -> None:
        """Write a copy of what is typed, if it differs from the last."""
        form = self._form_of()
        if form is None or not form.is_dirty():
            return
        number, values = self._at_work()
        now = (number, form_draft.changes(form))
        if now == self._last:
            return
        self._last = now
        old, self._adopted = self._adopted, ()
        office = self._desk.office
        self._desk.tasks.run(
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
        keys, office = (self._key, *self._adopted), self._desk.office
        self._last, self._adopted = None, ()
        self._desk.tasks.run(Lane.WRITE, lambda: office.autosaves.drop(keys), _nothing, _nothing)


class PageAutosaver(Autosaver):
    """Watches the form of a page of records."""

    def __init__(self, page: RecordPage, kind: Kind) -> None:
        super().__init__(
            page.desk, kind, lambda: page.pane.form_part.form, page.at_work, page
        )  # fmt: skip
        self._page = page
        page.pane.form_part.edited.connect(self.follow)

    def restore(self, unsaved: Unsaved) -> None:
        """Show the form as it was typed before the program ended; nothing is saved yet."""

        def put_back() -> None:
            form = self._page.pane.form_part.form
            if form is not None:
                form_draft.put_back(form, unsaved.changes)
                form.focus_first()
            self.keep()

        self.adopt(unsaved.key)
        self._page.come_back(unsaved.number, unsaved.values, put_back)


def _nothing(_: object) -> None:
    """A copy that cannot be written is tried again with the next change; nobody is asked."""
