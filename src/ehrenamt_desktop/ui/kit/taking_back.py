"""„Rückgängig“ in a notice takes back what the notice tells, and never what was done since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ehrenamt_desktop.errors import DomainError

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office

ONE_BY_ONE = "Bitte machen Sie die Schritte einzeln mit Strg+Z rückgängig."


def latest(office: Office) -> int:
    """The step that undo would take back; 0 without any. Ask right after the step."""
    step = office.history.next_undo()
    return step.id if step else 0


def take_back(office: Office, steps: Sequence[int], way: str = ONE_BY_ONE) -> str:
    """Take these steps back, the latest last in `steps`; returns the name of the first.

    Raises:
        DomainError: somebody went on working since; `way` says what to do then.
    """
    action = ""
    for step in reversed(steps):
        if latest(office) != step:
            raise DomainError(f"Seitdem wurde weitergearbeitet. {way}")
        action = office.history.undo().action
    return action
