"""Which lists with personal data were written, why, and whether their files are deleted."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import FollowUpKind, FollowUpResult, InteractionKind, PaperKind
from ehrenamt_desktop.model.exports import ExportReason, checked
from ehrenamt_desktop.model.records.placement import FollowUp
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.services.records import find
from ehrenamt_desktop.services.serial_history import note_all
from ehrenamt_desktop.store.engine import Store


class ExportLog:
    """Use cases on lists that were written."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(
        self,
        title: str,
        path: Path,
        rows: int,
        reason: ExportReason | None = None,
        *,
        disclosed: tuple[str, int] | None = None,
    ) -> int:
        """Keep that a list was written; returns the paper's number.

        Args:
            title: as `Liste Personen`.
            path: the file.
            rows: its entries.
            reason: of a list with personal data; its day becomes a reminder to delete the file.
            disclosed: whose course says that somebody was told everything: `people` or
                `initiatives`, and the number.

        Raises:
            InvalidDraft: the purpose or the day is missing or wrong.
        """
        today = clock.today()
        if reason is not None:
            reason = checked(reason.purpose, reason.delete_on, today)
        noun, number = disclosed or ("", None)
        kind = PaperKind.LIST_EXPORT if disclosed is None else PaperKind.DISCLOSURE
        with self._store.write(f"{kind.label} erstellt") as unit:
            posting = Posting(
                kind=kind,
                title=title,
                person_id=number if noun == "people" else None,
                initiative_id=number if noun == "initiatives" else None,
                rows=rows,
                printed_on=today,
                path=str(path.absolute()),
                purpose=reason.purpose if reason else "",
                delete_on=reason.delete_on if reason else None,
            )
            unit.add(posting)
            unit.flush()
            if reason is not None:
                unit.add(_reminder(posting, reason))
            if number is not None:
                note_all(unit, InteractionKind.LETTER, kind.label, noun, [number], posting.id)
            return int(posting.id or 0)

    def deleted(self, posting_id: int) -> None:
        """Note that the file of a list is deleted; its reminder is done.

        Raises:
            DomainError: the paper is gone.
        """
        today = clock.today()
        with self._store.write("Liste als gelöscht eingetragen") as unit:
            find(unit, Posting, posting_id).deleted_on = today
            reminders = unit.exec(
                select(FollowUp).where(
                    col(FollowUp.posting_id) == posting_id, col(FollowUp.done_on).is_(None)
                )
            )
            for reminder in reminders.all():
                reminder.done_on, reminder.result = today, FollowUpResult.DONE


def _reminder(posting: Posting, reason: ExportReason) -> FollowUp:
    """The file is to be deleted on its day."""
    return FollowUp(
        kind=FollowUpKind.DELETE_EXPORT,
        due_on=reason.delete_on,
        title=f"{posting.title} löschen",
        note=reason.purpose,
        posting_id=posting.id,
    )
