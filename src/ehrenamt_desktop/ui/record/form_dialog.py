"""A few fields in a dialog; it stays open until what was entered is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import EhrenamtError, FieldError, InvalidDraft
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldSpec, Vocabulary
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
        form: str = "",
        noun: str = "",
        vocabulary: Vocabulary | None = None,
        accept: str = "Speichern",
        text: str = "",
        required: Sequence[str] = (),
        groups: Sequence[FieldGroup] = (),
        width_em: int = 34,
    ) -> None:
        """Build the dialog.

        Args:
            title: what is to be done.
            specs: the fields.
            values: what they show at first.
            parent: Qt's owner.
            name: object name.
            form: prefix of the names of the fields, if another.
            noun: the draft, as `model/limits` names it; limits of the fields come from there.
            vocabulary: what the fields choose from.
            accept: words of the main action.
            text: a sentence over the fields.
            required: keys that must be filled.
            groups: headings of the fields in their order.
            width_em: width in heights of the base text.
        """
        super().__init__(title, parent, name=name, accept=accept, width_em=width_em)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._required = tuple(required)
        self.form = RecordForm(
            noun, specs, vocabulary or Vocabulary(), name=form or name, groups=groups
        )
        self.form.load(values)
        if text:
            self.body.addWidget(label(text, wrap=True))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def confirm(self) -> None:
        """Hand the values over, or show what is missing."""
        values: dict[str, Any] | None = self.form.submit()
        empty = [key for key in self._required if values and values[key] in (None, "")]
        if empty:
            self.form.show_errors([FieldError(key, REQUIRED) for key in empty])
        elif values is not None:
            self.submitted.emit(values)
        QTimer.singleShot(0, self, self.grow)

    def refuse(self, error: Exception, notices: Notices) -> None:
        """Show what a service refused: under the fields or above them."""
        if isinstance(error, EhrenamtError) and not isinstance(error, InvalidDraft):
            self.form.show_errors([FieldError("", error.sentence)])
        else:
            self.form.refuse(error, notices)
        QTimer.singleShot(0, self, self.grow)
