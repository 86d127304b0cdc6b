"""Alle Quellen prüfen: the addresses papers come from, opened one by one and ticked off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.columns.documents import DOCUMENT_COLUMNS
from ehrenamt_desktop.model.documents import DocumentRow
from ehrenamt_desktop.model.enums import DocumentState, Kind
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import button, hbox, label
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.telling import tell

NAME = "sources"
ABOUT = (
    "Öffnen Sie jede Adresse und vergleichen Sie, ob die Ausgabe noch stimmt. Was am längsten "
    "nicht geprüft ist, steht oben. Das Programm selbst fragt nichts im Netz ab."
)
_KNOWN = {one.key: one for one in DOCUMENT_COLUMNS}
COLUMNS: tuple[Column[DocumentRow], ...] = (
    _KNOWN["title"],
    Column("source_url", "Internetadresse", lambda row: row.source_url, width=40),
    _KNOWN["checked_on"]._replace(title="Geprüft", width=14, shown=True),
    _KNOWN["state"]._replace(width=14),
)


class SourcesDialog(Dialog):
    """Papers with an address; several can be ticked off at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            "Alle Quellen prüfen", parent, name=NAME, accept="Noch aktuell: heute geprüft",
            cancel="Schließen", width_em=72,
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._rows: dict[int, DocumentRow] = {}
        self._source: RowsSource[DocumentRow] = RowsSource(COLUMNS)
        self.table = RecordTable(
            self._source, COLUMNS, desk.tasks, name=f"{NAME}.table", label="Quellen", many=True,
            empty="Bei keiner Unterlage mit Datei ist eine Internetadresse eingetragen.",
        )  # fmt: skip
        self.table.setMinimumHeight(theme.em() * 18)
        self.open_button = button("Seite öffnen", name=f"{NAME}.open", icon="open")
        row = hbox(self.open_button)
        row.addStretch(1)
        self.body.addWidget(label(ABOUT, "soft", wrap=True))
        self.body.addWidget(self.table)
        self.body.addLayout(row)
        self.open_button.clicked.connect(self._open)
        self.table.opened.connect(lambda _: self._open())
        self.table.selected.connect(lambda _: self._enable())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        desk.bus.changed.connect(self._touched)
        self._enable()
        self._read()

    def confirm(self) -> None:
        """Note that the chosen editions still hold, as one step; the dialog stays."""
        editions = [one.edition_id for one in self._chosen() if one.edition_id is not None]
        if not editions:
            return
        papers = count(len(editions), "Unterlage", "Unterlagen")
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: self._desk.office.library.checked(editions),
            lambda _: tell(self._desk, f"{papers} heute geprüft."),
        )

    def _read(self) -> None:
        self._desk.tasks.run(Lane.READ, self._desk.office.library.rows, self._show, key=NAME)

    def _show(self, rows: tuple[DocumentRow, ...]) -> None:
        kept = [
            row
            for row in rows
            if row.source_url and row.edition_id and row.state is not DocumentState.ARCHIVED
        ]
        kept.sort(key=lambda row: (row.checked_on is not None, row.checked_on, row.title))
        self._rows = {row.id: row for row in kept}
        self._source.put(kept)
        self.table.reload()
        self._enable()

    def _chosen(self) -> list[DocumentRow]:
        return [self._rows[one] for one in self.table.selected_ids() if one in self._rows]

    def _open(self) -> None:
        for row in self._chosen()[:1]:
            self._desk.files.web(row.source_url)

    def _enable(self) -> None:
        chosen = self._chosen()
        self.open_button.setEnabled(len(chosen) == 1)
        self.accept_button.setEnabled(bool(chosen))

    def _touched(self, changes: tuple[Change, ...]) -> None:
        if touches(changes, Kind.DOCUMENT, Kind.DOCUMENT_EDITION):
            self._read()
