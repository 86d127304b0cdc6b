"""What an import will write: new and changed records with their parts, not yet in the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ehrenamt_desktop.exchange.words import Found
from ehrenamt_desktop.model.enums import ConsentScope, Labelled
from ehrenamt_desktop.services.imports.kept import CONSENTS, Kept


@dataclass(slots=True)
class Change:
    """One record to be made or changed.

    Attributes:
        kept: the record; without a number it is new.
        columns: columns to set; for a new record all of them.
        before: the status it had.
        terms: field key → the terms it has from now on.
        proofs: numbers of proofs to add.
        consents: consents to add: scope, day, by guardian.
        contact: a contact person to add.
        initiative: the initiative of an offer, if it is new or another one.
    """

    kept: Kept
    columns: dict[str, Any] = field(default_factory=dict)
    before: Labelled | None = None
    terms: dict[str, tuple[Found, ...]] = field(default_factory=dict)
    proofs: list[int] = field(default_factory=list)
    consents: list[tuple[ConsentScope, dt.date, bool]] = field(default_factory=list)
    contact: dict[str, Any] | None = None
    initiative: Kept | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.columns or self.terms or self.proofs or self.consents or self.contact) or (
            self.initiative is not None
        )

    def absorb(self, later: Change) -> None:
        """Take over what a later row says of the same record."""
        self.columns.update(later.columns)
        self.terms.update(later.terms)
        self.proofs += later.proofs
        self.consents += later.consents
        self.contact = self.contact or later.contact
        self.initiative = later.initiative or self.initiative


def new_terms(kept: Kept, key: str, wanted: tuple[Found, ...]) -> tuple[Found, ...] | None:
    """The terms of a field after the row, or None if they stay; a level never gets lost."""
    if key in kept.outlook:
        levels = {one.term_id: one.level for one in kept.outlook[key]}
    else:
        levels = {number: one.level for number, one in kept.terms.get(key, {}).items()}
    after = tuple(Found(one.term_id, one.level or levels.get(one.term_id)) for one in wanted)
    return None if levels == {one.term_id: one.level for one in after} else after


def new_proofs(kept: Kept, wanted: Iterable[Found]) -> list[int]:
    """The proofs the record does not have yet."""
    return [one.term_id for one in wanted if one.term_id not in kept.proofs]


def new_consents(kept: Kept, values: dict[str, object]) -> list[tuple[ConsentScope, dt.date, bool]]:
    """The consents of a row that were never recorded, also not as withdrawn."""
    ever = {(scope, on, guardian) for scope, on, guardian, _ in kept.consents}
    found = []
    for key, (scope, guardian) in CONSENTS.items():
        on = values.get(key)
        if isinstance(on, dt.date) and (scope, on, guardian) not in ever:
            found.append((scope, on, guardian))
    return found
