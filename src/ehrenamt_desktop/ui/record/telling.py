"""A notice that a step worked, with the way back."""

from __future__ import annotations

from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.taking_back import take_back
from ehrenamt_desktop.ui.kit.tasks import Lane


def tell(desk: Desk, sentence: str) -> None:
    """Say that a step worked; it can be undone at once."""
    desk.notices.success(sentence, way_back(desk))


def way_back(desk: Desk) -> Action:
    """The button that takes back the step just kept, and no other; ask for it right after it."""
    step = desk.office.history.last()
    return Action("Rückgängig", lambda: _undo(desk, step))


def _undo(desk: Desk, step: int) -> None:
    desk.tasks.run(
        Lane.WRITE,
        lambda: take_back(desk.office, (step,)),
        lambda action: desk.notices.info(f"Rückgängig gemacht: {action}"),
    )
