"""A few fields in a dialog; it stays open until what was entered is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import EhrenamtError, FieldError, InvalidDraft
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.notices import Notices
from ehrenamt_desktop.ui.kit.panels import label
from ehrenamt_desktop.ui.kit.record_form import REQUIRED, RecordForm


class FormDialog(Dialog):
    """Tells `submitted` with the values; the caller closes it when they are kept."""

    submitted = Signal(object)

    def __init__(
        self,
        title: str,
        specs: Sequence[FieldSpec],
        values: Mapping[str, object],
        parent: QWidget | None = None,
        *,
        name: str,
        accept: str = "Speichern",
        text: str = "",
        required: Sequence[str] = (),
    ) -> None:
        """Build the dialog.

        Args:
            title: what is to be done.
            specs: the fields.
            values: what they show at first.
            parent: Qt's owner.
            name: object name.
            accept: words of the main action.
            text: a sentence over the fields.
            required: keys that must be filled.
        """
        super().__init__(title, parent, name=name, accept=accept)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._required = tuple(required)
        self.form = RecordForm("", specs, Vocabulary(), name=name)
        self.form.load(values)
        if text:
            self.body.addWidget(label(text, wrap=True))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def confirm(self) -> None:
        """Hand the values over, or show what is missing."""
        values: dict[str, Any] | None = self.form.submit()
        if values is None:
            return
        empty = [key for key in self._required if values[key] in (None, "")]
        if empty:
            self.form.show_errors([FieldError(key, REQUIRED) for key in empty])
            return
        self.submitted.emit(values)

    def refuse(self, error: Exception, notices: Notices) -> None:
        """Show what a service refused: under the fields or above them."""
        if isinstance(error, EhrenamtError) and not isinstance(error, InvalidDraft):
            self.form.show_errors([FieldError("", error.sentence)])
        else:
            self.form.refuse(error, notices)
