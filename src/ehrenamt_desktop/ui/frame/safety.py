"""A safety copy at the wish of the coordinator."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notices import Action


def make_backup(desk: Desk, made: Callable[[dt.datetime | None], None]) -> None:
    """Ask for a folder, copy and check there, say where it is; `made` hears of success."""
    folder = desk.files.folder("Ordner für die Sicherung wählen")
    if folder is None:
        return

    def done(copy: Path) -> None:
        made(clock.local(clock.now()))
        desk.notices.success(
            "Die Sicherung ist angelegt und geprüft.",
            Action("Ordner", lambda: desk.files.reveal(copy)),
        )

    desk.tasks.run_long(
        "Sicherung wird angelegt …",
        lambda progress: desk.office.backups.make(folder, progress),
        done,
    )
