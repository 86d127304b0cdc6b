"""A safety copy into a folder of one's choice, once."""

from __future__ import annotations

from pathlib import Path

from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notices import Action


def make_backup(desk: Desk) -> None:
    """Ask for a folder, copy and check there, say where it is."""
    folder = desk.files.folder("Ordner für die Sicherung wählen")
    if folder is None:
        return

    def done(copy: Path) -> None:
        desk.notices.success(
            "Die Sicherung ist angelegt und geprüft.",
            Action("Ordner", lambda: desk.files.reveal(copy)),
        )

    desk.tasks.run_long(
        "Sicherung wird angelegt …",
        lambda progress: desk.office.backups.make(folder, progress),
        done,
    )
