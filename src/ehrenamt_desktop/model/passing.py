"""A contact that is passed on: what may go, to whom, by which way, and what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ehrenamt_desktop.model.enums import PassingWay
from ehrenamt_desktop.model.rows import ConsentRow


class Recipient(NamedTuple):
    """Who can receive a contact: somebody who speaks for the body, or the body itself.

    `contact_id` is None for the body; `greeting` opens a letter, without the comma.
    """

    contact_id: int | None
    name: str
    function: str
    deputy: bool
    email: str
    phone: str
    greeting: str

    @property
    def words(self) -> str:
        """`Anna Roth, Vorsitz (Vertretung)`."""
        named = ", ".join(part for part in (self.name, self.function) if part)
        return f"{named} (Vertretung)" if self.deputy else named

    def address(self, way: PassingWay) -> str:
        """What is needed to reach them that way; empty for a letter and in person."""
        return {PassingWay.EMAIL: self.email, PassingWay.CALL: self.phone}.get(way, "")


class PassingPart(NamedTuple):
    """One thing that can be passed on; `ticked` at first, `fixed` always goes."""

    key: str
    label: str
    value: str
    ticked: bool
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class PassingPlan:
    """All that the panel „Kontakt weitergeben“ shows.

    Attributes:
        placement_id: the placement that would move.
        offer, initiative: what it is about.
        initiative_id: the body.
        person_id, person: whose contact it is.
        recipients: who can receive it, the usual one first.
        parts: what can be passed on.
        consent: the consent it rests on; None means the office's public task, or a refusal.
        refusal: why it must not be passed on, None if it may.
        warnings: what to mind about the person's time.
    """

    placement_id: int
    offer: str
    initiative: str
    initiative_id: int
    person_id: int
    person: str
    recipients: tuple[Recipient, ...]
    parts: tuple[PassingPart, ...]
    consent: ConsentRow | None
    refusal: str | None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassingWish:
    """What was chosen in the panel; `parts` are keys of `PassingPart`."""

    contact_id: int | None
    way: PassingWay
    parts: tuple[str, ...]


class MailDraft(NamedTuple):
    """A message in plain text that somebody else's mail program sends; `bcc` sees nobody.

    `files` are attached: name and bytes of each.
    """

    to: str
    subject: str
    body: str
    bcc: tuple[str, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
