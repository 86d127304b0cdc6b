"""Households: people at one address who get one letter, joined by hand and parted again."""

from __future__ import annotations

from collections.abc import Sequence

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.letters import household_refusal
from ehrenamt_desktop.model.records.person import Household, Person
from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.services.records import find
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads.addressees import addressees, members

LONGEST_NAME = 160


class Households:
    """Use cases on households."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def join(self, people: Sequence[int], name: str) -> int:
        """Make people of one address a household; returns its number.

        Args:
            people: their numbers.
            name: the name in the address, as `Marion und Horst Dietzel`.

        Raises:
            InvalidDraft: the name is missing or too long.
            DomainError: they live apart, one can be a minor or belongs to a household already.
        """
        name = tidy(name)
        if not name or len(name) > LONGEST_NAME:
            sentence = f"Bitte geben Sie einen Namen mit höchstens {LONGEST_NAME} Zeichen an."
            raise InvalidDraft((FieldError("name", sentence),))
        wanted = list(dict.fromkeys(people))
        with self._store.write("Haushalt verbunden") as unit:
            records = [find(unit, Person, number) for number in wanted]
            with self._store.read() as connection:
                known = addressees(connection, wanted, clock.today().isoformat())
            refusal = household_refusal(known, clock.today())
            if refusal:
                raise DomainError(refusal)
            household = Household(name=name)
            unit.add(household)
            unit.flush()
            for one in records:
                one.household_id = household.id
            return int(household.id or 0)

    def part(self, household_id: int) -> None:
        """Take a household apart; its people get letters of their own again.

        Raises:
            DomainError: it is gone.
        """
        with self._store.write("Haushalt getrennt") as unit:
            household = find(unit, Household, household_id)
            with self._store.read() as connection:
                numbers = members(connection, household_id)
            for number in numbers:
                unit.get_one(Person, number).household_id = None
            unit.flush()
            unit.delete(household)
