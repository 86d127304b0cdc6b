"""Call notes: kept at once, found again, done; they become a person or an initiative."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.calls import CALL, SUBJECT, CallRow
from ehrenamt_desktop.model.enums import InteractionKind, InteractionState, Kind
from ehrenamt_desktop.model.findings import Hit
from ehrenamt_desktop.model.records.call import CallDraft
from ehrenamt_desktop.model.records.placement import Interaction
from ehrenamt_desktop.model.text import digits
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.lists import GONE
from ehrenamt_desktop.services.records import expect, expect_live, find
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import calls
from ehrenamt_desktop.store.unit import Unit

if TYPE_CHECKING:
    from ehrenamt_desktop.services.finding import Finding

FEWEST_DIGITS, FEWEST_LETTERS = 4, 2
"""From where on a number, and a name, is looked for."""

MANY = 5
"""Known callers that are shown."""

KNOWN_KINDS = frozenset((Kind.PERSON, Kind.INITIATIVE, Kind.CONTACT))


class Calls:
    """Use cases on call notes."""

    def __init__(self, store: Store, finding: Finding) -> None:
        self._store = store
        self._finding = finding

    def keep(
        self, values: Mapping[str, object], call_id: int | None = None, version: int | None = None
    ) -> int:
        """Keep a new call note, or change one; returns its number.

        Raises:
            InvalidDraft: with a sentence for each wrong field.
            ConflictError: it was changed elsewhere in between.
        """
        draft = validate(CallDraft, values)
        action = "Anrufnotiz geändert" if call_id else "Anruf notiert"
        with self._store.write(action) as unit:
            if call_id is None:
                call = Interaction(kind=InteractionKind.CALL, on=draft.on, subject=SUBJECT)
            else:
                call = find(unit, Interaction, call_id)
                expect(call, version)
            for key in ("caller_phone", "note", "on", "at", "person_id", "initiative_id"):
                setattr(call, key, getattr(draft, key))
            call.caller = draft.caller or draft.caller_phone
            call.state = InteractionState.HELD
            if not draft.waits:
                call.waiting_since = None
            elif call.waiting_since is None:
                call.waiting_since = clock.today()
            expect_live(unit, call)
            unit.add(call)
            unit.flush()
            return int(call.id or 0)

    def finish(self, call_id: int) -> None:
        """Note that a call is dealt with."""
        with self._store.write("Anrufnotiz erledigt") as unit:
            find(unit, Interaction, call_id).waiting_since = None

    def one(self, call_id: int) -> CallRow:
        """A call note.

        Raises:
            DomainError: it is gone.
        """
        with self._store.read() as connection:
            found = calls.one(connection, call_id)
        if found is None:
            raise DomainError(GONE)
        return found

    def known(self, name: str, phone: str) -> tuple[Hit, ...]:
        """People, initiatives and their contacts who may be ringing; those of the number first.

        Any spelling of the number is understood. Names that only come near are left out when the
        number is known.
        """
        by_number: tuple[Hit, ...] = ()
        if len(digits(phone)) >= FEWEST_DIGITS:
            by_number = self._finding.find(phone).hits
        by_name: tuple[Hit, ...] = ()
        if len(name.strip()) >= FEWEST_LETTERS:
            by_name = self._finding.find(name).hits
        rest = [hit for hit in by_name if not (hit.near and by_number)]
        found = {hit.target: hit for hit in (*by_number, *rest) if hit.kind in KNOWN_KINDS}
        return tuple(found.values())[:MANY]


def hand_over(unit: Unit, values: Mapping[str, object], column: str, number: int) -> None:
    """Give the call note a new record came from to that record; with this it is done.

    Args:
        unit: the step that keeps the record.
        values: the form's values, with the note's number under `CALL` if it came from one.
        column: `person_id` or `initiative_id`.
        number: the new record.
    """
    call_id = values.get(CALL)
    call = unit.get(Interaction, call_id) if isinstance(call_id, int) else None
    if call is not None:
        setattr(call, column, number)
        call.waiting_since = None
