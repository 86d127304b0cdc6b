"""The foot of the window: which office, whether it is encrypted, when it was last copied."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import label
from ehrenamt_desktop.ui.kit.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from ehrenamt_desktop.model.paper_rows import OfficeInfo
    from ehrenamt_desktop.services.office import Office

NAME = "Ehrenamtsagentur Sontra · Herleshausen · Nentershausen"
"""Shown until the office has a name of its own."""


class Foot(QFrame):
    """Quiet facts."""

    def __init__(self, office: Office, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "foot")
        self._office = office
        self._tasks = tasks
        self._name = label(NAME, "small", name="main.office")
        self._safety = label("", "small", name="main.safety")
        self._sign = QLabel()
        facts = QWidget()
        flow = FlowLayout(facts)
        flow.addWidget(self._name)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID, 4, 2 * theme.GRID, 4)
        row.setSpacing(theme.GRID)
        row.addWidget(facts, 1)
        if not office.encrypted:
            open_store = label("· Demobestand (unverschlüsselt)", "small", name="main.open_store")
            open_store.setProperty("tone", "soon")
            flow.addWidget(open_store)
        row.addWidget(self._sign)
        row.addWidget(self._safety)

    def refresh(self) -> None:
        """Read the facts; behind the painted window."""
        self._tasks.run(Lane.READ, self._office.lists.office_info, self._show_name)
        self._tasks.run(Lane.READ, lambda: _last_backup(self._office), self.show_backup)

    def show_backup(self, made: dt.datetime | None) -> None:
        """Say when the last checked copy was made."""
        self._safety.setText(backup_words(made))
        name, token = ("shield", "green") if made else ("warning", "amber")
        self._sign.setPixmap(icons.pixmap(name, token, round(theme.em() * 1.2)))

    def _show_name(self, info: OfficeInfo) -> None:
        self._name.setText(info.name or NAME)


def _last_backup(office: Office) -> dt.datetime | None:
    """On the task's thread, which also imports what is needed."""
    return office.backups.last()


def backup_words(made: dt.datetime | None) -> str:
    """`Gesichert und geprüft: heute, 12:04 Uhr`."""
    if made is None:
        return "Noch keine Sicherung"
    days = (clock.today() - made.date()).days
    when = {0: "heute", 1: "gestern"}.get(days, day(made.date()))
    return f"Gesichert und geprüft: {when}, {made:%H:%M} Uhr"
