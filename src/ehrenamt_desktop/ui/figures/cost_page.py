"""Kosten: the small register of what was spent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.columns.figures import COST_COLUMNS
from ehrenamt_desktop.model.enums import CostKind, Kind, Labelled
from ehrenamt_desktop.model.figure_rows import Unit, amount_text
from ehrenamt_desktop.model.money import CostRow
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, vbox
from ehrenamt_desktop.ui.kit.period_fields import PeriodFields
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.form_dialog import FormDialog
from ehrenamt_desktop.ui.record.telling import tell

NAME = "figures.costs"
REQUIRED = ("on", "kind", "euro")


def cost_form(
    towns: tuple[str, ...], values: Mapping[str, object], parent: QWidget | None
) -> FormDialog:
    """The few fields of an entry."""
    members: Any = [(f"TOWN_{at}", (one, one)) for at, one in enumerate(towns)]
    towns_of: Any = Labelled("Towns", members)
    specs = (
        FieldSpec("on", "Datum", FieldKind.DATE),
        FieldSpec("euro", "Betrag in Euro", hint="Zum Beispiel 120,50; Erstattungen mit Minus."),
        FieldSpec("kind", "Art", FieldKind.CHOICE, choices=CostKind),
        FieldSpec("municipality", "Gemeinde", FieldKind.CHOICE, choices=towns_of,
                  hint="Ohne Angabe: gemeinsam für alle."),
        FieldSpec("note", "Wofür", hint="Bitte keine Namen von Personen.", wide=True),
    )  # fmt: skip
    title = "Kosten ändern" if values.get("euro") else "Kosten eintragen"
    return FormDialog(title, specs, values, parent, name="cost", required=REQUIRED)


def _blank() -> dict[str, object]:
    return {"on": clock.today(), "kind": CostKind.OTHER}


def _values(row: CostRow) -> dict[str, object]:
    return {**row._asdict(), "euro": row.euro}


class CostPage(QWidget):
    """A period above, entries below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._source: RowsSource[CostRow] = RowsSource(COST_COLUMNS)
        self._filled = False
        today = clock.today()
        self.fields = PeriodFields(today, NAME)
        self.fields.set_period(dt.date(today.year, 1, 1), dt.date(today.year, 12, 31))
        self.show_button = button("Anzeigen", name=f"{NAME}.show")
        self.add_button = button("Kosten eintragen …", name=f"{NAME}.add", primary=True)
        self.change_button = button("Ändern …", name=f"{NAME}.change")
        self.remove_button = button("Entfernen", name=f"{NAME}.remove")
        self.summary = label("", "strong", wrap=True, name=f"{NAME}.summary")
        self.table = RecordTable(
            self._source, COST_COLUMNS, desk.tasks, name=f"{NAME}.table", label="Kosten",
            empty="In diesem Zeitraum sind keine Kosten eingetragen.",
        )  # fmt: skip
        self.table.setMinimumHeight(11 * self.fontMetrics().height())
        self._lay_out()
        self._connect()

    def look(self) -> None:
        """Show the period that stands in the fields."""
        period = self.fields.read()
        if period is not None:
            self._desk.tasks.run(
                Lane.READ, lambda: self._desk.office.money.costs(*period), self._show, key=NAME
            )

    def new(self) -> None:
        """Ask for a new entry."""
        self._ask(None)

    def focus_search(self) -> None:
        """Go to the list."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The list and the dialog."""
        self.look()
        yield "kosten", self
        dialog = cost_form(self._desk.office.lists.municipalities(), _blank(), self)
        dialog.open()
        yield "kosten-eintragen", dialog

    def showEvent(self, event: QShowEvent) -> None:
        """Show the usual period when the page is first looked at."""
        super().showEvent(event)
        if not self._filled:
            self.look()

    def _lay_out(self) -> None:
        head = hbox(self.fields, self.show_button)
        head.setStretch(0, 1)
        head.setAlignment(self.show_button, Qt.AlignmentFlag.AlignBottom)
        deeds = hbox(self.summary, self.change_button, self.remove_button, self.add_button)
        deeds.setStretch(0, 1)
        column = vbox(head, deeds, self.table)
        column.setStretch(2, 1)
        self.setLayout(column)
        self._enable(None)

    def _connect(self) -> None:
        self.fields.chosen.connect(self.look)
        self.show_button.clicked.connect(self.look)
        self.add_button.clicked.connect(self.new)
        self.change_button.clicked.connect(lambda: self._ask(self._chosen()))
        self.remove_button.clicked.connect(self._remove)
        self.table.selected.connect(self._enable)
        self.table.opened.connect(lambda number: self._ask(self.table.row(number)))
        self._desk.bus.changed.connect(self._touched)

    def _show(self, rows: tuple[CostRow, ...]) -> None:
        self._filled = True
        self._source.put(rows)
        whole = amount_text(sum(one.cents for one in rows) / 100, Unit.EURO)
        self.summary.setText(f"Zusammen {whole}")
        self.table.reload()

    def _enable(self, number: int | None) -> None:
        for one in (self.change_button, self.remove_button):
            one.setEnabled(number is not None)

    def _chosen(self) -> CostRow | None:
        number = self.table.selected_id()
        row: CostRow | None = None if number is None else self.table.row(number)
        return row

    def _ask(self, row: CostRow | None) -> None:
        self._desk.tasks.run(
            Lane.READ, self._desk.office.lists.municipalities, partial(self._open_form, row)
        )

    def _open_form(self, row: CostRow | None, towns: tuple[str, ...]) -> None:
        dialog = cost_form(towns, _blank() if row is None else _values(row), self)
        dialog.submitted.connect(partial(self._keep, dialog, row))
        dialog.open()

    def _keep(self, dialog: FormDialog, row: CostRow | None, values: dict[str, object]) -> None:
        def work() -> None:
            if row is None:
                self._desk.office.money.add(values)
            else:
                self._desk.office.money.change(row.id, row.version, values)

        self._desk.tasks.run(
            Lane.WRITE, work, lambda _: dialog.accept(),
            lambda error: dialog.refuse(error, self._desk.notices),
        )  # fmt: skip

    def _remove(self) -> None:
        row = self._chosen()
        if row is None:
            return
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: self._desk.office.money.remove(row.id),
            lambda _: tell(self._desk, "Der Eintrag ist entfernt."),
        )

    def _touched(self, changes: tuple[Change, ...]) -> None:
        if self._filled and touches(changes, Kind.COST):
            self.look()
