"""Labels: the addresses of a list on sheets to stick on, in the order of its letters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.label_sheets import LabelSheet, LabelWish, sheet_of
from ehrenamt_desktop.model.letters import Letter
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.services.serial_letters import SerialLetters
from ehrenamt_desktop.store.engine import Store


class Labels:
    """Use cases on labels."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)
        self._letters = SerialLetters(store)

    def write(
        self,
        path: Path,
        ids: Sequence[int],
        wish: LabelWish,
        *,
        noun: str = "people",
        per_household: bool = False,
        progress: Progress = QUIET,
    ) -> int:
        """Print a label for each letter these people or initiatives get; returns their number.

        Raises:
            DomainError: nobody may get a letter, there is no such sheet, or the start or shift
                does not fit it.
            Cancelled: the user stopped; nothing was made.
            StoreUnavailable: the file cannot be written.
        """
        from ehrenamt_desktop.reports.labels import labels

        expect_suffix(path, ".pdf")
        sheet = _sheet(wish)
        self._store.hold()
        plan = self._letters.letters(ids, noun=noun, per_household=per_household)
        addresses = [_lines(one, sheet) for one in plan.letters]
        labels(path, sheet, wish, addresses, _author(self._lists.office_info()), progress)
        with self._store.write("Etiketten gedruckt") as unit:
            unit.add(
                Posting(
                    kind=PaperKind.LABELS,
                    title=f"Etiketten {sheet.title}",
                    rows=len(addresses),
                    printed_on=clock.today(),
                    path=str(path.absolute()),
                )
            )
        return len(addresses)

    def trial(self, path: Path, wish: LabelWish) -> None:
        """Print the outlines of a sheet, to see how far the print is to be shifted.

        Raises:
            DomainError: there is no such sheet, or the shift is too large.
            StoreUnavailable: the file cannot be written.
        """
        from ehrenamt_desktop.reports.labels import trial_page

        expect_suffix(path, ".pdf")
        trial_page(path, _sheet(wish), wish, _author(self._lists.office_info()))


def _sheet(wish: LabelWish) -> LabelSheet:
    found = sheet_of(wish.sheet)
    if found is None:
        raise DomainError(
            "Dieses Etikettenblatt ist nicht bekannt. Bitte wählen Sie eines der Liste."
        )
    return found


def _lines(letter: Letter, sheet: LabelSheet) -> tuple[str, ...]:
    """The whole address, or name and place for the back of a folder."""
    return (letter.name, letter.city) if sheet.spine else letter.lines


def _author(office: OfficeInfo) -> str:
    return office.carrier or office.name
