"""Undo and redo of the office: what they would do, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from ehrenamt_desktop.model.queries import Step
from ehrenamt_desktop.ui.kit.changes import ChangeBus
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.notices import Action, Notices
from ehrenamt_desktop.ui.kit.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from ehrenamt_desktop.services.history import History
    from ehrenamt_desktop.services.office import Office

UNDO_KEYS = ("Ctrl+Z",)
REDO_KEYS = ("Ctrl+Y", "Ctrl+Shift+Z")
NOTHING = ("Nichts rückgängig zu machen", "Nichts zu wiederholen")
UNSAVED = "Bitte speichern oder verwerfen Sie zuerst, was Sie gerade eingeben."


class UndoActions(QObject):
    """The two actions with the names of their steps.

    A text field with typing of its own undoes that itself. While a form holds something that is
    not kept, no step is undone: it could be the very record that is being edited.
    """

    def __init__(
        self,
        office: Office,
        tasks: TaskRunner,
        bus: ChangeBus,
        notices: Notices,
        dirty: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._notices = notices
        self._dirty = dirty
        self.undo = self._action("Rückgängig", "main.undo", UNDO_KEYS, self._undo_wanted)
        self.redo = self._action("Wiederholen", "main.redo", REDO_KEYS, self._redo_wanted)
        bus.changed.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        """Ask which steps come next; behind the painted window."""
        self._tasks.run(Lane.READ, lambda: _next(self._office.history), self._show, key="undo")

    def undo_last(self) -> None:
        """Undo the last step."""
        self._tasks.run(Lane.WRITE, lambda: undo_step(self._office), self._undone)

    def redo_last(self) -> None:
        """Do the last undone step again."""
        self._tasks.run(Lane.WRITE, lambda: redo_step(self._office), self._redone)

    def commands(self, *, all_of_them: bool = False) -> list[Command]:
        """Both as commands, as far as there is something to undo or redo."""
        both = (
            (self.undo, "Rückgängig", UNDO_KEYS, "zurück zurücknehmen widerrufen undo"),
            (self.redo, "Wiederholen", REDO_KEYS, "noch einmal wiederherstellen redo"),
        )
        return [
            Command(word if all_of_them else action.text(), keys, action.trigger,
                    action.objectName(), more)
            for action, word, keys, more in both if all_of_them or action.isEnabled()
        ]  # fmt: skip

    def _action(
        self, words: str, name: str, keys: tuple[str, ...], deed: Callable[[], None]
    ) -> QAction:
        made = QAction(words, self)
        made.setObjectName(name)
        made.setShortcuts([QKeySequence(key) for key in keys])
        made.triggered.connect(deed)
        return made

    def _undo_wanted(self) -> None:
        if not self._dirty() or not _undo_typing():
            self._when_kept(self.undo_last)

    def _redo_wanted(self) -> None:
        self._when_kept(self.redo_last)

    def _when_kept(self, deed: Callable[[], None]) -> None:
        if self._dirty():
            self._notices.warning(UNSAVED)
        else:
            deed()

    def _show(self, steps: tuple[Step | None, Step | None]) -> None:
        for action, word, nothing, step in zip(
            (self.undo, self.redo), ("Rückgängig", "Wiederholen"), NOTHING, steps, strict=True
        ):
            action.setText(f"{word}: {step.action}" if step else nothing)
            action.setEnabled(step is not None)

    def _undone(self, step: Step) -> None:
        self._notices.success(
            f"Rückgängig gemacht: {step.action}", Action("Wiederholen", self.redo_last)
        )

    def _redone(self, step: Step) -> None:
        self._notices.success(f"Wiederholt: {step.action}", Action("Rückgängig", self.undo_last))


def _undo_typing() -> bool:
    """Take back typing in the field that has the focus; False if there is none."""
    field = QApplication.focusWidget()
    typing = field.document() if isinstance(field, QPlainTextEdit) else field
    if isinstance(typing, QLineEdit | QTextDocument) and typing.isUndoAvailable():
        typing.undo()
        return True
    return False


def undo_step(office: Office) -> Step:
    """Undo on the task's thread, which also imports what is needed."""
    return office.history.undo()


def redo_step(office: Office) -> Step:
    """Redo on the task's thread."""
    return office.history.redo()


def _next(history: History) -> tuple[Step | None, Step | None]:
    return history.next_undo(), history.next_redo()
