"""What is done with the file of an edition, or a form of the office: opened, printed, saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.documents import DocumentRow, EditionRow
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.tasks import Lane

Shown = EditionRow | DocumentRow
"""An edition of the library, or a paper that is made when it is wanted."""


class PaperFiles:
    """Other programs get a copy that cannot be changed, never the library's own bytes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(self, shown: Shown) -> None:
        """Open it with the system's program."""
        self._with_copy(shown, self._desk.files.launch)

    def print(self, shown: Shown) -> None:
        """Print a PDF; of other kinds nothing is printed from here."""
        if isinstance(shown, DocumentRow) or shown.format == "pdf":
            self._with_copy(shown, self._desk.files.print)

    def save(self, shown: Shown) -> None:
        """Ask where it is to be written."""
        if isinstance(shown, DocumentRow):
            name, ending = shown.title, ".pdf"
        else:
            name, ending = shown.file_name.rpartition(".")[0], f".{shown.format}"
        path = self._desk.files.save("Unterlage speichern", name, ending)
        if path is None:
            return
        office = self._desk.office

        def work() -> None:
            if isinstance(shown, DocumentRow):
                office.forms.write(path, shown.own_form)
            else:
                office.copies.save(shown, path)

        self._desk.tasks.run(
            Lane.WRITE, work,
            lambda _: self._desk.notices.success("Die Unterlage ist gespeichert."),
        )  # fmt: skip

    def _with_copy(self, shown: Shown, deed: Callable[[Path], None]) -> None:
        office = self._desk.office

        def work() -> Path:
            if isinstance(shown, DocumentRow):
                return office.copies.made(shown.title, office.forms.make(shown.own_form))
            return office.copies.opened(shown)

        def then(path: Path) -> None:
            try:
                deed(path)
            except EhrenamtError as error:
                self._desk.notices.error(error)

        self._desk.tasks.run(Lane.WRITE, work, then)
