"""The form of a record in its pane: fields, what stands below them, and the bar that saves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ehrenamt_desktop.model.rows import TermValue
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label, scroll
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.record.words import Words

MakeForm = Callable[[Vocabulary], RecordForm]
Load = tuple[str, Mapping[str, Any], tuple[TermValue, ...], Callable[[], None] | None]


class FormPart(QWidget):
    """Holds one form at a time: the full one of a kept record or the quick one of a new record.

    Forms are built when they are first needed; the one not in use leaves the window, so names of
    fields are unique.
    """

    save_wanted = Signal()
    discard_wanted = Signal()
    edited = Signal()
    built = Signal(object)

    def __init__(self, name: str, words: Words, makers: Mapping[str, MakeForm]) -> None:
        super().__init__()
        self._name = name
        self._words = words
        self._makers = dict(makers)
        self._forms: dict[str, RecordForm] = {}
        self._waiting: Load | None = None
        self.form: RecordForm | None = None
        self.extras: QWidget | None = None
        inside = self._inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(2, 2, theme.GRID + 4, theme.GRID)
        self._column.setSpacing(2 * theme.GRID)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.GRID)
        self.area = scroll(inside, name=f"{name}.form.scroll")
        outer.addWidget(self.area, 1)
        self._notes = QVBoxLayout()
        outer.addLayout(self._notes)
        outer.addWidget(_rule())
        outer.addLayout(self._bar())

    def add_extras(self, extras: QWidget) -> None:
        """Let this stand below the fields of a kept record."""
        self.extras = extras
        self._column.addWidget(extras)

    def add_note(self, note: QWidget) -> None:
        """Let this stand between the fields and the bar, always in sight."""
        self._notes.addWidget(note)

    def add_action(self, widget: QWidget) -> None:
        """Add a button beside the one that saves."""
        self._flow.insert(1, widget)

    def load(
        self,
        which: str,
        values: Mapping[str, Any],
        terms: Iterable[TermValue] = (),
        then: Callable[[], None] | None = None,
    ) -> None:
        """Show values in the form `which` as soon as it is looked at; with `then` at once."""
        self._waiting = (which, values, tuple(terms), then)
        if then is not None or self.isVisible():
            self._words.when_ready(self._fill)

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the form when it is looked at; going through a list stays fast."""
        super().showEvent(event)
        if self._waiting is not None:
            self._words.when_ready(self._fill)

    def lock(self, *, locked: bool) -> None:
        """Let the fields be read only; they can still be scrolled."""
        self._inside.setEnabled(not locked)

    def is_dirty(self) -> bool:
        """Whether something was entered that is not kept."""
        return self.form is not None and self.form.is_dirty()

    def settle(self) -> None:
        """Take what is shown as kept."""
        if self.form is not None:
            self.form.settle()
        self._tell()

    def _fill(self, vocabulary: Vocabulary) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        which, values, terms, then = waiting
        self._show(which, vocabulary)
        if self.form is not None:
            self.form.load(values, terms)
        self._tell()
        if then is not None:
            then()

    def _show(self, which: str, vocabulary: Vocabulary) -> None:
        if which not in self._forms:
            made = self._makers[which](vocabulary)
            made.changed.connect(self._tell)
            self._forms[which] = made
            self.built.emit(made)
        wanted = self._forms[which]
        if wanted is self.form:
            return
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.setParent(None)
        self.form = wanted
        self._column.insertWidget(0, wanted)
        wanted.show()
        self.area.verticalScrollBar().setValue(0)

    def _bar(self) -> FlowLayout:
        self.save_button = button("Speichern", name=f"{self._name}.save", primary=True)
        self.save_button.setToolTip("Strg+S")
        self.discard_button = button("Verwerfen", name=f"{self._name}.discard", flat=True)
        self.discard_button.setToolTip("Änderungen verwerfen")
        self._state = label("", "small", name=f"{self._name}.state")
        self.save_button.clicked.connect(self.save_wanted)
        self.discard_button.clicked.connect(self.discard_wanted)
        self._flow = FlowLayout()
        for part in (self.save_button, self.discard_button, self._state):
            self._flow.addWidget(part)
        return self._flow

    def _tell(self) -> None:
        dirty = self.is_dirty()
        self.save_button.setEnabled(dirty)
        self.discard_button.setEnabled(dirty)
        self._state.setText("Noch nicht gespeichert" if dirty else "")
        self.edited.emit()


def _rule() -> QFrame:
    made = QFrame()
    made.setProperty("rule", "true")
    made.setFixedHeight(1)
    return made
