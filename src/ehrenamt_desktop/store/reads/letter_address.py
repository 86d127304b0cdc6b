"""The address field of a letter to a body, in care of somebody there."""

from __future__ import annotations

from ehrenamt_desktop.model.enums import Salutation
from ehrenamt_desktop.model.paper_rows import LetterAddress
from ehrenamt_desktop.model.rules.salutation import (
    address_line,
    full_name,
    greeting,
    polite_name,
)


def body_address(
    name: str, street: str, postcode: str, city: str, contact: tuple[str | None, ...]
) -> LetterAddress:
    """The address of a body.

    Args:
        name: of the body.
        street: with the number.
        postcode: five digits.
        city: of the postcode.
        contact: salutation, title, first and last name of the contact, None or empty without one.
    """
    salutation = Salutation(contact[0]) if contact[0] else None
    title, given, family = (one or "" for one in contact[1:4])
    person = full_name(title, given, family)
    line = " ".join(part for part in (address_line(salutation), person) if part)
    lines = (name, line if person else "", street, f"{postcode} {city}".strip())
    return LetterAddress(
        lines=tuple(one for one in lines if one),
        greeting=greeting(salutation, title, given, family),
        polite_name=polite_name(salutation, title, given, family),
    )
