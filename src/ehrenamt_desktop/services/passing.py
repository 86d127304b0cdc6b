"""Passing a contact on: what would go to whom, the log of it, and the message that tells them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.exchange import mail_out
from ehrenamt_desktop.model.enums import PassingWay
from ehrenamt_desktop.model.passing import MailDraft, PassingPlan, PassingWish, Recipient
from ehrenamt_desktop.model.records.passed_contact import PassedContact
from ehrenamt_desktop.model.rules import passing as rules
from ehrenamt_desktop.model.text import cut, day
from ehrenamt_desktop.services.letter_texts import LetterTexts
from ehrenamt_desktop.services.lists import GONE, Lists
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import passed
from ehrenamt_desktop.store.reads import passing as reads
from ehrenamt_desktop.store.unit import Unit

TEXT = "weitergabe"
"""The file of `resources/letters` with the words of the message."""


class Message(NamedTuple):
    """A message ready to be sent; `link` opens the mail program, `due_on` is when to ask next."""

    draft: MailDraft
    link: str
    due_on: dt.date | None


class Passing:
    """Use cases on contacts that are passed on; the step itself is `Placements.move`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, placement_id: int) -> PassingPlan:
        """What the panel of one placement shows.

        Raises:
            DomainError: the placement is gone.
        """
        with self._store.read() as connection:
            found = reads.plan(connection, placement_id, clock.today())
        if found is None:
            raise DomainError(GONE)
        return found

    def plans_of(self, person_id: int) -> tuple[PassingPlan, ...]:
        """The hand-overs that could be next for a person, the latest proposal first.

        Raises:
            DomainError: nothing is proposed to the person.
        """
        with self._store.read() as connection:
            numbers = reads.proposed_of(connection, person_id)
            found = [reads.plan(connection, number, clock.today()) for number in numbers]
        plans = tuple(one for one in found if one is not None)
        if not plans:
            raise DomainError(
                "Für diese Person wartet kein Vorschlag auf die Weitergabe. Bitte machen Sie "
                "zuerst einen Vorschlag."
            )
        return plans

    def message(self, placement_id: int) -> Message:
        """The message to whom the contact of a placement was passed on last.

        Raises:
            DomainError: no contact of this placement was passed on, or the text is wrong.
        """
        from ehrenamt_desktop.reports import mail_text

        plan = self.plan(placement_id)
        with self._store.read() as connection:
            kept = passed.last(connection, placement_id)
            due_on = passed.next_due(connection, placement_id)
        if kept is None:
            raise DomainError("Dieser Kontakt ist noch nicht weitergegeben.")
        to = next((one for one in plan.recipients if one.contact_id == kept.contact_id),
                  plan.recipients[-1])  # fmt: skip
        subject, body = mail_text.compose(
            LetterTexts(self._store).text(TEXT),
            Lists(self._store).office_info(),
            clock.today(),
            {"greeting": to.greeting, "polite_name": to.name,
             "reply_until": day(due_on or kept.on)},
            {"offers": (f"„{plan.offer}“, {plan.initiative}",),
             "contact": [f"{one.label}: {one.value}" for one in plan.parts
                         if one.key in kept.parts]},
        )  # fmt: skip
        draft = MailDraft(to.email, subject, body)
        return Message(draft, mail_out.link(draft), due_on)

    def write_message(self, path: Path, placement_id: int) -> None:
        """Write the message as a draft that a mail program opens.

        Raises:
            DomainError: see `message`, or the name does not end in `.eml`.
            StoreUnavailable: the file cannot be written.
        """
        expect_suffix(path, ".eml")
        mail_out.write(path, self.message(placement_id).draft)


def usual_wish(plan: PassingPlan) -> PassingWish:
    """What goes when nothing else is chosen: name and call-back way to the usual recipient."""
    usual = plan.recipients[0]
    return PassingWish(
        usual.contact_id, rules.way(usual), tuple(one.key for one in plan.parts if one.ticked)
    )


def log_passing(unit: Unit, plan: PassingPlan, wish: PassingWish, on: dt.date) -> str:
    """Keep who receives what of a contact, in the step that passes it on.

    Returns:
        The recipient's name with the body's.

    Raises:
        DomainError: the recipient is none of the body's, something is to go that is not known,
            or there is no address for the way.
    """
    to = _recipient(plan, wish)
    known = {one.key for one in plan.parts}
    if not set(wish.parts) <= known or "name" not in wish.parts:
        raise DomainError(
            "Diese Angaben haben sich inzwischen geändert. Bitte öffnen Sie „Kontakt weitergeben“ "
            "noch einmal."
        )
    address = to.address(wish.way)
    if wish.way is PassingWay.EMAIL and not address:
        raise DomainError(
            "Hier ist keine E-Mail-Adresse eingetragen. Bitte wählen Sie einen anderen Weg oder "
            "tragen Sie die Adresse bei der Initiative ein."
        )
    named = to.name if to.contact_id is None else f"{to.name}, {plan.initiative}"
    unit.add(
        PassedContact(
            placement_id=plan.placement_id,
            person_id=plan.person_id,
            initiative_id=plan.initiative_id,
            contact_id=to.contact_id,
            recipient=cut(named, 200),
            address=cut(address, 200),
            way=wish.way,
            parts=",".join(key for key in rules.PARTS if key in wish.parts),
            on=on,
        )
    )
    return cut(named, 200)


def _recipient(plan: PassingPlan, wish: PassingWish) -> Recipient:
    for one in plan.recipients:
        if one.contact_id == wish.contact_id:
            return one
    raise DomainError(
        "Diese Ansprechperson gibt es bei der Initiative nicht mehr. Bitte wählen Sie eine andere."
    )
