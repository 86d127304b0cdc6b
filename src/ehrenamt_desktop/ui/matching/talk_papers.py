"""What is printed for a talk: the sheet for the desk and the letter for the post."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import Cancelled, EhrenamtError
from ehrenamt_desktop.model.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ehrenamt_desktop.services.office import Office

LETTER = "Brief"
SHEET = "Gesprächszettel"


@dataclass(frozen=True, slots=True)
class Printed:
    """What was written, the letter first, each with its German name, and what is missing.

    `steps` are the journal steps of the papers, the latest last.
    """

    files: tuple[tuple[str, Path], ...]
    missing: tuple[str, ...]
    steps: tuple[int, ...]

    @property
    def words(self) -> str:
        """`Brief und Gesprächszettel sind gespeichert.` and what is missing; may be empty."""
        names = [name for name, _ in self.files]
        said = []
        if names:
            verb = "sind" if len(names) > 1 else "ist"
            article = "" if len(names) > 1 else "Der "
            said.append(f"{article}{' und '.join(names)} {verb} gespeichert.")
        return " ".join([*said, *self.missing])


def file_name(name: str, person_id: int) -> str:
    """`Vorschlagsbrief Nr. 12 2026-11-23`: no names of people."""
    return f"{name} Nr. {person_id} {clock.today().isoformat()}"


def write_both(
    office: Office, path: Path, person_id: int, offer_ids: Sequence[int], progress: Progress
) -> Printed:
    """The letter at `path`, the sheet beside it; what cannot be made is said."""
    sheet_path = _free(path.with_name(f"{file_name(SHEET, person_id)}.pdf"), path)
    sheet = _try(
        office, SHEET, sheet_path,
        lambda: office.talk_sheets.talk_sheet(sheet_path, person_id, offer_ids, progress),
    )  # fmt: skip
    letter = _try(
        office, LETTER, path,
        lambda: office.papers.proposal_letter(path, person_id, offer_ids, progress),
    )  # fmt: skip
    return Printed(
        letter.files + sheet.files, letter.missing + sheet.missing, sheet.steps + letter.steps
    )


def _try(office: Office, name: str, path: Path, write: Callable[[], int]) -> Printed:
    try:
        write()
    except Cancelled:
        raise
    except EhrenamtError as error:
        return Printed((), (f"Der {name} fehlt noch: {error.sentence}",), ())
    step = office.history.next_undo()
    return Printed(((name, path),), (), (step.id,) if step else ())


def _free(path: Path, other: Path) -> Path:
    """The path itself, or with a number where a file or the other paper already lies."""
    at, tried = 1, path
    while tried.exists() or tried == other:
        at += 1
        tried = path.with_stem(f"{path.stem} {at}")
    return tried
