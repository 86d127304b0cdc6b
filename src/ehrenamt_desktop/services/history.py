"""Undo and redo over everything that was kept."""

from __future__ import annotations

from ehrenamt_desktop.model.queries import Step
from ehrenamt_desktop.store import journal, undo
from ehrenamt_desktop.store.engine import Store


class History:
    """The user's steps, to be undone and done again."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def undo(self) -> Step:
        """Undo the last step; returns it.

        Raises:
            DomainError: there is nothing to undo, or a record has moved on since.
        """
        with self._store.write("Rückgängig") as unit:
            return undo.undo(unit)

    def redo(self) -> Step:
        """Do the last undone step again; returns it.

        Raises:
            DomainError: there is nothing to redo, or a record has moved on since.
        """
        with self._store.write("Wiederholen") as unit:
            return undo.redo(unit)

    def last(self) -> int:
        """The number of the step kept last since the office was opened; 0 without any."""
        return self._store.last_step

    def next_undo(self) -> Step | None:
        """The step that `undo` would undo."""
        steps, _ = self._stacks()
        return steps[-1] if steps else None

    def next_redo(self) -> Step | None:
        """The step that `redo` would do again."""
        _, steps = self._stacks()
        return steps[-1] if steps else None

    def _stacks(self) -> tuple[list[Step], list[Step]]:
        with self._store.read() as connection:
            rows = journal.steps(connection, self._store.user_id)
        undo_rows, redo_rows = journal.stacks(rows)
        return (
            [Step(step.id, step.action) for step in undo_rows],
            [Step(step.id, step.action) for step, _undoing in redo_rows],
        )
