"""Asks where a calendar file goes and has it written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.tasks import Lane


def save_calendar(desk: Desk, day: dt.date, write: Callable[[Path], object]) -> None:
    """Write the appointments of `day` where the user says; the name tells the day, nobody's name.

    Args:
        desk: the collaborators.
        day: the day of the appointments.
        write: writes the file; called on the write lane.
    """
    path = desk.files.save("Kalenderdatei speichern", f"Termine {day:%Y-%m-%d}", ".ics")
    if path is None:
        return
    way = Action("Ordner", lambda: desk.files.reveal(path))
    desk.tasks.run(
        Lane.WRITE,
        lambda: write(path),
        lambda _: desk.notices.success("Die Kalenderdatei ist gespeichert.", way),
    )
