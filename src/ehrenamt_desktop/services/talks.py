"""Talks and appointments: planned, noted, changed, with the next step that was agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import FollowUpKind, InteractionState
from ehrenamt_desktop.model.records.placement import FollowUp, Interaction, TalkDraft
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.records import apply, expect, expect_live, find
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.unit import Unit

NEXT = ("next_step", "next_due_on")
"""Fields of the draft that become a reminder."""

OWNERS = ("person_id", "initiative_id", "placement_id")
"""Whom a talk was with; a change never moves it to somebody else."""


class Interactions:
    """Use cases on talks and appointments."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, values: Mapping[str, object]) -> int:
        """Keep a talk or an appointment; returns its number.

        Raises:
            InvalidDraft: with a sentence for each wrong field.
        """
        draft = _validate(values)
        planned = draft.state is InteractionState.PLANNED
        with self._store.write("Termin eingetragen" if planned else "Gespräch eingetragen") as unit:
            talk = Interaction(**draft.model_dump(exclude=set(NEXT)))
            expect_live(unit, talk)
            unit.add(talk)
            _add_next_step(unit, talk, draft)
            unit.flush()
            return int(talk.id or 0)

    def change(
        self, talk_id: int, values: Mapping[str, object], version: int | None = None
    ) -> None:
        """Change a talk or complete a planned one; fields left out stay as they are.

        Raises:
            InvalidDraft: with a sentence for each wrong field.
            ConflictError: it was changed elsewhere in between.
        """
        with self._store.write("Gespräch geändert") as unit:
            talk = find(unit, Interaction, talk_id)
            expect_live(unit, talk)
            expect(talk, version)
            kept = {key: getattr(talk, key) for key in TalkDraft.model_fields if key not in NEXT}
            draft = _validate(kept | dict(values))
            apply(talk, draft, leave=(*NEXT, *OWNERS))
            _add_next_step(unit, talk, draft)

    def set_state(self, talk_id: int, state: InteractionState) -> None:
        """Note that an appointment took place or was missed."""
        with self._store.write(f"Termin: {state.label}") as unit:
            talk = find(unit, Interaction, talk_id)
            expect_live(unit, talk)
            talk.state = state

    def remove(self, talk_id: int) -> None:
        """Take away a talk that was entered by mistake; undo brings it back."""
        with self._store.write("Gespräch entfernt") as unit:
            talk = find(unit, Interaction, talk_id)
            expect_live(unit, talk)
            unit.delete(talk)


def _validate(values: Mapping[str, object]) -> TalkDraft:
    draft = validate(TalkDraft, values)
    if draft.next_due_on is not None and draft.next_due_on < clock.today():
        sentence = "Bitte wählen Sie heute oder einen späteren Tag."
        raise InvalidDraft((FieldError("next_due_on", sentence),))
    return draft


def _add_next_step(unit: Unit, talk: Interaction, draft: TalkDraft) -> None:
    due_on: dt.date | None = draft.next_due_on
    if due_on is None:
        return
    owners = {key: getattr(talk, key) for key in OWNERS}
    note = f"Vereinbart am {talk.on:%d.%m.%Y}"
    unit.add(
        FollowUp(kind=FollowUpKind.OTHER, due_on=due_on, title=draft.next_step, note=note, **owners)
    )
