"""Initiatives in founding: their checklist, the people who would take part, the start."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import InitiativeStatus, Kind
from ehrenamt_desktop.model.records.initiative import (
    FoundingStep,
    FoundingStepDraft,
    Initiative,
    Interest,
    InterestDraft,
)
from ehrenamt_desktop.model.records.person import Person
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.records import apply, find, moved
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.unit import Unit


class Founding:
    """Use cases on initiatives that are being founded."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def tick(
        self, initiative_id: int, title: str, done_on: dt.date | None, note: str | None = None
    ) -> int:
        """Note that a point of the checklist is done, or open again; returns its number.

        A title the checklist does not have becomes a point of its own.

        Args:
            initiative_id: the initiative.
            title: the point.
            done_on: the day it was done, None for open.
            note: a word on it; None leaves it.

        Raises:
            InvalidDraft: with a sentence for each wrong field.
        """
        draft = validate(
            FoundingStepDraft, {"title": title, "done_on": done_on, "note": note or ""}
        )
        action = "Punkt der Gründung erledigt" if done_on else "Punkt der Gründung offen"
        with self._store.write(action) as unit:
            _founding(unit, initiative_id)
            step = _step(unit, initiative_id, draft.title)
            if step is None:
                step = FoundingStep(initiative_id=initiative_id, title=draft.title)
                unit.add(step)
            step.done_on = draft.done_on
            if note is not None:
                step.note = draft.note
            unit.flush()
            return int(step.id or 0)

    def remove(self, step_id: int) -> None:
        """Take a point of its own off the checklist."""
        with self._store.write("Punkt der Gründung entfernt") as unit:
            step = find(unit, FoundingStep, step_id)
            _founding(unit, step.initiative_id)
            unit.delete(step)

    def add_interest(self, initiative_id: int, values: Mapping[str, object]) -> int:
        """Note that a person would take part, or what was noted of it; returns its number.

        Raises:
            InvalidDraft: with a sentence for each wrong field.
        """
        draft = validate(InterestDraft, {"on": clock.today()} | dict(values))
        with self._store.write("Interesse eingetragen") as unit:
            _founding(unit, initiative_id)
            person = unit.get(Person, draft.person_id)
            if person is None or person.trashed_at is not None:
                sentence = "Bitte wählen Sie eine Person."
                raise InvalidDraft((FieldError("person_id", sentence),))
            known = select(Interest).where(
                col(Interest.initiative_id) == initiative_id,
                col(Interest.person_id) == draft.person_id,
            )
            interest = unit.exec(known).first()
            if interest is None:
                interest = Interest(initiative_id=initiative_id, **draft.model_dump())
                unit.add(interest)
            else:
                apply(interest, draft)
            unit.flush()
            return int(interest.id or 0)

    def remove_interest(self, interest_id: int) -> None:
        """Note that a person would not take part after all."""
        with self._store.write("Interesse entfernt") as unit:
            unit.delete(find(unit, Interest, interest_id))

    def start(self, initiative_id: int) -> None:
        """Let a founded initiative become active; checklist and people stay as history."""
        with self._store.write("Initiative gegründet") as unit:
            initiative = _founding(unit, initiative_id)
            before, initiative.status = initiative.status, InitiativeStatus.ACTIVE
            moved(
                unit, Kind.INITIATIVE, initiative_id, before, initiative.status, clock.today(),
                "gegründet",
            )  # fmt: skip


def _founding(unit: Unit, initiative_id: int) -> Initiative:
    """The initiative, still being founded.

    Raises:
        DomainError: it is founded already.
    """
    initiative = find(unit, Initiative, initiative_id)
    if initiative.status is not InitiativeStatus.FOUNDING:
        raise DomainError(
            f"„{initiative.name}“ ist nicht in Gründung, sondern {initiative.status.label}. Die "
            "Checkliste bleibt, wie sie ist."
        )
    return initiative


def _step(unit: Unit, initiative_id: int, title: str) -> FoundingStep | None:
    found = unit.exec(select(FoundingStep).where(col(FoundingStep.initiative_id) == initiative_id))
    return next((one for one in found if fold(one.title) == fold(title)), None)
