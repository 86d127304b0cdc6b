"""A small draft in a dialog; it stays open until what was entered is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import EhrenamtError, FieldError, InvalidDraft
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.tasks import Lane

WIDTH_EM = 40
"""Wide enough for two columns of fields."""


class EntryDialog(Dialog):
    """Keeps its values through `keep` on the write lane and closes when that worked."""

    def __init__(
        self,
        title: str,
        noun: str,
        specs: Sequence[FieldSpec],
        vocabulary: Vocabulary,
        values: Mapping[str, Any],
        desk: Desk,
        keep: Callable[[dict[str, Any]], object],
        parent: QWidget,
        *,
        name: str,
        said: str,
    ) -> None:
        """Build the dialog.

        Args:
            title: what is to be entered.
            noun: the draft, as `model/limits` names it.
            specs: the fields.
            vocabulary: what they choose from.
            values: what they show at first.
            desk: where to keep and to tell.
            keep: the service that keeps the values.
            parent: Qt's owner.
            name: prefix of the object names.
            said: the sentence when it is kept.
        """
        super().__init__(title, parent, name=f"{name}.dialog", width_em=WIDTH_EM)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._keep = keep
        self._said = said
        self.form = RecordForm(noun, specs, vocabulary, name=name)
        self.form.load(values)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.form.focus_first()

    def confirm(self) -> None:
        """Keep the values, or show what is wrong."""
        values = self.form.submit()
        if values is not None:
            self._desk.tasks.run(Lane.WRITE, lambda: self._keep(values), self._kept, self._refused)

    def _kept(self, _: object) -> None:
        self.accept()
        self._desk.notices.success(self._said)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, EhrenamtError) and not isinstance(error, InvalidDraft):
            self.form.show_errors([FieldError("", error.sentence)])
        else:
            self.form.refuse(error, self._desk.notices)
