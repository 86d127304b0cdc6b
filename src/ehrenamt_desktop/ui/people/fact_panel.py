"""One line of the overview, open for change: its fields, kept with Enter, left with Escape."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ehrenamt_desktop.errors import EhrenamtError, FieldError, InvalidDraft
from ehrenamt_desktop.model.rows import PersonDetail
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.people.facts import Fact
from ehrenamt_desktop.ui.people.person_specs import fields_named
from ehrenamt_desktop.ui.record.telling import tell


class FactPanel(QFrame):
    """Keeps nothing but the fields of its line."""

    closed = Signal()

    def __init__(self, desk: Desk, detail: PersonDetail, fact: Fact, words: Vocabulary) -> None:
        super().__init__()
        self.setObjectName("person.fact")
        self.setProperty("panel", "true")
        self._desk = desk
        self._detail = detail
        self.fact = fact
        self.form = RecordForm("person", fields_named(fact.fields), words, name="person.fact")
        self.form.load(detail.values, detail.terms)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GRID,) * 4)
        column.setSpacing(theme.GRID)
        column.addWidget(self.form)
        column.addLayout(self._buttons())

    def is_dirty(self) -> bool:
        """Whether something was changed that is not kept."""
        return self.form.is_dirty()

    def confirm(self, then: Callable[[], None] | None = None) -> None:
        """Keep what was changed, or show what is wrong; `then` follows when it is kept."""
        if not self.is_dirty():
            self._close(then)
            return
        values = self.form.submit()
        if values is None:
            return
        detail, people = self._detail, self._desk.office.people
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: people.save(values, detail.id, detail.version),
            lambda _: self._kept(then),
            self._refused,
        )

    def drop(self) -> None:
        """Forget what was typed."""
        self._close(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape leaves everything as it was."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            super().keyPressEvent(event)

    def _buttons(self) -> FlowLayout:
        flow = FlowLayout()
        save = button("Speichern", name="person.fact.save", primary=True)
        save.setToolTip("Eingabe")
        save.clicked.connect(lambda _=False: self.confirm())
        cancel = button("Abbrechen", name="person.fact.cancel", flat=True)
        cancel.setToolTip("Esc")
        cancel.clicked.connect(self.drop)
        flow.addWidget(save)
        flow.addWidget(cancel)
        return flow

    def _kept(self, then: Callable[[], None] | None) -> None:
        tell(self._desk, "Gespeichert.")
        self._close(then)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, EhrenamtError) and not isinstance(error, InvalidDraft):
            self.form.show_errors([FieldError("", error.sentence)])
        else:
            self.form.refuse(error, self._desk.notices)

    def _close(self, then: Callable[[], None] | None) -> None:
        self.form.settle()
        self.closed.emit()
        if then is not None:
            then()
