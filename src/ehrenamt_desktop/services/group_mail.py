"""E-mail to many: drafts with hidden recipients, in batches, for those who agreed to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.exchange import mail_out
from ehrenamt_desktop.model.enums import InteractionKind
from ehrenamt_desktop.model.group_mail import GroupMessage, MailAddress, MailPlan, plan_mail
from ehrenamt_desktop.model.passing import MailDraft
from ehrenamt_desktop.model.text import count, tidy
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.serial_history import note_all
from ehrenamt_desktop.services.whole_folder import filling
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads.mail_readers import readers


class GroupMail:
    """Use cases on e-mail to many people or initiatives; the program itself sends nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, ids: Sequence[int], *, noun: str = "people") -> MailPlan:
        """Who of these gets an e-mail, who not and why."""
        with self._store.read() as connection:
            found = readers(connection, noun, ids, clock.today().isoformat())
        return plan_mail(found, clock.today())

    def drafts(self, plan: MailPlan, message: GroupMessage, size: int) -> list[MailDraft]:
        """A draft for each batch: to the office itself, everybody else hidden.

        Raises:
            DomainError: nobody gets one.
        """
        if not plan.addresses:
            raise DomainError("Niemand in dieser Liste hat Informationen per E-Mail zugestimmt.")
        own = tidy(Lists(self._store).office_info().email)
        return [
            MailDraft(own, message.subject, message.body, tuple(one.email for one in batch))
            for batch in plan.batches(size)
        ]

    def write(self, folder: Path, plan: MailPlan, message: GroupMessage, size: int) -> Path:
        """Write each draft as `.eml` into a new folder; returns that folder.

        Raises:
            DomainError: nobody gets one, or the office's own address is wrong.
            StoreUnavailable: the files cannot be written.
        """
        drafts = self.drafts(plan, message, size)
        with filling(folder, f"E-Mail {clock.today():%Y-%m-%d}") as (temporary, final):
            for number, draft in enumerate(drafts, 1):
                name = f"E-Mail {number} von {len(drafts)}.eml"
                mail_out.write(temporary / name, draft)
        return final

    def link(self, plan: MailPlan, message: GroupMessage, size: int, number: int) -> str:
        """The link that opens the mail program with one batch; empty if it is too long for that."""
        return mail_out.link(self.drafts(plan, message, size)[number])

    def note(
        self, addresses: Sequence[MailAddress], message: GroupMessage, *, noun: str = "people"
    ) -> int:
        """Keep the message in the course of everybody, as one step; returns how many they are."""
        numbers = [number for one in addresses for number in one.numbers]
        words = count(len(numbers), "Empfänger", "Empfänger")
        with self._store.write(f"E-Mail an {words} eingetragen") as unit:
            return note_all(
                unit, InteractionKind.EMAIL, tidy(message.subject) or "E-Mail", noun, numbers
            )
