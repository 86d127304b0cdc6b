"""A small draft in a dialog; it stays open until what was entered is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.form_dialog import FormDialog

WIDTH_EM = 40
"""Wide enough for two columns of fields."""


class EntryDialog(FormDialog):
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
        super().__init__(
            title, specs, values, parent, name=f"{name}.dialog", form=name, noun=noun,
            vocabulary=vocabulary, width_em=WIDTH_EM,
        )  # fmt: skip
        self._desk = desk
        self._keep = keep
        self._said = said
        self.submitted.connect(self._keep_values)
        self.form.focus_first()

    def _keep_values(self, values: dict[str, Any]) -> None:
        self._desk.tasks.run(
            Lane.WRITE, lambda: self._keep(values), self._kept,
            lambda error: self.refuse(error, self._desk.notices),
        )  # fmt: skip

    def _kept(self, _: object) -> None:
        self.accept()
        self._desk.notices.success(self._said)
