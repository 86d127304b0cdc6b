"""The form of a talk: how full a day is stands beside its date, a coming day means planned."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject, QSignalBlocker

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import InteractionState
from ehrenamt_desktop.model.rows import DayLoad
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.fields import Editor, InputError
from ehrenamt_desktop.ui.kit.panels import label
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.tasks import Lane


class DayLoadLine(QObject):
    """Tells beside a date how full that day is, while it is chosen."""

    def __init__(self, desk: Desk, editor: Editor, talk: int | None = None) -> None:
        """Stand beside `editor`; the appointment `talk` that is being changed does not count."""
        super().__init__(editor)
        self._desk = desk
        self._talk = talk
        self._editor = editor
        self._asked: dt.date | None = None
        name = editor.input.objectName()
        self._key = f"{name}.load"
        self.words = label("", "small", wrap=True, name=self._key)
        editor.row.insertWidget(1, self.words, 20)
        editor.changed.connect(self.ask)

    def ask(self) -> None:
        """Ask for the load of the shown date; no date shows nothing."""
        day = _day_of(self._editor)
        self._asked = day
        if day is None or day < clock.today():
            self._say("")
            return
        lists = self._desk.office.lists
        self._desk.tasks.run(
            Lane.READ, lambda: lists.day_load(day, self._talk), self._show, key=self._key
        )  # fmt: skip

    def _show(self, load: DayLoad) -> None:
        if load.day == self._asked:
            self._say(load.sentence)

    def _say(self, sentence: str) -> None:
        self.words.setText(sentence)
        self._editor.input.setAccessibleDescription(sentence)


class TalkHelp(QObject):
    """Follows what is typed into the form of a talk."""

    def __init__(self, desk: Desk, form: RecordForm, talk: int | None = None) -> None:
        super().__init__(form)
        self._form = form
        self.loads = [DayLoadLine(desk, form.editor(key), talk) for key in ("on", "next_due_on")]
        form.editor("on").changed.connect(self._follow_day)

    def _follow_day(self) -> None:
        """What lies ahead has not been held."""
        day, state = _day_of(self._form.editor("on")), self._form.editor("state")
        if day is not None and day > clock.today() and state.value() is InteractionState.HELD:
            with QSignalBlocker(state):
                state.set_value(InteractionState.PLANNED)


def _day_of(editor: Editor) -> dt.date | None:
    try:
        day = editor.value()
    except InputError:
        return None
    return day if isinstance(day, dt.date) else None
