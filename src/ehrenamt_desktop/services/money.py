"""The small register of costs, and what figures are to reach in a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sqlmodel import col, select

from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.figures import BY_KEY
from ehrenamt_desktop.model.money import CostRow, TargetRow, parse_cents
from ehrenamt_desktop.model.records.report import Cost, CostDraft, Target
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.records import apply, expect, find
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import catalogue, money
from ehrenamt_desktop.store.unit import Unit

NO_EURO = "Bitte geben Sie einen Betrag ein, zum Beispiel 120,50."
NO_TARGET = "Bitte geben Sie ein Ziel ab 0 ein."
MOST = 1e9
"""The largest target."""

NO_TOWN = "Bitte wählen Sie eine Gemeinde des Zweckverbands oder „gemeinsam“."


class Money:
    """Use cases on costs and targets."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def costs(self, start: dt.date, end: dt.date) -> tuple[CostRow, ...]:
        """What was spent in a period, the latest first."""
        with self._store.read() as connection:
            return tuple(money.costs(connection, start, end))

    def add(self, values: Mapping[str, object]) -> int:
        """Enter money spent; returns its number.

        Args:
            values: `on`, `kind`, `euro` (as written), `municipality` (empty: common), `note`.

        Raises:
            InvalidDraft: a field is wrong.
        """
        draft = self._draft(values)
        with self._store.write("Kosten eingetragen") as unit:
            cost = Cost(**draft.model_dump())
            unit.add(cost)
            unit.flush()
            return int(cost.id or 0)

    def change(self, cost_id: int, version: int, values: Mapping[str, object]) -> None:
        """Correct an entry; values as in `add`.

        Raises:
            InvalidDraft: a field is wrong.
            ConflictError: it was changed elsewhere in between.
            DomainError: it is gone.
        """
        draft = self._draft(values)
        with self._store.write("Kosten geändert") as unit:
            cost = find(unit, Cost, cost_id)
            expect(cost, version)
            apply(cost, draft)

    def remove(self, cost_id: int) -> None:
        """Take an entry away.

        Raises:
            DomainError: it is gone.
        """
        with self._store.write("Kosten entfernt") as unit:
            unit.delete(find(unit, Cost, cost_id))

    def targets(self, year: int) -> tuple[TargetRow, ...]:
        """What figures are to reach in a year."""
        with self._store.read() as connection:
            return tuple(money.targets(connection, year))

    def set_targets(
        self, year: int, values: Mapping[str, float | None], municipality: str = ""
    ) -> None:
        """Set what figures are to reach in a year, as one step.

        Args:
            year: the year.
            values: by key of the figure; None takes a target away, what is not named stays.
            municipality: for which it holds; empty for all of them together.

        Raises:
            InvalidDraft: a value is negative or too large.
            DomainError: there is no such figure or municipality.
        """
        if not set(values) <= set(BY_KEY) or not (not municipality or self._known(municipality)):
            raise DomainError("Diese Kennzahl oder Gemeinde gibt es nicht.")
        wrong = [
            FieldError(key, NO_TARGET)
            for key, value in values.items()
            if value is not None and not 0 <= value <= MOST
        ]
        if wrong:
            raise InvalidDraft(tuple(wrong))
        with self._store.write("Jahresziele geändert") as unit:
            query = select(Target).where(
                col(Target.year) == year, col(Target.municipality) == municipality
            )
            kept = {one.figure: one for one in unit.exec(query).all()}
            for key, value in values.items():
                _aim(
                    unit,
                    kept.get(key),
                    Target(year=year, figure=key, municipality=municipality, value=value or 0.0),
                    value,
                )

    def _known(self, municipality: str) -> bool:
        with self._store.read() as connection:
            places = catalogue.places(connection)
        return any(one.member and one.municipality == municipality for one in places)

    def _draft(self, values: Mapping[str, object]) -> CostDraft:
        wrong: list[FieldError] = []
        cents = parse_cents(str(values.get("euro", "")))
        if not cents:
            wrong.append(FieldError("euro", NO_EURO))
        town = str(values.get("municipality") or "")
        if town and not self._known(town):
            wrong.append(FieldError("municipality", NO_TOWN))
        try:
            known = {"municipality": town, "note": values.get("note") or "", "cents": cents or 1}
            draft = validate(CostDraft, {**values, **known})
        except InvalidDraft as error:
            wrong.extend(error.fields)
        if wrong:
            raise InvalidDraft(tuple(_named(one) for one in wrong))
        return draft


def _aim(unit: Unit, kept: Target | None, wanted: Target, value: float | None) -> None:
    if kept is None and value is not None:
        unit.add(wanted)
    elif kept is not None and value is None:
        unit.delete(kept)
    elif kept is not None and kept.value != value:
        kept.value = wanted.value


def _named(error: FieldError) -> FieldError:
    return FieldError("euro", error.sentence) if error.key == "cents" else error
