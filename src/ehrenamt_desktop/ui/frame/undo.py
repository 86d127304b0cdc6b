"""Undo and redo of the office: what they would do, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ehrenamt_desktop.model.queries import Step
from ehrenamt_desktop.ui.kit.changes import ChangeBus
from ehrenamt_desktop.ui.kit.notices import Action, Notices
from ehrenamt_desktop.ui.kit.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from ehrenamt_desktop.services.history import History
    from ehrenamt_desktop.services.office import Office


class UndoActions(QObject):
    """The two actions with the names of their steps; text fields undo their typing themselves."""

    def __init__(
        self,
        office: Office,
        tasks: TaskRunner,
        bus: ChangeBus,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._notices = notices
        self.undo = QAction("Rückgängig", self)
        self.undo.setObjectName("main.undo")
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.undo.triggered.connect(self.undo_last)
        self.redo = QAction("Wiederholen", self)
        self.redo.setObjectName("main.redo")
        self.redo.setShortcut(QKeySequence("Ctrl+Y"))
        self.redo.triggered.connect(self.redo_last)
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

    def _show(self, steps: tuple[Step | None, Step | None]) -> None:
        for action, word, step in zip(
            (self.undo, self.redo), ("Rückgängig", "Wiederholen"), steps, strict=True
        ):
            action.setText(f"{word}: {step.action}" if step else word)
            action.setEnabled(step is not None)

    def _undone(self, step: Step) -> None:
        self._notices.success(
            f"Rückgängig gemacht: {step.action}", Action("Wiederholen", self.redo_last)
        )

    def _redone(self, step: Step) -> None:
        self._notices.success(f"Wiederholt: {step.action}", Action("Rückgängig", self.undo_last))


def undo_step(office: Office) -> Step:
    """Undo on the task's thread, which also imports what is needed."""
    return office.history.undo()


def redo_step(office: Office) -> Step:
    """Redo on the task's thread."""
    return office.history.redo()


def _next(history: History) -> tuple[Step | None, Step | None]:
    return history.next_undo(), history.next_redo()
