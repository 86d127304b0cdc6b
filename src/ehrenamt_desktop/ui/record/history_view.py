"""What was changed on a record, and putting one field back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.model.edits import Edit
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec
from ehrenamt_desktop.ui.kit.panels import button, hbox, label
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.history_table import HistoryTable
from ehrenamt_desktop.ui.record.telling import tell

PARTS = (
    Kind.PERSON_TERM, Kind.CREDENTIAL, Kind.CONSENT, Kind.CONTACT, Kind.OFFER_TERM,
    Kind.FOUNDING_STEP, Kind.INTEREST,
)  # fmt: skip
"""Records that stand in the history of the one they belong to."""


class HistoryView(QWidget):
    """Reads the changes of a record when it is looked at."""

    def __init__(
        self, desk: Desk, kind: Kind, labels: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """Show nothing yet.

        Args:
            desk: where to read, to keep and to tell.
            kind: what records it shows.
            labels: the form's names of the fields, by key.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self._number: int | None = None
        self._stale = True
        name = f"{kind.value}.changes"
        self.table = HistoryTable(f"{name}.table", labels)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        self.back = button("Auf „Vorher“ zurücksetzen", name=f"{name}.revert", icon="undo")
        self.back.setToolTip("Setzt die gewählte Angabe auf ihren früheren Wert zurück")
        self.back.clicked.connect(self.revert)
        self._empty = label("Noch keine Änderungen.", "soft", name=f"{name}.empty")
        self._empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        column.addLayout(hbox(self.back, 1))
        desk.bus.changed.connect(self._refresh)
        self._offer()

    def show_record(self, number: int) -> None:
        """Show the changes of a record as soon as they are looked at."""
        if number != self._number:
            self._number = number
            self.table.changes.replace(())
        self._read()

    def revert(self) -> None:
        """Put the chosen field back."""
        edit = self.table.current_edit()
        if edit is None:
            return
        said = f"Zurückgesetzt: {self.table.changes.label(edit)}."
        edits = self._desk.office
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: edits.edits.revert(edit.entry, edit.field),
            lambda _: tell(self._desk, said),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Read when it is looked at."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = not self.isVisible()
        number, kind, office = self._number, self._kind, self._desk.office
        if self._stale or number is None:
            return
        self._desk.tasks.run(
            Lane.READ,
            lambda: (number, office.edits.of(kind, number)),
            self._show,
            key=self.table.objectName(),
        )

    def _show(self, found: tuple[int, tuple[Edit, ...]]) -> None:
        number, edits = found
        if number != self._number:
            return
        self.table.changes.replace(edits)
        self.table.setVisible(bool(edits))
        self.back.setVisible(bool(edits))
        self._empty.setVisible(not edits)
        self._offer()

    def _offer(self, *_: object) -> None:
        self.back.setEnabled(self.table.current_edit() is not None)

    def _refresh(self, changes: tuple[Change, ...]) -> None:
        if self._number is not None and touches(changes, self._kind, *PARTS):
            self._read()


def labels_of(specs: Iterable[FieldSpec]) -> dict[str, str]:
    """The names of fields by key; a chosen term goes by `terms.wish.activity`."""
    found: dict[str, str] = {}
    for spec in specs:
        if spec.kind is FieldKind.TERMS:
            for kind in spec.term_kinds:
                found.setdefault(f"{spec.key}.{spec.relation}.{kind.value}", spec.label)
        else:
            found.setdefault(spec.key, spec.label)
    return found
