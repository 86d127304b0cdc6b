"""Call notes: who rang, what about; they wait until they are done."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.text import day, digits

SUBJECT = "Anrufnotiz"
"""What a call note is called in the course of a record."""

CALL = "call_id"
"""Key of a form's values that names the call note a new record comes from."""

MOBILE = ("015", "016", "017")
"""How mobile numbers begin."""


class CallRow(NamedTuple):
    """A call note.

    Attributes:
        caller: the name; the number where only that is known.
        phone: the number as it was noted.
        concern: what it is about.
        waiting_since: the day from which it waits; None when it is done.
        who: name of the record it belongs to.
    """

    id: int
    version: int
    on: dt.date
    at: dt.time | None
    caller: str
    phone: str
    concern: str
    waiting_since: dt.date | None
    who: str
    person_id: int | None
    initiative_id: int | None

    @property
    def name(self) -> str:
        """The caller's name; empty where only the number is known."""
        return "" if digits(self.caller) == digits(self.phone) != "" else self.caller

    @property
    def target(self) -> tuple[Kind, int] | None:
        """The record it belongs to."""
        if self.person_id is not None:
            return Kind.PERSON, self.person_id
        if self.initiative_id is not None:
            return Kind.INITIATIVE, self.initiative_id
        return None


def as_person(call: CallRow) -> dict[str, object]:
    """What the form of a new person shows of a call note."""
    from ehrenamt_desktop.model.addresses.names import Name, parse_name  # the start shows calls

    name = parse_name(call.name, ()) if call.name else Name()
    mobile = digits(call.phone).startswith(MOBILE)
    return {
        CALL: call.id,
        "salutation": name.salutation,
        "title": name.title,
        "first_name": name.first,
        "last_name": name.last,
        "mobile" if mobile else "phone": call.phone,
        "adviser_note": "\n".join((*name.over, _told(call))).strip(),
    }


def as_initiative(call: CallRow) -> dict[str, object]:
    """What the form of a new initiative shows of a call note."""
    return {CALL: call.id, "name": call.name, "phone": call.phone, "note": _told(call)}


def _told(call: CallRow) -> str:
    return f"Anruf am {day(call.on)}: {call.concern}" if call.concern else ""
