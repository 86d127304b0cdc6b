"""What the office holds to be important, in versions; the newest counts."""

from __future__ import annotations

import datetime as dt
import json

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.records.weights import WeightSet, WeightSetDraft
from ehrenamt_desktop.model.weighing import Weighing, WeightVersion
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import weights


class Weights:
    """Use cases on the order of the criteria."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def current(self) -> WeightVersion:
        """The version that counts."""
        return self.versions()[0]

    def versions(self) -> tuple[WeightVersion, ...]:
        """All versions, the newest first; the last is what counted before anything was kept."""
        with self._store.read() as connection:
            return weights.versions(connection)

    def keep(self, weighing: Weighing, name: str = "", on: dt.date | None = None) -> int:
        """Keep a new version; returns its number.

        Without a name it is called after what counts most. What counts already is not kept again.

        Raises:
            InvalidDraft: the name is too long, the deduction not between 0 and 1.
            DomainError: the order does not name each criterion once.
        """
        if not weighing.is_whole:
            raise DomainError("In der Reihenfolge fehlt ein Kriterium. Bitte ordnen Sie sie neu.")
        weighing = weighing.ranked() if weighing.is_ranked else weighing
        draft = validate(WeightSetDraft, {"name": name.strip(), "balance": weighing.balance})
        now = self.current()
        if now.weighing == weighing and draft.name in ("", now.name):
            return now.number
        with self._store.write("Wichtigkeit geändert") as unit:
            kept = WeightSet(
                name=draft.name or weighing.words,
                on=on or clock.today(),
                ranking=json.dumps(weighing.order) if weighing.order else "",
                balance=draft.balance,
            )
            unit.add(kept)
            unit.flush()
            return int(kept.id or 0)

    def restore(self, number: int) -> int:
        """Go back to a version: its content is kept anew; returns the new number.

        Raises:
            DomainError: there is no such version.
        """
        for one in self.versions():
            if one.number == number:
                return self.keep(one.weighing, one.name)
        raise DomainError("Diese Fassung gibt es nicht mehr. Bitte wählen Sie eine andere.")
