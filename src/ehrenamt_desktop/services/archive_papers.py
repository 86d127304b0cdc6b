"""What the archive and those who received a contact get on paper before somebody is erased."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, StoreUnavailable
from ehrenamt_desktop.exchange import csv_out
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.erasures import ErasureRow
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.services.disclosures import Disclosures
from ehrenamt_desktop.services.letters import Letters
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.whole_folder import filling
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import retention

HEADINGS = ("Nr.", "Name", "Ortsteil", "Anlass", "Seit")
FIELDS = ("Teil", "Eintrag", "Angabe", "Inhalt")
TEXT = "loeschung"
"""The letter that asks a body to delete what it received."""


class ArchivePapers:
    """Lists, records and letters; nothing of it is kept in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def offer(
        self, rows: Sequence[ErasureRow], archive: str, parent: Path, progress: Progress = QUIET
    ) -> Path:
        """Write the list of what is offered, as PDF and CSV; returns the folder.

        Raises:
            StoreUnavailable: the folder cannot be written.
        """
        _expect(parent)
        with filling(parent, f"archiv-angebot-{clock.today():%Y-%m-%d}") as (folder, final):
            self._list(rows, archive, folder, progress)
        return final

    def hand_over(
        self, rows: Sequence[ErasureRow], archive: str, parent: Path, progress: Progress = QUIET
    ) -> Path:
        """Write the list and each record as PDF and CSV; returns the folder.

        Raises:
            StoreUnavailable: the folder cannot be written.
        """
        from ehrenamt_desktop.reports.disclosure import disclosure

        _expect(parent)
        office = Lists(self._store).office_info()
        disclosures = Disclosures(self._store)
        with filling(parent, f"archiv-uebergabe-{clock.today():%Y-%m-%d}") as (folder, final):
            self._list(rows, archive, folder, QUIET)
            for place, one in enumerate(rows):
                progress.step(place, len(rows), f"Nr. {one.id}")
                found = disclosures.of(one.id)
                disclosure(folder / f"datensatz-{one.id}.pdf", office, found)
                cells = (
                    (chapter.title, str(at), fact.label, fact.value)
                    for chapter in found.chapters
                    for at, record in enumerate(chapter.records, 1)
                    for fact in record.facts
                )
                csv_out.write(folder / f"datensatz-{one.id}.csv", FIELDS, cells)
            progress.step(len(rows), len(rows))
        return final

    def letters(self, rows: Sequence[ErasureRow], parent: Path) -> tuple[int, Path | None]:
        """Write a letter for each person and body that received the contact (Art. 19 GDPR).

        A body without an address gets none: it is named in `ohne-anschrift.csv` beside them.

        Returns:
            How many letters, and their folder; none where nobody received anything.

        Raises:
            StoreUnavailable: the folder cannot be written.
        """
        with self._store.read() as connection:
            wanted = [
                (one, body, on)
                for one in rows
                for body, on in retention.recipients(connection, one.id)
            ]
        if not wanted:
            return 0, None
        _expect(parent)
        letters, lists = Letters(self._store), Lists(self._store)
        written, missing = 0, []
        with filling(parent, f"bitte-um-loeschung-{clock.today():%Y-%m-%d}") as (folder, final):
            for one, body, on in wanted:
                answers = {"?Tag der Weitergabe": day(on), "?Name der Person": one.name}
                try:
                    draft = letters.draft(Kind.INITIATIVE, body, TEXT, answers)
                    made = letters.sample(Kind.INITIATIVE, body, draft)
                except DomainError:
                    name = str(lists.initiative(body).values["name"])
                    missing.append((str(body), name, day(on), str(one.id)))
                    continue
                (folder / f"brief-{one.id}-{body}.pdf").write_bytes(made)
                written += 1
            if missing:
                headings = ("Nr.", "Initiative", "Weitergegeben am", "Person Nr.")
                csv_out.write(folder / "ohne-anschrift.csv", headings, missing)
        return written, final

    def _list(
        self, rows: Sequence[ErasureRow], archive: str, folder: Path, progress: Progress
    ) -> None:
        from ehrenamt_desktop.reports.archive_list import archive_list

        office = Lists(self._store).office_info()
        archive_list(folder / "liste.pdf", office, archive, rows, clock.today(), progress)
        cells = ((str(one.id), one.name, one.place, one.why, day(one.since)) for one in rows)
        csv_out.write(folder / "liste.csv", HEADINGS, cells)


def _expect(parent: Path) -> None:
    if not parent.is_dir():
        raise StoreUnavailable(
            f"Den Ordner „{parent.name}“ gibt es nicht. Bitte wählen Sie einen anderen."
        )
