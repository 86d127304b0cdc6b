"""The foot of the window: which office, whether it is encrypted, when it was last copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ehrenamt_desktop.model.backups import BackupState
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import label
from ehrenamt_desktop.ui.kit.tasks import Lane, TaskRunner
from ehrenamt_desktop.ui.safety.backup_words import is_well, state_words

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
        self._reading = label("· nur lesen", "small", name="main.read_only")
        self._reading.setProperty("tone", "soon")
        self._reading.setVisible(office.read_only)
        flow.addWidget(self._reading)
        row.addWidget(self._sign)
        row.addWidget(self._safety)

    def refresh(self) -> None:
        """Read the facts; behind the painted window."""
        self._reading.setVisible(self._office.read_only)
        self._tasks.run(Lane.READ, self._office.lists.office_info, self._show_name)

    def show_backup(self, state: BackupState) -> None:
        """Say when the last checked copy was made, and what is missing."""
        self._safety.setText(state_words(state))
        name, token = ("shield", "green") if is_well(state) else ("warning", "amber")
        self._sign.setPixmap(icons.pixmap(name, token, round(theme.em() * 1.2)))

    def _show_name(self, info: OfficeInfo) -> None:
        self._name.setText(info.name or NAME)
