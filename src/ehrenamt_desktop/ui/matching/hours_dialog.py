"""„Stunden eintragen“: a row for each month, Enter goes on to the next, the sum stands below."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.model.hours import HourSheet, hours
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec
from ehrenamt_desktop.ui.kit.panels import label
from ehrenamt_desktop.ui.record.form_dialog import FormDialog

NAME = "placement.hours_panel"


class HoursDialog(FormDialog):
    """Keyed in like on a till: number, Enter, number, Enter; after the last month Enter keeps."""

    def __init__(self, sheet: HourSheet, parent: QWidget | None = None) -> None:
        specs = [
            FieldSpec(one.key, one.words, FieldKind.NUMBER, unit="Std.", wide=True)
            for one in sheet.months
        ]
        values = {one.key: one.hours for one in sheet.months}
        super().__init__("Stunden eintragen", specs, values, parent, name=NAME)
        self._keys = [one.key for one in sheet.months]
        self._first = next((one.key for one in sheet.months if one.hours is None), self._keys[-1])
        self.total = label("", "strong", name=f"{NAME}.total")
        self.buttons.insertWidget(0, self.total)
        self.form.changed.connect(self._add_up)
        self._add_up()
        self._editor(self._first).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next month."""
        here = next((key for key in self._keys if self._holds_focus(key)), None)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or here in (
            None, self._keys[-1],
        ):  # fmt: skip
            super().keyPressEvent(event)
            return
        self._editor(self._keys[self._keys.index(here) + 1]).setFocus()

    def _add_up(self) -> None:
        with suppress(InvalidDraft):
            values = self.form.values()
            self.total.setText(f"Zusammen {hours(sum(one or 0.0 for one in values.values()))}")

    def _editor(self, key: str) -> QWidget:
        return self.form.editor(key).input

    def _holds_focus(self, key: str) -> bool:
        return self.form.editor(key).input.hasFocus()
