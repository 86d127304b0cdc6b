"""Initiatives in founding: their checklist, the people who would take part, the start."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import InitiativeStatus, Kind
from ehrenamt_desktop.model.gaps import IDEA_FROM, Founded, Ref
from ehrenamt_desktop.model.records.initiative import (
    FoundingStep,
    FoundingStepDraft,
    Initiative,
    InitiativeDraft,
    Interest,
    InterestDraft,
)
from ehrenamt_desktop.model.records.person import Consent, Person
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.model.rules.founding import linking_refusal
from ehrenamt_desktop.model.rules.handover import ConsentFact
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
            if person is None or person.trashed_at or person.restricted_on:
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

    def from_wish(self, name: str, purpose: str, note: str, people: Iterable[Ref]) -> Founded:
        """Make an initiative in founding, with those of the people who may be noted, in one step.

        Args:
            name: of the initiative.
            purpose: what it is for.
            note: what stands beside each person.
            people: who wishes for something of the kind; nobody was asked yet.

        Raises:
            DomainError: fewer people are left than are worth a founding.
            InvalidDraft: the name is too long.
        """
        today = clock.today()
        values = {"name": name, "purpose": purpose, "status": InitiativeStatus.FOUNDING}
        draft = validate(InitiativeDraft, values)
        left_out: list[tuple[Ref, str]] = []
        with self._store.write("Initiative in Gründung angelegt") as unit:
            live = [one for one in people if _live(unit, one.id)]
            if len(live) < IDEA_FROM:
                raise DomainError(
                    "Dafür gibt es nicht mehr genug Personen. Bitte berechnen Sie die Lücken neu."
                )
            initiative = Initiative(name=draft.name, sort_key=fold(draft.name)[:200])
            apply(initiative, draft)
            unit.add(initiative)
            unit.flush()
            number = int(initiative.id or 0)
            moved(unit, Kind.INITIATIVE, number, None, initiative.status, today)
            for one in live:
                refusal = _linking_refusal(unit, one.id, today)
                if refusal is not None:
                    left_out.append((one, refusal))
                    continue
                unit.add(Interest(initiative_id=number, person_id=one.id, on=today, note=note))
        return Founded(number, draft.name, len(live) - len(left_out), tuple(left_out))

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


def _live(unit: Unit, person_id: int) -> bool:
    person = unit.get(Person, person_id)
    return person is not None and not (person.trashed_at or person.restricted_on)


def _linking_refusal(unit: Unit, person_id: int, today: dt.date) -> str | None:
    """Why somebody must not be noted as interested, or None if they may."""
    person = find(unit, Person, person_id)
    consents = unit.exec(select(Consent).where(col(Consent.person_id) == person_id))
    facts = [
        ConsentFact(one.scope, one.given_on, one.withdrawn_on, one.by_guardian) for one in consents
    ]
    years = age(person.birth_date, person.birth_year, today)
    return linking_refusal(years, person.legal_basis, facts, today)


def _step(unit: Unit, initiative_id: int, title: str) -> FoundingStep | None:
    found = unit.exec(select(FoundingStep).where(col(FoundingStep.initiative_id) == initiative_id))
    return next((one for one in found if fold(one.title) == fold(title)), None)
