"""The panel under a talk in the course: change it, complete it, take it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ehrenamt_desktop.model.enums import InteractionState, Kind
from ehrenamt_desktop.model.rows import TalkDetail
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.autosaver import Autosaver
from ehrenamt_desktop.ui.record.talk_dialog import owner_of
from ehrenamt_desktop.ui.record.talk_form import TalkHelp
from ehrenamt_desktop.ui.record.talk_specs import GROUPS, TALK
from ehrenamt_desktop.ui.record.telling import tell


class TalkPanel(QFrame):
    """Edits one talk in place; Strg+S keeps, Escape closes what was not changed."""

    closed = Signal()

    def __init__(self, desk: Desk, talk: TalkDetail, *, complete: bool) -> None:
        """Show the fields of `talk`; `complete` proposes that it was held."""
        super().__init__()
        self.setObjectName("course.talk")
        self.setProperty("panel", "true")
        self._desk = desk
        self.talk = talk
        self.form = RecordForm("talk", TALK, Vocabulary(), name="course.talk", groups=GROUPS)
        self.form.load(talk.values)
        owner = owner_of(talk.values)
        self._autosaver = Autosaver(
            desk, Kind.INTERACTION, lambda: self.form, lambda: (talk.id, owner), self
        )
        self.form.changed.connect(self._autosaver.follow)
        if complete:
            self.form.editor("state").set_value(InteractionState.HELD)
        for load in TalkHelp(desk, self.form, talk.id).loads:
            load.ask()
        self.setFocusProxy(self.form.editor("minutes" if complete else "kind"))
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
        values = self.form.submit()
        if values is None:
            return
        talk, office = self.talk, self._desk.office
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: office.interactions.change(talk.id, values, talk.version),
            lambda _: self._done("Das Gespräch ist gespeichert.", then),
            lambda error: self.form.refuse(error, self._desk.notices),
        )

    def remove(self) -> None:
        """Take the talk out of the course."""
        number, office = self.talk.id, self._desk.office
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: office.interactions.remove(number),
            lambda _: self._done("Das Gespräch ist entfernt."),
        )

    def drop(self) -> None:
        """Forget what was typed."""
        self.form.settle()
        self._autosaver.forget()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes a panel in which nothing was changed."""
        if event.key() == Qt.Key.Key_Escape and not self.is_dirty():
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _buttons(self) -> FlowLayout:
        flow = FlowLayout()
        save = button("Speichern", name="course.talk.save", primary=True)
        save.setToolTip("Strg+S")
        save.clicked.connect(lambda _=False: self.confirm())
        cancel = button("Abbrechen", name="course.talk.cancel", flat=True)
        cancel.clicked.connect(self.drop)
        remove = button("Gespräch entfernen", name="course.talk.remove", flat=True)
        remove.clicked.connect(self.remove)
        for one in (save, cancel, remove):
            flow.addWidget(one)
        return flow

    def _done(self, sentence: str, then: Callable[[], None] | None = None) -> None:
        self.form.settle()
        self._autosaver.forget()
        tell(self._desk, sentence)
        self.closed.emit()
        if then is not None:
            then()
