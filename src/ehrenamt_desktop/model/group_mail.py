"""E-mail to many: who may get one, who not and why, in batches that mail servers take."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from ehrenamt_desktop.model.enums import InitiativeStatus, LegalBasis, PersonStatus
from ehrenamt_desktop.model.letters import ARCHIVED, OPEN
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.model.rules.restriction import LEFT_OUT

NO_EMAIL = "Eine E-Mail-Adresse fehlt."
WRONG_EMAIL = "Die E-Mail-Adresse stimmt nicht."
NO_CONSENT = "Die Einwilligung für Informationen per E-Mail fehlt."
NO_GUARDIAN = (
    "Kann minderjährig sein: Es fehlt die Einwilligung der Sorgeberechtigten für Informationen "
    "per E-Mail."
)
BATCH = 50
"""Addresses in one message, unless the office says otherwise; many servers refuse more than 100."""
LARGEST_BATCH = 500
_ADDRESS = re.compile(
    r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?",
    re.ASCII | re.IGNORECASE,
)
"""The plain form of an address (RFC 5321 without quotes, comments and address literals)."""


class Reader(NamedTuple):
    """A person or an initiative as far as e-mail needs it.

    An initiative has no legal basis: its address is that of a body.
    """

    id: int
    name: str
    email: str
    status: PersonStatus | InitiativeStatus
    basis: LegalBasis | None = None
    agreed: bool = False
    guardian: bool = False
    birth: tuple[dt.date | None, int | None] = (None, None)
    restricted: bool = False


class MailAddress(NamedTuple):
    """An address and whose it is; two people may share one."""

    email: str
    numbers: tuple[int, ...]


class GroupMessage(NamedTuple):
    """What a group is told."""

    subject: str
    body: str = ""


class MailPlan(NamedTuple):
    """The addresses of a list, and who gets nothing with the reason (number, name, sentence)."""

    addresses: tuple[MailAddress, ...]
    refused: tuple[tuple[int, str, str], ...]

    def batches(self, size: int) -> list[tuple[MailAddress, ...]]:
        """The addresses in parts of at most `size`, in their order."""
        step = min(max(1, size), LARGEST_BATCH)
        every = self.addresses
        return [every[first : first + step] for first in range(0, len(every), step)]


def mail_refusal(reader: Reader, as_of: dt.date) -> str:
    """Why somebody gets no e-mail, as a sentence; empty if one may be sent.

    People need their own consent whatever the ground is, minors that of a guardian.
    """
    if reader.status in (PersonStatus.ENDED, InitiativeStatus.ENDED):
        return ARCHIVED
    if reader.restricted:
        return LEFT_OUT
    if reader.basis is not None:
        if reader.basis is LegalBasis.OPEN:
            return OPEN
        if age(*reader.birth, as_of).may_be_minor:
            if not reader.guardian:
                return NO_GUARDIAN
        elif not reader.agreed:
            return NO_CONSENT
    if not reader.email.strip():
        return NO_EMAIL
    return "" if _ADDRESS.fullmatch(reader.email.strip()) else WRONG_EMAIL


def plan_mail(readers: Sequence[Reader], as_of: dt.date) -> MailPlan:
    """Each address once, in the order of the list."""
    refused = [(one, mail_refusal(one, as_of)) for one in readers]
    found: dict[str, tuple[str, list[int]]] = {}
    for one, reason in refused:
        if not reason:
            email = one.email.strip()
            found.setdefault(email.casefold(), (email, []))[1].append(one.id)
    return MailPlan(
        tuple(MailAddress(email, tuple(numbers)) for email, numbers in found.values()),
        tuple((one.id, one.name, reason) for one, reason in refused if reason),
    )


def as_text(addresses: Sequence[MailAddress]) -> str:
    """Addresses to be pasted: Outlook wants a semicolon between them, others take it as well."""
    return "; ".join(one.email for one in addresses)
