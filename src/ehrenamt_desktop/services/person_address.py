"""The address field of a letter to a person, where one may be written."""

from __future__ import annotations

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import LegalBasis, PersonStatus, Salutation
from ehrenamt_desktop.model.paper_rows import LetterAddress
from ehrenamt_desktop.model.rows import PersonDetail
from ehrenamt_desktop.model.rules.handover import ENDED
from ehrenamt_desktop.model.rules.salutation import (
    address_line,
    full_name,
    greeting,
    polite_name,
)


def person_address(person: PersonDetail, *, posted: bool = True) -> LetterAddress:
    """Where a letter to a person goes.

    Args:
        person: who gets it.
        posted: False for a letter that is handed over: then the name alone is enough, and the
            consent may be among what is handed over.

    Raises:
        DomainError: the person is archived, the address is not complete, or it is open on which
            ground the data is kept.
    """
    values = person.values
    if values["status"] == PersonStatus.ENDED:
        raise DomainError(ENDED)
    if posted and values["legal_basis"] == LegalBasis.OPEN:
        raise DomainError(
            "Die Rechtsgrundlage für diese Person ist noch offen. Bitte klären Sie im Datensatz, "
            "worauf die Speicherung beruht, bevor Sie einen Brief schreiben."
        )
    if posted and not (values["street"] and values["postcode"] and values["city"]):
        raise DomainError(
            "Die Anschrift ist nicht vollständig. Bitte tragen Sie Straße, PLZ und Ort ein."
        )
    salutation = Salutation(str(values["salutation"])) if values["salutation"] else None
    title, first, last = (str(values[key]) for key in ("title", "first_name", "last_name"))
    lines = (
        address_line(salutation),
        full_name(title, first, last),
        str(values["street"]),
        f"{values['postcode']} {values['city']}".strip(),
    )
    return LetterAddress(
        lines=tuple(line for line in lines if line),
        greeting=greeting(salutation, title, first, last),
        polite_name=polite_name(salutation, title, first, last),
    )
