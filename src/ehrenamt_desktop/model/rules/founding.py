"""The checklist of an initiative that is being founded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ehrenamt_desktop.model.enums import ConsentScope, LegalBasis
from ehrenamt_desktop.model.founding_rows import FoundingRow
from ehrenamt_desktop.model.rules.age import Age
from ehrenamt_desktop.model.rules.handover import ConsentFact
from ehrenamt_desktop.model.text import fold

CHECKLIST = (
    "Ansprechperson gefunden",
    "Erstes Treffen",
    "Raum",
    "Rechtsform oder Träger geklärt",
    "Versicherung geklärt",
    "Förderung beantragt",
    "Öffentlich bekannt gemacht",
)
"""What most foundings need; an office adds points of its own to each."""


def checklist(kept: Iterable[FoundingRow]) -> tuple[FoundingRow, ...]:
    """The usual points in their order, each as it was kept, then the initiative's own."""
    rows = {fold(one.title): one for one in kept}
    usual = [rows.pop(fold(title), FoundingRow(None, title, None, "")) for title in CHECKLIST]
    return (*usual, *(one._replace(own=True) for one in rows.values()))


def progress(rows: Iterable[FoundingRow]) -> tuple[int, int]:
    """Points done, and all of them."""
    every = list(rows)
    return sum(one.done_on is not None for one in every), len(every)


def linking_refusal(
    age: Age, basis: LegalBasis, consents: Iterable[ConsentFact], as_of: dt.date
) -> str | None:
    """Why somebody must not be noted as interested unasked, in German; None if they may.

    It is a further use of what the person said, so it needs what keeping their data needs: a
    settled legal basis, the consent to keeping where that is the basis, a minor's guardian's.
    """
    agreed = {
        one.by_guardian
        for one in consents
        if one.scope is ConsentScope.STORAGE and one.holds(as_of)
    }
    if basis is LegalBasis.OPEN:
        return "Die Rechtsgrundlage ist noch offen."
    if age.may_be_minor and True not in agreed:
        return "Die Einwilligung der Sorgeberechtigten fehlt noch."
    if basis is LegalBasis.CONSENT and not agreed:
        return "Die Einwilligung zur Speicherung fehlt noch."
    return None
