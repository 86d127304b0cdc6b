"""The disclosure of a person's data into a folder, behind the window."""

from __future__ import annotations

from pathlib import Path

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notices import Action

DONE = (
    "Die Auskunft ist fertig: als PDF, als Datei für andere Programme und als Adresskarte. Bitte "
    "lesen Sie sie durch, bevor Sie sie geben: Stehen in Notizen Angaben über andere Menschen?"
)


def disclose(desk: Desk, kind: Kind, number: int) -> None:
    """Ask for a folder, write the disclosure of a person or a contact person, say where it is."""
    folder = desk.files.folder("Ordner für die Auskunft wählen")
    if folder is None:
        return

    def done(made: Path) -> None:
        desk.notices.success(
            DONE,
            Action("Ansehen", lambda: desk.files.show(made / f"{made.name.split(' ')[0]}.pdf")),
            Action("Ordner", lambda: desk.files.reveal(made)),
        )

    def write(progress: Progress) -> Path:
        told = desk.office.disclosures
        way = told.write if kind is Kind.PERSON else told.write_contact
        return way(number, folder, progress)

    desk.tasks.run_long("Auskunft wird erstellt …", write, done)
