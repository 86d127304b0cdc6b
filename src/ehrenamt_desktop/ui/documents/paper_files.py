"""What is done with the file of an edition: opened, printed, saved elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.documents import EditionRow
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.tasks import Lane


class PaperFiles:
    """Other programs get a copy that cannot be changed, never the library's own bytes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(self, edition: EditionRow) -> None:
        """Open it with the system's program."""
        self._with_copy(edition, self._desk.files.launch)

    def print(self, edition: EditionRow) -> None:
        """Print a PDF; of other kinds nothing is printed from here."""
        if edition.format == "pdf":
            self._with_copy(edition, self._desk.files.print)

    def save(self, edition: EditionRow) -> None:
        """Ask where it is to be written."""
        name, ending = edition.file_name.rpartition(".")[0], f".{edition.format}"
        path = self._desk.files.save("Unterlage speichern", name, ending)
        if path is not None:
            self._desk.tasks.run(
                Lane.WRITE,
                lambda: self._desk.office.copies.save(edition, path),
                lambda _: self._desk.notices.success("Die Unterlage ist gespeichert."),
            )

    def _with_copy(self, edition: EditionRow, deed: Callable[[Path], None]) -> None:
        def then(path: Path) -> None:
            try:
                deed(path)
            except EhrenamtError as error:
                self._desk.notices.error(error)

        self._desk.tasks.run(Lane.READ, lambda: self._desk.office.copies.opened(edition), then)
