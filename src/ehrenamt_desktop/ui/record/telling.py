"""A notice that a step worked, with the way back."""

from __future__ import annotations

from ehrenamt_desktop.ui.frame.undo import undo_step
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.tasks import Lane


def tell(desk: Desk, sentence: str) -> None:
    """Say that a step worked; it can be undone at once."""
    desk.notices.success(sentence, Action("Rückgängig", lambda: undo(desk)))


def undo(desk: Desk) -> None:
    """Take the last step back and say which."""
    desk.tasks.run(
        Lane.WRITE,
        lambda: undo_step(desk.office),
        lambda step: desk.notices.info(f"Rückgängig gemacht: {step.action}"),
    )
