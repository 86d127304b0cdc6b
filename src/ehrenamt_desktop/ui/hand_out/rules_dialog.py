"""Regeln zum Aushändigen: when which paper is suggested, and because of what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.columns.hand_outs import RULE_COLUMNS
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.hand_out import RuleRow
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.ui.hand_out.rule_dialog import RuleDialog
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import button, hbox, label
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.telling import tell

NAME = "rules"
ABOUT = (
    "Nach diesen Sätzen schlägt das Programm Unterlagen vor. Jeder Vorschlag nennt seinen Grund, "
    "und Sie entscheiden, was ausgehändigt wird. Formulare eines Landkreises werden nur für "
    "Einsätze dort vorgeschlagen."
)


class RulesDialog(Dialog):
    """The list of rules; each can be changed or switched off."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            "Regeln zum Aushändigen", parent, name=NAME, accept="Neue Regel …",
            cancel="Schließen", width_em=80,
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._rows: dict[int, RuleRow] = {}
        self._source: RowsSource[RuleRow] = RowsSource(RULE_COLUMNS)
        self.table = RecordTable(
            self._source, RULE_COLUMNS, desk.tasks, name=f"{NAME}.table", label="Regeln",
            empty="Noch gibt es keine Regel.",
        )  # fmt: skip
        self.table.setMinimumHeight(theme.em() * 20)
        self.change_button = button("Ändern …", name=f"{NAME}.change")
        self.switch_button = button("Ausschalten", name=f"{NAME}.switch")
        row = hbox(self.change_button, self.switch_button)
        row.addStretch(1)
        self.body.addWidget(label(ABOUT, "soft", wrap=True))
        self.body.addWidget(self.table)
        self.body.addLayout(row)
        self.change_button.clicked.connect(self._change)
        self.switch_button.clicked.connect(self._switch)
        self.table.opened.connect(lambda _: self._change())
        self.table.selected.connect(lambda _: self._enable())
        desk.bus.changed.connect(self._touched)
        self._enable()
        self._read()

    def confirm(self) -> None:
        """Ask for a new rule; the list stays open."""
        RuleDialog(self._desk, None, self).open()

    def _read(self) -> None:
        office = self._desk.office

        def listed() -> tuple[RuleRow, ...]:
            return office.document_rules.rows()

        self._desk.tasks.run(Lane.WRITE, listed, self._show, key=NAME)

    def _show(self, rows: tuple[RuleRow, ...]) -> None:
        self._rows = {row.id: row for row in rows}
        self._source.put(rows)
        self.table.reload()
        self._enable()

    def _chosen(self) -> RuleRow | None:
        number = self.table.selected_id()
        return self._rows.get(number) if number is not None else None

    def _change(self) -> None:
        row = self._chosen()
        if row is not None:
            RuleDialog(self._desk, row, self).open()

    def _switch(self) -> None:
        row, desk = self._chosen(), self._desk
        if row is None:
            return
        said = "Die Regel gilt nicht mehr." if row.active else "Die Regel gilt wieder."
        desk.tasks.run(
            Lane.WRITE,
            lambda: desk.office.document_rules.switch(row.id, on=not row.active),
            lambda _: tell(desk, said),
        )

    def _enable(self) -> None:
        row = self._chosen()
        for one in (self.change_button, self.switch_button):
            one.setEnabled(row is not None)
        off = row is not None and not row.active
        self.switch_button.setText("Einschalten" if off else "Ausschalten")

    def _touched(self, changes: tuple[Change, ...]) -> None:
        if touches(changes, Kind.DOCUMENT_RULE, Kind.DOCUMENT):
            self._read()
