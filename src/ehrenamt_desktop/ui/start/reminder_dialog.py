"""A new reminder: what, when."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import FollowUpKind
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.record_form import RecordForm

SPECS = (
    FieldSpec("title", "Was ist zu tun?", wide=True),
    FieldSpec("due_on", "Bis wann?", FieldKind.DATE, hint="TT.MM.JJJJ, „heute“ oder „morgen“"),
    FieldSpec("note", "Notiz", FieldKind.BLOCK, wide=True),
)


class ReminderDialog(Dialog):
    """Gives the values of a reminder; its caller keeps it and closes the dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Neue Wiedervorlage", parent, name="reminder")
        self.form = RecordForm("follow_up", SPECS, Vocabulary(), name="reminder")
        self.form.load({"due_on": clock.today()})
        self.body.addWidget(self.form)
        self.form.focus_first()
        self.values: dict[str, Any] = {}

    def confirm(self) -> None:
        """Close when every entry is a value."""
        values = self.form.submit()
        if values is not None:
            self.values = {"kind": FollowUpKind.OTHER, **values}
            self.accept()
