"""The button "Ansicht": the saved views of a list, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from ehrenamt_desktop.model.text import cut
from ehrenamt_desktop.model.views import ViewRow
from ehrenamt_desktop.ui.kit.column_menu import (
    FIT,
    OPEN_COLUMNS,
    add_entry,
    choose_columns,
    fill_order_menu,
)
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.tips import tip

LONGEST = 22
"""Signs of a name that the button shows; its tip shows all."""


class ViewButton(QPushButton):
    """Says which view is shown and whether it was changed; its menu offers the others."""

    chosen = Signal(int)
    save_wanted = Signal()
    rename_wanted = Signal()
    delete_wanted = Signal()
    first_wanted = Signal()

    def __init__(self, table: RecordTable, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("flat", "true")
        self.setAutoDefault(False)
        self._table = table
        self._rows: Sequence[ViewRow] = ()
        self._current: int | None = None
        menu = QMenu(self)
        menu.setObjectName(f"{name}.menu")
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.show_state(None, changed=False)

    def show_views(self, rows: Sequence[ViewRow]) -> None:
        """Offer these views."""
        self._rows = rows

    def show_state(self, row: ViewRow | None, *, changed: bool) -> None:
        """Say which view is shown."""
        self._current = None if row is None else row.id
        name = "" if row is None else row.name
        more = " (geändert)" if changed else ""
        words = f"Ansicht: {cut(name, LONGEST)}{more}" if name else "Ansicht"
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(f"Ansicht: {name}{more}" if name else "Ansicht")
        self.setToolTip(tip(f"{name}{more}") if name else "Ansichten wählen und speichern")
        self.updateGeometry()

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for row in self._rows:
            entry = add_entry(menu, row.name, partial(self.chosen.emit, row.id))
            entry.setCheckable(True)
            entry.setChecked(row.id == self._current)
        if not self._rows:
            add_entry(menu, "Noch keine Ansicht gespeichert", lambda: None).setEnabled(False)
        menu.addSeparator()
        add_entry(menu, "Ansicht speichern …", self.save_wanted.emit)
        for words, wanted in (
            ("Ansicht umbenennen …", self.rename_wanted),
            ("Ansicht löschen", self.delete_wanted),
        ):
            add_entry(menu, words, wanted.emit).setEnabled(self._current is not None)
        add_entry(menu, "Erste Ansicht", self.first_wanted.emit)
        menu.addSeparator()
        fill_order_menu(menu.addMenu("Sortieren nach"), self._table)
        add_entry(menu, FIT, self._table.fit_columns)
        add_entry(menu, OPEN_COLUMNS, partial(choose_columns, self._table))
