"""Unsaved forms, kept apart from the records: encrypted like them, never journalled."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.records.office import Autosave
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.unit import Unit


class Autosaves:
    """Use cases on unsaved forms."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(
        self,
        key: str,
        kind: Kind,
        number: int | None,
        values: Mapping[str, object],
        changes: Mapping[str, object],
        instead_of: Iterable[str] = (),
    ) -> None:
        """Keep what stands in a form, in place of what was kept under its key.

        Args:
            key: tells forms apart; another one in every run of the program.
            kind: what record it is.
            number: which; None for a new one.
            values: what the form of a new record began with.
            changes: what was typed, by field.
            instead_of: keys that go in the same moment.
        """
        held = {"kind": kind.value, "number": number, "values": dict(values),
                "changes": dict(changes)}  # fmt: skip
        content = json.dumps(held, ensure_ascii=False, default=_plain)
        with self._store.write("Zwischenstand") as unit:
            _remove(unit, instead_of)
            found = unit.exec(select(Autosave).where(col(Autosave.form) == key)).first()
            if found is None:
                unit.add(Autosave(form=key, content=content, saved_at=clock.now()))
            else:
                found.content, found.saved_at = content, clock.now()

    def drop(self, keys: Iterable[str]) -> None:
        """Forget forms that were kept as records or discarded."""
        with self._store.write("Zwischenstand") as unit:
            _remove(unit, keys)


def _remove(unit: Unit, keys: Iterable[str]) -> None:
    for one in unit.exec(select(Autosave).where(col(Autosave.form).in_(list(keys)))):
        unit.delete(one)
    unit.flush()


def _plain(value: object) -> object:
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    raise TypeError(type(value).__name__)
