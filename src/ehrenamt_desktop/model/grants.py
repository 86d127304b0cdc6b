"""Grant programmes and applications as rows, and their sums in words."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from ehrenamt_desktop.model.enums import GrantFit, GrantState, GrantWindow
from ehrenamt_desktop.model.figure_rows import Unit, amount_text

OWN = "Ehrenamtsagentur"
"""Who applies where no initiative does."""


class ProgrammeRow(NamedTuple):
    """One programme in the list; `applications` counts those that are under way."""

    id: int
    version: int
    name: str
    funder: str
    sums: str
    window: GrantWindow
    closes_on: dt.date | None
    doubt: str
    checked_on: dt.date | None
    applications: int


class Candidate(NamedTuple):
    """An initiative beside a programme: whether it may apply, and why."""

    id: int
    name: str
    place: str
    kind: str
    fit: GrantFit
    reason: str


class ApplicationRow(NamedTuple):
    """One application; sums in cents."""

    id: int
    version: int
    programme_id: int
    programme: str
    initiative_id: int | None
    initiative: str
    title: str
    state: GrantState
    applied_on: dt.date | None
    applied_cents: int | None
    decided_on: dt.date | None
    granted_cents: int | None
    evidence_due: dt.date | None
    evidence_on: dt.date | None
    note: str

    @property
    def who(self) -> str:
        """The initiative, or the agency itself."""
        return self.initiative or OWN


def euro(cents: int | None) -> str:
    """`1.250,00 €`, or nothing."""
    return "" if cents is None else amount_text(cents / 100, Unit.EURO)


def whole_euro(cents: int) -> str:
    """`1.250 €`; cents are shown where there are some."""
    return euro(cents).replace(",00 ", " ").replace(",00\u00a0", "\u00a0")


def sums(least: int | None, most: int | None, own_share: float | None) -> str:
    """`1.000 € bis 7.500 €, 10 % Eigenanteil`."""
    if least and most:
        told = f"{whole_euro(least)} bis {whole_euro(most)}"
    elif most:
        told = f"bis {whole_euro(most)}"
    elif least:
        told = f"ab {whole_euro(least)}"
    else:
        told = ""
    share = f"{own_share:g} % Eigenanteil".replace(".", ",") if own_share else ""
    return ", ".join(part for part in (told, share) if part)
