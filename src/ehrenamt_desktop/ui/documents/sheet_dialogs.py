"""The questions before a sheet is made: which offer, which meeting, whom to call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import FieldError
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Lookup, Vocabulary
from ehrenamt_desktop.ui.kit.notices import Notices
from ehrenamt_desktop.ui.kit.panels import label, label_of
from ehrenamt_desktop.ui.kit.record_form import REQUIRED, RecordForm
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput

EMPTY = "Leere Zeilen"
NOUNS = {"people": "Personen", "initiatives": "Initiativen"}
OFFER = (FieldSpec("offer", "Angebot", FieldKind.RECORD, source="offers", wide=True),)
MEETING = (
    FieldSpec("title", "Anlass", wide=True, hint="Zum Beispiel: Schulung Erste Hilfe"),
    FieldSpec("on", "Tag", FieldKind.DATE),
    FieldSpec("time", "Uhrzeit"),
    FieldSpec("place", "Ort", wide=True),
    FieldSpec("empty", "Zeilen ohne Namen", FieldKind.INTEGER,
              hint="Bleibt das leer, wird das Blatt gefüllt."),
)  # fmt: skip
CALLS = (FieldSpec("reason", "Warum rufen Sie an?", wide=True),)


class Source(NamedTuple):
    """Where the names of a sheet come from: a saved view of a list."""

    noun: str
    view: str

    @property
    def words(self) -> str:
        """`Personen: Chor`."""
        return f"{NOUNS[self.noun]}: {self.view}"


class SheetDialog(Dialog):
    """Tells `submitted` with the values; the caller closes it when the sheet is there."""

    submitted = Signal(object)

    def __init__(
        self,
        title: str,
        name: str,
        specs: Sequence[FieldSpec],
        parent: QWidget | None = None,
        *,
        sources: Sequence[Source | None] = (),
        offers: Lookup | None = None,
        text: str = "",
    ) -> None:
        """Build the dialog.

        Args:
            title: what is to be made.
            name: object name.
            specs: the fields; the first must be filled.
            parent: Qt's owner.
            sources: where names may come from; None means empty rows.
            offers: what an offer is chosen from.
            text: a sentence over the fields.
        """
        super().__init__(title, parent, name=name, accept="Speichern …", width_em=34)
        self._first = specs[0].key
        self._sources = tuple(sources)
        records = {"offers": offers} if offers is not None else {}
        self.form = RecordForm("", specs, Vocabulary(records=records), name=name)
        self.form.load({})
        self.names = ChoiceInput()
        self.names.setObjectName(f"{name}.names")
        for one in self._sources:
            self.names.addItem(one.words if one else EMPTY)
        if text:
            self.body.addWidget(label(text, "soft", wrap=True))
        self.body.addWidget(self.form)
        if self._sources:
            self.body.addWidget(label_of(self.names, "Namen aus"))
            self.body.addWidget(self.names)
        self.body.addStretch(1)

    def source(self) -> Source | None:
        """Where the names come from."""
        return self._sources[self.names.currentIndex()] if self._sources else None

    def confirm(self) -> None:
        """Hand the values over, or show what is missing."""
        values = self.form.submit()
        if values is None:
            return
        if values[self._first] in (None, ""):
            self.form.show_errors([FieldError(self._first, REQUIRED)])
        else:
            self.submitted.emit(values)

    def refuse(self, error: Exception, notices: Notices) -> None:
        """Show what the service refused."""
        self.form.refuse(error, notices)
