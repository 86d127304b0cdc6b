"""The right side of a master-detail view: head, parts of a record, its form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget

from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import Card, EmptyState, scroll
from ehrenamt_desktop.ui.kit.strips import TabStrip
from ehrenamt_desktop.ui.record.form_part import FormPart
from ehrenamt_desktop.ui.record.guard_bar import GuardBar
from ehrenamt_desktop.ui.record.head import RecordHead
from ehrenamt_desktop.ui.record.trash_bar import TrashBar

LOCKED = "ehrenamt-locked"
"""A property of buttons that rest while the record lies in the trash."""

FORM = "form"
"""The key of the part that holds the form."""


class Entry(Protocol):
    """A panel open in a part of a record, beside its form."""

    def is_dirty(self) -> bool:
        """Whether typed words would be lost."""

    def confirm(self, then: Callable[[], None] | None = None) -> None:
        """Keep them; `then` follows when they are kept."""

    def drop(self) -> None:
        """Forget them."""


class RecordPane(Card):
    """Shows one record at a time; subclasses fill their parts in `show_detail`."""

    trash_wanted = Signal()
    _since: dt.date | None = None

    def __init__(
        self,
        name: str,
        head: RecordHead,
        form: FormPart,
        parts: Sequence[tuple[str, str]],
        *,
        empty: str,
        sign: str,
        new_title: str,
    ) -> None:
        """Put the pane together.

        Args:
            name: prefix of the object names.
            head: the record's head.
            form: the part with the form.
            parts: keys and titles in their order; `FORM` is the form's.
            empty: what is said while no record is chosen.
            sign: icon of the empty state.
            new_title: the head of a record that is not kept yet.
        """
        super().__init__()
        self.setObjectName(f"{name}.pane")
        self.head = head
        self.form_part = form
        self.guard = GuardBar(name)
        self.trash_bar = TrashBar(name)
        self._new_title = new_title
        self.strip = TabStrip(parts, name=f"{name}.parts")
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        self.columns: dict[str, QVBoxLayout] = {}
        for key, _ in parts:
            self._pages[key] = form if key == FORM else self._page(name, key)
            self._stack.addWidget(self._pages[key])
        self._empty = EmptyState(empty, icon=sign)
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.GRID)
        self._lines.addWidget(self.head)
        self._lines.addWidget(self.strip)
        self._lines.addWidget(self._stack, 1)
        self.body.addWidget(self.guard)
        self.body.addWidget(self.trash_bar)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._inside, 1)
        self.strip.changed.connect(self.turn)
        self.clear()

    def add_bar(self, bar: QWidget) -> None:
        """Put something below the head, above all parts."""
        self._lines.insertWidget(1, bar)

    def show_detail(self, detail: Any) -> None:
        """Show a kept record; override and call `open_up`."""
        raise NotImplementedError

    def open_up(self) -> None:
        """Show the parts in place of the empty state."""
        self._empty.hide()
        self._inside.show()
        self.strip.show()
        self.head.more.show()
        if self.form_part.extras is not None:
            self.form_part.extras.show()

    def show_new(self) -> None:
        """Show the empty form of a new record."""
        self.open_up()
        self.lock(None)
        self.head.show_words(self._new_title, "", ())
        self.show_deeds(shown=False)
        self.head.more.hide()
        self.strip.hide()
        if self.form_part.extras is not None:
            self.form_part.extras.hide()
        self.turn(FORM)

    def lock(self, since: dt.date | None) -> None:
        """Let a record that lies in the trash since that day be read only; None unlocks."""
        self._since = since
        self.trash_bar.show_since(since)
        self.form_part.lock(locked=since is not None)
        if since is not None:
            for one in self.head.findChildren(QAbstractButton):
                one.hide()
        for key, page in self._pages.items():
            for one in page.findChildren(QAbstractButton) if key != FORM else ():
                self._lock_button(one, locked=since is not None)

    def _lock_button(self, one: QAbstractButton, *, locked: bool) -> None:
        if locked and one.isEnabled() and not one.objectName().endswith(".open"):
            one.setProperty(LOCKED, "yes")
            one.setEnabled(False)
        elif not locked and one.property(LOCKED):
            one.setProperty(LOCKED, "")
            one.setEnabled(True)

    def show_deeds(self, *, shown: bool) -> None:
        """Show or hide the buttons of the head; override."""

    def entry(self) -> Entry | None:
        """The panel that is open in a part; override."""
        return None

    def clear(self) -> None:
        """Show no record."""
        self._inside.hide()
        self.guard.hide()
        self.trash_bar.hide()
        self._empty.show()

    def turn(self, key: str) -> None:
        """Show one part."""
        self.strip.set_current(key)
        self._stack.setCurrentWidget(self._pages[key])
        if self._since is not None:  # what a part builds when it is looked at rests as well
            self.lock(self._since)

    def part(self) -> str:
        """The key of the shown part."""
        return self.strip.current()

    def focus(self) -> None:
        """Go into the pane."""
        self.strip.setFocus()
        for one in self.strip.findChildren(QWidget):
            if one.objectName().endswith(f".{self.part()}"):
                one.setFocus()

    def land(self) -> None:
        """Go where a record that was asked for is worked on; override."""
        self.focus()

    def sizeHint(self) -> QSize:
        """As wide as a page column."""
        return QSize(theme.em() * 46, theme.em() * 40)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(theme.em() * 23, theme.em() * 27)

    def _page(self, name: str, key: str) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, theme.GRID // 2, theme.GRID + 4, theme.GRID)
        column.setSpacing(2 * theme.GRID)
        self.columns[key] = column
        return scroll(inside, name=f"{name}.{key}.scroll")
